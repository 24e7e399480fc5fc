//! A box that says something: colour, picture and words together, never colour alone. It stays until the person leaves.
use leptos::prelude::*;

use super::{Html, Icon, icon};
use crate::cx::Cx;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    Info,
    Good,
    Care,
    Stop,
}

impl NoticeKind {
    const fn look(self) -> (&'static str, Icon) {
        match self {
            NoticeKind::Info => ("notice notice-info", Icon::Info),
            NoticeKind::Good => ("notice notice-good", Icon::Done),
            NoticeKind::Care => ("notice notice-care", Icon::Care),
            NoticeKind::Stop => ("notice notice-stop", Icon::Stop),
        }
    }
}

/// `title` may be empty.
pub fn notice(kind: NoticeKind, title: &str, body: Html) -> Html {
    let (class, picture) = kind.look();
    let title = (!title.is_empty()).then(|| view! { <p class="notice-title">{title.to_owned()}</p> });
    view! { <div class=class>{icon(picture)}<div>{title}{body}</div></div> }.into_any()
}

/// A message about something that was just done (「已经存好」). Present at load, so screen readers find it.
pub fn status(kind: NoticeKind, text: &str) -> Html {
    let (class, picture) = kind.look();
    view! { <div class=class role="status">{icon(picture)}<div><p>{text.to_owned()}</p></div></div> }.into_any()
}

pub fn examples(_cx: &Cx) -> Vec<Html> {
    vec![
        notice(NoticeKind::Info, "填到一半可以停下", "下次登录，从这一步接着填。".into_any()),
        notice(NoticeKind::Care, "提交以后还能改", "10 分钟内可以修改或者撤回。".into_any()),
        notice(NoticeKind::Stop, "现在还不能办", "先到村里窗口核对身份。".into_any()),
        status(NoticeKind::Good, "照片已经存好。"),
    ]
}
