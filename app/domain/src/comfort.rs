//! How large, in which colours and how plain a person wants her pages. Kept in a cookie, so the first byte is already right.
//! Never decides what she may do, and never hides anything from her.

mod choices;
mod cookie;

pub use choices::{Caption, CrossLines, Mode, Motion, Pointer, Sounds, Spacing, Theme};
pub use cookie::{Chosen, ChosenBy};

use serde::{Deserialize, Serialize};

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

    /// One step more; none after the largest.
    pub fn larger(self) -> Option<TextSize> {
        TextSize::from_step(self.step() + 1)
    }
}

/// What one person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Comfort {
    pub mode: Mode,
    pub size: TextSize,
    pub theme: Theme,
    pub spacing: Spacing,
    pub motion: Motion,
    pub pointer: Pointer,
    pub cross: CrossLines,
    pub caption: Caption,
    pub sounds: Sounds,
}

impl Comfort {
    /// Every size of every mode, all else as on the first visit.
    pub fn sizes() -> impl Iterator<Item = Comfort> {
        let sizes = |mode| TextSize::ALL.into_iter().map(move |size| Comfort { mode, size, ..Comfort::default() });
        Mode::ALL.iter().copied().flat_map(sizes)
    }

    /// Body text in CSS pixels at the browser's own default of 16. `style/tokens.css` says the same as percentages; a test compares.
    pub const fn body_px(self) -> u16 {
        match (self.mode, self.size) {
            (Mode::Standard, TextSize::One) => 20,
            (Mode::Standard, TextSize::Two) => 22,
            (Mode::Standard, TextSize::Three) => 24,
            (Mode::Standard, TextSize::Four) => 27,
            (Mode::Standard, TextSize::Five) => 30,
            (Mode::Elder | Mode::Simple, TextSize::One) => 22,
            (Mode::Elder | Mode::Simple, TextSize::Two) => 24,
            (Mode::Elder | Mode::Simple, TextSize::Three) => 26,
            (Mode::Elder | Mode::Simple, TextSize::Four) => 28,
            (Mode::Elder | Mode::Simple, TextSize::Five) => 32,
        }
    }

    /// Class of the root element: `e1` to `e5`, `s1` to `s5`.
    pub const fn size_class(self) -> &'static str {
        match (self.mode, self.size) {
            (Mode::Standard, TextSize::One) => "s1",
            (Mode::Standard, TextSize::Two) => "s2",
            (Mode::Standard, TextSize::Three) => "s3",
            (Mode::Standard, TextSize::Four) => "s4",
            (Mode::Standard, TextSize::Five) => "s5",
            (Mode::Elder | Mode::Simple, TextSize::One) => "e1",
            (Mode::Elder | Mode::Simple, TextSize::Two) => "e2",
            (Mode::Elder | Mode::Simple, TextSize::Three) => "e3",
            (Mode::Elder | Mode::Simple, TextSize::Four) => "e4",
            (Mode::Elder | Mode::Simple, TextSize::Five) => "e5",
        }
    }

    /// All classes of the root element. What is as on the first visit needs none, except size, mode and colours.
    pub fn root_class(self) -> String {
        let mut classes = format!("{} {} theme-{}", self.size_class(), self.mode.key(), self.theme.key());
        let extras = [
            (self.spacing == Spacing::Wide, " wide"),
            (self.motion == Motion::Calm, " calm"),
            (self.pointer == Pointer::Large, " pointer-large"),
            (self.caption == Caption::On, " captioned"),
        ];
        extras.into_iter().filter(|(on, _)| *on).for_each(|(_, class)| classes.push_str(class));
        classes
    }

    /// The smallest step whose text is at least as large as the phone's own setting asks for; the largest where none is.
    pub fn at_least(self, px: f64) -> Comfort {
        let fits = |size: &TextSize| f64::from(Comfort { size: *size, ..self }.body_px()) >= px;
        Comfort { size: TextSize::ALL.into_iter().find(fits).unwrap_or(TextSize::Five), ..self }
    }

    /// Everything as on the first visit: she may not know yet that it can be changed.
    pub fn untouched(self) -> bool {
        self == Comfort::default()
    }

    /// A small script draws the lines and writes into the strip; nobody else has to load it.
    pub fn needs_script(self) -> bool {
        self.caption == Caption::On || self.cross == CrossLines::On
    }

    /// No cookie and a code that nobody wrote mean the first visit; a broken cookie must never cost a page.
    pub fn from_cookie(value: Option<&str>) -> Comfort {
        value.and_then(Chosen::read).map(|chosen| chosen.comfort).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
