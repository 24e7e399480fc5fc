//! Money as people type and read it; kept in 分, as a whole number. Never floats, never a currency beside 元.

use super::field::{half_width_digits, outer_trim};

/// 「1234.5」「1,234.50元」「￥1234」 in 分. Nothing for what is no sum: two points, three decimals, a minus, zero.
pub fn parse_fen(typed: &str) -> Option<u64> {
    let text = half_width_digits(outer_trim(typed)).replace(['．', '。'], ".");
    let text = text.trim_start_matches(['￥', '¥']).trim_end_matches('元');
    let text: String = text.chars().filter(|c| !matches!(c, ',' | '，' | ' ' | '\u{3000}')).collect();
    let (yuan, fen) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 12 || fen.len() > 2 || !digits(yuan) || !digits(fen) {
        return None;
    }
    let cents: u64 = format!("{fen:0<2}").parse().ok()?;
    Some(yuan.parse::<u64>().ok()? * 100 + cents).filter(|sum| *sum > 0)
}

/// 「1,234.50 元」
pub fn yuan(fen: u64) -> String {
    let whole = (fen / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{:02} 元", fen % 100)
}

/// As it stands in a box of a form.
pub fn plain(fen: u64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_read_as_people_write_them() {
        for (typed, fen) in
            [("1234.56", 123_456), ("1,234.5", 123_450), ("１２３４．５元", 123_450), ("￥ 88", 8_800), (" 0.05 ", 5), ("7.", 700)]
        {
            assert_eq!(parse_fen(typed), Some(fen), "{typed}");
        }
    }

    #[test]
    fn what_is_no_sum_is_not_guessed() {
        for typed in ["", "0", "0.00", "-5", "1.234", "1.2.3", "一千", "12a", ".5", "9999999999999"] {
            assert_eq!(parse_fen(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_was_read_is_read_again_from_its_own_words() {
        assert_eq!(yuan(123_456_789), "1,234,567.89 元");
        for fen in [1, 100, 99_999, 100_000, 123_456, 123_456_789] {
            assert_eq!((parse_fen(&yuan(fen)), parse_fen(&plain(fen))), (Some(fen), Some(fen)));
        }
    }
}
