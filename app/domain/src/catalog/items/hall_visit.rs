//! 大厅预约, with the 老年人绿色通道: a day and half a day at a counter, and what she needs there. Whoever comes without one is served, too.

use crate::catalog::field::asked;
use crate::catalog::{ASK, Basis, CONTACT, DAY, FieldKind, Group, Item, ItemCode, Material, PAPER, PLAIN, Route, Source, Step};
use crate::region::Trust;
use crate::review::Tier;

const FOR: &[&str] = &["enrolment", "out-of-area", "chronic", "claim", "card", "other"];
const HALLS: &[&str] = &["township", "county"];
const NEEDS: &[&str] = &["none", "wheelchair", "glasses", "loud", "dialect", "company"];

pub const ITEM: Item = Item {
    code: ItemCode::HallVisit,
    slug: "hall-visit",
    version: 2,
    group: Group::Visit,
    basis: &[Basis {
        source: "济医保中心发〔2021〕1号：预约服务、老年人绿色通道", date: "2021", trust: Trust::Official
    }],
    steps: &[
        Step { id: "for", fields: &[asked("for", FieldKind::Choice(FOR))], ..ASK },
        Step { id: "hall", fields: &[asked("hall", FieldKind::Choice(HALLS))], ..ASK },
        DAY,
        Step { id: "needs", fields: &[asked("needs", FieldKind::Checks(NEEDS))], ..ASK },
        CONTACT,
    ],
    materials: &[Material { id: "identity-on-record", source: Source::Shared, ..PAPER }],
    route: |_| Route::OneDesk,
    desk: |a| if a.is("hall", "county") { Tier::County } else { Tier::Township },
    next: |_| "item-hall-visit-next",
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Answers;

    #[test]
    fn the_desk_whose_hall_it_is_answers() {
        for (hall, tier) in [("township", Tier::Township), ("county", Tier::County)] {
            assert_eq!((ITEM.desk)(&Answers::default().with("hall", hall)), tier);
        }
    }
}
