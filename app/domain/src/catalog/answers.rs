//! Answers by field, already read and normalised. Always stored encrypted; never logged.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The stored value of 「不清楚」.
pub const UNSURE: &str = "unsure";

/// The stored value of a field that was left empty because she has nothing to put there.
pub const NONE: &str = "none";

#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }
    pub fn is(&self, field: &str, value: &str) -> bool {
        self.get(field) == Some(value)
    }
    pub fn set(&mut self, field: &str, value: impl Into<String>) {
        self.0.insert(field.to_owned(), value.into());
    }
    pub fn clear(&mut self, field: &str) {
        self.0.remove(field);
    }
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.set(field, value);
        self
    }
}

/// A log line must never show what a person answered.
impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answers({} fields)", self.0.len())
    }
}
