//! A browser without scripts over a real socket: cookies, and forms with their hidden fields. An answer that breaks off
//! is an error, never a page.

use super::html;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub location: Option<String>,
    pub body: String,
}

impl Page {
    /// Where it leads; fails with the page's words when it leads nowhere.
    #[track_caller]
    pub fn leads(&self) -> &str {
        match &self.location {
            Some(location) if self.status == 303 => location,
            _ => panic!("{}: {}", self.status, html::text(&self.body)),
        }
    }
}

/// A form that is filled in and can be sent, also a second time.
#[derive(Debug, Clone)]
pub struct Filled {
    pub path: String,
    pub fields: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub struct Visitor {
    pub port: u16,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    pub fn new(port: u16) -> Self {
        Self { port, cookies: BTreeMap::new() }
    }

    pub fn get(&mut self, path: &str) -> io::Result<Page> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), "")
    }

    /// The form on this page with this action, with these fields.
    pub fn fill(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> io::Result<Filled> {
        let page = self.get(page)?;
        let form = html::form(&page.body, action, |_| true)
            .unwrap_or_else(|| panic!("no form for {action} ({}): {}", page.status, html::text(&page.body)));
        let mut all = html::hidden_fields(&form);
        all.retain(|(name, _)| !fields.iter().any(|(n, _)| n == name));
        all.extend(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        Ok(Filled { path: action.to_owned(), fields: all })
    }

    pub fn send(&mut self, form: &Filled) -> io::Result<Page> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form.fields).finish();
        let head = format!("POST {} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n", form.path);
        self.ask(&head, &body)
    }

    fn ask(&mut self, head: &str, body: &str) -> io::Result<Page> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let cookies = if cookies.is_empty() { String::new() } else { format!("Cookie: {}\r\n", cookies.join("; ")) };
        let length = body.len();
        write!(stream, "{head}Host: 127.0.0.1\r\nConnection: close\r\n{cookies}Content-Length: {length}\r\n\r\n{body}")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        self.read(&answer)
    }

    fn read(&mut self, answer: &[u8]) -> io::Result<Page> {
        let broken = || io::Error::new(io::ErrorKind::UnexpectedEof, "the answer broke off");
        let split = answer.windows(4).position(|w| w == b"\r\n\r\n").ok_or_else(broken)?;
        let head = String::from_utf8_lossy(&answer[..split]).into_owned();
        let body = &answer[split + 4..];
        let mut lines = head.lines();
        let status = lines.next().and_then(|l| l.split(' ').nth(1)).and_then(|s| s.parse().ok()).ok_or_else(broken)?;
        let (mut location, mut length) = (None, None);
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            match name.to_ascii_lowercase().as_str() {
                "location" => location = Some(value.to_owned()),
                "content-length" => length = value.parse().ok(),
                "transfer-encoding" => panic!("answers here have a length"),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        if length != Some(body.len()) {
            return Err(broken());
        }
        Ok(Page { status, location, body: String::from_utf8_lossy(body).into_owned() })
    }

    fn keep(&mut self, cookie: &str) {
        let (name, rest) = cookie.split_once('=').unwrap();
        let value = rest.split(';').next().unwrap();
        if value.is_empty() || cookie.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
