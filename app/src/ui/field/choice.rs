//! One of several, or some of several. The whole row is the label, so a shaky finger cannot miss.
use leptos::prelude::*;

use super::Field;
use crate::cx::Cx;
use crate::ui::{Html, Icon, icon, portrait};
use domain::family::Portrait;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    /// Stands before the words, which say how it looks.
    pub picture: Option<Portrait>,
    /// The same with a drawing of the kit.
    pub icon: Option<Icon>,
}

impl Choice {
    pub fn new(value: &str, label: impl Into<String>) -> Choice {
        Choice { value: value.to_owned(), label: label.into(), hint: None, picture: None, icon: None }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Choice {
        self.hint = Some(hint.into());
        self
    }

    pub fn icon(mut self, icon: Icon) -> Choice {
        self.icon = Some(icon);
        self
    }

    pub fn picture(mut self, picture: Portrait) -> Choice {
        self.picture = Some(picture);
        self
    }
}

fn rows(field: &Field, kind: &'static str, choices: Vec<Choice>, chosen: &dyn Fn(&str) -> bool) -> Html {
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(i, choice)| {
            // The error summary leads to the first row.
            let id = if i == 0 { field.id() } else { format!("{}-{i}", field.id()) };
            let label_for = id.clone();
            let class = if choice.picture.is_some() {
                "choice choice-pictured"
            } else if choice.icon.is_some() {
                "choice choice-faced"
            } else {
                "choice"
            };
            let picture = choice.picture.map(portrait).or_else(|| choice.icon.map(icon));
            let hint = choice.hint.map(|hint| view! { <span class="choice-hint" data-block=true>{hint}</span> });
            view! {
                <label class=class for=label_for>
                    <input type=kind id=id name=field.name.clone() value=choice.value.clone() checked=chosen(&choice.value)/>
                    {picture}
                    <span class="choice-words"><span>{choice.label}</span>{hint}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="choices">{rows}</div> }.into_any()
}

/// `chosen` is her own earlier answer; never a suggestion of ours.
pub fn radios(cx: &Cx, field: Field, choices: Vec<Choice>, chosen: Option<&str>) -> Html {
    let controls = rows(&field, "radio", choices, &|value| chosen == Some(value));
    field.group(cx, controls)
}

pub fn checkboxes(cx: &Cx, field: Field, choices: Vec<Choice>, chosen: &[String]) -> Html {
    let controls = rows(&field, "checkbox", choices, &|value| chosen.iter().any(|one| one == value));
    field.group(cx, controls)
}

/// Some of several, each box with a name of its own: for forms in which one name has one value. `boxes`: names and words.
pub fn check_list(cx: &Cx, field: Field, boxes: Vec<(String, String)>, chosen: &[String]) -> Html {
    let rows = boxes
        .into_iter()
        .enumerate()
        .map(|(i, (name, label))| {
            // The error summary leads to the first row.
            let id = if i == 0 { field.id() } else { format!("{}-{i}", field.id()) };
            let label_for = id.clone();
            let checked = chosen.contains(&name);
            view! {
                <label class="choice" for=label_for>
                    <input type="checkbox" id=id name=name value="yes" checked=checked/>
                    <span class="choice-words"><span>{label}</span></span>
                </label>
            }
        })
        .collect_view();
    let controls = view! { <div class="choices">{rows}</div> }.into_any();
    field.group(cx, controls)
}

/// For long lists only (provinces, cities); few answers are better as radios.
pub fn select(cx: &Cx, field: Field, choices: Vec<Choice>, chosen: Option<&str>) -> Html {
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = chosen == Some(choice.value.as_str());
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    let control = view! {
        <select class="input" id=field.id() name=field.name.clone() aria-describedby=field.described_by() aria-invalid=field.invalid()>
            <option value="">{cx.t("ui-select-none")}</option>
            {options}
        </select>
    }
    .into_any();
    field.frame(cx, control)
}
