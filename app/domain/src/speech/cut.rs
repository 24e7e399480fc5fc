//! Where a text is cut into pieces: behind 。！？； and, in a sentence of more than `LONG` signs, behind the ， that comes before
//! that length. No number is ever cut.
//!
//! The first piece of a plan is what an old person waits for in silence, so it is kept short: at most `FIRST` signs, cut behind a
//! pause, else where one known word ends and another begins (`lexicon`). Where neither is found among the first signs the
//! sentence stays whole: a wait is better than half a word.

use super::lexicon;
use super::say::{Segment, Sort};

/// More signs than these are cut at a comma: about eight seconds of speech.
const LONG: usize = 40;
/// More than these are cut anywhere: nothing that anybody typed makes one endless piece.
const LONGEST: usize = 80;
const FIRST: usize = 8;
/// A first piece of one sign would be a gasp.
const SHORTEST_FIRST: usize = 2;

/// `first`: these segments open the plan.
pub(super) fn sentences(segments: &[Segment], first: bool) -> Vec<&[Segment]> {
    let mut pieces = Vec::new();
    let mut rest = segments;
    while !rest.is_empty() {
        let end = sentence(rest);
        let end =
            if first && pieces.is_empty() { opening(rest.get(..end).unwrap_or(rest)) } else { within(rest.get(..end).unwrap_or(rest)) };
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

fn opening(sentence: &[Segment]) -> usize {
    let text: usize = sentence.iter().map(size).sum();
    if text <= FIRST {
        return sentence.len();
    }
    // Segments that fit into the first piece.
    let mut length = 0;
    let fit = sentence.iter().take_while(|segment| {
        length += size(segment);
        length <= FIRST
    });
    let fit = fit.count();
    let head = sentence.get(..fit).unwrap_or_default();
    let breath = head.iter().rposition(|segment| segment.sort == Sort::Pause && !segment.spoken.is_empty()).map(|at| at + 1);
    breath.filter(|cut| *cut >= SHORTEST_FIRST).or_else(|| between_words(sentence, fit)).unwrap_or_else(|| within(sentence))
}

/// The last place not behind `fit` where a known word ends and a known word begins.
fn between_words(sentence: &[Segment], fit: usize) -> Option<usize> {
    let mut borders = Vec::new();
    let mut at = 0;
    let mut known = false;
    while at <= fit && at < sentence.len() {
        let length = word_here(sentence, at);
        if known && length > 0 && at >= SHORTEST_FIRST {
            borders.push(at);
        }
        known = length > 0;
        at += length.max(1);
    }
    borders.last().copied()
}

/// Segments of the known word, number or date here.
fn word_here(sentence: &[Segment], at: usize) -> usize {
    let Some(here) = sentence.get(at) else { return 0 };
    if here.sort != Sort::Word {
        return usize::from(!matches!(here.sort, Sort::Pause | Sort::Stop));
    }
    let ahead: String = sentence.iter().skip(at).take(6).take_while(|s| s.sort == Sort::Word).map(|s| s.shown.as_str()).collect();
    lexicon::word_at(&ahead)
}
