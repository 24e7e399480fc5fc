//! Doors of helping: asking, acting for one, returning, leaving; and reading messages. The list itself has a room of its own.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::{act_for, ask_grant, list_helped, rule_grant};
use app::error::AppError;
use app::pages;
use app::ports::{Change, SessionOf};
use domain::family::{Ask, Typed};
use domain::ids::GrantId;
use domain::refusal::Refusal;

pub(super) fn empty(visit: &Visit) -> pages::ask_grant::AskPage {
    pages::ask_grant::AskPage {
        name: visit.form.get("name").to_owned(),
        id_number: visit.form.get("id_number").to_owned(),
        relation: visit.form.get("relation").to_owned(),
        scopes: visit.form.all("scopes"),
        items: visit.form.all("items"),
        months: visit.form.get("months").to_owned(),
        periods: visit.world.region.family.periods.value.clone(),
        errors: Vec::new(),
        verified: visit.caller.person().is_some_and(|p| p.verified()),
    }
}

pub(super) fn typed(page: &pages::ask_grant::AskPage) -> Typed<'_> {
    Typed {
        name: &page.name,
        id_number: &page.id_number,
        relation: &page.relation,
        scopes: &page.scopes,
        items: &page.items,
        months: &page.months,
    }
}

pub fn ask(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(pages::ask_grant::page(&visit.cx, &empty(&visit)))) })
}

pub fn ask_send(visit: Visit) -> Handled {
    Box::pin(async move {
        let mut page = empty(&visit);
        let read = Ask::read(typed(&page), &page.periods, visit.world.today());
        let asked = match read {
            Ok(ask) => ask_grant::ask_grant(&visit.world, &visit.caller, ask, visit.once(ASKED)).await,
            Err(problems) => {
                page.errors = pages::ask_grant::errors(&visit.cx, &problems);
                return Ok(Answer::again(pages::ask_grant::page(&visit.cx, &page)));
            }
        };
        match asked {
            Err(AppError::Refused(Refusal::OwnHelper)) => {
                page.errors = vec![app::ui::FieldError::new("id_number", visit.cx.t(Refusal::OwnHelper.key()))];
                Ok(Answer::again(pages::ask_grant::page(&visit.cx, &page)))
            }
            other => other.map(|()| Answer::see(ASKED)),
        }
    })
}

const ASKED: &str = "/family?asked=1";

/// A fresh session for the changed person. It lives no longer than the one it replaces.
fn turn(visit: &Visit, acting: Option<GrantId>) -> Result<(Vec<Change>, String), AppError> {
    let Some(SessionOf::Resident { person, own_phone, .. }) = visit.session.as_ref().map(|s| &s.of) else {
        return Err(AppError::SignIn);
    };
    let days = own_phone.then(|| u32::from(visit.world.region.sessions.value.own_phone_days));
    let of = SessionOf::Resident { person: person.clone(), acting, own_phone: *own_phone };
    let (mut changes, cookie) = visit.rotate(of, days);
    for change in &mut changes {
        if let (Change::PutSession(fresh), Some(old)) = (change, &visit.session) {
            fresh.created_at = old.created_at;
        }
    }
    Ok((changes, cookie))
}

pub fn act(visit: Visit) -> Handled {
    Box::pin(async move {
        let id = visit.param("grant").to_owned();
        let (changes, cookie) = turn(&visit, Some(GrantId::new(&id)))?;
        let view = act_for::act_for(&visit.world, &visit.caller, &id, changes).await?;
        Ok(Answer::see(act_for::first_page(&view, visit.now)).cookie(cookie))
    })
}

pub fn give_back(visit: Visit) -> Handled {
    Box::pin(async move {
        let (changes, cookie) = turn(&visit, None)?;
        act_for::return_to_self(&visit.world, &visit.caller, changes).await?;
        Ok(Answer::see("/family").cookie(cookie))
    })
}

pub fn leave(visit: Visit) -> Handled {
    Box::pin(async move {
        let helped = list_helped::see_helped(&visit.world, &visit.caller, visit.param("grant")).await?;
        Ok(Answer::page(pages::leave_grant::page(&visit.cx, &helped)))
    })
}

pub fn leave_do(visit: Visit) -> Handled {
    Box::pin(async move {
        let to = "/family?left=1";
        rule_grant::leave_grant(&visit.world, &visit.caller, visit.param("grant"), visit.once(to)).await?;
        Ok(Answer::see(to))
    })
}
