//! The packed files: style sheet, boot script, islands, pictures. All of them are in the binary.
//! Never serves anything from a disk and never anything personal.
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// One file as `build.rs` packed it. `path` is its path below `public/`, `address` where a browser finds it.
pub struct Packed {
    pub path: &'static str,
    pub address: &'static str,
    plain: &'static [u8],
    br: Option<&'static [u8]>,
    gz: Option<&'static [u8]>,
}

// Gives PACKED, CSS (the whole style sheet, for one `<style>`) and CSS_SHA256 (base64, for the CSP's style-src).
include!(concat!(env!("OUT_DIR"), "/packed.rs"));

/// A hashed name never changes its content. A plain path may, with the next release.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// The handler of `/assets/{name}`. Answers to the hashed name and, with a short life, to the plain one.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let found = PACKED.iter().find_map(|file| {
        if file.address.strip_prefix("/assets/") == Some(name.as_str()) {
            Some((file, FOR_EVER))
        } else {
            (file.path == name).then_some((file, FOR_AN_HOUR))
        }
    });
    let Some((file, cache)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (encoding, body) = file.encoded(headers.get(header::ACCEPT_ENCODING));
    let mut response = body.into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type()));
    answer.insert(header::CACHE_CONTROL, cache);
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    answer.insert(HeaderName::from_static("x-content-type-options"), HeaderValue::from_static("nosniff"));
    if let Some(encoding) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// What the pages name.
pub fn for_pages() -> app::cx::Assets {
    app::cx::Assets {
        css_inline: CSS,
        css_href: css_path(),
        boot_src: boot_path(),
        comfort_src: asset_path("comfort.js"),
        read_src: asset_path("read.js"),
        tones_src: asset_path("tones.js"),
        manifest_href: asset_path("manifest.webmanifest"),
        icon_href: asset_path("icons/yibao.svg"),
    }
}

/// Address of the boot script; empty when this build has no islands.
pub fn boot_path() -> &'static str {
    find("boot.js").filter(|file| !file.plain.is_empty()).map_or("", |file| file.address)
}

/// Address of the style sheet as a file of its own.
pub fn css_path() -> &'static str {
    asset_path("style.css")
}

/// Hashed address of a file by its path below `public/`; empty when there is none.
pub fn asset_path(path: &str) -> &'static str {
    find(path).map_or("", |file| file.address)
}

fn find(path: &str) -> Option<&'static Packed> {
    PACKED.iter().find(|file| file.path == path)
}

impl Packed {
    fn content_type(&self) -> &'static str {
        match self.path.rsplit_once('.').map(|(_, end)| end) {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("wasm") => "application/wasm",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("jpg" | "jpeg") => "image/jpeg",
            Some("webp") => "image/webp",
            Some("ico") => "image/x-icon",
            Some("woff2") => "font/woff2",
            Some("webmanifest") => "application/manifest+json",
            Some("json") => "application/json",
            Some("txt") => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }

    /// The best twin that the browser takes.
    fn encoded(&self, accepted: Option<&HeaderValue>) -> (Option<&'static str>, &'static [u8]) {
        let accepted = accepted.and_then(|value| value.to_str().ok()).unwrap_or_default();
        for (encoding, twin) in [("br", self.br), ("gzip", self.gz)] {
            if let Some(twin) = twin.filter(|_| takes(accepted, encoding)) {
                return (Some(encoding), twin);
            }
        }
        (None, self.plain)
    }
}

/// Whether an Accept-Encoding header names the encoding and does not rule it out with `q=0`.
fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let ruled_out = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok()).is_some_and(|weight| weight <= 0.0);
        name.trim().eq_ignore_ascii_case(encoding) && !ruled_out
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn asking(encodings: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_str(encodings).unwrap())])
    }

    #[tokio::test]
    async fn a_hashed_name_is_served_for_ever_and_compressed() {
        let name = css_path().trim_start_matches("/assets/").to_owned();
        let answer = serve(Path(name), asking("gzip, br")).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CACHE_CONTROL], FOR_EVER);
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "br");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    }

    #[tokio::test]
    async fn a_plain_path_is_served_but_not_kept_for_ever() {
        let answer = serve(Path("boot.js".to_owned()), HeaderMap::new()).await;
        assert_eq!(answer.headers()[header::CACHE_CONTROL], FOR_AN_HOUR);
        assert!(!answer.headers().contains_key(header::CONTENT_ENCODING));
    }

    #[tokio::test]
    async fn an_unknown_name_is_not_found() {
        for name in ["../Cargo.toml", "", "boot.000000000000.js"] {
            let answer = serve(Path(name.to_owned()), HeaderMap::new()).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{name}");
        }
    }

    #[test]
    fn everything_the_pages_name_is_packed() {
        let named = for_pages();
        for address in [named.css_href, named.manifest_href, named.icon_href] {
            assert!(PACKED.iter().any(|file| file.address == address), "{address:?}");
        }
    }

    #[test]
    fn an_encoding_that_is_ruled_out_is_not_used() {
        assert!(takes("gzip, br;q=0.5", "br"));
        assert!(!takes("gzip, br;q=0", "br"));
        assert!(!takes("", "gzip"));
        assert!(!takes("brotli", "br"));
    }

    #[test]
    fn the_style_sheet_names_no_left_and_no_right() {
        for word in ["margin-left", "margin-right", "padding-left", "padding-right", "border-left", "border-right"] {
            assert!(!CSS.contains(word), "{word}");
        }
        for word in [";left:", "{left:", ";right:", "{right:", "text-align:left", "text-align:right"] {
            assert!(!CSS.contains(word), "{word}");
        }
    }

    #[test]
    fn no_packed_file_names_one_that_is_not_packed() {
        for file in PACKED.iter().filter(|file| file.path != "islands.js") {
            let Ok(text) = std::str::from_utf8(file.plain) else {
                continue;
            };
            for rest in text.split("/assets/").skip(1) {
                let name = rest.split(['"', '\'', ')', '`', ' ']).next().unwrap();
                assert!(PACKED.iter().any(|other| other.address.strip_prefix("/assets/") == Some(name)), "{} names {name}", file.path);
            }
        }
    }
}
