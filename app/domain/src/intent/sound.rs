//! Signs as sounds: syllables without tones, and how easily an ear, a dialect or a recogniser takes one for another.
//! The table holds the signs of every day; a fuller dictionary can be handed in for the others.

use crate::speech::lexicon;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Readings for signs that the table here does not hold.
pub trait Sounds {
    /// The syllable without its tone, ü as v; nothing for what has no reading.
    fn syllable(&self, sign: char) -> Option<&str>;
}

/// The table alone.
pub struct Everyday;

impl Sounds for Everyday {
    fn syllable(&self, _sign: char) -> Option<&str> {
        None
    }
}

/// A sign with its sound, where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sound {
    pub sign: char,
    /// Places of its beginning and its end in the tables.
    syllable: Option<(usize, usize)>,
}

static TABLE: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("syllables.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(' '));
    pairs.flat_map(|(syllable, signs)| signs.chars().map(move |sign| (sign, syllable))).collect()
});

/// Two letters first, so that `zh` is not taken for `z`.
const INITIALS: [&str; 24] =
    ["zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w", ""];
const FINALS: [&str; 36] = [
    "a", "o", "e", "i", "u", "v", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ve", "er", "an", "en", "in", "un", "vn", "ang", "eng", "ing",
    "ong", "ia", "iao", "ian", "iang", "iong", "ua", "uai", "uan", "uang", "uo", "ue", "van",
];

fn parts(syllable: &str) -> Option<(usize, usize)> {
    let initial = INITIALS.iter().position(|initial| syllable.starts_with(initial) && syllable.len() > initial.len())?;
    let rest = syllable.strip_prefix(INITIALS.get(initial)?)?;
    Some((initial, FINALS.iter().position(|one| *one == rest)?))
}

/// Letters and digits of a text as sounds: phrases by the lexicon, signs by the table, the rest by what was handed in.
pub fn sounds_of(text: &str, more: &dyn Sounds) -> Vec<Sound> {
    let signs: Vec<char> = text.chars().map(plain).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let mut known: Vec<Option<&'static str>> = vec![None; signs.len()];
    for hit in lexicon::hits(&signs.iter().collect::<String>()) {
        for (place, syllable) in known.iter_mut().skip(hit.at).zip(&hit.pinyin) {
            *place = Some(syllable.trim_end_matches(|c: char| c.is_ascii_digit()));
        }
    }
    let sound = |(sign, known): (char, Option<&'static str>)| {
        let syllable = known.or_else(|| TABLE.get(&sign).copied()).or_else(|| more.syllable(sign)).and_then(parts);
        Sound { sign, syllable }
    };
    signs.into_iter().zip(known).map(sound).collect()
}

/// Full-width letters and digits as plain ones.
fn plain(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        other => other,
    }
}

/// Mixed up in whole provinces (the first six of each), or by every recogniser.
const INITIAL_TWINS: [(&str, &str); 8] =
    [("n", "l"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("r", "l"), ("f", "h"), ("h", "w"), ("zh", "j")];
const FINAL_TWINS: [(&str, &str); 12] = [
    ("ang", "an"),
    ("eng", "en"),
    ("ing", "in"),
    ("iang", "ian"),
    ("uang", "uan"),
    ("ong", "un"),
    ("eng", "ong"),
    ("u", "i"),
    ("v", "i"),
    ("e", "o"),
    ("uo", "o"),
    ("ei", "ui"),
];
const PROVINCIAL: usize = 6;
const NEAR: f64 = 0.15;
const FAR: f64 = 0.5;

/// How far each is from each, worked out once: a wish is held against some thousand words.
type Steps = Vec<Vec<f64>>;
static INITIAL_STEPS: LazyLock<Steps> = LazyLock::new(|| steps(&INITIALS, &INITIAL_TWINS));
static FINAL_STEPS: LazyLock<Steps> = LazyLock::new(|| steps(&FINALS, &FINAL_TWINS));

fn steps(all: &[&str], twins: &[(&str, &str)]) -> Steps {
    let step = |a: &str, b: &str| match () {
        () if a == b => 0.0,
        () if twins.contains(&(a, b)) || twins.contains(&(b, a)) => NEAR,
        () => FAR,
    };
    all.iter().map(|a| all.iter().map(|b| step(a, b)).collect()).collect()
}

fn step(table: &Steps, a: usize, b: usize) -> f64 {
    table.get(a).and_then(|row| row.get(b)).copied().unwrap_or(FAR)
}

/// For each sound the one that whole provinces say instead.
static INITIALS_BLURRED: LazyLock<Vec<usize>> = LazyLock::new(|| blurred(&INITIALS, &INITIAL_TWINS));
static FINALS_BLURRED: LazyLock<Vec<usize>> = LazyLock::new(|| blurred(&FINALS, &FINAL_TWINS));

fn blurred(all: &[&str], twins: &[(&str, &str)]) -> Vec<usize> {
    let place = |one: &str| all.iter().position(|other| *other == one);
    let blur = |one: &str| twins.iter().take(PROVINCIAL).find(|(from, _)| *from == one).and_then(|(_, to)| place(to));
    all.iter().enumerate().map(|(at, one)| blur(one).unwrap_or(at)).collect()
}

impl Sound {
    /// Its syllable where provinces are no longer told apart.
    pub(super) fn blurred(self) -> Option<(usize, usize)> {
        let (initial, last) = self.syllable?;
        Some((*INITIALS_BLURRED.get(initial)?, *FINALS_BLURRED.get(last)?))
    }

    /// 0 for the same sound, 1 for another one.
    pub fn distance(self, other: Sound) -> f64 {
        match (self.syllable, other.syllable) {
            _ if self.sign == other.sign => 0.0,
            (Some((initial, last)), Some((other_initial, other_last))) => {
                step(&INITIAL_STEPS, initial, other_initial) + step(&FINAL_STEPS, last, other_last)
            }
            _ => 1.0,
        }
    }
}

/// A sign too many or too few.
const GAP: f64 = 0.8;

/// The same for a pattern that may cost at most `most`; nothing beyond. Short ones bear no missing sign: they are only held
/// against each place, and nearly every place is left at its first sound.
pub fn fit_within(pattern: &[Sound], heard: &[Sound], most: f64) -> Option<(f64, std::ops::Range<usize>)> {
    if most >= GAP {
        let (cost, place) = fit(pattern, heard);
        return (cost <= most).then_some((cost, place));
    }
    let mut best: Option<(f64, usize)> = None;
    for (start, window) in heard.windows(pattern.len().max(1)).enumerate() {
        let bearable = best.map_or(most, |(cost, _)| cost);
        let mut cost = 0.0;
        for (wanted, sound) in pattern.iter().zip(window) {
            cost += wanted.distance(*sound);
            if cost > bearable {
                break;
            }
        }
        if cost <= most && best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, start));
        }
    }
    best.map(|(cost, start)| (cost, start..start + pattern.len()))
}

/// Where `pattern` fits best into `heard`: what that costs, and from which sign to which.
pub fn fit(pattern: &[Sound], heard: &[Sound]) -> (f64, std::ops::Range<usize>) {
    // For each end in `heard`: the cost so far and where it began.
    let mut row: Vec<(f64, usize)> = (0..=heard.len()).map(|at| (0.0, at)).collect();
    for wanted in pattern {
        let mut next: Vec<(f64, usize)> = Vec::with_capacity(row.len());
        for (at, above) in row.iter().enumerate() {
            let missing = (above.0 + GAP, above.1);
            let best = match at.checked_sub(1).and_then(|before| Some((row.get(before)?, next.get(before)?, heard.get(before)?))) {
                None => missing,
                Some((corner, left, sound)) => {
                    let same = (corner.0 + wanted.distance(*sound), corner.1);
                    let extra = (left.0 + GAP, left.1);
                    [same, missing, extra].into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or(missing)
                }
            };
            next.push(best);
        }
        row = next;
    }
    let best = row.into_iter().enumerate().min_by(|(_, a), (_, b)| a.0.total_cmp(&b.0));
    best.map_or((f64::MAX, 0..0), |(end, (cost, start))| (cost, start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: &str, b: &str) -> f64 {
        let (a, b) = (sounds_of(a, &Everyday), sounds_of(b, &Everyday));
        fit(&a, &b).0
    }

    #[test]
    fn what_sounds_the_same_is_the_same() {
        assert_eq!(distance("异地", "一地"), 0.0);
        assert_eq!(distance("备案", "背暗"), 0.0);
        assert_eq!(distance("长辈", "掌被"), 0.0, "the lexicon knows how 长 is read here");
    }

    #[test]
    fn dialects_cost_little_and_other_words_much() {
        for (a, b) in [("奶", "来"), ("诊", "怎"), ("费", "会"), ("银", "营"), ("山", "三"), ("热", "乐")] {
            assert!(distance(a, b) > 0.0 && distance(a, b) <= 0.3, "{a} {b}: {}", distance(a, b));
        }
        assert!(distance("报销", "登录") > 1.0);
    }

    #[test]
    fn what_a_province_says_alike_is_one_sound_when_provinces_are_not_told_apart() {
        let blurred = |text| sounds_of(text, &Everyday).into_iter().map(Sound::blurred).collect::<Vec<_>>();
        for (north, south) in [("诊", "怎"), ("银", "营"), ("奶", "来"), ("热", "乐"), ("发", "哈"), ("双", "酸")] {
            assert_eq!(blurred(north), blurred(south), "{north} {south}");
        }
        assert_ne!(blurred("报"), blurred("跑"));
        assert_eq!(blurred("龘"), [None]);
    }

    #[test]
    fn every_syllable_of_the_table_has_a_sound() {
        let silent: Vec<_> = TABLE.iter().filter(|(_, syllable)| parts(syllable).is_none()).collect();
        assert!(silent.is_empty(), "{silent:?}");
        assert!(TABLE.len() >= 3700);
    }

    #[test]
    fn a_sign_that_nobody_knows_is_itself() {
        assert_eq!(distance("龘", "龘"), 0.0);
        assert_eq!(distance("龘", "达"), 0.8);
        struct More;
        impl Sounds for More {
            fn syllable(&self, _sign: char) -> Option<&str> {
                Some("da")
            }
        }
        assert_eq!(fit(&sounds_of("龘", &More), &sounds_of("达", &More)).0, 0.0);
    }
}
