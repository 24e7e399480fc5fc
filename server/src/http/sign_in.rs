//! Residents come in: name and number, code, own phone, paper slip, a helper's account; sessions and signing out.
//! Reads forms, calls one act, shows one page.

use super::answer::Answer;
use super::comfort::brought_along;
use super::cookies;
use super::visit::{Handled, Visit, form_token};
use app::acts::ask_sign_in_code::{ask_again, ask_code_on_own_phone, ask_sign_in_code, owner_of_phone};
use app::acts::check_sign_in_code::check_sign_in_code;
use app::acts::codes::SignInNo;
use app::acts::limits::{self, Origin};
use app::acts::sign_in_by_slip;
use app::caller::Caller;
use app::error::{AppError, AppResult};
use app::pages::sign_in::code::CodePage;
use app::pages::sign_in::slip::SlipPage;
use app::pages::sign_in::{SignInPage, code as code_page, on_own_phone, page, slip as slip_page, words};
use app::ports::{Change, OwnPhone, Person, Session, SessionOf, SignInFlow};
use app::ui::FieldError;
use domain::calendar::china_date;
use domain::person::{Code, IdNumber, Name};
use domain::sign_in::Pin;

const OWN_PHONE_SESSION_DAYS: u32 = 30;
const OWN_PHONE_COOKIE_DAYS: u32 = 365;
const HOME: &str = "/my-cases";

pub fn sign_in(mut visit: Visit) -> Handled {
    Box::pin(async move {
        if let Caller::Resident { .. } = visit.caller {
            return Ok(Answer::see(inner_path(visit.query.get("next")).unwrap_or_else(|| HOME.to_owned())));
        }
        let mut flow = visit.flow();
        if let Some(next) = inner_path(visit.query.get("next")) {
            flow.next = Some(next);
        }
        let cookie = ready(&mut visit, flow).await?;
        let owner = match visit.query.get("who") {
            Some(_) => None,
            None => owner_of_phone(&visit.world, visit.own_phone.as_deref()).await?,
        };
        let html = match owner {
            Some(person) if visit.site.options.codes_on => on_own_phone(&visit.cx, &person.name.masked(), &[], visit.stashed().is_some()),
            _ => {
                let kept = visit.stashed();
                let typed = |field: &str| kept.as_ref().map(|f| f.get(field).to_owned()).unwrap_or_default();
                let codes_off = !visit.site.options.codes_on;
                let (name, id_number) = (typed("name"), typed("id_number"));
                page(&visit.cx, &SignInPage { name, id_number, codes_off, late: kept.is_some(), ..SignInPage::default() })
            }
        };
        Ok(with(Answer::page(html), cookie))
    })
}

pub fn sign_in_send(visit: Visit) -> Handled {
    Box::pin(async move {
        if !visit.site.options.codes_on {
            return Ok(Answer::again(page(&visit.cx, &SignInPage { codes_off: true, ..SignInPage::default() })));
        }
        if visit.form.get("own") == "1" {
            return send_on_own_phone(visit).await;
        }
        let (name, number) = (Name::parse(visit.form.get("name")), IdNumber::parse(visit.form.get("id_number"), china_date(visit.now)));
        let mut errors = Vec::new();
        errors.extend(name.as_ref().err().map(|e| FieldError::new("name", words::name(&visit.cx, *e))));
        errors.extend(number.as_ref().err().map(|e| FieldError::new("id_number", words::id_number(&visit.cx, *e))));
        if let (Ok(name), Ok(number)) = (name, number) {
            let mut cookie = None;
            let keep = |flow| keep(&visit, flow, "/sign-in/code", &mut cookie);
            match ask_sign_in_code(&visit.world, origin(&visit), &name, &number, visit.flow(), keep).await? {
                Ok(()) => {
                    alarm(&visit).await?;
                    return Ok(with(Answer::see("/sign-in/code"), cookie));
                }
                Err(no) => errors.push(FieldError::new("", words::no(&visit.cx, &no))),
            }
        }
        let typed = |field: &str| visit.form.get(field).to_owned();
        let again = SignInPage { name: typed("name"), id_number: typed("id_number"), errors, ..SignInPage::default() };
        Ok(Answer::again(page(&visit.cx, &again)))
    })
}

async fn send_on_own_phone(visit: Visit) -> AppResult<Answer> {
    let Some(person) = owner_of_phone(&visit.world, visit.own_phone.as_deref()).await? else {
        return Ok(Answer::see("/sign-in"));
    };
    let mut cookie = None;
    let keep = |flow| keep(&visit, flow, "/sign-in/code", &mut cookie);
    match ask_code_on_own_phone(&visit.world, origin(&visit), &person, visit.flow(), keep).await? {
        Ok(()) => Ok(with(Answer::see("/sign-in/code"), cookie)),
        Err(no) => {
            let errors = [FieldError::new("", words::no(&visit.cx, &no))];
            Ok(Answer::again(on_own_phone(&visit.cx, &person.name.masked(), &errors, false)))
        }
    }
}

pub fn sign_in_code(visit: Visit) -> Handled {
    Box::pin(async move {
        if visit.flow().number_hash.is_none() || visit.flow().opening.is_some() {
            return Ok(Answer::see("/sign-in"));
        }
        let own_known = owns_this_browser(&visit).await?;
        Ok(Answer::page(code_page::page(&visit.cx, &CodePage { own_known, ..CodePage::default() })))
    })
}

pub fn sign_in_check(visit: Visit) -> Handled {
    Box::pin(async move {
        let own_known = owns_this_browser(&visit).await?;
        let own_ticked = visit.form.has("own_phone");
        let again = |errors| {
            let code = visit.form.get("code").to_owned();
            Answer::again(code_page::page(&visit.cx, &CodePage { code, own_ticked, own_known, errors }))
        };
        let code = match Code::parse(visit.form.get("code")) {
            Ok(code) => code,
            Err(error) => return Ok(again(vec![FieldError::new("code", words::code(&visit.cx, error))])),
        };
        let next = next_of(&visit);
        let (mut cookie, mut phone_cookie) = (None, None);
        let open = |person: &Person| {
            let own = own_ticked || own_known;
            let mut changes = open_session(&visit, person, own, &next, &mut cookie);
            if own && !own_known {
                let token = format!("{}{}", visit.world.new_id(), visit.world.new_id());
                let id = visit.world.seals.lookup("own-phone", &token);
                changes.push(Change::PutOwnPhone(OwnPhone { id, person: person.id.clone(), since: visit.now }));
                phone_cookie = Some(cookies::set(cookies::OWN_PHONE, &token, Some(OWN_PHONE_COOKIE_DAYS)));
            }
            changes
        };
        match check_sign_in_code(&visit.world, origin(&visit), &visit.flow(), &code, open).await? {
            Ok(person) => {
                let comfort = brought_along(&visit, &person).await?;
                Ok(with(with(with(Answer::see(next), cookie), phone_cookie), comfort))
            }
            Err(no) => Ok(again(vec![FieldError::new(field_of(&no), words::no(&visit.cx, &no))])),
        }
    })
}

/// 「再发一次验证码」, for signing in and for opening an account.
pub fn sign_in_again(visit: Visit) -> Handled {
    Box::pin(async move {
        if visit.flow().opening.is_some() {
            return super::open_account::again(visit).await;
        }
        if visit.flow().number_hash.is_none() || !visit.site.options.codes_on {
            return Ok(Answer::see("/sign-in"));
        }
        let mut cookie = None;
        let keep = |flow| keep(&visit, flow, "/sign-in/code", &mut cookie);
        match ask_again(&visit.world, origin(&visit), visit.flow(), keep).await? {
            Ok(()) => Ok(with(Answer::see("/sign-in/code"), cookie)),
            Err(no) => {
                let errors = vec![FieldError::new("", words::no(&visit.cx, &no))];
                let own_known = owns_this_browser(&visit).await?;
                Ok(Answer::again(code_page::page(&visit.cx, &CodePage { own_known, errors, ..CodePage::default() })))
            }
        }
    })
}

pub fn slip_sign_in(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let flow = visit.flow();
        let cookie = ready(&mut visit, flow).await?;
        let kept = visit.stashed();
        let code = kept.as_ref().map(|f| f.get("slip").to_owned()).unwrap_or_default();
        Ok(with(Answer::page(slip_page::page(&visit.cx, &SlipPage { code, late: kept.is_some(), ..SlipPage::default() })), cookie))
    })
}

pub fn slip_sign_in_check(visit: Visit) -> Handled {
    Box::pin(async move {
        let again = |errors| {
            let code = visit.form.get("slip").to_owned();
            Ok(Answer::again(slip_page::page(&visit.cx, &SlipPage { code, errors, late: false })))
        };
        let pin = match Pin::read(visit.form.get("pin")) {
            Ok(pin) => pin,
            Err(error) => return again(vec![FieldError::new("pin", words::pin(&visit.cx, error))]),
        };
        let next = next_of(&visit);
        let mut cookie = None;
        let open = |person: &Person| open_session(&visit, person, false, &next, &mut cookie);
        let done = sign_in_by_slip::sign_in_by_slip(&visit.world, origin(&visit), visit.form.get("slip"), &pin, open).await?;
        match done {
            Ok(person) => {
                let comfort = brought_along(&visit, &person).await?;
                Ok(with(with(Answer::see(next), cookie), comfort))
            }
            Err(no) => again(vec![FieldError::new(field_of(&no), words::no(&visit.cx, &no))]),
        }
    })
}

pub fn sign_out(visit: Visit) -> Handled {
    Box::pin(async move {
        if let Some(session) = &visit.session {
            visit.world.store.commit(vec![Change::EndSession(session.id.clone())]).await?;
        }
        Ok(Answer::see("/").cookie(cookies::end(cookies::SESSION)))
    })
}

// What several of these doors share.

pub(super) fn origin(visit: &Visit) -> Origin<'_> {
    Origin { address: &visit.address, hall: visit.hall }
}

/// A path inside this site, nothing else.
pub(super) fn inner_path(next: Option<&String>) -> Option<String> {
    let next = next?;
    let plain = next.starts_with('/') && !next.starts_with("//") && next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    plain.then(|| next.clone())
}

pub(super) fn next_of(visit: &Visit) -> String {
    inner_path(visit.flow().next.as_ref()).filter(|path| !path.starts_with("/staff")).unwrap_or_else(|| HOME.to_owned())
}

/// A form needs a session before it can be sent; reading a page alone writes nothing more.
pub(super) async fn ready(visit: &mut Visit, flow: SignInFlow) -> AppResult<Option<String>> {
    let fits = match visit.session.as_ref().map(|s| &s.of) {
        None => false,
        Some(SessionOf::Visitor(kept)) => *kept == flow,
        Some(_) => true,
    };
    if fits {
        return Ok(None);
    }
    let (changes, cookie) = visit.keep_flow(flow);
    let session = changes.iter().find_map(|change| match change {
        Change::PutSession(session) => Some((**session).clone()),
        _ => None,
    });
    visit.world.store.commit(changes).await?;
    visit.cx.csrf = form_token(&visit.world, session.as_ref(), &Caller::Anonymous);
    visit.session = session;
    Ok(cookie)
}

/// The flow for the next page, and the mark that this form was sent.
pub(super) fn keep(visit: &Visit, flow: SignInFlow, location: &str, cookie: &mut Option<String>) -> Vec<Change> {
    let (mut changes, set) = visit.keep_flow(flow);
    *cookie = set;
    changes.extend(visit.once(location));
    changes
}

/// A fresh session for the person. The old one becomes a visitor's with nothing in it, so that a second tap on the same
/// button still finds its form and is led onward.
pub(super) fn open_session(visit: &Visit, person: &Person, own_phone: bool, next: &str, cookie: &mut Option<String>) -> Vec<Change> {
    let of = SessionOf::Resident { person: person.id.clone(), acting: None, own_phone };
    let (changes, set) = visit.rotate(of, own_phone.then_some(OWN_PHONE_SESSION_DAYS));
    *cookie = Some(set);
    emptied(visit, changes, next)
}

pub(super) fn emptied(visit: &Visit, changes: Vec<Change>, next: &str) -> Vec<Change> {
    let mut changes: Vec<Change> = changes
        .into_iter()
        .map(|change| match (&change, &visit.session) {
            (Change::EndSession(id), Some(old)) if old.id == *id && matches!(old.of, SessionOf::Visitor(_)) => {
                let empty = Session { of: SessionOf::Visitor(SignInFlow::default()), stash: None, ..old.clone() };
                Change::PutSession(Box::new(empty))
            }
            _ => change,
        })
        .collect();
    changes.extend(visit.once(next));
    changes
}

pub(super) fn with(answer: Answer, cookie: Option<String>) -> Answer {
    match cookie {
        Some(cookie) => answer.cookie(cookie),
        None => answer,
    }
}

/// Mistakes of a field stand at the field; the others on top.
pub(super) fn field_of(no: &SignInNo) -> &'static str {
    match no {
        SignInNo::Wrong { .. } | SignInNo::Expired => "code",
        SignInNo::SlipUnknown => "slip",
        SignInNo::SlipWrong { left: 1.. } => "pin",
        SignInNo::ScreenUnknown => "number",
        _ => "",
    }
}

/// This browser is known as the phone of the very person who signs in.
async fn owns_this_browser(visit: &Visit) -> AppResult<bool> {
    let Some(person) = visit.flow().person else { return Ok(false) };
    let owner = owner_of_phone(&visit.world, visit.own_phone.as_deref()).await?;
    Ok(owner.is_some_and(|owner| owner.id == person))
}

/// Never refuses anybody: the staff on duty read it.
pub(super) async fn alarm(visit: &Visit) -> Result<(), AppError> {
    if let Some(alarm) = limits::alarm(&visit.world, &visit.world.region.addresses.value).await? {
        tracing::warn!(count = alarm.count, expected = alarm.expected_at_most, "more sign-ins than expected");
    }
    Ok(())
}
