//! Public pages, rendered once per path, language and comfort setting, with their compressed forms.
//! Nothing personal can get in: only doors marked `Public` and visits without a person reach it.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, header};
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, RwLock};

pub struct Rendering {
    pub plain: Bytes,
    pub gzip: Bytes,
    pub brotli: Bytes,
}

/// At most this many renderings: 12 pages × 10 settings × 5 languages fit well; a flood of paths does not.
const MOST: usize = 1_500;

/// Path, language, comfort setting.
type Key = (String, &'static str, String);

#[derive(Default)]
pub struct Kept(RwLock<HashMap<Key, Arc<Rendering>>>);

impl Kept {
    pub fn get(&self, path: &str, lang: &'static str, comfort: &str) -> Option<Arc<Rendering>> {
        self.0.read().ok()?.get(&(path.to_owned(), lang, comfort.to_owned())).cloned()
    }
    pub fn keep(&self, path: &str, lang: &'static str, comfort: &str, html: &str) -> Arc<Rendering> {
        let rendering = Arc::new(Rendering {
            plain: Bytes::copy_from_slice(html.as_bytes()),
            gzip: gzip(html.as_bytes()),
            brotli: brotli(html.as_bytes()),
        });
        if let Ok(mut all) = self.0.write()
            && all.len() < MOST
        {
            all.insert((path.to_owned(), lang, comfort.to_owned()), rendering.clone());
        }
        rendering
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
