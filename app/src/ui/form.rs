//! A plain POST form with its hidden keys: `csrf`, `once` (two taps, one case) and `subject` (whose form this is).
//! The browser's own validation stays off: our sentences are kinder and keep the answers.
use leptos::prelude::*;

use super::{Html, Tone, button};
use crate::cx::Cx;

#[derive(Clone, Debug, Default)]
pub struct Form {
    action: String,
    once: Option<String>,
    subject: Option<String>,
    hidden: Vec<(String, String)>,
    multipart: bool,
    class: &'static str,
}

impl Form {
    pub fn post(action: &str) -> Form {
        Form { action: action.to_owned(), class: "form", ..Form::default() }
    }

    /// Idempotency key.
    pub fn once(mut self, key: impl Into<String>) -> Form {
        self.once = Some(key.into());
        self
    }

    /// Opaque handle of the person this form is about: a second tab that changed the person is caught by it.
    pub fn subject(mut self, subject: impl Into<String>) -> Form {
        self.subject = Some(subject.into());
        self
    }

    pub fn hidden(mut self, name: &str, value: impl Into<String>) -> Form {
        self.hidden.push((name.to_owned(), value.into()));
        self
    }

    pub fn multipart(mut self) -> Form {
        self.multipart = true;
        self
    }

    /// A form that is only one button among other things.
    pub fn inline(mut self) -> Form {
        self.class = "form-inline";
        self
    }
}

pub fn form(cx: &Cx, spec: Form, body: Html) -> Html {
    let mut hidden = Vec::new();
    if !cx.csrf.is_empty() {
        hidden.push(("csrf".to_owned(), cx.csrf.clone()));
    }
    let once = spec.once.or_else(|| (!cx.once.is_empty()).then(|| cx.once.clone()));
    hidden.extend(once.map(|key| ("once".to_owned(), key)));
    hidden.extend(spec.subject.map(|subject| ("subject".to_owned(), subject)));
    hidden.extend(spec.hidden);
    let hidden = hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    let enctype = spec.multipart.then_some("multipart/form-data");
    view! {
        <form class=spec.class method="post" action=spec.action enctype=enctype novalidate=true accept-charset="utf-8" autocomplete="on">
            {hidden}
            {body}
        </form>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![form(
        cx,
        Form::post("/out-of-area/submit").once("k-1").subject("p-1").hidden("step", "check"),
        button("提交备案申请", Tone::Primary, None),
    )]
}
