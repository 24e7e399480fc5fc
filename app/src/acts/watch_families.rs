//! Looks for unusual patterns among grants and acts of assistants and lays them before the supervisors. A job: may run late or twice, because one
//! pattern of one person is one finding. Stops nobody and tells nobody: people decide.

use super::agree_grant::NEW_BROWSER;
use super::tell;
use crate::error::AppResult;
use crate::ports::{Change, LedgerRow, Person, PortError, World};
use domain::assist::Assisted;
use domain::family::Grant;
use domain::family::watch::{Fact, Finding, Seen, before, unusual, unusual_acts};
use domain::ids::{FindingId, PersonId, StaffId};
use domain::ledger::By;
use std::collections::BTreeMap;

const AT_ONCE: u64 = 200;
/// Of a county within the days that are looked at; the newest first.
const MOST_ACTS: u64 = 20_000;

/// How many findings are new or open again.
pub async fn watch_families(world: &World) -> AppResult<usize> {
    let limits = &world.region.family.watch.value;
    let since = before(world.now(), limits.look_back_days);
    let (mut after, mut reported) = (String::new(), 0);
    loop {
        let helpers = world.store.helpers_since(since, &after, AT_ONCE).await?;
        let Some(last) = helpers.last() else { break };
        after = last.as_str().to_owned();
        let month = world.region.family.new_helpers_per_month.value;
        for helper in &helpers {
            for seen in unusual(&facts(world, helper).await?, limits, month, world.now()) {
                reported += usize::from(report(world, seen).await?);
            }
        }
    }
    let mut assistants: BTreeMap<StaffId, Vec<Assisted>> = BTreeMap::new();
    for act in world.store.assisted_since(since, MOST_ACTS).await? {
        assistants.entry(act.assistant.clone()).or_default().push(act);
    }
    for acts in assistants.values() {
        for seen in unusual_acts(acts, limits, world.now()) {
            reported += usize::from(report(world, seen).await?);
        }
    }
    Ok(reported)
}

/// What one helper asked for and holds, with what the ledger says about each.
async fn facts(world: &World, helper: &PersonId) -> AppResult<Vec<Fact>> {
    let since = before(world.now(), world.region.family.watch.value.look_back_days);
    let Some(herself) = world.store.person(helper).await? else { return Ok(Vec::new()) };
    let mut elders: BTreeMap<PersonId, (Option<Person>, Vec<LedgerRow>)> = BTreeMap::new();
    let mut facts = Vec::new();
    for grant in world.store.grants_by_helper(helper).await? {
        if !elders.contains_key(&grant.elder) {
            let elder = world.store.person(&grant.elder).await?;
            let ledger = world.store.ledger_of(&grant.elder, 500).await?;
            elders.insert(grant.elder.clone(), (elder, ledger));
        }
        let Some((elder, ledger)) = elders.get(&grant.elder) else { continue };
        let home = herself.household.as_ref().filter(|h| !h.is_empty());
        let says = |row: &&LedgerRow, act: &str, about: &Grant| row.line.act == act && row.line.object == about.id.as_str();
        facts.push(Fact {
            one_household: home.is_some() && elder.as_ref().and_then(|e| e.household.as_ref()) == home,
            new_browser: ledger.iter().any(|row| says(&row, "agree-grant", &grant) && row.line.reason == NEW_BROWSER),
            phone_changed: ledger.iter().filter(|row| row.line.act == "change-phone").map(|row| row.at).collect(),
            disputed: ledger.iter().any(|row| row.at >= since && says(&row, "dispute-grant", &grant)),
            grant,
        });
    }
    Ok(facts)
}

async fn report(world: &World, seen: Seen) -> AppResult<bool> {
    let Some(about) = world.store.person(&seen.about).await? else { return Ok(false) };
    let known = world.store.finding_by_key(&seen.key()).await?;
    let (finding, again) = match known {
        None => (Finding::new(FindingId::new(world.new_id()), seen, world.now()), false),
        Some(mut finding) => {
            let waited = finding.open;
            if !finding.seen_again(&seen, world.now()) {
                return Ok(false);
            }
            (finding, waited)
        }
    };
    let note = tell::ledger(world, By::Rule, &about, "find-unusual", finding.id.as_str(), "watch", finding.pattern.key());
    match world.store.commit(vec![Change::SaveFinding(Box::new(finding)), note]).await {
        Ok(()) => Ok(!again),
        // Another run, or a supervisor, in this very moment; the next run looks again.
        Err(PortError::Conflict(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
