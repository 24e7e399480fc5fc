//! 语音留言: what somebody said for the desk, how long it stays, and who has heard it. The sound itself lies elsewhere.
//! The words under it are a machine's guess and are always shown as one.

use crate::ids::{AreaCode, CaseId, PersonId, StaffId, VoiceMessageId};
use crate::ledger::By;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long recordings may be and how long messages stay: the region's matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordingRules {
    /// A wish or an answer; nothing of it is kept.
    pub command_seconds: u16,
    pub message_seconds: u16,
    /// After so many days a message goes by itself.
    pub message_days: u16,
    /// Messages in one person's matters that nobody has dealt with yet.
    pub open_messages: u16,
    /// Recordings of strangers that are listened to in a quarter of an hour from one address: whoever floods the line shuts out others.
    pub stranger_wishes: u16,
    /// The same for a hall, whose address many people share.
    pub hall_wishes: u16,
}

impl RecordingRules {
    pub fn until(&self, left_at: Timestamp) -> Timestamp {
        left_at.saturating_add(SignedDuration::from_hours(24 * i64::from(self.message_days))).unwrap_or(Timestamp::MAX)
    }
}

/// What a recogniser made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Words {
    /// There is no recogniser here.
    NotWritten,
    /// Its turn has not come yet.
    Waiting,
    /// Listened to, and nothing understood.
    NotUnderstood,
    Written(String),
}

/// A clerk listened to it, or dealt with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    pub by: StaffId,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceMessage {
    pub id: VoiceMessageId,
    /// Whose matter it is, whoever spoke.
    pub subject: PersonId,
    pub village: AreaCode,
    /// The case it is about, with its reference.
    pub about: Option<(CaseId, String)>,
    pub left_by: By,
    pub left_at: Timestamp,
    pub until: Timestamp,
    pub seconds: u16,
    pub words: Words,
    /// The first time each clerk listened, oldest first.
    pub heard: Vec<Heard>,
    pub done: Option<Heard>,
    pub version: i64,
}

impl VoiceMessage {
    pub fn hear(&mut self, by: &StaffId, at: Timestamp) {
        if !self.heard.iter().any(|h| h.by == *by) {
            self.heard.push(Heard { by: by.clone(), at });
        }
    }
}
