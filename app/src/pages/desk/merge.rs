//! Two records of one person: first the number of the one that stays, then both side by side with what happens, and how a
//! wrong merge is undone.

use super::{head, heading, key_button};
use crate::acts::merge_people::{Merger, REASONS};
use crate::cx::Cx;
use crate::ports::Person;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Html, NoticeKind, Row, TextKind, Tone, bullets, checkboxes, error_summary, form, notice,
    page_heading, para, radios, stack, summary_list, text_field,
};
use domain::family::recheck::Fate;

pub struct AskPage<'a> {
    pub goes: &'a Person,
    pub village: String,
    pub number: String,
    pub errors: Vec<FieldError>,
}

pub fn ask(cx: &Cx, d: &AskPage) -> String {
    let title = cx.tv("merge-title", &[("name", d.goes.name.as_str())]);
    let here = format!("/staff/people/{}", d.goes.id);
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to(here.as_str(), cx.t("counter-back-person")), || {
        let number = Field::new("number", cx.t("merge-number")).hint(cx.t("merge-number-hint")).value(&d.number).errors(&d.errors);
        let inner = stack(vec![text_field(cx, number, TextKind::IdNumber), key_button(cx, &cx.t("merge-look"), Tone::Primary, None, None)]);
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, Some(&cx.t("merge-lede"))),
            record(cx, "merge-goes", d.goes, &d.village),
            form(cx, Form::post(&format!("{here}/merge")), inner),
        ])
    })
}

pub struct CheckPage<'a> {
    pub merger: &'a Merger,
    /// Of the record that goes and of the one that stays.
    pub villages: [String; 2],
    pub reason: String,
    pub errors: Vec<FieldError>,
}

pub fn check(cx: &Cx, d: &CheckPage) -> String {
    let (goes, stays) = (&d.merger.goes, &d.merger.stays);
    let title = cx.tv("merge-check-title", &[("name", stays.name.as_str())]);
    let merge = format!("/staff/people/{}/merge", goes.id);
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to(merge.as_str(), cx.t("merge-back")), || {
        let [gone, kept] = &d.villages;
        let count = |fates: &[Fate]| d.merger.grants.iter().filter(|m| fates.contains(&m.fate)).count().to_string();
        let ends = count(&[Fate::EndsAsDouble, Fate::EndsWithoutPlace]);
        let what = vec![
            cx.tv("merge-what-cases", &[("count", &d.merger.cases.to_string())]),
            cx.tv("merge-what-grants", &[("pauses", &count(&[Fate::Pauses])), ("ends", &ends)]),
            cx.t("merge-what-sessions"),
            cx.t("merge-what-told"),
        ];
        let reasons = REASONS.iter().map(|r| Choice::new(r, cx.t(&format!("merge-reason-{r}")))).collect();
        let reason = Field::new("reason", cx.t("merge-reason")).errors(&d.errors);
        let seen = Field::new("seen", cx.t("merge-seen-label")).errors(&d.errors);
        let inner = stack(vec![
            radios(cx, reason, reasons, Some(&d.reason)),
            checkboxes(cx, seen, vec![Choice::new("yes", cx.t("merge-seen"))], &[]),
            key_button(cx, &cx.t("merge-do"), Tone::Warn, None, None),
        ]);
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, None),
            record(cx, "merge-goes", goes, gone),
            record(cx, "merge-stays", stays, kept),
            unlike(cx, d.merger),
            heading(cx, "merge-what", None),
            bullets(what),
            notice(NoticeKind::Care, &cx.t("merge-way-back"), para(cx.t("merge-way-back-what"))),
            form(cx, Form::post(&merge).hidden("stays", stays.id.as_str()), inner),
        ])
    })
}

/// Another name, birthday or sex: perhaps a slip of the pen, perhaps somebody else.
fn unlike(cx: &Cx, merger: &Merger) -> Html {
    let Merger { goes, stays, .. } = merger;
    let (one, other) = (&goes.id_number, &stays.id_number);
    let same = goes.name.equals_loosely(&stays.name) && one.birth() == other.birth() && one.is_female() == other.is_female();
    if same { ui::nothing() } else { notice(NoticeKind::Stop, &cx.t("merge-unlike"), para(cx.t("merge-unlike-what"))) }
}

fn record(cx: &Cx, key: &str, person: &Person, village: &str) -> Html {
    let rows = vec![
        Row::new(cx.t("counter-col-name"), person.name.as_str()),
        Row::new(cx.t("counter-col-number"), person.id_number.masked()),
        Row::new(cx.t("counter-col-village"), village),
        Row::new(cx.t("desk-fact-phone"), person.phone.as_ref().map_or_else(|| cx.t("desk-no-phone"), |phone| phone.masked())),
    ];
    stack(vec![heading(cx, key, None), summary_list(cx, rows)])
}
