//! 医疗救助对象手工（零星）报销: the rest of a bill after basic insurance and serious-illness insurance. Who is certified is looked up;
//! whoever is not yet lets the family's means be checked, with a signed sheet.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, Basis, CONTACT, DateRule, FieldKind, Form, Group, Item, ItemCode, Material, Outcome, PAPER, PLAIN, Source, Step,
};
use crate::region::Trust;

const GROUPS: &[&str] = &["extreme-poverty", "least-income", "near-least-income", "poor-again", "watched", "ill-and-poor", "not-yet"];

fn certified(a: &Answers) -> bool {
    a.get("aid").is_some_and(|aid| aid != "not-yet")
}
fn stayed(a: &Answers) -> bool {
    a.is("kind", "inpatient")
}

/// The sheet itself is wanted too.
const SHEET: Material = Material { form: Form::Original, ..PAPER };

pub const ITEM: Item = Item {
    code: ItemCode::AidClaim,
    slug: "aid-claim",
    version: 1,
    group: Group::Claim,
    basis: &[Basis {
        source: "本溪市办事指南：医疗救助对象手工（零星）报销", date: "2026年11月查阅", trust: Trust::Reposted
    }],
    steps: &[
        Step { id: "aid", fields: &[asked("aid", FieldKind::Choice(GROUPS))], ..ASK },
        Step { id: "kind", fields: &[asked("kind", FieldKind::Choice(&["inpatient", "outpatient"]))], ..ASK },
        Step { id: "hospital", fields: &[asked("hospital", FieldKind::Line { max: 40 })], ..ASK },
        Step { id: "came", fields: &[asked("came", FieldKind::Date(DateRule::Past))], ..ASK },
        Step { id: "left", fields: &[asked("left", FieldKind::Date(DateRule::PastNotBefore("came")))], when: stayed, ..ASK },
        Step { id: "total", fields: &[asked("total", FieldKind::Money { most_fen: 1_000_000_000 })], ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "settlement-sheet", source: Source::Hospital, ..SHEET },
        Material { id: "pharmacy-papers", when: |a| a.is("kind", "outpatient"), ..SHEET },
        Material { id: "aid-certificate", source: Source::Shared, when: certified, ..PAPER },
        Material { id: "means-check", when: |a| a.is("aid", "not-yet"), ..SHEET },
    ],
    outcome: Outcome::Money { of: "total" },
    next: |_| "item-aid-claim-next",
    ..PLAIN
};
