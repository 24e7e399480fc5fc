//! The papers of a case, large, in the order of the check list. Zoom is a link to the paper itself: no script.

use super::{case_path, heading};
use crate::acts::promise::grouped;
use crate::cx::Cx;
use crate::pages::filing::{earlier, words};
use crate::ui::{Form, Html, Status, Tone, button, form, para, stack, tag};
use domain::calendar::china_date;
use domain::case::{Case, CaseAct, PaperRef, Role, transition};
use leptos::prelude::*;

/// Check list and papers in one: each material with what is there.
pub fn section(cx: &Cx, case: &Case) -> Html {
    let needed = case.item.item().map(|item| item.needs(&case.answers)).unwrap_or_default();
    let mut parts = vec![heading(cx, "desk-papers", Some("papers"))];
    if needed.is_empty() {
        parts.push(para(cx.t("desk-papers-none")));
    }
    let mut number = 0;
    for material in needed {
        let name = cx.t(&format!("material-{}", material.id));
        let here: Vec<&PaperRef> = case.papers.iter().filter(|p| p.material == material.id).collect();
        let promised = case.deferrals.iter().any(|d| d.material == material.id && d.received_at.is_none());
        let proof = case.proved(material.id);
        let (look, key) = match (here.is_empty(), promised, material.main) {
            (true, ..) if proof.is_some() => (Status::Done, "desk-shared"),
            (false, _, _) => (Status::Done, "desk-paper-here"),
            (true, true, _) => (Status::Waiting, "desk-paper-promised"),
            (true, false, true) => (Status::Refused, "desk-paper-main-missing"),
            (true, false, false) => (Status::YourTurn, "desk-paper-secondary-missing"),
        };
        let count = here.len().to_string();
        let state = tag(look, &cx.tv(key, &[("count", &count)]));
        let counts = cx.t(&format!("material-{}-counts", material.id));
        parts.push(view! { <div class="check-row"><h3>{name.clone()}</h3>{state}<p class="hint">{counts}</p></div> }.into_any());
        parts.extend(proof.map(|proof| para(earlier::found(cx, "desk-shared-what", proof))));
        parts.extend(sheet(cx, case, material.id));
        for paper in here {
            number += 1;
            parts.extend(paper.earlier.as_ref().map(|earlier| {
                let date = words::plain_date(cx, china_date(earlier.at));
                para(cx.tv("desk-paper-earlier", &[("date", &date), ("reference", &grouped(&earlier.reference))]))
            }));
            parts.push(figure(cx, paper, &name, number));
        }
    }
    stack(parts)
}

/// Where the sheet itself is wanted beside its picture: whether it came, and a button for whoever opens the envelope.
fn sheet(cx: &Cx, case: &Case, material: &str) -> Option<Html> {
    if let Some(came) = case.sheets.iter().find(|sheet| sheet.material == material) {
        return Some(para(cx.tv("desk-sheet-here", &[("when", &words::moment(cx, came.at))])));
    }
    let waits = case.sheets_due().contains(&material) && transition(case.state, CaseAct::SheetCame, Role::Village).is_some();
    let to = format!("{}/sheet-came", case_path(&case.reference));
    let label = cx.tv("desk-sheet-came", &[("material", &cx.t(&format!("material-{material}")))]);
    waits.then(|| form(cx, Form::post(&to).hidden("material", material), button(&label, Tone::Secondary, None)))
}

fn figure(cx: &Cx, paper: &PaperRef, name: &str, number: usize) -> Html {
    let src = format!("/staff/papers/{}", paper.id);
    let n = number.to_string();
    let alt = cx.tv("desk-paper-alt", &[("material", name), ("number", &n)]);
    let id = format!("paper-{number}");
    let key = (number == 1).then_some("z");
    if paper.mime == "application/pdf" {
        let label = cx.tv("desk-paper-pdf", &[("number", &n)]);
        return view! { <p class="link-row" id=id><a href=src accesskey=key>{label}</a></p> }.into_any();
    }
    let zoom = cx.tv(if number == 1 { "desk-paper-zoom-key" } else { "desk-paper-zoom" }, &[("number", &n)]);
    let (save, small) = (cx.t("desk-paper-save"), cx.t("desk-paper-small"));
    view! {
        <figure class="desk-paper" id=id.clone()>
            <figcaption>
                <a class="paper-zoom" href=format!("#{id}") accesskey=key>{zoom}</a>
                <a class="paper-small" href="#papers">{small}</a>
                <a href=src.clone()>{save}</a>
            </figcaption>
            <div class="paper-box"><img src=src alt=alt loading="lazy"/></div>
        </figure>
    }
    .into_any()
}
