//! How large and how plain a person wants her pages. Kept in a cookie, so the first byte is already right.
//! Never decides what she may do, and never hides anything from her.

use serde::{Deserialize, Serialize};

/// Elder mode is what everybody gets first; standard mode is the way out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    #[default]
    Elder,
    Standard,
}

impl Mode {
    pub const ALL: [Mode; 2] = [Mode::Elder, Mode::Standard];

    pub const fn key(self) -> &'static str {
        match self {
            Mode::Elder => "elder",
            Mode::Standard => "standard",
        }
    }

    pub fn from_key(key: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|m| m.key() == key)
    }

    pub const fn other(self) -> Mode {
        match self {
            Mode::Elder => Mode::Standard,
            Mode::Standard => Mode::Elder,
        }
    }
}

/// Five steps. The smallest is already what the mode promises, so nobody can make her text too small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TextSize {
    #[default]
    One,
    Two,
    Three,
    Four,
    Five,
}

impl TextSize {
    pub const ALL: [TextSize; 5] = [TextSize::One, TextSize::Two, TextSize::Three, TextSize::Four, TextSize::Five];

    /// 1 to 5, as in the cookie and in the form.
    pub const fn step(self) -> u8 {
        match self {
            TextSize::One => 1,
            TextSize::Two => 2,
            TextSize::Three => 3,
            TextSize::Four => 4,
            TextSize::Five => 5,
        }
    }

    pub fn from_step(step: u8) -> Option<TextSize> {
        TextSize::ALL.into_iter().find(|size| size.step() == step)
    }
}

/// What one person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Comfort {
    pub mode: Mode,
    pub size: TextSize,
}

impl Comfort {
    /// Every combination: for tests and for renderings kept per setting.
    pub fn all() -> impl Iterator<Item = Comfort> {
        Mode::ALL.into_iter().flat_map(|mode| TextSize::ALL.into_iter().map(move |size| Comfort { mode, size }))
    }

    /// Body text in CSS pixels at the browser's own default of 16. `style/tokens.css` says the same as percentages; a test compares.
    pub const fn body_px(self) -> u16 {
        match (self.mode, self.size) {
            (Mode::Elder, TextSize::One) => 22,
            (Mode::Elder, TextSize::Two) => 24,
            (Mode::Elder, TextSize::Three) => 26,
            (Mode::Elder, TextSize::Four) => 28,
            (Mode::Elder, TextSize::Five) => 32,
            (Mode::Standard, TextSize::One) => 20,
            (Mode::Standard, TextSize::Two) => 22,
            (Mode::Standard, TextSize::Three) => 24,
            (Mode::Standard, TextSize::Four) => 27,
            (Mode::Standard, TextSize::Five) => 30,
        }
    }

    /// Cookie value and class of the root element: `e1` to `e5`, `s1` to `s5`.
    pub const fn code(self) -> &'static str {
        match (self.mode, self.size) {
            (Mode::Elder, TextSize::One) => "e1",
            (Mode::Elder, TextSize::Two) => "e2",
            (Mode::Elder, TextSize::Three) => "e3",
            (Mode::Elder, TextSize::Four) => "e4",
            (Mode::Elder, TextSize::Five) => "e5",
            (Mode::Standard, TextSize::One) => "s1",
            (Mode::Standard, TextSize::Two) => "s2",
            (Mode::Standard, TextSize::Three) => "s3",
            (Mode::Standard, TextSize::Four) => "s4",
            (Mode::Standard, TextSize::Five) => "s5",
        }
    }

    /// A code that nobody wrote means the default; a broken cookie must never cost a page.
    pub fn from_cookie(value: Option<&str>) -> Comfort {
        value.and_then(|v| Comfort::all().find(|c| c.code() == v)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_first_visit_is_elder_mode_with_22_px() {
        let first = Comfort::from_cookie(None);
        assert_eq!((first.mode, first.body_px()), (Mode::Elder, 22));
    }

    #[test]
    fn every_setting_survives_its_cookie() {
        for comfort in Comfort::all() {
            assert_eq!(Comfort::from_cookie(Some(comfort.code())), comfort);
        }
        assert_eq!(Comfort::all().count(), 10);
    }

    #[test]
    fn no_cookie_can_make_text_smaller_than_promised() {
        for value in ["", "e0", "e6", "x3", "e33", "é1", "standard"] {
            assert_eq!(Comfort::from_cookie(Some(value)), Comfort::default(), "{value}");
        }
        for comfort in Comfort::all() {
            let floor = if comfort.mode == Mode::Elder { 22 } else { 20 };
            assert!(comfort.body_px() >= floor);
        }
    }

    #[test]
    fn the_largest_step_reaches_30_px_in_both_modes_and_each_step_grows() {
        for mode in Mode::ALL {
            let sizes: Vec<u16> = TextSize::ALL.into_iter().map(|size| Comfort { mode, size }.body_px()).collect();
            assert!(sizes.windows(2).all(|w| w[0] < w[1]), "{sizes:?}");
            assert!(*sizes.last().unwrap() >= 30);
        }
    }

    #[test]
    fn steps_and_keys_lead_back() {
        for size in TextSize::ALL {
            assert_eq!(TextSize::from_step(size.step()), Some(size));
        }
        assert_eq!(TextSize::from_step(0), None);
        for mode in Mode::ALL {
            assert_eq!(Mode::from_key(mode.key()), Some(mode));
            assert_ne!(mode.other(), mode);
        }
    }
}
