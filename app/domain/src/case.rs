//! A submitted application: its states, the one table of transitions, its promise and its history.
//! A case changes only through `transition`; nobody sets a state by hand.

pub mod act;
pub mod desk_words;
pub mod draft;
mod hands;
pub mod reuse;
pub mod state;
pub mod steps;

pub use act::{CaseAct, Role, transition};
pub use draft::{Draft, DraftState, PaperRef};
pub use reuse::EarlierPaper;
pub use state::CaseState;

use crate::catalog::{Answers, ItemCode};
use crate::ids::{AreaCode, CaseId, PersonId, StaffId};
use crate::ledger::By;
use crate::review::Tier;
use crate::shared::SharedProof;
use desk_words::{DeskNote, ReturnLeave};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Through which door the application came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Channel {
    Online,
    Counter,
    /// 帮办: an assistant, with the person beside her.
    Assisted,
    /// Emergency filed without a grant.
    Tonight,
}

impl Channel {
    pub const ALL: [Channel; 4] = [Channel::Online, Channel::Counter, Channel::Assisted, Channel::Tonight];
    /// Stable name in counters and text keys.
    pub fn key(self) -> &'static str {
        match self {
            Channel::Online => "online",
            Channel::Counter => "counter",
            Channel::Assisted => "assisted",
            Channel::Tonight => "tonight",
        }
    }
    pub fn from_key(key: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.key() == key)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledBy {
    pub by: By,
    pub channel: Channel,
}

/// One step a clerk took; the base of the four-eyes rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDone {
    pub tier: Tier,
    pub by: StaffId,
    pub at: Timestamp,
}

/// One line of the resident's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub at: Timestamp,
    pub act: CaseAct,
    pub by: By,
    /// Free text written for the resident by a clerk, e.g. the reason of a refusal.
    pub words: Option<String>,
}

/// One thing that is missing, as told to the applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// A material id or a field id of the item.
    pub about: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    pub at: Timestamp,
    /// A clerk, or the rule when a promised material did not come.
    pub by: By,
    pub missing: Vec<Missing>,
    /// What could be seen when it was returned and has not changed since: field ids and material ids.
    pub seen: Vec<String>,
    pub answered_at: Option<Timestamp>,
    /// A supervisor's reason for asking for what was to be seen before.
    #[serde(default)]
    pub leave: Option<ReturnLeave>,
}

/// A secondary material promised by a date (容缺受理).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferral {
    pub material: String,
    pub due: Date,
    pub received_at: Option<Timestamp>,
    /// She was told once more that the day is near.
    #[serde(default)]
    pub reminded: bool,
}

/// A clerk has the case open and nobody else may take a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    pub by: StaffId,
    pub until: Timestamp,
}

/// Slip of the pen set right with the applicant's yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub at: Timestamp,
    pub by: StaffId,
    pub field: String,
    pub old: String,
    pub new: String,
    /// How the applicant agreed: by telephone, at the desk.
    pub agreed_how: String,
}

/// A sheet that is here now, beside the picture it was decided on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub material: String,
    pub at: Timestamp,
    pub by: StaffId,
}

/// Another application that went out with the same form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    pub item: ItemCode,
    pub reference: String,
}

/// From when until when the filing holds. `until: None`: until changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    pub from: Date,
    pub until: Option<Date>,
    /// Filed by commitment: no change before this date without the proof of the type.
    pub locked_until: Option<Date>,
}

/// What a replaced filing was, and by which it was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub by: CaseId,
    pub state: CaseState,
    pub validity: Option<Validity>,
}

/// Source: issue text 3 and 5; field names follow the 办件 record of services.md §1.6.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub id: CaseId,
    /// Grouped reference, e.g. `3478 2956`; unique.
    pub reference: String,
    pub item: ItemCode,
    pub item_version: u16,
    pub state: CaseState,
    /// The elder.
    pub subject: PersonId,
    /// Where she is insured; decides the home desks.
    pub village: AreaCode,
    /// Whose queue it lies in now.
    pub desk: AreaCode,
    pub filed_by: FiledBy,
    /// The counter that took it in for her, where that is not her own (通办).
    #[serde(default)]
    pub taken_at: Option<AreaCode>,
    /// The hospital's or bank's counter that took it in and has its first step, as long as somebody there may do it.
    #[serde(default)]
    pub site: Option<AreaCode>,
    pub answers: Answers,
    /// Who typed each answer, so that a helper's words are marked as hers.
    pub typed_by: BTreeMap<String, By>,
    pub papers: Vec<PaperRef>,
    /// Materials that shared data prove.
    #[serde(default)]
    pub shared: Vec<SharedProof>,
    /// Text key of the signed commitment, if any.
    pub commitment: Option<String>,
    pub submitted_at: Timestamp,
    /// Until then it can be edited or taken back.
    pub settles_at: Timestamp,
    /// The promise to the applicant; runs from submission.
    pub promised: Date,
    /// When the present step is late and climbs.
    pub step_due: Date,
    pub validity: Option<Validity>,
    /// A newer one took its place; what it was before, should that one be undone.
    #[serde(default)]
    pub set_aside: Option<SetAside>,
    /// What the county decided to pay, in 分; only for items that pay.
    #[serde(default)]
    pub paid: Option<u64>,
    /// Sent together as one matter (一件事); each is decided by itself.
    #[serde(default)]
    pub joined: Vec<Joined>,
    /// Sheets that came, of those that the item wants in the original.
    #[serde(default)]
    pub sheets: Vec<Sheet>,
    pub returns: Vec<Return>,
    pub deferrals: Vec<Deferral>,
    pub corrections: Vec<Correction>,
    pub steps: Vec<StepDone>,
    pub hold: Option<Hold>,
    /// Among colleagues.
    #[serde(default)]
    pub notes: Vec<DeskNote>,
    /// For the next return.
    #[serde(default)]
    pub return_leave: Option<ReturnLeave>,
    /// 首问负责: the clerk of its desk who had her matters in hand before. Others may take it.
    #[serde(default)]
    pub kept_for: Option<StaffId>,
    /// She was asked how it went, or had said it by herself.
    #[serde(default)]
    pub invited: bool,
    pub events: Vec<Event>,
    /// Optimistic version; the store refuses a save against an older one.
    pub version: i64,
}

impl Case {
    /// Where every case begins: with the applicant, nothing decided, nobody holding it, nothing promised beyond today. What a case
    /// has besides is laid over it, so that a new field has one place where it begins.
    pub fn begun(
        id: CaseId,
        reference: String,
        item: ItemCode,
        subject: PersonId,
        village: AreaCode,
        filed_by: FiledBy,
        at: Timestamp,
    ) -> Case {
        let today = crate::calendar::china_date(at);
        Case {
            id,
            reference,
            item,
            item_version: item.item().map_or(1, |item| item.version),
            state: CaseState::Settling,
            subject,
            desk: village.clone(),
            village,
            filed_by,
            taken_at: None,
            site: None,
            answers: Answers::default(),
            typed_by: BTreeMap::new(),
            papers: Vec::new(),
            shared: Vec::new(),
            commitment: None,
            submitted_at: at,
            settles_at: at,
            promised: today,
            step_due: today,
            validity: None,
            set_aside: None,
            paid: None,
            joined: Vec::new(),
            sheets: Vec::new(),
            returns: Vec::new(),
            deferrals: Vec::new(),
            corrections: Vec::new(),
            steps: Vec::new(),
            hold: None,
            notes: Vec::new(),
            return_leave: None,
            kept_for: None,
            invited: false,
            events: Vec::new(),
            version: 0,
        }
    }
    /// A paper is here, or shared data prove it.
    pub fn has(&self, material: &str) -> bool {
        self.papers.iter().any(|p| p.material == material) || self.proved(material).is_some()
    }
    pub fn proved(&self, material: &str) -> Option<&SharedProof> {
        self.shared.iter().find(|proof| proof.material == material)
    }
    /// The clerk who holds the case now, if the hold has not run out.
    pub fn holder(&self, now: Timestamp) -> Option<&StaffId> {
        self.hold.as_ref().filter(|h| h.until > now).map(|h| &h.by)
    }
    pub fn undo_open(&self, now: Timestamp) -> bool {
        now < self.settles_at
    }
    /// A promised paper that does not come still has a consequence.
    pub fn lapses(&self) -> bool {
        transition(self.state, CaseAct::Lapse, Role::Rule).is_some()
    }
    /// The nearest promised day of which she was not reminded yet.
    pub fn remind_due(&self) -> Option<Date> {
        if !self.lapses() {
            return None;
        }
        self.deferrals.iter().filter(|d| d.received_at.is_none() && !d.reminded).map(|d| d.due).min()
    }
    /// Notes that she was reminded of every promise up to a day; that one day which is nearest, if there is any.
    pub fn remind(&mut self, until: Date) -> Option<Date> {
        let due = self.remind_due().filter(|due| *due <= until);
        self.deferrals.iter_mut().filter(|d| d.received_at.is_none() && d.due <= until).for_each(|d| d.reminded = true);
        due
    }
    /// The earliest day by which a promised material must come.
    pub fn next_deferral(&self) -> Option<Date> {
        self.deferrals.iter().filter(|d| d.received_at.is_none()).map(|d| d.due).min()
    }
    pub fn open_return(&self) -> Option<&Return> {
        self.returns.last().filter(|r| r.answered_at.is_none())
    }
}
