//! A mobile number of the mainland: eleven digits, the first is 1. Landlines cannot receive codes and are not read here.
//! Must never be printed in full: `Debug` is masked.

use super::typing;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Eleven digits starting with 1. Serialises in full: only into stores that are encrypted.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    #[error("nothing was typed")]
    Empty,
    #[error("letters among the digits")]
    Letters,
    /// Starts with 0 or has an area code: no code can be sent there.
    #[error("a landline number")]
    Landline,
    #[error("{got} digits instead of eleven")]
    WrongLength { got: usize },
    #[error("eleven digits that do not start with 1")]
    NotMobile,
}

impl PhoneError {
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "phone-empty",
            Self::Letters => "phone-letters",
            Self::Landline => "phone-landline",
            Self::WrongLength { .. } => "phone-wrong-length",
            Self::NotMobile => "phone-not-mobile",
        }
    }
}

impl Phone {
    /// Reads what a person typed: `+86`, `0086`, `86` in front, spaces, hyphens and full-width digits are fine.
    pub fn parse(typed: &str) -> Result<Self, PhoneError> {
        let text = typing::squeeze(typed);
        let text = text.strip_prefix('+').unwrap_or(&text);
        if text.is_empty() {
            return Err(PhoneError::Empty);
        }
        if typing::digits_only(text).is_none() {
            return Err(PhoneError::Letters);
        }
        let without_country = ["0086", "86"].iter().find_map(|code| text.strip_prefix(code).filter(|rest| rest.len() == 11));
        let digits = without_country.unwrap_or(text);
        match (digits.len(), digits.starts_with('1')) {
            (11, true) => Ok(Self(digits.to_owned())),
            _ if digits.starts_with('0') => Err(PhoneError::Landline),
            (11, false) => Err(PhoneError::NotMobile),
            (got, _) => Err(PhoneError::WrongLength { got }),
        }
    }

    /// The number in full: for lookup keys, encryption and the SMS port; never for a log.
    pub fn plain(&self) -> &str {
        &self.0
    }

    /// `139****1234`.
    pub fn masked(&self) -> String {
        format!("{}****{}", self.0.get(0..3).unwrap_or(""), self.last_four())
    }

    pub fn last_four(&self) -> &str {
        self.0.get(7..).unwrap_or("")
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;
    fn try_from(stored: String) -> Result<Self, PhoneError> {
        Self::parse(&stored)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> String {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        for typed in [
            "13900001234",
            "139 0000 1234",
            "139-0000-1234",
            "+86 139 0000 1234",
            "8613900001234",
            "0086-13900001234",
            "１３９００００１２３４",
            "＋８６１３９００００１２３４",
            "\u{202A}13900001234\u{202C}",
        ] {
            assert_eq!(Phone::parse(typed).unwrap().plain(), "13900001234", "{typed:?}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        assert_eq!(Phone::parse(" "), Err(PhoneError::Empty));
        assert_eq!(Phone::parse("+"), Err(PhoneError::Empty));
        assert_eq!(Phone::parse("1390000123"), Err(PhoneError::WrongLength { got: 10 }));
        assert_eq!(Phone::parse("139000012345"), Err(PhoneError::WrongLength { got: 12 }));
        assert_eq!(Phone::parse("0990-000-0101"), Err(PhoneError::Landline));
        assert_eq!(Phone::parse("23900001234"), Err(PhoneError::NotMobile));
        assert_eq!(Phone::parse("l3900001234"), Err(PhoneError::Letters));
    }

    #[test]
    fn a_phone_is_never_printed_in_full() {
        assert_eq!(format!("{:?}", Phone::parse("13900001234").unwrap()), "Phone(139****1234)");
    }

    proptest! {
        #[test]
        fn any_text_is_answered_without_panic(typed in "\\PC{0,30}") {
            if let Ok(phone) = Phone::parse(&typed) {
                prop_assert_eq!(Phone::parse(phone.plain()), Ok(phone));
            }
        }
    }
}
