//! What a desk writes on a case for itself: notes among colleagues, and a supervisor's leave for one more return.
//! Never a word that decides anything, and nothing the applicant would have to answer to.

use super::Case;
use crate::ids::StaffId;
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// More would be a file of their own, and nobody reads it.
pub const MOST_NOTES: usize = 30;

/// For whoever opens the case next. Nothing is changed or taken away afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskNote {
    pub at: Timestamp,
    pub by: StaffId,
    pub words: String,
}

/// 再次退回: why the applicant is asked once more for what was to be seen before. She reads the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnLeave {
    pub at: Timestamp,
    pub by: StaffId,
    pub reason: String,
}

impl Case {
    /// Out of one pair of hands and first in another's queue.
    pub fn hand_over(&mut self, to: StaffId) {
        self.hold = None;
        self.kept_for = Some(to);
    }

    pub fn note(&mut self, by: StaffId, words: String, now: Timestamp) -> Result<(), Refusal> {
        if words.is_empty() {
            return Err(Refusal::NoteNeedsWords);
        }
        if self.notes.len() >= MOST_NOTES {
            return Err(Refusal::NotInThisState);
        }
        self.notes.push(DeskNote { at: now, by, words });
        Ok(())
    }

    /// Where a second return is refused, and none is allowed yet.
    pub fn wants_return_leave(&self) -> bool {
        !self.returns.is_empty() && self.state.tier().is_some() && !self.state.in_force() && self.return_leave.is_none()
    }

    /// For the next return alone.
    pub fn allow_return(&mut self, by: StaffId, reason: String, now: Timestamp) -> Result<(), Refusal> {
        if !self.wants_return_leave() {
            return Err(Refusal::NotInThisState);
        }
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        self.return_leave = Some(ReturnLeave { at: now, by, reason });
        Ok(())
    }

    /// The leave that this clerk may use: her own does not count, two people have to want it.
    pub fn leave_for(&self, clerk: &StaffId) -> Option<&ReturnLeave> {
        self.return_leave.as_ref().filter(|leave| leave.by != *clerk)
    }

    /// What this clerk's return may name: what is allowed anyway, or all of it when a supervisor said so.
    pub fn may_return_for(&self, about: &str, clerk: &StaffId) -> bool {
        self.may_ask_for(about) || self.leave_for(clerk).is_some()
    }
}
