//! Working days with holidays and 调休, and the time in China (fixed UTC+8, no daylight saving).
//! Knows no clock: "now" comes in as a value. A year without data is an error that names the year, never a guess.

mod china;
mod plan;

pub use china::{DateParts, Weekday, china_date, china_datetime, china_instant, china_noon, date_parts};
pub use plan::{Holiday, YearPlan};

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// No holiday table for this year: the start must fail with its name, and so must each rule that needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no holiday table for the year {year}")]
pub struct YearMissing {
    pub year: i16,
}

/// Holiday tables of several years, made for questions.
#[derive(Debug, Clone, Default)]
pub struct WorkCalendar {
    plans: BTreeMap<i16, YearPlan>,
    free: BTreeSet<Date>,
    working: BTreeSet<Date>,
}

impl WorkCalendar {
    /// Takes the tables of all years; answers with every mistake in them.
    pub fn new(plans: Vec<YearPlan>) -> Result<Self, Vec<String>> {
        let mut problems: Vec<String> = plans.iter().flat_map(YearPlan::problems).collect();
        let mut calendar = Self::default();
        for plan in plans {
            calendar.free.extend(plan.free_days());
            calendar.working.extend(plan.working_days());
            if let Some(double) = calendar.plans.insert(plan.year, plan) {
                problems.push(format!("calendar {}: the year stands twice", double.year));
            }
        }
        if problems.is_empty() { Ok(calendar) } else { Err(problems) }
    }

    /// Asked at start: is there a table for each of these years?
    pub fn covers(&self, years: RangeInclusive<i16>) -> Result<(), YearMissing> {
        years.into_iter().try_for_each(|year| self.plan(year).map(|_| ()))
    }

    /// The table of a year, with its source and how far it can be trusted.
    pub fn plan(&self, year: i16) -> Result<&YearPlan, YearMissing> {
        self.plans.get(&year).ok_or(YearMissing { year })
    }

    pub fn is_working_day(&self, day: Date) -> Result<bool, YearMissing> {
        self.plan(day.year())?;
        let weekend = matches!(day.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
        Ok(self.working.contains(&day) || (!weekend && !self.free.contains(&day)))
    }

    /// The n-th working day after `day`; the day itself does not count (民法典 art. 201).
    /// With n = 0 the day itself when it is a working day, else the next one.
    pub fn add_working_days(&self, day: Date, n: u16) -> Result<Date, YearMissing> {
        let mut at = day;
        let mut left = n;
        if n == 0 && !self.is_working_day(at)? {
            left = 1;
        }
        self.plan(at.year())?;
        while left > 0 {
            at = at.tomorrow().map_err(|_| YearMissing { year: at.year() })?;
            if self.is_working_day(at)? {
                left -= 1;
            }
        }
        Ok(at)
    }

    /// Until when something is promised that was asked for at `from`: the end of office hours (`close`) of the
    /// n-th working day after. With n = 0 the same day, or the next working day when the office is closed already.
    pub fn deadline(&self, from: Timestamp, n: u16, close: Time) -> Result<Timestamp, YearMissing> {
        let day = self.add_working_days(china_date(from), n)?;
        let end = china_instant(day, close);
        if end >= from {
            return Ok(end);
        }
        Ok(china_instant(self.add_working_days(day, 1)?, close))
    }

    /// Working days after `from` up to and including `to`; 0 when `to` is not later.
    pub fn working_days_between(&self, from: Date, to: Date) -> Result<u16, YearMissing> {
        let mut count = 0;
        let mut at = from;
        while at < to {
            at = at.tomorrow().map_err(|_| YearMissing { year: at.year() })?;
            count += u16::from(self.is_working_day(at)?);
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    /// Built once; the properties ask it thousands of times.
    static CALENDAR: std::sync::LazyLock<WorkCalendar> = std::sync::LazyLock::new(load);

    fn calendar() -> &'static WorkCalendar {
        &CALENDAR
    }

    fn load() -> WorkCalendar {
        let texts = [
            include_str!("../../data/calendar/2025.toml"),
            include_str!("../../data/calendar/2026.toml"),
            include_str!("../../data/calendar/2027.toml"),
        ];
        WorkCalendar::new(texts.iter().map(|text| toml::from_str(text).unwrap()).collect()).unwrap()
    }

    #[test]
    fn spring_festival_2026_is_free_and_its_exchanged_weekends_are_worked() {
        let calendar = calendar();
        for free in [date(2026, 2, 16), date(2026, 2, 23), date(2026, 10, 7), date(2026, 1, 2)] {
            assert!(!calendar.is_working_day(free).unwrap(), "{free}");
        }
        for worked in [date(2026, 2, 14), date(2026, 2, 28), date(2026, 10, 10), date(2026, 1, 4)] {
            assert!(calendar.is_working_day(worked).unwrap(), "{worked}");
        }
        assert!(!calendar.is_working_day(date(2026, 11, 22)).unwrap());
    }

    #[test]
    fn a_promise_over_the_spring_festival_waits_for_the_working_days() {
        let calendar = calendar();
        // Friday 13 February; Saturday 14 is worked; 15 to 23 are free.
        assert_eq!(calendar.add_working_days(date(2026, 2, 13), 2).unwrap(), date(2026, 2, 24));
        assert_eq!(calendar.add_working_days(date(2026, 2, 15), 0).unwrap(), date(2026, 2, 24));
        assert_eq!(calendar.add_working_days(date(2026, 2, 13), 0).unwrap(), date(2026, 2, 13));
        assert_eq!(calendar.working_days_between(date(2026, 2, 13), date(2026, 2, 24)).unwrap(), 2);
    }

    #[test]
    fn a_deadline_is_the_end_of_office_hours_in_china() {
        let calendar = calendar();
        // Friday 20 November 2026, 18:00 in China.
        let from: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
        let close = time(17, 30, 0, 0);
        assert_eq!(calendar.deadline(from, 2, close).unwrap().to_string(), "2026-11-24T09:30:00Z");
        assert_eq!(calendar.deadline(from, 0, close).unwrap().to_string(), "2026-11-23T09:30:00Z");
    }

    #[test]
    fn a_year_without_a_table_is_named() {
        let calendar = calendar();
        assert_eq!(calendar.covers(2025..=2027), Ok(()));
        assert_eq!(calendar.covers(2025..=2028), Err(YearMissing { year: 2028 }));
        assert_eq!(calendar.add_working_days(date(2027, 12, 30), 5), Err(YearMissing { year: 2028 }));
        assert_eq!(calendar.is_working_day(date(2024, 5, 5)), Err(YearMissing { year: 2024 }));
        assert_eq!(calendar.add_working_days(date(2031, 5, 5), 3), Err(YearMissing { year: 2031 }));
        assert_eq!(YearMissing { year: 2028 }.to_string(), "no holiday table for the year 2028");
    }

    #[test]
    fn a_table_that_stands_twice_is_a_mistake() {
        let plan: YearPlan = toml::from_str(include_str!("../../data/calendar/2026.toml")).unwrap();
        assert_eq!(WorkCalendar::new(vec![plan.clone(), plan]).unwrap_err(), ["calendar 2026: the year stands twice"]);
    }

    fn days() -> impl Strategy<Value = Date> {
        (0i64..1000).prop_map(|n| date(2025, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap())
    }

    proptest! {
        #[test]
        fn the_result_is_a_working_day_and_the_count_comes_back(day in days(), n in 0u16..40) {
            let calendar = calendar();
            let end = calendar.add_working_days(day, n).unwrap();
            prop_assert!(calendar.is_working_day(end).unwrap());
            if n > 0 {
                prop_assert_eq!(calendar.working_days_between(day, end).unwrap(), n);
            }
        }

        #[test]
        fn a_later_start_never_ends_earlier(a in days(), b in days(), n in 0u16..40) {
            let calendar = calendar();
            let (first, second) = (a.min(b), a.max(b));
            prop_assert!(calendar.add_working_days(first, n).unwrap() <= calendar.add_working_days(second, n).unwrap());
        }

        #[test]
        fn days_add_up(day in days(), n in 1u16..20, m in 0u16..20) {
            let calendar = calendar();
            let there = calendar.add_working_days(day, n).unwrap();
            prop_assert_eq!(calendar.add_working_days(there, m), calendar.add_working_days(day, n + m));
        }

        #[test]
        fn a_deadline_is_never_in_the_past(seconds in 1_735_700_000i64..1_830_000_000, n in 0u16..20) {
            let from = Timestamp::from_second(seconds).unwrap();
            let calendar = calendar();
            if let Ok(end) = calendar.deadline(from, n, time(17, 30, 0, 0)) {
                prop_assert!(end >= from);
                prop_assert!(calendar.is_working_day(china_date(end)).unwrap());
            }
        }
    }
}
