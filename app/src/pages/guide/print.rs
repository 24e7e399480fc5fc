//! The print page of a guide: its leaflet as a plain page. On paper only this stays, in large letters; nothing of a person.
use leptos::prelude::*;

use crate::cx::Cx;
use crate::leaflet::{Leaflet, Part, Section};
use crate::ui::{Head, Html, Row, Tone, link_button, page, page_heading, para, stack, steps, summary_list};

/// `guide`: the guide's own path. `pdf`: bytes of the PDF, where one can be made.
pub fn show(cx: &Cx, leaflet: &Leaflet, guide: &str, pdf: Option<usize>) -> String {
    let head = Head::new(cx.t("leaflet-title")).service(leaflet.title.clone()).back_to(guide.to_owned(), cx.t("leaflet-back"));
    page(cx, head, || {
        let call = &leaflet.call;
        view! {
            <div class="print-large leaflet">
                {page_heading(cx, &leaflet.title, None)}
                <p class="no-print hint">{cx.t("leaflet-how")}</p>
                {pdf.map(|bytes| view! { <div class="no-print">{download(cx, guide, bytes)}</div> })}
                {leaflet.demo.clone().map(|said| view! { <p class="leaflet-demo">{said}</p> })}
                <p class="lede">{leaflet.lede.clone()}</p>
                <div class="leaflet-call"><p>{call.said.clone()}</p><p class="leaflet-number">{call.number.clone()}</p><p>{call.hours.clone()}</p></div>
                {leaflet.sections.iter().map(|one| section(cx, one)).collect_view()}
                <p class="hint">{leaflet.end.clone()}</p>
            </div>
        }
        .into_any()
    })
}

fn section(cx: &Cx, section: &Section) -> Html {
    let heading = (!section.heading.is_empty()).then(|| view! { <h2>{section.heading.clone()}</h2> });
    view! { <section>{heading}{stack(section.parts.iter().map(|one| part(cx, one)).collect())}</section> }.into_any()
}

fn part(cx: &Cx, part: &Part) -> Html {
    match part {
        Part::Words(text) => para(text.clone()),
        Part::Source(text) => view! { <p class="hint">{text.clone()}</p> }.into_any(),
        Part::Facts(rows) => summary_list(cx, rows.iter().map(|(what, answer)| Row::new(what.clone(), answer.clone())).collect()),
        Part::Boxes(all) => {
            view! { <ul class="boxes">{all.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view()}</ul> }.into_any()
        }
        Part::Steps(all) => steps(all.clone()),
    }
}

/// The link to the PDF: what it is and how large, before anybody taps it.
pub fn download(cx: &Cx, guide: &str, bytes: usize) -> Html {
    let size = bytes.div_ceil(1024).to_string();
    let chinese = (cx.lang != domain::lang::Lang::ZhHans).then(|| view! { <p class="hint">{cx.t("guide-pdf-chinese")}</p> });
    view! { {link_button(&cx.tv("guide-pdf", &[("size", &size)]), &format!("{guide}/pdf"), Tone::Secondary)}{chinese} }.into_any()
}
