//! A helper was refused: her page with what she typed, kept for her and for nobody else.

use super::form::Form;
use super::visit::Visit;
use app::acts::keep_typed;
use app::acts::note_refusal::about_her_right;
use app::caller::Caller;
use app::cx::Cx;
use app::error::AppResult;
use app::pages::stopped;
use app::ports::World;
use app::routes::DoorName;
use domain::refusal::Refusal;

/// The question at which she stood, and what she sent.
pub struct Question {
    draft: String,
    step: String,
    sent: Option<Form>,
}

impl Question {
    pub fn of(visit: &Visit) -> Option<Question> {
        let sent = match visit.door.name {
            DoorName::FileStep => None,
            DoorName::FileStepSave => Some(visit.form.clone()),
            _ => return None,
        };
        Some(Question { draft: visit.param("draft").to_owned(), step: visit.param("step").to_owned(), sent })
    }
}

/// The page of a helper who may not go on; nothing where the ordinary one says it all.
pub async fn page(world: &World, cx: &Cx, caller: &Caller, refusal: Refusal, question: Option<Question>) -> AppResult<Option<String>> {
    let wrong_person = refusal == Refusal::FormOfAnotherPerson;
    let typed = match &question {
        Some(Question { draft, step, sent: Some(form) }) if wrong_person => {
            keep_typed::show_typed(world, caller, draft, step, &form.0).await?
        }
        Some(Question { draft, step, sent: Some(form) }) => keep_typed::keep_typed(world, caller, refusal, draft, step, &form.0).await?,
        Some(Question { draft, step, sent: None }) => keep_typed::still_kept(world, caller, refusal, draft, step).await?,
        None => None,
    };
    let acting = match caller {
        Caller::Resident { acting: Some(acting), .. } if about_her_right(refusal) => Some((acting.grant.clone(), acting.elder.clone())),
        Caller::Resident { .. } if wrong_person => match &typed {
            Some(unsent) => app::acts::load_grant::of_helper(world, unsent).await?,
            None => None,
        },
        _ => None,
    };
    Ok(acting.map(|(grant, elder)| {
        let page = stopped::StoppedPage { refusal, elder: elder.name.masked(), grant: &grant, typed: typed.as_ref(), kept: !wrong_person };
        stopped::page(cx, &page)
    }))
}
