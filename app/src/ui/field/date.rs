//! A date as three boxes: year, month, day. No calendar to hit with a thumb; wrong dates come back as typed.
use leptos::prelude::*;

use super::Field;
use crate::cx::Cx;
use crate::ui::Html;

/// As typed, unchecked. Sent as `<name>_year`, `<name>_month`, `<name>_day`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    pub year: String,
    pub month: String,
    pub day: String,
}

impl DateParts {
    pub fn new(year: impl Into<String>, month: impl Into<String>, day: impl Into<String>) -> DateParts {
        DateParts { year: year.into(), month: month.into(), day: day.into() }
    }
}

pub fn date_field(cx: &Cx, field: Field, parts: &DateParts) -> Html {
    let cells = [("year", "ui-year", &parts.year, 6), ("month", "ui-month", &parts.month, 4), ("day", "ui-day", &parts.day, 4)];
    let boxes = cells
        .into_iter()
        .map(|(part, key, value, max)| {
            // The error summary leads to the year.
            let id = if part == "year" { field.id() } else { format!("{}-{part}", field.id()) };
            let label_for = id.clone();
            view! {
                <label class=format!("date-part date-{part}") for=label_for>
                    <span>{cx.t(key)}</span>
                    <input class="input" id=id name=format!("{}_{part}", field.name) type="text" inputmode="numeric" autocomplete="off" dir="ltr"
                        maxlength=max.to_string() value=value.clone() aria-invalid=field.invalid() aria-describedby=field.described_by()/>
                </label>
            }
        })
        .collect_view();
    let controls = view! { <div class="date-row">{boxes}</div> }.into_any();
    field.group(cx, controls)
}
