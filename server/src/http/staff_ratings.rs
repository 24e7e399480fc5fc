//! Doors of 好差评 at the desk: sums and tasks, one task, and writing down what she says by telephone.

use super::answer::Answer;
use super::ratings::read_why;
use super::visit::{Handled, Visit};
use app::acts::ratings::note::{How, notable, note_rating};
use app::acts::ratings::{late, set_right, sums, survey};
use app::error::{AppError, AppResult};
use app::pages::desk::rating_note::{self, NotePage, Typed};
use app::pages::desk::ratings::{self, LateBelow, RatingsPage};
use app::pages::desk::remedy::{self, RemedyPage};
use app::ui::FieldError;
use domain::rating::{Level, Stage};
use domain::refusal::Refusal;

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move {
        let (world, caller) = (&visit.world, &visit.caller);
        let waiting = set_right::to_set_right(world, caller).await?;
        let own = sums::own_sums(world, caller).await?;
        let counts = survey::counts(world, caller).await?;
        let name = |area: &domain::ids::AreaCode| world.region.desk_name(area.as_str());
        let below = late::late_below(world, caller).await?;
        let late: Vec<LateBelow> = below
            .iter()
            .map(|r| LateBelow {
                handler: name(&r.handler()),
                rated: name(&r.desk),
                item: r.item,
                due: r.remedy.as_ref().and_then(|task| task.due()),
            })
            .collect();
        let page = RatingsPage {
            late: &late,
            sums: own.as_ref(),
            least: world.region.ratings.least_people.value,
            desks: waiting.iter().map(|one| world.region.desk_name(one.rating.desk.as_str())).collect(),
            waiting: &waiting,
            survey: counts.as_deref(),
            today: world.today(),
        };
        Ok(Answer::page(ratings::page(&visit.cx, &page)))
    })
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(shown(&visit, Vec::new()).await?)) })
}

async fn shown(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let one = set_right::see(&visit.world, &visit.caller, visit.param("rating")).await?;
    let names = set_right::clerks(&visit.world, &one.rating).await?;
    let noted = one.rating.remedy.as_ref().and_then(|task| task.set_right.as_ref());
    let days = visit.world.region.ratings.change_days.value;
    let closes = noted.is_some_and(|noted| domain::rating::over(noted.at, days, visit.now));
    let typed = ["reached", "said", "done"].map(|name| (name, visit.form.get(name).to_owned()));
    let page = RemedyPage {
        desk: visit.world.region.desk_name(one.rating.desk.as_str()),
        one: &one,
        names: &names,
        typed: typed.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        errors,
        closes,
    };
    Ok(remedy::page(&visit.cx, &page))
}

fn here(visit: &Visit) -> String {
    format!("/staff/ratings/{}", visit.param("rating"))
}

/// Back to the task, or the same page with what was missing.
async fn moved(visit: &Visit, field: &str, key: &str, done: AppResult<()>) -> Result<Answer, AppError> {
    match done {
        Ok(()) => Ok(Answer::see(here(visit))),
        Err(AppError::Refused(Refusal::ReasonNeeded)) => {
            let errors = vec![FieldError::new(field, visit.cx.t(key))];
            Ok(Answer::again(shown(visit, errors).await?))
        }
        Err(other) => Err(other),
    }
}

pub fn call(visit: Visit) -> Handled {
    Box::pin(async move {
        let reached = match visit.form.get("reached") {
            "yes" => true,
            "no" => false,
            _ => {
                let errors = vec![FieldError::new("reached", visit.cx.t("desk-remedy-error-reached"))];
                return Ok(Answer::again(shown(&visit, errors).await?));
            }
        };
        let (world, caller, id) = (&visit.world, &visit.caller, visit.param("rating"));
        let done = set_right::note_call(world, caller, id, reached, visit.form.get("said"), visit.once(&here(&visit))).await;
        moved(&visit, "said", "desk-remedy-error-said", done).await
    })
}

pub fn correct(visit: Visit) -> Handled {
    Box::pin(async move {
        let (world, caller, id) = (&visit.world, &visit.caller, visit.param("rating"));
        let done = set_right::set_right(world, caller, id, visit.form.get("done"), visit.once(&here(&visit))).await;
        moved(&visit, "done", "desk-remedy-error-done", done).await
    })
}

pub fn close(visit: Visit) -> Handled {
    Box::pin(async move {
        set_right::close(&visit.world, &visit.caller, visit.param("rating"), visit.once("/staff/ratings")).await?;
        Ok(Answer::see("/staff/ratings"))
    })
}

pub fn note(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(note_page(&visit, Vec::new()).await?)) })
}

async fn note_page(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let (person, all) = notable(&visit.world, &visit.caller, visit.param("person")).await?;
    let form = &visit.form;
    let typed = Typed {
        step: form.get("step").to_owned(),
        level: form.get("level").to_owned(),
        reasons: form.all("reason"),
        words: form.get("words").to_owned(),
        call: form.get("call").to_owned(),
        how: form.get("how").to_owned(),
    };
    let kept = visit.query.contains_key("kept");
    Ok(rating_note::page(&visit.cx, &NotePage { person: &person, all: &all, typed, errors, kept }))
}

pub fn note_do(visit: Visit) -> Handled {
    Box::pin(async move {
        let how = How::from_key(visit.form.get("how"));
        let step = visit.form.get("step").split_once('-').and_then(|(number, stage)| Some((number, Stage::from_key(stage)?)));
        let level = Level::from_key(visit.form.get("level"));
        let (Some(how), Some((number, stage)), Some(level)) = (how, step, level) else {
            let missing = [("how", how.is_none()), ("step", step.is_none()), ("level", level.is_none())];
            let missing = missing.into_iter().filter(|(_, is)| *is);
            let errors = missing.map(|(name, _)| FieldError::new(name, visit.cx.t(&format!("desk-note-error-{name}")))).collect();
            return Ok(Answer::again(note_page(&visit, errors).await?));
        };
        let to = format!("/staff/people/{}/rating?kept=yes", visit.param("person"));
        let (world, caller, person) = (&visit.world, &visit.caller, visit.param("person"));
        note_rating(world, caller, person, number, stage, level, read_why(&visit.form), how, visit.once(&to)).await?;
        Ok(Answer::see(to))
    })
}
