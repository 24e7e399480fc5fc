//! The drawing beside the welcome: an elder and her daughter under one umbrella. Decoration only.
use leptos::prelude::*;

use crate::ui::Html;

pub(super) fn two_under_one_roof() -> Html {
    let shapes = concat!(
        r##"<path fill="#0a5548" d="M8 50a52 44 0 0 1 104 0q-9-9-17 0-9-9-18 0-8-9-17 0-9-9-17 0-9-9-18 0-8-9-17 0z"/>"##,
        r##"<path stroke="#1d2623" stroke-width="3" stroke-linecap="round" d="M60 6v76"/>"##,
        r##"<circle cx="41" cy="66" r="10" fill="#f1c9a0"/><path fill="#d7d9d8" d="M30 66a11 11 0 0 1 22-1q-7-6-14-4-5 1-8 5z"/><circle cx="33" cy="54" r="5" fill="#d7d9d8"/>"##,
        r##"<path fill="#b4552d" d="M22 112q0-34 19-34t19 34z"/>"##,
        r##"<circle cx="79" cy="61" r="10" fill="#f1c9a0"/><path fill="#33261f" d="M68 66q-3-17 11-17t12 17q-2-9-8-10-9 5-15 10z"/>"##,
        r##"<path fill="#2f6ea5" d="M60 112q0-39 19-39t20 39z"/><path stroke="#f1c9a0" stroke-width="5" stroke-linecap="round" d="M69 88l-9-6"/>"##,
    );
    view! { <svg class="welcome-picture" viewBox="0 0 120 112" width="120" height="112" fill="none" aria-hidden="true" focusable="false" inner_html=shapes></svg> }.into_any()
}
