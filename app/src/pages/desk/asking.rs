//! A helper without an account at the counter: who came, for what, how long; the answer comes on the next page.

use super::{head, key_button};
use crate::cx::Cx;
use crate::pages::ask_grant::{AskPage, what_for};
use crate::ports::Person;
use crate::ui::{self, Choice, Field, Form, TextKind, Tone, checkboxes, error_summary, form, page_heading, radios, stack, text_field};
use domain::person::Relation;

pub struct AskingPage<'a> {
    pub elder: &'a Person,
    pub ask: AskPage,
    pub phone: String,
}

pub fn page(cx: &Cx, d: &AskingPage) -> String {
    let (title, ask) = (cx.t("counter-ask-title"), &d.ask);
    let here = format!("/staff/people/{}", d.elder.id);
    ui::page(cx, head(cx, &title).wrong(!ask.errors.is_empty()).back_to(here.as_str(), cx.t("counter-back-person")), || {
        let field = |name: &str, key: &str| Field::new(name, cx.t(key)).errors(&ask.errors);
        let relations = Relation::ALL.into_iter().map(|r| Choice::new(r.slug(), cx.t(r.key()))).collect();
        let card = vec![Choice::new("yes", cx.t("counter-ask-card"))];
        let mut inner = vec![
            text_field(cx, field("name", "counter-ask-name").hint(cx.t("counter-ask-name-hint")).value(&ask.name), TextKind::OtherName),
            text_field(cx, field("id_number", "counter-ask-number").value(&ask.id_number), TextKind::IdNumber),
            text_field(cx, field("phone", "counter-ask-phone").hint(cx.t("counter-ask-phone-hint")).value(&d.phone), TextKind::OtherPhone),
            radios(cx, field("relation", "counter-ask-relation"), relations, Some(&ask.relation)),
        ];
        inner.extend(what_for(cx, ask, ["counter-ask-scopes", "counter-ask-items", "counter-ask-months"]));
        inner.push(checkboxes(cx, field("card-helper", "counter-ask-card-label"), card, &[]));
        inner.push(key_button(cx, &cx.t("counter-ask-do"), Tone::Primary, None, None));
        stack(vec![
            error_summary(cx, &ask.errors),
            page_heading(cx, &title, Some(&cx.tv("counter-ask-lede", &[("name", d.elder.name.as_str())]))),
            form(cx, Form::post(&format!("{here}/helper")), stack(inner)),
        ])
    })
}
