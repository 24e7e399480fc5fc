//! The data files that are packed into the binary, read and checked: places of care, holiday tables, the demo county.
//! A county brings its own region file as text. Nothing is cached and nothing is guessed: each mistake is a sentence.

use domain::calendar::{WorkCalendar, YearPlan};
use domain::place::Places;
use domain::region::Region;

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
    fn a_mistake_names_the_file() {
        let mistakes = region("my.toml", "code = 5").unwrap_err();
        assert!(mistakes.len() == 1 && mistakes[0].starts_with("my.toml: "), "{mistakes:?}");
    }
}
