//! A handful of other services, so that each desk sees what they look like: they wait where their first clerk sits since the last
//! working day, two chronic diseases at the county for the board. Made by the same rules; answers are plausible, nobody's.

use super::answers::{self, paper};
use super::story::{Story, after_filing, file, take_steps};
use crate::demo::scene::Scene;
use app::ports::{Change, Person};
use domain::case::draft::Purpose;
use domain::case::{Case, Channel, Draft, FiledBy, Joined};
use domain::catalog::answers::NONE;
use domain::catalog::{Answers, Item, ItemCode, Pace};
use domain::ledger::By;
use domain::person::IdNumber;
use jiff::ToSpan;

const BIRTHS: [ItemCode; 3] = [ItemCode::Newborn, ItemCode::MaternityAllowance, ItemCode::Birth];
const OTHERS: [ItemCode; 4] = [ItemCode::RecordPrint, ItemCode::HomeVisit, ItemCode::HallVisit, ItemCode::LongPrescription];
/// Waiting for the board.
const BOARD: usize = 2;

pub(in crate::demo) fn wait_at_desks(scene: &mut Scene) -> Result<(), String> {
    let today = scene.world.today();
    let of_age = |from: u16, until: u16, women: bool| -> Vec<Person> {
        let fits = |p: &Person| p.insured && p.phone.is_some() && (from..=until).contains(&p.id_number.age_on(today));
        let all = scene.people.iter().filter(|r| r.demo.key.is_none()).map(|r| &r.person);
        all.filter(|p| fits(p) && (!women || p.id_number.is_female())).cloned().collect()
    };
    let (mothers, elders) = (of_age(20, 49, true), of_age(60, 99, false));
    for (number, item) in BIRTHS.into_iter().enumerate() {
        if let Some(mother) = mothers.get(number) {
            ask(scene, Story::AtVillage, item, mother)?;
        }
    }
    // From the other end of the list than those who have begun a draft.
    let mut elders = elders.iter().rev();
    for (item, elder) in OTHERS.into_iter().zip(&mut elders) {
        ask(scene, Story::AtVillage, item, elder)?;
    }
    for elder in elders.take(BOARD) {
        ask(scene, Story::AtCounty, ItemCode::Chronic, elder)?;
    }
    Ok(())
}

fn ask(scene: &mut Scene, story: Story, code: ItemCode, subject: &Person) -> Result<(), String> {
    let item = code.item().ok_or("demo: the item is not built")?;
    let last = scene.days_ago(1);
    let days = scene.working_days(story.steps().len() + 1, last)?;
    let begun = days.first().map(|day| scene.any_time(*day)).unwrap_or(scene.now);
    scene.set(begun);
    let by = By::Herself(subject.id.clone());
    let answers = answered(scene, item, subject);
    let papers = item.needs(&answers).iter().map(|m| paper(scene, m.id, &by)).collect();
    let draft = Draft {
        item: code,
        item_version: item.version,
        typed_by: answers.0.keys().map(|field| (field.clone(), by.clone())).collect(),
        papers,
        answers,
        ..answers::empty(scene, subject, &by, Purpose::New)?
    };
    let filed_by = FiledBy { by: by.clone(), channel: Channel::Online };
    let births: Vec<Draft> = match item.parts {
        [] => vec![draft],
        _ => item.parts_of(&draft.answers).filter_map(|part| draft.part(part)).collect(),
    };
    let mut cases = Vec::new();
    for birth in &births {
        cases.push(file(scene, story, birth, subject, filed_by.clone())?);
    }
    let all: Vec<Joined> = cases.iter().map(|case: &Case| Joined { item: case.item, reference: case.reference.clone() }).collect();
    for mut case in cases {
        scene.set(begun);
        case.joined = all.iter().filter(|other| other.reference != case.reference).cloned().collect();
        after_filing(scene, story, &mut case, subject, by.clone())?;
        take_steps(scene, story, &days, &mut case, subject)?;
        scene.write(Change::SaveCase(Box::new(case)));
    }
    Ok(())
}

/// A road to the end, by the board where there is one, with her own name in it.
fn answered(scene: &mut Scene, item: &Item, subject: &Person) -> Answers {
    let today = scene.world.today();
    let mut roads: Vec<Answers> = item.roads(today).into_iter().filter(|a| item.first_open(a).is_none()).collect();
    roads.sort_by_key(|a| ((item.pace)(a) != Pace::Board, std::cmp::Reverse(item.parts_of(a).count())));
    let mut answers = roads.into_iter().next().unwrap_or_default();
    let surname: String = subject.name.as_str().chars().take(1).collect();
    let born = today.checked_sub(40.days()).unwrap_or(today);
    let child = IdNumber::compose("990101", born, 900 + u16::try_from(scene.draw.below(99)).unwrap_or(0));
    let own = [
        ("contact-name", subject.name.as_str().to_owned()),
        ("contact-phone", subject.phone.as_ref().map_or(NONE, |p| p.plain()).to_owned()),
        ("child-name", format!("{surname}小安")),
        ("child-number", child.map(|number| number.plain().to_owned()).unwrap_or_default()),
        ("born", born.to_string()),
        ("address", format!("{}12号", scene.world.region.full_area_name(subject.village.as_str()))),
    ];
    for (field, value) in own {
        if answers.get(field).is_some() {
            answers.set(field, value);
        }
    }
    answers
}
