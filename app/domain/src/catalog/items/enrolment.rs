//! 城乡居民参保登记: whoever is in no other scheme. What was a proof of leaving another one (职工医保中断证明) is a commitment now,
//! and who belongs to those whose fee is paid for them is looked up by the office, not proved by her.
//! The fee itself is paid elsewhere; the page says where to go next and prints no sum.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, Basis, CONTACT, Field, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, RESIDENCE_PERMIT, Source, Step,
};
use crate::region::Trust;

const SITUATIONS: &[&str] = &["first-time", "job-ended", "moved-here", "student", "still-insured"];
/// Six groups of 医疗救助 as one city names them, and none.
const AID: &[&str] = &["none", "extreme-poverty", "least-income", "near-least-income", "poor-again", "watched", "ill-and-poor"];

fn still_insured(a: &Answers) -> bool {
    a.is("situation", "still-insured")
}
fn aided(a: &Answers) -> bool {
    a.get("aid").is_some_and(|aid| AID.contains(&aid) && aid != "none")
}

pub const ITEM: Item = Item {
    code: ItemCode::Enrolment,
    slug: "enrolment",
    version: 1,
    group: Group::Enrolment,
    front: true,
    anywhere: true,
    basis: &[
        Basis { source: "全国医疗保障经办政务服务事项清单", date: "2020-05", trust: Trust::Low },
        Basis { source: "焦作市办事指南：城乡居民参保登记", date: "2025-06-17", trust: Trust::Reposted },
    ],
    steps: &[
        Step { id: "situation", fields: &[asked("situation", FieldKind::Choice(SITUATIONS))], ..ASK },
        // Nobody is in two schemes at once.
        Step { id: "one-scheme", when: still_insured, ends: true, ..ASK },
        Step { id: "household", fields: &[asked("household", FieldKind::Choice(&["local", "permit"]))], ..ASK },
        Step { id: "aid", fields: &[Field { id: "aid", kind: FieldKind::Choice(AID), required: true, unsure: true }], ..ASK },
        CONTACT,
    ],
    materials: &[
        Material { id: "identity-on-record", source: Source::Shared, ..PAPER },
        RESIDENCE_PERMIT,
        Material { id: "aid-on-record", source: Source::Shared, when: aided, ..PAPER },
    ],
    commitment: |a| (!still_insured(a)).then_some("commitment-one-scheme"),
    next: |a| if aided(a) { "item-enrolment-next-aided" } else { "item-enrolment-next" },
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_still_in_another_scheme_is_told_so_and_gets_no_further() {
        let still = Answers::default().with("situation", "still-insured");
        assert_eq!(ITEM.path(&still).last().map(|s| s.id), Some("one-scheme"));
        assert_eq!(ITEM.first_open(&still).map(|s| s.id), Some("one-scheme"));
    }

    #[test]
    fn nobody_proves_what_the_office_can_look_up() {
        let poor = Answers::default().with("household", "local").with("aid", "least-income");
        assert!(ITEM.needs(&poor).is_empty());
        let permit = Answers::default().with("household", "permit").with("aid", "none");
        assert_eq!(ITEM.needs(&permit).iter().map(|m| m.id).collect::<Vec<_>>(), ["residence-permit"]);
    }

    #[test]
    fn whose_fee_is_paid_for_is_told_another_next_step() {
        for aid in AID {
            let next = (ITEM.next)(&Answers::default().with("aid", *aid));
            assert_eq!(next == "item-enrolment-next-aided", *aid != "none", "{aid}");
        }
        assert_eq!((ITEM.next)(&Answers::default().with("aid", "unsure")), "item-enrolment-next");
    }
}
