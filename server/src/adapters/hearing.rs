//! Understanding spoken words: one recogniser in a thread of its own, a short line before it, and what it writes brought to
//! simplified signs. Neither a voice nor its words are kept or logged here. Without a model nothing fails: the pages name
//! the microphone of the phone's own keyboard.

mod line;
mod simplified;
mod stand_in;
#[cfg(feature = "hearing")]
mod whisper;

pub use line::{Line, Recogniser};
use simplified::simplified;
pub use stand_in::StandIn;

use crate::config::{HearingEngine, HearingSettings};
use app::ports::{Hearing, NoHearing};
use std::path::Path;
use std::sync::Arc;

/// The recogniser as the settings want it.
pub fn open(settings: &HearingSettings, data: &Path) -> Arc<dyn Hearing> {
    match settings.engine {
        HearingEngine::None => Arc::new(NoHearing),
        HearingEngine::StandIn => Arc::new(Line::new(|| Ok(Box::new(StandIn)))),
        HearingEngine::Auto => installed(settings, data),
    }
}

#[cfg(feature = "hearing")]
fn installed(settings: &HearingSettings, data: &Path) -> Arc<dyn Hearing> {
    let model = settings.model(data);
    if !model.is_file() {
        tracing::info!("no recogniser: pages name the keyboard's microphone; `make voice` brings one");
        return Arc::new(NoHearing);
    }
    Arc::new(Line::new(move || {
        let (items, names) = (app::acts::hear_wish::item_names(), domain::intent::short_names());
        whisper::Whisper::open(&model, &items, names).map(|w| Box::new(w) as Box<dyn Recogniser>)
    }))
}

#[cfg(not(feature = "hearing"))]
fn installed(settings: &HearingSettings, data: &Path) -> Arc<dyn Hearing> {
    if settings.model(data).is_file() {
        tracing::warn!("there is a model for recognition, and this server was built without `--features hearing`");
    }
    Arc::new(NoHearing)
}
