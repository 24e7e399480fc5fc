//! Looks for mistakes in a definition: what nobody can reach, what is asked for in vain, what contradicts itself.
//! One sentence each, naming the place. The first test below keeps such a definition out of every build.

use super::field::{DateRule, Field, FieldKind};
use super::{Answers, Form, Instead, Item, Outcome, Pace, Reuse, Route, Source, Term};
use crate::review::Tier;
use jiff::civil::Date;
use std::collections::BTreeSet;

pub(super) fn problems(item: &Item) -> Vec<String> {
    let mut found = Vec::new();
    names(item, &mut found);
    for step in item.steps {
        let told = if step.ends { !step.fields.is_empty() } else { step.fields.is_empty() || step.fields.len() > 3 };
        if told {
            found.push(format!("step {}: one to three fields, or none where it ends", step.id));
        }
        step.fields.iter().for_each(|field| hangs(item, field, &mut found));
    }
    match item.outcome {
        Outcome::Money { of } if !matches!(item.field(of).map(|f| f.kind), Some(FieldKind::Money { .. })) => {
            found.push(format!("outcome: {of} is no field for a sum"));
        }
        _ => {}
    }
    for (field, _) in item.writes.iter().filter(|(field, _)| item.field(field).is_none()) {
        found.push(format!("writes: {field} is not asked"));
    }
    joined(item, &mut found);
    if item.basis.is_empty() || item.basis.iter().any(|b| b.source.trim_ascii().is_empty() || b.date.len() < 4) {
        found.push("basis: no source, or one without a date".to_owned());
    }
    on_the_roads(item, &mut found);
    found.into_iter().map(|problem| format!("item {}: {problem}", item.slug)).collect()
}

/// Each part of a joined matter gets all its answers and papers from the whole, on every road.
fn joined(item: &Item, found: &mut Vec<String>) {
    if item.parts.is_empty() {
        return;
    }
    for answers in item.walked().iter().filter(|a| item.first_open(a).is_none()) {
        if item.parts_of(answers).next().is_none() {
            found.push("parts: a road leads to no application at all".to_owned());
        }
        for part in item.parts_of(answers) {
            let Some(of) = part.item.item().filter(|of| of.parts.is_empty()) else {
                found.push(format!("part {:?}: no application of its own", part.item));
                continue;
            };
            let own = part.answers(answers);
            if let Some(step) = of.first_open(&own) {
                found.push(format!("part {}: {} is not answered by the whole", of.slug, step.id));
            }
            let here: BTreeSet<&str> = item.needs(answers).iter().map(|m| m.id).collect();
            for needed in of.needs(&own).iter().filter(|m| !here.contains(m.id)) {
                found.push(format!("part {}: the paper {} is not asked for", of.slug, needed.id));
            }
            if let Some(promise) = (of.commitment)(&own).filter(|p| (item.commitment)(answers) != Some(p)) {
                found.push(format!("part {}: {promise} is not signed", of.slug));
            }
        }
    }
}

fn names(item: &Item, found: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    let steps = item.steps.iter().map(|s| ("step", s.id));
    let fields = item.steps.iter().flat_map(|s| s.fields).map(|f| ("field", f.id));
    let materials = item.materials.iter().map(|m| ("material", m.id));
    for (what, id) in steps.chain(fields).chain(materials) {
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            found.push(format!("{what} {id:?}: a name of small letters, digits and hyphens"));
        }
        if !seen.insert((what, id)) {
            found.push(format!("{what} {id}: stands twice"));
        }
    }
    // Words of the address: a step of this name could never be opened.
    for id in ["papers", "check", "drop"] {
        if item.step(id).is_some() {
            found.push(format!("step {id}: the address has this word already"));
        }
    }
}

/// What a field hangs on is asked, and asked earlier.
fn hangs(item: &Item, field: &Field, found: &mut Vec<String>) {
    let on = match field.kind {
        FieldKind::Date(DateRule::NotBefore(other) | DateRule::PastNotBefore(other)) => Some(other),
        kind => kind.hangs_on(),
    };
    let place = |id: &str| item.steps.iter().position(|s| s.fields.iter().any(|f| f.id == id));
    match on.map(|other| (other, place(other))) {
        Some((other, None)) => found.push(format!("field {}: hangs on {other}, which is not asked", field.id)),
        Some((other, at)) if at >= place(field.id) => found.push(format!("field {}: hangs on {other}, which is asked later", field.id)),
        _ => {}
    }
    if let FieldKind::Among { of, table } = field.kind {
        let rows: Vec<&str> = table.iter().map(|(value, _)| *value).collect();
        let options = item.field(of).map(|f| f.kind.options(&Answers::default())).unwrap_or_default();
        if rows != options || table.iter().any(|(_, row)| row.is_empty()) {
            found.push(format!("field {}: its rows are not the options of {of}", field.id));
        }
    }
}

fn on_the_roads(item: &Item, found: &mut Vec<String>) {
    let roads = item.walked();
    let whole: Vec<&Answers> = roads.iter().filter(|a| item.first_open(a).is_none()).collect();
    if whole.is_empty() {
        found.push("steps: no road leads to the end".to_owned());
    }
    for step in item.steps {
        if !roads.iter().any(|a| item.path(a).iter().any(|s| s.id == step.id)) {
            found.push(format!("step {}: no answers lead there", step.id));
        }
    }
    for material in item.materials {
        if !whole.iter().any(|a| (material.when)(a)) {
            found.push(format!("material {}: no answers call for it", material.id));
        }
        if material.instead.contains(&Instead::Commitment) && !whole.iter().any(|a| (item.commitment)(a).is_some()) {
            found.push(format!("material {}: a commitment stands in for it, and none can be signed", material.id));
        }
    }
    for material in item.materials {
        // Sheets that somebody opens an envelope for, and what nobody hands in, are handed in anew by nobody.
        let none = material.form == Form::Original || material.source == Source::Shared;
        if none && (material.shared().is_some() || material.reuse != Reuse::Never) {
            found.push(format!("material {}: the sheet itself is wanted, or no paper at all", material.id));
        }
    }
    let named: BTreeSet<&str> =
        whole.iter().filter_map(|a| if let Pace::Named(name) = (item.pace)(a) { Some(name) } else { None }).collect();
    if named != item.paces.iter().copied().collect::<BTreeSet<&str>>() {
        found.push(format!("paces: {:?} are listed, {named:?} are given", item.paces));
    }
    for answers in &whole {
        let route = (item.route)(answers);
        if route == Route::OneDesk && (item.term)(answers) != Term::Once {
            found.push("route: done by one desk, and holds for a time that somebody has to set".to_owned());
        }
        if route != Route::OneDesk && (item.desk)(answers) != Tier::Village {
            found.push("desk: another than the village's, and not done by one desk".to_owned());
        }
        if route == Route::OneDesk && !item.writes.is_empty() {
            found.push("route: done by one desk, and changes a record".to_owned());
        }
        if route == Route::Tiers {
            continue;
        }
        if route == Route::AtOnce && !item.needs(answers).is_empty() {
            found.push("route: in force at once, and asks for papers that nobody would look at".to_owned());
        }
        if matches!(item.outcome, Outcome::Money { .. }) || (item.pace)(answers) == Pace::Board {
            found.push("route: nobody above looks at it, and somebody has to decide".to_owned());
        }
    }
    if item.tonight.is_some_and(|tonight| !whole.iter().any(|a| tonight(a))) {
        found.push("tonight: no answers allow it".to_owned());
    }
    found.dedup();
}

#[cfg(test)]
mod tests;
