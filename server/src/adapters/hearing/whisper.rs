//! whisper-base through whisper.cpp, set for short Chinese sentences on a busy machine: one thread (more only wait for each
//! other), a window as long as what is said, the best of five ways to go on, no second try. Says nothing to standard output.

use super::Recogniser;
use domain::sound::{Clip, RATE};
use std::path::Path;
use whisper_rs::{FullParams, SamplingStrategy, WhisperContext, WhisperContextParameters};

/// The window in the model's own steps: fifty to a second, and room at the end.
const STEPS: usize = 50;
const ROOM: usize = 64;
const WHOLE: usize = 1_500;
/// In a shorter window the model loses itself: it repeats the names it was told to expect, again and again.
const SHORTEST: usize = 512;
/// With one alone it wrote such repetitions in every tenth clip.
const WAYS: i32 = 5;

pub struct Whisper {
    model: WhisperContext,
    prompt: String,
}

impl Whisper {
    /// `names`: words that are likely to be said.
    pub fn open(model: &Path, names: &[String]) -> Result<Whisper, String> {
        whisper_rs::install_logging_hooks();
        let opened = WhisperContext::new_with_params(model, WhisperContextParameters::default());
        Ok(Whisper { model: opened.map_err(|e| e.to_string())?, prompt: names.iter().map(|name| format!("{name}。")).collect() })
    }
}

impl Recogniser for Whisper {
    fn words(&mut self, clip: &Clip) -> Result<String, String> {
        let samples: Vec<f32> = clip.spoken().samples().iter().map(|s| f32::from(*s) / 32_768.0).collect();
        let window = (samples.len() * STEPS / RATE + ROOM).clamp(SHORTEST, WHOLE);
        let mut settings = FullParams::new(SamplingStrategy::BeamSearch { beam_size: WAYS, patience: -1.0 });
        settings.set_language(Some("zh"));
        settings.set_n_threads(1);
        settings.set_audio_ctx(i32::try_from(window).unwrap_or(0));
        settings.set_no_timestamps(true);
        settings.set_single_segment(true);
        settings.set_temperature_inc(0.0);
        settings.set_initial_prompt(&self.prompt);
        settings.set_print_progress(false);
        settings.set_print_realtime(false);
        settings.set_print_special(false);
        // A state for each clip: nothing of one person's voice or words is there when the next one speaks.
        let mut state = self.model.create_state().map_err(|e| e.to_string())?;
        state.full(settings, &samples).map_err(|e| e.to_string())?;
        let mut words = String::new();
        for segment in state.as_iter() {
            words.push_str(&segment.to_str_lossy().map_err(|e| e.to_string())?);
        }
        Ok(words)
    }
}
