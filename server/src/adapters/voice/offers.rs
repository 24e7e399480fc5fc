//! What was offered to whom, in memory only: the words behind the names. After a restart nobody's words are known any
//! more; what everybody may hear is found again by whoever opens the page.

use app::ports::speech::{Ears, Reading, Sound, Tongue};
use domain::ids::SessionId;
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// So many texts and pages are remembered at most; the oldest go first. A long page has a hundred pieces.
const MOST: usize = 20_000;
const MOST_READINGS: usize = 2_000;

#[derive(Clone)]
pub struct Offered {
    pub tongue: Tongue,
    pub spoken: Arc<str>,
    pub ears: Ears,
    /// Under which name the sound is made and kept.
    pub made_as: Sound,
    pub at: Timestamp,
}

#[derive(Default)]
pub struct Offers {
    words: HashMap<String, Offered>,
    readings: HashMap<String, (Arc<Reading>, Timestamp)>,
}

impl Offers {
    pub fn put(&mut self, name: String, offered: Offered) {
        if self.words.len() >= MOST {
            thin(&mut self.words, |o| o.at);
        }
        self.words.insert(name, offered);
    }

    pub fn get(&self, name: &str, asking: Option<&SessionId>, now: Timestamp) -> Option<Offered> {
        self.words.get(name).filter(|o| o.ears.may_hear(o.at, asking, now)).cloned()
    }

    pub fn put_reading(&mut self, name: String, reading: Reading, now: Timestamp) {
        if self.readings.len() >= MOST_READINGS {
            thin(&mut self.readings, |(_, at)| *at);
        }
        self.readings.insert(name, (Arc::new(reading), now));
    }

    pub fn reading(&self, name: &str, asking: Option<&SessionId>, now: Timestamp) -> Option<Arc<Reading>> {
        let (reading, at) = self.readings.get(name)?;
        reading.ears.may_hear(*at, asking, now).then(|| reading.clone())
    }

    /// Forgets what is over and names the personal sounds that are not.
    pub fn forget_old(&mut self, now: Timestamp) -> HashSet<String> {
        self.readings.retain(|_, (reading, at)| !reading.ears.over(*at, now));
        self.words.retain(|_, offered| !offered.ears.over(offered.at, now));
        self.words.iter().filter(|(_, offered)| offered.ears != Ears::Everybody).map(|(name, _)| name.clone()).collect()
    }
}

/// Half of them go, the oldest first.
fn thin<T>(all: &mut HashMap<String, T>, at: impl Fn(&T) -> Timestamp) {
    let mut times: Vec<Timestamp> = all.values().map(&at).collect();
    times.sort_unstable();
    if let Some(middle) = times.get(times.len() / 2).copied() {
        all.retain(|_, one| at(one) > middle);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn offered(ears: Ears, second: i64) -> Offered {
        let made_as = Sound::Everybodys("x".into());
        Offered { tongue: Tongue::Mandarin, spoken: "您好".into(), ears, made_as, at: Timestamp::from_second(second).unwrap() }
    }

    #[test]
    fn her_words_are_hers_for_a_quarter_of_an_hour() {
        let (hers, other) = (SessionId::new("a"), SessionId::new("b"));
        let mut offers = Offers::default();
        offers.put("x".into(), offered(Ears::Hers(hers.clone()), 0));
        offers.put("y".into(), offered(Ears::Everybody, 0));
        let at = |second| Timestamp::from_second(second).unwrap();
        assert!(offers.get("x", Some(&hers), at(899)).is_some());
        assert!(offers.get("x", Some(&hers), at(900)).is_none());
        assert!(offers.get("x", Some(&other), at(1)).is_none() && offers.get("x", None, at(1)).is_none());
        assert!(offers.get("y", None, at(90_000)).is_some());
        assert_eq!(offers.forget_old(at(899)), HashSet::from(["x".to_owned()]));
        assert!(offers.forget_old(at(900)).is_empty());
    }

    #[test]
    fn a_flood_of_offers_pushes_out_the_oldest() {
        let mut offers = Offers::default();
        for turn in 0..=MOST {
            offers.put(turn.to_string(), offered(Ears::Everybody, turn as i64));
        }
        assert!(offers.words.len() <= MOST);
        let now = Timestamp::from_second(0).unwrap();
        assert!(offers.get("0", None, now).is_none() && offers.get(&MOST.to_string(), None, now).is_some());
    }
}
