//! Grants in several states: the daughter far away who helps her mother, and six families who asked, agreed, paused or
//! ended. Moved by the same table as on the site.

use super::cases;
use super::scene::Scene;
use app::ports::{Change, Person};
use domain::calendar::china_instant;
use domain::family::{Agreement, Grant, GrantAct, Party, Scope, last_day};
use domain::ids::GrantId;
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::person::Relation;
use jiff::civil::Time;
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeSet;

/// What happened after she was asked.
const FAMILIES: &[&[GrantAct]] =
    &[&[], &[], &[GrantAct::Agree], &[GrantAct::Agree, GrantAct::Pause], &[GrantAct::Agree, GrantAct::End], &[GrantAct::Refuse]];

pub(super) fn agree(scene: &mut Scene) -> Result<(), String> {
    let (Some(mother), Some(daughter)) = (scene.key("wang-xiulan"), scene.key("li-mei")) else {
        return Err("demo: the key persons are missing".into());
    };
    let grant = one(scene, mother, daughter, Relation::Child, 40, &[GrantAct::Agree])?;
    if let Some(helper) = scene.people.get(daughter).map(|r| r.person.id.clone()) {
        cases::filed_by_helper(scene, mother, By::Helper { helper, grant: grant.id })?;
    }
    // One that ends in some days, so that she is asked whether it shall go on; and one that she let run out.
    for (elder, helper, relation, days) in [("he-guizhen", "chen-li", Relation::Child, 355), ("ayguli", "chen-li", Relation::Friend, 368)] {
        if let (Some(elder), Some(helper)) = (scene.key(elder), scene.key(helper)) {
            one(scene, elder, helper, relation, days, &[GrantAct::Agree])?;
        }
    }
    for (number, (elder, child)) in pairs(scene).into_iter().zip(0..).map(|(pair, n)| (n, pair)).take(FAMILIES.len()) {
        let acts: &[GrantAct] = FAMILIES.get::<usize>(number).copied().unwrap_or_default();
        // An open question is a few days old, a settled one some weeks.
        let days = if acts.is_empty() { 2 + number as u32 } else { 12 + 5 * number as u32 };
        one(scene, elder, child, Relation::Child, days, acts)?;
    }
    busy(scene)
}

/// Somebody who asks at four strange doors within a week: something for the supervisors' list.
fn busy(scene: &mut Scene) -> Result<(), String> {
    let pairs = pairs(scene);
    let Some((_, busy)) = pairs.get(FAMILIES.len()).copied() else { return Ok(()) };
    let home = |i: usize| scene.people.get(i).and_then(|r| r.person.household.clone());
    let strangers: Vec<usize> = pairs.iter().skip(FAMILIES.len() + 1).map(|(elder, _)| *elder).filter(|e| home(*e) != home(busy)).collect();
    for (elder, days) in strangers.into_iter().take(4).zip([6, 5, 3, 1]) {
        one(scene, elder, busy, Relation::Friend, days, &[])?;
    }
    Ok(())
}

/// Old people with a phone of their own and a grown child with another one.
fn pairs(scene: &Scene) -> Vec<(usize, usize)> {
    let today = scene.world.today();
    let has_phone = |i: usize| scene.people.get(i).is_some_and(|r| r.person.phone.is_some());
    let old = |i: usize| scene.people.get(i).is_some_and(|r| r.person.id_number.age_on(today) >= 65);
    let grown = |i: usize| scene.people.get(i).is_some_and(|r| r.person.id_number.age_on(today) >= 18);
    let mut found = Vec::new();
    for (elder, resident) in scene.people.iter().enumerate() {
        if resident.demo.key.is_some() || !old(elder) || !has_phone(elder) {
            continue;
        }
        let child = resident.demo.family.iter().find(|(i, relation)| *relation == Relation::Child && has_phone(*i) && grown(*i));
        if let Some((child, _)) = child
            && !found.iter().any(|(_, taken)| taken == child)
        {
            found.push((elder, *child));
        }
    }
    found
}

fn one(scene: &mut Scene, elder: usize, child: usize, relation: Relation, days: u32, acts: &[GrantAct]) -> Result<Grant, String> {
    let person = |i: usize| scene.people.get(i).map(|r| r.person.clone()).ok_or("demo: nobody");
    let (elder, helper): (Person, Person) = (person(elder)?, person(child)?);
    let asked = scene.days_ago(days);
    let at = scene.any_time(asked);
    scene.set(at);
    let until = last_day(asked, scene.world.region.family.grant_months.value).checked_add(1.day()).map_err(|e| e.to_string())?;
    let mut grant = Grant {
        relation: relation.slug().to_owned(),
        scopes: BTreeSet::from(Scope::OFFERED),
        seen_at: Some(at),
        ..Grant::request(
            GrantId::new(scene.world.new_id()),
            elder.id.clone(),
            helper.id.clone(),
            at,
            china_instant(until, Time::midnight()),
        )
    };
    let scopes = grant.scopes.iter().map(|s| s.key()).collect::<Vec<_>>().join("+");
    scene.note(By::Herself(helper.id.clone()), &elder, "ask-grant", grant.id.as_str(), &scopes, "");
    scene.tell(&elder, NoticeKind::GrantAsked, &[("helper", helper.name.masked())]);
    for act in acts {
        let at = scene.at().saturating_add(SignedDuration::from_hours(26)).map_err(|e| e.to_string())?;
        scene.set(at);
        let agreement = (*act == GrantAct::Agree).then_some(Agreement::OwnPhone { at });
        grant.apply(*act, Party::Elder, agreement, at).map_err(|no| format!("demo: grant: {}", no.key()))?;
        let word = format!("{}-grant", act.key());
        let reason = if *act == GrantAct::Agree { "own-phone" } else { "herself" };
        scene.note(By::Herself(elder.id.clone()), &elder, &word, grant.id.as_str(), &scopes, reason);
        tell_both(scene, *act, &elder, &helper, &grant, last_day(asked, 12).to_string());
    }
    scene.write(Change::SaveGrant(Box::new(grant.clone())));
    Ok(grant)
}

fn tell_both(scene: &mut Scene, act: GrantAct, elder: &Person, helper: &Person, grant: &Grant, date: String) {
    let kind = match act {
        GrantAct::Open | GrantAct::TakeIn => return,
        GrantAct::Agree => NoticeKind::GrantStarted,
        GrantAct::Refuse => NoticeKind::GrantRefused,
        GrantAct::Pause => NoticeKind::GrantPaused,
        GrantAct::Resume => NoticeKind::GrantResumed,
        GrantAct::End | GrantAct::Expire => NoticeKind::GrantEnded,
        GrantAct::Dispute => NoticeKind::GrantDisputed,
        GrantAct::Clear | GrantAct::See => NoticeKind::GrantSeen,
    };
    let names =
        |to: &str| vec![("to", to.to_owned()), ("helper", helper.name.masked()), ("elder", elder.name.masked()), ("date", date.clone())];
    scene.tell(elder, kind, &names("elder"));
    if grant.agreement.is_some() {
        scene.tell(helper, kind, &names("helper"));
    }
}
