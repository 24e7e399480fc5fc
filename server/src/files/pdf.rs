//! A look at a PDF from outside: is it whole, is it locked, how many pages. It is never interpreted or changed.

use super::PaperProblem;

/// Readers look for the end mark in about the last kilobyte.
const TAIL: usize = 2048;

pub(super) fn check(bytes: &[u8]) -> Result<Option<u32>, PaperProblem> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let version = bytes.get(5).is_some_and(u8::is_ascii_digit);
    if !version || !contains(tail, b"%%EOF") || !contains(tail, b"startxref") {
        return Err(PaperProblem::Broken);
    }
    if names(bytes, b"/Encrypt").next().is_some() {
        return Err(PaperProblem::EncryptedPdf);
    }
    let pages = names(bytes, b"/Type").filter(|rest| is_page(rest)).count();
    Ok(u32::try_from(pages).ok().filter(|n| *n > 0))
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|w| w == needle)
}

/// What follows each place where exactly this PDF name stands (`/Encrypt`, not `/EncryptMetadata`).
fn names<'a>(bytes: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    bytes
        .windows(name.len())
        .enumerate()
        .filter(move |(_, w)| *w == name)
        .map(move |(at, _)| &bytes[at + name.len()..])
        .filter(|rest| rest.first().is_some_and(|c| !c.is_ascii_alphanumeric()))
}

fn is_page(after_type: &[u8]) -> bool {
    let rest = after_type.trim_ascii_start();
    rest.strip_prefix(b"/Page").is_some_and(|r| r.first().is_some_and(|c| !c.is_ascii_alphanumeric()))
}
