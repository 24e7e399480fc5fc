//! How much a request may bring. A form is small. A file's door takes more than a paper may have, so that the page
//! itself can say 「太大」 and keep the other papers; only what is absurd ends here.
//!
//! What is too large is still read to its end (and thrown away) before we answer: a browser that is cut off while
//! sending shows "connection reset" instead of our sentence.

use std::time::Duration;

use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Response, header};
use axum::middleware::Next;
use http_body_util::{BodyExt, Limited};

use super::{Asked, Problem, ProblemPage, problem};

#[derive(Debug, Clone, Copy)]
pub struct BodyLimits {
    pub form: u64,
    pub file: u64,
    /// Read and thrown away at most, for at most this long.
    pub drained: u64,
    pub patience: Duration,
}

impl BodyLimits {
    /// From `config.limits.form_kilobytes`.
    pub fn new(form_kilobytes: u32) -> Self {
        const MEGABYTE: u64 = 1024 * 1024;
        Self { form: u64::from(form_kilobytes) * 1024, file: 64 * MEGABYTE, drained: 256 * MEGABYTE, patience: Duration::from_secs(60) }
    }

    fn of(&self, headers: &HeaderMap) -> u64 {
        let kind = headers.get(header::CONTENT_TYPE).map(|v| v.as_bytes()).unwrap_or_default();
        let file = kind.get(..19).is_some_and(|k| k.eq_ignore_ascii_case(b"multipart/form-data"));
        if file { self.file } else { self.form }
    }
}

pub async fn run(State((limits, page)): State<(BodyLimits, ProblemPage)>, request: Request, next: Next) -> Response<Body> {
    let limit = limits.of(request.headers());
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()).and_then(|v| v.parse::<u64>().ok());
    if announced.is_some_and(|length| length > limit) {
        let asked = Asked::of(&request);
        let _ = tokio::time::timeout(limits.patience, drain(request.into_body(), limits.drained)).await;
        return problem(&page, Problem::TooLarge, &asked);
    }
    // Without an announced length the limit holds while reading; the reader gets an error.
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    next.run(request.map(|body| Body::new(Limited::new(body, limit)))).await
}

async fn drain(mut body: Body, most: u64) {
    let mut read = 0;
    while let Some(Ok(frame)) = body.frame().await {
        read += frame.data_ref().map_or(0, |d| d.len() as u64);
        if read > most {
            return;
        }
    }
}

/// The field's first `most` bytes; the rest is read and thrown away. Ask for one byte more than a paper may have,
/// and the paper desk says `TooLarge` by itself: memory stays small and the page keeps its other papers.
pub async fn read_at_most(field: &mut Field<'_>, most: usize) -> Result<Vec<u8>, MultipartError> {
    let mut kept = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        let room = most - kept.len();
        kept.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(kept)
}
