//! Other people's hands (帮办人员): village workers, bank clerks and volunteers who act for many people, each act only with
//! the person beside them. Who they are, the two-digit number on both sides, and what becomes of their acts afterwards.
//! Must never know a grant: nothing here stands for longer than the person stays.

pub mod look;
pub mod number;

pub use look::{Assisted, AssistedAct, Look, Verdict, Why};
pub use number::{About, Beside, Shown, Told, TwoDigits};

use crate::ids::{AssistedId, StaffId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What kind of staff an account is. Accounts from before there were assistants are clerks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum StaffKind {
    #[default]
    Clerk,
    Assistant(Assistant),
}

impl StaffKind {
    pub fn assistant(&self) -> Option<&Assistant> {
        match self {
            Self::Clerk => None,
            Self::Assistant(assistant) => Some(assistant),
        }
    }
    pub fn assists(&self) -> bool {
        self.assistant().is_some()
    }
}

/// An account of an assistant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assistant {
    pub of: Organisation,
    /// A supervisor found an act not right: nothing more until a supervisor has cleared it up.
    pub stopped: Option<Stopped>,
}

/// Whom an assistant belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Organisation {
    Village,
    Bank,
    Volunteers,
}

impl Organisation {
    pub const ALL: [Self; 3] = [Self::Village, Self::Bank, Self::Volunteers];

    pub fn key(self) -> &'static str {
        match self {
            Self::Village => "assist-of-village",
            Self::Bank => "assist-of-bank",
            Self::Volunteers => "assist-of-volunteers",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    pub at: Timestamp,
    pub by: StaffId,
    /// The act that was not right.
    pub act: AssistedId,
}

#[cfg(test)]
mod tests;
