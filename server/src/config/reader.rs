//! Brings the layers together and collects mistakes. Knows no setting by name; a name that nobody asked for is a mistake.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;

/// Everything that is wrong, one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistakes(pub Vec<String>);

impl Mistakes {
    pub(super) fn one(line: String) -> Self {
        Self(vec![line])
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for Mistakes {}

#[derive(Debug, Clone)]
struct Given {
    value: toml::Value,
    /// "file yibao.toml", "environment YIBAO_LISTEN", "command line --listen"
    origin: String,
}

#[derive(Default)]
pub(super) struct Reader {
    given: BTreeMap<String, Given>,
    /// Environment names are flat; which setting is meant shows when it is asked for.
    environment: BTreeMap<String, String>,
    asked: BTreeSet<String>,
    mistakes: Vec<String>,
}

const PREFIX: &str = "YIBAO_";
/// Read elsewhere: where the file is, what the build and the log take, and the names of the tests.
const NOT_SETTINGS: [&str; 6] = ["YIBAO_CONFIG", "YIBAO_LOG", "YIBAO_BUILD", "YIBAO_SERVER", "YIBAO_SEED", "YIBAO_TEST_PG"];

fn variable(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "_").to_uppercase())
}

impl Reader {
    pub(super) fn add_file(&mut self, path: &Path, text: &str) {
        let origin = format!("file {}", path.display());
        match toml::from_str::<toml::Table>(text) {
            Ok(table) => self.flatten("", table, &origin),
            Err(e) => {
                let line = e.span().map_or(0, |span| text[..span.start.min(text.len())].lines().count().max(1));
                self.mistakes.push(format!("{origin}, line {line}: {}", e.message()));
            }
        }
    }

    fn flatten(&mut self, prefix: &str, table: toml::Table, origin: &str) {
        for (name, value) in table {
            let key = format!("{prefix}{name}");
            match value {
                toml::Value::Table(inner) => self.flatten(&format!("{key}."), inner, origin),
                value => {
                    self.given.insert(key, Given { value, origin: origin.to_owned() });
                }
            }
        }
    }

    pub(super) fn add_environment(&mut self, all: &BTreeMap<String, String>) {
        self.environment = all
            .iter()
            .filter(|(name, _)| name.starts_with(PREFIX) && !NOT_SETTINGS.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
    }

    pub(super) fn add_command_line(&mut self, key: &str, value: Option<String>) {
        if let Some(value) = value {
            self.environment.remove(&variable(key));
            let origin = format!("command line --{}", key.replace('_', "-"));
            self.given.insert(key.to_owned(), Given { value: toml::Value::String(value), origin });
        }
    }

    /// The environment's value takes the place of the file's when the setting is asked for.
    fn take(&mut self, key: &str) -> Option<Given> {
        self.asked.insert(key.to_owned());
        let name = variable(key);
        if let Some(value) = self.environment.remove(&name) {
            let origin = format!("environment {name}");
            self.given.insert(key.to_owned(), Given { value: toml::Value::String(value), origin });
        }
        self.given.get(key).cloned()
    }

    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        match self.take(key)?.value {
            toml::Value::String(text) if text.is_empty() => None,
            toml::Value::String(text) => Some(text),
            _ => {
                self.mistake(key, "is not a text in quotes");
                None
            }
        }
    }

    /// A whole number within its range; numbers may stand as text in the environment.
    pub(super) fn number(&mut self, key: &str, default: u32, range: RangeInclusive<u32>) -> u32 {
        let Some(given) = self.take(key) else {
            return default;
        };
        let number = match &given.value {
            toml::Value::Integer(n) => u32::try_from(*n).ok(),
            toml::Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        match number.filter(|n| range.contains(n)) {
            Some(number) => number,
            None => {
                self.mistake(key, &format!("is not a whole number from {} to {}", range.start(), range.end()));
                default
            }
        }
    }

    /// A list of texts in the file, or texts with commas between in the environment.
    pub(super) fn list<T: FromStr<Err: fmt::Display>>(&mut self, key: &str) -> Option<Vec<T>> {
        let given = self.take(key)?;
        let texts: Vec<String> = match given.value {
            toml::Value::String(text) => text.split(',').map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect(),
            toml::Value::Array(items) => {
                let texts: Option<Vec<String>> = items.iter().map(|i| i.as_str().map(str::to_owned)).collect();
                match texts {
                    Some(texts) => texts,
                    None => {
                        self.mistake(key, "is not a list of texts in quotes");
                        return None;
                    }
                }
            }
            _ => {
                self.mistake(key, "is not a list of texts in quotes");
                return None;
            }
        };
        let mut all = Vec::new();
        for text in texts {
            match text.parse() {
                Ok(one) => all.push(one),
                Err(why) => self.mistake(key, &format!("`{text}` {why}")),
            }
        }
        Some(all)
    }

    /// `[[name]]` tables of the file, each read by `one`.
    pub(super) fn tables<T>(&mut self, key: &str, mut one: impl FnMut(&toml::Table) -> Result<T, String>) -> Vec<T> {
        let Some(given) = self.take(key) else {
            return vec![];
        };
        let toml::Value::Array(items) = given.value else {
            self.mistake(key, &format!("is written as [[{key}]] tables in the settings file"));
            return vec![];
        };
        let mut all = Vec::new();
        for (item, at) in items.iter().zip(1..) {
            match item.as_table().ok_or_else(|| "is not a table".to_owned()).and_then(&mut one) {
                Ok(value) => all.push(value),
                Err(why) => self.mistake(key, &format!("number {at}: {why}")),
            }
        }
        all
    }

    /// Names the setting and where it came from, never its value.
    pub(super) fn mistake(&mut self, key: &str, why: &str) {
        let origin = self.given.get(key).map_or("not set".to_owned(), |g| g.origin.clone());
        self.mistakes.push(format!("{key} ({origin}): {why}"));
    }

    pub(super) fn finish<T>(mut self, value: T) -> Result<T, Mistakes> {
        for (key, given) in &self.given {
            if !self.asked.contains(key) {
                self.mistakes.push(format!("{key} ({}): there is no such setting", given.origin));
            }
        }
        for name in self.environment.keys() {
            self.mistakes.push(format!("environment {name}: there is no such setting"));
        }
        if self.mistakes.is_empty() { Ok(value) } else { Err(Mistakes(self.mistakes)) }
    }
}
