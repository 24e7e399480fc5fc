//! How well words fit a name: names and hints are looked for in what was heard, and each that is found is evidence.

use super::both;
use super::sound::{Sound, Sounds, fit, sounds_of};
use super::words::Phrase;
use std::ops::Range;

pub(super) struct Heard {
    sounds: Vec<Sound>,
}

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
            let (cost, place) = fit(&phrase.sounds, &self.sounds);
            let found = quality(&phrase.sounds, cost, self.sounds.get(place.clone()).unwrap_or_default());
            if found > 0.0 {
                let free = taken.iter().all(|other| place.end <= other.start || other.end <= place.start);
                if free {
                    let whole = name && phrase.sounds.len() == core.len() && fit(&phrase.sounds, core).0 <= cost;
                    score = both(score, weight(phrase.sounds.len(), name, whole) * found);
                    taken.push(place);
                }
            } else if name {
                score = both(score, part_of(core, &phrase.sounds) * (1.0 - score));
            }
        }
        score
    }
}

/// How much a phrase of this length says when it is found.
fn weight(length: usize, name: bool, whole: bool) -> f64 {
    let length = f64::from(u8::try_from(length).unwrap_or(u8::MAX));
    match (name, whole) {
        (_, true) => 0.98,
        (true, _) => (0.5 + 0.1 * length).min(0.95),
        (false, _) => (0.25 + 0.07 * length).min(0.6),
    }
}

/// 1 for the same sound, 0 for too different a one. Short words bear less.
fn quality(phrase: &[Sound], cost: f64, heard: &[Sound]) -> f64 {
    let length = f64::from(u8::try_from(phrase.len()).unwrap_or(u8::MAX));
    let allowed = match phrase.len() {
        1 => 0.0,
        2 => 0.35,
        3 => 0.45,
        4 => 0.75,
        _ => 0.25 * length,
    };
    let other_sign = phrase.len() == 1 && phrase.first().map(|sound| sound.sign) != heard.first().map(|sound| sound.sign);
    match () {
        () if cost > allowed => 0.0,
        () if other_sign => 0.5,
        () => 1.0 - cost / length,
    }
}

/// Somebody who types the beginning of a name means the name.
fn part_of(core: &[Sound], name: &[Sound]) -> f64 {
    let long_enough = core.len() >= 2 && core.len() < name.len();
    if long_enough && fit(core, name).0 == 0.0 { 0.4 } else { 0.0 }
}
