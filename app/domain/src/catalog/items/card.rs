//! 社保卡补办与挂失. A lost card is stopped by a call first, which no form may delay: the page asks whether that is done, and who has not
//! called reads how before anything else. The card comes from where cards are made; the village hands the request over.
//! Its password is the bank's, and in person.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Answers, Basis, CONTACT, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;

pub const ITEM: Item = Item {
    code: ItemCode::Card,
    slug: "card",
    group: Group::Card,
    basis: &[Basis {
        source: "云医保〔2021〕16号：为行动不便的老年人上门补办卡、解锁密码", date: "2021", trust: Trust::Official
    }],
    steps: &[
        Step { id: "what", fields: &[asked("what", FieldKind::Choice(&["lost", "broken", "password"]))], ..ASK },
        Step { id: "in-person", when: |a: &Answers| a.is("what", "password"), ends: true, ..ASK },
        Step { id: "stopped", fields: &[asked("stopped", FieldKind::Choice(&["yes", "no"]))], when: |a| a.is("what", "lost"), ..ASK },
        Step { id: "call-first", when: |a: &Answers| a.is("stopped", "no"), ends: true, ..ASK },
        Step { id: "fetch", fields: &[asked("fetch", FieldKind::Choice(&["desk", "home"]))], ..ASK },
        CONTACT,
    ],
    materials: &[Material { id: "identity-on-record", source: Source::Shared, ..PAPER }],
    route: |_| Route::OneDesk,
    next: |_| "item-card-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_card_is_stopped_before_a_new_one_is_asked_for() {
        let lost = Answers::default().with("what", "lost");
        assert_eq!(ITEM.first_open(&lost).map(|s| s.id), Some("stopped"));
        assert!(ITEM.path(&lost.clone().with("stopped", "no")).last().is_some_and(|s| s.ends));
        assert_eq!(ITEM.first_open(&lost.with("stopped", "yes")).map(|s| s.id), Some("fetch"));
    }
}
