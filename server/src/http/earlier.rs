//! A material without a new photo: a paper of an earlier application, and what shared data prove. The page that names one
//! another's paper is answered like a page that does not exist.

use super::answer::Answer;
use super::papers::{Shown, paper_page};
use super::visit::{Handled, Visit};
use app::acts::look_up_shared::{Looked, drop_shared, look_up_shared};
use app::acts::open_draft::{Want, open_draft};
use app::acts::reuse_paper::reuse_paper;
use app::error::AppError;
use app::ui::FieldError;
use domain::refusal::Refusal;

fn page_of(visit: &Visit) -> String {
    format!("/file/draft/{}/papers/{}", visit.param("draft"), visit.param("material"))
}

pub fn paper_again(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, material, paper) = (visit.param("draft"), visit.param("material"), visit.form.get("paper"));
        match reuse_paper(&visit.world, &visit.caller, draft, material, paper, |to| visit.once(to)).await {
            Ok(_) => Ok(Answer::see(page_of(&visit))),
            Err(AppError::Refused(refusal @ Refusal::TooManyPapers)) => {
                let shown = Shown { errors: vec![FieldError::new("", visit.cx.t(refusal.key()))], ..Shown::default() };
                again(&visit, shown).await
            }
            Err(error) => Err(error),
        }
    })
}

pub fn paper_look_up(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, material, agreed) = (visit.param("draft"), visit.param("material"), visit.form.get("agreed") == "yes");
        match look_up_shared(&visit.world, &visit.caller, draft, material, agreed, |to| visit.once(to)).await {
            Ok(Looked::Found) => Ok(Answer::see(page_of(&visit))),
            Ok(Looked::Nothing) => again(&visit, Shown { nothing: true, ..Shown::default() }).await,
            Err(AppError::Refused(refusal @ Refusal::ConsentMissing)) => {
                let shown = Shown { errors: vec![FieldError::new("agreed", visit.cx.t(refusal.key()))], ..Shown::default() };
                again(&visit, shown).await
            }
            Err(error) => Err(error),
        }
    })
}

pub fn paper_look_up_drop(visit: Visit) -> Handled {
    Box::pin(async move {
        drop_shared(&visit.world, &visit.caller, visit.param("draft"), visit.param("material")).await?;
        Ok(Answer::see(page_of(&visit)))
    })
}

async fn again(visit: &Visit, shown: Shown) -> app::error::AppResult<Answer> {
    let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Papers).await?;
    Ok(Answer::again(paper_page(visit, &draft, shown).await?))
}
