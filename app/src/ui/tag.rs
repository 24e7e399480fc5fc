//! How a thing stands: picture, words and colour together.
use leptos::prelude::*;

use super::{Html, Icon, icon};
use crate::cx::Cx;

/// The look of a state. What a state means is decided elsewhere; here it only gets a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Draft,
    Waiting,
    /// Somebody must hand something in.
    YourTurn,
    Done,
    Refused,
    Closed,
}

impl Status {
    pub const ALL: [Status; 6] = [Status::Draft, Status::Waiting, Status::YourTurn, Status::Done, Status::Refused, Status::Closed];

    const fn look(self) -> (&'static str, Icon) {
        match self {
            Status::Draft => ("tag tag-plain", Icon::Pen),
            Status::Waiting => ("tag tag-info", Icon::Wait),
            Status::YourTurn => ("tag tag-care", Icon::Return),
            Status::Done => ("tag tag-good", Icon::Done),
            Status::Refused => ("tag tag-stop", Icon::Stop),
            Status::Closed => ("tag tag-plain", Icon::Paper),
        }
    }
}

pub fn tag(status: Status, words: &str) -> Html {
    let (class, picture) = status.look();
    view! { <span class=class>{icon(picture)}<span>{words.to_owned()}</span></span> }.into_any()
}

pub fn examples(_cx: &Cx) -> Vec<Html> {
    Status::ALL.into_iter().map(|status| tag(status, "乡镇正在看")).collect()
}
