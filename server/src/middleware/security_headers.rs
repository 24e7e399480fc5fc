//! What a browser may do with our pages: load from us only, run no inline script, be framed by nobody, tell nobody
//! where the person came from. A door that sets one of these itself (papers: a sandboxing policy) keeps its own.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, header};
use axum::middleware::Next;

/// Made once, copied into each answer.
#[derive(Debug, Clone)]
pub struct SecurityHeaders(Arc<[(HeaderName, HeaderValue)]>);

/// For a paper that is shown or downloaded: it may do nothing at all.
pub const PAPER_POLICY: &str = "sandbox; default-src 'none'; style-src 'none'; frame-ancestors 'none'";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(self), midi=(), payment=(), publickey-credentials-get=(), usb=()";

impl SecurityHeaders {
    /// `style_sha256`: base64 SHA-256 of the inline style (`assets::CSS_SHA256`). `https`: people reach us by https.
    pub fn new(style_sha256: &str, https: bool) -> Self {
        let mut all = vec![
            (
                header::CONTENT_SECURITY_POLICY,
                HeaderValue::from_str(&policy(style_sha256)).unwrap_or(HeaderValue::from_static("default-src 'none'")),
            ),
            (HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS)),
            (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            // For web-views that do not know frame-ancestors.
            (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
            (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
            (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
            // A door that may be kept says so itself.
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        if https {
            all.push((header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000")));
        }
        Self(all.into())
    }
}

impl SecurityHeaders {
    /// What a door set itself stays.
    pub fn add(&self, answer: &mut HeaderMap) {
        answer.reserve(self.0.len());
        for (name, value) in self.0.iter() {
            answer.entry(name).or_insert_with(|| value.clone());
        }
    }
}

/// No nonce: public pages stay the same for everybody and may be kept.
fn policy(style_sha256: &str) -> String {
    let hash = if style_sha256.is_empty() { String::new() } else { format!(" 'sha256-{style_sha256}'") };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{hash}; img-src 'self' data: blob:; \
         media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
         frame-ancestors 'none'; manifest-src 'self'"
    )
}

pub async fn run(State(headers): State<SecurityHeaders>, request: Request, next: Next) -> Response<Body> {
    let mut response = next.run(request).await;
    headers.add(response.headers_mut());
    response
}
