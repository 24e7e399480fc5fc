//! The sheet itself came, by post or over a counter. Any desk of the area may open an envelope, whoever has the case in hand; nothing is
//! decided by it, and she reads on her page that it is here.

use super::at_desk::{self, Clerk};
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, World};
use domain::case::{Case, CaseAct, Role};
use domain::judge::{Act, may};

pub async fn sheet_came(world: &World, caller: &Caller, reference: &str, material: &str, once: Option<Change>) -> AppResult<Case> {
    let clerk = Clerk::of(caller)?;
    let found = at_desk::look(world, clerk, reference).await?;
    // No more than a note, and like a note not hers to make in the matters of her own family.
    may(&clerk.actor(), found.subject.subject(), Act::NoteOnCase { case: &found.case, ties: found.ties }, world.now())?;
    let (mut case, subject) = (found.case, found.subject);
    case.sheet_came(material, Role::from(clerk.reviewer.tier), clerk.by(), world.now())?;
    let note = tell::ledger(world, clerk.by(), &subject, CaseAct::SheetCame.key(), case.id.as_str(), material, "");
    let mut changes = vec![Change::SaveCase(Box::new(case.clone())), note];
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(case)
}
