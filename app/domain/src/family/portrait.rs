//! The drawn picture by which a helper finds a person in her list. A help for the eye, chosen by the helper for herself:
//! it proves nothing, and nobody ever uploads a photo for it.

use crate::person::Relation;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Portrait {
    OldWomanBun,
    OldWomanScarf,
    OldWomanGlasses,
    OldManCap,
    OldManBeard,
    OldManGlasses,
    WomanLong,
    WomanShort,
    ManShort,
    ManGlasses,
    Girl,
    Boy,
}

impl Portrait {
    pub const ALL: [Portrait; 12] = [
        Self::OldWomanBun,
        Self::OldWomanScarf,
        Self::OldWomanGlasses,
        Self::OldManCap,
        Self::OldManBeard,
        Self::OldManGlasses,
        Self::WomanLong,
        Self::WomanShort,
        Self::ManShort,
        Self::ManGlasses,
        Self::Girl,
        Self::Boy,
    ];

    /// Name in forms, tables and text keys (`portrait-…`).
    pub fn slug(self) -> &'static str {
        match self {
            Self::OldWomanBun => "old-woman-bun",
            Self::OldWomanScarf => "old-woman-scarf",
            Self::OldWomanGlasses => "old-woman-glasses",
            Self::OldManCap => "old-man-cap",
            Self::OldManBeard => "old-man-beard",
            Self::OldManGlasses => "old-man-glasses",
            Self::WomanLong => "woman-long",
            Self::WomanShort => "woman-short",
            Self::ManShort => "man-short",
            Self::ManGlasses => "man-glasses",
            Self::Girl => "girl",
            Self::Boy => "boy",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|portrait| portrait.slug() == slug)
    }

    /// While nobody has chosen: by what the person is to the helper. `turn` is any number that stays with the person, so
    /// that two mothers-in-law in one list look different from each other.
    pub fn by_default(is: Option<Relation>, woman: bool, age: u16, turn: usize) -> Self {
        let old = age >= 60 || matches!(is, Some(Relation::Parent | Relation::Grandparent));
        let fitting: &[Self] = match (age < 16, old, woman) {
            (true, _, true) => &[Self::Girl],
            (true, _, false) => &[Self::Boy],
            (_, true, true) => &[Self::OldWomanBun, Self::OldWomanScarf, Self::OldWomanGlasses],
            (_, true, false) => &[Self::OldManCap, Self::OldManBeard, Self::OldManGlasses],
            (_, false, true) => &[Self::WomanLong, Self::WomanShort],
            (_, false, false) => &[Self::ManShort, Self::ManGlasses],
        };
        fitting.get(turn % fitting.len()).copied().unwrap_or(Self::OldWomanBun)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn every_picture_comes_back_from_its_slug_and_its_store() {
        for portrait in Portrait::ALL {
            assert_eq!(Portrait::from_slug(portrait.slug()), Some(portrait));
            assert_eq!(serde_json::to_string(&portrait).unwrap(), format!("\"{}\"", portrait.slug()));
        }
    }

    #[test]
    fn a_mother_looks_like_one_before_anybody_chose() {
        let mother = |turn| Portrait::by_default(Some(Relation::Parent), true, 74, turn);
        assert_ne!(mother(1), mother(2), "two of them look different");
        assert_eq!(mother(4), mother(4), "and each always the same");
        for turn in 0..9 {
            assert!(mother(turn).slug().starts_with("old-woman"));
            assert_eq!(Portrait::by_default(Some(Relation::Child), false, 9, turn), Portrait::Boy);
            assert!(Portrait::by_default(Some(Relation::Spouse), false, 41, turn).slug().starts_with("man"));
            assert!(Portrait::by_default(None, true, 80, turn).slug().starts_with("old-woman"));
        }
    }
}
