//! While nobody listens, the sounds that will be asked for are made ahead: the home page first, then the other pages that
//! are the same for everybody. A few at a time, and never while somebody waits for hers.

use crate::http::reading::sounds_of;
use crate::state::House;
use app::ports::speech::Tongue;
use domain::catalog::ItemCode;
use std::sync::atomic::{AtomicUsize, Ordering};

/// In this order; all of them are public.
fn pages() -> Vec<String> {
    let guides = ItemCode::ALL.into_iter().map(|item| format!("/guide/{}", item.slug()));
    let after = ["/items", "/help", "/voice", "/promises", "/comfort", "/languages"].map(str::to_owned);
    std::iter::once("/".to_owned()).chain(guides).chain(after).collect()
}

/// So many sounds in one go: about ten seconds of work.
const AT_ONCE: usize = 4;

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
    let idle = || speech.idle(house.world.now());
    if !speech.speaks(Tongue::Mandarin) || !idle() {
        return Ok(0);
    }
    let (site, _) = house.site().await.map_err(|refused| refused.to_string())?;
    let mut made = 0;
    for sound in sounds_of(&site, path).await {
        if made >= AT_ONCE || !idle() {
            return Ok(made);
        }
        made += usize::from(speech.make_ahead(&sound, house.world.now()).await.map_err(|why| why.to_string())?);
    }
    AT.fetch_add(1, Ordering::SeqCst);
    Ok(made)
}
