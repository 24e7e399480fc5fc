//! What is unusual and what is not, as sentences.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use proptest::prelude::*;

const LIMITS: WatchLimits = WatchLimits {
    elders: 4,
    requests: 5,
    request_days: 7,
    new_browser_requests: 3,
    phone_days: 7,
    disputes: 2,
    assisted_doubts: 2,
    assisted_people: 3,
    look_back_days: 30,
};
/// More than these tests ask for, except where it is about the month.
const MONTH: u16 = 50;
const DAY: i64 = 24 * 3600;

fn at(day: i64) -> Timestamp {
    Timestamp::from_second(1_000 * DAY + day * DAY).unwrap()
}

fn fact(number: usize, elder: &str, state: GrantState, asked: i64) -> Fact {
    let grant = Grant {
        relation: "child".into(),
        scopes: BTreeSet::new(),
        state,
        agreement: (state != GrantState::Requested).then(|| Agreement::OwnPhone { at: at(asked) }),
        version: 1,
        ..Grant::request(GrantId::new(format!("g{number}")), PersonId::new(elder), PersonId::new("helper"), at(asked), at(999))
    };
    Fact { grant, one_household: false, new_browser: false, phone_changed: Vec::new(), disputed: false }
}

fn patterns(facts: &[Fact], now: i64) -> Vec<Pattern> {
    unusual(facts, &LIMITS, MONTH, at(now)).into_iter().map(|s| s.pattern).collect()
}

/// One request a month, so that only the number of elders counts.
fn slowly(elders: usize) -> Vec<Fact> {
    (0..elders).map(|n| fact(n, &format!("e{n}"), GrantState::Active, -40 * n as i64)).collect()
}

#[test]
fn a_daughter_of_three_elders_is_nothing_unusual_and_four_strangers_are() {
    assert_eq!(patterns(&slowly(3), 0), []);
    assert_eq!(patterns(&slowly(4), 0), [Pattern::ManyElders]);
    let mut family = slowly(4);
    family[0].one_household = true;
    assert_eq!(patterns(&family, 0), [], "her own household does not count");
    let mut over = slowly(4);
    over[0].grant.state = GrantState::Ended;
    assert_eq!(patterns(&over, 0), [], "what is over does not count");
}

#[test]
fn five_requests_within_a_week_are_seen_and_five_within_two_are_not() {
    let asked = |days: [i64; 5]| days.iter().enumerate().map(|(n, day)| fact(n, "one", GrantState::Refused, *day)).collect::<Vec<_>>();
    assert_eq!(patterns(&asked([0, 1, 2, 3, 4]), 4), [Pattern::ManyRequests]);
    assert_eq!(patterns(&asked([0, 3, 6, 9, 12]), 12), []);
    let late = unusual(&asked([0, 1, 2, 3, 4]), &LIMITS, MONTH, at(7));
    assert_eq!(late, unusual(&asked([0, 1, 2, 3, 4]), &LIMITS, MONTH, at(4)), "three days late sees the same");
    assert_eq!(late[0].grants.len(), 5);
    let mut renewals = asked([0, 1, 2, 3, 4]);
    renewals.iter_mut().for_each(|f| f.grant.renews = Some(GrantId::new("old")));
    assert_eq!(patterns(&renewals, 4), [], "what time asks is not what she asks");
}

#[test]
fn a_phone_changed_around_a_yes_by_phone_is_about_the_elder() {
    let mut one = fact(0, "elder", GrantState::Active, 10);
    for (changed, unusual_now) in [(2, false), (3, true), (10, true), (17, true), (18, false)] {
        one.phone_changed = vec![at(changed)];
        let seen = unusual(std::slice::from_ref(&one), &LIMITS, MONTH, at(20));
        assert_eq!(seen.len(), usize::from(unusual_now), "day {changed}");
        assert!(seen.iter().all(|s| s.about == one.grant.elder && s.pattern == Pattern::PhoneChanged));
    }
    one.phone_changed = vec![at(10)];
    one.grant.agreement = Some(Agreement::Counter { at: at(10), clerk: StaffId::new("c"), shown: vec![] });
    assert_eq!(patterns(std::slice::from_ref(&one), 20), [], "a clerk has seen her");
}

#[test]
fn a_new_browser_alone_is_nothing_and_with_a_busy_asker_something() {
    let mut facts = vec![fact(0, "elder", GrantState::Active, 5)];
    facts[0].new_browser = true;
    assert_eq!(patterns(&facts, 6), []);
    facts.extend([fact(1, "elder", GrantState::Refused, 4), fact(2, "other", GrantState::Requested, 5)]);
    assert_eq!(patterns(&facts, 6), [Pattern::NewBrowser]);
}

#[test]
fn two_elders_who_never_agreed_are_seen_and_one_who_says_it_twice_is_not() {
    let mut facts = vec![fact(0, "e0", GrantState::Disputed, -90), fact(1, "e0", GrantState::Ended, -60)];
    facts[1].disputed = true;
    assert_eq!(patterns(&facts, 0), []);
    facts.push(fact(2, "e1", GrantState::Disputed, -50));
    assert_eq!(patterns(&facts, 0), [Pattern::ManyDisputes]);
}

#[test]
fn a_finding_is_reported_once_and_opens_again_only_for_what_nobody_has_judged() {
    let seen = |grants: &[&str]| {
        let all = grants.iter().map(|g| GrantId::new(*g)).collect();
        Seen::of_grants(Pattern::ManyElders, PersonId::new("helper"), all, grants.len() as u16)
    };
    let mut finding = Finding::new(FindingId::new("f"), seen(&["a", "b"]), at(0));
    assert!(!finding.seen_again(&seen(&["a", "b"]), at(1)), "the same once more");
    let say = |verdict, day| Said { at: at(day), by: StaffId::new("s"), verdict, words: String::new() };
    finding.judge(say(Verdict::Note, 1));
    assert!(finding.open, "a note decides nothing");
    finding.judge(say(Verdict::Fine, 2));
    assert!(!finding.open);
    assert!(!finding.seen_again(&seen(&["b"]), at(3)) && !finding.open);
    assert!(finding.seen_again(&seen(&["b", "c"]), at(4)));
    assert_eq!((finding.open, finding.at, finding.grants.len(), finding.said.len()), (true, at(4), 3, 2));
}

#[test]
fn as_many_new_elders_as_a_month_allows_are_seen_also_in_the_next_month() {
    let four: Vec<Fact> =
        (0..4).map(|n| Fact { one_household: true, ..fact(n, &format!("e{n}"), GrantState::Active, 5 + 2 * n as i64) }).collect();
    let seen = |month, now| unusual(&four, &WatchLimits { requests: 99, ..LIMITS }, month, at(now));
    assert_eq!(seen(5, 12), []);
    let full = seen(4, 12);
    assert_eq!(full.iter().map(|s| (s.pattern, s.about.as_str(), s.count)).collect::<Vec<_>>(), [(Pattern::MonthFull, "helper", 4)]);
    assert_eq!(full, seen(4, 25), "a late timer sees the same");
    assert_eq!(seen(4, 70), [], "long ago");
}

fn act(number: usize, who: &str, day: i64, look: Look) -> Assisted {
    Assisted {
        id: AssistedId::new(format!("a{number}")),
        assistant: StaffId::new("worker"),
        subject: PersonId::new(who),
        village: crate::ids::AreaCode::new("990101001001"),
        act: AssistedAct::File,
        reference: None,
        told: crate::assist::Told::Phone,
        at: at(day),
        look,
        version: 1,
    }
}

#[test]
fn two_doubts_about_an_assistant_are_one_finding_of_hers_and_one_is_none() {
    let objected = || Look::Waiting(Why::Objected);
    let quiet = act(0, "e0", 0, Look::Quiet);
    let differ = Assisted { act: AssistedAct::Differ, ..act(2, "e2", 2, Look::Right { by: StaffId::new("s"), at: at(3) }) };
    assert_eq!(unusual_acts(&[quiet.clone(), act(1, "e1", 1, objected())], &LIMITS, at(5)), []);
    let seen = unusual_acts(&[quiet, act(1, "e1", 1, objected()), differ.clone()], &LIMITS, at(5)).remove(0);
    assert_eq!((seen.pattern, seen.count, seen.about.as_str()), (Pattern::AssistedDoubts, 2, "e2"));
    let mut finding = Finding::new(FindingId::new("f"), seen.clone(), at(5));
    assert!(!finding.verdicts().contains(&Verdict::Pause), "there is no grant to pause");
    assert!(!finding.seen_again(&seen, at(6)));
    // Another person the next time: still the same assistant's finding.
    let later = unusual_acts(&[differ, act(3, "e9", 9, objected())], &LIMITS, at(9)).remove(0);
    assert_eq!(later.key(), finding.key());
    assert!(finding.seen_again(&later, at(9)));
}

#[test]
fn three_people_on_one_day_are_seen_and_one_person_three_times_is_not() {
    let one_day = |who: [&str; 3]| who.iter().enumerate().map(|(n, who)| act(n, who, 1, Look::Quiet)).collect::<Vec<_>>();
    assert_eq!(unusual_acts(&one_day(["a", "a", "a"]), &LIMITS, at(2)), []);
    let seen = unusual_acts(&one_day(["a", "b", "c"]), &LIMITS, at(2));
    assert_eq!(seen.iter().map(|s| (s.pattern, s.count, s.acts.len())).collect::<Vec<_>>(), [(Pattern::AssistedMany, 3, 3)]);
}

proptest! {
    #[test]
    fn the_order_of_facts_and_a_late_look_change_nothing(
        days in proptest::collection::vec(0i64..20, 0..12), late in 0i64..4, turn in 0usize..12,
    ) {
        let mut facts: Vec<Fact> =
            days.iter().enumerate().map(|(n, day)| fact(n, &format!("e{}", n % 5), GrantState::ALL[n % 7], *day)).collect();
        let first = unusual(&facts, &LIMITS, MONTH, at(20));
        prop_assert_eq!(&first, &unusual(&facts, &LIMITS, MONTH, at(20 + late)));
        if !facts.is_empty() {
            let turn = turn % facts.len();
            facts.rotate_left(turn);
        }
        let turned = unusual(&facts, &LIMITS, MONTH, at(20));
        let kinds = |all: &[Seen]| all.iter().map(|s| (s.pattern, s.about.clone(), s.count)).collect::<BTreeSet<_>>();
        prop_assert_eq!(kinds(&first), kinds(&turned));
    }
}
