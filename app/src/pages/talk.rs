//! 说话找: say or write what you want to do, and be asked 「您是想……吗？」. Nothing here acts: every answer is a link that she taps.
//! The words she said stand on the page that answers and nowhere else.
use leptos::prelude::*;

use super::search::place_tile;
use crate::acts::hear_wish::{Lead, next_size};
use crate::cx::Cx;
use crate::ui::help_card::dialable;
use crate::ui::recorder::{Speak, recorder};
use crate::ui::{
    Field, FieldError, Form, Head, Html, Icon, TextKind, Tile, Tone, bullets, button, error_summary, form, icon, link_button, page,
    page_heading, para, stack, text_field, tiles,
};

const WAYS_TO_SAY: [&str; 5] = ["talk-example-1", "talk-example-2", "talk-example-3", "talk-example-4", "talk-example-5"];

#[derive(Clone, Debug, Default)]
pub struct TalkData {
    /// There is a recogniser.
    pub hearing: bool,
    /// How long she may speak.
    pub seconds: u16,
    /// Why it did not work the last time: a text key.
    pub problem: Option<&'static str>,
}

pub fn show(cx: &Cx, data: &TalkData) -> String {
    page(cx, Head::new(cx.t("talk-title")).wrong(data.problem.is_some()).back("/"), || {
        let errors: Vec<FieldError> = data.problem.iter().map(|key| FieldError::new("", said(cx, key))).collect();
        let speak = data.hearing.then(|| {
            let inner = recorder(cx, Speak::AndSend, data.seconds, consent(cx, data.seconds));
            form(cx, Form::post("/talk").multipart(), inner)
        });
        let keyboard = if data.hearing { "talk-keyboard-too" } else { "talk-keyboard" };
        stack(vec![
            error_summary(cx, &errors),
            page_heading(cx, &cx.t("talk-title"), Some(&cx.t("talk-lede"))),
            speak.into_any(),
            typed(cx, ""),
            view! { <h2>{cx.t("talk-examples-title")}</h2> }.into_any(),
            examples(cx),
            view! { <h2>{cx.t("talk-keyboard-title")}</h2> }.into_any(),
            para(cx.t(keyboard)),
            data.hearing.then(|| view! { <h2>{cx.t("talk-consent-title")}</h2>{consent(cx, data.seconds)} }).into_any(),
        ])
    })
}

/// A problem in words, with the telephone.
pub fn said(cx: &Cx, key: &str) -> String {
    cx.tv(key, &[("phone", &cx.region.phone)])
}

/// What becomes of a voice that says a wish or an answer.
pub(in crate::pages) fn consent(cx: &Cx, seconds: u16) -> Html {
    let length = cx.tv("talk-consent-when", &[("seconds", &seconds.to_string())]);
    bullets(vec![length, cx.t("talk-consent-kept"), cx.t("talk-consent-words")])
}

fn typed(cx: &Cx, words: &str) -> Html {
    let field = Field::new("words", cx.t("talk-typed-label")).value(words);
    let inner = stack(vec![text_field(cx, field, TextKind::Plain), button(&cx.t("talk-typed-button"), Tone::Secondary, None)]);
    form(cx, Form::post("/talk").multipart(), inner)
}

fn examples(cx: &Cx) -> Html {
    bullets(WAYS_TO_SAY.map(|key| cx.t(key)).to_vec())
}

#[derive(Clone, Debug, Default)]
pub struct FoundData {
    /// What was understood or written; empty when it is gone already.
    pub words: String,
    /// Best first, at most two.
    pub guesses: Vec<Lead>,
}

/// 「您是想……吗？」
pub fn found(cx: &Cx, data: &FoundData) -> String {
    let guesses: Vec<Tile> = data.guesses.iter().filter_map(|lead| guess(cx, *lead)).collect();
    let none = guesses.is_empty();
    let title = cx.t(if none { "talk-none-title" } else { "talk-found-title" });
    page(cx, Head::new(title.clone()).back("/talk"), || {
        let words = data.words.clone();
        let heard =
            (!words.is_empty()).then(|| view! { <p>{cx.t("talk-heard-before")}<b><bdi>{words}</bdi></b>{cx.t("talk-heard-after")}</p> });
        let mut body = vec![page_heading(cx, &title, None), heard.into_any()];
        if none {
            body.push(para(cx.t("talk-none")));
            body.push(examples(cx));
        } else {
            body.push(tiles(guesses));
            body.push(para(cx.t("talk-nothing-happens")));
        }
        body.push(person_to_call(cx));
        body.push(link_button(&cx.t("talk-again"), "/talk", Tone::Secondary));
        if none {
            body.push(typed(cx, &data.words));
        }
        stack(body)
    })
}

/// What it would be, as a tile to tap; nothing where there is nothing to be had: larger than the largest.
fn guess(cx: &Cx, lead: Lead) -> Option<Tile> {
    let words = |key: &str| -> Html { cx.t(key).into_any() };
    let own = |picture: Icon, name: &str, note: &str, href: &str| Some(Tile::new(picture, words(name), words(note), href));
    let size = |larger| next_size(&cx.comfort, larger).map(|size| format!("/comfort?size={}", size.step()));
    match lead {
        Lead::To(place) => Some(place_tile(cx, place)),
        Lead::ForFamily(item) => {
            let name = cx.tv("talk-lead-family", &[("item", &cx.t(&format!("search-{}", item.slug())))]);
            Some(Tile::new(Icon::Family, name.into_any(), words("talk-lead-family-note"), "/family"))
        }
        Lead::Larger => own(Icon::LargeText, "talk-lead-larger", "talk-lead-size-note", &size(true)?),
        Lead::Smaller => own(Icon::StandardText, "talk-lead-smaller", "talk-lead-size-note", &size(false)?),
        Lead::Home => own(Icon::Home, "talk-lead-home", "talk-lead-home-note", "/"),
        Lead::Call => own(Icon::Phone, "talk-lead-call", "talk-lead-call-note", &format!("tel:{}", dialable(&cx.region.phone))),
    }
}

fn person_to_call(cx: &Cx) -> Html {
    let phone = cx.region.phone.clone();
    view! {
        <a class="button" href=format!("tel:{}", dialable(&phone))>{icon(Icon::Phone)}<span>{cx.t("talk-call")}<bdi>{phone.clone()}</bdi></span></a>
    }
    .into_any()
}
