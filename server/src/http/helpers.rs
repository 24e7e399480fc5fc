//! Doors of the elder: who helps me, what each asks for, and my answer. Whoever comes too late sees the present state.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::codes::SignInNo;
use app::acts::{agree_grant, no_place, rule_grant, see_family};
use app::error::{AppError, AppResult};
use app::pages::{self, grant};
use app::ports::PortError;
use app::ui::FieldError;
use domain::family::GrantAct;
use domain::person::Code;
use domain::refusal::Refusal;

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move {
        let all = see_family::list_helpers(&visit.world, &visit.caller).await?;
        let beside = see_family::list_assisted(&visit.world, &visit.caller).await?;
        Ok(Answer::page(pages::helpers::page(&visit.cx, &all, &beside)))
    })
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(shown(&visit, Vec::new()).await?)) })
}

async fn shown(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let seen = see_family::see_own_grant(&visit.world, &visit.caller, visit.param("grant")).await?;
    let page = grant::GrantPage {
        seen: &seen,
        errors,
        typed: visit.form.get("code").to_owned(),
        fraud_line: &visit.world.region.anti_fraud_line.value,
        done: visit.query.contains_key("done"),
        moved: visit.query.contains_key("moved"),
    };
    Ok(grant::page(&visit.cx, &page))
}

fn here(visit: &Visit, mark: &str) -> String {
    format!("/helpers/{}{mark}", visit.param("grant"))
}

/// Done, or too late: then the page shows how things stand.
fn settle(visit: &Visit, result: AppResult<()>) -> Result<Answer, AppError> {
    match result {
        Ok(()) => Ok(Answer::see(here(visit, "?done=1"))),
        Err(AppError::Unavailable(PortError::Conflict(_))) | Err(AppError::Refused(Refusal::NotInThisState | Refusal::GrantExpired)) => {
            Ok(Answer::see(here(visit, "?moved=1")))
        }
        Err(error) => Err(error),
    }
}

async fn coded(visit: &Visit, result: AppResult<Result<(), SignInNo>>) -> Result<Answer, AppError> {
    match result {
        Ok(Err(no)) => Ok(Answer::again(shown(visit, vec![grant::refused(&visit.cx, no)]).await?)),
        Ok(Ok(())) => settle(visit, Ok(())),
        // No place left with one of the two: she reads it here, with everything else as it was.
        Err(AppError::Refused(no @ (Refusal::NoPlaceLeft | Refusal::HelperIsFull | Refusal::HelperIsFullThisMonth))) => {
            Ok(Answer::again(shown(visit, vec![FieldError::new("", visit.cx.t(no.key()))]).await?))
        }
        Err(error) => settle(visit, Err(error)),
    }
}

pub fn code(visit: Visit) -> Handled {
    Box::pin(async move {
        // Asked before any code is sent. Whoever was urged by somebody is told what to do, and gets none.
        let urged = match visit.form.get("urged") {
            "no" => None,
            "yes" => Some(visit.cx.tv("grant-urged-stop", &[("line", &visit.world.region.anti_fraud_line.value)])),
            _ => Some(visit.cx.t("grant-urged-missing")),
        };
        if let Some(words) = urged {
            return Ok(Answer::again(shown(&visit, vec![FieldError::new("urged", words)]).await?));
        }
        let once = visit.once(&here(&visit, ""));
        let sent = agree_grant::send_consent_code(&visit.world, &visit.caller, visit.param("grant"), once).await;
        coded(&visit, sent).await
    })
}

pub fn agree(visit: Visit) -> Handled {
    Box::pin(async move {
        let code = match Code::parse(visit.form.get("code")) {
            Ok(code) => code,
            Err(error) => return Ok(Answer::again(shown(&visit, vec![grant::unreadable(&visit.cx, error)]).await?)),
        };
        let once = visit.once(&here(&visit, "?done=1"));
        let agreed = agree_grant::agree_grant(&visit.world, &visit.caller, visit.param("grant"), &code, once).await;
        coded(&visit, agreed).await
    })
}

/// One tap of hers.
fn tap(visit: Visit, act: GrantAct) -> Handled {
    Box::pin(async move {
        let once = visit.once(&here(&visit, "?done=1"));
        settle(&visit, rule_grant::rule_grant(&visit.world, &visit.caller, visit.param("grant"), act, once).await)
    })
}

/// All her places are taken: the asker is told that she has to free one first.
pub fn wait(visit: Visit) -> Handled {
    Box::pin(async move {
        let once = visit.once(&here(&visit, "?done=1"));
        settle(&visit, no_place::ask_to_wait(&visit.world, &visit.caller, visit.param("grant"), once).await)
    })
}

pub fn refuse(visit: Visit) -> Handled {
    tap(visit, GrantAct::Refuse)
}

pub fn pause(visit: Visit) -> Handled {
    tap(visit, GrantAct::Pause)
}

pub fn resume(visit: Visit) -> Handled {
    tap(visit, GrantAct::Resume)
}

pub fn end(visit: Visit) -> Handled {
    tap(visit, GrantAct::End)
}

pub fn dispute(visit: Visit) -> Handled {
    tap(visit, GrantAct::Dispute)
}

pub fn block(visit: Visit) -> Handled {
    Box::pin(async move {
        let once = visit.once(&here(&visit, "?done=1"));
        settle(&visit, rule_grant::block_asker(&visit.world, &visit.caller, visit.param("grant"), once).await)
    })
}

pub fn unblock(visit: Visit) -> Handled {
    Box::pin(async move {
        let once = visit.once(&here(&visit, ""));
        let done = rule_grant::unblock_asker(&visit.world, &visit.caller, visit.param("grant"), once).await;
        done.map(|()| Answer::see(here(&visit, "")))
    })
}
