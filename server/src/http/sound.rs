//! Sound over the wire: length, parts of it (players ask for those), and how long it may be kept.
//! A name tells nothing; whose sound it is was judged before.

use app::ports::speech::{Mp3, Silence};
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, StatusCode, header};

/// Everybody's words never change under their name.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
pub const NEVER_KEPT: &str = "no-store";

pub fn answer(sound: Mp3, range: Option<&str>, cache: &'static str) -> Response<Body> {
    let bytes = Bytes::from_owner(sound);
    let all = bytes.len();
    let mut response = match range.map(|asked| part(asked, all)) {
        None | Some(Part::Whole) => with_length(bytes, StatusCode::OK),
        Some(Part::From(from, to)) => {
            let mut response = with_length(bytes.slice(from..=to), StatusCode::PARTIAL_CONTENT);
            set(&mut response, header::CONTENT_RANGE, &format!("bytes {from}-{to}/{all}"));
            response
        }
        Some(Part::Outside) => {
            let mut response = with_length(Bytes::new(), StatusCode::RANGE_NOT_SATISFIABLE);
            set(&mut response, header::CONTENT_RANGE, &format!("bytes */{all}"));
            response
        }
    };
    set(&mut response, header::CACHE_CONTROL, cache);
    response.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("audio/mpeg"));
    response
}

/// Without a sound: the status says why, the page's player knows the words for it.
pub fn silence(why: &Silence) -> Response<Body> {
    let (status, again) = match why {
        Silence::Gone | Silence::NoVoice => (StatusCode::NOT_FOUND, None),
        Silence::Busy => (StatusCode::SERVICE_UNAVAILABLE, Some("5")),
        Silence::Failed(_) => (StatusCode::INTERNAL_SERVER_ERROR, None),
    };
    let mut response = with_length(Bytes::new(), status);
    set(&mut response, header::CACHE_CONTROL, NEVER_KEPT);
    if let Some(seconds) = again {
        set(&mut response, header::RETRY_AFTER, seconds);
    }
    response
}

/// Sound that is still being made: without a length.
pub fn stream(body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    set(&mut response, header::CACHE_CONTROL, NEVER_KEPT);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("audio/mpeg"));
    response
}

fn with_length(bytes: Bytes, status: StatusCode) -> Response<Body> {
    let length = bytes.len();
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    set(&mut response, header::CONTENT_LENGTH, &length.to_string());
    response
}

fn set(response: &mut Response<Body>, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// No range, or one we do not read: all of it is a right answer too.
    Whole,
    From(usize, usize),
    Outside,
}

fn part(asked: &str, all: usize) -> Part {
    let Some((from, to)) = asked.trim().strip_prefix("bytes=").and_then(|r| r.split_once('-')) else { return Part::Whole };
    if to.contains(',') {
        return Part::Whole;
    }
    let last = all.saturating_sub(1);
    match (from.trim().parse::<usize>(), to.trim().parse::<usize>()) {
        (Ok(from), _) if from >= all => Part::Outside,
        (Ok(from), Ok(to)) if to < from => Part::Whole,
        (Ok(from), Ok(to)) => Part::From(from, to.min(last)),
        (Ok(from), Err(_)) if to.trim().is_empty() => Part::From(from, last),
        // The last so many bytes.
        (Err(_), Ok(0)) if from.trim().is_empty() => Part::Outside,
        (Err(_), Ok(many)) if from.trim().is_empty() && all > 0 => Part::From(all.saturating_sub(many), last),
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn ranges_are_read_as_players_mean_them() {
        for (asked, wanted) in [
            ("bytes=0-", Part::From(0, 99)),
            ("bytes=0-1", Part::From(0, 1)),
            ("bytes=90-200", Part::From(90, 99)),
            ("bytes=-10", Part::From(90, 99)),
            ("bytes=-500", Part::From(0, 99)),
            ("bytes=100-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=5-2", Part::Whole),
            ("bytes=0-1,5-6", Part::Whole),
            ("lines=1-2", Part::Whole),
            ("bytes=a-b", Part::Whole),
        ] {
            assert_eq!(part(asked, 100), wanted, "{asked}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Outside);
    }

    #[test]
    fn a_part_says_which_part_of_how_much_it_is() {
        let answer = answer(vec![7; 100].into(), Some("bytes=10-19"), FOR_EVER);
        assert_eq!(answer.status(), 206);
        assert_eq!(
            (answer.headers()["content-range"].to_str().unwrap(), answer.headers()["content-length"].to_str().unwrap()),
            ("bytes 10-19/100", "10")
        );
        assert_eq!(
            (answer.headers()["content-type"].to_str().unwrap(), answer.headers()["cache-control"].to_str().unwrap()),
            ("audio/mpeg", FOR_EVER)
        );
    }
}
