//! Whose records may be looked up in place of papers.

use super::reader::Reader;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedEngine {
    /// The invented records beside demonstration data, nothing anywhere else.
    Auto,
    /// The invented records; only with demonstration data.
    Demo,
    None,
}

pub(super) fn read(reader: &mut Reader) -> SharedEngine {
    match reader.text("shared_data.engine").as_deref() {
        None | Some("auto") => SharedEngine::Auto,
        Some("demo") => SharedEngine::Demo,
        Some("none") => SharedEngine::None,
        Some(_) => {
            reader.mistake("shared_data.engine", "is none of auto, demo, none");
            SharedEngine::None
        }
    }
}
