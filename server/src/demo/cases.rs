//! Three hundred cases: how many of each story, and whose each one is. Every move is made by the same rules that hold on
//! the site, with the clock turned back; a story that the rules refuse fails the filling.

mod answers;
mod services;
mod story;

use super::scene::Scene;
use domain::person::IdNumber;
use story::{Story, tell_story};

pub(super) use answers::empty as empty_draft;
pub(super) use services::wait_at_desks;

/// The stories and how often each is told: 300 in all.
const STORIES: &[(Story, usize)] = &[
    (Story::Settling, 6),
    (Story::AtVillage, 34),
    (Story::ReturnedByVillage, 10),
    (Story::ReturnedByTownship, 4),
    (Story::ReturnedByCounty, 2),
    (Story::AtTownship, 26),
    (Story::AtCounty, 26),
    (Story::Approved, 40),
    (Story::Refused, 14),
    (Story::Withdrawn, 12),
    (Story::AtOnce, 82),
    (Story::Sampled, 12),
    (Story::SamplePassed, 2),
    (Story::ToConfirm, 12),
    (Story::Confirmed, 10),
    (Story::Undone, 4),
    (Story::FoundUntrue, 4),
];

pub(super) fn happen(scene: &mut Scene) -> Result<(), String> {
    let today = scene.world.today();
    let grown = |number: &IdNumber| number.age_on(today) >= 20;
    let mut order: Vec<usize> = (0..scene.people.len())
        .filter(|i| scene.people.get(*i).is_some_and(|r| r.demo.key.is_none() && r.person.insured && grown(&r.person.id_number)))
        .collect();
    for i in (1..order.len()).rev() {
        order.swap(i, scene.draw.below(i as u32 + 1) as usize);
    }
    let mut stories: Vec<Story> = STORIES.iter().flat_map(|(story, times)| std::iter::repeat_n(*story, *times)).collect();
    for i in (1..stories.len()).rev() {
        stories.swap(i, scene.draw.below(i as u32 + 1) as usize);
    }
    // Persons whom tests and visitors know by name begin with an empty list, with three exceptions.
    let known = [("he-guizhen", Story::AtVillage), ("ayguli", Story::AtOnce), ("qiqige", Story::AtOnce)];
    for (key, story) in known {
        if let (Some(who), Some(at)) = (scene.key(key), stories.iter().position(|s| *s == story)) {
            stories.remove(at);
            tell_story(scene, story, who, false, None)?;
        }
    }
    for (number, story) in stories.into_iter().enumerate() {
        let who = *order.get(number % order.len().max(1)).ok_or("demo: nobody lives here")?;
        // A second case of one person is a journey, never a second home.
        tell_story(scene, story, who, number >= order.len(), None)?;
    }
    Ok(())
}

/// One filing by a helper inside her grant.
pub(super) fn filed_by_helper(scene: &mut Scene, elder: usize, by: domain::ledger::By) -> Result<(), String> {
    tell_story(scene, Story::AtOnce, elder, true, Some(by))
}
