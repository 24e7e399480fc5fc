//! Check your answers: everything once more, each row with 修改, nothing submitted before the button here.

use super::words;
use crate::cx::Cx;
use crate::pages::assist::number_first;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, NoticeKind, Row, Tone, bullets, button, checkboxes, error_summary, form, hooks, notice,
    para, stack, step_heading, summary_list,
};
use domain::case::Draft;
use domain::case::draft::Purpose;
use domain::catalog::{Form as PaperForm, Item, Pace, Route};

pub struct CheckPage<'a> {
    pub item: &'static Item,
    pub draft: &'a Draft,
    pub now: usize,
    pub all: usize,
    pub back: String,
    /// In whose name it is filed, masked when it is not herself.
    pub whose: String,
    pub promised: String,
    pub errors: Vec<FieldError>,
    pub numbers: Numbers,
}

/// Whether the two-digit number of an assistant was compared for this draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    NotNeeded,
    ToCompare,
    Same,
}

pub fn page(cx: &Cx, d: &CheckPage) -> String {
    let slug = d.item.code.slug();
    let answering = matches!(d.draft.purpose, Purpose::Answer(_));
    let head = Head::new(cx.t("check-title")).service(cx.t(&format!("item-{slug}"))).wrong(!d.errors.is_empty()).back(d.back.clone());
    ui::page(cx, head, || {
        let here = format!("/file/draft/{}", d.draft.id);
        let mut rows = vec![Row::new(cx.t("check-whose"), d.whose.clone())];
        for step in d.item.path(&d.draft.answers) {
            for field in step.fields {
                let shown =
                    d.draft.answers.get(field.id).map_or_else(|| cx.t("check-not-answered"), |v| words::answer(cx, d.item.code, field, v));
                let shown = match words::mark(cx, d.draft.typed_by.get(field.id)) {
                    Some(mark) => format!("{shown}（{mark}）"),
                    None => shown,
                };
                rows.push(Row::new(words::label(cx, d.item.code, field.id), shown).change(format!("{here}/{}?then=check", step.id)));
            }
        }
        for m in d.item.needs(&d.draft.answers) {
            let count = d.draft.papers.iter().filter(|p| p.material == m.id).count();
            let state = if count > 0 {
                cx.tv("papers-count", &[("count", &count.to_string())])
            } else if d.draft.has(m.id) {
                cx.t("shared-state")
            } else if d.draft.promised_later.iter().any(|l| l == m.id) {
                cx.t("papers-later")
            } else {
                cx.t("papers-none-main")
            };
            rows.push(Row::new(cx.t(&format!("material-{}", m.id)), state).change(format!("{here}/papers/{}", m.id)));
        }
        let at_once = (d.item.route)(&d.draft.answers) == Route::AtOnce;
        let board = (d.item.pace)(&d.draft.answers) == Pace::Board;
        let next = if at_once {
            vec![cx.t("check-next-at-once"), cx.t("check-next-undo"), cx.t("check-next-sample")]
        } else {
            let by = cx.tv(if board { "check-next-board" } else { "check-next-promise" }, &[("date", &d.promised)]);
            vec![cx.t("check-next-undo"), cx.t("check-next-tiers"), by]
        };
        let mut next = next;
        if d.item.needs(&d.draft.answers).iter().any(|m| m.form == PaperForm::Original) {
            next.push(cx.t("check-next-sheets"));
        }
        let mut inner = Vec::new();
        if let Some(key) = (d.item.commitment)(&d.draft.answers).filter(|_| !answering) {
            inner.push(notice(NoticeKind::Info, &cx.t("commitment-title"), para(cx.t(key))));
            let field = Field::new("signed", cx.t("commitment-label")).errors(&d.errors);
            inner.push(checkboxes(cx, field, vec![Choice::new("yes", cx.t("commitment-sign"))], &[]));
        }
        if d.numbers == Numbers::Same {
            inner.insert(0, para(cx.t("assist-compared")));
        }
        let label = if answering { cx.t("check-submit-answer") } else { cx.t(&format!("item-{slug}-submit")) };
        inner.push(hooks::send_once(cx, button(&label, Tone::Primary, None)));
        stack(vec![
            error_summary(cx, &d.errors),
            step_heading(cx, d.now, d.all, &cx.t("check-title")),
            para(cx.t("check-not-yet")),
            summary_list(cx, rows),
            notice(NoticeKind::Info, &cx.t("check-next-title"), bullets(next)),
            match d.numbers {
                Numbers::ToCompare => number_first(cx, &d.draft.id),
                _ => form(cx, Form::post(&format!("{here}/check")), stack(inner)),
            },
        ])
    })
}
