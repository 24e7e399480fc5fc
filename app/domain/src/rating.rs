//! 好差评: how satisfied she is with one step of her case, who may say so and until when, and what follows from a bad word.
//! Holds what the rated desk must never read: whoever shows something of it asks the judge, or shows `Sums`.

mod level;
mod remedy;
mod sums;
mod survey;

pub use level::{Level, Reason, Stage};
pub use remedy::{Call, Noted, Remedy, RemedyState};
pub use sums::Sums;
pub use survey::{Answer, Question, SurveyCount};

use crate::catalog::ItemCode;
use crate::ids::{AreaCode, CaseId, PersonId, RatingId, StaffId};
use crate::ledger::By;
use crate::notice::Notice;
use crate::refusal::Refusal;
use crate::review::{Reviewer, Tier};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How a notice names the desk that must not be the one to read it out.
pub const RATED_DESK: &str = "rated";

/// What was said, and whose fingers moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub level: Level,
    pub reasons: BTreeSet<Reason>,
    pub words: String,
    /// Whether she wants to be called; none: she has not said.
    pub call: Option<bool>,
    /// `Counter` and `Staff`: a clerk wrote down what she said at a desk or by telephone.
    pub by: By,
    pub at: Timestamp,
}

impl Said {
    pub fn level(level: Level, by: By, at: Timestamp) -> Said {
        Said { level, reasons: BTreeSet::new(), words: String::new(), call: None, by, at }
    }
}

/// One per case and step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    pub id: RatingId,
    pub case: CaseId,
    pub reference: String,
    pub item: ItemCode,
    pub stage: Stage,
    pub subject: PersonId,
    /// Whose work it was.
    pub desk: AreaCode,
    /// The clerk whose step it was; none where a rule decided.
    pub worker: Option<StaffId>,
    /// First said at.
    pub at: Timestamp,
    pub said: Said,
    /// What she said after something was set right.
    pub again: Option<Said>,
    pub remedy: Option<Remedy>,
    /// Tasks of tiers that did not satisfy her, the oldest first.
    #[serde(default)]
    pub earlier: Vec<Round>,
    pub version: i64,
}

/// A task that was done with, and was not enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub handler: AreaCode,
    pub remedy: Remedy,
    /// What she said afterwards.
    pub again: Said,
}

/// What a word said now would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    First,
    Change,
    /// After something was set right.
    Again,
}

/// Days for saying it and for changing it, by the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub rate: u16,
    pub change: u16,
}

/// Whether `by` may say something about a step now. `reached`: when the case came to that step.
pub fn turn(reached: Option<Timestamp>, rated: Option<&Rating>, by: &By, days: Days, now: Timestamp) -> Result<Turn, Refusal> {
    let reached = reached.ok_or(Refusal::NotInThisState)?;
    match rated {
        None if over(reached, days.rate, now) => Err(Refusal::RatingOver),
        None => Ok(Turn::First),
        Some(rating) if rating.waits_for_her() && by.staff().is_some() => {
            // Whoever set it right does not write down whether that helped.
            if by.staff() == rating.set_right_by() { Err(Refusal::DidEarlierStep) } else { Ok(Turn::Again) }
        }
        Some(rating) if !rating.is_hers_to_change(by) => Err(Refusal::RatedAlready),
        Some(rating) if rating.waits_for_her() => Ok(Turn::Again),
        Some(rating) if rating.answered() || over(rating.at, days.change, now) => Err(Refusal::RatingOver),
        Some(_) => Ok(Turn::Change),
    }
}

pub fn over(from: Timestamp, days: u16, now: Timestamp) -> bool {
    now.duration_since(from) > SignedDuration::from_hours(24 * i64::from(days))
}

impl Rating {
    /// Herself always; a helper what she said herself; a clerk never: nobody talks a written word round at a desk.
    pub fn is_hers_to_change(&self, by: &By) -> bool {
        match by {
            By::Herself(_) => true,
            By::Helper { helper, .. } => matches!(&self.said.by, By::Helper { helper: first, .. } if first == helper),
            _ => false,
        }
    }

    /// The tier above has begun to deal with it.
    pub fn answered(&self) -> bool {
        let begun = self.remedy.as_ref().is_some_and(|r| !matches!(r.state, RemedyState::Open | RemedyState::Closed));
        begun || self.again.is_some() || !self.earlier.is_empty()
    }

    /// Her newest word.
    pub fn newest(&self) -> &Said {
        self.again.as_ref().or_else(|| self.earlier.last().map(|round| &round.again)).unwrap_or(&self.said)
    }

    /// Something was set right, and she has not said yet whether that helped.
    pub fn waits_for_her(&self) -> bool {
        self.remedy.as_ref().is_some_and(|r| r.state == RemedyState::Corrected)
    }

    fn set_right_by(&self) -> Option<&StaffId> {
        self.remedy.as_ref()?.set_right.as_ref().map(|noted| &noted.by)
    }

    /// Who deals with a bad word: the desk above the rated one, or above the one that dealt with it in vain; the county's own
    /// stays in the county.
    pub fn handler(&self) -> AreaCode {
        above(self.earlier.last().map_or(&self.desk, |round| &round.handler))
    }

    /// Who is told when that desk is late.
    pub fn above_handler(&self) -> AreaCode {
        above(&self.handler())
    }

    /// The county deals with its own, and with what its clerks dealt with in vain, by its supervisors.
    fn for_supervisors(&self) -> bool {
        self.earlier.last().map_or(&self.desk, |round| &round.handler).tier() == Tier::County
    }

    /// To everybody else it does not exist: not to the rated desk, nor to the clerk whose step it was, wherever she sits now.
    pub fn may_handle(&self, clerk: &Reviewer) -> Result<(), Refusal> {
        let supervises = clerk.tier == Tier::County && clerk.supervisor;
        let own = (clerk.desk == self.desk || self.for_supervisors()) && !supervises;
        let others = clerk.desk != self.handler();
        if own || others || self.had_a_hand_in_it(clerk) { Err(Refusal::OtherArea) } else { Ok(()) }
    }

    /// Whether this clerk is told that it is late: no more than whose desk it is about. Never the rated desk, nor whoever is late.
    pub fn may_hear_late(&self, clerk: &Reviewer) -> Result<(), Refusal> {
        let supervises = clerk.tier == Tier::County && clerk.supervisor;
        let own = (clerk.desk == self.desk || clerk.desk == self.handler()) && !supervises;
        let others = clerk.desk != self.above_handler();
        if own || others || self.had_a_hand_in_it(clerk) { Err(Refusal::OtherArea) } else { Ok(()) }
    }

    /// It was her step, or she dealt with it and it did not help.
    fn had_a_hand_in_it(&self, clerk: &Reviewer) -> bool {
        let dealt = |round: &Round| round.remedy.set_right.as_ref().is_some_and(|noted| noted.by == clerk.id);
        self.worker.as_ref() == Some(&clerk.id) || self.earlier.iter().any(dealt)
    }

    /// Takes in what she says. A bad word opens a corrective task that is due on these days; a word changed for the better
    /// before anybody dealt with it closes it again.
    pub fn say(&mut self, said: Said, call_by: Date, correct_by: Date) {
        let now = said.at;
        match (&mut self.remedy, said.level.bad()) {
            (Some(remedy), true) if remedy.state == RemedyState::Closed => *remedy = Remedy::open(now, call_by, correct_by),
            (Some(remedy), false) => remedy.withdraw(now),
            (None, true) => self.remedy = Some(Remedy::open(now, call_by, correct_by)),
            _ => {}
        }
        self.said = said;
    }

    /// Whether what was set right has helped. Where it did not, the tier above the one that dealt with it gets a task that is due
    /// on these days; above the county's supervisors there is nobody.
    pub fn say_again(&mut self, said: Said, call_by: Date, correct_by: Date) -> Result<(), Refusal> {
        let (handler, last) = (self.handler(), self.for_supervisors());
        let remedy = self.remedy.as_mut().ok_or(Refusal::NotInThisState)?;
        remedy.rerate(said.at)?;
        if said.level.bad() && !last {
            let done = std::mem::replace(remedy, Remedy::open(said.at, call_by, correct_by));
            self.earlier.push(Round { handler, remedy: done, again: said });
        } else {
            self.again = Some(said);
        }
        Ok(())
    }
}

fn above(desk: &AreaCode) -> AreaCode {
    desk.tier().above().map_or_else(|| desk.clone(), |tier| desk.at(tier))
}

/// Whether this clerk's desk must not see this message: it would tell her who was not satisfied with her.
pub fn kept_from(notice: &Notice, desk: &AreaCode) -> bool {
    notice.args.get(RATED_DESK).is_some_and(|rated| rated == desk.as_str())
}

#[cfg(test)]
mod tests;
