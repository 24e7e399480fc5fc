//! By which way a notice reaches a person, and when nobody is woken by it. Must never hold a word of the notice itself.

use crate::calendar::{china_datetime, china_instant};
use jiff::Timestamp;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// The page 「消息」 always has it; this is what happens besides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// 短信, at once.
    #[default]
    Text,
    /// 电话告知: her village desk rings and reads the sentence to her.
    Call,
    /// 寄信: her village desk prints it large, and posts or brings it.
    Letter,
    /// 上门转达: read to her in person. Nobody chooses it: it is what remains without a phone, or where a text did not get through.
    Hand,
}

impl Way {
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Call => "call",
            Self::Letter => "letter",
            Self::Hand => "hand",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Text, Self::Call, Self::Letter, Self::Hand].into_iter().find(|way| way.key() == key)
    }

    pub fn needs_phone(self) -> bool {
        matches!(self, Self::Text | Self::Call)
    }

    /// What she wished for, as far as it is possible. `here`: she is insured here, so that a village desk of ours is near her; a
    /// daughter a thousand kilometres away gets texts.
    pub fn of(wish: Option<Self>, has_phone: bool, here: bool) -> Self {
        match wish {
            _ if has_phone && !here => Self::Text,
            Some(way) if has_phone || !way.needs_phone() => way,
            _ if has_phone => Self::Text,
            _ => Self::Hand,
        }
    }

    /// What may be chosen there.
    pub fn choices(has_phone: bool, here: bool) -> Vec<Self> {
        let all = [Self::Text, Self::Call, Self::Letter, Self::Hand];
        let open = |way: &Self| (*way != Self::Hand || !has_phone) && Self::of(Some(*way), has_phone, here) == *way;
        all.into_iter().filter(open).collect()
    }
}

/// Between these two times of day a text may wait until morning, unless somebody is waiting for it (a code).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    pub from: Time,
    pub to: Time,
}

impl QuietHours {
    /// The end of the quiet, if it is quiet now. The two times being the same, it never is.
    pub fn until(self, now: Timestamp) -> Option<Timestamp> {
        let here = china_datetime(now);
        let clock = here.time();
        let over_midnight = self.from > self.to;
        let quiet = if over_midnight { clock >= self.from || clock < self.to } else { clock >= self.from && clock < self.to };
        let day = if over_midnight && clock >= self.from { here.date().tomorrow().ok()? } else { here.date() };
        quiet.then(|| china_instant(day, self.to))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    fn clock() -> impl Strategy<Value = Time> {
        (0i8..24, 0i8..60).prop_map(|(h, m)| time(h, m, 0, 0))
    }

    proptest! {
        #[test]
        fn the_quiet_ends_within_a_day_and_then_it_is_not_quiet(from in clock(), to in clock(), now in clock()) {
            let quiet = QuietHours { from, to };
            let now = china_instant(date(2026, 11, 30), now);
            if let Some(end) = quiet.until(now) {
                prop_assert!(end > now && end.duration_since(now) <= jiff::SignedDuration::from_hours(24));
                prop_assert_eq!(quiet.until(end), None);
            }
        }

    }

    #[test]
    fn a_text_at_ten_in_the_evening_and_at_five_waits_for_the_same_morning() {
        let quiet = QuietHours { from: time(21, 0, 0, 0), to: time(8, 0, 0, 0) };
        let at = |day, hour| china_instant(date(2026, 11, day), time(hour, 0, 0, 0));
        assert_eq!(quiet.until(at(26, 22)), Some(at(27, 8)));
        assert_eq!(quiet.until(at(27, 5)), Some(at(27, 8)));
        assert_eq!(quiet.until(at(27, 8)), None);
        assert_eq!(quiet.until(at(27, 20)), None);
    }

    #[test]
    fn a_way_that_needs_a_phone_is_never_taken_without_one_and_whoever_lives_elsewhere_gets_texts() {
        for wish in [None, Some(Way::Text), Some(Way::Call), Some(Way::Letter), Some(Way::Hand)] {
            for here in [true, false] {
                assert!(!Way::of(wish, false, here).needs_phone());
            }
            assert_eq!(Way::of(wish, true, true), wish.unwrap_or(Way::Text));
            assert_eq!(Way::of(wish, true, false), Way::Text, "no desk of ours is near her");
        }
    }

    #[test]
    fn what_is_offered_is_what_will_be_done() {
        assert_eq!(Way::choices(true, true), [Way::Text, Way::Call, Way::Letter]);
        assert_eq!(Way::choices(false, true), [Way::Letter, Way::Hand]);
        assert_eq!(Way::choices(true, false), [Way::Text]);
    }

    #[test]
    fn each_way_is_found_by_its_own_key() {
        for way in [Way::Text, Way::Call, Way::Letter, Way::Hand] {
            assert_eq!(Way::from_key(way.key()), Some(way));
        }
        assert_eq!(Way::from_key("fax"), None);
    }
}
