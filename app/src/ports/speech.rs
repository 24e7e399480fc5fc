//! What makes our words audible. A page is first *offered* to a listener, piece by piece; each piece gets a name, and by
//! that name its sound is asked for. Sound of everybody's words may be kept by anybody; sound of somebody's own words is
//! hers: bound to her session, over after a quarter of an hour, and no text ever stands in a name.

use async_trait::async_trait;
use domain::ids::SessionId;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// So long can personal words be heard after they were offered.
pub const HEARD_FOR: SignedDuration = SignedDuration::from_mins(15);
/// A text longer than this is cut off before it is spoken: about forty minutes of speech.
pub const LONGEST: usize = 10_000;

/// What is spoken; not the same as `Lang`, the language of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tongue {
    Mandarin,
    Cantonese,
    Uyghur,
    Kazakh,
    Kyrgyz,
    Korean,
}

impl Tongue {
    pub const ALL: [Tongue; 6] = [Self::Mandarin, Self::Cantonese, Self::Uyghur, Self::Kazakh, Self::Kyrgyz, Self::Korean];

    pub fn word(self) -> &'static str {
        match self {
            Self::Mandarin => "zh",
            Self::Cantonese => "yue",
            Self::Uyghur => "ug",
            Self::Kazakh => "kk",
            Self::Kyrgyz => "ky",
            Self::Korean => "ko",
        }
    }

    pub fn from_word(word: &str) -> Option<Tongue> {
        Self::ALL.into_iter().find(|tongue| tongue.word() == word)
    }
}

/// Who may hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ears {
    Everybody,
    /// Only the browser with this session.
    Hers(SessionId),
    /// The same, of words that everybody knows: that she hears them is hers, the sound of them is made once for all.
    HersOfOurs(SessionId),
}

impl Ears {
    /// Whose they are alone.
    pub fn session(&self) -> Option<&SessionId> {
        match self {
            Self::Everybody => None,
            Self::Hers(session) | Self::HersOfOurs(session) => Some(session),
        }
    }

    pub fn may_hear(&self, since: Timestamp, asking: Option<&SessionId>, now: Timestamp) -> bool {
        self.session().is_none_or(|session| asking == Some(session) && now.duration_since(since) < HEARD_FOR)
    }

    pub fn over(&self, since: Timestamp, now: Timestamp) -> bool {
        self.session().is_some() && now.duration_since(since) >= HEARD_FOR
    }
}

/// One piece of a page: what stands there, and the name of its sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// As it stands on the screen.
    pub shown: String,
    pub sound: Sound,
    /// A new paragraph begins here.
    pub begins: bool,
}

/// Where a piece is heard: the address differs by whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sound {
    Everybodys(String),
    Hers(String),
}

impl Sound {
    pub fn name(&self) -> &str {
        match self {
            Self::Everybodys(name) | Self::Hers(name) => name,
        }
    }
}

/// A page as it is read aloud to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Heading of the page.
    pub title: String,
    /// Where the page is, with its query.
    pub page: String,
    pub pieces: Vec<Piece>,
    pub ears: Ears,
    /// Numbers in it are heard by their ends only, and can be heard in full.
    pub masks: bool,
}

/// Why there is no sound; the page says it in words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Silence {
    /// Nothing here speaks this language.
    #[error("no voice")]
    NoVoice,
    /// Never offered, offered to somebody else, or a quarter of an hour has passed.
    #[error("not offered")]
    Gone,
    /// Too many wait already: in a moment.
    #[error("too many wait")]
    Busy,
    /// The inner text is for the log and holds no spoken word.
    #[error("the voice failed: {0}")]
    Failed(String),
}

/// MP3, mono.
pub type Mp3 = Arc<[u8]>;

#[async_trait]
pub trait Speech: Send + Sync {
    /// Whether anything here speaks it at this moment.
    fn speaks(&self, tongue: Tongue) -> bool;
    /// Remembers the words under a name. The same words for the same ears get the same name.
    fn offer(&self, tongue: Tongue, spoken: &str, ears: &Ears, now: Timestamp) -> Sound;
    /// The sound of what was offered: kept from before, or made now. A hundred who ask at once wait for one making.
    async fn sound(&self, sound: &Sound, asking: Option<&SessionId>, now: Timestamp) -> Result<Mp3, Silence>;
    /// The same, only where it is there already.
    async fn kept(&self, sound: &Sound, asking: Option<&SessionId>, now: Timestamp) -> Option<Mp3>;
    /// Remembers a whole page; the name leads back to it.
    fn keep_reading(&self, reading: Reading, now: Timestamp) -> String;
    fn reading(&self, name: &str, asking: Option<&SessionId>, now: Timestamp) -> Option<Arc<Reading>>;
    /// Nobody waits and nobody has listened for a minute: a good moment to make what will be asked for.
    fn idle(&self, now: Timestamp) -> bool;
    /// Makes what everybody may hear before anybody asks; says whether there was need to.
    async fn make_ahead(&self, sound: &Sound, now: Timestamp) -> Result<bool, Silence>;
    /// Takes away what is over; answers how many sounds went.
    async fn tidy(&self, now: Timestamp) -> usize;
}

/// Without control characters and markup signs, never longer than `LONGEST`.
pub fn speakable(text: &str) -> String {
    let clean = text.chars().map(|c| if c.is_control() || "<>&\u{feff}\u{200b}".contains(c) { ' ' } else { c });
    clean.take(LONGEST).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_markup_nor_control_signs_nor_endless_text_reach_a_voice() {
        assert_eq!(speakable("您好\u{0}\u{1b}[31m <b>王</b>\r\n&amp; 再见"), "您好 [31m b 王 /b amp; 再见");
        assert_eq!(speakable(&"字".repeat(12_000)).chars().count(), LONGEST);
        assert_eq!(speakable("\u{7f}\u{200b}"), "");
    }

    #[test]
    fn every_tongue_is_found_by_its_word() {
        for tongue in Tongue::ALL {
            assert_eq!(Tongue::from_word(tongue.word()), Some(tongue));
        }
        assert_eq!(Tongue::from_word("bo"), None);
    }
}
