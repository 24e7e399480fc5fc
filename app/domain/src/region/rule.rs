//! One regional value with its origin. A value without a source cannot be written down.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How far a value can be trusted; shown to whoever takes the region over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// Read in the document of the office itself.
    Official,
    /// Read on a page that repeats an official document.
    Reposted,
    /// Values seen differ or the source is weak.
    Low,
    /// Set by this product, to be confirmed by the region.
    Design,
    /// Not published yet; an estimate.
    Draft,
    /// Invented for the demonstration county.
    Demo,
}

/// `{ value, source, effective, trust }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule<T> {
    pub value: T,
    /// Document number, page or issue, in words.
    pub source: String,
    /// The day from which the value holds.
    pub effective: Date,
    pub trust: Trust,
}

impl<T> Rule<T> {
    /// Mistakes of the row itself; `name` is how the file calls it.
    pub fn problems(&self, name: &str) -> Option<String> {
        self.source.trim_ascii().is_empty().then(|| format!("{name}: the source is missing"))
    }
}
