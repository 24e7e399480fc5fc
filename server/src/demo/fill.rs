//! Fills an empty database with the county: residents, staff, cases, families, in one transaction. Refuses a database
//! that holds anything else; on a marked one it does nothing.

use super::people::{DemoPerson, demo_people};
use super::scene::{Resident, Scene};
use super::{PASSWORD, SEED, cases, family, pictures, staff};
use crate::state::{House, META_DEMO, Refused};
use app::acts::tell;
use app::ports::{Change, Person, Verified};
use domain::case::draft::Purpose;
use domain::ids::PersonId;
use domain::ledger::By;
use std::sync::Arc;
use tokio::task::JoinSet;

/// Written before the data: a crash in between leaves either nothing or everything, and the next run sees which.
const FILLING: &str = "filling";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    Now,
    Before,
}

pub async fn fill(house: &House) -> Result<Filled, Refused> {
    let region = house.world.region.clone();
    if !region.demo {
        return Err(Refused::one("demo data belongs to the demonstration county only: leave the region file out"));
    }
    if house.config.sms.is_real() {
        return Err(Refused::one("demo data and a real message gateway do not go together: set sms.adapter = \"outbox\""));
    }
    let county = region.code.as_str();
    let holds = house.db.holds_people().await.map_err(Refused::one)?;
    match house.demo_marker().await?.as_deref() {
        Some(FILLING) if !holds => {}
        Some(FILLING) => {
            house.db.put_meta(META_DEMO, county).await.map_err(Refused::one)?;
            return Ok(Filled::Before);
        }
        Some(marked) if marked == county => return Ok(Filled::Before),
        Some(_) => return Err(Refused::one("this database holds demo data of another county")),
        None if holds => return Err(Refused::one("this database holds other data: demo data goes into an empty data folder only")),
        None => {}
    }
    house.db.put_meta(META_DEMO, FILLING).await.map_err(Refused::one)?;
    let (changes, papers) = imagine(house).await.map_err(Refused::one)?;
    keep(house, papers).await?;
    house.world.store.commit(changes).await.map_err(Refused::one)?;
    house.db.put_meta(META_DEMO, county).await.map_err(Refused::one)?;
    Ok(Filled::Now)
}

type Papers = Vec<(String, Arc<Vec<u8>>)>;

/// Everything that is to be written; nothing is written here.
async fn imagine(house: &House) -> Result<(Vec<Change>, Papers), String> {
    let mut scene = Scene::new(&house.world, SEED)?;
    let mut sheets = Vec::new();
    for kind in 0..pictures::KINDS {
        let clean = crate::files::check_paper(&pictures::draw(kind)?, "sheet.jpg").map_err(|no| no.key().to_owned())?;
        scene.picture_sizes.push(clean.bytes.len() as u64);
        sheets.push(Arc::new(clean.bytes));
    }
    settle(&mut scene)?;
    let hash = scene.world.passwords.hash(PASSWORD.to_owned()).await.map_err(|e| e.to_string())?;
    staff::hire(&mut scene, &hash);
    family::agree(&mut scene)?;
    cases::happen(&mut scene)?;
    begin_drafts(&mut scene)?;
    cases::wait_at_desks(&mut scene)?;
    let papers = scene.papers.iter().filter_map(|(id, kind)| Some((id.clone(), sheets.get(*kind)?.clone()))).collect();
    Ok((scene.into_changes(), papers))
}

fn settle(scene: &mut Scene) -> Result<(), String> {
    let region = scene.world.region.clone();
    let began = scene.days_ago(100);
    let at = scene.any_time(began);
    scene.set(at);
    for demo in demo_people(SEED, &region)? {
        let person = resident(&demo, PersonId::new(scene.world.new_id()));
        let note = tell::ledger(&scene.world, By::Rule, &person, "import-person", person.id.as_str(), "people", "demo");
        scene.write(note);
        scene.write(Change::SavePerson(Box::new(person.clone())));
        scene.people.push(Resident { demo, person });
    }
    Ok(())
}

/// Who is insured here is known from shared data; the daughter showed her card at a counter.
fn resident(demo: &DemoPerson, id: PersonId) -> Person {
    Person {
        id,
        name: demo.name.clone(),
        id_number: demo.id_number.clone(),
        phone: demo.phone.clone(),
        nationality: demo.nationality,
        village: demo.village.clone(),
        insured: demo.insured,
        verified: if demo.insured { Verified::ByData } else { Verified::ByClerk },
        alive: true,
        told_by: None,
        household: Some(demo.household.clone()),
        version: 0,
    }
}

/// A few people began and have not gone on yet.
fn begin_drafts(scene: &mut Scene) -> Result<(), String> {
    let today = scene.world.today();
    let begun: Vec<Person> = scene
        .people
        .iter()
        .filter(|r| r.demo.key.is_none() && r.person.phone.is_some() && r.person.id_number.age_on(today) >= 60)
        .map(|r| r.person.clone())
        .take(8)
        .collect();
    for (number, person) in begun.into_iter().enumerate() {
        let day = scene.days_ago(1 + number as u32 * 3);
        let at = scene.any_time(day);
        scene.set(at);
        let by = By::Herself(person.id.clone());
        let mut draft = cases::empty_draft(scene, &person, &by, Purpose::New)?;
        draft.answers.set("kind", "long-term-resident");
        draft.typed_by.insert("kind".to_owned(), by.clone());
        scene.note(by, &person, "start-draft", draft.id.as_str(), draft.item.slug(), "");
        scene.write(Change::SaveDraft(Box::new(draft)));
    }
    Ok(())
}

/// Papers first: a crash leaves bytes without a row, never a row without bytes.
async fn keep(house: &House, papers: Papers) -> Result<(), Refused> {
    let mut writing = JoinSet::new();
    for (id, bytes) in papers {
        let store = house.papers.clone();
        writing.spawn(async move { store.put_as(&id, bytes.to_vec()).await });
    }
    while let Some(done) = writing.join_next().await {
        done.map_err(Refused::one)?.map_err(Refused::one)?;
    }
    Ok(())
}
