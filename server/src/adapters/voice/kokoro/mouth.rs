//! From a sentence to the model's numbers: words, readings, tones in company, signs, numbers. Never fails on a text:
//! what nobody can read is left out.

use super::pinyin::Readings;
use super::sandhi::{Word, settle};
use super::sounds::{signs, syllable, token};
use jieba_rs::Jieba;
use std::io::BufReader;
use std::path::Path;

pub struct Mouth {
    words: Jieba,
    readings: Readings,
}

/// What the sentence is made of.
enum Part {
    Hanzi(String),
    /// Already the model's sign.
    Sign(char),
}

/// How letters are named; a county's leaflets say 「B 超」 and 「CT」.
const LETTERS: [(char, &str); 26] = [
    ('a', "ēi"),
    ('b', "bì"),
    ('c', "xī"),
    ('d', "dì"),
    ('e', "yì"),
    ('f', "ài fu"),
    ('g', "jì"),
    ('h', "ēi chi"),
    ('i', "ài"),
    ('j', "zhèi"),
    ('k', "kèi"),
    ('l', "ài lou"),
    ('m', "ài mu"),
    ('n', "ēn"),
    ('o', "ōu"),
    ('p', "pì"),
    ('q', "kiù"),
    ('r', "à er"),
    ('s', "ài si"),
    ('t', "tì"),
    ('u', "yōu"),
    ('v', "wēi"),
    ('w', "dá bu liu"),
    ('x', "ài ke si"),
    ('y', "wāi"),
    ('z', "zèi"),
];
const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

impl Mouth {
    pub fn open(folder: &Path) -> Result<Mouth, String> {
        let file = std::fs::File::open(folder.join("words.txt")).map_err(|e| format!("words.txt: {e}"))?;
        let words = Jieba::with_dict(&mut BufReader::new(file)).map_err(|e| format!("words.txt: {e}"))?;
        let mut mouth = Mouth { words, readings: Readings::open(folder)? };
        for (phrase, pinyin) in domain::speech::lexicon::entries() {
            mouth.teach(phrase, &pinyin.join(" "));
        }
        Ok(mouth)
    }

    /// A word of ours and how it is read.
    fn teach(&mut self, word: &str, pinyin: &str) {
        self.words.add_word(word, None, None);
        self.readings.add(word, pinyin);
    }

    /// The sentence in parts of at most `most` numbers, cut where one breathes.
    pub fn tokens(&self, text: &str, most: usize) -> Vec<Vec<i64>> {
        let mut all: Vec<Vec<i64>> = Vec::new();
        let mut now: Vec<i64> = Vec::new();
        for part in parts(text) {
            let said = match part {
                Part::Hanzi(clause) => self.clause(&clause),
                Part::Sign(sign) => vec![format!("{sign} ")],
            };
            for word in said {
                let numbers: Vec<i64> = word.chars().filter_map(token).collect();
                if now.len() + numbers.len() > most {
                    all.push(std::mem::take(&mut now));
                }
                now.extend(numbers);
            }
        }
        all.push(now);
        // Signs alone say nothing.
        let audible = |tokens: &Vec<i64>| tokens.iter().any(|token| *token > 16);
        all.into_iter().filter(audible).collect()
    }

    /// The words of a clause in signs, each with a space behind it.
    fn clause(&self, clause: &str) -> Vec<String> {
        let mut words: Vec<Word> = Vec::new();
        for cut in self.words.cut(clause, false) {
            let read = self.readings.of(cut.word);
            let (letters, said) = cut.word.chars().zip(read).filter_map(|(letter, said)| Some((letter, said?))).unzip();
            words.push(Word { letters, said });
        }
        words.retain(|word| !word.letters.is_empty());
        settle(&mut words);
        words.iter().map(|word| word.said.iter().map(|said| signs(*said)).chain([" ".to_owned()]).collect()).collect()
    }
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut hanzi = String::new();
    for letter in text.chars() {
        match letter {
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' => hanzi.push(letter),
            '0'..='9' => hanzi.extend(letter.to_digit(10).and_then(|d| DIGITS.get(d as usize))),
            other => {
                if !hanzi.is_empty() {
                    parts.push(Part::Hanzi(std::mem::take(&mut hanzi)));
                }
                parts.extend(sounded(other));
            }
        }
    }
    if !hanzi.is_empty() {
        parts.push(Part::Hanzi(hanzi));
    }
    parts
}

fn sounded(letter: char) -> Vec<Part> {
    let sign = match letter {
        '，' | '、' | ',' | '·' | '—' | '–' | '-' | '…' => ',',
        '。' | '．' | '.' => '.',
        '！' | '!' => '!',
        '？' | '?' => '?',
        '：' | ':' => ':',
        '；' | ';' => ';',
        '（' | '(' => '(',
        '）' | ')' => ')',
        '《' | '「' | '『' | '“' | '【' => '“',
        '》' | '」' | '』' | '”' | '】' => '”',
        other => {
            let name = LETTERS.iter().find(|(known, _)| *known == other.to_ascii_lowercase()).map(|(_, name)| *name);
            let signs: String = name.into_iter().flat_map(|n| n.split(' ')).filter_map(syllable).map(signs).collect();
            return signs.chars().map(Part::Sign).collect();
        }
    };
    vec![Part::Sign(sign)]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    /// A mouth with a few words, so that the way is tested without the big files.
    fn mouth() -> Mouth {
        let mut mouth = Mouth { words: Jieba::empty(), readings: Readings::default() };
        for (word, pinyin) in [("银行", "yín háng"), ("行走", "xíng zǒu"), ("您", "nín"), ("好", "hǎo"), ("一", "yī"), ("件", "jiàn")]
        {
            mouth.teach(word, pinyin);
        }
        mouth
    }

    fn said(text: &str) -> String {
        mouth().clause(text).concat()
    }

    #[test]
    fn a_character_is_read_as_its_word_wants_it() {
        assert_eq!(said("银行"), "i↗nxa↗ŋ ");
        assert_eq!(said("行走"), "ɕi↗ŋʦou↓ ");
    }

    #[test]
    fn what_nobody_can_read_is_left_out_and_nothing_breaks() {
        assert_eq!(said("您龘好"), "ni↗n xau↓ ");
        assert!(mouth().tokens("<b>\u{0}\u{1f600}", 500).iter().flatten().count() < 8, "a letter or two");
        assert!(mouth().tokens("，。！", 500).is_empty() && mouth().tokens("", 500).is_empty());
    }

    #[test]
    fn a_long_text_is_cut_into_what_the_model_takes() {
        let all = mouth().tokens(&"您好，".repeat(400), 500);
        assert!(all.len() > 5 && all.iter().all(|part| part.len() <= 500));
    }

    #[test]
    fn digits_that_are_left_over_are_heard_one_by_one() {
        assert_eq!(mouth().tokens("1", 500), mouth().tokens("一", 500));
    }
}
