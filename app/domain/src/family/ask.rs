//! What a helper asks an elder for, read from what she typed. Nothing is taken for granted: no scope, no period, no relation.

use super::grant::Once;
use super::items::Items;
use super::scope::Scope;
use crate::person::{IdNumber, IdNumberError, Name, NameError, Relation};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The elder's name and number.
    pub name: Name,
    pub id_number: IdNumber,
    /// What the elder is to the asker.
    pub relation: Relation,
    pub scopes: BTreeSet<Scope>,
    /// For which services, where she asks to apply or to hand in papers.
    pub items: Items,
    pub period: Period,
}

/// For how long. The region caps it; nothing prolongs a grant but a new yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// One application.
    Once,
    Months(u8),
}

impl Period {
    pub const ONCE: &'static str = "once";

    pub fn once(self) -> Once {
        if self == Self::Once { Once::Open } else { Once::No }
    }

    /// The last day of a grant asked for today; it ends with that day.
    pub fn last_day(self, today: Date, once_days: u16) -> Date {
        match self {
            Self::Once => today.checked_add(i64::from(once_days).days()).unwrap_or(today),
            Self::Months(months) => last_day(today, months),
        }
    }
}

/// As the form sends it.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    pub name: &'a str,
    pub id_number: &'a str,
    pub relation: &'a str,
    pub scopes: &'a [String],
    /// `all`, or services by name.
    pub items: &'a [String],
    pub months: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskProblem {
    Name(NameError),
    IdNumber(IdNumberError),
    Relation,
    Scopes,
    Items,
    Period,
}

impl AskProblem {
    /// The field it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::IdNumber(_) => "id_number",
            Self::Relation => "relation",
            Self::Scopes => "scopes",
            Self::Items => "items",
            Self::Period => "months",
        }
    }
}

impl Ask {
    /// All problems at once: nobody should be sent back five times.
    pub fn read(typed: Typed, periods: &[u8], today: Date) -> Result<Ask, Vec<AskProblem>> {
        let name = Name::parse(typed.name).map_err(AskProblem::Name);
        let id_number = IdNumber::parse(typed.id_number, today).map_err(AskProblem::IdNumber);
        let relation = Relation::from_slug(typed.relation).ok_or(AskProblem::Relation);
        let scopes: Option<BTreeSet<Scope>> = typed.scopes.iter().map(|key| Scope::from_key(key)).collect();
        let scopes = scopes.filter(|chosen| !chosen.is_empty()).ok_or(AskProblem::Scopes);
        // Where she asks for nothing that is done per service there is nothing to choose.
        let per_item = |scopes: &BTreeSet<Scope>| scopes.iter().any(|scope| scope.per_item());
        let items = match &scopes {
            Ok(chosen) if !per_item(chosen) => Ok(Items::All),
            Err(_) if typed.items.is_empty() => Ok(Items::All),
            _ => Items::read(typed.items).ok_or(AskProblem::Items),
        };
        let months = || typed.months.parse().ok().filter(|m| periods.contains(m)).map(Period::Months);
        let period = if typed.months == Period::ONCE { Some(Period::Once) } else { months() };
        let period = period.ok_or(AskProblem::Period);
        match (name, id_number, relation, scopes, items, period) {
            (Ok(name), Ok(id_number), Ok(relation), Ok(scopes), Ok(items), Ok(period)) => {
                Ok(Ask { name, id_number, relation, scopes, items, period })
            }
            (name, id_number, relation, scopes, items, period) => {
                let all = [name.err(), id_number.err(), relation.err(), scopes.err(), items.err(), period.err()];
                Err(all.into_iter().flatten().collect())
            }
        }
    }
}

/// The last day of a grant asked for today; it ends with that day.
pub fn last_day(today: Date, months: u8) -> Date {
    today.checked_add(i64::from(months).months()).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::date;

    fn read(scopes: &[&str], months: &str) -> Result<Ask, Vec<AskProblem>> {
        read_for(scopes, &["all"], months)
    }

    fn read_for(scopes: &[&str], items: &[&str], months: &str) -> Result<Ask, Vec<AskProblem>> {
        let number = IdNumber::compose("990101", date(1952, 3, 7), 2).unwrap();
        let [scopes, items] = [scopes, items].map(|some| some.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        let typed = Typed { name: "王秀兰", id_number: number.plain(), relation: "parent", scopes: &scopes, items: &items, months };
        Ask::read(typed, &[3, 12], date(2026, 11, 22))
    }

    #[test]
    fn only_known_scopes_and_offered_periods_are_read() {
        let ask = read(&["see-cases", "apply"], "3").unwrap();
        assert_eq!(ask.scopes, BTreeSet::from([Scope::SeeCases, Scope::Apply]));
        assert_eq!(read(&[], "3"), Err(vec![AskProblem::Scopes]));
        assert_eq!(read(&["apply"], "once").unwrap().period, Period::Once);
        assert_eq!(read(&["see-cases", "show-code"], "3"), Err(vec![AskProblem::Scopes]), "nothing is built behind it yet");
        assert_eq!(read(&["see-cases", "bank-account"], "3"), Err(vec![AskProblem::Scopes]));
        for months in ["", "24", "0", "256", "-3"] {
            assert_eq!(read(&["apply"], months), Err(vec![AskProblem::Period]), "{months}");
        }
    }

    #[test]
    fn whoever_asks_to_apply_says_for_which_services() {
        let one = Items::Only([crate::catalog::ItemCode::OutOfArea].into());
        assert_eq!(read_for(&["apply"], &["out-of-area"], "3").unwrap().items, one);
        assert_eq!(read_for(&["hand-in-papers"], &["all"], "3").unwrap().items, Items::All);
        assert_eq!(read_for(&["apply"], &[], "3"), Err(vec![AskProblem::Items]), "nothing is taken for granted");
        assert_eq!(read_for(&["apply"], &["somewhere"], "3"), Err(vec![AskProblem::Items]));
        assert_eq!(read_for(&["see-cases"], &[], "3").unwrap().items, Items::All, "looking is not done per service");
    }

    #[test]
    fn a_period_ends_on_a_day_that_exists() {
        assert_eq!(last_day(date(2026, 11, 30), 3), date(2027, 2, 28));
        assert_eq!(last_day(date(2026, 11, 22), 12), date(2027, 11, 22));
    }

    #[test]
    fn an_empty_form_names_every_missing_answer_once() {
        let typed = Typed { name: "", id_number: "", relation: "", scopes: &[], items: &[], months: "" };
        let problems = Ask::read(typed, &[3, 12], date(2026, 11, 22)).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|p| p.field()).collect();
        assert_eq!(fields, ["name", "id_number", "relation", "scopes", "months"]);
    }
}
