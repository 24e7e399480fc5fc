//! 出具《参保凭证》: what was paid here and for how long, on paper, for another place or another purpose. Nothing has to be proved and
//! nothing is decided: one desk prints it.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::Certificate,
    slug: "certificate",
    version: 2,
    group: Group::Enrolment,
    basis: &[Basis { source: "泉州市办事指南：出具《参保凭证》", date: "2022-11-26", trust: Trust::Reposted }],
    steps: &[Step { id: "purpose", fields: &[asked("purpose", FieldKind::Choice(&["moving", "work", "other"]))], ..ASK }, CONTACT],
    materials: &[Material { id: "identity-on-record", source: Source::Shared, ..PAPER }],
    route: |_| Route::OneDesk,
    next: |_| "item-certificate-next",
    ..PLAIN
};
