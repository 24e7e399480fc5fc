#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::assist::StaffKind;
use crate::case::{Case, CaseAct, CaseState, Channel, Event, FiledBy};
use jiff::civil::date;

const DAYS: Days = Days { rate: 30, change: 7 };

fn at(day: i64) -> Timestamp {
    Timestamp::from_second(1_772_413_200 + day * 86_400).unwrap()
}

fn herself() -> By {
    By::Herself(PersonId::new("elder"))
}

fn helper(id: &str) -> By {
    By::Helper { helper: PersonId::new(id), grant: crate::ids::GrantId::new("grant") }
}

fn rating(desk: &str, level: Level) -> Rating {
    let said = Said::level(level, herself(), at(0));
    let mut rating = Rating {
        id: RatingId::new("rating"),
        case: CaseId::new("case"),
        reference: "2345883864".into(),
        item: ItemCode::OutOfArea,
        stage: Stage::Ended,
        subject: PersonId::new("elder"),
        desk: AreaCode::new(desk),
        worker: Some(StaffId::new("worker")),
        at: at(0),
        said: said.clone(),
        again: None,
        remedy: None,
        earlier: vec![],
        version: 0,
    };
    rating.say(said, date(2026, 3, 3), date(2026, 3, 23));
    rating
}

fn remedy(rating: &mut Rating) -> &mut Remedy {
    rating.remedy.as_mut().unwrap()
}

fn call(reached: bool) -> Call {
    Call { by: StaffId::new("above"), at: at(1), reached, words: "说好了再来一次".into() }
}

fn noted(words: &str) -> Noted {
    Noted { by: StaffId::new("above"), at: at(2), words: words.into() }
}

fn clerk(id: &str, desk: &str, supervisor: bool) -> Reviewer {
    let desk = AreaCode::new(desk);
    Reviewer { id: StaffId::new(id), person: None, tier: desk.tier(), desk, supervisor, kind: StaffKind::default() }
}

fn case(state: CaseState, events: Vec<(CaseAct, By)>) -> Case {
    let events = events.into_iter().enumerate().map(|(i, (act, by))| Event { at: at(i as i64 + 1), act, by, words: None });
    Case {
        state,
        desk: AreaCode::new("990101"),
        promised: date(2026, 3, 20),
        step_due: date(2026, 3, 10),
        events: events.collect(),
        ..Case::begun(
            CaseId::new("case"),
            "2345883864".into(),
            ItemCode::OutOfArea,
            PersonId::new("elder"),
            AreaCode::new("990101001001"),
            FiledBy { by: herself(), channel: Channel::Online },
            at(0),
        )
    }
}

#[test]
fn each_step_can_be_rated_once_the_case_came_so_far() {
    let by = |id: &str| By::Staff(StaffId::new(id));
    let reached = |c: &Case| Stage::ALL.iter().map(|s| s.reached(c)).collect::<Vec<_>>();
    let fresh = case(CaseState::Settling, vec![]);
    assert_eq!(reached(&fresh), [Some(at(0)), None, None]);
    let accepted = case(CaseState::AtTownship, vec![(CaseAct::Accept, by("v"))]);
    assert_eq!(reached(&accepted), [Some(at(0)), Some(at(1)), None]);
    let decided = case(CaseState::InForce, vec![(CaseAct::Accept, by("v")), (CaseAct::Review, by("t")), (CaseAct::Approve, by("c"))]);
    assert_eq!(reached(&decided), [Some(at(0)), Some(at(1)), Some(at(3))]);
    assert_eq!(Stage::Ended.worker(&decided), Some(&StaffId::new("c")));
    assert_eq!(Stage::Accepted.worker(&decided), Some(&StaffId::new("v")));
    assert_eq!(Stage::Received.worker(&decided), None, "she sent it herself");
    assert_eq!(Stage::Received.desk(&decided).as_str(), "990101001001");
    assert_eq!(reached(&case(CaseState::InForceSampled, vec![]))[2], Some(at(0)), "decided at once by a rule");
    assert_eq!(reached(&case(CaseState::Withdrawn, vec![]))[2], None, "taken back by herself");
}

#[test]
fn one_word_for_each_step_that_can_be_changed_until_somebody_deals_with_it() {
    let said = |rated: Option<&Rating>, by: &By, day: i64| turn(Some(at(0)), rated, by, DAYS, at(day));
    assert_eq!(turn(None, None, &herself(), DAYS, at(0)), Err(Refusal::NotInThisState));
    assert_eq!(said(None, &herself(), 30), Ok(Turn::First));
    assert_eq!(said(None, &herself(), 31), Err(Refusal::RatingOver));
    let mut bad = rating("990101001001", Level::Bad);
    assert_eq!(said(Some(&bad), &herself(), 7), Ok(Turn::Change));
    assert_eq!(said(Some(&bad), &herself(), 8), Err(Refusal::RatingOver));
    assert_eq!(said(Some(&bad), &helper("daughter"), 1), Err(Refusal::RatedAlready), "not over her head");
    assert_eq!(said(Some(&bad), &By::Staff(StaffId::new("t")), 1), Err(Refusal::RatedAlready), "nor at a desk");
    remedy(&mut bad).note_call(call(true), 3).unwrap();
    assert_eq!(said(Some(&bad), &herself(), 2), Err(Refusal::RatingOver), "the tier above is dealing with it");
    remedy(&mut bad).correct(noted("重新办了"), false).unwrap();
    assert_eq!(said(Some(&bad), &herself(), 99), Ok(Turn::Again));
    assert_eq!(said(Some(&bad), &helper("daughter"), 3), Err(Refusal::RatedAlready), "it was said in confidence");
    assert_eq!(said(Some(&bad), &By::Staff(StaffId::new("other")), 3), Ok(Turn::Again));
    assert_eq!(said(Some(&bad), &By::Staff(StaffId::new("above")), 3), Err(Refusal::DidEarlierStep));
    bad.say_again(Said::level(Level::Good, herself(), at(3)), date(2026, 3, 4), date(2026, 3, 24)).unwrap();
    assert_eq!(said(Some(&bad), &herself(), 4), Err(Refusal::RatingOver));
}

#[test]
fn what_a_helper_said_is_hers_to_change_and_the_elders() {
    let mut one = rating("990101001001", Level::Fair);
    one.said.by = helper("daughter");
    assert!(one.is_hers_to_change(&helper("daughter")) && one.is_hers_to_change(&herself()));
    assert!(!one.is_hers_to_change(&helper("son")));
}

#[test]
fn a_bad_word_opens_a_task_and_a_better_one_closes_it_before_anybody_called() {
    for level in Level::ALL {
        assert_eq!(rating("990101", *level).remedy.is_some(), level.bad(), "{level:?}");
    }
    let mut one = rating("990101", Level::VeryBad);
    one.say(Said::level(Level::Good, herself(), at(1)), date(2026, 3, 4), date(2026, 3, 24));
    assert_eq!(remedy(&mut one).state, RemedyState::Closed);
    one.say(Said::level(Level::Bad, herself(), at(2)), date(2026, 3, 5), date(2026, 3, 25));
    assert_eq!((remedy(&mut one).state, remedy(&mut one).call_by), (RemedyState::Open, date(2026, 3, 5)));
}

#[test]
fn first_she_is_called_then_it_is_set_right_then_she_is_asked() {
    let mut one = rating("990101001001", Level::Bad);
    let task = remedy(&mut one);
    assert_eq!(task.due(), Some(date(2026, 3, 3)));
    assert_eq!(task.correct(noted("改了"), false), Err(Refusal::CallFirst));
    for tries in 1..=2 {
        task.note_call(call(false), 3).unwrap();
        assert_eq!(task.state, RemedyState::Open, "{tries} calls that nobody answered");
    }
    task.note_call(call(false), 3).unwrap();
    assert_eq!((task.state, task.due()), (RemedyState::Called, Some(date(2026, 3, 23))));
    assert_eq!(task.correct(noted(""), false), Err(Refusal::ReasonNeeded));
    task.correct(noted("改了"), false).unwrap();
    assert_eq!(task.note_call(call(true), 3), Err(Refusal::NotInThisState));
    assert_eq!(task.close(7, at(9)), Err(Refusal::NotInThisState), "she has her days to answer");
    task.close(7, at(10)).unwrap();
    assert!(task.state.over() && task.due().is_none());
    let mut quiet = rating("990101001001", Level::Bad);
    remedy(&mut quiet).correct(noted("改了"), true).unwrap();
}

#[test]
fn it_falls_to_the_tier_above_and_the_rated_desk_never_sees_it() {
    let sees = |desk: &str, id: &str, at: &str, supervisor: bool| rating(desk, Level::Bad).may_handle(&clerk(id, at, supervisor)).is_ok();
    assert!(sees("990101001001", "t", "990101001", false));
    assert!(sees("990101001", "c", "990101", false));
    assert!(sees("990101", "s", "990101", true));
    for (desk, id, at, supervisor) in [
        ("990101001001", "v", "990101001001", false),
        ("990101001001", "v", "990101001001", true),
        ("990101001001", "t", "990101002", false),
        ("990101001001", "c", "990101", true),
        ("990101001", "t", "990101001", true),
        ("990101", "c", "990101", false),
        // She decided it herself, or sits elsewhere now.
        ("990101", "worker", "990101", true),
        ("990101001001", "worker", "990101001", false),
    ] {
        assert!(!sees(desk, id, at, supervisor), "{desk} {id} {at}");
    }
}

/// Dealt with by a clerk of this name, and still bad.
fn in_vain(one: &mut Rating, by: &str) {
    remedy(one).note_call(call(true), 3).unwrap();
    remedy(one).correct(Noted { by: StaffId::new(by), ..noted("改了") }, false).unwrap();
    one.say_again(Said::level(Level::Bad, herself(), at(3)), date(2026, 3, 6), date(2026, 3, 27)).unwrap();
}

#[test]
fn a_second_bad_word_climbs_to_the_tier_above_the_one_that_dealt_with_it() {
    let mut one = rating("990101001001", Level::Bad);
    assert_eq!((one.handler().as_str(), one.above_handler().as_str()), ("990101001", "990101"));
    in_vain(&mut one, "t");
    let task = remedy(&mut one).clone();
    assert_eq!((task.state, task.due(), task.opened_at), (RemedyState::Open, Some(date(2026, 3, 6)), at(3)), "a new task, not an end");
    assert_eq!(one.handler().as_str(), "990101");
    let sees = |one: &Rating, id: &str, desk: &str, supervisor: bool| one.may_handle(&clerk(id, desk, supervisor)).is_ok();
    assert!(sees(&one, "c", "990101", false) && !sees(&one, "t2", "990101001", false), "the county, and no more the township");
    assert_eq!(turn(Some(at(0)), Some(&one), &herself(), DAYS, at(4)), Err(Refusal::RatingOver), "it is being dealt with again");
    assert_eq!(one.newest().at, at(3));
    in_vain(&mut one, "c");
    assert!(sees(&one, "s", "990101", true) && !sees(&one, "c2", "990101", false), "above the county's clerks are its supervisors");
    in_vain(&mut one, "s");
    assert_eq!(remedy(&mut one).state, RemedyState::Rerated, "above them there is nobody");
    assert_eq!((one.earlier.len(), one.again.as_ref().map(|said| said.level)), (2, Some(Level::Bad)));
}

#[test]
fn whoever_dealt_with_it_in_vain_does_not_deal_with_it_again() {
    let mut one = rating("990101001", Level::Bad);
    in_vain(&mut one, "s");
    assert!(one.may_handle(&clerk("s", "990101", true)).is_err());
    assert!(one.may_handle(&clerk("s2", "990101", true)).is_ok());
    let mut good = rating("990101001001", Level::Bad);
    remedy(&mut good).note_call(call(true), 3).unwrap();
    remedy(&mut good).correct(noted("改了"), false).unwrap();
    good.say_again(Said::level(Level::Fair, herself(), at(3)), date(2026, 3, 6), date(2026, 3, 27)).unwrap();
    assert!(good.earlier.is_empty() && remedy(&mut good).state == RemedyState::Rerated, "it helped: nothing climbs");
}

#[test]
fn a_task_is_late_once_and_not_any_more_when_its_next_step_is_done() {
    let mut one = rating("990101001001", Level::Bad);
    assert_eq!(remedy(&mut one).mark_late(date(2026, 3, 3)), Err(Refusal::NotInThisState), "its day is not over");
    remedy(&mut one).mark_late(date(2026, 3, 4)).unwrap();
    assert_eq!(remedy(&mut one).mark_late(date(2026, 3, 5)), Err(Refusal::NotInThisState), "told once");
    let hears = |id: &str, desk: &str, supervisor: bool| one.may_hear_late(&clerk(id, desk, supervisor)).is_ok();
    assert!(hears("c", "990101", false) && hears("s", "990101", true));
    assert!(!hears("t", "990101001", false) && !hears("v", "990101001001", false), "neither who is late nor the rated desk");
    assert!(!hears("worker", "990101", false) && !hears("t", "990101002", true));
    remedy(&mut one).note_call(call(true), 3).unwrap();
    assert!(!remedy(&mut one).late);
    remedy(&mut one).mark_late(date(2026, 3, 24)).unwrap();
    remedy(&mut one).note_call(call(true), 3).unwrap();
    assert!(remedy(&mut one).late, "another call sets nothing right");
    remedy(&mut one).correct(noted("改了"), false).unwrap();
    assert!(!remedy(&mut one).late);
    let own = rating("990101", Level::Bad);
    assert!(own.may_hear_late(&clerk("c", "990101", false)).is_err() && own.may_hear_late(&clerk("s", "990101", true)).is_ok());
}

#[test]
fn sums_come_in_groups_of_several_people_and_never_show_the_newest_by_itself() {
    let of = |who: &str, level| Rating { subject: PersonId::new(who), ..rating("990101", level) };
    let mut all: Vec<Rating> = ["a", "b", "c", "d"].iter().map(|who| of(who, Level::Good)).collect();
    assert_eq!(Sums::of(&all, 5), None);
    all.push(of("a", Level::Bad));
    assert_eq!(Sums::of(&all, 5), None, "four people, however often");
    all.push(of("e", Level::VeryGood));
    let sums = Sums::of(&all, 5).unwrap();
    assert_eq!((sums.all(), sums.count(Level::Good), sums.count(Level::Bad)), (6, 4, 1));
    all.extend(["f", "g", "h", "i"].iter().map(|who| of(who, Level::VeryBad)));
    assert_eq!(Sums::of(&all, 5), Some(sums), "the next group is not whole yet");
}

#[test]
fn the_survey_asks_five_things_one_after_another() {
    let mut asked = vec![Question::Find];
    while let Some(next) = asked.last().and_then(|q| q.next()) {
        asked.push(next);
    }
    assert_eq!(asked, Question::ALL);
    assert_eq!(Question::Help.place(), 5);
}
