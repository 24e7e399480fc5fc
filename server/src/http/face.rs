//! The elder's doors to a face check, where the office has one. Without a service the doors are not there.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::agree_grant::can_answer_by_phone;
use app::acts::face_consent::{agree_by_face, face_offered};
use app::acts::load_grant::own_grant;
use app::error::{AppError, AppResult};
use app::pages::grant_face::{self, FacePage};
use app::ports::{FaceOutcome, PortError};
use app::ui::FieldError;
use domain::refusal::Refusal;

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(page(&visit, Vec::new()).await?)) })
}

async fn page(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let grant = visit.param("grant");
    let view = own_grant(&visit.world, &visit.caller, grant).await?;
    let may = visit.world.face.offered() && can_answer_by_phone(&visit.world, &view).await?.is_ok();
    if !may || !view.grant.state.waits_for_her() {
        return Err(AppError::NotFound);
    }
    let name = view.helper.name.masked();
    let open = face_offered(&visit.world, &view).await?;
    Ok(grant_face::page(&visit.cx, &FacePage { grant, name: &name, open, urged: visit.form.get("urged"), errors }))
}

pub fn check(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let picture = visit.upload.take().map(|u| u.bytes).unwrap_or_default();
        let urged = match visit.form.get("urged") {
            "no" => None,
            "yes" => Some(visit.cx.tv("grant-urged-stop", &[("line", &visit.world.region.anti_fraud_line.value)])),
            _ => Some(visit.cx.t("grant-urged-missing")),
        };
        let mut errors: Vec<FieldError> = urged.map(|words| FieldError::new("urged", words)).into_iter().collect();
        if picture.is_empty() {
            errors.push(FieldError::new("face", visit.cx.t("face-error-none")));
        } else if picture.len() as u64 > domain::case::draft::MAX_PAPER_BYTES {
            errors.push(FieldError::new("face", visit.cx.t("paper-refusal-too-large")));
        }
        if !errors.is_empty() {
            return Ok(Answer::again(page(&visit, errors).await?));
        }
        let to = |mark: &str| format!("/helpers/{}{mark}", visit.param("grant"));
        let once = visit.once(&to("?done=1"));
        match agree_by_face(&visit.world, &visit.caller, visit.param("grant"), picture, once).await {
            Ok(FaceOutcome::Same) => Ok(Answer::see(to("?done=1"))),
            Ok(FaceOutcome::NotSame) => again(&visit, visit.cx.t("face-error-not-same")).await,
            Ok(FaceOutcome::Unavailable) => again(&visit, visit.cx.t("face-error-unavailable")).await,
            Err(AppError::Refused(Refusal::TooManyTries)) => again(&visit, visit.cx.t("face-no-tries")).await,
            Err(AppError::Refused(no @ (Refusal::NoPlaceLeft | Refusal::HelperIsFull | Refusal::HelperIsFullThisMonth))) => {
                again(&visit, visit.cx.t(no.key())).await
            }
            Err(AppError::Unavailable(PortError::Conflict(_)))
            | Err(AppError::Refused(Refusal::NotInThisState | Refusal::GrantExpired)) => Ok(Answer::see(to("?moved=1"))),
            Err(error) => Err(error),
        }
    })
}

async fn again(visit: &Visit, words: String) -> Result<Answer, AppError> {
    Ok(Answer::again(page(visit, vec![FieldError::new("", words)]).await?))
}
