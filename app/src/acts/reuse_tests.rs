//! A material without a new photo, as sentences: papers handed in before, and what shared data prove on her yes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::clear_served::sweep_papers;
use super::filing_tests::Room;
use super::keep_paper::{keep_paper, remove_paper};
use super::look_up_shared::{Looked, drop_shared, look_up_shared};
use super::reuse_paper::{earlier_papers, reuse_paper, show_earlier};
use super::submit_draft::submit_draft;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use domain::case::{Case, Draft};
use domain::family::{GrantState, Scope};
use domain::ids::PaperId;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

const FIRST: &str = "household-first-page";
const OWN: &str = "household-own-page";

/// Filed with both pages of the household register.
async fn filed(room: &Room) -> Case {
    room.file(&room.elder(), "settled-retiree", "proof").await.unwrap()
}

async fn begun(room: &Room, caller: &Caller) -> Draft {
    room.fill(caller, "settled-retiree", "proof").await.unwrap()
}

fn paper_of(case: &Case, material: &str) -> String {
    case.papers.iter().find(|p| p.material == material).unwrap().id.to_string()
}

async fn again(room: &Room, caller: &Caller, draft: &Draft, material: &str, paper: &str) -> AppResult<Draft> {
    reuse_paper(room.world(), caller, draft.id.as_str(), material, paper, |_| None).await
}

async fn acts(room: &Room) -> Vec<(String, String)> {
    let rows = room.world().store.ledger_of(&room.elder.id, 200).await.unwrap();
    rows.into_iter().map(|row| (row.line.act, row.line.reason)).collect()
}

#[tokio::test]
async fn a_paper_of_an_earlier_application_goes_with_the_next_one_as_a_copy_that_knows_where_it_came_from() {
    let room = Room::new().await;
    let case = filed(&room).await;
    let draft = begun(&room, &room.elder()).await;
    let offers = earlier_papers(room.world(), &room.elder(), &draft).await.unwrap();
    assert_eq!(offers.iter().map(|e| e.paper.material.as_str()).collect::<Vec<_>>(), [FIRST, OWN]);
    let source = paper_of(&case, FIRST);
    let draft = again(&room, &room.elder(), &draft, FIRST, &source).await.unwrap();
    let copy = &draft.papers[0];
    let earlier = copy.earlier.as_ref().unwrap();
    assert!(copy.id.as_str() != source && copy.origin().as_str() == source);
    assert_eq!((&earlier.reference, earlier.at), (&case.reference, case.papers[0].added_at));
    assert_eq!(room.world().papers.read(copy.id.as_str()).await.unwrap(), room.world().papers.read(&source).await.unwrap());
    assert_eq!(room.world().store.paper_owner(&PaperId::new(source)).await.unwrap().unwrap().case, Some(case.id));
    assert_eq!(acts(&room).await[0], ("reuse-paper".to_owned(), case.reference));
}

#[tokio::test]
async fn tapping_twice_hands_it_in_once_and_a_copy_is_never_offered_beside_its_first() {
    let room = Room::new().await;
    let case = filed(&room).await;
    let mut draft = begun(&room, &room.elder()).await;
    for _ in 0..2 {
        draft = again(&room, &room.elder(), &draft, FIRST, &paper_of(&case, FIRST)).await.unwrap();
        draft = again(&room, &room.elder(), &draft, OWN, &paper_of(&case, OWN)).await.unwrap();
    }
    assert_eq!(draft.papers.len(), 2);
    assert!(show_earlier(room.world(), &room.elder(), &draft, FIRST).await.unwrap().is_empty());
    submit_draft(room.world(), &room.elder(), draft.id.as_str(), true, |_| None).await.unwrap();
    let third = begun(&room, &room.elder()).await;
    assert_eq!(earlier_papers(room.world(), &room.elder(), &third).await.unwrap().len(), 2);
}

#[tokio::test]
async fn swapping_it_for_another_takes_nothing_from_the_earlier_application_and_leaves_no_bytes_behind() {
    let room = Room::new().await;
    let case = filed(&room).await;
    let draft = begun(&room, &room.elder()).await;
    let draft = again(&room, &room.elder(), &draft, FIRST, &paper_of(&case, FIRST)).await.unwrap();
    let copy = draft.papers[0].id.clone();
    remove_paper(room.world(), &room.elder(), draft.id.as_str(), copy.as_str()).await.unwrap();
    sweep_papers(room.world()).await.unwrap();
    let world = room.world();
    assert!(world.papers.read(copy.as_str()).await.unwrap().is_none());
    assert!(world.papers.read(&paper_of(&case, FIRST)).await.unwrap().is_some());
    let draft = world.store.draft(&draft.id).await.unwrap().unwrap();
    assert_eq!(show_earlier(world, &room.elder(), &draft, FIRST).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_goes_stale_is_not_offered_after_the_regions_months() {
    let room = Room::new().await;
    room.file(&room.elder(), "long-term-resident", "proof").await.unwrap();
    let draft = room.fill(&room.elder(), "long-term-resident", "proof").await.unwrap();
    let offers = async || earlier_papers(room.world(), &room.elder(), &draft).await.unwrap().len();
    assert_eq!(offers().await, 1);
    room.fake.clock.forward_minutes(367 * 24 * 60);
    assert_eq!(offers().await, 0);
}

#[tokio::test]
async fn nobody_can_name_another_persons_paper_or_use_one_for_another_material() {
    let room = Room::new().await;
    let case = filed(&room).await;
    let others = begun(&room, &room.other()).await;
    for paper in [paper_of(&case, FIRST), "no-such-paper".to_owned()] {
        let named = again(&room, &room.other(), &others, FIRST, &paper).await;
        assert!(matches!(named, Err(AppError::NotFound)), "{named:?}");
    }
    let hers = begun(&room, &room.elder()).await;
    let crossed = again(&room, &room.elder(), &hers, OWN, &paper_of(&case, FIRST)).await;
    assert!(matches!(crossed, Err(AppError::NotFound)), "{crossed:?}");
}

#[tokio::test]
async fn a_helper_is_offered_what_she_may_see_and_never_a_paper_of_her_own() {
    let room = Room::new().await;
    let own = room.file(&room.other(), "settled-retiree", "proof").await.unwrap();
    let case = filed(&room).await;
    let blind = room.helper(&[Scope::Apply, Scope::HandInPapers], GrantState::Active);
    let draft = begun(&room, &room.elder()).await;
    assert!(earlier_papers(room.world(), &blind, &draft).await.unwrap().is_empty());
    let refused = again(&room, &blind, &draft, FIRST, &paper_of(&case, FIRST)).await;
    assert!(matches!(refused, Err(AppError::NotFound)), "{refused:?}");
    let seeing = room.helper(&[Scope::Apply, Scope::HandInPapers, Scope::SeeCases], GrantState::Active);
    let offers = show_earlier(room.world(), &seeing, &draft, FIRST).await.unwrap();
    assert_eq!(offers.iter().map(|e| e.paper.id.to_string()).collect::<Vec<_>>(), [paper_of(&case, FIRST)]);
    assert_eq!(acts(&room).await[0].0, "see-earlier-papers");
    let mixed = again(&room, &seeing, &draft, FIRST, &paper_of(&own, FIRST)).await;
    assert!(matches!(mixed, Err(AppError::NotFound)), "{mixed:?}");
    let done = again(&room, &seeing, &draft, FIRST, &paper_of(&case, FIRST)).await.unwrap();
    assert_eq!(done.papers[0].added_by.person(), Some(&room.other.id));
}

#[tokio::test]
async fn a_used_paper_counts_like_any_other() {
    let room = Room::new().await;
    let case = filed(&room).await;
    let draft = begun(&room, &room.elder()).await;
    for _ in 0..20 {
        let bytes = b"\xFF\xD8 picture".to_vec();
        keep_paper(room.world(), &room.elder(), draft.id.as_str(), OWN, bytes, "a.jpg", |_| None).await.unwrap();
    }
    let full = again(&room, &room.elder(), &draft, FIRST, &paper_of(&case, FIRST)).await;
    assert!(matches!(full, Err(AppError::Refused(Refusal::TooManyPapers))), "{full:?}");
}

async fn look(room: &Room, caller: &Caller, draft: &Draft, agreed: bool) -> AppResult<Looked> {
    look_up_shared(room.world(), caller, draft.id.as_str(), FIRST, agreed, |_| None).await
}

#[tokio::test]
async fn nothing_is_looked_up_before_she_says_yes_and_what_is_found_stands_for_the_paper() {
    let room = Room::new().await;
    let draft = begun(&room, &room.elder()).await;
    assert!(matches!(look(&room, &room.elder(), &draft, true).await, Err(AppError::NotFound)), "nobody is connected");
    room.fake.shared.proves(&room.elder.id_number, FIRST, jiff::civil::date(2026, 2, 20));
    let silent = look(&room, &room.elder(), &draft, false).await;
    assert!(matches!(silent, Err(AppError::Refused(Refusal::ConsentMissing))));
    assert!(!acts(&room).await.iter().any(|(act, _)| act == "look-up-shared"));
    assert_eq!(look(&room, &room.elder(), &draft, true).await.unwrap(), Looked::Found);
    let (act, reason) = acts(&room).await.remove(0);
    assert_eq!((act.as_str(), reason.as_str()), ("look-up-shared", "household-first-page police agreed found"));
    let own = b"\xFF\xD8 picture".to_vec();
    keep_paper(room.world(), &room.elder(), draft.id.as_str(), OWN, own, "a.jpg", |_| None).await.unwrap();
    let case = submit_draft(room.world(), &room.elder(), draft.id.as_str(), true, |_| None).await.unwrap();
    let proof = room.stored(&case).await.proved(FIRST).cloned().unwrap();
    assert_eq!((proof.as_of, proof.agreed_by.person()), (jiff::civil::date(2026, 2, 20), Some(&room.elder.id)));
    assert!(case.lacking().is_empty());
}

#[tokio::test]
async fn nothing_found_is_told_and_written_down_and_the_photo_stays_wanted() {
    let room = Room::new().await;
    room.fake.shared.proves(&room.other.id_number, FIRST, jiff::civil::date(2026, 2, 20));
    let draft = begun(&room, &room.elder()).await;
    assert_eq!(look(&room, &room.elder(), &draft, true).await.unwrap(), Looked::Nothing);
    assert_eq!(acts(&room).await[0].1, "household-first-page police agreed nothing");
    let sent = submit_draft(room.world(), &room.elder(), draft.id.as_str(), true, |_| None).await;
    assert!(matches!(sent, Err(AppError::Refused(Refusal::PapersMissing))));
}

#[tokio::test]
async fn she_takes_her_yes_back_and_the_material_is_open_again() {
    let room = Room::new().await;
    room.fake.shared.proves(&room.elder.id_number, FIRST, jiff::civil::date(2026, 2, 20));
    let draft = begun(&room, &room.elder()).await;
    look(&room, &room.elder(), &draft, true).await.unwrap();
    drop_shared(room.world(), &room.elder(), draft.id.as_str(), FIRST).await.unwrap();
    assert!(room.world().store.draft(&draft.id).await.unwrap().unwrap().shared.is_empty());
    assert_eq!(acts(&room).await[0].0, "drop-shared");
}

#[tokio::test]
async fn she_is_told_that_her_helper_had_something_looked_up() {
    let room = Room::new().await;
    room.fake.shared.proves(&room.elder.id_number, FIRST, jiff::civil::date(2026, 2, 20));
    let helper = room.helper(&[Scope::Apply, Scope::HandInPapers], GrantState::Active);
    let draft = begun(&room, &room.elder()).await;
    assert_eq!(look(&room, &helper, &draft, true).await.unwrap(), Looked::Found);
    let told = room.world().store.notices(&room.elder.id, 5).await.unwrap();
    assert_eq!(told[0].kind, NoticeKind::HelperActed);
    assert_eq!(told[0].args["act"], "替您同意查了系统里的材料");
    // A matter of somebody else is not shown to exist.
    assert!(matches!(look(&room, &room.other(), &draft, true).await, Err(AppError::NotFound)));
}
