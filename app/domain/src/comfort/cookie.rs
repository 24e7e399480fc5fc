//! The choice as a cookie: a version, who chose, and one sign per question, e.g. `2he3ywcunoo`. Nothing in it is personal.
//! Reads the cookies of the first release too (`e1` to `s5`). A sign that nobody wrote makes the whole cookie unread.

use super::{Caption, Comfort, CrossLines, Mode, Motion, Pointer, Sounds, Spacing, TextSize, Theme};

const VERSION: char = '2';

/// Whose choice it is: her own is never changed by a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChosenBy {
    Hand,
    /// Taken over from the text size that is set in WeChat.
    Phone,
}

impl ChosenBy {
    const fn sign(self) -> char {
        match self {
            ChosenBy::Hand => 'h',
            ChosenBy::Phone => 'p',
        }
    }

    fn from_sign(sign: char) -> Option<ChosenBy> {
        [ChosenBy::Hand, ChosenBy::Phone].into_iter().find(|by| by.sign() == sign)
    }
}

/// A choice and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chosen {
    pub comfort: Comfort,
    pub by: ChosenBy,
}

impl Chosen {
    pub fn by_hand(comfort: Comfort) -> Chosen {
        Chosen { comfort, by: ChosenBy::Hand }
    }

    pub fn code(&self) -> String {
        let c = &self.comfort;
        let size = char::from(b'0' + c.size.step());
        let signs = [
            VERSION,
            self.by.sign(),
            c.mode.sign(),
            size,
            c.theme.sign(),
            c.spacing.sign(),
            c.motion.sign(),
            c.pointer.sign(),
            c.cross.sign(),
            c.caption.sign(),
            c.sounds.sign(),
        ];
        signs.into_iter().collect()
    }

    pub fn read(value: &str) -> Option<Chosen> {
        let mut signs = value.chars();
        let size = |sign: char| TextSize::from_step(u8::try_from(sign.to_digit(10)?).ok()?);
        let chosen = match signs.next()? {
            VERSION => Chosen {
                by: ChosenBy::from_sign(signs.next()?)?,
                // In the order in which `code` writes them.
                comfort: Comfort {
                    mode: Mode::from_sign(signs.next()?)?,
                    size: size(signs.next()?)?,
                    theme: Theme::from_sign(signs.next()?)?,
                    spacing: Spacing::from_sign(signs.next()?)?,
                    motion: Motion::from_sign(signs.next()?)?,
                    pointer: Pointer::from_sign(signs.next()?)?,
                    cross: CrossLines::from_sign(signs.next()?)?,
                    caption: Caption::from_sign(signs.next()?)?,
                    sounds: Sounds::from_sign(signs.next()?)?,
                },
            },
            // The first release knew two modes and five sizes, and only hands chose.
            old @ ('e' | 's') => Chosen::by_hand(Comfort { mode: Mode::from_sign(old)?, size: size(signs.next()?)?, ..Comfort::default() }),
            _ => return None,
        };
        signs.next().is_none().then_some(chosen)
    }
}
