//! The elder stopped a helper in the middle of a page. What was typed is neither sent nor thrown away: it is kept for the
//! helper alone, comes back into the page when she may go on, and can be copied until then. Nothing is written into the
//! elder's matters.

use super::list_helped::{Helped, see_helped};
use super::note_refusal::about_her_right;
use crate::caller::{Acting, Caller};
use crate::error::AppResult;
use crate::ports::{Change, Person, Unsent, World};
use domain::case::Draft;
use domain::catalog::field::{RawForm, check_box};
use domain::catalog::{FieldKind, Step};
use domain::ids::DraftId;
use domain::refusal::Refusal;

/// Keeps it, and gives it back for the page that says so. Nothing when this is no page of the elder's, or nothing was typed.
pub async fn keep_typed(
    world: &World,
    caller: &Caller,
    refusal: Refusal,
    draft: &str,
    step: &str,
    form: &[(String, String)],
) -> AppResult<Option<Unsent>> {
    let Some((helper, acting)) = stopped(caller, refusal) else { return Ok(None) };
    let Some((draft, step)) = page(world, acting, draft, step).await? else { return Ok(None) };
    let form = typed_into(step, form);
    if form.is_empty() {
        return Ok(None);
    }
    let unsent = Unsent {
        id: name(world, helper, draft.id.as_str(), step.id),
        helper: helper.id.clone(),
        grant: acting.grant.id.clone(),
        item: draft.item,
        step: step.id.to_owned(),
        form,
        at: world.now(),
    };
    world.store.commit(vec![Change::PutUnsent(Box::new(unsent.clone()))]).await?;
    Ok(Some(unsent))
}

/// The form was opened for somebody else than she acts for now, so it is not taken and nothing is kept; but what she
/// typed is shown to her once more, if the page is of somebody whom she helps.
pub async fn show_typed(world: &World, caller: &Caller, draft: &str, step: &str, form: &[(String, String)]) -> AppResult<Option<Unsent>> {
    let Some(person) = caller.person() else { return Ok(None) };
    let Some(draft) = world.store.draft(&DraftId::new(draft)).await? else { return Ok(None) };
    let grants = world.store.grants_by_helper(&person.id).await?;
    let Some(grant) = grants.iter().find(|g| g.elder == draft.subject && g.agreement.is_some()) else { return Ok(None) };
    let Some(step) = draft.item.item().and_then(|item| item.step(step)) else { return Ok(None) };
    let form = typed_into(step, form);
    Ok((!form.is_empty()).then(|| Unsent {
        id: String::new(),
        helper: person.id.clone(),
        grant: grant.id.clone(),
        item: draft.item,
        step: step.id.to_owned(),
        form,
        at: world.now(),
    }))
}

/// She opens the page again while she may not go on: what she typed is shown, not lost.
pub async fn still_kept(world: &World, caller: &Caller, refusal: Refusal, draft: &str, step: &str) -> AppResult<Option<Unsent>> {
    match stopped(caller, refusal) {
        Some((helper, _)) => Ok(world.store.unsent(&name(world, helper, draft, step)).await?),
        None => Ok(None),
    }
}

/// She may go on: the page begins with what she typed.
pub async fn typed_before(world: &World, caller: &Caller, draft: &str, step: &str) -> AppResult<Option<RawForm>> {
    let Caller::Resident { person, acting: Some(_), .. } = caller else { return Ok(None) };
    let kept = world.store.unsent(&name(world, person, draft, step)).await?;
    Ok(kept.map(|unsent| unsent.form.into_iter().collect()))
}

/// It has become an answer.
pub async fn forget_typed(world: &World, caller: &Caller, draft: &str, step: &str) -> AppResult<()> {
    let Caller::Resident { person, acting: Some(_), .. } = caller else { return Ok(()) };
    let id = name(world, person, draft, step);
    if world.store.unsent(&id).await?.is_some() {
        world.store.commit(vec![Change::EndUnsent(id)]).await?;
    }
    Ok(())
}

/// Everything that she typed under one grant and could not send, newest first; also when the grant is over.
pub async fn see_typed(world: &World, caller: &Caller, grant: &str) -> AppResult<(Helped, Vec<Unsent>)> {
    let helped = see_helped(world, caller, grant).await?;
    let mut kept = world.store.unsent_of(&helped.view.helper.id).await?;
    kept.retain(|unsent| unsent.grant == helped.view.grant.id);
    Ok((helped, kept))
}

fn stopped(caller: &Caller, refusal: Refusal) -> Option<(&Person, &Acting)> {
    match caller {
        Caller::Resident { person, acting: Some(acting), .. } if about_her_right(refusal) => Some((person, acting)),
        _ => None,
    }
}

/// The page of a draft in the matter of the elder whom she helps; any other is not shown to exist.
async fn page(world: &World, acting: &Acting, draft: &str, step: &str) -> AppResult<Option<(Draft, &'static Step)>> {
    let draft = world.store.draft(&DraftId::new(draft)).await?.filter(|d| d.subject == acting.elder.id);
    Ok(draft.and_then(|draft| {
        let step = draft.item.item()?.step(step)?;
        Some((draft, step))
    }))
}

/// What stands in the boxes of this page, without its keys and what was left empty.
fn typed_into(step: &Step, form: &[(String, String)]) -> Vec<(String, String)> {
    form.iter().filter(|(name, value)| belongs(step, name) && !value.trim_ascii().is_empty()).cloned().collect()
}

/// A box of this page: its own name, or one of the parts into which the page cuts a date, a city, 「不清楚」.
fn belongs(step: &Step, name: &str) -> bool {
    step.fields.iter().any(|field| {
        let part = name.strip_prefix(field.id);
        match field.kind {
            _ if part == Some("") || part == Some("-unsure") => true,
            FieldKind::Date(_) => matches!(part, Some("_year" | "_month" | "_day")),
            FieldKind::City { .. } => part == Some("-own"),
            FieldKind::Checks(options) => options.iter().any(|option| name == check_box(field.id, option)),
            _ => false,
        }
    })
}

fn name(world: &World, helper: &Person, draft: &str, step: &str) -> String {
    world.seals.lookup("unsent", &format!("{}|{draft}|{step}", helper.id))
}
