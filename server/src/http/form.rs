//! What a browser sent, as names and values. Reads nothing into it.

use std::collections::BTreeMap;

#[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// The first value of a name, or nothing typed.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }
    /// All values of a name: ticked boxes.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
    }
    /// As the domain reads fields.
    pub fn raw(&self) -> BTreeMap<String, String> {
        let mut map = BTreeMap::new();
        for (name, value) in &self.0 {
            map.entry(name.clone()).or_insert_with(|| value.clone());
        }
        map
    }
    pub fn parse(body: &[u8]) -> Form {
        Form(form_urlencoded::parse(body).map(|(n, v)| (n.into_owned(), v.into_owned())).collect())
    }
}

/// A log line must never show what a person typed.
impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Form({} fields)", self.0.len())
    }
}

/// One uploaded file, not yet looked at.
#[derive(Clone)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}
