//! The same for what a desk decides, for what people are told of it and for the jobs of the machine room: killed several times while
//! six clerks decide at once, texts leave and overdue cases climb. Afterwards each shown decision is on disk, each was made once, each
//! is told once, no text left twice, and the ledger is whole.

use super::ask;
use crate::live::visitor::Filled;
use crate::live::{Folder, Live, Visitor, run};
use app::ports::{Change, Person, Staff, Store, Verified};
use domain::case::{Case, CaseAct, CaseState, Channel, FiledBy, PaperRef};
use domain::catalog::{Answers, ItemCode};
use domain::ids::{AreaCode, CaseId, PaperId, PersonId, StaffId};
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::review::Tier;
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use server::adapters::db::Db;
use server::passwords;
use std::collections::BTreeMap;
use std::sync::Barrier;
use std::sync::mpsc::channel;

const VILLAGE: &str = "990101001001";
const PASSWORD: &str = "桂花开在九月里";
const CLERKS: usize = 6;
/// So many have seen their answer when the process is killed.
const ROUNDS: [usize; 6] = [1, 3, 2, 5, 1, 4];
const OVERDUE: usize = 8;

fn person(n: usize) -> Person {
    Person {
        id: PersonId::new(format!("elder{n}")),
        name: Name::parse("柏松云").unwrap(),
        id_number: IdNumber::compose("990101", date(1951, 7, 23), 2 * u16::try_from(n).unwrap() + 2).unwrap(),
        phone: Some(Phone::parse(&format!("1000000{:04}", 8000 + n)).unwrap()),
        nationality: Nationality::Han,
        village: AreaCode::new(VILLAGE),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

fn clerk(n: usize, hash: &str, secret: &str) -> Staff {
    Staff {
        id: StaffId::new(format!("clerk{n}")),
        user_name: format!("clerk{n}"),
        display_name: format!("{n} 号窗口"),
        person: None,
        tier: Tier::Village,
        desk: AreaCode::new(VILLAGE),
        supervisor: false,
        kind: Default::default(),
        declared: Vec::new(),
        password_hash: hash.to_owned(),
        totp_secret: secret.to_owned(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: Vec::new(),
        active: true,
        version: 0,
    }
}

/// Complete, and waiting at the village; `late`: its step was due yesterday.
fn waiting(n: usize, late: bool) -> Case {
    let (now, today) = (Timestamp::now(), domain::calendar::china_date(Timestamp::now()));
    let owner = person(n).id;
    let by = By::Herself(owner.clone());
    let paper = |material: &str| PaperRef {
        id: PaperId::new(format!("paper{n}{material}")),
        material: material.into(),
        mime: "image/png".into(),
        size: 1,
        added_at: now,
        added_by: by.clone(),
        earlier: None,
    };
    let answers = [
        ("kind", "settled-retiree"),
        ("province", "32"),
        ("city", "南京市"),
        ("start", "2026-11-27"),
        ("end", "unsure"),
        ("route", "proof"),
        ("contact-name", "柏松月"),
        ("contact-phone", "10000009999"),
    ];
    let filed_by = FiledBy { by: by.clone(), channel: Channel::Online };
    let due = today + if late { (-3).days() } else { 3.days() };
    Case {
        state: CaseState::AtVillage,
        answers: answers.into_iter().fold(Answers::default(), |all, (id, value)| all.with(id, value)),
        papers: vec![paper("household-first-page"), paper("household-own-page")],
        promised: today + 9.days(),
        step_due: due,
        ..Case::begun(CaseId::new(format!("case{n}")), reference(n), ItemCode::OutOfArea, owner, AreaCode::new(VILLAGE), filed_by, now)
    }
}

fn reference(n: usize) -> String {
    let mut bytes = [0u8; 16];
    bytes[15] = u8::try_from(n).unwrap();
    domain::reference::Reference::from_random(bytes).digits().to_owned()
}

async fn fill(db: &Db) {
    db.migrate().await.unwrap();
    let (hash, secret) = (passwords::hash_password(PASSWORD).unwrap(), passwords::totp_secret_text(&passwords::new_totp_secret().unwrap()));
    let mut changes: Vec<Change> = (0..CLERKS).map(|n| Change::SaveStaff(Box::new(clerk(n, &hash, &secret)))).collect();
    let above = |id: &str, desk: &str, tier| Staff {
        id: StaffId::new(id),
        user_name: id.into(),
        desk: AreaCode::new(desk),
        tier,
        ..clerk(0, &hash, &secret)
    };
    changes.push(Change::SaveStaff(Box::new(above("township", "990101001", Tier::Township))));
    for n in 0..CLERKS * ROUNDS.len() + OVERDUE {
        changes.push(Change::SavePerson(Box::new(person(n))));
        changes.push(Change::SaveCase(Box::new(waiting(n, n >= CLERKS * ROUNDS.len()))));
    }
    db.commit(changes).await.unwrap();
}

async fn sign_in(folder: &Folder, server: &Live, n: usize) -> Visitor {
    let (_, db) = folder.open().await;
    let secret = db.staff_by_user_name(&format!("clerk{n}")).await.unwrap().unwrap().totp_secret;
    let mut visitor = server.visitor();
    let user = format!("clerk{n}");
    let form = visitor.fill("/staff/sign-in", "/staff/sign-in", &[("user_name", user.as_str()), ("password", PASSWORD)]).unwrap();
    assert_eq!(visitor.send(&form).unwrap().leads(), "/staff/code");
    let now = u64::try_from(Timestamp::now().as_second()).unwrap();
    let code = passwords::totp_now(&passwords::totp_secret_bytes(&secret).unwrap(), now);
    let form = visitor.fill("/staff/code", "/staff/code", &[("code", &code)]).unwrap();
    visitor.send(&form).unwrap().leads();
    visitor
}

/// She has the case open; what is left is the button.
fn ready_to_accept(clerk: &mut Visitor, n: usize) -> Filled {
    let here = format!("/staff/cases/{}", reference(n));
    let take = clerk.fill(&here, &format!("{here}/take"), &[]).unwrap();
    clerk.send(&take).unwrap().leads();
    clerk.fill(&here, &format!("{here}/accept"), &[("then", "queue")]).unwrap()
}

/// All press at once; the process dies when `answered` of them have seen their answer. What was sent without one comes back.
fn all_at_once(server: &mut Live, clerks: &mut [Visitor], first: usize, answered: usize) -> (Vec<usize>, Vec<(usize, Filled)>) {
    let forms: Vec<Filled> = clerks.iter_mut().enumerate().map(|(at, clerk)| ready_to_accept(clerk, first + at)).collect();
    let start = Barrier::new(clerks.len());
    let (tell, answers) = channel();
    let (mut shown, mut lost) = (Vec::new(), Vec::new());
    std::thread::scope(|scope| {
        let all: Vec<_> = clerks
            .iter_mut()
            .zip(forms)
            .enumerate()
            .map(|(at, (clerk, form))| {
                let (start, tell) = (&start, tell.clone());
                scope.spawn(move || {
                    start.wait();
                    let seen = clerk.send(&form).map(|page| page.leads().to_owned()).is_ok();
                    let _ = seen.then(|| tell.send(()));
                    (at, seen, form)
                })
            })
            .collect();
        drop(tell);
        for _ in 0..answered {
            answers.recv().unwrap();
        }
        server.kill();
        for one in all {
            match one.join().unwrap() {
                (at, true, _) => shown.push(first + at),
                (at, false, form) => lost.push((first + at, form)),
            }
        }
    });
    (shown, lost)
}

async fn case_of(folder: &Folder, n: usize) -> Case {
    let (_, db) = folder.open().await;
    db.case(&CaseId::new(format!("case{n}"))).await.unwrap().unwrap()
}

fn times(case: &Case, act: CaseAct) -> usize {
    case.events.iter().filter(|event| event.act == act).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_made_once_told_once_and_texted_at_most_once_however_often_the_machine_dies() {
    let folder = Folder::new();
    {
        let (_, db) = folder.open().await;
        fill(&db).await;
    }
    // A gateway that takes its time, so that a kill meets it at work.
    let (script, letters) = (folder.write("send.sh", "cat >> \"$1\"; echo >> \"$1\"; sleep 0.05\n"), folder.path().join("letters"));
    let settings = format!("[sms]\nadapter = \"program\"\nprogram = \"/bin/sh\"\nargs = [\"{script}\", \"{}\"]\n", letters.display());
    // Nothing waits for the morning: the test may run at any hour.
    let awake = app::data::DEMO_REGION.replace("{ from = \"21:00:00\", to = \"08:00:00\" }", "{ from = \"08:00:00\", to = \"08:00:00\" }");
    assert_ne!(awake, app::data::DEMO_REGION);
    let region = folder.write("county.toml", &awake);
    let settings = folder.write("yibao.toml", &format!("region_file = \"{region}\"\n{settings}"));
    let serve = || Live::serve(&folder, &["--config", &settings]);

    let mut server = serve();
    let mut clerks = Vec::new();
    for n in 0..CLERKS {
        clerks.push(sign_in(&folder, &server, n).await);
    }
    let mut resent = 0;
    for (round, answered) in ROUNDS.into_iter().enumerate() {
        let (shown, lost) = all_at_once(&mut server, &mut clerks, round * CLERKS, answered);
        for n in shown {
            let case = case_of(&folder, n).await;
            assert_eq!((case.state, times(&case, CaseAct::Accept)), (CaseState::AtTownship, 1), "the answer was shown: {n}");
        }
        server = serve();
        clerks.iter_mut().for_each(|clerk| clerk.port = server.port);
        for (n, form) in lost {
            resent += 1;
            assert_eq!(clerks[n % CLERKS].send(&form).unwrap().leads(), "/staff", "pressed once more: {n}");
        }
    }
    assert!(resent > 0, "each kill came too late to matter");
    for n in 0..CLERKS * ROUNDS.len() {
        let case = case_of(&folder, n).await;
        assert_eq!((case.state, times(&case, CaseAct::Accept)), (CaseState::AtTownship, 1), "{n}");
        assert_eq!(told(&folder, n, NoticeKind::CaseAccepted).await, 1, "{n}");
    }
    overdue_cases_climbed_once(&folder).await;
    no_text_left_twice(&folder, &letters, &mut server.visitor()).await;
    drop(server);
    let said = run(&folder, &["ledger", "verify"]).must(0);
    assert!(said.out.starts_with("whole: "), "{}", said.out);
}

async fn told(folder: &Folder, n: usize, kind: NoticeKind) -> usize {
    let (_, db) = folder.open().await;
    let all = db.notices(&person(n).id, 50).await.unwrap();
    all.iter().filter(|notice| notice.kind == kind).count()
}

async fn overdue_cases_climbed_once(folder: &Folder) {
    for n in CLERKS * ROUNDS.len()..CLERKS * ROUNDS.len() + OVERDUE {
        let until = std::time::Instant::now() + std::time::Duration::from_secs(120);
        while times(&case_of(folder, n).await, CaseAct::Climb) == 0 {
            assert!(std::time::Instant::now() < until, "the job never ran: {n}");
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        let case = case_of(folder, n).await;
        assert_eq!((times(&case, CaseAct::Climb), case.desk.as_str()), (1, "990101001"), "{n}");
        assert_eq!(told(folder, n, NoticeKind::CaseLate).await, 1, "{n}");
    }
}

/// Waits until nothing waits; then what the gateway has is what was sent or is unknown, and nothing stands there twice.
async fn no_text_left_twice(folder: &Folder, letters: &std::path::Path, visitor: &mut Visitor) {
    let until = std::time::Instant::now() + std::time::Duration::from_secs(120);
    while !visitor.get("/readyz").unwrap().body.contains("texts 0 waiting") {
        assert!(std::time::Instant::now() < until, "texts still wait");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for line in std::fs::read_to_string(letters).unwrap_or_default().lines() {
        let letter: serde_json::Value = serde_json::from_str(line).unwrap();
        *seen.entry(letter["id"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let twice: Vec<_> = seen.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let sent = ask(folder, "SELECT id FROM outbox WHERE sent_ms IS NOT NULL").await;
    let unknown = ask(folder, "SELECT id FROM outbox WHERE handed_ms IS NOT NULL").await;
    assert!(sent.iter().all(|id| seen.contains_key(id)), "noted as sent, and the gateway never had it");
    assert!(seen.keys().all(|id| sent.contains(id) || unknown.contains(id)), "the gateway has it, and it would be sent again");
    assert!(sent.len() + unknown.len() >= CLERKS * ROUNDS.len());
}
