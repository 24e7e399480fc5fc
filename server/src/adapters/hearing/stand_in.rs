//! Stands in for a recogniser in tests: each hundred hertz is a sentence of its own. Understands nobody, and is refused
//! where real people are served.

use super::Recogniser;
use domain::sound::{Clip, RATE};

/// What a tone of 300, 400, 500 … hertz says.
const WORDS: [&str; 10] = [
    "我要報銷",
    "帮我妈办异地",
    "大一点",
    "读给我听",
    "找人帮忙",
    "二零二六年三月五号",
    "是的",
    "今天天气真不错",
    "浙江省",
    "三百二十八块五",
];

const LOWEST: usize = 3;
const FRAME: usize = RATE / 50;

pub struct StandIn;

impl Recogniser for StandIn {
    fn words(&mut self, clip: &Clip) -> Result<String, String> {
        let hundreds = (pitch(clip) + 50.0) as usize / 100;
        Ok(WORDS.get(hundreds.wrapping_sub(LOWEST)).copied().unwrap_or_default().to_owned())
    }
}

/// Waves per second where it is loud. Frames at the edge of silence hold half a wave more or less and do not matter.
fn pitch(clip: &Clip) -> f64 {
    let samples = clip.samples();
    let (mut waves, mut frames) = (0, 0);
    for at in clip.loud_frames() {
        let frame = &samples[at * FRAME..samples.len().min((at + 1) * FRAME + 1)];
        waves += frame.windows(2).filter(|pair| pair[0] < 0 && pair[1] >= 0).count();
        frames += 1;
    }
    waves as f64 * 50.0 / f64::from(frames.max(1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn tone(hertz: f64, loudness: f64) -> Vec<i16> {
        let wave = |i: usize| (i as f64 * hertz * std::f64::consts::TAU / RATE as f64).sin() * loudness;
        (0..RATE).map(|i| wave(i) as i16).collect()
    }

    #[test]
    fn each_tone_is_a_sentence_whatever_lies_around_it() {
        for (i, words) in WORDS.iter().enumerate() {
            let hertz = (i + LOWEST) as f64 * 100.0;
            for (before, loudness) in [(0, 20_000.0), (700, 1_500.0)] {
                let mut samples = vec![0; before];
                samples.extend(tone(hertz, loudness));
                samples.extend(vec![0; RATE * 2]);
                assert_eq!(StandIn.words(&Clip::new(samples)).unwrap(), *words, "{hertz}");
            }
        }
    }

    #[test]
    fn other_tones_say_nothing() {
        for hertz in [100.0, 2_000.0] {
            assert_eq!(StandIn.words(&Clip::new(tone(hertz, 9_000.0))).unwrap(), "");
        }
    }
}
