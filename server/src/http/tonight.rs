//! Tonight in hospital: the province, then the rest on one page. Nothing about the elder is ever shown back.

use super::answer::Answer;
use super::filing::{forget_stash, stashed, told};
use super::visit::{Handled, Visit};
use app::acts::file_tonight;
use app::pages::filing::tonight as pages;
use app::ui::FieldError;
use domain::catalog::answers::{NONE, UNSURE};
use domain::catalog::field::RawForm;
use domain::catalog::{Answers, FieldProblem, ItemCode, PROVINCES};

/// How long an answer may be said, where somebody listens.
fn speak(visit: &Visit) -> Option<u16> {
    visit.world.hearing.there().then(|| visit.world.region.recordings.value.command_seconds)
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        // First the province, then everything else with its cities. A province names nobody and may stand in the address.
        let asked = |form: &RawForm| form.get("province").is_some_and(|code| PROVINCES.contains(&code.as_str()));
        let typed = stashed(&visit).filter(asked).unwrap_or_else(|| {
            let province = visit.query.get_key_value("province");
            RawForm::from_iter(province.map(|(name, code)| (name.clone(), code.clone())))
        });
        let page = pages::TonightPage { typed: &typed, errors: Vec::new(), speak: speak(&visit) };
        let asks = if asked(&typed) { pages::page } else { pages::place };
        Ok(Answer::page(asks(&visit.cx, &page)))
    })
}

pub fn file(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.raw();
        let province = visit.form.get("province").to_owned();
        if !PROVINCES.contains(&province.as_str()) {
            let error = domain::catalog::FieldError { field: "province", problem: FieldProblem::NotListed };
            let errors = vec![told(&visit, ItemCode::OutOfArea, &error)];
            return Ok(Answer::again(pages::place(&visit.cx, &pages::TonightPage { typed: &typed, errors, speak: speak(&visit) })));
        }
        if visit.form.has("place") {
            return Ok(Answer::see(format!("/tonight?province={province}")));
        }
        match read_tonight(&visit, &typed) {
            Ok(form) => {
                file_tonight::file_tonight(&visit.world, &visit.caller, form, |to| visit.once(to)).await?;
                forget_stash(&visit).await?;
                Ok(Answer::see("/tonight/done"))
            }
            Err(errors) => Ok(Answer::again(pages::page(&visit.cx, &pages::TonightPage { typed: &typed, errors, speak: speak(&visit) }))),
        }
    })
}

fn read_tonight(visit: &Visit, typed: &RawForm) -> Result<file_tonight::TonightForm, Vec<FieldError>> {
    let mut errors = Vec::new();
    let name = domain::person::Name::parse(visit.form.get("elder-name"))
        .map_err(|e| errors.push(FieldError::new("elder-name", visit.cx.t(e.key()))))
        .ok();
    let number = domain::person::IdNumber::parse(visit.form.get("elder-number"), visit.world.today())
        .map_err(|e| errors.push(FieldError::new("elder-number", visit.cx.t(e.key()))))
        .ok();
    let mut answers = Answers::default();
    if let Some(item) = ItemCode::OutOfArea.item() {
        for id in ["kind", "province", "city", "start"] {
            // In a municipality there is no city to ask for.
            let Some(field) = item.path(&answers).into_iter().flat_map(|s| s.fields).find(|f| f.id == id) else { continue };
            match field.read(typed, &answers, visit.world.today()) {
                Ok(Some(value)) => answers.set(id, value),
                Ok(None) => {}
                Err(error) => errors.push(told(visit, item.code, &error)),
            }
        }
    }
    // What the filer cannot know is said to be unknown; she herself is the contact.
    answers.set("end", UNSURE);
    if let Some(me) = visit.caller.person() {
        answers.set("contact-name", me.name.as_str());
        answers.set("contact-phone", me.phone.as_ref().map_or(NONE, |phone| phone.plain()));
    }
    match (name, number) {
        (Some(name), Some(id_number)) if errors.is_empty() => Ok(file_tonight::TonightForm { name, id_number, answers }),
        _ => Err(errors),
    }
}

pub fn done(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(pages::done(&visit.cx))) })
}
