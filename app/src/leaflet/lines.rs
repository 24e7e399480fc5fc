//! Where a line of Chinese may end: never before 、，。 or a closing bracket, never after an opening one, never inside a number, a
//! date, a telephone number or a word that we know. Pure; how wide a sign is, is asked.

use crate::ui::together;

/// May not begin a line.
const CLOSING: &str = "、，。；：！？）》」』】〕”’…—·％%℃,.;:!?)]";
/// May not end one.
const OPENING: &str = "（《「『【〔“‘([";

/// `room` and what `width` gives are measured alike.
pub fn lines(text: &str, room: f32, width: &dyn Fn(char) -> f32) -> Vec<String> {
    let wide = |piece: &str| piece.chars().map(width).sum::<f32>();
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    let mut used = 0.0;
    for piece in pieces(text).into_iter().flat_map(|piece| fitting(piece, room, &wide)) {
        let blank = piece.trim().is_empty();
        let needs = wide(piece.trim_end());
        if used + needs > room && used > 0.0 {
            all.push(Vec::new());
            used = 0.0;
        }
        if blank && used == 0.0 {
            continue;
        }
        used += wide(&piece);
        if let Some(line) = all.last_mut() {
            line.push(piece);
        }
    }
    not_alone(&mut all);
    all.iter().map(|line| line.concat().trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// A single sign in the last line looks like a mistake: the piece before it keeps it company.
fn not_alone(all: &mut [Vec<String>]) {
    let [.., before, last] = all else { return };
    let signs = |line: &[String]| line.iter().map(|piece| piece.chars().count()).sum::<usize>();
    if signs(last) <= 2
        && before.len() > 4
        && let Some(moved) = before.pop()
    {
        last.insert(0, moved);
    }
}

/// What is wider than a whole line has to break somewhere.
fn fitting(piece: String, room: f32, wide: &dyn Fn(&str) -> f32) -> Vec<String> {
    if wide(&piece) <= room { vec![piece] } else { piece.chars().map(String::from).collect() }
}

/// The text in pieces that hold together.
fn pieces(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let mut all: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(rest) = signs.get(at..).filter(|rest| !rest.is_empty()) {
        let long = together(rest).max(foreign(rest)).max(1);
        let piece: String = rest.iter().take(long).collect();
        let begins = piece.chars().next().unwrap_or(' ');
        let held = all.last().and_then(|before| before.chars().last()).is_some_and(|ended| OPENING.contains(ended));
        match all.last_mut().filter(|before| held || (CLOSING.contains(begins) && !before.trim().is_empty())) {
            Some(before) => before.push_str(&piece),
            None => all.push(piece),
        }
        at += long;
    }
    all
}

/// Length of the foreign word or plain number here; a number takes what it counts along: 「1 号」.
fn foreign(signs: &[char]) -> usize {
    let long = signs.iter().take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '/' | '.')).count();
    let counts = long > 0 && signs.iter().take(long).all(char::is_ascii_digit);
    match signs.get(long..) {
        Some([' ', next, ..]) if counts && next.is_alphabetic() => long + 2,
        Some(['号' | '楼' | '室', ..]) if counts => long + 1,
        _ => long,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chinese signs are one wide, the others half.
    fn set(text: &str, room: f32) -> Vec<String> {
        lines(text, room, &|sign| if sign.is_ascii() { 0.5 } else { 1.0 })
    }

    #[test]
    fn a_line_never_begins_with_a_comma_and_never_ends_with_an_open_bracket() {
        assert_eq!(set("我们一同去，好吗", 5.0), ["我们一同", "去，好吗"]);
        assert_eq!(set("甲乙丙丁「戊」己", 5.0), ["甲乙丙丁", "「戊」己"]);
        for room in 4..30 {
            for line in set("先拍照，原件以后交。「我要办（异地）备案。」到了，说一声：「办」！", room as f32)
            {
                let (first, last) = (line.chars().next().unwrap_or(' '), line.chars().last().unwrap_or(' '));
                assert!(!CLOSING.contains(first) && !OPENING.contains(last), "{room}: {line}");
            }
        }
    }

    #[test]
    fn numbers_dates_and_words_that_we_know_stay_whole() {
        assert_eq!(set("有事打电话0990-555 0100吧", 9.0), ["有事打电话", "0990-555 0100吧"]);
        assert_eq!(set("在云溪县平安路 1 号一楼", 8.5), ["在云溪县平安路", "1 号一楼"]);
        assert_eq!(set("最晚在2026年11月25日交", 7.0), ["最晚在2026年", "11月25日交"]);
        assert_eq!(set("先到社区办社保卡再去", 7.0), ["先到社区办", "社保卡再去"]);
    }

    #[test]
    fn what_is_wider_than_a_line_breaks_and_nothing_is_lost() {
        let text = "编号ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789，看 一 看";
        for room in 1..12 {
            let all = set(text, room as f32);
            assert_eq!(all.concat().replace(' ', ""), text.replace(' ', ""), "{room}");
        }
        assert!(set("", 5.0).is_empty());
    }

    #[test]
    fn the_last_line_is_not_a_single_sign() {
        assert_eq!(set("一二三四五六七八九吧。", 10.0), ["一二三四五六七八", "九吧。"]);
    }
}
