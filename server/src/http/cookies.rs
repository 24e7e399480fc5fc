//! Our four cookies and nothing else. The session value is random and stored nowhere but in the browser.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

pub const SESSION: &str = "__Host-yibao";
/// 「这是我自己的手机」.
pub const OWN_PHONE: &str = "__Host-yibao-phone";
/// How the pages look, as `domain::comfort::Chosen` writes it. Not personal.
pub const COMFORT: &str = "__Host-comfort";
pub const LANG: &str = "__Host-lang";

/// The value of a cookie the browser sent.
pub fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim_matches(' ').split_once('='))
        .find(|(n, v)| *n == name && !v.is_empty())
        .map(|(_, v)| v.to_owned())
}

/// `days: None` lasts until the browser closes.
pub fn set(name: &str, value: &str, days: Option<u32>) -> String {
    let life = days.map(|d| format!("; Max-Age={}", u64::from(d) * 86_400)).unwrap_or_default();
    format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{life}")
}

pub fn end(name: &str) -> String {
    format!("{name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}
