//! One photo or file per form. Camera and album are both offered (no `capture`, which would hide the album).
use leptos::prelude::*;

use super::Field;
use crate::cx::Cx;
use crate::ui::{Html, hooks};

/// `accept` is a hint for the phone; what counts is decided from the content.
pub fn file_field(cx: &Cx, field: Field, accept: &str) -> Html {
    let control = view! {
        <input class="input input-file" id=field.id() name=field.name.clone() type="file" accept=accept.to_owned()
            aria-describedby=field.described_by() aria-invalid=field.invalid()/>
    }
    .into_any();
    let control = hooks::shrink_photo(cx, &field.id(), control);
    field.frame(cx, control)
}
