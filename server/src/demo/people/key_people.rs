//! The persons that the demo page and the tests know by key, from `app/data/demo/key_people.toml`.

use super::{DemoPerson, Town, phone};
use domain::ids::AreaCode;
use domain::person::{IdNumber, Name, Nationality, Relation};
use domain::region::Region;
use jiff::civil::Date;
use serde::Deserialize;

/// A key is a name in code and tests, so each stands here once.
const KEYS: &[&str] = &[
    "wang-xiulan",
    "li-mei",
    "zhao-youtian",
    "zhou-changgen",
    "sun-yufen",
    "he-guizhen",
    "chen-li",
    "ayguli",
    "zhuoma",
    "qiqige",
    "zhao-anan",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    person: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    name: Name,
    nationality: Nationality,
    area: String,
    born: Date,
    /// Three digits of the identity number; even for women.
    order: u16,
    phone: Option<u16>,
    village: AreaCode,
    /// For somebody from elsewhere: she is not insured here, and this is where she lives.
    elsewhere: Option<String>,
    house: u16,
    #[serde(default)]
    family: Vec<(String, Relation)>,
}

pub(super) fn settle(town: &mut Town, region: &Region) -> Result<(), String> {
    let text = include_str!("../../../../app/data/demo/key_people.toml");
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    for row in file.person {
        let key = KEYS.iter().copied().find(|key| *key == row.key).ok_or_else(|| format!("demo: unknown key {}", row.key))?;
        let insured = row.elsewhere.is_none();
        if insured && !region.covers(row.village.as_str()) {
            return Err(format!("demo: {key} lives outside the region"));
        }
        let place = row.elsewhere.unwrap_or_else(|| region.full_area_name(row.village.as_str()));
        let number = IdNumber::compose(&row.area, row.born, row.order).ok_or_else(|| format!("demo: {key} has no number"))?;
        let at = town.add(DemoPerson {
            key: Some(key),
            name: row.name,
            id_number: number,
            phone: row.phone.map(phone).transpose()?,
            nationality: row.nationality,
            village: row.village,
            insured,
            address: format!("{place}{}号", row.house),
            household: format!("demo-household-{:03}", row.house),
            family: Vec::new(),
        });
        for (other, relation) in row.family {
            let known = town.people.iter().position(|person| person.key == Some(other.as_str()));
            town.bind(at, known.ok_or_else(|| format!("demo: {key} names nobody"))?, relation);
        }
    }
    Ok(())
}
