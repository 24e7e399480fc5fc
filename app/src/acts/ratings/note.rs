//! A clerk writes down what she says at the desk or by telephone. Never a clerk of the rated desk, and never over a word that
//! stands already.

use super::{Why, bare, of_stage, said_now, work, written_down};
use crate::acts::at_desk::{self, Clerk};
use crate::acts::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::case::Case;
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::rating::{Level, Rating, Stage, turn};
use domain::refusal::Refusal;
use domain::review::Ties;

/// So many of her newest cases are looked through.
const CASES: u64 = 10;

/// A step that this clerk may write something down about.
#[derive(Debug, Clone)]
pub struct Notable {
    pub case: Case,
    pub stage: Stage,
}

/// How she said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Phone,
    Counter,
}

impl How {
    pub const ALL: [How; 2] = [How::Phone, How::Counter];
    pub fn key(self) -> &'static str {
        match self {
            How::Phone => "phone",
            How::Counter => "counter",
        }
    }
    pub fn from_key(key: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.key() == key)
    }
}

/// Everything of her newest cases that can be said now and is no work of this desk. Looking is written down.
pub async fn notable(world: &World, caller: &Caller, person: &str) -> AppResult<(Person, Vec<Notable>)> {
    let clerk = Clerk::of(caller)?;
    let (subject, ties) = at_desk::person(world, clerk, person).await?;
    may(&clerk.actor(), subject.subject(), Act::LookAtPerson, world.now())?;
    let mut all = Vec::new();
    for case in world.store.newest_cases(&subject.id, CASES).await? {
        for stage in Stage::ALL {
            if judged(world, clerk, &subject, ties, &case, *stage).await?.is_ok() {
                all.push(Notable { case: case.clone(), stage: *stage });
            }
        }
    }
    let look = tell::ledger(world, clerk.by(), &subject, "look-at-person", subject.id.as_str(), "rating", "");
    world.store.commit(vec![look]).await?;
    Ok((subject, all))
}

/// The rating that stands there, if any, and what a word now would be; or why this clerk writes nothing down.
async fn judged(
    world: &World,
    clerk: Clerk<'_>,
    subject: &Person,
    ties: Ties,
    case: &Case,
    stage: Stage,
) -> AppResult<Result<(Option<Rating>, domain::rating::Turn), Refusal>> {
    let rated = of_stage(world.store.ratings_of_case(&case.id).await?, stage);
    let (desk, worker) = match &rated {
        Some(rating) => (rating.desk.clone(), rating.worker.clone()),
        None => work(world, case, stage).await?,
    };
    let act = Act::NoteRating { desk: &desk, worker: worker.as_ref(), ties };
    if let Err(refusal) = may(&clerk.actor(), subject.subject(), act, world.now()) {
        return Ok(Err(refusal));
    }
    let turn = turn(stage.reached(case), rated.as_ref(), &clerk.by(), world.region.ratings.days(), world.now());
    Ok(turn.map(|turn| (rated, turn)))
}

#[allow(clippy::too_many_arguments)]
pub async fn note_rating(
    world: &World,
    caller: &Caller,
    person: &str,
    reference: &str,
    stage: Stage,
    level: Level,
    why: Why,
    how: How,
    once: Option<Change>,
) -> AppResult<Rating> {
    let clerk = Clerk::of(caller)?;
    let (subject, ties) = at_desk::person(world, clerk, person).await?;
    let reference = promise::read_reference(reference).ok_or(AppError::NotFound)?;
    let case = world.store.case_by_reference(&reference).await?.filter(|c| c.subject == subject.id).ok_or(AppError::NotFound)?;
    let (rated, turn) = match judged(world, clerk, &subject, ties, &case, stage).await? {
        Ok(found) => found,
        Err(refusal) => {
            at_desk::refused(world, clerk, &subject, "refused-note-rating", subject.id.as_str(), refusal).await?;
            return Err(refusal.into());
        }
    };
    let by = match how {
        How::Phone => By::Staff(clerk.staff.id.clone()),
        How::Counter => By::Counter(clerk.staff.id.clone()),
    };
    let said = if level.bad() { why.put(bare(level, by.clone(), world)) } else { bare(level, by.clone(), world) };
    let rating = said_now(world, &case, stage, rated, turn, said).await?;
    let mut changes =
        vec![Change::SaveRating(Box::new(rating.clone())), written_down(world, by, &subject, "note-rating", &rating, how.key())];
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(rating)
}
