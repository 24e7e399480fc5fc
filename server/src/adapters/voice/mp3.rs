//! Samples become MP3, mono, 48 kbit/s: what every phone and every web-view plays. Pieces can be laid end to end.

use super::engine::Voiced;
use mp3lame_encoder::{Bitrate, Builder, FlushNoGap, MonoPcm, Quality, max_required_buffer_size};

/// What the encoder may still hold at the end, in bytes.
const LAST: usize = 8_000;

pub fn encode(voiced: &Voiced) -> Result<Vec<u8>, String> {
    if voiced.samples.is_empty() {
        return Err("an engine made no sound".to_owned());
    }
    let mut lame = Builder::new().ok_or("the encoder does not start")?;
    let failed = |e: mp3lame_encoder::BuildError| format!("the encoder: {e}");
    lame.set_num_channels(1).map_err(failed)?;
    lame.set_sample_rate(voiced.rate).map_err(failed)?;
    lame.set_brate(Bitrate::Kbps48).map_err(failed)?;
    lame.set_quality(Quality::Good).map_err(failed)?;
    // Its first frame would be a note about the whole file: silence in the middle of several pieces.
    lame.set_to_write_vbr_tag(false).map_err(failed)?;
    let mut lame = lame.build().map_err(failed)?;
    let mut out = Vec::with_capacity(max_required_buffer_size(voiced.samples.len()) + LAST);
    lame.encode_to_vec(MonoPcm(&voiced.samples), &mut out).map_err(|e| format!("the encoder: {e}"))?;
    out.reserve(LAST);
    lame.flush_to_vec::<FlushNoGap>(&mut out).map_err(|e| format!("the encoder: {e}"))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_second_of_sound_is_six_kilobytes_and_begins_with_a_frame() {
        let made = encode(&Voiced { samples: vec![1_000; 24_000], rate: 24_000 }).unwrap();
        assert!((5_500..7_500).contains(&made.len()), "{}", made.len());
        assert_eq!((made[0], made[1] & 0xE0), (0xFF, 0xE0));
        assert!(encode(&Voiced { samples: vec![], rate: 24_000 }).is_err());
    }
}
