//! The doors of the counter: people, intake, slips, declared relatives.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::{counter_intake, declare_family, find_people, issue_slip, mark_death, serve_person};
use app::error::AppError;
use app::pages::desk::{self, declare, people, person, slip};
use app::ports::{Change, SessionOf};
use app::ui::FieldError;
use domain::person::{IdNumber, Phone};
use domain::refusal::Refusal;
use std::sync::Mutex;

pub fn people(visit: Visit) -> Handled {
    Box::pin(async move {
        let data = people::PeoplePage { typed: String::new(), found: None, errors: Vec::new() };
        Ok(Answer::page(people::page(&visit.cx, &data)))
    })
}

/// Results stand on the answer itself, so that no name reaches an address line.
pub fn people_find(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.get("words").to_owned();
        if domain::catalog::field::outer_trim(&typed).is_empty() {
            let errors = vec![FieldError::new("words", visit.cx.t("counter-people-empty"))];
            return Ok(Answer::again(people::page(&visit.cx, &people::PeoplePage { typed, found: None, errors })));
        }
        let found = find_people::find_people(&visit.world, &visit.caller, &typed).await?;
        let found = found
            .into_iter()
            .map(|p| people::Found {
                id: p.id.as_str().to_owned(),
                name: p.name.as_str().to_owned(),
                number: p.id_number.masked(),
                village: visit.world.region.full_area_name(p.village.as_str()),
            })
            .collect();
        Ok(Answer::page(people::page(&visit.cx, &people::PeoplePage { typed, found: Some(found), errors: Vec::new() })))
    })
}

pub fn person(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(person_page(&visit, Vec::new(), String::new()).await?)) })
}

async fn person_page(visit: &Visit, errors: Vec<FieldError>, typed_phone: String) -> Result<String, AppError> {
    let at = find_people::look_at_person(&visit.world, &visit.caller, visit.param("person")).await?;
    let village = visit.world.region.full_area_name(at.person.village.as_str());
    let county = visit.caller.staff().is_some_and(|(_, reviewer)| reviewer.tier == domain::review::Tier::County);
    let merges = county && visit.caller.staff().is_some_and(|(_, reviewer)| reviewer.supervisor);
    let site = visit.caller.staff().is_some_and(|(_, reviewer)| reviewer.desk.is_site());
    let present = visit.caller.subject_id() == Some(&at.person.id);
    let other_present = !present && visit.caller.subject_id().is_some();
    Ok(person::page(&visit.cx, &person::PersonPage { at: &at, village, present, other_present, typed_phone, errors, county, merges, site }))
}

/// The card was not ticked: the same page says so beside the box.
async fn card_again(visit: &Visit, what: &str, error: AppError) -> Result<Answer, AppError> {
    match error {
        AppError::Refused(refusal) if desk::stays(refusal) => {
            let errors = vec![FieldError::new(&format!("card-{what}"), visit.cx.t(refusal.key()))];
            Ok(Answer::again(person_page(visit, errors, visit.form.get("phone").to_owned()).await?))
        }
        other => Err(other),
    }
}

/// Back to her page, or the same page again.
async fn card_done(visit: &Visit, what: &str, done: app::error::AppResult<()>) -> Result<Answer, AppError> {
    match done {
        Ok(()) => Ok(Answer::see(here(visit))),
        Err(error) => card_again(visit, what, error).await,
    }
}

fn here(visit: &Visit) -> String {
    format!("/staff/people/{}", visit.param("person"))
}

pub fn intake(visit: Visit) -> Handled {
    Box::pin(async move {
        let cookie = Mutex::new(None);
        let card = visit.form.has("card-intake");
        let done =
            counter_intake::begin_intake(&visit.world, &visit.caller, visit.param("person"), card, |of| hand_over(&visit, of, &cookie))
                .await;
        match done {
            Ok(()) => Ok(with_cookie(Answer::see(here(&visit)), cookie)),
            Err(error) => card_again(&visit, "intake", error).await,
        }
    })
}

pub fn intake_end(visit: Visit) -> Handled {
    Box::pin(async move {
        let cookie = Mutex::new(None);
        counter_intake::end_intake(&visit.world, &visit.caller, |of| hand_over(&visit, of, &cookie)).await?;
        Ok(with_cookie(Answer::see(visit.caller.desk()), cookie))
    })
}

/// A fresh session for a changed person; the clerk's eight hours go on from where they began.
pub(super) fn hand_over(visit: &Visit, of: SessionOf, cookie: &Mutex<Option<String>>) -> Vec<Change> {
    let began = visit.session.as_ref().map(|s| s.created_at);
    let (mut changes, fresh) = visit.rotate(of, None);
    for change in &mut changes {
        if let (Change::PutSession(session), Some(began)) = (change, began) {
            session.created_at = began;
        }
    }
    if let Ok(mut slot) = cookie.lock() {
        *slot = Some(fresh);
    }
    changes
}

pub(super) fn with_cookie(answer: Answer, cookie: Mutex<Option<String>>) -> Answer {
    match cookie.into_inner().ok().flatten() {
        Some(cookie) => answer.cookie(cookie),
        None => answer,
    }
}

pub fn slip_issue(visit: Visit) -> Handled {
    Box::pin(async move {
        let card = visit.form.has("card-slip");
        match issue_slip::issue_slip(&visit.world, &visit.caller, visit.param("person"), card, |at| visit.once(at)).await {
            Ok(slip) => Ok(Answer::see(format!("/staff/slips/{slip}"))),
            Err(error) => card_again(&visit, "slip", error).await,
        }
    })
}

pub fn slip(visit: Visit) -> Handled {
    Box::pin(async move {
        let id = visit.param("slip").to_owned();
        let (person, slip, shown) = issue_slip::show_slip(&visit.world, &visit.caller, &id).await?;
        let expires = visit.world.region.slips.value.expires(slip.issued_at);
        let data = slip::SlipPage { id: &id, name: person.name.masked(), person: person.id.as_str(), shown: &shown, expires };
        Ok(Answer::page(slip::page(&visit.cx, &data)))
    })
}

pub fn mark_dead(visit: Visit) -> Handled {
    Box::pin(async move {
        let seen = visit.form.has("card-death");
        let done = mark_death::mark_dead(&visit.world, &visit.caller, visit.param("person"), seen, visit.once(&here(&visit))).await;
        card_done(&visit, "death", done).await
    })
}

pub fn undo_death(visit: Visit) -> Handled {
    Box::pin(async move {
        let card = visit.form.has("card-alive");
        let done = mark_death::undo_death(&visit.world, &visit.caller, visit.param("person"), card, visit.once(&here(&visit))).await;
        card_done(&visit, "alive", done).await
    })
}

pub fn confirm_identity(visit: Visit) -> Handled {
    Box::pin(async move {
        let card = visit.form.has("card-identity");
        let done =
            serve_person::confirm_identity(&visit.world, &visit.caller, visit.param("person"), card, visit.once(&here(&visit))).await;
        card_done(&visit, "identity", done).await
    })
}

pub fn change_phone(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.get("phone").to_owned();
        let Ok(phone) = Phone::parse(&typed) else {
            let errors = vec![FieldError::new("phone", visit.cx.t("counter-phone-wrong"))];
            return Ok(Answer::again(person_page(&visit, errors, typed).await?));
        };
        let card = visit.form.has("card-phone");
        match serve_person::change_phone(&visit.world, &visit.caller, visit.param("person"), phone, card, visit.once(&here(&visit))).await {
            Ok(()) => Ok(Answer::see(here(&visit))),
            Err(error) => card_again(&visit, "phone", error).await,
        }
    })
}

pub fn declare(visit: Visit) -> Handled {
    Box::pin(async move {
        let done = visit.query.contains_key("done");
        Ok(Answer::page(declare::page(&visit.cx, "", &[], done)))
    })
}

pub fn declare_do(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.get("number").to_owned();
        let number = match IdNumber::parse(&typed, visit.world.today()) {
            Ok(number) => number,
            Err(error) => {
                let errors = vec![FieldError::new("number", visit.cx.t(error.key()))];
                return Ok(Answer::again(declare::page(&visit.cx, &typed, &errors, false)));
            }
        };
        let to = "/staff/declare?done=yes";
        match declare_family::declare_family(&visit.world, &visit.caller, &number, visit.once(to)).await {
            Ok(()) => Ok(Answer::see(to)),
            Err(AppError::Refused(Refusal::OwnMatter)) => Ok(Answer::see(to)),
            Err(error) => Err(error),
        }
    })
}
