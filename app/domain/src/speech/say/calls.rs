//! Numbers that name something: identity numbers, telephones, references, masked numbers. Digit by digit, with pauses.

use super::{Signs, Sort, Token};
use crate::person::IdNumber;
use crate::person::typing::is_separator;
use crate::reference::Reference;
use crate::speech::number::{One, digits, grouped};
use crate::speech::value::{self, Hearing};

/// Numbers of this length and longer are identity numbers, cards or as personal as these.
const PERSONAL: usize = 15;
/// More groups belong to no number that we know.
const GROUPS: usize = 6;

pub(super) fn token(signs: &Signs, at: usize, hearing: Hearing) -> Option<Token> {
    if signs.at(at) == '*' {
        return stars_and_tail(signs, at);
    }
    if !signs.at(at).is_ascii_digit() {
        return None;
    }
    masked(signs, at).or_else(|| identity(signs, at, hearing)).or_else(|| {
        let groups = groups(signs, at);
        // The longest number that the groups make.
        (1..=groups.len()).rev().find_map(|count| known(signs, at, groups.get(..count)?, hearing))
    })
}

/// Digits, single spaces or hyphens between them: lengths of the groups.
fn groups(signs: &Signs, at: usize) -> Vec<usize> {
    let mut lengths = vec![signs.digits(at)];
    let mut end = at + signs.digits(at);
    while lengths.len() < GROUPS && matches!(signs.at(end), ' ' | '-') {
        let next = signs.digits(end + 1);
        if next == 0 {
            break;
        }
        lengths.push(next);
        end += 1 + next;
    }
    lengths
}

fn known(signs: &Signs, at: usize, groups: &[usize], hearing: Hearing) -> Option<Token> {
    let len = groups.iter().sum::<usize>() + groups.len() - 1;
    let end = at + len;
    let shown = signs.text(at, len);
    let plain: String = shown.chars().filter(char::is_ascii_digit).collect();
    let personal = match groups {
        [one] => *one >= PERSONAL,
        [6, 8, 4] => true,
        [fours @ .., last] if plain.len() > PERSONAL => fours.iter().all(|n| *n == 4) && *last <= 4,
        _ => false,
    };
    if personal {
        return Some(Token::new(len, value::identity(&plain, hearing), Sort::Identity));
    }
    if signs.at(end).is_ascii_alphabetic() {
        return None;
    }
    telephone(signs, at, groups, &plain, hearing)
        .or_else(|| {
            let grouped = matches!(groups, [10] | [3, 3, 4]);
            (grouped && Reference::parse(&plain).is_ok()).then(|| (value::reference(&plain), Sort::Reference))
        })
        .map(|(spoken, sort)| Token::new(len, spoken, sort))
}

/// An identity number, whatever stands between its signs; one of seventeen digits and an X even if it is mistyped.
pub(super) fn identity(signs: &Signs, at: usize, hearing: Hearing) -> Option<Token> {
    let mut plain = String::new();
    let mut end = at;
    while plain.len() < 18 {
        let gap = (0..3).take_while(|ahead| is_separator(signs.at(end + ahead))).count();
        let sign = signs.at(end + gap);
        let last = plain.len() == 17 && matches!(sign, 'X' | 'x');
        if gap > 2 || !(sign.is_ascii_digit() || last) {
            return None;
        }
        plain.push(sign.to_ascii_uppercase());
        end += gap + 1;
    }
    let mistyped = plain.ends_with('X') && end - at == 18;
    let whole = !signs.at(end).is_ascii_digit() && (mistyped || IdNumber::try_from(plain.clone()).is_ok());
    whole.then(|| Token::new(end - at, value::identity(&plain, hearing), Sort::Identity))
}

/// In the groups in which it stands, else in those in which people dictate it; a person's own by its two ends.
fn telephone(signs: &Signs, at: usize, groups: &[usize], plain: &str, hearing: Hearing) -> Option<(String, Sort)> {
    let shown = signs.text(at, groups.iter().sum::<usize>() + groups.len() - 1);
    let mobile = plain.len() == 11 && plain.starts_with('1') && !plain.starts_with("10") && matches!(groups, [11] | [3, 4, 4] | [3, 8]);
    if mobile && !matches!(signs.at(at + shown.chars().count()), '元' | '%' | '.') {
        return Some((value::mobile(plain, hearing), Sort::Mobile));
    }
    let line = match groups {
        [3..=4, rest @ ..] if plain.starts_with('0') => matches!(rest.iter().sum::<usize>(), 7 | 8),
        [10..=12] if plain.starts_with('0') => true,
        [10] | [3, 7] | [3, 3, 4] | [3, 4, 3] => plain.starts_with("400") || plain.starts_with("800"),
        _ => false,
    };
    let as_shown = || grouped(shown.split(['-', ' ']));
    line.then(|| (if groups.len() > 2 { as_shown() } else { value::phone(plain) }, Sort::Line))
}

/// `139****1234`, `990101********0019`: what stars hide stays hidden.
fn masked(signs: &Signs, at: usize) -> Option<Token> {
    let head = signs.digits(at);
    let stars = stars(signs, at + head);
    if stars < 2 {
        return None;
    }
    let rest = tail(signs, at + head + stars)?;
    let last = signs.text(at + head + stars, rest);
    let first = digits(&signs.text(at, head), One::Yao);
    let sort = if stars > 4 { Sort::Identity } else { Sort::Mobile };
    Some(Token::new(head + stars + rest, format!("{first}开头，{}", value::tail(&last)), sort))
}

fn stars_and_tail(signs: &Signs, at: usize) -> Option<Token> {
    let stars = stars(signs, at);
    let rest = tail(signs, at + stars)?;
    (stars >= 2).then(|| Token::new(stars + rest, value::tail(&signs.text(at + stars, rest)), Sort::Identity))
}

/// Nobody hides more than twenty signs.
fn stars(signs: &Signs, at: usize) -> usize {
    (0..20).take_while(|ahead| signs.at(at + ahead) == '*').count()
}

/// Up to six digits and perhaps an X behind the stars.
fn tail(signs: &Signs, from: usize) -> Option<usize> {
    let digits = signs.digits(from);
    let x = usize::from(matches!(signs.at(from + digits), 'X' | 'x'));
    let free = !signs.at(from + digits + x).is_ascii_alphanumeric();
    (free && (1..=6).contains(&(digits + x))).then_some(digits + x)
}
