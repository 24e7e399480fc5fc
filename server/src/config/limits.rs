//! How often and how long. A hall (a service hall, a village office) is listed by address and may do more,
//! because many people stand behind one address there.

use std::net::IpAddr;
use std::time::Duration;

use super::address::Network;
use super::reader::Reader;

#[derive(Debug, Clone)]
pub struct Limits {
    pub code_minutes: u32,
    /// Codes to one person within the minutes that a code lives.
    pub codes_per_person: u32,
    pub codes_alive: u32,
    pub code_tries: u32,
    pub codes_per_address: u32,
    pub sign_ins_per_address: u32,
    /// In all, per quarter of an hour. Only raises an alarm, never refuses.
    pub codes_in_all_alarm: u32,
    pub idle_minutes: u32,
    pub own_phone_days: u32,
    pub staff_hours: u32,
    pub staff_idle_minutes: u32,
    pub slip_days: u32,
    pub form_kilobytes: u32,
    pub paper_megabytes: u32,
    pub papers_per_case: u32,
    pub papers_megabytes_per_case: u32,
    pub halls: Vec<Hall>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hall {
    pub name: String,
    pub addresses: Vec<Network>,
    pub codes_per_address: u32,
    pub sign_ins_per_address: u32,
}

impl Limits {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let mut number = |name: &str, default, least, most| reader.number(&format!("limits.{name}"), default, least..=most);
        let limits = Self {
            code_minutes: number("code_minutes", 15, 1, 60),
            codes_per_person: number("codes_per_person", 3, 1, 20),
            codes_alive: number("codes_alive", 2, 1, 5),
            code_tries: number("code_tries", 5, 1, 10),
            codes_per_address: number("codes_per_address", 20, 1, 100_000),
            sign_ins_per_address: number("sign_ins_per_address", 60, 1, 100_000),
            codes_in_all_alarm: number("codes_in_all_alarm", 2_000, 1, 10_000_000),
            idle_minutes: number("idle_minutes", 30, 5, 24 * 60),
            own_phone_days: number("own_phone_days", 30, 1, 90),
            staff_hours: number("staff_hours", 8, 1, 12),
            staff_idle_minutes: number("staff_idle_minutes", 15, 1, 60),
            slip_days: number("slip_days", 7, 1, 30),
            form_kilobytes: number("form_kilobytes", 64, 16, 1024),
            paper_megabytes: number("paper_megabytes", 10, 1, 10),
            papers_per_case: number("papers_per_case", 20, 1, 100),
            papers_megabytes_per_case: number("papers_megabytes_per_case", 60, 1, 1000),
            halls: vec![],
        };
        let halls = reader.tables("halls", hall);
        Self { halls, ..limits }
    }

    /// The hall that an address belongs to.
    pub fn hall(&self, address: IpAddr) -> Option<&Hall> {
        self.halls.iter().find(|h| h.addresses.iter().any(|n| n.contains(address)))
    }

    pub fn codes_from(&self, address: IpAddr) -> u32 {
        self.hall(address).map_or(self.codes_per_address, |h| h.codes_per_address)
    }

    pub fn sign_ins_from(&self, address: IpAddr) -> u32 {
        self.hall(address).map_or(self.sign_ins_per_address, |h| h.sign_ins_per_address)
    }

    pub fn code_life(&self) -> Duration {
        Duration::from_secs(u64::from(self.code_minutes) * 60)
    }

    pub fn paper_bytes(&self) -> usize {
        self.paper_megabytes as usize * 1024 * 1024
    }
}

fn hall(table: &toml::Table) -> Result<Hall, String> {
    const KNOWN: [&str; 4] = ["name", "addresses", "codes_per_address", "sign_ins_per_address"];
    if let Some(other) = table.keys().find(|k| !KNOWN.contains(&k.as_str())) {
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
    let number = |key: &str, default: u32| match table.get(key) {
        None => Ok(default),
        Some(value) => {
            value.as_integer().and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0).ok_or(format!("{key} is not a whole number above 0"))
        }
    };
    Ok(Hall {
        name,
        addresses,
        codes_per_address: number("codes_per_address", 1_000)?,
        sign_ins_per_address: number("sign_ins_per_address", 3_000)?,
    })
}
