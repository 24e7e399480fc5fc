//! Two records of a person become one in the fake, and two again: the same promises as the databases give.

use super::{Shelves, unique};
use crate::ports::{MergeRecord, PortResult, SessionOf};
use domain::ids::{GrantId, PersonId};
use domain::ledger::By;
use std::collections::BTreeSet;

impl Shelves {
    pub(super) fn merge(&mut self, record: MergeRecord, grants: &BTreeSet<GrantId>) -> PortResult<()> {
        let (goes, stays) = (&record.goes.clone(), &record.stays.clone());
        self.known(goes)?;
        self.known(stays)?;
        unique(self.merged.contains_key(goes) || self.merged.contains_key(stays), "merged already")?;
        let of_both = self.grants.values().filter(|g| [&g.elder, &g.helper].into_iter().any(|id| id == goes || id == stays));
        unique(of_both.map(|g| g.id.clone()).collect::<BTreeSet<_>>() != *grants, "a grant came or went meanwhile")?;
        self.merged.values_mut().filter(|s| *s == goes).for_each(|s| s.clone_from(stays));
        self.merged.insert(goes.clone(), stays.clone());
        self.merges.insert(goes.clone(), record);
        let under = |id: PersonId| if id == *goes { stays.clone() } else { id };
        let moved = self.blocked.iter().cloned().map(|(elder, asker)| (under(elder), under(asker)));
        self.blocked = moved.filter(|(elder, asker)| elder != asker).collect();
        for ((helper, elder), picture) in std::mem::take(&mut self.portraits) {
            let old = helper == *goes || elder == *goes;
            let (helper, elder) = (under(helper), under(elder));
            if !old {
                self.portraits.insert((helper, elder), picture);
            } else if helper != elder {
                self.portraits.entry((helper, elder)).or_insert(picture);
            }
        }
        self.comforts.remove(goes);
        self.findings.retain(|_, f| f.about != *goes);
        self.papers.values_mut().filter(|o| o.subject == *goes).for_each(|o| o.subject.clone_from(stays));
        Ok(())
    }

    pub(super) fn part(&mut self, record: &MergeRecord) -> PortResult<()> {
        unique(self.merged.get(&record.goes) != Some(&record.stays), "parted already")?;
        self.merged.remove(&record.goes);
        self.merges.remove(&record.goes);
        for id in &record.followed {
            self.merged.insert(id.clone(), record.goes.clone());
        }
        let under = |id: &PersonId| if *id == record.stays { record.goes.clone() } else { id.clone() };
        let more: Vec<_> = self.blocked.iter().map(|(elder, asker)| (under(elder), under(asker))).collect();
        self.blocked.extend(more);
        Ok(())
    }

    /// Anything but history that names this person.
    pub(super) fn names(&self, of: &PersonId) -> bool {
        self.sessions.values().any(|s| matches!(&s.of, SessionOf::Resident { person, .. } if person == of))
            || self.own_phones.values().any(|o| o.person == *of)
            || self.comforts.contains_key(of)
            || self.slips.values().any(|s| s.person == *of)
            || self.drafts.values().any(|d| d.subject == *of)
            || self.cases.values().any(|c| c.subject == *of || c.filed_by.by == By::Bystander(of.clone()))
            || self.papers.values().any(|o| o.subject == *of)
            || self.grants.values().any(|g| g.elder == *of || g.helper == *of)
            || self.findings.values().any(|f| f.about == *of)
            || self.notices.values().any(|n| n.person == *of)
            || self.assisted.values().any(|a| a.subject == *of)
            || self.voice_messages.values().any(|m| m.subject == *of)
            || self.ratings.values().any(|r| r.subject == *of)
            || self.blocked.iter().any(|(elder, asker)| elder == of || asker == of)
            || self.portraits.keys().any(|(helper, elder)| helper == of || elder == of)
            || self.unsent.values().any(|u| u.helper == *of)
    }

    /// Nothing new comes under a record that was merged into another.
    pub(super) fn still_there(&self, person: &PersonId) -> PortResult<()> {
        unique(self.merged.contains_key(person), "merged meanwhile")
    }
}
