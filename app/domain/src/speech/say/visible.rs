//! What of a text can be seen at all, and one shape for signs that come in several widths.

/// The text without control signs, invisible marks and private characters, with single spaces.
/// Somebody who hides marks between the digits of a number gains nothing by it.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_unseen(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{E000}'..='\u{F8FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}'
            | '\u{E0000}'..='\u{10FFFF}')
}

/// Full-width letters, digits and signs as plain ones; digits of other scripts as ours. One sign stays one sign.
pub(super) fn fold(c: char) -> char {
    let digit = |zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c);
    match c {
        '０'..='９' => digit('０'),
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        '༠'..='༩' => digit('༠'),
        '᠐'..='᠙' => digit('᠐'),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '％' => '%',
        '／' => '/',
        '．' => '.',
        '＋' => '+',
        '＝' => '=',
        '＊' => '*',
        '＜' => '<',
        '＞' => '>',
        '＆' => '&',
        '＠' => '@',
        '＃' => '#',
        '￥' => '¥',
        '－' | '‐' | '‑' | '‒' | '−' => '-',
        '–' | '―' => '—',
        '～' | '〜' => '~',
        other => other,
    }
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇' | '々')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_seen_is_left() {
        assert_eq!(visible(" 您\u{7}好 \n\t 王\u{200b}桂兰\u{202e}\u{e000} "), "您好 王桂兰");
        assert_eq!(fold('９'), '9');
    }
}
