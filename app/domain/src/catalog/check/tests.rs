//! Every item is walked through every option of every choice, and each kind of mistake is found by its place.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::catalog::field::asked;
use crate::catalog::items::{ITEMS, out_of_area};
use crate::catalog::*;

#[test]
fn no_item_has_an_unreachable_step_a_vain_material_or_a_contradiction() {
    for item in ITEMS {
        assert_eq!(item.problems(), Vec::<String>::new());
    }
}

#[test]
fn every_option_of_every_choice_lies_on_a_road_and_every_road_can_be_walked_page_by_page() {
    let today = jiff::civil::date(2026, 3, 2);
    for item in ITEMS {
        let roads = item.roads(today);
        for road in &roads {
            let mut answers = Answers::default();
            for step in item.path(road) {
                assert!(item.path(&answers).iter().any(|s| s.id == step.id), "{} {}: not there when she comes to it", item.slug, step.id);
                let form = sample(step.fields, road, today);
                for field in step.fields {
                    let value =
                        field.read(&form, &answers, today).unwrap_or_else(|e| panic!("{} {}: {:?}", item.slug, field.id, e.problem));
                    answers.set(field.id, value.unwrap());
                }
            }
            assert_eq!(answers, *road, "{}", item.slug);
        }
        for field in item.steps.iter().flat_map(|s| s.fields).filter(|f| matches!(f.kind, FieldKind::Choice(_) | FieldKind::Province)) {
            for option in field.kind.options(&Answers::default()) {
                assert!(roads.iter().any(|a| a.is(field.id, option)), "{} {}: {option}", item.slug, field.id);
            }
        }
        for field in item.steps.iter().flat_map(|s| s.fields) {
            let FieldKind::Among { table, .. } = field.kind else { continue };
            for option in table.iter().flat_map(|(_, row)| *row) {
                assert!(roads.iter().any(|a| a.is(field.id, option)), "{} {}: {option}", item.slug, field.id);
            }
        }
    }
}

#[test]
fn a_road_that_ends_at_a_counter_is_never_complete() {
    let ends = |item: &Item, a: &Answers| item.path(a).last().is_some_and(|s| s.ends);
    let mut counters = 0;
    for item in ITEMS {
        for road in item.roads(jiff::civil::date(2026, 3, 2)) {
            counters += usize::from(ends(item, &road));
            assert_eq!(ends(item, &road), item.first_open(&road).is_some(), "{}", item.slug);
        }
    }
    assert!(counters > 0, "phone, bank account and password end there");
}

/// The one sentence about a definition with one mistake.
fn wrong(item: Item) -> String {
    let found = item.problems();
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

const KIND: Field = asked("kind", FieldKind::Choice(&["a", "b"]));

#[test]
fn each_mistake_is_named_with_its_place() {
    let plain = || Item {
        steps: &[Step { id: "kind", fields: &[KIND], ..ASK }],
        materials: &[],
        tonight: None,
        commitment: |_| None,
        ..out_of_area::ITEM
    };
    assert_eq!(plain().problems(), Vec::<String>::new());
    assert!(wrong(Item { basis: &[], ..plain() }).ends_with("basis: no source, or one without a date"));
    assert!(wrong(Item { outcome: Outcome::Money { of: "kind" }, route: |_| Route::Tiers, ..plain() }).contains("no field for a sum"));
    assert!(wrong(Item { paces: &["fast"], ..plain() }).contains("paces"));
    assert!(wrong(Item { tonight: Some(|_| false), ..plain() }).contains("tonight"));
    static LOST: &[Step] =
        &[Step { id: "kind", fields: &[KIND], ..ASK }, Step { id: "lost", fields: &[asked("x", FieldKind::Name)], when: |_| false, ..ASK }];
    assert!(wrong(Item { steps: LOST, ..plain() }).contains("step lost: no answers lead there"));
    static EMPTY: &[Step] = &[Step { id: "kind", fields: &[KIND], ..ASK }, Step { id: "empty", ..ASK }];
    assert!(wrong(Item { steps: EMPTY, ..plain() }).contains("step empty"));
    static TAKEN: &[Step] = &[Step { id: "check", fields: &[KIND], ..ASK }];
    assert!(wrong(Item { steps: TAKEN, ..plain() }).contains("the address has this word"));
    static VAIN: &[Material] = &[Material { id: "vain", when: |_| false, ..PAPER }];
    assert!(wrong(Item { materials: VAIN, route: |_| Route::Tiers, ..plain() }).contains("material vain: no answers call for it"));
    static UNSIGNED: &[Material] = &[Material { id: "sheet", instead: &[Instead::Commitment], ..PAPER }];
    assert!(wrong(Item { materials: UNSIGNED, route: |_| Route::Tiers, ..plain() }).contains("none can be signed"));
    static SEEN: &[Material] = &[Material { id: "sheet", ..PAPER }];
    assert!(wrong(Item { materials: SEEN, route: |_| Route::AtOnce, ..plain() }).contains("nobody would look at"));
    assert!(wrong(Item { route: |_| Route::AtOnce, pace: |_| Pace::Board, ..plain() }).contains("somebody has to decide"));
    assert!(wrong(Item { route: |_| Route::OneDesk, term: |_| Term::UntilChanged, ..plain() }).contains("somebody has to set"));
    assert!(wrong(Item { route: |_| Route::Tiers, desk: |_| crate::review::Tier::County, ..plain() }).contains("not done by one desk"));
    static LATER: &[Step] = &[
        Step { id: "town", fields: &[asked("town", FieldKind::City { of: "land", max: 9 })], ..ASK },
        Step { id: "land", fields: &[asked("land", FieldKind::Province)], ..ASK },
    ];
    assert!(wrong(Item { steps: LATER, ..plain() }).contains("town: hangs on land, which is asked later"));
}
