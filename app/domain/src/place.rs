//! Where people go for care: the provinces and their cities by GB/T 2260 code. The list itself is data (`app/data/places.toml`).
//! Areas of our own county (village, township) are not here: they are `ids::AreaCode` with names in `region`.

use serde::{Deserialize, Serialize};

/// All provinces of the list with their cities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Where the list comes from and as of when, for the page that says so.
    pub source: String,
    #[serde(rename = "province")]
    pub provinces: Vec<Province>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Province {
    /// Two digits, `53`.
    pub code: String,
    pub name: String,
    /// `(530100, 昆明市)`. Empty for the four municipalities: there the province is the place of care.
    pub cities: Vec<(String, String)>,
}

impl Places {
    pub fn province(&self, code: &str) -> Option<&Province> {
        self.provinces.iter().find(|province| province.code == code)
    }

    /// Name of a two-digit province or six-digit city.
    pub fn name_of(&self, code: &str) -> Option<&str> {
        let province = self.province(code.get(..2)?)?;
        if code.len() == 2 {
            return Some(&province.name);
        }
        province.cities.iter().find(|(city, _)| city == code).map(|(_, name)| name.as_str())
    }

    /// May a filing name this place? `city` may be absent where it is not known yet, or in a municipality.
    pub fn fits(&self, province: &str, city: Option<&str>) -> bool {
        match city {
            None => self.province(province).is_some(),
            Some(city) => city.len() == 6 && city.starts_with(province) && self.name_of(city).is_some(),
        }
    }

    /// Cities whose name contains what was typed, best first; for people who type 昆明 and not 云南.
    pub fn search(&self, typed: &str) -> Vec<(&Province, Option<&(String, String)>)> {
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .provinces
            .iter()
            .flat_map(|province| {
                let own = province.name.contains(&typed).then_some((province, None));
                let cities = province.cities.iter().filter(|(_, name)| name.contains(&typed)).map(move |city| (province, Some(city)));
                own.into_iter().chain(cities)
            })
            .collect();
        found.sort_by_key(|(province, city)| !city.map_or(province.name.as_str(), |(_, name)| name).starts_with(&typed));
        found
    }

    /// Each mistake in the data, as a sentence for whoever edits the file.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for province in &self.provinces {
            if !is_code(&province.code, 2) || !seen.insert(province.code.as_str()) {
                problems.push(format!("places: province code {} is not two digits or stands twice", province.code));
            }
            for (code, name) in &province.cities {
                if !is_code(code, 6) || !code.starts_with(&province.code) || !seen.insert(code.as_str()) {
                    problems.push(format!("places: city code {code} is not six digits of province {} or stands twice", province.code));
                }
                if name.is_empty() {
                    problems.push(format!("places: city {code} has no name"));
                }
            }
        }
        problems
    }
}

/// 北京、天津、上海、重庆: the province is the place of care, there is no city to ask for.
pub fn is_municipality(province: &str) -> bool {
    matches!(province, "11" | "12" | "31" | "50")
}

/// True for exactly so many ASCII digits, the first not 0.
pub fn is_code(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn places() -> Places {
        toml::from_str(include_str!("../../data/places.toml")).unwrap()
    }

    #[test]
    fn the_list_names_31_provinces_and_no_code_twice() {
        let places = places();
        assert_eq!(places.problems(), Vec::<String>::new());
        assert_eq!(places.provinces.len(), 31);
        assert!(places.provinces.iter().map(|p| p.cities.len()).sum::<usize>() > 330);
    }

    #[test]
    fn a_place_of_care_is_a_province_with_or_without_a_city_inside_it() {
        let places = places();
        assert_eq!(places.name_of("53"), Some("云南省"));
        assert_eq!(places.name_of("530100"), Some("昆明市"));
        assert!(places.fits("11", None) && places.fits("53", Some("530100")));
        assert!(!places.fits("11", Some("530100")) && !places.fits("71", None) && !places.fits("53", Some("53")));
    }

    #[test]
    fn a_city_is_found_by_a_part_of_its_name() {
        let places = places();
        assert_eq!(places.search(" 昆明 ")[0].1.unwrap().1, "昆明市");
        assert_eq!(places.search("北京")[0].0.code, "11");
        assert!(places.search("　").is_empty());
    }

    #[test]
    fn a_city_in_the_wrong_province_is_named_as_a_mistake() {
        let mut places = places();
        places.provinces[0].cities.push(("530100".into(), "昆明市".into()));
        assert_eq!(places.problems(), ["places: city code 530100 is not six digits of province 11 or stands twice"]);
    }
}
