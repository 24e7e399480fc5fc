//! Limits by network address. Many villagers share one address of their mobile provider, and a hall sends the codes of
//! a whole morning, so halls are listed with larger values. The limit of the whole service only raises an alarm:
//! nobody may lock out a county by asking for codes.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AddressKind {
    Ordinary,
    /// Stands in the configured list of halls and village desks.
    Hall,
}

/// Sign-in tries and codes per quarter of an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressRules {
    pub per_quarter_hour: u32,
    pub hall_per_quarter_hour: u32,
    /// Of the whole service, for the alarm.
    pub alarm_per_quarter_hour: u32,
}

impl Default for AddressRules {
    fn default() -> Self {
        Self { per_quarter_hour: 30, hall_per_quarter_hour: 300, alarm_per_quarter_hour: 3000 }
    }
}

/// This address asked too often; the page names the telephone and the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddressFull;

/// To be logged for the staff on duty; never a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    pub count: u32,
    pub expected_at_most: u32,
}

impl AddressRules {
    /// `count`: how many came from this address within the last quarter of an hour, without the one asking now.
    pub fn admits(&self, kind: AddressKind, count: u32) -> Result<(), AddressFull> {
        let most = match kind {
            AddressKind::Ordinary => self.per_quarter_hour,
            AddressKind::Hall => self.hall_per_quarter_hour,
        };
        if count < most { Ok(()) } else { Err(AddressFull) }
    }

    /// `count`: how many came in total within the last quarter of an hour.
    pub fn alarm(&self, count: u32) -> Option<Alarm> {
        (count >= self.alarm_per_quarter_hour).then_some(Alarm { count, expected_at_most: self.alarm_per_quarter_hour })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hall_may_do_more_than_an_ordinary_address() {
        let rules = AddressRules::default();
        assert_eq!(rules.admits(AddressKind::Ordinary, 29), Ok(()));
        assert_eq!(rules.admits(AddressKind::Ordinary, 30), Err(AddressFull));
        assert_eq!(rules.admits(AddressKind::Hall, 30), Ok(()));
        assert_eq!(rules.admits(AddressKind::Hall, 300), Err(AddressFull));
    }

    #[test]
    fn the_total_raises_an_alarm_and_refuses_nobody() {
        let rules = AddressRules::default();
        assert_eq!(rules.alarm(2999), None);
        assert_eq!(rules.alarm(3000), Some(Alarm { count: 3000, expected_at_most: 3000 }));
        assert_eq!(rules.admits(AddressKind::Ordinary, 0), Ok(()));
    }
}
