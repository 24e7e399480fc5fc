//! Public pages, rendered once per path, language and comfort setting, with their compressed forms.
//! Nothing personal can get in: only doors marked `Public` and visits without a person reach it.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, header};
use domain::comfort::Comfort;
use std::collections::HashMap;
use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

pub struct Rendering {
    served: AtomicU64,
    /// Which turn of keeping it was last asked for in.
    asked: AtomicU64,
    pub plain: Bytes,
    pub gzip: Bytes,
    pub brotli: Bytes,
}

/// At most this many renderings, about 50 KB each: 12 pages in the languages and settings that people really use. There
/// are thousands of possible settings; the rendering that nobody asked for the longest makes room.
const MOST: usize = 500;

/// Language, comfort setting, and how the page looks with them.
type Settings = Vec<(&'static str, Comfort, Arc<Rendering>)>;

/// By path.
#[derive(Default)]
pub struct Kept {
    pages: RwLock<HashMap<String, Settings>>,
    turn: AtomicU64,
}

impl Kept {
    pub fn get(&self, path: &str, lang: &'static str, comfort: Comfort) -> Option<Arc<Rendering>> {
        let all = self.pages.read().ok()?;
        let (.., rendering) = all.get(path)?.iter().find(|(l, c, _)| *l == lang && *c == comfort)?;
        rendering.asked.store(self.turn.load(Ordering::Relaxed), Ordering::Relaxed);
        Some(rendering.clone())
    }

    pub fn keep(&self, path: &str, lang: &'static str, comfort: Comfort, html: &str) -> Arc<Rendering> {
        let rendering = Arc::new(Rendering {
            served: AtomicU64::new(0),
            asked: AtomicU64::new(self.turn.fetch_add(1, Ordering::Relaxed) + 1),
            plain: Bytes::copy_from_slice(html.as_bytes()),
            gzip: gzip(html.as_bytes()),
            brotli: brotli(html.as_bytes()),
        });
        if let Ok(mut all) = self.pages.write() {
            if all.values().map(Vec::len).sum::<usize>() >= MOST {
                forget_one(&mut all);
            }
            let settings = all.entry(path.to_owned()).or_default();
            // Two who asked for it at once made the same page.
            settings.retain(|(l, c, _)| *l != lang || *c != comfort);
            settings.push((lang, comfort, rendering.clone()));
        }
        rendering
    }

    /// How often each page was handed out since the last time, for the access log.
    pub fn counts(&self) -> Vec<(String, u64)> {
        let Ok(all) = self.pages.read() else { return Vec::new() };
        let sum = |settings: &Settings| settings.iter().map(|(.., r)| r.served.swap(0, Ordering::Relaxed)).sum();
        all.iter().map(|(path, settings)| (path.clone(), sum(settings))).filter(|(_, count)| *count > 0).collect()
    }
}

fn forget_one(all: &mut HashMap<String, Settings>) {
    let asked = |settings: &Settings| settings.iter().map(|(.., r)| r.asked.load(Ordering::Relaxed)).min();
    let oldest = all.iter().filter_map(|(path, settings)| Some((asked(settings)?, path.clone()))).min();
    let Some((turn, path)) = oldest else { return };
    if let Some(settings) = all.get_mut(&path) {
        settings.retain(|(.., r)| r.asked.load(Ordering::Relaxed) != turn);
        if settings.is_empty() {
            all.remove(&path);
        }
    }
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    match out.write_all(bytes).and_then(|()| out.finish()) {
        Ok(done) => done.into(),
        Err(_) => Bytes::new(),
    }
}

fn brotli(bytes: &[u8]) -> Bytes {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    match brotli::BrotliCompress(&mut &bytes[..], &mut out, &params) {
        Ok(_) => out.into(),
        Err(_) => Bytes::new(),
    }
}

impl Rendering {
    pub fn count(&self) {
        self.served.fetch_add(1, Ordering::Relaxed);
    }

    pub fn respond(&self, accept: &str) -> Response<Body> {
        let (body, encoding) = if accept.contains("br") && !self.brotli.is_empty() {
            (self.brotli.clone(), Some("br"))
        } else if accept.contains("gzip") && !self.gzip.is_empty() {
            (self.gzip.clone(), Some("gzip"))
        } else {
            (self.plain.clone(), None)
        };
        let mut response = Response::new(Body::from(body));
        let h = response.headers_mut();
        h.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        h.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=0, must-revalidate"));
        h.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Encoding"));
        if let Some(encoding) = encoding {
            h.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use domain::comfort::{Mode, TextSize, Theme};

    #[test]
    fn a_flood_of_settings_pushes_out_what_nobody_asks_for_and_never_the_front_door() {
        let kept = Kept::default();
        kept.keep("/", "zh-Hans", Comfort::default(), "home");
        let odd = |n: usize| Comfort {
            mode: Mode::ALL[n % 3],
            size: TextSize::ALL[n / 3 % 5],
            theme: Theme::ALL[n / 15 % 5],
            ..Comfort::default()
        };
        for n in 0..MOST * 2 {
            kept.keep(&format!("/guide/{}", n / 75), "zh-Hans", odd(n), "guide");
            assert!(kept.get("/", "zh-Hans", Comfort::default()).is_some(), "after {n}");
        }
        let all = kept.pages.read().unwrap();
        assert!(all.values().map(Vec::len).sum::<usize>() <= MOST);
    }
}
