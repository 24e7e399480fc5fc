//! What was just understood, on its way from the form to the page that shows it: in memory, under a random name, for a few
//! minutes. It stands in no address, no database and no log; whoever comes too late sees the guesses without the words.

use jiff::{SignedDuration, Timestamp};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

const MINUTES: i64 = 10;
/// Somebody who says more than this in ten minutes pushes out what others said first, never more memory.
const MOST: usize = 500;

#[derive(Default)]
pub struct Heard(Mutex<VecDeque<(String, String, Timestamp)>>);

impl Heard {
    pub fn put(&self, name: String, words: String, now: Timestamp) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|(.., at)| now.duration_since(*at) < SignedDuration::from_mins(MINUTES));
        if all.len() >= MOST {
            all.pop_front();
        }
        all.push_back((name, words, now));
    }

    pub fn get(&self, name: &str, now: Timestamp) -> Option<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, words, at) = all.iter().find(|(known, ..)| known == name)?;
        (now.duration_since(*at) < SignedDuration::from_mins(MINUTES)).then(|| words.clone())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn words_are_gone_after_ten_minutes_and_never_pile_up() {
        let (heard, start) = (Heard::default(), Timestamp::UNIX_EPOCH);
        heard.put("a".into(), "我要报销".into(), start);
        assert_eq!(heard.get("a", start).as_deref(), Some("我要报销"));
        assert_eq!(heard.get("b", start), None);
        assert_eq!(heard.get("a", start + SignedDuration::from_mins(10)), None);
        for i in 0..2 * MOST {
            heard.put(i.to_string(), String::new(), start);
        }
        assert_eq!(heard.0.lock().unwrap().len(), MOST);
    }
}
