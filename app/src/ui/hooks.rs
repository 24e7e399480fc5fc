//! Where the islands sit: sending once, shrinking photos. Each page is whole without any of them.
use islands::{SendOnce, ShrinkPhoto};
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

/// Stands beside the buttons of a form, so that a trembling second tap sends nothing.
pub fn send_once(cx: &Cx, buttons: Html) -> Html {
    let sending = cx.t("ui-sending");
    view! { {buttons}<SendOnce sending=sending/> }.into_any()
}

/// Stands beside the file field with this id (`file_field` brings it along), so that large photos shrink before they are sent.
pub fn shrink_photo(cx: &Cx, id: &str, field: Html) -> Html {
    let (working, ready, kept) = (cx.t("ui-photo-working"), cx.t("ui-photo-ready"), cx.t("ui-photo-kept"));
    view! { {field}<ShrinkPhoto input_id=id.to_owned() working=working ready=ready kept=kept/> }.into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![send_once(cx, "x".into_any()), shrink_photo(cx, "f-paper", "y".into_any())]
}
