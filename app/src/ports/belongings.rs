//! Everything that names one person, for the two acts that bring it under another record and back. A new table with a
//! person in it belongs here; a test walks the tables.

use super::records::{Slip, Unsent};
use domain::assist::Assisted;
use domain::case::Draft;
use domain::family::Grant;
use domain::family::watch::Finding;
use domain::ids::*;
use domain::notice::Notice;
use domain::person::Phone;
use domain::rating::Rating;
use domain::sound::VoiceMessage;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default)]
pub struct Belongings {
    /// In every state.
    pub drafts: Vec<Draft>,
    /// Her own and those she filed for somebody tonight.
    pub cases: Vec<CaseId>,
    /// On both sides.
    pub grants: Vec<Grant>,
    pub notices: Vec<Notice>,
    pub slips: Vec<Slip>,
    pub assisted: Vec<Assisted>,
    pub findings: Vec<Finding>,
    pub messages: Vec<VoiceMessage>,
    pub ratings: Vec<Rating>,
    pub unsent: Vec<Unsent>,
}

/// What a merge brought under another record, by name; so that exactly this can be given back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Moved {
    pub cases: Vec<Part<CaseId>>,
    pub drafts: Vec<Part<DraftId>>,
    pub messages: Vec<Part<VoiceMessageId>>,
    /// Merges from before ratings have none.
    #[serde(default)]
    pub ratings: Vec<Part<RatingId>>,
    pub given: Vec<GrantId>,
    pub held: Vec<GrantId>,
    pub notices: Vec<NoticeId>,
    pub slips: Vec<SlipId>,
    pub assisted: Vec<AssistedId>,
    pub unsent: Vec<String>,
    /// Accounts of staff that were her own.
    pub accounts: Vec<StaffId>,
}

/// Her own matter, or one of somebody else in which she had a hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part<T> {
    pub id: T,
    pub own: bool,
}

/// One merge, kept until it is undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeRecord {
    pub goes: PersonId,
    pub stays: PersonId,
    pub at: Timestamp,
    pub by: StaffId,
    /// As they were before.
    pub phone: Option<Phone>,
    pub alive: bool,
    /// Records that had been merged into the one that goes.
    pub followed: Vec<PersonId>,
    pub moved: Moved,
}
