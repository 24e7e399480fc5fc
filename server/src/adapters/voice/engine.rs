//! What an engine is: text in, samples out, on the thread that asks. It keeps nothing and knows nobody.

use app::ports::speech::Tongue;

/// Mono.
pub struct Voiced {
    pub samples: Vec<i16>,
    /// Samples per second: one that MP3 knows.
    pub rate: u32,
}

pub trait Engine: Send + Sync {
    /// Engine, voice and speed in one word: part of the name of every sound, so that another voice never gets this one's.
    fn mark(&self) -> String;
    /// Whether it speaks this now. Models may arrive while the server runs, so nothing is remembered.
    fn speaks(&self, tongue: Tongue) -> bool;
    /// Blocks for about half as long as the sound lasts. The error goes to the log and holds no word of the text.
    fn speak(&self, tongue: Tongue, text: &str) -> Result<Voiced, String>;
    /// Nobody has listened for a while: memory may go.
    fn rest(&self) {}
}
