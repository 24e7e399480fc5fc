//! 参保信息查询打印: a sheet with what stands on record, stamped. Nothing is decided, so one desk prints it and it is done.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;

const SHEETS: &[&str] = &["insured", "payments", "account", "costs", "benefits"];

pub const ITEM: Item = Item {
    code: ItemCode::RecordPrint,
    slug: "record-print",
    group: Group::Enrolment,
    basis: &[
        Basis { source: "四川办事指南：参保人员参保信息查询", date: "2024", trust: Trust::Reposted },
        Basis { source: "云医保〔2021〕16号：自助打印医保权益信息", date: "2021", trust: Trust::Official },
    ],
    steps: &[Step { id: "sheets", fields: &[asked("sheets", FieldKind::Checks(SHEETS))], ..ASK }, CONTACT],
    materials: &[Material { id: "identity-on-record", source: Source::Shared, ..PAPER }],
    route: |_| Route::OneDesk,
    next: |_| "item-record-print-next",
    ..PLAIN
};
