//! What of the queue a clerk wants to see: one service, or what is special. It travels in the address of her pages, so that
//! 「下一件」 stays inside it and a colleague's screen shows everything again. Holds nothing of anybody.

use super::WORK;
use crate::ports::{CaseRow, Sought};
use domain::case::CaseState;
use domain::catalog::ItemCode;
use jiff::civil::Date;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    All,
    /// This desk's time is over.
    Late,
    Sampled,
    ToConfirm,
}

impl Only {
    pub const ALL: [Self; 4] = [Self::All, Self::Late, Self::Sampled, Self::ToConfirm];

    pub fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Late => "late",
            Self::Sampled => "sampled",
            Self::ToConfirm => "to-confirm",
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QueueFilter {
    pub item: Option<ItemCode>,
    pub only: Only,
}

impl QueueFilter {
    /// From an address or a form; what is unknown there narrows nothing.
    pub fn read(item: &str, only: &str) -> Self {
        let only = Only::ALL.into_iter().find(|one| one.key() == only).unwrap_or_default();
        Self { item: ItemCode::from_slug(item), only }
    }

    pub fn narrows(self) -> bool {
        self != Self::default()
    }

    /// Name and value of what is not the default.
    pub fn pairs(self) -> Vec<(&'static str, &'static str)> {
        let only = (self.only != Only::All).then(|| ("only", self.only.key()));
        self.item.map(|item| ("item", item.slug())).into_iter().chain(only).collect()
    }

    /// A path of ours with the filter behind it; `more` comes first.
    pub fn at(self, path: &str, more: &[(&str, &str)]) -> String {
        let pairs: Vec<String> = more.iter().copied().chain(self.pairs()).map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    pub fn sought(self, today: Date) -> Sought<'static> {
        let states: &'static [CaseState] = match self.only {
            Only::All | Only::Late => WORK,
            Only::Sampled => &[CaseState::InForceSampled],
            Only::ToConfirm => &[CaseState::InForceToConfirm],
        };
        Sought { states, item: self.item, due_before: (self.only == Only::Late).then_some(today) }
    }

    pub fn fits(self, row: &CaseRow, today: Date) -> bool {
        let Sought { states, item, due_before } = self.sought(today);
        states.contains(&row.state) && item.is_none_or(|item| item == row.item) && due_before.is_none_or(|day| row.step_due < day)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_filter_comes_back_from_its_own_address() {
        for only in Only::ALL {
            for item in [None, Some(ItemCode::Chronic)] {
                let filter = QueueFilter { item, only };
                let find = |name: &str| filter.pairs().iter().find(|(n, _)| *n == name).map_or("", |(_, value)| *value);
                assert_eq!(QueueFilter::read(find("item"), find("only")), filter);
            }
        }
        assert_eq!(QueueFilter::read("nonsense", "anything"), QueueFilter::default());
    }

    #[test]
    fn an_address_names_only_what_narrows() {
        let filter = QueueFilter::read("chronic", "late");
        assert_eq!(filter.at("/staff", &[]), "/staff?item=chronic&only=late");
        assert_eq!(filter.at("/staff", &[("do", "return")]), "/staff?do=return&item=chronic&only=late");
        assert_eq!(QueueFilter::default().at("/staff", &[]), "/staff");
    }
}
