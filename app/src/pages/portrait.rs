//! Choosing the picture by which a helper finds somebody in her list. Each picture has its words beside it.

use crate::acts::list_helped::Helped;
use crate::cx::Cx;
use crate::ui::{self, Choice, Field, FieldError, Form, Head, Tone, button, error_summary, form, page_heading, radios, stack};
use domain::family::Portrait;

pub fn page(cx: &Cx, helped: &Helped, errors: &[FieldError]) -> String {
    let name = helped.view.elder.name.masked();
    let title = cx.tv("portrait-title", &[("name", &name)]);
    let head = Head::new(title.clone()).service(cx.t("family-title")).wrong(!errors.is_empty()).back("/family");
    ui::page(cx, head, || {
        let choices =
            Portrait::ALL.into_iter().map(|p| Choice::new(p.slug(), cx.t(&format!("portrait-{}", p.slug()))).picture(p)).collect();
        let field = Field::new("portrait", cx.tv("portrait-which", &[("name", &name)])).errors(errors);
        let inner =
            stack(vec![radios(cx, field, choices, Some(helped.portrait.slug())), button(&cx.t("portrait-save"), Tone::Primary, None)]);
        stack(vec![
            error_summary(cx, errors),
            page_heading(cx, &title, Some(&cx.t("portrait-lede"))),
            form(cx, Form::post(&format!("/family/picture/{}", helped.view.grant.id)), inner),
        ])
    })
}
