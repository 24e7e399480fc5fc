//! Recordings as phones, tests and bad luck make them.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use proptest::prelude::*;

/// A tone in a file of any shape.
fn file(tag: u16, bits: u16, channels: u16, rate: u32, seconds: f64) -> Vec<u8> {
    let count = (f64::from(rate) * seconds) as u32;
    let mut data = Vec::new();
    for i in 0..count {
        let value = (f64::from(i) * 440.0 * std::f64::consts::TAU / f64::from(rate)).sin() * 0.5;
        for _ in 0..channels {
            match (tag, bits) {
                (3, _) => data.extend((value as f32).to_le_bytes()),
                (_, 8) => data.push((value * 127.0 + 128.0) as u8),
                (_, 16) => data.extend(((value * 32_767.0) as i16).to_le_bytes()),
                (_, 24) => data.extend(&((value * 8_388_607.0) as i32).to_le_bytes()[..3]),
                _ => data.extend(((value * 2_147_483_647.0) as i32).to_le_bytes()),
            }
        }
    }
    let mut out = b"RIFF\0\0\0\0WAVELIST\x03\0\0\0abc\0fmt \x10\0\0\0".to_vec();
    let wide = channels * bits / 8;
    out.extend(tag.to_le_bytes());
    out.extend(channels.to_le_bytes());
    out.extend(rate.to_le_bytes());
    out.extend((rate * u32::from(wide)).to_le_bytes());
    out.extend(wide.to_le_bytes());
    out.extend(bits.to_le_bytes());
    out.extend(b"data");
    out.extend((data.len() as u32).to_le_bytes());
    out.extend(data);
    out
}

#[test]
fn every_usual_shape_becomes_the_same_voice() {
    for (tag, bits, channels, rate) in [
        (1, 16, 1, 16_000),
        (1, 8, 1, 16_000),
        (1, 16, 2, 44_100),
        (1, 24, 2, 48_000),
        (1, 32, 1, 48_000),
        (3, 32, 1, 44_100),
        (1, 8, 1, 8_000),
    ] {
        let clip = read_wav(&file(tag, bits, channels, rate, 1.0), 30).unwrap();
        assert!((15_990..=16_000).contains(&clip.samples().len()), "{bits} {rate}: {}", clip.samples().len());
        let peak = clip.samples().iter().map(|s| s.unsigned_abs()).max().unwrap();
        assert!((14_000..=17_500).contains(&peak), "{bits} bits, {channels} channels, {rate}: peak {peak}");
        assert!(clip.clone().audible().is_ok());
        // As many waves as were put in.
        let rises = clip.samples().windows(2).filter(|w| w[0] < 0 && w[1] >= 0).count();
        assert!((437..=441).contains(&rises), "{bits} {rate}: {rises}");
    }
}

#[test]
fn what_cannot_be_read_is_told_by_its_own_reason() {
    let good = file(1, 16, 1, 16_000, 1.0);
    assert_eq!(read_wav(b"", 30), Err(SoundProblem::Empty));
    assert_eq!(read_wav(b"\xFF\xFB\x90\x00 a song", 30), Err(SoundProblem::NotWav));
    assert_eq!(read_wav(b"RIFF\0\0\0\0WAVE", 30), Err(SoundProblem::Broken));
    assert_eq!(read_wav(&good[..good.len() - 100], 30), Err(SoundProblem::Broken));
    assert_eq!(read_wav(&file(1, 16, 1, 16_000, 0.0), 30), Err(SoundProblem::Empty));
    assert_eq!(read_wav(&file(0x55, 16, 1, 16_000, 1.0), 30), Err(SoundProblem::UnknownKind));
    assert_eq!(read_wav(&file(1, 16, 6, 16_000, 1.0), 30), Err(SoundProblem::UnknownKind));
    assert_eq!(read_wav(&file(1, 16, 1, 0, 1.0), 30), Err(SoundProblem::Broken));
}

#[test]
fn ten_minutes_are_too_long_even_when_only_their_beginning_came() {
    let mut long = file(1, 16, 1, 16_000, 600.0);
    assert_eq!(read_wav(&long, 30), Err(SoundProblem::TooLong));
    long.truncate(1_000_000);
    assert_eq!(read_wav(&long, 120), Err(SoundProblem::TooLong));
    assert!(read_wav(&file(1, 16, 1, 16_000, 30.9), 30).is_ok(), "a tap comes late");
    assert_eq!(read_wav(&file(1, 16, 1, 16_000, 31.0), 30), Err(SoundProblem::TooLong));
}

#[test]
fn silence_and_a_knock_are_nothing_and_a_word_is_something() {
    let mut samples = vec![3i16; RATE * 3];
    assert_eq!(Clip::new(samples.clone()).audible(), Err(SoundProblem::Silent));
    samples[RATE..RATE + 400].fill(20_000);
    assert_eq!(Clip::new(samples.clone()).audible(), Err(SoundProblem::Silent));
    for (i, sample) in samples[RATE..RATE + 4_000].iter_mut().enumerate() {
        *sample = if i % 40 < 20 { 2_000 } else { -2_000 };
    }
    assert!(Clip::new(samples).audible().is_ok());
}

#[test]
fn a_long_message_is_cut_where_it_is_quiet() {
    let mut samples = vec![5_000i16; RATE * 50];
    samples[RATE * 22..RATE * 23].fill(0);
    let pieces = Clip::new(samples).pieces(25);
    let lengths: Vec<usize> = pieces.iter().map(|p| p.samples().len() / RATE).collect();
    assert!(lengths[0] == 22 && lengths.iter().all(|l| *l <= 25), "{lengths:?}");
}

proptest! {
    #[test]
    fn nothing_breaks_on_any_bytes(mut bytes: Vec<u8>, headed: bool) {
        if headed {
            bytes.splice(0..0, *b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x80\x3e\0\0\0\0\0\0\x02\0\x10\0data");
        }
        let _ = read_wav(&bytes, 30).map(|clip| clip.pieces(1).len());
    }

    #[test]
    fn what_is_written_is_read_back_whole_and_in_pieces(samples in prop::collection::vec(any::<i16>(), 1..40_000)) {
        let clip = Clip::new(samples.clone());
        prop_assert_eq!(read_wav(&clip.to_wav(), 30), Ok(clip.clone()));
        let again: Vec<i16> = clip.pieces(1).iter().flat_map(|p| p.samples().to_vec()).collect();
        prop_assert_eq!(again, samples);
    }
}

#[test]
fn the_quiet_around_what_is_said_is_left_out_also_where_the_room_hums() {
    for hum in [0, 900] {
        let tone =
            |seconds: f64, loud: i32| (0..(seconds * RATE as f64) as i32).map(move |i| (if i % 40 < 20 { loud } else { -loud }) as i16);
        let samples: Vec<i16> = tone(0.6, hum).chain(tone(1.0, 4_000)).chain(tone(2.0, hum)).collect();
        let spoken = Clip::new(samples).spoken();
        assert!((1.0..1.5).contains(&(spoken.samples().len() as f64 / RATE as f64)), "{hum}: {} samples", spoken.samples().len());
    }
    let hum: Vec<i16> = (0..RATE).map(|i| if i % 40 < 20 { 900 } else { -900 }).collect();
    assert_eq!(Clip::new(hum).spoken().samples().len(), RATE, "nothing stands out: all of it stays");
    assert_eq!(Clip::new(Vec::new()).spoken().samples().len(), 0);
}
