//! Where the islands sit: reading aloud, sending once, shrinking photos. Each page is whole without any of them.
use islands::{ReadAloud, SendOnce, ShrinkPhoto};
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

/// A button that reads `text`, or the whole main part when it is empty, with the phone's voice.
/// Without a voice nothing is shown (the 语音版 page names the telephone line).
pub fn read_aloud(cx: &Cx, text: &str) -> Html {
    read_aloud_or(cx, text, "")
}

/// The same, and `no_voice` stands in its place where there is no voice (and without scripts).
pub fn read_aloud_or(cx: &Cx, text: &str, no_voice: &str) -> Html {
    let (play, stop) = (cx.t("ui-read-aloud"), cx.t("ui-read-stop"));
    view! { <ReadAloud play=play stop=stop text=text.to_owned() no_voice=no_voice.to_owned()/> }.into_any()
}

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
    vec![
        read_aloud(cx, ""),
        read_aloud_or(cx, "", "打 0990-555 0100，有人读给您听。"),
        send_once(cx, "x".into_any()),
        shrink_photo(cx, "f-paper", "y".into_any()),
    ]
}
