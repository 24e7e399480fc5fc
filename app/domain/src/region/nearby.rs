//! 就近网点: the desks in the order of the way to them, from a village's own desk. As the crow flies, and said so: what the road makes of it
//! nobody here knows. A desk whose place is not on the map comes last and without a distance.

use super::{Desk, Region};

/// One desk and the way to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near<'a> {
    pub desk: &'a Desk,
    pub metres: Option<u32>,
    /// At the pace of an old person.
    pub minutes: Option<u32>,
}

/// 十五分钟服务圈.
pub const CIRCLE_MINUTES: u32 = 15;

impl Near<'_> {
    pub fn in_circle(&self) -> bool {
        self.minutes.is_some_and(|minutes| minutes <= CIRCLE_MINUTES)
    }
}

impl Region {
    /// All desks, the nearest first; nothing when there is no such desk to start from.
    pub fn near(&self, from: &str) -> Option<Vec<Near<'_>>> {
        let start = self.desk(from)?;
        let mut all: Vec<Near<'_>> = self
            .desks
            .iter()
            .map(|desk| {
                let metres = start.at.zip(desk.at).map(|(a, b)| metres(a, b));
                Near { desk, metres, minutes: metres.map(|m| m.div_ceil(u32::from(self.walking.value.max(1)))) }
            })
            .collect();
        all.sort_by_key(|near| (near.metres.unwrap_or(u32::MAX), near.desk.area.as_str().to_owned()));
        Some(all)
    }
}

fn metres(a: (i32, i32), b: (i32, i32)) -> u32 {
    f64::from(a.0 - b.0).hypot(f64::from(a.1 - b.1)).round() as u32
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn region() -> Region {
        toml::from_str(include_str!("../../../data/regions/990101.toml")).unwrap()
    }

    #[test]
    fn the_own_desk_is_the_nearest_and_the_others_follow_by_the_way() {
        let region = region();
        let near = region.near("990101001001").unwrap();
        assert_eq!((near[0].desk.area.as_str(), near[0].metres), ("990101001001", Some(0)));
        assert!(near.windows(2).all(|two| two[0].metres <= two[1].metres));
        assert_eq!(near.len(), region.desks.len(), "nobody is left out");
    }

    #[test]
    fn a_desk_that_is_not_on_the_map_comes_last_and_has_no_distance() {
        let mut region = region();
        region.desks[0].at = None;
        let gone = region.desks[0].area.clone();
        let near = region.near("990101001001").unwrap();
        assert_eq!((near.last().unwrap().desk.area.clone(), near.last().unwrap().metres), (gone, None));
        assert!(region.near("990199").is_none());
    }

    #[test]
    fn the_circle_is_what_an_old_person_walks_in_a_quarter_of_an_hour() {
        let mut region = region();
        region.walking.value = 50;
        let (a, b) = (region.desks[4].area.clone(), region.desks[5].area.clone());
        region.desks[4].at = Some((0, 0));
        for (east, inside) in [(750, true), (751, false)] {
            region.desks[5].at = Some((east, 0));
            let near = region.near(a.as_str()).unwrap();
            assert_eq!(near.iter().find(|n| n.desk.area == b).unwrap().in_circle(), inside);
        }
    }
}
