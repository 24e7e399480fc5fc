//! Unusual patterns among the grants of one helper, and among the acts of one assistant: rules over facts handed in. What they find is a question for a
//! supervisor, never a verdict: nothing here stops anybody. The numbers are the region's.
//! A new bank account beside a new device is not among them: there is no bank account in this product yet.

use super::agreement::Agreement;
use super::{Grant, GrantState};
use crate::assist::{Assisted, AssistedAct, Look, Why};
use crate::calendar::china_date;
use crate::ids::{AssistedId, FindingId, GrantId, PersonId, StaffId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// From how many on, within how many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WatchLimits {
    /// Elders of other households that one person helps or asks.
    pub elders: u16,
    /// Requests of one person within `request_days`.
    pub requests: u16,
    pub request_days: u16,
    /// Requests of one person around a yes from a browser that was never seen before.
    pub new_browser_requests: u16,
    /// Days between a change of the phone on record and a yes by phone.
    pub phone_days: u16,
    /// Elders who say that they never agreed to this person.
    pub disputes: u16,
    /// Acts of one assistant that somebody objected to, whose numbers differed, or that were found not right.
    pub assisted_doubts: u16,
    /// People for whom one assistant acts on one day.
    pub assisted_people: u16,
    /// How far back anything is looked at; longer than any timer may be late.
    pub look_back_days: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Pattern {
    ManyElders,
    ManyRequests,
    /// About the elder: her phone on record changed around a yes by phone.
    PhoneChanged,
    /// About the elder: the yes came from a browser that was never hers, and the asker was busy.
    NewBrowser,
    ManyDisputes,
    /// She began to help as many elders as a month allows.
    MonthFull,
    /// Of an assistant: doubts about what she did.
    AssistedDoubts,
    /// Of an assistant: more people on one day than one can stand beside.
    AssistedMany,
}

impl Pattern {
    pub const ALL: [Pattern; 8] = [
        Self::ManyElders,
        Self::ManyRequests,
        Self::PhoneChanged,
        Self::NewBrowser,
        Self::ManyDisputes,
        Self::MonthFull,
        Self::AssistedDoubts,
        Self::AssistedMany,
    ];
    pub fn key(self) -> &'static str {
        match self {
            Self::ManyElders => "many-elders",
            Self::ManyRequests => "many-requests",
            Self::PhoneChanged => "phone-changed",
            Self::NewBrowser => "new-browser",
            Self::ManyDisputes => "many-disputes",
            Self::MonthFull => "month-full",
            Self::AssistedDoubts => "assisted-doubts",
            Self::AssistedMany => "assisted-many",
        }
    }
}

/// What is known about one grant or request of the helper.
#[derive(Debug, Clone)]
pub struct Fact {
    pub grant: Grant,
    /// Shared data know that the two belong together.
    pub one_household: bool,
    /// The yes came from a browser that was not known as hers.
    pub new_browser: bool,
    /// When the elder's phone on record was changed.
    pub phone_changed: Vec<Timestamp>,
    /// She said, within the time looked at, that she never agreed.
    pub disputed: bool,
}

/// One pattern that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub pattern: Pattern,
    /// Of an assistant's acts the newest person.
    pub about: PersonId,
    pub grants: BTreeSet<GrantId>,
    pub assistant: Option<StaffId>,
    pub acts: BTreeSet<AssistedId>,
    /// Elders, requests, disputes, acts or people; days for a changed phone.
    pub count: u16,
}

impl Seen {
    pub fn of_grants(pattern: Pattern, about: PersonId, grants: BTreeSet<GrantId>, count: u16) -> Seen {
        Seen { pattern, about, grants, assistant: None, acts: BTreeSet::new(), count }
    }

    pub fn key(&self) -> String {
        key_of(self.pattern, &self.about, self.assistant.as_ref())
    }
}

/// One pattern of one person, or of one assistant, is one finding, however often it is seen.
fn key_of(pattern: Pattern, about: &PersonId, assistant: Option<&StaffId>) -> String {
    match assistant {
        None => format!("{}|{about}", pattern.key()),
        Some(staff) => format!("{}|staff|{staff}", pattern.key()),
    }
}

/// All facts are of one helper; `month`: how many elders she may begin to help in one. Which day it is matters for how far
/// back one looks and for nothing else, so a timer that runs late sees the same.
pub fn unusual(facts: &[Fact], limits: &WatchLimits, month: u16, now: Timestamp) -> Vec<Seen> {
    let since = before(now, limits.look_back_days);
    let mut seen = Vec::new();
    let Some(helper) = facts.first().map(|f| f.grant.helper.clone()) else { return seen };
    let mut report = |pattern, about: &PersonId, grants: Vec<&Fact>, count: u16, least: u16| {
        if count >= least && !grants.is_empty() {
            let grants = grants.into_iter().map(|f| f.grant.id.clone()).collect();
            seen.push(Seen::of_grants(pattern, about.clone(), grants, count));
        }
    };

    let open = |f: &&Fact| !f.grant.state.over();
    let strangers: Vec<&Fact> = facts.iter().filter(open).filter(|f| !f.one_household).collect();
    report(Pattern::ManyElders, &helper, strangers.clone(), elders(&strangers), limits.elders);

    let mut asked: Vec<&Fact> = facts.iter().filter(|f| f.grant.renews.is_none() && f.grant.asked_at >= since).collect();
    asked.sort_by_key(|f| (f.grant.asked_at, f.grant.id.clone()));
    let busiest = (0..asked.len()).map(|first| within(&asked, first, limits.request_days)).max_by_key(|w| w.len());
    if let Some(busiest) = busiest {
        report(Pattern::ManyRequests, &helper, busiest.to_vec(), count(busiest.len()), limits.requests);
    }

    for fact in facts {
        // Before a clerk nobody borrows a phone.
        let Some(at) = fact.grant.agreement.as_ref().filter(|a| !a.face_to_face()).map(Agreement::at) else { continue };
        if at < since || !fact.grant.state.holds_a_place() {
            continue;
        }
        let apart = fact.phone_changed.iter().map(|changed| days_between(*changed, at)).min();
        if let Some(days) = apart.filter(|days| *days <= limits.phone_days) {
            report(Pattern::PhoneChanged, &fact.grant.elder, vec![fact], days, 0);
        }
        let around = asked.iter().filter(|f| days_between(f.grant.asked_at, at) <= limits.request_days).count();
        if fact.new_browser {
            report(Pattern::NewBrowser, &fact.grant.elder, vec![fact], count(around), limits.new_browser_requests);
        }
    }

    let disputed: Vec<&Fact> = facts.iter().filter(|f| f.disputed || f.grant.state == GrantState::Disputed).collect();
    report(Pattern::ManyDisputes, &helper, disputed.clone(), elders(&disputed), limits.disputes);

    let mut months: BTreeMap<(i16, i8), Vec<&Fact>> = BTreeMap::new();
    for fact in facts.iter().filter(|f| f.grant.renews.is_none()) {
        let Some(at) = fact.grant.agreement.as_ref().map(Agreement::at).filter(|at| *at >= since) else { continue };
        let day = china_date(at);
        months.entry((day.year(), day.month())).or_default().push(fact);
    }
    if let Some(fullest) = months.into_values().max_by_key(|month| elders(month)) {
        report(Pattern::MonthFull, &helper, fullest.clone(), elders(&fullest), month);
    }
    seen
}

/// All acts are of one assistant. A doubt is not yet a fault, and a full day may be market day: a supervisor asks.
pub fn unusual_acts(acts: &[Assisted], limits: &WatchLimits, now: Timestamp) -> Vec<Seen> {
    let since = before(now, limits.look_back_days);
    let mut recent: Vec<&Assisted> = acts.iter().filter(|act| act.at >= since).collect();
    recent.sort_by_key(|act| (act.at, act.id.clone()));
    let mut seen = Vec::new();
    let mut report = |pattern, some: &[&Assisted], count: u16, least: u16| {
        if let Some(newest) = some.last().filter(|_| count >= least) {
            let (about, assistant) = (newest.subject.clone(), Some(newest.assistant.clone()));
            let acts = some.iter().map(|act| act.id.clone()).collect();
            seen.push(Seen { pattern, about, grants: BTreeSet::new(), assistant, acts, count });
        }
    };
    let doubted = |act: &&&Assisted| {
        let look = matches!(act.look, Look::Waiting(Why::Objected | Why::NumbersDiffer) | Look::NotRight { .. });
        look || act.act == AssistedAct::Differ
    };
    let doubts: Vec<&Assisted> = recent.iter().filter(doubted).copied().collect();
    report(Pattern::AssistedDoubts, &doubts, count(doubts.len()), limits.assisted_doubts);

    let mut days: BTreeMap<_, Vec<&Assisted>> = BTreeMap::new();
    for act in &recent {
        days.entry(china_date(act.at)).or_default().push(act);
    }
    let people = |day: &[&Assisted]| count(day.iter().map(|act| &act.subject).collect::<BTreeSet<_>>().len());
    if let Some(fullest) = days.into_values().max_by_key(|day| people(day)) {
        report(Pattern::AssistedMany, &fullest, people(&fullest), limits.assisted_people);
    }
    seen
}

/// Everything asked within so many days from the first one on.
fn within<'a, 'f>(asked: &'a [&'f Fact], first: usize, days: u16) -> &'a [&'f Fact] {
    let rest = asked.get(first..).unwrap_or_default();
    let Some(begin) = rest.first().map(|f| f.grant.asked_at) else { return rest };
    let many = rest.iter().take_while(|f| days_between(begin, f.grant.asked_at) < days).count();
    rest.get(..many).unwrap_or_default()
}

fn elders(facts: &[&Fact]) -> u16 {
    count(facts.iter().map(|f| &f.grant.elder).collect::<BTreeSet<_>>().len())
}

fn count(many: usize) -> u16 {
    u16::try_from(many).unwrap_or(u16::MAX)
}

fn days_between(one: Timestamp, other: Timestamp) -> u16 {
    u16::try_from(one.duration_since(other).abs().as_hours() / 24).unwrap_or(u16::MAX)
}

/// The first instant that is still looked at.
pub fn before(now: Timestamp, days: u16) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MIN)
}

/// How a supervisor looked at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    Fine,
    /// The grants wait until their elders have been asked.
    Pause,
    /// Only written down; it stays on the list.
    Note,
}

impl Verdict {
    pub const ALL: [Verdict; 3] = [Self::Fine, Self::Pause, Self::Note];
    pub fn key(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Pause => "pause",
            Self::Note => "note",
        }
    }
    pub fn from_key(key: &str) -> Option<Verdict> {
        Self::ALL.into_iter().find(|v| v.key() == key)
    }
    /// Why, in her own words: whoever stops something or writes a note says it.
    pub fn needs_words(self) -> bool {
        !matches!(self, Self::Fine)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub at: Timestamp,
    pub by: StaffId,
    pub verdict: Verdict,
    pub words: String,
}

/// What was seen of one person, once, with all that was said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub id: FindingId,
    pub pattern: Pattern,
    pub about: PersonId,
    pub grants: BTreeSet<GrantId>,
    /// Whose acts it is about, when it is about an assistant.
    #[serde(default)]
    pub assistant: Option<StaffId>,
    #[serde(default)]
    pub acts: BTreeSet<AssistedId>,
    pub count: u16,
    /// When it was first seen, or seen anew with further grants.
    pub at: Timestamp,
    /// Waits for a supervisor.
    pub open: bool,
    pub said: Vec<Said>,
    pub version: i64,
}

impl Finding {
    pub fn new(id: FindingId, seen: Seen, now: Timestamp) -> Finding {
        let Seen { pattern, about, grants, assistant, acts, count } = seen;
        Finding { id, pattern, about, grants, assistant, acts, count, at: now, open: true, said: Vec::new(), version: 0 }
    }

    pub fn key(&self) -> String {
        key_of(self.pattern, &self.about, self.assistant.as_ref())
    }

    /// What a supervisor can say about it: what an assistant did holds no grant that could wait.
    pub fn verdicts(&self) -> &'static [Verdict] {
        if self.assistant.is_some() { &[Verdict::Fine, Verdict::Note] } else { &Verdict::ALL }
    }

    /// Whether that says anything new: a grant or an act nobody has judged opens it again, the same once more does not.
    pub fn seen_again(&mut self, seen: &Seen, now: Timestamp) -> bool {
        if seen.grants.is_subset(&self.grants) && seen.acts.is_subset(&self.acts) {
            return false;
        }
        self.grants.extend(seen.grants.iter().cloned());
        self.acts.extend(seen.acts.iter().cloned());
        self.count = seen.count;
        if !self.open {
            (self.open, self.at) = (true, now);
        }
        true
    }

    /// The same pattern of a record that was merged into this one's person.
    pub fn take_in(&mut self, other: Finding) {
        self.grants.extend(other.grants);
        self.acts.extend(other.acts);
        self.count = self.count.max(other.count);
        self.at = self.at.max(other.at);
        self.open |= other.open;
        self.said.extend(other.said);
        self.said.sort_by_key(|said| said.at);
    }

    pub fn judge(&mut self, said: Said) {
        self.open &= said.verdict == Verdict::Note;
        self.said.push(said);
    }
}

#[cfg(test)]
mod tests;
