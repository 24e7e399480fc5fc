//! The six-digit code to the phone on record: sending and judging. Known and unknown persons go through the same
//! rules, so that the answers do not tell who is insured. Must never see a code itself.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Regional values; the defaults are those of the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeRules {
    /// Codes in one window of `window_minutes`.
    pub per_window: u8,
    pub window_minutes: u16,
    pub valid_minutes: u16,
    /// The newest so many codes work; older ones die.
    pub alive: u8,
    /// Wrong tries after which a code dies.
    pub tries: u8,
}

impl Default for CodeRules {
    fn default() -> Self {
        Self { per_window: 3, window_minutes: 15, valid_minutes: 15, alive: 2, tries: 5 }
    }
}

/// A code that was sent (or, for an unknown person, that was only pretended to be sent).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentCode {
    pub id: String,
    pub sent: Timestamp,
    /// Wrong tries while it was alive.
    pub wrong: u8,
    pub used: bool,
}

/// No further code before this instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitUntil(pub Timestamp);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeVerdict {
    /// Mark this code as used in the same transaction that opens the session.
    Right {
        id: String,
    },
    /// `left` tries until a new code is needed; raise `wrong` of each code in `charge`.
    Wrong {
        left: u8,
        charge: Vec<String>,
    },
    /// The code is one of hers, but older than allowed or replaced by newer ones.
    Expired,
    TooManyTries,
    /// Nothing was sent, or all was used.
    NoneAlive,
}

impl CodeRules {
    /// May another code be sent to this person?
    pub fn may_send(&self, now: Timestamp, sent: &[SentCode]) -> Result<(), WaitUntil> {
        let window = minutes(self.window_minutes);
        let mut times: Vec<Timestamp> = sent.iter().map(|code| code.sent).filter(|at| later(*at, window) > now).collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        match usize::from(self.per_window).checked_sub(1).and_then(|last| times.get(last)) {
            Some(oldest_that_counts) => Err(WaitUntil(later(*oldest_that_counts, window))),
            None if self.per_window == 0 => Err(WaitUntil(later(now, window))),
            None => Ok(()),
        }
    }

    /// Judges one try against all codes sent to the person. `matches` compares the hash of the try with that of a code.
    pub fn judge(&self, now: Timestamp, sent: &[SentCode], matches: impl Fn(&SentCode) -> bool) -> CodeVerdict {
        let newest = self.newest(sent);
        let timely = |code: &SentCode| now < later(code.sent, minutes(self.valid_minutes));
        let alive: Vec<&SentCode> = newest.iter().copied().filter(|code| timely(code) && code.wrong < self.tries).collect();
        if let Some(right) = alive.iter().find(|code| matches(code)) {
            return CodeVerdict::Right { id: right.id.clone() };
        }
        if alive.is_empty() {
            return match newest.as_slice() {
                [] => CodeVerdict::NoneAlive,
                some if some.iter().any(|code| timely(code)) => CodeVerdict::TooManyTries,
                _ => CodeVerdict::Expired,
            };
        }
        if sent.iter().any(|code| !code.used && code.wrong < self.tries && !alive.contains(&code) && matches(code)) {
            return CodeVerdict::Expired;
        }
        let left = alive.iter().map(|code| self.tries - code.wrong - 1).max().unwrap_or(0);
        CodeVerdict::Wrong { left, charge: alive.into_iter().map(|code| code.id.clone()).collect() }
    }

    /// The newest codes that may still work: unused, and none sent before one that was used.
    fn newest<'a>(&self, sent: &'a [SentCode]) -> Vec<&'a SentCode> {
        let mut codes: Vec<&SentCode> = sent.iter().collect();
        codes.sort_by(|a, b| b.sent.cmp(&a.sent).then_with(|| b.id.cmp(&a.id)));
        codes.into_iter().take(usize::from(self.alive)).take_while(|code| !code.used).collect()
    }
}

pub(super) fn minutes(count: u16) -> SignedDuration {
    SignedDuration::from_mins(i64::from(count))
}

/// Later by a span; stops at the end of time.
pub(super) fn later(at: Timestamp, span: SignedDuration) -> Timestamp {
    at.saturating_add(span).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    const RULES: fn() -> CodeRules = CodeRules::default;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minute * 60).unwrap()
    }
    fn code(id: &str, minute: i64) -> SentCode {
        SentCode { id: id.into(), sent: at(minute), wrong: 0, used: false }
    }
    fn is<'a>(id: &'a str) -> impl Fn(&SentCode) -> bool + 'a {
        move |code| code.id == id
    }

    #[test]
    fn the_fourth_code_within_fifteen_minutes_waits_for_the_first_to_leave_the_window() {
        let sent = [code("a", 0), code("b", 1), code("c", 2)];
        assert_eq!(RULES().may_send(at(3), &sent[..2]), Ok(()));
        assert_eq!(RULES().may_send(at(3), &sent), Err(WaitUntil(at(15))));
        assert_eq!(RULES().may_send(at(15), &sent), Ok(()));
    }

    #[test]
    fn two_codes_live_and_the_third_kills_the_first() {
        let sent = [code("a", 0), code("b", 1), code("c", 2)];
        assert_eq!(RULES().judge(at(3), &sent, is("c")), CodeVerdict::Right { id: "c".into() });
        assert_eq!(RULES().judge(at(3), &sent, is("b")), CodeVerdict::Right { id: "b".into() });
        assert_eq!(RULES().judge(at(3), &sent, is("a")), CodeVerdict::Expired);
    }

    #[test]
    fn a_code_dies_after_fifteen_minutes() {
        let sent = [code("a", 0)];
        assert!(matches!(RULES().judge(at(14), &sent, is("a")), CodeVerdict::Right { .. }));
        assert_eq!(RULES().judge(at(15), &sent, is("a")), CodeVerdict::Expired);
        assert_eq!(RULES().judge(at(15), &sent, is("x")), CodeVerdict::Expired);
    }

    #[test]
    fn five_wrong_tries_kill_the_code_and_a_new_one_helps() {
        let mut sent = vec![code("a", 0)];
        for left in (0..5).rev() {
            let verdict = RULES().judge(at(1), &sent, is("x"));
            assert_eq!(verdict, CodeVerdict::Wrong { left, charge: vec!["a".into()] });
            sent[0].wrong += 1;
        }
        assert_eq!(RULES().judge(at(1), &sent, is("a")), CodeVerdict::TooManyTries);
        sent.push(code("b", 2));
        assert_eq!(RULES().judge(at(3), &sent, is("b")), CodeVerdict::Right { id: "b".into() });
        assert_eq!(RULES().judge(at(3), &sent, is("a")), CodeVerdict::Wrong { left: 4, charge: vec!["b".into()] });
    }

    #[test]
    fn a_used_code_and_all_before_it_are_dead() {
        let mut sent = [code("a", 0), code("b", 1)];
        sent[1].used = true;
        assert_eq!(RULES().judge(at(2), &sent, is("b")), CodeVerdict::NoneAlive);
        assert_eq!(RULES().judge(at(2), &sent, is("a")), CodeVerdict::NoneAlive);
        assert_eq!(RULES().judge(at(2), &[], is("a")), CodeVerdict::NoneAlive);
    }

    proptest! {
        /// Whoever obeys `may_send` and `charge` guesses at most five times per code.
        #[test]
        fn guesses_are_bounded_by_the_codes_that_were_sent(steps in prop::collection::vec((any::<bool>(), 0i64..4), 1..120)) {
            let rules = RULES();
            let (mut sent, mut now, mut guesses) = (Vec::<SentCode>::new(), 0, 0usize);
            for (send, pause) in steps {
                now += pause;
                if send {
                    if rules.may_send(at(now), &sent).is_ok() {
                        sent.push(code(&format!("{:03}", sent.len()), now));
                    }
                } else if let CodeVerdict::Wrong { charge, .. } = rules.judge(at(now), &sent, |_| false) {
                    guesses += 1;
                    prop_assert!(!charge.is_empty() && charge.len() <= 2);
                    sent.iter_mut().filter(|c| charge.contains(&c.id)).for_each(|c| c.wrong += 1);
                }
            }
            prop_assert!(guesses <= 5 * sent.len());
            for window in sent.windows(4) {
                prop_assert!(window[3].sent.duration_since(window[0].sent) >= minutes(15));
            }
        }
    }
}
