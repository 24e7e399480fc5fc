//! The store as an act sees it. Whoever acts for an elder writes into her matters only while the grant stands: the condition
//! goes with every such commit, so that no act can forget it and none lands after an end. Decides nothing itself.

use super::{Change, PortResult, Store};
use domain::family::Grant;
use domain::ids::{GrantId, PersonId};
use domain::refusal::Refusal;
use jiff::Timestamp;
use std::ops::Deref;
use std::sync::Arc;

/// Under which grant somebody acts, as it was when she came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under {
    pub grant: GrantId,
    pub elder: PersonId,
    pub helper: PersonId,
    pub at: Timestamp,
}

impl Under {
    pub fn of(grant: &Grant, at: Timestamp) -> Under {
        Under { grant: grant.id.clone(), elder: grant.elder.clone(), helper: grant.helper.clone(), at }
    }

    /// `stored`: the grant as it is now. One that has come under another record is asked for anew.
    pub fn still_stands(&self, stored: Option<&Grant>) -> Result<(), Refusal> {
        let same = stored.filter(|g| g.elder == self.elder && g.helper == self.helper);
        same.ok_or(Refusal::GrantEnded)?.stands(self.at)
    }
}

#[derive(Clone)]
pub struct GuardedStore {
    store: Arc<dyn Store>,
    under: Option<Under>,
}

impl GuardedStore {
    pub fn new(store: Arc<dyn Store>) -> GuardedStore {
        GuardedStore { store, under: None }
    }

    pub(super) fn under(&self, under: Option<Under>) -> GuardedStore {
        GuardedStore { store: self.store.clone(), under }
    }

    /// All changes in one transaction, in order; with the grant's condition first where they touch an elder's matters.
    pub async fn commit(&self, mut changes: Vec<Change>) -> PortResult<()> {
        if let Some(under) = &self.under
            && changes.iter().any(Change::in_her_matters)
        {
            changes.insert(0, Change::WhileItStands(under.clone()));
        }
        self.store.commit(changes).await
    }
}

/// Questions go to the store as they are.
impl Deref for GuardedStore {
    type Target = dyn Store;
    fn deref(&self) -> &Self::Target {
        self.store.as_ref()
    }
}
