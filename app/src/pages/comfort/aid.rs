//! The small helps that are on or off, as the settings page lists them: one tick box each.
//! Says which part of the comfort settings each box stands for; draws nothing.

use domain::comfort::{Caption, Comfort, CrossLines, Motion, Pointer, Sounds, Spacing};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aid {
    Wide,
    Caption,
    Quiet,
    Calm,
    LargePointer,
    CrossLines,
}

impl Aid {
    pub const ALL: [Aid; 6] = [Aid::Wide, Aid::Caption, Aid::Quiet, Aid::Calm, Aid::LargePointer, Aid::CrossLines];

    pub const fn key(self) -> &'static str {
        match self {
            Aid::Wide => "wide",
            Aid::Caption => "caption",
            Aid::Quiet => "quiet",
            Aid::Calm => "calm",
            Aid::LargePointer => "pointer",
            Aid::CrossLines => "cross",
        }
    }

    /// Of use with a mouse alone: phones do not show it.
    pub const fn for_mouse(self) -> bool {
        matches!(self, Aid::LargePointer | Aid::CrossLines)
    }

    pub fn is_on(self, comfort: &Comfort) -> bool {
        match self {
            Aid::Wide => comfort.spacing == Spacing::Wide,
            Aid::Caption => comfort.caption == Caption::On,
            Aid::Quiet => comfort.sounds == Sounds::Off,
            Aid::Calm => comfort.motion == Motion::Calm,
            Aid::LargePointer => comfort.pointer == Pointer::Large,
            Aid::CrossLines => comfort.cross == CrossLines::On,
        }
    }

    pub fn set(self, comfort: &mut Comfort, on: bool) {
        match self {
            Aid::Wide => comfort.spacing = if on { Spacing::Wide } else { Spacing::Normal },
            Aid::Caption => comfort.caption = if on { Caption::On } else { Caption::Off },
            Aid::Quiet => comfort.sounds = if on { Sounds::Off } else { Sounds::On },
            Aid::Calm => comfort.motion = if on { Motion::Calm } else { Motion::Usual },
            Aid::LargePointer => comfort.pointer = if on { Pointer::Large } else { Pointer::Usual },
            Aid::CrossLines => comfort.cross = if on { CrossLines::On } else { CrossLines::Off },
        }
    }
}
