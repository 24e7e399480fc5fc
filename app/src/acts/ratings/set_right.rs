//! The tier above deals with a bad word: sees it, calls her, sets it right and asks her again. To the rated desk none of this
//! exists; each look is written down.

use super::{cut, not_for, written_down};
use crate::acts::at_desk::Clerk;
use crate::acts::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, PortError, World};
use domain::ids::{RatingId, StaffId};
use domain::judge::{Act, may};
use domain::notice::NoticeKind;
use domain::rating::{Call, Noted, Rating, Remedy};
use domain::refusal::Refusal;
use std::collections::{BTreeMap, BTreeSet};

const MOST: u64 = 200;

/// A bad word with the person who is to be called.
#[derive(Debug, Clone)]
pub struct ToSetRight {
    pub rating: Rating,
    pub person: Person,
}

/// What waits for this desk, the first to be due first. Her own family's is not in it, nor what is about her own step.
pub async fn to_set_right(world: &World, caller: &Caller) -> AppResult<Vec<ToSetRight>> {
    let clerk = Clerk::of(caller)?;
    let mut all = Vec::new();
    for rating in world.store.ratings_to_handle(&clerk.reviewer.desk, MOST).await? {
        if let Ok(one) = judged(world, clerk, rating).await {
            all.push(one);
        }
    }
    Ok(all)
}

async fn judged(world: &World, clerk: Clerk<'_>, rating: Rating) -> AppResult<ToSetRight> {
    let person = world.store.person(&rating.subject).await?.ok_or(AppError::NotFound)?;
    let ties = world.store.ties(clerk.staff, &person.id).await?;
    may(&clerk.actor(), person.subject(), Act::SetRight { rating: &rating, ties }, world.now())?;
    Ok(ToSetRight { rating, person })
}

async fn load(world: &World, clerk: Clerk<'_>, id: &str) -> AppResult<ToSetRight> {
    let rating = world.store.rating(&RatingId::new(id)).await?.filter(|r| r.remedy.is_some()).ok_or(AppError::NotFound)?;
    judged(world, clerk, rating).await
}

/// One of them, with her telephone.
pub async fn see(world: &World, caller: &Caller, id: &str) -> AppResult<ToSetRight> {
    let clerk = Clerk::of(caller)?;
    let one = load(world, clerk, id).await?;
    let look = written_down(world, clerk.by(), &one.person, "see-rating", &one.rating, "");
    world.store.commit(vec![look]).await?;
    Ok(one)
}

/// Display names of those who called and of whoever set it right.
pub async fn clerks(world: &World, rating: &Rating) -> AppResult<BTreeMap<StaffId, String>> {
    let mut ids = BTreeSet::new();
    for task in rating.earlier.iter().map(|round| &round.remedy).chain(&rating.remedy) {
        ids.extend(task.calls.iter().map(|call| call.by.clone()));
        ids.extend(task.set_right.iter().map(|noted| noted.by.clone()));
    }
    let mut names = BTreeMap::new();
    for id in ids {
        let name = world.store.staff(&id).await?.map(|s| s.display_name).unwrap_or_default();
        names.insert(id, name);
    }
    Ok(names)
}

/// Somebody called. `words`: what she said; only the tier above reads it.
pub async fn note_call(world: &World, caller: &Caller, id: &str, reached: bool, words: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    if reached && cut(words).is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    let one = load(world, clerk, id).await?;
    let call = Call { by: clerk.staff.id.clone(), at: world.now(), reached, words: cut(words) };
    let tries = world.region.ratings.call_tries.value;
    change(world, clerk, one, "call-about-rating", once, |task| task.note_call(call, tries)).await.map(drop)
}

/// It is set right: she is told, reads what was done and says whether it helped.
pub async fn set_right(world: &World, caller: &Caller, id: &str, words: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let one = load(world, clerk, id).await?;
    let unwanted = one.rating.said.call == Some(false);
    let noted = Noted { by: clerk.staff.id.clone(), at: world.now(), words: cut(words) };
    let told = [("item", one.rating.item.slug().to_owned()), ("reference", promise::grouped(&one.rating.reference)), not_for(&one.rating)];
    let also = tell::tell(world, &one.person, NoticeKind::RatingSetRight, &told).into_iter().chain(once);
    change(world, clerk, one, "set-right-rating", also, |task| task.correct(noted, unwanted)).await
}

/// She has not answered in her days.
pub async fn close(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let one = load(world, clerk, id).await?;
    let (days, now) = (world.region.ratings.change_days.value, world.now());
    change(world, clerk, one, "close-rating", once, |task| task.close(days, now)).await
}

async fn change(
    world: &World,
    clerk: Clerk<'_>,
    one: ToSetRight,
    act: &str,
    also: impl IntoIterator<Item = Change>,
    alter: impl FnOnce(&mut Remedy) -> Result<(), Refusal>,
) -> AppResult<()> {
    let ToSetRight { mut rating, person } = one;
    alter(rating.remedy.as_mut().ok_or(AppError::NotFound)?)?;
    let note = written_down(world, clerk.by(), &person, act, &rating, "");
    let mut changes = vec![Change::SaveRating(Box::new(rating)), note];
    changes.extend(also);
    match world.store.commit(changes).await {
        // She changed her word in this very moment, or a colleague was quicker: look again first.
        Err(PortError::Conflict(_)) => Err(Refusal::NotInThisState.into()),
        other => Ok(other?),
    }
}
