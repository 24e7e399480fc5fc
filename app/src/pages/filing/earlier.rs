//! Two ways to a material without a new photo: a paper she handed in before, and what shared data prove when she agrees.
//! Nothing is asked or taken before her button here.

use super::words;
use crate::acts::reuse_paper::Earlier;
use crate::cx::Cx;
use crate::ui::{Choice, Field, FieldError, Form, Html, NoticeKind, Tone, bullets, button, checkboxes, form, hooks, notice, para, stack};
use domain::calendar::china_date;
use domain::catalog::ItemCode;
use domain::shared::{SharedProof, SharedSource};
use leptos::prelude::*;

/// What may be used again, each with its picture. Nothing where there is nothing.
pub fn offers(cx: &Cx, here: &str, material: &str, earlier: &[Earlier]) -> Option<Html> {
    if earlier.is_empty() {
        return None;
    }
    let mut parts = vec![view! { <h2>{cx.t("earlier-title")}</h2> }.into_any(), para(cx.t("earlier-how"))];
    let several = earlier.len() > 1;
    parts.extend(earlier.iter().enumerate().map(|(i, one)| offer(cx, here, material, one, i + 1, several)));
    Some(stack(parts))
}

fn offer(cx: &Cx, here: &str, material: &str, earlier: &Earlier, number: usize, several: bool) -> Html {
    let (src, number) = (format!("/papers/{}", earlier.paper.id), number.to_string());
    let date = words::plain_date(cx, china_date(earlier.paper.first_at()));
    let values = [("date", date.as_str()), ("material", material), ("number", number.as_str())];
    let label = cx.tv(if several { "earlier-use-number" } else { "earlier-use" }, &values);
    let look = if earlier.paper.mime == "application/pdf" {
        view! { <p class="link-row"><a href=src>{cx.tv("earlier-pdf", &values)}</a></p> }.into_any()
    } else {
        view! { <img src=src alt=cx.tv("earlier-alt", &values) loading="lazy"/> }.into_any()
    };
    let reference = crate::acts::promise::grouped(&earlier.reference);
    let with = cx.tv("earlier-with", &[("item", &words::item(cx, earlier.item)), ("reference", &reference)]);
    let spec = Form::post(&format!("{here}/again")).hidden("paper", earlier.paper.id.as_str());
    let send = form(cx, spec, hooks::send_once(cx, button(&label, Tone::Secondary, None)));
    view! { <div class="earlier-paper">{look}{para(with)}{send}</div> }.into_any()
}

/// Where she says yes to being looked up: what, where, and for what.
pub fn consent(cx: &Cx, here: &str, material: &str, item: ItemCode, source: SharedSource, errors: &[FieldError]) -> Html {
    let told = vec![
        cx.tv("shared-what", &[("material", material)]),
        cx.tv("shared-where", &[("source", &from(cx, source))]),
        cx.tv("shared-why", &[("item", &words::item(cx, item))]),
        cx.t("shared-how-not"),
    ];
    let field = Field::new("agreed", cx.t("shared-label")).errors(errors);
    let inner = stack(vec![
        checkboxes(cx, field, vec![Choice::new("yes", cx.t("shared-agree"))], &[]),
        hooks::send_once(cx, button(&cx.t("shared-look"), Tone::Secondary, None)),
    ]);
    let body = stack(vec![bullets(told), form(cx, Form::post(&format!("{here}/look-up")), inner)]);
    notice(NoticeKind::Info, &cx.t("shared-title"), body)
}

/// Found: the material is met, and she may take her yes back.
pub fn proved(cx: &Cx, here: &str, proof: &SharedProof) -> Html {
    let send = form(cx, Form::post(&format!("{here}/look-up/drop")), button(&cx.t("shared-drop"), Tone::Secondary, None));
    notice(NoticeKind::Good, &cx.t("shared-found-title"), stack(vec![para(found(cx, "shared-found", proof)), send]))
}

/// Source, day of the data and moment of the look in one sentence.
pub fn found(cx: &Cx, key: &str, proof: &SharedProof) -> String {
    let (date, when) = (words::plain_date(cx, proof.as_of), words::moment(cx, proof.looked_at));
    cx.tv(key, &[("source", &from(cx, proof.source)), ("date", &date), ("when", &when)])
}

fn from(cx: &Cx, source: SharedSource) -> String {
    cx.t(&format!("shared-source-{}", source.key()))
}
