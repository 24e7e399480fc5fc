//! A clerk opens a case or one of its papers. Each opening is written down; her own family's she does not see at all.

use super::at_desk::{self, Clerk};
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Person, World};
use domain::case::Case;
use domain::ids::{PaperId, StaffId};
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::refusal::Refusal;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub struct CaseOnDesk {
    pub case: Case,
    pub subject: Person,
    /// Who filed it from the hospital without a grant; the clerk asks the elder about her.
    pub filer: Option<Person>,
    /// Whether she may take the open step; the reason when not.
    pub may_step: Result<(), Refusal>,
    /// She holds it now.
    pub mine: bool,
    /// The board that decides it meets on this day.
    pub board: Option<Date>,
    /// As shown to residents, by account.
    pub names: BTreeMap<StaffId, String>,
}

pub async fn look_at_case(world: &World, caller: &Caller, reference: &str) -> AppResult<CaseOnDesk> {
    let clerk = Clerk::of(caller)?;
    let found = at_desk::look(world, clerk, reference).await?;
    let (case, subject) = (found.case, found.subject);
    let may_step = may(&clerk.actor(), subject.subject(), Act::StepCase { case: &case, ties: found.ties }, world.now())
        .and_then(|()| case.free_for(&clerk.staff.id, world.now()));
    if let Err(refusal @ (Refusal::OwnMatter | Refusal::OwnFamily)) = may_step {
        at_desk::refused(world, clerk, &subject, "refused-open", case.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let mine = case.holder(world.now()) == Some(&clerk.staff.id);
    // Taking it was written down already.
    if !mine {
        let note = tell::ledger(world, clerk.by(), &subject, "open-case", case.id.as_str(), case.item.slug(), "");
        world.store.commit(vec![note]).await?;
    }
    let names = names(world, &case).await?;
    let filer = match &case.filed_by.by {
        By::Bystander(id) => world.store.person(id).await?,
        _ => None,
    };
    let board = promise::board_day(world, &case);
    Ok(CaseOnDesk { case, subject, filer, may_step, mine, board, names })
}

/// Display names of the clerks who did something here, and of the one who holds it.
async fn names(world: &World, case: &Case) -> AppResult<BTreeMap<StaffId, String>> {
    let mut names = BTreeMap::new();
    let ids = case
        .events
        .iter()
        .filter_map(|e| e.by.staff())
        .chain(case.hold.iter().map(|h| &h.by))
        .chain(case.corrections.iter().map(|c| &c.by))
        .chain(case.notes.iter().map(|n| &n.by))
        .chain(case.return_leave.iter().chain(case.returns.iter().filter_map(|r| r.leave.as_ref())).map(|l| &l.by));
    for id in ids {
        if !names.contains_key(id) {
            let name = world.store.staff(id).await?.map(|s| s.display_name).unwrap_or_default();
            names.insert(id.clone(), name);
        }
    }
    Ok(names)
}

/// A paper of a case of her area. Inside a case she holds, the opening of the case covers it.
pub async fn look_at_paper(world: &World, caller: &Caller, paper: &str) -> AppResult<(String, Vec<u8>)> {
    let clerk = Clerk::of(caller)?;
    let id = PaperId::new(paper);
    let owner = world.store.paper_owner(&id).await?.ok_or(AppError::NotFound)?;
    let case = match &owner.case {
        Some(case) => world.store.case(case).await?.ok_or(AppError::NotFound)?,
        None => return Err(AppError::NotFound),
    };
    let found = at_desk::look(world, clerk, &case.reference).await?;
    domain::review::no_conflict(clerk.reviewer, &found.subject.id, found.ties)?;
    if case.holder(world.now()) != Some(&clerk.staff.id) {
        let note = tell::ledger(world, clerk.by(), &found.subject, "open-paper", id.as_str(), case.item.slug(), "");
        world.store.commit(vec![note]).await?;
    }
    let bytes = world.papers.read(id.as_str()).await?.ok_or(AppError::NotFound)?;
    Ok((owner.mime, bytes))
}
