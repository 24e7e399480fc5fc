//! 一次性告知: back to the applicant, once, with everything that is missing in words she understands.

use super::at_desk::{self, Clerk};
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, World};
use domain::case::{Case, CaseAct, Missing};
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

/// Longest sentence for one missing thing.
pub const MOST_WORDS: usize = 300;

pub async fn return_case(world: &World, caller: &Caller, reference: &str, missing: Vec<Missing>, once: Option<Change>) -> AppResult<Case> {
    let clerk = Clerk::of(caller)?;
    let (found, role) = at_desk::step(world, clerk, reference).await?;
    let (mut case, subject) = (found.case, found.subject);
    let known = case.visible();
    if missing.iter().any(|m| !known.contains(&m.about) || m.words.chars().count() > MOST_WORDS) {
        return Err(Refusal::ReturnNeedsContent.into());
    }
    case.give_back(missing, role, clerk.by(), world.now())?;
    let mut changes = vec![
        Change::SaveCase(Box::new(case.clone())),
        tell::ledger(world, clerk.by(), &subject, CaseAct::Return.key(), case.id.as_str(), case.item.slug(), ""),
    ];
    changes.extend(tell::tell_of_case(world, &subject, &case, NoticeKind::CaseReturned, &promise::words_for(&case)).await?);
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(case)
}
