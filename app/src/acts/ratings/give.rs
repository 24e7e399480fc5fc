//! She says it herself, or her helper inside a grant: five faces, then a few words when it was bad. Each is kept as soon as it
//! is said, so that whoever stops in the middle has said it all the same.

use super::{Why, bare, not_for, of_stage, said_now, written_down};
use crate::acts::{change_case, promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use crate::text;
use domain::case::Case;
use domain::judge::Act;
use domain::lang::Lang;
use domain::notice::NoticeKind;
use domain::rating::{Level, Rating, Said, Stage, Turn, turn};
use domain::refusal::Refusal;
use jiff::Timestamp;

/// One step of a case as the rating pages show it.
#[derive(Debug, Clone)]
pub struct Step {
    pub stage: Stage,
    pub reached: Timestamp,
    /// What was said, when it is for this reader: what the elder said a helper does not learn.
    pub rating: Option<Rating>,
    pub turn: Result<Turn, Refusal>,
}

/// The steps that the case came to, oldest first.
pub async fn steps(world: &World, caller: &Caller, reference: &str) -> AppResult<(Case, Vec<Step>)> {
    let (case, _) = change_case::open_case(world, caller, reference, Act::Rate).await?;
    let rated = world.store.ratings_of_case(&case.id).await?;
    let (by, days, now) = (caller.by(), world.region.ratings.days(), world.now());
    let step = |stage: &Stage| {
        let reached = stage.reached(&case)?;
        let rating = rated.iter().find(|r| r.stage == *stage);
        let turn = turn(Some(reached), rating, &by, days, now);
        let hers = rating.filter(|r| r.is_hers_to_change(&by)).cloned();
        Some(Step { stage: *stage, reached, rating: hers, turn })
    };
    let steps = Stage::ALL.iter().filter_map(step).collect();
    Ok((case, steps))
}

/// One of them.
pub async fn step(world: &World, caller: &Caller, reference: &str, stage: Stage) -> AppResult<(Case, Step)> {
    let (case, steps) = steps(world, caller, reference).await?;
    let step = steps.into_iter().find(|s| s.stage == stage).ok_or(AppError::NotFound)?;
    Ok((case, step))
}

/// A face was pressed.
pub async fn rate(world: &World, caller: &Caller, reference: &str, stage: Stage, level: Level, once: Option<Change>) -> AppResult<Rating> {
    let (case, subject) = change_case::open_case(world, caller, reference, Act::Rate).await?;
    let rated = of_stage(world.store.ratings_of_case(&case.id).await?, stage);
    let (by, now) = (caller.by(), world.now());
    let turn = turn(stage.reached(&case), rated.as_ref(), &by, world.region.ratings.days(), now)?;
    let mut said = bare(level, by, world);
    if let (Turn::Change, Some(rating)) = (turn, &rated)
        && rating.said.by == said.by
    {
        if rating.said.level == level {
            world.store.commit(once.into_iter().collect()).await?;
            return Ok(rating.clone());
        }
        // Worse or less bad: what she ticked and wrote stays hers.
        if level.bad() && rating.said.level.bad() {
            said = Said { level, at: said.at, ..rating.said.clone() };
        }
    }
    let rating = said_now(world, &case, stage, rated, turn, said).await?;
    save(world, caller, subject, rating, word(turn), once).await
}

/// What was bad, in ticks and in her own words, and whether she wants to be called.
pub async fn say_why(world: &World, caller: &Caller, reference: &str, stage: Stage, why: Why, once: Option<Change>) -> AppResult<Rating> {
    let (case, subject) = change_case::open_case(world, caller, reference, Act::Rate).await?;
    let rated = of_stage(world.store.ratings_of_case(&case.id).await?, stage).ok_or(Refusal::NotInThisState)?;
    let (by, now) = (caller.by(), world.now());
    if turn(stage.reached(&case), Some(&rated), &by, world.region.ratings.days(), now)? != Turn::Change {
        return Err(Refusal::NotInThisState.into());
    }
    let said = why.put(bare(rated.said.level, by, world));
    let rating = said_now(world, &case, stage, Some(rated), Turn::Change, said).await?;
    save(world, caller, subject, rating, word(Turn::Change), once).await
}

fn word(turn: Turn) -> &'static str {
    match turn {
        Turn::First => "rate-case",
        Turn::Change => "change-rating",
        Turn::Again => "rate-again",
    }
}

async fn save(world: &World, caller: &Caller, subject: &Person, rating: Rating, act: &str, once: Option<Change>) -> AppResult<Rating> {
    let mut changes = vec![Change::SaveRating(Box::new(rating.clone())), written_down(world, caller.by(), subject, act, &rating, "")];
    if let (Caller::Resident { person, acting: Some(_), .. }, "rate-case" | "rate-again") = (caller, act) {
        let args = [
            ("helper", person.name.masked()),
            ("act", text::text(Lang::ZhHans, "rating-told")),
            ("reference", promise::grouped(&rating.reference)),
            not_for(&rating),
        ];
        changes.extend(tell::tell(world, subject, NoticeKind::HelperActed, &args));
    }
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(rating)
}
