//! The paper slip: a sign-in for people without a phone. Printed at a counter, valid for days, good once, together with
//! a PIN that she sets herself. The PIN exists here only while it is chosen.

use super::code_rules::later;
use crate::person::{IdNumber, typing};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipRules {
    pub valid_days: u16,
    pub tries: u8,
}

impl Default for SlipRules {
    fn default() -> Self {
        Self { valid_days: 7, tries: 5 }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    pub issued: Timestamp,
    pub wrong: u8,
    pub used: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipVerdict {
    /// Mark as used in the same transaction that opens the session.
    Right,
    /// Raise `wrong` of the slip.
    Wrong {
        left: u8,
    },
    Used,
    Expired,
    TooManyTries,
}

impl SlipRules {
    pub fn expires(&self, issued: Timestamp) -> Timestamp {
        later(issued, SignedDuration::from_hours(i64::from(self.valid_days) * 24))
    }

    /// Judges one try at a slip that was found by its number.
    pub fn judge(&self, now: Timestamp, slip: &Slip, pin_matches: bool) -> SlipVerdict {
        match slip {
            Slip { used: true, .. } => SlipVerdict::Used,
            _ if now >= self.expires(slip.issued) => SlipVerdict::Expired,
            Slip { wrong, .. } if *wrong >= self.tries => SlipVerdict::TooManyTries,
            _ if pin_matches => SlipVerdict::Right,
            Slip { wrong, .. } => SlipVerdict::Wrong { left: self.tries - wrong - 1 },
        }
    }
}

/// What is known when a clerk wants to issue a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlipIssue {
    /// She stands at the counter and her card was checked.
    pub card_checked: bool,
    /// The clerk is the person herself.
    pub own: bool,
    /// Same household, a grant between them, or the clerk's own declaration.
    pub family: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlipRefused {
    #[error("the card was not checked")]
    CardNotChecked,
    #[error("a clerk cannot issue a slip to herself")]
    OwnMatter,
    #[error("a clerk cannot issue a slip to her own family")]
    OwnFamily,
}

impl SlipIssue {
    pub fn allowed(self) -> Result<(), SlipRefused> {
        match self {
            Self { own: true, .. } => Err(SlipRefused::OwnMatter),
            Self { family: true, .. } => Err(SlipRefused::OwnFamily),
            Self { card_checked: false, .. } => Err(SlipRefused::CardNotChecked),
            _ => Ok(()),
        }
    }
}

/// Four to six digits, chosen by the person. Only its hash is ever stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    #[error("nothing was typed")]
    Empty,
    #[error("letters among the digits")]
    Letters,
    #[error("{got} digits instead of four to six")]
    WrongLength { got: usize },
    /// 0000, 1234, 1212: what everybody tries first.
    #[error("too easy to guess")]
    TooSimple,
    /// Part of her birth date or of her card.
    #[error("stands on the card")]
    OnTheCard,
}

impl PinError {
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "pin-empty",
            Self::Letters => "pin-letters",
            Self::WrongLength { .. } => "pin-wrong-length",
            Self::TooSimple => "pin-too-simple",
            Self::OnTheCard => "pin-on-the-card",
        }
    }
}

impl Pin {
    /// Reads a new PIN; `card` is the person's identity number, of which no part may serve as PIN.
    pub fn choose(typed: &str, card: &IdNumber) -> Result<Self, PinError> {
        let pin = Self::read(typed)?;
        if is_simple(&pin.0) {
            return Err(PinError::TooSimple);
        }
        if is_on_card(&pin.0, card) { Err(PinError::OnTheCard) } else { Ok(pin) }
    }

    /// Reads a PIN at sign-in, simple or not.
    pub fn read(typed: &str) -> Result<Self, PinError> {
        let text = typing::squeeze(typed);
        match typing::digits_only(&text) {
            Some(0) => Err(PinError::Empty),
            Some(4..=6) => Ok(Self(text)),
            Some(got) => Err(PinError::WrongLength { got }),
            None => Err(PinError::Letters),
        }
    }

    /// For hashing only.
    pub fn plain(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(******)")
    }
}

/// One step from digit to digit all along (0000, 1234, 8642), or a repeated group (1212, 123123, 5566).
fn is_simple(pin: &str) -> bool {
    let digits: Vec<i16> = pin.bytes().map(|b| i16::from(b) - 48).collect();
    let steps: Vec<i16> = digits.windows(2).map(|pair| (pair[1] - pair[0]).rem_euclid(10)).collect();
    let even = steps.windows(2).all(|pair| pair[0] == pair[1]);
    let repeated =
        (1..=digits.len() / 2).any(|part| digits.len().is_multiple_of(part) && digits.chunks(part).all(|c| c == &digits[..part]));
    let doubled = digits.len() == 4 && digits[0] == digits[1] && digits[2] == digits[3];
    even || repeated || doubled
}

/// Any run of the card's digits (the birth date stands there), or the birthday in a usual short form.
fn is_on_card(pin: &str, card: &IdNumber) -> bool {
    let birth = card.birth();
    let (year, month, day) = (birth.year(), birth.month(), birth.day());
    let forms = [
        format!("{day:02}{month:02}"),
        format!("{day:02}{month:02}{:02}", year % 100),
        format!("{:02}{month}{day}", year % 100),
        format!("{year}{month}{day}"),
        format!("{year}{month}"),
    ];
    card.plain().contains(pin) || forms.iter().any(|form| form == pin)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn card() -> IdNumber {
        IdNumber::parse("990101194503070019", date(2026, 11, 22)).unwrap()
    }
    fn day(n: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + n * 86_400).unwrap()
    }

    #[test]
    fn what_everybody_tries_first_is_no_pin() {
        for simple in ["0000", "1234", "4321", "２４６８", "1212", "123123", "5566", "9012", "55555"] {
            assert_eq!(Pin::choose(simple, &card()), Err(PinError::TooSimple), "{simple}");
        }
        for printed in ["1945", "0307", "450307", "0703", "4537", "0019", "990101"] {
            assert_eq!(Pin::choose(printed, &card()), Err(PinError::OnTheCard), "{printed}");
        }
        assert_eq!(Pin::choose("5 8 2 0", &card()).unwrap().plain(), "5820");
    }

    #[test]
    fn a_pin_has_four_to_six_digits() {
        assert_eq!(Pin::choose("", &card()), Err(PinError::Empty));
        assert_eq!(Pin::choose("582", &card()), Err(PinError::WrongLength { got: 3 }));
        assert_eq!(Pin::choose("5820471", &card()), Err(PinError::WrongLength { got: 7 }));
        assert_eq!(Pin::choose("58a0", &card()), Err(PinError::Letters));
    }

    #[test]
    fn a_slip_is_good_once_for_seven_days_and_five_tries() {
        let (rules, fresh) = (SlipRules::default(), Slip { issued: day(0), wrong: 0, used: false });
        assert_eq!(rules.judge(day(6), &fresh, true), SlipVerdict::Right);
        assert_eq!(rules.judge(day(7), &fresh, true), SlipVerdict::Expired);
        assert_eq!(rules.judge(day(1), &Slip { used: true, ..fresh }, true), SlipVerdict::Used);
        assert_eq!(rules.judge(day(1), &Slip { wrong: 4, ..fresh }, false), SlipVerdict::Wrong { left: 0 });
        assert_eq!(rules.judge(day(1), &Slip { wrong: 5, ..fresh }, true), SlipVerdict::TooManyTries);
    }

    #[test]
    fn no_clerk_issues_a_slip_to_herself_or_her_family() {
        let fine = SlipIssue { card_checked: true, own: false, family: false };
        assert_eq!(fine.allowed(), Ok(()));
        assert_eq!(SlipIssue { own: true, ..fine }.allowed(), Err(SlipRefused::OwnMatter));
        assert_eq!(SlipIssue { family: true, ..fine }.allowed(), Err(SlipRefused::OwnFamily));
        assert_eq!(SlipIssue { card_checked: false, ..fine }.allowed(), Err(SlipRefused::CardNotChecked));
    }

    proptest! {
        #[test]
        fn any_text_is_answered_without_panic(typed in "\\PC{0,12}") {
            let _ = Pin::choose(&typed, &card());
        }
    }
}
