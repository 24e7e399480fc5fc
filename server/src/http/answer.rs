//! What a handler gives back: a page, a way onward, or a file. Headers are decided here, once.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};

pub enum Kind {
    Page {
        status: u16,
        html: String,
    },
    /// 303 to a path of this site.
    See(String),
    File {
        mime: String,
        bytes: Vec<u8>,
        file_name: String,
    },
    /// Complete, with headers of its own: sound.
    Made(Box<Response<Body>>),
}

pub struct Answer {
    pub kind: Kind,
    pub cookies: Vec<String>,
}

impl Answer {
    pub fn page(html: String) -> Answer {
        Answer { kind: Kind::Page { status: 200, html }, cookies: Vec::new() }
    }
    /// The same page again because something needs another look.
    pub fn again(html: String) -> Answer {
        Answer::status(422, html)
    }
    pub fn status(status: u16, html: String) -> Answer {
        Answer { kind: Kind::Page { status, html }, cookies: Vec::new() }
    }
    pub fn see(path: impl Into<String>) -> Answer {
        Answer { kind: Kind::See(path.into()), cookies: Vec::new() }
    }
    pub fn file(mime: String, bytes: Vec<u8>, file_name: String) -> Answer {
        Answer { kind: Kind::File { mime, bytes, file_name }, cookies: Vec::new() }
    }
    pub fn made(response: Response<Body>) -> Answer {
        Answer { kind: Kind::Made(Box::new(response)), cookies: Vec::new() }
    }
    pub fn cookie(mut self, cookie: String) -> Answer {
        self.cookies.push(cookie);
        self
    }

    /// `public`: the same for everybody with the same settings.
    pub fn into_response(self, public: bool) -> Response<Body> {
        let mut response = match self.kind {
            Kind::Made(response) => return *response,
            Kind::Page { status, html } => {
                let mut r = Response::new(Body::from(html));
                *r.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                r.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
                r
            }
            Kind::See(path) => {
                let mut r = Response::new(Body::empty());
                *r.status_mut() = StatusCode::SEE_OTHER;
                if let Ok(value) = HeaderValue::from_str(&path) {
                    r.headers_mut().insert(header::LOCATION, value);
                }
                r
            }
            Kind::File { mime, bytes, file_name } => {
                let mut r = Response::new(Body::from(bytes));
                let h = r.headers_mut();
                if let Ok(value) = HeaderValue::from_str(&mime) {
                    h.insert(header::CONTENT_TYPE, value);
                }
                if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{file_name}\"")) {
                    h.insert(header::CONTENT_DISPOSITION, value);
                }
                // A paper is somebody's upload: it may be looked at, never run.
                h.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
                r
            }
        };
        let cache = if public { "private, max-age=0, must-revalidate" } else { "no-store" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Encoding"));
        for cookie in self.cookies {
            if let Ok(value) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
        response
    }
}
