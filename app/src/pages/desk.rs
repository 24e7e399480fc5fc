//! Screens of the staff desk: what they share. Wide, quick, by keyboard; the keys stand in words on the buttons.

use crate::cx::Cx;
use crate::ui::{Head, Html, Tone};
use leptos::prelude::*;

pub mod asking;
pub mod assisted;
pub mod away;
pub mod board;
pub mod case;
pub mod decide;
pub mod declare;
pub mod letters;
pub mod merge;
pub mod messages;
pub mod moving;
pub mod notes;
pub mod overview;
pub mod papers;
pub mod parting;
pub mod people;
pub mod person;
pub mod print;
pub mod queue;
pub mod rating_note;
pub mod ratings;
pub mod remedy;
pub mod returning;
pub mod slip;
pub mod taken_in;
pub mod timers;
pub mod watch;

/// The head of every staff page, with the four places of a desk.
pub fn head(cx: &Cx, title: &str) -> Head {
    let nav = [
        ("/staff", "desk-nav-queue"),
        ("/staff/people", "desk-nav-people"),
        ("/staff/messages", "desk-nav-messages"),
        ("/staff/declare", "desk-nav-declare"),
    ];
    Head::new(title).service(cx.t("desk-service")).wide().nav(nav.into_iter().map(|(href, key)| (href.to_owned(), cx.t(key))).collect())
}

/// A submit button with its key: 「受理，打开下一件（A）」.
pub fn key_button(cx: &Cx, label: &str, tone: Tone, then: Option<&'static str>, key: Option<char>) -> Html {
    let name = then.map(|_| "then");
    let words = keyed(cx, label, key);
    view! { <button class=tone.class() type="submit" name=name value=then accesskey=key.map(String::from)>{words}</button> }.into_any()
}

/// A link that looks like a button, with its key.
pub fn key_link(cx: &Cx, label: &str, href: String, key: Option<char>) -> Html {
    let words = keyed(cx, label, key);
    view! { <a class=Tone::Secondary.class() href=href accesskey=key.map(String::from)>{words}</a> }.into_any()
}

fn keyed(cx: &Cx, label: &str, key: Option<char>) -> String {
    match key {
        Some(key) => cx.tv("desk-keyed", &[("label", label), ("key", &key.to_ascii_uppercase().to_string())]),
        None => label.to_owned(),
    }
}

/// A second heading, with a name to jump to.
pub fn heading(cx: &Cx, key: &str, id: Option<&'static str>) -> Html {
    let words = cx.t(key);
    view! { <h2 id=id>{words}</h2> }.into_any()
}

/// 「9901**********1234」 stays out of the page's source: only what the clerk must compare with the card.
pub fn case_path(reference: &str) -> String {
    format!("/staff/cases/{reference}")
}

/// What a refusal says on the page it came from, when another word or date may help.
pub fn stays(refusal: domain::refusal::Refusal) -> bool {
    use domain::refusal::Refusal as R;
    matches!(
        refusal,
        R::ReturnNeedsContent
            | R::SecondReturn
            | R::CertificateNotSeen
            | R::ReasonNeeded
            | R::NoteNeedsWords
            | R::ColleagueNotChosen
            | R::MainPaperMissing
            | R::PapersMissing
            | R::DeferralTooLate
            | R::ApplicantMustAgree
            | R::CardNotChecked
            | R::BoardNotYet
    )
}
