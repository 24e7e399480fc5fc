//! 「群众评价」 at the desk: its own sums, and below them the bad words about the desks under it that wait to be set right.
//! Of its own ratings nothing but sums may stand here.

use super::{head, heading};
use crate::acts::ratings::set_right::ToSetRight;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::rating::{level, stage};
use crate::ui::{self, Column, Html, Row, Status, Tone, link_button, page_heading, para, stack, summary_list, table, tag};
use domain::catalog::ItemCode;
use domain::rating::{Answer, Level, Question, RemedyState, Sums, SurveyCount};
use jiff::civil::Date;
use leptos::prelude::*;

pub struct RatingsPage<'a> {
    pub sums: Option<&'a Sums>,
    /// Fewer people are never shown.
    pub least: u16,
    pub waiting: &'a [ToSetRight],
    /// Names of the rated desks, in the order of `waiting`.
    pub desks: Vec<String>,
    /// What the desks below did not deal with in time: nothing of what was said or by whom.
    pub late: &'a [LateBelow],
    /// For supervisors.
    pub survey: Option<&'a [SurveyCount]>,
    pub today: Date,
}

/// One task that is late, by the names of the desks.
pub struct LateBelow {
    pub handler: String,
    pub rated: String,
    pub item: ItemCode,
    pub due: Option<Date>,
}

pub fn page(cx: &Cx, d: &RatingsPage) -> String {
    let title = cx.t("desk-ratings-title");
    ui::page(cx, head(cx, &title).back_to("/staff", cx.t("accounts-back")), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("desk-ratings-lede"))), heading(cx, "desk-ratings-waiting", None)];
        if d.waiting.is_empty() {
            body.push(para(cx.t("desk-ratings-none")));
        }
        body.extend(d.waiting.iter().zip(&d.desks).map(|(one, desk)| card(cx, one, desk, d.today)));
        if !d.late.is_empty() {
            body.push(heading(cx, "desk-ratings-late-below", None));
            body.push(para(cx.t("desk-ratings-late-how")));
            body.push(late(cx, d.late));
        }
        body.push(heading(cx, "desk-ratings-own", None));
        body.push(match d.sums {
            Some(sums) => own(cx, sums),
            None => para(cx.tv("desk-ratings-few", &[("least", &d.least.to_string())])),
        });
        if let Some(counts) = d.survey {
            body.push(heading(cx, "desk-ratings-survey", None));
            body.push(survey(cx, counts));
        }
        stack(body)
    })
}

fn card(cx: &Cx, one: &ToSetRight, desk: &str, today: Date) -> Html {
    let rating = &one.rating;
    let task = rating.remedy.as_ref();
    let (state, due) = task.map_or((RemedyState::Closed, None), |t| (t.state, t.due()));
    let late = due.filter(|day| *day < today).map(|_| tag(Status::Refused, &cx.t("desk-ratings-late")));
    let day = due.map_or_else(|| cx.t("desk-ratings-her-turn"), |day| words::date(cx, day));
    let rows = vec![
        Row::new(cx.t("desk-ratings-who"), one.person.name.masked()),
        Row::new(cx.t("desk-ratings-desk"), desk.to_owned()),
        Row::new(cx.t("desk-ratings-step"), stage(cx, rating.stage)),
        Row::new(cx.t("desk-ratings-due"), day),
    ];
    let again = (!rating.earlier.is_empty()).then(|| tag(Status::Refused, &cx.t("desk-ratings-again")));
    let label = cx.tv("desk-ratings-open", &[("name", &one.person.name.masked())]);
    let look = if state == RemedyState::Corrected { Status::Waiting } else { Status::YourTurn };
    view! {
        <section class="card">
            <h3>{level(cx, rating.newest().level)}</h3>
            <div class="marks">{tag(look, &cx.t(&format!("desk-remedy-{}", state.key())))}{late}{again}</div>
            {summary_list(cx, rows)}
            {link_button(&label, &format!("/staff/ratings/{}", rating.id), Tone::Secondary)}
        </section>
    }
    .into_any()
}

fn late(cx: &Cx, all: &[LateBelow]) -> Html {
    let heads = ["desk-ratings-handler", "desk-ratings-desk", "desk-col-item", "desk-ratings-due"].map(|key| (cx.t(key), Column::Words));
    let row = |one: &LateBelow| {
        let due = one.due.map(|day| words::date(cx, day)).unwrap_or_default();
        [one.handler.clone(), one.rated.clone(), words::item(cx, one.item), due].into_iter().map(IntoAny::into_any).collect()
    };
    table(cx, &cx.t("desk-ratings-late-below"), heads.to_vec(), all.iter().map(row).collect())
}

fn own(cx: &Cx, sums: &Sums) -> Html {
    let heads = vec![(cx.t("desk-ratings-level"), Column::Words), (cx.t("desk-ratings-count"), Column::Number)];
    let mut rows: Vec<Vec<Html>> =
        Level::ALL.iter().map(|l| vec![level(cx, *l).into_any(), sums.count(*l).to_string().into_any()]).collect();
    rows.push(vec![cx.t("desk-ratings-all").into_any(), sums.all().to_string().into_any()]);
    table(cx, &cx.t("desk-ratings-own"), heads, rows)
}

fn survey(cx: &Cx, counts: &[SurveyCount]) -> Html {
    let heads = [("desk-survey-question", Column::Words), ("desk-survey-yes", Column::Number), ("desk-survey-partly", Column::Number)];
    let heads = heads.into_iter().chain([("desk-survey-no", Column::Number)]).map(|(key, kind)| (cx.t(key), kind)).collect();
    let given = |question: Question, answer: Answer| {
        counts.iter().find(|c| c.question == question && c.answer == answer).map_or(0, |c| c.given).to_string().into_any()
    };
    let row = |question: &Question| {
        let asked = cx.t(&format!("survey-ask-{}", question.key())).into_any();
        [asked].into_iter().chain(Answer::ALL.iter().map(|answer| given(*question, *answer))).collect()
    };
    table(cx, &cx.t("desk-ratings-survey"), heads, Question::ALL.iter().map(row).collect())
}
