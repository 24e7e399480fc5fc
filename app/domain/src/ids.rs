//! Names of stored things. Random, meaningless, safe in a URL; never a person's own number.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);
        impl $name {
            pub fn new(value: impl Into<String>) -> Self { Self(value.into()) }
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }
    )*};
}

ids!(
    /// A resident, insured here or a helper from elsewhere.
    PersonId,
    /// A clerk's account.
    StaffId,
    CaseId,
    DraftId,
    PaperId,
    GrantId,
    NoticeId,
    SlipId,
    /// Something unusual that a supervisor looks at.
    FindingId,
    SessionId,
    /// One act of an assistant.
    AssistedId,
    VoiceMessageId,
    RatingId,
);

/// An area by its code: 6 digits county, 9 township, 12 village. Names of areas are data, not code.
/// A longer code lies inside the area of its prefix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AreaCode(pub String);

impl AreaCode {
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
    pub fn tier(&self) -> crate::review::Tier {
        match self.0.len() {
            0..=6 => crate::review::Tier::County,
            7..=9 => crate::review::Tier::Township,
            _ => crate::review::Tier::Village,
        }
    }
    /// The counter of a hospital or bank: twelve digits, the last three from 900 on, which no village has.
    pub fn is_site(&self) -> bool {
        self.0.len() == 12 && self.0.as_bytes()[9] == b'9'
    }
    pub fn contains(&self, inner: &AreaCode) -> bool {
        inner.0.starts_with(&self.0)
    }
    /// The area of `tier` that this area lies in; itself when it is that tier or a wider one.
    pub fn at(&self, tier: crate::review::Tier) -> AreaCode {
        let digits = match tier {
            crate::review::Tier::Village => 12,
            crate::review::Tier::Township => 9,
            crate::review::Tier::County => 6,
        };
        AreaCode(self.0.get(..digits).unwrap_or(&self.0).to_owned())
    }
    pub fn county(&self) -> AreaCode {
        self.at(crate::review::Tier::County)
    }
}
