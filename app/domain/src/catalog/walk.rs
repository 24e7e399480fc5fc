//! Every road through an item: each option of each choice, with something plausible where people write. For the check of
//! definitions, for tests that take an item from its first question to the decision, and for nothing that people see.

use super::answers::{Answers, UNSURE};
use super::field::{DateRule, Field, FieldKind, RawForm, check_box};
use super::items::ITEMS;
use super::{Item, ItemCode};
use jiff::civil::Date;
use std::borrow::Cow;
use std::sync::OnceLock;

/// All answer sets that the questions can lead to, each complete.
pub(super) fn roads(item: &Item, today: Date) -> Vec<Answers> {
    let mut roads = Vec::new();
    let mut open = vec![Answers::default()];
    while let Some(answers) = open.pop() {
        match item.path(&answers).iter().flat_map(|s| s.fields).find(|f| answers.get(f.id).is_none()) {
            None => roads.push(answers),
            Some(field) => open.extend(values(field, &answers, today).into_iter().rev().map(|value| answers.clone().with(field.id, value))),
        }
    }
    roads
}

/// What this field may hold: every option of a choice, one example of what is written.
fn values(field: &Field, answers: &Answers, today: Date) -> Vec<String> {
    let mut values: Vec<String> = match field.kind {
        FieldKind::Checks(options) => options.iter().map(|o| (*o).to_owned()).chain([options.join(",")]).collect(),
        FieldKind::Choice(_) | FieldKind::Among { .. } | FieldKind::Province => {
            field.kind.options(answers).iter().map(|o| (*o).to_owned()).collect()
        }
        FieldKind::City { .. } => vec!["演示市".to_owned()],
        FieldKind::Line { .. } => vec!["演示医院".to_owned()],
        FieldKind::Date(DateRule::Ahead { .. }) => vec![today.tomorrow().unwrap_or(today).to_string()],
        FieldKind::Date(_) => vec![today.to_string()],
        FieldKind::Name => vec!["周小明".to_owned()],
        FieldKind::Phone => vec!["13800000000".to_owned()],
        FieldKind::Money { most_fen } => vec![most_fen.min(123_456).to_string()],
        FieldKind::Count { most } => vec![most.min(2).to_string()],
        FieldKind::Digits { least, .. } => vec!["1".repeat(least)],
        // Area 99 does not exist: this is nobody.
        FieldKind::IdNumber => vec!["99010119400101018X".to_owned()],
    };
    if field.unsure {
        values.push(UNSURE.to_owned());
    }
    values
}

/// One page of a form as somebody fills it in who takes the options of `wanted` where it names them, else the first.
pub fn sample(fields: &[Field], wanted: &Answers, today: Date) -> RawForm {
    let mut form = RawForm::new();
    let mut answers = wanted.clone();
    for field in fields {
        let value =
            wanted.get(field.id).map(str::to_owned).or_else(|| values(field, &answers, today).into_iter().next()).unwrap_or_default();
        answers.set(field.id, value.clone());
        match field.kind {
            FieldKind::Date(_) if value != UNSURE => {
                for (part, number) in ["year", "month", "day"].iter().zip(value.split('-')) {
                    form.insert(format!("{}_{part}", field.id), number.to_owned());
                }
            }
            FieldKind::Checks(_) => form.extend(value.split(',').map(|o| (check_box(field.id, o), "yes".to_owned()))),
            FieldKind::Money { .. } => {
                form.insert(field.id.to_owned(), value.parse().map_or(value, super::money::plain));
            }
            FieldKind::City { .. } if value != UNSURE => {
                form.insert(super::field::own_line(field.id), value);
            }
            FieldKind::Date(_) => {
                form.insert(format!("{}-unsure", field.id), "unsure".to_owned());
            }
            _ => {
                form.insert(field.id.to_owned(), value);
            }
        }
    }
    form
}

/// Any day will do where only the way counts.
const SOME_DAY: Date = Date::constant(2026, 1, 5);

impl Item {
    /// The roads of a service of this build, walked once: the start looks at them from several sides, and there are thousands.
    pub fn walked(&self) -> Cow<'static, [Answers]> {
        static WALKED: [OnceLock<Vec<Answers>>; ItemCode::ALL.len()] = [const { OnceLock::new() }; ItemCode::ALL.len()];
        match ITEMS.iter().position(|item| std::ptr::eq(item, self)).and_then(|at| WALKED.get(at)) {
            Some(kept) => Cow::Borrowed(kept.get_or_init(|| roads(self, SOME_DAY)).as_slice()),
            None => Cow::Owned(roads(self, SOME_DAY)),
        }
    }

    /// Complete answers for each option of each choice; the first of each road that can be submitted and differs in what
    /// it asks for, promises or brings.
    pub fn roads(&self, today: Date) -> Vec<Answers> {
        roads(self, today)
    }
}
