//! The kit: one component per file, each with `examples(cx)` beside it (they feed the tests and the style guide).
//! Components take finished values and say nothing about rules; they ask nothing of the world.

use leptos::prelude::*;

pub mod back_link;
pub mod both;
pub mod button;
pub mod chart;
pub mod error_summary;
pub mod field;
pub mod form;
pub mod help_card;
pub mod hooks;
pub mod icon;
pub mod notice;
pub mod page_heading;
pub mod pagination;
pub mod portrait;
pub mod read_aloud;
pub mod receipt;
pub mod recorder;
pub mod reference;
pub mod search_box;
pub mod shell;
pub mod summary_list;
pub mod table;
pub mod tag;
pub mod tile;
pub mod timeline;

pub use back_link::back_link;
pub use both::{both, both_with};
pub use button::{Tone, button, button_pair, link_button};
pub use chart::{Bar, bars};
pub use error_summary::{FieldError, error_summary};
pub use field::{
    Choice, DateParts, Field, TextKind, check_list, checkboxes, code_field, date_field, file_field, password_field, radios, select,
    text_area, text_field,
};
pub use form::{Form, form};
pub use help_card::help_card;
pub use icon::{Icon, icon};
pub use notice::{NoticeKind, notice, status};
pub use page_heading::{above_question, page_heading, page_heading_silent, step_heading};
pub use pagination::pagination;
pub use portrait::{portrait, portrait_told};
pub use read_aloud::{read_aloud, read_words};
pub use receipt::{NextStep, receipt};
pub use reference::{reference, spoken_reference};
pub use search_box::search_box;
pub use shell::{Head, page, together};
pub use summary_list::{Row, summary_list};
pub use table::{Column, table};
pub use tag::{Status, tag};
pub use tile::{Tile, tile, tiles};
pub use timeline::{Moment, timeline};

/// What every component returns. One type keeps lists simple and compiling quick.
pub type Html = AnyView;

/// Renders on the server, complete, in an owner of its own that is cleaned up afterwards.
pub fn render(build: impl FnOnce() -> Html) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| build().to_html());
    owner.cleanup();
    html
}

/// A paragraph.
pub fn para(text: impl Into<String>) -> Html {
    let text: String = text.into();
    view! { <p>{text}</p> }.into_any()
}

/// Several things below each other.
pub fn stack(parts: Vec<Html>) -> Html {
    parts.collect_view().into_any()
}

/// Nothing at all.
pub fn nothing() -> Html {
    ().into_any()
}

/// A plain list.
pub fn bullets(items: Vec<String>) -> Html {
    view! { <ul class="bullets">{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul> }.into_any()
}

/// A list whose order matters.
pub fn steps(items: Vec<String>) -> Html {
    view! { <ol class="steps">{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ol> }.into_any()
}

/// Every example of the kit: (component, example) pairs.
pub fn all_examples(cx: &crate::cx::Cx) -> Vec<(&'static str, Html)> {
    let mut all = Vec::new();
    for (name, examples) in [
        ("back_link", back_link::examples(cx)),
        ("both", both::examples(cx)),
        ("button", button::examples(cx)),
        ("chart", chart::examples(cx)),
        ("error_summary", error_summary::examples(cx)),
        ("field", field::examples(cx)),
        ("form", form::examples(cx)),
        ("help_card", help_card::examples(cx)),
        ("hooks", hooks::examples(cx)),
        ("icon", icon::examples(cx)),
        ("notice", notice::examples(cx)),
        ("page_heading", page_heading::examples(cx)),
        ("pagination", pagination::examples(cx)),
        ("portrait", portrait::examples(cx)),
        ("read_aloud", read_aloud::examples(cx)),
        ("receipt", receipt::examples(cx)),
        ("recorder", recorder::examples(cx)),
        ("reference", reference::examples(cx)),
        ("search_box", search_box::examples(cx)),
        ("summary_list", summary_list::examples(cx)),
        ("table", table::examples(cx)),
        ("tag", tag::examples(cx)),
        ("tile", tile::examples(cx)),
        ("timeline", timeline::examples(cx)),
    ] {
        all.extend(examples.into_iter().map(|example| (name, example)));
    }
    all
}

#[cfg(test)]
mod tests;
