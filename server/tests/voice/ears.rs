//! Whose ears: somebody's own page is heard by her session alone, for a quarter of an hour, and leaves nothing readable.

use super::*;
use domain::ids::SessionId;
use std::io::Write;
use std::sync::Mutex;

/// The addresses that are hers.
fn hers(page: &Page) -> Vec<String> {
    sounds(page).into_iter().filter(|path| path.starts_with("/audio/hers/")).collect()
}

#[tokio::test]
async fn her_own_page_is_refused_to_every_other_session_and_never_kept() {
    let folder = Folder::new("hers");
    let site = with_tones(&folder).await;
    let mut wang = site.signed_in("wang").await;
    let page = read(&mut wang, "/sessions").await;
    let personal = hers(&page);
    assert!(!personal.is_empty(), "{}", page.text());
    assert!(sounds(&page).len() > personal.len(), "our own sentences on it are everybody's");
    let own = wang.get(&personal[0]).await;
    assert_eq!((own.status, own.headers["cache-control"].as_str()), (200, "no-store"));
    let sound = wang.get(&whole(&page)).await;
    assert_eq!((sound.status, sound.headers["cache-control"].as_str()), (200, "no-store"));

    let mut li = site.signed_in("li").await;
    let here = format!("/read/{}", whole(&page).split('/').nth(2).unwrap());
    for browser in [&mut li, &mut site.browser(), &mut site.signed_in("wang").await] {
        assert_eq!(browser.get(&personal[0]).await.status, 404, "another session, even of the same person");
        assert_eq!(browser.get(&whole(&page)).await.status, 404);
        browser.get(&here).await.must_say("已经收起来了");
        assert_eq!(browser.get(&personal[0].replace("/audio/hers/", "/audio/").to_owned()).await.status, 404);
    }
    assert_eq!(wang.get(&here).await.status, 200);
}

#[tokio::test]
async fn after_a_quarter_of_an_hour_it_is_gone_from_the_ear_and_from_the_disk() {
    let folder = Folder::new("quarter");
    let site = with_tones(&folder).await;
    let mut wang = site.signed_in("wang").await;
    let page = read(&mut wang, "/sessions").await;
    let piece = hers(&page)[0].clone();
    assert_eq!(wang.get(&piece).await.status, 200);
    let kept = || folder.files().into_iter().filter(|path| path.parent().unwrap().ends_with("hers")).count();
    assert_eq!(kept(), 1);
    site.forward_minutes(14);
    site.world.speech.tidy(site.now()).await;
    assert_eq!((wang.get(&piece).await.status, kept()), (200, 1));
    site.forward_minutes(1);
    assert_eq!(wang.get(&piece).await.status, 404, "over before the job has come by");
    assert_eq!(wang.get(&whole(&page)).await.status, 404);
    site.world.speech.tidy(site.now()).await;
    assert_eq!(kept(), 0);
}

#[tokio::test]
async fn what_lies_on_the_disk_is_sealed_and_an_earlier_runs_is_swept_away() {
    let folder = Folder::new("sealed");
    let site = with_tones(&folder).await;
    let mut wang = site.signed_in("wang").await;
    let piece = hers(&read(&mut wang, "/sessions").await)[0].clone();
    let sound = wang.get(&piece).await.bytes;
    let file = folder.files().into_iter().find(|path| path.parent().unwrap().ends_with("hers")).unwrap();
    let lies = std::fs::read(&file).unwrap();
    assert!(!lies.windows(16).any(|part| sound.windows(16).take(50).any(|s| s == part)), "not a frame of it in the clear");
    let anew = room(&folder, vec![Arc::new(Tone)]);
    anew.tidy(site.now()).await;
    assert!(!file.exists());
}

#[tokio::test]
async fn signing_out_ends_what_was_offered() {
    let folder = Folder::new("out");
    let site = with_tones(&folder).await;
    let mut wang = site.signed_in("wang").await;
    let page = read(&mut wang, "/sessions").await;
    wang.open("/my-cases").await;
    wang.post("/sign-out", &[]).await;
    assert_eq!(wang.get(&hers(&page)[0]).await.status, 404);
}

#[tokio::test]
async fn a_page_that_is_not_hers_is_not_read_to_her_either() {
    let folder = Folder::new("guard");
    let site = with_tones(&folder).await;
    let form = |page: &str| [("page".to_owned(), page.to_owned())];
    let mut stranger = site.browser();
    assert_eq!(stranger.post_raw("/read", &form("/my-cases")).await.location.as_deref(), Some("/sign-in"));
    let mut wang = site.signed_in("wang").await;
    for page in ["/staff", "/demo", "/cases/2345883864", "/nowhere", "//evil.example", "/papers/x"] {
        let sent = wang.post_raw("/read", &form(page)).await;
        let heard = wang.follow(sent).await;
        let text = heard.text();
        assert!(text.contains("没有找到") || text.contains("听：首页"), "{page}: {text}");
    }
}

#[tokio::test]
async fn a_strangers_search_words_are_hers_alone() {
    let folder = Folder::new("search");
    let site = with_tones(&folder).await;
    let mut stranger = site.browser();
    let fields = [("page".to_owned(), "/search?q=%E7%B3%96%E5%B0%BF%E7%97%85%E5%92%8C%E5%BF%83%E8%84%8F%E7%97%85".to_owned())];
    let sent = stranger.post_raw("/read", &fields).await;
    let page = stranger.follow(sent).await;
    let personal = hers(&page);
    assert!(!personal.is_empty() && page.text().contains("糖尿病"), "{}", page.text());
    assert_eq!(stranger.get(&personal[0]).await.status, 200);
    assert_eq!(site.browser().get(&personal[0]).await.status, 404);
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);
impl Write for Written {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(part);
        Ok(part.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// An engine that fails with all its might.
struct Broken;
impl Engine for Broken {
    fn mark(&self) -> String {
        "broken".into()
    }
    fn speaks(&self, _: Tongue) -> bool {
        true
    }
    fn speak(&self, _: Tongue, text: &str) -> Result<Voiced, String> {
        if text.len().is_multiple_of(2) { Err("on purpose".into()) } else { panic!("on purpose") }
    }
}

#[tokio::test]
async fn neither_addresses_nor_the_log_hold_a_word_or_a_number_of_hers() {
    let written = Written::default();
    let into = written.clone();
    let log = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_writer(move || into.clone()).finish();
    let _logged = tracing::subscriber::set_default(log);
    let folder = Folder::new("log");
    for engine in [Arc::new(Tone) as Arc<dyn Engine>, Arc::new(Broken)] {
        let site = speaking(&folder, vec![engine]).await;
        let mut wang = site.signed_in("wang").await;
        let page = read(&mut wang, "/sessions").await;
        for path in &sounds(&page) {
            assert!(path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.".contains(&b)), "{path}");
            wang.get(path).await;
        }
        let who = site.person("wang").await;
        let log = String::from_utf8_lossy(&written.0.lock().unwrap()).into_owned();
        for word in [who.name.as_str(), who.id_number.plain(), "登录", "手机", "lookup"] {
            assert!(!log.contains(word), "{word} in the log:\n{log}");
        }
    }
    let log = String::from_utf8_lossy(&written.0.lock().unwrap()).into_owned();
    assert!(log.contains("the voice failed"), "the failure itself is told: {log}");
}

#[tokio::test]
async fn the_fake_and_the_room_keep_the_same_promises() {
    let folder = Folder::new("contract");
    let fake: Arc<dyn Speech> = Arc::new(app::ports::fake::FakeSpeech::default());
    let real: Arc<dyn Speech> = Arc::new(room(&folder, vec![Arc::new(Tone)]));
    let (me, other) = (SessionId::new("me"), SessionId::new("other"));
    let now = jiff::Timestamp::from_second(1_000).unwrap();
    let later = now + app::ports::speech::HEARD_FOR;
    for speech in [fake, real] {
        use app::ports::speech::{Ears, Silence};
        let mine = speech.offer(Tongue::Mandarin, "您好", &Ears::Hers(me.clone()), now);
        assert_eq!(mine, speech.offer(Tongue::Mandarin, "您好", &Ears::Hers(me.clone()), now), "the same name again");
        assert_ne!(mine, speech.offer(Tongue::Mandarin, "您好", &Ears::Hers(other.clone()), now), "nobody else's name");
        assert!(speech.sound(&mine, Some(&me), now).await.is_ok());
        for asking in [Some(&other), None] {
            assert_eq!(speech.sound(&mine, asking, now).await.unwrap_err(), Silence::Gone);
            assert!(speech.kept(&mine, asking, now).await.is_none());
        }
        assert_eq!(speech.sound(&mine, Some(&me), later).await.unwrap_err(), Silence::Gone);
        let all = speech.offer(Tongue::Mandarin, "您好", &Ears::Everybody, now);
        assert!(speech.sound(&all, None, later).await.is_ok());
        assert!(speech.tidy(later).await >= 1);
    }
}
