//! The reading voice: engines that make sound, the room that hands it out, and the shelf where it is kept.
//! Without a model or a library nothing here fails: nobody speaks, one line in the log says so, and pages name other ways.

mod engine;
mod espeak;
mod kokoro;
mod mp3;
mod offers;
mod room;
mod shelf;
mod tone;

pub use engine::{Engine, Voiced};
pub use espeak::Espeak;
pub use kokoro::Kokoro;
pub use room::{Places, Room};
pub use tone::Tone;

use crate::config::{VoiceEngine, VoiceSettings};
use crate::vault::Vault;
use std::path::Path;
use std::sync::Arc;

/// The room as the settings want it. `data`: where sounds are kept, and the model where no folder is named.
pub fn open(settings: &VoiceSettings, data: &Path, vault: Vault) -> Room {
    let folder = settings.folder.clone().unwrap_or_else(|| data.join("voice"));
    let mut engines: Vec<Arc<dyn Engine>> = Vec::new();
    match settings.engine {
        VoiceEngine::None => {}
        VoiceEngine::Tone => engines.push(Arc::new(Tone)),
        VoiceEngine::Auto => {
            let kokoro = Kokoro::new(&folder, &settings.name, settings.speed);
            if let Some(missing) = kokoro.missing() {
                tracing::info!(%missing, "no reading voice: pages use the browser's own, or name a telephone; `make voice` brings one");
            }
            engines.push(Arc::new(kokoro));
            engines.extend(Espeak::find().map(|espeak| Arc::new(espeak) as Arc<dyn Engine>));
        }
    }
    Room::new(engines, &data.join("heard"), vault, Places::of_this_machine())
}
