//! Beeps instead of speech, for tests and for machines without a model: one short tone per character, so that longer
//! text sounds longer and the same text always the same.

use super::engine::{Engine, Voiced};
use app::ports::speech::Tongue;

pub struct Tone;

const RATE: u32 = 24_000;
/// Of one character and the pause after it.
const SAMPLES: u32 = RATE / 25;

impl Engine for Tone {
    fn mark(&self) -> String {
        "tone-1".to_owned()
    }

    fn speaks(&self, tongue: Tongue) -> bool {
        matches!(tongue, Tongue::Mandarin | Tongue::Cantonese)
    }

    fn speak(&self, _tongue: Tongue, text: &str) -> Result<Voiced, String> {
        let mut samples = Vec::new();
        for letter in text.chars() {
            let pitch = 330.0 + f64::from(u32::from(letter) % 12) * 20.0;
            for at in 0..SAMPLES {
                let sounding = letter.is_alphanumeric() && at < SAMPLES * 3 / 4;
                let wave = (f64::from(at) / f64::from(RATE) * pitch * std::f64::consts::TAU).sin();
                samples.push(if sounding { (wave * 9_000.0) as i16 } else { 0 });
            }
        }
        Ok(Voiced { samples, rate: RATE })
    }
}
