//! Days as they are said: 明年三月一号, 十一月二十二日, 下周三, 后天, 三天以后. Relative ones need today, which comes in as a value.
//! A day of the moon calendar is no answer here: guessing would be worse than asking again.

use super::numbers::{is_of_number, read};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The day that was said; nothing where it is not clear or does not exist.
pub fn date(said: &str, today: Date) -> Option<Date> {
    let said: String = said.chars().filter(|c| c.is_alphanumeric()).take(40).collect();
    if ["农历", "阴历", "初", "腊月", "正月"].iter().any(|moon| said.contains(moon)) {
        return None;
    }
    near(&said, today).or_else(|| weekday(&said, today)).or_else(|| later(&said, today)).or_else(|| named(&said, today))
}

fn near(said: &str, today: Date) -> Option<Date> {
    // The longer word first: 大后天 holds 后天.
    let days = [("大后天", 3), ("后天", 2), ("明天", 1), ("明儿", 1), ("今天", 0), ("今儿", 0), ("大前天", -3), ("前天", -2), ("昨天", -1)];
    let (_, days) = days.into_iter().find(|(word, _)| said.contains(word))?;
    today.checked_add(days.days()).ok()
}

/// 这周五, 下星期一, 礼拜三: weeks begin with Monday.
fn weekday(said: &str, today: Date) -> Option<Date> {
    let (before, after) = ["星期", "礼拜", "周"].iter().find_map(|word| said.split_once(word))?;
    let day = "一二三四五六日".chars().position(|c| after.starts_with(c)).or(after.starts_with('天').then_some(6))?;
    let weeks: i64 = match before {
        _ if before.ends_with("下下") || before.ends_with("下下个") => 2,
        _ if before.ends_with('下') || before.ends_with("下个") => 1,
        _ if before.ends_with('上') || before.ends_with("上个") => -1,
        _ => 0,
    };
    let monday = today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).ok()?;
    monday.checked_add((weeks * 7 + i64::try_from(day).ok()?).days()).ok()
}

/// 三天以后, 两周后, 半个月后, 一个月后
fn later(said: &str, today: Date) -> Option<Date> {
    let said = said.split(['后', '過']).next().filter(|_| said.contains('后'))?.trim_end_matches('以').trim_end_matches('之');
    if said.ends_with("半个月") {
        return today.checked_add(15.days()).ok();
    }
    let (head, make): (&str, fn(i64) -> Span) = [
        ("天", (|n| n.days()) as fn(i64) -> Span),
        ("个星期", |n| n.weeks()),
        ("个礼拜", |n| n.weeks()),
        ("周", |n| n.weeks()),
        ("个月", |n| n.months()),
        ("年", |n| n.years()),
    ]
    .into_iter()
    .find_map(|(unit, make)| Some((said.strip_suffix(unit)?, make)))?;
    let number = read(&last_run(head)).filter(|n| (1..=400).contains(n))?;
    today.checked_add(make(i64::try_from(number).ok()?)).ok()
}

/// Year, month and day by name; without a year the nearest one that is not half a year gone.
fn named(said: &str, today: Date) -> Option<Date> {
    let (before_month, after_month) = said.split_once('月')?;
    let (year_part, month_part) = before_month.rsplit_once('年').unwrap_or(("", before_month));
    let month = match month_part {
        _ if before_month.ends_with("下个") => return month_from_now(after_month, today, 1),
        _ if before_month.ends_with("这个") || before_month.ends_with('本') => return month_from_now(after_month, today, 0),
        _ if before_month.ends_with("上个") => return month_from_now(after_month, today, -1),
        part => i8::try_from(read(&last_run(part))?).ok()?,
    };
    let relative = [("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1), ("后年", 2)];
    if let Some((_, years)) = relative.iter().find(|(word, _)| before_month.contains(word)) {
        return day_in(after_month, today.year() + years, month);
    }
    if before_month.contains('年') {
        return day_in(after_month, year(&last_run(year_part))?, month);
    }
    let this = day_in(after_month, today.year(), month)?;
    let gone = this < today.checked_sub(180.days()).ok()?;
    if gone { day_in(after_month, today.year() + 1, month) } else { Some(this) }
}

fn month_from_now(after: &str, today: Date, months: i64) -> Option<Date> {
    let month = today.first_of_month().checked_add(months.months()).ok()?;
    day_in(after, month.year(), month.month())
}

/// 二零二六, 2026, 两千零二十六; 二六 is 2026, 四五 is 1945: nobody means 2045.
fn year(run: &str) -> Option<i16> {
    let number = i16::try_from(read(run)?).ok()?;
    match (number, run.chars().count()) {
        (1000..=2999, _) => Some(number),
        (0..=39, 2) => Some(2000 + number),
        (40..=99, 2) => Some(1900 + number),
        _ => None,
    }
}

/// 「二十二日」, 「1号」 or 「底」 behind the month.
fn day_in(after: &str, year: i16, month: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    if after.starts_with('底') {
        return Some(first.last_of_month());
    }
    let run: String = after.chars().take_while(|c| is_of_number(*c)).collect();
    Date::new(year, month, i8::try_from(read(&run)?).ok()?).ok()
}

/// The run of number signs at the end.
fn last_run(text: &str) -> String {
    let mut run: Vec<char> = text.chars().rev().take_while(|c| is_of_number(*c)).collect();
    run.reverse();
    run.into_iter().collect()
}
