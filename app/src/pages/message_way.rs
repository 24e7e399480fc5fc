//! How she wants to be told. One question, what each answer means beside it, and nothing else.

use crate::cx::Cx;
use crate::ports::Person;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, NoticeKind, Tone, bullets, button, error_summary, form, hooks, notice, page_heading, para,
    radios, stack, status,
};
use domain::notice::way::Way;

pub const PATH: &str = "/messages/way";

pub struct WayPage<'a> {
    pub person: &'a Person,
    /// What was just chosen and is kept.
    pub kept: bool,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &WayPage) -> String {
    let title = cx.t("way-title");
    ui::page(cx, Head::new(title.clone()).wrong(!d.errors.is_empty()).back_to("/messages", cx.t("way-back")), || {
        let has_phone = d.person.phone.is_some();
        let (here, offered) = (d.person.insured, Way::choices(has_phone, d.person.insured));
        let now = Way::of(d.person.told_by, has_phone, here);
        let mut body = vec![error_summary(cx, &d.errors)];
        if d.kept {
            body.push(status(NoticeKind::Good, &cx.t(&format!("way-kept-{}", now.key()))));
        }
        body.push(page_heading(cx, &title, Some(&cx.t("way-lede"))));
        let choices = offered.into_iter().map(|way| {
            let key = format!("way-{}", way.key());
            Choice::new(way.key(), cx.t(&key)).hint(cx.t(&format!("{key}-what")))
        });
        let field = Field::new("way", cx.t("way-question")).errors(&d.errors);
        let inner = stack(vec![
            radios(cx, field, choices.collect(), Some(now.key())),
            hooks::send_once(cx, button(&cx.t("way-do"), Tone::Primary, None)),
        ]);
        body.push(form(cx, Form::post(PATH), inner));
        if !has_phone || !here {
            let why = if here { "way-no-phone" } else { "way-elsewhere" };
            body.push(notice(NoticeKind::Info, "", para(cx.t(why))));
        }
        let know = bullets(vec![cx.t("way-codes"), cx.t("way-always-here"), cx.t("way-desk")]);
        body.push(notice(NoticeKind::Info, &cx.t("way-know"), know));
        stack(body)
    })
}
