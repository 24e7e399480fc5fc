//! Doors of supervisors and clerks about acts of assistants: look, clear up, write an objection down.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::assist::{look, object};
use app::error::{AppError, AppResult};
use app::pages::desk::assisted;
use app::ui::FieldError;
use domain::assist::Verdict;
use domain::refusal::Refusal;

const LIST: &str = "/staff/assisted";

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(page(&visit, None, Vec::new()).await?)) })
}

async fn page(visit: &Visit, typed: Option<(String, String)>, errors: Vec<FieldError>) -> AppResult<String> {
    let list = look::list_assisted(&visit.world, &visit.caller).await?;
    Ok(assisted::page(&visit.cx, &assisted::AssistedPage { list: &list, typed, errors }))
}

pub fn look(visit: Visit) -> Handled {
    Box::pin(async move {
        let id = visit.param("assisted").to_owned();
        let field = format!("note-{id}");
        let note = visit.form.get(&field).to_owned();
        let verdict = match visit.form.get("found") {
            "right" => Verdict::Right,
            _ => Verdict::NotRight(note.clone()),
        };
        match look::look_at_assisted(&visit.world, &visit.caller, &id, verdict, visit.once(LIST)).await {
            Ok(()) => Ok(Answer::see(LIST)),
            Err(AppError::Refused(refusal @ Refusal::ReasonNeeded)) => {
                let errors = vec![FieldError::new(&field, visit.cx.t(refusal.key()))];
                Ok(Answer::again(page(&visit, Some((id, note)), errors).await?))
            }
            Err(other) => Err(other),
        }
    })
}

pub fn clear(visit: Visit) -> Handled {
    Box::pin(async move {
        look::clear_assistant(&visit.world, &visit.caller, visit.param("staff"), visit.once(LIST)).await?;
        Ok(Answer::see(LIST))
    })
}

pub fn object(visit: Visit) -> Handled {
    Box::pin(async move {
        let back = format!("/staff/people/{}", visit.param("person"));
        object::note_objection(&visit.world, &visit.caller, visit.param("person"), visit.param("assisted"), visit.once(&back)).await?;
        Ok(Answer::see(back))
    })
}
