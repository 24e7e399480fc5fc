//! Which services a helper may apply for: all of them, or the ones the elder read by name. Set once, when she is asked;
//! nothing here adds one later.

use crate::catalog::ItemCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Items {
    /// Every service, also one that opens later. Grants from before there was a choice are this.
    #[default]
    All,
    Only(BTreeSet<ItemCode>),
}

/// The value of 「全部事项」 in a form.
pub const ALL: &str = "all";

impl Items {
    pub fn covers(&self, item: ItemCode) -> bool {
        match self {
            Self::All => true,
            Self::Only(some) => some.contains(&item),
        }
    }

    /// Any one of them; nothing when there is none.
    pub fn any(&self) -> Option<ItemCode> {
        match self {
            Self::All => ItemCode::ALL.first().copied(),
            Self::Only(some) => some.first().copied(),
        }
    }

    /// Those that can be chosen: a service that nobody can apply for online is not asked for.
    pub fn offered() -> impl Iterator<Item = ItemCode> {
        ItemCode::ALL.into_iter().filter(|code| code.item().is_some())
    }

    /// As the form sends it. 「全部事项」 beside single ones means all: the elder reads it and decides.
    pub fn read(chosen: &[String]) -> Option<Items> {
        if chosen.iter().any(|one| one == ALL) {
            return Some(Self::All);
        }
        let some: Option<BTreeSet<ItemCode>> =
            chosen.iter().map(|one| ItemCode::from_slug(one).filter(|code| code.item().is_some())).collect();
        some.filter(|some| !some.is_empty()).map(Self::Only)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn read(chosen: &[&str]) -> Option<Items> {
        Items::read(&chosen.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn only_what_can_be_applied_for_is_read_and_all_means_all() {
        assert_eq!(read(&["out-of-area"]), Some(Items::Only([ItemCode::OutOfArea].into())));
        assert_eq!(read(&["all"]), Some(Items::All));
        assert_eq!(read(&["out-of-area", "all"]), Some(Items::All));
        let unbuilt = ItemCode::ALL.into_iter().find(|code| code.item().is_none());
        for wrong in [&[][..], &["bank-account"], &["out-of-area", "bank-account"]] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
        assert!(unbuilt.is_none_or(|code| read(&[code.slug()]).is_none()), "nobody can apply for it yet");
    }

    #[test]
    fn single_items_cover_themselves_and_nothing_else() {
        for one in ItemCode::ALL {
            for other in ItemCode::ALL {
                assert_eq!(Items::Only([one].into()).covers(other), one == other);
                assert!(Items::All.covers(other));
            }
            assert_eq!(Items::Only([one].into()).any(), Some(one));
        }
        assert_eq!(Items::Only(BTreeSet::new()).any(), None);
    }
}
