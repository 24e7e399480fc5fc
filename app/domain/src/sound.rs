//! What a microphone gave: read from WAV as people's phones write it, brought to one form, and cut where it is quiet.
//! Pure: knows no engine and keeps nothing. Never guesses at bytes that are not there: a cut-off file is told as one.

mod message;
mod wav;

pub use message::{Heard, RecordingRules, VoiceMessage, Words};
pub use wav::read_wav;

/// Samples in a second of a clip. Recognisers want no more, and a voice has no more that matters.
pub const RATE: usize = 16_000;
/// A fiftieth of a second: in one of these a voice is loud or it is not.
const FRAME: usize = RATE / 50;
/// Loudness (root mean square) from which on a frame counts as sound; below it lies the rustle of a quiet room.
const LOUD: f64 = 150.0;
/// What is said stands out of the sound of its room by so much.
const STANDS_OUT: f64 = 2.5;
/// Frames that stay around what is said: words begin and end softly.
const AROUND: usize = 10;
/// A tenth of a second of sound at least: shorter is a knock on the phone.
const LOUD_FRAMES: usize = 5;

/// What is wrong with a recording. Each has a sentence with a way on (`sound-problem-…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoundProblem {
    Empty,
    /// Something else than WAV: a song, a photo, a page.
    NotWav,
    /// WAV, but packed in a way that is not read here.
    UnknownKind,
    /// Cut off on its way, or damaged.
    Broken,
    TooLong,
    /// Nothing to be heard in it.
    Silent,
}

impl SoundProblem {
    pub const ALL: &'static [SoundProblem] = &[Self::Empty, Self::NotWav, Self::UnknownKind, Self::Broken, Self::TooLong, Self::Silent];

    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "sound-problem-empty",
            Self::NotWav => "sound-problem-not-wav",
            Self::UnknownKind => "sound-problem-unknown-kind",
            Self::Broken => "sound-problem-broken",
            Self::TooLong => "sound-problem-too-long",
            Self::Silent => "sound-problem-silent",
        }
    }
}

/// One voice, 16,000 samples a second.
#[derive(Clone, PartialEq, Eq)]
pub struct Clip(Vec<i16>);

/// A log line must never carry a voice.
impl std::fmt::Debug for Clip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clip({} samples)", self.0.len())
    }
}

impl Clip {
    pub fn new(samples: Vec<i16>) -> Clip {
        Clip(samples)
    }

    pub fn samples(&self) -> &[i16] {
        &self.0
    }

    /// Whole seconds, begun ones counted.
    pub fn seconds(&self) -> u16 {
        u16::try_from(self.0.len().div_ceil(RATE)).unwrap_or(u16::MAX)
    }

    /// Frames in which something sounds, by their place.
    pub fn loud_frames(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.chunks(FRAME).enumerate().filter(|(_, frame)| loudness(frame) >= LOUD).map(|(at, _)| at)
    }

    /// The clip, when anything can be heard in it.
    pub fn audible(self) -> Result<Clip, SoundProblem> {
        if self.loud_frames().take(LOUD_FRAMES).count() == LOUD_FRAMES { Ok(self) } else { Err(SoundProblem::Silent) }
    }

    /// Without the quiet before and behind what is said, quiet being the sound of the room itself; all of it where nothing stands out.
    pub fn spoken(&self) -> Clip {
        let frames: Vec<f64> = self.0.chunks(FRAME).map(loudness).collect();
        let mut sorted = frames.clone();
        sorted.sort_by(f64::total_cmp);
        let room = sorted.get(sorted.len() / 10).copied().unwrap_or(0.0);
        let said = |frame: &f64| *frame >= LOUD.max(room * STANDS_OUT);
        let (Some(first), Some(last)) = (frames.iter().position(said), frames.iter().rposition(said)) else { return self.clone() };
        let (from, to) = (first.saturating_sub(AROUND) * FRAME, ((last + 1 + AROUND) * FRAME).min(self.0.len()));
        Clip(self.0[from..to].to_vec())
    }

    /// Pieces of at most so many seconds, cut in the quietest moment of the last fifth: an engine that hears one thing
    /// at a time must not be kept by two minutes of one person while others wait.
    pub fn pieces(&self, seconds: usize) -> Vec<Clip> {
        let most = seconds.max(1) * RATE;
        let mut rest = self.0.as_slice();
        let mut pieces = Vec::new();
        while rest.len() > most {
            let from = most - most / 5;
            let frames = rest[from..most].chunks_exact(FRAME).enumerate();
            let quietest = frames.min_by(|(_, a), (_, b)| loudness(a).total_cmp(&loudness(b))).map_or(most, |(at, _)| from + at * FRAME);
            pieces.push(Clip(rest[..quietest].to_vec()));
            rest = &rest[quietest..];
        }
        if !rest.is_empty() {
            pieces.push(Clip(rest.to_vec()));
        }
        pieces
    }

    /// A plain file with the voice alone: whatever else the phone had written into its own is left behind.
    pub fn to_wav(&self) -> Vec<u8> {
        wav::write(&self.0)
    }
}

fn loudness(samples: &[i16]) -> f64 {
    let sum: f64 = samples.iter().map(|s| f64::from(*s) * f64::from(*s)).sum();
    (sum / samples.len().max(1) as f64).sqrt()
}

#[cfg(test)]
mod tests;
