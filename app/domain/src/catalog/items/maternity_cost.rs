//! 产前检查与生育医疗费: paid out of one's own pocket, asked back. One form for checks before the birth, the birth, and 计划生育.
//! The money goes to the insured person's own account, which is never asked for here.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, BILL, Basis, CONTACT, DateRule, FieldKind, Form, Group, Item, ItemCode, Material, Outcome, PAPER, PLAIN, Reuse, Source,
    Step,
};
use crate::region::Trust;

const KINDS: &[&str] = &["checks", "birth", "planning"];

fn stayed(a: &Answers) -> bool {
    a.is("kind", "birth")
}

pub const ITEM: Item = Item {
    code: ItemCode::MaternityCost,
    slug: "maternity-cost",
    group: Group::Birth,
    basis: &[Basis {
        source: "全国医疗保障经办政务服务事项清单：生育保险待遇核准支付", date: "2020-05", trust: Trust::Low
    }],
    steps: &[
        Step { id: "kind", fields: &[asked("kind", FieldKind::Choice(KINDS))], ..ASK },
        Step { id: "hospital", fields: &[asked("hospital", FieldKind::Line { max: 40 })], ..ASK },
        Step { id: "came", fields: &[asked("came", FieldKind::Date(DateRule::Past))], ..ASK },
        Step { id: "left", fields: &[asked("left", FieldKind::Date(DateRule::PastNotBefore("came")))], when: stayed, ..ASK },
        BILL,
        CONTACT,
    ],
    materials: &[
        Material { id: "invoices", form: Form::Original, ..PAPER },
        Material { id: "maternity-record", source: Source::Hospital, reuse: Reuse::Fresh, ..PAPER },
        Material { id: "maternity-list", source: Source::Hospital, form: Form::Original, when: |a| !a.is("kind", "checks"), ..PAPER },
        Material { id: "own-account", source: Source::Shared, ..PAPER },
    ],
    outcome: Outcome::Money { of: "total" },
    next: |_| "item-maternity-cost-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_before_the_birth_need_no_list_and_no_day_of_leaving() {
        let checks = Answers::default().with("kind", "checks");
        assert_eq!(ITEM.needs(&checks).iter().map(|m| m.id).collect::<Vec<_>>(), ["invoices", "maternity-record"]);
        assert!(!ITEM.path(&checks).iter().any(|s| s.id == "left"));
        assert!(ITEM.path(&Answers::default().with("kind", "birth")).iter().any(|s| s.id == "left"));
    }
}
