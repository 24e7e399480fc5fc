//! A recording as a file: for phones that cannot record in the page. No `capture`, which would hide what was recorded before.
use leptos::prelude::*;

use super::Field;
use crate::cx::Cx;
use crate::ui::Html;

/// `accept` is a hint for the phone; what counts is decided from the content.
pub fn sound_field(cx: &Cx, field: Field) -> Html {
    let control = view! {
        <input class="input input-file" id=field.id() name=field.name.clone() type="file" accept="audio/wav,audio/*"
            aria-describedby=field.described_by() aria-invalid=field.invalid()/>
    }
    .into_any();
    field.frame(cx, control)
}
