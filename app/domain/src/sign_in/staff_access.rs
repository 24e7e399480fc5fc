//! Access of staff: how long one supervisor's request for a reset waits for another, and what a password of her own must
//! be. Sees a password only to judge its form.

use super::code_rules::later;
use jiff::{SignedDuration, Timestamp};

/// A request that nobody confirmed is forgotten: weeks later nobody remembers why it was made.
pub const RESET_REQUEST_HOURS: i64 = 24;
const LEAST: usize = 10;
const MOST: usize = 128;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffPasswordError {
    Empty,
    TooShort,
    TooLong,
    DigitsOnly,
    HoldsUserName,
}

impl StaffPasswordError {
    pub const ALL: &'static [Self] = &[Self::Empty, Self::TooShort, Self::TooLong, Self::DigitsOnly, Self::HoldsUserName];

    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "staff-password-empty",
            Self::TooShort => "staff-password-too-short",
            Self::TooLong => "staff-password-too-long",
            Self::DigitsOnly => "staff-password-digits-only",
            Self::HoldsUserName => "staff-password-holds-user-name",
        }
    }
}

/// May a second supervisor still confirm what was asked for then?
pub fn reset_request_stands(asked: Timestamp, now: Timestamp) -> bool {
    now < later(asked, SignedDuration::from_hours(RESET_REQUEST_HOURS))
}

pub fn check_staff_password(user_name: &str, typed: &str) -> Result<(), StaffPasswordError> {
    let length = typed.chars().count();
    match length {
        0 => Err(StaffPasswordError::Empty),
        _ if length < LEAST => Err(StaffPasswordError::TooShort),
        _ if length > MOST => Err(StaffPasswordError::TooLong),
        _ if typed.chars().all(|c| c.is_ascii_digit()) => Err(StaffPasswordError::DigitsOnly),
        _ if typed.to_lowercase().contains(&user_name.to_lowercase()) => Err(StaffPasswordError::HoldsUserName),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_request_for_a_reset_stands_for_a_day() {
        let at = |hour: i64| Timestamp::from_second(1_800_000_000 + hour * 3600).unwrap();
        assert!(reset_request_stands(at(0), at(23)));
        assert!(!reset_request_stands(at(0), at(24)));
    }

    #[test]
    fn a_password_is_long_and_not_what_everybody_would_try_first() {
        let judge = |typed: &str| check_staff_password("cun-01", typed);
        assert_eq!(judge(""), Err(StaffPasswordError::Empty));
        assert_eq!(judge("河边三棵柳树"), Err(StaffPasswordError::TooShort));
        assert_eq!(judge("198001011980"), Err(StaffPasswordError::DigitsOnly));
        assert_eq!(judge("My-CUN-01-password"), Err(StaffPasswordError::HoldsUserName));
        assert_eq!(judge(&"a".repeat(129)), Err(StaffPasswordError::TooLong));
        assert_eq!(judge("河边三棵柳树有只鸟叫"), Ok(()));
        assert_eq!(judge("lamp river 7"), Ok(()));
    }
}
