//! Which materials are needed, which are there, which may come later. Uploading has a page of its own per material.

use crate::cx::Cx;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, Row, Tone, button, checkboxes, error_summary, form, hooks, para, stack, step_heading,
    summary_list,
};
use domain::case::Draft;
use domain::catalog::Material;
use std::collections::BTreeSet;

pub struct PapersPage<'a> {
    pub draft: &'a Draft,
    pub materials: Vec<Material>,
    /// Materials of which something was handed in before.
    pub earlier: BTreeSet<String>,
    pub now: usize,
    pub all: usize,
    pub back: String,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &PapersPage) -> String {
    let title = cx.t("papers-title");
    let head =
        Head::new(title.clone()).service(cx.t(&format!("item-{}", d.draft.item.slug()))).wrong(!d.errors.is_empty()).back(d.back.clone());
    ui::page(cx, head, || {
        let rows = d
            .materials
            .iter()
            .map(|m| {
                let count = d.draft.papers.iter().filter(|p| p.material == m.id).count();
                let state = if count > 0 {
                    cx.tv("papers-count", &[("count", &count.to_string())])
                } else if d.draft.has(m.id) {
                    cx.t("shared-state")
                } else if m.main {
                    cx.t("papers-none-main")
                } else {
                    cx.t("papers-none-secondary")
                };
                let state = match d.earlier.contains(m.id) {
                    true if !d.draft.has(m.id) => format!("{state}（{}）", cx.t("earlier-there")),
                    _ => state,
                };
                let (row, href) =
                    (Row::new(cx.t(&format!("material-{}", m.id)), state), format!("/file/draft/{}/papers/{}", d.draft.id, m.id));
                if d.draft.has(m.id) { row.change(href) } else { row.upload(href) }
            })
            .collect();
        let secondary: Vec<Choice> = d
            .materials
            .iter()
            .filter(|m| !m.main && !d.draft.has(m.id))
            .map(|m| Choice::new(m.id, cx.t(&format!("material-{}", m.id))))
            .collect();
        let mut inner = Vec::new();
        if !secondary.is_empty() {
            let field = Field::new("later", cx.t("papers-later-label")).hint(cx.t("papers-later-hint"));
            inner.push(checkboxes(cx, field, secondary, &d.draft.promised_later));
        }
        inner.push(hooks::send_once(cx, button(&cx.t("papers-next"), Tone::Primary, None)));
        stack(vec![
            error_summary(cx, &d.errors),
            step_heading(cx, d.now, d.all, &title.clone()),
            para(cx.t("papers-how")),
            summary_list(cx, rows),
            form(cx, Form::post(&format!("/file/draft/{}/papers", d.draft.id)), stack(inner)),
            para(cx.t("papers-counter")),
        ])
    })
}
