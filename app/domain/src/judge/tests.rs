//! What the judge says, as sentences.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::catalog::ItemCode;
use crate::family::{GrantState, Items};
use crate::ids::{GrantId, StaffId};
use crate::review::Tier;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn grant(state: GrantState, scopes: BTreeSet<Scope>, until: i64) -> Grant {
    Grant {
        relation: "child".into(),
        scopes,
        state,
        once: crate::family::Once::No,
        ..Grant::request(
            GrantId::new("g"),
            PersonId::new("elder"),
            PersonId::new("helper"),
            Timestamp::UNIX_EPOCH,
            Timestamp::from_second(until).unwrap(),
        )
    }
}

fn acts(grant: &Grant) -> Vec<(Act<'_>, Option<Scope>)> {
    vec![
        (Act::SeeCases, Some(Scope::SeeCases)),
        (Act::Apply(ItemCode::OutOfArea), Some(Scope::Apply)),
        (Act::File(ItemCode::OutOfArea), Some(Scope::Apply)),
        (Act::HandInPapers(ItemCode::OutOfArea), Some(Scope::HandInPapers)),
        (Act::LeaveMessage(None), Some(Scope::Apply)),
        (Act::LeaveMessage(Some(ItemCode::OutOfArea)), Some(Scope::Apply)),
        (Act::ReadNotices, Some(Scope::ReceiveNotices)),
        (Act::RuleGrant, None),
        (Act::AskGrant, None),
        (Act::SeeOwnSessions, None),
        (Act::ChangeKeyData, None),
        (Act::SeeQueue, None),
        (Act::LookAtPerson, None),
        (Act::IssueSlip { ties: Ties::default(), card_checked: true }, None),
        (Act::RecordConsent { ties: Ties::default(), card_checked: true }, None),
        (Act::StopGrant { ties: Ties::default() }, None),
        (Act::HandleGrantPapers { ties: Ties::default() }, None),
        (Act::TakeClaim { ties: Ties::default(), proof_seen: true }, None),
        (Act::DecideClaim { ties: Ties::default(), taken_by: None }, None),
        (Act::MovePerson { ties: Ties::default(), card_checked: true }, None),
        (Act::MergePeople { ties: Ties::default() }, None),
        (Act::Watch { ties: Ties::default() }, None),
        (Act::Supervise, None),
        (Act::SeeOverview, None),
        (Act::FileTonight, None),
        (Act::LeaveGrant(grant), None),
        (Act::KeepOwnList(grant), None),
    ]
}

proptest! {
    #[test]
    fn a_helper_does_exactly_what_the_grant_says(
        bits: u8, state in 0usize..9, seen: bool, until in 0i64..200, now in 0i64..200, verified: bool, alive: bool, other: bool, insured: bool,
    ) {
        let scopes: BTreeSet<Scope> = Scope::ALL.into_iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, s)| s).collect();
        let seen_at = seen.then_some(Timestamp::UNIX_EPOCH);
        let g = Grant { seen_at, ..grant(GrantState::ALL[state], scopes.clone(), until) };
        let elder = PersonId::new(if other { "stranger" } else { "elder" });
        let village = AreaCode::new("990101001001");
        let subject = Subject { id: &elder, village: &village, alive, insured };
        let helper = PersonId::new("helper");
        let actor = Actor::Helper { id: &helper, verified, grant: &g };
        for (act, scope) in acts(&g) {
            let allowed = may(&actor, subject, act, Timestamp::from_second(now).unwrap()).is_ok();
            let leave = matches!(act, Act::LeaveGrant(_) | Act::KeepOwnList(_)) && !other;
            let expected = leave || (scope.is_some_and(|s| scopes.contains(&s) && (seen || s.before_she_was_seen()))
                && g.state == GrantState::Active && now < until && verified && alive && !other && (insured || !matches!(act, Act::File(_))));
            prop_assert_eq!(allowed, expected, "{:?}", act);
        }
    }

    #[test]
    fn a_helper_does_nothing_for_a_service_that_the_elder_did_not_name(all: bool, bits: u64, scope_bits: u8, now in 0i64..200) {
        let scopes: BTreeSet<Scope> =
            Scope::ALL.into_iter().enumerate().filter(|(i, _)| scope_bits & (1 << i) != 0).map(|(_, s)| s).collect();
        let some = ItemCode::ALL.into_iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, item)| item).collect();
        let items = if all { Items::All } else { Items::Only(some) };
        let g = Grant { seen_at: Some(Timestamp::UNIX_EPOCH), items: items.clone(), ..grant(GrantState::Active, scopes.clone(), 100) };
        let (elder, helper, village) = (PersonId::new("elder"), PersonId::new("helper"), AreaCode::new("990101001001"));
        let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
        let actor = Actor::Helper { id: &helper, verified: true, grant: &g };
        let now = Timestamp::from_second(now).unwrap();
        for item in ItemCode::ALL {
            for (act, scope) in [(Act::File(item), Scope::Apply), (Act::Apply(item), Scope::Apply), (Act::HandInPapers(item), Scope::HandInPapers)] {
                let said = may(&actor, subject, act, now);
                prop_assert_eq!(said.is_ok(), scopes.contains(&scope) && items.covers(item) && now < g.until, "{:?}", act);
                if scopes.contains(&scope) && now < g.until && !items.covers(item) {
                    prop_assert_eq!(said, Err(Refusal::OutOfItems));
                }
            }
            // Of another service she sees what looking allows, and no receipt by the back door.
            let sees = may(&actor, subject, Act::SeeCases, now).is_ok();
            let hands = [Scope::Apply, Scope::HandInPapers].iter().any(|s| scopes.contains(s)) && items.covers(item) && now < g.until;
            prop_assert_eq!(may(&actor, subject, Act::SeeReceipt(item), now).is_ok(), hands || sees);
        }
    }
}

#[test]
fn nobody_changes_key_data_online_not_even_herself() {
    let me = PersonId::new("elder");
    let village = AreaCode::new("990101001001");
    let subject = Subject { id: &me, village: &village, alive: true, insured: true };
    let actor = Actor::Resident { id: &me, verified: true };
    assert_eq!(may(&actor, subject, Act::ChangeKeyData, Timestamp::UNIX_EPOCH), Err(Refusal::OnlyHerself));
}

fn clerk(tier: Tier, desk: &str) -> Reviewer {
    Reviewer { id: StaffId::new("s"), person: None, tier, desk: AreaCode::new(desk), supervisor: false, kind: Default::default() }
}

#[test]
fn the_phone_on_record_changes_only_before_a_clerk_with_the_card_on_the_desk() {
    let clerk = clerk(Tier::Village, "990101001001");
    let elder = PersonId::new("e");
    let village = AreaCode::new("990101001001");
    let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
    let at = |card_checked, ties| {
        let actor = Actor::Counter { clerk: &clerk, present: &elder, card_checked, ties };
        may(&actor, subject, Act::ChangeKeyData, Timestamp::UNIX_EPOCH)
    };
    assert_eq!(at(true, Ties::default()), Ok(()));
    assert_eq!(at(false, Ties::default()), Err(Refusal::CardNotChecked));
    assert_eq!(at(true, Ties { declared: true, ..Ties::default() }), Err(Refusal::OwnFamily));
    assert_eq!(may(&Actor::Staff(&clerk), subject, Act::ChangeKeyData, Timestamp::UNIX_EPOCH), Err(Refusal::NotYours));
}

#[test]
fn a_counter_elsewhere_takes_in_what_every_desk_does_and_reads_nothing() {
    let clerk = clerk(Tier::Village, "990101001001");
    let elder = PersonId::new("e");
    let ask = |village: &str, act: Act| {
        let village = AreaCode::new(village);
        let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
        let actor = Actor::Counter { clerk: &clerk, present: &elder, card_checked: true, ties: Ties::default() };
        may(&actor, subject, act, Timestamp::UNIX_EPOCH)
    };
    let (here, next_village, other_county) = ("990101001001", "990101002001", "990102001001");
    let draft = DraftId::new("d");
    for act in [Act::BeginIntake, Act::File(ItemCode::OutOfArea), Act::HandInPapers(ItemCode::Claim), Act::Send(&draft, 1)] {
        assert_eq!((ask(here, act), ask(next_village, act)), (Ok(()), Ok(())), "{act:?}");
        assert_eq!(ask(other_county, act), Err(Refusal::NotYours), "{act:?}");
    }
    for act in [Act::File(ItemCode::Certificate), Act::SeeCases, Act::ReadNotices, Act::ChangeKeyData, Act::TakeBack(ItemCode::Claim)] {
        assert_eq!((ask(here, act), ask(next_village, act)), (Ok(()), Err(Refusal::OnlyAtHome)), "{act:?}");
    }
}

#[test]
fn an_unconfirmed_helper_can_only_ask() {
    let (me, elder) = (PersonId::new("h"), PersonId::new("e"));
    let village = AreaCode::new("990101001001");
    let actor = Actor::Resident { id: &me, verified: false };
    let hers = Subject { id: &elder, village: &village, alive: true, insured: true };
    assert!(may(&actor, hers, Act::AskGrant, Timestamp::UNIX_EPOCH).is_ok());
    let item = ItemCode::OutOfArea;
    for act in [Act::FileTonight, Act::Apply(item), Act::SeeCases, Act::HandInPapers(item), Act::RuleGrant] {
        assert!(may(&actor, hers, act, Timestamp::UNIX_EPOCH).is_err());
    }
}

#[test]
fn a_clerk_never_issues_a_slip_to_her_own_family() {
    let clerk = Reviewer { person: Some(PersonId::new("clerk")), ..clerk(Tier::Village, "990101001001") };
    let elder = PersonId::new("e");
    let village = AreaCode::new("990101001001");
    let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
    let free = Act::IssueSlip { ties: Ties::default(), card_checked: true };
    assert!(may(&Actor::Staff(&clerk), subject, free, Timestamp::UNIX_EPOCH).is_ok());
    for ties in [
        Ties { same_household: true, ..Ties::default() },
        Ties { grant_between: true, ..Ties::default() },
        Ties { declared: true, ..Ties::default() },
    ] {
        let act = Act::IssueSlip { ties, card_checked: true };
        assert_eq!(may(&Actor::Staff(&clerk), subject, act, Timestamp::UNIX_EPOCH), Err(Refusal::OwnFamily));
    }
    let own = PersonId::new("clerk");
    let herself = Subject { id: &own, ..subject };
    assert_eq!(may(&Actor::Staff(&clerk), herself, free, Timestamp::UNIX_EPOCH), Err(Refusal::OwnMatter));
}

/// A running grant with everything in it, for the tests beside this one.
pub(super) fn grant_of_helper() -> Grant {
    grant(GrantState::Active, Scope::ALL.into_iter().collect(), 100)
}

#[test]
fn a_legal_guardian_is_decided_by_the_county_and_never_by_the_clerk_who_took_it_in() {
    let (village, county) = (clerk(Tier::Village, "990101001001"), clerk(Tier::County, "990101"));
    let (elder, area) = (PersonId::new("e"), AreaCode::new("990101001001"));
    let subject = Subject { id: &elder, village: &area, alive: true, insured: true };
    let judge = |who: &Reviewer, act| may(&Actor::Staff(who), subject, act, Timestamp::UNIX_EPOCH);
    let (mine, hers) = (StaffId::new("s"), StaffId::new("t"));
    let decide = |taken_by, ties| Act::DecideClaim { ties, taken_by };
    assert_eq!(judge(&village, Act::TakeClaim { ties: Ties::default(), proof_seen: true }), Ok(()));
    assert_eq!(judge(&village, Act::TakeClaim { ties: Ties::default(), proof_seen: false }), Err(Refusal::ProofMissing));
    assert_eq!(judge(&village, decide(Some(&hers), Ties::default())), Err(Refusal::OtherTier));
    assert_eq!(judge(&county, decide(Some(&hers), Ties::default())), Ok(()));
    assert_eq!(judge(&county, decide(Some(&mine), Ties::default())), Err(Refusal::DidEarlierStep));
    assert_eq!(judge(&county, decide(Some(&hers), Ties { declared: true, ..Ties::default() })), Err(Refusal::OwnFamily));
    let elsewhere = clerk(Tier::County, "990102");
    assert_eq!(judge(&elsewhere, decide(Some(&hers), Ties::default())), Err(Refusal::OtherArea));
}

#[test]
fn records_are_merged_by_a_supervisor_of_the_county_and_never_of_her_own_family() {
    let (elder, village) = (PersonId::new("elder"), AreaCode::new("990101001001"));
    let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
    let clerk = |tier, desk: &str, supervisor| Reviewer { supervisor, ..clerk(tier, desk) };
    let county = clerk(Tier::County, "990101", true);
    let tied = Ties { declared: true, ..Ties::default() };
    let says = |clerk: &Reviewer, act| may(&Actor::Staff(clerk), subject, act, Timestamp::UNIX_EPOCH);
    for (ties, merges) in [(Ties::default(), Ok(())), (tied, Err(Refusal::OwnFamily))] {
        assert_eq!(says(&county, Act::MergePeople { ties }), merges);
        assert_eq!(says(&county, Act::Watch { ties }), merges);
        assert_eq!(says(&county, Act::MovePerson { ties, card_checked: true }), merges);
    }
    assert_eq!(says(&county, Act::MovePerson { ties: Ties::default(), card_checked: false }), Err(Refusal::CardNotChecked));
    let ties = Ties::default();
    assert_eq!(says(&clerk(Tier::County, "990101", false), Act::MergePeople { ties }), Err(Refusal::SupervisorOnly));
    assert_eq!(says(&clerk(Tier::County, "990101", false), Act::Watch { ties }), Err(Refusal::SupervisorOnly));
    assert_eq!(says(&clerk(Tier::Village, "990101001001", true), Act::MergePeople { ties }), Err(Refusal::OtherTier));
    assert_eq!(says(&clerk(Tier::County, "990102", true), Act::Watch { ties }), Err(Refusal::OtherArea));
}

#[test]
fn the_counts_of_an_area_are_for_supervisors_above_the_village_and_for_the_county() {
    let nobody = PersonId::new("");
    let says = |tier, desk: &str, supervisor| {
        let clerk = Reviewer { supervisor, ..clerk(tier, desk) };
        let subject = Subject { id: &nobody, village: &clerk.desk, alive: true, insured: true };
        may(&Actor::Staff(&clerk), subject, Act::SeeOverview, Timestamp::UNIX_EPOCH)
    };
    assert_eq!(says(Tier::County, "990101", false), Ok(()));
    assert_eq!(says(Tier::County, "990101", true), Ok(()));
    assert_eq!(says(Tier::Township, "990101001", true), Ok(()));
    assert_eq!(says(Tier::Township, "990101001", false), Err(Refusal::SupervisorOnly));
    assert_eq!(says(Tier::Village, "990101001001", true), Err(Refusal::OtherTier));
}

fn message(left_by: crate::ledger::By) -> VoiceMessage {
    VoiceMessage {
        id: crate::ids::VoiceMessageId::new("m"),
        subject: PersonId::new("elder"),
        village: AreaCode::new("990101001001"),
        about: None,
        left_by,
        left_at: Timestamp::UNIX_EPOCH,
        until: Timestamp::MAX,
        seconds: 5,
        words: crate::sound::Words::Waiting,
        heard: vec![],
        done: None,
        version: 0,
    }
}

#[test]
fn a_voice_message_is_heard_by_those_on_the_case_alone() {
    use crate::ledger::By;
    let (elder, helper) = (PersonId::new("elder"), PersonId::new("helper"));
    let hers = message(By::Herself(elder.clone()));
    let helpers = message(By::Helper { helper: helper.clone(), grant: GrantId::new("g") });
    let village = AreaCode::new("990101001001");
    let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
    let hear = |message| Act::HearMessage { message, case: None, ties: Ties::default() };
    let herself = Actor::Resident { id: &elder, verified: true };
    let g = Grant { seen_at: Some(Timestamp::UNIX_EPOCH), ..grant(GrantState::Active, [Scope::Apply].into(), 100) };
    let acting = Actor::Helper { id: &helper, verified: true, grant: &g };
    let now = Timestamp::UNIX_EPOCH;
    for mine in [&hers, &helpers] {
        assert!(may(&herself, subject, hear(mine), now).is_ok());
        assert!(may(&herself, subject, Act::DeleteMessage(mine), now).is_ok());
    }
    assert!(may(&acting, subject, hear(&helpers), now).is_ok());
    assert_eq!(may(&acting, subject, hear(&hers), now), Err(Refusal::NotYours));
    assert_eq!(may(&acting, subject, Act::DeleteMessage(&hers), now), Err(Refusal::NotYours));
    let at = |desk: &str, tier| Reviewer {
        id: StaffId::new("s"),
        person: None,
        tier,
        desk: AreaCode::new(desk),
        supervisor: false,
        kind: Default::default(),
    };
    let (near, county) = (at("990101001001", Tier::Village), at("990101", Tier::County));
    let (next_door, own) = (at("990101001002", Tier::Village), Reviewer { person: Some(elder.clone()), ..near.clone() });
    assert!(may(&Actor::Staff(&near), subject, hear(&hers), now).is_ok());
    assert!(may(&Actor::Staff(&county), subject, hear(&hers), now).is_ok());
    assert_eq!(may(&Actor::Staff(&next_door), subject, hear(&hers), now), Err(Refusal::OtherArea));
    assert_eq!(may(&Actor::Staff(&own), subject, hear(&hers), now), Err(Refusal::OwnMatter));
    assert!(may(&Actor::Staff(&near), subject, Act::DeleteMessage(&hers), now).is_err(), "only the family takes one away");
    let family = Act::HearMessage { message: &hers, case: None, ties: Ties { declared: true, ..Ties::default() } };
    assert_eq!(may(&Actor::Staff(&near), subject, family, now), Err(Refusal::OwnFamily));
}

#[test]
fn a_hospital_s_or_bank_s_counter_touches_no_identity_sign_in_place_or_trust() {
    let site = Reviewer {
        id: StaffId::new("h1"),
        person: None,
        tier: Tier::Village,
        desk: AreaCode::new("990101001901"),
        supervisor: false,
        kind: Default::default(),
    };
    let village = Reviewer { desk: AreaCode::new("990101001002"), ..site.clone() };
    let (elder, home) = (PersonId::new("elder"), AreaCode::new("990101001001"));
    let subject = Subject { id: &elder, village: &home, alive: true, insured: true };
    let (ties, card_checked) = (Ties::default(), true);
    for act in [
        Act::IssueSlip { ties, card_checked },
        Act::ConfirmIdentity { ties, card_checked },
        Act::RecordConsent { ties, card_checked },
        Act::MovePerson { ties, card_checked },
        Act::TakeClaim { ties, proof_seen: true },
        Act::HandleGrantPapers { ties },
    ] {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(may(&Actor::Staff(&site), subject, act, now), Err(Refusal::OnlyAtHome), "{act:?}");
        assert_eq!(may(&Actor::Staff(&village), subject, act, now), Ok(()), "any office of the county: {act:?}");
    }
    assert!(site.desk.is_site() && !village.desk.is_site() && !AreaCode::new("990101901").is_site());
}
