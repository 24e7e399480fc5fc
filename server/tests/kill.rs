//! A shown receipt survives the worst moment: the process is killed while several people submit at once, several times.
//! Afterwards every case whose receipt was shown is there, and none is there twice, also for those who, having seen no
//! answer, sent the same form again.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "kill/desk.rs"]
mod desk;
mod live;

use domain::person::IdNumber;
use jiff::civil::date;
use live::visitor::Filled;
use live::{Folder, Live, Visitor, run};
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeSet;
use std::sync::Barrier;
use std::sync::mpsc::channel;

const PEOPLE: u16 = 6;
/// So many have seen their receipt when the process is killed.
const ROUNDS: [usize; 8] = [1, 2, 3, 1, 4, 1, 2, 1];

struct Filer {
    visitor: Visitor,
    /// Receipts that were shown to her.
    shown: Vec<String>,
    /// What she sent without seeing an answer.
    unanswered: Option<Filled>,
}

fn number(person: u16) -> String {
    IdNumber::compose("990101", date(1951, 7, 23), person * 2).unwrap().plain().to_owned()
}

fn name(person: u16) -> String {
    format!("柏松{}", ["云", "月", "星", "山", "川", "林"][usize::from(person % 6)])
}

fn phone(person: u16) -> String {
    format!("1000000{:04}", 9000 + person)
}

/// In with name, number and the code that the demo page shows.
fn sign_in(server: &Live, person: u16) -> Filer {
    let mut visitor = server.visitor();
    let fields = [("name", name(person)), ("id_number", number(person))];
    let fields = fields.each_ref().map(|(n, v)| (*n, v.as_str()));
    let form = visitor.fill("/sign-in?who=other", "/sign-in", &fields).unwrap();
    assert_eq!(visitor.send(&form).unwrap().leads(), "/sign-in/code");
    let demo = visitor.get("/demo").unwrap().body;
    let message = &demo[demo.find(&phone(person)).expect("a message to her phone") + 11..];
    let code = message.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 6).expect("six digits").to_owned();
    let form = visitor.fill("/sign-in/code", "/sign-in/code", &[("code", &code)]).unwrap();
    visitor.send(&form).unwrap().leads();
    Filer { visitor, shown: Vec::new(), unanswered: None }
}

/// Every question answered; what is left is the last button.
fn ready_to_submit(visitor: &mut Visitor) -> Filled {
    let form = visitor.fill("/guide/out-of-area", "/file/out-of-area", &[]).unwrap();
    let mut at = visitor.send(&form).unwrap().leads().to_owned();
    for _ in 0..12 {
        let path = at.split('?').next().unwrap().to_owned();
        let step = path.rsplit('/').next().unwrap();
        if step == "check" {
            return visitor.fill(&at, &path, &[("signed", "yes")]).unwrap();
        }
        let form = visitor.fill(&at, &path, &answers(step)).unwrap();
        at = visitor.send(&form).unwrap().leads().to_owned();
    }
    panic!("lost at {at}");
}

fn answers(step: &str) -> Vec<(&'static str, &'static str)> {
    match step {
        "kind" => vec![("kind", "temporary")],
        "place" => vec![("province", "33")],
        "city" => vec![("city", "杭州市")],
        "start" => AHEAD.with(|day| vec![("start_year", day[0]), ("start_month", day[1]), ("start_day", day[2])]),
        "end" => AHEAD.with(|day| vec![("end_year", day[0]), ("end_month", day[1]), ("end_day", day[2])]),
        "contact" => vec![("contact-name", "柏松云"), ("contact-phone", "10000009999")],
        _ => vec![],
    }
}

thread_local! {
    /// A day that lies ahead on the day of the test.
    static AHEAD: [&'static str; 3] = {
        let day = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date() + jiff::ToSpan::days(5);
        [day.year().to_string(), day.month().to_string(), day.day().to_string()].map(|part| &*part.leak())
    };
}

async fn ask(folder: &Folder, sql: &str) -> Vec<String> {
    let (_, db) = folder.open().await;
    let read = db.connections()[1];
    let rows = read.query_all_raw(Statement::from_string(read.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// All press the last button at once; the process dies when `answered` of them have seen their receipt.
fn all_at_once(server: &mut Live, filers: &mut [Filer], answered: usize) {
    let forms: Vec<Filled> = std::thread::scope(|scope| {
        let all: Vec<_> = filers.iter_mut().map(|filer| scope.spawn(|| ready_to_submit(&mut filer.visitor))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let start = Barrier::new(filers.len());
    let (tell, receipts) = channel();
    std::thread::scope(|scope| {
        for (filer, form) in filers.iter_mut().zip(forms) {
            let (start, tell) = (&start, tell.clone());
            scope.spawn(move || {
                start.wait();
                match filer.visitor.send(&form) {
                    Ok(page) => {
                        filer.shown.push(page.leads().to_owned());
                        let _ = tell.send(());
                    }
                    Err(_) => filer.unanswered = Some(form),
                }
            });
        }
        drop(tell);
        for _ in 0..answered {
            receipts.recv().unwrap();
        }
        server.kill();
    });
}

#[tokio::test]
async fn a_shown_receipt_survives_a_kill_and_nothing_is_filed_twice() {
    let folder = Folder::new();
    folder.mark_as_demo().await;
    let rows: String = (1..=PEOPLE).map(|n| format!("{},{},{},01,990101001001\n", name(n), number(n), phone(n))).collect();
    let file = folder.write("people.csv", &format!("name,id_number,phone,nationality,village\n{rows}"));
    run(&folder, &["people", "import", &file]).must(0);

    let mut server = Live::serve(&folder, &[]);
    let mut filers: Vec<Filer> = (1..=PEOPLE).map(|n| sign_in(&server, n)).collect();
    let mut unanswered = 0;
    for answered in ROUNDS {
        all_at_once(&mut server, &mut filers, answered);
        server = Live::serve(&folder, &[]);
        let kept = ask(&folder, "SELECT reference FROM case_file").await;
        for filer in &mut filers {
            filer.visitor.port = server.port;
            for receipt in &filer.shown {
                let reference = receipt.split('/').nth(2).unwrap();
                assert_eq!(kept.iter().filter(|k| *k == reference).count(), 1, "{receipt}");
            }
            // She saw no answer, goes back and presses the same button again.
            if let Some(form) = filer.unanswered.take() {
                unanswered += 1;
                let page = filer.visitor.send(&form).unwrap();
                filer.shown.push(page.leads().to_owned());
            }
            let newest = filer.shown.last().unwrap();
            assert_eq!(filer.visitor.get(newest).unwrap().status, 200, "{newest}");
        }
    }
    assert!(unanswered > 0, "each kill came too late to matter");

    let receipts: BTreeSet<&String> = filers.iter().flat_map(|f| &f.shown).collect();
    assert_eq!(receipts.len(), ROUNDS.len() * usize::from(PEOPLE), "one receipt for each submission");
    let kept = ask(&folder, "SELECT reference FROM case_file").await;
    assert_eq!(kept.len(), receipts.len(), "one case for each receipt");
    drop(server);
    let said = run(&folder, &["ledger", "verify"]).must(0);
    assert!(said.out.starts_with("whole: "), "{}", said.out);
}
