//! One file, kept at once. A failed one leaves the others where they are.

use super::open_draft::{Want, materials, open_draft};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, KeepError, PaperProblem, PortError, World};
use domain::case::draft::MAX_PAPER_BYTES;
use domain::case::{Draft, DraftState, PaperRef};
use domain::ids::PaperId;
use domain::refusal::Refusal;

/// Why a file was not taken: something about the file, or something about the person or the world.
#[derive(Debug)]
pub enum NotKept {
    File(PaperProblem),
    Other(AppError),
}

impl<E: Into<AppError>> From<E> for NotKept {
    fn from(error: E) -> Self {
        NotKept::Other(error.into())
    }
}

pub async fn keep_paper(
    world: &World,
    caller: &Caller,
    draft_id: &str,
    material: &str,
    bytes: Vec<u8>,
    claimed_name: &str,
    once: impl Fn(&str) -> Option<Change>,
) -> Result<Draft, NotKept> {
    let (draft, _) = open_draft(world, caller, draft_id, Want::Papers).await?;
    check_material(world, &draft, material).await?;
    if bytes.len() as u64 > MAX_PAPER_BYTES {
        return Err(NotKept::File(PaperProblem::TooLarge));
    }
    if !draft.takes(bytes.len() as u64) {
        return Err(Refusal::TooManyPapers.into());
    }
    let id = PaperId::new(world.new_id());
    let stored = world.papers.keep(id.as_str(), bytes, claimed_name).await.map_err(|error| match error {
        KeepError::Refused(problem) => NotKept::File(problem),
        KeepError::Port(error) => NotKept::Other(error.into()),
    })?;
    let now = world.now();
    let paper = PaperRef {
        id,
        material: material.to_owned(),
        mime: stored.mime,
        size: stored.size,
        added_at: now,
        added_by: caller.by(),
        earlier: None,
    };
    Ok(hang(world, caller, draft, paper, |to| once(to).into_iter().collect()).await?)
}

/// The bytes are there; now the draft names them. Two photos sent at once from two tabs both find their place: the loser looks
/// again. `also`: what goes with it, by the page it leads to.
pub(super) async fn hang(
    world: &World,
    caller: &Caller,
    mut draft: Draft,
    paper: PaperRef,
    also: impl Fn(&str) -> Vec<Change>,
) -> AppResult<Draft> {
    let (id, material) = (paper.id.clone(), paper.material.clone());
    for turn in 0..4 {
        draft.papers.push(paper.clone());
        draft.promised_later.retain(|m| *m != material);
        draft.updated_at = paper.added_at;
        let mut changes = vec![Change::SaveDraft(Box::new(draft.clone()))];
        changes.extend(also(&format!("/file/draft/{}/papers/{material}", draft.id)));
        match world.store.commit(changes).await {
            Ok(()) => return Ok(draft),
            Err(PortError::Conflict(_)) if turn < 3 => {
                draft = open_draft(world, caller, draft.id.as_str(), Want::Papers).await?.0;
                if draft.state != DraftState::Open || !draft.takes(paper.size) {
                    break;
                }
            }
            Err(error) => {
                // The row is not there, so nobody would ever find the bytes again.
                let _ = world.papers.remove(id.as_str()).await;
                return Err(error.into());
            }
        }
    }
    let _ = world.papers.remove(id.as_str()).await;
    Err(Refusal::AlreadySubmitted.into())
}

/// Takes a paper out of a draft.
pub async fn remove_paper(world: &World, caller: &Caller, draft_id: &str, paper: &str) -> AppResult<Draft> {
    let (mut draft, _) = open_draft(world, caller, draft_id, Want::Papers).await?;
    if draft.state != DraftState::Open {
        return Err(Refusal::AlreadySubmitted.into());
    }
    let before = draft.papers.len();
    draft.papers.retain(|p| p.id.as_str() != paper);
    if draft.papers.len() == before {
        return Err(AppError::NotFound);
    }
    draft.updated_at = world.now();
    // A running case that this draft adds to still names the paper: then only the draft forgets it.
    let owner = world.store.paper_owner(&PaperId::new(paper)).await?;
    world.store.commit(vec![Change::SaveDraft(Box::new(draft.clone()))]).await?;
    if owner.is_none_or(|o| o.case.is_none()) {
        world.papers.remove(paper).await?;
    }
    Ok(draft)
}

/// Secondary materials that she will bring later.
pub async fn promise_later(world: &World, caller: &Caller, draft_id: &str, later: &[String]) -> AppResult<Draft> {
    let (mut draft, _) = open_draft(world, caller, draft_id, Want::Papers).await?;
    if draft.state != DraftState::Open {
        return Err(Refusal::AlreadySubmitted.into());
    }
    let secondary: Vec<&str> = materials(world, &draft).await?.iter().filter(|m| !m.main).map(|m| m.id).collect();
    if later.iter().any(|m| !secondary.contains(&m.as_str())) {
        return Err(Refusal::MainPaperMissing.into());
    }
    draft.promised_later = later.to_vec();
    draft.updated_at = world.now();
    world.store.commit(vec![Change::SaveDraft(Box::new(draft.clone()))]).await?;
    Ok(draft)
}

/// The draft is open and asks for this.
pub(super) async fn check_material(world: &World, draft: &Draft, material: &str) -> AppResult<()> {
    if draft.state != DraftState::Open {
        return Err(Refusal::AlreadySubmitted.into());
    }
    if materials(world, draft).await?.iter().any(|m| m.id == material) { Ok(()) } else { Err(AppError::NotFound) }
}

/// The bytes of a paper, for whoever may see the matter it belongs to.
pub async fn read_paper(world: &World, caller: &Caller, id: &str) -> AppResult<(String, Vec<u8>)> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let owner = world.store.paper_owner(&PaperId::new(id)).await?.ok_or(AppError::NotFound)?;
    // What goes with a grant is read from the grant's own page: another helper of hers never sees it.
    if owner.subject != subject.id || (owner.draft.is_none() && owner.case.is_none()) {
        return Err(AppError::NotFound);
    }
    domain::judge::may(&caller.actor(), subject.subject(), domain::judge::Act::SeeCases, world.now())?;
    let bytes = world.papers.read(id).await?.ok_or(AppError::NotFound)?;
    Ok((owner.mime, bytes))
}
