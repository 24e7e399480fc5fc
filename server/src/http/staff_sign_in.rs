//! Staff come in, and supervisors reset accounts. Reads forms, calls one act, shows one page.

use super::answer::Answer;
use super::cookies;
use super::sign_in::{emptied, inner_path, origin, ready, with};
use super::visit::{Handled, Visit};
use app::acts::choose_password::{PasswordNo, choose_password};
use app::acts::reset_staff;
use app::acts::staff_sign_in::{StaffNo, staff_check_totp, staff_sign_in};
use app::caller::Caller;
use app::error::{AppError, AppResult};
use app::pages::sign_in::words;
use app::pages::staff_accounts::{Account, AccountsPage, ResetStep, ShownOnce, page as accounts_page};
use app::pages::staff_sign_in as pages;
use app::ports::{Change, Session, SessionOf, SignInFlow, Staff, Stash};
use app::ui::FieldError;
use domain::ids::StaffId;

const CODE: &str = "/staff/code";
const DESK: &str = "/staff";
const ASSIST: &str = "/assist";
const ACCOUNTS: &str = "/staff/accounts";
/// Between password and one-time password.
const STEP_MINUTES: i64 = 10;

pub fn staff_sign_in_page(mut visit: Visit) -> Handled {
    Box::pin(async move {
        if let Caller::Staff { .. } = visit.caller {
            return Ok(Answer::see(visit.caller.desk()));
        }
        let flow = visit.flow();
        let cookie = ready(&mut visit, flow).await?;
        let kept = visit.stashed();
        let user = kept.as_ref().map_or("", |f| f.get("user_name"));
        Ok(with(Answer::page(pages::page(&visit.cx, user, &[], kept.is_some())), cookie))
    })
}

pub fn staff_sign_in_check(visit: Visit) -> Handled {
    Box::pin(async move {
        let (user, password) = (visit.form.get("user_name"), visit.form.get("password"));
        let mut errors = Vec::new();
        for (name, value) in [("user", user), ("password", password)] {
            if value.is_empty() {
                let field = if name == "user" { "user_name" } else { name };
                errors.push(FieldError::new(field, visit.cx.t(&format!("staff-sign-in-empty-{name}"))));
            }
        }
        if errors.is_empty() {
            let mut cookie = None;
            // A new session, so that its age is the age of the password step.
            let remember = |staff| {
                let flow = SignInFlow { staff: Some(staff), next: visit.flow().next, ..SignInFlow::default() };
                let (changes, set) = visit.rotate(SessionOf::Visitor(flow), None);
                cookie = Some(set);
                emptied(&visit, changes, CODE)
            };
            match staff_sign_in(&visit.world, origin(&visit), user, password.to_owned(), remember).await? {
                Ok(()) => return Ok(with(Answer::see(CODE), cookie)),
                Err(no) => errors.push(FieldError::new("", words::staff_no(&visit.cx, no, false))),
            }
        }
        Ok(Answer::again(pages::page(&visit.cx, user, &errors, false)))
    })
}

pub fn staff_code(visit: Visit) -> Handled {
    Box::pin(async move {
        if waiting(&visit).is_none() {
            return Ok(Answer::see("/staff/sign-in"));
        }
        Ok(Answer::page(pages::code(&visit.cx, &[])))
    })
}

pub fn staff_code_check(visit: Visit) -> Handled {
    Box::pin(async move {
        let asked = visit.flow().next;
        let mut next = DESK.to_owned();
        let waiting = waiting(&visit);
        let mut cookie = None;
        let open = |staff: &Staff| {
            // Each kind of staff begins at her own place, whichever page was asked for before.
            let home = if staff.kind.assists() { ASSIST } else { DESK };
            next = inner_path(asked.filter(|n| n.starts_with(home)).as_ref()).unwrap_or_else(|| home.to_owned());
            let (changes, set) = visit.rotate(SessionOf::Staff { staff: staff.id.clone(), present: None }, None);
            cookie = Some(set);
            emptied(&visit, changes, &next)
        };
        match staff_check_totp(&visit.world, origin(&visit), waiting.as_ref(), visit.form.get("code"), open).await? {
            Ok(()) => Ok(with(Answer::see(next), cookie)),
            Err(no) => {
                let errors = [FieldError::new(if no == StaffNo::Wrong { "code" } else { "" }, words::staff_no(&visit.cx, no, true))];
                Ok(Answer::again(pages::code(&visit.cx, &errors)))
            }
        }
    })
}

pub fn password(visit: Visit) -> Handled {
    Box::pin(async move {
        let (me, _) = visit.caller.staff().ok_or(AppError::SignIn)?;
        if !me.must_choose_password {
            return Ok(Answer::see(visit.caller.desk()));
        }
        Ok(Answer::page(pages::password(&visit.cx, &[])))
    })
}

pub fn password_choose(visit: Visit) -> Handled {
    Box::pin(async move {
        let (typed, again) = (visit.form.get("password"), visit.form.get("again"));
        match choose_password(&visit.world, &visit.caller, typed, again, visit.once(visit.caller.desk())).await? {
            Ok(()) => Ok(Answer::see(visit.caller.desk())),
            Err(no) => {
                let field = if no == PasswordNo::NotTheSame { "again" } else { "password" };
                Ok(Answer::again(pages::password(&visit.cx, &[FieldError::new(field, words::password_no(&visit.cx, no))])))
            }
        }
    })
}

pub fn staff_sign_out(visit: Visit) -> Handled {
    Box::pin(async move {
        if let Some(session) = &visit.session {
            visit.world.store.commit(vec![Change::EndSession(session.id.clone())]).await?;
        }
        Ok(Answer::see("/staff/sign-in").cookie(cookies::end(cookies::SESSION)))
    })
}

pub fn accounts(visit: Visit) -> Handled {
    Box::pin(async move {
        let (me, _) = visit.caller.staff().ok_or(AppError::SignIn)?;
        let found = reset_staff::see_accounts(&visit.world, &visit.caller).await?;
        let new_access = shown_once(&visit).await?;
        let accounts = found.into_iter().map(|staff| account(me, staff, visit.now)).collect();
        Ok(Answer::page(accounts_page(&visit.cx, &AccountsPage { accounts, new_access })))
    })
}

pub fn accounts_reset(visit: Visit) -> Handled {
    Box::pin(async move {
        let id = StaffId::new(visit.param("staff"));
        if visit.form.get("step") == "confirm" {
            let session = visit.session.clone().ok_or(AppError::SignIn)?;
            let show = |new: &reset_staff::NewAccess| {
                let form = [("user", &new.user_name), ("password", &new.password), ("secret", &new.totp_secret)];
                let form = form.map(|(name, value)| (name.to_owned(), value.clone())).to_vec();
                // Kept sealed with this session until the next page has shown it.
                let stash = Some(Stash { path: ACCOUNTS.to_owned(), form });
                let mut changes = vec![Change::PutSession(Box::new(Session { stash, ..session }))];
                changes.extend(visit.once(ACCOUNTS));
                changes
            };
            reset_staff::confirm_reset(&visit.world, &visit.caller, &id, show).await?;
        } else {
            reset_staff::ask_reset(&visit.world, &visit.caller, &id, visit.once(ACCOUNTS)).await?;
        }
        Ok(Answer::see(ACCOUNTS))
    })
}

/// Whose one-time password is still open, unless the password step is too long ago.
fn waiting(visit: &Visit) -> Option<StaffId> {
    let session = visit.session.as_ref()?;
    let age = visit.now.duration_since(session.created_at);
    visit.flow().staff.filter(|_| age < jiff::SignedDuration::from_mins(STEP_MINUTES))
}

async fn shown_once(visit: &Visit) -> AppResult<Option<ShownOnce>> {
    let Some(session) = visit.session.as_ref() else { return Ok(None) };
    let Some(stash) = session.stash.as_ref().filter(|s| s.path == ACCOUNTS) else { return Ok(None) };
    let value = |name: &str| stash.form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let shown = ShownOnce { user_name: value("user"), password: value("password"), totp_secret: value("secret") };
    let emptied = Session { stash: None, ..session.clone() };
    visit.world.store.commit(vec![Change::PutSession(Box::new(emptied))]).await?;
    Ok((!shown.password.is_empty()).then_some(shown))
}

fn account(me: &Staff, staff: Staff, now: jiff::Timestamp) -> Account {
    let step = match reset_staff::standing_request(&staff, now) {
        _ if staff.id == me.id => ResetStep::Own,
        None => ResetStep::None,
        Some(first) if *first == me.id => ResetStep::AskedByMe,
        Some(_) => ResetStep::AskedByOther,
    };
    let tier = match staff.tier {
        _ if staff.kind.assists() => "accounts-tier-assistant",
        domain::review::Tier::Village => "accounts-tier-village",
        domain::review::Tier::Township => "accounts-tier-township",
        domain::review::Tier::County => "accounts-tier-county",
    };
    Account {
        id: staff.id.0,
        user_name: staff.user_name,
        display_name: staff.display_name,
        tier,
        desk: staff.desk.0,
        supervisor: staff.supervisor,
        active: staff.active,
        step,
    }
}
