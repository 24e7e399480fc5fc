//! What a page says aloud: a reading plan of pieces in the order of the page, each with the words on the screen and the words
//! that are heard. Made from text and values alone; knows no voice, no page and no file.
//! Screen and speech must never tell different things, and an identity number is heard by its end unless it was asked for.

pub mod answer;
mod cut;
pub mod lexicon;
mod number;
pub mod say;
pub mod value;

pub use say::say;
pub use value::Hearing;

use crate::lang::Lang;
use say::{Segment, Sort, segments};
use serde::{Deserialize, Serialize};

/// Which block of the page: its place among all blocks, counted from 0. The player marks and taps by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BlockId(pub u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Heading,
    Text,
    /// Of a list.
    Item,
    /// The question of a field, or what stands in it.
    Field,
    Choice,
    Error,
    /// The word in front of a fact, the head of a column.
    Label,
    Button,
    Link,
    /// The piece is nothing but a sum of money.
    Money,
    /// The piece is nothing but the number of a case or of a page.
    Reference,
}

/// One thing that is played: a sentence, or a part of a long one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub block: BlockId,
    /// As on the screen; the pieces of a block joined are its visible text.
    pub shown: String,
    /// As it is heard: words, letters and ，、；。！？ alone.
    pub spoken: String,
    pub kind: Kind,
    pub lang: Lang,
    /// Names or shows a person: signed addresses, no shared cache, never logged.
    pub private: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Of the page; a piece may be in another one.
    pub lang: Lang,
    pub pieces: Vec<Piece>,
}

/// How a part of a block is to be heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// By its own shape.
    Plain,
    /// In these words instead (also of nothing: what can only be heard). They pass the same reading, so they cannot smuggle signs in.
    Instead(String),
    Reference,
    Phone,
    Identity,
    /// Sign by sign.
    Code,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub shown: String,
    pub how: How,
}

/// A paragraph, a label, a cell: what the page shows as one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub id: BlockId,
    pub kind: Kind,
    pub lang: Lang,
    pub private: bool,
    pub parts: Vec<Part>,
}

impl Block {
    /// A block of plain text.
    pub fn text(id: u32, kind: Kind, lang: Lang, text: impl Into<String>) -> Block {
        Block { id: BlockId(id), kind, lang, private: false, parts: vec![Part { shown: text.into(), how: How::Plain }] }
    }
}

impl Plan {
    /// The pieces of these blocks, in their order. Blocks without a visible sign say nothing.
    pub fn of(lang: Lang, blocks: impl IntoIterator<Item = Block>, hearing: Hearing) -> Plan {
        let mut pieces: Vec<Piece> = Vec::new();
        for block in blocks {
            let parts = block.segments(hearing);
            for group in cut::sentences(&parts, pieces.len()) {
                pieces.extend(block.piece(group));
            }
        }
        Plan { lang, pieces }
    }

    /// Every piece becomes private: for a page that is about one person.
    pub fn personal(mut self) -> Plan {
        self.pieces.iter_mut().for_each(|piece| piece.private = true);
        self
    }

    /// Whether something is heard by its ends only that this plan says in full.
    pub fn says_more_than(&self, masked: &Plan) -> bool {
        self.pieces.iter().map(|piece| &piece.spoken).ne(masked.pieces.iter().map(|piece| &piece.spoken))
    }
}

impl Block {
    fn segments(&self, hearing: Hearing) -> Vec<Segment> {
        let mut all: Vec<Segment> = Vec::new();
        // Plain parts that follow each other are one text: a date may be tied together in the middle of it.
        let mut plain = String::new();
        for part in &self.parts {
            if part.how == How::Plain {
                plain.push_str(&part.shown);
                continue;
            }
            all.extend(self.read(&std::mem::take(&mut plain), hearing));
            all.extend(known(part, hearing));
        }
        all.extend(self.read(&plain, hearing));
        all
    }

    fn read(&self, text: &str, hearing: Hearing) -> Vec<Segment> {
        // Other languages have their own numbers: their voice reads them. Long ones are hidden all the same.
        if self.lang == Lang::ZhHans { segments(text, hearing) } else { say::foreign(text, hearing) }
    }

    fn piece(&self, group: &[Segment]) -> Option<Piece> {
        let shown: String = group.iter().map(|segment| segment.shown.as_str()).collect();
        let spoken = say::spoken(group);
        let only = |sort| {
            group.iter().any(|s| s.sort == sort)
                && group.iter().all(|s| s.sort == sort || matches!(s.sort, Sort::Pause | Sort::Stop) || s.spoken.is_empty())
        };
        let kind = match self.kind {
            _ if only(Sort::Money) => Kind::Money,
            _ if only(Sort::Reference) => Kind::Reference,
            kind => kind,
        };
        let private = self.private || group.iter().any(Segment::is_personal);
        // What has no sound at all (a dash, a picture sign) is no piece.
        spoken.chars().any(char::is_alphanumeric).then_some(Piece { block: self.id, shown, spoken, kind, lang: self.lang, private })
    }
}

/// A part whose kind the page knows.
fn known(part: &Part, hearing: Hearing) -> Vec<Segment> {
    let shown = say::visible(&part.shown);
    let (spoken, sort) = match &part.how {
        How::Plain => return segments(&shown, hearing),
        How::Instead(words) => (segments(words, hearing).into_iter().map(|segment| segment.spoken).collect(), Sort::Word),
        How::Reference if crate::reference::Reference::parse(&shown).is_ok() => (value::reference(&shown), Sort::Reference),
        How::Reference => (number::grouped(shown.split(['-', ' '])), Sort::Reference),
        How::Phone => (value::phone(&shown), Sort::Line),
        How::Identity => (value::identity(&shown, hearing), Sort::Identity),
        How::Code => (number::grouped(shown.split(['-', ' '])), Sort::Code),
    };
    vec![Segment { shown, spoken, sort }]
}

#[cfg(test)]
mod tests;
