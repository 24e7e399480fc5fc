//! 长期处方: medicine for up to three months at once, for whom a doctor says that she is steady. The doctor decides; the village
//! speaks with the health station, so that she need not come every week. No disease list of a region stands here.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Answers, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::LongPrescription,
    slug: "long-prescription",
    group: Group::Chronic,
    basis: &[Basis { source: "济医保中心发〔2021〕1号：长期处方最多三个月", date: "2021", trust: Trust::Official }],
    steps: &[
        Step { id: "steady", fields: &[asked("steady", FieldKind::Choice(&["yes", "no"]))], ..ASK },
        Step { id: "see-doctor", when: |a: &Answers| a.is("steady", "no"), ends: true, ..ASK },
        Step { id: "hospital", fields: &[asked("hospital", FieldKind::Line { max: 40 })], ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "last-prescription", source: Source::Hospital, ..PAPER },
        Material { id: "chronic-on-record", source: Source::Shared, ..PAPER },
    ],
    route: |_| Route::OneDesk,
    next: |_| "item-long-prescription-next",
    ..PLAIN
};
