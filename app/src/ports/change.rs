//! What an act wants written. An act collects changes and commits them in one transaction:
//! all of it is on disk, or nothing is.

use super::records::{OutboxSms, OwnPhone, Person, SentCode, Session, Slip, Staff};
use domain::case::{Case, Draft};
use domain::family::Grant;
use domain::ids::{NoticeId, PersonId, SessionId, StaffId};
use domain::ledger::LedgerLine;
use domain::notice::{Delivered, Notice};
use jiff::Timestamp;

/// A ledger line with the time it belongs to; sequence and chain are added by the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerNote {
    pub at: Timestamp,
    pub line: LedgerLine,
}

/// `Save…` inserts when the record's version is 0 and the id is new, else updates where the stored version
/// equals the record's; the stored version is then one higher. A mismatch fails the whole commit with
/// `PortError::Conflict`.
#[derive(Debug, Clone)]
pub enum Change {
    SavePerson(Box<Person>),
    SaveStaff(Box<Staff>),
    SaveCase(Box<Case>),
    SaveDraft(Box<Draft>),
    SaveGrant(Box<Grant>),
    SaveSlip(Box<Slip>),
    /// Inserts or replaces.
    PutSession(Box<Session>),
    TouchSession {
        id: SessionId,
        at: Timestamp,
    },
    EndSession(SessionId),
    /// All sessions of a person, except one.
    EndSessionsOfPerson {
        person: PersonId,
        keep: Option<SessionId>,
    },
    EndSessionsOfStaff(StaffId),
    /// Inserts; an existing code only moves on: more tries, or used for the first time. Else `Conflict`, so that two
    /// guesses at once never count as one and a code works once.
    PutCode(SentCode),
    PutOwnPhone(OwnPhone),
    EndOwnPhones(PersonId),
    PutNotice(Box<Notice>),
    MarkNoticeRead {
        id: NoticeId,
        at: Timestamp,
    },
    MarkNoticeDelivered {
        id: NoticeId,
        delivered: Delivered,
    },
    PutSms(Box<OutboxSms>),
    Ledger(Box<LedgerNote>),
    /// The form key was used; a second use finds `location`. A duplicate key fails the commit with `Conflict`.
    Once {
        key: String,
        location: String,
    },
    /// For limits: one attempt of a kind by a hashed origin.
    Attempt {
        kind: String,
        who: String,
        at: Timestamp,
    },
}
