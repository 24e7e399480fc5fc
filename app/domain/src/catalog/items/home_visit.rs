//! 上门服务预约: for whoever cannot come. Why she cannot is asked in order to bring the right help, and never proved.
//! The village says yes to the day, or gives the request back with another one; who comes shows a card.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Basis, CONTACT, DAY, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;

/// What can be done at a bedside; a password is unlocked there, too, with herself and her card.
const FOR: &[&str] = &["advice", "claim", "chronic", "card", "password", "other"];
const WHY: &[&str] = &["walk", "bed", "hear-speak", "far", "other"];

pub const ITEM: Item = Item {
    code: ItemCode::HomeVisit,
    slug: "home-visit",
    group: Group::Visit,
    basis: &[
        Basis { source: "云医保〔2021〕16号：上门、床边服务", date: "2021", trust: Trust::Official },
        Basis {
            source: "湖州市南浔区做法：偏远、病残、行动不便的上门办", date: "2026年11月查阅", trust: Trust::Reposted
        },
    ],
    steps: &[
        Step { id: "for", fields: &[asked("for", FieldKind::Choice(FOR))], ..ASK },
        Step { id: "why", fields: &[asked("why", FieldKind::Choice(WHY))], ..ASK },
        Step { id: "address", fields: &[asked("address", FieldKind::Line { max: 60 })], ..ASK },
        DAY,
        CONTACT,
    ],
    materials: &[Material { id: "identity-on-record", source: Source::Shared, ..PAPER }],
    route: |_| Route::OneDesk,
    next: |_| "item-home-visit-next",
    ..PLAIN
};
