//! 「两病」送药上门 and 复诊续方: for high blood pressure and diabetes. The village hands the wish over to the health station; what is
//! prescribed, and by whom it is brought, is decided there.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::MedicineHome,
    slug: "medicine-home",
    group: Group::Visit,
    basis: &[Basis { source: "云医保〔2021〕16号：「两病」送药上门", date: "2021", trust: Trust::Official }],
    steps: &[
        Step { id: "disease", fields: &[asked("disease", FieldKind::Choice(&["pressure", "sugar", "both"]))], ..ASK },
        Step { id: "what", fields: &[asked("what", FieldKind::Choice(&["bring", "renew"]))], ..ASK },
        Step { id: "address", fields: &[asked("address", FieldKind::Line { max: 60 })], when: |a| a.is("what", "bring"), ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "last-prescription", source: Source::Hospital, ..PAPER },
        Material { id: "chronic-on-record", source: Source::Shared, ..PAPER },
    ],
    route: |_| Route::OneDesk,
    next: |_| "item-medicine-home-next",
    ..PLAIN
};
