//! Children: below sixteen a guardian says yes in their place, before a clerk, with the household book or the birth
//! certificate on the desk. Never with a face check of the child, and never by phone.

use crate::person::IdNumber;
use jiff::ToSpan;
use jiff::civil::Date;

/// The age at which people decide for themselves here; below it the national service binds without a face check.
pub const OF_AGE: u16 = 16;

pub fn is_child(number: &IdNumber, today: Date) -> bool {
    number.age_on(today) < OF_AGE
}

/// The day on which a guardian's yes ends: from then on the young person answers.
pub fn comes_of_age(number: &IdNumber) -> Date {
    number.birth().checked_add(i64::from(OF_AGE).years()).unwrap_or(Date::MAX)
}

/// Who they are to each other, and who the guardian is. Words are the papers of the counter.
pub fn proves_guardian<'a>(shown: impl Iterator<Item = &'a str> + Clone) -> bool {
    let saw = |paper: &str| shown.clone().any(|s| s == paper);
    (saw("household-book") || saw("birth-certificate")) && saw("helper-card")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn sixteen_is_reached_on_the_birthday_also_on_the_leap_day() {
        let number = IdNumber::compose("990101", date(2012, 2, 29), 3).unwrap();
        assert_eq!(comes_of_age(&number), date(2028, 2, 29));
        assert!(is_child(&number, date(2028, 2, 28)) && !is_child(&number, date(2028, 2, 29)));
    }

    #[test]
    fn a_guardian_shows_the_bond_and_who_she_is() {
        let proves = |shown: &[&'static str]| proves_guardian(shown.iter().copied());
        assert!(proves(&["household-book", "helper-card"]) && proves(&["birth-certificate", "helper-card"]));
        for too_little in [&["household-book"][..], &["helper-card"], &["id-card", "helper-card"], &[]] {
            assert!(!proves(too_little), "{too_little:?}");
        }
    }
}
