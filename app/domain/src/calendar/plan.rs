//! One year's holiday table as it stands in the data file: what is free, which weekends are worked instead, and
//! where that is from. Checks itself; must never invent a day.

use crate::region::Trust;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearPlan {
    pub year: i16,
    /// Document or page, in words.
    pub source: String,
    /// `draft` until the State Council has published the year.
    pub trust: Trust,
    #[serde(rename = "holiday")]
    pub holidays: Vec<Holiday>,
}

/// `from` to `to` are free, both included; the days of `worked` are weekend days on which offices work (调休).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    pub name: String,
    pub from: Date,
    pub to: Date,
    #[serde(default)]
    pub worked: Vec<Date>,
}

impl YearPlan {
    pub fn free_days(&self) -> impl Iterator<Item = Date> + '_ {
        self.holidays.iter().flat_map(|holiday| {
            let to = holiday.to;
            holiday.from.series(jiff::Span::new().days(1)).take_while(move |day| *day <= to)
        })
    }

    pub fn working_days(&self) -> impl Iterator<Item = Date> + '_ {
        self.holidays.iter().flat_map(|holiday| holiday.worked.iter().copied())
    }

    /// Each mistake as a sentence for whoever edits the file.
    pub fn problems(&self) -> Vec<String> {
        let year = self.year;
        let mut problems = Vec::new();
        if self.source.trim_ascii().is_empty() {
            problems.push(format!("calendar {year}: the source is missing"));
        }
        for Holiday { name, from, to, worked } in &self.holidays {
            if from > to {
                problems.push(format!("calendar {year}: {name} ends before it begins"));
            }
            if from.year() != year && to.year() != year {
                problems.push(format!("calendar {year}: {name} lies in another year"));
            }
            for day in worked {
                if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
                    problems.push(format!("calendar {year}: {day} is worked in exchange but is no weekend day"));
                }
                if self.free_days().any(|free| free == *day) {
                    problems.push(format!("calendar {year}: {day} is free and worked at once"));
                }
                if day.year() != year {
                    problems.push(format!("calendar {year}: {day} lies in another year"));
                }
            }
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn each_mistake_in_a_table_is_named() {
        let day = Holiday { name: "x".into(), from: date(2026, 5, 3), to: date(2026, 5, 1), worked: vec![date(2026, 5, 8)] };
        let both =
            Holiday { name: "y".into(), from: date(2026, 6, 6), to: date(2026, 6, 7), worked: vec![date(2026, 6, 7), date(2025, 6, 7)] };
        let plan = YearPlan { year: 2026, source: " ".into(), trust: Trust::Draft, holidays: vec![day, both] };
        let problems = plan.problems();
        assert_eq!(problems.len(), 5, "{problems:?}");
    }
}
