//! 「可疑情况」: what was seen, for supervisors of the county. Each look is written down; nobody looks at her own family's.

use super::at_desk::Clerk;
use super::load_grant::GrantView;
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Person, World};
use domain::assist::Assisted;
use domain::family::watch::Finding;
use domain::ids::{FindingId, StaffId};
use domain::judge::{Act, may};
use domain::review::Ties;
use std::collections::BTreeMap;

const MOST: u64 = 200;

/// A finding with the people it is about.
#[derive(Debug, Clone)]
pub struct FindingView {
    pub finding: Finding,
    pub about: Person,
    pub grants: Vec<GrantView>,
    /// As shown to residents, when it is about an assistant's acts.
    pub assistant: Option<String>,
    pub acts: Vec<(Assisted, Person)>,
}

/// Those that wait first. Opening the list is written down once.
pub async fn see_findings(world: &World, caller: &Caller) -> AppResult<Vec<FindingView>> {
    let clerk = Clerk::of(caller)?;
    let mut all = Vec::new();
    for finding in world.store.findings(MOST).await? {
        if let Ok(view) = judged(world, clerk, finding).await {
            all.push(view);
        }
    }
    let county = clerk.reviewer.desk.county();
    world.store.commit(vec![tell::ledger_of_staff(world, clerk.by(), county.as_str(), "see-findings", "", "watch")]).await?;
    Ok(all)
}

/// How many wait for her; for the link on her desk.
pub async fn findings_waiting(world: &World, caller: &Caller) -> AppResult<usize> {
    let clerk = Clerk::of(caller)?;
    let mut count = 0;
    for finding in world.store.findings(MOST).await?.into_iter().filter(|f| f.open) {
        count += usize::from(judged(world, clerk, finding).await.is_ok());
    }
    Ok(count)
}

/// One of them, and the names of those who said something about it.
pub async fn see_finding(world: &World, caller: &Caller, id: &str) -> AppResult<(FindingView, BTreeMap<StaffId, String>)> {
    let clerk = Clerk::of(caller)?;
    let view = load(world, clerk, id).await?;
    let look = tell::ledger(world, clerk.by(), &view.about, "see-finding", view.finding.id.as_str(), "watch", view.finding.pattern.key());
    world.store.commit(vec![look]).await?;
    let mut names = BTreeMap::new();
    for said in &view.finding.said {
        let staff = world.store.staff(&said.by).await?;
        names.insert(said.by.clone(), staff.map(|s| s.display_name).unwrap_or_default());
    }
    Ok((view, names))
}

pub(super) async fn load(world: &World, clerk: Clerk<'_>, id: &str) -> AppResult<FindingView> {
    let finding = world.store.finding(&FindingId::new(id)).await?.ok_or(AppError::NotFound)?;
    judged(world, clerk, finding).await
}

/// With everybody in it, if she may look: one of her family on either side closes it.
async fn judged(world: &World, clerk: Clerk<'_>, finding: Finding) -> AppResult<FindingView> {
    let about = world.store.person(&finding.about).await?.ok_or(AppError::NotFound)?;
    let mut grants = Vec::new();
    let mut ties = world.store.ties(clerk.staff, &about.id).await?;
    for id in &finding.grants {
        let Some(grant) = world.store.grant(id).await? else { continue };
        let (elder, helper) = (world.store.person(&grant.elder).await?, world.store.person(&grant.helper).await?);
        let (Some(elder), Some(helper)) = (elder, helper) else { continue };
        for person in [&elder, &helper] {
            let more = world.store.ties(clerk.staff, &person.id).await?;
            let own = clerk.reviewer.person.as_ref() == Some(&person.id);
            ties = Ties {
                same_household: ties.same_household || more.same_household,
                grant_between: ties.grant_between || more.grant_between || own,
                declared: ties.declared || more.declared,
            };
        }
        grants.push(GrantView { grant, elder, helper });
    }
    let (mut assistant, mut acts) = (None, Vec::new());
    if let Some(id) = &finding.assistant {
        assistant = Some(world.store.staff(id).await?.map(|staff| staff.display_name).unwrap_or_default());
    }
    for id in &finding.acts {
        let Some(act) = world.store.assisted(id).await? else { continue };
        let Some(subject) = world.store.person(&act.subject).await? else { continue };
        // What is her own family's is left out; the rest is hers to look at.
        let more = world.store.ties(clerk.staff, &subject.id).await?;
        if may(&clerk.actor(), subject.subject(), Act::Watch { ties: more }, world.now()).is_ok() {
            acts.push((act, subject));
        }
    }
    may(&clerk.actor(), about.subject(), Act::Watch { ties }, world.now())?;
    Ok(FindingView { finding, about, grants, assistant, acts })
}
