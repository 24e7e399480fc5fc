//! Counting as sentences: what a case counts under, and that moving never differs from counting anew.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::case::{Event, FiledBy, Return};
use crate::ids::{CaseId, GrantId, PersonId, StaffId};
use jiff::SignedDuration;
use jiff::civil::date;
use proptest::prelude::*;

/// Ten in the morning in China on 20 November 2026.
fn at(days: i64) -> Timestamp {
    "2026-11-20T02:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(24 * days)
}

fn event(act: CaseAct, days: i64) -> Event {
    Event { at: at(days), act, by: By::Rule, words: None }
}

fn case() -> Case {
    Case {
        state: CaseState::AtVillage,
        promised: date(2026, 11, 25),
        step_due: date(2026, 11, 23),
        events: vec![event(CaseAct::Submit, 0)],
        ..Case::begun(
            CaseId::new("c"),
            "2345883864".into(),
            ItemCode::OutOfArea,
            PersonId::new("elder"),
            AreaCode::new("990101001001"),
            FiledBy { by: By::Herself(PersonId::new("elder")), channel: Channel::Online },
            at(0),
        )
    }
}

fn figures(case: &Case) -> Vec<Figure> {
    counted(case).into_iter().map(|key| key.figure).collect()
}

fn sums(cases: &[Case]) -> Tallies {
    let mut all = Tallies::default();
    cases.iter().for_each(|case| all.change(None, Some(case)));
    all
}

fn back(days: i64) -> Return {
    Return { at: at(days), by: By::Rule, missing: vec![], seen: vec![], answered_at: None, leave: None }
}

#[test]
fn an_open_case_counts_where_it_lies_how_old_it_is_and_when_it_is_due() {
    let all = figures(&case());
    for wanted in [
        Figure::State(CaseState::AtVillage),
        Figure::Item(ItemCode::OutOfArea),
        Figure::Channel(Channel::Online),
        Figure::Helped(false),
        Figure::Desk(AreaCode::new("990101001001")),
        Figure::Open(date(2026, 11, 20)),
        Figure::Due(date(2026, 11, 25)),
    ] {
        assert!(all.contains(&wanted), "{wanted:?}");
    }
    assert_eq!(all.len(), 7);
    assert!(counted(&case()).iter().all(|key| key.area.as_str() == "990101001" && key.month == date(2026, 11, 1)));
}

#[test]
fn the_promise_is_kept_on_its_last_day_and_missed_on_the_next() {
    for (days, kept) in [(0, true), (5, true), (6, false)] {
        let decided = Case { state: CaseState::InForce, events: vec![event(CaseAct::Submit, 0), event(CaseAct::Approve, days)], ..case() };
        assert!(figures(&decided).contains(&Figure::Promise(kept)), "{days}");
        assert!(!figures(&decided).iter().any(|f| f.of_now()), "nothing is left to do");
        let refused = Case { state: CaseState::Refused, events: vec![event(CaseAct::Refuse, days)], ..case() };
        assert!(figures(&refused).contains(&Figure::Promise(kept)), "{days}");
    }
}

#[test]
fn what_is_in_force_at_once_was_decided_with_the_submission_also_when_it_was_undone() {
    for state in [CaseState::InForce, CaseState::InForceSampled, CaseState::InForceToConfirm, CaseState::Revoked] {
        assert!(figures(&Case { state, ..case() }).contains(&Figure::Promise(true)), "{state:?}");
    }
    let withdrawn = figures(&Case { state: CaseState::Withdrawn, ..case() });
    assert!(!withdrawn.iter().any(|f| matches!(f, Figure::Promise(_) | Figure::Due(_) | Figure::Open(_))), "{withdrawn:?}");
}

#[test]
fn a_return_counts_in_its_own_month_and_the_case_in_the_month_of_its_submission() {
    let returned = Case { state: CaseState::Returned, returns: vec![back(1), back(20)], ..case() };
    let months: Vec<Date> =
        counted(&returned).into_iter().filter(|key| matches!(key.figure, Figure::Returned(_))).map(|key| key.month).collect();
    assert_eq!(months, [date(2026, 11, 1), date(2026, 12, 1)]);
    let open = figures(&returned);
    assert!(open.contains(&Figure::Open(date(2026, 11, 20))) && !open.iter().any(|f| matches!(f, Figure::Desk(_))), "it lies with her");
}

#[test]
fn a_helper_and_a_bystander_help_a_clerk_and_an_assistant_do_not() {
    let helper = By::Helper { helper: PersonId::new("h"), grant: GrantId::new("g") };
    let who = [
        (By::Herself(PersonId::new("e")), false),
        (helper, true),
        (By::Bystander(PersonId::new("b")), true),
        (By::Counter(StaffId::new("s")), false),
        (By::Assistant(StaffId::new("a")), false),
    ];
    for (by, helped) in who {
        let filed = Case { filed_by: FiledBy { by: by.clone(), channel: Channel::Online }, ..case() };
        assert!(figures(&filed).contains(&Figure::Helped(helped)), "{by:?}");
    }
}

#[test]
fn the_day_is_that_of_china() {
    // Half past midnight on 1 December in China.
    let late = Case { submitted_at: "2026-11-30T16:30:00Z".parse().unwrap(), ..case() };
    assert!(counted(&late).iter().all(|key| key.month == date(2026, 12, 1)));
}

#[test]
fn every_figure_is_found_again_by_its_name() {
    let day = date(2026, 11, 20);
    let mut all = vec![Figure::Desk(AreaCode::new("990101")), Figure::Open(day), Figure::Due(day)];
    all.extend(CaseState::ALL.iter().map(|state| Figure::State(*state)));
    all.extend(ItemCode::ALL.into_iter().flat_map(|item| [Figure::Item(item), Figure::Returned(item)]));
    all.extend(Channel::ALL.into_iter().map(Figure::Channel));
    all.extend([true, false].into_iter().flat_map(|yes| [Figure::Helped(yes), Figure::Promise(yes)]));
    let mut kinds: Vec<&str> = all.iter().map(Figure::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), Figure::KINDS.len());
    for figure in all {
        assert_eq!(Figure::from_key(figure.kind(), &figure.what()), Some(figure.clone()));
        assert!(Figure::KINDS.contains(&figure.kind()));
    }
    for (kind, what) in [("state", "gone"), ("open", "yesterday"), ("helped", "maybe"), ("other", "yes")] {
        assert_eq!(Figure::from_key(kind, what), None);
    }
}

#[test]
fn a_township_sees_its_own_a_county_all_and_what_is_open_is_shown_in_every_period() {
    let here = case();
    let there = Case { village: AreaCode::new("990101002001"), desk: AreaCode::new("990101002"), ..case() };
    let all = sums(&[here, there]);
    let count = |area: &str, month: Date, figure: Figure| {
        let sums = all.within(&AreaCode::new(area), month, month);
        sums.iter().filter(|(f, _)| *f == figure).map(|(_, n)| *n).sum::<i64>()
    };
    let november = date(2026, 11, 1);
    let state = || Figure::State(CaseState::AtVillage);
    assert_eq!(count("990101001", november, state()), 1);
    assert_eq!(count("990101", november, state()), 2);
    assert_eq!(count("990101", date(2026, 10, 1), state()), 0);
    assert_eq!(count("990101", date(2026, 10, 1), Figure::Open(date(2026, 11, 20))), 2);
    assert_eq!(count("990101002", november, Figure::Desk(AreaCode::new("990101001001"))), 0);
}

#[test]
fn an_overview_names_everything_also_what_is_nought() {
    let today = date(2026, 11, 26);
    let decided = Case { state: CaseState::InForce, events: vec![event(CaseAct::Approve, 9)], ..case() };
    let all = sums(&[case(), case(), decided, Case { state: CaseState::Returned, returns: vec![back(1)], ..case() }]);
    let overview = Overview::of(&all.within(&AreaCode::new("990101"), date(2026, 11, 1), date(2026, 11, 1)), today);
    assert_eq!(overview.states.len(), CaseState::ALL.len());
    assert_eq!(overview.states.iter().map(|(_, n)| n).sum::<u64>(), 4);
    assert_eq!(overview.tiers, [(Tier::Village, 2), (Tier::Township, 0), (Tier::County, 0)]);
    assert_eq!(overview.desks, [(AreaCode::new("990101001001"), 2)]);
    assert_eq!((overview.kept, overview.missed, overview.late), (0, 1, 3));
    assert_eq!(overview.ages.iter().filter(|(_, n)| *n > 0).collect::<Vec<_>>(), [&(Age::Week, 3)]);
    assert_eq!((overview.helped, overview.alone), (0, 4));
    assert!(overview.returns.contains(&(ItemCode::OutOfArea, 1)));
}

#[test]
fn an_age_begins_with_the_day_after_the_last_one() {
    let today = date(2026, 11, 26);
    let ages = [(0, Age::ThreeDays), (3, Age::ThreeDays), (4, Age::Week), (7, Age::Week), (8, Age::HalfMonth), (16, Age::Month)];
    for (days, age) in ages.into_iter().chain([(30, Age::Month), (31, Age::Longer), (900, Age::Longer), (-1, Age::ThreeDays)]) {
        assert_eq!(Age::of(today.checked_sub(jiff::Span::new().days(days)).unwrap(), today), age, "{days}");
    }
}

/// Any case at all: the counting must not depend on how it came to be so.
fn any_case() -> impl Strategy<Value = Case> {
    let place = (0usize..3, 0usize..3, 0usize..CaseState::ALL.len(), 0usize..ItemCode::ALL.len());
    let time = (0i64..400, -3i64..9, proptest::collection::vec(0i64..400, 0..3));
    let way = (0usize..4, any::<bool>(), proptest::option::of((any::<bool>(), 0i64..40)));
    (place, time, way).prop_map(|((village, desk, state, item), (day, promised, returns), (channel, helped, decided))| {
        let areas = ["990101001001", "990101001", "990101"];
        let by = if helped { By::Bystander(PersonId::new("b")) } else { By::Herself(PersonId::new("e")) };
        let mut events = vec![event(CaseAct::Submit, day)];
        events.extend(decided.map(|(yes, later)| event(if yes { CaseAct::Approve } else { CaseAct::Refuse }, day + later)));
        Case {
            village: AreaCode::new(["990101001001", "990101001002", "990101002001"][village]),
            desk: AreaCode::new(areas[desk]),
            state: CaseState::ALL[state],
            item: ItemCode::ALL[item],
            submitted_at: at(day),
            promised: china_date(at(day + promised)),
            returns: returns.into_iter().map(back).collect(),
            filed_by: FiledBy { by, channel: Channel::ALL[channel] },
            events,
            ..case()
        }
    })
}

proptest! {
    #[test]
    fn moving_the_counters_through_any_history_gives_what_counting_at_its_end_gives(
        history in proptest::collection::vec((0usize..6, proptest::option::weighted(0.9, any_case())), 0..60)
    ) {
        let mut cases: [Option<Case>; 6] = Default::default();
        let mut moved = Tallies::default();
        for (which, after) in history {
            moved.change(cases[which].as_ref(), after.as_ref());
            cases[which] = after;
        }
        let left: Vec<Case> = cases.into_iter().flatten().collect();
        let counted = sums(&left);
        prop_assert_eq!(&moved, &counted);
        prop_assert!(counted.iter().all(|(_, n)| n > 0));
        prop_assert!(moved.missing_from(&counted).is_empty());
    }

    #[test]
    fn a_case_that_stays_as_it_is_moves_nothing(case in any_case()) {
        let mut none = Tallies::default();
        none.change(Some(&case), Some(&Case { version: 7, ..case.clone() }));
        prop_assert!(none.is_empty());
    }

    #[test]
    fn every_case_is_counted_once_in_each_way_of_looking(cases in proptest::collection::vec(any_case(), 0..20)) {
        let all = sums(&cases).within(&AreaCode::new("990101"), date(2000, 1, 1), date(2100, 1, 1));
        let overview = Overview::of(&all, date(2028, 1, 1));
        let many = cases.len() as u64;
        prop_assert_eq!(overview.states.iter().map(|(_, n)| n).sum::<u64>(), many);
        prop_assert_eq!(overview.items.iter().map(|(_, n)| n).sum::<u64>(), many);
        prop_assert_eq!(overview.channels.iter().map(|(_, n)| n).sum::<u64>(), many);
        prop_assert_eq!(overview.helped + overview.alone, many);
        prop_assert!(overview.tiers.iter().map(|(_, n)| n).sum::<u64>() == overview.desks.iter().map(|(_, n)| n).sum::<u64>());
    }
}
