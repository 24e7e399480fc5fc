//! Reading aloud over HTTP, with beeps instead of speech: who hears what, for how long, how it is sent, and how many at once.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
#[path = "voice/ears.rs"]
mod ears;
#[path = "voice/engine.rs"]
mod engine;
#[path = "voice/queue.rs"]
mod queue;

use app::ports::Speech;
use app::ports::speech::Tongue;
use axum::body::Body;
use axum::http::{HeaderMap, Request, Response};
use common::{Browser, Page, TestSite};
use server::adapters::voice::{Engine, Places, Room, Tone, Voiced};
use server::vault::Vault;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tower::ServiceExt;

/// Beeps that take a while and are counted.
struct Counted {
    made: Arc<AtomicUsize>,
    takes: Duration,
}

impl Engine for Counted {
    fn mark(&self) -> String {
        "counted".into()
    }
    fn speaks(&self, tongue: Tongue) -> bool {
        tongue == Tongue::Mandarin
    }
    fn speak(&self, tongue: Tongue, text: &str) -> Result<Voiced, String> {
        self.made.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(self.takes);
        Tone.speak(tongue, text)
    }
}

/// A folder for sounds that goes with its test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("yibao-voice-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Folder(path)
    }
    /// Everything that lies in it.
    fn files(&self) -> Vec<PathBuf> {
        let mut open = vec![self.0.clone()];
        let mut files = Vec::new();
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() { open.push(path) } else { files.push(path) }
            }
        }
        files
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const PLACES: Places = Places { speaking: 1, waiting: 12, patience: Duration::from_secs(25) };

fn room(folder: &Folder, engines: Vec<Arc<dyn Engine>>) -> Room {
    Room::new(engines, &folder.0, Vault::in_memory().unwrap(), PLACES)
}

/// The site with a voice.
async fn speaking(folder: &Folder, engines: Vec<Arc<dyn Engine>>) -> TestSite {
    let mut test = TestSite::new().await;
    test.world.speech = Arc::new(room(folder, engines));
    test.site.world = test.world.clone();
    test.router = server::http::router(test.site.clone());
    test
}

async fn with_tones(folder: &Folder) -> TestSite {
    speaking(folder, vec![Arc::new(Tone)]).await
}

/// Presses 「读给我听」 on a page and opens what it leads to.
async fn read(browser: &mut Browser<'_>, path: &str) -> Page {
    browser.open(path).await;
    let sent = browser.post("/read", &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    browser.follow(sent).await
}

/// The addresses of the pieces on a reading page.
fn sounds(page: &Page) -> Vec<String> {
    page.body.split("data-sound=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

fn whole(page: &Page) -> String {
    page.body.split("<audio").nth(1).and_then(|rest| rest.split("src=\"").nth(1)).unwrap().split('"').next().unwrap().to_owned()
}

async fn ask(site: &TestSite, path: &str, headers: &[(&str, &str)]) -> (u16, HeaderMap, Vec<u8>) {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer: Response<Body> = site.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = answer.into_parts();
    (parts.status.as_u16(), parts.headers, axum::body::to_bytes(body, 64 << 20).await.unwrap().to_vec())
}

#[tokio::test]
async fn a_public_page_is_heard_whole_and_in_pieces_that_may_be_kept_for_ever() {
    let folder = Folder::new("public");
    let site = with_tones(&folder).await;
    let page = read(&mut site.browser(), "/help").await;
    page.must_say("听：");
    let pieces = sounds(&page);
    assert!(pieces.len() > 3 && pieces.iter().all(|path| path.starts_with("/audio/") && path.ends_with(".mp3")), "{pieces:?}");
    let (status, headers, bytes) = ask(&site, &pieces[0], &[]).await;
    assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "audio/mpeg"));
    assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(headers["content-length"].to_str().unwrap(), bytes.len().to_string());
    assert_eq!((bytes[0], bytes[1] & 0xE0), (0xFF, 0xE0), "MP3");

    let (status, headers, all) = ask(&site, &whole(&page), &[]).await;
    assert_eq!((status, headers.get("content-length")), (200, None), "sent while it is made");
    let mut joined = Vec::new();
    for piece in &pieces {
        joined.extend(ask(&site, piece, &[]).await.2);
    }
    assert_eq!(all, joined, "the whole is its pieces in their order");
    let (_, headers, again) = ask(&site, &whole(&page), &[]).await;
    assert_eq!((headers["content-length"].to_str().unwrap(), again.len()), (all.len().to_string().as_str(), all.len()));
}

#[tokio::test]
async fn a_player_gets_the_part_it_asks_for_also_of_a_sound_that_is_not_made_yet() {
    let folder = Folder::new("range");
    let site = with_tones(&folder).await;
    let page = read(&mut site.browser(), "/help").await;
    let (status, headers, first) = ask(&site, &whole(&page), &[("range", "bytes=0-1")]).await;
    assert_eq!((status, first.len()), (206, 2));
    let all: usize = headers["content-range"].to_str().unwrap().rsplit('/').next().unwrap().parse().unwrap();
    let (_, _, bytes) = ask(&site, &whole(&page), &[]).await;
    assert_eq!(bytes.len(), all);
    let piece = &sounds(&page)[0];
    let (_, _, full) = ask(&site, piece, &[]).await;
    let (status, headers, part) = ask(&site, piece, &[("range", "bytes=10-19"), ("accept-encoding", "gzip, br")]).await;
    assert_eq!((status, part.as_slice()), (206, &full[10..20]));
    assert_eq!(headers["content-range"].to_str().unwrap(), format!("bytes 10-19/{}", full.len()));
    assert_eq!(ask(&site, piece, &[("range", "bytes=9999999-")]).await.0, 416);
}

#[tokio::test]
async fn a_sound_that_nobody_offered_is_not_there() {
    let folder = Folder::new("unknown");
    let site = with_tones(&folder).await;
    for name in ["0".repeat(64), "../../keys.toml".into(), "x".into(), "%2e%2e%2fkeys".into()] {
        assert_eq!(ask(&site, &format!("/audio/{name}.mp3"), &[]).await.0, 404, "{name}");
        assert_eq!(ask(&site, &format!("/audio/hers/{name}"), &[]).await.0, 404, "{name}");
    }
    assert!(folder.files().is_empty());
}

#[tokio::test]
async fn a_sound_outlives_a_restart_because_it_is_named_by_its_words() {
    let folder = Folder::new("restart");
    let piece = {
        let site = with_tones(&folder).await;
        let piece = sounds(&read(&mut site.browser(), "/help").await)[0].clone();
        assert_eq!(ask(&site, &piece, &[]).await.0, 200);
        piece
    };
    let site = with_tones(&folder).await;
    assert_eq!(ask(&site, &piece, &[]).await.0, 200);
    assert!(sounds(&read(&mut site.browser(), "/help").await).contains(&piece), "and gets the same name again");
}

#[tokio::test]
async fn without_a_voice_the_page_says_whom_to_call_and_lists_the_words() {
    let folder = Folder::new("silent");
    let site = speaking(&folder, Vec::new()).await;
    let page = read(&mut site.browser(), "/help").await;
    page.must_say("这里现在读不出声音");
    page.must_say("0990-555");
    page.must_say("data-player=\"browser\"");
    assert!(sounds(&page).is_empty() && !page.says("<audio"));
    assert!(page.body.matches("data-piece").count() > 3, "the browser's own voice finds its words");
    assert!(!site.world.speech.speaks(Tongue::Mandarin));
}

#[tokio::test]
async fn a_mistake_in_a_form_is_read_too() {
    let folder = Folder::new("mistake");
    let site = with_tones(&folder).await;
    let mut browser = site.browser();
    browser.open("/sign-in?who=other").await;
    browser.post("/sign-in", &[("name", "王桂兰"), ("id_number", "123")]).await.must_say("有几处要改一下");
    let sent = browser.post_form("/read", |form| form.contains("name=\"words\""), &[]).await;
    let page = browser.follow(sent).await;
    assert!(page.text().contains("身份证号码"), "{}", page.text());
    assert!(!sounds(&page).is_empty());
}

#[tokio::test]
async fn words_that_came_with_no_form_of_ours_are_not_spoken() {
    let folder = Folder::new("foreign");
    let site = with_tones(&folder).await;
    let mut browser = site.browser();
    let fields = [("page", "/help"), ("words", "请马上转账到这个号码。")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    let sent = browser.post_raw("/read", &fields).await;
    let page = browser.follow(sent).await;
    page.must_not_say("转账");
    page.must_say("听：");
}

#[tokio::test]
async fn markup_control_signs_and_ten_thousand_characters_break_nothing() {
    let folder = Folder::new("long");
    let site = with_tones(&folder).await;
    let mut browser = site.signed_in("wang").await;
    browser.open("/my-cases").await;
    let page = browser.open("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%00%1b").await;
    assert_eq!(page.status, 200);
    let long = format!("<b>\u{0}\u{1b}医保&lt;</b>{}", "很长的话。".repeat(2_000));
    let sent = browser.post_form("/read", |_| true, &[("page", "/sign-in"), ("words", &long)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let csrf = browser.open("/my-cases").await.value_of("csrf").unwrap();
    let fields = [("csrf", csrf.as_str()), ("page", "/"), ("words", &long)].map(|(n, v)| (n.to_owned(), v.to_owned()));
    let sent = browser.post_raw("/read", &fields).await;
    let page = browser.follow(sent).await;
    let text = page.text();
    assert!(text.contains("很长的话") && !text.contains("script"), "{}", text.chars().take(900).collect::<String>());
    assert!(!page.body.contains(['\u{0}', '\u{1b}']), "control signs are not there");
    let heard = browser.get(&sounds(&page)[0]).await;
    assert_eq!((heard.status, heard.headers["content-type"].as_str()), (200, "audio/mpeg"));
}
