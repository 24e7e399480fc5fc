//! Mandarin by the model Kokoro (82 million weights, 8 bit) in the ONNX runtime, which is opened as a library while the
//! server runs. One thread per sentence: the model's convolutions do not share work, two threads are slower than one.
//!
//! Loaded at the first word, given back after a while of silence. What is missing or broken makes silence, never a crash.

mod mouth;
mod pinyin;
mod sandhi;
mod sounds;

use super::engine::{Engine, Voiced};
use app::ports::speech::Tongue;
use mouth::Mouth;
use ort::environment::Environment;
use ort::session::Session;
use ort::value::Tensor;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

const RATE: u32 = 24_000;
/// Tokens that the model takes at once, without the two at the ends.
const MOST_TOKENS: usize = 500;
/// Numbers in one row of a voice; there are 510 rows, one per length of a sentence.
const STYLE: usize = 256;
/// Quieter than this is silence.
const HUM: f32 = 0.006;
/// Samples of silence that stay before and after what is said.
const BREATH_BEFORE: usize = 1_200;
const BREATH_AFTER: usize = 6_000;
/// Silence between two parts of one piece, in samples.
const PAUSE: usize = 4_800;

pub struct Kokoro {
    folder: PathBuf,
    voice: String,
    speed: u32,
    loaded: Mutex<Option<Arc<Loaded>>>,
}

struct Loaded {
    mouth: Mouth,
    style: Vec<f32>,
    model: PathBuf,
    /// Of those who speak at the same time each has a session.
    sessions: Mutex<Vec<Session>>,
}

impl Kokoro {
    pub fn new(folder: &Path, voice: &str, speed: u32) -> Kokoro {
        Kokoro { folder: folder.to_owned(), voice: voice.to_owned(), speed, loaded: Mutex::default() }
    }

    /// The first file that is not there.
    pub fn missing(&self) -> Option<String> {
        let voice = format!("{}.bin", self.voice);
        let needed = ["kokoro.onnx", "libonnxruntime.so", "words.txt", "phrases_dict.json", "pinyin_dict.json", &voice];
        needed.into_iter().map(|name| self.folder.join(name)).find(|path| !path.is_file()).map(|path| path.display().to_string())
    }

    fn loaded(&self) -> Result<Arc<Loaded>, String> {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ready) = &*loaded {
            return Ok(ready.clone());
        }
        let bytes = std::fs::read(self.folder.join(format!("{}.bin", self.voice))).map_err(|e| format!("the voice's file: {e}"))?;
        let style: Vec<f32> = bytes.chunks_exact(4).filter_map(|four| four.try_into().ok().map(f32::from_le_bytes)).collect();
        if style.len() < STYLE {
            return Err("the voice's file is too short".to_owned());
        }
        let fresh = Loaded {
            mouth: Mouth::open(&self.folder)?,
            style,
            model: model(&self.folder, sums_of_mixed_signs_are_exact()),
            sessions: Mutex::default(),
        };
        fresh.give_back(fresh.session(&self.folder)?);
        let fresh = Arc::new(fresh);
        *loaded = Some(fresh.clone());
        Ok(fresh)
    }
}

/// The quicker form of the same model (`scripts/voice-quicker.py`), where it is there and this machine takes it.
fn model(folder: &Path, exact: bool) -> PathBuf {
    let quicker = folder.join("kokoro-quick.onnx");
    if exact && quicker.is_file() { quicker } else { folder.join("kokoro.onnx") }
}

/// Without these instructions the runtime sums signed with unsigned numbers in too little room, and the voice rustles.
fn sums_of_mixed_signs_are_exact() -> bool {
    #[cfg(target_arch = "x86_64")]
    return is_x86_feature_detected!("avx512vnni") || is_x86_feature_detected!("avxvnni");
    #[cfg(not(target_arch = "x86_64"))]
    return false;
}

/// The library can be opened once per process.
fn runtime(folder: &Path) -> Result<&'static Environment, String> {
    static RUNTIME: OnceLock<Environment> = OnceLock::new();
    static OPENING: Mutex<()> = Mutex::new(());
    let _alone = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(open) = RUNTIME.get() {
        return Ok(open);
    }
    let opened = ort::init_from(folder.join("libonnxruntime.so")).map_err(|e| format!("the runtime library: {e}"))?;
    let environment = opened.with_telemetry(false).build().map_err(|e| format!("the runtime: {e}"))?;
    Ok(RUNTIME.get_or_init(|| environment))
}

impl Loaded {
    fn session(&self, folder: &Path) -> Result<Session, String> {
        if let Some(free) = self.sessions.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            return Ok(free);
        }
        let builder = Session::builder(runtime(folder)?).map_err(|e| format!("a session: {e}"))?;
        let mut one_thread = builder.with_intra_threads(1).map_err(|e| format!("a session: {e}"))?;
        one_thread.commit_from_file(&self.model).map_err(|e| format!("the model: {e}"))
    }

    fn give_back(&self, session: Session) {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner).push(session);
    }

    /// The row of the voice for a sentence of this many tokens.
    fn style(&self, tokens: usize) -> Vec<f32> {
        let rows = self.style.len() / STYLE;
        let row = tokens.clamp(1, rows) - 1;
        self.style.iter().skip(row * STYLE).take(STYLE).copied().collect()
    }

    fn run(&self, session: &mut Session, tokens: &[i64], speed: f32) -> Result<Vec<f32>, String> {
        let style = self.style(tokens.len());
        let mut padded = vec![0];
        padded.extend_from_slice(tokens);
        padded.push(0);
        let failed = |e: ort::Error| format!("the model: {e}");
        let inputs = ort::inputs![
            "tokens" => Tensor::from_array(([1, padded.len()], padded)).map_err(failed)?,
            "style" => Tensor::from_array(([1, STYLE], style)).map_err(failed)?,
            "speed" => Tensor::from_array(([1usize], vec![speed])).map_err(failed)?,
        ];
        let outputs = session.run(inputs).map_err(failed)?;
        let first = outputs.values().next().ok_or("the model gave nothing")?;
        let (_, samples) = first.try_extract_tensor::<f32>().map_err(failed)?;
        Ok(samples.to_vec())
    }
}

impl Engine for Kokoro {
    fn mark(&self) -> String {
        format!("kokoro-2-{}-{}", self.voice, self.speed)
    }

    fn speaks(&self, tongue: Tongue) -> bool {
        tongue == Tongue::Mandarin && self.missing().is_none()
    }

    fn speak(&self, _tongue: Tongue, text: &str) -> Result<Voiced, String> {
        let loaded = self.loaded()?;
        let speed = self.speed as f32 / 100.0;
        let mut session = loaded.session(&self.folder)?;
        let mut samples: Vec<i16> = Vec::new();
        for tokens in loaded.mouth.tokens(text, MOST_TOKENS) {
            if !samples.is_empty() {
                samples.resize(samples.len() + PAUSE, 0);
            }
            let part = loaded.run(&mut session, &tokens, speed)?;
            samples.extend(spoken_part(&part).iter().map(|sample| (sample.clamp(-1.0, 1.0) * 32_767.0) as i16));
        }
        loaded.give_back(session);
        // A piece of signs alone is a pause.
        if samples.is_empty() {
            samples.resize(PAUSE, 0);
        }
        Ok(Voiced { samples, rate: RATE })
    }

    fn rest(&self) {
        *self.loaded.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// The model puts half a second of silence around what it says; a breath of it stays.
fn spoken_part(samples: &[f32]) -> &[f32] {
    let loud = |sample: &f32| sample.abs() > HUM;
    let (Some(first), Some(last)) = (samples.iter().position(loud), samples.iter().rposition(loud)) else { return &[] };
    let (from, to) = (first.saturating_sub(BREATH_BEFORE), (last + BREATH_AFTER).min(samples.len()));
    samples.get(from..to).unwrap_or(samples)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn the_silence_around_speech_is_cut_to_a_breath() {
        let mut samples = vec![0.0; 12_000];
        samples.extend([0.5; 100]);
        samples.extend([0.001; 20_000]);
        assert_eq!(spoken_part(&samples).len(), BREATH_BEFORE + 99 + BREATH_AFTER);
        assert!(spoken_part(&[0.0; 50]).is_empty());
    }

    #[test]
    fn the_quicker_model_is_taken_where_it_is_there_and_the_processor_sums_right() {
        let folder = std::env::temp_dir().join(format!("yibao-quicker-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        assert!(model(&folder, true).ends_with("kokoro.onnx"));
        std::fs::write(folder.join("kokoro-quick.onnx"), "").unwrap();
        assert!(model(&folder, true).ends_with("kokoro-quick.onnx"));
        assert!(model(&folder, false).ends_with("kokoro.onnx"), "its sums would overflow here");
        let _ = std::fs::remove_dir_all(&folder);
    }

    #[test]
    fn a_folder_without_a_model_speaks_nothing_and_names_what_is_missing() {
        let nowhere = Kokoro::new(Path::new("/nowhere"), "zf_xiaoyi", 90);
        assert!(nowhere.missing().unwrap().ends_with("/nowhere/kokoro.onnx"));
        assert!(!nowhere.speaks(Tongue::Mandarin) && nowhere.speak(Tongue::Mandarin, "您好").is_err());
    }
}
