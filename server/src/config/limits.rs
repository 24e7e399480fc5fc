//! How much a form may carry, and which addresses are halls (a service hall, a village office): many people stand behind
//! one address there. How often and how long anything may happen is the region's matter and stands in its file.

use super::address::Network;
use super::reader::Reader;

#[derive(Debug, Clone)]
pub struct Limits {
    pub form_kilobytes: u32,
    pub halls: Vec<Hall>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hall {
    /// For whoever reads the settings.
    pub name: String,
    pub addresses: Vec<Network>,
}

impl Limits {
    pub(super) fn read(reader: &mut Reader) -> Self {
        Self { form_kilobytes: reader.number("limits.form_kilobytes", 64, 16..=1024), halls: reader.tables("halls", hall) }
    }
}

fn hall(table: &toml::Table) -> Result<Hall, String> {
    if let Some(other) = table.keys().find(|k| !["name", "addresses"].contains(&k.as_str())) {
        return Err(format!("`{other}` is no setting of a hall"));
    }
    let name = table.get("name").and_then(toml::Value::as_str).ok_or("has no name")?.to_owned();
    let list = table.get("addresses").and_then(toml::Value::as_array).filter(|l| !l.is_empty()).ok_or("has no addresses")?;
    let addresses = list
        .iter()
        .map(|a| {
            let text = a.as_str().unwrap_or_default();
            text.parse().map_err(|why| format!("`{text}` {why}"))
        })
        .collect::<Result<Vec<Network>, String>>()?;
    Ok(Hall { name, addresses })
}
