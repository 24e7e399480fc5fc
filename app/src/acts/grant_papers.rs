//! The sheets that go with a grant: the printed 授权委托书, its signed photograph, and what proves a legal guardian. Kept like
//! every paper, cleaned and sealed, and hung on the grant in one commit with it. Read by the elder and by clerks alone.

use super::keep_paper::NotKept;
use super::load_grant::{GrantView, moved, own_grant};
use super::record_consent::{before_grant, by};
use super::tell::ledger;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, KeepError, PaperProblem, PortError, World};
use domain::case::PaperRef;
use domain::case::draft::MAX_PAPER_BYTES;
use domain::family::{Grant, GrantAct, Party};
use domain::ids::PaperId;
use domain::judge::Act;
use domain::refusal::Refusal;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    Letter,
    /// Of a legal guardian.
    Proof,
}

/// More pictures than any judgment has pages that matter here.
const MOST: usize = 8;

impl Sheet {
    pub fn material(self) -> &'static str {
        match self {
            Sheet::Letter => "grant-letter",
            Sheet::Proof => "guardian-proof",
        }
    }

    /// A letter goes with a request or with a yes that has none yet; proof only with a request that waits.
    fn takes(self, grant: &Grant) -> Result<(), Refusal> {
        let open = match self {
            Sheet::Letter => !grant.state.over() && (grant.agreement.is_none() || grant.letter.is_none()),
            Sheet::Proof => grant.state.waits_for_her(),
        };
        if !open {
            return Err(Refusal::NotInThisState);
        }
        if sheets(grant, self).count() < MOST { Ok(()) } else { Err(Refusal::TooManyPapers) }
    }
}

pub fn sheets(grant: &Grant, sheet: Sheet) -> impl Iterator<Item = &PaperRef> {
    grant.papers.iter().filter(move |p| p.material == sheet.material())
}

/// The letter with all its fields, to be printed. That it was opened is written down: whole numbers stand on it.
pub async fn print_letter(world: &World, caller: &Caller, id: &str) -> AppResult<GrantView> {
    let (clerk, mut view) = before_grant(world, caller, id, |_, ties| Act::HandleGrantPapers { ties }).await?;
    if view.grant.state.over() {
        return Err(Refusal::NotInThisState.into());
    }
    let line = ledger(world, by(clerk.staff), &view.elder, "print-letter", view.grant.id.as_str(), "", "");
    let mut changes = vec![line];
    changes.extend(taken_in(world, caller, &mut view));
    match world.store.commit(changes).await {
        // Somebody moved it in this moment; the sheet says the same.
        Ok(()) | Err(PortError::Conflict(_)) => Ok(view),
        Err(error) => Err(error.into()),
    }
}

/// The page from which sheets are photographed.
pub async fn see_sheets(world: &World, caller: &Caller, id: &str) -> AppResult<GrantView> {
    Ok(before_grant(world, caller, id, |_, ties| Act::HandleGrantPapers { ties }).await?.1)
}

/// One photograph, kept at once and bound to the grant. A newer letter takes the place of one that nobody has agreed by.
pub async fn keep_sheet(
    world: &World,
    caller: &Caller,
    id: &str,
    sheet: Sheet,
    file: (Vec<u8>, &str),
    once: Option<Change>,
) -> Result<(), NotKept> {
    let (clerk, mut view) = before_grant(world, caller, id, |_, ties| Act::HandleGrantPapers { ties }).await?;
    sheet.takes(&view.grant)?;
    let (bytes, claimed_name) = file;
    if bytes.len() as u64 > MAX_PAPER_BYTES {
        return Err(NotKept::File(PaperProblem::TooLarge));
    }
    let paper = PaperId::new(world.new_id());
    let stored = world.papers.keep(paper.as_str(), bytes, claimed_name).await.map_err(|error| match error {
        KeepError::Refused(problem) => NotKept::File(problem),
        KeepError::Port(error) => NotKept::Other(error.into()),
    })?;
    let old = if sheet == Sheet::Letter { view.grant.letter.replace(paper.clone()) } else { None };
    view.grant.papers.retain(|p| Some(&p.id) != old.as_ref());
    view.grant.papers.push(PaperRef {
        id: paper.clone(),
        material: sheet.material().to_owned(),
        mime: stored.mime,
        size: stored.size,
        added_at: world.now(),
        added_by: by(clerk.staff),
        earlier: None,
    });
    let mut changes = taken_in(world, caller, &mut view);
    if changes.is_empty() {
        changes.push(Change::SaveGrant(Box::new(view.grant.clone())));
    }
    changes.push(ledger(world, by(clerk.staff), &view.elder, "keep-sheet", view.grant.id.as_str(), sheet.material(), paper.as_str()));
    changes.extend(once);
    if let Err(error) = world.store.commit(changes).await {
        // The row is not there, so nobody would ever find the bytes again.
        let _ = world.papers.remove(paper.as_str()).await;
        return Err(error.into());
    }
    if let Some(old) = old {
        let _ = world.papers.remove(old.as_str()).await;
    }
    Ok(())
}

/// A wrong picture goes, while nobody has agreed or decided by it.
pub async fn drop_sheet(world: &World, caller: &Caller, id: &str, paper: &str) -> AppResult<()> {
    let (clerk, mut view) = before_grant(world, caller, id, |_, ties| Act::HandleGrantPapers { ties }).await?;
    if !view.grant.state.waits_for_her() {
        return Err(Refusal::NotInThisState.into());
    }
    let before = view.grant.papers.len();
    view.grant.papers.retain(|p| p.id.as_str() != paper);
    if view.grant.papers.len() == before {
        return Err(AppError::NotFound);
    }
    view.grant.letter.take_if(|letter| letter.as_str() == paper);
    let line = ledger(world, by(clerk.staff), &view.elder, "drop-sheet", view.grant.id.as_str(), "", paper);
    world.store.commit(vec![Change::SaveGrant(Box::new(view.grant)), line]).await?;
    Ok(world.papers.remove(paper).await?)
}

/// The picture, for the elder herself or for a clerk who may look at the grant; each clerk's look is written down.
pub async fn read_sheet(world: &World, caller: &Caller, id: &str, paper: &str) -> AppResult<(String, Vec<u8>)> {
    let named = |view: &GrantView| view.grant.papers.iter().find(|p| p.id.as_str() == paper).map(|p| p.mime.clone());
    let mime = if caller.staff().is_some() {
        let (clerk, view) = before_grant(world, caller, id, |_, ties| Act::HandleGrantPapers { ties }).await?;
        let mime = named(&view).ok_or(AppError::NotFound)?;
        let line = ledger(world, by(clerk.staff), &view.elder, "open-sheet", view.grant.id.as_str(), "", paper);
        world.store.commit(vec![line]).await?;
        mime
    } else {
        named(&own_grant(world, caller, id).await?).ok_or(AppError::NotFound)?
    };
    let bytes = world.papers.read(paper).await?.ok_or(AppError::NotFound)?;
    Ok((mime, bytes))
}

/// A clerk has begun with it: the answer is awaited from now on. Empty when it was so already.
fn taken_in(world: &World, caller: &Caller, view: &mut GrantView) -> Vec<Change> {
    match view.grant.apply(GrantAct::Open, Party::ClerkForElder, None, world.now()) {
        Ok(()) => moved(world, caller.by(), view, GrantAct::Open, "at-counter"),
        Err(_) => Vec::new(),
    }
}
