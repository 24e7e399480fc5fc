//! Speaking to the site, at its doors: wishes said and written, bad recordings, messages for the desk and who hears them.
//! The recogniser is the stand-in of the tests: each hundred hertz is a sentence.
//! Long because each bad recording has a sentence of its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Browser, Page, TestSite};
use domain::sound::{Clip, RATE};
use server::adapters::hearing::{Line, StandIn};
use server::site::Options;
use std::sync::Arc;

/// A second of a tone, as WAV; its pitch is the sentence.
fn said(hertz: usize) -> Vec<u8> {
    seconds(hertz, 1)
}

fn seconds(hertz: usize, seconds: usize) -> Vec<u8> {
    let step = hertz as f64 * std::f64::consts::TAU / RATE as f64;
    Clip::new((0..RATE * seconds).map(|i| ((i as f64 * step).sin() * 9_000.0) as i16).collect()).to_wav()
}

/// The same second in eight bits and in two channels, as some phones write it.
fn eight_bits(wav: &[u8]) -> Vec<u8> {
    let data: Vec<u8> = wav[44..].chunks_exact(2).map(|s| (i16::from_le_bytes([s[0], s[1]]) / 256 + 128) as u8).collect();
    header(1, 8, &data)
}

fn stereo(wav: &[u8]) -> Vec<u8> {
    let data: Vec<u8> = wav[44..].chunks_exact(2).flat_map(|s| [s[0], s[1], s[0], s[1]]).collect();
    header(2, 16, &data)
}

fn header(channels: u16, bits: u16, data: &[u8]) -> Vec<u8> {
    let wide = channels * bits / 8;
    let mut out = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0".to_vec();
    out.extend(channels.to_le_bytes());
    out.extend((RATE as u32).to_le_bytes());
    out.extend((RATE as u32 * u32::from(wide)).to_le_bytes());
    out.extend(wide.to_le_bytes());
    out.extend(bits.to_le_bytes());
    out.extend(b"data");
    out.extend((data.len() as u32).to_le_bytes());
    out.extend(data);
    out
}

async fn listening() -> TestSite {
    listening_with(Options::default()).await
}

async fn listening_with(options: Options) -> TestSite {
    let mut site = TestSite::with(options).await;
    site.site.world.hearing = Arc::new(Line::new(|| Ok(Box::new(StandIn))));
    site.world = site.site.world.clone();
    // As the server does around its doors: how much may come is decided there.
    site.router = server::http::router(site.site.clone()).layer(axum::extract::DefaultBodyLimit::disable());
    site
}

/// Says it on the page that is open, and looks at the answer.
async fn say(browser: &mut Browser<'_>, wav: &[u8]) -> Page {
    let page = browser.upload("/talk", "sound", "voice.wav", wav).await;
    assert_eq!(page.status, 303, "{}", page.text());
    browser.follow(page).await
}

async fn write(browser: &mut Browser<'_>, words: &str) -> Page {
    let body = format!("--cut\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\n{words}\r\n--cut--\r\n");
    let page = browser.post_multipart("/talk", body.into_bytes()).await;
    assert_eq!(page.status, 303, "{}", page.text());
    browser.follow(page).await
}

#[tokio::test]
async fn a_spoken_wish_is_asked_back_with_two_guesses_and_a_person_to_call() {
    let site = listening().await;
    let mut visitor = site.browser();
    visitor.open("/talk").await.must_say("按一下，开始说");
    for wav in [said(300), eight_bits(&said(300)), stereo(&said(300))] {
        let page = say(&mut visitor, &wav).await;
        page.must_say("您是想……吗？");
        page.must_say("我要报销");
        page.must_say("href=\"/guide/claim\"");
        page.must_say("tel:");
        assert!(page.body.matches("class=\"tile\"").count() <= 2);
    }
    let page = say(&mut visitor, &said(500)).await;
    page.must_say("href=\"/comfort?size=2\"");
    let form = visitor.open("/comfort?size=2").await;
    assert!(form.body.contains("id=\"f-size-1\" name=\"size\" value=\"2\" checked"), "proposed");
    assert!(form.body.contains("class=\"e1 elder"), "and not yet in force");
}

#[tokio::test]
async fn what_was_said_stands_in_no_address_and_is_gone_after_ten_minutes() {
    let site = listening().await;
    let mut visitor = site.browser();
    visitor.open("/talk").await;
    let sent = visitor.upload("/talk", "sound", "voice.wav", &said(300)).await;
    let to = sent.location.unwrap();
    assert!(to.is_ascii() && !to.contains('%'), "{to}");
    visitor.open(&to).await.must_say("我要报销");
    site.forward_minutes(11);
    let late = visitor.open(&to).await;
    late.must_not_say("我要报销");
    late.must_say("href=\"/guide/claim\"");
}

#[tokio::test]
async fn every_bad_recording_is_told_with_another_way() {
    let site = listening().await;
    let mut visitor = site.browser();
    visitor.open("/talk").await;
    let good = said(300);
    let mut damaged = good.clone();
    damaged[20..40].fill(0xFF);
    for (name, wav, sentence) in [
        ("ten minutes", seconds(300, 600), "录音太长了"),
        ("cut off", good[..good.len() / 2].to_vec(), "录音没有传完整"),
        ("damaged", damaged, "这种录音格式我们听不了"),
        ("a song", b"\xFF\xFB\x90\x44 a song".to_vec(), "不是 WAV 录音"),
        ("silence", Clip::new(vec![0; RATE * 3]).to_wav(), "没有听到声音"),
        ("nothing understood", said(2_000), "没有听出字来"),
        ("no seconds", header(1, 16, &[]), "没有收到录音"),
        ("empty", Vec::new(), "没有收到录音"),
    ] {
        let page = say(&mut visitor, &wav).await;
        assert!(page.says(sentence), "{name}: {}", page.text());
        assert!(page.says("id=\"f-words\"") && page.says("tel:"), "{name} leaves another way");
    }
}

#[tokio::test]
async fn written_words_take_the_same_road_whatever_they_are() {
    let site = listening().await;
    let mut visitor = site.browser();
    visitor.open("/talk").await;
    write(&mut visitor, "我想给我妈报销住院的钱").await.must_say("href=\"/guide/claim\"");
    let markup = write(&mut visitor, "<script>alert(1)</script>\u{7}\u{1b}[31m").await;
    markup.must_say("没有听明白");
    assert!(!markup.body.contains("<script>alert"));
    let long = write(&mut visitor, &"好".repeat(10_000)).await;
    long.must_say("没有听明白");
    assert!(long.body.len() < 60_000);
    write(&mut visitor, "   ").await.must_say("还没有说，也没有写");
}

#[tokio::test]
async fn without_a_recogniser_the_keyboard_is_explained_and_no_button_is_dead() {
    let site = TestSite::new().await;
    let mut visitor = site.browser();
    let page = visitor.open("/talk").await;
    page.must_say("键盘上的话筒");
    assert!(!page.body.contains("data-recorder"));
    say(&mut visitor, &said(300)).await.must_say("这里现在不能听您说话");
    write(&mut visitor, "报销").await.must_say("href=\"/guide/claim\"");
}

#[tokio::test]
async fn two_hundred_who_speak_at_once_are_all_answered() {
    let site = listening().await;
    let site = &site;
    let asked = (0..200).map(|house| async move {
        let mut visitor = site.browser();
        visitor.address = format!("192.0.2.{house}");
        let wav = said(300);
        let body = [
            b"--cut\r\nContent-Disposition: form-data; name=\"sound\"; filename=\"v.wav\"\r\n\r\n".to_vec(),
            wav,
            b"\r\n--cut--\r\n".to_vec(),
        ];
        visitor.post_multipart("/talk", body.concat()).await.location.unwrap_or_default()
    });
    let all = futures_util::future::join_all(asked).await;
    assert!(all.iter().all(|to| to.starts_with("/talk/found") || to == "/talk?problem=talk-problem-busy"), "{all:?}");
    assert!(all.iter().any(|to| to.starts_with("/talk/found")));
}

#[tokio::test]
async fn strangers_at_one_address_are_listened_to_so_often_and_others_keep_their_turn() {
    let site = listening_with(Options { halls: vec!["203.0.113.7".parse().unwrap()], ..Options::default() }).await;
    let from = async |address: &str| {
        let mut visitor = site.browser();
        visitor.address = address.to_owned();
        visitor.open("/talk").await;
        visitor.upload("/talk", "sound", "voice.wav", &said(300)).await.location.unwrap_or_default()
    };
    let most = site.world.region.recordings.value.stranger_wishes;
    for _ in 0..most {
        assert!(from("192.0.2.9").await.starts_with("/talk/found"));
        assert!(from("203.0.113.7").await.starts_with("/talk/found"));
    }
    assert_eq!(from("192.0.2.9").await, "/talk?problem=talk-problem-often");
    assert!(from("203.0.113.7").await.starts_with("/talk/found"), "a hall is shared by many");
    assert!(from("192.0.2.10").await.starts_with("/talk/found"));
    let mut visitor = site.browser();
    visitor.address = "192.0.2.9".to_owned();
    let page = visitor.open("/talk?problem=talk-problem-often").await;
    page.must_say("过一刻钟再说");
    write(&mut visitor, "报销").await.must_say("href=\"/guide/claim\"");
    visitor.sign_in("wang").await;
    visitor.open("/talk").await;
    say(&mut visitor, &said(300)).await.must_say("我要报销");
    site.forward_minutes(16);
    assert!(from("192.0.2.9").await.starts_with("/talk/found"));
}

/// Leaves one and gives its address.
async fn leave(browser: &mut Browser<'_>, wav: &[u8]) -> String {
    browser.open("/voice-messages").await;
    browser.upload("/voice-messages", "sound", "message.wav", wav).await.must_lead_to("/voice-messages?kept=yes");
    let page = browser.open("/voice-messages?kept=yes").await;
    page.must_say("留言已经送到窗口");
    let after = page.body.split("src=\"/voice-messages/").nth(1).expect("a player");
    format!("/voice-messages/{}", after.split('"').next().unwrap())
}

#[tokio::test]
async fn a_message_reaches_the_desk_is_heard_there_and_shows_it_at_home() {
    let site = listening().await;
    let mut wang = site.signed_in("wang").await;
    let path = leave(&mut wang, &stereo(&seconds(300, 3))).await;
    let own = wang.get(&path).await;
    assert_eq!((own.status, &own.bytes), (200, &seconds(300, 3)));
    assert_eq!(own.headers["cache-control"], "no-store");
    app::acts::write_voice_messages::write_voice_messages(&site.world).await.unwrap();
    let mut desk = site.at_desk("v1").await;
    let list = desk.open("/staff/messages").await;
    list.must_say("语音留言");
    list.must_say("我要报销");
    list.must_say("机器听写的，可能有错");
    assert_eq!(desk.get(&format!("/staff{path}")).await.bytes, seconds(300, 3));
    wang.open("/voice-messages").await.must_say("v1 号窗口听过了");
    desk.post(&format!("/staff{path}"), &[]).await.must_lead_to("/staff/messages");
    desk.open("/staff/messages").await.must_not_say("我要报销");
    wang.open("/voice-messages").await.must_say("处理好了");
    let plays = site.world.store.ledger_of(&domain::ids::PersonId::new("wang"), 50).await.unwrap();
    assert_eq!(plays.iter().filter(|row| row.line.act == "play-voice-message").count(), 2);
}

#[tokio::test]
async fn another_familys_message_is_not_there() {
    let site = listening().await;
    let mut wang = site.signed_in("wang").await;
    let path = leave(&mut wang, &said(300)).await;
    let mut tie = site.signed_in("tie").await;
    assert_eq!(tie.get(&path).await.status, 404);
    tie.open("/voice-messages").await.must_not_say("<audio class=\"sound\"");
    let token = tie.open("/voice-messages").await.value_of("csrf").unwrap();
    let delete = tie.post_raw(&format!("{path}/delete"), &[("csrf".into(), token)]).await;
    assert_eq!(delete.status, 404);
    for clerk in ["v3", "w1"] {
        let mut desk = site.at_desk(clerk).await;
        assert_eq!(desk.get(&format!("/staff{path}")).await.status, 404, "{clerk}");
        desk.open("/staff/messages").await.must_not_say("语音留言：");
    }
    assert_eq!(site.browser().get(&path).await.location.as_deref(), Some("/sign-in"));
    assert_eq!(wang.get(&path).await.status, 200, "and it is still there");
}

#[tokio::test]
async fn one_tap_takes_a_message_away_for_good() {
    let site = listening().await;
    let mut wang = site.signed_in("wang").await;
    let path = leave(&mut wang, &said(300)).await;
    wang.open("/voice-messages").await;
    wang.post(&format!("{path}/delete"), &[]).await.must_lead_to("/voice-messages");
    assert_eq!(wang.get(&path).await.status, 404);
    site.at_desk("v1").await.open("/staff/messages").await.must_not_say("语音留言：");
}

#[tokio::test]
async fn a_bad_message_is_told_on_its_own_page() {
    let site = listening().await;
    let mut wang = site.signed_in("wang").await;
    wang.open("/voice-messages").await;
    for (wav, sentence) in [(Vec::new(), "没有收到录音"), (b"ID3 song".to_vec(), "不是 WAV"), (seconds(300, 600), "录音太长了")]
    {
        let page = wang.upload("/voice-messages", "sound", "a.wav", &wav).await;
        assert_eq!(page.status, 422);
        page.must_say(sentence);
        page.must_say("tel:");
    }
    assert!(site.world.store.voice_messages_of(&domain::ids::PersonId::new("wang"), 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_same_message_sent_twice_is_one() {
    let site = listening().await;
    let mut wang = site.signed_in("wang").await;
    wang.open("/voice-messages").await;
    for _ in 0..2 {
        wang.upload("/voice-messages", "sound", "a.wav", &said(300)).await.must_lead_to("/voice-messages?kept=yes");
    }
    assert_eq!(site.world.store.voice_messages_of(&domain::ids::PersonId::new("wang"), 9).await.unwrap().len(), 1);
}

/// The question 「去哪里看病？」 of a fresh draft of hers, with the form token and the draft's name.
async fn at_the_place(browser: &mut Browser<'_>) -> (String, String) {
    browser.open("/guide/out-of-area").await;
    let started = browser.post("/file/out-of-area", &[]).await.location.unwrap();
    let draft = started.split('/').nth(3).unwrap().to_owned();
    browser.open(&started).await;
    browser.post(&started, &[("kind", "long-term-resident")]).await;
    let page = browser.open(&format!("/file/draft/{draft}/place")).await;
    (page.value_of("csrf").unwrap_or_default(), draft)
}

async fn answer(browser: &mut Browser<'_>, token: &str, draft: &str, field: &str, wav: Vec<u8>) -> Page {
    let part =
        |name: &str, value: &str| format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes();
    let head = b"--cut\r\nContent-Disposition: form-data; name=\"sound\"; filename=\"v.wav\"\r\n\r\n".to_vec();
    let body = [part("csrf", token), part("draft", draft), part("field", field), head, wav, b"\r\n--cut--\r\n".to_vec()].concat();
    browser.post_multipart("/talk/answer", body).await
}

#[tokio::test]
async fn an_answer_is_proposed_for_its_own_question_and_kept_by_nobody() {
    let site = listening().await;
    let mut wang = site.signed_in("wang").await;
    let (token, draft) = at_the_place(&mut wang).await;
    let heard = answer(&mut wang, &token, &draft, "province", said(1_100)).await;
    assert_eq!(heard.headers["content-type"], "application/json");
    heard.must_say("浙江省");
    heard.must_say("\"province\":\"33\"");
    let day = answer(&mut wang, &token, &draft, "start", said(800)).await;
    day.must_say("\"start_year\":\"2026\"");
    day.must_say("\"start_day\":\"5\"");
    answer(&mut wang, &token, &draft, "province", said(1_200)).await.must_say("填不进这一格");
    answer(&mut wang, &token, &draft, "province", Vec::new()).await.must_say("没有收到录音");
    // Names are written, and what is no question of hers is not there.
    assert_eq!(answer(&mut wang, &token, &draft, "contact-name", said(1_100)).await.status, 404);
    assert_eq!(answer(&mut wang, &token, &draft, "bank-account", said(1_100)).await.status, 404);
    assert_eq!(answer(&mut wang, "guess", &draft, "province", said(1_100)).await.status, 409);
    let mut tie = site.signed_in("tie").await;
    let token = tie.open("/sessions").await.value_of("csrf").unwrap();
    assert_eq!(answer(&mut tie, &token, &draft, "province", said(1_100)).await.status, 404);
    let kept = site.world.store.draft(&domain::ids::DraftId::new(draft)).await.unwrap().unwrap();
    assert_eq!(kept.answers.get("province"), None, "only her own tap keeps it");
}

#[tokio::test]
async fn tonight_in_hospital_the_place_and_the_day_can_be_said_too() {
    let site = listening().await;
    let mut wang = site.signed_in("wang").await;
    let page = wang.open("/tonight").await;
    page.must_say("data-draft=\"tonight/\" data-field=\"province\"");
    let token = page.value_of("csrf").unwrap_or_default();
    answer(&mut wang, &token, "tonight/", "province", said(1_100)).await.must_say("\"province\":\"33\"");
    let page = wang.open("/tonight?province=33").await;
    for field in ["city", "start"] {
        page.must_say(&format!("data-draft=\"tonight/33\" data-field=\"{field}\""));
    }
    answer(&mut wang, &token, "tonight/33", "start", said(800)).await.must_say("\"start_day\":\"5\"");
    // What stands on the elder's card is copied from it, and nothing else is asked here.
    for other in ["kind", "contact-phone", "elder-number", "elder-name"] {
        assert_eq!(answer(&mut wang, &token, "tonight/33", other, said(1_100)).await.status, 404, "{other}");
    }
    // Nobody listens: nothing to press.
    let silent = TestSite::new().await;
    silent.signed_in("wang").await.open("/tonight").await.must_not_say("data-recorder");
}
