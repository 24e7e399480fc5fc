//! The other offices of the demonstration county: invented records of a few invented people. Knows nobody outside area 99,
//! and is never asked where real people are served.

use super::people::demo_people;
use app::ports::{Entitled, PortResult, SharedAsked, SharedData};
use async_trait::async_trait;
use domain::region::Region;
use domain::shared::SharedSource;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    record: Vec<Row>,
    entitled: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    person: String,
    source: String,
    materials: Vec<String>,
    of: Date,
    #[serde(default)]
    when: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    person: String,
    disease: String,
    hospital: String,
    diagnosed_on: Date,
    of: Date,
}

pub struct DemoSharedData {
    /// With the number of the person.
    rows: Vec<(String, Row)>,
    entitled: Vec<Entitled>,
}

impl DemoSharedData {
    pub fn open(region: &Region) -> Result<DemoSharedData, String> {
        let file: File = toml::from_str(include_str!("../../../app/data/demo/shared_data.toml")).map_err(|error| error.to_string())?;
        let people = demo_people(super::SEED, region)?;
        let number = |key: &str| {
            let person = people.iter().find(|person| person.key == Some(key));
            person.map(|person| person.id_number.clone()).ok_or_else(|| format!("shared data: nobody is {key}"))
        };
        let mut rows = Vec::new();
        for row in file.record {
            if !SharedSource::ALL.iter().any(|source| source.key() == row.source) {
                return Err(format!("shared data: {} is no source", row.source));
            }
            rows.push((number(&row.person)?.plain().to_owned(), row));
        }
        let mut entitled = Vec::new();
        for one in file.entitled {
            let (number, disease, hospital) = (number(&one.person)?, one.disease, one.hospital);
            entitled.push(Entitled { number, disease, hospital, diagnosed_on: one.diagnosed_on, as_of: one.of });
        }
        Ok(DemoSharedData { rows, entitled })
    }
}

#[async_trait]
impl SharedData for DemoSharedData {
    fn there(&self) -> bool {
        true
    }
    async fn look_up(&self, asked: SharedAsked<'_>) -> PortResult<Option<Date>> {
        let of_her = self.rows.iter().filter(|(number, row)| number == asked.number.plain() && row.source == asked.source.key());
        let mut found = of_her
            .map(|(_, row)| row)
            .filter(|row| row.materials.iter().any(|m| m == asked.material))
            .filter(|row| row.when.iter().all(|(field, value)| asked.answers.get(field) == Some(value.as_str())));
        Ok(found.next().map(|row| row.of))
    }
    async fn entitled(&self) -> PortResult<Vec<Entitled>> {
        Ok(self.entitled.clone())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use domain::catalog::Answers;

    fn region() -> Region {
        app::data::region("990101.toml", app::data::DEMO_REGION).unwrap()
    }

    #[test]
    fn everybody_on_these_records_lives_where_nobody_lives() {
        let shared = DemoSharedData::open(&region()).unwrap();
        assert!(!shared.rows.is_empty() && shared.rows.iter().all(|(number, _)| number.starts_with("99")));
    }

    #[tokio::test]
    async fn a_record_of_one_disease_proves_no_other_and_nobody_elses() {
        let shared = DemoSharedData::open(&region()).unwrap();
        let people = demo_people(crate::demo::SEED, &region()).unwrap();
        let number = |key: &str| people.iter().find(|p| p.key == Some(key)).unwrap().id_number.clone();
        let ask = async |key: &str, disease: &str| {
            let (number, answers) = (number(key), Answers::default().with("disease", disease));
            let asked = SharedAsked { source: SharedSource::Hospitals, number: &number, material: "medical-record", answers: &answers };
            shared.look_up(asked).await.unwrap()
        };
        assert!(ask("zhuoma", "m03900").await.is_some());
        assert!(ask("zhuoma", "m00503").await.is_none());
        assert!(ask("sun-yufen", "m03900").await.is_none());
    }
}
