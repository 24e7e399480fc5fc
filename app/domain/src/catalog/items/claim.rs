//! 医疗费用手工（零星）报销: one form for 门诊, 住院, 急诊 and 意外伤害. Pictures of the papers first, the sheets by post or at a counter.
//! The money goes to the insured person's own account, which is never asked for here: it changes only at a counter, with the card.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, BILL, Basis, CONTACT, DateRule, FieldKind, Form, Group, Item, ItemCode, Material, Outcome, PAPER, PLAIN, Source, Step,
};
use crate::region::Trust;

const KINDS: &[&str] = &["outpatient", "inpatient", "emergency", "accident"];
pub(super) const REASONS: &[&str] = &["not-connected", "card-trouble", "not-filed-yet", "emergency", "other"];

fn accident(a: &Answers) -> bool {
    a.is("kind", "accident")
}
/// Stayed in hospital.
fn stayed(a: &Answers) -> bool {
    a.is("kind", "inpatient") || (accident(a) && a.is("stayed", "yes"))
}
fn somebody_else(a: &Answers) -> bool {
    accident(a) && a.is("other-party", "somebody")
}

/// The sheet itself is wanted too.
const SHEET: Material = Material { form: Form::Original, ..PAPER };

pub const ITEM: Item = Item {
    code: ItemCode::Claim,
    slug: "claim",
    version: 1,
    group: Group::Claim,
    front: true,
    anywhere: true,
    basis: &[
        Basis {
            source: "耒阳市办事指南：手工（零星）报销（材料、意外伤害）", date: "2024-03", trust: Trust::Reposted
        },
        Basis { source: "湖州市南浔区做法：先传图片、后寄原件", date: "2026年11月查阅", trust: Trust::Reposted },
    ],
    steps: &[
        Step { id: "kind", fields: &[asked("kind", FieldKind::Choice(KINDS))], ..ASK },
        Step { id: "other-party", fields: &[asked("other-party", FieldKind::Choice(&["nobody", "somebody"]))], when: accident, ..ASK },
        Step { id: "stayed", fields: &[asked("stayed", FieldKind::Choice(&["yes", "no"]))], when: accident, ..ASK },
        Step { id: "hospital", fields: &[asked("hospital", FieldKind::Line { max: 40 })], ..ASK },
        Step { id: "came", fields: &[asked("came", FieldKind::Date(DateRule::Past))], ..ASK },
        Step { id: "left", fields: &[asked("left", FieldKind::Date(DateRule::PastNotBefore("came")))], when: stayed, ..ASK },
        Step { id: "reason", fields: &[asked("reason", FieldKind::Choice(REASONS))], ..ASK },
        BILL,
        CONTACT,
    ],
    materials: &[
        Material { id: "invoices", ..SHEET },
        Material { id: "expense-list", source: Source::Hospital, ..SHEET },
        Material { id: "discharge-record", source: Source::Hospital, when: stayed, ..SHEET },
        Material { id: "prescription", source: Source::Hospital, main: false, when: |a| !stayed(a), ..PAPER },
        Material { id: "emergency-record", source: Source::Hospital, when: |a| a.is("kind", "emergency"), ..PAPER },
        Material { id: "accident-proof", when: somebody_else, ..PAPER },
        Material { id: "own-account", source: Source::Shared, ..PAPER },
    ],
    commitment: |a| (accident(a) && a.is("other-party", "nobody")).then_some("commitment-nobody-else"),
    outcome: Outcome::Money { of: "total" },
    next: |_| "item-claim-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(a: Answers) -> Vec<&'static str> {
        ITEM.needs(&a).iter().map(|m| m.id).collect()
    }

    #[test]
    fn each_kind_asks_for_its_own_papers() {
        let kind = |k: &str| Answers::default().with("kind", k);
        assert_eq!(asks(kind("outpatient")), ["invoices", "expense-list", "prescription"]);
        assert_eq!(asks(kind("inpatient")), ["invoices", "expense-list", "discharge-record"]);
        assert_eq!(asks(kind("emergency")), ["invoices", "expense-list", "prescription", "emergency-record"]);
        let hurt = kind("accident").with("stayed", "yes").with("other-party", "somebody");
        assert_eq!(asks(hurt), ["invoices", "expense-list", "discharge-record", "accident-proof"]);
    }

    #[test]
    fn an_accident_without_another_party_is_promised_and_not_proved() {
        let alone = Answers::default().with("kind", "accident").with("other-party", "nobody").with("stayed", "no");
        assert_eq!((ITEM.commitment)(&alone), Some("commitment-nobody-else"));
        assert!(!asks(alone).contains(&"accident-proof"));
    }

    #[test]
    fn nobody_is_asked_for_an_account() {
        for field in ITEM.steps.iter().flat_map(|s| s.fields) {
            assert!(!matches!(field.kind, FieldKind::Digits { .. }), "{}", field.id);
        }
    }
}
