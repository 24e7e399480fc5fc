//! Beginning to help: the whole number of the card, card and face looked at, and the first two-digit number.
//! Unknown people and people of another area get the same answer, and whoever guesses numbers is stopped.

use super::{Worker, compare, note, own_phone};
use crate::acts::{limits, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Present, SessionOf, World};
use domain::assist::{About, AssistedAct, Beside, Told};
use domain::judge::{Act, Actor, Presence, may};
use domain::person::{IdNumber, IdNumberError};
use domain::refusal::Refusal;
use domain::review::Ties;
use jiff::SignedDuration;

/// Why nobody is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindNo {
    Number(IdNumberError),
    /// Not known, or insured elsewhere: told alike.
    Nobody,
}

const MISS: &str = "assist-miss";

/// The person of this card, in the assistant's area.
pub async fn find_beside(world: &World, caller: &Caller, typed: &str) -> AppResult<Result<Person, FindNo>> {
    let worker = Worker::of(caller)?;
    let number = match IdNumber::parse(typed, world.today()) {
        Ok(number) => number,
        Err(error) => return Ok(Err(FindNo::Number(error))),
    };
    let most = u64::from(world.region.assist.misses_per_quarter_hour.value);
    let misses = world.store.attempts(MISS, worker.staff.id.as_str(), limits::quarter_ago(world.now())).await?;
    if misses >= most {
        return Err(Refusal::TooManyMisses.into());
    }
    let found = match world.store.person_by_number(&number).await? {
        None => None,
        Some(person) => {
            let ties = world.store.ties(worker.staff, &person.id).await?;
            // Supposing that card and face are right: may she help her at all?
            let looked = Beside { face_checked: true, until: jiff::Timestamp::MAX, told: Told::Sheet, shown: None, same: Vec::new() };
            match judge(world, worker, &person, ties, true, &looked) {
                Ok(()) => Some(person),
                Err(Refusal::OtherArea | Refusal::NotYours) => None,
                Err(refusal) => return Err(no(world, worker, &person, refusal).await?),
            }
        }
    };
    match found {
        Some(person) => Ok(Ok(person)),
        None => {
            let county = worker.reviewer.desk.county();
            let note = tell::ledger_of_staff(world, worker.by(), county.as_str(), MISS, worker.staff.id.as_str(), "nobody-of-the-area");
            world.store.commit(vec![limits::attempt(world, MISS, worker.staff.id.as_str()), note]).await?;
            Ok(Err(FindNo::Nobody))
        }
    }
}

fn judge(world: &World, worker: Worker<'_>, person: &Person, ties: Ties, card_checked: bool, beside: &Beside) -> Result<(), Refusal> {
    let present = Some(Presence { person: &person.id, card_checked, beside });
    may(&Actor::Assistant { worker: worker.reviewer, present, ties }, person.subject(), Act::StandBeside, world.now())
}

/// What she may not is written down in the person's matter; a forgotten box is not.
async fn no(world: &World, worker: Worker<'_>, person: &Person, refusal: Refusal) -> AppResult<AppError> {
    if !matches!(refusal, Refusal::CardNotChecked | Refusal::FaceNotChecked) {
        let note = tell::ledger(world, worker.by(), person, "refused", person.id.as_str(), "assist-begin", refusal.key());
        world.store.commit(vec![note]).await?;
    }
    Ok(refusal.into())
}

/// What an assistant looked at before she began.
#[derive(Debug, Clone, Copy)]
pub struct Looked {
    pub card: bool,
    pub face: bool,
}

/// From here on the ordinary filing pages are open to her, once the numbers were the same.
pub async fn begin_beside(
    world: &World,
    caller: &Caller,
    typed: &str,
    looked: Looked,
    session: impl FnOnce(SessionOf) -> Vec<Change>,
) -> AppResult<Result<(), FindNo>> {
    let worker = Worker::of(caller)?;
    let person = match find_beside(world, caller, typed).await? {
        Ok(person) => person,
        Err(no) => return Ok(Err(no)),
    };
    let ties = world.store.ties(worker.staff, &person.id).await?;
    let minutes = SignedDuration::from_mins(i64::from(world.region.assist.beside_minutes.value));
    let until = world.now().saturating_add(minutes).unwrap_or(world.now());
    let phone = own_phone(world, worker.staff, &person).await?;
    let told = if phone.is_some() { Told::Phone } else { Told::Sheet };
    let mut beside = Beside { face_checked: looked.face, until, told, shown: None, same: Vec::new() };
    if let Err(refusal) = judge(world, worker, &person, ties, looked.card, &beside) {
        return Err(no(world, worker, &person, refusal).await?);
    }
    let (shown, text) = compare::draw(world, worker.staff, phone, About::Intake);
    beside.shown = Some(shown);
    let present = Present { person: person.id.clone(), card_checked: looked.card, beside: Some(beside) };
    let mut changes = session(SessionOf::Staff { staff: worker.staff.id.clone(), present: Some(present) });
    // Whoever was beside her before is not any more.
    if let Some(before) = caller.subject().filter(|p| p.id != person.id) {
        changes.push(tell::ledger(world, worker.by(), before, "end-intake", before.id.as_str(), "assist", ""));
    }
    changes.push(tell::ledger(world, worker.by(), &person, "begin-assist", person.id.as_str(), "assist", "card-and-face-checked"));
    changes.push(note::record(world, worker.staff, &person, AssistedAct::Begin, None, told));
    // Her phone gets the number; a second text about the same moment would only confuse.
    changes.extend(
        note::notice(world, worker.staff, &person, AssistedAct::Begin, None).into_iter().filter(|c| !matches!(c, Change::PutSms(_))),
    );
    changes.extend(text);
    world.store.commit(changes).await?;
    Ok(Ok(()))
}
