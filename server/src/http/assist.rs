//! Doors of 帮办人员: each calls one act and shows one page. Nothing of the person reaches an address line.

use super::answer::Answer;
use super::counter::{hand_over, with_cookie};
use super::visit::{Handled, Visit};
use app::acts::assist::about_key;
use app::acts::assist::begin::{FindNo, Looked, begin_beside, find_beside};
use app::acts::assist::compare::SeenSame;
use app::acts::assist::{compare, here};
use app::error::AppError;
use app::pages::assist::{find, number, person, sheet, turned};
use app::ports::Person;
use app::ui::FieldError;
use domain::assist::{About, Told};
use domain::refusal::Refusal;
use std::sync::Mutex;

pub fn start(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(start_page(&visit, String::new(), Vec::new()))) })
}

fn start_page(visit: &Visit, typed: String, errors: Vec<FieldError>) -> String {
    let stopped = visit.caller.staff().and_then(|(staff, _)| staff.kind.assistant()).is_some_and(|a| a.stopped.is_some());
    let present = visit.caller.subject().map(|p| p.name.masked());
    let differed = visit.query.contains_key("differed");
    find::page(&visit.cx, &find::FindPage { typed, errors, present, stopped, differed })
}

/// What is wrong with the number she read from the card.
fn wrong_number(visit: &Visit, no: FindNo) -> Vec<FieldError> {
    let key = match no {
        FindNo::Number(error) => error.key(),
        FindNo::Nobody => "assist-nobody",
    };
    vec![FieldError::new("id_number", visit.cx.t(key))]
}

/// The person stands on the answer itself.
pub fn look_for(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.get("id_number").to_owned();
        match find_beside(&visit.world, &visit.caller, &typed).await? {
            Ok(person) => Ok(Answer::page(face_page(&visit, &person, Vec::new()))),
            Err(no) => Ok(Answer::again(start_page(&visit, typed, wrong_number(&visit, no)))),
        }
    })
}

fn face_page(visit: &Visit, person: &Person, errors: Vec<FieldError>) -> String {
    let village = visit.world.region.full_area_name(person.village.as_str());
    let (name, number) = (person.name.as_str().to_owned(), person.id_number.plain().to_owned());
    find::face(&visit.cx, &find::FacePage { name, number, village, errors })
}

pub fn begin(visit: Visit) -> Handled {
    Box::pin(async move {
        let cookie = Mutex::new(None);
        let typed = visit.form.get("id_number").to_owned();
        let looked = Looked { card: visit.form.has("card"), face: visit.form.has("face") };
        match begin_beside(&visit.world, &visit.caller, &typed, looked, |of| hand_over(&visit, of, &cookie)).await {
            Ok(Ok(())) => Ok(with_cookie(Answer::see("/assist/number"), cookie)),
            Ok(Err(no)) => Ok(Answer::again(start_page(&visit, typed, wrong_number(&visit, no)))),
            Err(AppError::Refused(refusal @ (Refusal::CardNotChecked | Refusal::FaceNotChecked))) => {
                // Both boxes are told at once: nobody should have to come back twice.
                let mut errors = Vec::new();
                if !looked.card {
                    errors.push(FieldError::new("card", visit.cx.t(Refusal::CardNotChecked.key())));
                }
                if !looked.face {
                    errors.push(FieldError::new("face", visit.cx.t(Refusal::FaceNotChecked.key())));
                }
                match find_beside(&visit.world, &visit.caller, &typed).await? {
                    Ok(person) => Ok(Answer::again(face_page(&visit, &person, errors))),
                    Err(_) => Err(refusal.into()),
                }
            }
            Err(other) => Err(other),
        }
    })
}

pub fn show_number(visit: Visit) -> Handled {
    Box::pin(async move { number_page(&visit, Vec::new()) })
}

fn number_page(visit: &Visit, errors: Vec<FieldError>) -> Result<Answer, AppError> {
    let (person, beside) = compare::see_number(&visit.world, &visit.caller)?;
    let Some(shown) = &beside.shown else { return Ok(Answer::see("/assist/person")) };
    let phone = person.phone.as_ref().filter(|_| beside.told == Told::Phone).map(|p| p.masked());
    let again = !errors.is_empty();
    let page = number::page(&visit.cx, &number::NumberPage { shown, told: beside.told, name: person.name.masked(), phone, errors });
    Ok(if again { Answer::again(page) } else { Answer::page(page) })
}

pub fn same(visit: Visit) -> Handled {
    Box::pin(async move {
        let seen = match (visit.form.has("turned"), visit.form.has("same")) {
            (true, _) => SeenSame::Turned,
            (false, true) => SeenSame::OnHerSide,
            (false, false) => SeenSame::NotSaid,
        };
        match compare::numbers_same(&visit.world, &visit.caller, seen).await {
            Ok(About::Intake) => Ok(Answer::see("/assist/person")),
            Ok(About::Send(draft, _)) => Ok(Answer::see(format!("/file/draft/{draft}/check"))),
            Err(AppError::Refused(refusal @ Refusal::NumbersNotCompared)) => {
                number_page(&visit, vec![FieldError::new("same", visit.cx.t(refusal.key()))])
            }
            Err(other) => Err(other),
        }
    })
}

pub fn differ(visit: Visit) -> Handled {
    Box::pin(async move {
        let cookie = Mutex::new(None);
        compare::numbers_differ(&visit.world, &visit.caller, |of| hand_over(&visit, of, &cookie)).await?;
        Ok(with_cookie(Answer::see("/assist?differed=1"), cookie))
    })
}

pub fn send(visit: Visit) -> Handled {
    Box::pin(async move {
        compare::ask_to_send(&visit.world, &visit.caller, visit.param("draft")).await?;
        Ok(Answer::see("/assist/number"))
    })
}

pub fn beside(visit: Visit) -> Handled {
    Box::pin(async move {
        match here::see_beside(&visit.world, &visit.caller).await {
            Ok(here) => Ok(Answer::page(person::page(&visit.cx, &here))),
            Err(AppError::Refused(Refusal::NumbersNotCompared)) => Ok(Answer::see("/assist/number")),
            Err(AppError::Refused(Refusal::NobodyBeside)) => Ok(Answer::see("/assist")),
            Err(other) => Err(other),
        }
    })
}

pub fn sheet(visit: Visit) -> Handled {
    Box::pin(async move {
        let (person, beside) = compare::see_number(&visit.world, &visit.caller)?;
        let (staff, _) = visit.caller.assistant().ok_or(AppError::NotFound)?;
        let of = staff.kind.assistant().ok_or(AppError::NotFound)?.of;
        // A number that went to a phone stands on no paper: two places for one number prove nothing.
        let number = beside.shown.as_ref().filter(|_| beside.told == Told::Sheet).map(|s| (about_key(&s.about), s.number.to_string()));
        let page = sheet::SheetPage { assistant: staff.display_name.clone(), of, name: person.name.masked(), now: visit.now, number };
        Ok(Answer::page(sheet::page(&visit.cx, &page)))
    })
}

/// Her side of the number, for who has no phone.
pub fn turned(visit: Visit) -> Handled {
    Box::pin(async move {
        let (_, beside) = compare::see_number(&visit.world, &visit.caller)?;
        let (staff, _) = visit.caller.assistant().ok_or(AppError::NotFound)?;
        let of = staff.kind.assistant().ok_or(AppError::NotFound)?.of;
        let Some(shown) = beside.shown.as_ref().filter(|_| beside.told == Told::Sheet) else { return Ok(Answer::see("/assist/number")) };
        let (act, number) = (about_key(&shown.about), shown.number.to_string());
        let page = turned::TurnedPage { assistant: staff.display_name.clone(), of, act, number };
        Ok(Answer::page(turned::page(&visit.cx, &page)))
    })
}
