//! Doors of legal guardians: the counter takes a request in with its proof, the county decides. Nothing is decided here.

use super::answer::Answer;
use super::grant_sheets::keep;
use super::visit::{Handled, Visit};
use app::acts::claim_guardian::{self, Answered};
use app::acts::grant_papers::{Sheet, see_sheets, sheets};
use app::error::{AppError, AppResult};
use app::pages::staff_claim::{self, DecisionPage};
use app::pages::staff_guardian::{self, GuardianPage};
use app::ports::PortError;
use app::ui::FieldError;
use domain::family::claim::proves_legal_guardian;
use domain::family::{Capacity, ClaimNo};
use domain::refusal::Refusal;

fn here(visit: &Visit, mark: &str) -> String {
    format!("/staff/grants/{}{mark}", visit.param("grant"))
}

pub fn guardian(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(guardian_page(&visit, Vec::new()).await?)) })
}

async fn guardian_page(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let view = see_sheets(&visit.world, &visit.caller, visit.param("grant")).await?;
    if !view.grant.state.waits_for_her() {
        return Err(Refusal::NotInThisState.into());
    }
    let family = &visit.world.region.family;
    let page = GuardianPage {
        view: &view,
        capacity: visit.form.get("capacity").to_owned(),
        shown: visit.form.all("shown"),
        days: family.guardian_working_days.value,
        months: family.guardian_months.value,
        errors,
    };
    Ok(staff_guardian::page(&visit.cx, &page))
}

pub fn proof(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let to = here(&visit, "/guardian");
        match keep(&mut visit, Sheet::Proof, &to).await? {
            None => Ok(Answer::see(to)),
            Some(words) => Ok(Answer::again(guardian_page(&visit, vec![FieldError::new("paper", words)]).await?)),
        }
    })
}

pub fn take(visit: Visit) -> Handled {
    Box::pin(async move {
        let shown = visit.form.all("shown");
        let capacity = Capacity::from_key(visit.form.get("capacity"));
        let view = see_sheets(&visit.world, &visit.caller, visit.param("grant")).await?;
        let wrong = [
            ("paper", "guardian-error-photo", sheets(&view.grant, Sheet::Proof).count() == 0),
            ("capacity", "guardian-error-capacity", capacity.is_none()),
            ("shown", "guardian-error-shown", !proves_legal_guardian(shown.iter().map(String::as_str))),
        ];
        let errors: Vec<_> =
            wrong.into_iter().filter(|(_, _, wrong)| *wrong).map(|(field, key, _)| FieldError::new(field, visit.cx.t(key))).collect();
        let waits = view.grant.state.waits_for_her();
        let (Some(capacity), true) = (capacity, errors.is_empty()) else {
            return if waits { Ok(Answer::again(guardian_page(&visit, errors).await?)) } else { Ok(Answer::see(here(&visit, "?moved=1"))) };
        };
        let once = visit.once(&here(&visit, "?done=1"));
        let taken = claim_guardian::take_claim(&visit.world, &visit.caller, visit.param("grant"), capacity, &shown, once).await;
        settle(taken, here(&visit, "?done=1"), here(&visit, "?moved=1"))
    })
}

/// Done, or too late: then the page shows how things stand.
fn settle(done: AppResult<()>, to: String, late: String) -> Result<Answer, AppError> {
    match done {
        Ok(()) => Ok(Answer::see(to)),
        Err(AppError::Unavailable(PortError::Conflict(_))) | Err(AppError::Refused(Refusal::NotInThisState | Refusal::GrantExpired)) => {
            Ok(Answer::see(late))
        }
        Err(error) => Err(error),
    }
}

pub fn claims(visit: Visit) -> Handled {
    Box::pin(async move {
        let waiting = claim_guardian::list_claims(&visit.world, &visit.caller).await?;
        Ok(Answer::page(staff_claim::list(&visit.cx, &waiting)))
    })
}

pub fn decision(visit: Visit) -> Handled {
    Box::pin(async move { decision_page(&visit, Vec::new()).await })
}

/// What was decided in the meantime is shown on the page of the grant.
async fn decision_page(visit: &Visit, errors: Vec<FieldError>) -> AppResult<Answer> {
    let (view, taken_by) = claim_guardian::see_claim(&visit.world, &visit.caller, visit.param("grant")).await?;
    if view.grant.state != domain::family::GrantState::WaitingForDecision {
        return Ok(Answer::see(here(visit, "")));
    }
    let until = claim_guardian::last_day_of_yes(&visit.world, &view);
    let wrong = !errors.is_empty();
    let page = DecisionPage { view: &view, taken_by, until, reason: visit.form.get("reason").to_owned(), errors };
    let html = staff_claim::page(&visit.cx, &page);
    Ok(if wrong { Answer::again(html) } else { Answer::page(html) })
}

pub fn decide(visit: Visit) -> Handled {
    Box::pin(async move {
        let answer = match (visit.form.get("answer"), ClaimNo::from_key(visit.form.get("reason"))) {
            ("yes", _) => Answered::Yes,
            ("no", Some(no)) => Answered::No(no),
            ("no", None) => return decision_page(&visit, vec![FieldError::new("reason", visit.cx.t("claim-error-reason"))]).await,
            _ => return Err(AppError::NotFound),
        };
        let once = visit.once(&here(&visit, "?done=1"));
        match claim_guardian::decide_claim(&visit.world, &visit.caller, visit.param("grant"), answer, once).await {
            // No place left with one of the two: read here, decided later.
            Err(AppError::Refused(no @ (Refusal::NoPlaceLeft | Refusal::HelperIsFull | Refusal::HelperIsFullThisMonth))) => {
                decision_page(&visit, vec![FieldError::new("", visit.cx.t(no.key()))]).await
            }
            done => settle(done, here(&visit, "?done=1"), here(&visit, "?moved=1")),
        }
    })
}
