//! The time in China, fixed UTC+8, and dates in parts so that the words stay in the language files.
//! Must never read a clock or a zone of the machine.

use jiff::civil::{Date, DateTime, Time, time};
use jiff::{Timestamp, tz::Offset};
use serde::{Deserialize, Serialize};

const CHINA: Offset = Offset::constant(8);

pub fn china_datetime(instant: Timestamp) -> DateTime {
    CHINA.to_datetime(instant)
}

pub fn china_date(instant: Timestamp) -> Date {
    china_datetime(instant).date()
}

/// The instant of a wall clock in China; days beyond all calendars stop at the end of time.
pub fn china_instant(day: Date, clock: Time) -> Timestamp {
    CHINA.to_timestamp(day.to_datetime(clock)).unwrap_or(if day.year() < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// A safe instant for "that day", far from both midnights.
pub fn china_noon(day: Date) -> Timestamp {
    china_instant(day, time(12, 0, 0, 0))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    pub const ALL: [Self; 7] = [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// Text key: `weekday-sunday`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Monday => "weekday-monday",
            Self::Tuesday => "weekday-tuesday",
            Self::Wednesday => "weekday-wednesday",
            Self::Thursday => "weekday-thursday",
            Self::Friday => "weekday-friday",
            Self::Saturday => "weekday-saturday",
            Self::Sunday => "weekday-sunday",
        }
    }
}

impl From<jiff::civil::Weekday> for Weekday {
    fn from(day: jiff::civil::Weekday) -> Self {
        Self::ALL[usize::from(day.to_monday_zero_offset().unsigned_abs() % 7)]
    }
}

/// What `date-long` needs: 「2026年11月22日 星期日」.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateParts {
    pub year: i16,
    pub month: i8,
    pub day: i8,
    pub weekday: Weekday,
}

pub fn date_parts(day: Date) -> DateParts {
    DateParts { year: day.year(), month: day.month(), day: day.day(), weekday: day.weekday().into() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_changes_at_midnight_in_china() {
        let before: Timestamp = "2026-11-21T15:59:59Z".parse().unwrap();
        let after: Timestamp = "2026-11-21T16:00:00Z".parse().unwrap();
        assert_eq!((china_date(before), china_date(after)), (date(2026, 11, 21), date(2026, 11, 22)));
        assert_eq!(china_noon(date(2026, 11, 22)).to_string(), "2026-11-22T04:00:00Z");
    }

    #[test]
    fn a_date_comes_in_parts_with_its_weekday() {
        let parts = date_parts(date(2026, 11, 22));
        assert_eq!((parts.year, parts.month, parts.day, parts.weekday), (2026, 11, 22, Weekday::Sunday));
        assert_eq!(date_parts(date(2026, 11, 23)).weekday.key(), "weekday-monday");
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        for day in [Date::MIN, Date::MAX] {
            let _ = china_date(china_noon(day));
        }
    }
}
