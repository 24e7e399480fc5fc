//! Who stands at the counter? Found by name or card number; what was typed never reaches an address line.

use super::{head, key_button};
use crate::cx::Cx;
use crate::ui::{self, Column, Field, FieldError, Form, TextKind, Tone, error_summary, form, page_heading, para, stack, table, text_field};
use leptos::prelude::*;

pub struct PeoplePage {
    pub typed: String,
    /// `None`: nothing was looked for yet.
    pub found: Option<Vec<Found>>,
    pub errors: Vec<FieldError>,
}

pub struct Found {
    pub id: String,
    pub name: String,
    /// Masked.
    pub number: String,
    pub village: String,
}

pub fn page(cx: &Cx, d: &PeoplePage) -> String {
    let title = cx.t("counter-people-title");
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()), || {
        let field =
            Field::new("words", cx.t("counter-people-label")).hint(cx.t("counter-people-hint")).value(d.typed.clone()).errors(&d.errors);
        let inner = stack(vec![
            text_field(cx, field, TextKind::OtherName),
            key_button(cx, &cx.t("counter-people-find"), Tone::Primary, None, Some('f')),
        ]);
        let mut body = vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, Some(&cx.t("counter-people-lede"))),
            form(cx, Form::post("/staff/people"), inner),
        ];
        match &d.found {
            None => {}
            Some(found) if found.is_empty() => body.push(para(cx.t("counter-people-none"))),
            Some(found) => {
                let heads = ["counter-col-name", "counter-col-number", "counter-col-village"].map(|k| (cx.t(k), Column::Words)).to_vec();
                let rows = found
                    .iter()
                    .map(|f| {
                        vec![
                            view! { <a href=format!("/staff/people/{}", f.id)><bdi>{f.name.clone()}</bdi></a> }.into_any(),
                            view! { <span dir="ltr">{f.number.clone()}</span> }.into_any(),
                            f.village.clone().into_any(),
                        ]
                    })
                    .collect();
                body.push(table(cx, &cx.t("counter-people-caption"), heads, rows));
            }
        }
        stack(body)
    })
}
