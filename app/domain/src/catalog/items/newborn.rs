//! 新生儿参保: a parent asks, the child gets a record of its own by the county's yes. The fee is paid elsewhere; no sum stands here.
//! Who files is the parent who is signed in: the child has no account, and its guardian is made one at a counter.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Basis, CONTACT, DateRule, FieldKind, Form, Group, Instead, Item, ItemCode, Material, PAPER, PLAIN, Record, Reuse, Source, Step,
};
use crate::region::Trust;
use crate::shared::SharedSource;

pub const ITEM: Item = Item {
    code: ItemCode::Newborn,
    slug: "newborn",
    group: Group::Birth,
    basis: &[Basis {
        source: "焦作市办事指南：城乡居民参保登记（新生儿）", date: "2025-06-17", trust: Trust::Reposted
    }],
    steps: &[
        Step { id: "child-name", fields: &[asked("child-name", FieldKind::Name)], ..ASK },
        Step { id: "child-number", fields: &[asked("child-number", FieldKind::IdNumber)], ..ASK },
        Step { id: "born", fields: &[asked("born", FieldKind::Date(DateRule::Past))], ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "birth-proof", form: Form::Copy, instead: &[Instead::Shared(SharedSource::Births)], reuse: Reuse::Fresh, ..PAPER },
        Material { id: "identity-on-record", source: Source::Shared, ..PAPER },
    ],
    writes: &[("child-name", Record::ChildName), ("child-number", Record::ChildNumber)],
    next: |_| "item-newborn-next",
    ..PLAIN
};
