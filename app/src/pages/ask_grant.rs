//! Asking an elder: who she is, what for, how long. Nothing is ticked beforehand; what is never possible stands there too.

use crate::cx::Cx;
use crate::pages::sign_in::words as typing;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, NoticeKind, TextKind, Tone, button, checkboxes, error_summary, form, hooks, notice,
    page_heading, para, radios, stack, text_field,
};
use domain::family::{AskProblem, Items, Period, Scope, items};
use domain::person::Relation;

/// As typed, to be given back.
#[derive(Debug, Clone, Default)]
pub struct AskPage {
    pub name: String,
    pub id_number: String,
    pub relation: String,
    pub scopes: Vec<String>,
    /// `all`, or services by name.
    pub items: Vec<String>,
    pub months: String,
    /// Periods of the region, in months.
    pub periods: Vec<u8>,
    pub errors: Vec<FieldError>,
    pub verified: bool,
}

pub fn errors(cx: &Cx, problems: &[AskProblem]) -> Vec<FieldError> {
    let words = |problem: &AskProblem| match problem {
        AskProblem::Name(error) => typing::name(cx, *error),
        AskProblem::IdNumber(error) => typing::id_number(cx, *error),
        AskProblem::Relation => cx.t("ask-error-relation"),
        AskProblem::Scopes => cx.t("ask-error-scopes"),
        AskProblem::Items => cx.t("ask-error-items"),
        AskProblem::Period => cx.t("ask-error-period"),
    };
    problems.iter().map(|p| FieldError::new(p.field(), words(p))).collect()
}

pub fn page(cx: &Cx, d: &AskPage) -> String {
    let title = cx.t("ask-title");
    let head = Head::new(title.clone()).service(cx.t("family-title")).wrong(!d.errors.is_empty()).back("/family");
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.t("ask-lede")))];
        if !d.verified {
            body.push(notice(NoticeKind::Care, &cx.t("family-unverified-title"), para(cx.t("family-unverified"))));
        }
        body.push(form(cx, Form::post("/family/ask"), fields(cx, d)));
        stack(body)
    })
}

fn fields(cx: &Cx, d: &AskPage) -> ui::Html {
    let name = Field::new("name", cx.t("ask-name")).hint(cx.t("ask-own-name-hint")).value(&d.name).errors(&d.errors);
    let number = Field::new("id_number", cx.t("ask-id-number")).hint(cx.t("ask-id-number-hint")).value(&d.id_number).errors(&d.errors);
    let relations = Relation::ALL.into_iter().map(|r| Choice::new(r.slug(), cx.t(r.key()))).collect();
    let mut all = vec![
        text_field(cx, name, TextKind::OtherName),
        text_field(cx, number, TextKind::IdNumber),
        radios(cx, Field::new("relation", cx.t("ask-relation")).errors(&d.errors), relations, Some(&d.relation)),
    ];
    all.extend(what_for(cx, d, ["ask-scopes", "ask-items", "ask-months"]));
    all.extend([
        notice(NoticeKind::Info, &cx.t("ask-never-title"), para(cx.t("ask-never"))),
        para(cx.t("ask-same-answer")),
        hooks::send_once(cx, button(&cx.t("ask-send"), Tone::Primary, None)),
    ]);
    stack(all)
}

/// Which things, for which services, how long; asked for with these three texts.
pub fn what_for(cx: &Cx, d: &AskPage, [what, which, how_long]: [&str; 3]) -> Vec<ui::Html> {
    let scopes = Scope::OFFERED
        .into_iter()
        .map(|s| Choice::new(s.key(), cx.t(&format!("scope-{}", s.key()))).hint(cx.t(&format!("scope-{}-what", s.key()))))
        .collect();
    let all = Choice::new(items::ALL, cx.t("ask-items-all")).hint(cx.t("ask-items-all-what"));
    let single = Items::offered().map(|item| Choice::new(item.slug(), cx.t(&format!("item-{}", item.slug()))));
    let services = std::iter::once(all).chain(single).collect();
    let once = Choice::new(Period::ONCE, cx.t("ask-months-once")).hint(cx.t("ask-months-once-what"));
    let periods = std::iter::once(once).chain(d.periods.iter().map(|m| Choice::new(&m.to_string(), period(cx, *m)))).collect();
    vec![
        checkboxes(cx, Field::new("scopes", cx.t(what)).hint(cx.t("ask-scopes-hint")).errors(&d.errors), scopes, &d.scopes),
        checkboxes(cx, Field::new("items", cx.t(which)).hint(cx.t("ask-items-hint")).errors(&d.errors), services, &d.items),
        radios(cx, Field::new("months", cx.t(how_long)).hint(cx.t("ask-months-hint")).errors(&d.errors), periods, Some(&d.months)),
    ]
}

fn period(cx: &Cx, months: u8) -> String {
    match months {
        3 => cx.t("ask-months-3"),
        12 => cx.t("ask-months-12"),
        other => cx.tv("ask-months-other", &[("months", &other.to_string())]),
    }
}
