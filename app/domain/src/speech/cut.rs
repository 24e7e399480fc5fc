//! Where a text is cut into pieces: behind 。！？； and, in a sentence of more than `LONG` signs, behind the ， that comes before
//! that length. No number is ever cut.
//!
//! The first piece of a plan is what an old person waits for in silence, so it is kept short: cut behind a pause, else where one
//! known word ends and another begins (`lexicon`). The second is made while the first one sounds, and is short enough for that.
//! Where no such place is found among the first signs the sentence stays whole: a wait is better than half a word.

use super::lexicon;
use super::say::{Segment, Sort};

/// More signs than these are cut at a comma: about eight seconds of speech.
const LONG: usize = 40;
/// More than these are cut anywhere: nothing that anybody typed makes one endless piece.
const LONGEST: usize = 80;
/// A sentence of at most `whole` signs is one piece, a longer one is cut behind at most `cut`.
#[derive(Clone, Copy)]
struct Early {
    whole: usize,
    cut: usize,
}
/// About one second and a half of speech, made in less than one.
const FIRST: Early = Early { whole: 8, cut: 6 };
/// Made in less time than the first one lasts.
const SECOND: Early = Early { whole: 14, cut: 12 };
/// A piece of one sign would be a gasp.
const SHORTEST: usize = 2;
/// Signs, and a long number in words.
const LONGEST_WORD: usize = 8;
/// Said in one breath with what follows.
const LEANING: &str = "不没很最更还把被让向对从在和或与及将由按为比每这那请给替就也都要再先才又是可能会想但用帮";
const COUNTS: &str = "〇零一二三四五六七八九十百千万两几";

/// `before`: so many pieces come before these segments.
pub(super) fn sentences(segments: &[Segment], before: usize) -> Vec<&[Segment]> {
    let mut pieces = Vec::new();
    let mut rest = segments;
    while !rest.is_empty() {
        let sentence = rest.get(..sentence(rest)).unwrap_or(rest);
        let end = match before + pieces.len() {
            0 => early(sentence, FIRST),
            1 => early(sentence, SECOND),
            _ => within(sentence),
        };
        let (piece, after) = rest.split_at(end.clamp(1, rest.len()));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn size(segment: &Segment) -> usize {
    segment.shown.chars().count()
}

/// The number of segments up to the end of the sentence, with the quotes, brackets and spaces that close it.
fn sentence(segments: &[Segment]) -> usize {
    let Some(stop) = segments.iter().position(|segment| segment.sort == Sort::Stop) else { return segments.len() };
    let closing = |segment: &&Segment| segment.sort == Sort::Stop || "」』”’）)】》 ".contains(segment.shown.as_str());
    stop + 1 + segments.get(stop + 1..).unwrap_or_default().iter().take_while(closing).count()
}

/// How many segments of a sentence make one piece.
fn within(sentence: &[Segment]) -> usize {
    let mut length = 0;
    let mut comma = None;
    for (at, segment) in sentence.iter().enumerate() {
        length += size(segment);
        if length > LONG
            && let Some(comma) = comma
        {
            return comma;
        }
        if length > LONGEST {
            return at.max(1);
        }
        if segment.sort == Sort::Pause && !segment.spoken.trim().is_empty() {
            comma = Some(at + 1);
        }
    }
    sentence.len()
}

/// How many segments make one of the first pieces.
fn early(sentence: &[Segment], early: Early) -> usize {
    let text: usize = sentence.iter().map(size).sum();
    if text <= early.whole {
        return sentence.len();
    }
    // Segments that fit.
    let mut length = 0;
    let fit = sentence.iter().take_while(|segment| {
        length += size(segment);
        length <= early.cut
    });
    let fit = fit.count();
    let head = sentence.get(..fit).unwrap_or_default();
    let breath = head.iter().rposition(|segment| segment.sort == Sort::Pause && !segment.spoken.is_empty()).map(|at| at + 1);
    breath.filter(|cut| *cut >= SHORTEST).or_else(|| between_words(sentence, fit)).unwrap_or_else(|| within(sentence))
}

/// The last place not behind `fit` where a known word ends and a known word begins, read from the front as well as from behind:
/// 研究生命 is 研究生 and 命 to the one and 研究 and 生命 to the other, and is not cut.
fn between_words(sentence: &[Segment], fit: usize) -> Option<usize> {
    let breath = |segment: &Segment| matches!(segment.sort, Sort::Pause | Sort::Stop);
    let clause = sentence.iter().position(breath).and_then(|end| sentence.get(..end)).unwrap_or(sentence);
    let mut from_behind = Vec::new();
    let mut end = clause.len();
    while end > 0 {
        end -= (1..=LONGEST_WORD.min(end)).rev().find(|length| is_word(clause, end - length, end)).unwrap_or(1);
        from_behind.push(end);
    }
    let mut found = None;
    let mut at = 0;
    let mut known = false;
    while at <= fit && at < clause.len() {
        let length = (1..=LONGEST_WORD.min(clause.len() - at)).rev().find(|length| is_word(clause, at, at + length));
        if known && length.is_some() && at >= SHORTEST && from_behind.contains(&at) {
            found = Some(at);
        }
        let leans = length == Some(1) && clause.get(at).is_some_and(|sign| LEANING.contains(&sign.shown));
        known = length.is_some() && !leans;
        at += length.unwrap_or(1);
    }
    found
}

/// A number, a date or a known word from here to there; also a count with what is counted: 三点, 四百元.
fn is_word(clause: &[Segment], from: usize, to: usize) -> bool {
    let part = clause.get(from..to).unwrap_or_default();
    if part.iter().any(|segment| segment.sort != Sort::Word) {
        return part.len() == 1;
    }
    let text: String = part.iter().map(|segment| segment.shown.as_str()).collect();
    let count = |segment: &Segment| COUNTS.contains(&segment.shown);
    let counts = part.iter().take_while(|segment| count(segment)).count();
    let joined = from.checked_sub(1).and_then(|before| clause.get(before)).is_some_and(count);
    lexicon::knows(&text) || (counts > 0 && counts + 1 == part.len() && !joined)
}
