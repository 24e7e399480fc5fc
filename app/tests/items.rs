//! Texts of every service. That none is missing is looked for at every start (`app::fit`); here is what would be a word too much.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::pages::filing::words::who;
use domain::catalog::items::ITEMS;

#[test]
fn a_paper_that_only_some_need_says_who() {
    for item in ITEMS {
        let roads = item.roads(jiff::civil::date(2026, 3, 2));
        for material in item.materials {
            let all = roads.iter().filter(|a| item.first_open(a).is_none()).all(|a| (material.when)(a));
            let who = who(item.code, material.id);
            assert_eq!(who.is_none(), all, "{} {}", item.slug, material.id);
        }
    }
}
