//! 灵活就业人员参保登记: into the employees' scheme without an employer. Whoever has one is enrolled by it, and is told so.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, RESIDENCE_PERMIT, Source, Step,
};
use crate::region::Trust;

fn employed(a: &Answers) -> bool {
    a.is("situation", "employed")
}

pub const ITEM: Item = Item {
    code: ItemCode::FlexibleEnrolment,
    slug: "flexible-enrolment",
    version: 1,
    group: Group::Enrolment,
    basis: &[Basis { source: "枣庄市峄城区办事指南：职工参保登记", date: "2021-11-22", trust: Trust::Reposted }],
    steps: &[
        Step {
            id: "situation",
            fields: &[asked("situation", FieldKind::Choice(&["job-ended", "from-residents", "first-time", "moved-here", "employed"]))],
            ..ASK
        },
        Step { id: "employer-does-it", when: employed, ends: true, ..ASK },
        Step { id: "household", fields: &[asked("household", FieldKind::Choice(&["local", "permit"]))], ..ASK },
        CONTACT,
    ],
    materials: &[Material { id: "identity-on-record", source: Source::Shared, ..PAPER }, RESIDENCE_PERMIT],
    commitment: |a| (!employed(a)).then_some("commitment-one-scheme"),
    next: |_| "item-flexible-enrolment-next",
    ..PLAIN
};
