//! Each request gets an id that a person can read over the telephone and that finds its lines in the log.
//! An id sent from outside is thrown away.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Response};
use axum::middleware::Next;
use tracing::Instrument;

pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// `R7K2-M4PX`. In the request's extensions, its `x-request-id` header, and the same header of the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestId(String);

impl RequestId {
    fn new() -> Self {
        Self(crate::passwords::new_request_id().unwrap_or_default())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

pub async fn run(mut request: Request, next: Next) -> Response<Body> {
    let id = RequestId::new();
    let value = HeaderValue::from_str(id.as_str()).ok();
    request.headers_mut().remove(HEADER);
    if let Some(value) = &value {
        request.headers_mut().insert(HEADER, value.clone());
    }
    let span = tracing::info_span!("request", id = id.as_str());
    request.extensions_mut().insert(id);
    let mut response = next.run(request).instrument(span).await;
    if let Some(value) = value {
        response.headers_mut().insert(HEADER, value);
    }
    response
}
