//! A helper may not go on: what happened, what the elder allows, what was typed and where it is now. Kind, without haste, and
//! without a way round the elder.

use super::filing::{self, typed};
use super::wrong;
use crate::cx::Cx;
use crate::ports::Unsent;
use crate::ui::{self, Head, Html, Icon, NoticeKind, Tone, icon, link_button, notice, para, read_words, stack, summary_list};
use domain::family::{Grant, GrantState, Items, Party};
use domain::refusal::Refusal;
use leptos::prelude::*;

pub struct StoppedPage<'a> {
    pub refusal: Refusal,
    /// Masked.
    pub elder: String,
    pub grant: &'a Grant,
    pub typed: Option<&'a Unsent>,
    /// It is kept for her; else it only stands here.
    pub kept: bool,
}

pub fn page(cx: &Cx, d: &StoppedPage) -> String {
    let name = [("name", d.elder.as_str())];
    let title = match d.refusal {
        Refusal::GrantPaused => cx.tv("stopped-paused", &name),
        Refusal::GrantEnded => cx.tv(ended(d.grant), &name),
        _ => cx.t("wrong-refused-title"),
    };
    let next = cx.t(&format!("{}-next", d.refusal.key()));
    // The answer to a form has no address at which it could be asked for again; what she typed is hers and is not read out.
    let aloud = format!("{title}。{}{next}", cx.t(d.refusal.key()));
    ui::page(cx, Head::new(title.clone()), || {
        let mut body =
            vec![view! { <div class="wrong-heading">{icon(Icon::Pause)}<h1>{title}</h1></div> }.into_any(), para(cx.t(d.refusal.key()))];
        if let (Refusal::OutOfItems, Items::Only(some)) = (d.refusal, &d.grant.items) {
            let items: Vec<String> = some.iter().map(|item| filing::words::item(cx, *item)).collect();
            body.push(para(cx.tv("refused-items", &[("name", &d.elder), ("items", &items.join("、"))])));
        }
        body.push(para(next));
        let reads = read_words(&Cx { here: "/family".to_owned(), ..cx.clone() }, &aloud);
        body.push(view! { <div class="wrong-reads">{reads}</div> }.into_any());
        body.extend(d.typed.map(|unsent| typed_section(cx, d, unsent)));
        body.push(link_button(&cx.t("wrong-family"), "/family", Tone::Primary));
        body.push(wrong::call(cx));
        body.push(wrong::ask_number(cx));
        stack(body)
    })
}

/// Whoever ended it: she herself, a clerk at her word, or the helper in another window.
fn ended(grant: &Grant) -> &'static str {
    match grant.ended.as_ref().map(|e| e.by) {
        Some(Party::ClerkForElder) => "stopped-ended-clerk",
        Some(Party::Helper) => "stopped-ended-self",
        _ => "stopped-ended",
    }
}

fn typed_section(cx: &Cx, d: &StoppedPage, unsent: &Unsent) -> Html {
    let heading = cx.t("stopped-typed");
    let goes_on = d.kept && d.grant.state == GrantState::Paused;
    let what = if !d.kept {
        "stopped-shown"
    } else if goes_on {
        "stopped-kept-paused"
    } else {
        "stopped-kept"
    };
    let section = stack(vec![para(cx.t("stopped-not-sent")), para(cx.t(what))]);
    view! {
        <h2>{heading}</h2>
        {words(cx, unsent)}
        {notice(NoticeKind::Info, "", section)}
    }
    .into_any()
}

/// Question by question, as it was typed.
pub fn words(cx: &Cx, unsent: &Unsent) -> Html {
    summary_list(cx, typed::rows(cx, unsent.item, &unsent.step, &unsent.form.iter().cloned().collect()))
}
