//! Whatever a page shows, speech says the same: each number is parsed back out of what is heard.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::person::IdNumber;
use crate::speech::answer::{date, number};
use crate::speech::value;
use jiff::civil::date as day;
use proptest::prelude::*;

/// Text as it may stand on a page: figures of every shape among words, letters and signs.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[0-9]{1,14}",
        "[1-9][0-9]{0,2}(,[0-9]{3}){1,3}",
        "[0-9]{1,4}\\.[0-9]{1,3}",
        "[0-9]{1,2}[:：][0-9]{2}",
        "[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日( 星期[一二三四五六日])?",
        "20[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9]",
        "[0-9]{1,3}(\\.[0-9])?%",
        "¥?[0-9]{1,7}(\\.[0-9]{1,2})? ?元?",
        "1[3-9][0-9]{9}|1[3-9][0-9] [0-9]{4} [0-9]{4}|0[0-9]{2,3}-[0-9]{3} ?[0-9]{4}",
        "[0-9]{1,3}(天|个|月|号|楼|岁| MB|kg|/[0-9]{1,2})",
        "[A-Z]{1,2}[0-9]{1,4}(-[A-Z0-9]{4})?",
        "[一-龥]{1,4}",
        "[ ，。：（）「」—~*+<>=&@#/-]",
        "编号|电话|第|打|共",
    ];
    prop::collection::vec(part, 1..8).prop_map(|parts| parts.concat())
}

/// The digits of a text in their order, as one string.
fn digits_of(text: &str) -> String {
    text.chars().filter_map(heard_digit).collect()
}

fn heard_digit(c: char) -> Option<char> {
    let spoken = "零一二三四五六七八九".chars().position(|digit| digit == c).and_then(|at| char::from_digit(at as u32, 10));
    spoken.or(match c {
        '幺' => Some('1'),
        '两' => Some('2'),
        c if c.is_ascii_digit() => Some(c),
        _ => None,
    })
}

/// The numbers in what is heard, each read by itself.
fn numbers_heard(spoken: &str) -> Vec<u64> {
    let spoken = spoken.trim_start_matches("百分之").trim_start_matches("千分之");
    let spoken = spoken.split("星期").next().unwrap();
    let runs = spoken.split(|c: char| heard_digit(c).is_none() && !"十百千万亿".contains(c)).filter(|run| !run.is_empty());
    runs.map(|run| number(run).unwrap_or_else(|| panic!("{run} is no number"))).collect()
}

fn numbers_shown(shown: &str) -> Vec<u64> {
    shown.replace(',', "").split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(|run| run.parse().unwrap()).collect()
}

/// 一千二百三十四元五角 → 123450
fn fen_heard(spoken: &str) -> u64 {
    let mut rest = spoken;
    let mut fen = 0;
    for (unit, worth) in [('元', 100), ('角', 10), ('分', 1)] {
        if let Some((amount, after)) = rest.split_once(unit) {
            fen += number(amount).unwrap() * worth;
            rest = after;
        }
    }
    assert!(rest.is_empty(), "{spoken}");
    fen
}

fn fen_shown(shown: &str) -> u64 {
    let plain: String = shown.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let (yuan, behind) = plain.split_once('.').unwrap_or((&plain, ""));
    yuan.parse::<u64>().unwrap() * 100 + format!("{behind:0<2}").parse::<u64>().unwrap()
}

fn tells_the_same(segment: &Segment) {
    let (shown, spoken) = (segment.shown.as_str(), segment.spoken.as_str());
    // A person's, or longer than any number that is said: only its ends are heard.
    let longest = shown.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    if matches!(segment.sort, Sort::Identity | Sort::Mobile) || longest > 19 {
        return;
    }
    match segment.sort {
        Sort::Money if !spoken.contains('点') => return assert_eq!(fen_heard(spoken), fen_shown(shown), "{shown}: {spoken}"),
        _ if !spoken.contains(['十', '百', '千', '万', '亿', '点', '年', '月', '分', '斤']) => {
            // 09号 is said 九号.
            let plain = |digits: String| digits.trim_start_matches('0').to_owned();
            return assert_eq!(plain(digits_of(spoken)), plain(digits_of(shown)), "{shown}: {spoken}");
        }
        _ => {}
    }
    let mut numbers = (numbers_shown(shown), numbers_heard(spoken));
    if segment.sort == Sort::Time {
        // A full hour has no minutes to say.
        numbers.0.retain(|number| *number != 0 || shown.starts_with('0'));
        numbers.1.dedup();
        numbers.0.dedup();
    }
    if spoken.contains("分之") && shown.contains('/') {
        numbers.0.reverse();
    }
    assert_eq!(numbers.0, numbers.1, "{shown}: {spoken}");
}

proptest! {
    #[test]
    fn every_number_on_the_screen_is_heard(text in text()) {
        let all = segments(&text, Hearing::Masked);
        for segment in all.iter().filter(|segment| segment.shown.chars().any(|c| c.is_ascii_digit())) {
            tells_the_same(segment);
        }
        let shown: String = all.iter().map(|segment| segment.shown.as_str()).collect();
        prop_assert_eq!(shown, visible(&text));
    }

    #[test]
    fn only_words_letters_and_pauses_are_ever_spoken(text in prop_oneof![text(), "\\PC{0,80}", any::<String>()]) {
        let spoken = say(&text);
        let strange = spoken.chars().find(|c| !(c.is_alphabetic() || "，、；。！？ ".contains(*c)));
        prop_assert_eq!(strange, None, "{}", spoken);
        prop_assert!(spoken.chars().count() <= text.chars().count() * 6 + 10);
        let bare = |text: &str| text.replace(' ', "");
        prop_assert_eq!(bare(&say(&spoken)), bare(&spoken), "what was said once is not read otherwise again");
    }

    #[test]
    fn sums_and_days_come_back_from_text(fen in 0u64..10_000_000_000, year in 1900i16..2100, month in 1i8..=12, of_month in 1i8..=28) {
        prop_assert_eq!(fen_heard(&say(&format!("{}.{:02} 元", fen / 100, fen % 100))), fen);
        prop_assert_eq!(fen_heard(&value::money(fen as i64)), fen);
        let meant = day(year, month, of_month);
        for shown in [format!("{year}年{month}月{of_month}日"), format!("{year}-{month:02}-{of_month:02}"), format!("{year} 年 {month} 月 {of_month} 日")] {
            prop_assert_eq!(date(&say(&shown), day(2026, 11, 22)), Some(meant), "{}", shown);
        }
    }

    #[test]
    fn an_identity_number_is_never_heard_in_full(
        year in 1930i16..2020, month in 1i8..=12, of_month in 1i8..=28, order in 0u16..1000,
        marks in prop::collection::vec(prop_oneof![Just(""), Just(" "), Just("-"), Just("."), Just("，"), Just("\u{200b}"), Just("、")], 18),
        before in "[一-龥A-Z，。（：]{0,6}", after in "([一-龥。）A-Z][一-龥A-Z0-9]{0,3})?",
    ) {
        let number = IdNumber::compose("990101", day(year, month, of_month), order).unwrap();
        let shown: String = number.plain().chars().zip(&marks).map(|(c, mark)| format!("{mark}{c}")).collect();
        let spoken = say(&format!("{before}{shown}{after}"));
        let heard = digits_of(&spoken);
        prop_assert!(!heard.contains(&number.plain()[6..14]), "{}: {}", shown, spoken);
    }

    #[test]
    fn an_identity_number_is_heard_in_full_when_it_was_asked_for(order in 0u16..1000) {
        let number = IdNumber::compose("990101", day(1945, 3, 7), order).unwrap();
        let spoken = spoken(&segments(number.plain(), Hearing::InFull));
        prop_assert_eq!(digits_of(&spoken), number.plain().trim_end_matches('X'));
    }
}
