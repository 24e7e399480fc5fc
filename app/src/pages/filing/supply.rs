//! The papers that a running case still waits for (容缺受理): which, by when, and how to hand them in. Asks for nothing else.

use super::check::Numbers;
use super::words;
use crate::cx::Cx;
use crate::pages::assist::number_first;
use crate::ui::{
    self, FieldError, Form, Head, Row, Tone, button, error_summary, form, hooks, page_heading, para, reference, stack, summary_list,
};
use domain::case::{Case, Draft};
use domain::catalog::Material;

pub struct SupplyPage<'a> {
    pub draft: &'a Draft,
    pub case: &'a Case,
    /// What is still owed.
    pub materials: Vec<Material>,
    pub errors: Vec<FieldError>,
    pub numbers: Numbers,
}

pub fn page(cx: &Cx, d: &SupplyPage) -> String {
    let title = cx.t("supply-title");
    let item = cx.t(&format!("item-{}", d.draft.item.slug()));
    let head = Head::new(title.clone()).service(item).wrong(!d.errors.is_empty()).back(if cx.is_assistant() {
        cx.matters().to_owned()
    } else {
        format!("/cases/{}", d.case.reference)
    });
    ui::page(cx, head, || {
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, None),
            reference(&d.case.reference),
            para(cx.t("supply-how")),
            summary_list(cx, d.materials.iter().map(|m| row(cx, d, m)).collect()),
            match d.numbers {
                Numbers::ToCompare => number_first(cx, &d.draft.id),
                _ => form(
                    cx,
                    Form::post(&format!("/file/draft/{}/papers", d.draft.id)),
                    hooks::send_once(cx, button(&cx.t("supply-send"), Tone::Primary, None)),
                ),
            },
            para(cx.t("supply-late")),
        ])
    })
}

/// One material: photographed already, or by when it is due.
fn row(cx: &Cx, d: &SupplyPage, material: &Material) -> Row {
    let count = d.draft.papers.iter().filter(|p| p.material == material.id).count();
    let due = d.case.deferrals.iter().find(|x| x.material == material.id).map(|x| words::date(cx, x.due)).unwrap_or_default();
    let state = match count {
        0 if d.draft.has(material.id) => cx.t("shared-state"),
        0 => cx.tv("supply-due", &[("date", &due)]),
        n => cx.tv("papers-count", &[("count", &n.to_string())]),
    };
    let row = Row::new(cx.t(&format!("material-{}", material.id)), state);
    let href = format!("/file/draft/{}/papers/{}", d.draft.id, material.id);
    if d.draft.has(material.id) { row.change(href) } else { row.upload(href) }
}
