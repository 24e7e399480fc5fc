//! The chain behind the ledger: each entry carries a keyed hash over itself and the one before it, so that nobody
//! can alter, remove, insert or swap entries without the key, and the key is not in the database.
//! Pure functions: no database, no clock. One chain per county and day; a day begins at the head of the day before.
//!
//! What a chain alone cannot show is a cut at its end. The daily printed head and count show it: [`verify`] takes them.

use crate::vault::keyed_hash::{HmacSm3, add_part, finish, keyed};
use crate::vault::{LedgerKey, hex, same_bytes};

/// A link of the chain: HMAC-SM3, 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Link(pub [u8; 32]);

impl Link {
    pub fn to_hex(self) -> String {
        hex(&self.0)
    }

    /// Takes a printed head; spaces between groups are fine.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        crate::vault::keyed_hash::unhex::<32>(&digits).map(Self)
    }
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_hex())
    }
}

/// Which chain: a county (six digits) and a day in China time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChainId {
    pub county: String,
    pub day: jiff::civil::Date,
}

/// Bytes of an entry: every field with its length in front, in the order in which the caller adds them.
/// The same fields always give the same bytes, and no two different lists of fields give the same.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Canonical(Vec<u8>);

/// Never the content: it may be about a person.
impl std::fmt::Debug for Canonical {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Canonical({} bytes)", self.0.len())
    }
}

impl Canonical {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn text(self, value: &str) -> Self {
        self.part(b't', value.as_bytes())
    }

    pub fn number(self, value: i64) -> Self {
        self.part(b'n', &value.to_be_bytes())
    }

    /// Absent differs from empty.
    pub fn maybe_text(self, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.part(b's', value.as_bytes()),
            None => self.part(b'0', b""),
        }
    }

    /// For sealed details: the ciphertext is chained, so that verifying needs no sealing key.
    pub fn bytes(self, value: &[u8]) -> Self {
        self.part(b'b', value)
    }

    fn part(mut self, kind: u8, value: &[u8]) -> Self {
        self.0.push(kind);
        self.0.extend_from_slice(&(value.len() as u64).to_be_bytes());
        self.0.extend_from_slice(value);
        self
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Where a chain begins. `yesterday` is the head of the county's last chain before this day (any earlier day),
/// or `None` for the very first one.
pub fn genesis(chain: &ChainId, yesterday: Option<Link>, key: &LedgerKey) -> Link {
    let mut hash = start(b"genesis", chain, key);
    add_part(&mut hash, yesterday.as_ref().map_or(b"".as_slice(), |l| &l.0));
    Link(finish(hash))
}

/// The link of entry `number` (1, 2, 3 … within its chain) after `previous` (the genesis for number 1).
pub fn link(chain: &ChainId, number: u64, previous: Link, entry: &Canonical, key: &LedgerKey) -> Link {
    let mut hash = start(b"entry", chain, key);
    add_part(&mut hash, &number.to_be_bytes());
    add_part(&mut hash, &previous.0);
    add_part(&mut hash, entry.as_bytes());
    Link(finish(hash))
}

fn start(what: &[u8], chain: &ChainId, key: &LedgerKey) -> HmacSm3 {
    let mut hash = keyed(&key.0);
    for part in [b"yibao-ledger-1".as_slice(), what, chain.county.as_bytes(), chain.day.to_string().as_bytes()] {
        add_part(&mut hash, part);
    }
    hash
}

/// An entry as it was read back, in ascending order of its number.
#[derive(Debug, Clone)]
pub struct Stored {
    pub number: u64,
    pub entry: Canonical,
    pub link: Link,
}

/// What was printed: the chain had this many entries and this head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub count: u64,
    pub head: Link,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    pub count: u64,
    /// The genesis when there is no entry.
    pub head: Link,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("entry {number}: {why}")]
pub struct Broken {
    /// The first entry that is not as it was written.
    pub number: u64,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error("missing")]
    Missing,
    #[error("stands there twice or out of order")]
    OutOfOrder,
    #[error("altered, inserted or moved: its link does not fit")]
    Altered,
    #[error("not the entry whose head was printed")]
    NotThePrintedHead,
}

/// Walks one chain from `first` (its [`genesis`]). With `known` it also shows that nothing was cut off or
/// rewritten up to the printed head.
pub fn verify(
    chain: &ChainId,
    first: Link,
    key: &LedgerKey,
    known: Option<Known>,
    entries: impl IntoIterator<Item = Stored>,
) -> Result<Whole, Broken> {
    let mut whole = Whole { count: 0, head: first };
    let printed = |whole: &Whole| match known {
        Some(known) if known.count == whole.count && !same_bytes(&known.head.0, &whole.head.0) => {
            Err(Broken { number: whole.count, why: Why::NotThePrintedHead })
        }
        _ => Ok(()),
    };
    printed(&whole)?;
    for stored in entries {
        let number = whole.count + 1;
        if stored.number > number {
            return Err(Broken { number, why: Why::Missing });
        }
        if stored.number < number {
            return Err(Broken { number: stored.number, why: Why::OutOfOrder });
        }
        let expected = link(chain, number, whole.head, &stored.entry, key);
        if !same_bytes(&expected.0, &stored.link.0) {
            return Err(Broken { number, why: Why::Altered });
        }
        whole = Whole { count: number, head: expected };
        printed(&whole)?;
    }
    match known {
        Some(known) if known.count > whole.count => Err(Broken { number: whole.count + 1, why: Why::Missing }),
        _ => Ok(whole),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn chain() -> ChainId {
        ChainId { county: "990101".into(), day: jiff::civil::date(2026, 3, 2) }
    }

    fn key() -> LedgerKey {
        LedgerKey::from_bytes([7; 32])
    }

    fn start() -> Link {
        genesis(&chain(), None, &key())
    }

    fn entry(text: &str) -> Canonical {
        Canonical::new().text("case-opened").maybe_text(None).number(5).text(text)
    }

    fn written(texts: &[&str]) -> Vec<Stored> {
        let mut head = start();
        texts
            .iter()
            .zip(1..)
            .map(|(text, number)| {
                head = link(&chain(), number, head, &entry(text), &key());
                Stored { number, entry: entry(text), link: head }
            })
            .collect()
    }

    fn checked(entries: Vec<Stored>, known: Option<Known>) -> Result<Whole, Broken> {
        verify(&chain(), start(), &key(), known, entries)
    }

    const FIVE: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn head_of(entries: &[Stored]) -> Known {
        Known { count: entries.len() as u64, head: entries.last().map_or(start(), |e| e.link) }
    }

    #[test]
    fn an_untouched_chain_is_whole_and_says_its_head() {
        let all = written(&FIVE);
        let known = head_of(&all);
        assert_eq!(checked(all.clone(), Some(known)), Ok(Whole { count: 5, head: known.head }));
        assert_eq!(checked(all.clone(), Some(head_of(&all[..3]))).unwrap().count, 5, "more came after the print");
        assert_eq!(checked(vec![], None), Ok(Whole { count: 0, head: start() }));
    }

    #[test]
    fn an_altered_entry_is_named() {
        for at in 0..5 {
            let mut all = written(&FIVE);
            all[at].entry = entry("x");
            assert_eq!(checked(all, None), Err(Broken { number: at as u64 + 1, why: Why::Altered }));
        }
    }

    #[test]
    fn a_removed_entry_is_named_even_when_the_rest_is_numbered_anew() {
        for at in 0..4 {
            let mut all = written(&FIVE);
            all.remove(at);
            assert_eq!(checked(all.clone(), None), Err(Broken { number: at as u64 + 1, why: Why::Missing }));
            for (stored, number) in all.iter_mut().zip(1..) {
                stored.number = number;
            }
            assert_eq!(checked(all, None), Err(Broken { number: at as u64 + 1, why: Why::Altered }));
        }
    }

    #[test]
    fn two_swapped_entries_are_named() {
        let mut all = written(&FIVE);
        all.swap(1, 2);
        assert_eq!(checked(all.clone(), None), Err(Broken { number: 2, why: Why::Missing }));
        (all[1].number, all[2].number) = (2, 3);
        assert_eq!(checked(all, None), Err(Broken { number: 2, why: Why::Altered }));
    }

    #[test]
    fn an_inserted_entry_is_named_whatever_link_it_brings() {
        let all = written(&FIVE);
        for forged in [all[1].link, all[2].link, Link([0; 32])] {
            let mut more = all.clone();
            more.insert(2, Stored { number: 3, entry: entry("x"), link: forged });
            for (stored, number) in more.iter_mut().zip(1..) {
                stored.number = number;
            }
            assert_eq!(checked(more, None), Err(Broken { number: 3, why: Why::Altered }));
        }
        let mut twice = all.clone();
        twice.insert(2, all[1].clone());
        assert_eq!(checked(twice, None), Err(Broken { number: 2, why: Why::OutOfOrder }));
    }

    #[test]
    fn a_cut_at_the_end_shows_against_the_printed_head_only() {
        let all = written(&FIVE);
        let known = head_of(&all);
        assert!(checked(all[..3].to_vec(), None).is_ok(), "the chain alone cannot know");
        assert_eq!(checked(all[..3].to_vec(), Some(known)), Err(Broken { number: 4, why: Why::Missing }));
        assert_eq!(checked(vec![], Some(known)), Err(Broken { number: 1, why: Why::Missing }));
    }

    #[test]
    fn a_chain_written_anew_with_the_key_still_differs_from_the_printed_head() {
        let known = head_of(&written(&FIVE));
        let other = written(&["a", "b", "c", "d", "x", "y"]);
        assert_eq!(checked(other, Some(known)), Err(Broken { number: 5, why: Why::NotThePrintedHead }));
    }

    #[test]
    fn another_key_county_day_or_yesterday_gives_another_chain() {
        let all = written(&FIVE);
        let other_key = LedgerKey::from_bytes([8; 32]);
        assert!(verify(&chain(), start(), &other_key, None, all.clone()).is_err());
        let other_county = ChainId { county: "990102".into(), ..chain() };
        assert!(verify(&other_county, start(), &key(), None, all.clone()).is_err());
        let other_day = ChainId { day: jiff::civil::date(2026, 3, 3), ..chain() };
        assert!(verify(&other_day, start(), &key(), None, all.clone()).is_err());
        let after_a_day = genesis(&chain(), Some(Link([1; 32])), &key());
        assert!(verify(&chain(), after_a_day, &key(), None, all).is_err());
        assert_ne!(after_a_day, genesis(&chain(), Some(Link([2; 32])), &key()));
    }

    #[test]
    fn fields_cannot_be_shifted_into_each_other() {
        let all = [
            Canonical::new().text("ab").text("c"),
            Canonical::new().text("a").text("bc"),
            Canonical::new().text("abc"),
            Canonical::new().bytes(b"abc"),
            Canonical::new().maybe_text(Some("abc")),
            Canonical::new().maybe_text(None),
            Canonical::new().maybe_text(Some("")),
            Canonical::new().text(""),
            Canonical::new().number(0),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| other != one), "{at}");
        }
    }

    #[test]
    fn a_printed_head_can_be_typed_in_again() {
        let head = start();
        let printed: Vec<String> = head.to_hex().as_bytes().chunks(8).map(|c| String::from_utf8_lossy(c).into_owned()).collect();
        assert_eq!(Link::from_hex(&printed.join(" ")), Some(head));
        assert_eq!(Link::from_hex("12"), None);
    }
}
