//! What a new phone, a move and a merged record do to grants.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::family::Agreement;
use crate::ids::{PersonId, StaffId};
use jiff::Timestamp;
use proptest::prelude::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn grant(id: &str, elder: &str, helper: &str, state: GrantState, yes: i64) -> Grant {
    Grant {
        relation: "child".into(),
        scopes: BTreeSet::new(),
        state,
        agreement: (state != GrantState::Requested).then(|| Agreement::OwnPhone { at: at(yes) }),
        version: 1,
        ..Grant::request(GrantId::new(id), PersonId::new(elder), PersonId::new(helper), at(yes), at(9_999))
    }
}

fn names(ids: BTreeSet<GrantId>) -> Vec<String> {
    ids.into_iter().map(|id| id.0).collect()
}

#[test]
fn a_new_phone_stops_what_only_the_old_phone_has_said() {
    let by_phone = grant("phone", "e", "h1", GrantState::Active, 1);
    let seen = Grant { seen_at: Some(at(2)), ..grant("seen", "e", "h2", GrantState::Active, 1) };
    let counter = Agreement::Counter { at: at(1), clerk: StaffId::new("c"), shown: vec![] };
    let counter = Grant { agreement: Some(counter), ..grant("counter", "e", "h3", GrantState::Active, 1) };
    let renewal = Grant { renews: Some(GrantId::new("old")), ..grant("renewal", "e", "h4", GrantState::Active, 1) };
    let paused = grant("paused", "e", "h5", GrantState::Paused, 1);
    let asked = grant("asked", "e", "h6", GrantState::Requested, 1);
    assert_eq!(names(after_new_phone(&[by_phone, seen, counter, renewal, paused, asked])), ["phone", "renewal"]);
}

#[test]
fn a_move_inside_the_county_keeps_grants_up_to_the_limit() {
    let all = [
        grant("first", "e", "h1", GrantState::Active, 1),
        grant("second", "e", "h2", GrantState::Active, 2),
        Grant { seen_at: Some(at(9)), ..grant("third", "e", "h3", GrantState::Active, 3) },
        grant("over", "e", "h4", GrantState::Ended, 4),
    ];
    assert_eq!(names(after_move(&all, 3)), Vec::<String>::new());
    assert_eq!(names(after_move(&all, 2)), ["second"], "whom a clerk has seen keeps its place, then the oldest");
    assert_eq!(names(after_leaving(&all)), ["first", "second", "third"]);
}

fn fates(all: &[Grant]) -> Vec<(String, Fate)> {
    merge_grants(&PersonId::new("stays"), &PersonId::new("goes"), all, 2, 5).into_iter().map(|m| (m.grant.id.0, m.fate)).collect()
}

#[test]
fn of_two_grants_to_one_daughter_the_newer_stays_and_waits() {
    let all = [
        grant("old", "goes", "daughter", GrantState::Active, 1),
        grant("new", "stays", "daughter", GrantState::Active, 2),
        grant("asked", "goes", "daughter", GrantState::Requested, 3),
        grant("done", "goes", "aunt", GrantState::Ended, 0),
    ];
    let expected = [("old", Fate::EndsAsDouble), ("new", Fate::Pauses), ("asked", Fate::Keeps), ("done", Fate::Keeps)];
    assert_eq!(fates(&all), expected.map(|(id, fate)| (id.to_owned(), fate)));
}

#[test]
fn a_dispute_is_not_covered_up_and_nobody_helps_herself() {
    let all = [
        grant("disputed", "goes", "nephew", GrantState::Disputed, 1),
        grant("yes", "stays", "nephew", GrantState::Active, 2),
        grant("self", "stays", "goes", GrantState::Active, 3),
    ];
    let expected = [("disputed", Fate::Keeps), ("yes", Fate::EndsAsDouble), ("self", Fate::EndsAsDouble)];
    assert_eq!(fates(&all), expected.map(|(id, fate)| (id.to_owned(), fate)));
}

#[test]
fn together_they_have_no_more_helpers_than_one_may_have() {
    let all = [
        grant("a", "stays", "h1", GrantState::Active, 1),
        grant("b", "stays", "h2", GrantState::Paused, 2),
        grant("c", "goes", "h3", GrantState::Active, 3),
    ];
    assert_eq!(fates(&all)[2], ("c".to_owned(), Fate::EndsWithoutPlace));
}

proptest! {
    #[test]
    fn after_a_merge_nothing_is_active_doubled_beyond_the_limit_or_lost(
        made in proptest::collection::vec((0usize..7, 0usize..5, 0usize..5, 0i64..50, any::<bool>()), 0..14),
    ) {
        let people = ["stays", "goes", "p", "q", "r"];
        let all: Vec<Grant> = made
            .iter()
            .enumerate()
            .filter(|(_, (_, elder, helper, ..))| elder != helper && (*elder < 2 || *helper < 2))
            .map(|(n, (state, elder, helper, yes, seen))| Grant {
                seen_at: seen.then(|| at(*yes)),
                ..grant(&format!("g{n}"), people[*elder], people[*helper], GrantState::ALL[*state], *yes)
            })
            .collect();
        let (stays, goes) = (PersonId::new("stays"), PersonId::new("goes"));
        let merged = merge_grants(&stays, &goes, &all, 2, 2);
        prop_assert_eq!(merged.len(), all.len());
        prop_assert!(merged.iter().all(|m| m.grant.elder != goes && m.grant.helper != goes));
        prop_assert!(merged.iter().all(|m| m.grant.state != GrantState::Active || m.fate != Fate::Keeps), "nothing stays active");
        let holds: Vec<&Merged> =
            merged.iter().filter(|m| m.grant.state.holds_a_place() && matches!(m.fate, Fate::Keeps | Fate::Pauses)).collect();
        let pairs: BTreeSet<_> = holds.iter().map(|m| (&m.grant.elder, &m.grant.helper)).collect();
        prop_assert_eq!(pairs.len(), holds.len(), "one of each two people");
        let calm = |m: &&&Merged| m.grant.state != GrantState::Disputed;
        let helpers = holds.iter().filter(|m| m.grant.elder == stays).filter(calm).count();
        let elders = holds.iter().filter(|m| m.grant.helper == stays).filter(calm).count();
        prop_assert!(helpers <= 2 && elders <= 2, "{helpers} {elders}");
        prop_assert!(holds.iter().all(|m| m.grant.elder != m.grant.helper));
    }
}
