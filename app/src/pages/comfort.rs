//! How the pages look and help: letter size, colours, page kind, small aids. One form; the choice is in the cookie before the
//! next first byte. Each choice shows itself: sizes in their size, colours in their colours.
use domain::comfort::{Comfort, Mode, TextSize, Theme};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Choice, Field, Form, Head, Html, NoticeKind, Tone, button, form, page, page_heading, radios, stack, status};

mod aid;

pub use aid::Aid;

#[derive(Clone, Debug, Default)]
pub struct ComfortData {
    /// Where to go back to afterwards: a path of ours, with its query.
    pub back: String,
    /// The choice was just stored.
    pub stored: bool,
    /// A step that she asked for in words: chosen in the form, in force only when she saves it.
    pub proposed: Option<TextSize>,
}

pub fn show(cx: &Cx, data: &ComfortData) -> String {
    page(cx, Head::new(cx.t("comfort-title")).back(if data.back.is_empty() { "/" } else { &data.back }), || {
        let said = data.stored.then(|| status(NoticeKind::Good, &cx.t("comfort-stored")));
        // Who only wants larger letters finds the button right below them.
        let save = || button(&cx.t("comfort-save"), Tone::Primary, None);
        let asks = vec![sizes(cx, data.proposed.unwrap_or(cx.comfort.size)), save(), themes(cx), modes(cx), aids(cx), save()];
        stack(vec![
            page_heading(cx, &cx.t("comfort-title"), Some(&cx.t("comfort-lede"))),
            said.into_any(),
            form(cx, Form::post("/comfort").hidden("back", data.back.clone()).hidden("aids_asked", "1"), stack(asks)),
            reset(cx, &data.back),
        ])
    })
}

/// One row of a question whose rows show what they do.
struct Shown {
    value: String,
    words: String,
    class: String,
    chosen: bool,
}

fn shown(name: &'static str, legend: String, rows: Vec<Shown>) -> Html {
    let rows = rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let id = if at == 0 { format!("f-{name}") } else { format!("f-{name}-{at}") };
            let label_for = id.clone();
            view! {
                <label class="choice" for=label_for>
                    <input type="radio" id=id name=name value=row.value checked=row.chosen/>
                    <span class=format!("choice-words {}", row.class)>{row.words}</span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="field"><legend class="field-label">{legend}</legend><div class="choices">{rows}</div></fieldset> }.into_any()
}

/// Each step is written in its own size, so the eye decides, not the number.
fn sizes(cx: &Cx, chosen: TextSize) -> Html {
    let row = |size: TextSize| Shown {
        value: size.step().to_string(),
        words: cx.t(&format!("comfort-size-{}", size.step())),
        class: format!("size-{}", Comfort { size, ..cx.comfort }.size_class()),
        chosen: size == chosen,
    };
    shown("size", cx.t("comfort-size"), TextSize::ALL.into_iter().map(row).collect())
}

fn themes(cx: &Cx) -> Html {
    let row = |theme: Theme| Shown {
        value: theme.key().to_owned(),
        words: cx.t(&format!("comfort-theme-{}", theme.key())),
        class: format!("colours theme-{}", theme.key()),
        chosen: theme == cx.comfort.theme,
    };
    shown("theme", cx.t("comfort-theme"), Theme::ALL.iter().copied().map(row).collect())
}

fn modes(cx: &Cx) -> Html {
    let choice = |mode: Mode| {
        let key = format!("comfort-mode-{}", mode.key());
        Choice::new(mode.key(), cx.t(&key)).hint(cx.t(&format!("{key}-hint")))
    };
    let choices = Mode::ALL.iter().copied().map(choice).collect();
    radios(cx, Field::new("mode", cx.t("comfort-mode")), choices, Some(cx.comfort.mode.key()))
}

/// On or off, each by itself.
fn aids(cx: &Cx) -> Html {
    let rows = Aid::ALL
        .into_iter()
        .enumerate()
        .map(|(at, aid)| {
            let key = format!("comfort-aid-{}", aid.key());
            let id = if at == 0 { "f-aids".to_owned() } else { format!("f-aids-{at}") };
            let label_for = id.clone();
            view! {
                <label class=if aid.for_mouse() { "choice for-mouse" } else { "choice" } for=label_for>
                    <input type="checkbox" id=id name="aids" value=aid.key() checked=aid.is_on(&cx.comfort)/>
                    <span class="choice-words"><span>{cx.t(&key)}</span><span class="choice-hint" data-block=true>{cx.t(&format!("{key}-hint"))}</span></span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="field"><legend class="field-label">{cx.t("comfort-aids")}</legend><div class="choices">{rows}</div></fieldset> }.into_any()
}

/// One tap back to how it was on the first visit; only where something was changed.
fn reset(cx: &Cx, back: &str) -> Html {
    if cx.comfort.untouched() {
        return ().into_any();
    }
    let first = Comfort::default();
    let spec = Form::post("/comfort")
        .hidden("back", back)
        .hidden("aids_asked", "1")
        .hidden("mode", first.mode.key())
        .hidden("size", first.size.step().to_string())
        .hidden("theme", first.theme.key());
    form(cx, spec, button(&cx.t("comfort-reset"), Tone::Secondary, None))
}
