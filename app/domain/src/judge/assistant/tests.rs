//! What an assistant may and what she never may, as sentences.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::super::{Actor, may, may_for_item};
use super::*;
use crate::assist::{Assistant, Organisation, StaffKind, Stopped};
use crate::case::CaseState;
use crate::catalog::ItemCode;
use crate::family::Delegation;
use crate::ids::{AreaCode, AssistedId, DraftId, StaffId};
use crate::region::Trust;
use crate::review::Tier;
use jiff::civil::date;
use proptest::prelude::*;

fn worker(stopped: bool, desk: &str, supervisor: bool) -> Reviewer {
    let stopped = stopped.then(|| Stopped { at: Timestamp::UNIX_EPOCH, by: StaffId::new("boss"), act: AssistedId::new("a") });
    Reviewer {
        id: StaffId::new("worker"),
        person: None,
        tier: Tier::Village,
        desk: AreaCode::new(desk),
        supervisor,
        kind: StaffKind::Assistant(Assistant { of: Organisation::Village, stopped }),
    }
}

fn beside(face: bool, until: i64, same: Vec<About>) -> Beside {
    Beside { face_checked: face, until: Timestamp::from_second(until).unwrap(), told: crate::assist::Told::Phone, shown: None, same }
}

/// Every act that there is, and whether an assistant may ever do it.
fn acts<'a>(draft: &'a DraftId, grant: &'a crate::family::Grant, case: &'a crate::case::Case) -> Vec<(Act<'a>, bool)> {
    let (ties, card_checked) = (Ties::default(), true);
    vec![
        (Act::StandBeside, true),
        (Act::File(ItemCode::OutOfArea), true),
        (Act::Apply(ItemCode::OutOfArea), true),
        (Act::HandInPapers(ItemCode::OutOfArea), true),
        (Act::Send(draft, 3), true),
        (Act::SeeReceipt(ItemCode::OutOfArea), true),
        (Act::SeeCases, false),
        (Act::ReadNotices, false),
        (Act::TakeBack(ItemCode::OutOfArea), false),
        (Act::FileTonight, false),
        (Act::AskGrant, false),
        (Act::RuleGrant, false),
        (Act::ChooseWay, false),
        (Act::LeaveGrant(grant), false),
        (Act::SeeOwnSessions, false),
        (Act::ChangeKeyData, false),
        (Act::SeeQueue, false),
        (Act::LookAtPerson, false),
        (Act::OpenCase(case), false),
        (Act::StepCase { case, ties }, false),
        (Act::IssueSlip { ties, card_checked }, false),
        (Act::RecordConsent { ties, card_checked }, false),
        (Act::StopGrant { ties }, false),
        (Act::ConfirmIdentity { ties, card_checked }, false),
        (Act::MarkDead { ties, certificate: true }, false),
        (Act::UndoDeath { ties, card_checked }, false),
        (Act::DeliverNotices, false),
        (Act::Supervise, false),
        (Act::SeeOverview, false),
        (Act::NoteObjection { ties }, false),
        (Act::LookAtAssisted { ties }, false),
    ]
}

fn case() -> crate::case::Case {
    crate::case::Case {
        state: CaseState::AtVillage,
        promised: date(2026, 3, 20),
        step_due: date(2026, 3, 10),
        ..crate::case::Case::begun(
            crate::ids::CaseId::new("c"),
            "2345883864".into(),
            crate::catalog::ItemCode::OutOfArea,
            PersonId::new("elder"),
            AreaCode::new("990101001001"),
            crate::case::FiledBy { by: crate::ledger::By::Rule, channel: crate::case::Channel::Online },
            Timestamp::UNIX_EPOCH,
        )
    }
}

proptest! {
    #[test]
    fn an_assistant_acts_only_with_the_person_beside_her_card_and_face_checked_the_number_the_same_and_in_her_area(
        present: bool, other: bool, card: bool, face: bool, alive: bool, stopped: bool, away: bool, supervisor: bool,
        own_family: bool, her_helper: bool, intake_same: bool, send_same: bool, other_draft: bool, changed: bool, until in 0i64..100, now in 0i64..100,
    ) {
        let (draft, grant, case) = (DraftId::new("d"), crate::judge::tests::grant_of_helper(), case());
        let worker = worker(stopped, if away { "990101002" } else { "990101001" }, supervisor);
        let mut same = Vec::new();
        if intake_same { same.push(About::Intake); }
        if send_same { same.push(About::Send(if other_draft { DraftId::new("another") } else { draft.clone() }, if changed { 2 } else { 3 })); }
        let beside = beside(face, until, same);
        let (elder, stranger, village) = (PersonId::new("elder"), PersonId::new("stranger"), AreaCode::new("990101001001"));
        let subject = Subject { id: &elder, village: &village, alive, insured: true };
        let ties = Ties { declared: own_family, grant_between: her_helper, ..Ties::default() };
        let who = Presence { person: if other { &stranger } else { &elder }, card_checked: card, beside: &beside };
        let actor = Actor::Assistant { worker: &worker, present: present.then_some(who), ties };
        let there = present && !other && card && face && alive && !away && !stopped && !own_family && !her_helper && now < until;
        for (act, ever) in acts(&draft, &grant, &case) {
            let number = match act {
                Act::StandBeside => true,
                Act::Send(..) => intake_same && send_same && !other_draft && !changed,
                _ => intake_same,
            };
            let said = may(&actor, subject, act, Timestamp::from_second(now).unwrap());
            prop_assert_eq!(said.is_ok(), ever && there && number, "{:?} {:?}", act, said);
        }
    }

    /// Not as a clerk either, at the queue or at a counter, whatever else is true.
    #[test]
    fn an_assistant_in_a_clerks_place_does_nothing_at_all(card_checked: bool, supervisor: bool) {
        let (draft, grant, case) = (DraftId::new("d"), crate::judge::tests::grant_of_helper(), case());
        let worker = worker(false, "990101", supervisor);
        let (elder, village) = (PersonId::new("elder"), AreaCode::new("990101001001"));
        let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
        for (act, _) in acts(&draft, &grant, &case) {
            let counter = Actor::Counter { clerk: &worker, present: &elder, card_checked, ties: Ties::default() };
            prop_assert_eq!(may(&counter, subject, act, Timestamp::UNIX_EPOCH), Err(Refusal::NotForAssistants));
            prop_assert_eq!(may(&Actor::Staff(&worker), subject, act, Timestamp::UNIX_EPOCH), Err(Refusal::NotForAssistants));
        }
    }

    #[test]
    fn a_delegation_rule_only_narrows_what_the_grant_allows(
        relations in proptest::collection::vec("child|spouse|parent|friend|cousin", 0..4), letter_required: bool, face_required: bool,
        agent_min_age in 0u16..130, reserved in proptest::collection::vec("file|hand-in-papers|take-back|marry", 0..4), assistants: bool,
        age in 0u16..120, bits: u8, state in 0usize..7, seen: bool, letter: bool, face: bool, now in 0i64..200,
    ) {
        let rule = Delegation {
            item: "default".into(), relations, letter_required, face_required, agent_min_age, reserved, assistants, applies: true,
            source: "x".into(), effective: date(2026, 1, 1), trust: Trust::Design,
        };
        let mut grant = crate::judge::tests::grant_of_helper();
        grant.state = crate::family::GrantState::ALL[state];
        grant.scopes = crate::family::Scope::ALL.into_iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, s)| s).collect();
        grant.seen_at = seen.then_some(Timestamp::UNIX_EPOCH);
        grant.letter = letter.then(|| crate::ids::PaperId::new("letter"));
        let (draft, case, worker) = (DraftId::new("d"), case(), worker(false, "990101001", false));
        let beside = beside(face, 100, vec![About::Intake, About::Send(draft.clone(), 3)]);
        let (elder, helper, village) = (PersonId::new("elder"), PersonId::new("helper"), AreaCode::new("990101001001"));
        let subject = Subject { id: &elder, village: &village, alive: true, insured: true };
        let now = Timestamp::from_second(now).unwrap();
        let present = Some(Presence { person: &elder, card_checked: true, beside: &beside });
        let for_another = [
            Actor::Helper { id: &helper, verified: true, grant: &grant },
            Actor::Assistant { worker: &worker, present, ties: Ties::default() },
        ];
        for (act, _) in acts(&draft, &grant, &case) {
            for actor in &for_another {
                let wide = may(actor, subject, act, now);
                let narrow = may_for_item(actor, subject, act, &rule, age, now);
                prop_assert!(narrow.is_err() || wide.is_ok(), "{:?} was opened by a rule", act);
                prop_assert!(wide.is_ok() || narrow == wide, "{:?}: the first no stays the answer", act);
            }
            let herself = Actor::Resident { id: &elder, verified: true };
            prop_assert_eq!(may_for_item(&herself, subject, act, &rule, age, now), may(&herself, subject, act, now), "her own matter");
        }
    }
}
