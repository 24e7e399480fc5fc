//! 免申即享: whom shared data already prove entitled is told so, once, and says yes or no. The message names nothing; the page
//! behind her sign-in does. What she said stays, so that nobody asks her again. The offer is a draft of a kind of its own:
//! its name is made of her and the disease, so that a second run finds the first.

use super::delegated::may_item;
use super::submit_draft::{existing, file, spend, way};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Entitled, Person, PortError, World};
use domain::case::draft::Purpose;
use domain::case::{Case, CaseState, Draft, DraftState};
use domain::catalog::answers::NONE;
use domain::catalog::diseases::DISEASES;
use domain::catalog::{Answers, ItemCode};
use domain::ids::DraftId;
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;
use domain::shared::SharedProof;

/// Tells whoever is entitled and has not been told. Safe to run twice, late, or on two servers at once.
pub async fn offer_benefits(world: &World) -> AppResult<usize> {
    let mut offered = 0;
    for one in world.shared.entitled().await? {
        let Some(person) = world.store.person_by_number(&one.number).await? else { continue };
        let Some(draft) = drafted(world, &person, &one).filter(|_| person.alive && person.insured && person.verified()) else { continue };
        if world.store.draft(&draft.id).await?.is_some() || has_it(world, &person, &one.disease).await? {
            continue;
        }
        let note = tell::ledger(world, By::Rule, &person, "offer-benefit", draft.id.as_str(), draft.item.slug(), "shared-data");
        let mut changes = vec![Change::SaveDraft(Box::new(draft)), note];
        changes.extend(tell::tell(world, &person, NoticeKind::BenefitOffered, &[]));
        match world.store.commit(changes).await {
            Ok(()) => offered += 1,
            // Another server was quicker.
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(offered)
}

/// Everything filled in from what shared data say; `None` for a disease that is on no list of ours.
fn drafted(world: &World, person: &Person, one: &Entitled) -> Option<Draft> {
    let item = ItemCode::Chronic.item()?;
    let (group, _) = DISEASES.iter().find(|(_, row)| row.contains(&one.disease.as_str()))?;
    let answers = Answers::default()
        .with("group", *group)
        .with("disease", one.disease.as_str())
        .with("diagnosed-at", one.hospital.as_str())
        .with("diagnosed-on", one.diagnosed_on.to_string())
        .with("treated-at", one.hospital.as_str())
        .with("contact-name", person.name.as_str())
        .with("contact-phone", person.phone.as_ref().map_or(NONE, |phone| phone.plain()));
    let now = world.now();
    let proved = item.needs(&answers).into_iter().filter_map(|m| {
        let source = m.shared()?;
        Some(SharedProof { material: m.id.to_owned(), source, as_of: one.as_of, looked_at: now, agreed_by: By::Rule })
    });
    Some(Draft {
        id: DraftId::new(world.seals.lookup("offer", &format!("{}:{}", person.id, one.disease))),
        item: item.code,
        item_version: item.version,
        purpose: Purpose::Offered,
        subject: person.id.clone(),
        begun_by: By::Rule,
        state: DraftState::Open,
        typed_by: Default::default(),
        papers: Vec::new(),
        promised_later: Vec::new(),
        shared: proved.collect(),
        answers,
        created_at: now,
        updated_at: now,
        version: 0,
    })
}

/// She applied herself, for the same disease, and it stands or is on its way.
async fn has_it(world: &World, person: &Person, disease: &str) -> AppResult<bool> {
    let open: Vec<CaseState> = CaseState::ALL.iter().copied().filter(|state| !state.closed()).collect();
    let cases = world.store.cases_of_item(&person.id, ItemCode::Chronic, &open).await?;
    Ok(cases.iter().any(|case| case.answers.is("disease", disease)))
}

/// The offer, for whoever may see her matters and apply for this service. Anybody else finds nothing.
pub async fn see_offer<'a>(world: &World, caller: &'a Caller, id: &str) -> AppResult<(Draft, &'a Person)> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let draft = world.store.draft(&DraftId::new(id)).await?.ok_or(AppError::NotFound)?;
    if draft.subject != subject.id || draft.purpose != Purpose::Offered {
        return Err(AppError::NotFound);
    }
    may(&caller.actor(), subject.subject(), Act::SeeCases, world.now())?;
    may_item(world, caller, subject, draft.item, Act::Apply(draft.item))?;
    Ok((draft, subject))
}

/// Her yes. The same yes twice finds the same case.
pub async fn accept_offer(world: &World, caller: &Caller, id: &str, once: impl Fn(&str) -> Option<Change>) -> AppResult<Case> {
    let (mut draft, subject) = see_offer(world, caller, id).await?;
    match &draft.state {
        DraftState::Submitted(case) => return existing(world, case).await,
        DraftState::Dropped => return Err(Refusal::NotInThisState.into()),
        DraftState::Open => {}
    }
    may(&caller.actor(), subject.subject(), Act::Send(&draft.id, draft.version), world.now())?;
    may_item(world, caller, subject, draft.item, Act::File(draft.item))?;
    for proof in &mut draft.shared {
        proof.agreed_by = caller.by();
    }
    file(world, caller.by(), way(caller, subject), draft, subject, false, once, |case| {
        let mut also = tell::tell_of_helper(world, caller, "act-filed", &case.reference);
        also.extend(spend(caller));
        also
    })
    .await
}

/// Her no, which nobody else says for her.
pub async fn decline_offer(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let (mut draft, subject) = see_offer(world, caller, id).await?;
    if matches!(caller, Caller::Resident { acting: Some(_), .. }) {
        return Err(Refusal::OnlyHerself.into());
    }
    match draft.state {
        DraftState::Dropped => return Ok(()),
        DraftState::Submitted(_) => return Err(Refusal::AlreadySubmitted.into()),
        DraftState::Open => draft.state = DraftState::Dropped,
    }
    draft.updated_at = world.now();
    let note = tell::ledger(world, caller.by(), subject, "decline-benefit", draft.id.as_str(), draft.item.slug(), "");
    let mut changes = vec![Change::SaveDraft(Box::new(draft)), note];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
