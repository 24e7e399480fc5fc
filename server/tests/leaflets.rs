//! Guides on paper: every service as a PDF that can be read back, made once for two hundred who ask at once, and a print page
//! wherever none can be made. The fonts are those that scripts/need.sh installs for the browser tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use app::pages::guide::leaflet::leaflet;
use app::pages::guide::{GuideData, Start};
use app::ports::World;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use common::TestSite;
use domain::catalog::ItemCode;
use domain::catalog::items::ITEMS;
use jiff::SignedDuration;
use server::adapters::press::FontPress;
use server::site::Site;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use tower::ServiceExt;

fn font(weight: &str) -> PathBuf {
    let path = PathBuf::from(format!("/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"));
    assert!(path.is_file(), "{} is missing: scripts/need.sh test installs it (package fonts-noto-cjk)", path.display());
    path
}

/// The same site with a press of its own, and without what it kept before.
fn with_press(site: &TestSite, press: Arc<FontPress>) -> Router {
    let world = World { press, ..site.world.clone() };
    server::http::router(Site { world, kept: Arc::default(), ..site.site.clone() })
}

fn real() -> Arc<FontPress> {
    Arc::new(FontPress::new(font("Regular"), font("Bold")))
}

async fn get(router: &Router, path: &str, mark: Option<&str>) -> Response<Body> {
    let mut request = Request::builder().uri(path);
    if let Some(mark) = mark {
        request = request.header(header::IF_NONE_MATCH, mark);
    }
    router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

async fn bytes(response: Response<Body>) -> Vec<u8> {
    axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()
}

async fn page(router: &Router, path: &str) -> String {
    let answer = get(router, path, None).await;
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    String::from_utf8(bytes(answer).await).unwrap()
}

/// All streams of a PDF, unpacked.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let find = |from: usize, what: &[u8]| (from..pdf.len().saturating_sub(what.len())).find(|at| pdf[*at..].starts_with(what));
    let (mut all, mut at) = (Vec::new(), 0);
    while let Some(start) = find(at, b"stream\n") {
        let end = find(start, b"endstream").unwrap();
        let mut text = Vec::new();
        if flate2::read::ZlibDecoder::new(&pdf[start + 7..end]).read_to_end(&mut text).is_err() {
            text = pdf[start + 7..end].to_vec();
        }
        all.push(text);
        at = end + 9;
    }
    all
}

/// The signs that can be copied out of it: what its tables say about each embedded letter.
fn signs(pdf: &[u8]) -> BTreeSet<char> {
    let mut all = BTreeSet::new();
    for stream in streams(pdf) {
        let text = String::from_utf8_lossy(&stream);
        for table in text.split("beginbfchar").skip(1) {
            for line in table.split("endbfchar").next().unwrap().lines() {
                let Some(code) = line.split('<').nth(2).and_then(|rest| rest.split('>').next()) else { continue };
                let units: Vec<u16> = (0..code.len() / 4).map(|at| u16::from_str_radix(&code[at * 4..at * 4 + 4], 16).unwrap()).collect();
                all.extend(char::decode_utf16(units).map(Result::unwrap));
            }
        }
    }
    all
}

fn said(pdf: &[u8], what: &str) -> bool {
    pdf.windows(what.len()).any(|here| here == what.as_bytes())
}

#[tokio::test]
async fn every_service_has_a_pdf_that_can_be_read_back_and_is_small() {
    let site = TestSite::new().await;
    let router = with_press(&site, real());
    for item in ITEMS {
        let slug = item.code.slug();
        let answer = get(&router, &format!("/guide/{slug}/pdf"), None).await;
        assert_eq!(answer.status(), StatusCode::OK, "{slug}");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/pdf");
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "public, max-age=0, must-revalidate");
        assert!(!answer.headers().contains_key(header::SET_COOKIE));
        let pdf = bytes(answer).await;
        assert!(pdf.starts_with(b"%PDF-1.7") && pdf.len() < 300 * 1024, "{slug}: {} KB", pdf.len() / 1024);
        for what in ["/Lang(zh-CN)", "/StructTreeRoot", "/S/H1", "/S/LBody", "pdfuaid:part", "/FontFile"] {
            assert!(said(&pdf, what), "{slug} {what}");
        }
        let data = GuideData { item: item.code, start: Start::CounterOnly, promised: Vec::new(), tonight: None, code: None, pdf: None };
        let cx = app::cx::Cx { region: site.site.card.clone(), ..app::cx::Cx::sample() };
        let wanted = leaflet(&cx, &data, true, site.world.today()).texts().concat();
        let there = signs(&pdf);
        let lost: String = wanted.chars().filter(|sign| !there.contains(sign) && *sign != ' ').collect();
        assert_eq!(lost, "", "{slug}");
    }
}

#[tokio::test]
async fn two_hundred_who_ask_at_once_wait_for_one_making() {
    let site = TestSite::new().await;
    let press = real();
    let router = with_press(&site, press.clone());
    let asks: Vec<_> = (0..200)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { bytes(get(&router, "/guide/claim/pdf", None).await).await })
        })
        .collect();
    let mut all = BTreeSet::new();
    for ask in asks {
        all.insert(ask.await.unwrap());
    }
    assert_eq!((all.len(), press.made()), (1, 1));
}

#[tokio::test]
async fn a_browser_that_has_it_already_is_told_so_until_the_day_is_over() {
    let site = TestSite::new().await;
    let press = real();
    let router = with_press(&site, press.clone());
    let first = get(&router, "/guide/claim/pdf", None).await;
    let mark = first.headers()[header::ETAG].to_str().unwrap().to_owned();
    let again = get(&router, "/guide/claim/pdf", Some(&mark)).await;
    assert_eq!((again.status(), bytes(again).await.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(get(&router, "/guide/claim/pdf", Some("\"other\"")).await.status(), StatusCode::OK);
    site.forward(SignedDuration::from_hours(24));
    let tomorrow = get(&router, "/guide/claim/pdf", Some(&mark)).await;
    assert_eq!(tomorrow.status(), StatusCode::OK, "another day stands on it");
    assert_eq!(press.made(), 2);
}

#[tokio::test]
async fn a_guide_offers_the_file_with_its_size_and_the_print_page_too() {
    let site = TestSite::new().await;
    let router = with_press(&site, real());
    let size = bytes(get(&router, "/guide/claim/pdf", None).await).await.len();
    for path in ["/guide/claim", "/guide/claim/print"] {
        let html = page(&router, path).await;
        assert!(html.contains("href=\"/guide/claim/pdf\""), "{path}");
        assert!(html.contains(&size.div_ceil(1024).to_string()), "{path}");
    }
    assert!(page(&router, "/guide/claim").await.contains("href=\"/guide/claim/print\""));
}

#[tokio::test]
async fn without_a_font_and_with_a_broken_one_the_print_page_says_the_same() {
    let site = TestSite::new().await;
    let broken = std::env::temp_dir().join(format!("yibao-no-font-{}.ttf", std::process::id()));
    std::fs::write(&broken, "no letters in here").unwrap();
    let with_broken = with_press(&site, Arc::new(FontPress::new(broken.clone(), broken.clone())));
    for router in [&site.router, &with_broken] {
        let answer = get(router, "/guide/claim/pdf", None).await;
        assert_eq!((answer.status(), answer.headers()[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/guide/claim/print"));
        assert!(!page(router, "/guide/claim").await.contains("/guide/claim/pdf"));
        let html = page(router, "/guide/claim/print").await;
        assert!(html.contains("0990-555 0100") && !html.contains("/guide/claim/pdf"));
    }
    std::fs::remove_file(broken).unwrap();
}

#[tokio::test]
async fn the_print_page_carries_the_day_and_is_kept_nowhere() {
    let site = TestSite::new().await;
    let untied = |html: String| ["<span class=\"tied\">", "<span>", "</span>"].iter().fold(html, |html, tag| html.replace(tag, ""));
    assert!(untied(page(&site.router, "/guide/claim/print").await).contains("2026年3月2日打印"));
    site.forward(SignedDuration::from_hours(24));
    assert!(untied(page(&site.router, "/guide/claim/print").await).contains("2026年3月3日打印"));
    let answer = get(&site.router, "/guide/claim/print", None).await;
    assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-store");
    for path in ["/guide/nothing/print", "/guide/nothing/pdf"] {
        assert_eq!(get(&site.router, path, None).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    assert!(ItemCode::from_slug("nothing").is_none());
}
