//! AB角: a clerk is away from one day to another, and a colleague of the same desk stands in. What is kept for her stays hers;
//! whoever stands in acts in his own name, so that four eyes stay four.

use crate::ids::StaffId;
use crate::refusal::Refusal;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    pub from: Date,
    /// The last day of it.
    pub until: Date,
    /// None: nobody stands in, and where the desk is empty the neighbour takes what comes.
    pub stand_in: Option<StaffId>,
    /// She herself, or a supervisor for somebody who fell ill.
    pub set_by: StaffId,
}

impl Absence {
    pub fn new(from: Date, until: Date, stand_in: Option<StaffId>, set_by: StaffId, today: Date) -> Result<Absence, Refusal> {
        let latest = today.saturating_add(1.year());
        if from < today || until < from || until > latest {
            return Err(Refusal::AwayDays);
        }
        Ok(Absence { from, until, stand_in, set_by })
    }

    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    pub fn over(&self, today: Date) -> bool {
        self.until < today
    }

    pub fn meets(&self, other: &Absence) -> bool {
        self.from <= other.until && other.from <= self.until
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::date;

    fn absence(from: Date, until: Date) -> Result<Absence, Refusal> {
        Absence::new(from, until, None, StaffId::new("v"), date(2026, 3, 2))
    }

    #[test]
    fn both_days_belong_to_it_and_the_day_after_she_is_back() {
        let away = absence(date(2026, 3, 2), date(2026, 3, 4)).unwrap();
        assert!(away.covers(date(2026, 3, 2)) && away.covers(date(2026, 3, 4)));
        assert!(!away.covers(date(2026, 3, 1)) && !away.covers(date(2026, 3, 5)) && away.over(date(2026, 3, 5)));
    }

    #[test]
    fn it_begins_today_at_the_earliest_and_ends_within_a_year() {
        assert_eq!(absence(date(2026, 3, 1), date(2026, 3, 4)), Err(Refusal::AwayDays));
        assert_eq!(absence(date(2026, 3, 4), date(2026, 3, 3)), Err(Refusal::AwayDays));
        assert_eq!(absence(date(2026, 3, 4), date(2027, 3, 3)), Err(Refusal::AwayDays));
        assert!(absence(date(2026, 3, 4), date(2026, 3, 4)).is_ok());
    }

    #[test]
    fn two_absences_meet_when_they_share_a_day() {
        let of = |from, until| absence(date(2026, 3, from), date(2026, 3, until)).unwrap();
        assert!(of(2, 4).meets(&of(4, 9)) && of(4, 9).meets(&of(2, 4)) && of(2, 9).meets(&of(4, 5)));
        assert!(!of(2, 4).meets(&of(5, 9)));
    }
}
