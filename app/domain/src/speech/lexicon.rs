//! Words that a voice gets wrong, and words that must not be cut: 医保 terms, signs with several readings, common words.
//! A table (`lexicon.txt`, `words.txt`); the engine asks it before its own dictionary.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A known phrase in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Place of its first sign, counted in signs.
    pub at: usize,
    pub phrase: &'static str,
    /// One syllable for each sign, with the number of its tone (5 is the light one).
    pub pinyin: Vec<&'static str>,
}

type Entries = Vec<(Vec<char>, &'static str, Vec<&'static str>)>;

/// By first sign, the longest phrase first.
static PHRASES: LazyLock<HashMap<char, Entries>> = LazyLock::new(|| {
    let mut all: HashMap<char, Entries> = HashMap::new();
    for (phrase, pinyin) in entries() {
        let signs: Vec<char> = phrase.chars().collect();
        if let Some(first) = signs.first() {
            all.entry(*first).or_default().push((signs, phrase, pinyin));
        }
    }
    all.values_mut().for_each(|same| same.sort_by_key(|(signs, ..)| std::cmp::Reverse(signs.len())));
    all
});

static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let words = include_str!("words.txt").lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    words.chain(entries().map(|(phrase, _)| phrase)).collect()
});

/// Phrase and its syllables, in the order of the file.
pub fn entries() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    include_str!("lexicon.txt").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut words = line.split_whitespace();
        let phrase = words.next()?;
        Some((phrase, words.collect()))
    })
}

/// The phrases in a text from its beginning on, the longest at each place, never overlapping.
pub fn hits(text: &str) -> Vec<Hit> {
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = signs.get(at..).filter(|rest| !rest.is_empty()) {
        let here = rest.first().and_then(|first| PHRASES.get(first));
        match here.and_then(|same| same.iter().find(|(phrase, ..)| rest.starts_with(phrase))) {
            Some((phrase, written, pinyin)) => {
                found.push(Hit { at, phrase: written, pinyin: pinyin.clone() });
                at += phrase.len();
            }
            None => at += 1,
        }
    }
    found
}

/// Whether all of this is one known word.
pub(super) fn knows(text: &str) -> bool {
    WORDS.contains(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_a_syllable_for_each_sign_and_stands_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (phrase, pinyin) in entries() {
            assert_eq!(phrase.chars().count(), pinyin.len(), "{phrase}");
            for syllable in pinyin {
                let (letters, tone) = syllable.split_at(syllable.len() - 1);
                assert!(letters.chars().all(|c| c.is_ascii_lowercase()) && "12345".contains(tone), "{phrase}: {syllable}");
            }
            assert!(seen.insert(phrase), "{phrase} twice");
        }
        assert!(seen.len() >= 250);
    }

    #[test]
    fn the_longest_phrase_wins_and_places_are_counted_in_signs() {
        let found = hits("去重庆银行，调整长期处方");
        let said: Vec<(usize, String)> = found.iter().map(|hit| (hit.at, hit.pinyin.join(" "))).collect();
        let expected = [(1, "chong2 qing4"), (3, "yin2 hang2"), (6, "tiao2 zheng3"), (8, "chang2 qi1 chu3 fang1")];
        assert_eq!(said, expected.map(|(at, pinyin)| (at, pinyin.to_owned())));
    }

    #[test]
    fn the_traps_of_our_trade_are_known() {
        for (text, syllable) in [
            ("长辈", "zhang3"),
            ("参保", "can1"),
            ("人参", "shen1"),
            ("单位", "dan1"),
            ("还款", "huan2"),
            ("还有", "hai2"),
            ("大夫", "dai4"),
            ("调查", "diao4"),
            ("处理", "chu3"),
            ("给付", "ji3"),
            ("差额", "cha1"),
            ("出差", "chai1"),
            ("为了", "wei4"),
            ("结算", "jie2"),
            ("音乐", "yue4"),
            ("快乐", "le4"),
            ("率", "lv4"),
            ("为您", "wei4"),
            ("重新", "chong2"),
            ("几点", "ji3"),
            ("便宜", "pian2"),
            ("方便", "bian4"),
        ] {
            let found = hits(text);
            assert!(found.iter().any(|hit| hit.pinyin.contains(&syllable)), "{text}: {found:?}");
        }
    }
}
