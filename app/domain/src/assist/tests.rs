//! The number and the looking, as sentences.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::ids::{AreaCode, DraftId, PersonId};
use crate::refusal::Refusal;

fn act(look: Look) -> Assisted {
    Assisted {
        id: AssistedId::new("a"),
        assistant: StaffId::new("s"),
        subject: PersonId::new("p"),
        village: AreaCode::new("990101001001"),
        act: AssistedAct::File,
        reference: None,
        told: Told::Phone,
        at: Timestamp::UNIX_EPOCH,
        look,
        version: 0,
    }
}

#[test]
fn every_number_has_two_digits_and_all_of_them_come() {
    let all: std::collections::BTreeSet<String> = (0..=u16::MAX).map(|c| TwoDigits::from_chance(c).to_string()).collect();
    assert_eq!(all.len(), 90);
    assert!(all.iter().all(|n| n.len() == 2));
}

#[test]
fn a_number_is_compared_once_and_only_for_its_own_act() {
    let shown = Shown { number: TwoDigits::from_chance(3), about: About::Send(DraftId::new("d"), 1), at: Timestamp::UNIX_EPOCH };
    let mut beside = Beside { face_checked: true, until: Timestamp::MAX, told: Told::Phone, shown: Some(shown), same: vec![] };
    assert_eq!(beside.compare(), Ok(About::Send(DraftId::new("d"), 1)));
    assert!(beside.compared(&About::Send(DraftId::new("d"), 1)));
    assert!(!beside.compared(&About::Send(DraftId::new("d"), 2)) && !beside.compared(&About::Intake));
    assert_eq!(beside.compare(), Err(Refusal::NumbersNotCompared), "nothing is shown any more");
}

#[test]
fn an_account_from_before_there_were_assistants_is_a_clerk() {
    #[derive(Deserialize)]
    struct Old {
        #[serde(default)]
        kind: StaffKind,
    }
    let old: Old = serde_json::from_str("{}").unwrap();
    assert_eq!(old.kind, StaffKind::Clerk);
    assert!(!old.kind.assists());
}

#[test]
fn only_what_waits_is_judged_and_not_right_needs_words() {
    let judge = |look: Look, verdict| act(look).judge(verdict, StaffId::new("boss"), Timestamp::UNIX_EPOCH);
    assert_eq!(judge(Look::Quiet, Verdict::Right), Err(Refusal::NotInThisState));
    assert_eq!(judge(Look::Waiting(Why::Drawn), Verdict::NotRight(" ".into())), Err(Refusal::ReasonNeeded));
    assert_eq!(judge(Look::Waiting(Why::Drawn), Verdict::Right), Ok(()));
    let mut found = act(Look::Waiting(Why::NumbersDiffer));
    found.judge(Verdict::NotRight("没有人在场".into()), StaffId::new("boss"), Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(found.look.key(), "not-right");
}

#[test]
fn she_may_object_to_every_act_that_was_not_found_wrong_already() {
    for look in [Look::Quiet, Look::Waiting(Why::Drawn), Look::Right { by: StaffId::new("b"), at: Timestamp::UNIX_EPOCH }] {
        let mut one = act(look);
        one.object().unwrap();
        assert_eq!(one.why(), Some(Why::Objected));
    }
    let wrong = Look::NotRight { by: StaffId::new("b"), at: Timestamp::UNIX_EPOCH, note: "x".into() };
    assert_eq!(act(wrong).object(), Err(Refusal::NotInThisState));
}
