//! Numbers that count: dates, clock times, sums of money, percent, decimals, and which bare digits are a name rather than a number.

use super::{Signs, Sort, Token, codes};
use crate::speech::number::{One, cardinal, decimal, digits, grouped};
use crate::speech::value::{self, Hearing};

/// A 2 before these is 两. (2月, 2日, 2号, 2楼 and 第2步 are 二.)
const COUNTED: &str = "个位名件份次天年岁元块条张页步项种类人家户口分秒周星晚遍处所点小万千亿趟层间台扇米";
/// Digits before these are a number, however many they are.
const MEASURED: &str = "月日号百多余几字公平毫升克厘楼级";
/// Behind these words digits are a name.
const NAMING: [&str; 20] = [
    "编号",
    "验证码",
    "动态码",
    "号码",
    "尾号",
    "密码",
    "代码",
    "编码",
    "单号",
    "卡号",
    "账号",
    "邮编",
    "电话",
    "热线",
    "拨打",
    "拨",
    "打",
    "致电",
    "数字",
    "口令",
];

pub(super) fn token(signs: &Signs, at: usize) -> Option<Token> {
    if signs.at(at) == '¥' {
        let from = signs.skip_space(at + 1);
        let number = Number::read(signs, from)?;
        return Some(Token::new(from - at + number.len, number.money()?, Sort::Money));
    }
    if !signs.at(at).is_ascii_digit() {
        return None;
    }
    date(signs, at).or_else(|| time(signs, at)).or_else(|| sections(signs, at)).or_else(|| number(signs, at))
}

/// `2026年11月22日 星期日`, `2026-11-22`, `11月22日`, `2026年`.
fn date(signs: &Signs, at: usize) -> Option<Token> {
    let first = signs.digits(at);
    if first == 4 {
        let year = signs.number(at, 4).filter(|year| (1000..3000).contains(year))?;
        let sign = signs.at(at + 4);
        if matches!(sign, '-' | '/' | '.') {
            let (month, month_len) = small(signs, at + 5, 12)?;
            let day_at = at + 5 + month_len;
            let (day, day_len) = small(signs, day_at + 1, 31).filter(|_| signs.at(day_at) == sign)?;
            let len = day_at + 1 + day_len - at;
            return Some(Token::new(len, value::plain_date(whole(year), month, day), Sort::Date));
        }
        let year_end = signs.skip_space(at + 4);
        if signs.at(year_end) == '年' {
            let said = digits(&year.to_string(), One::Yi);
            let rest = month_and_day(signs, signs.skip_space(year_end + 1));
            return Some(match rest {
                Some((end, spoken)) => Token::new(end - at, format!("{said}年{spoken}"), Sort::Date),
                None => Token::new(year_end + 1 - at, format!("{said}年"), Sort::Date),
            });
        }
        return None;
    }
    month_and_day(signs, at).map(|(end, spoken)| Token::new(end - at, spoken, Sort::Date))
}

fn whole(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(0)
}

/// One or two digits from 1 to `most`, and how many.
fn small(signs: &Signs, at: usize, most: u64) -> Option<(i32, usize)> {
    let len = signs.digits(at);
    let number = signs.number(at, len).filter(|number| (1..=most).contains(number) && len <= 2)?;
    Some((whole(number), len))
}

/// Where it ends, and how it sounds; with the weekday behind it.
fn month_and_day(signs: &Signs, at: usize) -> Option<(usize, String)> {
    let (month, len) = small(signs, at, 12)?;
    let sign = signs.skip_space(at + len);
    let day_at = signs.skip_space(sign + 1);
    let (day, len) = small(signs, day_at, 31).filter(|_| signs.at(sign) == '月')?;
    let end = signs.skip_space(day_at + len);
    if !matches!(signs.at(end), '日' | '号') {
        return None;
    }
    let end = end + 1;
    let week = signs.skip_space(end);
    if signs.starts(week, "星期") && "一二三四五六日天".contains(signs.at(week + 2)) {
        return Some((week + 3, format!("{}，星期{}", value::month_day(month, day), signs.at(week + 2))));
    }
    Some((end, value::month_day(month, day)))
}

/// `8:05`, `14:30:09`.
fn time(signs: &Signs, at: usize) -> Option<Token> {
    let colon = |place: usize| matches!(signs.at(place), ':' | '：');
    let first = signs.digits(at);
    let hour = signs.number(at, first).filter(|hour| first <= 2 && *hour <= 24)?;
    let two = |place: usize| (colon(place) && signs.digits(place + 1) == 2).then(|| signs.number(place + 1, 2)).flatten();
    let minute = two(at + first).filter(|minute| *minute < 60)?;
    let mut spoken = value::clock(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
    let mut len = first + 3;
    if let Some(second) = two(at + len).filter(|second| *second < 60) {
        let minutes = if minute == 0 { "零分" } else { "" };
        let gap = if second < 10 { "零" } else { "" };
        spoken.push_str(&format!("{minutes}{gap}{}秒", cardinal(second)));
        len += 3;
    }
    Some(Token::new(len, spoken, Sort::Time))
}

/// `1.2.3`: numbers of chapters and versions.
fn sections(signs: &Signs, at: usize) -> Option<Token> {
    let mut parts = vec![signs.text(at, signs.digits(at))];
    let mut end = at + signs.digits(at);
    while signs.at(end) == '.' && signs.digits(end + 1) > 0 {
        parts.push(signs.text(end + 1, signs.digits(end + 1)));
        end += 1 + signs.digits(end + 1);
    }
    let spoken = || parts.iter().map(|part| digits(part, One::Yi)).collect::<Vec<_>>().join("点");
    (parts.len() > 2).then(|| Token::new(end - at, spoken(), Sort::Number))
}

/// A number as written: `1,234.50`.
struct Number {
    len: usize,
    whole: String,
    behind: String,
    commas: bool,
}

impl Number {
    fn read(signs: &Signs, at: usize) -> Option<Number> {
        let mut end = at + signs.digits(at);
        let mut whole = signs.text(at, end - at);
        let commas = (1..=3).contains(&whole.len()) && signs.at(end) == ',' && signs.digits(end + 1) == 3;
        while commas && signs.at(end) == ',' && signs.digits(end + 1) == 3 {
            whole.push_str(&signs.text(end + 1, 3));
            end += 4;
        }
        let behind = if signs.at(end) == '.' { signs.text(end + 1, signs.digits(end + 1)) } else { String::new() };
        let point = usize::from(!behind.is_empty());
        (!whole.is_empty()).then(|| Number { len: end - at + point + behind.len(), whole, behind, commas })
    }

    fn value(&self) -> Option<u64> {
        self.whole.parse().ok()
    }

    /// In 元 with at most two digits behind the point, else as a plain number.
    fn money(&self) -> Option<String> {
        let yuan: i64 = self.whole.parse().ok().filter(|yuan| *yuan < 1_000_000_000_000)?;
        let fen: i64 = match self.behind.len() {
            0 => 0,
            1 => self.behind.parse::<i64>().ok()? * 10,
            2 => self.behind.parse().ok()?,
            _ => return Some(format!("{}元", self.plain())),
        };
        Some(value::money(yuan * 100 + fen))
    }

    fn plain(&self) -> String {
        decimal(&self.whole, &self.behind)
    }

    fn counted(&self) -> String {
        if self.behind.is_empty() && self.value() == Some(2) { "两".to_owned() } else { self.plain() }
    }
}

fn number(signs: &Signs, at: usize) -> Option<Token> {
    let number = Number::read(signs, at)?;
    let end = at + number.len;
    let unit = signs.skip_space(end);
    if number.whole.len() >= 15 {
        return Some(Token::new(number.len, value::identity(&number.whole, Hearing::Masked), Sort::Identity));
    }
    match signs.at(unit) {
        '%' => return Some(Token::new(unit + 1 - at, format!("百分之{}", number.plain()), Sort::Percent)),
        '‰' => return Some(Token::new(unit + 1 - at, format!("千分之{}", number.plain()), Sort::Percent)),
        '元' => {
            if let Some(said) = number.money() {
                return Some(Token::new(unit + 1 - at, said, Sort::Money));
            }
        }
        '/' => {
            if let Some(token) = fraction(signs, at, &number, unit) {
                return Some(token);
            }
        }
        _ => {}
    }
    if let Some((len, said)) = codes::measure(signs, unit) {
        return Some(Token::new(unit + len - at, format!("{}{said}", number.counted()), Sort::Number));
    }
    let spoken = if signs.before(signs.before_space(at)) == '第' {
        number.plain()
    } else if is_name(signs, at, &number, unit) {
        let one = if is_bare_year(&number) { One::Yi } else { One::Yao };
        if one == One::Yi { digits(&number.whole, one) } else { grouped(value::chunks(&number.whole)) }
    } else if COUNTED.contains(signs.at(unit)) && !signs.starts(unit, "点击") {
        number.counted()
    } else {
        number.plain()
    };
    Some(Token::new(number.len, spoken, Sort::Number))
}

/// 二分之一 for small parts of a whole.
fn fraction(signs: &Signs, at: usize, number: &Number, slash: usize) -> Option<Token> {
    let below = signs.digits(slash + 1);
    let whole = signs.number(slash + 1, below).filter(|whole| (2..=10).contains(whole))?;
    let part = number.value().filter(|part| *part < whole && *part > 0 && number.behind.is_empty())?;
    let alone = signs.at(slash + 1 + below) != '/' && signs.before(at) != '/' && slash == at + number.len;
    alone.then(|| Token::new(slash + 1 + below - at, format!("{}分之{}", cardinal(whole), cardinal(part)), Sort::Number))
}

/// Whether these digits name something instead of counting it.
fn is_name(signs: &Signs, at: usize, number: &Number, unit: usize) -> bool {
    let len = number.whole.len();
    if number.commas || !number.behind.is_empty() {
        return false;
    }
    if len > 1 && number.whole.starts_with('0') {
        return true;
    }
    if signs.before(at) == '+' {
        return true;
    }
    let next = signs.at(unit);
    if COUNTED.contains(next) || MEASURED.contains(next) {
        return false;
    }
    len >= 6 || is_bare_year(number) || is_service_line(&number.whole) || follows_a_naming_word(signs, at)
}

fn is_bare_year(number: &Number) -> bool {
    number.whole.len() == 4 && (number.whole.starts_with("19") || number.whole.starts_with("20"))
}

/// 110, 120, 12393, 12345, 96110, 95588 and the like.
fn is_service_line(digits: &str) -> bool {
    if ["110", "114", "119", "120", "122"].contains(&digits) {
        return true;
    }
    digits.len() == 5 && ["10", "11", "12", "95", "96"].iter().any(|start| digits.starts_with(start))
}

fn follows_a_naming_word(signs: &Signs, at: usize) -> bool {
    let mut end = at;
    for _ in 0..2 {
        if matches!(signs.before(end), ' ' | '：' | ':' | '是' | '为' | '「') {
            end -= 1;
        }
    }
    NAMING.iter().any(|word| signs.ends(end, word))
}

impl Signs {
    /// This place, or the one before it when a space stands there.
    fn before_space(&self, place: usize) -> usize {
        place - usize::from(self.before(place) == ' ')
    }
}
