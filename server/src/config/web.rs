//! Where we listen and under which address people reach us.
//! Never open to a network without an https address: sessions and identity numbers would cross it in the clear.

use std::net::{IpAddr, SocketAddr};

use super::address::Network;
use super::reader::Reader;

#[derive(Debug, Clone)]
pub struct Web {
    pub listen: SocketAddr,
    /// `https://yibao.example.gov.cn`, without a slash at the end.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed. With a public url and a loopback listen: loopback by default.
    pub trusted_proxies: Vec<Network>,
}

impl Web {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let fallback = SocketAddr::from(([127, 0, 0, 1], 3000));
        let listen = match reader.text("listen").map(|text| text.parse()) {
            None => fallback,
            Some(Ok(address)) => address,
            Some(Err(_)) => {
                reader.mistake("listen", "is not an address with a port like 127.0.0.1:3000");
                fallback
            }
        };
        let public_url = reader.text("public_url").map(|url| url.trim_end_matches('/').to_owned());
        if let Some(why) = public_url.as_deref().and_then(url_mistake) {
            reader.mistake("public_url", why);
        }
        if !listen.ip().is_loopback() && public_url.is_none() {
            reader.mistake(
                "listen",
                "is open to other machines, so --public-url https://… is needed (a proxy before us keeps the certificate)",
            );
        }
        let behind_proxy = public_url.is_some() && listen.ip().is_loopback();
        let trusted_proxies = reader.list("trusted_proxies").unwrap_or_else(|| if behind_proxy { loopback() } else { vec![] });
        Self { listen, public_url, trusted_proxies }
    }

    /// Cookies get `Secure` and `__Host-`, and HSTS is sent.
    pub fn is_https(&self) -> bool {
        self.public_url.is_some()
    }

    /// What a browser sends as `Origin`, when it is known.
    pub fn origin(&self) -> Option<&str> {
        self.public_url.as_deref()
    }

    pub fn client_address(&self, peer: IpAddr, forwarded_for: Option<&str>) -> IpAddr {
        super::client_address(peer, forwarded_for, &self.trusted_proxies)
    }
}

fn loopback() -> Vec<Network> {
    ["127.0.0.0/8", "::1"].iter().filter_map(|n| n.parse().ok()).collect()
}

fn url_mistake(url: &str) -> Option<&'static str> {
    let Some(host) = url.strip_prefix("https://") else {
        return Some("does not begin with https://");
    };
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if host.is_empty() || !host.chars().all(plain) {
        return Some("is not https:// with a host in small letters and nothing behind it");
    }
    None
}
