//! 个人账户一次性支取: who moved abroad, who gave up 职工医保, and the heirs of the dead. Heirs file in their own name; that they belong
//! together is promised, and the death is looked up by the office.
//! No account is asked for: money goes to the card that the desk has seen.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Answers, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Source, Step};
use crate::region::Trust;

fn heir(a: &Answers) -> bool {
    a.is("reason", "heir")
}

pub const ITEM: Item = Item {
    code: ItemCode::AccountWithdrawal,
    slug: "account-withdrawal",
    group: Group::Card,
    basis: &[
        Basis { source: "乐山市办事指南：参保人员个人账户一次性支取", date: "2024", trust: Trust::Reposted },
        Basis { source: "江阴市办事指南：个人账户一次性支取", date: "2025-01-26", trust: Trust::Official },
    ],
    steps: &[
        Step { id: "reason", fields: &[asked("reason", FieldKind::Choice(&["heir", "abroad", "gave-up"]))], ..ASK },
        Step { id: "late", fields: &[asked("late-name", FieldKind::Name), asked("late-number", FieldKind::IdNumber)], when: heir, ..ASK },
        Step {
            id: "relation",
            fields: &[asked("relation", FieldKind::Choice(&["spouse", "child", "parent", "other"]))],
            when: heir,
            ..ASK
        },
        CONTACT,
    ],
    materials: &[
        Material { id: "abroad-proof", when: |a| a.is("reason", "abroad"), ..PAPER },
        Material { id: "give-up-statement", when: |a| a.is("reason", "gave-up"), ..PAPER },
        Material { id: "death-on-record", source: Source::Shared, when: heir, ..PAPER },
        Material { id: "own-account", source: Source::Shared, ..PAPER },
    ],
    commitment: |a| heir(a).then_some("commitment-heir"),
    next: |_| "item-account-withdrawal-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heirs_promise_and_prove_nothing_that_the_office_can_look_up() {
        let heir = Answers::default().with("reason", "heir");
        assert!(ITEM.needs(&heir).is_empty());
        assert_eq!((ITEM.commitment)(&heir), Some("commitment-heir"));
        for other in ["abroad", "gave-up"] {
            let a = Answers::default().with("reason", other);
            assert_eq!((ITEM.needs(&a).len(), (ITEM.commitment)(&a)), (1, None), "{other}");
        }
    }
}
