//! Two records of one person become one: what happens to the grants of both. Nothing stays active without her word,
//! nothing is doubled, nothing is lost: what is over keeps its history under the record that stays.

use super::beyond;
use crate::family::{Grant, GrantState};
use crate::ids::{GrantId, PersonId};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// As it was, under the record that stays.
    Keeps,
    /// Waits for the elder.
    Pauses,
    /// Another one of the same two people says it already, or the two records were each other's helper.
    EndsAsDouble,
    /// There are more helpers, or more elders, than the limit allows.
    EndsWithoutPlace,
}

/// A grant under the record that stays, not yet moved by the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    pub grant: Grant,
    pub fate: Fate,
}

/// `all`: every grant in which one of the two is elder or helper, each once.
pub fn merge_grants(stays: &PersonId, goes: &PersonId, all: &[Grant], helpers_per_elder: u16, elders_per_helper: u16) -> Vec<Merged> {
    let under = |id: &PersonId| if id == goes { stays.clone() } else { id.clone() };
    let moved: Vec<Grant> = all.iter().map(|g| Grant { elder: under(&g.elder), helper: under(&g.helper), ..g.clone() }).collect();
    let doubles = doubles(&moved);
    let places: Vec<&Grant> = moved.iter().filter(|g| g.state.holds_a_place() && !doubles.contains(&g.id)).collect();
    let given: Vec<&Grant> = places.iter().copied().filter(|g| g.elder == *stays).collect();
    let held: Vec<&Grant> = places.iter().copied().filter(|g| g.helper == *stays).collect();
    let mut without = beyond(&given, usize::from(helpers_per_elder), |g| &g.helper);
    without.extend(beyond(&held, usize::from(elders_per_helper), |g| &g.elder));
    let fate = |g: &Grant| match g.state {
        _ if doubles.contains(&g.id) => Fate::EndsAsDouble,
        // What she disputes is cleared up at a counter, limit or not.
        GrantState::Active | GrantState::Paused if without.contains(&g.id) => Fate::EndsWithoutPlace,
        GrantState::Active => Fate::Pauses,
        _ => Fate::Keeps,
    };
    moved.iter().map(|g| Merged { fate: fate(g), grant: g.clone() }).collect()
}

/// Of the same two people one grant and one request stay. A dispute is never covered up by a yes; else what holds is
/// what she was shown last.
fn doubles(moved: &[Grant]) -> BTreeSet<GrantId> {
    let mut best: BTreeMap<(&PersonId, &PersonId, bool), &Grant> = BTreeMap::new();
    let rank = |g: &Grant| (g.state == GrantState::Disputed, g.agreement.as_ref().map(|a| a.at()), g.asked_at, g.id.clone());
    let mut out = BTreeSet::new();
    for grant in moved.iter().filter(|g| !g.state.over()) {
        if grant.elder == grant.helper {
            out.insert(grant.id.clone());
            continue;
        }
        let pair = (&grant.elder, &grant.helper, !grant.state.holds_a_place());
        match best.get(&pair) {
            Some(other) if rank(other) >= rank(grant) => {
                out.insert(grant.id.clone());
            }
            other => {
                out.extend(other.map(|weaker| weaker.id.clone()));
                best.insert(pair, grant);
            }
        }
    }
    out
}
