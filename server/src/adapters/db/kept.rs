//! How each record becomes a row: which plain columns it shows, and which of them are the truth over what is sealed.
//! A plain column is here because a query needs it; anything else stays inside `sealed`.
//! Long because it is the list of all records, each with its columns.

use super::row::Row;
use crate::vault::Vault;
use app::ports::{
    KeptComfort, MergeRecord, OutboxSms, OwnPhone, Person, PortError, PortResult, SentCode, Session, SessionOf, Slip, Staff, Unsent,
};
use domain::assist::Assisted;
use domain::case::{Case, Draft, DraftState};
use domain::family::Grant;
use domain::family::watch::Finding;
use domain::ids::{PersonId, StaffId};
use domain::ledger::By;
use domain::notice::way::Way;
use domain::notice::{Delivered, Notice};
use domain::person::{IdNumber, Phone};
use domain::rating::{Rating, Stage};
use domain::sound::{VoiceMessage, Words};
use jiff::Timestamp;
use sea_orm::{DbErr, QueryResult};
use serde::{Serialize, de::DeserializeOwned};

/// A record that is kept sealed under its own name.
pub(super) trait Kept: Serialize + DeserializeOwned {
    const TABLE: &'static str;
    /// Plain columns that are read back beside `id` and `sealed`, in the order in which `overlay` reads them.
    const TRUE_COLUMNS: &'static str;
    fn id(&self) -> &str;
    /// Puts the columns that are written without opening the record over what was sealed.
    fn overlay(&mut self, _row: &QueryResult) -> Result<(), DbErr> {
        Ok(())
    }
    /// The plain columns without id, sealed and version.
    fn columns(&self, row: Row, vault: &Vault) -> Row;
}

/// The place of the first column of `TRUE_COLUMNS`.
const FIRST: usize = 2;

pub(super) fn to_row<T: Kept>(record: &T, vault: &Vault) -> PortResult<Row> {
    let sealed = vault.seal_json(T::TABLE, "sealed", record.id(), record).map_err(|e| PortError::Damaged(format!("{}: {e}", T::TABLE)))?;
    Ok(record.columns(Row::new(T::TABLE, record.id()).with("sealed", sealed), vault))
}

pub(super) fn from_row<T: Kept>(row: &QueryResult, vault: &Vault) -> PortResult<T> {
    let damaged = |what: String| PortError::Damaged(format!("{}: {what}", T::TABLE));
    let id: String = row.try_get_by_index(0).map_err(|e| damaged(e.to_string()))?;
    let sealed: Vec<u8> = row.try_get_by_index(1).map_err(|e| damaged(e.to_string()))?;
    let mut record: T = vault.open_json(T::TABLE, "sealed", &id, &sealed).map_err(|e| damaged(e.to_string()))?;
    record.overlay(row).map_err(|e| damaged(e.to_string()))?;
    Ok(record)
}

pub(super) fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

pub(super) fn instant(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub(super) fn number_hash(vault: &Vault, number: &IdNumber) -> String {
    vault.lookup("person-number", number.plain())
}

pub(super) fn phone_hash(vault: &Vault, phone: &Phone) -> String {
    vault.lookup("person-phone", phone.plain())
}

pub(super) fn name_hash(vault: &Vault, loose: &str) -> String {
    vault.lookup("person-name", loose)
}

impl Kept for Person {
    const TABLE: &'static str = "person";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, vault: &Vault) -> Row {
        row.with("number_hash", number_hash(vault, &self.id_number))
            .with("name_hash", name_hash(vault, &self.name.loose()))
            .with("phone_hash", self.phone.as_ref().map(|p| phone_hash(vault, p)))
            .with("household_hash", self.household.as_ref().map(|h| vault.lookup("household", h)))
            .with("village", self.village.as_str())
            .with("alive", self.alive)
    }
}

impl Kept for Staff {
    const TABLE: &'static str = "staff";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("user_name", self.user_name.as_str()).with("desk", self.desk.as_str()).with("active", self.active)
    }
}

/// `last_seen_ms` is the truth: a touch opens nothing.
impl Kept for Session {
    const TABLE: &'static str = "session";
    const TRUE_COLUMNS: &'static str = "last_seen_ms";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.last_seen = instant(row.try_get_by_index(FIRST)?);
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        let (person, staff) = match &self.of {
            SessionOf::Visitor(_) => (None, None),
            SessionOf::Resident { person, .. } => (Some(person), None),
            SessionOf::Staff { staff, .. } => (None, Some(staff)),
        };
        row.with("person_id", person.map(PersonId::as_str))
            .with("staff_id", staff.map(StaffId::as_str))
            .with("last_seen_ms", ms(self.last_seen))
            .with("stash_ms", self.stash.as_ref().map(|_| ms(self.last_seen)))
    }
}

impl Kept for SentCode {
    const TABLE: &'static str = "sent_code";
    const TRUE_COLUMNS: &'static str = "sent_ms";
    fn id(&self) -> &str {
        &self.id
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("who", self.who.as_str())
            .with("purpose", self.purpose.as_str())
            .with("sent_ms", ms(self.sent_at))
            .with("tries", i64::from(self.tries))
            .with("used", self.used)
    }
}

impl Kept for Slip {
    const TABLE: &'static str = "slip";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("person_id", self.person.as_str())
            .with("code_hash", self.code_hash.as_str())
            .with("screen_hash", self.screen_hash.as_str())
            .with("issued_ms", ms(self.issued_at))
    }
}

pub(super) const DRAFT_OPEN: &str = "open";

impl Kept for Draft {
    const TABLE: &'static str = "draft";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        let (state, case) = match &self.state {
            DraftState::Open => (DRAFT_OPEN, None),
            DraftState::Submitted(case) => ("submitted", Some(case.as_str())),
            DraftState::Dropped => ("dropped", None),
        };
        // What is added to a running case leads to one that another draft gave birth to.
        let born = case.filter(|_| self.adds_to().is_none());
        row.with("subject_id", self.subject.as_str())
            .with("state", state)
            .with("born_case_id", born)
            .with("updated_ms", ms(self.updated_at))
    }
}

impl Kept for Case {
    const TABLE: &'static str = "case_file";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        let bystander = match &self.filed_by.by {
            By::Bystander(person) => Some(person.as_str()),
            _ => None,
        };
        row.with("reference", self.reference.as_str())
            .with("item", self.item.slug())
            .with("state", self.state.key())
            .with("subject_id", self.subject.as_str())
            .with("desk", self.desk.as_str())
            .with("village", self.village.as_str())
            .with("bystander_id", bystander)
            .with("taken_at", self.taken_at.as_ref().map(|desk| desk.as_str()))
            .with("submitted_ms", ms(self.submitted_at))
            .with("settles_ms", ms(self.settles_at))
            .with("promised", self.promised.to_string())
            .with("step_due", self.step_due.to_string())
            // Only where it matters: a query that asks for states besides reads every case in force.
            .with("deferral_due", self.next_deferral().filter(|_| self.lapses()).map(|d| d.to_string()))
            .with("remind_due", self.remind_due().map(|d| d.to_string()))
            .with("held_by", self.hold.as_ref().map(|h| h.by.as_str()))
            .with("held_until_ms", self.hold.as_ref().map(|h| ms(h.until)))
            .with("kept_for", self.kept_for.as_ref().map(StaffId::as_str))
            .with("invite_ms", (!self.invited).then(|| Stage::Ended.reached(self)).flatten().map(ms))
    }
}

impl Kept for Grant {
    const TABLE: &'static str = "grant_file";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("elder_id", self.elder.as_str())
            .with("helper_id", self.helper.as_str())
            .with("state", self.state.key())
            .with("asked_ms", ms(self.asked_at))
            .with("until_ms", ms(self.until))
            .with("agreed_ms", self.agreement.as_ref().map(|a| ms(a.at())))
            .with("claimed_ms", self.claim.as_ref().map(|c| ms(c.taken_at)))
            .with("ended_ms", self.ended.as_ref().map(|e| ms(e.at)))
            .with("renewal_ms", (!self.renewal_asked).then(|| ms(self.until)))
    }
}

impl Kept for Assisted {
    const TABLE: &'static str = "assisted";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("subject_id", self.subject.as_str())
            .with("village", self.village.as_str())
            .with("look", self.look.key())
            .with("at_ms", ms(self.at))
    }
}

impl Kept for Finding {
    const TABLE: &'static str = "finding";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("about_id", self.about.as_str()).with("seen_key", self.key()).with("waits", self.open).with("at_ms", ms(self.at))
    }
}

/// Reading and delivering are written without opening the record.
impl Kept for Notice {
    const TABLE: &'static str = "notice";
    const TRUE_COLUMNS: &'static str = "read_ms, delivered_by, delivered_ms, delivered_aloud, way";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        let read: Option<i64> = row.try_get_by_index(FIRST)?;
        self.read_at = read.map(instant);
        let by: Option<String> = row.try_get_by_index(FIRST + 1)?;
        self.delivered = match by {
            Some(by) => Some(Delivered {
                by: StaffId::new(by),
                at: instant(row.try_get_by_index(FIRST + 2)?),
                read_out: row.try_get_by_index(FIRST + 3)?,
            }),
            None => None,
        };
        // A text that nobody could take changes it without opening the record.
        let way: String = row.try_get_by_index(FIRST + 4)?;
        self.way = Way::from_key(&way).unwrap_or(Way::Hand);
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        let delivered = self.delivered.as_ref();
        row.with("person_id", self.person.as_str())
            .with("at_ms", ms(self.at))
            .with("read_ms", self.read_at.map(ms))
            .with("way", self.way.key())
            .with("delivered_by", delivered.map(|d| d.by.as_str()))
            .with("delivered_ms", delivered.map(|d| ms(d.at)))
            .with("delivered_aloud", delivered.map(|d| d.read_out))
    }
}

/// One row per person, under her own id.
impl Kept for KeptComfort {
    const TABLE: &'static str = "comfort";
    const TRUE_COLUMNS: &'static str = "id";
    fn id(&self) -> &str {
        self.person.as_str()
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row
    }
}

impl Kept for Rating {
    const TABLE: &'static str = "rating";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        let open = self.remedy.as_ref().filter(|r| !r.state.over());
        let handler = open.map(|_| self.handler());
        row.with("subject_id", self.subject.as_str())
            .with("case_id", self.case.as_str())
            .with("stage", self.stage.key())
            .with("desk", self.desk.as_str())
            .with("rated_ms", ms(self.at))
            .with("handler", handler.as_ref().map(|h| h.as_str()))
            .with("due", open.and_then(|r| r.due()).map(|day| day.to_string()))
            .with("late_for", open.filter(|r| r.late).map(|_| self.above_handler()).as_ref().map(|desk| desk.as_str()))
    }
}

impl Kept for VoiceMessage {
    const TABLE: &'static str = "voice_message";
    const TRUE_COLUMNS: &'static str = "version";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn overlay(&mut self, row: &QueryResult) -> Result<(), DbErr> {
        self.version = row.try_get_by_index(FIRST)?;
        Ok(())
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("subject_id", self.subject.as_str())
            .with("village", self.village.as_str())
            .with("case_id", self.about.as_ref().map(|(case, _)| case.as_str()))
            .with("left_ms", ms(self.left_at))
            .with("until_ms", ms(self.until))
            .with("wants_words", self.words == Words::Waiting)
            .with("done", self.done.is_some())
    }
}

impl Kept for OutboxSms {
    const TABLE: &'static str = "outbox";
    const TRUE_COLUMNS: &'static str = "at_ms";
    fn id(&self) -> &str {
        &self.id
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("at_ms", ms(self.at)).with("due_ms", ms(self.at))
    }
}

/// Under the name of the record that went.
impl Kept for MergeRecord {
    const TABLE: &'static str = "merge_file";
    const TRUE_COLUMNS: &'static str = "id";
    fn id(&self) -> &str {
        self.goes.as_str()
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row
    }
}

impl Kept for Unsent {
    const TABLE: &'static str = "unsent";
    const TRUE_COLUMNS: &'static str = "at_ms";
    fn id(&self) -> &str {
        &self.id
    }
    fn columns(&self, row: Row, _: &Vault) -> Row {
        row.with("helper_id", self.helper.as_str()).with("at_ms", ms(self.at))
    }
}

/// Holds nothing but names of rows, so nothing of it is sealed.
pub(super) fn own_phone_row(record: &OwnPhone) -> Row {
    Row::new("own_phone", &record.id).with("person_id", record.person.as_str()).with("since_ms", ms(record.since))
}
