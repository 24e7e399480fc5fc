//! The doors of 好差评 for her and her helper, and of the survey.

use super::answer::Answer;
use super::form::Form;
use super::visit::{Handled, Visit};
use app::acts::ratings::{MOST_WORDS, Why, give, survey};
use app::error::{AppError, AppResult};
use app::pages::{rating, survey as survey_pages};
use app::ui::FieldError;
use domain::rating::{Answer as Given, Level, Question, Rating, Reason, Stage, Turn};
use jiff::SignedDuration;

/// One step only: straight to its faces.
pub fn steps(visit: Visit) -> Handled {
    Box::pin(async move {
        let (case, steps) = give::steps(&visit.world, &visit.caller, visit.param("reference")).await?;
        if let [only] = &steps[..]
            && only.turn == Ok(Turn::First)
        {
            return Ok(Answer::see(format!("{}/{}", rating::path(&case.reference), only.stage.key())));
        }
        Ok(Answer::page(rating::steps(&visit.cx, &case, &steps)))
    })
}

fn stage(visit: &Visit) -> AppResult<Stage> {
    Stage::from_key(visit.param("stage")).ok_or(AppError::NotFound)
}

/// Of this step; `more` is what follows it.
fn here(visit: &Visit, stage: Stage, more: &str) -> String {
    format!("{}/{}{more}", rating::path(visit.param("reference")), stage.key())
}

pub fn ask(visit: Visit) -> Handled {
    Box::pin(async move {
        let stage = stage(&visit)?;
        let (case, step) = give::step(&visit.world, &visit.caller, visit.param("reference"), stage).await?;
        if step.turn.is_err() {
            // The list says why, beside the other steps.
            return Ok(Answer::page(rating::steps(&visit.cx, &case, &[step])));
        }
        Ok(Answer::page(rating::ask(&visit.cx, &rating::AskPage { case: &case, step: &step, errors: Vec::new() })))
    })
}

pub fn say(visit: Visit) -> Handled {
    Box::pin(async move {
        let stage = stage(&visit)?;
        let reference = visit.param("reference");
        let Some(level) = Level::from_key(visit.form.get("level")) else {
            let (case, step) = give::step(&visit.world, &visit.caller, reference, stage).await?;
            let errors = vec![FieldError::new("level", visit.cx.t("rating-error-none"))];
            return Ok(Answer::again(rating::ask(&visit.cx, &rating::AskPage { case: &case, step: &step, errors })));
        };
        let more = if level.bad() { "/why" } else { "/done" };
        let said = give::rate(&visit.world, &visit.caller, reference, stage, level, visit.once(&here(&visit, stage, more))).await?;
        // Asked why once; the second time she only says whether it helped.
        let more = if said.again.is_some() || !said.earlier.is_empty() { "/done" } else { more };
        Ok(Answer::see(here(&visit, stage, more)))
    })
}

/// What this reader said about the step; who has said nothing is asked first.
async fn own(visit: &Visit, stage: Stage) -> AppResult<Result<(domain::case::Case, Rating, bool), Answer>> {
    let (case, step) = give::step(&visit.world, &visit.caller, visit.param("reference"), stage).await?;
    let changes = step.turn == Ok(Turn::Change);
    Ok(match step.rating {
        Some(rating) => Ok((case, rating, changes)),
        None => Err(Answer::see(here(visit, stage, ""))),
    })
}

pub fn why(visit: Visit) -> Handled {
    Box::pin(async move {
        let stage = stage(&visit)?;
        let (case, rating, changes) = match own(&visit, stage).await? {
            Ok(found) => found,
            Err(first) => return Ok(first),
        };
        if !changes || !rating.said.level.bad() {
            return Ok(Answer::see(here(&visit, stage, "/done")));
        }
        let phone = visit.caller.subject().and_then(|p| p.phone.as_ref()).map(|phone| phone.masked());
        let said = rating.said;
        let why = Why { reasons: said.reasons, words: said.words, call: said.call };
        Ok(Answer::page(rating::why(&visit.cx, &rating::WhyPage { case: &case, stage, why, phone })))
    })
}

/// Ticks, words and the wish to be called, from a form.
pub(super) fn read_why(form: &Form) -> Why {
    let reasons = form.all("reason").iter().filter_map(|key| Reason::from_key(key)).collect();
    let call = match form.get("call") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Why { reasons, words: form.get("words").chars().take(MOST_WORDS).collect(), call }
}

pub fn say_why(visit: Visit) -> Handled {
    Box::pin(async move {
        let stage = stage(&visit)?;
        let to = here(&visit, stage, "/done");
        give::say_why(&visit.world, &visit.caller, visit.param("reference"), stage, read_why(&visit.form), visit.once(&to)).await?;
        Ok(Answer::see(to))
    })
}

pub fn done(visit: Visit) -> Handled {
    Box::pin(async move {
        let stage = stage(&visit)?;
        let (case, rating, changes) = match own(&visit, stage).await? {
            Ok(found) => found,
            Err(first) => return Ok(first),
        };
        let days = SignedDuration::from_hours(24 * i64::from(visit.world.region.ratings.change_days.value));
        let change_until = changes.then(|| rating.at.saturating_add(days).unwrap_or(rating.at));
        Ok(Answer::page(rating::done(&visit.cx, &rating::DonePage { case: &case, rating: &rating, change_until })))
    })
}

fn question(visit: &Visit) -> AppResult<Question> {
    Question::from_key(visit.param("question")).ok_or(AppError::NotFound)
}

pub fn survey(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(survey_pages::ask(&visit.cx, question(&visit)?, &[]))) })
}

pub fn survey_answer(visit: Visit) -> Handled {
    Box::pin(async move {
        let question = question(&visit)?;
        let Some(given) = Given::from_key(visit.form.get("answer")) else {
            let errors = [FieldError::new("answer", visit.cx.t("survey-error-none"))];
            return Ok(Answer::again(survey_pages::ask(&visit.cx, question, &errors)));
        };
        let to = question.next().map_or_else(|| "/survey/done".to_owned(), |next| format!("/survey/{}", next.key()));
        survey::answer(&visit.world, &visit.caller, question, given, visit.once(&to)).await?;
        Ok(Answer::see(to))
    })
}

pub fn survey_done(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(survey_pages::done(&visit.cx))) })
}
