//! What a grant promises, as sentences: who moves it, what it covers, what never happens.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use proptest::prelude::*;

fn grant() -> Grant {
    Grant {
        id: GrantId::new("g"),
        elder: PersonId::new("e"),
        helper: PersonId::new("h"),
        relation: "child".into(),
        scopes: [Scope::SeeCases].into(),
        items: Items::All,
        state: GrantState::Requested,
        asked_at: Timestamp::UNIX_EPOCH,
        until: Timestamp::from_second(1_000).unwrap(),
        agreement: None,
        waits_until: None,
        seen_at: Some(Timestamp::UNIX_EPOCH),
        once: Once::No,
        renews: None,
        renewal_asked: false,
        letter: None,
        ended: None,
        version: 0,
    }
}

fn some_items(bits: u8) -> BTreeSet<ItemCode> {
    ItemCode::ALL.into_iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, item)| item).collect()
}

fn agreement() -> Option<Agreement> {
    Some(Agreement::OwnPhone { at: Timestamp::UNIX_EPOCH })
}

proptest! {
    #[test]
    fn no_sequence_of_calls_by_a_helper_ever_enlarges_a_grant(
        acts in prop::collection::vec(0usize..9, 0..12), start in 0usize..8, all_items: bool, bits in 0u8..16,
    ) {
        let mut g = grant();
        g.scopes = Scope::OFFERED.into();
        g.items = if all_items { Items::All } else { Items::Only(some_items(bits)) };
        g.state = GrantState::ALL[start % GrantState::ALL.len()];
        let before = g.clone();
        let now = Timestamp::from_second(5).unwrap();
        let could = Scope::ALL.map(|s| g.covers(s, now).is_ok());
        for a in acts {
            let _ = g.apply(GrantAct::ALL[a % GrantAct::ALL.len()], Party::Helper, agreement(), now);
            for (scope, could) in Scope::ALL.into_iter().zip(could) {
                prop_assert!(could || g.covers(scope, now).is_err());
                for item in ItemCode::ALL {
                    prop_assert!(before.items.covers(item) || g.covers_item(scope, item, now).is_err());
                }
            }
            prop_assert_eq!(&g.scopes, &before.scopes);
            prop_assert_eq!(&g.items, &before.items);
            prop_assert_eq!(g.until, before.until);
            prop_assert_eq!(&g.helper, &before.helper);
        }
    }

    #[test]
    fn ending_is_final_whatever_follows(acts in prop::collection::vec((0usize..9, 0usize..4), 0..20)) {
        let mut g = grant();
        let now = Timestamp::from_second(5).unwrap();
        g.apply(GrantAct::Agree, Party::Elder, agreement(), now).unwrap();
        g.apply(GrantAct::End, Party::Elder, None, now).unwrap();
        for (a, p) in acts {
            let _ = g.apply(GrantAct::ALL[a % GrantAct::ALL.len()], Party::ALL[p], agreement(), now);
            prop_assert_eq!(g.state, GrantState::Ended);
        }
    }
}

#[test]
fn time_alone_stops_a_grant_even_if_no_timer_ran() {
    let mut g = grant();
    g.state = GrantState::Active;
    assert_eq!(g.covers(Scope::SeeCases, Timestamp::from_second(999).unwrap()), Ok(()));
    assert_eq!(g.covers(Scope::SeeCases, Timestamp::from_second(1_000).unwrap()), Err(Refusal::GrantExpired));
}

/// The golden table: every allowed (state, act, party). Whatever is not here is refused.
#[test]
fn exactly_these_moves_are_allowed() {
    use GrantState::{Active, Disputed, Paused, Requested};
    use Party::{ClerkForElder, Elder, Helper, Rule};
    type Row = (&'static [GrantState], GrantAct, &'static [Party]);
    let rows: [Row; 9] = [
        (&[Requested], GrantAct::Agree, &[Elder, ClerkForElder]),
        (&[Requested], GrantAct::Refuse, &[Elder, ClerkForElder]),
        (&[Active], GrantAct::Pause, &[Elder, ClerkForElder, Rule]),
        (&[Paused], GrantAct::Resume, &[Elder, ClerkForElder]),
        (&[Requested, Active, Paused, Disputed], GrantAct::End, &[Elder, Helper, ClerkForElder]),
        (&[Requested, Active, Paused, Disputed], GrantAct::Expire, &[Rule]),
        (&[Active, Paused], GrantAct::Dispute, &[Elder, ClerkForElder]),
        (&[Disputed], GrantAct::Clear, &[ClerkForElder]),
        (&[Active, Paused], GrantAct::See, &[ClerkForElder]),
    ];
    for state in GrantState::ALL {
        for act in GrantAct::ALL {
            for party in Party::ALL {
                let golden = rows.iter().any(|(s, a, p)| s.contains(state) && a == act && p.contains(&party));
                assert_eq!(step(*state, *act, party).is_some(), golden, "{state:?} {act:?} {party:?}");
            }
        }
    }
}

#[test]
fn a_yes_by_phone_covers_filing_and_papers_only_until_a_clerk_has_seen_her() {
    let mut g = Grant { scopes: Scope::OFFERED.into(), seen_at: None, ..grant() };
    let now = Timestamp::from_second(5).unwrap();
    g.apply(GrantAct::Agree, Party::Elder, agreement(), now).unwrap();
    for scope in Scope::OFFERED {
        let expected = if scope.before_she_was_seen() { Ok(()) } else { Err(Refusal::ElderNotSeenYet) };
        assert_eq!(g.covers(scope, now), expected, "{scope:?}");
    }
    g.apply(GrantAct::See, Party::ClerkForElder, None, now).unwrap();
    assert!(Scope::OFFERED.iter().all(|s| g.covers(*s, now).is_ok()));
    assert!(g.apply(GrantAct::See, Party::ClerkForElder, None, now).is_err(), "once is enough");
}

#[test]
fn a_first_grant_waits_and_can_be_ended_while_it_waits() {
    let (now, later) = (Timestamp::from_second(5).unwrap(), Timestamp::from_second(90).unwrap());
    let mut g = Grant { waits_until: Some(later), ..grant() };
    g.apply(GrantAct::Agree, Party::Elder, agreement(), now).unwrap();
    assert_eq!(g.covers(Scope::SeeCases, now), Err(Refusal::GrantNotYet));
    assert_eq!(g.covers(Scope::SeeCases, later), Ok(()));
    g.apply(GrantAct::End, Party::Elder, None, now).unwrap();
    assert_eq!(g.covers(Scope::SeeCases, later), Err(Refusal::GrantEnded));
}

#[test]
fn a_grant_for_one_application_is_spent_by_it_but_lets_her_follow_the_case() {
    let now = Timestamp::from_second(5).unwrap();
    let mut g = Grant { scopes: Scope::OFFERED.into(), once: Once::Open, ..grant() };
    g.apply(GrantAct::Agree, Party::Elder, agreement(), now).unwrap();
    assert_eq!(g.covers_filing(ItemCode::OutOfArea, now), Ok(()));
    g.once = Once::Spent;
    assert_eq!(g.covers_filing(ItemCode::OutOfArea, now), Err(Refusal::GrantSpent));
    assert!(Scope::OFFERED.iter().all(|s| g.covers(*s, now).is_ok()));
}

#[test]
fn a_grant_from_before_there_was_a_choice_is_for_all_services() {
    let mut old = serde_json::to_value(grant()).unwrap();
    old.as_object_mut().unwrap().remove("items").unwrap();
    assert_eq!(serde_json::from_value::<Grant>(old).unwrap(), grant());
    let one = Grant { items: Items::Only([ItemCode::OutOfArea].into()), ..grant() };
    assert_eq!(serde_json::from_str::<Grant>(&serde_json::to_string(&one).unwrap()).unwrap(), one);
}

#[test]
fn what_is_disputed_comes_back_paused_and_only_she_lets_it_go_on() {
    let now = Timestamp::from_second(5).unwrap();
    let mut g = grant();
    g.apply(GrantAct::Agree, Party::Elder, agreement(), now).unwrap();
    g.apply(GrantAct::Dispute, Party::Elder, None, now).unwrap();
    assert_eq!(g.covers(Scope::SeeCases, now), Err(Refusal::GrantDisputed));
    for (act, party) in [(GrantAct::Resume, Party::Elder), (GrantAct::Clear, Party::Helper), (GrantAct::Clear, Party::Elder)] {
        assert!(g.clone().apply(act, party, None, now).is_err(), "{act:?} {party:?}");
    }
    g.apply(GrantAct::Clear, Party::ClerkForElder, None, now).unwrap();
    assert_eq!(g.state, GrantState::Paused);
}

#[test]
fn a_shared_phone_or_the_askers_phone_cannot_consent() {
    assert_eq!(phone_can_consent(1, false), Ok(()));
    assert_eq!(phone_can_consent(2, false), Err(Refusal::PhoneCannotConsent));
    assert_eq!(phone_can_consent(1, true), Err(Refusal::PhoneCannotConsent));
    assert_eq!(phone_can_consent(0, false), Err(Refusal::PhoneCannotConsent));
}
