//! One material: what counts and what does not, before the upload; then one file at a time.

use super::{earlier, words};
use crate::acts::reuse_paper::Earlier;
use crate::cx::Cx;
use crate::ui::{
    self, Field, FieldError, Form, Head, NoticeKind, Tone, bullets, button, error_summary, file_field, form, hooks, link_button, notice,
    page_heading, para, stack,
};
use domain::calendar::china_date;
use domain::case::Draft;
use domain::shared::SharedSource;

pub struct PaperPage<'a> {
    pub draft: &'a Draft,
    pub material: &'a str,
    /// Handed in before and not in this draft.
    pub earlier: Vec<Earlier>,
    /// Whose records may be looked up instead.
    pub source: Option<SharedSource>,
    /// They were, and there was nothing.
    pub nothing: bool,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &PaperPage) -> String {
    let name = cx.t(&format!("material-{}", d.material));
    let here = format!("/file/draft/{}/papers/{}", d.draft.id, d.material);
    let list = format!("/file/draft/{}/papers", d.draft.id);
    let head = Head::new(cx.tv("paper-title", &[("material", &name)]))
        .service(cx.t(&format!("item-{}", d.draft.item.slug())))
        .wrong(!d.errors.is_empty())
        .back(list.clone());
    ui::page(cx, head, || {
        let mine: Vec<_> = d.draft.papers.iter().filter(|p| p.material == d.material).collect();
        let mut body = vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &cx.tv("paper-title", &[("material", &name)]), None),
            notice(NoticeKind::Good, &cx.t("paper-counts-title"), para(cx.t(&format!("material-{}-counts", d.material)))),
            notice(NoticeKind::Care, &cx.t("paper-counts-not-title"), para(cx.t(&format!("material-{}-counts-not", d.material)))),
        ];
        for (i, paper) in mine.iter().enumerate() {
            let (number, size, date) = ((i + 1).to_string(), size(paper.size), words::plain_date(cx, china_date(paper.first_at())));
            let values = [("number", number.as_str()), ("size", size.as_str()), ("date", date.as_str())];
            let (said, act) = if paper.earlier.is_some() { ("earlier-kept", "earlier-swap") } else { ("paper-kept", "paper-remove") };
            let (words, label) = (cx.tv(said, &values), cx.tv(act, &values));
            let spec = Form::post(&format!("{here}/remove")).hidden("paper", paper.id.as_str()).inline();
            body.push(notice(NoticeKind::Good, &words, form(cx, spec, button(&label, Tone::Secondary, None))));
        }
        let proof = d.draft.proved(d.material);
        body.extend(proof.map(|proof| earlier::proved(cx, &here, proof)));
        if d.nothing {
            body.push(notice(NoticeKind::Care, &cx.t("shared-nothing-title"), para(cx.t("shared-nothing"))));
        }
        body.extend(earlier::offers(cx, &here, &name, &d.earlier));
        if let Some(source) = d.source.filter(|_| mine.is_empty() && proof.is_none() && !d.nothing) {
            body.push(earlier::consent(cx, &here, &name, d.draft.item, source, &d.errors));
        }
        let met = !mine.is_empty() || proof.is_some();
        let field = Field::new("paper", cx.t(if mine.is_empty() { "paper-label" } else { "paper-label-next" }))
            .hint(cx.t("paper-hint"))
            .errors(&d.errors);
        let accept = "image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf";
        let upload = stack(vec![
            file_field(cx, field, accept),
            hooks::send_once(cx, button(&cx.t("paper-send"), if met { Tone::Secondary } else { Tone::Primary }, None)),
        ]);
        body.push(form(cx, Form::post(&here).multipart(), upload));
        if met {
            body.push(link_button(&cx.t("paper-done"), &list, Tone::Primary));
        }
        body.push(bullets(vec![cx.t("paper-limits"), cx.t("paper-counter")]));
        stack(body)
    })
}

/// Kilobytes below a megabyte, then megabytes with one digit.
fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
    }
}
