//! A merge was wrong: which record is parted from this one again, and what happens then.

use super::{head, heading, key_button};
use crate::acts::merge_people::Parting;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{
    self, Choice, Field, FieldError, Form, NoticeKind, Tone, bullets, checkboxes, error_summary, form, notice, page_heading, para, radios,
    stack,
};

pub struct PartingPage<'a> {
    pub parting: &'a Parting,
    pub goes: String,
    /// Whom to call where nothing can be parted here.
    pub machine_room: &'a str,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &PartingPage) -> String {
    let stays = &d.parting.stays;
    let (title, here) = (cx.t("part-title"), format!("/staff/people/{}", stays.id));
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to(here.as_str(), cx.t("counter-back-person")), || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(stays.name.as_str()))];
        if d.parting.merged.is_empty() {
            body.push(notice(NoticeKind::Info, &cx.t("part-nothing"), para(cx.tv("part-nothing-what", &[("number", d.machine_room)]))));
            return stack(body);
        }
        let one = |(record, goes): &(crate::ports::MergeRecord, crate::ports::Person)| {
            let (number, when) = (goes.id_number.masked(), words::moment(cx, record.at));
            let words = [("name", goes.name.as_str()), ("number", number.as_str()), ("when", when.as_str())];
            Choice::new(goes.id.as_str(), cx.tv("part-one", &words))
        };
        let which = Field::new("goes", cx.t("part-which")).errors(&d.errors);
        let seen = Field::new("seen", cx.t("part-seen-label")).errors(&d.errors);
        let inner = stack(vec![
            radios(cx, which, d.parting.merged.iter().map(one).collect(), Some(&d.goes)),
            checkboxes(cx, seen, vec![Choice::new("yes", cx.t("part-seen"))], &[]),
            key_button(cx, &cx.t("part-do"), Tone::Warn, None, None),
        ]);
        body.push(heading(cx, "part-what", None));
        body.push(bullets(["things", "grants", "sessions", "told"].map(|k| cx.t(&format!("part-what-{k}"))).to_vec()));
        body.push(form(cx, Form::post(&format!("{here}/part")), inner));
        stack(body)
    })
}
