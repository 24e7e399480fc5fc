//! 慢特病复审: before a recognition ends it is looked at again, by the board that recognised it. A recent record is enough.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Basis, CONTACT, DateRule, FROM_HOSPITAL, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Pace, Source, Step, Term,
};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::ChronicRecheck,
    slug: "chronic-recheck",
    group: Group::Chronic,
    basis: &[Basis {
        source: "济医保中心发〔2021〕1号：每季度至少一次，鼓励每月一次", date: "2021", trust: Trust::Official
    }],
    steps: &[
        Step { id: "disease", fields: &[asked("disease", FieldKind::Line { max: 40 })], ..ASK },
        Step {
            id: "seen",
            fields: &[asked("hospital", FieldKind::Line { max: 40 }), asked("seen-on", FieldKind::Date(DateRule::Past))],
            ..ASK
        },
        CONTACT,
    ],
    materials: &[
        Material { id: "medical-record", ..FROM_HOSPITAL },
        Material { id: "test-results", main: false, ..FROM_HOSPITAL },
        Material { id: "chronic-on-record", source: Source::Shared, ..PAPER },
    ],
    pace: |_| Pace::Board,
    term: |_| Term::UntilChanged,
    next: |_| "item-chronic-recheck-next",
    ..PLAIN
};
