//! Values whose kind is known, as they are heard: sums, days, clock times, telephone numbers, references, identity numbers.
//! An identity number is never heard in full unless the caller says that it was asked for.

use super::number::{One, cardinal, digits, grouped};
use jiff::civil::{Date, Weekday};

/// Whether long personal numbers are heard in full.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hearing {
    /// Somebody else may be listening: their ends only.
    #[default]
    Masked,
    /// The person asked for it.
    InFull,
}

/// A number that counts things: 2 is 两.
pub fn count(number: u64) -> String {
    if number == 2 { "两".to_owned() } else { cardinal(number) }
}

/// 一千二百三十四元五角, from 分.
pub fn money(fen: i64) -> String {
    let sign = if fen < 0 { "负" } else { "" };
    let fen = fen.unsigned_abs();
    let (yuan, jiao, last) = (fen / 100, fen / 10 % 10, fen % 10);
    let mut out = String::from(sign);
    if yuan > 0 || fen == 0 {
        out.push_str(&count_of(yuan, fen == 0));
        out.push('元');
    }
    match (jiao, last) {
        (0, 0) => {}
        (0, last) => {
            let gap = if yuan > 0 { "零" } else { "" };
            out.push_str(&format!("{gap}{}分", cardinal(last)));
        }
        (jiao, 0) => out.push_str(&format!("{}角", cardinal(jiao))),
        (jiao, last) => out.push_str(&format!("{}角{}分", cardinal(jiao), cardinal(last))),
    }
    out
}

fn count_of(yuan: u64, nothing: bool) -> String {
    if nothing { "零".to_owned() } else { count(yuan) }
}

/// 二零二六年十一月二十二日，星期日
pub fn date(day: Date) -> String {
    format!("{}，{}", plain_date(day.year().into(), day.month().into(), day.day().into()), weekday(day.weekday()))
}

pub(super) fn plain_date(year: i32, month: i32, day: i32) -> String {
    format!("{}年{}", digits(&year.to_string(), One::Yi), month_day(month, day))
}

pub(super) fn month_day(month: i32, day: i32) -> String {
    let said = |n: i32| cardinal(u64::from(n.unsigned_abs()));
    format!("{}月{}日", said(month), said(day))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "星期一",
        Weekday::Tuesday => "星期二",
        Weekday::Wednesday => "星期三",
        Weekday::Thursday => "星期四",
        Weekday::Friday => "星期五",
        Weekday::Saturday => "星期六",
        Weekday::Sunday => "星期日",
    }
}

/// 八点三十分, 八点零五分, 两点.
pub fn clock(hour: u8, minute: u8) -> String {
    let minutes = match minute {
        0 => String::new(),
        1..=9 => format!("零{}分", cardinal(minute.into())),
        _ => format!("{}分", cardinal(minute.into())),
    };
    format!("{}点{minutes}", count(hour.into()))
}

/// A telephone number in the groups in which it is dictated: 幺三九，零零零零，幺二三四.
pub fn phone(number: &str) -> String {
    let plain: String = number.chars().filter(char::is_ascii_digit).collect();
    let short_area = ["010", "02"].iter().any(|area| plain.starts_with(area));
    let cuts: &[usize] = match plain.len() {
        11 if plain.starts_with('1') => &[3, 4],
        10 if plain.starts_with("400") || plain.starts_with("800") => &[3, 3],
        10 if short_area => &[3, 3],
        11 if short_area => &[3, 4],
        11 if plain.starts_with('0') => &[4, 3],
        12 if plain.starts_with('0') => &[4, 4],
        _ => return grouped(chunks(&plain)),
    };
    grouped(split(&plain, cuts))
}

/// A person's own telephone, heard as `139****1234` is unless it was asked for.
pub fn mobile(number: &str, hearing: Hearing) -> String {
    match (hearing, number.get(..3), number.get(number.len().saturating_sub(4)..)) {
        (Hearing::Masked, Some(first), Some(last)) => format!("{}开头，{}", digits(first, One::Yao), tail(last)),
        _ => phone(number),
    }
}

/// The number of a case: three groups with pauses.
pub fn reference(number: &str) -> String {
    grouped(split(&number.chars().filter(char::is_ascii_digit).collect::<String>(), &[3, 3]))
}

/// Identity numbers and everything as long: 尾号零零幺九, or all of it in groups when it was asked for.
pub fn identity(number: &str, hearing: Hearing) -> String {
    let plain: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    match hearing {
        Hearing::Masked => tail(plain.get(plain.len().saturating_sub(4)..).unwrap_or("")),
        Hearing::InFull if plain.len() == 18 => grouped(split(&plain, &[6, 4, 4])),
        Hearing::InFull => grouped(split(&plain, &vec![4; plain.len() / 4])),
    }
}

pub(super) fn tail(last: &str) -> String {
    format!("尾号{}", digits(last, One::Yao))
}

/// `cuts` are lengths; what is left over is the last group.
fn split<'a>(text: &'a str, cuts: &[usize]) -> Vec<&'a str> {
    let mut rest = text;
    let mut groups = Vec::with_capacity(cuts.len() + 1);
    for cut in cuts {
        let (group, after) = rest.split_at_checked(*cut).unwrap_or((rest, ""));
        groups.push(group);
        rest = after;
    }
    groups.push(rest);
    groups
}

/// Digits without known groups: short enough to be kept in mind.
pub(super) fn chunks(plain: &str) -> Vec<&str> {
    match plain.len() {
        0..=5 => vec![plain],
        6 => split(plain, &[3]),
        7 => split(plain, &[3]),
        8 => split(plain, &[4]),
        9 | 10 => split(plain, &[3, 3]),
        11 => split(plain, &[3, 4]),
        long => split(plain, &vec![4; long / 4]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn sums_are_said_in_yuan_jiao_and_fen() {
        for (fen, said) in [
            (123_450, "一千二百三十四元五角"),
            (1_005_000, "一万零五十元"),
            (200, "两元"),
            (105, "一元零五分"),
            (155, "一元五角五分"),
            (50, "五角"),
            (5, "五分"),
            (0, "零元"),
            (-1200, "负十二元"),
        ] {
            assert_eq!(money(fen), said);
        }
    }

    #[test]
    fn days_and_times_are_said_as_they_are_written() {
        assert_eq!(date(day(2026, 11, 22)), "二零二六年十一月二十二日，星期日");
        assert_eq!([clock(8, 0), clock(8, 5), clock(14, 30), clock(2, 10)].join(" "), "八点 八点零五分 十四点三十分 两点十分");
    }

    #[test]
    fn numbers_of_people_and_cases_have_pauses() {
        assert_eq!(phone("13900001234"), "幺三九，零零零零，幺二三四");
        assert_eq!(phone("0990-5550100"), "零九九零，五五五，零幺零零");
        assert_eq!(phone("010-55500100"), "零幺零，五五五零，零幺零零");
        assert_eq!(phone("12393"), "幺二三九三");
        assert_eq!(mobile("13900001234", Hearing::Masked), "幺三九开头，尾号幺二三四");
        assert_eq!(mobile("13900001234", Hearing::InFull), phone("13900001234"));
        assert_eq!(reference("347 825 6477"), "三四七，八二五，六四七七");
    }

    #[test]
    fn an_identity_number_is_heard_by_its_end_unless_it_was_asked_for() {
        assert_eq!(identity("99010119400101018X", Hearing::Masked), "尾号零幺八X");
        assert_eq!(identity("990101194503070019", Hearing::InFull), "九九零幺零幺，幺九四五，零三零七，零零幺九");
    }
}
