//! The press: leaflets become PDFs of large type. Each is made once and kept in memory while it is asked for; a leaflet carries its day,
//! so yesterday's are pushed out by today's. What comes in holds nothing of a person, and no font is held while nothing is printed.

mod draw;
mod face;
mod layout;

use crate::config::FontSettings;
use app::leaflet::Leaflet;
use app::ports::{NoPress, NotPrinted, Pdf, Press};
use async_trait::async_trait;
use face::Face;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OnceCell, Semaphore};

/// About 100 KB each: every guide of two days.
const MOST: usize = 64;

/// The press where its fonts are; else none, and one line that says how to get them.
pub fn open(settings: &FontSettings, data: &Path) -> Arc<dyn Press> {
    let [text, bold] = settings.files(data);
    if text.is_file() && bold.is_file() {
        return Arc::new(FontPress::new(text, bold));
    }
    tracing::info!(missing = %text.display(), "no fonts for printed guides: the print page is offered alone; `make fonts` brings them");
    Arc::new(NoPress)
}

type Made = Arc<OnceCell<Result<Pdf, NotPrinted>>>;

pub struct FontPress {
    text: PathBuf,
    bold: PathBuf,
    /// With the turn in which each was last asked for.
    shelf: Mutex<HashMap<Leaflet, (u64, Made)>>,
    turn: AtomicU64,
    made: Arc<AtomicU64>,
    /// One at a time: the pages have the machine first.
    hands: Arc<Semaphore>,
}

impl FontPress {
    pub fn new(text: PathBuf, bold: PathBuf) -> FontPress {
        let hands = Arc::new(Semaphore::new(1));
        FontPress { text, bold, shelf: Mutex::default(), turn: AtomicU64::new(0), made: Arc::default(), hands }
    }

    /// How many were made since the start.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::SeqCst)
    }

    /// Its place on the shelf; the one that nobody asked for the longest makes room.
    fn place(&self, leaflet: &Leaflet) -> Made {
        let turn = self.turn.fetch_add(1, Ordering::SeqCst);
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((asked, made)) = shelf.get_mut(leaflet) {
            *asked = turn;
            return made.clone();
        }
        if shelf.len() >= MOST
            && let Some(oldest) = shelf.iter().min_by_key(|(_, (asked, _))| *asked).map(|(leaflet, _)| leaflet.clone())
        {
            shelf.remove(&oldest);
        }
        shelf.entry(leaflet.clone()).or_insert((turn, Made::default())).1.clone()
    }
}

#[async_trait]
impl Press for FontPress {
    async fn pdf(&self, leaflet: &Leaflet) -> Result<Pdf, NotPrinted> {
        let place = self.place(leaflet);
        if let Some(kept) = place.get() {
            return kept.clone();
        }
        let (leaflet, text, bold) = (leaflet.clone(), self.text.clone(), self.bold.clone());
        let (hands, made) = (self.hands.clone(), self.made.clone());
        // A task of its own: whoever asked first may go away, the others still wait for it.
        let work = tokio::spawn(async move {
            let turn = async {
                let _turn = hands.acquire().await;
                made.fetch_add(1, Ordering::SeqCst);
                print(leaflet, text, bold).await
            };
            place.get_or_init(|| turn).await.clone()
        });
        work.await.unwrap_or_else(|error| Err(NotPrinted::Failed(error.to_string())))
    }
}

async fn print(leaflet: Leaflet, text: PathBuf, bold: PathBuf) -> Result<Pdf, NotPrinted> {
    let title = leaflet.title.clone();
    let pdf = tokio::task::spawn_blocking(move || make(&leaflet, &text, &bold)).await;
    pdf.unwrap_or_else(|error| Err(error.to_string())).map_err(|why| {
        tracing::error!(%title, %why, "a guide could not be printed");
        NotPrinted::Failed(why)
    })
}

fn make(leaflet: &Leaflet, text: &Path, bold: &Path) -> Result<Pdf, String> {
    let faces = [Face::read(text)?, Face::read(bold)?];
    let bytes = draw::pdf(leaflet, &faces)?;
    let mark = Sha256::digest(&bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    Ok(Pdf { bytes: bytes.into(), mark })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use app::leaflet::Call;

    fn titled(title: String) -> Leaflet {
        let call = Call { said: String::new(), number: "0990-555 0100".into(), hours: String::new() };
        Leaflet { title, lede: String::new(), unit: String::new(), call, sections: Vec::new(), end: String::new(), demo: None }
    }

    #[tokio::test]
    async fn the_shelf_has_an_end_and_what_cannot_be_made_is_not_tried_again_and_again() {
        let press = FontPress::new("/nowhere/a.ttf".into(), "/nowhere/b.ttf".into());
        for n in 0..MOST * 3 {
            for _ in 0..2 {
                let made = press.pdf(&titled(n.to_string())).await;
                assert!(matches!(made, Err(NotPrinted::Failed(why)) if why.contains("/nowhere/a.ttf")));
            }
            assert!(press.shelf.lock().unwrap().len() <= MOST);
        }
        assert_eq!(press.made(), MOST as u64 * 3);
    }

    #[tokio::test]
    async fn a_folder_without_fonts_is_no_mistake() {
        let press = open(&FontSettings { folder: Some("/nowhere".into()), ..FontSettings::default() }, Path::new("/nowhere"));
        assert_eq!(press.pdf(&titled("题".into())).await, Err(NotPrinted::NoFont));
    }
}
