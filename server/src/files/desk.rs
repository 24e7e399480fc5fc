//! The desk where papers are looked at. Two at a time, and a large photo alone: each million points takes up to nine megabytes
//! while it is decoded, turned and encoded anew.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::heic::HeicTool;
use super::kind::recognise;
use super::{CleanPaper, MAX_BYTES, PaperKind, PaperProblem, heic, pdf, picture};

const PLACES: usize = 2;
/// A picture with more points than this takes all places.
const LARGE: u64 = 6_000_000;

/// Recognises, cleans or refuses. Busy for up to a second with a large photo: the server calls it through
/// [`PaperDesk`], which also converts HEIC (refused here).
pub fn check_paper(bytes: &[u8], claimed_name: &str) -> Result<CleanPaper, PaperProblem> {
    match first_look(bytes, claimed_name)? {
        PaperKind::Heic => Err(PaperProblem::HeicNotReadable),
        PaperKind::Pdf => Ok(CleanPaper {
            kind: PaperKind::Pdf,
            mime: PaperKind::Pdf.mime(),
            pages_hint: pdf::check(bytes)?,
            bytes: bytes.to_vec(),
            thumbnail: None,
        }),
        kind => picture::clean(bytes, kind, false),
    }
}

fn first_look(bytes: &[u8], claimed_name: &str) -> Result<PaperKind, PaperProblem> {
    match bytes.len() {
        0 => Err(PaperProblem::Empty),
        n if n > MAX_BYTES => Err(PaperProblem::TooLarge),
        _ => recognise(bytes, claimed_name),
    }
}

/// By the header alone. What has no readable size is refused later, or is a PDF and never decoded.
fn places_for(bytes: &[u8], kind: PaperKind) -> u32 {
    let size = if kind == PaperKind::Heic { heic::size(bytes) } else { picture::size(bytes, kind) };
    let large = size.is_some_and(|(width, height)| u64::from(width) * u64::from(height) > LARGE);
    if large { PLACES as u32 } else { 1 }
}

/// Cheap to clone; all clones share the places.
#[derive(Clone)]
pub struct PaperDesk {
    places: Arc<Semaphore>,
    heic: Option<HeicTool>,
}

impl PaperDesk {
    pub fn new(heic: Option<HeicTool>) -> Self {
        Self { places: Arc::new(Semaphore::new(PLACES)), heic }
    }

    pub async fn check(&self, bytes: Vec<u8>, claimed_name: &str) -> Result<CleanPaper, PaperProblem> {
        let kind = first_look(&bytes, claimed_name)?;
        let place = self.places.clone().acquire_many_owned(places_for(&bytes, kind)).await.map_err(|_| PaperProblem::Broken)?;
        let name = claimed_name.to_owned();
        let converted = match (kind, &self.heic) {
            (PaperKind::Heic, Some(tool)) => Some(tool.convert(&bytes).await?),
            (PaperKind::Heic, None) => return Err(PaperProblem::HeicNotReadable),
            _ => None,
        };
        // The place goes along: when the person leaves the page, the decoding still counts until it is done.
        tokio::task::spawn_blocking(move || {
            let _place = place;
            match converted {
                Some(jpeg) => picture::clean(&jpeg, PaperKind::Jpeg, true),
                None => check_paper(&bytes, &name),
            }
        })
        .await
        .unwrap_or(Err(PaperProblem::Broken))
    }

    #[cfg(test)]
    pub(super) fn free_places(&self) -> usize {
        self.places.available_permits()
    }
}
