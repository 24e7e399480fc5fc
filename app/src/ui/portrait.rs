//! The people of a list as pictures: 48 × 48, drawn by us in one style, calm and without a name. The words beside it say
//! who it is; a picture alone never does.
use domain::family::Portrait;
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

/// Shoulders, ears and face come first; hair, cap and beard lie over them.
const FACE: &str = r#"<path class="p-coat" d="M6 47c1-9 7-13 18-13s17 4 18 13z"/><path class="p-skin" d="M20 30v5c2 3 6 3 8 0v-5z"/><circle class="p-skin" cx="14" cy="21" r="2.5"/><circle class="p-skin" cx="34" cy="21" r="2.5"/><ellipse class="p-skin" cx="24" cy="20" rx="10" ry="12"/>"#;
const LOOK: &str = r#"<path d="M20 20v1M28 20v1M20.5 26c2 2 5 2 7 0"/>"#;
const GLASSES: &str =
    r#"<circle cx="19" cy="20.5" r="3.6"/><circle cx="29" cy="20.5" r="3.6"/><path d="M22.6 20.5h2.8M20.5 27c2 1.6 5 1.6 7 0"/>"#;

/// Behind the face, before it, and how it looks at you.
const fn shapes(which: Portrait) -> (&'static str, &'static str, &'static str) {
    match which {
        Portrait::OldWomanBun => (
            r#"<circle class="p-grey" cx="24" cy="6" r="4.6"/>"#,
            r#"<path class="p-grey" d="M13 21c-2-9 4-13 11-13s13 4 11 13c-2-5-6-7-11-7s-9 2-11 7z"/>"#,
            LOOK,
        ),
        Portrait::OldWomanScarf => (
            r#"<path class="p-cloth" d="M11 24C9 11 15 5 24 5s15 6 13 19c-1 6-5 11-13 11s-12-5-13-11z"/>"#,
            r#"<path class="p-cloth" d="M13 20c0-7 5-11 11-11s11 4 11 11c-6-6-16-6-22 0zM20 35l4-3 4 3-2 6-2-3-2 3z"/>"#,
            LOOK,
        ),
        Portrait::OldWomanGlasses => (
            "",
            r#"<path class="p-grey" d="M12 25c-3-3-3-8 0-10 0-5 5-9 9-8 3-3 9-1 10 2 5 0 7 5 5 8 2 3 1 7-1 8 0-6-2-10-6-11-5 1-11 1-13 3-2 2-3 5-4 8z"/>"#,
            GLASSES,
        ),
        Portrait::OldManCap => (
            r#"<path class="p-grey" d="M12 18h4v9h-2c-2-2-2-6-2-9zM36 18h-4v9h2c2-2 2-6 2-9z"/>"#,
            r#"<path class="p-cloth" d="M11 17c0-8 5-12 13-12s13 4 13 12z"/><path class="p-cloth" d="M9 17h30c1 2 0 3-2 3H11c-2 0-3-1-2-3z"/>"#,
            r#"<path d="M20 23v1M28 23v1M20.5 27.5c2 1.6 5 1.6 7 0"/>"#,
        ),
        Portrait::OldManBeard => (
            "",
            r#"<path class="p-grey" d="M14 20c-2-8 3-13 10-13s12 5 10 13c-1-4-3-6-5-7-4 1-8 1-10 0-2 1-4 3-5 7zM15 24c1 2 4 2 5 0 2-1 6-1 8 0 1 2 4 2 5 0 1 8-3 14-9 14s-10-6-9-14z"/>"#,
            r#"<path d="M20 19.5v1M28 19.5v1M22 28.5c1 1 3 1 4 0"/>"#,
        ),
        Portrait::OldManGlasses => (
            r#"<path class="p-grey" d="M13 13c-3 3-3 10 0 13h3V14zM35 13c3 3 3 10 0 13h-3V14z"/>"#,
            r#"<path d="M19 11c3-1 7-1 10 0"/>"#,
            GLASSES,
        ),
        Portrait::WomanLong => (
            r#"<path class="p-hair" d="M12 36c-4-8-2-16-1-20C12 9 17 5 24 5s12 4 13 11c1 4 3 12-1 20z"/>"#,
            r#"<path class="p-hair" d="M13 22c-1-9 4-14 11-14s12 5 11 14c-2-4-4-6-6-8-4 4-11 4-16 8z"/>"#,
            LOOK,
        ),
        Portrait::WomanShort => (
            r#"<path class="p-hair" d="M12 30c-3-5-3-11-1-15C13 8 18 5 24 5s11 3 13 10c2 4 2 10-1 15z"/>"#,
            r#"<path class="p-hair" d="M13 20c0-8 5-12 11-12s11 4 11 12c-4-1-7-3-8-6-3 4-9 6-14 6z"/>"#,
            LOOK,
        ),
        Portrait::ManShort => {
            ("", r#"<path class="p-hair" d="M13 19c-2-9 4-14 11-14s13 5 11 14c-1-3-2-5-4-6-5 1-10 1-14-1-2 2-3 4-4 7z"/>"#, LOOK)
        }
        Portrait::ManGlasses => {
            ("", r#"<path class="p-hair" d="M13 18c-1-8 4-13 12-13s12 5 10 13c-1-3-3-4-5-5-6 1-13-1-17 5z"/>"#, GLASSES)
        }
        Portrait::Girl => (
            r#"<path class="p-hair" d="M9 20c-4 2-5 8-3 13l4-1c-1-4 0-7 3-9zM39 20c4 2 5 8 3 13l-4-1c1-4 0-7-3-9z"/>"#,
            r#"<path class="p-hair" d="M13 21c-2-9 4-14 11-14s13 5 11 14c-3-2-5-5-11-5s-8 3-11 5z"/><circle class="p-cloth" cx="10" cy="21" r="2.6"/><circle class="p-cloth" cx="38" cy="21" r="2.6"/>"#,
            LOOK,
        ),
        Portrait::Boy => (
            "",
            r#"<path class="p-hair" d="M13 19c-2-8 3-13 9-13 2-3 5-3 6-1 5 1 8 6 7 14-2-3-4-4-6-5-1 2-3 2-4 0-1 2-4 2-5 0-3 1-5 2-7 5z"/>"#,
            LOOK,
        ),
    }
}

fn drawn(which: Portrait) -> String {
    let (behind, before, look) = shapes(which);
    [behind, FACE, before, look].concat()
}

/// Beside words that say the same: hidden from screen readers.
pub fn portrait(which: Portrait) -> Html {
    view! { <svg class="portrait" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false" inner_html=drawn(which)></svg> }
        .into_any()
}

/// With its description, where nothing beside it tells how it looks.
pub fn portrait_told(cx: &Cx, which: Portrait) -> Html {
    let words = cx.tv("portrait-told", &[("what", &cx.t(&format!("portrait-{}", which.slug())))]);
    view! { <svg class="portrait" viewBox="0 0 48 48" width="48" height="48" role="img" aria-label=words focusable="false" inner_html=drawn(which)></svg> }
        .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    Portrait::ALL.into_iter().map(portrait).chain([portrait_told(cx, Portrait::Girl)]).collect()
}
