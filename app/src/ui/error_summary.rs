//! What went wrong, on top of the page, with a link to each field. Same words here and at the field.
//! No codes, no blame. Focus goes here when the page opens (plain `autofocus`, no script).
use leptos::prelude::*;

use super::{Html, read_words};
use crate::cx::Cx;

/// One mistake: the field's name (its element is `f-<name>`) and the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Empty when the mistake belongs to the whole page.
    pub field: String,
    pub message: String,
}

impl FieldError {
    pub fn new(field: &str, message: impl Into<String>) -> FieldError {
        FieldError { field: field.to_owned(), message: message.into() }
    }

    /// The sentence for one field, if it has one.
    pub fn of<'a>(errors: &'a [FieldError], field: &str) -> Option<&'a str> {
        errors.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }
}

/// Renders nothing when there is no error.
pub fn error_summary(cx: &Cx, errors: &[FieldError]) -> Html {
    if errors.is_empty() {
        return ().into_any();
    }
    let said = errors.iter().map(|error| error.message.as_str()).fold(format!("{}。", cx.t("ui-error-title")), |said, one| said + one);
    let rows = errors
        .iter()
        .map(|error| {
            let message = error.message.clone();
            if error.field.is_empty() {
                view! { <li><span>{message}</span></li> }.into_any()
            } else {
                view! { <li><a href=format!("#f-{}", error.field)>{message}</a></li> }.into_any()
            }
        })
        .collect_view();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus=true aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">{cx.t("ui-error-title")}</h2>
            <ul>{rows}</ul>
            {read_words(cx, &said)}
        </div>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![error_summary(
        cx,
        &[
            FieldError::new("id_number", "身份证号码要有 18 位，现在是 17 位。"),
            FieldError::new("", "页面放了很久，已经换成新的，填的内容都在。"),
        ],
    )]
}
