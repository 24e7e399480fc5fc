//! A browser without scripts: cookies, redirects, forms with their hidden fields.

use super::{TestSite, cast, html};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tower::ServiceExt;

/// One answer.
#[derive(Debug, Clone)]
pub struct Page {
    pub status: u16,
    /// Of a redirect.
    pub location: Option<String>,
    pub body: String,
    pub bytes: Vec<u8>,
    pub set_cookies: Vec<String>,
    pub headers: BTreeMap<String, String>,
}

impl Page {
    pub fn says(&self, words: &str) -> bool {
        self.body.contains(words)
    }
    /// Fails with the page's text when the words are missing.
    #[track_caller]
    pub fn must_say(&self, words: &str) {
        assert!(self.says(words), "{words:?} is not on the page ({}):\n{}", self.status, html::text(&self.body));
    }
    #[track_caller]
    pub fn must_not_say(&self, words: &str) {
        assert!(!self.says(words), "{words:?} is on the page:\n{}", html::text(&self.body));
    }
    #[track_caller]
    pub fn must_lead_to(&self, path: &str) {
        assert_eq!((self.status, self.location.as_deref()), (303, Some(path)), "{}", html::text(&self.body));
    }
    /// Text without tags.
    pub fn text(&self) -> String {
        html::text(&self.body)
    }
    /// The value of an input on this page.
    pub fn value_of(&self, name: &str) -> Option<String> {
        html::input(&self.body, name).and_then(|tag| html::attribute(&tag, "value"))
    }
}

pub struct Browser<'a> {
    site: &'a TestSite,
    pub cookies: BTreeMap<String, String>,
    pub address: String,
    pub agent: String,
    /// Pages seen, newest last: forms are taken from the newest page that has one for the path.
    seen: Vec<String>,
}

impl<'a> Browser<'a> {
    pub fn new(site: &'a TestSite, address: String) -> Browser<'a> {
        let agent = "Mozilla/5.0 (Linux; Android 11)".to_owned();
        Browser { site, cookies: BTreeMap::new(), address, agent, seen: Vec::new() }
    }

    /// The same cookies and pages in a second tab.
    pub fn second_tab(&self) -> Browser<'a> {
        Browser {
            site: self.site,
            cookies: self.cookies.clone(),
            address: self.address.clone(),
            agent: self.agent.clone(),
            seen: self.seen.clone(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// Follows redirects to a page.
    pub async fn open(&mut self, path: &str) -> Page {
        let page = self.get(path).await;
        self.follow(page).await
    }

    pub async fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            match page.location.clone().filter(|_| page.status == 303) {
                Some(next) => page = self.get(&next).await,
                None => return page,
            }
        }
        panic!("redirected for ever");
    }

    /// Sends the form of the newest page seen whose action is this path: its hidden fields and these.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_form(path, |_| true, fields).await
    }

    /// Where a page has several forms to one path: the one whose inside holds these words.
    pub async fn post_form(&mut self, path: &str, wanted: impl Fn(&str) -> bool, fields: &[(&str, &str)]) -> Page {
        let form = self.seen.iter().rev().find_map(|page| html::form(page, path, &wanted));
        let form = form.unwrap_or_else(|| panic!("no form for {path} on the pages seen"));
        let mut all = html::hidden_fields(&form);
        all.retain(|(name, _)| !fields.iter().any(|(n, _)| n == name));
        all.extend(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        self.post_raw(path, &all).await
    }

    /// Sends exactly these fields.
    pub async fn post_raw(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request =
            self.request("POST", path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body)).unwrap();
        self.send(request).await
    }

    /// Sends one file with the hidden fields of the page's form.
    pub async fn upload(&mut self, path: &str, field: &str, file_name: &str, bytes: &[u8]) -> Page {
        let form = self.seen.iter().rev().find_map(|page| html::form(page, path, |_| true));
        let fields = html::hidden_fields(&form.unwrap_or_else(|| panic!("no form for {path} on the pages seen")));
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{file_name}\"\r\n");
        body.extend(head.into_bytes());
        body.extend(b"Content-Type: application/octet-stream\r\n\r\n");
        body.extend(bytes);
        body.extend(b"\r\n--cut--\r\n");
        self.post_multipart(path, body).await
    }

    /// Sends exactly this body; its parts are cut by `--cut`.
    pub async fn post_multipart(&mut self, path: &str, body: Vec<u8>) -> Page {
        let request =
            self.request("POST", path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut").body(Body::from(body)).unwrap();
        self.send(request).await
    }

    /// All the way in, with name, number and the code from the message.
    pub async fn sign_in(&mut self, person: &str) {
        let who = self.site.person(person).await;
        self.open("/sign-in?who=other").await;
        let fields = [("name", who.name.as_str()), ("id_number", who.id_number.plain())];
        self.post("/sign-in", &fields).await.must_lead_to("/sign-in/code");
        self.open("/sign-in/code").await;
        let code = self.site.code_of(person).await;
        let page = self.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(page.status, 303, "{}", page.text());
    }

    /// All the way in, with password and one-time password.
    pub async fn sign_in_staff(&mut self, user_name: &str) {
        self.open("/staff/sign-in").await;
        let fields = [("user_name", user_name), ("password", cast::PASSWORD)];
        self.post("/staff/sign-in", &fields).await.must_lead_to("/staff/code");
        self.open("/staff/code").await;
        let code = self.site.totp(user_name).await;
        let page = self.post("/staff/code", &[("code", &code)]).await;
        assert_eq!(page.status, 303, "{}", page.text());
    }

    fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        // The address as the socket would tell it.
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost")
            .header(header::USER_AGENT, &self.agent)
            .extension(ConnectInfo(SocketAddr::new(self.address.parse().unwrap(), 40_000)));
        if cookies.is_empty() { request } else { request.header(header::COOKIE, cookies.join("; ")) }
    }

    async fn send(&mut self, request: Request<Body>) -> Page {
        self.site.forward(jiff::SignedDuration::from_secs(1));
        let response = self.site.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 64 * 1024 * 1024).await.unwrap().to_vec();
        let set_cookies: Vec<String> = parts.headers.get_all(header::SET_COOKIE).iter().map(|v| v.to_str().unwrap().to_owned()).collect();
        for cookie in &set_cookies {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if value.is_empty() || cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let headers = parts.headers.iter().map(|(n, v)| (n.as_str().to_owned(), v.to_str().unwrap_or("").to_owned())).collect();
        let body = html::untied(&String::from_utf8_lossy(&bytes));
        if body.contains("<form") {
            self.seen.push(body.clone());
        }
        let location = parts.headers.get(header::LOCATION).map(|v| v.to_str().unwrap().to_owned());
        Page { status: parts.status.as_u16(), location, body, bytes, set_cookies, headers }
    }
}
