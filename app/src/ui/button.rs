//! Buttons: full width, verb and object (「提交备案申请」). A link that looks like a button is still a link.
//! Never used with a bare 「确定」; a test reads the words.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The one thing this page is for.
    Primary,
    /// Another way on.
    Secondary,
    /// Takes something away. Keep it on a page of its own.
    Warn,
}

impl Tone {
    pub const fn class(self) -> &'static str {
        match self {
            Tone::Primary => "button",
            Tone::Secondary => "button button-secondary",
            Tone::Warn => "button button-warn",
        }
    }
}

/// A submit button. `name_value` tells the server which of two buttons was pressed.
pub fn button(label: &str, tone: Tone, name_value: Option<(&str, &str)>) -> Html {
    let (name, value) = match name_value {
        Some((name, value)) => (Some(name.to_owned()), Some(value.to_owned())),
        None => (None, None),
    };
    view! { <button class=tone.class() type="submit" name=name value=value>{label.to_owned()}</button> }.into_any()
}

pub fn link_button(label: &str, href: &str, tone: Tone) -> Html {
    view! { <a class=tone.class() href=href.to_owned()>{label.to_owned()}</a> }.into_any()
}

/// Two buttons of equal weight: declining is as easy as agreeing.
pub fn button_pair(first: Html, second: Html) -> Html {
    view! { <div class="button-pair">{first}{second}</div> }.into_any()
}

pub fn examples(_cx: &Cx) -> Vec<Html> {
    vec![
        button("提交备案申请", Tone::Primary, None),
        button("保存草稿，以后再填", Tone::Secondary, Some(("go", "later"))),
        button("停止女儿帮我办事", Tone::Warn, None),
        link_button("开始填写备案", "/out-of-area", Tone::Primary),
        button_pair(
            button("同意女儿帮我办", Tone::Secondary, Some(("answer", "yes"))),
            button("不同意女儿帮我办", Tone::Secondary, Some(("answer", "no"))),
        ),
    ]
}
