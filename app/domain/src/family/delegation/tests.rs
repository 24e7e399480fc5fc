//! The region's rules about acting for another, as sentences.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::family::GrantState;
use crate::ids::{GrantId, PaperId, PersonId};
use jiff::Timestamp;
use jiff::civil::date;

fn row(item: &str, effective: Date) -> Delegation {
    Delegation {
        item: item.into(),
        relations: vec!["child".into(), "spouse".into()],
        letter_required: false,
        face_required: false,
        agent_min_age: 18,
        reserved: vec![],
        assistants: true,
        applies: true,
        source: "x".into(),
        effective,
        trust: Trust::Design,
    }
}

fn grant(relation: &str) -> Grant {
    Grant {
        relation: relation.into(),
        scopes: Default::default(),
        state: GrantState::Active,
        ..Grant::request(GrantId::new("g"), PersonId::new("e"), PersonId::new("h"), Timestamp::UNIX_EPOCH, Timestamp::MAX)
    }
}

#[test]
fn each_no_has_its_own_sentence() {
    let rule = row("default", date(2026, 1, 1));
    assert_eq!(rule.allows_helper(Delegated::File, &grant("child"), 45), Ok(()));
    assert_eq!(rule.allows_helper(Delegated::File, &grant("friend"), 45), Err(Refusal::RelationNotAllowed));
    assert_eq!(rule.allows_helper(Delegated::File, &grant("child"), 17), Err(Refusal::AgentTooYoung));
    let letter = Delegation { letter_required: true, ..rule.clone() };
    assert_eq!(letter.allows_helper(Delegated::File, &grant("child"), 45), Err(Refusal::LetterMissing));
    let signed = Grant { letter: Some(PaperId::new("p")), ..grant("child") };
    assert_eq!(letter.allows_helper(Delegated::File, &signed, 45), Ok(()));
    let face = Delegation { face_required: true, ..rule.clone() };
    assert_eq!(face.allows_helper(Delegated::File, &grant("child"), 45), Err(Refusal::ElderNotSeenYet));
    let reserved = Delegation { reserved: vec!["file".into()], ..rule };
    assert_eq!(reserved.allows_helper(Delegated::File, &grant("child"), 45), Err(Refusal::ReservedToHerself));
    assert_eq!(reserved.allows_helper(Delegated::HandInPapers, &grant("child"), 45), Ok(()));
}

#[test]
fn an_assistant_needs_no_letter_but_the_item_must_be_open_to_her() {
    let rule = Delegation { letter_required: true, ..row("default", date(2026, 1, 1)) };
    assert_eq!(rule.allows_assistant(Delegated::File, true), Ok(()));
    assert_eq!(Delegation { face_required: true, ..rule.clone() }.allows_assistant(Delegated::File, false), Err(Refusal::FaceNotChecked));
    let closed = Delegation { assistants: false, ..rule.clone() };
    assert_eq!(closed.allows_assistant(Delegated::File, true), Err(Refusal::ItemNotForAssistants));
    let reserved = Delegation { reserved: vec!["take-back".into()], ..rule };
    assert_eq!(reserved.allows_assistant(Delegated::TakeBack, true), Err(Refusal::ReservedToHerself));
}

#[test]
fn the_newest_row_that_has_begun_holds_and_what_was_seen_elsewhere_never() {
    let day = date(2026, 6, 1);
    let elsewhere = Delegation { applies: false, ..row("claim", date(2026, 5, 1)) };
    let rows = [
        row("default", date(2025, 1, 1)),
        row("claim", date(2026, 1, 1)),
        row("claim", date(2026, 3, 1)),
        row("claim", date(2026, 9, 1)),
        elsewhere,
    ];
    assert_eq!(rule_for(&rows, "claim", day).unwrap().effective, date(2026, 3, 1));
    assert_eq!(rule_for(&rows, "claim", date(2026, 9, 1)).unwrap().effective, date(2026, 9, 1));
    assert_eq!(rule_for(&rows, "chronic", day).unwrap().item, "default");
    assert_eq!(rule_for(&rows[3..4], "claim", day).unwrap().effective, date(2026, 9, 1), "announced and nothing before it");
    assert!(rule_for(&rows[4..], "claim", day).is_none());
}
