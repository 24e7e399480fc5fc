//! The shortest way: a page for everybody that was rendered before is handed out before the doors.
//! Never looks at a person: a request with a session, a query or another method than GET goes on to the doors.
//!
//! These answers hold nothing personal and cannot go wrong, so the access log gets one line per page and ten seconds
//! with a count instead of one line each, and they carry no request id: there is nothing it could lead to.

use super::cookies;
use super::kept::Kept;
use crate::middleware::SecurityHeaders;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, Response, header};
use axum::middleware::Next;
use domain::comfort::Comfort;
use domain::lang::Lang;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

#[derive(Clone)]
pub struct Front {
    pub kept: Arc<Kept>,
    pub headers: SecurityHeaders,
}

static ASKED: AtomicU64 = AtomicU64::new(0);

/// How many requests there were, those of watchmen left out: work that can wait looks whether anybody came.
pub fn asked() -> u64 {
    ASKED.load(Ordering::Relaxed)
}

pub async fn run(State(front): State<Front>, request: Request, next: Next) -> Response<Body> {
    if !matches!(request.uri().path(), "/healthz" | "/readyz") {
        ASKED.fetch_add(1, Ordering::Relaxed);
    }
    match front.answer(&request) {
        Some(answer) => answer,
        None => next.run(request).await,
    }
}

impl Front {
    fn answer(&self, request: &Request) -> Option<Response<Body>> {
        let headers = request.headers();
        if request.method() != Method::GET || request.uri().query().is_some() {
            return None;
        }
        let (lang, comfort) = if headers.contains_key(header::COOKIE) {
            if cookies::read(headers, cookies::SESSION).is_some() {
                return None;
            }
            (cookies::read(headers, cookies::LANG), cookies::read(headers, cookies::COMFORT))
        } else {
            (None, None)
        };
        let (lang, comfort) = (Lang::from_cookie(lang.as_deref()), Comfort::from_cookie(comfort.as_deref()));
        let kept = self.kept.get(request.uri().path(), lang.tag(), comfort)?;
        kept.count();
        let accept = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
        let mut answer = kept.respond(accept);
        self.headers.add(answer.headers_mut());
        Some(answer)
    }
}

/// Writes the counts down until the process ends; call once.
pub async fn report(kept: Arc<Kept>) {
    let mut tick = tokio::time::interval(Duration::from_secs(10));
    loop {
        tick.tick().await;
        for (path, count) in kept.counts() {
            tracing::info!(target: "access", method = "GET", route = path, status = 200, count);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn front() -> Front {
        let kept = Arc::new(Kept::default());
        kept.keep("/", Lang::ZhHans.tag(), Comfort::from_cookie(None), "<p>home</p>");
        Front { kept, headers: SecurityHeaders::new("abc=", false) }
    }

    fn ask(front: &Front, method: &str, path: &str, cookie: &str) -> Option<Response<Body>> {
        let mut request = Request::builder().method(method).uri(path);
        if !cookie.is_empty() {
            request = request.header("cookie", cookie);
        }
        front.answer(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn only_a_stranger_who_asks_for_a_plain_page_gets_the_kept_one() {
        let front = front();
        let answer = ask(&front, "GET", "/", "").unwrap();
        assert!(answer.headers().contains_key("content-security-policy"));
        assert_eq!(answer.headers()["cache-control"], "private, max-age=0, must-revalidate");
        assert!(ask(&front, "GET", "/", "__Host-comfort=nonsense").is_some());
        for (method, path, cookie) in
            [("GET", "/", "a=b; __Host-yibao=secret"), ("GET", "/?back=/help", ""), ("POST", "/", ""), ("GET", "/help", "")]
        {
            assert!(ask(&front, method, path, cookie).is_none(), "{method} {path} {cookie}");
        }
        assert_eq!(front.kept.counts(), [("/".to_owned(), 2)]);
        assert!(front.kept.counts().is_empty(), "counted once");
    }
}
