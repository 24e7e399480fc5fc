//! What an assistant did, kept so that it can be looked at: a share is drawn, a differing number and an objection always
//! stand on the list. Decides nothing about the case itself; that stays with the desks.

use super::number::Told;
use crate::ids::{AreaCode, AssistedId, PersonId, StaffId};
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AssistedAct {
    /// Began with the person before her.
    Begin,
    File,
    HandIn,
    /// The numbers on the two sides were not the same: nothing was done.
    Differ,
}

impl AssistedAct {
    pub const ALL: [Self; 4] = [Self::Begin, Self::File, Self::HandIn, Self::Differ];
    /// The same in the words of a desk.
    pub fn desk_key(self) -> &'static str {
        match self {
            Self::Begin => "desk-assisted-begin",
            Self::File => "desk-assisted-file",
            Self::HandIn => "desk-assisted-hand-in",
            Self::Differ => "desk-assisted-differ",
        }
    }
    /// Text key of what was done, as the elder reads it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Begin => "assisted-begin",
            Self::File => "assisted-file",
            Self::HandIn => "assisted-hand-in",
            Self::Differ => "assisted-differ",
        }
    }
}

/// Why a supervisor is asked to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// 「我没有让人办」
    Objected,
    NumbersDiffer,
    Drawn,
}

impl Why {
    pub const ALL: [Self; 3] = [Self::Objected, Self::NumbersDiffer, Self::Drawn];
    pub fn key(self) -> &'static str {
        match self {
            Self::Objected => "assist-why-objected",
            Self::NumbersDiffer => "assist-why-differ",
            Self::Drawn => "assist-why-drawn",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// Not drawn. She may still object.
    Quiet,
    Waiting(Why),
    Right {
        by: StaffId,
        at: Timestamp,
    },
    NotRight {
        by: StaffId,
        at: Timestamp,
        note: String,
    },
}

impl Look {
    /// As stored in a plain column.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Waiting(_) => "waiting",
            Self::Right { .. } => "right",
            Self::NotRight { .. } => "not-right",
        }
    }
}

/// What the supervisor found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// With a note in words.
    NotRight(String),
}

/// One act of an assistant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assisted {
    pub id: AssistedId,
    pub assistant: StaffId,
    pub subject: PersonId,
    /// Where the subject is insured.
    pub village: AreaCode,
    pub act: AssistedAct,
    /// Reference of the case, when there is one.
    pub reference: Option<String>,
    pub told: Told,
    pub at: Timestamp,
    pub look: Look,
    pub version: i64,
}

impl Assisted {
    pub fn why(&self) -> Option<Why> {
        match self.look {
            Look::Waiting(why) => Some(why),
            _ => None,
        }
    }

    /// She says that she asked nobody. Also an act that was found right is looked at again; one found not right stays so.
    pub fn object(&mut self) -> Result<(), Refusal> {
        match self.look {
            Look::NotRight { .. } => Err(Refusal::NotInThisState),
            _ => {
                self.look = Look::Waiting(Why::Objected);
                Ok(())
            }
        }
    }

    pub fn judge(&mut self, verdict: Verdict, by: StaffId, at: Timestamp) -> Result<(), Refusal> {
        if self.why().is_none() {
            return Err(Refusal::NotInThisState);
        }
        self.look = match verdict {
            Verdict::Right => Look::Right { by, at },
            Verdict::NotRight(note) if note.trim_ascii().is_empty() => return Err(Refusal::ReasonNeeded),
            Verdict::NotRight(note) => Look::NotRight { by, at, note },
        };
        Ok(())
    }
}
