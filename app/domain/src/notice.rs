//! What a person is told. The kind is data; the sentence lives in the text files.
//! A notice never holds a link, a full name or a number of a person: it may be read over a shoulder.

pub mod sending;
pub mod way;

use crate::ids::{NoticeId, PersonId, StaffId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! kinds {
    ($($name:ident => $key:literal),* $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum NoticeKind { $($name,)* }
        impl NoticeKind {
            pub const ALL: &'static [NoticeKind] = &[$(NoticeKind::$name,)*];
            pub fn key(self) -> &'static str { match self { $(NoticeKind::$name => $key,)* } }
        }
    };
}

kinds! {
    CaseSubmitted => "notice-case-submitted",
    CaseInForce => "notice-case-in-force",
    CaseAccepted => "notice-case-accepted",
    CaseReviewed => "notice-case-reviewed",
    CaseReturned => "notice-case-returned",
    CaseRefused => "notice-case-refused",
    CaseWithdrawn => "notice-case-withdrawn",
    CaseTakenBack => "notice-case-taken-back",
    CaseRevoked => "notice-case-revoked",
    CaseConfirmed => "notice-case-confirmed",
    CaseCorrected => "notice-case-corrected",
    CaseLate => "notice-case-late",
    DeferralDue => "notice-deferral-due",
    DeferralSoon => "notice-deferral-soon",
    PapersArrived => "notice-papers-arrived",
    TonightFiled => "notice-tonight-filed",
    GrantAsked => "notice-grant-asked",
    GrantStarted => "notice-grant-started",
    GrantRefused => "notice-grant-refused",
    GrantPaused => "notice-grant-paused",
    GrantResumed => "notice-grant-resumed",
    GrantEnded => "notice-grant-ended",
    GrantSeen => "notice-grant-seen",
    GrantDisputed => "notice-grant-disputed",
    GrantByPhone => "notice-grant-by-phone",
    GuardianTaken => "notice-guardian-taken",
    GuardianStarted => "notice-guardian-started",
    GuardianRefused => "notice-guardian-refused",
    GrantNoPlace => "notice-grant-no-place",
    HelperFull => "notice-helper-full",
    HelperFullThisMonth => "notice-helper-full-this-month",
    GrantHeldBack => "notice-grant-held-back",
    GrantNewPhone => "notice-grant-new-phone",
    GrantMoved => "notice-grant-moved",
    GrantMovedAway => "notice-grant-moved-away",
    PersonMoved => "notice-person-moved",
    PersonMerged => "notice-person-merged",
    PersonParted => "notice-person-parted",
    GrantEnding => "notice-grant-ending",
    HelperActed => "notice-helper-acted",
    AssistantActed => "notice-assistant-acted",
    SlipIssued => "notice-slip-issued",
    PhoneChanged => "notice-phone-changed",
    DeathUndone => "notice-death-undone",
    IdentityConfirmed => "notice-identity-confirmed",
    BenefitOffered => "notice-benefit-offered",
    RatingSetRight => "notice-rating-set-right",
    RatingAsked => "notice-rating-asked",
}

/// How a person without a phone got her message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    pub by: StaffId,
    pub at: Timestamp,
    /// Printed and read out at the desk.
    pub read_out: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub id: NoticeId,
    pub person: PersonId,
    pub kind: NoticeKind,
    pub at: Timestamp,
    /// Values for the sentence: reference, date, item key. Never a name or number of a person
    /// except a masked helper name (`helper`).
    pub args: BTreeMap<String, String>,
    /// How it reaches her, beside the page.
    #[serde(default)]
    pub way: way::Way,
    /// The village brings it in person by this day, although she has a phone: phones are borrowed.
    #[serde(default)]
    pub by_hand: Option<jiff::civil::Date>,
    pub read_at: Option<Timestamp>,
    pub delivered: Option<Delivered>,
}
