//! The promises of the comfort settings: text never too small, every choice survives its cookie, no cookie breaks a page.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use proptest::prelude::*;
use proptest::sample::select;

fn any_comfort() -> impl Strategy<Value = Comfort> {
    let look = (select(Mode::ALL), select(&TextSize::ALL[..]), select(Theme::ALL), select(Spacing::ALL), select(Motion::ALL));
    let aids = (select(Pointer::ALL), select(CrossLines::ALL), select(Caption::ALL), select(Sounds::ALL));
    (look, aids).prop_map(|((mode, size, theme, spacing, motion), (pointer, cross, caption, sounds))| Comfort {
        mode,
        size,
        theme,
        spacing,
        motion,
        pointer,
        cross,
        caption,
        sounds,
    })
}

proptest! {
    #[test]
    fn every_choice_survives_its_cookie(comfort in any_comfort(), by in select(&[ChosenBy::Hand, ChosenBy::Phone][..])) {
        let chosen = Chosen { comfort, by };
        let code = chosen.code();
        prop_assert_eq!(Chosen::read(&code), Some(chosen));
        prop_assert!(code.len() <= 16 && code.bytes().all(|b| b.is_ascii_alphanumeric()));
    }

    #[test]
    fn two_choices_never_share_a_cookie_or_a_look(a in any_comfort(), b in any_comfort()) {
        prop_assert_eq!(a == b, Chosen::by_hand(a).code() == Chosen::by_hand(b).code());
        if a.root_class() == b.root_class() {
            prop_assert_eq!((a.mode, a.size, a.theme, a.spacing), (b.mode, b.size, b.theme, b.spacing));
        }
    }

    #[test]
    fn whatever_stands_in_a_cookie_text_is_as_large_as_promised(value in ".{0,20}") {
        let comfort = Comfort::from_cookie(Some(&value));
        let floor = if comfort.mode == Mode::Standard { 20 } else { 22 };
        prop_assert!(comfort.body_px() >= floor);
    }

    #[test]
    fn a_cookie_with_a_sign_too_many_or_too_few_is_not_read(comfort in any_comfort(), cut in 0usize..11, more in "[a-z0-9]") {
        let code = Chosen::by_hand(comfort).code();
        prop_assert_eq!(Chosen::read(&format!("{code}{more}")), None);
        prop_assert_eq!(Chosen::read(&code[..cut]), None);
    }

    #[test]
    fn a_phone_that_asks_for_large_text_gets_at_least_that(comfort in any_comfort(), px in 10.0f64..60.0) {
        let given = comfort.at_least(px);
        let top = Comfort { size: TextSize::Five, ..comfort }.body_px();
        prop_assert!(f64::from(given.body_px()) >= px || given.body_px() == top);
        let otherwise = Comfort { size: comfort.size, ..given };
        prop_assert_eq!(otherwise, comfort, "nothing else changes");
    }
}

#[test]
fn a_first_visit_is_elder_mode_with_22_px_and_the_colours_of_the_device() {
    let first = Comfort::from_cookie(None);
    assert_eq!((first.mode, first.body_px(), first.theme), (Mode::Elder, 22, Theme::Device));
    assert!(first.untouched());
    assert_eq!(first.root_class(), "e1 elder theme-device");
}

#[test]
fn cookies_of_the_first_release_are_still_read() {
    for (old, mode) in [("e", Mode::Elder), ("s", Mode::Standard)] {
        for size in TextSize::ALL {
            let read = Chosen::read(&format!("{old}{}", size.step())).unwrap();
            assert_eq!(read, Chosen::by_hand(Comfort { mode, size, ..Comfort::default() }));
        }
    }
    for value in ["", "e0", "e6", "x3", "e33", "é1", "m3", "standard", "2", "2he", "3he1dnuuoon"] {
        assert_eq!(Chosen::read(value), None, "{value}");
    }
}

#[test]
fn the_largest_step_reaches_30_px_in_every_mode_and_each_step_grows() {
    for mode in Mode::ALL.iter().copied() {
        let sizes: Vec<u16> = TextSize::ALL.into_iter().map(|size| Comfort { mode, size, ..Comfort::default() }.body_px()).collect();
        assert!(sizes.windows(2).all(|w| w[0] < w[1]), "{sizes:?}");
        assert!(*sizes.last().unwrap() >= 30);
    }
}

#[test]
fn the_steps_of_wechat_reach_at_least_their_own_size() {
    for (px, step) in [(16.0, 1), (17.0, 1), (18.5, 1), (20.0, 1), (22.0, 1), (23.8, 2), (25.5, 3), (40.0, 5)] {
        assert_eq!(Comfort::default().at_least(px).size.step(), step, "{px}");
    }
}

#[test]
fn steps_and_keys_lead_back() {
    for size in TextSize::ALL {
        assert_eq!(TextSize::from_step(size.step()), Some(size));
        assert!(size.larger().is_none_or(|larger| larger > size));
    }
    assert_eq!((TextSize::from_step(0), TextSize::Five.larger()), (None, None));
    for mode in Mode::ALL {
        assert_eq!(Mode::from_key(mode.key()), Some(*mode));
    }
    for theme in Theme::ALL {
        assert_eq!(Theme::from_key(theme.key()), Some(*theme));
    }
}
