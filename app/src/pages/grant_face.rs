//! A face check as one way more to say yes. The other ways stand on the same page, before and after a try.

use crate::cx::Cx;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, Html, NoticeKind, Tone, bullets, button, error_summary, file_field, form, hooks,
    link_button, notice, page_heading, para, radios, stack,
};
use leptos::prelude::*;

pub struct FacePage<'a> {
    pub grant: &'a str,
    /// Masked.
    pub name: &'a str,
    /// A try is left.
    pub open: bool,
    pub urged: &'a str,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &FacePage) -> String {
    let back = format!("/helpers/{}", d.grant);
    let title = cx.tv("face-title", &[("name", d.name)]);
    let head = Head::new(title.clone()).service(cx.t("helpers-title")).wrong(!d.errors.is_empty()).back_to(back.clone(), cx.t("face-back"));
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, None)];
        if d.open {
            body.push(bullets(["face-what", "face-kept", "face-tries"].map(|key| cx.t(key)).to_vec()));
            body.push(ask(cx, d));
        } else {
            body.push(notice(NoticeKind::Info, "", para(cx.t("face-no-tries"))));
        }
        body.push(ways(cx, d, &back));
        stack(body)
    })
}

fn ask(cx: &Cx, d: &FacePage) -> Html {
    let answers = ["no", "yes"].map(|a| Choice::new(a, cx.t(&format!("grant-urged-{a}")))).to_vec();
    let urged = Field::new("urged", cx.t("grant-urged")).hint(cx.t("grant-urged-hint")).errors(&d.errors);
    let picture = Field::new("face", cx.t("face-picture")).hint(cx.t("face-picture-hint")).errors(&d.errors);
    let yes = button(&cx.tv("face-send", &[("name", d.name)]), Tone::Secondary, None);
    let inner = stack(vec![
        radios(cx, urged, answers, Some(d.urged).filter(|u| !u.is_empty())),
        file_field(cx, picture, "image/jpeg,image/png,image/webp,image/heic,image/heif"),
        hooks::send_once(cx, yes),
    ]);
    form(cx, Form::post(&format!("/helpers/{}/face", d.grant)).multipart(), inner)
}

/// Nobody has to show her face.
fn ways(cx: &Cx, d: &FacePage, back: &str) -> Html {
    let title = cx.t("face-ways");
    let phone = [("phone", cx.region.phone.as_str())];
    view! {
        <h2>{title}</h2>
        {bullets(vec![cx.t("face-way-code"), cx.t("face-way-counter"), cx.tv("face-way-home", &phone)])}
        {link_button(&cx.tv("face-use-code", &[("name", d.name)]), back, Tone::Secondary)}
    }
    .into_any()
}
