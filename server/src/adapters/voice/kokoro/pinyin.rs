//! How words are read: whole phrases first (行 in 银行 is not 行 in 行走), single characters last.
//! The dictionaries come with the voice; the house's own words stand before them.

use super::sounds::{Syllable, syllable};
use std::collections::HashMap;
use std::path::Path;

#[derive(Default)]
pub struct Readings {
    phrases: HashMap<String, Vec<Syllable>>,
    single: HashMap<char, Syllable>,
    /// Characters of the longest phrase.
    longest: usize,
}

impl Readings {
    pub fn open(folder: &Path) -> Result<Readings, String> {
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|e| format!("{name}: {e}"));
        let phrases: HashMap<String, Vec<Vec<String>>> =
            serde_json::from_str(&read("phrases_dict.json")?).map_err(|e| format!("phrases_dict.json: {e}"))?;
        let single: HashMap<String, String> =
            serde_json::from_str(&read("pinyin_dict.json")?).map_err(|e| format!("pinyin_dict.json: {e}"))?;
        let mut readings = Readings::default();
        for (code, all) in &single {
            let letter = code.parse().ok().and_then(char::from_u32);
            let first = all.split(',').next().and_then(syllable);
            if let (Some(letter), Some(first)) = (letter, first) {
                readings.single.insert(letter, first);
            }
        }
        for (phrase, syllables) in &phrases {
            let first: Option<Vec<Syllable>> = syllables.iter().map(|all| syllable(all.first()?)).collect();
            if let Some(first) = first {
                readings.put(phrase, first);
            }
        }
        Ok(readings)
    }

    /// A reading of ours, e.g. 「参保」 `cān bǎo`; it wins over what was there.
    pub fn add(&mut self, phrase: &str, pinyin: &str) {
        let all: Option<Vec<Syllable>> = pinyin.split_whitespace().map(syllable).collect();
        if let Some(all) = all {
            self.put(phrase, all);
        }
    }

    fn put(&mut self, phrase: &str, all: Vec<Syllable>) {
        let length = phrase.chars().count();
        // A phrase with signs in it, or one whose count does not fit, would shift everything behind it.
        if length == all.len() && length > 0 {
            self.longest = self.longest.max(length);
            self.phrases.insert(phrase.to_owned(), all);
        }
    }

    /// One entry per character; nothing for a character that nobody can read.
    pub fn of(&self, word: &str) -> Vec<Option<Syllable>> {
        let letters: Vec<char> = word.chars().collect();
        let mut out = Vec::with_capacity(letters.len());
        while let Some(rest) = letters.get(out.len()..).filter(|rest| !rest.is_empty()) {
            let longest = rest.len().min(self.longest);
            let known = (1..=longest).rev().find_map(|length| {
                let part: String = rest.iter().take(length).collect();
                self.phrases.get(&part)
            });
            match known {
                Some(all) => out.extend(all.iter().copied().map(Some)),
                None => out.push(rest.first().and_then(|letter| self.single.get(letter)).copied()),
            }
        }
        out
    }
}
