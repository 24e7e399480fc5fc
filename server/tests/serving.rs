//! The machine room at work: texts leave through a program, papers that nobody names go, periods hold.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::acts::clear_served::{clear_served, hours, sweep_papers};
use app::acts::send_texts::send_texts;
use app::ports::fake::FakeWorld;
use app::ports::{Change, Gateway, Handed, OutboxSms, Papers, Person, Served, TextCount, Verified, World};
use domain::case::draft::Purpose;
use domain::case::{Draft, DraftState, PaperRef};
use domain::catalog::{Answers, ItemCode};
use domain::ids::{AreaCode, DraftId, PaperId, PersonId};
use domain::ledger::By;
use domain::person::{IdNumber, Name, Nationality, Phone};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use server::adapters::paper_room::PaperRoom;
use server::adapters::sms_program::ProgramGateway;
use server::config::Program;
use server::files::{PaperDesk, PaperStore};
use server::vault::Vault;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const PHONE: &str = "10000000021";
const TEXT: &str = "验证码 271828，\n不要告诉\"别人\"";

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static TURN: AtomicU32 = AtomicU32::new(0);
        let turn = TURN.fetch_add(1, Ordering::SeqCst);
        let path = std::env::temp_dir().join(format!("yibao-serving-{}-{turn}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
    /// A gateway in the words of a shell; `$1` is this folder.
    fn gateway(&self, script: &str) -> ProgramGateway {
        let path = self.0.join("gateway.sh");
        std::fs::write(&path, script).unwrap();
        let args = [path.to_str().unwrap(), self.0.to_str().unwrap()].map(str::to_owned).to_vec();
        ProgramGateway::with_patience(Program { path: "/bin/sh".into(), args }, Duration::from_millis(1500))
    }
    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn write(fake: &FakeWorld, purpose: &str) {
    let sms = OutboxSms {
        id: fake.world.new_id(),
        to: Phone::parse(PHONE).unwrap(),
        text: TEXT.into(),
        purpose: purpose.into(),
        at: fake.world.now(),
    };
    fake.world.store.commit(vec![Change::PutSms(Box::new(sms))]).await.unwrap();
}

async fn counted(fake: &FakeWorld) -> (u64, u64) {
    let TextCount { waiting, failed, .. } = fake.world.store.texts_counted().await.unwrap();
    (waiting, failed)
}

#[tokio::test]
async fn a_text_is_handed_over_once_on_standard_input_and_nowhere_else() {
    let (fake, folder) = (World::fake(), Folder::new());
    let gateway = folder.gateway("cat >> \"$1/letters\"; echo \"$@\" > \"$1/seen\"; env >> \"$1/seen\"");
    write(&fake, "code").await;
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 1);
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 0);
    let letter: serde_json::Value = serde_json::from_str(&folder.read("letters")).unwrap();
    let id = letter["id"].as_str().unwrap().to_owned();
    assert_eq!(letter, serde_json::json!({ "id": id, "to": PHONE, "text": TEXT }));
    let seen = folder.read("seen");
    assert!(!seen.contains("271828") && !seen.contains(PHONE), "{seen}");
    assert!(!seen.contains("YIBAO_"), "our settings stay with us");
    assert_eq!(counted(&fake).await, (0, 0));
}

#[tokio::test]
async fn a_text_that_the_gateway_did_not_take_is_tried_again_later() {
    let (fake, folder) = (World::fake(), Folder::new());
    let gateway = folder.gateway("cat > /dev/null; echo x >> \"$1/tries\"; test -e \"$1/up\"");
    write(&fake, "notice").await;
    for _ in 0..2 {
        assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 0);
    }
    assert_eq!(folder.read("tries"), "x\n", "not again before its time");
    fake.clock.forward_minutes(1);
    std::fs::write(folder.0.join("up"), "").unwrap();
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 1);
    assert_eq!((folder.read("tries").as_str(), counted(&fake).await), ("x\nx\n", (0, 0)));
}

#[tokio::test]
async fn a_text_is_given_up_after_its_tries_and_counted() {
    let (fake, folder) = (World::fake(), Folder::new());
    let gateway = folder.gateway("cat > /dev/null; echo x >> \"$1/tries\"; exit 3");
    write(&fake, "notice").await;
    for _ in 0..50 {
        send_texts(&fake.world, &gateway).await.unwrap();
        fake.clock.forward_minutes(60);
    }
    assert_eq!(counted(&fake).await, (0, 1));
    assert_eq!(folder.read("tries").lines().count(), 8, "one try and seven more");
}

#[tokio::test]
async fn a_code_that_has_run_out_is_not_sent_any_more() {
    let (fake, folder) = (World::fake(), Folder::new());
    let gateway = folder.gateway("cat >> \"$1/letters\"");
    write(&fake, "code").await;
    fake.clock.forward_minutes(15);
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 0);
    assert_eq!((folder.read("letters").as_str(), counted(&fake).await), ("", (0, 1)));
}

#[tokio::test]
async fn the_same_text_keeps_its_id_at_every_try() {
    let (fake, folder) = (World::fake(), Folder::new());
    let gateway = folder.gateway("cat >> \"$1/letters\"; echo >> \"$1/letters\"; test -e \"$1/up\"");
    write(&fake, "notice").await;
    send_texts(&fake.world, &gateway).await.unwrap();
    fake.clock.forward_minutes(1);
    std::fs::write(folder.0.join("up"), "").unwrap();
    send_texts(&fake.world, &gateway).await.unwrap();
    let ids: Vec<String> =
        folder.read("letters").lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()["id"].to_string()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn a_lost_answer_is_counted_as_unknown_and_the_text_is_not_sent_again() {
    for lost in ["sleep 60", "exit 75", "kill -9 $$"] {
        let (fake, folder) = (World::fake(), Folder::new());
        let gateway = folder.gateway(&format!("cat > /dev/null; echo x >> \"$1/tries\"; {lost}"));
        write(&fake, "notice").await;
        for _ in 0..3 {
            assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 0);
            fake.clock.forward_minutes(20);
        }
        let count = fake.world.store.texts_counted().await.unwrap();
        assert_eq!(count, TextCount { waiting: 0, failed: 0, unknown: 1 }, "{lost}");
        // An hour later nobody waits for the gateway any more: her village tells her.
        fake.clock.forward_minutes(1);
        assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 0);
        let count = fake.world.store.texts_counted().await.unwrap();
        assert_eq!(count, TextCount { waiting: 0, failed: 1, unknown: 0 }, "{lost}");
        assert_eq!(folder.read("tries"), "x\n", "{lost}: never sent again");
    }
}

/// The machine went down between our asking and the gateway's answer.
#[tokio::test]
async fn a_text_that_was_handed_over_before_a_crash_is_unknown_afterwards() {
    struct Crash;
    #[async_trait::async_trait]
    impl Gateway for Crash {
        async fn send(&self, _: &str, _: &Phone, _: &str) -> Handed {
            std::future::pending().await
        }
    }
    let (fake, folder) = (World::fake(), Folder::new());
    write(&fake, "notice").await;
    assert!(tokio::time::timeout(Duration::from_millis(200), send_texts(&fake.world, &Crash)).await.is_err());
    let gateway = folder.gateway("cat >> \"$1/letters\"");
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 0);
    assert_eq!(folder.read("letters"), "");
    assert_eq!(fake.world.store.texts_counted().await.unwrap().unknown, 1);
}

#[tokio::test]
async fn at_night_a_code_leaves_and_a_notice_waits_for_the_morning() {
    let (fake, folder) = (World::fake(), Folder::new());
    let gateway = folder.gateway("cat >> \"$1/letters\"; echo >> \"$1/letters\"");
    let night = jiff::civil::time(22, 0, 0, 0);
    while domain::calendar::china_datetime(fake.world.now()).time() < night {
        fake.clock.forward_minutes(10);
    }
    write(&fake, "notice").await;
    write(&fake, "code").await;
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 1, "the code");
    fake.clock.forward_minutes(9 * 60);
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 0, "still before eight");
    fake.clock.forward_minutes(90);
    assert_eq!(send_texts(&fake.world, &gateway).await.unwrap(), 1, "the notice");
}

#[tokio::test]
async fn a_program_that_is_not_there_or_says_no_does_not_hold_up_the_others() {
    let (fake, folder) = (World::fake(), Folder::new());
    for _ in 0..3 {
        write(&fake, "notice").await;
    }
    let refusing = folder.gateway("exit 1");
    assert_eq!(send_texts(&fake.world, &refusing).await.unwrap(), 0);
    let missing = ProgramGateway::new(Program { path: "/nowhere".into(), args: vec![] });
    assert_eq!(send_texts(&fake.world, &missing).await.unwrap(), 0);
    let working = folder.gateway("cat >> \"$1/letters\"");
    assert_eq!(send_texts(&fake.world, &working).await.unwrap(), 1, "two wait for their next try");
    fake.clock.forward_minutes(1);
    assert_eq!(send_texts(&fake.world, &working).await.unwrap(), 2);
    assert_eq!(counted(&fake).await, (0, 0));
}

#[test]
fn every_kind_has_a_period_and_a_reason() {
    for what in Served::ALL {
        let (hours, why) = hours(*what, 30);
        assert!(hours >= 24 && !why.is_empty(), "{what:?}");
    }
    assert!(hours(Served::ResidentSessions, 90).0 > 90 * 24, "no living session is taken away");
}

#[tokio::test]
async fn clearing_is_safe_twice_and_leaves_what_is_young() {
    let fake = World::fake();
    write(&fake, "notice").await;
    fake.clock.forward_minutes(29 * 24 * 60);
    write(&fake, "notice").await;
    fake.clock.forward_minutes(2 * 24 * 60);
    for _ in 0..2 {
        clear_served(&fake.world).await.unwrap();
        assert_eq!(fake.world.store.outbox(10).await.unwrap().len(), 1);
    }
}

fn elder() -> Person {
    Person {
        id: PersonId::new("elder"),
        name: Name::parse("柏松云").unwrap(),
        id_number: IdNumber::compose("990101", date(1951, 7, 23), 2).unwrap(),
        phone: None,
        nationality: Nationality::Han,
        village: AreaCode::new("990101001001"),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

fn draft_with(paper: &str, now: Timestamp) -> Draft {
    let by = By::Herself(PersonId::new("elder"));
    let paper = PaperRef {
        id: PaperId::new(paper),
        material: "transfer-letter".into(),
        mime: "image/jpeg".into(),
        size: 9,
        added_at: now,
        added_by: by.clone(),
        earlier: None,
    };
    Draft {
        id: DraftId::new("draft"),
        item: ItemCode::OutOfArea,
        item_version: 1,
        purpose: Purpose::New,
        subject: PersonId::new("elder"),
        begun_by: by,
        state: DraftState::Open,
        answers: Answers::default(),
        typed_by: Default::default(),
        papers: vec![paper],
        promised_later: vec![],
        shared: Vec::new(),
        created_at: now,
        updated_at: now,
        version: 0,
    }
}

#[tokio::test]
async fn papers_that_nobody_names_go_after_a_day() {
    let (fake, folder) = (World::fake(), Folder::new());
    let store = PaperStore::local(&folder.0.join("papers"), Vault::in_memory().unwrap()).unwrap();
    let papers = PaperRoom { desk: PaperDesk::new(None), store: store.clone() };
    let world = World { papers: Arc::new(papers.clone()), ..fake.world.clone() };
    let (named, orphan) = (store.put(b"named".to_vec()).await.unwrap(), store.put(b"orphan".to_vec()).await.unwrap());
    let changes = vec![Change::SavePerson(Box::new(elder())), Change::SaveDraft(Box::new(draft_with(&named, world.now())))];
    world.store.commit(changes).await.unwrap();

    // The files carry the machine's time.
    fake.clock.set(Timestamp::now());
    assert_eq!(sweep_papers(&world).await.unwrap(), 0, "its row may still be on the way");
    fake.clock.set(Timestamp::now() + SignedDuration::from_hours(25));
    assert_eq!(sweep_papers(&world).await.unwrap(), 1);
    assert_eq!(sweep_papers(&world).await.unwrap(), 0);
    assert_eq!(papers.read(&named).await.unwrap().as_deref(), Some(b"named".as_slice()));
    assert_eq!(papers.read(&orphan).await.unwrap(), None);
}
