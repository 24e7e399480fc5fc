//! Any text as it is heard. A text becomes segments, each with what is shown and what is said, so that a sentence can be cut
//! between them and never inside a number; joined, the shown parts are the visible text again.
//! Never says markup, control signs or a whole identity number; what it cannot say it leaves out.

mod amounts;
mod calls;
mod codes;
mod foreign;
mod signs;
mod visible;

pub use foreign::foreign;
pub use visible::visible;

use super::value::Hearing;

/// What a segment is; decides where a sentence may be cut and how a piece is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// One sign of running text.
    Word,
    /// A breath: ，、：（）
    Pause,
    /// 。！？；
    Stop,
    Number,
    Percent,
    Money,
    Date,
    Time,
    /// A line of an office.
    Line,
    /// A person's telephone.
    Mobile,
    Identity,
    Reference,
    /// Letters, or letters and digits, sign by sign.
    Code,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub shown: String,
    pub spoken: String,
    pub sort: Sort,
}

impl Segment {
    /// Numbers that name a person.
    pub fn is_personal(&self) -> bool {
        matches!(self.sort, Sort::Mobile | Sort::Identity)
    }
}

/// A token at one place: how many signs it takes, and how it sounds.
struct Token {
    len: usize,
    spoken: String,
    sort: Sort,
}

impl Token {
    fn new(len: usize, spoken: impl Into<String>, sort: Sort) -> Token {
        Token { len, spoken: spoken.into(), sort }
    }
}

/// The folded signs of a text.
struct Signs(Vec<char>);

impl Signs {
    /// The sign at a place; a NUL (which no visible text holds) beyond both ends.
    fn at(&self, place: usize) -> char {
        self.0.get(place).copied().unwrap_or('\0')
    }

    fn before(&self, place: usize) -> char {
        place.checked_sub(1).map_or('\0', |place| self.at(place))
    }

    /// Length of the run of digits here.
    fn digits(&self, from: usize) -> usize {
        self.run(from, |c| c.is_ascii_digit())
    }

    fn run(&self, from: usize, fits: impl Fn(char) -> bool) -> usize {
        self.0.get(from..).unwrap_or_default().iter().take_while(|c| fits(**c)).count()
    }

    fn text(&self, from: usize, len: usize) -> String {
        self.0.get(from..from + len).unwrap_or_default().iter().collect()
    }

    fn number(&self, from: usize, len: usize) -> Option<u64> {
        self.text(from, len).parse().ok()
    }

    /// The place of the next sign that is no space (at most one is skipped: there are never two).
    fn skip_space(&self, place: usize) -> usize {
        place + usize::from(self.at(place) == ' ')
    }

    fn starts(&self, place: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(at, c)| self.at(place + at) == c)
    }

    fn ends(&self, before: usize, word: &str) -> bool {
        let len = word.chars().count();
        before >= len && self.starts(before - len, word)
    }
}

/// The visible text cut into what is said in one breath of thought: a word's sign, a number, a date, a pause.
pub fn segments(text: &str, hearing: Hearing) -> Vec<Segment> {
    let shown: Vec<char> = visible(text).chars().collect();
    let signs = Signs(shown.iter().map(|c| visible::fold(*c)).collect());
    let mut out: Vec<Segment> = Vec::with_capacity(shown.len());
    let mut at = 0;
    while at < shown.len() {
        let last = out.last().map(|segment| segment.sort);
        let token = calls::token(&signs, at, hearing)
            .or_else(|| codes::token(&signs, at))
            .or_else(|| amounts::token(&signs, at))
            .unwrap_or_else(|| signs::token(&signs, at, last));
        let end = (at + token.len.max(1)).min(shown.len());
        let part = shown.get(at..end).unwrap_or_default().iter().collect();
        out.push(Segment { shown: part, spoken: token.spoken, sort: token.sort });
        at = end;
    }
    out
}

/// What is heard of these segments: pauses that meet become the longest of them, and none stands in front.
pub fn spoken(segments: &[Segment]) -> String {
    let mut out = String::new();
    for segment in segments {
        for c in segment.spoken.chars() {
            let weight = pause(c);
            match out.chars().last() {
                None if weight > 0 || c == ' ' => {}
                Some(last) if weight > 0 && pause(last) > 0 => {
                    if weight > pause(last) {
                        out.pop();
                        out.push(c);
                    }
                }
                Some(last) if c == ' ' && (last == ' ' || pause(last) > 0) => {}
                _ => {
                    if weight > 0 && out.ends_with(' ') {
                        out.pop();
                    }
                    out.push(c);
                }
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn pause(c: char) -> u8 {
    match c {
        '、' => 1,
        '，' => 2,
        '；' => 3,
        '。' | '！' | '？' => 4,
        _ => 0,
    }
}

/// Free text as it is heard; long personal numbers by their end.
pub fn say(text: &str) -> String {
    spoken(&segments(text, Hearing::Masked))
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
