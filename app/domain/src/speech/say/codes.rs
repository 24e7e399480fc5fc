//! Letters and what is mixed of letters and digits: sign by sign, groups at hyphens. Addresses of the net are spelled as well.

use super::{Signs, Sort, Token, calls};
use crate::speech::number::{One, digits};
use crate::speech::value::Hearing;

/// Measures that are written in letters.
pub(super) const MEASURES: [(&str, &str); 12] = [
    ("KB", "千字节"),
    ("MB", "兆"),
    ("GB", "吉字节"),
    ("kg", "公斤"),
    ("km", "公里"),
    ("cm", "厘米"),
    ("mm", "毫米"),
    ("ml", "毫升"),
    ("mL", "毫升"),
    ("mg", "毫克"),
    ("g", "克"),
    ("m", "米"),
];

/// A longer row of letters is read in several goes.
const LONGEST: usize = 40;

/// The measure that stands here as a word of its own: (length, spoken).
pub(super) fn measure(signs: &Signs, at: usize) -> Option<(usize, &'static str)> {
    let len = signs.run(at, |c| c.is_ascii_alphabetic());
    let word = signs.text(at, len);
    let known = MEASURES.iter().find(|(written, _)| *written == word)?;
    (!signs.at(at + len).is_ascii_digit()).then_some((len, known.1))
}

pub(super) fn token(signs: &Signs, at: usize) -> Option<Token> {
    if !signs.at(at).is_ascii_alphanumeric() {
        return None;
    }
    if ["http://", "https://", "www."].iter().any(|start| signs.starts(at, start)) {
        return Some(address(signs, at));
    }
    let len = mixed(signs, at);
    // An identity number that hangs on letters is none of this code.
    let begins = |place: &usize| signs.at(*place).is_ascii_digit() && !signs.before(*place).is_ascii_digit();
    let personal = (at + 1..at + len).filter(begins).find(|place| calls::identity(signs, *place, Hearing::Masked).is_some());
    let len = personal.map_or(len, |place| place - at);
    let text = signs.text(at, len);
    // Something personal may hang on a letter: then each run is looked at by itself.
    let (len, text) = if text.chars().filter(char::is_ascii_digit).count() >= 15 {
        let digit = signs.at(at).is_ascii_digit();
        let len = signs.run(at, |c| c.is_ascii_alphanumeric() && c.is_ascii_digit() == digit);
        (len, signs.text(at, len))
    } else {
        (len, text)
    };
    let letters = text.chars().any(|c| c.is_ascii_alphabetic());
    let numbers = text.chars().any(|c| c.is_ascii_digit());
    match (letters, numbers) {
        (true, false) => Some(Token::new(len, spelled(&text), Sort::Code)),
        (true, true) => {
            let head = signs.digits(at);
            let counted = head > 0 && measure(signs, at + head).is_some();
            (!counted).then(|| Token::new(len, code(&text), Sort::Code))
        }
        _ => None,
    }
}

/// Letters and digits with single hyphens between them, as far as they reach.
fn mixed(signs: &Signs, at: usize) -> usize {
    let word = |from: usize| signs.run(from, |c| c.is_ascii_alphanumeric());
    let mut len = word(at);
    while len < LONGEST && signs.at(at + len) == '-' && word(at + len + 1) > 0 {
        len += 1 + word(at + len + 1);
    }
    len.min(LONGEST)
}

/// A B C: one after the other.
fn spelled(text: &str) -> String {
    let upper = text.split('-').map(|word| word.chars().map(|c| c.to_ascii_uppercase().to_string()).collect::<Vec<_>>().join(" "));
    upper.collect::<Vec<_>>().join("，")
}

/// R 七 K 二，M 四 P X
fn code(text: &str) -> String {
    let sign = |c: char| digits(&c.to_string(), One::Yao);
    text.split('-').map(|group| group.chars().map(sign).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("，")
}

fn address(signs: &Signs, at: usize) -> Token {
    let len = signs.run(at, |c| c.is_ascii_graphic()).min(2 * LONGEST);
    let mut spoken = String::from("网址，");
    // No address of ours is like this; nothing in it is worth the risk of saying somebody's number.
    if signs.text(at, len).chars().filter(char::is_ascii_digit).count() >= 15 {
        return Token::new(len, spoken, Sort::Code);
    }
    for c in signs.text(at, len).trim_start_matches("https://").trim_start_matches("http://").chars() {
        match c {
            '.' => spoken.push('点'),
            '/' => spoken.push_str("斜杠"),
            '-' => spoken.push_str("横杠"),
            c if c.is_ascii_alphanumeric() => {
                spoken.push_str(&digits(&c.to_string(), One::Yao));
                spoken.push(' ');
            }
            _ => {}
        }
    }
    Token::new(len, spoken, Sort::Code)
}
