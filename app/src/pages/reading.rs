//! A page as it is heard: one sound for the whole of it, and the words that are read. The player of `public/read.js` takes
//! its pieces and its buttons from here, so that it brings no text and no address of its own.
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ports::speech::{Piece, Reading, Sound};
use crate::ui::{Head, Html, NoticeKind, nothing, notice, page, page_heading_silent};

pub struct ReadingPage<'a> {
    pub name: &'a str,
    pub reading: &'a Reading,
    /// Whether anything here speaks.
    pub speaks: bool,
    /// The same page can also be heard in Cantonese.
    pub cantonese: bool,
}

/// Where a piece is heard.
fn address(sound: &Sound) -> String {
    match sound {
        Sound::Everybodys(name) => format!("/audio/{name}.mp3"),
        Sound::Hers(name) => format!("/audio/hers/{name}"),
    }
}

pub fn show(cx: &Cx, data: &ReadingPage) -> String {
    let title = cx.tv("reading-title", &[("title", &data.reading.title)]);
    let back = data.reading.page.clone();
    page(cx, Head::new(title.clone()).back_to(back, cx.t("reading-back")), || {
        let whole = if data.speaks { whole(cx, data) } else { silent(cx) };
        view! {
            {page_heading_silent(&title)}
            {whole}
            <h2>{cx.t("reading-text")}</h2>
            <div class="transcript">{paragraphs(&data.reading.pieces, data.speaks)}</div>
            <template data-player=if data.speaks { "sound" } else { "browser" }>{player(cx, data)}</template>
        }
        .into_any()
    })
}

fn whole(cx: &Cx, data: &ReadingPage) -> Html {
    let source = format!("/read/{}/sound", data.name);
    let cantonese = data.cantonese.then(|| {
        view! {
            <form class="form-inline" method="post" action="/read">
                <input type="hidden" name="page" value=data.reading.page.clone()/>
                <input type="hidden" name="tongue" value="yue"/>
                <button class="button button-secondary" type="submit">{cx.t("reading-cantonese")}</button>
            </form>
            <p class="hint">{cx.t("reading-cantonese-hint")}</p>
        }
    });
    view! {
        <p>{cx.t("reading-lede")}</p>
        <audio class="whole-sound" controls=true preload="none" src=source aria-label=cx.t("reading-whole")></audio>
        <p class="hint">{cx.t("reading-slow")}</p>
        {in_full(cx, data)}
        {cantonese}
    }
    .into_any()
}

/// Asks for the same page with its numbers said in full. Beside the sound and, where scripts run, in the bar: there the player
/// takes it over as it takes every form to be read.
fn in_full(cx: &Cx, data: &ReadingPage) -> Html {
    if !data.reading.masks {
        return nothing();
    }
    let trouble = cx.tv("reading-trouble", &[("phone", &cx.region.phone)]);
    view! {
        <form class="form-inline read-aloud read-full" data-silent="" method="post" action="/read" data-trouble=trouble data-wait=cx.t("reading-wait")>
            <input type="hidden" name="page" value=data.reading.page.clone()/>
            <input type="hidden" name="full" value="1"/>
            <button class="button button-secondary" type="submit">{cx.t("reading-full")}</button>
            <p class="hint">{cx.t("reading-full-hint")}</p>
        </form>
    }
    .into_any()
}

fn silent(cx: &Cx) -> Html {
    let body = view! { <p>{cx.tv("reading-silent", &[("phone", &cx.region.phone)])}</p> }.into_any();
    notice(NoticeKind::Care, &cx.t("reading-silent-title"), body)
}

/// The pieces of a paragraph stand in one `<p>`; each knows its sound.
fn paragraphs(pieces: &[Piece], speaks: bool) -> Html {
    let mut all: Vec<Vec<Html>> = Vec::new();
    for piece in pieces {
        let sound = speaks.then(|| address(&piece.sound));
        let shown = view! { <span data-piece="" data-sound=sound>{piece.shown.clone()}</span> }.into_any();
        match all.last_mut() {
            Some(open) if !piece.begins => open.push(shown),
            _ => all.push(vec![shown]),
        }
    }
    all.into_iter().map(|pieces| view! { <p>{pieces.collect_view()}</p> }).collect_view().into_any()
}

/// The bar with the buttons. It lies in a template: where scripts are off it is not there.
fn player(cx: &Cx, data: &ReadingPage) -> Html {
    let phone = [("phone", cx.region.phone.as_str())];
    let speeds = [("0.75", "1"), ("0.9", "2"), ("1", "3"), ("1.1", "4"), ("1.25", "5")]
        .map(|(rate, step)| view! { <option value=rate selected=rate == "1">{cx.t(&format!("reading-speed-{step}"))}</option> });
    view! {
        <section
            class="player"
            aria-label=cx.t("reading-player")
            data-now=cx.t("reading-now")
            data-paused=cx.t("reading-paused")
            data-end=cx.t("reading-end")
            data-busy=cx.t("reading-busy")
            data-point=cx.t("reading-point-on")
            data-pause=cx.t("reading-pause")
            data-go-on=cx.t("reading-go-on")
            data-silent=cx.tv("reading-silent", &phone)
        >
            <div class="player-in">
                <p class="player-said" role="status"></p>
                <div class="player-row">
                    <button class="button" type="button" data-do="play">{cx.t("reading-pause")}</button>
                    <button class="button button-secondary" type="button" data-do="back">{cx.t("reading-again")}</button>
                    <button class="button button-secondary" type="button" data-do="stop">{cx.t("reading-stop")}</button>
                </div>
                {in_full(cx, data)}
                <details class="player-more">
                    <summary>{cx.t("reading-more")}</summary>
                    <div class="player-row">
                    <label class="player-speed"><span>{cx.t("reading-speed")}</span><select data-do="speed">{speeds.collect_view()}</select></label>
                    <button class="button button-secondary" type="button" data-do="point" aria-pressed="false">{cx.t("reading-point")}</button>
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// The quarter of an hour is over, or it is somebody else's.
pub fn gone(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("reading-gone-title")).back("/"), || {
        view! {
            {page_heading_silent(&cx.t("reading-gone-title"))}
            <p>{cx.t("reading-gone")}</p>
            {crate::ui::link_button(&cx.t("reading-gone-home"), if cx.is_staff() { "/staff" } else { "/" }, crate::ui::Tone::Primary)}
        }
        .into_any()
    })
}
