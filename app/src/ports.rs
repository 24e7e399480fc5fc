//! What we need from outside, as traits and plain records. No SQL, no HTTP, no files here;
//! `server/src/state.rs` alone knows which adapter fills which port.

pub mod belongings;
pub mod change;
pub mod face;
#[cfg(any(test, feature = "fake"))]
pub mod fake;
pub mod guarded;
pub mod hearing;
pub mod press;
pub mod records;
pub mod shared_data;
pub mod speech;
pub mod store;

pub use belongings::{Belongings, MergeRecord, Moved, Part};
pub use change::{Change, LedgerNote, Place, Served};
pub use face::{FaceAnswer, FaceCheck, FaceOutcome};
pub use guarded::{GuardedStore, Under};
pub use hearing::{Hearing, NoHearing, NotHeard};
pub use press::{NoPress, NotPrinted, Pdf, Press};
pub use records::*;
pub use shared_data::{Entitled, NoSharedData, SharedAsked, SharedData};
pub use speech::Speech;
pub use store::{Helped, Store};

use async_trait::async_trait;
use jiff::Timestamp;
use std::sync::Arc;

/// The world failed. The inner text goes to the log once, at the edge, and is never shown.
#[derive(Debug, thiserror::Error)]
pub enum PortError {
    /// Somebody else saved in between, or the same key was used before.
    #[error("conflict: {0}")]
    Conflict(String),
    /// Locked, full, gone: try later.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// Nobody may have one more; nothing was written.
    #[error("no place left: {0:?}")]
    NoPlace(domain::family::LimitHit),
    /// The elder has stopped whoever acts for her; nothing was written.
    #[error("stopped: {0:?}")]
    Stopped(domain::refusal::Refusal),
    /// Stored bytes do not open or do not parse.
    #[error("damaged: {0}")]
    Damaged(String),
}

pub type PortResult<T> = Result<T, PortError>;

/// The time, as a value that tests can set.
pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
}

/// Chance, as a value that tests can fix.
pub trait Chance: Send + Sync {
    /// Fills `out` with unpredictable bytes.
    fn fill(&self, out: &mut [u8]);
}

/// Keyed hashes and short proofs: a plain number never becomes a key of anything.
pub trait Seals: Send + Sync {
    /// Look-up hash of a value, separated by `kind`.
    fn lookup(&self, kind: &str, value: &str) -> String;
    /// A proof that only this server can make; for form tokens.
    fn mac(&self, kind: &str, value: &str) -> String;
}

/// Slow password hashes and one-time passwords of staff.
#[async_trait]
pub trait Passwords: Send + Sync {
    async fn hash(&self, plain: String) -> PortResult<String>;
    async fn verify(&self, plain: String, hash: String) -> PortResult<bool>;
    /// The matched 30-second step, so that it can be refused a second time.
    fn totp_step(&self, secret: &str, code: &str, now: Timestamp) -> Option<i64>;
    fn new_totp_secret(&self) -> String;
}

/// A paper after cleaning.
#[derive(Debug, Clone)]
pub struct StoredPaper {
    pub mime: String,
    pub size: u64,
}

/// What is wrong with a file; the page says it in words (`paper-refusal-…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperProblem {
    Empty,
    TooLarge,
    NotWhatItSays,
    UnknownKind,
    TooManyPixels,
    Broken,
    HeicNotReadable,
    EncryptedPdf,
}

impl PaperProblem {
    pub const ALL: &'static [PaperProblem] = &[
        Self::Empty,
        Self::TooLarge,
        Self::NotWhatItSays,
        Self::UnknownKind,
        Self::TooManyPixels,
        Self::Broken,
        Self::HeicNotReadable,
        Self::EncryptedPdf,
    ];
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "paper-refusal-empty",
            Self::TooLarge => "paper-refusal-too-large",
            Self::NotWhatItSays => "paper-refusal-not-what-it-says",
            Self::UnknownKind => "paper-refusal-unknown-kind",
            Self::TooManyPixels => "paper-refusal-too-many-pixels",
            Self::Broken => "paper-refusal-broken",
            Self::HeicNotReadable => "paper-refusal-heic",
            Self::EncryptedPdf => "paper-refusal-encrypted-pdf",
        }
    }
}

#[derive(Debug)]
pub enum KeepError {
    Refused(PaperProblem),
    Port(PortError),
}

/// Checks, cleans, seals and keeps papers.
#[async_trait]
pub trait Papers: Send + Sync {
    /// Keeps the file under `id`; on disk when this returns.
    async fn keep(&self, id: &str, bytes: Vec<u8>, claimed_name: &str) -> Result<StoredPaper, KeepError>;
    /// Keeps bytes that we made ourselves, as they are: the sound of a voice message.
    async fn keep_sound(&self, id: &str, bytes: Vec<u8>) -> PortResult<()>;
    async fn read(&self, id: &str) -> PortResult<Option<Vec<u8>>>;
    /// The same bytes once more under a name of their own, which were cleaned when they came; `false`: there are none.
    async fn copy(&self, from: &str, to: &str) -> PortResult<bool> {
        match self.read(from).await? {
            Some(bytes) => self.keep_sound(to, bytes).await.map(|()| true),
            None => Ok(false),
        }
    }
    async fn remove(&self, id: &str) -> PortResult<()>;
    /// Names of all that was kept before a moment, whether anything still names it or not.
    async fn kept_before(&self, at: Timestamp) -> PortResult<Vec<String>>;
}

/// What a gateway said about one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// It has it; whether it was read nobody knows.
    Taken,
    /// It certainly has it not, and may be asked again.
    NotTaken,
    /// It began, and its answer was lost.
    Unknown,
}

/// Takes a text towards a phone. `id` is the same at every try, so that a gateway that knows it already does nothing.
#[async_trait]
pub trait Gateway: Send + Sync {
    async fn send(&self, id: &str, to: &domain::person::Phone, text: &str) -> Handed;
}

/// Everything an act may use. Cheap to clone.
#[derive(Clone)]
pub struct World {
    pub store: GuardedStore,
    pub papers: Arc<dyn Papers>,
    pub clock: Arc<dyn Clock>,
    pub chance: Arc<dyn Chance>,
    pub seals: Arc<dyn Seals>,
    pub passwords: Arc<dyn Passwords>,
    pub face: Arc<dyn FaceCheck>,
    pub shared: Arc<dyn SharedData>,
    pub speech: Arc<dyn Speech>,
    pub hearing: Arc<dyn Hearing>,
    pub press: Arc<dyn Press>,
    pub region: Arc<domain::region::Region>,
    pub calendar: Arc<domain::calendar::WorkCalendar>,
}

impl World {
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
    /// The same world for whoever acts under a grant, or in her own name: what a helper writes lands only while it stands.
    pub fn under(&self, grant: Option<&domain::family::Grant>) -> World {
        World { store: self.store.under(grant.map(|grant| Under::of(grant, self.now()))), ..self.clone() }
    }
    /// A fresh random name of 128 bits, time-free, safe in URLs.
    pub fn new_id(&self) -> String {
        let mut bytes = [0u8; 16];
        self.chance.fill(&mut bytes);
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }
    /// Today's date in China.
    pub fn today(&self) -> jiff::civil::Date {
        domain::calendar::china_date(self.now())
    }
}
