//! What was said into a field, as the text that may stand in it; or nothing, and then she is asked to type or to say it again.
//! Never fills in money, a consent or a code: those are not taken by voice at all. What is understood is shown, read back
//! and confirmed by a tap; here nothing is decided.

mod dates;
mod numbers;

pub use dates::date;
pub use numbers::{digits, number};

use crate::catalog::FieldKind;
use crate::intent::sound::{Sounds, fit, sounds_of};

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Number,
    Date,
    YesNo,
    /// One of a list: a province, a city, a choice.
    OneOf,
    /// Free words.
    Words,
    Name,
    Phone,
    /// Said aloud it would be heard by the whole room.
    Identity,
    Money,
    Consent,
    Code,
    Password,
}

/// Whether a voice may fill this field. Money, consent and codes never; numbers that must not be overheard neither.
pub fn may_be_spoken(asked: Asked) -> bool {
    match asked {
        Asked::Number | Asked::Date | Asked::YesNo | Asked::OneOf | Asked::Words | Asked::Name | Asked::Phone => true,
        Asked::Identity | Asked::Money | Asked::Consent | Asked::Code | Asked::Password => false,
    }
}

impl From<FieldKind> for Asked {
    fn from(kind: FieldKind) -> Asked {
        match kind {
            FieldKind::Choice(_) | FieldKind::Among { .. } | FieldKind::Province | FieldKind::City { .. } => Asked::OneOf,
            FieldKind::Line { .. } => Asked::Words,
            FieldKind::Date(_) => Asked::Date,
            FieldKind::Name => Asked::Name,
            FieldKind::Phone => Asked::Phone,
            // Several at once are ticked; long numbers are typed.
            FieldKind::Checks(_) | FieldKind::Digits { .. } | FieldKind::Count { .. } => Asked::Words,
            FieldKind::Money { .. } => Asked::Money,
            FieldKind::IdNumber => Asked::Identity,
        }
    }
}

/// Questions and doubts are no answer, whatever words stand in them.
const DOUBTS: [&str; 12] =
    ["是不是", "对不对", "有没有", "行不行", "要不要", "能不能", "好不好", "不清楚", "不知道", "不确定", "说不准", "不好说"];
const NO: [&str; 14] = ["不是", "不对", "没有", "不要", "不用", "不行", "不同意", "不想", "不能", "不可以", "没", "不", "错", "别"];
const YES: [&str; 11] = ["是", "对", "有", "好", "行", "可以", "要", "嗯", "同意", "没错", "不错"];

/// 是的, 对, 有 are yes; 不是, 没有, 不要 are no. Both at once, or neither, is no answer.
pub fn yes_no(said: &str) -> Option<bool> {
    let said: String = said.chars().filter(|c| c.is_alphanumeric()).collect();
    if said.chars().count() > 12 || DOUBTS.iter().any(|doubt| said.contains(doubt)) {
        return None;
    }
    if ["没错", "不错", "没问题"].iter().any(|yes| said.contains(yes)) {
        return Some(true);
    }
    let mut rest = said;
    let mut no = false;
    for word in NO {
        if rest.contains(word) {
            no = true;
            rest = rest.replace(word, "");
        }
    }
    let yes = YES.iter().any(|word| rest.contains(word));
    match (yes, no) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// People leave the 省 and 市 away.
fn short(name: &str) -> &str {
    let kinds = ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "自治州", "省", "市", "县", "区"];
    kinds.into_iter().find_map(|kind| name.strip_suffix(kind)).filter(|rest| rest.chars().count() >= 2).unwrap_or(name)
}

/// Which of a list was meant: the only one whose name is near enough. Of two that are as near, none.
pub fn one_of(said: &str, names: &[&str], sounds: &dyn Sounds) -> Option<usize> {
    let heard = sounds_of(said, sounds);
    if heard.is_empty() || heard.len() > 40 {
        return None;
    }
    // The same signs are nearer than the same sound.
    let mut written = names.iter().enumerate().filter(|(_, name)| said.contains(**name));
    if let (Some((at, _)), None) = (written.next(), written.next()) {
        return Some(at);
    }
    let mut near: Vec<(f64, usize, usize)> = names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| {
            let whole = sounds_of(name, sounds);
            let short = sounds_of(short(name), sounds);
            let (cost, length) = [whole, short]
                .into_iter()
                .filter(|name| !name.is_empty())
                .map(|name| (fit(&name, &heard).0, name.len()))
                .min_by(|a, b| a.0.total_cmp(&b.0))?;
            let allowed = if length <= 2 { 0.35 } else { 0.5 };
            (cost <= allowed).then_some((cost, length, at))
        })
        .collect();
    // The nearest, and of those the longest: 「吉林市」 is not 「吉林」 when both are in the list.
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    match near.as_slice() {
        [(_, _, only)] => Some(*only),
        [first, second, ..] if (first.0, first.1) != (second.0, second.1) => Some(first.2),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
