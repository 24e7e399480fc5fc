//! The return: everything that is missing at once. Each material and each answer has a prepared sentence that stays editable;
//! only ticked ones are sent. What was visible at an earlier return and has not changed is not offered again.

use super::case::CasePage;
use super::decide::act_form;
use crate::acts::return_case::MOST_WORDS;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::text;
use crate::ui::{Html, para};
use domain::case::Case;
use domain::ids::StaffId;
use leptos::prelude::*;

pub fn form_of(cx: &Cx, d: &CasePage) -> Html {
    let case = &d.found.case;
    let mut inner = vec![para(cx.t("desk-return-how"))];
    if !case.returns.is_empty() {
        let free = case.leave_for(d.me).is_some();
        inner.push(para(cx.t(if free { "desk-return-allowed" } else { "desk-return-second" })));
    }
    inner.extend(subjects(cx, case, d.me).into_iter().map(|(about, label)| row(cx, d, &about, &label)));
    act_form(cx, d, "return", inner)
}

/// What may be asked for now: materials first, then answers, each with its name.
pub fn subjects(cx: &Cx, case: &Case, clerk: &StaffId) -> Vec<(String, String)> {
    let Some(item) = case.item.item() else { return Vec::new() };
    let materials = item.needs(&case.answers).into_iter().map(|m| (m.id.to_owned(), cx.t(&format!("material-{}", m.id))));
    let fields = item
        .path(&case.answers)
        .into_iter()
        .flat_map(|s| s.fields)
        .filter(|f| case.answers.get(f.id).is_some())
        .map(|f| (f.id.to_owned(), words::label(cx, case.item, f.id)));
    materials.chain(fields).filter(|(id, _)| case.may_return_for(id, clerk)).collect()
}

fn row(cx: &Cx, d: &CasePage, about: &str, label: &str) -> Html {
    let (tick, said) = (format!("about-{about}"), format!("words-{about}"));
    let ticked = d.typed.is_some_and(|t| t.contains_key(&tick));
    let value = d.typed.and_then(|t| t.get(&said).cloned()).unwrap_or_else(|| prepared(cx, &d.found.case, about, label));
    let words_label = cx.tv("desk-return-words", &[("name", label)]);
    view! {
        <div class="return-row">
            <label class="choice" for=format!("f-{tick}")>
                <input type="checkbox" id=format!("f-{tick}") name=tick.clone() value="yes" checked=ticked/>
                <span class="choice-words"><span>{label.to_owned()}</span></span>
            </label>
            <textarea class="input" id=format!("f-{said}") name=said.clone() rows="2" maxlength=MOST_WORDS.to_string() aria-label=words_label>{value}</textarea>
        </div>
    }
    .into_any()
}

/// The sentence of this material or field when there is one of its own, else the general one.
fn prepared(cx: &Cx, case: &Case, about: &str, label: &str) -> String {
    let own = text::only(cx.lang, &format!("desk-return-{about}"));
    let material = case.item.item().is_some_and(|i| i.needs(&case.answers).iter().any(|m| m.id == about));
    let here = case.papers.iter().any(|p| p.material == about);
    match (material, here, own) {
        (true, false, _) => cx.tv("desk-return-missing", &[("name", label)]),
        (_, _, Some(own)) => own,
        (true, true, None) => cx.tv("desk-return-unclear", &[("name", label)]),
        (false, _, None) => cx.tv("desk-return-answer", &[("name", label)]),
    }
}
