//! A helper who is not insured here opens an account. Reads forms, calls one act, shows one page.

use super::answer::Answer;
use super::comfort::brought_along;
use super::sign_in::{alarm, field_of, keep, next_of, open_session, origin, ready, with};
use super::visit::{Handled, Visit};
use app::acts::open_helper_account::{ask_opening_code, open_helper_account};
use app::error::{AppError, AppResult};
use app::pages::open_account::{OpenAccountPage, code as code_page, done as done_page, page};
use app::pages::sign_in::code::CodePage;
use app::pages::sign_in::words;
use app::ports::{Opening, Person};
use app::ui::FieldError;
use domain::calendar::china_date;
use domain::person::{Code, IdNumber, Name, Phone};

const DONE: &str = "/open-account/done";

pub fn open_account(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let flow = visit.flow();
        let cookie = ready(&mut visit, flow).await?;
        let codes_off = !visit.site.options.codes_on;
        let kept = visit.stashed();
        let typed = |field: &str| kept.as_ref().map(|f| f.get(field).to_owned()).unwrap_or_default();
        let (name, id_number, phone) = (typed("name"), typed("id_number"), typed("phone"));
        let shown = OpenAccountPage { name, id_number, phone, codes_off, late: kept.is_some(), errors: Vec::new() };
        Ok(with(Answer::page(page(&visit.cx, &shown)), cookie))
    })
}

pub fn open_account_send(visit: Visit) -> Handled {
    Box::pin(async move {
        if !visit.site.options.codes_on {
            return Ok(Answer::again(page(&visit.cx, &OpenAccountPage { codes_off: true, ..OpenAccountPage::default() })));
        }
        let name = Name::parse(visit.form.get("name"));
        let number = IdNumber::parse(visit.form.get("id_number"), china_date(visit.now));
        let phone = Phone::parse(visit.form.get("phone"));
        let mut errors = Vec::new();
        errors.extend(name.as_ref().err().map(|e| FieldError::new("name", words::name(&visit.cx, *e))));
        errors.extend(number.as_ref().err().map(|e| FieldError::new("id_number", words::id_number(&visit.cx, *e))));
        errors.extend(phone.as_ref().err().map(|e| FieldError::new("phone", words::phone(&visit.cx, *e))));
        if let (Ok(name), Ok(id_number), Ok(phone)) = (name, number, phone) {
            let mut cookie = None;
            let keep = |flow| keep(&visit, flow, "/open-account/code", &mut cookie);
            let opening = Opening { name, id_number, phone };
            match ask_opening_code(&visit.world, origin(&visit), opening, visit.flow().next, keep).await? {
                Ok(()) => {
                    alarm(&visit).await?;
                    return Ok(with(Answer::see("/open-account/code"), cookie));
                }
                Err(no) => errors.push(FieldError::new("", words::no(&visit.cx, &no))),
            }
        }
        let typed = |field: &str| visit.form.get(field).to_owned();
        let again = OpenAccountPage {
            name: typed("name"),
            id_number: typed("id_number"),
            phone: typed("phone"),
            errors,
            ..OpenAccountPage::default()
        };
        Ok(Answer::again(page(&visit.cx, &again)))
    })
}

pub fn open_account_code(visit: Visit) -> Handled {
    Box::pin(async move {
        if visit.flow().opening.is_none() {
            return Ok(Answer::see("/open-account"));
        }
        Ok(Answer::page(code_page::page(&visit.cx, &CodePage::default())))
    })
}

pub fn open_account_check(visit: Visit) -> Handled {
    Box::pin(async move {
        let again = |errors| {
            let code = visit.form.get("code").to_owned();
            Answer::again(code_page::page(&visit.cx, &CodePage { code, errors, ..CodePage::default() }))
        };
        let code = match Code::parse(visit.form.get("code")) {
            Ok(code) => code,
            Err(error) => return Ok(again(vec![FieldError::new("code", words::code(&visit.cx, error))])),
        };
        let mut cookie = None;
        let open = |person: &Person| open_session(&visit, person, false, DONE, &mut cookie);
        let county = visit.world.region.code.clone();
        match open_helper_account(&visit.world, origin(&visit), &visit.flow(), &county, &code, open).await? {
            Ok(person) => {
                let comfort = brought_along(&visit, &person).await?;
                Ok(with(with(Answer::see(DONE), cookie), comfort))
            }
            Err(no) => Ok(again(vec![FieldError::new(field_of(&no), words::no(&visit.cx, &no))])),
        }
    })
}

pub fn open_account_done(visit: Visit) -> Handled {
    Box::pin(async move {
        let person = visit.caller.person().ok_or(AppError::SignIn)?;
        Ok(Answer::page(done_page::page(&visit.cx, person.verified())))
    })
}

/// 「再发一次验证码」
pub(super) async fn again(visit: Visit) -> AppResult<Answer> {
    let flow = visit.flow();
    let Some(opening) = flow.opening else { return Ok(Answer::see(next_of(&visit))) };
    let mut cookie = None;
    let keep = |flow| keep(&visit, flow, "/open-account/code", &mut cookie);
    match ask_opening_code(&visit.world, origin(&visit), opening, flow.next, keep).await? {
        Ok(()) => Ok(with(Answer::see("/open-account/code"), cookie)),
        Err(no) => {
            let errors = vec![FieldError::new("", words::no(&visit.cx, &no))];
            Ok(Answer::again(code_page::page(&visit.cx, &CodePage { errors, ..CodePage::default() })))
        }
    }
}
