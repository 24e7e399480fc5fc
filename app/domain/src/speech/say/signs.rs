//! Single signs: words as they are, punctuation as pauses, symbols by their names, everything that has no sound by silence.

use super::visible::is_han;
use super::{Signs, Sort, Token};
use crate::speech::number::cardinal;

/// One sign, or several of the same that make one pause.
pub(super) fn token(signs: &Signs, at: usize, last: Option<Sort>) -> Token {
    let sign = signs.at(at);
    let one = |spoken: &str, sort| Token::new(1, spoken, sort);
    match sign {
        ' ' => space(signs, at),
        '。' | '！' | '？' | '；' => one(&sign.to_string(), Sort::Stop),
        '!' => one("！", Sort::Stop),
        '?' | '؟' => one("？", Sort::Stop),
        ';' => one("；", Sort::Stop),
        '.' => full_stop(signs, at),
        '、' => one("、", Sort::Pause),
        '，' | ',' | '：' | ':' | '|' | '…' | '（' | '）' | '(' | ')' | '【' | '】' | '〔' | '〕' | '[' | ']' | '•' | '→' => {
            one("，", Sort::Pause)
        }
        '-' | '—' | '~' => dash(signs, at, last),
        '/' => slash(signs, at),
        '*' => one(if hides_a_name(signs, at) { "某" } else { "" }, Sort::Word),
        '<' | '>' | '=' | '×' | '+' | '±' | '÷' => one(between_numbers(signs, at), Sort::Word),
        '≥' => one("大于等于", Sort::Word),
        '≤' => one("小于等于", Sort::Word),
        '≠' => one("不等于", Sort::Word),
        '&' => one("和", Sort::Word),
        '@' => one("艾特", Sort::Word),
        '#' => one("井号", Sort::Word),
        '℃' => one("摄氏度", Sort::Word),
        '°' => one("度", Sort::Word),
        '%' => one("百分号", Sort::Word),
        '№' => one("编号", Sort::Word),
        '½' => one("二分之一", Sort::Number),
        '①'..='⑳' => one(&format!("{}，", cardinal(u64::from(u32::from(sign) - 0x245F))), Sort::Number),
        c if c.is_alphabetic() || is_han(c) => one(&c.to_string(), Sort::Word),
        _ => one("", Sort::Word),
    }
}

/// A space is heard between digits and between letters only.
fn space(signs: &Signs, at: usize) -> Token {
    let (before, after) = (signs.before(at), signs.at(at + 1));
    let sort = |spoken| Token::new(1, spoken, Sort::Pause);
    let figure = before.is_ascii_digit() || after.is_ascii_digit();
    if figure && before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric() {
        sort("，")
    } else if !is_han(before) && !is_han(after) && before.is_alphanumeric() && after.is_alphanumeric() {
        sort(" ")
    } else {
        sort("")
    }
}

fn full_stop(signs: &Signs, at: usize) -> Token {
    let ends = matches!(signs.at(at + 1), ' ' | '\0');
    if ends { Token::new(1, "。", Sort::Stop) } else { Token::new(1, "", Sort::Word) }
}

/// 到 between two amounts, 负 before one, else a pause.
fn dash(signs: &Signs, at: usize, last: Option<Sort>) -> Token {
    let sign = signs.at(at);
    let len = signs.run(at, |c| c == sign);
    let next = signs.skip_space(at + len);
    let digit = signs.at(next).is_ascii_digit() || signs.at(next) == '¥';
    let amount = matches!(last, Some(Sort::Number | Sort::Percent | Sort::Money | Sort::Date | Sort::Time));
    let touches = amount && signs.before(at) != ' ' || signs.before(at).is_ascii_digit();
    if len == 1 && digit && touches {
        let names = sign == '-' && last == Some(Sort::Number) && !rises(signs, at, next);
        return if names { Token::new(1, "杠", Sort::Word) } else { Token::new(1, "到", Sort::Word) };
    }
    if len == 1 && sign == '-' && digit && next == at + 1 && !signs.before(at).is_alphanumeric() || is_debt(signs, at, next, digit) {
        return Token::new(1, "负", Sort::Word);
    }
    Token::new(len, "，", Sort::Pause)
}

/// 余额-12.50元
fn is_debt(signs: &Signs, at: usize, next: usize, digit: bool) -> bool {
    signs.at(at) == '-' && digit && next == at + 1 && is_han(signs.before(at))
}

/// A hyphen between two numbers means 「到」 only where the second is the larger one.
fn rises(signs: &Signs, at: usize, next: usize) -> bool {
    let before = (0..4).take_while(|back| at > *back && signs.at(at - 1 - back).is_ascii_digit()).count();
    let first = signs.number(at - before, before);
    let second = signs.number(next, signs.digits(next).min(5));
    matches!((first, second), (Some(first), Some(second)) if first < second)
}

fn slash(signs: &Signs, at: usize) -> Token {
    let (before, after) = (signs.before(at), signs.at(at + 1));
    if before.is_ascii_digit() && after.is_ascii_digit() { Token::new(1, "斜杠", Sort::Word) } else { Token::new(1, "、", Sort::Pause) }
}

/// 王*, 李**
fn hides_a_name(signs: &Signs, at: usize) -> bool {
    let stars = (0..3).take_while(|back| at > *back && signs.at(at - 1 - back) == '*').count();
    stars < 3 && at > stars && is_han(signs.at(at - 1 - stars))
}

fn between_numbers(signs: &Signs, at: usize) -> &'static str {
    if !signs.at(signs.skip_space(at + 1)).is_ascii_digit() {
        return "";
    }
    match signs.at(at) {
        '<' => "小于",
        '>' => "大于",
        '=' => "等于",
        '×' => "乘以",
        '÷' => "除以",
        '±' => "正负",
        _ => "加",
    }
}
