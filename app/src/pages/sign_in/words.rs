//! What was typed wrongly and why a sign-in did not go on, in words. The one place for these sentences.

use crate::acts::choose_password::PasswordNo;
use crate::acts::codes::SignInNo;
use crate::acts::staff_sign_in::StaffNo;
use crate::cx::Cx;
use domain::person::{CodeError, IdNumberError, NameError, PhoneError};
use domain::sign_in::PinError;
use jiff::Timestamp;

pub fn no(cx: &Cx, no: &SignInNo) -> String {
    let phone = ("phone", cx.region.phone.as_str());
    let left = |key: &str, left: u8| match left {
        0 => cx.tv(&format!("{key}-last"), &[phone]),
        _ => cx.tv(key, &[("left", &left.to_string())]),
    };
    match no {
        SignInNo::Wait(until) => cx.tv("no-wait", &[("clock", &clock(*until)), phone]),
        SignInNo::AddressFull => cx.tv("no-address-full", &[phone]),
        SignInNo::Wrong { left: tries } => left("no-wrong", *tries),
        SignInNo::Expired => cx.t("no-expired"),
        SignInNo::TooManyTries => cx.t("no-too-many-tries"),
        SignInNo::NoneAlive => cx.t("no-none-alive"),
        SignInNo::SameMoment => cx.t("no-same-moment"),
        SignInNo::SlipUnknown => cx.t("no-slip-unknown"),
        SignInNo::SlipWrong { left: tries } => left("no-slip-wrong", *tries),
        SignInNo::SlipReplaced => cx.t("no-slip-replaced"),
        SignInNo::SlipUsed => cx.t("no-slip-used"),
        SignInNo::SlipExpired => cx.t("no-slip-expired"),
        SignInNo::SlipTooManyTries => cx.t("no-slip-too-many-tries"),
        SignInNo::ScreenUnknown => cx.t("no-screen-unknown"),
    }
}

pub fn staff_no(cx: &Cx, no: StaffNo, code: bool) -> String {
    match no {
        StaffNo::Wrong if code => cx.t("staff-code-wrong"),
        StaffNo::Wrong => cx.t("staff-sign-in-wrong"),
        StaffNo::TooManyTries => cx.t("staff-sign-in-too-many"),
        StaffNo::StartAgain => cx.t("staff-code-start-again"),
    }
}

pub fn password_no(cx: &Cx, no: PasswordNo) -> String {
    match no {
        PasswordNo::Form(error) => cx.t(error.key()),
        PasswordNo::NotTheSame => cx.t("staff-password-not-the-same"),
        PasswordNo::AsGiven => cx.t("staff-password-as-given"),
    }
}

pub fn name(cx: &Cx, error: NameError) -> String {
    cx.t(error.key())
}

pub fn id_number(cx: &Cx, error: IdNumberError) -> String {
    match error {
        IdNumberError::WrongLength { got } => counted(cx, error.key(), got),
        _ => cx.t(error.key()),
    }
}

pub fn phone(cx: &Cx, error: PhoneError) -> String {
    match error {
        PhoneError::WrongLength { got } => counted(cx, error.key(), got),
        _ => cx.t(error.key()),
    }
}

pub fn code(cx: &Cx, error: CodeError) -> String {
    match error {
        CodeError::WrongLength { got } => counted(cx, error.key(), got),
        _ => cx.t(error.key()),
    }
}

pub fn pin(cx: &Cx, error: PinError) -> String {
    match error {
        PinError::WrongLength { got } => counted(cx, error.key(), got),
        _ => cx.t(error.key()),
    }
}

fn counted(cx: &Cx, key: &str, got: usize) -> String {
    cx.tv(key, &[("got", &got.to_string())])
}

/// 「14:05」 in China.
fn clock(at: Timestamp) -> String {
    // The next full minute: a promised minute must not come too early.
    let later = at.saturating_add(jiff::SignedDuration::from_secs(59)).unwrap_or(at);
    let here = domain::calendar::china_datetime(later);
    format!("{}:{:02}", here.hour(), here.minute())
}

/// 「2026年11月22日 14:05」 in China.
pub fn moment(cx: &Cx, at: Timestamp) -> String {
    let here = domain::calendar::china_datetime(at);
    let clock = format!("{}:{:02}", here.hour(), here.minute());
    let (year, month, day) = (here.year().to_string(), here.month().to_string(), here.day().to_string());
    cx.tv("sessions-moment", &[("year", &year), ("month", &month), ("day", &day), ("clock", &clock)])
}
