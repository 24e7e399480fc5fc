//! Text in a language that another voice reads: its letters, digits and pauses as they stand, without signs that have no sound.
//! Long personal numbers are heard by their end here too.

use super::visible::visible;
use super::{Segment, Sort};
use crate::speech::value::Hearing;

/// Full stops of the languages of the screen.
const STOPS: &str = "。！？；!?؟۔།༎᠃᠉";
const PAUSES: &str = ",،，、:：;؛᠂᠄()（）";
const SILENT: &str = "<>{}[]|\\^`~*_=#$\"";

pub fn foreign(text: &str, hearing: Hearing) -> Vec<Segment> {
    let signs: Vec<char> = visible(text).chars().collect();
    let mut out = Vec::with_capacity(signs.len());
    let mut at = 0;
    while let Some(sign) = signs.get(at).copied() {
        let rest = signs.get(at..).unwrap_or_default();
        let digits = rest.iter().take_while(|c| c.is_numeric()).count();
        let len = if digits > 1 { digits } else { 1 };
        let shown: String = rest.iter().take(len).collect();
        let (spoken, sort) = match sign {
            _ if digits >= 15 && hearing == Hearing::Masked => (rest.iter().take(len).skip(len - 4).collect(), Sort::Identity),
            _ if digits > 0 => (shown.clone(), Sort::Number),
            '.' if rest.get(1).is_none_or(|next| *next == ' ') => (shown.clone(), Sort::Stop),
            c if STOPS.contains(c) => (shown.clone(), Sort::Stop),
            c if PAUSES.contains(c) => (shown.clone(), Sort::Pause),
            c if SILENT.contains(c) => (String::new(), Sort::Word),
            _ => (shown.clone(), Sort::Word),
        };
        out.push(Segment { shown, spoken, sort });
        at += len;
    }
    out
}
