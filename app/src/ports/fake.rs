//! A world in memory for the tests of acts and doors: fixed time, counted chance, hashes that hide nothing.
//! It keeps the promises of the port `Store` (the same test suite runs on it and on the databases) and must never
//! serve a person.

mod shelves;
mod speech;
mod store;

pub use speech::FakeSpeech;
pub use store::FakeStore;

use super::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Time that stands still until a test moves it.
pub struct FakeClock(AtomicI64);

impl FakeClock {
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.as_millisecond(), Ordering::SeqCst);
    }
    pub fn forward_minutes(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Different every time and the same in every run.
#[derive(Default)]
pub struct FakeChance(AtomicU64);

impl Chance for FakeChance {
    fn fill(&self, out: &mut [u8]) {
        for part in out.chunks_mut(8) {
            let turn = self.0.fetch_add(1, Ordering::SeqCst) + 1;
            // SplitMix64: spreads a counter over all bits.
            let mut z = turn.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            let bytes = (z ^ (z >> 31)).to_le_bytes();
            for (to, from) in part.iter_mut().zip(bytes) {
                *to = from;
            }
        }
    }
}

/// Readable on purpose: a failing test shows what was looked up.
pub struct FakeSeals;

impl Seals for FakeSeals {
    fn lookup(&self, kind: &str, value: &str) -> String {
        format!("lookup:{kind}:{value}")
    }
    fn mac(&self, kind: &str, value: &str) -> String {
        format!("mac:{kind}:{value}")
    }
}

/// The hash of `x` is `hash:x`; the one-time password is `123456` in every 30-second step.
pub struct FakePasswords;

#[async_trait]
impl Passwords for FakePasswords {
    async fn hash(&self, plain: String) -> PortResult<String> {
        Ok(format!("hash:{plain}"))
    }
    async fn verify(&self, plain: String, hash: String) -> PortResult<bool> {
        Ok(hash == format!("hash:{plain}"))
    }
    fn totp_step(&self, _secret: &str, code: &str, now: Timestamp) -> Option<i64> {
        (code == "123456").then(|| now.as_second() / 30)
    }
    fn new_totp_secret(&self) -> String {
        "FAKE-SECRET".to_owned()
    }
}

/// Says what a test told it to say, and nothing is offered before that.
#[derive(Default)]
pub struct FakeFace(Mutex<Option<FaceOutcome>>);

impl FakeFace {
    pub fn will_say(&self, outcome: FaceOutcome) {
        *lock(&self.0) = Some(outcome);
    }
}

#[async_trait]
impl FaceCheck for FakeFace {
    fn offered(&self) -> bool {
        lock(&self.0).is_some()
    }
    async fn check(&self, _name: &domain::person::Name, _number: &domain::person::IdNumber, _picture: Vec<u8>) -> PortResult<FaceAnswer> {
        let outcome = lock(&self.0).unwrap_or(FaceOutcome::Unavailable);
        Ok(FaceAnswer { outcome, id: "face-1".to_owned() })
    }
}

/// Knows what a test told it; until then nobody is connected.
#[derive(Default)]
pub struct FakeSharedData(Mutex<Option<Vec<(String, String, jiff::civil::Date)>>>, Mutex<Vec<Entitled>>);

impl FakeSharedData {
    /// There is a connection, and it proves nothing of anybody.
    pub fn connect(&self) {
        lock(&self.0).get_or_insert_default();
    }
    pub fn entitles(&self, one: Entitled) {
        lock(&self.1).push(one);
    }
    pub fn proves(&self, number: &domain::person::IdNumber, material: &str, of: jiff::civil::Date) {
        lock(&self.0).get_or_insert_default().push((number.plain().to_owned(), material.to_owned(), of));
    }
}

#[async_trait]
impl SharedData for FakeSharedData {
    fn there(&self) -> bool {
        lock(&self.0).is_some()
    }
    async fn look_up(&self, asked: SharedAsked<'_>) -> PortResult<Option<jiff::civil::Date>> {
        let known = lock(&self.0);
        let mut rows = known.iter().flatten();
        Ok(rows.find(|(number, material, _)| number == asked.number.plain() && material == asked.material).map(|(_, _, of)| *of))
    }
    async fn entitled(&self) -> PortResult<Vec<Entitled>> {
        Ok(lock(&self.1).clone())
    }
}

/// Keeps what begins like a JPEG, PNG or PDF and refuses the rest.
#[derive(Default)]
pub struct FakePapers(Mutex<BTreeMap<String, Vec<u8>>>);

#[async_trait]
impl Papers for FakePapers {
    async fn keep(&self, id: &str, bytes: Vec<u8>, _claimed_name: &str) -> Result<StoredPaper, KeepError> {
        if bytes.is_empty() {
            return Err(KeepError::Refused(PaperProblem::Empty));
        }
        let kinds: [(&[u8], &str); 3] = [(b"\xFF\xD8", "image/jpeg"), (b"\x89PNG", "image/png"), (b"%PDF", "application/pdf")];
        let Some((_, mime)) = kinds.iter().find(|(head, _)| bytes.starts_with(head)) else {
            return Err(KeepError::Refused(PaperProblem::UnknownKind));
        };
        let size = bytes.len() as u64;
        lock(&self.0).insert(id.to_owned(), bytes);
        Ok(StoredPaper { mime: (*mime).to_owned(), size })
    }
    async fn keep_sound(&self, id: &str, bytes: Vec<u8>) -> PortResult<()> {
        lock(&self.0).insert(id.to_owned(), bytes);
        Ok(())
    }
    async fn read(&self, id: &str) -> PortResult<Option<Vec<u8>>> {
        Ok(lock(&self.0).get(id).cloned())
    }
    async fn remove(&self, id: &str) -> PortResult<()> {
        lock(&self.0).remove(id);
        Ok(())
    }
    /// Knows no time: everything in it is old.
    async fn kept_before(&self, _at: Timestamp) -> PortResult<Vec<String>> {
        Ok(lock(&self.0).keys().cloned().collect())
    }
}

/// What the next clip is heard as.
type Told = Result<String, fn() -> NotHeard>;

/// Hears what a test told it to; until then there is no recogniser.
#[derive(Default)]
pub struct FakeHearing(Mutex<Option<Told>>);

impl FakeHearing {
    pub fn hears(&self, words: &str) {
        *lock(&self.0) = Some(Ok(words.to_owned()));
    }
    pub fn fails(&self, how: fn() -> NotHeard) {
        *lock(&self.0) = Some(Err(how));
    }
}

#[async_trait]
impl Hearing for FakeHearing {
    fn there(&self) -> bool {
        lock(&self.0).is_some()
    }
    async fn hear(&self, _clip: domain::sound::Clip) -> Result<String, NotHeard> {
        match lock(&self.0).as_ref() {
            None => Err(NotHeard::NoEngine),
            Some(Ok(words)) => Ok(words.clone()),
            Some(Err(how)) => Err(how()),
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A world and the handles a test turns: `fake.world` goes into the act, `fake.clock` moves the time.
pub struct FakeWorld {
    pub world: World,
    pub store: Arc<FakeStore>,
    pub clock: Arc<FakeClock>,
    pub chance: Arc<FakeChance>,
    pub papers: Arc<FakePapers>,
    pub face: Arc<FakeFace>,
    pub shared: Arc<FakeSharedData>,
    pub hearing: Arc<FakeHearing>,
}

/// With the packed demo county and holiday tables.
impl FakeWorld {
    #[allow(clippy::expect_used)]
    pub fn new(now: Timestamp) -> Self {
        let store = Arc::new(FakeStore::default());
        let clock = Arc::new(FakeClock(AtomicI64::new(now.as_millisecond())));
        let chance = Arc::new(FakeChance::default());
        let papers = Arc::new(FakePapers::default());
        let face = Arc::new(FakeFace::default());
        let shared = Arc::new(FakeSharedData::default());
        let hearing = Arc::new(FakeHearing::default());
        let world = World {
            store: GuardedStore::new(store.clone()),
            papers: papers.clone(),
            clock: clock.clone(),
            chance: chance.clone(),
            seals: Arc::new(FakeSeals),
            passwords: Arc::new(FakePasswords),
            face: face.clone(),
            shared: shared.clone(),
            hearing: hearing.clone(),
            press: Arc::new(NoPress),
            speech: Arc::new(FakeSpeech::default()),
            region: Arc::new(crate::data::region("the demo county", crate::data::DEMO_REGION).expect("packed region")),
            calendar: Arc::new(crate::data::calendar().expect("packed holiday tables")),
        };
        Self { world, store, clock, chance, papers, face, shared, hearing }
    }
}

impl World {
    /// A world in memory at nine o'clock in China on Monday, 2 March 2026.
    pub fn fake() -> FakeWorld {
        FakeWorld::new(Timestamp::from_second(1_772_413_200).unwrap_or(Timestamp::UNIX_EPOCH))
    }
}
