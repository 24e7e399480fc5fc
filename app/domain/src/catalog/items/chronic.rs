//! 门诊慢特病病种待遇认定: a listed disease, proved by the hospital's papers. Some are looked at whenever they come, the others by a
//! board once a month. Which diseases a region covers, for how much and how long is the region's; nothing of it stands here.

use crate::catalog::diseases::{DISEASES, any_time};
use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, Basis, CONTACT, DateRule, FROM_HOSPITAL, FieldKind, Group, Item, ItemCode, Material, PLAIN, Pace, Step, Term,
};
use crate::region::Trust;

pub(super) const GROUPS: &[&str] = &[
    "tumour",
    "heart-brain",
    "sugar-thyroid",
    "kidney-transplant",
    "lung-infection",
    "liver-gut",
    "blood",
    "nerves-mind",
    "joints-skin",
    "eyes",
];

fn pace(a: &Answers) -> Pace {
    if a.get("disease").is_some_and(any_time) { Pace::Named("any-time") } else { Pace::Board }
}

pub const ITEM: Item = Item {
    code: ItemCode::Chronic,
    slug: "chronic",
    version: 1,
    group: Group::Chronic,
    front: true,
    anywhere: true,
    basis: &[
        Basis {
            source: "清远市办事指南：门诊特定病种待遇认定（材料）", date: "2026年11月查阅", trust: Trust::Reposted
        },
        Basis { source: "济医保中心发〔2021〕1号（随时办、每月办）", date: "2021", trust: Trust::Official },
    ],
    steps: &[
        Step { id: "group", fields: &[asked("group", FieldKind::Choice(GROUPS))], ..ASK },
        Step { id: "disease", fields: &[asked("disease", FieldKind::Among { of: "group", table: DISEASES })], ..ASK },
        Step {
            id: "diagnosis",
            fields: &[asked("diagnosed-at", FieldKind::Line { max: 40 }), asked("diagnosed-on", FieldKind::Date(DateRule::Past))],
            ..ASK
        },
        Step { id: "treated-at", fields: &[asked("treated-at", FieldKind::Line { max: 40 })], ..ASK },
        CONTACT,
    ],
    materials: &[Material { id: "medical-record", ..FROM_HOSPITAL }, Material { id: "test-results", main: false, ..FROM_HOSPITAL }],
    pace,
    paces: &["any-time"],
    term: |_| Term::UntilChanged,
    next: |_| "item-chronic-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cancer_uraemia_and_transplants_wait_for_no_board() {
        for code in ["m00503", "m00504", "m07805", "m07803", "m08300"] {
            assert_eq!(pace(&Answers::default().with("disease", code)), Pace::Named("any-time"), "{code}");
        }
        assert_eq!(pace(&Answers::default().with("disease", "m03900")), Pace::Board);
    }
}
