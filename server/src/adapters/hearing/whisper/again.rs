//! A clip that was heard once, asked again. Its sound is worked through already, so that each question costs a hundredth of a
//! second; and nothing is expected now, so that what was expected before colours no answer.

use super::names::{Ear, Token, at};
use whisper_rs::{WhisperContext, WhisperState};

/// Tokens that short words are written with at most.
const LONGEST: usize = 24;

pub struct Again<'a> {
    state: &'a mut WhisperState,
    /// Tokens before the first of an answer.
    head: usize,
    path: Vec<Token>,
    first: Vec<f32>,
    end: Token,
}

impl<'a> Again<'a> {
    /// `language`: the model's own token for what is spoken.
    pub fn ask(model: &WhisperContext, state: &'a mut WhisperState, language: Token) -> Result<Again<'a>, String> {
        let head = [model.token_sot(), language, model.token_transcribe(), model.token_not()];
        let mut again = Again { state, head: 0, path: Vec::new(), first: Vec::new(), end: model.token_eot() };
        again.tell(&head, 0)?;
        again.head = head.len();
        again.first = again.likely()?;
        Ok(again)
    }

    /// How likely each first token is.
    pub fn first(&self) -> &[f32] {
        &self.first
    }

    /// What it writes of itself, always going on where it is likeliest; nothing where it finds no end.
    pub fn freely(&mut self) -> Result<Option<(Vec<Token>, f32)>, String> {
        let (mut path, mut likely) = (Vec::new(), 0.0);
        let mut after = self.first.clone();
        while path.len() < LONGEST {
            // Tokens behind the end are no words.
            let words = if path.is_empty() { 0..self.end } else { 0..self.end + 1 };
            let Some(best) = words.max_by(|a, b| at(&after, *a).total_cmp(&at(&after, *b))) else { break };
            likely += at(&after, best);
            if best == self.end {
                return Ok(Some((path, likely)));
            }
            path.push(best);
            after = self.after(&path)?;
        }
        Ok(None)
    }

    /// How likely exactly this was said; so many words in so short a time are none.
    pub fn likelihood(&mut self, path: &[Token]) -> Result<f32, String> {
        if path.len() > LONGEST {
            return Ok(f32::NEG_INFINITY);
        }
        let (mut likely, mut after) = (0.0, self.first.clone());
        for (place, token) in path.iter().enumerate() {
            likely += at(&after, *token);
            after = self.after(&path[..=place])?;
        }
        Ok(likely + at(&after, self.end))
    }

    /// Only of a token that is told alone the model gives its likelihoods in the right place.
    fn tell(&mut self, tokens: &[Token], past: usize) -> Result<(), String> {
        let Some((last, before)) = tokens.split_last() else { return Ok(()) };
        if !before.is_empty() {
            self.state.decode(before, past, 1).map_err(|e| e.to_string())?;
        }
        self.state.decode(&[*last], past + before.len(), 1).map_err(|e| e.to_string())
    }

    fn likely(&self) -> Result<Vec<f32>, String> {
        let weights = self.state.get_logits().map_err(|e| e.to_string())?;
        let most = weights.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let sum: f32 = weights.iter().map(|weight| (weight - most).exp()).sum();
        let all = most + sum.ln();
        Ok(weights.iter().map(|weight| weight - all).collect())
    }
}

impl Ear for Again<'_> {
    fn after(&mut self, path: &[Token]) -> Result<Vec<f32>, String> {
        let told = self.path.iter().zip(path).take_while(|(a, b)| a == b).count().min(path.len().saturating_sub(1));
        self.tell(&path[told..], self.head + told)?;
        self.path = path.to_vec();
        self.likely()
    }
}
