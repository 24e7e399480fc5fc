//! The two-digit number: it stands on the assistant's screen and on the elder's side, and both look whether it is the
//! same. It signs nobody in, is typed nowhere and opens nothing by itself; it only shows that the two sides belong to one act.

use crate::ids::DraftId;
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// 10 to 99: two digits also when read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwoDigits(u8);

impl TwoDigits {
    /// `chance`: a random value of the full range.
    pub fn from_chance(chance: u16) -> Self {
        Self(u8::try_from(10 + chance % 90).unwrap_or(10))
    }
}

impl std::fmt::Display for TwoDigits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Which act the number is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// Beginning to help her.
    Intake,
    /// Sending this application or these papers, as they stood when the number was shown: what is changed afterwards is
    /// compared anew.
    Send(DraftId, i64),
}

/// Where it stands on the elder's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// A text to her phone on record.
    Phone,
    /// She has no phone of her own: a sheet that she keeps. It proves less, so more of these acts are looked at.
    Sheet,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    pub number: TwoDigits,
    pub about: About,
    pub at: Timestamp,
}

/// What an assistant recorded of the person beside her. Lives in the session and ends with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// Eyes compared the picture on the card with the face.
    pub face_checked: bool,
    /// So long she is believed to be there; then it begins anew.
    pub until: Timestamp,
    pub told: Told,
    /// Waits to be compared.
    pub shown: Option<Shown>,
    /// Compared, and the same on both sides.
    pub same: Vec<About>,
}

impl Beside {
    pub fn compared(&self, about: &About) -> bool {
        self.same.contains(about)
    }

    /// 「她看了手机，两边数字一样」
    pub fn compare(&mut self) -> Result<About, Refusal> {
        let shown = self.shown.take().ok_or(Refusal::NumbersNotCompared)?;
        if !self.same.contains(&shown.about) {
            self.same.push(shown.about.clone());
        }
        Ok(shown.about)
    }
}
