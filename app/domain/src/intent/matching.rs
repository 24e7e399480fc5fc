//! How well words fit a place: names, hints and groups of words are looked for in what was heard; each that is found is evidence.

use super::both;
use super::sound::{Sound, Sounds, fit, fit_within, sounds_of};
use super::words::{Phrase, Rule, WORDS};
use std::collections::HashMap;
use std::ops::Range;

pub(super) struct Heard {
    sounds: Vec<Sound>,
}

/// A word that was found: where, and how surely it is this one.
pub(super) struct Found {
    place: Range<usize>,
    sure: f64,
    cost: f64,
}

/// What was found of each group.
pub(super) type Groups = HashMap<&'static str, Vec<Found>>;

/// Words around a wish that say nothing of it; taken off both ends.
const CARRIERS: [&str; 39] = [
    "我想要",
    "我想",
    "我要",
    "想要",
    "帮我",
    "给我",
    "麻烦",
    "那个",
    "这个",
    "就是",
    "怎么办理",
    "怎么办",
    "怎么弄",
    "怎么",
    "在哪里",
    "在哪",
    "一下",
    "能不能",
    "可以",
    "你好",
    "您好",
    "办理",
    "办",
    "要",
    "想",
    "我",
    "请",
    "吧",
    "呢",
    "啊",
    "嘛",
    "呀",
    "嗯",
    "呃",
    "哎",
    "哦",
    "吗",
    "了",
    "的",
];

impl Heard {
    /// Nothing for silence and for speeches.
    pub(super) fn read(text: &str, more: &dyn Sounds, longest: usize) -> Option<Heard> {
        if text.chars().count() > longest * 4 {
            return None;
        }
        let sounds = sounds_of(text, more);
        (!sounds.is_empty() && sounds.len() <= longest).then_some(Heard { sounds })
    }

    pub(super) fn sounds(&self) -> &[Sound] {
        &self.sounds
    }

    /// What is left without the words around it.
    fn core(&self) -> &[Sound] {
        let mut core = self.sounds.as_slice();
        loop {
            let text: String = core.iter().map(|sound| sound.sign).collect();
            let head = CARRIERS.iter().find(|carrier| text.starts_with(**carrier)).map_or(0, |carrier| carrier.chars().count());
            let tail = CARRIERS.iter().find(|carrier| text.ends_with(**carrier)).map_or(0, |carrier| carrier.chars().count());
            if head + tail == 0 || head + tail >= core.len() {
                return core;
            }
            core = core.get(head..core.len() - tail).unwrap_or_default();
        }
    }

    pub(super) fn is_one_of(&self, phrases: &[Phrase]) -> bool {
        let same = |heard: &[Sound], phrase: &Phrase| heard.len() == phrase.sounds.len() && fit(&phrase.sounds, heard).0 == 0.0;
        phrases.iter().any(|phrase| same(&self.sounds, phrase) || same(self.core(), phrase))
    }

    /// The evidence of all names and hints that are found, none of them twice over the same signs.
    pub(super) fn score(&self, names: &[Phrase], hints: &[Phrase]) -> f64 {
        let core = self.core();
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut score = 0.0;
        for (phrase, name) in names.iter().map(|name| (name, true)).chain(hints.iter().map(|hint| (hint, false))) {
            match self.find(phrase) {
                Some(found) if taken.iter().all(|other| apart(other, &found.place)) => {
                    let whole = name && phrase.sounds.len() == core.len() && fit(&phrase.sounds, core).0 <= found.cost;
                    score = both(score, weight(phrase, name, whole) * found.sure);
                    taken.push(found.place);
                }
                // The same signs again say nothing new.
                Some(_) => {}
                None if name => score = both(score, part_of(core, &phrase.sounds) * (1.0 - score)),
                None => {}
            }
        }
        score
    }

    /// Every word of every group that is there.
    pub(super) fn groups(&self) -> Groups {
        let group = |words: &[Phrase]| words.iter().filter_map(|word| self.find(word)).collect();
        WORDS.groups.iter().map(|(name, words)| (*name, group(words))).collect()
    }

    /// Somebody is helped: 帮 or 给 stands right before her, 替 or 代 anywhere.
    pub(super) fn on_behalf(&self, whom: &[Found]) -> bool {
        let says = |from: usize, found: &Found, signs: [char; 2]| {
            self.sounds.get(from..found.place.start).is_some_and(|before| before.iter().any(|sound| signs.contains(&sound.sign)))
        };
        whom.iter().any(|found| says(found.place.start.saturating_sub(3), found, ['帮', '给']) || says(0, found, ['替', '代']))
    }

    /// How surely any of a group's words was heard.
    pub(super) fn surely(found: &[Found]) -> f64 {
        found.iter().map(|found| found.sure).fold(0.0, f64::max)
    }

    /// The best of the rules: all of its groups are there, each over signs of its own.
    pub(super) fn rules(rules: &[Rule], groups: &Groups) -> f64 {
        let score = |rule: &Rule| rule.weight * together(&rule.groups, groups, &mut Vec::new());
        rules.iter().map(score).fold(0.0, f64::max)
    }

    fn find(&self, phrase: &Phrase) -> Option<Found> {
        let (cost, place) = fit_within(&phrase.sounds, &self.sounds, bearable(phrase.sounds.len()))?;
        let sure = quality(&phrase.sounds, cost, self.sounds.get(place.clone()).unwrap_or_default());
        Some(Found { place, sure, cost })
    }
}

/// How sure the least sure of these groups is, when none lies over another.
fn together(names: &[&str], groups: &Groups, taken: &mut Vec<Range<usize>>) -> f64 {
    let Some((first, rest)) = names.split_first() else { return 1.0 };
    let mut best = 0.0_f64;
    for found in groups.get(first).map_or(&[][..], Vec::as_slice) {
        if found.sure > best && taken.iter().all(|other| apart(other, &found.place)) {
            taken.push(found.place.clone());
            best = best.max(found.sure.min(together(rest, groups, taken)));
            taken.pop();
        }
    }
    best
}

fn apart(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start || b.end <= a.start
}

/// How much a phrase of this length says when it is found.
fn weight(phrase: &Phrase, name: bool, whole: bool) -> f64 {
    let small = |number: usize| f64::from(u8::try_from(number).unwrap_or(u8::MAX));
    let length = small(phrase.sounds.len());
    match (name, whole) {
        (_, true) => 0.98,
        // A single sign is part of many other words.
        (true, _) if phrase.sounds.len() > 1 => (0.5 + 0.1 * length).min(0.95),
        _ => (0.25 + 0.07 * length).min(0.6) / small(phrase.places).sqrt(),
    }
}

/// How different from a word of this length a sound may be. Short words bear less.
fn bearable(length: usize) -> f64 {
    match length {
        1 => 0.0,
        2 => 0.35,
        3 => 0.45,
        4 => 0.75,
        long => 0.25 * f64::from(u8::try_from(long).unwrap_or(u8::MAX)),
    }
}

/// 1 for the same word. One of which no sign is the same is less sure: a recogniser may have written it so, or another word was meant.
fn quality(phrase: &[Sound], cost: f64, heard: &[Sound]) -> f64 {
    let length = f64::from(u8::try_from(phrase.len()).unwrap_or(u8::MAX));
    let none_same = !phrase.iter().any(|sound| heard.iter().any(|other| other.sign == sound.sign));
    match phrase.len() {
        1 if none_same => 0.4,
        1 => 0.8,
        2 if none_same => 0.75 * (1.0 - cost / length),
        _ => 1.0 - cost / length,
    }
}

/// Somebody who types the beginning of a name means the name.
fn part_of(core: &[Sound], name: &[Sound]) -> f64 {
    let long_enough = core.len() >= 2 && core.len() < name.len();
    if long_enough && fit_within(core, name, 0.0).is_some() { 0.4 } else { 0.0 }
}
