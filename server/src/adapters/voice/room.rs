//! The reading room: names for words, one making for all who ask for the same, a queue with an end, the shelf behind it.
//! Listeners never starve the pages: at most half of the machine's cores speak, few wait, and whoever comes after those
//! is told to come again in a moment. No spoken word reaches a log, a name or an error.

use super::engine::Engine;
use super::mp3;
use super::offers::{Offered, Offers};
use super::shelf::Shelf;
use crate::vault::{Vault, hex};
use app::ports::speech::{Ears, Mp3, Reading, Silence, Sound, Speech, Tongue, speakable};
use async_trait::async_trait;
use domain::ids::SessionId;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, watch};

/// How many speak at once, how many wait at most, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    pub speaking: usize,
    pub waiting: usize,
    pub patience: Duration,
}

impl Places {
    /// Half of the cores, at least one: pages keep the rest.
    pub fn of_this_machine() -> Places {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let speaking = (cores / 2).clamp(1, 4);
        Places { speaking, waiting: speaking * 12, patience: Duration::from_secs(25) }
    }
}

/// After so many seconds without a listener the engines give their memory back.
const RESTS_AFTER: i64 = 600;
/// So many seconds after the last listener nobody is expected in this moment.
const QUIET: i64 = 60;

type Made = Option<Result<Mp3, Silence>>;

#[derive(Clone)]
pub struct Room(Arc<Inner>);

struct Inner {
    engines: Vec<Arc<dyn Engine>>,
    shelf: Shelf,
    vault: Vault,
    offers: Mutex<Offers>,
    /// Sounds that are being made, by name, and where to wait for them.
    making: Mutex<HashMap<String, watch::Receiver<Made>>>,
    speaking: Semaphore,
    queue: AtomicUsize,
    places: Places,
    /// Second in which a sound was last made; 0: the engines rest.
    spoke: AtomicI64,
    /// Second in which somebody last listened.
    heard: AtomicI64,
}

impl Room {
    pub fn new(engines: Vec<Arc<dyn Engine>>, folder: &Path, vault: Vault, places: Places) -> Room {
        Room(Arc::new(Inner {
            engines,
            shelf: Shelf::new(folder, vault.clone()),
            vault,
            offers: Mutex::default(),
            making: Mutex::default(),
            speaking: Semaphore::new(places.speaking),
            queue: AtomicUsize::new(0),
            places,
            spoke: AtomicI64::new(0),
            heard: AtomicI64::new(0),
        }))
    }

    /// Nobody speaks: for commands and for tests of other things.
    pub fn silent(vault: &Vault) -> Room {
        Room::new(Vec::new(), Path::new("heard"), vault.clone(), Places::of_this_machine())
    }

    fn engine(&self, tongue: Tongue) -> Option<Arc<dyn Engine>> {
        self.0.engines.iter().find(|engine| engine.speaks(tongue)).cloned()
    }

    /// One making for all: whoever asks while it runs waits for its end.
    async fn made(&self, sound: &Sound, offered: Offered, now: Timestamp) -> Result<Mp3, Silence> {
        let mut end = {
            let mut making = lock(&self.0.making);
            match making.get(sound.name()) {
                Some(running) => running.clone(),
                None => {
                    if self.0.queue.load(Ordering::SeqCst) >= self.0.places.waiting + self.0.places.speaking {
                        return Err(Silence::Busy);
                    }
                    self.0.queue.fetch_add(1, Ordering::SeqCst);
                    self.0.spoke.store(now.as_second().max(1), Ordering::SeqCst);
                    let (tells, hears) = watch::channel(None);
                    making.insert(sound.name().to_owned(), hears.clone());
                    // In a task of its own: a listener who leaves must not undo what others wait for.
                    let (room, sound) = (self.clone(), sound.clone());
                    tokio::spawn(async move {
                        let made = room.make(&sound, offered).await;
                        lock(&room.0.making).remove(sound.name());
                        room.0.queue.fetch_sub(1, Ordering::SeqCst);
                        let _ = tells.send(Some(made));
                    });
                    hears
                }
            }
        };
        let made = end.wait_for(Option::is_some).await.map_err(|_| Silence::Failed("the making broke off".to_owned()))?;
        made.clone().unwrap_or(Err(Silence::Gone))
    }

    async fn make(&self, sound: &Sound, offered: Offered) -> Result<Mp3, Silence> {
        let turn = tokio::time::timeout(self.0.places.patience, self.0.speaking.acquire()).await;
        let Ok(Ok(_place)) = turn else { return Err(Silence::Busy) };
        // Somebody may have made it between our look at the shelf and our turn.
        if let Some(kept) = self.on_shelf(sound).await {
            return Ok(kept);
        }
        let engine = self.engine(offered.tongue).ok_or(Silence::NoVoice)?;
        let (shelf, sound) = (self.0.shelf.clone(), sound.clone());
        let work = move || {
            let bytes = mp3::encode(&engine.speak(offered.tongue, &offered.spoken)?)?;
            // A full disk costs the keeping, not the hearing.
            if let Err(why) = shelf.put(&sound, &bytes) {
                tracing::warn!(why, "a sound was not kept");
            }
            Ok(Mp3::from(bytes))
        };
        let done = tokio::task::spawn_blocking(work).await;
        done.unwrap_or_else(|_| Err("the engine broke off".to_owned())).map_err(|why: String| {
            tracing::error!(why, "the voice failed");
            Silence::Failed(why)
        })
    }

    async fn on_shelf(&self, sound: &Sound) -> Option<Mp3> {
        let (shelf, sound) = (self.0.shelf.clone(), sound.clone());
        tokio::task::spawn_blocking(move || shelf.get(&sound)).await.ok().flatten()
    }
}

#[async_trait]
impl Speech for Room {
    fn speaks(&self, tongue: Tongue) -> bool {
        self.engine(tongue).is_some()
    }

    fn offer(&self, tongue: Tongue, spoken: &str, ears: &Ears, now: Timestamp) -> Sound {
        let spoken = speakable(spoken);
        let mark = self.engine(tongue).map(|engine| engine.mark()).unwrap_or_default();
        let content = format!("{mark}\n{}\n{spoken}", tongue.word());
        let everybodys = Sound::Everybodys(hex(&Sha256::digest(&content)));
        // Signed for this session: with the words alone nobody else can make up the name.
        let hers = |session| Sound::Hers(self.0.vault.mac_hex("heard", format!("{session}\n{content}").as_bytes()));
        let sound = ears.session().map_or_else(|| everybodys.clone(), hers);
        let made_as = if matches!(ears, Ears::Hers(_)) { sound.clone() } else { everybodys };
        let offered = Offered { tongue, spoken: spoken.into(), ears: ears.clone(), made_as, at: now };
        lock(&self.0.offers).put(sound.name().to_owned(), offered);
        sound
    }

    async fn sound(&self, sound: &Sound, asking: Option<&SessionId>, now: Timestamp) -> Result<Mp3, Silence> {
        self.0.heard.store(now.as_second(), Ordering::SeqCst);
        let offered = lock(&self.0.offers).get(sound.name(), asking, now);
        match (sound, offered) {
            (Sound::Hers(_), None) => Err(Silence::Gone),
            (Sound::Hers(_), Some(offered)) if offered.ears == Ears::Everybody => Err(Silence::Gone),
            (Sound::Everybodys(_), None) => self.on_shelf(sound).await.ok_or(Silence::Gone),
            (Sound::Everybodys(_), Some(offered)) if offered.ears != Ears::Everybody => Err(Silence::Gone),
            (_, Some(offered)) => match self.on_shelf(&offered.made_as).await {
                Some(kept) => Ok(kept),
                None if offered.spoken.is_empty() || !self.speaks(offered.tongue) => Err(Silence::NoVoice),
                None => self.made(&offered.made_as.clone(), offered, now).await,
            },
        }
    }

    async fn kept(&self, sound: &Sound, asking: Option<&SessionId>, now: Timestamp) -> Option<Mp3> {
        let offered = lock(&self.0.offers).get(sound.name(), asking, now);
        match (sound, offered) {
            (Sound::Hers(_), None) => None,
            (_, Some(offered)) => self.on_shelf(&offered.made_as).await,
            (_, None) => self.on_shelf(sound).await,
        }
    }

    fn keep_reading(&self, reading: Reading, now: Timestamp) -> String {
        let whose = reading.ears.session().map_or("everybody", SessionId::as_str);
        let names: Vec<&str> = reading.pieces.iter().map(|piece| piece.sound.name()).collect();
        let name = self.0.vault.mac_hex("reading", format!("{whose}\n{}\n{}", reading.page, names.join("\n")).as_bytes());
        let name = name.get(..32).unwrap_or(&name).to_owned();
        lock(&self.0.offers).put_reading(name.clone(), reading, now);
        name
    }

    fn reading(&self, name: &str, asking: Option<&SessionId>, now: Timestamp) -> Option<Arc<Reading>> {
        lock(&self.0.offers).reading(name, asking, now)
    }

    fn idle(&self, now: Timestamp) -> bool {
        self.0.queue.load(Ordering::SeqCst) == 0 && now.as_second() - self.0.heard.load(Ordering::SeqCst) > QUIET
    }

    async fn make_ahead(&self, sound: &Sound, now: Timestamp) -> Result<bool, Silence> {
        if self.on_shelf(sound).await.is_some() {
            return Ok(false);
        }
        let offered = lock(&self.0.offers).get(sound.name(), None, now).ok_or(Silence::Gone)?;
        self.made(sound, offered, now).await.map(|_| true)
    }

    async fn tidy(&self, now: Timestamp) -> usize {
        let known = lock(&self.0.offers).forget_old(now);
        let spoke = self.0.spoke.load(Ordering::SeqCst);
        if spoke > 0 && now.as_second() - spoke > RESTS_AFTER && self.idle(now) {
            self.0.engines.iter().for_each(|engine| engine.rest());
            self.0.spoke.store(0, Ordering::SeqCst);
        }
        let shelf = self.0.shelf.clone();
        let work = move || shelf.keep_only(&known) + shelf.make_room();
        tokio::task::spawn_blocking(work).await.unwrap_or(0)
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
