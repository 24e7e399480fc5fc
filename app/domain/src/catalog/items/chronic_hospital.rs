//! 慢特病定点医院: where she fetches the medicine of a recognised disease. A choice of her own: it holds at once, a sample is looked at.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step, Term};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::ChronicHospital,
    slug: "chronic-hospital",
    group: Group::Chronic,
    basis: &[Basis {
        source: "清远市办事指南：门诊特定病种待遇认定（选定医疗机构）", date: "2026年11月查阅", trust: Trust::Reposted
    }],
    steps: &[
        Step { id: "what", fields: &[asked("what", FieldKind::Choice(&["choose", "change"]))], ..ASK },
        Step { id: "hospital", fields: &[asked("hospital", FieldKind::Line { max: 40 })], ..ASK },
        CONTACT,
    ],
    materials: &[Material { id: "chronic-on-record", source: Source::Shared, ..PAPER }],
    route: |_| Route::AtOnce,
    term: |_| Term::UntilChanged,
    next: |_| "item-chronic-hospital-next",
    ..PLAIN
};
