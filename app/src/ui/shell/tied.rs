//! Last touch on a page: dates, clocks, counts and telephone numbers never end a line in the middle, and in headings and
//! buttons neither do words. Browsers break Chinese between any two signs, so at the largest text 「星期/三」 and half
//! telephone numbers came out. Done once on the finished page, so that no author has to remember it.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words of headings and buttons by their first sign, the longest first. The page walk names those that are missing here.
static WORDS: LazyLock<HashMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let mut words: HashMap<char, Vec<Vec<char>>> = HashMap::new();
    for word in include_str!("../../../data/words.txt").split_whitespace() {
        let signs: Vec<char> = word.chars().collect();
        if let Some(first) = signs.first() {
            words.entry(*first).or_default().push(signs);
        }
    }
    words.values_mut().for_each(|same| same.sort_by_key(|word| std::cmp::Reverse(word.len())));
    words
});

/// What is no text on the page, what the islands count on as it is, and the cells of tables, which never break at all.
const LEFT_ALONE: [&str; 8] = ["td", "script", "style", "svg", "textarea", "option", "leptos-island", "noscript"];
const UNITS: [&str; 14] = ["KB", "MB", "分钟", "小时", "天", "个", "份", "步", "位", "月", "年", "次", "件", "元"];

/// `html` is a whole page; its head stays as it is.
pub fn tie(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let body = html.find("<body").unwrap_or(0);
    out.push_str(html.get(..body).unwrap_or_default());
    let mut rest = html.get(body..).unwrap_or_default();
    // The element whose end we wait for: left alone, or one whose words are short.
    let mut alone: Option<&str> = None;
    let mut short: Option<&str> = None;
    while let Some(at) = rest.find('<') {
        let (text, after) = rest.split_at(at);
        match (alone, short) {
            (Some(_), _) => out.push_str(text),
            (None, words) => put(&mut out, text, words.is_some()),
        }
        let (tag, next) = after.split_at(end_of_tag(after));
        out.push_str(tag);
        let name = name_of(tag);
        if tag.starts_with("</") {
            alone = alone.filter(|open| *open != name);
            short = short.filter(|open| *open != name);
        } else if alone.is_none() {
            alone = LEFT_ALONE.contains(&name).then_some(name);
            short = short.or_else(|| is_short(name, tag).then_some(name));
        }
        rest = next;
    }
    out.push_str(rest);
    out
}

/// A `>` between quotes is something that somebody typed, not the end of the tag.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    for (at, sign) in html.bytes().enumerate() {
        match sign {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn name_of(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['<', '/']);
    inner.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default()
}

/// Headings, buttons and the names of tiles: few signs in large letters, so a cut word is all that one sees.
fn is_short(name: &str, tag: &str) -> bool {
    const CLASS: &str = "class=\"";
    if matches!(name, "h1" | "h2" | "h3" | "h4" | "button" | "th" | "b" | "strong") {
        return true;
    }
    let Some(class) = tag.find(CLASS).and_then(|at| tag.get(at + CLASS.len()..)) else { return false };
    (name == "a" && class.starts_with("button")) || ["way-name", "tag", "notice-title"].iter().any(|short| class.starts_with(short))
}

/// A text with something tied in it stays one thing: in a button, which is a flex box, each piece would stand by itself.
fn put(out: &mut String, text: &str, words_too: bool) {
    // Most texts have nothing to tie; a list of fifty cases has a thousand of them.
    let nothing = !words_too && !text.contains('星') && !text.bytes().any(|b| b.is_ascii_digit());
    if nothing || text.len() < 2 {
        out.push_str(text);
        return;
    }
    let whole = pieces(text, words_too);
    if whole.len() == text.len() {
        out.push_str(text);
    } else {
        out.push_str("<span>");
        out.push_str(&whole);
        out.push_str("</span>");
    }
}

fn pieces(text: &str, words_too: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let signs: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(rest) = signs.get(at..).filter(|rest| !rest.is_empty()) {
        let tied = number(rest).max(weekday(rest)).max(if words_too { word(rest) } else { 0 });
        if tied > 1 {
            out.push_str("<span class=\"tied\">");
            out.extend(rest.iter().take(tied));
            out.push_str("</span>");
        } else {
            out.extend(rest.first());
        }
        at += tied.max(1);
    }
    out
}

/// How many signs from here on stay in one line: a date, a clock, a count, a telephone number, a word that we know. On paper every
/// word counts, not only those of headings.
pub fn together(signs: &[char]) -> usize {
    number(signs).max(weekday(signs)).max(word(signs))
}

/// Length of 「星期三」 here.
fn weekday(signs: &[char]) -> usize {
    match signs {
        ['星', '期', day, ..] if "一二三四五六日".contains(*day) => 3,
        _ => 0,
    }
}

fn word(signs: &[char]) -> usize {
    let same = signs.first().and_then(|first| WORDS.get(first));
    same.and_then(|words| words.iter().find(|word| signs.starts_with(word))).map_or(0, Vec::len)
}

/// Length of the number here with what belongs to it: `2026年`, `11月22日`, `14:05`, `0990-555 0100`, `10 分钟`.
/// A date may break after its year: whole it is wider than a small box at the largest text.
fn number(signs: &[char]) -> usize {
    let digits = |from: usize| signs.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let plain = digits(0);
    if plain == 0 {
        return 0;
    }
    let mut end = plain;
    loop {
        let more = digits(end + 1);
        match signs.get(end) {
            Some('-' | ':' | '.' | ' ') if more > 0 => end += 1 + more,
            Some('月') if more > 0 => end += 1 + more,
            Some('年' | '日') => return end + 1,
            _ => break,
        }
    }
    let gap = usize::from(signs.get(end) == Some(&' '));
    let after: String = signs.iter().skip(end + gap).take(2).collect();
    match UNITS.iter().find(|unit| after.starts_with(**unit)) {
        Some(unit) => end + gap + unit.chars().count(),
        // Digits alone hold together by themselves.
        None if end == plain => plain.min(1),
        None => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_page(body: &str) -> String {
        tie(&format!("<html><head><title>2026年</title></head><body>{body}</body></html>"))
            .replace("<span class=\"tied\">", "[")
            .replace("<span>", "")
            .replace("</span></", "</")
            .replace("</span>", "]")
    }

    #[test]
    fn a_date_breaks_after_its_year_and_before_the_weekday_only() {
        let page = on_page("<p>最晚 2026年11月25日 星期三以前，14:05</p>");
        assert!(page.contains("最晚 [2026年][11月25日] [星期三]以前，[14:05]"), "{page}");
        assert!(page.contains("<title>2026年</title>"));
    }

    #[test]
    fn telephone_numbers_and_counts_stay_in_one_piece() {
        let page = on_page("<p>打 0990-555 0100，10 分钟内，第 2 步</p>");
        assert!(page.contains("打 [0990-555 0100]，[10 分钟]内，第 [2 步]"), "{page}");
    }

    #[test]
    fn words_are_kept_whole_in_headings_and_buttons_and_running_text_may_break() {
        let page = on_page("<h1>提交申请</h1><p>提交申请</p><a class=\"button\" href=\"/x\">查看办件</a>");
        assert!(page.contains("<h1>[提交][申请]</h1><p>提交申请</p>") && page.contains(">[查看][办件]</a>"), "{page}");
    }

    #[test]
    fn islands_fields_and_attributes_are_left_as_they_are() {
        let typed = "<input value=\"> 11月22日 12 天\">";
        assert!(on_page(typed).contains(typed));
        let same = "<leptos-island><button>提交 2026年</button></leptos-island><textarea>11月22日</textarea><input value=\"11月22日\">";
        assert!(on_page(same).contains(same));
    }
}
