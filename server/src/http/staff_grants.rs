//! The counter's doors to a family grant: look, record what the elder said.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::delegated::letter_need;
use app::acts::record_consent::{How, Recorded, record_consent, see_grant};
use app::error::{AppError, AppResult};
use app::pages::staff_grant;
use app::ports::PortError;
use app::ui::FieldError;
use domain::family::{GrantAct, guardian};
use domain::refusal::Refusal;
use domain::review::Tier;

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(shown(&visit, Vec::new()).await?)) })
}

async fn shown(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let view = see_grant(&visit.world, &visit.caller, visit.param("grant")).await?;
    let page = staff_grant::StaffGrantPage {
        view: &view,
        child: guardian::is_child(&view.elder.id_number, visit.world.today()),
        shown: visit.form.all("shown"),
        how: visit.form.get("how").to_owned(),
        there: visit.form.all("there"),
        letter: letter_need(&visit.world, &view.grant),
        county: visit.caller.staff().is_some_and(|(_, reviewer)| reviewer.tier == Tier::County),
        errors,
        done: visit.query.contains_key("done"),
        moved: visit.query.contains_key("moved"),
    };
    Ok(staff_grant::page(&visit.cx, &page))
}

/// `agree` and `refuse` are paths of their own; after that one form whose button names the act.
fn asked_for(visit: &Visit) -> Result<GrantAct, AppError> {
    let word = match visit.param("act") {
        "change" => visit.form.get("act"),
        other => other,
    };
    let known = [
        GrantAct::Agree,
        GrantAct::Refuse,
        GrantAct::Pause,
        GrantAct::Resume,
        GrantAct::End,
        GrantAct::Dispute,
        GrantAct::Clear,
        GrantAct::See,
    ];
    known.into_iter().find(|act| act.key() == word).ok_or(AppError::NotFound)
}

pub fn act(visit: Visit) -> Handled {
    Box::pin(async move {
        let act = asked_for(&visit)?;
        let here = |mark: &str| format!("/staff/grants/{}{mark}", visit.param("grant"));
        // A yes is said to somebody's face.
        let how = How::from_key(visit.form.get("how")).filter(|how| act != GrantAct::Agree || *how != How::Phone);
        let Some(how) = how else {
            let words = if act == GrantAct::Agree { "staff-grant-error-where" } else { "staff-grant-error-how" };
            return Ok(Answer::again(shown(&visit, vec![FieldError::new("how", visit.cx.t(words))]).await?));
        };
        let recorded = Recorded { shown: visit.form.all("shown"), how, there: visit.form.all("there") };
        let once = visit.once(&here("?done=1"));
        match record_consent(&visit.world, &visit.caller, visit.param("grant"), act, recorded, once).await {
            Ok(()) => Ok(Answer::see(here("?done=1"))),
            Err(AppError::Refused(Refusal::CardNotChecked)) => {
                let view = see_grant(&visit.world, &visit.caller, visit.param("grant")).await?;
                let child = guardian::is_child(&view.elder.id_number, visit.world.today());
                let words = if child { "staff-grant-error-guardian" } else { "staff-grant-error-card" };
                let error = FieldError::new("shown", visit.cx.t(words));
                Ok(Answer::again(shown(&visit, vec![error]).await?))
            }
            Err(AppError::Refused(Refusal::LetterMissing)) => {
                Ok(Answer::again(shown(&visit, vec![FieldError::new("", visit.cx.t("staff-grant-error-letter"))]).await?))
            }
            Err(AppError::Refused(Refusal::ReasonNeeded)) => {
                Ok(Answer::again(shown(&visit, vec![FieldError::new("there", visit.cx.t("staff-grant-error-there"))]).await?))
            }
            Err(AppError::Refused(no @ (Refusal::NoPlaceLeft | Refusal::HelperIsFull | Refusal::HelperIsFullThisMonth))) => {
                Ok(Answer::again(shown(&visit, vec![FieldError::new("", visit.cx.t(no.key()))]).await?))
            }
            Err(AppError::Unavailable(PortError::Conflict(_)))
            | Err(AppError::Refused(Refusal::NotInThisState | Refusal::GrantExpired)) => Ok(Answer::see(here("?moved=1"))),
            Err(error) => Err(error),
        }
    })
}
