//! Whether and with what pages are read aloud.

use super::reader::Reader;
use std::path::PathBuf;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoiceEngine {
    /// The model where it is installed, and what the machine has for other languages.
    Auto,
    /// Beeps, for tests.
    Tone,
    None,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceSettings {
    pub engine: VoiceEngine,
    /// Where the model lies; none: `voice` in the data folder.
    pub folder: Option<PathBuf>,
    /// File of the voice without its ending.
    pub name: String,
    /// Percent of the voice's natural speed; elders follow slower speech better. The player changes it further.
    pub speed: u32,
}

impl VoiceSettings {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let engine = match reader.text("voice.engine").as_deref() {
            None | Some("auto") => VoiceEngine::Auto,
            Some("tone") => VoiceEngine::Tone,
            Some("none") => VoiceEngine::None,
            Some(_) => {
                reader.mistake("voice.engine", "is none of auto, tone, none");
                VoiceEngine::None
            }
        };
        let name = reader.text("voice.name").unwrap_or_else(|| "zf_xiaoyi".to_owned());
        if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            reader.mistake("voice.name", "is not the name of a voice, e.g. zf_xiaoyi or zm_yunjian");
        }
        Self { engine, folder: reader.text("voice.dir").map(PathBuf::from), name, speed: reader.number("voice.speed", 90, 85..=100) }
    }
}
