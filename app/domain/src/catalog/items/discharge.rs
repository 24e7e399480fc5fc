//! 出院报销套餐: she is home again and asks for the money, and where the doctor found a listed disease, for its recognition in the same
//! visit. Asked once, sent as applications of their own, each decided by itself.

use crate::catalog::diseases::DISEASES;
use crate::catalog::field::asked;
use crate::catalog::items::chronic::GROUPS;
use crate::catalog::items::claim::REASONS;
use crate::catalog::{
    ASK, Answers, BILL, Basis, CONTACT, DateRule, FROM_HOSPITAL, FieldKind, Form, Group, Item, ItemCode, Material, PAPER, PLAIN, Part,
    Source, Step,
};
use crate::region::Trust;

fn listed(a: &Answers) -> bool {
    a.is("listed", "yes")
}

pub const ITEM: Item = Item {
    code: ItemCode::Discharge,
    slug: "discharge",
    group: Group::Claim,
    basis: &[
        Basis { source: "耒阳市办事指南：手工（零星）报销（住院）", date: "2024-03", trust: Trust::Reposted },
        Basis {
            source: "清远市办事指南：门诊特定病种待遇认定（材料）", date: "2026年11月查阅", trust: Trust::Reposted
        },
    ],
    steps: &[
        Step { id: "hospital", fields: &[asked("hospital", FieldKind::Line { max: 40 })], ..ASK },
        Step { id: "came", fields: &[asked("came", FieldKind::Date(DateRule::Past))], ..ASK },
        Step { id: "left", fields: &[asked("left", FieldKind::Date(DateRule::PastNotBefore("came")))], ..ASK },
        Step { id: "reason", fields: &[asked("reason", FieldKind::Choice(REASONS))], ..ASK },
        BILL,
        Step { id: "listed", fields: &[asked("listed", FieldKind::Choice(&["no", "yes"]))], ..ASK },
        Step { id: "group", fields: &[asked("group", FieldKind::Choice(GROUPS))], when: listed, ..ASK },
        Step { id: "disease", fields: &[asked("disease", FieldKind::Among { of: "group", table: DISEASES })], when: listed, ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "invoices", form: Form::Original, ..PAPER },
        Material { id: "expense-list", source: Source::Hospital, form: Form::Original, ..PAPER },
        Material { id: "discharge-record", source: Source::Hospital, form: Form::Original, ..PAPER },
        Material { id: "medical-record", when: listed, ..FROM_HOSPITAL },
        Material { id: "test-results", main: false, when: listed, ..FROM_HOSPITAL },
        Material { id: "own-account", source: Source::Shared, ..PAPER },
    ],
    parts: &[
        Part { item: ItemCode::Claim, when: |_| true, same: &[], fixed: &[("kind", "inpatient")] },
        Part {
            item: ItemCode::Chronic,
            when: listed,
            same: &[("diagnosed-at", "hospital"), ("diagnosed-on", "left"), ("treated-at", "hospital")],
            fixed: &[],
        },
    ],
    next: |_| "item-claim-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_once_is_an_answer_of_each_part() {
        let whole = Answers::default().with("hospital", "演示医院").with("left", "2026-11-20").with("listed", "yes");
        let whole = whole.with("group", "tumour").with("disease", "m00503");
        let parts: Vec<Answers> = ITEM.parts_of(&whole).map(|part| part.answers(&whole)).collect();
        assert_eq!(parts.len(), 2);
        assert!(parts[0].is("kind", "inpatient") && parts[0].is("hospital", "演示医院"));
        assert!(parts[1].is("diagnosed-at", "演示医院") && parts[1].is("diagnosed-on", "2026-11-20") && parts[1].is("disease", "m00503"));
    }
}
