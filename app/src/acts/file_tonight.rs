//! Tonight in hospital: somebody with a verified name files for an elder whose card she has in hand.
//! In force at once; nothing about the elder is shown back; known and unknown cards get the same answer.

use super::submit_draft::{Way, file};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Verified, World};
use domain::case::draft::Purpose;
use domain::case::{Channel, Draft, DraftState};
use domain::catalog::{Answers, ItemCode};
use domain::ids::DraftId;
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::person::{IdNumber, Name};
use domain::refusal::Refusal;
use std::collections::BTreeMap;

/// At most so many filings for others by one person in a day.
const PER_DAY: u64 = 3;

/// What stands on the elder's card, and what happened.
#[derive(Debug, Clone)]
pub struct TonightForm {
    pub name: Name,
    pub id_number: IdNumber,
    /// Answers of the ordinary filing; only `emergency` and `temporary` can be filed this way.
    pub answers: Answers,
}

pub async fn file_tonight(world: &World, caller: &Caller, form: TonightForm, once: impl Fn(&str) -> Option<Change>) -> AppResult<()> {
    let filer = caller.person().ok_or(AppError::SignIn)?;
    may(&caller.actor(), filer.subject(), Act::FileTonight, world.now())?;
    let item = ItemCode::OutOfArea.item().ok_or(AppError::NotFound)?;
    if !item.tonight.is_some_and(|tonight| tonight(&form.answers)) {
        return Err(AppError::NotFound);
    }
    let day_ago = world.now().checked_sub(jiff::SignedDuration::from_hours(24)).unwrap_or_else(|_| world.now());
    if world.store.attempts("tonight", filer.id.as_str(), day_ago).await? >= PER_DAY {
        return Err(Refusal::AskedTooOften.into());
    }
    let attempt = Change::Attempt { kind: "tonight".into(), who: filer.id.as_str().to_owned(), at: world.now() };
    let found = world.store.person_by_number(&form.id_number).await?;
    let by = By::Bystander(filer.id.clone());
    let matches =
        found.filter(|p| p.alive && p.insured && p.id != filer.id && p.verified != Verified::No && p.name.equals_loosely(&form.name));
    let Some(elder) = matches else {
        // The same answer; the attempt is kept for the limit and for whoever asks at the desk.
        let mut changes = vec![attempt, tell::ledger(world, by, filer, "tonight-unmatched", "", item.code.slug(), "")];
        changes.extend(once("/tonight/done"));
        world.store.commit(changes).await?;
        return Ok(());
    };
    let now = world.now();
    let draft = Draft {
        id: DraftId::new(world.new_id()),
        item: item.code,
        item_version: item.version,
        purpose: Purpose::Tonight,
        subject: elder.id.clone(),
        begun_by: by.clone(),
        state: DraftState::Open,
        typed_by: form.answers.0.keys().map(|k| (k.clone(), by.clone())).collect::<BTreeMap<_, _>>(),
        answers: form.answers,
        papers: Vec::new(),
        promised_later: Vec::new(),
        shared: Vec::new(),
        created_at: now,
        updated_at: now,
        version: 0,
    };
    file(
        world,
        by,
        Way { channel: Channel::Tonight, taken_at: None },
        draft,
        &elder,
        true,
        |_| once("/tonight/done"),
        |_| vec![attempt.clone()],
    )
    .await?;
    Ok(())
}
