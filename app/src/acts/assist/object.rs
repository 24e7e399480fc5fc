//! 「我没有让人办」: she says at a desk or by telephone that she asked no assistant. A clerk writes it down at the act, and
//! it stands first on the supervisors' list.

use crate::acts::at_desk::{self, Clerk};
use crate::acts::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::assist::Assisted;
use domain::ids::{AssistedId, PersonId};
use domain::judge::{Act, may};

const SHOWN: u64 = 20;

/// One act with the name of who did it, as residents read it.
#[derive(Debug, Clone)]
pub struct AssistedSeen {
    pub act: Assisted,
    pub assistant: String,
}

/// What assistants did for a person, newest first.
pub(in crate::acts) async fn assisted_for(world: &World, person: &PersonId) -> AppResult<Vec<AssistedSeen>> {
    let mut seen = Vec::new();
    for act in world.store.assisted_of(person, SHOWN).await? {
        let assistant = world.store.staff(&act.assistant).await?.map(|s| s.display_name).unwrap_or_default();
        seen.push(AssistedSeen { act, assistant });
    }
    Ok(seen)
}

pub async fn note_objection(world: &World, caller: &Caller, person: &str, id: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (subject, ties) = at_desk::person(world, clerk, person).await?;
    may(&clerk.actor(), subject.subject(), Act::NoteObjection { ties }, world.now())?;
    let mut act = world.store.assisted(&AssistedId::new(id)).await?.filter(|a| a.subject == subject.id).ok_or(AppError::NotFound)?;
    act.object()?;
    let mut changes = vec![tell::ledger(world, clerk.by(), &subject, "object-to-assisted", act.id.as_str(), "assist", "asked-nobody")];
    changes.push(Change::SaveAssisted(Box::new(act)));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
