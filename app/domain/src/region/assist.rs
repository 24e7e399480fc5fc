//! The region's values for 帮办人员, and the mistakes that its rows about acting for others may have.

use super::{Region, Rule};
use crate::catalog::ItemCode;
use crate::family::delegation::DEFAULT;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssistRules {
    /// Of the acts of assistants, how many a supervisor looks at.
    pub sample_percent: Rule<u8>,
    /// The same where the number stood on a sheet only.
    pub sample_percent_without_phone: Rule<u8>,
    /// So long the person is believed to be beside the assistant; then card and face again.
    pub beside_minutes: Rule<u16>,
    /// Numbers that belong to nobody here, within a quarter of an hour: whoever guesses is stopped.
    pub misses_per_quarter_hour: Rule<u16>,
}

pub(super) fn sources(region: &Region, found: &mut Vec<String>) {
    let rules = &region.assist;
    found.extend(rules.sample_percent.problems("assist.sample_percent"));
    found.extend(rules.sample_percent_without_phone.problems("assist.sample_percent_without_phone"));
    found.extend(rules.beside_minutes.problems("assist.beside_minutes"));
    found.extend(rules.misses_per_quarter_hour.problems("assist.misses_per_quarter_hour"));
    let wrong = [
        (rules.sample_percent.value > 100, "assist.sample_percent: more than 100"),
        (rules.sample_percent_without_phone.value > 100, "assist.sample_percent_without_phone: more than 100"),
        (rules.sample_percent_without_phone.value < rules.sample_percent.value, "assist: acts without a phone are looked at less often"),
        (rules.beside_minutes.value == 0, "assist.beside_minutes: zero"),
        (rules.misses_per_quarter_hour.value == 0, "assist.misses_per_quarter_hour: zero"),
    ];
    found.extend(wrong.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, sentence)| sentence.to_owned()));
}

/// Rows that name what does not exist, or that contradict each other.
pub(super) fn delegations(region: &Region, found: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for (number, row) in region.delegations.iter().enumerate() {
        let place = format!("delegation {} ({}, row {})", row.item, row.effective, number + 1);
        found.extend(row.problems().into_iter().map(|problem| format!("{place}: {problem}")));
        if row.item != DEFAULT && ItemCode::from_slug(&row.item).is_none() {
            found.push(format!("{place}: no such item"));
        }
        // What was seen elsewhere may contradict; what applies here may not.
        if row.applies && !seen.insert((&row.item, row.effective)) {
            found.push(format!("{place}: contradicts another row of the same item and day"));
        }
    }
    if !region.delegations.iter().any(|row| row.applies && row.item == DEFAULT) {
        found.push("delegation default: the row is missing".to_owned());
    }
}
