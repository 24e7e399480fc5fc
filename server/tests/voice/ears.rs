//! Whose ears: somebody's own page is heard by her session alone, for a quarter of an hour, and leaves nothing readable.

use super::*;
use app::routes::{Cache, DOORS, Method};
use domain::ids::SessionId;
use std::io::Write;
use std::sync::Mutex;

/// Asks for all of them, and gives one whose sound lies in her own drawer: not a sentence of ours.
async fn own_piece(folder: &Folder, browser: &mut Browser<'_>, page: &Page) -> String {
    for path in hers(page) {
        let before = folder.files().len();
        browser.get(&path).await;
        if folder.files().iter().any(|file| file.parent().unwrap().ends_with("hers")) && folder.files().len() > before {
            return path;
        }
    }
    panic!("nothing of her own: {}", page.text())
}

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
    assert_eq!(sounds(&page), personal, "also where the words are ours: which of them she hears is hers");
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
async fn behind_every_personal_door_every_sound_is_hers() {
    let folder = Folder::new("doors");
    let site = with_tones(&folder).await;
    let mut wang = site.signed_in("wang").await;
    let mut heard = 0;
    for door in DOORS.iter().filter(|door| door.method == Method::Get && door.cache == Cache::Personal && !door.path.contains('{')) {
        let csrf = wang.open("/sessions").await.value_of("csrf").unwrap();
        let fields = [("csrf", csrf.as_str()), ("page", door.path)].map(|(n, v)| (n.to_owned(), v.to_owned()));
        let sent = wang.post_raw("/read", &fields).await;
        if !sent.location.as_deref().unwrap_or_default().starts_with("/read/") {
            continue;
        }
        let page = wang.follow(sent).await;
        assert_eq!(sounds(&page), hers(&page), "{:?}", door.name);
        heard += 1;
    }
    assert!(heard >= 10, "{heard} pages were heard");
}

#[tokio::test]
async fn a_sentence_of_ours_is_made_once_for_all_and_asked_for_by_each_alone() {
    let folder = Folder::new("ours");
    let made = Arc::new(AtomicUsize::new(0));
    let engine = Counted { made: made.clone(), takes: Duration::ZERO };
    let site = speaking(&folder, vec![Arc::new(engine)]).await;
    let sentence = async |person: &str| {
        let mut browser = site.signed_in(person).await;
        let page = read(&mut browser, "/voice-messages").await;
        let piece =
            page.body.split("data-sound=\"").find(|part| part.contains("还没有留过话")).unwrap().split('"').next().unwrap().to_owned();
        (browser.get(&piece).await.bytes, piece)
    };
    let (first, second) = (sentence("wang").await, sentence("li").await);
    assert_ne!(first.1, second.1, "the address tells nothing");
    assert!(!first.0.is_empty() && first.0 == second.0);
    assert_eq!(made.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn numbers_are_heard_by_their_ends_until_she_asks_for_all_of_them() {
    let folder = Folder::new("full");
    let site = with_tones(&folder).await;
    let mut wang = site.signed_in("wang").await;
    wang.open("/guide/out-of-area").await;
    let start = wang.post("/file/out-of-area", &[]).await.location.unwrap();
    let contact = format!("{}/contact", start.rsplit_once('/').unwrap().0);
    let before = read(&mut wang, "/sessions").await;
    before.must_not_say("读出完整号码");
    for (field, value) in [("kind", "temporary"), ("place", "33")] {
        let step = format!("{}/{field}", start.rsplit_once('/').unwrap().0);
        wang.open(&step).await;
        wang.post(&step, &[(if field == "place" { "province" } else { field }, value)]).await;
    }
    let page = read(&mut wang, &contact).await;
    page.must_say("读出完整号码");
    let asked = wang.post_form("/read", |form| form.contains("name=\"full\""), &[]).await;
    let full = wang.follow(asked).await;
    full.must_not_say("读出完整号码");
    let differ = sounds(&full).iter().zip(sounds(&page)).filter(|(full, masked)| *full != masked).count();
    assert_eq!((differ, sounds(&full).len()), (1, sounds(&page).len()), "her telephone and nothing else");
}

#[tokio::test]
async fn after_a_quarter_of_an_hour_it_is_gone_from_the_ear_and_from_the_disk() {
    let folder = Folder::new("quarter");
    let site = with_tones(&folder).await;
    let mut wang = site.signed_in("wang").await;
    let page = read(&mut wang, "/sessions").await;
    let piece = own_piece(&folder, &mut wang, &page).await;
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
    let page = read(&mut wang, "/sessions").await;
    let piece = own_piece(&folder, &mut wang, &page).await;
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
