//! Forms are taken from our own pages only. Browsers say where a form comes from: new ones by `Sec-Fetch-Site`,
//! older ones by `Origin`. Who says nothing (very old web-views, no browser) still needs the form's token.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, Method, Response, header};
use axum::middleware::Next;

use super::{Asked, Problem, ProblemPage, problem};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Our own origin as browsers write it, when the settings know it; else the `Host` of the request is ours.
#[derive(Debug, Clone)]
pub struct SameOrigin(Option<Arc<str>>);

impl SameOrigin {
    /// `https://yibao.example`, from `config.web.origin()`.
    pub fn new(public_url: Option<&str>) -> Self {
        Self(public_url.map(|url| url.trim_end_matches(":443").into()))
    }

    pub fn allows(&self, method: &Method, headers: &HeaderMap) -> bool {
        if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
            return true;
        }
        let says = |name: &HeaderName| headers.get(name).map(|v| v.as_bytes());
        let by_origin = says(&header::ORIGIN).map(|origin| self.is_ours(origin, says(&header::HOST)));
        match says(&FETCH_SITE) {
            // `none`: the person herself, e.g. a page restored with its form. No other site can cause it.
            Some(site) => (site == b"same-origin" || site == b"none") && by_origin != Some(false),
            None => by_origin.unwrap_or(true),
        }
    }

    fn is_ours(&self, origin: &[u8], host: Option<&[u8]>) -> bool {
        match (&self.0, host) {
            (Some(ours), _) => origin == ours.as_bytes(),
            // Without a public url we listen on loopback, without TLS.
            (None, Some(host)) => origin.strip_prefix(b"http://") == Some(host),
            (None, None) => false,
        }
    }
}

pub async fn run(State((ours, page)): State<(SameOrigin, ProblemPage)>, request: Request, next: Next) -> Response<Body> {
    if ours.allows(request.method(), request.headers()) {
        return next.run(request).await;
    }
    tracing::warn!("a form came from another site");
    problem(&page, Problem::OtherSite, &Asked::of(&request))
}
