//! From a recording to words: read it, make sure that anything can be heard, let the recogniser listen. Keeps neither the
//! recording nor the words; both are gone when the answer is sent.

use crate::ports::{NotHeard, PortError, World};
use domain::intent::Wording;
use domain::sound::{Clip, SoundProblem, read_wav};

/// Why there are no words. Each has a sentence with a way on.
#[derive(Debug)]
pub enum Unheard {
    Sound(SoundProblem),
    NoEngine,
    Busy,
    /// So many strangers' recordings came from her address that others would have no turn.
    TooOften,
    Nothing,
    Failed(PortError),
}

impl From<PortError> for Unheard {
    fn from(error: PortError) -> Self {
        Unheard::Failed(error)
    }
}

impl From<SoundProblem> for Unheard {
    fn from(problem: SoundProblem) -> Self {
        Unheard::Sound(problem)
    }
}

impl From<NotHeard> for Unheard {
    fn from(error: NotHeard) -> Self {
        match error {
            NotHeard::NoEngine => Unheard::NoEngine,
            NotHeard::Busy => Unheard::Busy,
            NotHeard::Nothing => Unheard::Nothing,
            NotHeard::Failed(error) => Unheard::Failed(error),
        }
    }
}

impl Unheard {
    /// Keys of all sentences, for what comes back in an address.
    pub fn keys() -> Vec<&'static str> {
        let own = [Unheard::NoEngine, Unheard::Busy, Unheard::TooOften, Unheard::Nothing].map(|unheard| unheard.key());
        SoundProblem::ALL.iter().map(|problem| problem.key()).chain(own).collect()
    }

    pub fn key(&self) -> &'static str {
        match self {
            Unheard::Sound(problem) => problem.key(),
            Unheard::NoEngine => "talk-problem-no-engine",
            // What went wrong inside is for the log; to her it is the same: not now.
            Unheard::Busy | Unheard::Failed(_) => "talk-problem-busy",
            Unheard::TooOften => "talk-problem-often",
            Unheard::Nothing => "talk-problem-nothing",
        }
    }
}

/// The words of an answer, at most as long as the region says.
pub async fn hear_words(world: &World, bytes: &[u8]) -> Result<String, Unheard> {
    hear_clip(world, short(world, bytes)?).await
}

/// The words of a wish first, then other ways to write it down.
pub(super) async fn hear_wordings(world: &World, bytes: &[u8]) -> Result<Vec<Wording>, Unheard> {
    let heard = world.hearing.hear_wish(short(world, bytes)?).await?;
    let tidied = heard.into_iter().map(|one| Wording { words: tidy(&one.words), ..one });
    let wordings: Vec<Wording> = tidied.filter(|one| !one.words.is_empty()).collect();
    if wordings.is_empty() { Err(Unheard::Nothing) } else { Ok(wordings) }
}

pub(super) async fn hear_clip(world: &World, clip: Clip) -> Result<String, Unheard> {
    let words = tidy(&world.hearing.hear(clip).await?);
    if words.is_empty() { Err(Unheard::Nothing) } else { Ok(words) }
}

fn short(world: &World, bytes: &[u8]) -> Result<Clip, Unheard> {
    Ok(read_wav(bytes, world.region.recordings.value.command_seconds)?.audible()?)
}

fn tidy(words: &str) -> String {
    let words: String = words.chars().filter(|c| !c.is_control()).take(400).collect();
    // A recogniser ends what it writes with a full stop; nobody said one.
    words.trim().trim_end_matches('。').to_owned()
}
