//! 参保信息变更: name and identity number (with it birth and sex) need proof and three tiers; an address holds at once.
//! Phone on record, bank account and password change in person at a counter, with the card, by nobody else: those roads end
//! on a page that says where, and nothing can be sent from there by anybody.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, Basis, CONTACT, FieldKind, Form, Group, Item, ItemCode, Material, PAPER, PLAIN, Record, Reuse, Route, Step,
};
use crate::region::Trust;

const WHAT: &[&str] = &["name", "id-number", "address", "phone", "bank", "password"];
const IN_PERSON: [&str; 3] = ["phone", "bank", "password"];

/// Data by which a person is known.
fn key_data(a: &Answers) -> bool {
    a.is("what", "name") || a.is("what", "id-number")
}

pub const ITEM: Item = Item {
    code: ItemCode::InfoChange,
    slug: "info-change",
    version: 1,
    group: Group::Enrolment,
    anywhere: true,
    basis: &[
        Basis { source: "广西办事指南：城乡居民参保信息变更登记", date: "2024-11-21", trust: Trust::Reposted },
        Basis {
            source: "江苏办事指南：职工参保信息变更登记（关键信息要证明）", date: "2026年11月查阅", trust: Trust::Reposted
        },
    ],
    steps: &[
        Step { id: "what", fields: &[asked("what", FieldKind::Choice(WHAT))], ..ASK },
        Step { id: "in-person", when: |a| IN_PERSON.iter().any(|what| a.is("what", what)), ends: true, ..ASK },
        Step { id: "new-name", fields: &[asked("new-name", FieldKind::Name)], when: |a| a.is("what", "name"), ..ASK },
        Step { id: "new-number", fields: &[asked("new-number", FieldKind::IdNumber)], when: |a| a.is("what", "id-number"), ..ASK },
        Step { id: "new-address", fields: &[asked("new-address", FieldKind::Line { max: 60 })], when: |a| a.is("what", "address"), ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "new-id-card", reuse: Reuse::Offered, when: key_data, ..PAPER },
        Material { id: "change-proof", form: Form::Copy, when: key_data, ..PAPER },
    ],
    route: |a| if key_data(a) { Route::Tiers } else { Route::AtOnce },
    writes: &[("new-name", Record::Name), ("new-number", Record::IdNumber)],
    next: |_| "item-info-change-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_account_and_password_cannot_be_sent_by_these_pages() {
        for what in IN_PERSON {
            let a = Answers::default().with("what", what);
            assert!(ITEM.path(&a).last().is_some_and(|s| s.ends) && ITEM.first_open(&a).is_some(), "{what}");
        }
    }

    #[test]
    fn data_by_which_she_is_known_need_proof_and_three_tiers() {
        for what in WHAT {
            let a = Answers::default().with("what", *what);
            let key = ["name", "id-number"].contains(what);
            assert_eq!((!ITEM.needs(&a).is_empty(), (ITEM.route)(&a) == Route::Tiers), (key, key), "{what}");
        }
    }
}
