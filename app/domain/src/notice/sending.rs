//! How long a text to a phone is worth sending and when a failed one is tried again. Knows no gateway and no text.

use jiff::{SignedDuration, Timestamp};

/// After the first, second … failed try. Short at first, because a code is waited for; longer when a gateway is down.
const PAUSES: [SignedDuration; 7] = [
    SignedDuration::from_secs(10),
    SignedDuration::from_secs(30),
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(3),
    SignedDuration::from_hours(12),
];

/// A notice also stands on the site; days later a text would only confuse.
pub const NOTICE_LIFE: SignedDuration = SignedDuration::from_hours(48);

/// `life`: how long a text of this kind helps anybody; a code is of no use when it has run out.
pub fn worth_sending(written: Timestamp, life: SignedDuration, now: Timestamp) -> bool {
    now.duration_since(written) < life
}

/// When to try again after `failed` tries; never when that would be too late or was tried often enough.
pub fn next_try(written: Timestamp, life: SignedDuration, failed: u32, now: Timestamp) -> Option<Timestamp> {
    let pause = PAUSES.get(usize::try_from(failed).ok()?.checked_sub(1)?)?;
    let at = now.saturating_add(*pause).ok()?;
    worth_sending(written, life, at).then_some(at)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn pauses_grow_and_end() {
        let mut now = at(0);
        let mut pauses = Vec::new();
        let mut failed = 1;
        while let Some(next) = next_try(at(0), NOTICE_LIFE, failed, now) {
            pauses.push(next.duration_since(now));
            (now, failed) = (next, failed + 1);
        }
        assert_eq!(pauses, PAUSES);
        assert!(pauses.is_sorted());
        assert_eq!(next_try(at(0), NOTICE_LIFE, 0, now), None, "nothing has failed");
    }

    #[test]
    fn a_code_is_not_sent_after_its_life() {
        let life = SignedDuration::from_mins(15);
        assert!(worth_sending(at(0), life, at(899)) && !worth_sending(at(0), life, at(900)));
        assert_eq!(next_try(at(0), life, 4, at(500)), Some(at(800)));
        assert_eq!(next_try(at(0), life, 4, at(600)), None);
    }
}
