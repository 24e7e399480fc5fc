//! What an assistant may: begin with the person beside her, file, hand in papers, see the receipt. Nothing else, ever:
//! no queue, no other case, no message, no key data, no standing grant.

use super::{Act, Subject};
use crate::assist::{About, Beside};
use crate::ids::PersonId;
use crate::refusal::Refusal;
use crate::review::{Reviewer, Ties, no_conflict};
use jiff::Timestamp;

/// Who is beside the assistant, and what was recorded of it.
#[derive(Debug, Clone, Copy)]
pub struct Presence<'a> {
    pub person: &'a PersonId,
    pub card_checked: bool,
    pub beside: &'a Beside,
}

pub(super) fn assistant(
    worker: &Reviewer,
    present: Option<Presence>,
    ties: Ties,
    subject: Subject,
    act: Act,
    now: Timestamp,
) -> Result<(), Refusal> {
    // A clerk has her own way; a supervisor's right does not make an assistant of her.
    let Some(account) = worker.kind.assistant() else { return Err(Refusal::NotYours) };
    if account.stopped.is_some() {
        return Err(Refusal::AssistantStopped);
    }
    let hers = matches!(act, Act::StandBeside | Act::File(_) | Act::Apply(_) | Act::HandInPapers(_) | Act::Send(..) | Act::SeeReceipt(_));
    if !hers {
        return Err(Refusal::NotForAssistants);
    }
    let Some(present) = present else { return Err(Refusal::NobodyBeside) };
    if present.person != subject.id {
        return Err(Refusal::NotYours);
    }
    if !worker.desk.contains(subject.village) {
        return Err(Refusal::OtherArea);
    }
    if ties.grant_between {
        return Err(Refusal::HelperNotAssistant);
    }
    no_conflict(worker, subject.id, ties)?;
    if !present.card_checked {
        return Err(Refusal::CardNotChecked);
    }
    if !present.beside.face_checked {
        return Err(Refusal::FaceNotChecked);
    }
    super::here(subject, act)?;
    if now >= present.beside.until {
        return Err(Refusal::BesideTooLong);
    }
    let compared = match act {
        Act::StandBeside => true,
        Act::Send(draft, version) => {
            present.beside.compared(&About::Intake) && present.beside.compared(&About::Send(draft.clone(), version))
        }
        _ => present.beside.compared(&About::Intake),
    };
    if compared { Ok(()) } else { Err(Refusal::NumbersNotCompared) }
}

#[cfg(test)]
mod tests;
