//! Whether the services are fit to start: each definition with all its words, every mistake with its place. What a region must
//! have for them is looked for by the region's own check. Names each key in order to look for it; says none of them to anybody.

use crate::pages::filing::words::{key, who};
use crate::text;
use domain::catalog::items::ITEMS;
use domain::catalog::{Answers, FieldKind, Item, Outcome, Source};
use domain::lang::Lang;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The services of this build; looked at once.
pub fn packed() -> &'static [String] {
    static FOUND: LazyLock<Vec<String>> = LazyLock::new(|| problems(ITEMS));
    &FOUND
}

/// Each mistake as a sentence that names service, step, field and key; empty means fit to start.
pub fn problems(items: &[Item]) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for item in items {
        if !seen.insert(item.slug) {
            found.push(format!("item {}: stands twice", item.slug));
        }
        found.extend(item.problems());
        found.extend(missing_texts(item));
    }
    found
}

fn missing_texts(item: &Item) -> Vec<String> {
    let mut looked = Looked { slug: item.slug, missing: BTreeSet::new() };
    looked.names(item);
    looked.questions(item);
    looked.papers(item);
    looked.missing.into_iter().map(|(place, key)| format!("item {}: {place}the text {key} is missing", item.slug)).collect()
}

struct Looked {
    slug: &'static str,
    missing: BTreeSet<(String, String)>,
}

impl Looked {
    fn want(&mut self, place: &str, key: String) {
        if text::only(Lang::ZhHans, &key).is_none() {
            let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
            self.missing.insert((place, key));
        }
    }

    /// Its own words, else those of a part or of all services.
    fn want_own(&mut self, place: &str, about: &str) {
        if text::only(Lang::ZhHans, &key(self.slug, about)).is_none() {
            self.want(place, format!("item-{}-{about}", self.slug));
        }
    }

    fn names(&mut self, item: &Item) {
        let slug = item.slug;
        for key in [format!("item-{slug}"), format!("item-{slug}-submit"), format!("search-{slug}"), format!("search-{slug}-note")] {
            self.want("", key);
        }
        for fact in ["what", "who", "cost", "time", "result", "step-1"] {
            self.want("guide", format!("guide-{slug}-{fact}"));
        }
        if item.front {
            self.want("home page", format!("home-{slug}"));
            self.want("home page", format!("home-{slug}-note"));
        }
        for pace in item.paces {
            self.want("pace", format!("guide-{slug}-pace-{pace}"));
        }
    }

    fn questions(&mut self, item: &Item) {
        for step in item.steps {
            let place = format!("step {}", step.id);
            self.want_own(&place, &format!("{}-title", step.id));
            if step.ends {
                self.want(&place, format!("item-{}-{}-why", self.slug, step.id));
            }
            for field in step.fields {
                let place = format!("{place}, field {}", field.id);
                self.want_own(&place, &format!("{}-label", field.id));
                let options: Vec<&str> = match field.kind {
                    FieldKind::Choice(options) | FieldKind::Checks(options) => options.to_vec(),
                    FieldKind::Among { table, .. } => table.iter().flat_map(|(_, row)| row.iter().copied()).collect(),
                    _ => Vec::new(),
                };
                for option in options {
                    self.want_own(&place, &format!("{}-{option}", field.id));
                }
            }
        }
    }

    fn papers(&mut self, item: &Item) {
        let roads = item.walked();
        let whole: Vec<&Answers> = roads.iter().filter(|a| item.first_open(a).is_none()).collect();
        for material in item.materials {
            let (id, place) = (material.id, format!("material {}", material.id));
            self.want(&place, format!("material-{id}"));
            if material.source != Source::Shared {
                self.want(&place, format!("material-{id}-counts"));
                self.want(&place, format!("material-{id}-counts-not"));
            }
            // Where only some need it, it says who.
            let all = whole.iter().all(|a| (material.when)(a));
            if !all && who(item.code, id).is_none() {
                self.want(&place, format!("material-{id}-who"));
            }
        }
        if matches!(item.outcome, Outcome::Money { .. }) {
            self.want("outcome", format!("item-{}-sum-label", self.slug));
        }
        let promises: BTreeSet<&str> = roads.iter().filter_map(|road| (item.commitment)(road)).collect();
        promises.into_iter().for_each(|promise| self.want("commitment", promise.to_owned()));
        let endings: BTreeSet<&str> = roads.iter().map(|road| (item.next)(road)).collect();
        endings.into_iter().for_each(|next| self.want("next", next.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use domain::catalog::field::asked;
    use domain::catalog::items::out_of_area;
    use domain::catalog::{ASK, Step};

    #[test]
    fn every_service_of_this_build_is_fit_to_start() {
        assert_eq!(packed(), Vec::<String>::new());
    }

    #[test]
    fn a_text_that_is_missing_is_named_with_its_step_and_field() {
        static STEPS: &[Step] = &[Step { id: "kind", fields: &[asked("kind", FieldKind::Choice(&["a", "b"]))], ..ASK }];
        let item = Item { slug: "unheard-of", steps: STEPS, materials: &[], tonight: None, commitment: |_| None, ..out_of_area::ITEM };
        let found = problems(&[item]);
        for sentence in [
            "item unheard-of: the text item-unheard-of is missing",
            "item unheard-of: guide: the text guide-unheard-of-what is missing",
            "item unheard-of: step kind: the text item-unheard-of-kind-title is missing",
            "item unheard-of: step kind, field kind: the text item-unheard-of-kind-label is missing",
            "item unheard-of: step kind, field kind: the text item-unheard-of-kind-b is missing",
        ] {
            assert!(found.iter().any(|line| line == sentence), "{sentence} is not among {found:#?}");
        }
    }

    #[test]
    fn what_nobody_can_reach_and_what_contradicts_itself_is_told_together_with_the_words() {
        static LOST: &[Step] = &[
            Step { id: "kind", fields: &[asked("kind", FieldKind::Choice(&["a"]))], ..ASK },
            Step { id: "lost", fields: &[asked("x", FieldKind::Name)], when: |_| false, ..ASK },
        ];
        let item = || Item { steps: LOST, materials: &[], paces: &["fast"], tonight: None, commitment: |_| None, ..out_of_area::ITEM };
        let found = problems(&[item(), item()]);
        for end in ["step lost: no answers lead there", "paces: [\"fast\"] are listed, {} are given", "stands twice"] {
            assert!(found.iter().any(|line| line.starts_with("item out-of-area: ") && line.ends_with(end)), "{end}: {found:#?}");
        }
    }
}
