//! 免申即享 as sentences: told once, named only behind sign-in, a yes in one tap, a no that stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::filing_tests::Room;
use super::offer_benefit::{accept_offer, decline_offer, offer_benefits, see_offer};
use super::open_draft::{Want, open_draft};
use super::see_cases::list_matters;
use super::tell::sentence;
use crate::error::AppError;
use crate::ports::{Change, Entitled, Person};
use domain::case::{Case, CaseState, Channel, Draft, DraftState, FiledBy, steps};
use domain::catalog::{Answers, ItemCode};
use domain::family::{GrantState, Items, Scope};
use domain::ids::CaseId;
use domain::lang::Lang;
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;
use jiff::civil::date;

const PRESSURE: &str = "m03900";
const TUMOUR: &str = "m00503";

fn entitled(person: &Person, disease: &str) -> Entitled {
    Entitled {
        number: person.id_number.clone(),
        disease: disease.into(),
        hospital: "和颐县人民医院".into(),
        diagnosed_on: date(2026, 1, 20),
        as_of: date(2026, 2, 20),
    }
}

async fn offers(room: &Room) -> Vec<Draft> {
    list_matters(room.world(), &room.elder()).await.unwrap().drafts
}

/// Told of one, and what she is offered.
async fn offered(room: &Room, disease: &str) -> Draft {
    room.fake.shared.entitles(entitled(&room.elder, disease));
    assert_eq!(offer_benefits(room.world()).await.unwrap(), 1);
    room.fake.clock.forward_minutes(5);
    offers(room).await.remove(0)
}

#[tokio::test]
async fn she_is_told_once_however_often_it_runs_and_the_message_names_no_disease() {
    let room = Room::new().await;
    let draft = offered(&room, PRESSURE).await;
    assert_eq!(offer_benefits(room.world()).await.unwrap(), 0);
    let told = room.world().store.notices(&room.elder.id, 9).await.unwrap();
    assert_eq!(told.iter().map(|n| n.kind).collect::<Vec<_>>(), [NoticeKind::BenefitOffered]);
    let words = sentence(Lang::ZhHans, told[0].kind, &told[0].args);
    assert!(told[0].args.is_empty() && !words.contains("高血压") && !words.contains("慢"), "{words}");
    assert!(room.world().store.outbox(9).await.unwrap().iter().all(|sms| sms.text == words));
    // Everything is there: she types nothing and photographs nothing.
    assert_eq!(steps::gaps(draft.item.item().unwrap(), &draft), (vec![], vec![]));
    assert_eq!((draft.begun_by, draft.answers.get("disease")), (By::Rule, Some(PRESSURE)));
}

#[tokio::test]
async fn nobody_is_asked_who_is_unknown_dead_gone_or_has_it_already() {
    let room = Room::new().await;
    let stranger = Person { id_number: super::filing_tests::person("x", 88).id_number, ..room.elder.clone() };
    room.fake.shared.entitles(entitled(&stranger, PRESSURE));
    room.fake.shared.entitles(entitled(&room.elder, "m99999"));
    let gone = Person { alive: false, version: 1, ..room.other.clone() };
    room.world().store.commit(vec![Change::SavePerson(Box::new(gone))]).await.unwrap();
    room.fake.shared.entitles(entitled(&room.other, PRESSURE));
    assert_eq!(offer_benefits(room.world()).await.unwrap(), 0);
    // She has applied for one disease herself; another one is another benefit.
    let filed_by = FiledBy { by: By::Herself(room.elder.id.clone()), channel: Channel::Online };
    let (id, village, now) = (CaseId::new("own"), room.elder.village.clone(), room.world().now());
    let begun = Case::begun(id, "2345883864".into(), ItemCode::Chronic, room.elder.id.clone(), village, filed_by, now);
    let own = Case { state: CaseState::AtVillage, answers: Answers::default().with("disease", TUMOUR), ..begun };
    room.world().store.commit(vec![Change::SaveCase(Box::new(own))]).await.unwrap();
    room.fake.shared.entitles(entitled(&room.elder, TUMOUR));
    assert_eq!(offer_benefits(room.world()).await.unwrap(), 0);
    assert_eq!(offered(&room, PRESSURE).await.answers.get("disease"), Some(PRESSURE));
}

#[tokio::test]
async fn her_yes_puts_it_in_force_with_nothing_but_shared_data_and_twice_is_once() {
    let room = Room::new().await;
    let draft = offered(&room, PRESSURE).await;
    let case = accept_offer(room.world(), &room.elder(), draft.id.as_str(), |_| None).await.unwrap();
    let again = accept_offer(room.world(), &room.elder(), draft.id.as_str(), |_| None).await.unwrap();
    assert_eq!((again.id, case.item), (case.id.clone(), ItemCode::Chronic));
    assert!(case.papers.is_empty() && case.lacking().is_empty() && case.validity.is_some());
    assert!(case.shared.iter().all(|proof| proof.agreed_by.person() == Some(&room.elder.id)));
    assert_eq!(case.state, CaseState::InForceSampled, "what a board would decide the county looks at");
    assert_eq!(room.world().store.notices(&room.elder.id, 9).await.unwrap()[0].kind, NoticeKind::CaseInForce);
    assert!(offers(&room).await.is_empty());
}

#[tokio::test]
async fn what_waits_for_no_board_is_in_force_and_only_the_usual_sample_is_looked_at() {
    let draft = {
        let room = Room::new().await;
        offered(&room, TUMOUR).await
    };
    let item = draft.item.item().unwrap();
    let room = Room::new().await;
    let filed_by = || FiledBy { by: By::Herself(room.elder.id.clone()), channel: Channel::Online };
    let state = |sampled: bool| {
        let rules = steps::BirthRules { sampled, ..super::promise::birth_rules(room.world(), item, &draft) };
        let (id, village) = (CaseId::new("c"), room.elder.village.clone());
        steps::submit(item, &draft, id, "2345883864".into(), village, filed_by(), false, &rules, room.world().now()).unwrap().state
    };
    assert_eq!((state(false), state(true)), (CaseState::InForce, CaseState::InForceSampled));
}

#[tokio::test]
async fn her_no_is_kept_and_nobody_asks_again() {
    let room = Room::new().await;
    let draft = offered(&room, PRESSURE).await;
    for _ in 0..2 {
        decline_offer(room.world(), &room.elder(), draft.id.as_str(), None).await.unwrap();
    }
    assert_eq!(offer_benefits(room.world()).await.unwrap(), 0);
    assert_eq!(room.world().store.draft(&draft.id).await.unwrap().unwrap().state, DraftState::Dropped);
    let late = accept_offer(room.world(), &room.elder(), draft.id.as_str(), |_| None).await;
    assert!(matches!(late, Err(AppError::Refused(Refusal::NotInThisState))), "{late:?}");
    assert!(room.world().store.cases_of(&room.elder.id, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_helper_needs_her_grant_for_this_service_and_says_no_for_nobody() {
    let room = Room::new().await;
    let draft = offered(&room, PRESSURE).await;
    let id = draft.id.as_str();
    for caller in [room.other(), room.helper(&[Scope::SeeCases], GrantState::Active), room.helper(&[Scope::Apply], GrantState::Active)] {
        assert!(see_offer(room.world(), &caller, id).await.is_err());
        assert!(accept_offer(room.world(), &caller, id, |_| None).await.is_err());
    }
    let mut narrow = room.helper(&[Scope::SeeCases, Scope::Apply], GrantState::Active);
    if let crate::caller::Caller::Resident { acting: Some(acting), .. } = &mut narrow {
        acting.grant.items = Items::Only([ItemCode::OutOfArea].into());
    }
    assert!(accept_offer(room.world(), &narrow, id, |_| None).await.is_err());
    let helper = room.helper(&[Scope::SeeCases, Scope::Apply], GrantState::Active);
    let no = decline_offer(room.world(), &helper, id, None).await;
    assert!(matches!(no, Err(AppError::Refused(Refusal::OnlyHerself))), "{no:?}");
    let case = accept_offer(room.world(), &helper, id, |_| None).await.unwrap();
    assert_eq!(case.filed_by.by.person(), Some(&room.other.id));
    let told = room.world().store.notices(&room.elder.id, 9).await.unwrap();
    assert!(told.iter().any(|n| n.kind == NoticeKind::HelperActed));
}

#[tokio::test]
async fn an_offer_is_no_draft_that_somebody_fills_in() {
    let room = Room::new().await;
    let draft = offered(&room, PRESSURE).await;
    let elder = room.elder();
    let opened = open_draft(room.world(), &elder, draft.id.as_str(), Want::Answers).await;
    assert!(matches!(opened, Err(AppError::NotFound)));
}
