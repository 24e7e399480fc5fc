//! What every request meets, driven through a small router of its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use axum::extract::{Multipart, Path};
use axum::http::{Method, StatusCode};
use axum::routing::{get, post};
use tower::ServiceExt;

use super::*;

fn site_with(public_url: Option<&str>) -> Router {
    let router = Router::new()
        .route("/", get(|| async { "home" }))
        .route("/cases/{reference}", get(|Path(r): Path<String>| async move { r }))
        .route(
            "/panic",
            get(|| async {
                if true {
                    panic!("王桂兰")
                }
            }),
        )
        .route("/form", post(|body: String| async move { body.len().to_string() }))
        .route(
            "/id",
            get(|request: Request| async move { format!("{:?}", request.headers().get_all("x-request-id").iter().collect::<Vec<_>>()) }),
        )
        .route(
            "/paper",
            get(|| async {
                ([(header::CONTENT_SECURITY_POLICY, security_headers::PAPER_POLICY), (header::CACHE_CONTROL, "private")], "x")
            }),
        )
        .route(
            "/file",
            post(|mut form: Multipart| async move {
                let mut field = form.next_field().await.unwrap().unwrap();
                let kept = read_at_most(&mut field, 1000).await.unwrap().len();
                drop(field);
                let next = form.next_field().await.unwrap().unwrap().text().await.unwrap();
                format!("{kept} {next}")
            }),
        );
    let limits = BodyLimits { form: 1024, file: 100_000, drained: 1_000_000, patience: std::time::Duration::from_secs(5) };
    wrap(
        router,
        Outer {
            headers: SecurityHeaders::new("abc=", public_url.is_some()),
            same_origin: SameOrigin::new(public_url),
            limits,
            page: bare_page(),
        },
    )
}

async fn ask(router: Router, request: Request) -> (StatusCode, HeaderMap, String) {
    let response = router.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 1_000_000).await.unwrap();
    (parts.status, parts.headers, String::from_utf8(bytes.to_vec()).unwrap())
}

fn request(method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Request {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body.into()).unwrap()
}

fn of_get(path: &str) -> Request {
    request(Method::GET, path, &[], "")
}

#[tokio::test]
async fn every_answer_carries_the_whole_policy() {
    for path in ["/", "/nowhere", "/panic"] {
        let (_, headers, _) = ask(site_with(Some("https://a.cn")), of_get(path)).await;
        assert_eq!(
            headers["content-security-policy"],
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-abc='; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; manifest-src 'self'"
        );
        for (name, value) in [
            ("referrer-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
            ("strict-transport-security", "max-age=31536000"),
        ] {
            assert_eq!(headers[name], value, "{path} {name}");
        }
        assert!(headers["permissions-policy"].to_str().unwrap().contains("geolocation=()"));
    }
}

#[tokio::test]
async fn a_door_keeps_its_own_stricter_policy_and_https_is_only_promised_when_it_is_there() {
    let (_, headers, _) = ask(site_with(None), of_get("/paper")).await;
    assert!(headers["content-security-policy"].to_str().unwrap().starts_with("sandbox;"));
    assert_eq!(headers["cache-control"], "private");
    assert!(!headers.contains_key("strict-transport-security"));
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_one_of_ours_is_taken() {
    let local = [("host", "127.0.0.1:3000")];
    type Says = &'static [(&'static str, &'static str)];
    let cases: &[(Option<&str>, Says, bool)] = &[
        (None, &[], true),
        (None, &[("sec-fetch-site", "same-origin")], true),
        (None, &[("sec-fetch-site", "none")], true),
        (None, &[("sec-fetch-site", "cross-site")], false),
        (None, &[("sec-fetch-site", "same-site")], false),
        (None, &[("origin", "http://127.0.0.1:3000")], true),
        (None, &[("origin", "http://127.0.0.1:3001")], false),
        (None, &[("origin", "https://127.0.0.1:3000")], false),
        (None, &[("origin", "null")], false),
        (Some("https://a.cn"), &[("origin", "https://a.cn")], true),
        (Some("https://a.cn:443"), &[("origin", "https://a.cn")], true),
        (Some("https://a.cn"), &[("origin", "http://a.cn")], false),
        (Some("https://a.cn"), &[("origin", "https://evil.a.cn")], false),
        (Some("https://a.cn"), &[("origin", "http://127.0.0.1:3000")], false),
        (Some("https://a.cn"), &[("sec-fetch-site", "same-origin"), ("origin", "https://b.cn")], false),
    ];
    for (public_url, says, taken) in cases {
        let headers: Vec<_> = local.iter().chain(says.iter()).copied().collect();
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let allowed = SameOrigin::new(*public_url).allows(&method, &request(method.clone(), "/form", &headers, "").headers().clone());
            assert_eq!(allowed, *taken, "{method} {public_url:?} {says:?}");
        }
        let (status, ..) = ask(site_with(*public_url), request(Method::POST, "/form", &headers, "a=1")).await;
        assert_eq!(status, if *taken { StatusCode::OK } else { StatusCode::FORBIDDEN }, "{public_url:?} {says:?}");
        let (status, ..) = ask(site_with(*public_url), request(Method::GET, "/", &headers, "")).await;
        assert_eq!(status, StatusCode::OK, "links from other sites may lead here");
    }
}

#[tokio::test]
async fn a_panic_becomes_a_page_with_the_id_and_without_the_message() {
    let (status, headers, body) = ask(site_with(None), of_get("/panic")).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(body.contains(headers["x-request-id"].to_str().unwrap()), "{body}");
    assert!(!body.contains("王桂兰"));
}

#[tokio::test]
async fn an_id_from_outside_is_replaced_by_one_of_ours() {
    let (_, headers, body) =
        ask(site_with(None), request(Method::GET, "/id", &[("x-request-id", "forged"), ("x-request-id", "twice")], "")).await;
    let ours = headers["x-request-id"].to_str().unwrap();
    assert_eq!(body, format!("[{ours:?}]"));
    assert_eq!((ours.len(), &ours[4..5]), (9, "-"));
    let (_, again, _) = ask(site_with(None), of_get("/id")).await;
    assert_ne!(again["x-request-id"], ours);
}

#[tokio::test]
async fn too_large_a_form_gets_its_page_after_it_was_read_to_the_end() {
    let body = "x".repeat(5_000);
    let length = body.len().to_string();
    let (status, ..) = ask(site_with(None), request(Method::POST, "/form", &[("content-length", &length)], body.clone())).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let (status, ..) = ask(site_with(None), request(Method::POST, "/form", &[], body)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE, "without an announced length too");
    let (status, _, text) = ask(site_with(None), request(Method::POST, "/form", &[], "x".repeat(1024))).await;
    assert_eq!((status, text.as_str()), (StatusCode::OK, "1024"));
}

#[tokio::test]
async fn too_large_a_file_is_cut_and_the_fields_behind_it_are_still_read() {
    let body = format!(
        "--b\r\ncontent-disposition: form-data; name=\"paper\"; filename=\"a.jpg\"\r\n\r\n{}\r\n--b\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\nsecond\r\n--b--\r\n",
        "x".repeat(50_000)
    );
    let kind = [("content-type", "multipart/form-data; boundary=b")];
    let (status, _, text) = ask(site_with(None), request(Method::POST, "/file", &kind, body)).await;
    assert_eq!((status, text.as_str()), (StatusCode::OK, "1000 second"));
}

#[test]
fn the_access_log_knows_routes_and_never_what_stands_in_them() {
    let text = crate::logging::logged("trace", || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let site = site_with(None);
            ask(site.clone(), of_get("/cases/EN7RGH?name=%E7%8E%8B")).await;
            ask(site.clone(), of_get("/secret-path")).await;
            ask(site.clone(), request(Method::from_bytes(b"SECRET-METHOD").unwrap(), "/", &[], "")).await;
            ask(site, of_get("/panic")).await;
        });
    });
    let lines: Vec<serde_json::Value> =
        text.lines().map(|l| serde_json::from_str(l).unwrap()).filter(|l: &serde_json::Value| l["target"] == "access").collect();
    let seen: Vec<_> =
        lines.iter().map(|l| (l["method"].as_str().unwrap(), l["route"].as_str().unwrap(), l["status"].as_u64().unwrap())).collect();
    assert_eq!(seen, [("GET", "/cases/{reference}", 200), ("GET", "(none)", 404), ("other", "/", 405), ("GET", "/panic", 500)]);
    assert!(lines.iter().all(|l| l["ms"].is_number() && l["span"]["id"].as_str().unwrap().len() == 9), "{text}");
    for secret in ["EN7RGH", "name=", "secret-path", "SECRET", "王桂兰"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}
