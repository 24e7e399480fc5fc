//! The 授权委托书: one A4 sheet with every field of facts/services.md §11.5, to be printed, read aloud and signed; and the
//! page on which its photograph is handed in. What the law of this service forbids stands printed as 「不可以」.

use crate::acts::grant_papers::Sheet;
use crate::acts::load_grant::GrantView;
use crate::cx::Cx;
use crate::pages::family::relation_to_elder;
use crate::pages::filing::words;
use crate::pages::{desk, grant_sheets};
use crate::ports::Person;
use crate::ui::{
    self, Field, FieldError, Form, Html, NoticeKind, Tone, bullets, button, error_summary, file_field, form, hooks, link_button, notice,
    page_heading, para, stack,
};
use domain::catalog::items::ITEMS;
use domain::family::{Once, Scope};
use leptos::prelude::*;

pub struct LetterPage<'a> {
    pub view: &'a GrantView,
    /// County, township and village of the elder: how her address begins, and where she is insured.
    pub elder_area: String,
    pub insured_in: String,
}

pub fn page(cx: &Cx, d: &LetterPage) -> String {
    let back = format!("/staff/grants/{}", d.view.grant.id);
    let title = cx.t("letter-title");
    ui::page(cx, desk::head(cx, &title).back_to(back.clone(), cx.t("letter-back")), || {
        let view = d.view;
        let parts = vec![
            page_heading(cx, &title, None),
            who(cx, "letter-elder", &view.elder, &d.elder_area, insured(cx, d)),
            who(cx, "letter-helper", &view.helper, "", relation(cx, view)),
            part(
                cx,
                "letter-why",
                ticks(cx, &["letter-why-far", "letter-why-walk", "letter-why-phone", "letter-why-ill", "letter-why-other"]),
            ),
            part(cx, "letter-what", what(cx, view)),
            part(cx, "letter-may", may(cx, view)),
            part(cx, "letter-until", until(cx, view)),
            part(cx, "letter-with", ticks(cx, &["letter-with-elder", "letter-with-helper", "letter-with-bond"])),
            para(cx.t("letter-said")),
            signs(cx),
        ];
        let photo = format!("{back}/letter/photo");
        view! {
            <div class="no-print">{notice(NoticeKind::Info, "", para(cx.t("letter-how")))}</div>
            <div class="letter">{stack(parts)}</div>
            <div class="no-print letter-next">{link_button(&cx.t("letter-signed"), &photo, Tone::Primary)}</div>
        }
        .into_any()
    })
}

/// Short enough to stand two in a row.
const HALF: [&str; 5] = ["letter-name", "letter-sex", "letter-phone", "letter-relation", "letter-insured-number"];

/// One of the two people. What the record does not hold is a line to be written on.
fn who(cx: &Cx, key: &'static str, person: &Person, area: &str, more: Vec<(&'static str, String)>) -> Html {
    let sex = cx.t(if person.id_number.is_female() { "letter-woman" } else { "letter-man" });
    let phone = person.phone.as_ref().map(|p| p.plain().to_owned()).unwrap_or_default();
    let mut rows = vec![
        ("letter-name", person.name.as_str().to_owned()),
        ("letter-sex", sex),
        ("letter-number", person.id_number.plain().to_owned()),
        ("letter-phone", phone),
    ];
    rows.extend(more);
    // Goes on by hand after the village.
    rows.push(("letter-address", area.to_owned()));
    let rows = rows
        .into_iter()
        .map(|(key, value)| {
            let half = HALF.contains(&key).then_some("letter-half");
            let open = match key {
                _ if value.is_empty() => Some("letter-line"),
                "letter-address" => Some("letter-line"),
                "letter-number" | "letter-phone" => Some("letter-digits"),
                _ => None,
            };
            view! { <div class=half><dt>{cx.t(key)}</dt><dd class=open><bdi>{value}</bdi></dd></div> }
        })
        .collect_view();
    let title = cx.t(key);
    view! { <h2>{title}</h2><dl class="letter-rows">{rows}</dl> }.into_any()
}

fn insured(cx: &Cx, d: &LetterPage) -> Vec<(&'static str, String)> {
    vec![("letter-insured-number", String::new()), ("letter-insured-in", d.insured_in.clone()), ("letter-kind", cx.t("letter-kind-choice"))]
}

fn relation(cx: &Cx, view: &GrantView) -> Vec<(&'static str, String)> {
    vec![("letter-relation", relation_to_elder(cx, &view.grant, view.helper.id_number.is_female()))]
}

fn part(cx: &Cx, key: &'static str, body: Html) -> Html {
    let title = cx.t(key);
    view! { <h2>{title}</h2>{body} }.into_any()
}

/// Boxes for a pen: nothing is chosen for her beforehand.
fn ticks(cx: &Cx, keys: &[&str]) -> Html {
    let all = keys.iter().map(|key| view! { <li>{cx.t(key)}</li> }).collect_view();
    view! { <ul class="letter-ticks">{all}</ul> }.into_any()
}

/// Item by item, never 「全部」.
fn what(cx: &Cx, view: &GrantView) -> Html {
    // In her own voice: it is she who signs.
    let mut all: Vec<String> =
        Scope::ALL.iter().filter(|s| view.grant.scopes.contains(s)).map(|s| cx.t(&format!("letter-scope-{}", s.key()))).collect();
    if view.grant.scopes.contains(&Scope::Apply) {
        let items = ITEMS
            .iter()
            .filter(|item| view.grant.items.covers(item.code))
            .map(|item| cx.t(&format!("item-{}", item.code.slug())))
            .collect::<Vec<_>>()
            .join("、");
        all.push(cx.tv("letter-items", &[("items", &items)]));
    }
    ui::steps(all)
}

/// Each power with a yes or a no.
fn may(cx: &Cx, view: &GrantView) -> Html {
    let has = |scope| view.grant.scopes.contains(&scope);
    let rows = [
        ("letter-may-submit", has(Scope::Apply)),
        ("letter-may-sign", has(Scope::Apply)),
        ("letter-may-papers", has(Scope::HandInPapers)),
        ("letter-may-money", false),
        ("letter-may-key-data", false),
        ("letter-may-pass-on", false),
    ];
    let rows = rows
        .into_iter()
        .map(|(key, yes)| {
            let answer = cx.t(if yes { "letter-yes" } else { "letter-no" });
            view! { <div><dt>{cx.t(key)}</dt><dd><b>{answer}</b></dd></div> }
        })
        .collect_view();
    view! { <dl class="letter-rows letter-may">{rows}</dl>{para(cx.t("letter-money"))} }.into_any()
}

fn until(cx: &Cx, view: &GrantView) -> Html {
    let date = words::date(cx, view.last_day());
    let key = if view.grant.once == Once::No { "letter-until-date" } else { "letter-until-once" };
    stack(vec![para(cx.tv(key, &[("date", &date)])), para(cx.t("letter-stop"))])
}

/// A place for each signature, each fingerprint and each day, and for the clerk who saw it.
fn signs(cx: &Cx) -> Html {
    let one = |key: &'static str| {
        let (name, print, day) = (cx.t(key), cx.t("letter-fingerprint"), cx.t("letter-day"));
        view! { <div class="letter-sign"><p>{name}</p><div class="letter-boxes"><span class="letter-pen"></span><span class="letter-print">{print}</span></div><p>{day}</p></div> }
    };
    let (clerk, place) = (cx.t("letter-clerk"), cx.t("letter-place"));
    view! {
        <div class="letter-signs">{one("letter-sign-elder")}{one("letter-sign-helper")}</div>
        <dl class="letter-rows"><div><dt>{clerk}</dt><dd class="letter-line"></dd></div><div><dt>{place}</dt><dd>{cx.t("letter-place-choice")}</dd></div></dl>
    }
    .into_any()
}

pub struct PhotoPage<'a> {
    pub view: &'a GrantView,
    pub errors: Vec<FieldError>,
}

/// The signed sheet, photographed.
pub fn photo(cx: &Cx, d: &PhotoPage) -> String {
    let back = format!("/staff/grants/{}", d.view.grant.id);
    let title = cx.t("letter-photo-title");
    let head = desk::head(cx, &title).wrong(!d.errors.is_empty()).back_to(back.clone(), cx.t("letter-back"));
    ui::page(cx, head, || {
        let here = d.view.grant.letter.is_some();
        let names = [("elder", d.view.elder.name.as_str()), ("helper", d.view.helper.name.as_str())];
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.tv("letter-photo-whose", &names)))];
        body.push(bullets(["letter-photo-all", "letter-photo-signed", "letter-photo-seen"].map(|key| cx.t(key)).to_vec()));
        if here {
            body.push(notice(NoticeKind::Good, "", para(cx.t("letter-photo-kept"))));
            body.push(grant_sheets::figures(cx, &d.view.grant, Sheet::Letter, &back));
            body.push(link_button(&cx.t("letter-photo-done"), &back, Tone::Primary));
        }
        if d.view.grant.agreement.is_none() || !here {
            let field = Field::new("paper", cx.t(if here { "letter-photo-again" } else { "letter-photo-label" }))
                .hint(cx.t("paper-hint"))
                .errors(&d.errors);
            let tone = if here { Tone::Secondary } else { Tone::Primary };
            let inner = stack(vec![file_field(cx, field, ACCEPT), hooks::send_once(cx, button(&cx.t("letter-photo-send"), tone, None))]);
            body.push(form(cx, Form::post(&format!("{back}/letter/photo")).multipart(), inner));
        }
        stack(body)
    })
}

/// A hint for the phone; what counts is decided from the content.
pub const ACCEPT: &str = "image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf";
