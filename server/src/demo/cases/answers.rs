//! Answers to the questions of 异地就医备案 as a person of the county might give them, and the draft they stand in.

use crate::demo::scene::Scene;
use app::ports::Person;
use domain::case::draft::Purpose;
use domain::case::{Draft, DraftState, PaperRef};
use domain::catalog::answers::{NONE, UNSURE};
use domain::catalog::{Answers, ItemCode};
use domain::ids::{DraftId, PaperId};
use domain::ledger::By;
use jiff::ToSpan;

const KINDS_LONG: [&str; 3] = ["settled-retiree", "long-term-resident", "posted-worker"];
/// Where people of the county go: children's big cities and the neighbouring provinces.
const GOALS: [&str; 8] = ["31", "44", "33", "32", "51", "53", "11", "37"];

/// A draft that is ready to be submitted at the scene's time. `journey`: a temporary type.
pub(super) fn ready(scene: &mut Scene, subject: &Person, tiers: bool, tonight: bool, journey: bool, by: &By) -> Result<Draft, String> {
    let today = scene.world.today();
    let age = subject.id_number.age_on(today);
    let kind = match (tiers, journey || tonight) {
        (true, true) => "transfer",
        (false, true) => ["emergency", "temporary"][scene.draw.below(2) as usize % 2],
        (_, false) if age >= 60 => KINDS_LONG[scene.draw.below(2) as usize % 2],
        (_, false) => KINDS_LONG[1 + scene.draw.below(2) as usize % 2],
    };
    let mut answers = place(scene);
    let start = today.checked_add(i64::from(scene.draw.below(20)).days()).map_err(|e| e.to_string())?;
    answers.set("kind", kind);
    answers.set("start", start.to_string());
    if KINDS_LONG.contains(&kind) {
        answers.set("route", if tiers { "proof" } else { "commitment" });
    } else if scene.draw.below(3) == 0 {
        answers.set("end", UNSURE);
    } else {
        let end = start.checked_add(i64::from(10 + scene.draw.below(50)).days()).map_err(|e| e.to_string())?;
        answers.set("end", end.to_string());
    }
    answers.set("contact-name", subject.name.as_str());
    answers.set("contact-phone", subject.phone.as_ref().map_or(NONE, |p| p.plain()));
    let mut draft = empty(scene, subject, by, if tonight { Purpose::Tonight } else { Purpose::New })?;
    draft.typed_by = answers.0.keys().map(|field| (field.clone(), by.clone())).collect();
    draft.answers = answers;
    let needed = draft.item.item().map(|item| item.needs(&draft.answers)).unwrap_or_default();
    draft.papers = needed.iter().map(|m| paper(scene, m.id, by)).collect();
    Ok(draft)
}

fn place(scene: &mut Scene) -> Answers {
    let goal = GOALS[scene.draw.below(GOALS.len() as u32) as usize % GOALS.len()];
    let places = scene.places.clone();
    let cities = places.provinces.iter().find(|p| p.code == goal).map(|p| p.cities.as_slice()).unwrap_or_default();
    let city = cities.get(scene.draw.below(cities.len() as u32) as usize).map_or(UNSURE, |(_, name)| name.as_str());
    Answers::default().with("province", goal).with("city", city)
}

pub(in crate::demo) fn empty(scene: &Scene, subject: &Person, by: &By, purpose: Purpose) -> Result<Draft, String> {
    let item = ItemCode::OutOfArea.item().ok_or("demo: the item is not built")?;
    Ok(Draft {
        id: DraftId::new(scene.world.new_id()),
        item: item.code,
        item_version: item.version,
        purpose,
        subject: subject.id.clone(),
        begun_by: by.clone(),
        state: DraftState::Open,
        answers: Answers::default(),
        typed_by: Default::default(),
        papers: Vec::new(),
        promised_later: Vec::new(),
        shared: Vec::new(),
        created_at: scene.at(),
        updated_at: scene.at(),
        version: 0,
    })
}

/// One of the drawn sheets; the store gets it under this name before the case is committed.
pub(super) fn paper(scene: &mut Scene, material: &str, by: &By) -> PaperRef {
    let id = scene.world.new_id();
    let picture = scene.draw.below(crate::demo::pictures::KINDS as u32) as usize;
    scene.papers.push((id.clone(), picture));
    PaperRef {
        id: PaperId::new(id),
        material: material.to_owned(),
        mime: "image/jpeg".to_owned(),
        size: scene.picture_sizes.get(picture).copied().unwrap_or(0),
        added_at: scene.at(),
        added_by: by.clone(),
        earlier: None,
    }
}
