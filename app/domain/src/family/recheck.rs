//! Something about a person has changed: which of her grants need her again. Pausing is not ending: she lets them go on
//! herself, or says so at a counter.

mod merge;

pub use merge::{Fate, Merged, merge_grants};

use super::{Grant, GrantState};
use crate::ids::GrantId;
use std::collections::BTreeSet;

impl Grant {
    /// Nobody but a phone has heard her yes.
    pub fn rests_on_a_phone(&self) -> bool {
        self.agreement.is_some() && !self.she_was_seen()
    }
}

/// The phone that said yes is gone: what rests on it alone waits for her. `given`: grants in which she is the elder.
pub fn after_new_phone(given: &[Grant]) -> BTreeSet<GrantId> {
    given.iter().filter(|g| g.state == GrantState::Active && g.rests_on_a_phone()).map(|g| g.id.clone()).collect()
}

/// She lives in another village of the county: everything holds, up to the limit of today. What is beyond it waits.
pub fn after_move(given: &[Grant], helpers_per_elder: u16) -> BTreeSet<GrantId> {
    let held: Vec<&Grant> = given.iter().filter(|g| g.state.holds_a_place()).collect();
    let beyond = beyond(&held, usize::from(helpers_per_elder), |g| &g.helper);
    held.into_iter().filter(|g| g.state == GrantState::Active && beyond.contains(&g.id)).map(|g| g.id.clone()).collect()
}

/// She is insured elsewhere from now on: nothing can be filed here any more.
pub fn after_leaving(given: &[Grant]) -> BTreeSet<GrantId> {
    given.iter().filter(|g| g.state == GrantState::Active).map(|g| g.id.clone()).collect()
}

/// Of the people on the other side only so many have a place: whom a clerk has heard of from her first, then the oldest yes.
fn beyond<'a, K: Ord + 'a>(held: &[&'a Grant], most: usize, other: impl Fn(&'a Grant) -> &'a K) -> BTreeSet<GrantId> {
    let mut ranked = held.to_vec();
    ranked.sort_by_key(|g| (!g.she_was_seen(), g.agreement.as_ref().map(|a| a.at()), g.id.clone()));
    let mut kept = BTreeSet::new();
    let mut out = BTreeSet::new();
    for grant in ranked {
        let person = other(grant);
        if kept.len() < most || kept.contains(person) {
            kept.insert(person);
        } else {
            out.insert(grant.id.clone());
        }
    }
    out
}

#[cfg(test)]
mod tests;
