//! What the applicant can still do with a case: send at once, take back, undo, withdraw, answer a return.

use super::delegated::may_item;
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::case::draft::Purpose;
use domain::case::{Case, CaseAct, CaseState, Draft, DraftState, Role};
use domain::catalog::ItemCode;
use domain::family::{Grant, Once};
use domain::ids::DraftId;
use domain::judge::Act;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

/// The case by its reference, for whoever may see it.
///
/// `act`: what she wants with it, asked for the service that the case is about.
pub async fn open_case<'a>(
    world: &World,
    caller: &'a Caller,
    reference: &str,
    act: impl FnOnce(ItemCode) -> Act<'static>,
) -> AppResult<(Case, &'a Person)> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let wanted = promise::read_reference(reference).ok_or(AppError::NotFound)?;
    let case = world.store.case_by_reference(&wanted).await?.ok_or(AppError::NotFound)?;
    if case.subject != subject.id {
        return Err(AppError::NotFound);
    }
    may_item(world, caller, subject, case.item, act(case.item))?;
    Ok((case, subject))
}

/// 「不再修改，马上送出」: what went out with the same form goes with it, all of it or nothing.
pub async fn release_case(world: &World, caller: &Caller, reference: &str, once: Option<Change>) -> AppResult<Case> {
    let (mut case, subject) = open_case(world, caller, reference, Act::TakeBack).await?;
    case.apply(CaseAct::Release, Role::Applicant, caller.by(), None, world.now())?;
    super::route_case::route(world, &mut case).await?;
    let mut also = Vec::new();
    for other in &case.joined {
        let Some(mut other) = world.store.case_by_reference(&other.reference).await? else { continue };
        // Taken back or sent by itself meanwhile, or not hers to send: it stays as it is.
        let hers = other.subject == subject.id && may_item(world, caller, subject, other.item, Act::TakeBack(other.item)).is_ok();
        if !hers || other.apply(CaseAct::Release, Role::Applicant, caller.by(), None, world.now()).is_err() {
            continue;
        }
        super::route_case::route(world, &mut other).await?;
        also.push(tell::ledger(world, caller.by(), subject, "release", other.id.as_str(), other.item.slug(), ""));
        also.extend(tell::tell_of_helper(world, caller, "event-release", &other.reference));
        also.push(Change::SaveCase(Box::new(other)));
    }
    also.extend(once);
    save(world, caller, &case, subject, CaseAct::Release, None, also).await?;
    Ok(case)
}

/// Back to an editable draft with all answers and papers.
pub async fn take_back(world: &World, caller: &Caller, reference: &str, once: impl Fn(&str) -> Option<Change>) -> AppResult<Draft> {
    let (mut case, subject) = open_case(world, caller, reference, Act::TakeBack).await?;
    case.apply(CaseAct::TakeBack, Role::Applicant, caller.by(), None, world.now())?;
    let draft = draft_from(world, caller, &case, Purpose::New);
    let mut also = vec![Change::SaveDraft(Box::new(draft.clone()))];
    also.extend(unspend(caller));
    also.extend(once(&format!("/file/draft/{}/check", draft.id)));
    save(world, caller, &case, subject, CaseAct::TakeBack, Some(NoticeKind::CaseTakenBack), also).await?;
    Ok(draft)
}

/// What was taken back may be sent again, also under a grant for one application.
fn unspend(caller: &Caller) -> Option<Change> {
    let Caller::Resident { acting: Some(acting), .. } = caller else { return None };
    let open = Grant { once: Once::Open, ..acting.grant.clone() };
    (acting.grant.once == Once::Spent).then(|| Change::SaveGrant(Box::new(open)))
}

/// Undo a filing that held at once. She is told what was lost.
pub async fn undo_case(world: &World, caller: &Caller, reference: &str, once: Option<Change>) -> AppResult<Case> {
    let (mut case, subject) = open_case(world, caller, reference, Act::TakeBack).await?;
    case.apply(CaseAct::Undo, Role::Applicant, caller.by(), None, world.now())?;
    case.validity = None;
    let mut also = super::end_filing::reinstated_by(world, subject, &case).await?;
    also.extend(once);
    save(world, caller, &case, subject, CaseAct::Undo, Some(NoticeKind::CaseRevoked), also).await?;
    Ok(case)
}

pub async fn withdraw_case(world: &World, caller: &Caller, reference: &str, once: Option<Change>) -> AppResult<Case> {
    let (mut case, subject) = open_case(world, caller, reference, Act::TakeBack).await?;
    case.apply(CaseAct::Withdraw, Role::Applicant, caller.by(), None, world.now())?;
    save(world, caller, &case, subject, CaseAct::Withdraw, Some(NoticeKind::CaseWithdrawn), once.into_iter().collect()).await?;
    Ok(case)
}

/// Opens a returned case again: the same questions with the same answers, and the list of what is missing.
pub async fn answer_return(world: &World, caller: &Caller, reference: &str) -> AppResult<Draft> {
    let (case, subject) = open_case(world, caller, reference, Act::HandInPapers).await?;
    if case.state != CaseState::Returned {
        return Err(Refusal::NotInThisState.into());
    }
    begun_or_new(world, caller, &case, subject, Purpose::Answer(case.id.clone()), "open-return").await
}

/// Opens the list of promised papers that have not come.
pub async fn supply_papers(world: &World, caller: &Caller, reference: &str) -> AppResult<Draft> {
    let (case, subject) = open_case(world, caller, reference, Act::HandInPapers).await?;
    let waits = domain::case::transition(case.state, CaseAct::Supply, Role::Applicant).is_some();
    if !waits || case.owed().next().is_none() {
        return Err(Refusal::NotInThisState.into());
    }
    begun_or_new(world, caller, &case, subject, Purpose::Supply(case.id.clone()), "open-supply").await
}

/// What was begun for this purpose is gone on with; only otherwise something new begins.
async fn begun_or_new(world: &World, caller: &Caller, case: &Case, subject: &Person, purpose: Purpose, act: &str) -> AppResult<Draft> {
    let open = world.store.drafts_of(&subject.id).await?;
    if let Some(draft) = open.into_iter().find(|d| d.purpose == purpose && d.state == DraftState::Open) {
        return Ok(draft);
    }
    let draft = draft_from(world, caller, case, purpose);
    let note = tell::ledger(world, caller.by(), subject, act, case.id.as_str(), case.item.slug(), "");
    world.store.commit(vec![Change::SaveDraft(Box::new(draft.clone())), note]).await?;
    Ok(draft)
}

/// The ten minutes are over: the village gets it. Safe to run twice or late.
pub async fn release_settled(world: &World) -> AppResult<usize> {
    let mut released = 0;
    for id in world.store.settled(world.now(), 200).await? {
        let Some(mut case) = world.store.case(&id).await? else { continue };
        if case.apply(CaseAct::Release, Role::Rule, domain::ledger::By::Rule, None, world.now()).is_err() {
            continue;
        }
        let Some(subject) = world.store.person(&case.subject).await? else { continue };
        super::route_case::route(world, &mut case).await?;
        let note = tell::ledger(world, domain::ledger::By::Rule, &subject, "release", case.id.as_str(), case.item.slug(), "");
        // Somebody may take it back in this very moment; then the version tells and the next run sees it.
        if world.store.commit(vec![Change::SaveCase(Box::new(case)), note]).await.is_ok() {
            released += 1;
        }
    }
    Ok(released)
}

fn draft_from(world: &World, caller: &Caller, case: &Case, purpose: Purpose) -> Draft {
    let now = world.now();
    Draft {
        id: DraftId::new(world.new_id()),
        item: case.item,
        item_version: case.item_version,
        purpose,
        subject: case.subject.clone(),
        begun_by: caller.by(),
        state: DraftState::Open,
        answers: case.answers.clone(),
        typed_by: case.typed_by.clone(),
        papers: case.papers.clone(),
        promised_later: case.owed().map(str::to_owned).collect(),
        shared: case.shared.clone(),
        created_at: now,
        updated_at: now,
        version: 0,
    }
}

pub(super) async fn save(
    world: &World,
    caller: &Caller,
    case: &Case,
    subject: &Person,
    act: CaseAct,
    notice: Option<NoticeKind>,
    also: Vec<Change>,
) -> AppResult<()> {
    let mut changes = vec![
        Change::SaveCase(Box::new(case.clone())),
        tell::ledger(world, caller.by(), subject, act.key(), case.id.as_str(), case.item.slug(), ""),
    ];
    if let Some(kind) = notice {
        changes.extend(tell::tell_of_case(world, subject, case, kind, &promise::words_for(case)).await?);
    }
    changes.extend(tell::tell_of_helper(world, caller, &format!("event-{}", act.key()), &case.reference));
    changes.extend(also);
    Ok(world.store.commit(changes).await?)
}
