//! Texts of every service: each question, option, paper, promise and ending that a road leads past has its words.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::pages::filing::words::{key, who};
use app::text;
use domain::catalog::items::ITEMS;
use domain::catalog::{FieldKind, Item, Outcome, Source};
use domain::lang::Lang;
use std::collections::BTreeSet;

/// Keys that the definition calls for.
fn keys(item: &Item) -> BTreeSet<String> {
    let slug = item.slug;
    let mut keys: BTreeSet<String> = ["", "-submit"].map(|end| format!("item-{slug}{end}")).into();
    keys.extend(["what", "who", "cost", "time", "result", "step-1"].map(|fact| format!("guide-{slug}-{fact}")));
    keys.extend([format!("search-{slug}"), format!("search-{slug}-note")]);
    keys.extend(item.front.then(|| [format!("home-{slug}"), format!("home-{slug}-note")]).into_iter().flatten());
    keys.extend(item.paces.iter().map(|pace| format!("guide-{slug}-pace-{pace}")));
    for step in item.steps {
        keys.insert(key(slug, &format!("{}-title", step.id)));
        keys.extend(step.ends.then(|| format!("item-{slug}-{}-why", step.id)));
        for field in step.fields {
            keys.insert(key(slug, &format!("{}-label", field.id)));
            let options: Vec<&str> = match field.kind {
                FieldKind::Choice(options) | FieldKind::Checks(options) => options.to_vec(),
                FieldKind::Among { table, .. } => table.iter().flat_map(|(_, row)| row.iter().copied()).collect(),
                _ => Vec::new(),
            };
            keys.extend(options.iter().map(|option| key(slug, &format!("{}-{option}", field.id))));
        }
    }
    for material in item.materials {
        keys.insert(format!("material-{}", material.id));
        if material.source != Source::Shared {
            keys.extend(["counts", "counts-not"].map(|end| format!("material-{}-{end}", material.id)));
        }
    }
    if matches!(item.outcome, Outcome::Money { .. }) {
        keys.insert(format!("item-{slug}-sum-label"));
    }
    for road in item.roads(jiff::civil::date(2026, 3, 2)) {
        keys.extend((item.commitment)(&road).map(str::to_owned));
        keys.insert((item.next)(&road).to_owned());
    }
    keys
}

#[test]
fn every_definition_has_all_its_texts() {
    for item in ITEMS {
        let missing: Vec<String> = keys(item).into_iter().filter(|key| text::only(Lang::ZhHans, key).is_none()).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", item.slug);
    }
}

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
