//! Whether and with what spoken words are understood.

use super::reader::Reader;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HearingEngine {
    /// The model where it is installed and this server was built for it.
    Auto,
    /// Tones instead of words, for tests; only with demonstration data.
    StandIn,
    None,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearingSettings {
    pub engine: HearingEngine,
    /// Where the model lies, beside the reading voice; none: `voice` in the data folder.
    pub folder: Option<PathBuf>,
}

impl HearingSettings {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let engine = match reader.text("hearing.engine").as_deref() {
            None | Some("auto") => HearingEngine::Auto,
            Some("stand-in") => HearingEngine::StandIn,
            Some("none") => HearingEngine::None,
            Some(_) => {
                reader.mistake("hearing.engine", "is none of auto, stand-in, none");
                HearingEngine::None
            }
        };
        Self { engine, folder: reader.text("voice.dir").map(PathBuf::from) }
    }

    pub fn model(&self, data: &Path) -> PathBuf {
        self.folder.clone().unwrap_or_else(|| data.join("voice")).join("ggml-base.bin")
    }
}
