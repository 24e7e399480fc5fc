//! Samples become MP3, mono, 48 kbit/s: what every phone and every web-view plays.

use super::engine::Voiced;
use shine_rs::{Mp3EncoderConfig, StereoMode, encode_pcm_to_mp3};

const KBIT: u32 = 48;
/// The encoder swallows less than a frame at the end; so much silence follows every piece.
const TAIL: usize = 1_200;

pub fn encode(mut voiced: Voiced) -> Result<Vec<u8>, String> {
    if voiced.samples.is_empty() {
        return Err("an engine made no sound".to_owned());
    }
    voiced.samples.resize(voiced.samples.len() + TAIL, 0);
    let config = Mp3EncoderConfig::new().sample_rate(voiced.rate).bitrate(KBIT).channels(1).stereo_mode(StereoMode::Mono);
    encode_pcm_to_mp3(config, &voiced.samples).map_err(|e| format!("the encoder: {e}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_second_of_sound_is_six_kilobytes_and_begins_with_a_frame() {
        let made = encode(Voiced { samples: vec![1_000; 24_000], rate: 24_000 }).unwrap();
        assert!((5_500..7_500).contains(&made.len()), "{}", made.len());
        assert_eq!((made[0], made[1] & 0xE0), (0xFF, 0xE0));
        assert!(encode(Voiced { samples: vec![], rate: 24_000 }).is_err());
    }
}
