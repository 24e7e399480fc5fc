//! How many at once: the same sentence is made once, a flood is told to come again, and pages do not notice.

use super::*;
use std::time::Instant;

fn counted(takes: u64) -> (Arc<AtomicUsize>, Arc<dyn Engine>) {
    let made = Arc::new(AtomicUsize::new(0));
    (made.clone(), Arc::new(Counted { made, takes: Duration::from_millis(takes) }))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_who_ask_for_the_same_sentence_wait_for_one_making() {
    let folder = Folder::new("hundred");
    let (made, engine) = counted(300);
    let site = Arc::new(speaking(&folder, vec![engine]).await);
    let piece = sounds(&read(&mut site.browser(), "/help").await)[0].clone();
    let all: Vec<_> = (0..100)
        .map(|_| {
            let (site, piece) = (site.clone(), piece.clone());
            tokio::spawn(async move { ask(&site, &piece, &[]).await })
        })
        .collect();
    let mut bodies = Vec::new();
    for one in all {
        let (status, _, bytes) = one.await.unwrap();
        assert_eq!(status, 200);
        bodies.push(bytes);
    }
    assert!(bodies.iter().all(|bytes| *bytes == bodies[0]));
    assert_eq!(made.load(Ordering::SeqCst), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_hundred_at_once_some_are_heard_others_come_again_and_pages_stay_quick() {
    let folder = Folder::new("flood");
    let (made, engine) = counted(60);
    let site = Arc::new(speaking(&folder, vec![engine]).await);
    let now = site.now();
    let words: Vec<String> = (0..200).map(|n| format!("第{n}句话。")).collect();
    let offered: Vec<_> =
        words.iter().map(|w| site.world.speech.offer(Tongue::Mandarin, w, &app::ports::speech::Ears::Everybody, now)).collect();
    let all: Vec<_> = offered
        .iter()
        .map(|sound| {
            let (site, path) = (site.clone(), format!("/audio/{}.mp3", sound.name()));
            tokio::spawn(async move { ask(&site, &path, &[]).await })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let (mut slowest, mut pages) = (Duration::ZERO, 0);
    while pages < 10 {
        let began = Instant::now();
        assert_eq!(ask(&site, "/search?q=%E4%BD%8F%E9%99%A2", &[]).await.0, 200);
        slowest = slowest.max(began.elapsed());
        pages += 1;
    }
    let (mut heard, mut busy) = (0, 0);
    for one in all {
        let (status, headers, bytes) = one.await.unwrap();
        match status {
            200 => heard += usize::from(!bytes.is_empty()),
            503 => {
                assert_eq!((headers["retry-after"].to_str().unwrap(), headers["cache-control"].to_str().unwrap()), ("5", "no-store"));
                busy += 1;
            }
            other => panic!("{other}"),
        }
    }
    assert_eq!((heard + busy, heard), (200, made.load(Ordering::SeqCst)));
    assert!((PLACES.waiting..=PLACES.waiting + PLACES.speaking + 20).contains(&heard), "{heard} heard, {busy} told to come again");
    assert!(slowest < Duration::from_secs(2), "a page took {slowest:?}");
    // Nobody waits any more: the next one is heard at once.
    let late = site.world.speech.offer(Tongue::Mandarin, "再来一句。", &app::ports::speech::Ears::Everybody, now);
    assert_eq!(ask(&site, &format!("/audio/{}.mp3", late.name()), &[]).await.0, 200);
    assert!(!site.world.speech.idle(site.now()), "somebody listened just now");
    assert!(site.world.speech.idle(site.now() + jiff::SignedDuration::from_mins(2)));
}

#[tokio::test]
async fn what_everybody_will_ask_for_is_made_ahead_once() {
    let folder = Folder::new("ahead");
    let (made, engine) = counted(0);
    let site = speaking(&folder, vec![engine]).await;
    let pieces = server::http::reading::sounds_of(&site.site, "/help").await;
    assert!(pieces.len() > 3);
    for _ in 0..2 {
        for sound in &pieces {
            site.world.speech.make_ahead(sound, site.now()).await.unwrap();
        }
    }
    let names: std::collections::BTreeSet<&str> = pieces.iter().map(|sound| sound.name()).collect();
    assert_eq!(made.load(Ordering::SeqCst), names.len());
    let heard = sounds(&read(&mut site.browser(), "/help").await);
    assert_eq!(heard.len(), pieces.len());
    assert_eq!(ask(&site, &heard[0], &[]).await.0, 200);
    assert_eq!(made.load(Ordering::SeqCst), names.len(), "nothing was made again");
    assert!(server::http::reading::sounds_of(&site.site, "/my-cases").await.is_empty(), "never somebody's own page");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_who_leaves_does_not_undo_what_others_wait_for() {
    let folder = Folder::new("leaves");
    let (made, engine) = counted(300);
    let site = Arc::new(speaking(&folder, vec![engine]).await);
    let piece = sounds(&read(&mut site.browser(), "/help").await)[0].clone();
    let (first, path) = (site.clone(), piece.clone());
    let leaves = tokio::spawn(async move { ask(&first, &path, &[]).await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    leaves.abort();
    assert_eq!(ask(&site, &piece, &[]).await.0, 200);
    assert_eq!(made.load(Ordering::SeqCst), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_engine_that_breaks_off_is_a_silence_and_the_next_one_is_heard() {
    struct Once(AtomicUsize);
    impl Engine for Once {
        fn mark(&self) -> String {
            "once".into()
        }
        fn speaks(&self, _: Tongue) -> bool {
            true
        }
        fn speak(&self, tongue: Tongue, text: &str) -> Result<Voiced, String> {
            assert!(self.0.fetch_add(1, Ordering::SeqCst) > 0, "breaks off the first time");
            Tone.speak(tongue, text)
        }
    }
    let folder = Folder::new("breaks");
    let site = speaking(&folder, vec![Arc::new(Once(AtomicUsize::new(0)))]).await;
    let piece = sounds(&read(&mut site.browser(), "/help").await)[0].clone();
    assert_eq!(ask(&site, &piece, &[]).await.0, 500);
    assert_eq!(ask(&site, &piece, &[]).await.0, 200);
}
