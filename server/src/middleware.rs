//! What happens to every request before and after its door: an id, headers, the origin check, body limits, a readable
//! page when something breaks, one line in the access log. Nothing here knows a person or a rule.

pub mod access_log;
pub mod body_limit;
pub mod panics;
pub mod request_id;
pub mod same_origin;
pub mod security_headers;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, HeaderValue, Response, Uri, header};
use axum::{Router, middleware};

pub use body_limit::{BodyLimits, read_at_most};
pub use request_id::RequestId;
pub use same_origin::SameOrigin;
pub use security_headers::SecurityHeaders;

/// Why a request ends before or outside its door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// 403: the form came from another site.
    OtherSite,
    /// 413
    TooLarge,
    /// 500: our mistake.
    Panic,
}

impl Problem {
    pub fn status(self) -> axum::http::StatusCode {
        match self {
            Self::OtherSite => axum::http::StatusCode::FORBIDDEN,
            Self::TooLarge => axum::http::StatusCode::PAYLOAD_TOO_LARGE,
            Self::Panic => axum::http::StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// What is left of a request for its problem page: cookies (language, comfort), language wishes, path, id.
#[derive(Debug, Clone)]
pub struct Asked {
    pub request_id: RequestId,
    pub uri: Uri,
    /// Only `cookie`, `accept-language` and `x-request-id`.
    pub headers: HeaderMap,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let mut headers = HeaderMap::with_capacity(4);
        for name in [header::COOKIE, header::ACCEPT_LANGUAGE, request_id::HEADER] {
            if let Some(value) = request.headers().get(&name) {
                headers.insert(name, value.clone());
            }
        }
        let request_id = request.extensions().get::<RequestId>().cloned().unwrap_or_default();
        Self { request_id, uri: request.uri().clone(), headers }
    }
}

/// Makes the page for a problem. Status and missing headers are set by the caller.
pub type ProblemPage = Arc<dyn Fn(Problem, &Asked) -> Response<Body> + Send + Sync>;

/// A bare page for tests and for the time before the site is up.
pub fn bare_page() -> ProblemPage {
    Arc::new(|problem, asked| {
        let text = format!("{}\n{}\n", problem.status(), asked.request_id.as_str());
        let mut response = Response::new(Body::from(text));
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        response
    })
}

fn problem(page: &ProblemPage, problem: Problem, asked: &Asked) -> Response<Body> {
    let mut response = page(problem, asked);
    *response.status_mut() = problem.status();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[derive(Clone)]
pub struct Outer {
    pub headers: SecurityHeaders,
    pub same_origin: SameOrigin,
    pub limits: BodyLimits,
    pub page: ProblemPage,
}

/// The router with everything around it. Add all routes and the fallback before.
pub fn wrap(router: Router, outer: Outer) -> Router {
    let Outer { headers, same_origin, limits, page } = outer;
    // The last one is the outermost.
    router
        .layer(panics::catch())
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state((limits, page.clone()), body_limit::run))
        .layer(middleware::from_fn_with_state((same_origin, page.clone()), same_origin::run))
        .layer(middleware::from_fn_with_state(page, panics::run))
        .layer(middleware::from_fn_with_state(headers, security_headers::run))
        .layer(middleware::from_fn(access_log::run))
        .layer(middleware::from_fn(request_id::run))
}

#[cfg(test)]
mod tests;
