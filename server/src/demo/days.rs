//! Plausible moments: offices work on working days, people file when they have time. Pure counting on the holiday tables.

use super::scene::Scene;
use domain::calendar::{china_date, china_instant};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};

impl Scene {
    /// The last `count` working days that end on or before `last`, in order of time.
    pub(super) fn working_days(&self, count: usize, last: Date) -> Result<Vec<Date>, String> {
        let mut found = Vec::with_capacity(count);
        let mut day = last;
        while found.len() < count {
            if self.world.calendar.is_working_day(day).map_err(|missing| format!("no holiday table for {}", missing.year))? {
                found.push(day);
            }
            day = day.yesterday().map_err(|e| e.to_string())?;
        }
        found.reverse();
        Ok(found)
    }

    /// Yesterday or earlier, so that every hour of it is past.
    pub(super) fn days_ago(&self, days: u32) -> Date {
        china_date(self.now).checked_sub(i64::from(days.max(1)).days()).unwrap_or(Date::MIN)
    }

    /// Somewhere between seven in the morning and nine in the evening.
    pub(super) fn any_time(&mut self, day: Date) -> Timestamp {
        let (hour, minute, second) = (7 + self.draw.below(14), self.draw.below(60), self.draw.below(60));
        instant(day, hour, minute, second)
    }

    /// In office hours.
    pub(super) fn office_time(&mut self, day: Date) -> Timestamp {
        let (hour, minute, second) = ([9, 10, 11, 14, 15, 16][self.draw.below(6) as usize % 6], self.draw.below(60), self.draw.below(60));
        instant(day, hour, minute, second)
    }
}

fn instant(day: Date, hour: u32, minute: u32, second: u32) -> Timestamp {
    let part = |n: u32| i8::try_from(n).unwrap_or(0);
    china_instant(day, Time::new(part(hour), part(minute), part(second), 0).unwrap_or(Time::midnight()))
}
