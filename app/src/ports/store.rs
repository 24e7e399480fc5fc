//! Everything that is kept. Reads are plain; writing goes through `commit` alone.

use super::belongings::{Belongings, MergeRecord};
use super::records::*;
use super::{Change, PortResult};
use async_trait::async_trait;
use domain::assist::Assisted;
use domain::case::{Case, CaseState, Draft};
use domain::catalog::ItemCode;
use domain::family::watch::Finding;
use domain::family::{Grant, GrantState, Portrait};
use domain::ids::*;
use domain::notice::Notice;
use domain::person::{IdNumber, Name, Phone};
use domain::rating::{Rating, SurveyCount};
use domain::review::Ties;
use domain::sound::VoiceMessage;
use domain::tally::Figure;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

#[async_trait]
pub trait Store: Send + Sync {
    /// All changes in one transaction, in order.
    async fn commit(&self, changes: Vec<Change>) -> PortResult<()>;

    async fn person(&self, id: &PersonId) -> PortResult<Option<Person>>;
    /// A number of a merged record finds the one that stays.
    async fn person_by_number(&self, number: &IdNumber) -> PortResult<Option<Person>>;
    /// All of them that exist, in one question and in any order.
    async fn people(&self, ids: &[PersonId]) -> PortResult<Vec<Person>>;
    /// The record that stays, when this one was merged into another.
    async fn merged_into(&self, id: &PersonId) -> PortResult<Option<PersonId>>;
    /// Every record that names this person.
    async fn belongings(&self, person: &PersonId) -> PortResult<Belongings>;
    /// Merges that led to this record and can be undone.
    async fn merges_into(&self, stays: &PersonId) -> PortResult<Vec<MergeRecord>>;
    /// How many living people have this phone on record.
    async fn holders_of_phone(&self, phone: &Phone) -> PortResult<usize>;
    /// People of an area whose number or whole name matches; at most `limit`.
    async fn find_people(&self, area: &AreaCode, words: &str, limit: u64) -> PortResult<Vec<Person>>;

    async fn staff(&self, id: &StaffId) -> PortResult<Option<Staff>>;
    async fn staff_by_user_name(&self, user_name: &str) -> PortResult<Option<Staff>>;
    /// Active clerks of exactly this desk.
    async fn staff_of_desk(&self, desk: &AreaCode) -> PortResult<Vec<Staff>>;
    async fn all_staff(&self) -> PortResult<Vec<Staff>>;
    /// Household, grants and declarations between a clerk and a person.
    async fn ties(&self, staff: &Staff, person: &PersonId) -> PortResult<Ties>;

    async fn session(&self, id: &SessionId) -> PortResult<Option<Session>>;
    async fn sessions_of(&self, person: &PersonId) -> PortResult<Vec<Session>>;
    async fn own_phone(&self, id: &str) -> PortResult<Option<OwnPhone>>;
    /// How she wants her pages, if she ever chose.
    async fn comfort_of(&self, person: &PersonId) -> PortResult<Option<domain::comfort::Comfort>>;
    /// Codes sent to `who` for `purpose` since a moment, oldest first.
    async fn codes(&self, who: &str, purpose: &str, since: Timestamp) -> PortResult<Vec<SentCode>>;
    async fn attempts(&self, kind: &str, who: &str, since: Timestamp) -> PortResult<u64>;
    async fn once(&self, key: &str) -> PortResult<Option<String>>;

    async fn slip(&self, id: &SlipId) -> PortResult<Option<Slip>>;
    async fn slip_by_code(&self, code_hash: &str) -> PortResult<Option<Slip>>;
    async fn slip_by_screen(&self, screen_hash: &str) -> PortResult<Option<Slip>>;
    /// All slips of a person, newest first.
    async fn slips_of(&self, person: &PersonId) -> PortResult<Vec<Slip>>;

    async fn draft(&self, id: &DraftId) -> PortResult<Option<Draft>>;
    /// Open drafts in a person's matter, newest first.
    async fn drafts_of(&self, subject: &PersonId) -> PortResult<Vec<Draft>>;

    async fn case(&self, id: &CaseId) -> PortResult<Option<Case>>;
    async fn case_by_reference(&self, reference: &str) -> PortResult<Option<Case>>;
    /// A person's cases, newest first.
    async fn cases_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<CaseRow>>;
    /// The same as whole records, in one question.
    async fn newest_cases(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Case>>;
    /// All her cases of one service in these states, newest first.
    async fn cases_of_item(&self, subject: &PersonId, item: ItemCode, states: &[CaseState]) -> PortResult<Vec<Case>>;
    /// Those of these cases that are there, in any order.
    async fn cases(&self, ids: &[CaseId]) -> PortResult<Vec<Case>>;
    /// Cases a bystander filed tonight, newest first; only their references are shown to her.
    async fn cases_filed_by(&self, person: &PersonId, limit: u64) -> PortResult<Vec<CaseRow>>;
    /// What a counter took in for people of other desks, newest first.
    async fn taken_in(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<CaseRow>>;
    /// Work of a desk, most urgent first.
    async fn queue(&self, desk: &AreaCode, sought: Sought<'_>, limit: u64) -> PortResult<Vec<CaseRow>>;
    /// The same for some services in one state.
    async fn queue_of(&self, desk: &AreaCode, state: CaseState, items: &[ItemCode], limit: u64) -> PortResult<Vec<CaseRow>>;
    /// Of the work of a desk what is kept for one of these clerks, most urgent first.
    async fn queue_kept(&self, desk: &AreaCode, clerks: &[StaffId], states: &[CaseState], limit: u64) -> PortResult<Vec<CaseRow>>;
    /// Cases of people of an area, or lying at its desk, whose reference ends with these digits (four at least), newest first.
    async fn cases_ending(&self, area: &AreaCode, digits: &str, limit: u64) -> PortResult<Vec<CaseRow>>;
    /// Cases that ended before a moment and whose owner was not asked yet how it went, the longest waiting first.
    async fn to_invite(&self, before: Timestamp, limit: u64) -> PortResult<Vec<CaseId>>;
    /// Cases whose ten minutes are over.
    async fn settled(&self, now: Timestamp, limit: u64) -> PortResult<Vec<CaseId>>;
    /// Open cases whose step was due before `today`.
    async fn overdue(&self, today: Date, limit: u64) -> PortResult<Vec<CaseId>>;
    /// Cases with a promised material (容缺受理) that was due before `today` and has not come.
    /// Cases with a promised paper due on or before this day of which their owner was not reminded.
    async fn deferrals_near(&self, until: Date, limit: u64) -> PortResult<Vec<CaseId>>;
    async fn deferrals_due(&self, today: Date, limit: u64) -> PortResult<Vec<CaseId>>;
    /// The counters of an area, summed up: of a period by months (both included) where a figure has one. They are kept by the
    /// commit that saves a case, so that nothing is counted here.
    async fn tallied(&self, area: &AreaCode, from: Date, to: Date) -> PortResult<Vec<(Figure, i64)>>;
    /// The case, draft or grant a paper belongs to.
    async fn paper_owner(&self, id: &PaperId) -> PortResult<Option<PaperOwner>>;

    async fn grant(&self, id: &GrantId) -> PortResult<Option<Grant>>;
    async fn grants_by_elder(&self, elder: &PersonId) -> PortResult<Vec<Grant>>;
    async fn grants_by_helper(&self, helper: &PersonId) -> PortResult<Vec<Grant>>;
    /// One page of the people she helps or helped until lately, what still runs first, then the newest, and how many there
    /// are in all.
    async fn helped(&self, wanted: &Helped<'_>) -> PortResult<(Vec<Grant>, u64)>;
    /// The pictures that a helper chose, of these people.
    async fn portraits(&self, helper: &PersonId, elders: &[PersonId]) -> PortResult<BTreeMap<PersonId, Portrait>>;
    async fn unsent(&self, id: &str) -> PortResult<Option<Unsent>>;
    /// All that this helper typed and could not send, newest first.
    async fn unsent_of(&self, helper: &PersonId) -> PortResult<Vec<Unsent>>;
    /// Active grants that end before `before` and that nobody was asked to renew, the first to end first.
    async fn grants_ending(&self, now: Timestamp, before: Timestamp, limit: u64) -> PortResult<Vec<Grant>>;
    /// Grants of people of an area in one state, the longest waiting first.
    async fn grants_in(&self, area: &AreaCode, state: GrantState, limit: u64) -> PortResult<Vec<Grant>>;
    /// Whose requests she does not want any more.
    async fn blocked_askers(&self, elder: &PersonId) -> PortResult<Vec<PersonId>>;
    /// Grants that are not over although their time is (`until` reached), and requests asked before a moment.
    async fn grants_run_out(&self, now: Timestamp, asked_before: Timestamp, limit: u64) -> PortResult<Vec<Grant>>;

    /// Who asked or was agreed to since a moment, or is disputed now; a page of them behind `after`, in the order of names.
    async fn helpers_since(&self, since: Timestamp, after: &str, limit: u64) -> PortResult<Vec<PersonId>>;
    async fn finding(&self, id: &FindingId) -> PortResult<Option<Finding>>;
    async fn finding_by_key(&self, key: &str) -> PortResult<Option<Finding>>;
    /// Those that wait for a supervisor first, then the newest.
    async fn findings(&self, limit: u64) -> PortResult<Vec<Finding>>;

    async fn notices(&self, person: &PersonId, limit: u64) -> PortResult<Vec<Notice>>;
    /// Messages of people of an area without a phone that nobody has read out yet.
    async fn undelivered(&self, area: &AreaCode, limit: u64) -> PortResult<Vec<Notice>>;
    async fn voice_message(&self, id: &VoiceMessageId) -> PortResult<Option<VoiceMessage>>;
    /// Newest first.
    async fn voice_messages_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<VoiceMessage>>;
    /// What a desk has to listen to: messages of people of its area and about cases that lie on it, the longest waiting first.
    async fn voice_messages_at(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<VoiceMessage>>;
    /// Those that a recogniser has not listened to, the longest waiting first.
    async fn voice_messages_to_write(&self, limit: u64) -> PortResult<Vec<VoiceMessage>>;
    /// Those whose time is over.
    async fn voice_messages_over(&self, now: Timestamp, limit: u64) -> PortResult<Vec<VoiceMessage>>;
    async fn rating(&self, id: &RatingId) -> PortResult<Option<Rating>>;
    /// One per step, oldest first.
    async fn ratings_of_case(&self, case: &CaseId) -> PortResult<Vec<Rating>>;
    /// Newest first.
    async fn ratings_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Rating>>;
    /// Bad words that this desk has to see to, the first to be due first, what waits for her last.
    async fn ratings_to_handle(&self, handler: &AreaCode, limit: u64) -> PortResult<Vec<Rating>>;
    /// Tasks whose day was before `today` and that are not marked as late, the first to be due first.
    async fn ratings_overdue(&self, today: Date, limit: u64) -> PortResult<Vec<Rating>>;
    /// Tasks marked as late, of which this desk is told: it lies above the one that is late.
    async fn ratings_late_for(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<Rating>>;
    /// Of this desk's work, first said before a moment, oldest first; for its sums alone.
    async fn ratings_settled(&self, desk: &AreaCode, before: Timestamp, limit: u64) -> PortResult<Vec<Rating>>;
    async fn survey_counts(&self) -> PortResult<Vec<SurveyCount>>;
    /// Newest messages first. Only the demonstration page may call this.
    async fn outbox(&self, limit: u64) -> PortResult<Vec<OutboxSms>>;

    /// Texts whose turn to be sent has come, the longest waiting first. Only the sending job may call this.
    async fn texts_due(&self, now: Timestamp, limit: u64) -> PortResult<Vec<DueText>>;
    /// Texts that were handed over before a moment and never answered for, the longest waiting first. Only the sending job may call this.
    async fn texts_unanswered(&self, before: Timestamp, limit: u64) -> PortResult<Vec<DueText>>;
    async fn texts_counted(&self) -> PortResult<TextCount>;

    async fn assisted(&self, id: &AssistedId) -> PortResult<Option<Assisted>>;
    /// Acts of assistants that a supervisor is to look at, in the matters of people of an area, the longest waiting first.
    async fn assisted_waiting(&self, area: &AreaCode, limit: u64) -> PortResult<Vec<Assisted>>;
    /// What assistants did since a moment, newest first.
    async fn assisted_since(&self, since: Timestamp, limit: u64) -> PortResult<Vec<Assisted>>;
    /// What assistants did for a person, newest first.
    async fn assisted_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Assisted>>;

    /// What was done in a person's matter, newest first; also under a record that was merged into hers.
    async fn ledger_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<LedgerRow>>;
    /// Whether the store answers at all; for `/readyz`.
    async fn ready(&self) -> PortResult<()>;
}

/// Whom a helper looks for in her list. Requests are never among them: whether one arrived is for the elder to tell.
#[derive(Debug, Clone)]
pub struct Helped<'a> {
    pub helper: &'a PersonId,
    /// What ended before this moment is not listed any more.
    pub ended_since: Timestamp,
    /// Only people of exactly this name.
    pub name: Option<&'a Name>,
    pub skip: u64,
    pub limit: u64,
}

/// Where a paper hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperOwner {
    pub draft: Option<DraftId>,
    pub case: Option<CaseId>,
    pub grant: Option<GrantId>,
    pub subject: PersonId,
    pub mime: String,
}
