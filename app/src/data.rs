//! The data files that are packed into the binary, read and checked: places of care, holiday tables, the demo county.
//! A county brings its own region file as text. Nothing is guessed: each mistake is a sentence.

use domain::calendar::{WorkCalendar, YearPlan};
use domain::place::Places;
use domain::region::Region;
use std::sync::LazyLock;

const PLACES: &str = include_str!("../data/places.toml");
/// The demonstration county, used when no region file is configured.
pub const DEMO_REGION: &str = include_str!("../data/regions/990101.toml");
const YEARS: &[(&str, &str)] = &[
    ("calendar/2025.toml", include_str!("../data/calendar/2025.toml")),
    ("calendar/2026.toml", include_str!("../data/calendar/2026.toml")),
    ("calendar/2027.toml", include_str!("../data/calendar/2027.toml")),
];

pub fn places() -> Result<Places, Vec<String>> {
    let places: Places = read("places.toml", PLACES)?;
    let problems = places.problems();
    if problems.is_empty() { Ok(places) } else { Err(problems) }
}

/// The cities of a province by name, in the order of the list; none for the four municipalities. Read once: the page of
/// every filing asks for it, and the list is part of the binary.
pub fn cities_of(province: &str) -> Vec<String> {
    static PLACES_READ: LazyLock<Option<Places>> = LazyLock::new(|| places().ok());
    let found = PLACES_READ.as_ref().and_then(|places| places.province(province));
    found.map(|p| p.cities.iter().map(|(_, name)| name.clone()).collect()).unwrap_or_default()
}

/// Reads a region file; `name` is how the mistakes call it.
pub fn region(name: &str, text: &str) -> Result<Region, Vec<String>> {
    let region: Region = read(name, text)?;
    let problems = region.problems();
    if problems.is_empty() { Ok(region) } else { Err(problems) }
}

/// All holiday tables. Ask it `covers(this year..=next year)` at start.
pub fn calendar() -> Result<WorkCalendar, Vec<String>> {
    let plans: Result<Vec<YearPlan>, Vec<String>> = YEARS.iter().map(|(name, text)| read(name, text)).collect();
    WorkCalendar::new(plans?)
}

fn read<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, Vec<String>> {
    toml::from_str(text).map_err(|error| vec![format!("{name}: {}", error.to_string().replace('\n', " "))])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn everything_packed_is_fit_to_start() {
        assert_eq!(places().unwrap().provinces.len(), 31);
        assert_eq!(calendar().unwrap().covers(2025..=2027), Ok(()));
        assert!(region("990101.toml", DEMO_REGION).unwrap().demo);
    }

    #[test]
    fn a_province_has_cities_to_choose_from_and_a_municipality_none() {
        assert_eq!(cities_of("33")[0], "杭州市");
        for province in places().unwrap().provinces {
            let alone = domain::place::is_municipality(&province.code);
            assert_eq!(cities_of(&province.code).is_empty(), alone, "{}", province.name);
        }
    }

    #[test]
    fn a_mistake_names_the_file() {
        let mistakes = region("my.toml", "code = 5").unwrap_err();
        assert!(mistakes.len() == 1 && mistakes[0].starts_with("my.toml: "), "{mistakes:?}");
    }
}
