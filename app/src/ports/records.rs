//! Plain records that are neither case, draft nor grant. Shapes only; no rule lives here.

use domain::absence::Absence;
use domain::assist::{Beside, StaffKind};
use domain::case::CaseState;
use domain::catalog::ItemCode;
use domain::ids::{AreaCode, GrantId, PersonId, SessionId, SlipId, StaffId};
use domain::notice::way::Way;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::review::{Reviewer, Tier};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How we know who a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verified {
    /// Insured here: shared data knows her.
    ByData,
    ByClerk,
    /// Opened an account herself; 「身份未核验」.
    No,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub name: Name,
    pub id_number: IdNumber,
    /// The phone on record. Changes only at a counter, with the card.
    pub phone: Option<Phone>,
    pub nationality: Nationality,
    /// Where she is insured; for a helper from elsewhere the county code.
    pub village: AreaCode,
    pub insured: bool,
    pub verified: Verified,
    pub alive: bool,
    /// How she wants to be told; nothing chosen: by text, or in person where there is no phone.
    #[serde(default)]
    pub told_by: Option<Way>,
    /// People of one household share this name; from shared data.
    pub household: Option<String>,
    pub version: i64,
}

impl Person {
    pub fn verified(&self) -> bool {
        self.verified != Verified::No
    }
    pub fn subject(&self) -> domain::judge::Subject<'_> {
        domain::judge::Subject { id: &self.id, village: &self.village, alive: self.alive, insured: self.insured }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    pub id: StaffId,
    pub user_name: String,
    /// As shown to residents: 「云溪村服务点 03 号」 style, never the full private name.
    pub display_name: String,
    /// Herself as a resident, when known.
    pub person: Option<PersonId>,
    pub tier: Tier,
    pub desk: AreaCode,
    pub supervisor: bool,
    #[serde(default)]
    pub kind: StaffKind,
    /// Relatives she declared: never her cases.
    pub declared: Vec<PersonId>,
    pub password_hash: String,
    pub totp_secret: String,
    /// The last used 30-second step; the same code never works twice.
    pub totp_last_step: i64,
    /// The first of two supervisors asked for a reset.
    #[serde(default)]
    pub reset_asked: Option<ResetAsked>,
    /// Somebody else has seen her password: she chooses one of her own before anything else.
    #[serde(default)]
    pub must_choose_password: bool,
    /// 外出, and who stands in.
    #[serde(default)]
    pub away: Option<Absence>,
    pub failed_since: Vec<Timestamp>,
    pub active: bool,
    pub version: i64,
}

impl Staff {
    /// Not there on this day.
    pub fn away_on(&self, day: jiff::civil::Date) -> Option<&Absence> {
        self.away.as_ref().filter(|away| away.covers(day))
    }
    pub fn reviewer(&self) -> Reviewer {
        Reviewer {
            id: self.id.clone(),
            person: self.person.clone(),
            tier: self.tier,
            desk: self.desk.clone(),
            supervisor: self.supervisor,
            kind: self.kind.clone(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetAsked {
    pub by: StaffId,
    pub at: Timestamp,
}

/// Whose session it is, and in whose matter it acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SessionOf {
    /// Before sign-in: holds what the next page needs, e.g. who asked for a code.
    Visitor(SignInFlow),
    Resident {
        person: PersonId,
        acting: Option<GrantId>,
        own_phone: bool,
    },
    Staff {
        staff: StaffId,
        present: Option<Present>,
    },
}

/// The person who stands at the counter, for a counter intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    pub person: PersonId,
    pub card_checked: bool,
    /// More is recorded when an assistant acts.
    #[serde(default)]
    pub beside: Option<Beside>,
}

/// What the sign-in pages remember between two forms. The number itself is kept sealed with the session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SignInFlow {
    /// Look-up hash of the identity number, known or unknown alike.
    pub number_hash: Option<String>,
    pub person: Option<PersonId>,
    /// A path inside this site to return to.
    pub next: Option<String>,
    /// A new helper account waiting for its code: name, number, phone.
    pub opening: Option<Opening>,
    /// A paper slip that was found and now waits for its PIN.
    pub slip: Option<SlipId>,
    /// Staff: password was right, the one-time password is still open.
    pub staff: Option<StaffId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub name: Name,
    pub id_number: IdNumber,
    pub phone: Phone,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Look-up hash of the cookie value; the value itself is stored nowhere.
    pub id: SessionId,
    pub of: SessionOf,
    pub created_at: Timestamp,
    pub last_seen: Timestamp,
    /// 「安卓手机」「苹果手机」「电脑」, a text key, from the browser's own words.
    pub device: String,
    /// A form that was sent after the session had ended; waits for the same page. Kept sealed.
    pub stash: Option<Stash>,
}

/// What somebody had typed when her session ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stash {
    pub path: String,
    pub form: Vec<(String, String)>,
}

/// A log line must never show what a person typed.
impl std::fmt::Debug for Stash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Stash({} fields)", self.form.len())
    }
}

/// What a helper typed when the elder stopped her: hers to read and to copy, no part of the elder's matters. Kept sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// Look-up hash of helper and page.
    pub id: String,
    pub helper: PersonId,
    pub grant: GrantId,
    pub item: ItemCode,
    pub step: String,
    pub form: Vec<(String, String)>,
    pub at: Timestamp,
}

/// A log line must never show what a person typed.
impl std::fmt::Debug for Unsent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Unsent({} fields)", self.form.len())
    }
}

/// A code that was sent. The code itself exists only in the outbox; here its look-up hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentCode {
    pub id: String,
    /// Look-up hash of whom it was asked for.
    pub who: String,
    /// `sign-in`, `consent`, `open-account`.
    pub purpose: String,
    pub code_hash: String,
    pub sent_at: Timestamp,
    pub tries: u8,
    pub used: bool,
}

/// 「这是我自己的手机」: this browser may ask only for the code next time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPhone {
    /// Look-up hash of the cookie.
    pub id: String,
    pub person: PersonId,
    pub since: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SlipState {
    /// The clerk began; she has not set her PIN on the second screen yet.
    WaitingForPin,
    Ready,
    Used,
    Cancelled,
}

/// A paper sign-in for people without a phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    pub id: SlipId,
    pub person: PersonId,
    /// Look-up hash of the code printed on the slip.
    pub code_hash: String,
    /// Look-up hash of the short number that opens the second screen.
    pub screen_hash: String,
    pub pin_hash: Option<String>,
    pub issued_by: StaffId,
    pub issued_at: Timestamp,
    pub tries: u8,
    pub state: SlipState,
    pub version: i64,
}

/// How she wants her pages: goes with her to the next device. Says how well she sees, so it is kept sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptComfort {
    pub person: PersonId,
    pub comfort: domain::comfort::Comfort,
}

/// A message on its way to a phone. The default adapter only writes it down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxSms {
    pub id: String,
    pub to: Phone,
    pub text: String,
    /// `code` or `notice`.
    pub purpose: String,
    pub at: Timestamp,
}

/// A text whose turn to be sent has come, after so many tries that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueText {
    pub sms: OutboxSms,
    pub tries: u32,
}

/// How sending stands, without content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextCount {
    pub waiting: u64,
    pub failed: u64,
    /// Handed over, and no answer came back: sent or not, nobody knows. Not sent again.
    pub unknown: u64,
}

/// Which of a desk's cases: in these states, of one service where one is named, due at this desk before a day where one is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sought<'a> {
    pub states: &'a [CaseState],
    pub item: Option<ItemCode>,
    pub due_before: Option<jiff::civil::Date>,
}

impl<'a> Sought<'a> {
    pub fn all(states: &'a [CaseState]) -> Self {
        Self { states, ..Self::default() }
    }
}

/// A case as lists show it; read from plain columns, nothing is decrypted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    pub id: domain::ids::CaseId,
    pub reference: String,
    pub item: domain::catalog::ItemCode,
    pub state: domain::case::CaseState,
    pub subject: PersonId,
    pub desk: AreaCode,
    pub village: AreaCode,
    pub submitted_at: Timestamp,
    pub promised: jiff::civil::Date,
    pub step_due: jiff::civil::Date,
    pub held_by: Option<StaffId>,
    pub held_until: Option<Timestamp>,
    pub kept_for: Option<StaffId>,
}

/// One line of the ledger as read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    pub seq: i64,
    pub at: Timestamp,
    pub line: domain::ledger::LedgerLine,
}
