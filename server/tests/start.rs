//! How the finished program starts, what it refuses to start with, and how it stops.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod live;

use live::{Folder, Live, run, run_with};
use std::io::{BufRead, BufReader, Read, Write};

#[tokio::test]
async fn the_demo_page_is_there_only_where_the_data_are_demo_data() {
    let plain = Folder::new();
    let server = Live::serve(&plain, &[]);
    assert_eq!(server.visitor().get("/demo").unwrap().status, 404);
    assert_eq!(server.visitor().get("/healthz").unwrap().status, 200);
    assert_eq!(server.visitor().get("/readyz").unwrap().status, 200);

    let marked = Folder::new();
    marked.mark_as_demo().await;
    let mut server = Live::serve(&marked, &[]);
    assert_eq!(server.visitor().get("/demo").unwrap().status, 200);
    server.wait_for("/demo");
    assert!(!server.said().contains("codes are off"), "{}", server.said());
}

#[test]
fn without_a_way_for_codes_it_says_so_in_one_line() {
    let folder = Folder::new();
    let server = Live::serve(&folder, &[]);
    let lines: Vec<String> = server.said().lines().filter(|line| line.contains("codes are off")).map(str::to_owned).collect();
    assert_eq!(lines.len(), 1, "{}", server.said());
    assert!(lines[0].contains("nobody can sign in by code"));
}

#[tokio::test]
async fn demo_data_and_a_real_gateway_do_not_start_together() {
    let folder = Folder::new();
    folder.mark_as_demo().await;
    let settings = folder.write("yibao.toml", "[sms]\nadapter = \"program\"\nprogram = \"/bin/true\"\n");
    let said = run(&folder, &["serve", "--listen", "127.0.0.1:0", "--config", &settings]).must(2);
    // Beside what the log tells of a voice that is not there.
    let spoken = said.err.lines().filter(|line| !line.starts_with('{') && !line.is_empty());
    assert_eq!(spoken.count(), 1, "{}", said.err);
    assert!(said.err.contains("demo data") && said.err.contains("another database"), "{}", said.err);
    assert!(!said.out.contains("serves on"));
}

#[tokio::test]
async fn invented_records_are_never_looked_up_where_people_are_real() {
    let folder = Folder::new();
    let settings = folder.write("yibao.toml", "[shared_data]\nengine = \"demo\"\n");
    let said = run(&folder, &["serve", "--listen", "127.0.0.1:0", "--config", &settings]).must(2);
    assert!(said.err.contains("shared_data.engine") && said.err.contains("demo data only"), "{}", said.err);
    assert!(!said.out.contains("serves on"));
}

#[test]
fn it_listens_to_other_machines_only_behind_an_https_address() {
    let folder = Folder::new();
    let said = run(&folder, &["serve", "--listen", "0.0.0.0:0"]).must(2);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    assert!(said.err.contains("command line --listen") && said.err.contains("--public-url https://"), "{}", said.err);
    assert!(!folder.path().join("keys.toml").exists(), "nothing is made before the settings are right");
}

#[test]
fn all_mistakes_are_told_together_and_no_secret_is_repeated() {
    let folder = Folder::new();
    let settings = folder.write("yibao.toml", "listen = \"here\"\nstorag = \"s3\"\n");
    let environment = [("YIBAO_DATABASE_URL", "mysql://clerk:hush@db/yibao"), ("YIBAO_SMS_ADAPTER", "hush-pigeon")];
    let said = run_with(&folder, &["serve", "--config", &settings], &environment).must(2);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 4, "{}", said.err);
    for name in ["listen (file", "storag (file", "database_url (environment YIBAO_DATABASE_URL)", "sms.adapter (environment"] {
        assert_eq!(lines.iter().filter(|line| line.starts_with(name)).count(), 1, "{name}: {}", said.err);
    }
    assert!(!said.err.contains("hush"), "{}", said.err);
}

#[test]
fn a_region_that_the_services_cannot_work_with_is_refused_with_every_fault_and_its_place() {
    let folder = Folder::new();
    let whole = app::data::DEMO_REGION;
    // A row that is missing, a pace that nobody gives, a tier that nobody holds, two rows that contradict each other.
    let mut broken =
        whole.replace("item = \"claim\"\ndays", "item = \"clam\"\ndays").replace("pace = \"any-time\"", "pace = \"some-time\"");
    let (before, desks) = broken.split_at(broken.find("[[desk]]").unwrap());
    let desks: Vec<&str> = desks.split("[[desk]]").filter(|desk| !desk.contains("便民服务中心")).collect();
    broken = format!("{before}{}", desks.join("[[desk]]"));
    let region = folder.write("county.toml", &broken);
    let settings = folder.write("yibao.toml", &format!("region_file = \"{region}\"\n"));
    for words in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["demo"]] {
        let said = run(&folder, &[&words[..], &["--config", &settings]].concat()).must(2);
        let lines: Vec<&str> = said.err.lines().filter(|line| !line.starts_with('{') && !line.is_empty()).collect();
        for fault in [
            "region 990101: promise claim: the row is missing",
            "region 990101: promise clam: no such item",
            "region 990101: promise chronic any-time: the row is missing",
            "region 990101: promise chronic: no such pace: some-time",
            "region 990101: area 990101001: needs exactly one desk",
            "region 990101: item transfer: nobody holds the tier township: there is no desk of it",
        ] {
            assert_eq!(lines.iter().filter(|line| **line == fault).count(), 1, "{fault}: {lines:#?}");
        }
        assert!(lines.iter().all(|line| line.starts_with("region 990101: ")), "{lines:#?}");
        assert!(!said.out.contains("serves on") && !said.out.contains("demo data"), "{}", said.out);
    }
    assert!(!folder.path().join("keys.toml").exists() && !folder.path().join("yibao.db").exists(), "nothing is made before");
}

/// Only time can take a packed table away, so the question is asked of the very function that the start asks.
#[test]
fn a_year_without_holiday_table_stops_the_start_by_its_name() {
    assert!(server::state::calendar_for(2026).is_ok());
    let refused = server::state::calendar_for(2027).unwrap_err().to_string();
    assert_eq!(refused, "there is no holiday table for 2028: add app/data/calendar/2028.toml and build again");
}

#[tokio::test]
async fn a_text_leaves_through_the_program_of_the_office() {
    use app::ports::{Change, OutboxSms, Store};
    let folder = Folder::new();
    let (_, db) = folder.open().await;
    db.migrate().await.unwrap();
    let to = domain::person::Phone::parse("10000000021").unwrap();
    let at = jiff::Timestamp::now();
    let sms = OutboxSms { id: "m".into(), to, text: "码 271828".into(), purpose: "code".into(), at };
    db.commit(vec![Change::PutSms(Box::new(sms))]).await.unwrap();
    let (script, letters) = (folder.write("send.sh", "cat >> \"$1\"\n"), folder.path().join("letters"));
    let settings = format!("[sms]\nadapter = \"program\"\nprogram = \"/bin/sh\"\nargs = [\"{script}\", \"{}\"]\n", letters.display());
    let settings = folder.write("yibao.toml", &settings);
    let server = Live::serve(&folder, &["--config", &settings]);
    assert!(!server.said().contains("codes are off"), "{}", server.said());
    let mut visitor = server.visitor();
    let until = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while !visitor.get("/readyz").unwrap().body.contains("texts 0 waiting, 0 failed, 0 unknown") {
        assert!(std::time::Instant::now() < until, "{}", visitor.get("/readyz").unwrap().body);
    }
    let letter: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&letters).unwrap()).unwrap();
    assert_eq!((&letter["text"], &letter["to"]), (&"码 271828".into(), &"10000000021".into()));
    assert!(letter["id"].as_str().is_some_and(|id| !id.is_empty()), "the gateway knows it again");
    server.terminate();
    let said = server.read_out().must(0);
    assert!(!said.err.contains("271828") && !said.err.contains("10000000021"), "{}", said.err);
}

#[test]
fn the_signal_to_stop_lets_an_open_request_end() {
    let folder = Folder::new();
    let server = Live::serve(&folder, &[]);
    let body = "mode=plain&size=1";
    let mut open = server.connect().unwrap();
    let head = "POST /comfort HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n";
    write!(open, "{head}Connection: close\r\nContent-Length: {}\r\n\r\n", body.len()).unwrap();
    let mut answer = BufReader::new(open.try_clone().unwrap());
    let mut line = String::new();
    answer.read_line(&mut line).unwrap();
    assert_eq!(line.trim(), "HTTP/1.1 100 Continue", "the server is reading the form");

    server.terminate();
    while server.connect().is_ok() {
        std::thread::yield_now();
    }
    open.write_all(body.as_bytes()).unwrap();
    let mut rest = String::new();
    answer.read_to_string(&mut rest).unwrap();
    assert!(rest.trim_start().starts_with("HTTP/1.1 303"), "{rest}");
    let said = server.read_out().must(0);
    assert!(said.err.contains("\"stopped\""), "{}", said.err);
}
