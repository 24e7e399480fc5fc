//! The region's values for 好差评, and the mistakes that they may have.

use super::{Region, Rule};
use crate::rating::Days;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingRules {
    /// A step can be rated for so many days.
    pub rate_days: Rule<u16>,
    /// A word can be changed for so many days, and so long she is waited for when something was set right.
    pub change_days: Rule<u16>,
    /// A desk sees its sums in groups of so many people, never less.
    pub least_people: Rule<u16>,
    /// Within so many working days somebody of the tier above calls.
    pub call_working_days: Rule<u16>,
    /// After so many calls that nobody answered, it goes on without one.
    pub call_tries: Rule<u16>,
    /// Within so many working days it is set right.
    pub correct_working_days: Rule<u16>,
    /// Whoever has said nothing so many days after the end is asked once.
    pub invite_days: Rule<u16>,
}

impl RatingRules {
    pub fn days(&self) -> Days {
        Days { rate: self.rate_days.value, change: self.change_days.value }
    }
}

pub(super) fn problems(region: &Region, found: &mut Vec<String>) {
    let rules = &region.ratings;
    for (name, row) in [
        ("ratings.rate_days", &rules.rate_days),
        ("ratings.change_days", &rules.change_days),
        ("ratings.least_people", &rules.least_people),
        ("ratings.call_working_days", &rules.call_working_days),
        ("ratings.call_tries", &rules.call_tries),
        ("ratings.correct_working_days", &rules.correct_working_days),
        ("ratings.invite_days", &rules.invite_days),
    ] {
        found.extend(row.problems(name));
        if row.value == 0 {
            found.push(format!("{name}: zero"));
        }
    }
    if rules.least_people.value < 3 {
        found.push("ratings.least_people: below 3, somebody could be picked out".to_owned());
    }
    if rules.invite_days.value >= rules.rate_days.value {
        found.push("ratings: asked when it is too late to say anything".to_owned());
    }
    if rules.correct_working_days.value < rules.call_working_days.value {
        found.push("ratings: set right before she was called".to_owned());
    }
}
