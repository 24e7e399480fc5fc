//! What people have said, and what they wanted: a wish that shares its sounds and signs with many sayings leads where they led.
//! Counted, not learned by heart (complement naive Bayes, after Rennie and others, 2003): one more line in `said/` is one more
//! thing that is understood. Knows no rules, and never says anything with certainty.

use super::sound::{Everyday, Sound, sounds_of};
use super::words::{Line, lines};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// By what they are about. Data alone: nobody's own words, each made up.
const FILES: [&str; 6] = [
    include_str!("said/care.txt"),
    include_str!("said/insured.txt"),
    include_str!("said/hands.txt"),
    include_str!("said/news.txt"),
    include_str!("said/page.txt"),
    include_str!("said/none.txt"),
];

/// Key of the place and the words, of each saying.
pub(super) fn sayings() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" : "))
}

/// Whoever says a name and nothing more wants what is called so.
fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let named = |(key, line, _): &(&str, Line, Vec<&str>)| *line == Line::Names && *key != "plain";
    lines().filter(named).flat_map(|(key, _, names)| names.into_iter().map(move |name| (key, name)))
}

/// What of a saying is counted. Sounds as the country speaks them: a recogniser writes other signs, a province says other sounds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Mark {
    /// Two sounds in a row; nothing before the first and behind the last.
    Sounds(Option<(usize, usize)>, Option<(usize, usize)>),
    Sign(char),
    Signs(char, char),
}

/// In order, so that the same words are always weighed to the last digit alike.
fn marks(said: &[Sound]) -> BTreeSet<Mark> {
    let sound = |at: Option<usize>| at.and_then(|at| said.get(at)).and_then(|sound| sound.blurred());
    let sounds = (0..=said.len()).map(|at| Mark::Sounds(sound(at.checked_sub(1)), sound(Some(at))));
    let signs = said.iter().map(|sound| Mark::Sign(sound.sign));
    let pairs = said.windows(2).filter_map(|two| Some(Mark::Signs(two.first()?.sign, two.get(1)?.sign)));
    sounds.chain(signs).chain(pairs).collect()
}

/// A mark that was never met counts as if it had been, once everywhere.
const UNMET: f64 = 1.0;
/// How sharply the counts are read. Tried out on wishes that are not in `said/`.
const BELIEF: f64 = 2.0;

struct Sayings {
    keys: Vec<&'static str>,
    /// Of each mark, in how many sayings of which place.
    met: HashMap<Mark, Vec<(usize, u32)>>,
    /// Marks of all sayings that do not lead to this place, in logarithms.
    elsewhere: Vec<f64>,
}

static SAYINGS: LazyLock<Sayings> = LazyLock::new(|| {
    let mut keys: Vec<&str> = Vec::new();
    let mut met: HashMap<Mark, Vec<(usize, u32)>> = HashMap::new();
    let mut marked: Vec<f64> = Vec::new();
    for (key, words) in sayings().chain(names()) {
        let place = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
            keys.push(key);
            marked.push(0.0);
            keys.len() - 1
        });
        for mark in marks(&sounds_of(words, &Everyday)) {
            if let Some(marked) = marked.get_mut(place) {
                *marked += 1.0;
            }
            let places = met.entry(mark).or_default();
            match places.iter_mut().find(|(known, _)| *known == place) {
                Some((_, times)) => *times += 1,
                None => places.push((place, 1)),
            }
        }
    }
    let all: f64 = marked.iter().sum::<f64>() + UNMET * met.len() as f64;
    let elsewhere = marked.iter().map(|own| (all - own).ln()).collect();
    Sayings { keys, met, elsewhere }
});

/// How likely each place is by what was said before.
pub(super) struct Likely(HashMap<&'static str, f64>);

impl Likely {
    pub(super) fn by(said: &[Sound]) -> Likely {
        let Sayings { keys, met, elsewhere } = &*SAYINGS;
        // What speaks for a place is how seldom these marks are met everywhere else.
        let mut speaks = vec![0.0; keys.len()];
        for places in marks(said).iter().filter_map(|mark| met.get(mark)) {
            let all: f64 = UNMET + places.iter().map(|(_, times)| f64::from(*times)).sum::<f64>();
            for (place, (speaks, elsewhere)) in speaks.iter_mut().zip(elsewhere).enumerate() {
                let own = places.iter().find(|(known, _)| *known == place).map_or(0.0, |(_, times)| f64::from(*times));
                *speaks += elsewhere - (all - own).ln();
            }
        }
        let best = speaks.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = speaks.iter().map(|speaks| ((speaks - best) * BELIEF).exp()).collect();
        let sum: f64 = weights.iter().sum();
        Likely(keys.iter().copied().zip(weights.iter().map(|weight| weight / sum)).collect())
    }

    /// All together 1; of what was never spoken of nothing.
    pub(super) fn of(&self, key: &str) -> f64 {
        self.0.get(key).copied().unwrap_or(0.0)
    }

    /// Of the likeliest, which may also be nowhere.
    pub(super) fn most(&self) -> f64 {
        self.0.values().copied().fold(f64::MIN_POSITIVE, f64::max)
    }
}
