//! Field kinds and how what a person typed becomes an answer. Tolerant in what it takes, exact in what it keeps.
//! A field never decides whether a person may apply; it only reads.
//! Long because the kinds are one type and how each is read stands beside the others.

use super::answers::{Answers, NONE, UNSURE};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// GB/T 2260 two-digit codes of the places of care; names are texts (`province-11`).
pub const PROVINCES: &[&str] = &[
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50",
    "51", "52", "53", "54", "61", "62", "63", "64", "65",
];

/// The choice 「列表里没有，自己写」.
pub const OWN: &str = "own";

/// Name of the line in which a place stands that is not in the list.
pub fn own_line(field: &str) -> String {
    format!("{field}-own")
}

/// What a browser sent: names and values as typed.
pub type RawForm = BTreeMap<String, String>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateRule {
    /// From one year ago up to twelve months ahead: a filing may begin late or in advance.
    StartWithinYear,
    /// On or after another date of the same application.
    NotBefore(&'static str),
    /// From tomorrow on, so many days ahead at most: somebody has to come or to wait.
    Ahead { days: i32 },
    /// Today or earlier.
    Past,
    /// Today or earlier, and on or after another date of the same application.
    PastNotBefore(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    Choice(&'static [&'static str]),
    /// One of a list that hangs on an earlier choice; the rows of `table` are that choice's values.
    Among {
        of: &'static str,
        table: &'static [(&'static str, &'static [&'static str])],
    },
    /// Some of several, each in a box `<id>-<option>`; kept with commas between.
    Checks(&'static [&'static str]),
    /// Two-digit province code (GB/T 2260).
    Province,
    /// A city, kept by its name: one of the list of a province, or written into `<id>-own`.
    City {
        /// The field that names the province.
        of: &'static str,
        max: usize,
    },
    /// Free text of one line.
    Line {
        max: usize,
    },
    /// Three boxes: `<id>_year`, `<id>_month`, `<id>_day`.
    Date(DateRule),
    Name,
    Phone,
    /// A sum, kept in 分.
    Money {
        most_fen: u64,
    },
    /// A whole number from one on.
    Count {
        most: u32,
    },
    /// A number that is a name: of an invoice, of an account.
    Digits {
        least: usize,
        most: usize,
    },
    /// 公民身份号码 (GB 11643).
    IdNumber,
}

impl FieldKind {
    /// What can be chosen, as far as the answers say; empty for what is written.
    pub fn options(self, answers: &Answers) -> &'static [&'static str] {
        match self {
            FieldKind::Choice(options) | FieldKind::Checks(options) => options,
            FieldKind::Among { of, table } => {
                let row = answers.get(of).and_then(|chosen| table.iter().find(|(value, _)| *value == chosen));
                row.map(|(_, options)| *options).unwrap_or_default()
            }
            FieldKind::Province => PROVINCES,
            _ => &[],
        }
    }
    /// The field whose answer this one hangs on: another answer there, and this one is none any more.
    pub fn hangs_on(self) -> Option<&'static str> {
        match self {
            FieldKind::Among { of, .. } | FieldKind::City { of, .. } => Some(of),
            _ => None,
        }
    }
    /// Picked from a list, not written.
    pub fn picked(self) -> bool {
        matches!(self, FieldKind::Choice(_) | FieldKind::Among { .. } | FieldKind::Checks(_) | FieldKind::Province)
    }
}

/// Name of the box of one option of a check list.
pub fn check_box(field: &str, option: &str) -> String {
    format!("{field}-{option}")
}

/// A field that must be answered.
pub const fn asked(id: &'static str, kind: FieldKind) -> Field {
    Field { id, kind, required: true, unsure: false }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Name in forms and text keys.
    pub id: &'static str,
    pub kind: FieldKind,
    pub required: bool,
    /// 「不清楚」 is a true answer here.
    pub unsure: bool,
}

/// What is wrong with one field; the page says it in words (`error-<key>`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldProblem {
    Empty,
    NotListed,
    TooLong,
    NotAName,
    NotAPhone,
    DateIncomplete,
    NoSuchDate,
    TooFarAhead,
    TooLongAgo,
    TooSoon,
    InFuture,
    EndBeforeStart,
    /// Picked from the list and written as well.
    TwoAnswers,
    NotASum,
    /// A sum or number beyond what the field can hold, or beyond what was asked for.
    TooMuch,
    NotANumber,
    WrongLength,
    NotAnIdNumber,
}

impl FieldProblem {
    pub const ALL: &'static [FieldProblem] = &[
        Self::Empty,
        Self::NotListed,
        Self::TooLong,
        Self::NotAName,
        Self::NotAPhone,
        Self::DateIncomplete,
        Self::NoSuchDate,
        Self::TooFarAhead,
        Self::TooLongAgo,
        Self::TooSoon,
        Self::InFuture,
        Self::EndBeforeStart,
        Self::TwoAnswers,
        Self::NotASum,
        Self::TooMuch,
        Self::NotANumber,
        Self::WrongLength,
        Self::NotAnIdNumber,
    ];
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-empty",
            Self::NotListed => "error-not-listed",
            Self::TooLong => "error-too-long",
            Self::NotAName => "error-not-a-name",
            Self::NotAPhone => "error-not-a-phone",
            Self::DateIncomplete => "error-date-incomplete",
            Self::NoSuchDate => "error-no-such-date",
            Self::TooFarAhead => "error-too-far-ahead",
            Self::TooLongAgo => "error-too-long-ago",
            Self::TooSoon => "error-too-soon",
            Self::InFuture => "error-in-future",
            Self::EndBeforeStart => "error-end-before-start",
            Self::TwoAnswers => "error-two-answers",
            Self::NotASum => "error-not-a-sum",
            Self::TooMuch => "error-too-much",
            Self::NotANumber => "error-not-a-number",
            Self::WrongLength => "error-wrong-length",
            Self::NotAnIdNumber => "error-not-an-id-number",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub field: &'static str,
    pub problem: FieldProblem,
}

impl Field {
    /// Reads this field for a person with or without a phone: who has none is not asked for one.
    pub fn read_for(&self, form: &RawForm, so_far: &Answers, today: Date, has_phone: bool) -> Result<Option<String>, FieldError> {
        match self.read(form, so_far, today) {
            Err(FieldError { problem: FieldProblem::Empty, .. }) if self.may_be_left_empty(has_phone) => Ok(Some(NONE.to_owned())),
            read => read,
        }
    }

    pub fn may_be_left_empty(&self, has_phone: bool) -> bool {
        !self.required || (self.kind == FieldKind::Phone && !has_phone)
    }

    /// Reads this field from a form. `Ok(None)`: left empty and that is allowed.
    pub fn read(&self, form: &RawForm, so_far: &Answers, today: Date) -> Result<Option<String>, FieldError> {
        let fail = |problem| Err(FieldError { field: self.id, problem });
        if let FieldKind::City { max, .. } = self.kind {
            return self.read_city(max, form, so_far);
        }
        if self.unsure && (form.get(self.id).is_some_and(|v| v == UNSURE) || form.contains_key(&format!("{}-unsure", self.id))) {
            return Ok(Some(UNSURE.to_owned()));
        }
        if let FieldKind::Date(rule) = self.kind {
            return self.read_date(rule, form, so_far, today);
        }
        if let FieldKind::Checks(options) = self.kind {
            let ticked: Vec<&str> = options.iter().copied().filter(|o| form.contains_key(&check_box(self.id, o))).collect();
            return match ticked.is_empty() {
                true if self.required => fail(FieldProblem::Empty),
                true => Ok(None),
                false => Ok(Some(ticked.join(","))),
            };
        }
        let typed = outer_trim(form.get(self.id).map_or("", String::as_str));
        if typed.is_empty() {
            return if self.required { fail(FieldProblem::Empty) } else { Ok(None) };
        }
        match self.kind {
            FieldKind::Choice(_) | FieldKind::Among { .. } | FieldKind::Province => {
                if self.kind.options(so_far).contains(&typed) {
                    Ok(Some(typed.to_owned()))
                } else {
                    fail(FieldProblem::NotListed)
                }
            }
            FieldKind::Line { max } if typed.chars().count() > max => fail(FieldProblem::TooLong),
            FieldKind::Line { .. } => Ok(Some(typed.chars().filter(|c| !c.is_control()).collect())),
            FieldKind::Name => match crate::person::Name::parse(typed) {
                Ok(name) => Ok(Some(name.as_str().to_owned())),
                Err(_) => fail(FieldProblem::NotAName),
            },
            FieldKind::Phone => match crate::person::Phone::parse(typed) {
                Ok(phone) => Ok(Some(phone.plain().to_owned())),
                Err(_) => fail(FieldProblem::NotAPhone),
            },
            FieldKind::Money { most_fen } => match super::money::parse_fen(typed) {
                Some(fen) if fen <= most_fen => Ok(Some(fen.to_string())),
                Some(_) => fail(FieldProblem::TooMuch),
                None => fail(FieldProblem::NotASum),
            },
            FieldKind::Count { most } => match half_width_digits(typed).parse::<u32>() {
                Ok(0) | Err(_) => fail(FieldProblem::NotANumber),
                Ok(count) if count > most => fail(FieldProblem::TooMuch),
                Ok(count) => Ok(Some(count.to_string())),
            },
            FieldKind::Digits { least, most } => {
                let digits: String = half_width_digits(typed).chars().filter(|c| !matches!(c, ' ' | '-' | '\u{3000}')).collect();
                match digits.bytes().all(|b| b.is_ascii_digit()) {
                    false => fail(FieldProblem::NotANumber),
                    true if (least..=most).contains(&digits.len()) => Ok(Some(digits)),
                    true => fail(FieldProblem::WrongLength),
                }
            }
            FieldKind::IdNumber => match crate::person::IdNumber::parse(typed, today) {
                Ok(number) => Ok(Some(number.plain().to_owned())),
                Err(_) => fail(FieldProblem::NotAnIdNumber),
            },
            FieldKind::Date(_) | FieldKind::City { .. } | FieldKind::Checks(_) => fail(FieldProblem::Empty),
        }
    }

    fn read_city(&self, max: usize, form: &RawForm, so_far: &Answers) -> Result<Option<String>, FieldError> {
        let fail = |problem| Err(FieldError { field: self.id, problem });
        let line = |name: &str| outer_trim(form.get(name).map_or("", String::as_str)).to_owned();
        let (picked, written) = (line(self.id), line(&own_line(self.id)));
        let city = match (picked.as_str(), written.as_str()) {
            ("" | OWN, written) => written,
            (picked, "") => picked,
            // What stood in the line before and was left there is not a second answer.
            (picked, written) if so_far.get(self.id) == Some(written) => picked,
            _ => return fail(FieldProblem::TwoAnswers),
        };
        match city {
            "" if self.required => fail(FieldProblem::Empty),
            "" => Ok(None),
            UNSURE if !self.unsure => fail(FieldProblem::NotListed),
            city if city.chars().count() > max => fail(FieldProblem::TooLong),
            city => Ok(Some(city.chars().filter(|c| !c.is_control()).collect())),
        }
    }

    fn read_date(&self, rule: DateRule, form: &RawForm, so_far: &Answers, today: Date) -> Result<Option<String>, FieldError> {
        let fail = |problem| Err(FieldError { field: self.id, problem });
        let part = |name: &str| {
            let raw = form.get(&format!("{}_{name}", self.id)).map_or("", String::as_str);
            half_width_digits(outer_trim(raw))
        };
        let (year, month, day) = (part("year"), part("month"), part("day"));
        if year.is_empty() && month.is_empty() && day.is_empty() {
            return if self.required { fail(FieldProblem::Empty) } else { Ok(None) };
        }
        let (Ok(y), Ok(m), Ok(d)) = (year.parse::<i16>(), month.parse::<i8>(), day.parse::<i8>()) else {
            return fail(FieldProblem::DateIncomplete);
        };
        if !(1900..=2200).contains(&y) {
            return fail(FieldProblem::NoSuchDate);
        }
        let Ok(date) = Date::new(y, m, d) else { return fail(FieldProblem::NoSuchDate) };
        match rule {
            DateRule::StartWithinYear if date > plus_months(today, 12) => fail(FieldProblem::TooFarAhead),
            DateRule::StartWithinYear if date < plus_months(today, -12) => fail(FieldProblem::TooLongAgo),
            DateRule::Ahead { .. } if date <= today => fail(FieldProblem::TooSoon),
            DateRule::Ahead { days } if date > today.saturating_add(jiff::Span::new().days(days)) => fail(FieldProblem::TooFarAhead),
            DateRule::Past | DateRule::PastNotBefore(_) if date > today => fail(FieldProblem::InFuture),
            DateRule::PastNotBefore(other) if so_far.get(other).and_then(|v| v.parse().ok()).is_some_and(|start: Date| date < start) => {
                fail(FieldProblem::EndBeforeStart)
            }
            DateRule::NotBefore(other) => match so_far.get(other).and_then(|v| v.parse::<Date>().ok()) {
                Some(start) if date < start => fail(FieldProblem::EndBeforeStart),
                _ if date > plus_months(today, 24) => fail(FieldProblem::TooFarAhead),
                _ => Ok(Some(date.to_string())),
            },
            _ => Ok(Some(date.to_string())),
        }
    }
}

/// The same day `months` later, or the last day of that month.
pub fn plus_months(date: Date, months: i32) -> Date {
    date.checked_add(jiff::Span::new().months(months)).unwrap_or(date)
}

/// Trims what people leave at the ends of a box. Not `str::trim`: that eats U+202F, which belongs to Mongolian words.
pub fn outer_trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n', '\u{3000}'])
}

/// Full-width digits as typed by a Chinese keyboard.
pub fn half_width_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    const CITY: Field = Field { id: "city", kind: FieldKind::City { of: "province", max: 40 }, required: true, unsure: true };
    const PHONE: Field = Field { id: "phone", kind: FieldKind::Phone, required: true, unsure: false };

    fn read(field: Field, typed: &[(&str, &str)], stored: &str) -> Result<Option<String>, FieldProblem> {
        let form = typed.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let so_far = if stored.is_empty() { Answers::default() } else { Answers::default().with(field.id, stored) };
        field.read(&form, &so_far, jiff::civil::date(2026, 11, 22)).map_err(|e| e.problem)
    }

    #[test]
    fn a_city_is_picked_or_written_and_two_different_answers_are_told() {
        let own = |picked, written, stored| read(CITY, &[("city", picked), ("city-own", written)], stored);
        assert_eq!(own("杭州市", "", "").unwrap().as_deref(), Some("杭州市"));
        assert_eq!(own(OWN, "　云梯市 ", "").unwrap().as_deref(), Some("云梯市"));
        assert_eq!(own("", "云梯市", "").unwrap().as_deref(), Some("云梯市"), "she wrote and ticked nothing");
        assert_eq!(own(UNSURE, "", "").unwrap().as_deref(), Some(UNSURE));
        assert_eq!(own("杭州市", "云梯市", ""), Err(FieldProblem::TwoAnswers));
        assert_eq!(own("杭州市", "云梯市", "云梯市").unwrap().as_deref(), Some("杭州市"), "the old line was only left there");
        assert_eq!(own(OWN, "", ""), Err(FieldProblem::Empty));
        assert_eq!(own("", &"长".repeat(41), ""), Err(FieldProblem::TooLong));
    }

    #[test]
    fn sums_counts_and_numbers_are_kept_exactly_and_told_apart() {
        let one = |kind, typed| read(asked("n", kind), &[("n", typed)], "");
        let money = FieldKind::Money { most_fen: 100_000 };
        assert_eq!(one(money, "８８.5元").unwrap().as_deref(), Some("8850"));
        assert_eq!((one(money, "一百"), one(money, "1000.01")), (Err(FieldProblem::NotASum), Err(FieldProblem::TooMuch)));
        let count = FieldKind::Count { most: 20 };
        assert_eq!(one(count, "３").unwrap().as_deref(), Some("3"));
        assert_eq!((one(count, "0"), one(count, "21")), (Err(FieldProblem::NotANumber), Err(FieldProblem::TooMuch)));
        let digits = FieldKind::Digits { least: 8, most: 10 };
        assert_eq!(one(digits, "0012-3456 78").unwrap().as_deref(), Some("0012345678"), "a leading nought stays");
        assert_eq!((one(digits, "123"), one(digits, "12a45678")), (Err(FieldProblem::WrongLength), Err(FieldProblem::NotANumber)));
        assert_eq!(one(FieldKind::IdNumber, "99010119400101018x").unwrap().as_deref(), Some("99010119400101018X"));
        assert_eq!(one(FieldKind::IdNumber, "990101194001010180"), Err(FieldProblem::NotAnIdNumber));
    }

    #[test]
    fn boxes_are_kept_in_the_order_of_the_list() {
        let field = asked("days", FieldKind::Checks(&["one", "two", "three"]));
        assert_eq!(read(field, &[("days-three", "yes"), ("days-one", "yes")], "").unwrap().as_deref(), Some("one,three"));
        assert_eq!(read(field, &[("days-four", "yes")], ""), Err(FieldProblem::Empty), "only what is on the list");
    }

    #[test]
    fn a_list_that_hangs_on_another_answer_offers_only_that_row() {
        let field = asked("town", FieldKind::Among { of: "land", table: &[("a", &["a1", "a2"]), ("b", &["b1"])] });
        let today = jiff::civil::date(2026, 11, 22);
        let so_far = Answers::default().with("land", "a");
        let form = |value: &str| RawForm::from([("town".to_owned(), value.to_owned())]);
        assert_eq!(field.read(&form("a2"), &so_far, today).unwrap().as_deref(), Some("a2"));
        assert_eq!(field.read(&form("b1"), &so_far, today).unwrap_err().problem, FieldProblem::NotListed);
        assert_eq!(field.read(&form("a2"), &Answers::default(), today).unwrap_err().problem, FieldProblem::NotListed);
    }

    #[test]
    fn a_stay_ends_after_it_began_and_not_tomorrow() {
        let field = asked("left", FieldKind::Date(DateRule::PastNotBefore("came")));
        let today = jiff::civil::date(2026, 11, 22);
        let so_far = Answers::default().with("came", "2026-11-20");
        let day = |d: &str| {
            RawForm::from([("left_year", "2026"), ("left_month", "11"), ("left_day", d)].map(|(k, v)| (k.to_owned(), v.to_owned())))
        };
        assert_eq!(field.read(&day("21"), &so_far, today).unwrap().as_deref(), Some("2026-11-21"));
        assert_eq!(field.read(&day("19"), &so_far, today).unwrap_err().problem, FieldProblem::EndBeforeStart);
        assert_eq!(field.read(&day("23"), &so_far, today).unwrap_err().problem, FieldProblem::InFuture);
    }

    #[test]
    fn a_visit_is_tomorrow_at_the_earliest_and_not_in_a_year() {
        let field = asked("day", FieldKind::Date(DateRule::Ahead { days: 30 }));
        let today = jiff::civil::date(2026, 11, 22);
        let on = |m: &str, d: &str| {
            let form = RawForm::from([("day_year", "2026"), ("day_month", m), ("day_day", d)].map(|(k, v)| (k.to_owned(), v.to_owned())));
            field.read(&form, &Answers::default(), today).map_err(|e| e.problem)
        };
        assert_eq!(on("11", "23").unwrap().as_deref(), Some("2026-11-23"));
        assert_eq!(on("12", "22").unwrap().as_deref(), Some("2026-12-22"));
        assert_eq!((on("11", "22"), on("12", "23")), (Err(FieldProblem::TooSoon), Err(FieldProblem::TooFarAhead)));
    }

    #[test]
    fn who_has_no_phone_is_not_asked_for_one() {
        let empty = RawForm::new();
        let today = jiff::civil::date(2026, 11, 22);
        assert_eq!(PHONE.read_for(&empty, &Answers::default(), today, false).unwrap().as_deref(), Some(NONE));
        assert_eq!(PHONE.read_for(&empty, &Answers::default(), today, true).unwrap_err().problem, FieldProblem::Empty);
        let wrong = RawForm::from([("phone".to_owned(), "12".to_owned())]);
        assert_eq!(PHONE.read_for(&wrong, &Answers::default(), today, false).unwrap_err().problem, FieldProblem::NotAPhone);
    }
}
