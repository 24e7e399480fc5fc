//! The demonstration page: who can sign in, with what, and the newest messages. Shown only with the demo marker, on
//! loopback, about invented people.

use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Column, Head, Html, NoticeKind, Row, Tone, link_button, notice, page_heading, para, stack, summary_list, table};
use domain::review::Tier;
use jiff::Timestamp;
use leptos::prelude::*;

pub struct DemoResident {
    /// `wang-xiulan`; the note `demo-who-<key>` says what is special about her.
    pub key: &'static str,
    pub name: String,
    pub id_number: String,
    pub phone: Option<String>,
}

pub struct DemoStaff {
    pub user_name: String,
    pub display_name: String,
    pub tier: Tier,
    pub supervisor: bool,
    pub secret: String,
    /// The one-time password of this half minute.
    pub code: String,
}

pub struct DemoMessage {
    pub at: Timestamp,
    pub to: String,
    pub text: String,
}

pub struct DemoPage {
    pub password: &'static str,
    pub phone_prefix: &'static str,
    pub residents: Vec<DemoResident>,
    pub staff: Vec<DemoStaff>,
    pub messages: Vec<DemoMessage>,
    /// Messages to numbers that might be somebody's.
    pub hidden: usize,
}

pub fn page(cx: &Cx, d: &DemoPage) -> String {
    let title = cx.t("demo-title");
    ui::page(cx, Head::new(title.clone()).wide(), || {
        let mut body = vec![
            page_heading(cx, &title, Some(&cx.t("demo-lede"))),
            notice(NoticeKind::Care, &cx.t("demo-only-title"), para(cx.t("demo-only"))),
            heading(cx.t("demo-messages"), "messages"),
            para(cx.t("demo-messages-what")),
        ];
        if d.messages.is_empty() {
            body.push(para(cx.t("demo-messages-none")));
        } else {
            body.push(messages(cx, d));
        }
        if d.hidden > 0 {
            body.push(para(cx.tv("demo-messages-hidden", &[("count", &d.hidden.to_string()), ("prefix", d.phone_prefix)])));
        }
        body.push(heading(cx.t("demo-residents"), "residents"));
        body.push(para(cx.t("demo-residents-what")));
        body.extend(d.residents.iter().map(|r| resident(cx, r)));
        body.push(link_button(&cx.t("demo-sign-in"), "/sign-in", Tone::Primary));
        body.push(heading(cx.t("demo-staff"), "staff"));
        body.push(para(cx.tv("demo-staff-what", &[("password", d.password)])));
        body.push(staff(cx, d));
        body.push(link_button(&cx.t("demo-staff-sign-in"), "/staff/sign-in", Tone::Secondary));
        stack(body)
    })
}

fn heading(words: String, id: &'static str) -> Html {
    view! { <h2 id=id>{words}</h2> }.into_any()
}

fn messages(cx: &Cx, d: &DemoPage) -> Html {
    let heads = vec![
        (cx.t("demo-message-at"), Column::Words),
        (cx.t("demo-message-to"), Column::Number),
        (cx.t("demo-message-text"), Column::Words),
    ];
    let rows = d.messages.iter().map(|m| vec![cell(words::moment(cx, m.at)), cell(m.to.clone()), cell(m.text.clone())]).collect();
    table(cx, &cx.t("demo-messages"), heads, rows)
}

fn resident(cx: &Cx, r: &DemoResident) -> Html {
    let rows = vec![
        Row::new(cx.t("demo-id-number"), r.id_number.clone()),
        Row::new(cx.t("demo-phone"), r.phone.clone().unwrap_or_else(|| cx.t("demo-no-phone"))),
    ];
    let (name, note) = (r.name.clone(), cx.t(&format!("demo-who-{}", r.key)));
    view! {
        <section class="card" data-demo=r.key>
            <h3>{name}</h3>
            <p>{note}</p>
            {summary_list(cx, rows)}
        </section>
    }
    .into_any()
}

fn staff(cx: &Cx, d: &DemoPage) -> Html {
    let heads = vec![
        (cx.t("demo-user-name"), Column::Words),
        (cx.t("demo-desk"), Column::Words),
        (cx.t("demo-code"), Column::Number),
        (cx.t("demo-secret"), Column::Words),
    ];
    let rows = d.staff.iter().map(|s| vec![cell(s.user_name.clone()), cell(desk(cx, s)), code(s), cell(s.secret.clone())]).collect();
    table(cx, &cx.t("demo-staff"), heads, rows)
}

fn desk(cx: &Cx, s: &DemoStaff) -> String {
    if s.supervisor { cx.tv("demo-supervisor", &[("desk", &s.display_name)]) } else { s.display_name.clone() }
}

/// Named by its account, so that tests and scripts find it.
fn code(s: &DemoStaff) -> Html {
    view! { <code data-totp=s.user_name.clone()>{s.code.clone()}</code> }.into_any()
}

fn cell(words: String) -> Html {
    words.into_any()
}
