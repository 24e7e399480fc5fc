//! While nobody listens, the sounds that will be asked for are made ahead: the home page first, then the other pages that
//! are the same for everybody. Calmly, and never while somebody asks for anything.

use crate::http::front;
use crate::http::reading::sounds_of;
use crate::state::House;
use app::ports::speech::Tongue;
use domain::catalog::ItemCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// In this order; all of them are public.
fn pages() -> Vec<String> {
    let guides = ItemCode::ALL.into_iter().map(|item| format!("/guide/{}", item.slug()));
    let after = ["/items", "/help", "/voice", "/promises", "/comfort", "/languages"].map(str::to_owned);
    std::iter::once("/".to_owned()).chain(guides).chain(after).collect()
}

/// After each sound a rest of so many times as long as it took: of one core a quarter at most is used.
const RESTS: u32 = 3;
/// So much work in one go; with its rests it is over before the next beat.
const ONE_GO: Duration = Duration::from_secs(3);

/// Beats of this job before it begins: whoever opens the first page comes first.
const WAITS: usize = 2;

/// Pages before this one are warm.
static AT: AtomicUsize = AtomicUsize::new(0);
static BEATS: AtomicUsize = AtomicUsize::new(0);

pub(super) async fn warm(house: House) -> Result<usize, String> {
    if BEATS.fetch_add(1, Ordering::SeqCst) < WAITS {
        return Ok(0);
    }
    let speech = &house.world.speech;
    let pages = pages();
    let Some(path) = pages.get(AT.load(Ordering::SeqCst)) else { return Ok(0) };
    if !speech.speaks(Tongue::Mandarin) || !speech.idle(house.world.now()) {
        return Ok(0);
    }
    let (site, _) = house.site().await.map_err(|refused| refused.to_string())?;
    let asked = front::asked();
    let quiet = || speech.idle(house.world.now()) && front::asked() == asked;
    let mut go = Go::default();
    let mut made = 0;
    for sound in sounds_of(&site, path).await {
        if !go.goes_on(quiet()) {
            return Ok(made);
        }
        let began = Instant::now();
        // What is there already costs nothing, and needs no rest.
        if speech.make_ahead(&sound, house.world.now()).await.map_err(|why| why.to_string())? {
            made += 1;
            tokio::time::sleep(go.rest(began.elapsed())).await;
        }
    }
    AT.fetch_add(1, Ordering::SeqCst);
    Ok(made)
}

/// Making one sound after the other, with rests between, until somebody asks for anything or it is enough for now.
#[derive(Default)]
struct Go {
    worked: Duration,
}

impl Go {
    /// `quiet`: nobody asked for a page or a sound since it began.
    fn goes_on(&self, quiet: bool) -> bool {
        quiet && self.worked < ONE_GO
    }

    /// How long to rest after a sound that took this long.
    fn rest(&mut self, took: Duration) -> Duration {
        self.worked += took;
        took * RESTS
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    /// One go with sounds that take so many milliseconds each; somebody asks before the one of this number. Made, worked, rested.
    fn go(sounds: &[u64], asked_before: usize) -> (usize, Duration, Duration) {
        let (mut go, mut made, mut rested) = (Go::default(), 0, Duration::ZERO);
        for (at, takes) in sounds.iter().enumerate() {
            if !go.goes_on(at < asked_before) {
                break;
            }
            rested += go.rest(Duration::from_millis(*takes));
            made += 1;
        }
        (made, go.worked, rested)
    }

    #[test]
    fn at_most_a_quarter_of_one_core_makes_sounds_ahead() {
        for sounds in [vec![400, 900, 50], vec![2_000; 9], vec![8_000, 8_000]] {
            let (_, worked, rested) = go(&sounds, usize::MAX);
            assert!(worked * 4 <= worked + rested, "{sounds:?}: {worked:?} of work, {rested:?} of rest");
        }
        assert_eq!(go(&[2_000; 9], usize::MAX).0, 2, "the others wait for the next beat");
    }

    #[test]
    fn whoever_asks_for_a_page_or_a_sound_stops_it_before_the_next_sentence() {
        assert_eq!(go(&[100; 9], 3).0, 3);
        assert_eq!(go(&[100; 9], 0).0, 0);
    }

    #[test]
    fn the_home_page_comes_first() {
        assert_eq!(pages()[0], "/");
    }
}
