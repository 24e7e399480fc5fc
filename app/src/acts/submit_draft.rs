//! A draft becomes a case. The receipt is shown only after the commit; the same form twice finds the same case.

use super::delegated::may_item;
use super::open_draft::{Want, open_draft};
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, PortError, World};
use domain::case::draft::Purpose;
use domain::case::{Case, CaseState, Channel, Draft, DraftState, FiledBy, Joined, steps};
use domain::family::{Grant, Once};
use domain::ids::{AreaCode, CaseId};
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;
use domain::review::Reviewer;

pub async fn submit_draft(
    world: &World,
    caller: &Caller,
    draft_id: &str,
    signed: bool,
    once: impl Fn(&str) -> Option<Change>,
) -> AppResult<Case> {
    let (draft, subject) = open_draft(world, caller, draft_id, Want::Papers).await?;
    if draft.state == DraftState::Open {
        may(&caller.actor(), subject.subject(), Act::Send(&draft.id, draft.version), world.now())?;
    }
    match (&draft.state, &draft.purpose) {
        (DraftState::Submitted(case), _) => existing(world, case).await,
        (DraftState::Dropped, _) => Err(AppError::NotFound),
        (DraftState::Open, Purpose::Answer(case)) => {
            let case = case.clone();
            resubmit(world, caller, draft, subject, &case, once).await
        }
        (DraftState::Open, Purpose::Supply(case)) => {
            let case = case.clone();
            supply(world, caller, draft, subject, &case, once).await
        }
        (DraftState::Open, _) => {
            // Filing anew needs more than handing in papers.
            open_draft(world, caller, draft_id, Want::Answers).await?;
            may_item(world, caller, subject, draft.item, Act::File(draft.item))?;
            // A joined matter is no way around what she allowed for each.
            for part in draft.item.item().map(|item| item.parts).unwrap_or_default() {
                may_item(world, caller, subject, part.item, Act::File(part.item))?;
            }
            file(world, caller.by(), way(caller, subject), draft, subject, signed, once, |case| {
                let mut also = tell::tell_of_helper(world, caller, "act-filed", &case.reference);
                also.extend(spend(caller));
                also
            })
            .await
        }
    }
}

/// How an application comes in.
pub(super) struct Way {
    pub channel: Channel,
    /// The counter, where it is not one of her own.
    pub taken_at: Option<AreaCode>,
}

pub(super) fn way(caller: &Caller, subject: &Person) -> Way {
    let channel = match caller {
        Caller::Staff { staff, .. } if staff.kind.assists() => Channel::Assisted,
        Caller::Staff { .. } => Channel::Counter,
        _ => Channel::Online,
    };
    let elsewhere = |clerk: &Reviewer| !clerk.desk.contains(&subject.village.at(clerk.tier));
    let taken_at = caller.staff().filter(|(_, clerk)| channel == Channel::Counter && elsewhere(clerk)).map(|(_, clerk)| clerk.desk.clone());
    Way { channel, taken_at }
}

/// A grant for one application is spent by it; should she end it in this very moment, nothing is filed.
pub(super) fn spend(caller: &Caller) -> Option<Change> {
    let Caller::Resident { acting: Some(acting), .. } = caller else { return None };
    let spent = Grant { once: Once::Spent, ..acting.grant.clone() };
    (acting.grant.once == Once::Open).then(|| Change::SaveGrant(Box::new(spent)))
}

pub(super) async fn existing(world: &World, id: &CaseId) -> AppResult<Case> {
    world.store.case(id).await?.ok_or(AppError::NotFound)
}

/// Shared with filing tonight: births the case and commits it with everything that goes with it.
#[allow(clippy::too_many_arguments)]
pub(super) async fn file(
    world: &World,
    by: By,
    way: Way,
    mut draft: Draft,
    subject: &Person,
    signed: bool,
    once: impl Fn(&str) -> Option<Change>,
    also: impl Fn(&Case) -> Vec<Change>,
) -> AppResult<Case> {
    let item = draft.item.item().ok_or(AppError::NotFound)?;
    // A joined matter becomes several applications, each with a number of its own.
    let births: Vec<Draft> = match item.parts {
        [] => vec![draft.clone()],
        _ => item.parts_of(&draft.answers).filter_map(|part| draft.part(part)).collect(),
    };
    for one in &births {
        locked(world, subject, one).await?;
    }
    let channel = way.channel;
    let filed_by = FiledBy { by: by.clone(), channel };
    // A reference is one of very many; should two meet, the store refuses and another is drawn.
    for _ in 0..4 {
        let mut cases = Vec::new();
        for one in &births {
            cases.push(born(world, one, subject, &filed_by, signed, way.taken_at.as_ref()).await?);
        }
        join(&mut cases);
        let Some(case) = cases.first().cloned() else { return Err(AppError::NotFound) };
        let version = draft.version;
        draft.state = DraftState::Submitted(case.id.clone());
        draft.updated_at = world.now();
        let mut changes = Vec::new();
        for one in &cases {
            changes.extend(super::end_filing::replaced_by(world, subject, one).await?);
            changes.extend(told(world, &by, channel, subject, one).await?);
            // A grant for one application is spent once, by whatever it was sent with.
            changes.extend(also(one).into_iter().filter(|change| one.id == case.id || !matches!(change, Change::SaveGrant(_))));
        }
        changes.push(Change::SaveDraft(Box::new(draft.clone())));
        changes.extend(once(&format!("/cases/{}/receipt", case.reference)));
        match world.store.commit(changes).await {
            Ok(()) => return Ok(case),
            Err(PortError::Conflict(what)) => {
                // Sent in two tabs at once: the other tab's case is the case.
                let fresh = world.store.draft(&draft.id).await?;
                if let Some(Draft { state: DraftState::Submitted(id), .. }) = fresh {
                    return existing(world, &id).await;
                }
                if fresh.is_some_and(|f| f.version != version) {
                    return Err(PortError::Conflict(what).into());
                }
                draft.state = DraftState::Open;
                draft.version = version;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(PortError::Unavailable("no free reference".into()).into())
}

async fn born(
    world: &World,
    draft: &Draft,
    subject: &Person,
    filed_by: &FiledBy,
    signed: bool,
    taken_at: Option<&AreaCode>,
) -> AppResult<Case> {
    let item = draft.item.item().ok_or(AppError::NotFound)?;
    let rules = promise::birth_rules(world, item, draft);
    let (id, reference) = (CaseId::new(world.new_id()), promise::new_reference(world));
    let mut case = steps::submit(item, draft, id, reference, subject.village.clone(), filed_by.clone(), signed, &rules, world.now())?;
    case.taken_at = taken_at.cloned();
    case.site = taken_at.filter(|desk| desk.is_site()).cloned();
    // Its first step lies where it was taken in.
    if let (Some(_), Some(step)) = (&case.site, case.state.tier()) {
        case.desk = case.home(step);
    }
    // What is in force at once but looked at by a person never waits at a desk where nobody may act.
    super::route_case::route(world, &mut case).await?;
    Ok(case)
}

/// Each knows the others.
fn join(cases: &mut [Case]) {
    let all: Vec<Joined> = cases.iter().map(|case| Joined { item: case.item, reference: case.reference.clone() }).collect();
    for case in cases {
        case.joined = all.iter().filter(|other| other.reference != case.reference).cloned().collect();
    }
}

/// The case itself, what is written down of it and whom it is told.
async fn told(world: &World, by: &By, channel: Channel, subject: &Person, case: &Case) -> AppResult<Vec<Change>> {
    let kind = match (case.state, channel) {
        (_, Channel::Tonight) => NoticeKind::TonightFiled,
        (state, _) if state.in_force() => NoticeKind::CaseInForce,
        _ => NoticeKind::CaseSubmitted,
    };
    let signed = case.commitment.as_deref().unwrap_or("");
    let mut changes = vec![
        Change::SaveCase(Box::new(case.clone())),
        tell::ledger(world, by.clone(), subject, "submit", case.id.as_str(), case.item.slug(), signed),
    ];
    let mut words = promise::words_for(case);
    if let By::Bystander(filer) = by {
        words.extend(world.store.person(filer).await?.map(|p| ("helper", p.name.masked())));
    }
    // What a bystander filed is told to the elder alone, with the bystander's name.
    changes.extend(match channel {
        Channel::Tonight => tell::tell(world, subject, kind, &words),
        _ => tell::tell_of_case(world, subject, case, kind, &words).await?,
    });
    Ok(changes)
}

/// One place at a time: a new filing replaces an older one, unless that one was made by commitment and is locked.
async fn locked(world: &World, subject: &Person, draft: &Draft) -> AppResult<()> {
    let Some(item) = draft.item.item() else { return Ok(()) };
    // Temporary care beside a long-term filing stays possible: she fell ill on a journey.
    let long_term = (item.term)(&draft.answers) == domain::catalog::Term::UntilChanged;
    let by_proof = !item.needs(&draft.answers).is_empty();
    if !long_term || by_proof {
        return Ok(());
    }
    let older = world.store.cases_of_item(&subject.id, draft.item, CaseState::IN_FORCE).await?;
    let locks = |old: &Case| old.validity.and_then(|v| v.locked_until).is_some_and(|day| world.today() < day);
    if older.iter().any(locks) { Err(Refusal::FilingLocked.into()) } else { Ok(()) }
}

/// A promised paper comes. The clerk who has the case open keeps it.
async fn supply(
    world: &World,
    caller: &Caller,
    draft: Draft,
    subject: &Person,
    id: &CaseId,
    once: impl Fn(&str) -> Option<Change>,
) -> AppResult<Case> {
    let mut case = existing(world, id).await?;
    let due = promise::step_due(world, domain::review::Tier::County);
    case.supply(&draft, due, caller.by(), world.now())?;
    let said = Said { act: "supply", helper_act: "act-supplied", notice: NoticeKind::PapersArrived };
    // An assistant sees the receipt and no case.
    let page = if caller.assistant().is_some() { "/receipt" } else { "" };
    let to = format!("/cases/{}{page}", case.reference);
    added(world, caller, draft, subject, case, said, once(&to)).await
}

/// The answer to a return.
async fn resubmit(
    world: &World,
    caller: &Caller,
    draft: Draft,
    subject: &Person,
    id: &CaseId,
    once: impl Fn(&str) -> Option<Change>,
) -> AppResult<Case> {
    let mut case = existing(world, id).await?;
    if case.state != CaseState::Returned {
        return Err(Refusal::NotInThisState.into());
    }
    let due = promise::step_due(world, domain::review::Tier::Village);
    case.resubmit(&draft, due, caller.by(), world.now())?;
    let said = Said { act: "resubmit", helper_act: "act-resubmitted", notice: NoticeKind::CaseSubmitted };
    let to = format!("/cases/{}/receipt", case.reference);
    added(world, caller, draft, subject, case, said, once(&to)).await
}

/// What the ledger, the elder of her helper, and the elder of her case are told.
struct Said {
    act: &'static str,
    helper_act: &'static str,
    notice: NoticeKind,
}

/// Something came to a running case: it finds its desk, the draft is used up, everybody is told, all in one commit.
async fn added(
    world: &World,
    caller: &Caller,
    mut draft: Draft,
    subject: &Person,
    mut case: Case,
    said: Said,
    once: Option<Change>,
) -> AppResult<Case> {
    super::route_case::route(world, &mut case).await?;
    draft.state = DraftState::Submitted(case.id.clone());
    draft.updated_at = world.now();
    let mut changes = vec![
        Change::SaveCase(Box::new(case.clone())),
        Change::SaveDraft(Box::new(draft)),
        tell::ledger(world, caller.by(), subject, said.act, case.id.as_str(), case.item.slug(), ""),
    ];
    changes.extend(tell::tell_of_case(world, subject, &case, said.notice, &promise::words_for(&case)).await?);
    changes.extend(tell::tell_of_helper(world, caller, said.helper_act, &case.reference));
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(case)
}
