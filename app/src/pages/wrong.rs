//! Pages for when something cannot be shown or done: what happened, what to do, whom to call, the number of this page.
//! They say nothing about what exists, and carry no inner error.
use domain::refusal::{Refusal, WayOut};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::help_card::dialable;
use crate::ui::{Head, Html, Icon, Tone, icon, link_button, page, read_words};

/// What went wrong, as the person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// 404: not there, or not hers: told alike.
    NotFound,
    /// 401: nobody is signed in, or the session ended.
    SignIn,
    /// 403
    NotAllowed,
    /// 409: the form was opened for somebody else.
    OtherPerson,
    /// 409: the matter moved on meanwhile.
    MovedOn,
    /// 413
    TooLarge,
    /// 422 outside a form: what came cannot be read.
    NotReadable,
    /// 429
    TooOften,
    /// 503: nothing was stored half.
    Unavailable,
    /// 500
    Broken,
}

impl Wrong {
    pub const ALL: [Wrong; 10] = [
        Wrong::NotFound,
        Wrong::SignIn,
        Wrong::NotAllowed,
        Wrong::OtherPerson,
        Wrong::MovedOn,
        Wrong::TooLarge,
        Wrong::NotReadable,
        Wrong::TooOften,
        Wrong::Unavailable,
        Wrong::Broken,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Wrong::NotFound => "wrong-not-found",
            Wrong::SignIn => "wrong-session",
            Wrong::NotAllowed => "wrong-not-allowed",
            Wrong::OtherPerson => "wrong-other-person",
            Wrong::MovedOn => "wrong-moved-on",
            Wrong::TooLarge => "wrong-too-large",
            Wrong::NotReadable => "wrong-not-readable",
            Wrong::TooOften => "wrong-too-often",
            Wrong::Unavailable => "wrong-unavailable",
            Wrong::Broken => "wrong-broken",
        }
    }

    /// The HTTP status that goes with it.
    pub const fn status(self) -> u16 {
        match self {
            Wrong::NotFound => 404,
            Wrong::SignIn => 401,
            Wrong::NotAllowed => 403,
            Wrong::OtherPerson | Wrong::MovedOn => 409,
            Wrong::TooLarge => 413,
            Wrong::NotReadable => 422,
            Wrong::TooOften => 429,
            Wrong::Unavailable => 503,
            Wrong::Broken => 500,
        }
    }
}

pub(super) fn call(cx: &Cx) -> Html {
    let phone = cx.region.phone.clone();
    view! { <a class="button button-secondary" href=format!("tel:{}", dialable(&phone))>{icon(Icon::Phone)}<span>{cx.t("wrong-call")}<bdi>{phone.clone()}</bdi></span></a> }.into_any()
}

pub(super) fn ask_number(cx: &Cx) -> Html {
    let id = cx.request_id.clone();
    if id.is_empty() {
        return ().into_any();
    }
    view! { <p>{cx.t("wrong-number")}<bdi class="reference" dir="ltr"><span>{id}</span></bdi></p> }.into_any()
}

fn home(cx: &Cx) -> &'static str {
    if cx.is_staff() { cx.desk() } else { "/" }
}

/// A whole page for a failed request.
pub fn show(cx: &Cx, wrong: Wrong) -> String {
    let key = wrong.key();
    let title = cx.t(&format!("{key}-title"));
    page(cx, Head::new(title.clone()), || {
        view! {
            <div class="wrong-heading">{icon(Icon::Care)}<h1>{title.clone()}</h1></div>
            <p>{cx.t(key)}</p>
            <p>{cx.t(&format!("{key}-next"))}</p>
            // An address that leads nowhere is not written into the page again.
            <div class="wrong-reads">{read_words(&Cx { here: home(cx).to_owned(), ..cx.clone() }, &format!("{title}。{}{}", cx.t(key), cx.t(&format!("{key}-next"))))}</div>
            {(wrong == Wrong::SignIn).then(|| link_button(&cx.t("wrong-sign-in"), "/sign-in", Tone::Primary))}
            {link_button(&cx.t(if cx.is_staff() { "wrong-desk" } else { "wrong-home" }), home(cx), if wrong == Wrong::SignIn { Tone::Secondary } else { Tone::Primary })}
            {call(cx)}
            {ask_number(cx)}
        }
        .into_any()
    })
}

/// A whole page for a rule that says no: its sentence and its one way out. `back` is where 「返回」 leads.
pub fn refused(cx: &Cx, refusal: Refusal, back: &str) -> String {
    let title = cx.t("wrong-refused-title");
    page(cx, Head::new(title.clone()), || {
        let link = |key: &str, href: &str| link_button(&cx.t(key), href, Tone::Primary);
        let out = match refusal.way_out() {
            WayOut::SignIn => link("wrong-sign-in", "/sign-in"),
            WayOut::SeeCase => link("wrong-cases", if cx.is_staff() { cx.desk() } else { "/my-cases" }),
            WayOut::Back => link("wrong-back", back),
            WayOut::AskElder => link("wrong-family", "/family"),
            WayOut::Counter => {
                view! { <p>{cx.tv("wrong-counter", &[("office", &cx.region.office_name), ("hours", &cx.region.hours)])}</p> }.into_any()
            }
            WayOut::Phone => ().into_any(),
            WayOut::Supervisor | WayOut::Wait => ().into_any(),
        };
        let desk = (cx.is_staff()).then(|| link_button(&cx.t("wrong-desk"), cx.desk(), Tone::Secondary));
        view! {
            <div class="wrong-heading">{icon(Icon::Care)}<h1>{title.clone()}</h1></div>
            <p>{cx.t(refusal.key())}</p>
            <p>{cx.t(&format!("{}-next", refusal.key()))}</p>
            <div class="wrong-reads">{read_words(cx, &format!("{title}。{}{}", cx.t(refusal.key()), cx.t(&format!("{}-next", refusal.key()))))}</div>
            {out}
            {desk}
            {(!cx.is_staff()).then(|| call(cx))}
            {ask_number(cx)}
        }
        .into_any()
    })
}
