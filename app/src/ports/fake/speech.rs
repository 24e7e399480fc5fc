//! A voice that says nothing aloud: the sound of a piece is its own text as bytes. Keeps the port's promises about whose
//! it is and for how long.

use super::lock;
use crate::ports::speech::*;
use async_trait::async_trait;
use domain::ids::SessionId;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

type Offered = (String, Ears, Timestamp);

#[derive(Default)]
pub struct FakeSpeech {
    offered: Mutex<BTreeMap<String, Offered>>,
    readings: Mutex<BTreeMap<String, (Arc<Reading>, Timestamp)>>,
}

#[async_trait]
impl Speech for FakeSpeech {
    fn speaks(&self, tongue: Tongue) -> bool {
        tongue == Tongue::Mandarin
    }
    fn offer(&self, _tongue: Tongue, spoken: &str, ears: &Ears, now: Timestamp) -> Sound {
        let mut offered = lock(&self.offered);
        let known = offered.iter().find(|(_, (text, whose, _))| text == spoken && whose == ears).map(|(name, _)| name.clone());
        let name = known.unwrap_or_else(|| format!("sound{}", offered.len()));
        offered.insert(name.clone(), (spoken.to_owned(), ears.clone(), now));
        if ears.session().is_none() { Sound::Everybodys(name) } else { Sound::Hers(name) }
    }
    async fn sound(&self, sound: &Sound, asking: Option<&SessionId>, now: Timestamp) -> Result<Mp3, Silence> {
        let offered = lock(&self.offered);
        let (text, ears, since) = offered.get(sound.name()).ok_or(Silence::Gone)?;
        if ears.may_hear(*since, asking, now) { Ok(text.as_bytes().into()) } else { Err(Silence::Gone) }
    }
    async fn kept(&self, sound: &Sound, asking: Option<&SessionId>, now: Timestamp) -> Option<Mp3> {
        self.sound(sound, asking, now).await.ok()
    }
    fn keep_reading(&self, reading: Reading, now: Timestamp) -> String {
        let mut readings = lock(&self.readings);
        let name = format!("reading{}", readings.len());
        readings.insert(name.clone(), (Arc::new(reading), now));
        name
    }
    fn reading(&self, name: &str, asking: Option<&SessionId>, now: Timestamp) -> Option<Arc<Reading>> {
        let readings = lock(&self.readings);
        let (reading, since) = readings.get(name)?;
        reading.ears.may_hear(*since, asking, now).then(|| reading.clone())
    }
    fn idle(&self, _now: Timestamp) -> bool {
        true
    }
    async fn make_ahead(&self, _sound: &Sound, _now: Timestamp) -> Result<bool, Silence> {
        Ok(false)
    }
    async fn tidy(&self, now: Timestamp) -> usize {
        let mut offered = lock(&self.offered);
        let before = offered.len();
        offered.retain(|_, (_, ears, since)| !ears.over(*since, now));
        before - offered.len()
    }
}
