//! Letter size and page kind: five steps, two kinds, one button. The choice is in the cookie before the next first byte.
use domain::comfort::{Comfort, Mode, TextSize};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Choice, Field, Form, Head, NoticeKind, Tone, button, form, page, page_heading, radios, stack, status};

#[derive(Clone, Debug, Default)]
pub struct ComfortData {
    /// Where to go back to afterwards: a path of ours, with its query.
    pub back: String,
    /// The choice was just stored.
    pub stored: bool,
}

pub fn show(cx: &Cx, data: &ComfortData) -> String {
    page(cx, Head::new(cx.t("comfort-title")).back(if data.back.is_empty() { "/" } else { &data.back }), || {
        let said = data.stored.then(|| status(NoticeKind::Good, &cx.t("comfort-stored")));
        stack(vec![
            page_heading(cx, &cx.t("comfort-title"), Some(&cx.t("comfort-lede"))),
            said.into_any(),
            form(
                cx,
                Form::post("/comfort").hidden("back", data.back.clone()),
                stack(vec![sizes(cx), modes(cx), button(&cx.t("comfort-save"), Tone::Primary, None)]),
            ),
        ])
    })
}

/// Each step is written in its own size, so the eye decides, not the number.
fn sizes(cx: &Cx) -> crate::ui::Html {
    let rows = TextSize::ALL
        .into_iter()
        .map(|size| {
            let code = Comfort { mode: cx.comfort.mode, size }.code();
            let id = if size == TextSize::One { "f-size".to_owned() } else { format!("f-size-{}", size.step()) };
            let label_for = id.clone();
            view! {
                <label class="choice" for=label_for>
                    <input type="radio" id=id name="size" value=size.step().to_string() checked={size == cx.comfort.size}/>
                    <span class=format!("choice-words size-{code}")>{cx.t(&format!("comfort-size-{}", size.step()))}</span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="field"><legend class="field-label">{cx.t("comfort-size")}</legend><div class="choices">{rows}</div></fieldset> }.into_any()
}

fn modes(cx: &Cx) -> crate::ui::Html {
    let choices = Mode::ALL
        .into_iter()
        .map(|mode| {
            let key = format!("comfort-mode-{}", mode.key());
            Choice::new(mode.key(), cx.t(&key)).hint(cx.t(&format!("{key}-hint")))
        })
        .collect();
    radios(cx, Field::new("mode", cx.t("comfort-mode")), choices, Some(cx.comfort.mode.key()))
}
