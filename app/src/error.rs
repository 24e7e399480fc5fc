//! The three kinds of no, and the page each becomes. The status is chosen here and nowhere else.

use crate::ports::PortError;
use domain::catalog::FieldError;
use domain::refusal::{Manner, Refusal};

#[derive(Debug)]
pub enum AppError {
    /// A rule says no; its sentence and way out are shown.
    Refused(Refusal),
    /// Fields need another look; the same page comes back with all input.
    Fields(Vec<FieldError>),
    /// Nothing there, or nothing for this person: told alike.
    NotFound,
    SignIn,
    /// More bytes than any form or file may have.
    TooLarge,
    /// The world failed; logged once at the edge.
    Unavailable(PortError),
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        match refusal.manner() {
            Manner::Hidden => AppError::NotFound,
            _ if refusal == Refusal::SignInFirst => AppError::SignIn,
            _ => AppError::Refused(refusal),
        }
    }
}

impl From<PortError> for AppError {
    fn from(error: PortError) -> Self {
        match error {
            PortError::NoPlace(hit) => hit.refusal().into(),
            PortError::Stopped(refusal) => refusal.into(),
            other => AppError::Unavailable(other),
        }
    }
}

impl AppError {
    pub fn status(&self) -> u16 {
        match self {
            AppError::Refused(refusal) => match refusal.manner() {
                Manner::Hidden => 404,
                Manner::Forbidden => 403,
                Manner::Conflict => 409,
                Manner::Content => 422,
                Manner::TooOften => 429,
            },
            AppError::Fields(_) => 422,
            AppError::NotFound => 404,
            AppError::SignIn => 401,
            AppError::TooLarge => 413,
            AppError::Unavailable(PortError::Conflict(_)) => 409,
            AppError::Unavailable(_) => 503,
        }
    }
}

pub type AppResult<T> = Result<T, AppError>;
