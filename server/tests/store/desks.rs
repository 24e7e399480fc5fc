//! What every `Store` promises about the desks: whom a case is kept for, a case by the end of its number, who was not asked yet how
//! it went, and what is late.

use super::ratings::rating;
use super::records::*;
use app::ports::*;
use domain::case::{Case, CaseState};
use domain::catalog::ItemCode;
use domain::ids::*;
use domain::rating::{Level, Stage};

fn save(case: Case) -> Change {
    Change::SaveCase(Box::new(case))
}

fn ids(rows: PortResult<Vec<CaseRow>>) -> Vec<String> {
    rows.unwrap().into_iter().map(|row| row.id.0).collect()
}

pub async fn what_is_kept_for_a_clerk_is_found_most_urgent_first_while_it_lies_at_her_desk(store: AnyStore) {
    with_people(&store).await;
    let kept = |id: &str, clerk: &str, due: i8, state| Case {
        kept_for: Some(StaffId::new(clerk)),
        step_due: day(due),
        state,
        desk: AreaCode::new(VILLAGE),
        ..case(id, "elder")
    };
    let elsewhere = Case { desk: AreaCode::new("990101001002"), ..kept("moved", "v", 1, CaseState::AtVillage) };
    let all = [
        kept("later", "v", 9, CaseState::AtVillage),
        kept("soon", "v", 3, CaseState::AtVillage),
        kept("other", "w", 1, CaseState::AtVillage),
        kept("done", "v", 1, CaseState::InForce),
        elsewhere,
        Case { kept_for: None, ..kept("free", "v", 1, CaseState::AtVillage) },
    ];
    store.commit(all.map(save).into()).await.unwrap();
    let (desk, states) = (AreaCode::new(VILLAGE), [CaseState::AtVillage]);
    let of = async |clerks: &[&str], limit| {
        let clerks: Vec<StaffId> = clerks.iter().map(|id| StaffId::new(*id)).collect();
        ids(store.queue_kept(&desk, &clerks, &states, limit).await)
    };
    assert_eq!(of(&["v"], 9).await, ["soon", "later"]);
    assert_eq!(of(&["v", "w"], 2).await, ["other", "soon"]);
    assert_eq!(of(&[], 9).await, Vec::<String>::new());
    let row = store.queue_kept(&desk, &[StaffId::new("v")], &states, 1).await.unwrap().remove(0);
    assert_eq!(row.kept_for, Some(StaffId::new("v")));
    let mut stored = store.case(&CaseId::new("soon")).await.unwrap().unwrap();
    stored.kept_for = None;
    store.commit(vec![save(stored)]).await.unwrap();
    assert_eq!(of(&["v"], 9).await, ["later"]);
}

pub async fn the_queue_of_some_services_is_a_part_of_the_queue(store: AnyStore) {
    with_people(&store).await;
    let at = |id: &str, item, state| Case { item, state, desk: AreaCode::new("990101"), ..case(id, "elder") };
    let all = [
        at("chronic", ItemCode::Chronic, CaseState::AtCounty),
        at("claim", ItemCode::Claim, CaseState::AtCounty),
        at("below", ItemCode::Chronic, CaseState::AtTownship),
    ];
    store.commit(all.map(save).into()).await.unwrap();
    let desk = AreaCode::new("990101");
    let items = [ItemCode::Chronic, ItemCode::ChronicRecheck];
    assert_eq!(ids(store.queue_of(&desk, CaseState::AtCounty, &items, 9).await), ["chronic"]);
    assert_eq!(ids(store.queue_of(&desk, CaseState::AtCounty, &[], 9).await), Vec::<String>::new());
}

pub async fn a_case_is_found_by_the_end_of_its_number_inside_an_area_alone(store: AnyStore) {
    with_people(&store).await;
    let of = |id: &str, reference: &str, second: i64| Case {
        reference: reference.into(),
        submitted_at: at(second),
        village: AreaCode::new(VILLAGE),
        desk: AreaCode::new(VILLAGE),
        ..case(id, "elder")
    };
    let away = Case { village: AreaCode::new("990101002001"), desk: AreaCode::new("990101002001"), ..of("away", "4445556667", 3) };
    let moved = Case { village: AreaCode::new("990101002001"), ..of("moved", "7775556667", 4) };
    let all = [of("one", "2345556667", 1), of("two", "3335556667", 2), of("three", "2345553333", 5), away, moved];
    store.commit(all.map(save).into()).await.unwrap();
    let find = async |area: &str, digits: &str| ids(store.cases_ending(&AreaCode::new(area), digits, 9).await);
    assert_eq!(find(VILLAGE, "6667").await, ["moved", "two", "one"], "newest first, and what lies at the desk");
    assert_eq!(find(VILLAGE, "45556667").await, ["one"]);
    assert_eq!(find(VILLAGE, "3335556667").await, ["two"]);
    assert_eq!(find("990101001", "6667").await, ["two", "one"]);
    assert_eq!(find("990101", "6667").await.len(), 4);
    assert_eq!(find("990101", "667").await, Vec::<String>::new(), "three digits name too many");
}

pub async fn whoever_was_not_asked_is_found_some_time_after_the_end_and_not_again(store: AnyStore) {
    with_people(&store).await;
    let ended = |id: &str, second: i64| Case { state: CaseState::InForce, submitted_at: at(second), ..case(id, "elder") };
    let asked = Case { invited: true, ..ended("asked", 1) };
    let all = [ended("late", 5), ended("early", 2), ended("new", 9), asked, Case { state: CaseState::AtVillage, ..ended("open", 1) }];
    store.commit(all.map(save).into()).await.unwrap();
    let waiting = async |second: i64| store.to_invite(at(second), 9).await.unwrap().into_iter().map(|id| id.0).collect::<Vec<_>>();
    assert_eq!(waiting(5).await, ["early", "late"]);
    let mut stored = store.case(&CaseId::new("early")).await.unwrap().unwrap();
    stored.invited = true;
    store.commit(vec![save(stored)]).await.unwrap();
    assert_eq!(waiting(5).await, ["late"]);
}

pub async fn a_task_that_is_late_is_found_once_to_be_marked_and_then_by_the_desk_above(store: AnyStore) {
    with_people(&store).await;
    let all = [
        Change::SaveRating(Box::new(rating("old", 1, Stage::Received, Level::Bad, day(2)))),
        Change::SaveRating(Box::new(rating("today", 2, Stage::Accepted, Level::Bad, day(5)))),
        Change::SaveRating(Box::new(rating("good", 3, Stage::Ended, Level::Good, day(1)))),
    ];
    store.commit([vec![save(case("c", "elder"))], all.to_vec()].concat()).await.unwrap();
    let overdue = async || store.ratings_overdue(day(5), 9).await.unwrap().into_iter().map(|r| r.id.0).collect::<Vec<_>>();
    let told =
        async |desk: &str| store.ratings_late_for(&AreaCode::new(desk), 9).await.unwrap().into_iter().map(|r| r.id.0).collect::<Vec<_>>();
    assert_eq!(overdue().await, ["old"]);
    assert_eq!(told("990101").await, Vec::<String>::new());
    let mut stored = store.rating(&RatingId::new("old")).await.unwrap().unwrap();
    stored.remedy.as_mut().unwrap().mark_late(day(5)).unwrap();
    store.commit(vec![Change::SaveRating(Box::new(stored))]).await.unwrap();
    assert_eq!(overdue().await, Vec::<String>::new(), "told once");
    assert_eq!((told("990101").await, told("990101001").await), (vec!["old".to_owned()], vec![]), "the one above whoever is late");
}
