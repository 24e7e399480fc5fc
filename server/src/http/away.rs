//! Doors of absence: one's own, a clerk's by her supervisor.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::be_away;
use app::error::{AppError, AppResult};
use app::pages::desk::away::{self, AwayPage, NOBODY};
use app::ui::FieldError;
use domain::catalog::field::{half_width_digits, outer_trim};
use domain::refusal::Refusal;
use jiff::civil::Date;

fn whose(visit: &Visit) -> Option<&str> {
    Some(visit.param("staff")).filter(|id| !id.is_empty())
}

fn here(visit: &Visit) -> String {
    whose(visit).map_or_else(|| "/staff/away".to_owned(), |id| format!("/staff/away/{id}"))
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(page(&visit, Vec::new()).await?)) })
}

async fn page(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let of = be_away::away_of(&visit.world, &visit.caller, whose(visit)).await?;
    let all = be_away::who_is_away(&visit.world, &visit.caller).await?;
    let desk = visit.world.region.desk_name(of.whose.desk.as_str());
    let kept = visit.query.contains_key("kept");
    Ok(away::page(&visit.cx, &AwayPage { of: &of, desk, all: all.as_deref(), typed: visit.form.raw(), errors, kept }))
}

pub fn set(visit: Visit) -> Handled {
    Box::pin(async move {
        let to = format!("{}?kept=yes", here(&visit));
        if visit.form.has("back") {
            be_away::come_back(&visit.world, &visit.caller, whose(&visit), visit.once(&to)).await?;
            return Ok(Answer::see(to));
        }
        let (from, until, who) = (day(&visit, "from"), day(&visit, "until"), visit.form.get("stand-in").to_owned());
        let (Some(from), Some(until), false) = (from, until, who.is_empty()) else {
            let missing = [("from", from.is_none()), ("until", until.is_none()), ("stand-in", who.is_empty())];
            let missing = missing.into_iter().filter(|(_, is)| *is);
            let errors = missing.map(|(name, _)| FieldError::new(name, visit.cx.t(&format!("away-error-{name}")))).collect();
            return Ok(Answer::again(page(&visit, errors).await?));
        };
        let stand_in = Some(who.as_str()).filter(|who| *who != NOBODY);
        match be_away::set_away(&visit.world, &visit.caller, whose(&visit), (from, until), stand_in, visit.once(&to)).await {
            Ok(()) => Ok(Answer::see(to)),
            Err(AppError::Refused(refusal @ (Refusal::AwayDays | Refusal::StandsIn | Refusal::StandInNot))) => {
                let field = if refusal == Refusal::StandInNot { "stand-in" } else { "from" };
                let errors = vec![FieldError::new(field, visit.cx.t(refusal.key()))];
                Ok(Answer::again(page(&visit, errors).await?))
            }
            Err(error) => Err(error),
        }
    })
}

/// Three boxes; anything that is no day is no date.
fn day(visit: &Visit, name: &str) -> Option<Date> {
    let part = |part: &str| half_width_digits(outer_trim(visit.form.get(&format!("{name}_{part}"))));
    Date::new(part("year").parse().ok()?, part("month").parse().ok()?, part("day").parse().ok()?).ok()
}
