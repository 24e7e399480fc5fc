//! 「用这份」: a paper of an earlier application of hers goes with this one. It is copied under a name of its own, so that
//! whatever becomes of one application takes nothing from the other.

use super::keep_paper::{check_material, hang};
use super::open_draft::{Want, materials, open_draft};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::case::reuse::offered;
use domain::case::{Draft, DraftState, EarlierPaper, PaperRef};
use domain::catalog::{ItemCode, Material, Reuse};
use domain::ids::PaperId;
use domain::judge::{Act, may};
use domain::refusal::Refusal;

/// So many of her newest applications are looked through, and so many papers of one material are offered.
const LOOK_BACK: u64 = 40;
pub const MOST: usize = 6;

/// One that is offered.
#[derive(Debug, Clone)]
pub struct Earlier {
    pub paper: PaperRef,
    /// The application it went with.
    pub item: ItemCode,
    pub reference: String,
}

/// What may be handed in again for this draft, the newest first and each once. Empty for whoever may not see her matters.
pub async fn earlier_papers(world: &World, caller: &Caller, draft: &Draft) -> AppResult<Vec<Earlier>> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let wanted: Vec<Material> = materials(world, draft).await?.into_iter().filter(|m| m.reuse != Reuse::Never).collect();
    let may_see = may(&caller.actor(), subject.subject(), Act::SeeCases, world.now()).is_ok();
    if wanted.is_empty() || !may_see || draft.state != DraftState::Open {
        return Ok(Vec::new());
    }
    let months = world.region.paper_fresh_months.value;
    let mut found: Vec<Earlier> = Vec::new();
    for case in world.store.newest_cases(&draft.subject, LOOK_BACK).await? {
        for material in &wanted {
            for paper in offered(material, draft, &case, months, world.today()) {
                let known = found.iter().any(|e| e.paper.origin() == paper.origin());
                let many = found.iter().filter(|e| e.paper.material == material.id).count() >= MOST;
                if !known && !many {
                    found.push(Earlier { paper: paper.clone(), item: case.item, reference: case.reference.clone() });
                }
            }
        }
    }
    Ok(found)
}

/// Those of one material that are not in the draft already, as they are shown with their pictures. That a helper looked is
/// written down.
pub async fn show_earlier(world: &World, caller: &Caller, draft: &Draft, material: &str) -> AppResult<Vec<Earlier>> {
    let mut found = earlier_papers(world, caller, draft).await?;
    found.retain(|e| e.paper.material == material && !there(draft, &e.paper));
    if let (false, Caller::Resident { acting: Some(acting), .. }) = (found.is_empty(), caller) {
        let note = tell::ledger(world, caller.by(), &acting.elder, "see-earlier-papers", draft.id.as_str(), "see-cases", material);
        world.store.commit(vec![note]).await?;
    }
    Ok(found)
}

pub async fn reuse_paper(
    world: &World,
    caller: &Caller,
    draft_id: &str,
    material: &str,
    paper: &str,
    once: impl Fn(&str) -> Option<Change>,
) -> AppResult<Draft> {
    // Whoever may not see what she handed in before finds nothing to use, whatever else is missing.
    let before = caller.subject().ok_or(AppError::SignIn)?;
    may(&caller.actor(), before.subject(), Act::SeeCases, world.now()).map_err(|_| AppError::NotFound)?;
    let (draft, subject) = open_draft(world, caller, draft_id, Want::Papers).await?;
    check_material(world, &draft, material).await?;
    let offers = earlier_papers(world, caller, &draft).await?;
    let earlier = offers.into_iter().find(|e| e.paper.id.as_str() == paper && e.paper.material == material).ok_or(AppError::NotFound)?;
    // Tapped twice: it is there.
    if there(&draft, &earlier.paper) {
        return Ok(draft);
    }
    if !draft.takes(earlier.paper.size) {
        return Err(Refusal::TooManyPapers.into());
    }
    let id = PaperId::new(world.new_id());
    if !world.papers.copy(earlier.paper.id.as_str(), id.as_str()).await? {
        return Err(AppError::NotFound);
    }
    let copy = PaperRef {
        id,
        added_at: world.now(),
        added_by: caller.by(),
        earlier: Some(EarlierPaper {
            paper: earlier.paper.origin().clone(),
            at: earlier.paper.first_at(),
            reference: earlier.reference.clone(),
        }),
        ..earlier.paper
    };
    let scope = draft.item.slug();
    let note = tell::ledger(world, caller.by(), subject, "reuse-paper", copy.id.as_str(), scope, &earlier.reference);
    hang(world, caller, draft, copy, |to| std::iter::once(note.clone()).chain(once(to)).collect()).await
}

/// The draft has it, or a copy of it.
fn there(draft: &Draft, paper: &PaperRef) -> bool {
    draft.papers.iter().any(|p| p.origin() == paper.origin())
}
