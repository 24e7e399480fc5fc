//! Check your answers: one row per answer, each with 「修改」. Also used to show facts without a way to change them.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub question: String,
    /// Empty becomes 「没有填」.
    pub answer: String,
    /// Where 「修改」 leads; `None` when this cannot be changed here.
    pub change: Option<String>,
    /// Text key of the words on that link.
    pub change_key: &'static str,
}

impl Row {
    pub fn new(question: impl Into<String>, answer: impl Into<String>) -> Row {
        Row { question: question.into(), answer: answer.into(), change: None, change_key: "ui-change" }
    }

    /// Nothing is there yet that could be changed: 「去上传」.
    pub fn upload(mut self, href: impl Into<String>) -> Row {
        self.change_key = "ui-upload";
        self.change(href)
    }

    pub fn change(mut self, href: impl Into<String>) -> Row {
        self.change = Some(href.into());
        self
    }
}

pub fn summary_list(cx: &Cx, rows: Vec<Row>) -> Html {
    let rows = rows
        .into_iter()
        .map(|row| {
            let answer = if row.answer.is_empty() { cx.t("ui-not-given") } else { row.answer };
            let hidden = row.question.clone();
            let class = if is_number(&answer) { "summary-answer summary-digits" } else { "summary-answer" };
            let change = row.change.map(|href| {
                view! { <dd class="summary-change"><a href=href>{cx.t(row.change_key)}<span class="unseen">{hidden}</span></a></dd> }
            });
            view! { <div class="summary-row"><dt>{row.question}</dt><dd class=class><bdi>{answer}</bdi></dd>{change}</div> }
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }.into_any()
}

/// An identity number, plain or masked: it stands in one line or is misread.
fn is_number(answer: &str) -> bool {
    answer.len() == 18 && answer.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'X' | b'*'))
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![summary_list(
        cx,
        vec![
            Row::new("去哪里看病", "东海市").change("/out-of-area/place"),
            Row::new("从哪天开始", "2026年12月1日 星期二").change("/out-of-area/dates"),
            Row::new("联系人电话", ""),
            Row::new("身份证号码", "990101195203070021"),
        ],
    )]
}
