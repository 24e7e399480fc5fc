//! 帮办抽查: acts of assistants that a supervisor is to look at, one card each, and who is stopped.

use super::{head, heading, key_button};
use crate::acts::assist::look::{LookList, ToLookAt, stopped};
use crate::acts::promise::grouped;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ports::Staff;
use crate::ui::{
    self, Field, FieldError, Form, Html, NoticeKind, Row, Status, Tone, error_summary, form, notice, page_heading, para, stack,
    summary_list, tag, text_area,
};
use domain::assist::{Told, Why};
use leptos::prelude::*;

pub struct AssistedPage<'a> {
    pub list: &'a LookList,
    /// What was typed for which act, when it has to be looked at again.
    pub typed: Option<(String, String)>,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &AssistedPage) -> String {
    let title = cx.t("desk-assisted-title");
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to("/staff", cx.t("accounts-back")), || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.t("desk-assisted-lede")))];
        if d.list.waiting.is_empty() {
            body.push(para(cx.t("desk-assisted-none")));
        }
        body.extend(d.list.waiting.iter().map(|one| card(cx, d, one)));
        if !d.list.stopped.is_empty() {
            body.push(heading(cx, "desk-assisted-stopped", None));
            body.extend(d.list.stopped.iter().map(|staff| cleared(cx, staff)));
        }
        stack(body)
    })
}

fn card(cx: &Cx, d: &AssistedPage, one: &ToLookAt) -> Html {
    let act = &one.act;
    let why = act.why().unwrap_or(Why::Drawn);
    let assistant = one.assistant.as_ref().map(|s| s.display_name.clone()).unwrap_or_default();
    let told = if act.told == Told::Phone { "desk-assisted-told-phone" } else { "desk-assisted-told-sheet" };
    let mut rows = vec![
        Row::new(cx.t("desk-assisted-who"), assistant.clone()),
        Row::new(cx.t("desk-assisted-for"), format!("{}  {}", one.subject.name.as_str(), one.subject.id_number.masked())),
        Row::new(cx.t("desk-assisted-when"), words::moment(cx, act.at)),
        Row::new(cx.t("desk-assisted-told"), cx.t(told)),
    ];
    if let Some(reference) = &act.reference {
        rows.push(Row::new(cx.t("desk-col-reference"), grouped(reference)));
    }
    let action = format!("/staff/assisted/{}", act.id);
    let name = format!("note-{}", act.id);
    let typed = d.typed.as_ref().filter(|(id, _)| *id == act.id.as_str()).map(|(_, note)| note.clone()).unwrap_or_default();
    let field = Field::new(&name, cx.t("desk-assisted-note")).hint(cx.t("desk-assisted-note-hint")).value(typed).errors(&d.errors);
    let wrong = stack(vec![text_area(cx, field, 500), key_button(cx, &cx.t("desk-assisted-wrong"), Tone::Warn, None, None)]);
    let status = if why == Why::Drawn { Status::Draft } else { Status::YourTurn };
    let title = cx.t(act.act.desk_key());
    view! {
        <section class="message-card assisted">
            <h2>{title}</h2>
            {stack(vec![
                tag(status, &cx.t(why.key())),
                summary_list(cx, rows),
                form(cx, Form::post(&action).hidden("found", "right"), key_button(cx, &cx.t("desk-assisted-right"), Tone::Primary, None, None)),
                form(cx, Form::post(&action).hidden("found", "wrong"), wrong),
            ])}
        </section>
    }
    .into_any()
}

fn cleared(cx: &Cx, staff: &Staff) -> Html {
    let since = stopped(staff).map(|s| words::moment(cx, s.at)).unwrap_or_default();
    let words = cx.tv("desk-assisted-stopped-since", &[("name", &staff.display_name), ("when", &since)]);
    let label = cx.tv("desk-assisted-clear", &[("name", &staff.display_name)]);
    let action = format!("/staff/assistants/{}/clear", staff.id);
    notice(
        NoticeKind::Care,
        "",
        stack(vec![para(words), form(cx, Form::post(&action), key_button(cx, &label, Tone::Secondary, None, None))]),
    )
}
