//! 免申即享: the offer behind sign-in, and her answer. Whoever it is not for finds no page.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::offer_benefit::{accept_offer, decline_offer, see_offer};
use app::caller::Caller;
use app::error::AppError;
use app::pages::offer;
use domain::case::DraftState;

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, subject) = see_offer(&visit.world, &visit.caller, visit.param("offer")).await?;
        if let DraftState::Submitted(case) = &draft.state {
            let case = visit.world.store.case(case).await?.ok_or(AppError::NotFound)?;
            return Ok(Answer::see(format!("/cases/{}", case.reference)));
        }
        let own = visit.caller.person().is_some_and(|p| p.id == subject.id);
        let whose = if own { subject.name.as_str().to_owned() } else { subject.name.masked() };
        let may_decline = !matches!(visit.caller, Caller::Resident { acting: Some(_), .. });
        Ok(Answer::page(offer::page(&visit.cx, &offer::OfferPage { draft: &draft, may_decline, whose })))
    })
}

pub fn answer(visit: Visit) -> Handled {
    Box::pin(async move {
        let id = visit.param("offer");
        // Before anything is read of the form: for whom it is not there is nothing.
        see_offer(&visit.world, &visit.caller, id).await?;
        let here = format!("/offers/{id}");
        match visit.form.get("answer") {
            "yes" => {
                let case = accept_offer(&visit.world, &visit.caller, id, |to| visit.once(to)).await?;
                Ok(Answer::see(format!("/cases/{}/receipt", case.reference)))
            }
            "no" => {
                decline_offer(&visit.world, &visit.caller, id, visit.once(&here)).await?;
                Ok(Answer::see(here))
            }
            // No button was pressed: the page once more.
            _ => Ok(Answer::see(here)),
        }
    })
}
