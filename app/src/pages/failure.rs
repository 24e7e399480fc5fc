//! Every no of the house as a page. Which words and which way out: `wrong`.

use crate::cx::Cx;
use crate::error::AppError;
use crate::pages::wrong::{self, Wrong};
use crate::ports::PortError;

pub fn page(cx: &Cx, error: &AppError) -> String {
    let wrong = match error {
        AppError::Refused(refusal) => return wrong::refused(cx, *refusal, if cx.is_staff() { cx.desk() } else { "/" }),
        AppError::Fields(_) => Wrong::NotReadable,
        AppError::NotFound => Wrong::NotFound,
        AppError::SignIn => Wrong::SignIn,
        AppError::TooLarge => Wrong::TooLarge,
        AppError::Unavailable(PortError::Conflict(_)) => Wrong::MovedOn,
        AppError::Unavailable(_) => Wrong::Unavailable,
    };
    wrong::show(cx, wrong)
}
