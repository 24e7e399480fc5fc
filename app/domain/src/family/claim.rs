//! A legal guardian asks in the place of somebody who cannot decide alone. A counter takes the request in with its proof,
//! the county decides, never the clerk who took it in. For a limited time; then the proof is looked at again.

use crate::ids::StaffId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// 民法典: whom the law gives a guardian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Capacity {
    /// 无民事行为能力
    None,
    /// 限制民事行为能力
    Limited,
}

impl Capacity {
    pub const ALL: [Capacity; 2] = [Capacity::None, Capacity::Limited];
    pub fn key(self) -> &'static str {
        match self {
            Capacity::None => "none",
            Capacity::Limited => "limited",
        }
    }
    pub fn from_key(key: &str) -> Option<Capacity> {
        Capacity::ALL.into_iter().find(|c| c.key() == key)
    }
}

/// Why the county said no. Each has a sentence that says what to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClaimNo {
    /// The photograph cannot be read.
    Unreadable,
    /// The paper is about other people.
    OtherPeople,
    /// It does not say that she is the guardian.
    NoGuardian,
    /// It does not say that the person cannot decide alone.
    NoIncapacity,
    /// A newer paper names somebody else.
    OutOfDate,
    /// She was asked and can decide by herself.
    CanDecide,
}

impl ClaimNo {
    pub const ALL: [ClaimNo; 6] =
        [Self::Unreadable, Self::OtherPeople, Self::NoGuardian, Self::NoIncapacity, Self::OutOfDate, Self::CanDecide];
    pub fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::OtherPeople => "other-people",
            Self::NoGuardian => "no-guardian",
            Self::NoIncapacity => "no-incapacity",
            Self::OutOfDate => "out-of-date",
            Self::CanDecide => "can-decide",
        }
    }
    pub fn from_key(key: &str) -> Option<ClaimNo> {
        ClaimNo::ALL.into_iter().find(|no| no.key() == key)
    }
}

/// What the counter wrote down, and the county's no if there was one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub capacity: Capacity,
    pub shown: Vec<String>,
    pub taken_at: Timestamp,
    pub taken_by: StaffId,
    #[serde(default)]
    pub no: Option<ClaimNo>,
}

/// What a guardian can lay on the desk.
pub const PROOFS: [&str; 4] = ["court-judgment", "guardian-certificate", "household-book", "helper-card"];

/// The judgment of a court or the certificate of the village or the civil affairs office, and who the guardian is.
pub fn proves_legal_guardian<'a>(shown: impl Iterator<Item = &'a str> + Clone) -> bool {
    let saw = |paper: &str| shown.clone().any(|s| s == paper);
    (saw("court-judgment") || saw("guardian-certificate")) && saw("helper-card")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_household_book_alone_makes_nobody_a_legal_guardian() {
        let proves = |shown: &[&'static str]| proves_legal_guardian(shown.iter().copied());
        assert!(proves(&["court-judgment", "helper-card"]) && proves(&["guardian-certificate", "helper-card"]));
        for too_little in [&["household-book", "helper-card"][..], &["court-judgment"], &["helper-card"], &[]] {
            assert!(!proves(too_little), "{too_little:?}");
        }
    }

    #[test]
    fn words_of_forms_lead_back_to_what_they_mean() {
        assert!(Capacity::ALL.into_iter().all(|c| Capacity::from_key(c.key()) == Some(c)));
        assert!(ClaimNo::ALL.into_iter().all(|no| ClaimNo::from_key(no.key()) == Some(no)));
        assert_eq!((Capacity::from_key(""), ClaimNo::from_key("because")), (None, None));
    }
}
