//! The number of a case, made to be read aloud over a bad telephone line: digits only (many elders do not know Latin
//! letters), without 0, 1 and 9, grouped, with a check digit. Meaningless; it opens nothing by itself.
//!
//! Left out: 1 (yī sounds like qī, is also read yāo, looks like 7 and l), 9 (jiǔ sounds like liù, looks like a turned 6)
//! and 0 (líng sounds like liù in dialects, looks like O). Seven digits remain, a prime: the check finds every single
//! wrong digit and every swap of neighbours.

use crate::person::typing;
use serde::{Deserialize, Serialize};
use std::fmt;

const DIGITS: [char; 7] = ['2', '3', '4', '5', '6', '7', '8'];
/// Nine drawn digits and one check digit: about forty million numbers.
const LENGTH: usize = 10;
const PREFIX: &str = "YB";

/// Ten digits, stored without prefix and spaces; shown as `YB 347 825 6472`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    #[error("nothing was typed")]
    Empty,
    #[error("letters among the digits")]
    Letters,
    #[error("{got} digits instead of ten")]
    WrongLength { got: usize },
    /// A 0, 1 or 9: we never use them, so it was misheard.
    #[error("a digit that no number of ours has")]
    NotOurDigit,
    #[error("one digit is wrong or two are swapped")]
    WrongCheck,
}

impl ReferenceError {
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "reference-empty",
            Self::Letters => "reference-letters",
            Self::WrongLength { .. } => "reference-wrong-length",
            Self::NotOurDigit => "reference-not-our-digit",
            Self::WrongCheck => "reference-wrong-check",
        }
    }
}

impl Reference {
    /// Makes a number from random bytes. The caller draws again when the number is taken.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        let mut left = u128::from_le_bytes(bytes);
        let mut values = Vec::with_capacity(LENGTH);
        for _ in 1..LENGTH {
            values.push((left % 7) as usize);
            left /= 7;
        }
        let sum = weighted(&values);
        // The last weight times the check digit must bring the sum to 0 modulo 7.
        let check = (0..7).find(|check| (sum + weight(LENGTH - 1) * check).is_multiple_of(7)).unwrap_or(0);
        values.push(check);
        Self(values.into_iter().map(|value| DIGITS[value % 7]).collect())
    }

    /// Reads what a person typed or dictated: spaces, hyphens, full-width, with or without `YB`.
    pub fn parse(typed: &str) -> Result<Self, ReferenceError> {
        let text = typing::squeeze(typed);
        let digits = text.strip_prefix(PREFIX).unwrap_or(&text);
        match typing::digits_only(digits) {
            None => return Err(ReferenceError::Letters),
            Some(0) => return Err(ReferenceError::Empty),
            Some(LENGTH) => {}
            Some(got) => return Err(ReferenceError::WrongLength { got }),
        }
        let values: Option<Vec<usize>> = digits.chars().map(|c| DIGITS.iter().position(|d| *d == c)).collect();
        match values {
            None => Err(ReferenceError::NotOurDigit),
            Some(values) if !weighted(&values).is_multiple_of(7) => Err(ReferenceError::WrongCheck),
            Some(_) => Ok(Self(digits.to_owned())),
        }
    }

    /// Ten digits without anything between, for the store.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// Three groups, for the screen and for reading aloud with a pause between them.
    pub fn groups(&self) -> [&str; 3] {
        [0..3, 3..6, 6..LENGTH].map(|range| self.0.get(range).unwrap_or(""))
    }
}

/// 1 2 3 4 5 6 1 2 3 ...: never 0 modulo 7, and neighbours differ.
fn weight(place: usize) -> usize {
    place % 6 + 1
}

fn weighted(values: &[usize]) -> usize {
    values.iter().enumerate().map(|(place, value)| weight(place) * value).sum()
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second, third] = self.groups();
        write!(f, "{PREFIX} {first} {second} {third}")
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceError;
    fn try_from(stored: String) -> Result<Self, ReferenceError> {
        Self::parse(&stored)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> String {
        reference.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let reference = Reference::from_random([7; 16]);
        let [a, b, c] = reference.groups();
        for typed in [reference.to_string(), format!("yb{a}{b}{c}"), format!("ＹＢ　{a}－{b}－{c}"), format!("{a}，{b}，{c}。")] {
            assert_eq!(Reference::parse(&typed).unwrap(), reference, "{typed}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        assert_eq!(Reference::parse("YB "), Err(ReferenceError::Empty));
        assert_eq!(Reference::parse("YB 22Z"), Err(ReferenceError::Letters));
        assert_eq!(Reference::parse("YB 222"), Err(ReferenceError::WrongLength { got: 3 }));
        assert_eq!(Reference::parse("222 222 2221"), Err(ReferenceError::NotOurDigit));
        assert_eq!(Reference::parse("222 222 2223"), Err(ReferenceError::WrongCheck));
    }

    proptest! {
        #[test]
        fn every_drawn_number_is_read_back(bytes: [u8; 16]) {
            let reference = Reference::from_random(bytes);
            prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference.clone()));
            prop_assert!(!reference.digits().contains(['0', '1', '9']));
        }

        #[test]
        fn one_wrong_digit_is_refused(bytes: [u8; 16], place in 0usize..10, digit in b'0'..=b'9') {
            let mut digits = Reference::from_random(bytes).digits().as_bytes().to_vec();
            prop_assume!(digits[place] != digit);
            digits[place] = digit;
            prop_assert!(Reference::parse(&String::from_utf8(digits).unwrap()).is_err());
        }

        #[test]
        fn two_swapped_neighbours_are_refused(bytes: [u8; 16], place in 0usize..9) {
            let mut digits = Reference::from_random(bytes).digits().as_bytes().to_vec();
            prop_assume!(digits[place] != digits[place + 1]);
            digits.swap(place, place + 1);
            prop_assert_eq!(Reference::parse(&String::from_utf8(digits).unwrap()), Err(ReferenceError::WrongCheck));
        }

        #[test]
        fn any_text_is_answered_without_panic(typed in "\\PC{0,24}") {
            let _ = Reference::parse(&typed);
        }
    }
}
