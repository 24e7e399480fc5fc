//! Numbers as people say them: 10,050 is 一万零五十, 2 days are 两天, a telephone number is heard digit by digit with 幺.
//! Pure sums; what kind of number stands on a page is `normal`'s question.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// Larger numbers are no amounts that anybody says; they are read digit by digit.
pub const LARGEST: u64 = 9_999_999_999_999_999;

/// 一万零五十. A leading 2 before 千, 万 and 亿 is 两, as everybody says it.
pub fn cardinal(number: u64) -> String {
    if number > LARGEST {
        return digits(&number.to_string(), One::Yi);
    }
    if number == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut silent = false;
    for (unit, name) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let group = number / unit % 10_000;
        if group == 0 {
            silent = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (silent || group < 1000) {
            out.push('零');
        }
        silent = false;
        below_ten_thousand(group, &mut out);
        // 「一万亿三千亿」 would name the unit twice.
        let same = name == "万亿" && !(number / 100_000_000).is_multiple_of(10_000);
        out.push_str(if same { "万" } else { name });
    }
    let out = out.strip_prefix("一十").map(|rest| format!("十{rest}")).unwrap_or(out);
    match out.strip_prefix('二') {
        Some(rest) if rest.starts_with(['千', '万', '亿']) => format!("两{rest}"),
        _ => out,
    }
}

fn below_ten_thousand(group: u64, out: &mut String) {
    let mut gap = false;
    let mut begun = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = group / unit % 10;
        if digit == 0 {
            gap = begun;
            continue;
        }
        if gap {
            out.push('零');
        }
        (gap, begun) = (false, true);
        out.push(digit_name(digit));
        out.push_str(name);
    }
}

fn digit_name(digit: u64) -> char {
    usize::try_from(digit).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or('零')
}

/// How the digit 1 is heard where digits stand alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum One {
    /// Years and what comes behind the point: 一.
    Yi,
    /// Telephone numbers, codes, references: 幺 is not mistaken for 七.
    Yao,
}

/// Digit by digit; X and letters stay themselves, everything else is left out.
pub fn digits(text: &str, one: One) -> String {
    text.chars()
        .filter_map(|c| match (c, one) {
            ('1', One::Yao) => Some('幺'),
            _ if c.is_ascii_alphabetic() => Some(c.to_ascii_uppercase()),
            _ => c.to_digit(10).map(|digit| digit_name(u64::from(digit))),
        })
        .collect()
}

/// Groups with a pause between them: 零九九零，五五五，零幺零零.
pub fn grouped<'a>(groups: impl IntoIterator<Item = &'a str>) -> String {
    groups.into_iter().filter(|group| !group.is_empty()).map(|group| digits(group, One::Yao)).collect::<Vec<_>>().join("，")
}

/// The whole part and what stands behind the point, both as written: 三点一四.
pub fn decimal(whole: &str, behind: &str) -> String {
    let before = whole.parse().map_or_else(|_| digits(whole, One::Yi), cardinal);
    if behind.is_empty() { before } else { format!("{before}点{}", digits(behind, One::Yi)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (number, said) in [
            (0, "零"),
            (2, "二"),
            (10, "十"),
            (15, "十五"),
            (20, "二十"),
            (101, "一百零一"),
            (110, "一百一十"),
            (250, "二百五十"),
            (1_005, "一千零五"),
            (2_026, "两千零二十六"),
            (10_050, "一万零五十"),
            (20_000, "两万"),
            (22_000, "两万二千"),
            (100_000, "十万"),
            (120_305, "十二万零三百零五"),
            (1_000_001, "一百万零一"),
            (100_000_000, "一亿"),
            (100_010_000, "一亿零一万"),
            (3_000_000_000_000, "三万亿"),
            (1_234_500_000_000, "一万二千三百四十五亿"),
            (9_999_999_999_999_999, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
            (u64::MAX, "一八四四六七四四零七三七零九五五一六一五"),
        ] {
            assert_eq!(cardinal(number), said, "{number}");
        }
    }

    #[test]
    fn digits_stand_alone_with_their_own_one() {
        assert_eq!(digits("2021", One::Yi), "二零二一");
        assert_eq!(grouped(["139", "0000", "1234"]), "幺三九，零零零零，幺二三四");
        assert_eq!(decimal("3", "140"), "三点一四零");
    }
}
