//! whisper-base through whisper.cpp, set for short Chinese sentences on a busy machine: one thread (more only wait for each
//! other), a window as long as what is said, the best of five ways to go on, no second try. For a short wish it tells besides what
//! it would write if nothing were expected, and which of the known names it may have been. Says nothing to standard output.

mod again;
mod names;

use super::Recogniser;
use again::Again;
use domain::intent::Wording;
use domain::sound::{Clip, RATE};
use names::{Names, Token};
use std::path::Path;
use whisper_rs::{FullParams, SamplingStrategy, WhisperContext, WhisperContextParameters, WhisperState};

/// The window in the model's own steps: fifty to a second, and room at the end.
const STEPS: usize = 50;
const ROOM: usize = 64;
const WHOLE: usize = 1_500;
/// In a shorter window the model loses itself: it repeats the names it was told to expect, again and again.
const SHORTEST: usize = 512;
/// With one alone it wrote such repetitions in every tenth clip.
const WAYS: i32 = 5;

/// Of what lasts longer it makes out enough, and nobody says a bare name so slowly.
const SHORT: usize = RATE * 2;
/// A name that is less likely than what it writes by so much was not said.
const UNLIKELY: f32 = 9.0;

pub struct Whisper {
    model: WhisperContext,
    prompt: String,
    names: Names,
    chinese: Token,
}

impl Whisper {
    /// `items`: words that are likely to be said; `names`: all that may be said in so few words.
    pub fn open(model: &Path, items: &[String], names: Vec<String>) -> Result<Whisper, String> {
        whisper_rs::install_logging_hooks();
        let model = WhisperContext::new_with_params(model, WhisperContextParameters::default()).map_err(|e| e.to_string())?;
        let names = Names::new(names, model.token_eot(), |name| tokens(&model, name))?;
        let chinese = model.token_lang(whisper_rs::get_lang_id("zh").ok_or("no such language")?);
        Ok(Whisper { prompt: items.iter().map(|name| format!("{name}。")).collect(), model, names, chinese })
    }

    fn listen(&self, clip: &Clip) -> Result<(String, WhisperState), String> {
        let samples: Vec<f32> = clip.samples().iter().map(|s| f32::from(*s) / 32_768.0).collect();
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
        Ok((words, state))
    }

    /// What it wrote where the items were expected, weighed against what it writes where nothing is, and beside these the names
    /// that were perhaps said.
    fn weighed(&self, words: String, mut state: WhisperState) -> Result<Vec<Wording>, String> {
        let mut again = Again::ask(&self.model, &mut state, self.chinese)?;
        let Some((free, likely)) = again.freely()? else { return Ok(vec![Wording::sure(words)]) };
        let expected = again.likelihood(&self.tokens(words.trim().trim_end_matches('。'))?)?;
        let first = again.first().to_vec();
        let names = self.names.likeliest(&first, likely.max(expected) - UNLIKELY, &mut again)?;
        let wording = |words: String, is: f32| Wording { words, sure: names::sure(is - likely.max(expected)) };
        let free = wording(self.text(&free)?, likely);
        // Words that it would hardly write by itself come from the expectation and not from the voice.
        let mut all = if expected < likely - UNLIKELY { vec![free, wording(words, expected)] } else { vec![Wording::sure(words), free] };
        all.extend(names.into_iter().map(|(name, is)| wording(name.to_owned(), is)));
        Ok(all)
    }

    fn tokens(&self, text: &str) -> Result<Vec<Token>, String> {
        tokens(&self.model, text)
    }

    fn text(&self, tokens: &[Token]) -> Result<String, String> {
        let bytes: Result<Vec<&[u8]>, _> = tokens.iter().map(|token| self.model.token_to_bytes(*token)).collect();
        Ok(String::from_utf8_lossy(&bytes.map_err(|e| e.to_string())?.concat()).into_owned())
    }
}

fn tokens(model: &WhisperContext, text: &str) -> Result<Vec<Token>, String> {
    // A sign takes four tokens at most.
    model.tokenize(text, text.len() + 4).map_err(|e| e.to_string())
}

impl Recogniser for Whisper {
    fn words(&mut self, clip: &Clip) -> Result<String, String> {
        Ok(self.listen(&clip.spoken())?.0)
    }

    fn wordings(&mut self, clip: &Clip) -> Result<Vec<Wording>, String> {
        let spoken = clip.spoken();
        let (words, state) = self.listen(&spoken)?;
        if spoken.samples().len() > SHORT { Ok(vec![Wording::sure(words)]) } else { self.weighed(words, state) }
    }
}
