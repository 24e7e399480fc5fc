//! Which city: those of the province to pick from, and a line of one's own for a place that is not among them.
//! The same question in the filing, tonight in hospital and at the desk. Every city of the list is one tap.

use crate::cx::Cx;
use crate::data;
use crate::ui::{Choice, Field, Html, TextKind, radios, stack, text_field};
use domain::catalog::answers::UNSURE;
use domain::catalog::field::{OWN, RawForm, own_line};

/// `stored`: the answer so far; `typed`: what was sent and could not be read, given back as it was.
pub fn question(cx: &Cx, spec: Field, province: &str, unsure: bool, stored: Option<&str>, typed: Option<&RawForm>) -> Html {
    let cities = data::cities_of(province);
    let listed = |value: &str| value == UNSURE || value == OWN || cities.iter().any(|city| city == value);
    let own = own_line(&spec.name);
    let (picked, written) = match typed {
        Some(form) => (form.get(&spec.name).cloned(), form.get(&own).cloned().unwrap_or_default()),
        None => match stored {
            Some(value) if !listed(value) => (Some(OWN.to_owned()), value.to_owned()),
            other => (other.map(str::to_owned), String::new()),
        },
    };
    let mut choices: Vec<Choice> = cities.iter().map(|city| Choice::new(city, city)).collect();
    choices.push(Choice::new(OWN, cx.t("filing-city-own")));
    if unsure {
        choices.push(Choice::new(UNSURE, cx.t("filing-unsure")));
    }
    let line = Field::new(&own, cx.t("filing-city-own-label")).hint(cx.t("filing-city-own-hint")).value(written);
    stack(vec![radios(cx, spec, choices, picked.as_deref()), text_field(cx, line, TextKind::Plain)])
}
