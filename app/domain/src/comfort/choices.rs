//! What can be chosen, one enum per question. The first variant is what everybody gets on the first visit.
//! Each variant has a word for forms and classes and one sign for the cookie; a sign is never given a second meaning.

use serde::{Deserialize, Serialize};

macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $(#[$first_about:meta])* $first:ident = $first_key:literal $first_sign:literal, $($(#[$each_about:meta])* $each:ident = $key:literal $sign:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name {
            #[default]
            $(#[$first_about])*
            $first,
            $($(#[$each_about])* $each,)+
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$name::$first, $($name::$each,)+];

            pub const fn key(self) -> &'static str {
                match self {
                    $name::$first => $first_key,
                    $($name::$each => $key,)+
                }
            }

            pub fn from_key(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.key() == key)
            }

            pub(super) const fn sign(self) -> char {
                match self {
                    $name::$first => $first_sign,
                    $($name::$each => $sign,)+
                }
            }

            pub(super) fn from_sign(sign: char) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.sign() == sign)
            }
        }
    };
}

choice! {
    /// Elder mode is what everybody gets first; standard mode is the way out; 简约版 shows four things and no more.
    Mode { Elder = "elder" 'e', Standard = "standard" 's', Simple = "simple" 'm', }
}

choice! {
    /// Colours. As the device asks means: light, or dark where the phone is set to dark.
    Theme {
        Device = "device" 'd',
        Light = "light" 'l',
        /// Black on white, 21:1.
        Black = "black" 'b',
        /// Yellow on black.
        Yellow = "yellow" 'y',
        Dark = "dark" 'k',
    }
}

choice! { Spacing { Normal = "normal" 'n', Wide = "wide" 'w', } }
choice! { Motion { Usual = "usual" 'u', Calm = "calm" 'c', } }
choice! {
    /// On desktops only: a phone has none.
    Pointer { Usual = "usual" 'u', Large = "large" 'l', }
}
choice! {
    /// Two lines that cross at the pointer, on desktops only.
    CrossLines { Off = "off" 'o', On = "on" 'n', }
}
choice! {
    /// 大字幕: a strip at the bottom that repeats what is read or has the focus.
    Caption { Off = "off" 'o', On = "on" 'n', }
}
choice! {
    /// Short tones for sent, error, done.
    Sounds { On = "on" 'n', Off = "off" 'o', }
}
