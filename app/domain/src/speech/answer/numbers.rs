//! Numbers as they are said: 一百二十三, 两千零五, 一万二, 幺三八, 三个八, and the digits that a recogniser writes by itself.

/// The digit of a sign; 洞, 拐 and 幺 as on the telephone.
pub(super) fn digit(sign: char) -> Option<u64> {
    if let Some(digit) = sign.to_digit(10) {
        return Some(digit.into());
    }
    Some(match sign {
        '零' | '〇' | '洞' => 0,
        '一' | '幺' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' | '拐' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn unit(sign: char) -> Option<u64> {
    Some(match sign {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Signs that can stand in a number.
pub(super) fn is_of_number(sign: char) -> bool {
    digit(sign).is_some() || unit(sign).is_some()
}

/// The only number in what was said; nothing where there are several or none.
pub fn number(said: &str) -> Option<u64> {
    let folded: String = said.chars().filter(|c| !matches!(c, ' ' | ',' | '，' | '。')).collect();
    let mut runs = folded.split(|c| !is_of_number(c)).filter(|run| !run.is_empty());
    let only = runs.next()?;
    if runs.next().is_some() { None } else { read(only) }
}

/// One run of signs as a number: with units, or digit by digit.
pub(super) fn read(run: &str) -> Option<u64> {
    if !run.chars().any(|c| unit(c).is_some()) {
        let digits: Option<String> =
            run.chars().map(|c| digit(c)?.to_string().into()).collect::<Option<Vec<String>>>().map(|all| all.concat());
        return digits?.parse().ok();
    }
    let mut total: u64 = 0;
    let mut group: u64 = 0;
    let mut pending: Option<u64> = None;
    let mut last_unit = 1;
    let mut gap = false;
    for sign in run.chars() {
        if let Some(value) = digit(sign) {
            gap |= value == 0;
            // Written digits may be several: 「12万」.
            pending = Some(pending.filter(|_| sign.is_ascii_digit()).unwrap_or(0).checked_mul(10)?.checked_add(value)?);
            continue;
        }
        let unit = unit(sign)?;
        if unit < 10_000 {
            let digit = pending.take().unwrap_or(1);
            group = group.checked_add(digit.checked_mul(unit)?)?;
        } else {
            group = group.checked_add(pending.take().unwrap_or(0))?;
            // 「三万亿」: the whole number so far is counted in 亿.
            let counted = if unit > 10_000 && group == 0 { std::mem::take(&mut total) } else { std::mem::take(&mut group) };
            let counted = if unit > 10_000 { counted.checked_add(std::mem::take(&mut total))? } else { counted };
            total = total.checked_add(counted.checked_mul(unit)?)?;
        }
        last_unit = unit;
        gap = false;
    }
    // 「一万二」, 「三百五」: the last digit counts in the next lower unit.
    let rest = pending.unwrap_or(0);
    let scale = if gap || rest >= 10 || last_unit <= 10 { 1 } else { last_unit / 10 };
    total.checked_add(group)?.checked_add(rest.checked_mul(scale)?)
}

/// Digit by digit: telephone and other long numbers; 「三个八」 is 888. Other words around them are no harm, numbers with units are.
pub fn digits(said: &str) -> Option<String> {
    let signs: Vec<char> = said.chars().filter(|c| c.is_alphanumeric()).take(200).collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        let again = (signs.get(at + 1) == Some(&'个')).then(|| signs.get(at + 2).and_then(|c| digit(*c))).flatten();
        match (digit(*sign), again) {
            (Some(times @ 2..=8), Some(value)) => {
                (0..times).for_each(|_| out.push_str(&value.to_string()));
                at += 3;
                continue;
            }
            (Some(value), _) => out.push_str(&value.to_string()),
            (None, _) if unit(*sign).is_some() => return None,
            _ => {}
        }
        at += 1;
    }
    (out.len() >= 2 && out.len() <= 20).then_some(out)
}
