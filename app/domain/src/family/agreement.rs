//! How a yes came about, with its evidence, and how a grant came to its end. Each way of agreeing is a variant of its own,
//! and each belongs to one party: nobody's evidence serves for another's yes.

use super::states::{GrantAct, GrantState, Party};
use crate::ids::StaffId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How she agreed, and the evidence for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agreement {
    /// On her own signed-in phone, with a code.
    OwnPhone { at: Timestamp },
    /// On her own signed-in phone, with a face check; nothing of it is kept but its name.
    OwnFace { at: Timestamp, check: String },
    /// Before a clerk, who recorded what was shown.
    Counter { at: Timestamp, clerk: StaffId, shown: Vec<String> },
    /// At her home before a clerk, who also recorded who else was there.
    Home { at: Timestamp, clerk: StaffId, shown: Vec<String>, there: Vec<String> },
    /// For a child: the guardian before a clerk. Ends when the child comes of age.
    Guardian { at: Timestamp, clerk: StaffId, shown: Vec<String> },
    /// For a person without capacity: taken in at a counter with proof, decided by another clerk of the county.
    LegalGuardian { at: Timestamp, taken_by: StaffId, clerk: StaffId, shown: Vec<String> },
}

impl Agreement {
    pub fn at(&self) -> Timestamp {
        match self {
            Self::OwnPhone { at }
            | Self::OwnFace { at, .. }
            | Self::Counter { at, .. }
            | Self::Home { at, .. }
            | Self::Guardian { at, .. }
            | Self::LegalGuardian { at, .. } => *at,
        }
    }

    /// For pages and the ledger.
    pub fn key(&self) -> &'static str {
        match self {
            Self::OwnPhone { .. } => "own-phone",
            Self::OwnFace { .. } => "own-face",
            Self::Counter { .. } => "counter",
            Self::Home { .. } => "home",
            Self::Guardian { .. } => "guardian",
            Self::LegalGuardian { .. } => "legal-guardian",
        }
    }

    /// A clerk had somebody before her who could say yes; a phone alone never counts as that.
    pub fn face_to_face(&self) -> bool {
        !matches!(self, Self::OwnPhone { .. } | Self::OwnFace { .. })
    }

    /// Whose yes this evidence can prove.
    pub fn fits(&self, party: Party) -> bool {
        party
            == match self {
                Self::OwnPhone { .. } | Self::OwnFace { .. } => Party::Elder,
                Self::Counter { .. } | Self::Home { .. } | Self::Guardian { .. } => Party::ClerkForElder,
                Self::LegalGuardian { .. } => Party::County,
            }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub at: Timestamp,
    pub by: Party,
    #[serde(default)]
    pub why: EndReason,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident => $key:literal;)*) => {
        /// Why a grant is over, for the people whom it concerned.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        pub enum EndReason { $($(#[$doc])* $name,)* }
        impl EndReason {
            pub const ALL: &'static [EndReason] = &[$(EndReason::$name,)*];
            pub fn key(self) -> &'static str { match self { $(EndReason::$name => $key,)* } }
        }
    };
}

reasons! {
    /// Written before reasons were kept.
    #[default]
    Unsaid => "unsaid";
    /// She ended what ran.
    HerWish => "her-wish";
    /// She said no to the request.
    SaidNo => "said-no";
    HelperLeft => "helper-left";
    /// The same helper asked anew before there was an answer.
    AskedAnew => "asked-anew";
    /// A newer yes to the same helper took its place.
    Replaced => "replaced";
    RanOut => "ran-out";
    Unanswered => "unanswered";
    /// The child came of age, or the guardianship ended.
    GuardianOver => "guardian-over";
    /// The county did not find the guardianship proven.
    NotProven => "not-proven";
    Death => "death";
    Moved => "moved";
    /// Two records of one person became one.
    Merged => "merged";
    Fraud => "fraud";
}

impl EndReason {
    /// What act and party alone tell.
    pub(super) fn usual(before: GrantState, act: GrantAct, party: Party) -> EndReason {
        match (act, party) {
            (GrantAct::Refuse, Party::County) => Self::NotProven,
            (GrantAct::Refuse, _) => Self::SaidNo,
            (GrantAct::End, Party::Helper) => Self::HelperLeft,
            (GrantAct::End, _) => Self::HerWish,
            (GrantAct::Expire, _) if before.waits_for_her() => Self::Unanswered,
            (GrantAct::Expire, _) => Self::RanOut,
            _ => Self::Unsaid,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn an_end_of_earlier_days_is_still_read_and_says_no_reason() {
        let old: Ended = serde_json::from_str(r#"{"at":"2026-03-02T01:00:00Z","by":"Elder"}"#).unwrap();
        assert_eq!(old.why, EndReason::Unsaid);
    }

    #[test]
    fn every_reason_has_a_word_of_its_own() {
        let words: std::collections::BTreeSet<_> = EndReason::ALL.iter().map(|r| r.key()).collect();
        assert_eq!(words.len(), EndReason::ALL.len());
    }

    #[test]
    fn no_evidence_serves_two_parties_and_none_serves_the_helper() {
        let (at, clerk) = (Timestamp::UNIX_EPOCH, StaffId::new("c"));
        let all = [
            Agreement::OwnPhone { at },
            Agreement::OwnFace { at, check: "f".into() },
            Agreement::Counter { at, clerk: clerk.clone(), shown: vec![] },
            Agreement::Home { at, clerk: clerk.clone(), shown: vec![], there: vec![] },
            Agreement::Guardian { at, clerk: clerk.clone(), shown: vec![] },
            Agreement::LegalGuardian { at, taken_by: clerk.clone(), clerk, shown: vec![] },
        ];
        for agreement in all {
            assert_eq!(Party::ALL.iter().filter(|p| agreement.fits(**p)).count(), 1, "{agreement:?}");
            assert!(!agreement.fits(Party::Helper) && !agreement.fits(Party::Rule));
        }
    }
}
