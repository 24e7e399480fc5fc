//! What an act wants written. An act collects changes and commits them in one transaction:
//! all of it is on disk, or nothing is.

use super::belongings::MergeRecord;
use super::guarded::Under;
use super::records::{KeptComfort, OutboxSms, OwnPhone, Person, SentCode, Session, Slip, Staff, Unsent};
use domain::assist::Assisted;
use domain::case::{Case, Draft};
use domain::family::watch::Finding;
use domain::family::{Grant, Portrait};
use domain::ids::{GrantId, NoticeId, PersonId, SessionId, StaffId, VoiceMessageId};
use domain::ledger::LedgerLine;
use domain::notice::{Delivered, Notice};
use domain::rating::{Answer, Question, Rating};
use domain::region::FamilyLimits;
use domain::sound::VoiceMessage;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// A ledger line with the time it belongs to; sequence and chain are added by the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerNote {
    pub at: Timestamp,
    pub line: LedgerLine,
}

/// Who takes a place with whom, by which limits.
#[derive(Debug, Clone)]
pub struct Place {
    pub elder: PersonId,
    pub helper: PersonId,
    pub limits: FamilyLimits,
    /// First instant of this month, in China.
    pub month_from: Timestamp,
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
    SaveAssisted(Box<Assisted>),
    /// One pattern of one person is one finding: a second one fails the commit with `Conflict`.
    SaveFinding(Box<Finding>),
    /// Whoever asks for the record that goes, by name or number, finds the one that stays from now on, and no case, draft, grant,
    /// voice message or rating comes under it any more; papers, pictures and
    /// who was kept away go with it, findings about it are for the act to write anew, as is all else. Comes first: `Conflict`
    /// when the grants of the two are not exactly these.
    MergePerson {
        record: Box<MergeRecord>,
        grants: BTreeSet<GrantId>,
    },
    /// The two records are two people again; what was moved is saved by the act.
    PartPerson(Box<MergeRecord>),
    /// `Conflict` when anything still names this person: it came after the act had looked. Comes last.
    NothingLeft(PersonId),
    /// Fails the commit with `PortError::NoPlace` when these two may not have one more grant. Counts under a lock, so that
    /// of many who agree at once no more get a place than there are. Comes before the grant it is for.
    TakePlace(Box<Place>),
    /// Fails the commit with `PortError::Stopped` when the grant does not stand. Holds it until the commit is over: an end at
    /// the same moment is either seen here or waits for it. Comes first.
    WhileItStands(Under),
    /// This asker's requests reach this elder no more.
    BlockAsker {
        elder: PersonId,
        asker: PersonId,
        at: Timestamp,
    },
    UnblockAsker {
        elder: PersonId,
        asker: PersonId,
    },
    /// The picture by which a helper finds an elder in her list; `None`: as by default again.
    PutPortrait {
        helper: PersonId,
        elder: PersonId,
        portrait: Option<Portrait>,
    },
    /// What a helper typed and could not send; a newer text for the same page takes its place.
    PutUnsent(Box<Unsent>),
    /// It was sent, or is not wanted any more.
    EndUnsent(String),
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
    /// Inserts or replaces: her last choice counts.
    KeepComfort(KeptComfort),
    SaveVoiceMessage(Box<VoiceMessage>),
    /// Takes the row away; the sound goes by `Papers::remove`.
    DropVoiceMessage(VoiceMessageId),
    /// One step of one case is rated once: a second one fails the commit with `Conflict`.
    SaveRating(Box<Rating>),
    /// One answer more. Whose it is nobody writes down.
    CountAnswer {
        question: Question,
        answer: Answer,
    },
    PutNotice(Box<Notice>),
    MarkNoticeRead {
        id: NoticeId,
        at: Timestamp,
    },
    MarkNoticeDelivered {
        id: NoticeId,
        delivered: Delivered,
    },
    /// Waits from now on to be sent.
    PutSms(Box<OutboxSms>),
    /// From here on the gateway may have it: it is due no more.
    TextHanded {
        id: String,
        at: Timestamp,
    },
    /// The gateway has it: it is not sent again.
    TextSent {
        id: String,
        at: Timestamp,
    },
    /// After `tries` tries; the next one at `next`, or never: then the notice of the same id goes to her village desk.
    TextNotSent {
        id: String,
        tries: u32,
        next: Option<Timestamp>,
        at: Timestamp,
    },
    /// Takes away what was last used before a moment.
    Clear {
        what: Served,
        before: Timestamp,
    },
    Ledger(Box<LedgerNote>),
    /// The form key was used; a second use finds `location`. A duplicate key fails the commit with `Conflict`.
    Once {
        key: String,
        location: String,
        at: Timestamp,
    },
    /// For limits: one attempt of a kind by a hashed origin.
    Attempt {
        kind: String,
        who: String,
        at: Timestamp,
    },
}

impl Change {
    /// Alters something that belongs to the elder in whose matters one acts. What is the helper's own (her session, her list,
    /// what she could not send) and what is written down about her goes on without a grant, too.
    pub(super) fn in_her_matters(&self) -> bool {
        match self {
            Self::SaveCase(_)
            | Self::SaveDraft(_)
            | Self::SaveVoiceMessage(_)
            | Self::DropVoiceMessage(_)
            | Self::SaveRating(_)
            | Self::MarkNoticeRead { .. } => true,
            Self::SavePerson(_)
            | Self::SaveStaff(_)
            | Self::SaveGrant(_)
            | Self::SaveSlip(_)
            | Self::SaveAssisted(_)
            | Self::SaveFinding(_)
            | Self::MergePerson { .. }
            | Self::PartPerson(_)
            | Self::NothingLeft(_)
            | Self::TakePlace(_)
            | Self::WhileItStands(_)
            | Self::BlockAsker { .. }
            | Self::UnblockAsker { .. }
            | Self::PutPortrait { .. }
            | Self::PutUnsent(_)
            | Self::EndUnsent(_)
            | Self::PutSession(_)
            | Self::TouchSession { .. }
            | Self::EndSession(_)
            | Self::EndSessionsOfPerson { .. }
            | Self::EndSessionsOfStaff(_)
            | Self::PutCode(_)
            | Self::PutOwnPhone(_)
            | Self::EndOwnPhones(_)
            | Self::KeepComfort(_)
            | Self::CountAnswer { .. }
            | Self::PutNotice(_)
            | Self::MarkNoticeDelivered { .. }
            | Self::PutSms(_)
            | Self::TextHanded { .. }
            | Self::TextSent { .. }
            | Self::TextNotSent { .. }
            | Self::Clear { .. }
            | Self::Ledger(_)
            | Self::Once { .. }
            | Self::Attempt { .. } => false,
        }
    }
}

/// What serves for a time and is no record. `acts::clear_served` says for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Served {
    Codes,
    Attempts,
    OnceKeys,
    /// By when they were last seen.
    VisitorSessions,
    StaffSessions,
    ResidentSessions,
    /// What was typed when a session ended; the session itself stays.
    Stashes,
    OwnPhones,
    /// What helpers typed and could not send.
    Unsent,
    /// By when they were sent.
    SentTexts,
    /// Sent or not, by when they were written.
    Texts,
}

impl Served {
    pub const ALL: &'static [Served] = &[
        Self::Codes,
        Self::Attempts,
        Self::OnceKeys,
        Self::VisitorSessions,
        Self::StaffSessions,
        Self::ResidentSessions,
        Self::Stashes,
        Self::OwnPhones,
        Self::Unsent,
        Self::SentTexts,
        Self::Texts,
    ];
}
