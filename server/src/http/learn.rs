//! Doors of 「真假短信，练一练」. Links only: nothing is sent, counted or kept.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::error::AppError;
use app::learn::{Guess, nth};
use app::pages::learn;

pub fn learn(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(learn::start(&visit.cx))) })
}

pub fn card(visit: Visit) -> Handled {
    Box::pin(async move {
        let (number, card) = nth(visit.param("card")).ok_or(AppError::NotFound)?;
        Ok(Answer::page(learn::question(&visit.cx, number, card)))
    })
}

pub fn answer(visit: Visit) -> Handled {
    Box::pin(async move {
        let (number, card) = nth(visit.param("card")).ok_or(AppError::NotFound)?;
        let guess = Guess::from_key(visit.param("answer")).ok_or(AppError::NotFound)?;
        let region = &visit.world.region;
        let lines = learn::Lines { insurance: &region.insurance_line.value, fraud: &region.anti_fraud_line.value };
        Ok(Answer::page(learn::answer(&visit.cx, number, card, guess, lines)))
    })
}
