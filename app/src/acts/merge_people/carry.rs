//! What hangs on one record of a person, brought under another, and given back by the list that was kept. Builds changes and
//! commits nothing; grants are settled by whoever calls.

use crate::error::AppResult;
use crate::ports::{Belongings, Change, MergeRecord, Moved, Part, Slip, SlipState, Staff, Unsent, World};
use domain::assist::Assisted;
use domain::case::{Case, Draft};
use domain::family::watch::Finding;
use domain::ids::{GrantId, PersonId};
use domain::ledger::By;
use domain::notice::Notice;
use domain::rating::Rating;
use domain::sound::VoiceMessage;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// More than anybody has.
const ALL: u64 = 10_000;

/// From one record to another.
struct Way<'a> {
    from: &'a PersonId,
    to: &'a PersonId,
    /// Giving back: only what was done before this moment, and under these grants.
    back: Option<(Timestamp, BTreeSet<&'a GrantId>)>,
}

impl Way<'_> {
    /// Whose fingers moved. `own`: in her own matter.
    fn hand(&self, by: &mut By, at: Timestamp, own: bool) {
        let mine = match (&self.back, &*by) {
            (Some((until, _)), _) if at > *until => false,
            (Some((_, grants)), By::Helper { grant, .. }) => grants.contains(grant),
            (Some(_), By::Herself(_)) => own,
            _ => true,
        };
        match by {
            By::Herself(person) | By::Bystander(person) | By::Helper { helper: person, .. } if mine && person == self.from => {
                person.clone_from(self.to);
            }
            _ => {}
        }
    }

    fn subject(&self, subject: &mut PersonId, own: bool) {
        if own && subject == self.from {
            subject.clone_from(self.to);
        }
    }

    fn case(&self, mut case: Case, own: bool) -> Case {
        let at = case.submitted_at;
        self.subject(&mut case.subject, own);
        self.hand(&mut case.filed_by.by, at, own);
        case.typed_by.values_mut().for_each(|by| self.hand(by, at, own));
        case.papers.iter_mut().for_each(|paper| self.hand(&mut paper.added_by, paper.added_at, own));
        case.events.iter_mut().for_each(|event| self.hand(&mut event.by, event.at, own));
        case
    }

    fn draft(&self, mut draft: Draft, own: bool) -> Draft {
        let at = draft.created_at;
        self.subject(&mut draft.subject, own);
        self.hand(&mut draft.begun_by, at, own);
        draft.typed_by.values_mut().for_each(|by| self.hand(by, at, own));
        draft.papers.iter_mut().for_each(|paper| self.hand(&mut paper.added_by, paper.added_at, own));
        draft
    }

    fn rating(&self, mut rating: Rating, own: bool) -> Rating {
        self.subject(&mut rating.subject, own);
        for said in
            [Some(&mut rating.said), rating.again.as_mut()].into_iter().flatten().chain(rating.earlier.iter_mut().map(|r| &mut r.again))
        {
            self.hand(&mut said.by, said.at, own);
        }
        rating
    }

    fn message(&self, mut message: VoiceMessage, own: bool) -> VoiceMessage {
        self.subject(&mut message.subject, own);
        self.hand(&mut message.left_by, message.left_at, own);
        message
    }
}

/// Everything under `goes` comes under `stays`: her own, and what she did for those whom she helps.
pub(super) async fn carry_over(world: &World, goes: &PersonId, stays: &PersonId, hers: &Belongings) -> AppResult<(Vec<Change>, Moved)> {
    let way = Way { from: goes, to: stays, back: None };
    let (mut changes, mut moved) = (Vec::new(), Moved::default());
    let (mut cases, mut drafts, mut messages) = (hers.cases.clone(), hers.drafts.clone(), hers.messages.clone());
    let mut ratings = hers.ratings.clone();
    for grant in hers.grants.iter().filter(|g| g.helper == *goes && g.elder != *goes) {
        cases.extend(world.store.cases_of(&grant.elder, ALL).await?.into_iter().map(|row| row.id));
        drafts.extend(world.store.drafts_of(&grant.elder).await?);
        messages.extend(world.store.voice_messages_of(&grant.elder, ALL).await?);
        ratings.extend(world.store.ratings_of(&grant.elder, ALL).await?);
    }
    cases.sort();
    cases.dedup();
    for id in cases {
        let Some(case) = world.store.case(&id).await? else { continue };
        let own = case.subject == *goes;
        let after = way.case(case.clone(), own);
        if after != case {
            moved.cases.push(Part { id, own });
            changes.push(Change::SaveCase(Box::new(after)));
        }
    }
    let mut seen = BTreeSet::new();
    for draft in drafts.into_iter().filter(|d| seen.insert(d.id.clone())) {
        let (id, own) = (draft.id.clone(), draft.subject == *goes);
        let after = way.draft(draft.clone(), own);
        if after != draft {
            moved.drafts.push(Part { id, own });
            changes.push(Change::SaveDraft(Box::new(after)));
        }
    }
    let mut seen = BTreeSet::new();
    for message in messages.into_iter().filter(|m| seen.insert(m.id.clone())) {
        let (id, own) = (message.id.clone(), message.subject == *goes);
        let after = way.message(message.clone(), own);
        if after != message {
            moved.messages.push(Part { id, own });
            changes.push(Change::SaveVoiceMessage(Box::new(after)));
        }
    }
    let mut seen = BTreeSet::new();
    for rating in ratings.into_iter().filter(|r| seen.insert(r.id.clone())) {
        let (id, own) = (rating.id.clone(), rating.subject == *goes);
        let after = way.rating(rating.clone(), own);
        if after != rating {
            moved.ratings.push(Part { id, own });
            changes.push(Change::SaveRating(Box::new(after)));
        }
    }
    for notice in &hers.notices {
        moved.notices.push(notice.id.clone());
        changes.push(Change::PutNotice(Box::new(Notice { person: stays.clone(), ..notice.clone() })));
    }
    for slip in &hers.slips {
        moved.slips.push(slip.id.clone());
        changes.push(Change::SaveSlip(Box::new(ended(Slip { person: stays.clone(), ..slip.clone() }))));
    }
    for one in &hers.assisted {
        moved.assisted.push(one.id.clone());
        changes.push(Change::SaveAssisted(Box::new(Assisted { subject: stays.clone(), ..one.clone() })));
    }
    for unsent in &hers.unsent {
        moved.unsent.push(unsent.id.clone());
        changes.push(Change::PutUnsent(Box::new(Unsent { helper: stays.clone(), ..unsent.clone() })));
    }
    for finding in &hers.findings {
        changes.push(Change::SaveFinding(Box::new(finding_under(world, stays, finding.clone()).await?)));
    }
    moved.given = hers.grants.iter().filter(|g| g.elder == *goes).map(|g| g.id.clone()).collect();
    moved.held = hers.grants.iter().filter(|g| g.helper == *goes).map(|g| g.id.clone()).collect();
    for staff in world.store.all_staff().await? {
        if staff.person.as_ref() == Some(goes) {
            moved.accounts.push(staff.id.clone());
        }
        changes.extend(relative(staff, goes, stays));
    }
    Ok((changes, moved))
}

/// Exactly what was brought over goes back, where it still is; what came since stays where it is.
pub(super) async fn give_back(world: &World, record: &MergeRecord) -> AppResult<Vec<Change>> {
    let MergeRecord { goes, stays, moved, .. } = record;
    let grants = moved.given.iter().chain(&moved.held).collect();
    let way = Way { from: stays, to: goes, back: Some((record.at, grants)) };
    let mut changes = Vec::new();
    for part in &moved.cases {
        let Some(case) = world.store.case(&part.id).await? else { continue };
        changes.push(Change::SaveCase(Box::new(way.case(case, part.own))));
    }
    for part in &moved.drafts {
        let Some(draft) = world.store.draft(&part.id).await? else { continue };
        changes.push(Change::SaveDraft(Box::new(way.draft(draft, part.own))));
    }
    for part in &moved.messages {
        let Some(message) = world.store.voice_message(&part.id).await? else { continue };
        changes.push(Change::SaveVoiceMessage(Box::new(way.message(message, part.own))));
    }
    for part in &moved.ratings {
        let Some(rating) = world.store.rating(&part.id).await? else { continue };
        changes.push(Change::SaveRating(Box::new(way.rating(rating, part.own))));
    }
    for notice in world.store.notices(stays, ALL).await?.into_iter().filter(|n| moved.notices.contains(&n.id)) {
        changes.push(Change::PutNotice(Box::new(Notice { person: goes.clone(), ..notice })));
    }
    for slip in world.store.slips_of(stays).await? {
        // Whoever holds a slip of these two may be the wrong one of them.
        let person = if moved.slips.contains(&slip.id) { goes.clone() } else { slip.person.clone() };
        let after = ended(Slip { person, ..slip.clone() });
        if after != slip {
            changes.push(Change::SaveSlip(Box::new(after)));
        }
    }
    for one in world.store.assisted_of(stays, ALL).await?.into_iter().filter(|a| moved.assisted.contains(&a.id)) {
        changes.push(Change::SaveAssisted(Box::new(Assisted { subject: goes.clone(), ..one })));
    }
    for unsent in world.store.unsent_of(stays).await?.into_iter().filter(|u| moved.unsent.contains(&u.id)) {
        changes.push(Change::PutUnsent(Box::new(Unsent { helper: goes.clone(), ..unsent })));
    }
    for mut staff in world.store.all_staff().await? {
        let before = staff.clone();
        if moved.accounts.contains(&staff.id) && staff.person.as_ref() == Some(stays) {
            staff.person = Some(goes.clone());
        }
        // Which of the two she meant nobody knows: she stays as close to both.
        if staff.declared.contains(stays) && !staff.declared.contains(goes) {
            staff.declared.push(goes.clone());
        }
        if staff != before {
            changes.push(Change::SaveStaff(Box::new(staff)));
        }
    }
    Ok(changes)
}

/// A slip that nobody used signs nobody in any more.
fn ended(slip: Slip) -> Slip {
    match slip.state {
        SlipState::WaitingForPin | SlipState::Ready => Slip { state: SlipState::Cancelled, ..slip },
        SlipState::Used | SlipState::Cancelled => slip,
    }
}

/// One pattern of one person is one finding.
async fn finding_under(world: &World, stays: &PersonId, finding: Finding) -> AppResult<Finding> {
    let under = Finding { about: stays.clone(), version: 0, ..finding };
    match world.store.finding_by_key(&under.key()).await?.filter(|there| there.id != under.id) {
        Some(mut there) => {
            there.take_in(under);
            Ok(there)
        }
        None => Ok(under),
    }
}

/// A clerk who is this person, or declared her as family, stays as close to her as before.
fn relative(staff: Staff, goes: &PersonId, stays: &PersonId) -> Option<Change> {
    let mut changed = staff.clone();
    for person in changed.declared.iter_mut().chain(changed.person.as_mut()) {
        if person == goes {
            person.clone_from(stays);
        }
    }
    (changed != staff).then(|| Change::SaveStaff(Box::new(changed)))
}
