//! Reading and writing WAV. Takes what phones write (8 to 32 bits, one or two channels, any usual rate) and brings it to
//! 16 bits, one channel, 16,000 a second. What is packed (MP3 in WAV, ADPCM) is told apart from what is broken.

use super::{Clip, RATE, SoundProblem};

/// How the samples lie in the file.
struct Shape {
    kind: Kind,
    channels: usize,
    rate: usize,
}

#[derive(Clone, Copy)]
enum Kind {
    /// Bytes per sample.
    Whole(usize),
    Float,
}

impl Kind {
    fn bytes(self) -> usize {
        match self {
            Kind::Whole(bytes) => bytes,
            Kind::Float => 4,
        }
    }
}

/// The voice in a WAV file of at most so many seconds. A second more is forgiven: a tap comes late.
pub fn read_wav(bytes: &[u8], most_seconds: u16) -> Result<Clip, SoundProblem> {
    if bytes.is_empty() {
        return Err(SoundProblem::Empty);
    }
    if bytes.get(..4) != Some(b"RIFF") || bytes.get(8..12) != Some(b"WAVE") {
        return Err(SoundProblem::NotWav);
    }
    let mut at = 12;
    let mut shape = None;
    loop {
        let name = bytes.get(at..at + 4).ok_or(SoundProblem::Broken)?;
        let length = number(bytes, at + 4, 4).ok_or(SoundProblem::Broken)?;
        let body = at + 8;
        match name {
            b"fmt " => shape = Some(shape_of(bytes.get(body..body + length.min(40)).ok_or(SoundProblem::Broken)?)?),
            b"data" => return samples(bytes, body, length, &shape.ok_or(SoundProblem::Broken)?, most_seconds),
            _ => {}
        }
        // Parts begin at even places.
        at = body.checked_add(length + length % 2).ok_or(SoundProblem::Broken)?;
    }
}

fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(width)?)?;
    Some(digits.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}

fn shape_of(format: &[u8]) -> Result<Shape, SoundProblem> {
    let field = |at, width| number(format, at, width).ok_or(SoundProblem::Broken);
    let (mut tag, channels, rate, bits) = (field(0, 2)?, field(2, 2)?, field(4, 4)?, field(14, 2)?);
    if tag == 0xFFFE {
        tag = field(24, 2)?;
    }
    let kind = match (tag, bits) {
        (1, 8 | 16 | 24 | 32) => Kind::Whole(bits / 8),
        (3, 32) => Kind::Float,
        (1 | 3, 0) => return Err(SoundProblem::Broken),
        _ => return Err(SoundProblem::UnknownKind),
    };
    match (channels, rate) {
        (0, _) | (_, 0) => Err(SoundProblem::Broken),
        (1..=2, 8_000..=192_000) => Ok(Shape { kind, channels, rate }),
        _ => Err(SoundProblem::UnknownKind),
    }
}

fn samples(bytes: &[u8], from: usize, length: usize, shape: &Shape, most_seconds: u16) -> Result<Clip, SoundProblem> {
    let wide = shape.kind.bytes() * shape.channels;
    // What is too long is told as that, also when only its beginning arrived.
    if length / wide / shape.rate > usize::from(most_seconds) {
        return Err(SoundProblem::TooLong);
    }
    let data = from.checked_add(length).and_then(|to| bytes.get(from..to)).ok_or(SoundProblem::Broken)?;
    if data.is_empty() {
        return Err(SoundProblem::Empty);
    }
    if data.len() % wide != 0 {
        return Err(SoundProblem::Broken);
    }
    let one = |frame: &[u8]| {
        let sum: f64 = frame.chunks_exact(shape.kind.bytes()).map(|sample| value(shape.kind, sample)).sum();
        sum / shape.channels as f64
    };
    let voice: Vec<f64> = data.chunks_exact(wide).map(one).collect();
    Ok(Clip::new(at_our_rate(&voice, shape.rate)))
}

/// As a 16-bit value, not yet rounded.
fn value(kind: Kind, sample: &[u8]) -> f64 {
    match (kind, sample) {
        (Kind::Whole(1), [byte]) => (f64::from(*byte) - 128.0) * 256.0,
        (Kind::Float, [a, b, c, d]) => f64::from(f32::from_le_bytes([*a, *b, *c, *d])).clamp(-1.0, 1.0) * 32_767.0,
        // The two highest bytes are the 16 bits; what lies below them is finer than we keep.
        (_, [.., low, high]) => f64::from(i16::from_le_bytes([*low, *high])),
        _ => 0.0,
    }
}

/// Each of our samples is the mean of what lies in its time, or lies on the line between two where there is less.
fn at_our_rate(voice: &[f64], rate: usize) -> Vec<i16> {
    let step = rate as f64 / RATE as f64;
    let count = voice.len() * RATE / rate;
    let at = |place: f64| {
        let before = (place as usize).min(voice.len() - 1);
        let after = (before + 1).min(voice.len() - 1);
        voice[before] + (voice[after] - voice[before]) * (place - before as f64)
    };
    let mean = |i: usize| {
        let (from, to) = (i as f64 * step, (i + 1) as f64 * step);
        if step <= 1.0 {
            return at(from);
        }
        let inside = &voice[from as usize..(to.ceil() as usize).min(voice.len())];
        inside.iter().sum::<f64>() / inside.len().max(1) as f64
    };
    (0..count).map(|i| mean(i).round().clamp(-32_768.0, 32_767.0) as i16).collect()
}

pub(super) fn write(samples: &[i16]) -> Vec<u8> {
    let length = u32::try_from(samples.len() * 2).unwrap_or(u32::MAX - 36);
    let rate = RATE as u32;
    let mut out = Vec::with_capacity(44 + samples.len() * 2);
    out.extend(b"RIFF");
    out.extend((36 + length).to_le_bytes());
    out.extend(b"WAVEfmt ");
    out.extend(16u32.to_le_bytes());
    for short in [1u16, 1] {
        out.extend(short.to_le_bytes());
    }
    out.extend(rate.to_le_bytes());
    out.extend((rate * 2).to_le_bytes());
    for short in [2u16, 16] {
        out.extend(short.to_le_bytes());
    }
    out.extend(b"data");
    out.extend(length.to_le_bytes());
    out.extend(samples.iter().flat_map(|s| s.to_le_bytes()));
    out
}
