//! 出生一件事: the child is insured, and what the birth cost and 生育津贴 are asked for where a parent is insured for it. Asked once, sent as
//! applications of their own, each decided by itself.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, BILL, Basis, CONTACT, DateRule, FieldKind, Form, Group, Instead, Item, ItemCode, Material, PAPER, PLAIN, Part, Reuse,
    Source, Step,
};
use crate::region::Trust;
use crate::shared::SharedSource;

fn insured(a: &Answers) -> bool {
    a.is("maternity", "yes")
}
fn paid(a: &Answers) -> bool {
    insured(a) && a.is("paid", "yes")
}

pub const ITEM: Item = Item {
    code: ItemCode::Birth,
    slug: "birth",
    group: Group::Birth,
    basis: &[Basis { source: "云医保〔2021〕16号：高频事项联办", date: "2021", trust: Trust::Low }],
    steps: &[
        Step { id: "child-name", fields: &[asked("child-name", FieldKind::Name)], ..ASK },
        Step { id: "child-number", fields: &[asked("child-number", FieldKind::IdNumber)], ..ASK },
        Step { id: "born", fields: &[asked("born", FieldKind::Date(DateRule::Past))], ..ASK },
        Step { id: "maternity", fields: &[asked("maternity", FieldKind::Choice(&["yes", "no"]))], ..ASK },
        Step { id: "paid", fields: &[asked("paid", FieldKind::Choice(&["yes", "no"]))], when: insured, ..ASK },
        Step { id: "hospital", fields: &[asked("hospital", FieldKind::Line { max: 40 })], when: paid, ..ASK },
        Step { id: "came", fields: &[asked("came", FieldKind::Date(DateRule::Past))], when: paid, ..ASK },
        Step { id: "left", fields: &[asked("left", FieldKind::Date(DateRule::PastNotBefore("came")))], when: paid, ..ASK },
        Step { when: paid, ..BILL },
        CONTACT,
    ],
    materials: &[
        Material { id: "birth-proof", form: Form::Copy, instead: &[Instead::Shared(SharedSource::Births)], reuse: Reuse::Fresh, ..PAPER },
        Material { id: "maternity-record", source: Source::Hospital, reuse: Reuse::Fresh, when: insured, ..PAPER },
        Material { id: "invoices", form: Form::Original, when: paid, ..PAPER },
        Material { id: "maternity-list", source: Source::Hospital, form: Form::Original, when: paid, ..PAPER },
        Material { id: "identity-on-record", source: Source::Shared, ..PAPER },
    ],
    parts: &[
        Part { item: ItemCode::Newborn, when: |_| true, same: &[], fixed: &[] },
        Part { item: ItemCode::MaternityAllowance, when: insured, same: &[("day", "born")], fixed: &[("kind", "birth")] },
        Part { item: ItemCode::MaternityCost, when: paid, same: &[], fixed: &[("kind", "birth")] },
    ],
    next: |_| "item-newborn-next",
    ..PLAIN
};
