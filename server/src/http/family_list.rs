//! Doors of the list of those whom I help: a page of it, one person found by her name, her picture, what could not be sent.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::{keep_typed, list_helped};
use app::caller::Caller;
use app::error::{AppError, AppResult};
use app::pages::family::Done;
use app::pages::{self, family};
use app::ui::FieldError;
use domain::family::Portrait;
use domain::person::Name;

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move {
        let number = visit.query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
        let list = list_helped::list_helped(&visit.world, &visit.caller, number, None).await?;
        let marks = [("asked", Done::Asked), ("left", Done::Left), ("picture", Done::Picture)];
        let done = marks.into_iter().find(|(mark, _)| visit.query.contains_key(*mark)).map(|(_, done)| done);
        Ok(Answer::page(shown(&visit, &list, done, None, Vec::new())))
    })
}

fn shown(visit: &Visit, list: &list_helped::HelpedPage, done: Option<Done>, looked_for: Option<&str>, errors: Vec<FieldError>) -> String {
    let acting = match &visit.caller {
        Caller::Resident { acting: Some(acting), .. } => Some(acting.grant.id.as_str()),
        _ => None,
    };
    let verified = visit.caller.person().is_some_and(|p| p.verified());
    family::page(&visit.cx, &family::FamilyPage { list, verified, acting, done, looked_for, errors })
}

/// What was found stands on the answer itself, so that no name reaches an address line.
pub fn find(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.get("name");
        match Name::parse(typed) {
            Ok(name) => {
                let list = list_helped::list_helped(&visit.world, &visit.caller, 1, Some(&name)).await?;
                Ok(Answer::page(shown(&visit, &list, None, Some(typed), Vec::new())))
            }
            Err(_) => {
                let list = list_helped::list_helped(&visit.world, &visit.caller, 1, None).await?;
                let errors = vec![FieldError::new("name", visit.cx.t("family-find-empty"))];
                Ok(Answer::again(shown(&visit, &list, None, Some(typed), errors)))
            }
        }
    })
}

pub fn portrait(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(portrait_page(&visit, &[]).await?)) })
}

async fn portrait_page(visit: &Visit, errors: &[FieldError]) -> AppResult<String> {
    let helped = list_helped::see_helped(&visit.world, &visit.caller, visit.param("grant")).await?;
    Ok(pages::portrait::page(&visit.cx, &helped, errors))
}

pub fn portrait_save(visit: Visit) -> Handled {
    Box::pin(async move {
        let Some(portrait) = Portrait::from_slug(visit.form.get("portrait")) else {
            let errors = [FieldError::new("portrait", visit.cx.t("portrait-error"))];
            return Ok(Answer::again(portrait_page(&visit, &errors).await?));
        };
        let to = "/family?picture=1";
        list_helped::choose_portrait(&visit.world, &visit.caller, visit.param("grant"), portrait, visit.once(to)).await?;
        Ok(Answer::see(to))
    })
}

pub fn kept(visit: Visit) -> Handled {
    Box::pin(async move {
        let (helped, kept) = keep_typed::see_typed(&visit.world, &visit.caller, visit.param("grant")).await?;
        Ok::<_, AppError>(Answer::page(pages::kept_typed::page(&visit.cx, &helped, &kept)))
    })
}
