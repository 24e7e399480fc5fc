//! The engine itself. With the model (`make voice`, then YIBAO_VOICE_DIR names its folder) these tests hear real speech;
//! without it the same tests hear beeps and say so.

use super::*;
use server::adapters::voice::{Espeak, Kokoro};

fn engine() -> Arc<dyn Engine> {
    let folder = std::env::var("YIBAO_VOICE_DIR").unwrap_or_else(|_| "../.data/voice".into());
    let kokoro = Kokoro::new(std::path::Path::new(&folder), "zf_xiaoyi", 90);
    match kokoro.missing() {
        None => Arc::new(kokoro),
        Some(missing) => {
            eprintln!("no model ({missing}): this test listens to the tone engine instead");
            Arc::new(Tone)
        }
    }
}

fn loudest(voiced: &Voiced) -> i16 {
    voiced.samples.iter().map(|sample| sample.saturating_abs()).max().unwrap_or(0)
}

fn seconds(voiced: &Voiced) -> f64 {
    voiced.samples.len() as f64 / f64::from(voiced.rate)
}

#[test]
fn a_sentence_is_loud_enough_not_too_loud_and_as_long_as_speech() {
    let engine = engine();
    for text in ["您好。", "请带上身份证，到云溪县医保服务大厅办理异地就医备案。", "报销了一千二百三十四元五角。"]
    {
        let voiced = engine.speak(Tongue::Mandarin, text).unwrap();
        let per_sign = seconds(&voiced) / text.chars().filter(|c| c.is_alphanumeric()).count() as f64;
        assert!((0.03..0.6).contains(&per_sign), "{text}: {per_sign} s per sign");
        assert!((2_000..=32_767).contains(&loudest(&voiced)), "{text}: {}", loudest(&voiced));
    }
}

#[test]
fn longer_words_sound_longer_and_the_same_words_the_same() {
    let engine = engine();
    let short = engine.speak(Tongue::Mandarin, "医保。").unwrap();
    let long = engine.speak(Tongue::Mandarin, "城乡居民基本医疗保险。").unwrap();
    assert!(seconds(&long) > seconds(&short) * 1.3);
    let again = engine.speak(Tongue::Mandarin, "医保。").unwrap();
    assert!((seconds(&again) - seconds(&short)).abs() < 0.05);
}

#[test]
fn what_cannot_be_said_makes_a_pause_and_no_error() {
    let engine = engine();
    for text in ["……", "\u{1f600}", "©®"] {
        let voiced = engine.speak(Tongue::Mandarin, text).unwrap();
        assert!(seconds(&voiced) < 1.0, "{text}");
    }
}

#[test]
fn cantonese_comes_from_a_program_where_the_machine_has_it() {
    let Some(espeak) = Espeak::find() else {
        eprintln!("no espeak-ng on this machine: beeps stand in for it");
        assert!(Tone.speak(Tongue::Cantonese, "你好").is_ok());
        return;
    };
    let voiced = espeak.speak(Tongue::Cantonese, "您好，办医保。").unwrap();
    assert!(seconds(&voiced) > 0.5 && loudest(&voiced) > 1_000);
}
