//! 好差评: she says how a step of her case went, a clerk writes it down for her, the tier above sets right what was bad.
//! Here is what these acts share; each has a file of its own.

pub mod give;
pub mod invite;
pub mod late;
pub mod note;
pub mod set_right;
pub mod sums;
pub mod survey;

use super::promise;
use crate::error::AppResult;
use crate::ports::{Change, Person, World};
use domain::case::Case;
use domain::catalog::field::outer_trim;
use domain::ids::{AreaCode, RatingId, StaffId};
use domain::ledger::By;
use domain::rating::{Level, RATED_DESK, Rating, Reason, Said, Stage, Turn};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// So much of her own words is kept.
pub const MOST_WORDS: usize = 300;

/// What may be said beside a level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    pub reasons: BTreeSet<Reason>,
    pub words: String,
    pub call: Option<bool>,
}

impl Why {
    fn put(self, said: Said) -> Said {
        Said { reasons: self.reasons, words: cut(&self.words), call: self.call, ..said }
    }
}

fn cut(words: &str) -> String {
    outer_trim(words).chars().take(MOST_WORDS).collect()
}

/// Whose work a step was: the desk of the clerk who did it, else the one that answers for it.
async fn work(world: &World, case: &Case, stage: Stage) -> AppResult<(AreaCode, Option<StaffId>)> {
    let Some(worker) = stage.worker(case) else { return Ok((stage.desk(case), None)) };
    let desk = world.store.staff(worker).await?.map_or_else(|| stage.desk(case), |staff| staff.desk);
    Ok((desk, Some(worker.clone())))
}

/// By when she is called and by when it is set right, counted from today.
fn dates(world: &World) -> (Date, Date) {
    let rules = &world.region.ratings;
    (promise::working_days(world, rules.call_working_days.value), promise::working_days(world, rules.correct_working_days.value))
}

/// The rating with what was said now; a new one where there was none.
async fn said_now(world: &World, case: &Case, stage: Stage, rated: Option<Rating>, turn: Turn, said: Said) -> AppResult<Rating> {
    let mut rating = match rated {
        Some(rating) => rating,
        None => {
            let (desk, worker) = work(world, case, stage).await?;
            Rating {
                id: RatingId::new(world.new_id()),
                case: case.id.clone(),
                reference: case.reference.clone(),
                item: case.item,
                stage,
                subject: case.subject.clone(),
                desk,
                worker,
                at: world.now(),
                said: said.clone(),
                again: None,
                remedy: None,
                earlier: Vec::new(),
                version: 0,
            }
        }
    };
    let (call_by, correct_by) = dates(world);
    match turn {
        Turn::Again => rating.say_again(said, call_by, correct_by)?,
        Turn::First | Turn::Change => rating.say(said, call_by, correct_by),
    }
    Ok(rating)
}

/// What the ledger says of it: neither level nor case, because the desk that was rated must find nothing there.
fn written_down(world: &World, by: By, subject: &Person, act: &str, rating: &Rating, how: &str) -> Change {
    super::tell::ledger(world, by, subject, act, rating.id.as_str(), "rating", how)
}

/// Goes with a notice, so that the rated desk is not the one to read it out.
fn not_for(rating: &Rating) -> (&'static str, String) {
    (RATED_DESK, rating.desk.as_str().to_owned())
}

fn of_stage(ratings: Vec<Rating>, stage: Stage) -> Option<Rating> {
    ratings.into_iter().find(|r| r.stage == stage)
}

/// A level without reasons yet.
fn bare(level: Level, by: By, world: &World) -> Said {
    Said::level(level, by, world.now())
}
