//! 医保码激活与密码: somebody of the village opens the code with her, at the desk or at home. A forgotten password is set anew in person
//! with the card, by nobody else: that road ends on a page that says where. The code itself is not shown here.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Answers, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::InsuranceCode,
    slug: "insurance-code",
    group: Group::Card,
    basis: &[Basis {
        source: "乐山市办事指南：医保电子凭证（不收材料、即时办结）", date: "2024", trust: Trust::Official
    }],
    steps: &[
        Step { id: "what", fields: &[asked("what", FieldKind::Choice(&["open", "learn", "password"]))], ..ASK },
        Step { id: "in-person", when: |a: &Answers| a.is("what", "password"), ends: true, ..ASK },
        Step { id: "where", fields: &[asked("where", FieldKind::Choice(&["desk", "home"]))], ..ASK },
        CONTACT,
    ],
    materials: &[Material { id: "identity-on-record", source: Source::Shared, ..PAPER }],
    route: |_| Route::OneDesk,
    next: |_| "item-insurance-code-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_set_by_nobody_else() {
        let a = Answers::default().with("what", "password");
        assert!(ITEM.path(&a).last().is_some_and(|s| s.ends) && ITEM.first_open(&a).is_some());
    }
}
