//! 「真假短信，练一练」: one card a page, two equal answers, then why and what to do. No score, no hurry, nothing kept.

use crate::cx::Cx;
use crate::learn::{CARDS, Card, Guess};
use crate::ui::{Head, Html, NoticeKind, Tone, bullets, button_pair, link_button, notice, page, page_heading, para, stack};
use leptos::prelude::*;

/// Numbers to call, from the region's data.
#[derive(Clone, Copy)]
pub struct Lines<'a> {
    pub insurance: &'a str,
    pub fraud: &'a str,
}

pub fn start(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("learn-title")).back_to("/help", cx.t("learn-back-help")), || {
        stack(vec![
            page_heading(cx, &cx.t("learn-title"), Some(&cx.tv("learn-lede", &[("count", &CARDS.len().to_string())]))),
            bullets(vec![cx.t("learn-how-1"), cx.t("learn-how-2"), cx.t("learn-how-3")]),
            notice(NoticeKind::Info, "", para(cx.t("learn-example"))),
            link_button(&cx.t("learn-begin"), "/learn/1", Tone::Primary),
            link_button(&cx.t("learn-promises"), "/promises", Tone::Secondary),
        ])
    })
}

pub fn question(cx: &Cx, number: usize, card: &Card) -> String {
    let title = cx.tv("learn-card-title", &[("number", &number.to_string())]);
    let count = cx.tv("learn-card-count", &[("count", &CARDS.len().to_string())]);
    page(cx, Head::new(title.clone()).service(cx.t("learn-title")).back_to("/learn", cx.t("learn-back")), || {
        let answer = |guess: Guess| link_button(&cx.t(&format!("learn-say-{}", guess.key())), &answer_path(number, guess), Tone::Secondary);
        stack(vec![
            page_heading(cx, &title, Some(&count)),
            message(cx, card),
            para(cx.t("learn-ask")),
            button_pair(answer(Guess::True), answer(Guess::Trick)),
        ])
    })
}

pub fn answer(cx: &Cx, number: usize, card: &Card, guess: Guess, lines: Lines) -> String {
    let right = card.is == guess;
    let what = cx.t(&format!("learn-is-{}", card.is.key()));
    let title = cx.tv(&format!("learn-answer-{}", guess.key()), &[("number", &number.to_string()), ("what", &what)]);
    page(cx, Head::new(title).service(cx.t("learn-title")).back_to("/learn", cx.t("learn-back")), || {
        let values = [("insurance", lines.insurance), ("fraud", lines.fraud)];
        let kind = if card.is == Guess::True { NoticeKind::Good } else { NoticeKind::Stop };
        let said = cx.t(if right { "learn-same" } else { "learn-other" });
        let mut body = vec![
            page_heading(cx, &what, Some(&said)),
            message(cx, card),
            notice(kind, &cx.t("learn-why"), para(cx.tv(&format!("learn-{}-why", card.name), &values))),
            view! { <h2>{cx.t("learn-do")}</h2> }.into_any(),
            para(cx.tv(&format!("learn-{}-do", card.name), &values)),
            para(cx.tv("learn-lines", &values)),
        ];
        if number < CARDS.len() {
            body.push(link_button(&cx.t("learn-next"), &format!("/learn/{}", number + 1), Tone::Primary));
            body.push(link_button(&cx.t("learn-stop"), "/help", Tone::Secondary));
        } else {
            body.push(para(cx.t("learn-end")));
            body.push(link_button(&cx.t("learn-finish"), "/help", Tone::Primary));
        }
        stack(body)
    })
}

fn answer_path(number: usize, guess: Guess) -> String {
    format!("/learn/{number}/{}", guess.key())
}

/// As it reached her: from whom, in which way, the words. Marked as an example.
fn message(cx: &Cx, card: &Card) -> Html {
    let from = cx.t(&format!("learn-{}-from", card.name));
    let words = cx.t(&format!("learn-{}-words", card.name));
    view! {
        <figure class="specimen">
            <figcaption><b>{cx.t(card.way.key())}</b>" "<span>{from}</span></figcaption>
            <blockquote><p>{words}</p></blockquote>
            <p class="hint">{cx.t("learn-specimen")}</p>
        </figure>
    }
    .into_any()
}
