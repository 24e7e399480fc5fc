//! 生育津贴: what an employee gets for the weeks without wages. The office knows employer and wages itself; the sum is worked out
//! there and is not asked for.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Basis, CONTACT, DateRule, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Reuse, Source, Step};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::MaternityAllowance,
    slug: "maternity-allowance",
    group: Group::Birth,
    basis: &[Basis {
        source: "南华县办事指南：生育津贴支付（20个工作日以内）", date: "2026年11月查阅", trust: Trust::Official
    }],
    steps: &[
        Step { id: "kind", fields: &[asked("kind", FieldKind::Choice(&["birth", "ended-early", "planning"]))], ..ASK },
        Step { id: "day", fields: &[asked("day", FieldKind::Date(DateRule::Past))], ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "maternity-record", source: Source::Hospital, reuse: Reuse::Fresh, ..PAPER },
        Material { id: "employer-on-record", source: Source::Shared, ..PAPER },
        Material { id: "own-account", source: Source::Shared, ..PAPER },
    ],
    next: |_| "item-maternity-allowance-next",
    ..PLAIN
};
