//! The corrective task of a bad word: she is called, something is set right, she is asked again. Deadlines are made by the
//! caller from the region's working days; here are the states and nothing that knows a clock.

use crate::ids::StaffId;
use crate::refusal::Refusal;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RemedyState {
    /// Nobody has spoken with her yet.
    Open,
    /// 回访: somebody has, or tried as often as the region wants.
    Called,
    /// 整改: set right; she is asked whether that helped.
    Corrected,
    /// 复评: she has answered.
    Rerated,
    /// She changed her word, or did not answer in her time.
    Closed,
}

impl RemedyState {
    pub const ALL: &'static [RemedyState] = &[Self::Open, Self::Called, Self::Corrected, Self::Rerated, Self::Closed];
    /// Name in text keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Called => "called",
            Self::Corrected => "corrected",
            Self::Rerated => "rerated",
            Self::Closed => "closed",
        }
    }
    pub fn over(self) -> bool {
        matches!(self, Self::Rerated | Self::Closed)
    }
}

/// One call, answered or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub by: StaffId,
    pub at: Timestamp,
    pub reached: bool,
    pub words: String,
}

/// What was set right, as she reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    pub by: StaffId,
    pub at: Timestamp,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    pub state: RemedyState,
    pub opened_at: Timestamp,
    pub call_by: Date,
    pub correct_by: Date,
    pub calls: Vec<Call>,
    pub set_right: Option<Noted>,
    pub ended_at: Option<Timestamp>,
    /// Its day went by, and the tier above was told.
    #[serde(default)]
    pub late: bool,
}

impl Remedy {
    pub fn open(opened_at: Timestamp, call_by: Date, correct_by: Date) -> Remedy {
        Remedy { state: RemedyState::Open, opened_at, call_by, correct_by, calls: Vec::new(), set_right: None, ended_at: None, late: false }
    }

    /// The day of its next step; none while it is her turn, or when it is over.
    pub fn due(&self) -> Option<Date> {
        match self.state {
            RemedyState::Open => Some(self.call_by),
            RemedyState::Called => Some(self.correct_by),
            _ => None,
        }
    }

    /// Its day went by: told once, and not any more when the next step is done.
    pub fn mark_late(&mut self, today: Date) -> Result<(), Refusal> {
        if self.late || self.due().is_none_or(|day| day >= today) {
            return Err(Refusal::NotInThisState);
        }
        self.late = true;
        Ok(())
    }

    /// After `tries` calls that nobody answered it goes on without one: what is wrong does not wait for a telephone.
    pub fn note_call(&mut self, call: Call, tries: u16) -> Result<(), Refusal> {
        if !matches!(self.state, RemedyState::Open | RemedyState::Called) {
            return Err(Refusal::NotInThisState);
        }
        self.calls.push(call);
        let called = self.calls.iter().any(|c| c.reached) || self.calls.len() >= usize::from(tries);
        if called && self.state == RemedyState::Open {
            self.state = RemedyState::Called;
            self.late = false;
        }
        Ok(())
    }

    /// `unwanted`: she said that she wants no call.
    pub fn correct(&mut self, noted: Noted, unwanted: bool) -> Result<(), Refusal> {
        let called = self.state == RemedyState::Called || self.state == RemedyState::Open && unwanted;
        if !called {
            return Err(Refusal::CallFirst);
        }
        if noted.words.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        self.set_right = Some(noted);
        self.state = RemedyState::Corrected;
        self.late = false;
        Ok(())
    }

    /// Nobody closes it over her head: only when she had her days to answer.
    pub fn close(&mut self, days: u16, now: Timestamp) -> Result<(), Refusal> {
        match &self.set_right {
            Some(noted) if self.state == RemedyState::Corrected && super::over(noted.at, days, now) => {
                self.end(RemedyState::Closed, now);
                Ok(())
            }
            _ => Err(Refusal::NotInThisState),
        }
    }

    pub(super) fn rerate(&mut self, now: Timestamp) -> Result<(), Refusal> {
        if self.state != RemedyState::Corrected {
            return Err(Refusal::NotInThisState);
        }
        self.end(RemedyState::Rerated, now);
        Ok(())
    }

    pub(super) fn withdraw(&mut self, now: Timestamp) {
        if self.state == RemedyState::Open {
            self.end(RemedyState::Closed, now);
        }
    }

    fn end(&mut self, state: RemedyState, now: Timestamp) {
        self.state = state;
        self.ended_at = Some(now);
    }
}
