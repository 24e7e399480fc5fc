//! The five questions of the 满意度问卷: one answer more, and nothing about who gave it.

use crate::acts::at_desk::Clerk;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::judge::{Act, Subject, may};
use domain::rating::{Answer, Question, SurveyCount};
use jiff::SignedDuration;

/// Nobody counts twice within a day; the note of it names nobody and goes by itself.
pub async fn answer(world: &World, caller: &Caller, question: Question, answer: Answer, once: Option<Change>) -> AppResult<()> {
    let person = caller.person().ok_or(AppError::SignIn)?;
    let (kind, now) = (format!("survey-{}", question.key()), world.now());
    let who = world.seals.lookup("survey", person.id.as_str());
    let since = now.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    let mut changes: Vec<Change> = once.into_iter().collect();
    if world.store.attempts(&kind, &who, since).await? == 0 {
        changes.push(Change::CountAnswer { question, answer });
        changes.push(Change::Attempt { kind, who, at: now });
    }
    Ok(world.store.commit(changes).await?)
}

/// For supervisors; none for everybody else.
pub async fn counts(world: &World, caller: &Caller) -> AppResult<Option<Vec<SurveyCount>>> {
    let clerk = Clerk::of(caller)?;
    let nobody = domain::ids::PersonId::new("");
    let subject = Subject { id: &nobody, village: &clerk.reviewer.desk, alive: true, insured: true };
    if may(&clerk.actor(), subject, Act::Supervise, world.now()).is_err() {
        return Ok(None);
    }
    Ok(Some(world.store.survey_counts().await?))
}
