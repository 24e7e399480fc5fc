//! From a syllable in pinyin to the signs the model was taught, and from signs to its numbers. Tables of phonetics.

/// One spoken syllable. Tone 5 is the light one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syllable {
    pub initial: &'static str,
    pub final_: &'static str,
    pub tone: u8,
}

/// Longest first: `zh` before `z`.
const INITIALS: [(&str, &str); 21] = [
    ("zh", "ꭧ"),
    ("ch", "ꭧʰ"),
    ("sh", "ʂ"),
    ("b", "p"),
    ("p", "pʰ"),
    ("m", "m"),
    ("f", "f"),
    ("d", "t"),
    ("t", "tʰ"),
    ("n", "n"),
    ("l", "l"),
    ("g", "k"),
    ("k", "kʰ"),
    ("h", "x"),
    ("j", "ʨ"),
    ("q", "ʨʰ"),
    ("x", "ɕ"),
    ("r", "ɻ"),
    ("z", "ʦ"),
    ("c", "ʦʰ"),
    ("s", "s"),
];

/// Final in full spelling, and its signs; `0` is where the tone stands: behind the vowel, before -n and -ng.
const FINALS: [(&str, &str); 41] = [
    ("a", "a0"),
    ("ai", "ai0"),
    ("an", "a0n"),
    ("ang", "a0ŋ"),
    ("ao", "au0"),
    ("e", "ɤ0"),
    ("ei", "ei0"),
    ("en", "ə0n"),
    ("eng", "ə0ŋ"),
    ("er", "ɚ0"),
    ("i", "i0"),
    ("ia", "ja0"),
    ("ian", "jɛ0n"),
    ("iang", "ja0ŋ"),
    ("iao", "jau0"),
    ("ie", "je0"),
    ("in", "i0n"),
    ("ing", "i0ŋ"),
    ("io", "jɔ0"),
    ("iong", "jʊ0ŋ"),
    ("iou", "jou0"),
    ("m", "m0"),
    ("n", "n0"),
    ("ng", "ŋ0"),
    ("o", "wo0"),
    ("ong", "ʊ0ŋ"),
    ("ou", "ou0"),
    ("u", "u0"),
    ("ua", "wa0"),
    ("uai", "wai0"),
    ("uan", "wa0n"),
    ("uang", "wa0ŋ"),
    ("uei", "wei0"),
    ("uen", "wə0n"),
    ("ueng", "wə0ŋ"),
    ("uo", "wo0"),
    ("ü", "y0"),
    ("üan", "ɥɛ0n"),
    ("üe", "ɥe0"),
    ("ün", "y0n"),
    ("ê", "ɛ0"),
];

/// Letters with their tone marks.
const MARKED: [(&str, char); 8] = [
    ("āáǎà", 'a'),
    ("ēéěè", 'e'),
    ("īíǐì", 'i'),
    ("ōóǒò", 'o'),
    ("ūúǔù", 'u'),
    ("ǖǘǚǜ", 'ü'),
    ("\u{0}ńňǹ", 'n'),
    ("\u{0}ḿ\u{0}\u{0}", 'm'),
];

/// `zhòng` as the dictionaries write it, or `zhong4` as our own lexicon does.
pub fn syllable(pinyin: &str) -> Option<Syllable> {
    let mut tone = 5;
    let mut plain = String::new();
    for letter in pinyin.trim().to_lowercase().chars() {
        let marked = MARKED.iter().find_map(|(marks, bare)| marks.chars().position(|m| m == letter).map(|at| (*bare, at)));
        match marked {
            Some((bare, at)) => {
                plain.push(bare);
                tone = u8::try_from(at + 1).unwrap_or(5);
            }
            // ề and its like: a circumflex with a tone.
            None if "ềế".contains(letter) => {
                plain.push('ê');
                tone = if letter == 'ế' { 2 } else { 4 };
            }
            None if matches!(letter, 'v') => plain.push('ü'),
            None if ('1'..='5').contains(&letter) => tone = letter.to_digit(10).and_then(|d| u8::try_from(d).ok()).unwrap_or(5),
            None => plain.push(letter),
        }
    }
    let (initial, rest) = split(&plain);
    let full = spelled_out(initial, rest);
    let (final_, _) = FINALS.iter().find(|(name, _)| *name == full)?;
    Some(Syllable { initial, final_, tone })
}

fn split(plain: &str) -> (&'static str, &str) {
    // Hums have no initial: `m`, `n`, `ng`.
    if matches!(plain, "m" | "n" | "ng") {
        return ("", plain);
    }
    let found = INITIALS.iter().find_map(|(name, _)| plain.strip_prefix(name).map(|rest| (*name, rest)));
    found.unwrap_or(("", plain))
}

/// Pinyin shortens its finals and dresses up those without an initial; here they are undone.
fn spelled_out(initial: &str, rest: &str) -> String {
    if initial.is_empty() {
        return match rest {
            "yi" | "wu" | "yin" | "ying" => rest.trim_start_matches(['y', 'w']).to_owned(),
            "yo" => "io".to_owned(),
            "you" => "iou".to_owned(),
            "wei" => "uei".to_owned(),
            "wen" => "uen".to_owned(),
            "weng" => "ueng".to_owned(),
            other => match (other.strip_prefix("yu"), other.strip_prefix('y'), other.strip_prefix('w')) {
                (Some(end), ..) => format!("ü{end}"),
                (_, Some(end), _) => format!("i{end}"),
                (.., Some(end)) => format!("u{end}"),
                _ => other.to_owned(),
            },
        };
    }
    match rest {
        "iu" => "iou".to_owned(),
        "ui" => "uei".to_owned(),
        "un" if !matches!(initial, "j" | "q" | "x") => "uen".to_owned(),
        "ue" if !matches!(initial, "j" | "q" | "x") => "üe".to_owned(),
        other if matches!(initial, "j" | "q" | "x") && other.starts_with('u') => other.replacen('u', "ü", 1),
        other => other.to_owned(),
    }
}

/// The signs of one syllable.
pub fn signs(syllable: Syllable) -> String {
    let initial = INITIALS.iter().find(|(name, _)| *name == syllable.initial).map_or("", |(_, signs)| signs);
    // The vowel of 知 and of 字 has a sign of its own.
    let hissing = matches!(syllable.initial, "zh" | "ch" | "sh" | "r" | "z" | "c" | "s") && syllable.final_ == "i";
    let alone = syllable.initial.is_empty() && syllable.final_ == "o";
    let end = match (hissing, alone) {
        (true, _) => "ɨ0",
        (_, true) => "ɔ0",
        _ => FINALS.iter().find(|(name, _)| *name == syllable.final_).map_or("", |(_, signs)| signs),
    };
    let tone = match syllable.tone {
        1 => "→",
        2 => "↗",
        3 => "↓",
        4 => "↘",
        _ => "",
    };
    format!("{initial}{}", end.replace('0', tone))
}

/// The model's number for a sign.
pub fn token(sign: char) -> Option<i64> {
    const TOKENS: [(char, i64); 45] = [
        (';', 1),
        (':', 2),
        (',', 3),
        ('.', 4),
        ('!', 5),
        ('?', 6),
        ('(', 12),
        (')', 13),
        ('“', 14),
        ('”', 15),
        (' ', 16),
        ('ʦ', 20),
        ('ʨ', 21),
        ('ꭧ', 23),
        ('a', 43),
        ('e', 47),
        ('f', 48),
        ('i', 51),
        ('j', 52),
        ('k', 53),
        ('l', 54),
        ('m', 55),
        ('n', 56),
        ('o', 57),
        ('p', 58),
        ('s', 61),
        ('t', 62),
        ('u', 63),
        ('w', 65),
        ('x', 66),
        ('y', 67),
        ('ɔ', 76),
        ('ɕ', 77),
        ('ə', 83),
        ('ɚ', 85),
        ('ɛ', 86),
        ('ɥ', 99),
        ('ɨ', 101),
        ('ŋ', 112),
        ('ɻ', 126),
        ('ʂ', 130),
        ('ʊ', 135),
        ('ɤ', 140),
        ('ʰ', 162),
        ('↓', 169),
    ];
    const TONES: [(char, i64); 3] = [('→', 171), ('↗', 172), ('↘', 173)];
    TOKENS.iter().chain(&TONES).find(|(known, _)| *known == sign).map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn said(pinyin: &str) -> String {
        signs(syllable(pinyin).unwrap_or_else(|| panic!("{pinyin}")))
    }

    #[test]
    fn syllables_become_the_signs_the_model_knows() {
        for (pinyin, wanted) in [
            ("nín", "ni↗n"),
            ("de", "tɤ"),
            ("yī", "i→"),
            ("bǎo", "pau↓"),
            ("zhàng", "ꭧa↘ŋ"),
            ("hù", "xu↘"),
            ("wéi", "wei↗"),
            ("qiān", "ʨʰjɛ→n"),
            ("èr", "ɚ↘"),
            ("shí", "ʂɨ↗"),
            ("sì", "sɨ↘"),
            ("yuán", "ɥɛ↗n"),
            ("wǔ", "u↓"),
            ("jiǎo", "ʨjau↓"),
            ("liù", "ljou↘"),
            ("fēn", "fə→n"),
            ("lǜ", "ly↘"),
            ("lüè", "lɥe↘"),
            ("xué", "ɕɥe↗"),
            ("jūn", "ʨy→n"),
            ("lún", "lwə↗n"),
            ("yòng", "jʊ↘ŋ"),
            ("wèng", "wə↘ŋ"),
            ("ó", "ɔ↗"),
            ("bō", "pwo→"),
            ("yù", "y↘"),
            ("yún", "y↗n"),
            ("guì", "kwei↘"),
            ("rì", "ɻɨ↘"),
            ("ńg", "ŋ↗"),
            ("ér", "ɚ↗"),
            ("ài", "ai↘"),
            ("zhong4", "ꭧʊ↘ŋ"),
            ("lv4", "ly↘"),
            ("er5", "ɚ"),
        ] {
            assert_eq!(said(pinyin), wanted, "{pinyin}");
        }
        assert_eq!(syllable("xyz"), None);
    }

    #[test]
    fn every_sign_of_every_syllable_has_a_number() {
        for (initial, _) in INITIALS.iter().chain(&[("", "")]) {
            for (final_, _) in FINALS {
                for tone in 1..=5 {
                    let signs = signs(Syllable { initial, final_, tone });
                    assert!(signs.chars().all(|sign| token(sign).is_some()), "{signs}");
                }
            }
        }
    }
}
