//! Doors of a helper without an account at the counter. Reads the form, calls one act; the answer is another page's.

use super::answer::Answer;
use super::family::typed;
use super::visit::{Handled, Visit};
use app::acts::ask_at_counter::{NameDiffers, ask_at_counter, who_is_helped};
use app::error::{AppError, AppResult};
use app::pages::ask_grant;
use app::pages::desk::asking::{self, AskingPage};
use app::pages::sign_in::words;
use app::ui::FieldError;
use domain::family::Ask;
use domain::person::Phone;
use domain::refusal::Refusal;

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(page(&visit, Vec::new()).await?)) })
}

async fn page(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let elder = who_is_helped(&visit.world, &visit.caller, visit.param("person")).await?;
    let ask = ask_grant::AskPage { errors, ..super::family::empty(visit) };
    Ok(asking::page(&visit.cx, &AskingPage { elder: &elder, ask, phone: visit.form.get("phone").to_owned() }))
}

pub fn send(visit: Visit) -> Handled {
    Box::pin(async move {
        let filled = super::family::empty(&visit);
        let read = Ask::read(typed(&filled), &filled.periods, visit.world.today());
        let phone = match visit.form.get("phone").trim_ascii() {
            "" => Ok(None),
            number => Phone::parse(number).map(Some),
        };
        let card = visit.form.has("card-helper");
        let mut errors = read.as_ref().err().map(|problems| ask_grant::errors(&visit.cx, problems)).unwrap_or_default();
        errors.extend(phone.as_ref().err().map(|error| FieldError::new("phone", words::phone(&visit.cx, *error))));
        if !card {
            errors.push(FieldError::new("card-helper", visit.cx.t(Refusal::CardNotChecked.key())));
        }
        let (Ok(ask), Ok(phone), true) = (read, phone, errors.is_empty()) else {
            return Ok(Answer::again(page(&visit, errors).await?));
        };
        // The form says what she is to the elder; a request says what the elder is to her.
        let ask = Ask { relation: ask.relation.inverse(), ..ask };
        let once = |to: &str| visit.once(to);
        match ask_at_counter(&visit.world, &visit.caller, visit.param("person"), ask, phone, card, once).await {
            Ok(Ok(grant)) => Ok(Answer::see(format!("/staff/grants/{grant}"))),
            Ok(Err(NameDiffers)) => {
                let error = FieldError::new("name", visit.cx.t("counter-ask-error-name"));
                Ok(Answer::again(page(&visit, vec![error]).await?))
            }
            Err(AppError::Refused(Refusal::OwnHelper)) => {
                let error = FieldError::new("id_number", visit.cx.t("counter-ask-error-own"));
                Ok(Answer::again(page(&visit, vec![error]).await?))
            }
            Err(other) => Err(other),
        }
    })
}
