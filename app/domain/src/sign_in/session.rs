//! How long a session lives. Ended sessions are the store's matter; this judges time alone.

use super::code_rules::{later, minutes};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// A resident or helper on a device that may be shared.
    Resident,
    /// She ticked 「这是我自己的手机」.
    OwnPhone,
    Staff,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionRules {
    pub resident_idle_minutes: u16,
    pub own_phone_days: u16,
    pub staff_hours: u16,
    pub staff_idle_minutes: u16,
}

impl Default for SessionRules {
    fn default() -> Self {
        Self { resident_idle_minutes: 30, own_phone_days: 30, staff_hours: 8, staff_idle_minutes: 15 }
    }
}

impl SessionRules {
    /// The instant at which the session ends if nothing more happens.
    pub fn ends(&self, kind: SessionKind, created: Timestamp, last_seen: Timestamp) -> Timestamp {
        let hours = |count: u16| SignedDuration::from_hours(i64::from(count));
        match kind {
            SessionKind::Resident => later(last_seen, minutes(self.resident_idle_minutes)),
            SessionKind::OwnPhone => later(created, hours(self.own_phone_days.saturating_mul(24))),
            SessionKind::Staff => later(created, hours(self.staff_hours)).min(later(last_seen, minutes(self.staff_idle_minutes))),
        }
    }

    pub fn alive(&self, kind: SessionKind, created: Timestamp, last_seen: Timestamp, now: Timestamp) -> bool {
        now < self.ends(kind, created, last_seen)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use SessionKind::{OwnPhone, Resident, Staff};

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minute * 60).unwrap()
    }

    #[test]
    fn a_resident_stays_as_long_as_she_is_busy() {
        let rules = SessionRules::default();
        assert!(rules.alive(Resident, at(0), at(600), at(629)));
        assert!(!rules.alive(Resident, at(0), at(600), at(630)));
    }

    #[test]
    fn an_own_phone_is_known_for_thirty_days_however_idle() {
        let rules = SessionRules::default();
        assert!(rules.alive(OwnPhone, at(0), at(0), at(30 * 24 * 60 - 1)));
        assert!(!rules.alive(OwnPhone, at(0), at(30 * 24 * 60 - 1), at(30 * 24 * 60)));
    }

    #[test]
    fn staff_end_after_eight_hours_or_a_quarter_hour_idle() {
        let rules = SessionRules::default();
        assert!(rules.alive(Staff, at(0), at(470), at(479)));
        assert!(!rules.alive(Staff, at(0), at(479), at(480)));
        assert!(!rules.alive(Staff, at(0), at(10), at(25)));
    }
}
