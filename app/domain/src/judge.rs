//! The only judge of who may do what: `may(actor, subject, act, now)`. Nobody compares roles elsewhere.
//! It looks at facts handed in; it loads nothing and changes nothing.

use crate::case::Case;
use crate::family::{Grant, Scope};
use crate::ids::{AreaCode, PersonId};
use crate::refusal::Refusal;
use crate::review::{Reviewer, Tier, Ties, may_look, may_review, no_conflict};
use jiff::Timestamp;

/// Who stands at the door.
#[derive(Debug, Clone, Copy)]
pub enum Actor<'a> {
    Anonymous,
    /// A signed-in resident in her own name. `verified`: her identity is confirmed by shared data or a clerk.
    Resident {
        id: &'a PersonId,
        verified: bool,
    },
    /// A signed-in resident who acts for an elder inside a grant.
    Helper {
        id: &'a PersonId,
        verified: bool,
        grant: &'a Grant,
    },
    /// A clerk for the person who stands before her; `card_checked` is recorded with the act.
    Counter {
        clerk: &'a Reviewer,
        present: &'a PersonId,
        card_checked: bool,
        ties: Ties,
    },
    Staff(&'a Reviewer),
    Rule,
}

/// Whom the matter belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub id: &'a PersonId,
    pub village: &'a AreaCode,
    pub alive: bool,
}

/// What is asked for. One variant per thing a door can do.
#[derive(Debug, Clone, Copy)]
pub enum Act<'a> {
    SeeCases,
    ReadNotices,
    /// A new application: begin it, and send it.
    File,
    /// Fill, change, take back, undo, withdraw an application.
    Apply,
    /// What the last page of a journey says; open to whoever made it.
    SeeReceipt,
    HandInPapers,
    /// File tonight for somebody in hospital, without a grant.
    FileTonight,
    /// Ask an elder for a grant.
    AskGrant,
    /// Agree, refuse, pause, resume or end a grant as the elder.
    RuleGrant,
    /// End one's own helping.
    LeaveGrant(&'a Grant),
    SeeOwnSessions,
    /// Phone on record, bank account, password.
    ChangeKeyData,
    // What clerks do.
    SeeQueue,
    LookAtPerson,
    OpenCase(&'a Case),
    StepCase {
        case: &'a Case,
        ties: Ties,
    },
    IssueSlip {
        ties: Ties,
        card_checked: bool,
    },
    RecordConsent {
        ties: Ties,
        card_checked: bool,
    },
    /// Pause or end a grant because the elder says so, at the desk or by telephone: stopping needs no card.
    StopGrant {
        ties: Ties,
    },
    ConfirmIdentity {
        ties: Ties,
        card_checked: bool,
    },
    /// The county has the certificate before it.
    MarkDead {
        ties: Ties,
        certificate: bool,
    },
    /// She stands there, with her card.
    UndoDeath {
        ties: Ties,
        card_checked: bool,
    },
    DeliverNotices,
    Supervise,
}

/// The judgement. `Ok(())` or the one refusal that is true.
pub fn may(actor: &Actor, subject: Subject, act: Act, now: Timestamp) -> Result<(), Refusal> {
    match *actor {
        Actor::Anonymous => Err(Refusal::SignInFirst),
        Actor::Resident { id, verified } => resident(id, verified, subject, act),
        Actor::Helper { id, verified, grant } => helper(id, verified, grant, subject, act, now),
        Actor::Counter { clerk, present, card_checked, ties } => counter(clerk, present, card_checked, ties, subject, act),
        Actor::Staff(clerk) => staff(clerk, subject, act),
        Actor::Rule => Err(Refusal::NotYours),
    }
}

fn resident(id: &PersonId, verified: bool, subject: Subject, act: Act) -> Result<(), Refusal> {
    let own = id == subject.id;
    match act {
        Act::AskGrant if own => Err(Refusal::OwnHelper),
        // Asking is all that an unconfirmed identity may do for others.
        Act::AskGrant => Ok(()),
        Act::FileTonight if !verified => Err(Refusal::IdentityNotConfirmed),
        Act::FileTonight if !subject.alive => Err(Refusal::PersonNotAlive),
        Act::FileTonight => Ok(()),
        Act::LeaveGrant(grant) if grant.helper == *id => Ok(()),
        _ if !own => Err(Refusal::NotYours),
        Act::ChangeKeyData => Err(Refusal::OnlyHerself),
        Act::ReadNotices | Act::SeeOwnSessions => Ok(()),
        _ if !verified => Err(Refusal::IdentityNotConfirmed),
        Act::SeeCases | Act::SeeReceipt | Act::File | Act::Apply | Act::HandInPapers | Act::RuleGrant => {
            if subject.alive {
                Ok(())
            } else {
                Err(Refusal::PersonNotAlive)
            }
        }
        _ => Err(Refusal::NotYours),
    }
}

fn helper(id: &PersonId, verified: bool, grant: &Grant, subject: Subject, act: Act, now: Timestamp) -> Result<(), Refusal> {
    if grant.helper != *id || grant.elder != *subject.id {
        return Err(Refusal::NotYours);
    }
    let needed = match act {
        Act::SeeCases => Scope::SeeCases,
        Act::Apply | Act::File => Scope::Apply,
        Act::SeeReceipt if grant.scopes.contains(&Scope::Apply) => Scope::Apply,
        Act::SeeReceipt if grant.scopes.contains(&Scope::HandInPapers) => Scope::HandInPapers,
        Act::SeeReceipt => Scope::SeeCases,
        Act::HandInPapers => Scope::HandInPapers,
        Act::ReadNotices => Scope::ReceiveNotices,
        Act::LeaveGrant(_) => return Ok(()),
        Act::ChangeKeyData | Act::RuleGrant | Act::SeeOwnSessions | Act::AskGrant => return Err(Refusal::OnlyHerself),
        _ => return Err(Refusal::NotYours),
    };
    if !verified {
        return Err(Refusal::IdentityNotConfirmed);
    }
    if !subject.alive {
        return Err(Refusal::PersonNotAlive);
    }
    match act {
        Act::File => grant.covers_filing(now),
        _ => grant.covers(needed, now),
    }
}

fn counter(clerk: &Reviewer, present: &PersonId, card_checked: bool, ties: Ties, subject: Subject, act: Act) -> Result<(), Refusal> {
    if present != subject.id || !clerk.desk.contains(&subject.village.at(clerk.tier)) {
        return Err(Refusal::NotYours);
    }
    no_conflict(clerk, subject.id, ties)?;
    if !card_checked {
        return Err(Refusal::CardNotChecked);
    }
    match act {
        // She herself, with her card, before a clerk: the one place where key data change.
        Act::SeeCases | Act::SeeReceipt | Act::File | Act::Apply | Act::HandInPapers | Act::ReadNotices | Act::ChangeKeyData => {
            if subject.alive { Ok(()) } else { Err(Refusal::PersonNotAlive) }
        }
        _ => Err(Refusal::OnlyHerself),
    }
}

fn staff(clerk: &Reviewer, subject: Subject, act: Act) -> Result<(), Refusal> {
    // A person is served at any desk of her county; cases keep to area and tier.
    let in_reach = clerk.desk.county().contains(subject.village);
    match act {
        Act::SeeQueue => Ok(()),
        Act::Supervise if clerk.supervisor => Ok(()),
        Act::Supervise => Err(Refusal::SupervisorOnly),
        Act::OpenCase(case) => may_look(clerk, case),
        Act::StepCase { case, ties } => may_review(clerk, case, ties),
        _ if !in_reach => Err(Refusal::OtherArea),
        Act::LookAtPerson | Act::DeliverNotices if !clerk.desk.contains(subject.village) => Err(Refusal::OtherArea),
        Act::LookAtPerson | Act::DeliverNotices => Ok(()),
        Act::IssueSlip { ties, card_checked } | Act::ConfirmIdentity { ties, card_checked } | Act::RecordConsent { ties, card_checked } => {
            no_conflict(clerk, subject.id, ties)?;
            if !card_checked {
                return Err(Refusal::CardNotChecked);
            }
            if subject.alive { Ok(()) } else { Err(Refusal::PersonNotAlive) }
        }
        Act::MarkDead { .. } if clerk.tier != Tier::County => Err(Refusal::OtherTier),
        Act::MarkDead { ties, certificate } => {
            no_conflict(clerk, subject.id, ties)?;
            if !certificate {
                return Err(Refusal::CertificateNotSeen);
            }
            if subject.alive { Ok(()) } else { Err(Refusal::PersonNotAlive) }
        }
        // Nobody should have to travel to be alive again: any desk of the county will do.
        Act::UndoDeath { ties, card_checked } => {
            no_conflict(clerk, subject.id, ties)?;
            if card_checked { Ok(()) } else { Err(Refusal::CardNotChecked) }
        }
        Act::StopGrant { ties } => no_conflict(clerk, subject.id, ties),
        _ => Err(Refusal::NotYours),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::family::GrantState;
    use crate::ids::{GrantId, StaffId};
    use crate::review::Tier;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn grant(state: GrantState, scopes: BTreeSet<Scope>, until: i64) -> Grant {
        Grant {
            id: GrantId::new("g"),
            elder: PersonId::new("elder"),
            helper: PersonId::new("helper"),
            relation: "child".into(),
            scopes,
            state,
            asked_at: Timestamp::UNIX_EPOCH,
            until: Timestamp::from_second(until).unwrap(),
            agreement: None,
            waits_until: None,
            seen_at: None,
            once: crate::family::Once::No,
            renews: None,
            renewal_asked: false,
            ended: None,
            version: 0,
        }
    }

    fn acts(grant: &Grant) -> Vec<(Act<'_>, Option<Scope>)> {
        vec![
            (Act::SeeCases, Some(Scope::SeeCases)),
            (Act::Apply, Some(Scope::Apply)),
            (Act::HandInPapers, Some(Scope::HandInPapers)),
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
            (Act::Supervise, None),
            (Act::FileTonight, None),
            (Act::LeaveGrant(grant), None),
        ]
    }

    proptest! {
        #[test]
        fn a_helper_does_exactly_what_the_grant_says(
            bits: u8, state in 0usize..7, seen: bool, until in 0i64..200, now in 0i64..200, verified: bool, alive: bool, other: bool,
        ) {
            let scopes: BTreeSet<Scope> = Scope::ALL.into_iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, s)| s).collect();
            let seen_at = seen.then_some(Timestamp::UNIX_EPOCH);
            let g = Grant { seen_at, ..grant(GrantState::ALL[state], scopes.clone(), until) };
            let elder = PersonId::new(if other { "stranger" } else { "elder" });
            let village = AreaCode::new("990101001001");
            let subject = Subject { id: &elder, village: &village, alive };
            let helper = PersonId::new("helper");
            let actor = Actor::Helper { id: &helper, verified, grant: &g };
            for (act, scope) in acts(&g) {
                let allowed = may(&actor, subject, act, Timestamp::from_second(now).unwrap()).is_ok();
                let leave = matches!(act, Act::LeaveGrant(_)) && !other;
                let expected = leave || (scope.is_some_and(|s| scopes.contains(&s) && (seen || s.before_she_was_seen()))
                    && g.state == GrantState::Active && now < until && verified && alive && !other);
                prop_assert_eq!(allowed, expected, "{:?}", act);
            }
        }
    }

    #[test]
    fn nobody_changes_key_data_online_not_even_herself() {
        let me = PersonId::new("elder");
        let village = AreaCode::new("990101001001");
        let subject = Subject { id: &me, village: &village, alive: true };
        let actor = Actor::Resident { id: &me, verified: true };
        assert_eq!(may(&actor, subject, Act::ChangeKeyData, Timestamp::UNIX_EPOCH), Err(Refusal::OnlyHerself));
    }

    #[test]
    fn the_phone_on_record_changes_only_before_a_clerk_with_the_card_on_the_desk() {
        let clerk =
            Reviewer { id: StaffId::new("s"), person: None, tier: Tier::Village, desk: AreaCode::new("990101001001"), supervisor: false };
        let elder = PersonId::new("e");
        let village = AreaCode::new("990101001001");
        let subject = Subject { id: &elder, village: &village, alive: true };
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
    fn an_unconfirmed_helper_can_only_ask() {
        let (me, elder) = (PersonId::new("h"), PersonId::new("e"));
        let village = AreaCode::new("990101001001");
        let actor = Actor::Resident { id: &me, verified: false };
        let hers = Subject { id: &elder, village: &village, alive: true };
        assert!(may(&actor, hers, Act::AskGrant, Timestamp::UNIX_EPOCH).is_ok());
        for act in [Act::FileTonight, Act::Apply, Act::SeeCases, Act::HandInPapers, Act::RuleGrant] {
            assert!(may(&actor, hers, act, Timestamp::UNIX_EPOCH).is_err());
        }
    }

    #[test]
    fn a_clerk_never_issues_a_slip_to_her_own_family() {
        let clerk = Reviewer {
            id: StaffId::new("s"),
            person: Some(PersonId::new("clerk")),
            tier: Tier::Village,
            desk: AreaCode::new("990101001001"),
            supervisor: false,
        };
        let elder = PersonId::new("e");
        let village = AreaCode::new("990101001001");
        let subject = Subject { id: &elder, village: &village, alive: true };
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
}
