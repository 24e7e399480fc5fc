//! From a voice to words. An engine may be missing, busy or at a loss; each is an answer that a page can say.
//! Whoever implements this keeps neither the voice nor the words and writes neither to a log.

use super::PortError;
use async_trait::async_trait;
use domain::intent::Wording;
use domain::sound::Clip;

/// Why there are no words.
#[derive(Debug)]
pub enum NotHeard {
    /// No recogniser is installed.
    NoEngine,
    /// Too many people are speaking at once.
    Busy,
    /// It listened and understood nothing.
    Nothing,
    Failed(PortError),
}

#[async_trait]
pub trait Hearing: Send + Sync {
    /// Whether it makes sense to offer a microphone.
    fn there(&self) -> bool;
    /// The words of one short clip, in simplified Chinese. One clip is heard at a time; few may wait.
    async fn hear(&self, clip: Clip) -> Result<String, NotHeard>;
    /// The same for a wish: first what was most likely said, then other ways to write it down, each with how sure it is.
    async fn hear_wish(&self, clip: Clip) -> Result<Vec<Wording>, NotHeard> {
        Ok(vec![Wording::sure(self.hear(clip).await?)])
    }
}

/// No recogniser: the phone's own keyboard has one.
pub struct NoHearing;

#[async_trait]
impl Hearing for NoHearing {
    fn there(&self) -> bool {
        false
    }
    async fn hear(&self, _clip: Clip) -> Result<String, NotHeard> {
        Err(NotHeard::NoEngine)
    }
}
