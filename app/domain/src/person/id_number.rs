//! The citizen identity number (GB 11643-1999): six digits of area, eight of birth, three of order, one check character.
//! Must never be printed: `Debug` shows the masked form; the full number leaves only through `plain()`.

use super::typing;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Eighteen characters whose birth date exists and whose check character is right.
/// Serialises in full: only into stores that are encrypted.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdNumber(String);

/// What is wrong with a typed identity number, precisely enough to tell the person where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdNumberError {
    #[error("nothing was typed")]
    Empty,
    /// The number of the first-generation card, not issued since 1999.
    #[error("a number of the old kind with fifteen digits")]
    FifteenDigits,
    #[error("{got} characters instead of eighteen")]
    WrongLength { got: usize },
    /// Letters or signs; X is allowed in the last place only.
    #[error("letters among the digits")]
    Letters,
    #[error("the last character does not fit the others")]
    WrongCheckDigit,
    #[error("the birth date does not exist")]
    NoSuchDate,
    #[error("the birth date is in the future")]
    InFuture,
}

impl IdNumberError {
    /// The last part of the text key: `id-number-wrong-check-digit` and so on.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "id-number-empty",
            Self::FifteenDigits => "id-number-fifteen-digits",
            Self::WrongLength { .. } => "id-number-wrong-length",
            Self::Letters => "id-number-letters",
            Self::WrongCheckDigit => "id-number-wrong-check-digit",
            Self::NoSuchDate => "id-number-no-such-date",
            Self::InFuture => "id-number-in-future",
        }
    }
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
/// Nobody alive was born earlier; an earlier year is a slip.
const EARLIEST: Date = date(1880, 1, 1);

/// The check character for the first seventeen digits; nothing if they are not seventeen digits.
pub(crate) fn check_character(first: &str) -> Option<char> {
    if first.len() != 17 {
        return None;
    }
    let mut sum = 0;
    for (c, weight) in first.chars().zip(WEIGHTS) {
        sum += c.to_digit(10)? * weight;
    }
    CHECKS.get((sum % 11) as usize).copied()
}

impl IdNumber {
    /// Reads what a person typed, pasted or dictated. `today` is the date in China.
    pub fn parse(typed: &str, today: Date) -> Result<Self, IdNumberError> {
        let text = typing::squeeze(typed);
        if text.is_empty() {
            return Err(IdNumberError::Empty);
        }
        let count = text.chars().count();
        let letters = text.chars().enumerate().any(|(place, c)| !(c.is_ascii_digit() || (c == 'X' && place + 1 == count && count >= 17)));
        if letters {
            return Err(IdNumberError::Letters);
        }
        match count {
            15 => return Err(IdNumberError::FifteenDigits),
            18 => {}
            got => return Err(IdNumberError::WrongLength { got }),
        }
        let birth = birth_in(&text).filter(|day| *day >= EARLIEST).ok_or(IdNumberError::NoSuchDate)?;
        if birth > today {
            return Err(IdNumberError::InFuture);
        }
        let (first, last) = text.split_at(17);
        if check_character(first).map(String::from).as_deref() != Some(last) {
            return Err(IdNumberError::WrongCheckDigit);
        }
        Ok(Self(text))
    }

    /// Builds a number with its check character, for demo people and tests. Nothing if the parts are out of range.
    pub fn compose(area: &str, birth: Date, order: u16) -> Option<Self> {
        if area.len() != 6 || order > 999 || birth.year() < 1880 {
            return None;
        }
        let first = format!("{area}{:04}{:02}{:02}{order:03}", birth.year(), birth.month(), birth.day());
        let check = check_character(&first)?;
        Some(Self(format!("{first}{check}")))
    }

    /// The number in full. For lookup keys, for encryption and for the person's own eyes on a counter; never for a log.
    pub fn plain(&self) -> &str {
        &self.0
    }

    /// `990101********0019`: enough to recognise one's own number, not enough to use it.
    pub fn masked(&self) -> String {
        format!("{}********{}", self.part(0..6), self.part(14..18))
    }

    pub fn birth(&self) -> Date {
        birth_in(&self.0).unwrap_or(EARLIEST)
    }

    /// First six digits: the county of the first registration (not where she lives now).
    pub fn area(&self) -> &str {
        self.part(0..6)
    }

    pub fn is_male(&self) -> bool {
        self.part(16..17).parse::<u8>().is_ok_and(|order| order % 2 == 1)
    }

    pub fn is_female(&self) -> bool {
        !self.is_male()
    }

    /// Full years on that day; 0 before birth. Who is born on 29 February turns older on 1 March in common years.
    pub fn age_on(&self, day: Date) -> u16 {
        let birth = self.birth();
        let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
        let years = i32::from(day.year()) - i32::from(birth.year()) - i32::from(!had_birthday);
        u16::try_from(years).unwrap_or(0)
    }

    fn part(&self, range: std::ops::Range<usize>) -> &str {
        self.0.get(range).unwrap_or("")
    }
}

fn birth_in(text: &str) -> Option<Date> {
    let year = text.get(6..10)?.parse().ok()?;
    let month = text.get(10..12)?.parse().ok()?;
    let day = text.get(12..14)?.parse().ok()?;
    Date::new(year, month, day).ok()
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdNumber({})", self.masked())
    }
}

impl TryFrom<String> for IdNumber {
    type Error = IdNumberError;
    /// Reads a stored number; the future cannot be judged here.
    fn try_from(stored: String) -> Result<Self, IdNumberError> {
        Self::parse(&stored, Date::MAX)
    }
}

impl From<IdNumber> for String {
    fn from(number: IdNumber) -> String {
        number.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    fn read(typed: &str) -> Result<IdNumber, IdNumberError> {
        IdNumber::parse(typed, TODAY)
    }

    #[test]
    fn the_test_numbers_of_area_99_are_read_however_they_are_typed() {
        for typed in [
            "990101194503070019",
            "990101 19450307 0019",
            "９９０１０１　１９４５０３０７　００１９",
            "990101-19450307-0019",
            "990101，19450307。0019、",
            "\u{202A}990101194503070019\u{FEFF}\n",
        ] {
            assert_eq!(read(typed).unwrap().plain(), "990101194503070019", "{typed:?}");
        }
        for typed in ["99010119400101018X", "99010119400101018x", "99010119400101018ｘ", "99010119400101018Ｘ", "99010119400101018×"] {
            assert_eq!(read(typed).unwrap().plain(), "99010119400101018X", "{typed:?}");
        }
        assert!(read("990102195008150020").unwrap().is_female());
        assert!(read("11010519491231002X").is_ok());
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        assert_eq!(read("  　"), Err(IdNumberError::Empty));
        assert_eq!(read("990101450307001"), Err(IdNumberError::FifteenDigits));
        assert_eq!(read("9901011945030700"), Err(IdNumberError::WrongLength { got: 16 }));
        assert_eq!(read("9901011945030700190"), Err(IdNumberError::WrongLength { got: 19 }));
        assert_eq!(read("99010119450307O019"), Err(IdNumberError::Letters));
        assert_eq!(read("9901X1194503070019"), Err(IdNumberError::Letters));
        assert_eq!(read("王秀兰"), Err(IdNumberError::Letters));
        assert_eq!(read("990101194503070018"), Err(IdNumberError::WrongCheckDigit));
        assert_eq!(read("990101194502300019"), Err(IdNumberError::NoSuchDate));
        assert_eq!(read("990101104503070019"), Err(IdNumberError::NoSuchDate));
        assert_eq!(read("990101202703070019"), Err(IdNumberError::InFuture));
    }

    #[test]
    fn a_number_is_never_printed_in_full() {
        let number = read("990101194503070019").unwrap();
        assert_eq!(number.masked(), "990101********0019");
        assert_eq!(format!("{number:?}"), "IdNumber(990101********0019)");
    }

    #[test]
    fn age_changes_on_the_birthday_and_not_before() {
        let number = read("990101194503070019").unwrap();
        assert_eq!(number.birth(), date(1945, 3, 7));
        assert_eq!((number.age_on(date(2026, 3, 6)), number.age_on(date(2026, 3, 7))), (80, 81));
        assert_eq!(number.age_on(date(1940, 1, 1)), 0);
        assert_eq!(number.area(), "990101");
        assert!(number.is_male());
    }

    #[test]
    fn a_stored_number_comes_back_and_a_broken_one_does_not() {
        let number = read("99010119400101018X").unwrap();
        let stored = serde_json::to_string(&number).unwrap();
        assert_eq!(serde_json::from_str::<IdNumber>(&stored).unwrap(), number);
        assert!(serde_json::from_str::<IdNumber>("\"990101194001010181\"").is_err());
    }

    fn numbers() -> impl Strategy<Value = IdNumber> {
        (1900i16..=2026, 1i8..=10, 1i8..=28, 0u16..1000)
            .prop_map(|(y, m, d, order)| IdNumber::compose("990101", date(y, m, d), order).unwrap())
    }

    proptest! {
        #[test]
        fn any_text_is_answered_without_panic(typed in "\\PC{0,40}") {
            let _ = read(&typed);
        }

        #[test]
        fn a_composed_number_is_read_back(number in numbers()) {
            prop_assert_eq!(read(number.plain()), Ok(number));
        }

        #[test]
        fn one_changed_digit_is_never_accepted(number in numbers(), place in 0usize..17, shift in 1u8..10) {
            let mut typed: Vec<u8> = number.plain().bytes().collect();
            typed[place] = (typed[place] - b'0' + shift) % 10 + b'0';
            prop_assert!(read(&String::from_utf8(typed).unwrap()).is_err());
        }
    }
}
