//! All that a rated desk learns: how often each level was said. Made so that nobody can be picked out of it: words are counted
//! in groups of several people, and only when they can no longer be changed.

use super::{Level, Rating};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums(BTreeMap<Level, u32>);

impl Sums {
    /// `ratings`: of one desk, oldest first. None while fewer than `least` people have said something; later words join in
    /// groups of `least` people, so that the newest one never shows by itself.
    pub fn of<'a>(ratings: impl IntoIterator<Item = &'a Rating>, least: u16) -> Option<Sums> {
        let (mut sums, mut group, mut people) = (Sums::default(), Vec::new(), BTreeSet::new());
        for rating in ratings {
            group.push(rating.said.level);
            people.insert(&rating.subject);
            if people.len() >= usize::from(least.max(1)) {
                for level in group.drain(..) {
                    *sums.0.entry(level).or_default() += 1;
                }
                people.clear();
            }
        }
        (!sums.0.is_empty()).then_some(sums)
    }

    pub fn count(&self, level: Level) -> u32 {
        self.0.get(&level).copied().unwrap_or_default()
    }

    pub fn all(&self) -> u32 {
        self.0.values().sum()
    }
}
