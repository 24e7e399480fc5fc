//! The counters of an area as a supervisor reads them: in order, complete, with what is nought. Pure; adds up and compares days.

use super::Figure;
use crate::case::{CaseState, Channel};
use crate::catalog::ItemCode;
use crate::ids::AreaCode;
use crate::review::Tier;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// For how many days a case has been open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    ThreeDays,
    Week,
    HalfMonth,
    Month,
    Longer,
}

impl Age {
    pub const ALL: [Age; 5] = [Age::ThreeDays, Age::Week, Age::HalfMonth, Age::Month, Age::Longer];
    /// Name in text keys.
    pub fn key(self) -> &'static str {
        match self {
            Age::ThreeDays => "3",
            Age::Week => "7",
            Age::HalfMonth => "15",
            Age::Month => "30",
            Age::Longer => "longer",
        }
    }
    pub fn of(submitted: Date, today: Date) -> Age {
        let days = submitted.until(today).map_or(0, |span| span.get_days());
        match days {
            ..=3 => Age::ThreeDays,
            4..=7 => Age::Week,
            8..=15 => Age::HalfMonth,
            16..=30 => Age::Month,
            _ => Age::Longer,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    pub states: Vec<(CaseState, u64)>,
    pub items: Vec<(ItemCode, u64)>,
    /// How often a case of the service came back, in the same order.
    pub returns: Vec<(ItemCode, u64)>,
    pub channels: Vec<(Channel, u64)>,
    pub helped: u64,
    pub alone: u64,
    /// Decided in the promised time, and too late.
    pub kept: u64,
    pub missed: u64,
    /// Open now at the desks of each tier.
    pub tiers: Vec<(Tier, u64)>,
    /// Open now at each desk that has any, the fullest first.
    pub desks: Vec<(AreaCode, u64)>,
    pub ages: Vec<(Age, u64)>,
    /// Not decided although the promised day is over.
    pub late: u64,
}

impl Overview {
    pub fn of(sums: &[(Figure, i64)], today: Date) -> Overview {
        let count = |wanted: &Figure| sums.iter().filter(|(figure, _)| figure == wanted).map(|(_, n)| whole(*n)).sum::<u64>();
        let mut tiers: BTreeMap<Tier, u64> = Tier::ALL.into_iter().map(|tier| (tier, 0)).collect();
        let mut ages: BTreeMap<Age, u64> = Age::ALL.into_iter().map(|age| (age, 0)).collect();
        let (mut desks, mut late) = (Vec::new(), 0);
        for (figure, n) in sums {
            let n = whole(*n);
            match figure {
                Figure::Desk(desk) if n > 0 => {
                    *tiers.entry(desk.tier()).or_default() += n;
                    desks.push((desk.clone(), n));
                }
                Figure::Open(day) => *ages.entry(Age::of(*day, today)).or_default() += n,
                Figure::Due(day) if *day < today => late += n,
                _ => {}
            }
        }
        desks.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
        Overview {
            states: CaseState::ALL.iter().map(|state| (*state, count(&Figure::State(*state)))).collect(),
            items: ItemCode::ALL.into_iter().map(|item| (item, count(&Figure::Item(item)))).collect(),
            returns: ItemCode::ALL.into_iter().map(|item| (item, count(&Figure::Returned(item)))).collect(),
            channels: Channel::ALL.into_iter().map(|channel| (channel, count(&Figure::Channel(channel)))).collect(),
            helped: count(&Figure::Helped(true)),
            alone: count(&Figure::Helped(false)),
            kept: count(&Figure::Promise(true)),
            missed: count(&Figure::Promise(false)),
            tiers: tiers.into_iter().collect(),
            desks,
            ages: ages.into_iter().collect(),
            late,
        }
    }
}

/// Counters that were damaged may be below nought; nobody is shown fewer than none.
fn whole(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}
