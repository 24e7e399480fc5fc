//! A person's name in any script, kept as she writes it: inner spaces, U+202F and U+180E (Mongolian), U+200C/U+200D and
//! the middle dot all survive. Must never be cut with `str::trim`, which would break Mongolian words.

use serde::{Deserialize, Serialize};
use std::fmt;

/// 1 to 50 characters without digits, markup or control characters. Serialises in full.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    #[error("nothing was typed")]
    Empty,
    #[error("{got} characters, more than fifty")]
    TooLong { got: usize },
    #[error("digits in the name")]
    Digits,
    /// Markup, control characters or marks that turn the direction of writing.
    #[error("signs that no name has")]
    Signs,
}

impl NameError {
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "name-empty",
            Self::TooLong { .. } => "name-too-long",
            Self::Digits => "name-digits",
            Self::Signs => "name-signs",
        }
    }
}

const LONGEST: usize = 50;

impl Name {
    pub fn parse(typed: &str) -> Result<Self, NameError> {
        let text = typed.trim_matches([' ', '\t', '\r', '\n', '\u{3000}', '\u{FEFF}']);
        let got = text.chars().count();
        if text.chars().all(|c| is_space(c) || is_dot(c)) {
            return Err(NameError::Empty);
        }
        if got > LONGEST {
            return Err(NameError::TooLong { got });
        }
        if text.chars().any(|c| super::typing::fold(c).is_ascii_digit() && !is_letter_digit(c)) {
            return Err(NameError::Digits);
        }
        if text.chars().any(is_sign) {
            return Err(NameError::Signs);
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when two spellings are the same name: spaces, joiners, width, case and the shape of the dot do not count.
    pub fn equals_loosely(&self, other: &Name) -> bool {
        self.loose() == other.loose()
    }

    /// The form that `equals_loosely` compares; also good for a keyed hash.
    pub fn loose(&self) -> String {
        self.0
            .chars()
            .filter(|c| !is_space(*c))
            .flat_map(|c| {
                match c {
                    dot if is_dot(dot) => '·',
                    wide @ '！'..='～' => char::from_u32(u32::from(wide) - 0xFEE0).unwrap_or(wide),
                    other => other,
                }
                .to_lowercase()
            })
            .collect()
    }

    /// `张*`, `王**`; of a name with dots or several words the first part stays: `阿依古丽·*`.
    pub fn masked(&self) -> String {
        if let Some((at, sign)) = self.0.char_indices().find(|(_, c)| is_dot(*c) || c.is_whitespace())
            && at > 0
            && self.0.get(..at).is_some_and(|first| !is_han_word(first) || is_dot(sign))
        {
            return format!("{}{sign}*", self.0.get(..at).unwrap_or(""));
        }
        let mut letters = self.0.chars().filter(|c| !is_space(*c));
        let first = letters.next().map(String::from).unwrap_or_default();
        format!("{first}{}", "*".repeat(letters.count().clamp(1, 2)))
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{202F}' | '\u{FEFF}')
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '･' | '∙' | '⋅' | '●' | '．' | '.' | '᛫')
}

/// Characters that stand for a digit when dictated but are letters in names (一, 三, 陆, 伍 ...).
fn is_letter_digit(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{4E00}'..='\u{9FFF}')
}

fn is_sign(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{FFFC}' | '\u{FFFD}')
        || matches!(
            c,
            '<' | '>'
                | '&'
                | '{'
                | '}'
                | '['
                | ']'
                | '\\'
                | '/'
                | '@'
                | '#'
                | '$'
                | '%'
                | '^'
                | '*'
                | '='
                | '+'
                | '|'
                | '~'
                | ';'
                | ':'
                | '?'
                | '!'
                | '"'
                | '`'
                | '＜'
                | '＞'
                | '＆'
                | '＠'
                | '＃'
                | '＊'
        )
}

fn is_han_word(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}'))
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({})", self.masked())
    }
}

impl TryFrom<String> for Name {
    type Error = NameError;
    fn try_from(stored: String) -> Result<Self, NameError> {
        Self::parse(&stored)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> String {
        name.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    fn name(typed: &str) -> Name {
        Name::parse(typed).unwrap()
    }

    #[test]
    fn only_outer_spaces_go_and_mongolian_marks_stay() {
        assert_eq!(name(" 　王秀兰　 ").as_str(), "王秀兰");
        let mongolian = "\u{182A}\u{1820}\u{180E}\u{1820}\u{202F}";
        assert_eq!(name(mongolian).as_str(), mongolian);
        assert_eq!(name("ئايگۈل\u{200C}جان").as_str(), "ئايگۈل\u{200C}جان");
        assert_eq!(name("李 梅").as_str(), "李 梅");
    }

    #[test]
    fn spellings_of_one_name_are_equal() {
        assert!(name("阿依古丽·买买提").equals_loosely(&name("阿依古丽•买买提")));
        assert!(name("阿依古丽 · 买买提").equals_loosely(&name("阿依古丽‧买买提")));
        assert!(name("李 梅").equals_loosely(&name("李梅")));
        assert!(name("Ａnna").equals_loosely(&name("anna")));
        assert!(!name("李梅").equals_loosely(&name("李海")));
    }

    #[test]
    fn a_masked_name_keeps_only_its_first_part() {
        assert_eq!(name("张伟").masked(), "张*");
        assert_eq!(name("王秀兰").masked(), "王**");
        assert_eq!(name("王 秀兰").masked(), "王**");
        assert_eq!(name("阿依古丽·买买提").masked(), "阿依古丽·*");
        assert_eq!(name("Anna Lee").masked(), "Anna *");
        assert_eq!(name("丹").masked(), "丹*");
        assert_eq!(format!("{:?}", name("王秀兰")), "Name(王**)");
    }

    #[test]
    fn names_with_numerals_in_them_are_names_and_digits_are_not() {
        for fine in ["陆三妹", "伍一〇", "O’Neil"] {
            assert_eq!(name(fine).as_str(), fine);
        }
        assert_eq!(Name::parse("　"), Err(NameError::Empty));
        assert_eq!(Name::parse("··"), Err(NameError::Empty));
        assert_eq!(Name::parse("王2"), Err(NameError::Digits));
        assert_eq!(Name::parse("王２"), Err(NameError::Digits));
        assert_eq!(Name::parse("<b>王</b>"), Err(NameError::Signs));
        assert_eq!(Name::parse("王\u{202E}兰"), Err(NameError::Signs));
        assert_eq!(Name::parse("王\n兰"), Err(NameError::Signs));
        assert_eq!(Name::parse(&"兰".repeat(51)), Err(NameError::TooLong { got: 51 }));
        assert!(Name::parse(&"兰".repeat(50)).is_ok());
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_accepted_again_and_never_shown_whole(typed in "\\PC{0,60}") {
            if let Ok(name) = Name::parse(&typed) {
                prop_assert_eq!(Name::parse(name.as_str()), Ok(name.clone()));
                prop_assert!(name.masked().contains('*'));
            }
        }
    }
}
