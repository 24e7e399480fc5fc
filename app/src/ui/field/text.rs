//! One line, several lines, code, password. The kind decides keyboard and autocomplete, nothing else.
use leptos::prelude::*;

use super::Field;
use crate::cx::Cx;
use crate::ui::Html;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    Plain,
    /// One's own name.
    Name,
    /// Somebody else's name: the browser must not offer the helper's own.
    OtherName,
    /// Ends in X at times, so the keyboard stays full.
    IdNumber,
    /// One's own telephone.
    Phone,
    OtherPhone,
    Address,
    /// Digits only.
    Number,
    /// Money in 元, with a point.
    Sum,
    UserName,
}

impl TextKind {
    /// (type, inputmode, autocomplete, dir)
    const fn look(self) -> (&'static str, &'static str, &'static str, Option<&'static str>) {
        match self {
            TextKind::Plain => ("text", "text", "off", None),
            TextKind::Name => ("text", "text", "name", None),
            TextKind::OtherName => ("text", "text", "off", None),
            TextKind::IdNumber => ("text", "text", "off", Some("ltr")),
            TextKind::Phone => ("tel", "tel", "tel", Some("ltr")),
            TextKind::OtherPhone => ("tel", "tel", "off", Some("ltr")),
            TextKind::Address => ("text", "text", "street-address", None),
            TextKind::Number => ("text", "numeric", "off", Some("ltr")),
            TextKind::Sum => ("text", "decimal", "off", Some("ltr")),
            TextKind::UserName => ("text", "text", "username", Some("ltr")),
        }
    }
}

pub fn text_field(cx: &Cx, field: Field, kind: TextKind) -> Html {
    let (input_type, mode, autocomplete, dir) = kind.look();
    let control = view! {
        <input class="input" id=field.id() name=field.name.clone() type=input_type inputmode=mode autocomplete=autocomplete dir=dir
            value=field.value.clone() spellcheck="false" aria-describedby=field.described_by() aria-invalid=field.invalid()/>
    }
    .into_any();
    field.frame(cx, control)
}

pub fn text_area(cx: &Cx, field: Field, max_chars: usize) -> Html {
    let control = view! {
        <textarea class="input" id=field.id() name=field.name.clone() rows="4" maxlength=max_chars.to_string()
            aria-describedby=field.described_by() aria-invalid=field.invalid()>{field.value.clone()}</textarea>
    }
    .into_any();
    field.frame(cx, control)
}

/// Six digits from a message: one box, paste works, the phone may offer the code.
pub fn code_field(cx: &Cx, field: Field) -> Html {
    let control = view! {
        <input class="input input-code" id=field.id() name=field.name.clone() type="text" inputmode="numeric" autocomplete="one-time-code" dir="ltr"
            value=field.value.clone() maxlength="20" aria-describedby=field.described_by() aria-invalid=field.invalid()/>
    }
    .into_any();
    field.frame(cx, control)
}

/// The value is never given back. `new` tells the browser to offer a fresh one.
pub fn password_field(cx: &Cx, field: Field, new: bool) -> Html {
    let autocomplete = if new { "new-password" } else { "current-password" };
    let control = view! {
        <input class="input" id=field.id() name=field.name.clone() type="password" autocomplete=autocomplete dir="ltr"
            aria-describedby=field.described_by() aria-invalid=field.invalid()/>
    }
    .into_any();
    field.frame(cx, control)
}
