//! The commands of the finished program: what each prints, its exit code, and that running it twice does no harm.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod live;

use domain::person::IdNumber;
use jiff::civil::date;
use live::{Folder, Said, run};
use sea_orm::ConnectionTrait;
use server::adapters::db::Db;

const VILLAGE: &str = "990101001001";

fn number(order: u16) -> String {
    IdNumber::compose("990101", date(1951, 7, 23), order).unwrap().plain().to_owned()
}

fn import(folder: &Folder, text: &str) -> Said {
    let file = folder.write("people.csv", text);
    run(folder, &["people", "import", &file])
}

fn entries(folder: &Folder) -> String {
    run(folder, &["ledger", "verify"]).must(0).out
}

#[tokio::test]
async fn an_import_takes_the_good_lines_and_names_the_others_one_by_one() {
    let folder = Folder::new();
    folder.mark_as_demo().await;
    let (one, two, three, four) = (number(2), number(4), number(6), number(8));
    let text = format!(
        "name,id_number,phone,nationality,village,household\n\
         柏松云,{one},10000000021,01,{VILLAGE},h1\n\
         柏松月,{one},,01,{VILLAGE},\n\
         柏松星,{two},,99,{VILLAGE},\n\
         柏松日,{three},123,01,{VILLAGE},\n\
         柏松山,{four},,01,{VILLAGE},\n\
         柏松川,{four},,01\n"
    );
    let said = import(&folder, &text).must(1);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 5, "{}", said.out);
    for (line, begin) in lines.iter().zip(["line 3: id_number", "line 4: nationality", "line 5: phone", "line 7: has 4 fields"]) {
        assert!(line.starts_with(begin), "{line}");
    }
    assert_eq!(lines[4], "2 residents taken in, 4 lines refused");
    assert!(!said.out.contains(&one) && !said.out.contains("柏松"), "what stood in a line is not repeated");

    let before = entries(&folder);
    assert!(before.starts_with("whole: 2 entries"), "{before}");
    let again = import(&folder, &text).must(1);
    assert!(again.out.ends_with("0 residents taken in, 6 lines refused"), "{}", again.out);
    assert!(again.out.contains("line 2: id_number: known already"), "{}", again.out);
    assert_eq!(entries(&folder), before);
}

#[test]
fn invented_people_do_not_enter_a_real_database_and_a_file_needs_its_columns() {
    let folder = Folder::new();
    let text = format!("name,id_number,nationality,village\n柏松云,{},01,{VILLAGE}\n", number(2));
    let said = import(&folder, &text).must(1);
    assert!(said.out.starts_with("line 2: id_number: area 99 is for invented people"), "{}", said.out);
    let said = import(&folder, "name,id_number\n").must(2);
    assert!(said.err.contains("the column nationality is missing"), "{}", said.err);
    let said = run(&folder, &["people", "import", "/nowhere.csv"]).must(2);
    assert!(said.err.contains("/nowhere.csv cannot be read"), "{}", said.err);
}

fn add(folder: &Folder, user: &str) -> Said {
    let words = ["staff", "add", "--user", user, "--name", "云溪县主管", "--tier", "county", "--desk", "990101", "--supervisor"];
    run(folder, &words)
}

#[tokio::test]
async fn an_account_is_opened_once_and_reset_with_a_new_password_and_secret() {
    use app::ports::Store;
    let folder = Folder::new();
    let added = add(&folder, "Chief").must(0);
    assert_eq!(added.value("user name"), "chief");
    let twice = add(&folder, "chief").must(2);
    assert!(twice.err.contains("server staff reset --user chief"), "{}", twice.err);

    let (_, db) = folder.open().await;
    let kept = async || db.staff_by_user_name("chief").await.unwrap().unwrap();
    let fits = async |said: &Said| server::passwords::password_matches(&said.value("password"), &kept().await.password_hash);
    assert!(fits(&added).await && kept().await.totp_secret == added.value("secret"));
    let reset = run(&folder, &["staff", "reset", "--user", "chief"]).must(0);
    assert!(fits(&reset).await && !fits(&added).await);
    assert_ne!(reset.value("secret"), added.value("secret"));
    let unknown = run(&folder, &["staff", "reset", "--user", "nobody"]).must(2);
    assert!(unknown.err.contains("there is no account nobody"), "{}", unknown.err);
    let wrong = run(&folder, &["staff", "add", "--user", "x1", "--name", "x", "--tier", "village", "--desk", "990101"]).must(2);
    assert!(wrong.err.contains("990101 is no village desk"), "{}", wrong.err);
}

#[tokio::test]
async fn an_assistant_belongs_to_an_organisation_and_never_supervises() {
    use app::ports::Store;
    use domain::assist::{Organisation, StaffKind};
    let folder = Folder::new();
    let desk = ["--tier", "village", "--desk", VILLAGE];
    let add = |user: &str, more: &[&str]| {
        let words = [&["staff", "add", "--user", user, "--name", "银行网点 01"], &desk[..], more].concat();
        run(&folder, &words)
    };
    add("bank", &["--assistant", "bank"]).must(0);
    add("clerk", &[]).must(0);
    add("both", &["--assistant", "village", "--supervisor"]).must(2);
    let (_, db) = folder.open().await;
    let kept = async |user: &str| db.staff_by_user_name(user).await.unwrap();
    let bank = kept("bank").await.unwrap();
    assert_eq!(bank.kind.assistant().map(|a| a.of), Some(Organisation::Bank));
    assert_eq!(kept("clerk").await.unwrap().kind, StaffKind::Clerk);
    assert!(kept("both").await.is_none());
}

async fn three_entries(folder: &Folder) -> (Db, String) {
    for user in ["s1", "s2", "s3"] {
        add(folder, user).must(0);
    }
    let (_, db) = folder.open().await;
    let heads = db.ledger_heads().await.unwrap();
    assert_eq!((heads.len(), heads[0].count), (1, 3));
    (db, heads[0].head.to_hex())
}

#[tokio::test]
async fn the_ledger_is_whole_until_a_line_is_altered() {
    let folder = Folder::new();
    let (db, head) = three_entries(&folder).await;
    let said = run(&folder, &["ledger", "verify", "--from", &head]).must(0);
    assert!(said.out.starts_with("whole: 3 entries in 1 daily chains"), "{}", said.out);
    db.connections()[0].execute_unprepared("UPDATE ledger SET line = replace(line, 'staff-add', 'staff-odd') WHERE seq = 2").await.unwrap();
    let said = run(&folder, &["ledger", "verify"]).must(1);
    assert!(said.out.starts_with("broken: county 990101, day 20") && said.out.contains("entry 2:"), "{}", said.out);
    let said = run(&folder, &["ledger", "verify", "--from", &head]).must(1);
    assert!(said.out.contains("entry 2:"), "{}", said.out);
}

#[tokio::test]
async fn a_line_that_was_taken_out_of_the_ledger_is_named() {
    let folder = Folder::new();
    let (db, _) = three_entries(&folder).await;
    db.connections()[0].execute_unprepared("DELETE FROM ledger WHERE seq = 2").await.unwrap();
    let said = run(&folder, &["ledger", "verify"]).must(1);
    assert!(said.out.contains("entry 2:"), "{}", said.out);
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_missed_by_whoever_kept_the_printed_head() {
    let folder = Folder::new();
    let (db, head) = three_entries(&folder).await;
    db.connections()[0].execute_unprepared("DELETE FROM ledger WHERE seq = 3").await.unwrap();
    run(&folder, &["ledger", "verify"]).must(0);
    let said = run(&folder, &["ledger", "verify", "--from", &head]).must(1);
    assert!(said.out.starts_with("missing: no entry has the printed head"), "{}", said.out);
    let said = run(&folder, &["ledger", "verify", "--from", "no head"]).must(2);
    assert!(said.err.contains("64 hexadecimal digits"), "{}", said.err);
}

#[test]
fn demo_data_go_into_an_empty_folder_only() {
    let folder = Folder::new();
    add(&folder, "s1").must(0);
    let before = entries(&folder);
    let said = run(&folder, &["demo"]).must(2);
    assert!(said.err.contains("this database holds other data"), "{}", said.err);
    assert_eq!(entries(&folder), before);
}

#[test]
fn the_demonstration_county_is_filled_once() {
    let folder = Folder::new();
    let said = run(&folder, &["demo"]).must(0);
    assert!(said.out.starts_with("demo data filled in") && said.out.contains("  wang-xiulan"), "{}", said.out);
    let before = entries(&folder);
    let again = run(&folder, &["demo"]).must(0);
    assert!(again.out.starts_with("demo data is there already"), "{}", again.out);
    assert_eq!(entries(&folder), before);
}

#[test]
fn tables_are_brought_up_to_date_as_often_as_one_likes() {
    let folder = Folder::new();
    for _ in 0..2 {
        assert_eq!(run(&folder, &["migrate"]).must(0).out, "tables are up to date");
    }
    std::fs::remove_file(folder.path().join("keys.toml")).unwrap();
    let said = run(&folder, &["migrate"]).must(2);
    assert!(said.err.contains("holds data but no keys.toml"), "{}", said.err);
}

#[tokio::test]
async fn a_county_for_the_bench_fills_an_empty_folder_once_and_its_counters_agree() {
    let folder = Folder::new();
    let fill = ["bench-county", "--cases", "3000", "--people", "100"];
    let made = run(&folder, &fill).must(0);
    assert!(made.out.contains("\"commonName\":\"王秀英\""), "{}", made.out);
    let again = run(&folder, &fill).must(2);
    assert!(again.err.contains("empty data folder or database only"), "{}", again.err);
    let check = run(&folder, &["tally", "check"]).must(0);
    assert_eq!(check.out.trim(), "the counters agree with the cases");

    let (_, db) = folder.open().await;
    db.connections()[0].execute_unprepared("UPDATE case_tally SET n = n + 1 WHERE kind = 'channel' AND what = 'counter'").await.unwrap();
    let check = run(&folder, &["tally", "check"]).must(1);
    assert!(check.out.contains("channel counter, area 990101") && check.out.contains("--repair"), "{}", check.out);
    run(&folder, &["tally", "check", "--repair"]).must(0);
    run(&folder, &["tally", "check"]).must(0);
}
