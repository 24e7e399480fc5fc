//! A new sealing key, and the way of all that is kept to it: afterwards the old key is not needed any more.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod live;

use app::ports::Store;
use domain::person::IdNumber;
use jiff::civil::date;
use live::{Folder, Live, run};
use sea_orm::{ConnectionTrait, Statement};
use server::adapters::db::{Db, SEALED};
use server::files::PaperStore;
use server::vault::Vault;

fn number(order: u16) -> IdNumber {
    IdNumber::compose("990101", date(1951, 7, 23), order).unwrap()
}

fn import(folder: &Folder, orders: std::ops::Range<u16>) -> String {
    let rows: String = orders.map(|n| format!("柏松云,{},01,990101001001\n", number(n * 2).plain())).collect();
    let file = folder.write("people.csv", &format!("name,id_number,nationality,village\n{rows}"));
    run(folder, &["people", "import", &file]).out
}

fn papers(folder: &Folder, vault: &Vault) -> PaperStore {
    PaperStore::local(&folder.path().join("papers"), vault.clone()).unwrap()
}

/// Takes the first sealing key out of the key file, as an administrator would.
fn forget_first_key(folder: &Folder) {
    let path = folder.path().join("keys.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut parts: Vec<&str> = text.split("\n[[sealing]]\n").collect();
    assert!(parts[1].starts_with("id = 1\n"));
    parts.remove(1);
    std::fs::write(&path, parts.join("\n[[sealing]]\n")).unwrap();
}

async fn one_person(db: &Db, order: u16) -> bool {
    db.person_by_number(&number(order * 2)).await.is_ok_and(|found| found.is_some())
}

#[tokio::test]
async fn after_rotating_and_resealing_the_old_key_is_not_needed() {
    let folder = Folder::new();
    folder.mark_as_demo().await;
    // More than one batch.
    assert!(import(&folder, 1..260).ends_with("259 residents taken in, 0 lines refused"));
    let (vault, _) = folder.open().await;
    let paper = papers(&folder, &vault).put(b"old paper".to_vec()).await.unwrap();

    let said = run(&folder, &["keys", "rotate"]).must(0);
    assert!(said.out.starts_with("key 2 is the current one."), "{}", said.out);
    assert!(import(&folder, 260..261).starts_with("1 residents taken in"));
    let (both, db) = folder.open().await;
    let newer = papers(&folder, &both).put(b"new paper".to_vec()).await.unwrap();
    assert!(one_person(&db, 1).await && one_person(&db, 260).await, "old and new stay readable");

    let said = run(&folder, &["keys", "reseal"]).must(0);
    assert!(said.out.starts_with("259 records and 1 papers sealed anew: all are under key 2"), "{}", said.out);
    let said = run(&folder, &["keys", "reseal"]).must(0);
    assert!(said.out.starts_with("0 records and 0 papers sealed anew"), "{}", said.out);

    forget_first_key(&folder);
    let (second_only, db) = folder.open().await;
    for order in 1..=260 {
        assert!(one_person(&db, order).await, "{order}");
    }
    let store = papers(&folder, &second_only);
    assert_eq!(store.get(&paper).await.unwrap(), b"old paper");
    assert_eq!(store.get(&newer).await.unwrap(), b"new paper");
    assert!(run(&folder, &["ledger", "verify"]).must(0).out.starts_with("whole: 260 entries"));
    assert!(import(&folder, 1..3).ends_with("0 residents taken in, 2 lines refused"), "the look-up hashes are as before");
}

#[tokio::test]
async fn without_resealing_the_old_key_is_missed_and_the_record_is_not_lost() {
    let folder = Folder::new();
    folder.mark_as_demo().await;
    import(&folder, 1..2);
    run(&folder, &["keys", "rotate"]).must(0);
    let kept = std::fs::read_to_string(folder.path().join("keys.toml")).unwrap();
    forget_first_key(&folder);
    let said = run(&folder, &["keys", "reseal"]).must(2);
    assert!(said.err.contains("names key 1, which is not in the key file"), "{}", said.err);
    std::fs::write(folder.path().join("keys.toml"), kept).unwrap();
    let (_, db) = folder.open().await;
    assert!(one_person(&db, 1).await);
}

#[test]
fn resealing_waits_until_the_server_was_started_with_the_new_key() {
    let folder = Folder::new();
    let old = Live::serve(&folder, &[]);
    run(&folder, &["keys", "rotate"]).must(0);
    let said = run(&folder, &["keys", "reseal"]).must(2);
    assert!(said.err.contains("last started with key 1") && said.err.contains("start it again"), "{}", said.err);
    drop(old);
    let _new = Live::serve(&folder, &[]);
    let said = run(&folder, &["keys", "reseal"]).must(0);
    assert!(said.out.contains("all are under key 2"), "beside the running server: {}", said.out);
}

#[tokio::test]
async fn no_sealed_table_is_left_out() {
    let folder = Folder::new();
    folder.mark_as_demo().await;
    let (_, db) = folder.open().await;
    let read = db.connections()[1];
    let sql = "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'sealed' ORDER BY m.name";
    let rows = read.query_all_raw(Statement::from_string(read.get_database_backend(), sql)).await.unwrap();
    let tables: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    let mut known = SEALED.to_vec();
    known.sort_unstable();
    assert_eq!(tables, known);
}
