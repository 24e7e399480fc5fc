//! The word list, read once: names, hints, groups of words that mean the same thing, and which groups together point where.

use super::sound::{Everyday, Sound, sounds_of};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A name, a hint or a word of a group, and how it sounds.
pub(super) struct Phrase {
    pub(super) sounds: Vec<Sound>,
    /// In how many places it stands as a hint: a word that points everywhere says little.
    pub(super) places: usize,
}

/// Groups that must all be heard, and how much that says, between 0 and 1.
pub(super) struct Rule {
    pub(super) groups: Vec<&'static str>,
    pub(super) weight: f64,
}

#[derive(Default)]
pub(super) struct Words {
    names: HashMap<&'static str, Vec<Phrase>>,
    hints: HashMap<&'static str, Vec<Phrase>>,
    rules: HashMap<&'static str, Vec<Rule>>,
    pub(super) groups: HashMap<&'static str, Vec<Phrase>>,
    pub(super) plain: Vec<Phrase>,
}

impl Words {
    pub(super) fn names(&self, key: &str) -> &[Phrase] {
        self.names.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn hints(&self, key: &str) -> &[Phrase] {
        self.hints.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rules(&self, key: &str) -> &[Rule] {
        self.rules.get(key).map_or(&[], Vec::as_slice)
    }
}

/// What a line of the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Names,
    Hints,
    Group,
    Rules,
}

/// (key, what it is, words) of each line.
pub(super) fn lines() -> impl Iterator<Item = (&'static str, Line, Vec<&'static str>)> {
    include_str!("words.txt").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (key, words) = line.split_once(['=', '~', '<'])?;
        let kind = match (key.strip_prefix('@'), line.as_bytes().get(key.len())) {
            (Some(_), _) => Line::Group,
            (None, Some(b'=')) => Line::Names,
            (None, Some(b'~')) => Line::Hints,
            _ => Line::Rules,
        };
        Some((key.trim_start_matches('@').trim(), kind, words.split_whitespace().collect()))
    })
}

/// `bill+back:80`: how much it says in hundredths; without a number more groups say more.
fn rule(word: &'static str) -> Rule {
    let (groups, weight) = word.split_once(':').unwrap_or((word, ""));
    let groups: Vec<&str> = groups.split('+').collect();
    let usual = match groups.len() {
        1 => 45,
        2 => 75,
        _ => 88,
    };
    Rule { groups, weight: f64::from(weight.parse::<u8>().unwrap_or(usual)) / 100.0 }
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for word in lines().filter(|(_, kind, _)| *kind == Line::Hints).flat_map(|(.., words)| words) {
        *places.entry(word).or_default() += 1;
    }
    for (key, kind, words) in lines() {
        if kind == Line::Rules {
            all.rules.entry(key).or_default().extend(words.into_iter().map(rule));
            continue;
        }
        let phrase = |word| Phrase { sounds: sounds_of(word, &Everyday), places: places.get(word).copied().unwrap_or(1) };
        let mut phrases: Vec<Phrase> = words.into_iter().map(phrase).collect();
        // The longest first: it takes its signs before a shorter one inside it can.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.sounds.len()));
        match (key, kind) {
            ("plain", _) => all.plain = phrases,
            (_, Line::Group) => all.groups.entry(key).or_default().extend(phrases),
            (_, Line::Names) => all.names.entry(key).or_default().extend(phrases),
            _ => all.hints.entry(key).or_default().extend(phrases),
        }
    }
    all
});
