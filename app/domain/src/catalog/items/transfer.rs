//! 基本医疗保险关系转移接续, into this region: the offices write to each other; the paper 《参保凭证》 is no longer brought.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Answers, Basis, CONTACT, DateRule, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Source, Step};
use crate::place::is_municipality;
use crate::region::Trust;

/// 北京、天津、上海、重庆 have no cities to ask for.
fn in_a_city(a: &Answers) -> bool {
    !a.get("from-province").is_some_and(is_municipality)
}

pub const ITEM: Item = Item {
    code: ItemCode::Transfer,
    slug: "transfer",
    version: 1,
    group: Group::Enrolment,
    basis: &[Basis { source: "基本医疗保险关系转移接续暂行办法", date: "2021-11", trust: Trust::Reposted }],
    steps: &[
        Step { id: "scheme", fields: &[asked("scheme", FieldKind::Choice(&["employees", "residents"]))], ..ASK },
        Step { id: "from", fields: &[asked("from-province", FieldKind::Province)], ..ASK },
        Step { id: "from-city", fields: &[asked("from-city", FieldKind::City { of: "from-province", max: 40 })], when: in_a_city, ..ASK },
        Step { id: "ended", fields: &[asked("ended", FieldKind::Date(DateRule::Past))], ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "identity-on-record", source: Source::Shared, ..PAPER },
        Material { id: "years-on-record", source: Source::Shared, ..PAPER },
    ],
    next: |_| "item-transfer-next",
    ..PLAIN
};
