//! Unusual patterns among the grants of one helper: rules over facts handed in. What they find is a question for a
//! supervisor, never a verdict: nothing here stops anybody. The numbers are the region's.
//! A new bank account beside a new device is not among them: there is no bank account in this product yet.

use super::agreement::Agreement;
use super::{Grant, GrantState};
use crate::ids::{FindingId, GrantId, PersonId, StaffId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
}

impl Pattern {
    pub const ALL: [Pattern; 5] = [Self::ManyElders, Self::ManyRequests, Self::PhoneChanged, Self::NewBrowser, Self::ManyDisputes];
    pub fn key(self) -> &'static str {
        match self {
            Self::ManyElders => "many-elders",
            Self::ManyRequests => "many-requests",
            Self::PhoneChanged => "phone-changed",
            Self::NewBrowser => "new-browser",
            Self::ManyDisputes => "many-disputes",
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
    pub about: PersonId,
    pub grants: BTreeSet<GrantId>,
    /// Elders, requests or disputes; days for a changed phone.
    pub count: u16,
}

/// All facts are of one helper. Which day it is matters for how far back one looks and for nothing else, so a timer that
/// runs late sees the same.
pub fn unusual(facts: &[Fact], limits: &WatchLimits, now: Timestamp) -> Vec<Seen> {
    let since = before(now, limits.look_back_days);
    let mut seen = Vec::new();
    let Some(helper) = facts.first().map(|f| f.grant.helper.clone()) else { return seen };
    let mut report = |pattern, about: &PersonId, grants: Vec<&Fact>, count: u16, least: u16| {
        if count >= least && !grants.is_empty() {
            let grants = grants.into_iter().map(|f| f.grant.id.clone()).collect();
            seen.push(Seen { pattern, about: about.clone(), grants, count });
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
        let Seen { pattern, about, grants, count } = seen;
        Finding { id, pattern, about, grants, count, at: now, open: true, said: Vec::new(), version: 0 }
    }

    /// One pattern of one person is one finding, however often it is seen.
    pub fn key_of(pattern: Pattern, about: &PersonId) -> String {
        format!("{}|{about}", pattern.key())
    }

    pub fn key(&self) -> String {
        Self::key_of(self.pattern, &self.about)
    }

    /// Whether that says anything new: a grant nobody has judged opens it again, the same once more does not.
    pub fn seen_again(&mut self, seen: &Seen, now: Timestamp) -> bool {
        if seen.grants.is_subset(&self.grants) {
            return false;
        }
        self.grants.extend(seen.grants.iter().cloned());
        self.count = seen.count;
        if !self.open {
            (self.open, self.at) = (true, now);
        }
        true
    }

    /// The same pattern of a record that was merged into this one's person.
    pub fn take_in(&mut self, other: Finding) {
        self.grants.extend(other.grants);
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
