//! The word list, read once.

use super::sound::{Everyday, Sound, sounds_of};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A name or a hint, and how it sounds.
pub(super) struct Phrase {
    pub(super) sounds: Vec<Sound>,
}

#[derive(Default)]
pub(super) struct Words {
    names: HashMap<&'static str, Vec<Phrase>>,
    hints: HashMap<&'static str, Vec<Phrase>>,
    pub(super) plain: Vec<Phrase>,
    pub(super) kin: Vec<Phrase>,
}

impl Words {
    pub(super) fn names(&self, key: &str) -> &[Phrase] {
        self.names.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn hints(&self, key: &str) -> &[Phrase] {
        self.hints.get(key).map_or(&[], Vec::as_slice)
    }
}

/// (key, whether it names, words) of each line.
pub(super) fn lines() -> impl Iterator<Item = (&'static str, bool, Vec<&'static str>)> {
    include_str!("words.txt").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let names = line.contains('=');
        let (key, words) = line.split_once(['=', '~'])?;
        Some((key.trim(), names, words.split_whitespace().collect()))
    })
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    for (key, names, words) in lines() {
        let mut phrases: Vec<Phrase> = words.into_iter().map(|word| Phrase { sounds: sounds_of(word, &Everyday) }).collect();
        // The longest first: it takes its signs before a shorter one inside it can.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.sounds.len()));
        match (key, names) {
            ("plain", _) => all.plain = phrases,
            ("kin", _) => all.kin = phrases,
            (_, true) => all.names.entry(key).or_default().extend(phrases),
            (_, false) => all.hints.entry(key).or_default().extend(phrases),
        }
    }
    all
});
