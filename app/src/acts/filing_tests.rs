//! Filing as sentences, in a world of memory: what a person may rely on from the first question to the decision.
//! Long because it is a list of sentences over one room.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::change_case::{answer_return, release_case, release_settled, supply_papers, take_back, undo_case, withdraw_case};
use super::end_filing::{cancel_case, change_filing};
use super::file_tonight::{TonightForm, file_tonight};
use super::keep_comfort::keep_comfort;
use super::keep_paper::{keep_paper, promise_later, remove_paper};
use super::save_step::save_step;
use super::start_draft::start_draft;
use super::submit_draft::submit_draft;
use crate::caller::{Acting, Caller};
use crate::error::{AppError, AppResult};
use crate::ports::fake::FakeWorld;
use crate::ports::{Change, Person, Session, SessionOf, Verified, World};
use domain::case::{Case, CaseState, Draft, DraftState};
use domain::catalog::field::RawForm;
use domain::catalog::{Answers, ItemCode};
use domain::comfort::{Comfort, TextSize};
use domain::family::{Agreement, Grant, GrantState, Scope};
use domain::ids::{AreaCode, CaseId, GrantId, PersonId, SessionId};
use domain::notice::NoticeKind;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::refusal::Refusal;

pub(super) fn person(id: &str, order: u16) -> Person {
    let birth = jiff::civil::date(1952, 3, 7);
    Person {
        id: PersonId::new(id),
        name: Name::parse("王秀兰").unwrap(),
        id_number: IdNumber::compose("990101", birth, order).unwrap(),
        phone: Some(Phone::parse(&format!("1000000{order:04}")).unwrap()),
        nationality: Nationality::from_code("01").unwrap(),
        village: AreaCode::new("990101001001"),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

pub(super) struct Room {
    pub(super) fake: FakeWorld,
    pub(super) elder: Person,
    pub(super) other: Person,
}

impl Room {
    pub(super) async fn new() -> Room {
        let (elder, other) = (person("elder", 2), person("other", 4));
        let fake = World::fake();
        fake.world
            .store
            .commit(vec![Change::SavePerson(Box::new(elder.clone())), Change::SavePerson(Box::new(other.clone()))])
            .await
            .unwrap();
        Room { fake, elder, other }
    }
    pub(super) fn world(&self) -> &World {
        &self.fake.world
    }
    fn as_(&self, person: &Person, acting: Option<Acting>) -> Caller {
        let of = SessionOf::Resident { person: person.id.clone(), acting: None, own_phone: false };
        let now = self.world().now();
        let session =
            Session { id: SessionId::new(person.id.as_str()), of, created_at: now, last_seen: now, device: String::new(), stash: None };
        Caller::Resident { person: Box::new(person.clone()), acting: acting.map(Box::new), session: Box::new(session) }
    }
    pub(super) fn elder(&self) -> Caller {
        self.as_(&self.elder, None)
    }
    pub(super) fn other(&self) -> Caller {
        self.as_(&self.other, None)
    }
    pub(super) fn helper(&self, scopes: &[Scope], state: GrantState) -> Caller {
        let now = self.world().now();
        let grant = Grant {
            relation: "child".into(),
            scopes: scopes.iter().copied().collect(),
            state,
            agreement: Some(Agreement::OwnPhone { at: now }),
            seen_at: Some(now),
            version: 1,
            ..Grant::request(
                GrantId::new("grant"),
                self.elder.id.clone(),
                self.other.id.clone(),
                now,
                now + jiff::SignedDuration::from_hours(240),
            )
        };
        self.as_(&self.other, Some(Acting { grant, elder: self.elder.clone() }))
    }

    /// Answers every question of one type.
    pub(super) async fn fill(&self, caller: &Caller, kind: &str, route: &str) -> AppResult<Draft> {
        let world = self.world();
        let draft = start_draft(world, caller, ItemCode::OutOfArea).await?;
        let form: RawForm = [
            ("kind", kind),
            ("province", "11"),
            ("city", "城区"),
            ("start_year", "2026"),
            ("start_month", "3"),
            ("start_day", "2"),
            ("end-unsure", "unsure"),
            ("route", route),
            ("contact-name", "李梅"),
            ("contact-phone", "100 0000 0002"),
        ]
        .map(|(k, v)| (k.to_owned(), v.to_owned()))
        .into();
        let mut at = draft;
        while let Some(step) = at.item.item().unwrap().first_open(&at.answers) {
            at = save_step(world, caller, at.id.as_str(), step.id, &form).await?;
            at = world.store.draft(&at.id).await?.unwrap();
        }
        Ok(at)
    }

    pub(super) async fn file(&self, caller: &Caller, kind: &str, route: &str) -> AppResult<Case> {
        let mut draft = self.fill(caller, kind, route).await?;
        for material in draft.item.item().unwrap().needs(&draft.answers) {
            keep_paper(self.world(), caller, draft.id.as_str(), material.id, b"\xFF\xD8 picture".to_vec(), "a.jpg", |_| None)
                .await
                .unwrap();
            draft = self.world().store.draft(&draft.id).await?.unwrap();
        }
        submit_draft(self.world(), caller, draft.id.as_str(), true, |_| None).await
    }

    pub(super) async fn stored(&self, case: &Case) -> Case {
        self.world().store.case(&case.id).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn all_six_types_can_be_filed_and_each_takes_its_own_road() {
    for (kind, route, state) in [
        ("settled-retiree", "commitment", CaseState::InForce),
        ("settled-retiree", "proof", CaseState::Settling),
        ("long-term-resident", "commitment", CaseState::InForce),
        ("long-term-resident", "proof", CaseState::Settling),
        ("posted-worker", "commitment", CaseState::InForce),
        ("posted-worker", "proof", CaseState::Settling),
        ("transfer", "", CaseState::Settling),
        ("emergency", "", CaseState::InForce),
        ("temporary", "", CaseState::InForce),
    ] {
        let room = Room::new().await;
        let case = room.file(&room.elder(), kind, route).await.unwrap();
        let sampled = case.state == CaseState::InForceSampled && state == CaseState::InForce;
        assert!(case.state == state || sampled, "{kind} {route}: {:?}", case.state);
        assert_eq!(case.state.in_force(), case.validity.is_some(), "{kind} {route}");
    }
}

#[tokio::test]
async fn the_same_form_twice_is_one_case() {
    let room = Room::new().await;
    let draft = room.fill(&room.elder(), "emergency", "").await.unwrap();
    let (world, caller) = (room.world(), room.elder());
    let first = submit_draft(world, &caller, draft.id.as_str(), true, |_| None).await.unwrap();
    let second = submit_draft(world, &caller, draft.id.as_str(), true, |_| None).await.unwrap();
    assert_eq!(first.id, second.id);
    assert_eq!(room.fake.store.all_cases().len(), 1);
}

#[tokio::test]
async fn a_commitment_must_be_signed_and_a_main_paper_must_be_there() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let draft = room.fill(&caller, "temporary", "").await.unwrap();
    let unsigned = submit_draft(world, &caller, draft.id.as_str(), false, |_| None).await;
    assert!(matches!(unsigned, Err(AppError::Refused(Refusal::CommitmentNotSigned))));
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let draft = room.fill(&caller, "transfer", "").await.unwrap();
    let bare = submit_draft(world, &caller, draft.id.as_str(), true, |_| None).await;
    assert!(matches!(bare, Err(AppError::Refused(Refusal::PapersMissing))));
}

#[tokio::test]
async fn an_ordinary_case_reaches_the_village_after_ten_minutes_and_not_before() {
    let room = Room::new().await;
    let case = room.file(&room.elder(), "transfer", "").await.unwrap();
    room.fake.clock.forward_minutes(9);
    assert_eq!(release_settled(room.world()).await.unwrap(), 0);
    room.fake.clock.forward_minutes(1);
    assert_eq!(release_settled(room.world()).await.unwrap(), 1);
    assert_eq!(room.stored(&case).await.state, CaseState::AtVillage);
    assert_eq!(release_settled(room.world()).await.unwrap(), 0, "running twice does no harm");
}

#[tokio::test]
async fn within_ten_minutes_it_can_be_taken_back_with_every_answer_and_sent_again() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let case = room.file(&caller, "transfer", "").await.unwrap();
    let draft = take_back(world, &caller, &case.reference, |_| None).await.unwrap();
    assert_eq!((draft.answers.clone(), draft.papers.len()), (case.answers.clone(), 1));
    assert_eq!(room.stored(&case).await.state, CaseState::Withdrawn);
    let again = submit_draft(world, &caller, draft.id.as_str(), true, |_| None).await.unwrap();
    assert_eq!(again.state, CaseState::Settling);
}

#[tokio::test]
async fn after_ten_minutes_nothing_is_taken_back_but_it_can_be_withdrawn() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let case = room.file(&caller, "transfer", "").await.unwrap();
    room.fake.clock.forward_minutes(10);
    let late = take_back(world, &caller, &case.reference, |_| None).await;
    assert!(matches!(late, Err(AppError::Refused(Refusal::UndoOver))));
    release_settled(world).await.unwrap();
    withdraw_case(world, &caller, &case.reference, None).await.unwrap();
    assert_eq!(room.stored(&case).await.state, CaseState::Withdrawn);
}

#[tokio::test]
async fn undoing_what_held_at_once_revokes_it_and_says_so() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let case = room.file(&caller, "emergency", "").await.unwrap();
    undo_case(world, &caller, &case.reference, None).await.unwrap();
    let gone = room.stored(&case).await;
    assert_eq!((gone.state, gone.validity), (CaseState::Revoked, None));
    assert!(room.fake.store.all_notices().iter().any(|n| n.kind == NoticeKind::CaseRevoked));
    let again = room.file(&caller, "emergency", "").await.unwrap();
    room.fake.clock.forward_minutes(10);
    let late = undo_case(world, &caller, &again.reference, None).await;
    assert!(matches!(late, Err(AppError::Refused(Refusal::UndoOver))));
}

#[tokio::test]
async fn sending_at_once_skips_the_wait() {
    let room = Room::new().await;
    let case = room.file(&room.elder(), "transfer", "").await.unwrap();
    release_case(room.world(), &room.elder(), &case.reference, None).await.unwrap();
    assert_eq!(room.stored(&case).await.state, CaseState::AtVillage);
}

#[tokio::test]
async fn another_persons_draft_case_and_paper_do_not_exist_for_me() {
    let room = Room::new().await;
    let (world, stranger) = (room.world(), room.other());
    let case = room.file(&room.elder(), "transfer", "").await.unwrap();
    let draft = room.fill(&room.elder(), "emergency", "").await.unwrap();
    let paper = case.papers[0].id.as_str();
    assert!(matches!(save_step(world, &stranger, draft.id.as_str(), "kind", &RawForm::new()).await, Err(AppError::NotFound)));
    assert!(matches!(submit_draft(world, &stranger, draft.id.as_str(), true, |_| None).await, Err(AppError::NotFound)));
    assert!(matches!(withdraw_case(world, &stranger, &case.reference, None).await, Err(AppError::NotFound)));
    assert!(matches!(answer_return(world, &stranger, &case.reference).await, Err(AppError::NotFound)));
    assert!(matches!(super::keep_paper::read_paper(world, &stranger, paper).await, Err(AppError::NotFound)));
    assert!(matches!(remove_paper(world, &stranger, draft.id.as_str(), paper).await, Err(AppError::NotFound)));
}

#[tokio::test]
async fn a_helper_files_only_inside_her_grant_and_what_she_typed_is_marked_hers() {
    let room = Room::new().await;
    for (scopes, state, refusal) in [
        (vec![Scope::SeeCases], GrantState::Active, Refusal::OutOfScope),
        (vec![Scope::Apply], GrantState::Paused, Refusal::GrantPaused),
        (vec![Scope::Apply], GrantState::Ended, Refusal::GrantEnded),
    ] {
        let refused = start_draft(room.world(), &room.helper(&scopes, state), ItemCode::OutOfArea).await;
        assert!(matches!(refused, Err(AppError::Refused(r)) if r == refusal), "{refusal:?}");
    }
    let helper = room.helper(&[Scope::Apply], GrantState::Active);
    let case = room.file(&helper, "emergency", "").await.unwrap();
    assert_eq!(case.subject, room.elder.id);
    assert!(case.typed_by.values().all(|by| by.person() == Some(&room.other.id)));
    let told: Vec<_> = room.fake.store.all_notices().into_iter().filter(|n| n.person == room.elder.id).map(|n| n.kind).collect();
    assert!(told.contains(&NoticeKind::HelperActed), "{told:?}");
}

#[tokio::test]
async fn a_wrong_answer_is_told_and_the_earlier_ones_stay() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let draft = room.fill(&caller, "temporary", "").await.unwrap();
    let wrong: RawForm =
        [("start_year", "2026"), ("start_month", "2"), ("start_day", "30")].map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    let error = save_step(world, &caller, draft.id.as_str(), "start", &wrong).await;
    assert!(matches!(error, Err(AppError::Fields(ref e)) if e[0].problem == domain::catalog::FieldProblem::NoSuchDate));
    let kept = world.store.draft(&draft.id).await.unwrap().unwrap();
    assert_eq!((kept.answers, kept.state), (draft.answers, DraftState::Open));
}

#[tokio::test]
async fn tonight_needs_no_grant_holds_at_once_and_answers_alike_for_unknown_cards() {
    let room = Room::new().await;
    let (world, filer) = (room.world(), room.other());
    let answers = Answers::default().with("kind", "emergency").with("province", "11").with("city", "城区").with("start", "2026-03-02");
    let answers = answers.with("end", "unsure").with("contact-name", "李梅").with("contact-phone", "10000000004");
    let form =
        |number: &IdNumber| TonightForm { name: Name::parse("王秀兰").unwrap(), id_number: number.clone(), answers: answers.clone() };
    let unknown = IdNumber::compose("990101", jiff::civil::date(1950, 1, 1), 8).unwrap();
    file_tonight(world, &filer, form(&unknown), |_| None).await.unwrap();
    assert!(room.fake.store.all_cases().is_empty());
    file_tonight(world, &filer, form(&room.elder.id_number), |_| None).await.unwrap();
    let cases = room.fake.store.all_cases();
    assert_eq!((cases.len(), cases[0].state), (1, CaseState::InForceToConfirm));
    assert!(room.fake.store.all_notices().iter().any(|n| n.kind == NoticeKind::TonightFiled && n.person == room.elder.id));
    let mut unverified = room.other.clone();
    unverified.verified = Verified::No;
    let refused = file_tonight(world, &room.as_(&unverified, None), form(&room.elder.id_number), |_| None).await;
    assert!(matches!(refused, Err(AppError::Refused(Refusal::IdentityNotConfirmed))));
}

#[tokio::test]
async fn a_filing_by_commitment_locks_the_next_one_by_commitment_but_not_an_emergency() {
    let room = Room::new().await;
    let caller = room.elder();
    room.file(&caller, "long-term-resident", "commitment").await.unwrap();
    let locked = room.file(&caller, "posted-worker", "commitment").await;
    assert!(matches!(locked, Err(AppError::Refused(Refusal::FilingLocked))), "{locked:?}");
    room.world().store.drafts_of(&room.elder.id).await.unwrap();
    let room = Room::new().await;
    let caller = room.elder();
    room.file(&caller, "long-term-resident", "commitment").await.unwrap();
    room.file(&caller, "emergency", "").await.unwrap();
}

#[tokio::test]
async fn a_filing_by_commitment_is_ended_by_herself_once_its_lock_is_over() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let case = room.file(&caller, "long-term-resident", "commitment").await.unwrap();
    let lock = case.locked_until(world.today()).expect("a lock");
    let early = cancel_case(world, &caller, &case.reference, None).await;
    assert!(matches!(early, Err(AppError::Refused(Refusal::FilingLocked))), "{early:?}");
    assert!(room.stored(&case).await.state.in_force());
    let days = i64::from(world.today().until(lock).unwrap().get_days() + 31 * 7);
    room.fake.clock.forward_minutes(days * 24 * 60);
    let stranger = cancel_case(world, &room.other(), &case.reference, None).await;
    assert!(matches!(stranger, Err(AppError::NotFound)), "{stranger:?}");
    let ended = cancel_case(world, &caller, &case.reference, None).await.unwrap();
    assert_eq!((ended.state, ended.validity), (CaseState::Revoked, None));
    assert!(room.fake.store.all_notices().iter().any(|n| n.kind == NoticeKind::CaseRevoked && n.person == room.elder.id));
    let again = cancel_case(world, &caller, &case.reference, None).await;
    assert!(matches!(again, Err(AppError::Refused(Refusal::NotInThisState))), "{again:?}");
}

#[tokio::test]
async fn what_is_not_hers_to_end_is_not_ended_and_a_helper_ends_it_inside_her_grant_alone() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let open = room.file(&caller, "transfer", "").await.unwrap();
    let refused = cancel_case(world, &caller, &open.reference, None).await;
    assert!(matches!(refused, Err(AppError::Refused(Refusal::NotInThisState))), "not in force: {refused:?}");
    let case = room.file(&caller, "temporary", "").await.unwrap();
    let outside = room.helper(&[Scope::SeeCases], GrantState::Active);
    assert!(cancel_case(world, &outside, &case.reference, None).await.is_err());
    let inside = room.helper(&[Scope::SeeCases, Scope::Apply], GrantState::Active);
    world.store.commit(vec![Change::SaveGrant(Box::new(Grant { version: 0, ..inside.grant().unwrap().clone() }))]).await.unwrap();
    assert_eq!(cancel_case(world, &inside, &case.reference, None).await.unwrap().state, CaseState::Revoked, "no lock on a temporary one");
}

#[tokio::test]
async fn a_change_has_the_old_answers_before_her_and_the_new_filing_takes_the_place_of_the_old() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let journey = room.file(&caller, "emergency", "").await.unwrap();
    let old = room.file(&caller, "long-term-resident", "commitment").await.unwrap();
    room.fake.clock.forward_minutes(230 * 24 * 60);
    let draft = change_filing(world, &caller, &old.reference).await.unwrap();
    assert_eq!((draft.answers.get("province"), draft.answers.get("kind")), (Some("11"), Some("long-term-resident")));
    assert_eq!(draft.answers.get("start"), None, "when it begins is said anew");
    assert_eq!(draft.item.item().unwrap().first_open(&draft.answers).map(|step| step.id), Some("start"));
    assert!(room.stored(&old).await.state.in_force(), "it holds until the new one does");
    let today = world.today();
    let mut ready = world.store.draft(&draft.id).await.unwrap().unwrap();
    ready.answers.set("start", today.to_string());
    ready.answers.set("route", "commitment");
    world.store.commit(vec![Change::SaveDraft(Box::new(ready))]).await.unwrap();
    let new = submit_draft(world, &caller, draft.id.as_str(), true, |_| None).await.unwrap();
    assert!(new.state.in_force());
    let replaced = room.stored(&old).await;
    assert_eq!((replaced.state, replaced.events.last().map(|e| e.act)), (CaseState::Revoked, Some(domain::case::CaseAct::Replace)));
    assert!(room.stored(&journey).await.state.in_force(), "a journey stands beside it");
}

#[tokio::test]
async fn a_change_undone_within_its_minutes_leaves_her_with_the_filing_she_had() {
    let room = Room::new().await;
    let (world, caller) = (room.world(), room.elder());
    let old = room.file(&caller, "long-term-resident", "commitment").await.unwrap();
    room.fake.clock.forward_minutes(230 * 24 * 60);
    let other = room.file(&caller, "emergency", "").await.unwrap();
    let new = room.file(&caller, "long-term-resident", "commitment").await.unwrap();
    assert_eq!(room.stored(&old).await.validity, None);
    undo_case(world, &caller, &other.reference, None).await.unwrap();
    assert_eq!(room.stored(&old).await.state, CaseState::Revoked, "only the one that took its place gives it back");
    undo_case(world, &caller, &new.reference, None).await.unwrap();
    let again = room.stored(&old).await;
    assert_eq!((again.state, again.validity, again.set_aside), (old.state, old.validity, None));
    assert_eq!(room.stored(&new).await.state, CaseState::Revoked);
}

#[tokio::test]
async fn a_paper_promised_for_later_is_handed_in_by_a_helper_who_may_do_no_more_than_that() {
    let room = Room::new().await;
    let (elder, world) = (room.elder(), room.world());
    let draft = room.fill(&elder, "settled-retiree", "proof").await.unwrap();
    keep_paper(world, &elder, draft.id.as_str(), "household-first-page", b"\xFF\xD8 1".to_vec(), "a.jpg", |_| None).await.unwrap();
    promise_later(world, &elder, draft.id.as_str(), &["household-own-page".to_owned()]).await.unwrap();
    let case = submit_draft(world, &elder, draft.id.as_str(), true, |_| None).await.unwrap();
    release_case(world, &elder, &case.reference, None).await.unwrap();

    // The rule of the village; its page is tested over HTTP.
    let mut at_village = room.stored(&case).await;
    let (today, by) = (world.today(), domain::ledger::By::Staff(domain::ids::StaffId::new("v")));
    let due = at_village.promised;
    at_village.accept(&["household-own-page".to_owned()], Some(due), today, domain::case::Role::Village, by, world.now()).unwrap();
    world.store.commit(vec![Change::SaveCase(Box::new(at_village))]).await.unwrap();

    let helper = room.helper(&[Scope::HandInPapers], GrantState::Active);
    let bringing = supply_papers(world, &helper, &case.reference).await.unwrap();
    let again = supply_papers(world, &helper, &case.reference).await.unwrap();
    assert_eq!(bringing.id, again.id, "what was begun is gone on with");
    let id = bringing.id.as_str();
    // Only what is owed is asked for, and an empty list is told, not sent.
    assert!(keep_paper(world, &helper, id, "household-first-page", b"\xFF\xD8 x".to_vec(), "x.jpg", |_| None).await.is_err());
    assert!(matches!(submit_draft(world, &helper, id, false, |_| None).await, Err(AppError::Refused(Refusal::PapersMissing))));
    keep_paper(world, &helper, id, "household-own-page", b"\xFF\xD8 2".to_vec(), "b.jpg", |_| None).await.unwrap();
    submit_draft(world, &helper, id, false, |_| None).await.unwrap();

    let stored = room.stored(&case).await;
    assert_eq!((stored.state, stored.papers.len(), stored.owed().count()), (CaseState::AtTownship, 2, 0));
    // Sent once more from another tab: the same case, no second paper.
    submit_draft(world, &helper, id, false, |_| None).await.unwrap();
    assert_eq!(room.stored(&case).await.version, stored.version);
    // Nothing is owed any more, so there is nothing to bring.
    assert!(supply_papers(world, &helper, &case.reference).await.is_err());
}

#[tokio::test]
async fn a_paper_that_a_running_case_names_is_not_lost_when_its_answer_is_edited() {
    let room = Room::new().await;
    let (elder, world) = (room.elder(), room.world());
    let case = room.file(&elder, "settled-retiree", "proof").await.unwrap();
    release_case(world, &elder, &case.reference, None).await.unwrap();
    let mut back = room.stored(&case).await;
    let missing = domain::case::Missing { about: "city".into(), words: "写全城市名".into() };
    let by = domain::ledger::By::Staff(domain::ids::StaffId::new("v"));
    back.give_back(vec![missing], domain::case::Role::Village, by, world.now()).unwrap();
    world.store.commit(vec![Change::SaveCase(Box::new(back))]).await.unwrap();
    let draft = answer_return(world, &elder, &case.reference).await.unwrap();
    let paper = draft.papers[0].id.clone();
    remove_paper(world, &elder, draft.id.as_str(), paper.as_str()).await.unwrap();
    assert!(world.papers.read(paper.as_str()).await.unwrap().is_some(), "the case still shows it");
}

#[tokio::test]
async fn a_helper_who_may_read_messages_hears_of_the_case_she_filed_while_the_grant_stands() {
    let room = Room::new().await;
    let world = room.world();
    let helper = room.helper(&[Scope::Apply, Scope::ReceiveNotices], GrantState::Active);
    let Caller::Resident { acting: Some(acting), .. } = &helper else { panic!("she acts for somebody") };
    let grant = Grant { version: 0, ..acting.grant.clone() };
    world.store.commit(vec![Change::SaveGrant(Box::new(grant.clone()))]).await.unwrap();
    let to_her = || room.fake.store.all_notices().into_iter().filter(|n| n.person == room.other.id).collect::<Vec<_>>();

    let case = room.file(&helper, "transfer", "").await.unwrap();
    let told = to_her();
    assert_eq!(told.iter().map(|n| n.kind).collect::<Vec<_>>(), [NoticeKind::CaseSubmitted]);
    let words = super::tell::sentence(domain::lang::Lang::ZhHans, told[0].kind, &told[0].args);
    assert!(words.starts_with("您家人王**的「异地就医备案」"), "{words}");
    let sms = world.store.outbox(50).await.unwrap();
    assert!(sms.iter().any(|m| Some(&m.to) == room.other.phone.as_ref() && m.text == words), "the same sentence on her phone");

    // A matter that the elder settles by herself is hers alone.
    room.file(&room.elder(), "emergency", "").await.unwrap();
    assert_eq!(to_her().len(), 1);
    room.fake.clock.forward_minutes(10);
    release_settled(world).await.unwrap();
    // Paused: from that moment on she hears nothing, the elder still does.
    let stored = world.store.grant(&grant.id).await.unwrap().unwrap();
    world.store.commit(vec![Change::SaveGrant(Box::new(Grant { state: GrantState::Paused, ..stored }))]).await.unwrap();
    withdraw_case(world, &room.elder(), &case.reference, None).await.unwrap();
    assert_eq!(to_her().len(), 1);
    assert!(room.fake.store.all_notices().iter().any(|n| n.kind == NoticeKind::CaseWithdrawn && n.person == room.elder.id));
}

#[tokio::test]
async fn a_helper_without_the_scope_for_messages_gets_none() {
    let room = Room::new().await;
    let helper = room.helper(&[Scope::Apply], GrantState::Active);
    let Caller::Resident { acting: Some(acting), .. } = &helper else { panic!("she acts for somebody") };
    let grant = Grant { version: 0, ..acting.grant.clone() };
    room.world().store.commit(vec![Change::SaveGrant(Box::new(grant))]).await.unwrap();
    room.file(&helper, "transfer", "").await.unwrap();
    assert!(room.fake.store.all_notices().iter().all(|n| n.person == room.elder.id));
}

#[tokio::test]
async fn a_helper_changes_her_own_pages_and_never_the_elder_s() {
    let room = Room::new().await;
    let large = Comfort { size: TextSize::Five, ..Comfort::default() };
    keep_comfort(room.world(), &room.helper(&[Scope::Apply], GrantState::Active), large).await.unwrap();
    assert_eq!(room.world().store.comfort_of(&room.other.id).await.unwrap(), Some(large));
    assert_eq!(room.world().store.comfort_of(&room.elder.id).await.unwrap(), None);
}

#[tokio::test]
async fn a_lock_holds_however_many_applications_came_after_it() {
    let room = Room::new().await;
    let caller = room.elder();
    room.file(&caller, "long-term-resident", "commitment").await.unwrap();
    let emergency = room.file(&caller, "emergency", "").await.unwrap();
    let later = (0..60).map(|n| {
        let (id, reference) = (CaseId::new(format!("later-{n}")), format!("{n:010}"));
        let submitted_at = emergency.submitted_at + jiff::SignedDuration::from_secs(60 + n);
        Change::SaveCase(Box::new(Case { id, reference, submitted_at, version: 0, ..emergency.clone() }))
    });
    room.world().store.commit(later.collect()).await.unwrap();
    let locked = room.file(&caller, "posted-worker", "commitment").await;
    assert!(matches!(locked, Err(AppError::Refused(Refusal::FilingLocked))), "{locked:?}");
}
