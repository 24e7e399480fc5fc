//! What a grant promises, as sentences: who moves it, what it covers, what never happens.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::ids::StaffId;
use proptest::prelude::*;

fn grant() -> Grant {
    Grant {
        relation: "child".into(),
        scopes: [Scope::SeeCases].into(),
        seen_at: Some(Timestamp::UNIX_EPOCH),
        ..Grant::request(
            GrantId::new("g"),
            PersonId::new("e"),
            PersonId::new("h"),
            Timestamp::UNIX_EPOCH,
            Timestamp::from_second(1_000).unwrap(),
        )
    }
}

fn some_items(bits: u64) -> BTreeSet<ItemCode> {
    ItemCode::ALL.into_iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, item)| item).collect()
}

fn agreement() -> Option<Agreement> {
    Some(Agreement::OwnPhone { at: Timestamp::UNIX_EPOCH })
}

proptest! {
    #[test]
    fn no_sequence_of_calls_by_a_helper_ever_enlarges_a_grant(
        acts in prop::collection::vec(0usize..11, 0..12), start in 0usize..9, all_items: bool, bits: u64,
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
    fn ending_is_final_whatever_follows(acts in prop::collection::vec((0usize..11, 0usize..5), 0..20)) {
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

const OPEN: [GrantState; 6] = [
    GrantState::Requested,
    GrantState::WaitingForConsent,
    GrantState::WaitingForDecision,
    GrantState::Active,
    GrantState::Paused,
    GrantState::Disputed,
];

/// The golden table: every allowed (state, act, party). Whatever is not here is refused.
#[test]
fn exactly_these_moves_are_allowed() {
    use GrantState::{Active, Disputed, Paused, Requested, WaitingForConsent, WaitingForDecision};
    use Party::{ClerkForElder, County, Elder, Helper, Rule};
    type Row = (&'static [GrantState], GrantAct, &'static [Party]);
    let rows: [Row; 13] = [
        (&[Requested], GrantAct::Open, &[Elder, ClerkForElder]),
        (&[Requested, WaitingForConsent], GrantAct::TakeIn, &[ClerkForElder]),
        (&[Requested, WaitingForConsent], GrantAct::Agree, &[Elder, ClerkForElder]),
        (&[WaitingForDecision], GrantAct::Agree, &[County]),
        (&[Requested, WaitingForConsent], GrantAct::Refuse, &[Elder, ClerkForElder]),
        (&[WaitingForDecision], GrantAct::Refuse, &[Elder, ClerkForElder, County]),
        (&[Active], GrantAct::Pause, &[Elder, ClerkForElder, Rule]),
        (&[Paused], GrantAct::Resume, &[Elder, ClerkForElder, County]),
        (&OPEN, GrantAct::End, &[Elder, Helper, ClerkForElder]),
        (&OPEN, GrantAct::Expire, &[Rule]),
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

/// Every kind of evidence, so that a property tries each with each party.
fn evidence(n: usize) -> Option<Agreement> {
    let (at, clerk) = (Timestamp::UNIX_EPOCH, StaffId::new("clerk"));
    let all = [
        Agreement::OwnPhone { at },
        Agreement::OwnFace { at, check: "f".into() },
        Agreement::Counter { at, clerk: clerk.clone(), shown: vec![] },
        Agreement::Home { at, clerk: clerk.clone(), shown: vec![], there: vec![] },
        Agreement::Guardian { at, clerk: clerk.clone(), shown: vec![] },
        Agreement::LegalGuardian { at, taken_by: clerk.clone(), clerk, shown: vec![] },
    ];
    all.get(n).cloned()
}

proptest! {
    #[test]
    fn no_order_of_calls_leaves_a_grant_active_after_an_end(
        before in prop::collection::vec((0usize..11, 0usize..5, 0usize..7), 0..12), end in 0usize..3,
        after in prop::collection::vec((0usize..11, 0usize..5, 0usize..7), 0..12),
    ) {
        let now = Timestamp::from_second(5).unwrap();
        let mut g = grant();
        let go = |g: &mut Grant, calls: &[(usize, usize, usize)]| {
            for (a, p, e) in calls {
                let _ = g.apply(GrantAct::ALL[*a], Party::ALL[*p], evidence(*e), now);
            }
        };
        go(&mut g, &before);
        let ends = [(GrantAct::End, Party::Elder), (GrantAct::End, Party::ClerkForElder), (GrantAct::End, Party::Helper)];
        let over = g.state.over();
        prop_assert_eq!(g.apply(ends[end].0, ends[end].1, None, now).is_ok(), !over, "every open state can be ended");
        let (state, ended) = (g.state, g.ended.clone());
        go(&mut g, &after);
        prop_assert_eq!((g.state, g.ended.clone()), (state, ended), "and stays ended, for the same reason");
        prop_assert!(Scope::ALL.iter().all(|s| g.covers(*s, now).is_err()));
    }

    #[test]
    fn whoever_says_yes_has_evidence_of_her_own_and_the_county_alone_speaks_for_a_guardian(
        calls in prop::collection::vec((0usize..11, 0usize..5, 0usize..7), 0..14),
    ) {
        let now = Timestamp::from_second(5).unwrap();
        let mut g = grant();
        for (a, p, e) in calls {
            let (before, act, party) = (g.state, GrantAct::ALL[a], Party::ALL[p]);
            if g.apply(act, party, evidence(e), now).is_err() {
                continue;
            }
            if g.state == GrantState::Active && before != GrantState::Active {
                prop_assert!(act == GrantAct::Agree || act == GrantAct::Resume);
                prop_assert!(matches!(party, Party::Elder | Party::ClerkForElder | Party::County));
                prop_assert_eq!(g.by_legal_guardian(), party == Party::County, "{:?} {:?}", before, act);
            }
            prop_assert_eq!(g.state.over(), g.ended.is_some());
        }
    }
}

#[test]
fn a_request_of_earlier_days_is_still_read() {
    let mut old = serde_json::to_value(grant()).unwrap();
    let fields = old.as_object_mut().unwrap();
    for newer in ["letter", "papers", "claim", "seen_at", "once", "renews", "renewal_asked", "waits_until"] {
        fields.remove(newer);
    }
    let read: Grant = serde_json::from_value(old).unwrap();
    assert_eq!((read.state, read.letter, read.claim), (GrantState::Requested, None, None));
}

#[test]
fn what_the_county_decided_goes_on_by_the_county_alone_and_what_she_decided_by_her() {
    let now = Timestamp::from_second(5).unwrap();
    let mut g = grant();
    g.apply(GrantAct::TakeIn, Party::ClerkForElder, None, now).unwrap();
    for party in [Party::Elder, Party::ClerkForElder, Party::Helper] {
        assert!(g.clone().apply(GrantAct::Agree, party, evidence(2), now).is_err(), "{party:?}");
    }
    g.apply(GrantAct::Agree, Party::County, evidence(5), now).unwrap();
    assert!(g.speaks_for_her() && g.she_was_seen());
    g.apply(GrantAct::Pause, Party::ClerkForElder, None, now).unwrap();
    assert_eq!(g.clone().apply(GrantAct::Resume, Party::Elder, None, now), Err(Refusal::CountyDecides));
    assert_eq!(g.apply(GrantAct::Resume, Party::County, None, now), Ok(()));
    let mut hers = grant();
    hers.apply(GrantAct::Agree, Party::Elder, agreement(), now).unwrap();
    hers.apply(GrantAct::Pause, Party::Elder, None, now).unwrap();
    assert_eq!(hers.clone().apply(GrantAct::Resume, Party::County, None, now), Err(Refusal::CountyDecides));
    assert_eq!(hers.apply(GrantAct::Resume, Party::Elder, None, now), Ok(()));
}

#[test]
fn an_end_says_why_by_itself_and_can_be_told_better() {
    let now = Timestamp::from_second(5).unwrap();
    let why = |act, party| {
        let mut g = grant();
        g.apply(act, party, None, now).unwrap();
        g.ended.unwrap().why
    };
    assert_eq!(why(GrantAct::Refuse, Party::Elder), EndReason::SaidNo);
    assert_eq!(why(GrantAct::End, Party::Helper), EndReason::HelperLeft);
    assert_eq!(why(GrantAct::Expire, Party::Rule), EndReason::Unanswered);
    let mut g = grant();
    g.because(EndReason::Fraud);
    assert_eq!(g.ended, None, "what is not over has no reason to be");
    g.apply(GrantAct::End, Party::Elder, None, now).unwrap();
    g.because(EndReason::Replaced);
    assert_eq!(g.ended.unwrap().why, EndReason::Replaced);
}
