//! Doors of 「可疑情况」, for supervisors: the list, one finding, what she says about it.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::{decide_finding, see_findings};
use app::error::{AppError, AppResult};
use app::pages::desk::watch::{self, FindingPage};
use app::ports::PortError;
use app::ui::FieldError;
use domain::catalog::field::outer_trim;
use domain::family::watch::Verdict;
use domain::refusal::Refusal;

/// So much of a note is kept.
const MOST_WORDS: usize = 300;

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move {
        let all = see_findings::see_findings(&visit.world, &visit.caller).await?;
        Ok(Answer::page(watch::list(&visit.cx, &all, visit.world.region.family.watch.value)))
    })
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(shown(&visit, Vec::new()).await?)) })
}

async fn shown(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let (view, names) = see_findings::see_finding(&visit.world, &visit.caller, visit.param("finding")).await?;
    let page = FindingPage {
        view: &view,
        names: &names,
        limits: visit.world.region.family.watch.value,
        typed: visit.form.get("words").to_owned(),
        errors,
        done: visit.query.contains_key("done"),
        moved: visit.query.contains_key("moved"),
    };
    Ok(watch::one(&visit.cx, &page))
}

pub fn decide(visit: Visit) -> Handled {
    Box::pin(async move {
        let verdict = Verdict::from_key(visit.form.get("verdict")).ok_or(AppError::NotFound)?;
        let words: String = outer_trim(visit.form.get("words")).chars().take(MOST_WORDS).collect();
        let here = |mark: &str| format!("/staff/watch/{}{mark}", visit.param("finding"));
        let once = visit.once(&here("?done=1"));
        match decide_finding::decide_finding(&visit.world, &visit.caller, visit.param("finding"), verdict, &words, once).await {
            Ok(()) => Ok(Answer::see(here("?done=1"))),
            Err(AppError::Refused(Refusal::ReasonNeeded)) => {
                let error = FieldError::new("words", visit.cx.t("watch-error-words"));
                Ok(Answer::again(shown(&visit, vec![error]).await?))
            }
            Err(AppError::Unavailable(PortError::Conflict(_))) => Ok(Answer::see(here("?moved=1"))),
            Err(error) => Err(error),
        }
    })
}
