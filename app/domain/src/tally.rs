//! What the supervisor's view counts, as a pure rule: a case counts under these keys, and a change of a case moves exactly
//! the keys in which it differs. So the counters never have to be counted anew, and can be at any time.
//! Knows no person: a counter is an area, a month and a word.

mod overview;

pub use overview::{Age, Overview};

use crate::calendar::china_date;
use crate::case::{Case, CaseAct, CaseState, Channel};
use crate::catalog::ItemCode;
use crate::ids::AreaCode;
use crate::ledger::By;
use crate::review::Tier;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One thing that is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Cases by where they stand.
    State(CaseState),
    Item(ItemCode),
    /// Through which door they came.
    Channel(Channel),
    /// Whether somebody of the family, or a bystander, filed for her.
    Helped(bool),
    /// Decided, and whether in the promised time.
    Promise(bool),
    /// Given back for something missing; one case may come back more than once.
    Returned(ItemCode),
    /// Open now, by the desk where the case lies.
    Desk(AreaCode),
    /// Open now, by the day of submission: how old a case is follows from it and is never stored.
    Open(Date),
    /// Not decided yet, by the promised day: what is late follows from it.
    Due(Date),
}

impl Figure {
    /// Stable names in the database, one per variant.
    pub const KINDS: [&str; 9] = ["state", "item", "channel", "helped", "promise", "returned", NOW[0], NOW[1], NOW[2]];
    /// What is about this moment and not about a period.
    pub const OF_NOW: [&str; 3] = NOW;

    pub fn kind(&self) -> &'static str {
        match self {
            Figure::State(_) => "state",
            Figure::Item(_) => "item",
            Figure::Channel(_) => "channel",
            Figure::Helped(_) => "helped",
            Figure::Promise(_) => "promise",
            Figure::Returned(_) => "returned",
            Figure::Desk(_) => NOW[0],
            Figure::Open(_) => NOW[1],
            Figure::Due(_) => NOW[2],
        }
    }
    /// What of its kind.
    pub fn what(&self) -> String {
        match self {
            Figure::State(state) => state.key().to_owned(),
            Figure::Item(item) | Figure::Returned(item) => item.slug().to_owned(),
            Figure::Channel(channel) => channel.key().to_owned(),
            Figure::Helped(yes) | Figure::Promise(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Figure::Desk(desk) => desk.as_str().to_owned(),
            Figure::Open(day) | Figure::Due(day) => day.to_string(),
        }
    }
    pub fn from_key(kind: &str, what: &str) -> Option<Figure> {
        let yes = || match what {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        Some(match kind {
            "state" => Figure::State(CaseState::from_key(what)?),
            "item" => Figure::Item(ItemCode::from_slug(what)?),
            "channel" => Figure::Channel(Channel::from_key(what)?),
            "helped" => Figure::Helped(yes()?),
            "promise" => Figure::Promise(yes()?),
            "returned" => Figure::Returned(ItemCode::from_slug(what)?),
            "desk" => Figure::Desk(AreaCode::new(what)),
            "open" => Figure::Open(what.parse().ok()?),
            "due" => Figure::Due(what.parse().ok()?),
            _ => return None,
        })
    }
    pub fn of_now(&self) -> bool {
        NOW.contains(&self.kind())
    }
}

const NOW: [&str; 3] = ["desk", "open", "due"];

/// Where a counter stands. Counters are always written in this order, so that two writers never wait for each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub figure: Figure,
    /// The first day of the month in which it happened: submitted, decided, given back.
    pub month: Date,
    /// The township of whom it is about: the smallest area that has a supervisor.
    pub area: AreaCode,
}

/// Counters, or how they change. What is nought is not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tallies(BTreeMap<Key, i64>);

impl Tallies {
    /// A case was born, moved, or is no more.
    pub fn change(&mut self, before: Option<&Case>, after: Option<&Case>) {
        for (case, n) in [(before, -1), (after, 1)] {
            for key in case.map(counted).unwrap_or_default() {
                self.add(key, n);
            }
        }
    }

    pub fn add(&mut self, key: Key, n: i64) {
        let now = self.get(&key) + n;
        if now == 0 {
            self.0.remove(&key);
        } else {
            self.0.insert(key, now);
        }
    }

    /// In the order in which they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, i64)> {
        self.0.iter().map(|(key, n)| (key, *n))
    }

    pub fn get(&self, key: &Key) -> i64 {
        self.0.get(key).copied().unwrap_or(0)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the other counters differ: what would have to be added to make them the same.
    pub fn missing_from(&self, other: &Tallies) -> Tallies {
        let mut missing = self.clone();
        for (key, n) in other.iter() {
            missing.add(key.clone(), -n);
        }
        missing
    }

    /// Summed up over an area, and over the months of a period where a figure has one.
    pub fn within(&self, area: &AreaCode, from: Date, to: Date) -> Vec<(Figure, i64)> {
        let mut sums: BTreeMap<Figure, i64> = BTreeMap::new();
        for (key, n) in self.iter() {
            if area.contains(&key.area) && (key.figure.of_now() || (from <= key.month && key.month <= to)) {
                *sums.entry(key.figure.clone()).or_default() += n;
            }
        }
        sums.into_iter().collect()
    }
}

/// Every key under which a case counts one.
pub fn counted(case: &Case) -> Vec<Key> {
    let area = case.village.at(Tier::Township);
    let submitted = china_date(case.submitted_at);
    let mut keys = Vec::with_capacity(8);
    let mut count = |figure: Figure, day: Date| keys.push(Key { figure, month: day.first_of_month(), area: area.clone() });
    count(Figure::State(case.state), submitted);
    count(Figure::Item(case.item), submitted);
    count(Figure::Channel(case.filed_by.channel), submitted);
    count(Figure::Helped(matches!(case.filed_by.by, By::Helper { .. } | By::Bystander(_))), submitted);
    for back in &case.returns {
        count(Figure::Returned(case.item), china_date(back.at));
    }
    let decided = decided_at(case).map(china_date);
    if let Some(day) = decided {
        count(Figure::Promise(day <= case.promised), day);
    }
    if case.state.tier().is_some() {
        count(Figure::Desk(case.desk.clone()), submitted);
    }
    if open(case.state) {
        count(Figure::Open(submitted), submitted);
    }
    if decided.is_none() && !case.state.closed() {
        count(Figure::Due(case.promised), submitted);
    }
    keys
}

/// Somebody still has something to do with it: she or a desk.
fn open(state: CaseState) -> bool {
    !state.closed() && state != CaseState::InForce
}

/// When she first had her answer. What is or was in force without a yes of the county was decided with the submission.
fn decided_at(case: &Case) -> Option<Timestamp> {
    let answer = case.events.iter().find(|e| matches!(e.act, CaseAct::Approve | CaseAct::Finish | CaseAct::Refuse)).map(|e| e.at);
    let at_once = case.state.in_force() || case.state == CaseState::Revoked;
    answer.or(at_once.then_some(case.submitted_at))
}

#[cfg(test)]
mod tests;
