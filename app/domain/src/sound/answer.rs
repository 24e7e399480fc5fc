//! What was said into a field: a day, a number, one of several choices. Tolerant in what it takes; where it is in doubt it
//! gives nothing and she is asked again. Which fields may be spoken into at all is said here too.

use crate::catalog::FieldKind;
use jiff::Span;
use jiff::civil::Date;

/// Days, places, choices and telephone numbers may be said. Names are written in too many ways, and lines of one's own are
/// typed; money, consent and codes are no fields of an application and never come here.
pub fn may_be_spoken(kind: FieldKind) -> bool {
    match kind {
        FieldKind::Choice(_) | FieldKind::Province | FieldKind::City { .. } | FieldKind::Date(_) | FieldKind::Phone => true,
        FieldKind::Line { .. } | FieldKind::Name => false,
    }
}

/// The value of a sign that stands for a number.
fn digit(sign: char) -> Option<u32> {
    match sign {
        '0'..='9' => sign.to_digit(10),
        '０'..='９' => Some(u32::from(sign) - u32::from('０')),
        '零' | '〇' => Some(0),
        '一' | '幺' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// 「二零二六」, 「2026」, 「十二」, 「二十三」: up to four places.
fn number(signs: &[char]) -> Option<u32> {
    if signs.is_empty() || signs.len() > 4 {
        return None;
    }
    if let Some(at) = signs.iter().position(|s| *s == '十') {
        let (tens, ones) = (&signs[..at], &signs[at + 1..]);
        let tens = if tens.is_empty() { 1 } else { single(tens)? };
        let ones = if ones.is_empty() { 0 } else { single(ones)? };
        return Some(tens * 10 + ones);
    }
    signs.iter().try_fold(0, |sum, sign| Some(sum * 10 + digit(*sign)?))
}

fn single(signs: &[char]) -> Option<u32> {
    match signs {
        [sign] => digit(*sign),
        _ => None,
    }
}

/// The number that ends just before a place.
fn number_before(signs: &[char], end: usize) -> Option<u32> {
    let from = signs[..end].iter().rposition(|s| digit(*s).is_none() && *s != '十').map_or(0, |at| at + 1);
    number(&signs[from..end])
}

/// A day: 「2026年3月5号」, 「三月五日」 (the nearest one), 「明天」.
pub fn day(words: &str, today: Date) -> Option<Date> {
    for (word, days) in [("大前天", -3), ("前天", -2), ("昨天", -1), ("今天", 0), ("今日", 0), ("大后天", 3), ("后天", 2), ("明天", 1)]
    {
        if words.contains(word) {
            return today.checked_add(Span::new().days(days)).ok();
        }
    }
    let signs: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    let at = |names: &[char]| signs.iter().position(|s| names.contains(s));
    let month_at = at(&['月'])?;
    let month = i8::try_from(number_before(&signs, month_at)?).ok()?;
    let rest = &signs[month_at + 1..];
    let end = rest.iter().position(|s| digit(*s).is_none() && *s != '十').unwrap_or(rest.len());
    let day = i8::try_from(number(&rest[..end])?).ok()?;
    let said = at(&['年']).filter(|y| *y < month_at).map(|y| {
        let year = number_before(&signs, y).map(|n| if n < 100 { n + 2000 } else { n });
        let near = [("今年", 0), ("明年", 1), ("去年", -1)].into_iter().find(|(w, _)| words.contains(w)).map(|(_, n)| today.year() + n);
        year.and_then(|n| i16::try_from(n).ok()).or(near)
    });
    match said {
        Some(year) => Date::new(year?, month, day).ok(),
        None => [-1, 0, 1]
            .into_iter()
            .filter_map(|n: i16| Date::new(today.year() + n, month, day).ok())
            .min_by_key(|date| (date.since(today).map_or(i32::MAX, |span| (span.get_days()).abs()), *date)),
    }
}

/// Eleven digits, said one by one.
pub fn phone(words: &str) -> Option<String> {
    let digits: String = words.chars().filter_map(digit).filter_map(|d| char::from_digit(d, 10)).collect();
    (digits.len() == 11 && digits.starts_with('1')).then_some(digits)
}

/// Which of several was meant, by its place in the list: the one whose name was said, or that shares clearly more with what
/// was said than any other. In doubt none.
pub fn choice(words: &str, names: &[String]) -> Option<usize> {
    let said: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
    let fit = |name: &String| {
        let name: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
        let pairs: Vec<&[char]> = name.windows(2).collect();
        let shared = pairs.iter().filter(|pair| said.windows(2).any(|w| w == **pair)).count();
        let whole = !name.is_empty() && said.windows(name.len()).any(|w| w == name);
        // 「浙江」 names 「浙江省」.
        let begins = said.len() >= 2 && name.starts_with(&said);
        if whole {
            100 + name.len()
        } else if begins {
            90
        } else {
            shared * 10 / pairs.len().max(1)
        }
    };
    let mut all: Vec<(usize, usize)> = names.iter().map(fit).enumerate().map(|(at, fit)| (fit, at)).collect();
    all.sort_by_key(|(fit, at)| (std::cmp::Reverse(*fit), *at));
    match all.as_slice() {
        [(best, at), rest @ ..] if *best >= 5 && rest.first().is_none_or(|(next, _)| next < best) => Some(*at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn days_are_understood_as_people_say_them() {
        let today = date(2026, 11, 25);
        for (words, expected) in [
            ("2026年3月5日", date(2026, 3, 5)),
            ("二零二六年三月五号", date(2026, 3, 5)),
            ("我是二零二六年十二月二十三号去的", date(2026, 12, 23)),
            ("十二月一号", date(2026, 12, 1)),
            ("一月三号", date(2027, 1, 3)),
            ("明年一月十号", date(2027, 1, 10)),
            ("今天", today),
            ("后天去", date(2026, 11, 27)),
            ("大后天", date(2026, 11, 28)),
        ] {
            assert_eq!(day(words, today), Some(expected), "{words}");
        }
        for words in ["", "三月", "二月三十号", "五号", "下个月", "十三月一号", "三月五十号"] {
            assert_eq!(day(words, today), None, "{words}");
        }
    }

    #[test]
    fn a_choice_is_the_one_that_was_named_and_in_doubt_none() {
        let places: Vec<String> = ["河北省", "河南省", "湖北省", "浙江省", "北京市"].map(str::to_owned).to_vec();
        assert_eq!(choice("浙江", &places), Some(3));
        assert_eq!(choice("在北京市看病", &places), Some(4));
        assert_eq!(choice("河", &places), None);
        assert_eq!(choice("今天天气不错", &places), None);
        assert_eq!(choice("", &places), None);
        let kinds: Vec<String> = ["长期住在外地", "临时去外地看病", "在外地突然生病"].map(str::to_owned).to_vec();
        assert_eq!(choice("我长期住在外地", &kinds), Some(0));
        assert_eq!(choice("外地", &kinds), None, "all of them are");
    }

    #[test]
    fn a_telephone_number_has_eleven_digits() {
        assert_eq!(phone("幺三九零零零零一二三四").as_deref(), Some("13900001234"));
        assert_eq!(phone("139 0000 123"), None);
    }

    proptest! {
        #[test]
        fn nothing_breaks_on_any_words(words: String) {
            let _ = (day(&words, date(2026, 11, 25)), phone(&words), choice(&words, std::slice::from_ref(&words)));
        }
    }
}
