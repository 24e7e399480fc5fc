//! What only a real database can show: settings of every connection, what lies readable on the disk, migrations up
//! and down, the chain with its key, a database that does not answer.

use super::at_once;
use super::records::*;
use super::rooms::{PostgresRoom, SqliteRoom};
use super::store_of;
use app::ports::*;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait};
use server::adapters::db::{Db, READERS};
use server::ledger_chain::{Broken, Known, Why, genesis, verify};
use server::vault::Vault;

async fn ask<C: ConnectionTrait>(connection: &C, sql: &str) -> Vec<String> {
    let rows = connection.query_all_raw(Statement::from_string(connection.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|r| r.try_get_by_index::<String>(0).or_else(|_| r.try_get_by_index::<i64>(0).map(|n| n.to_string())).unwrap()).collect()
}

#[tokio::test]
async fn every_pooled_sqlite_connection_writes_through_to_the_disk() {
    let room = SqliteRoom::new().await;
    let [write, read] = room.db.connections();
    for (pool, size, query_only) in [(write, 1, "0"), (read, READERS, "1")] {
        // Open transactions hold their connections, so each of these is another one.
        let mut held = Vec::new();
        for _ in 0..size {
            held.push(pool.begin().await.unwrap());
        }
        for connection in &held {
            assert_eq!(ask(connection, "PRAGMA synchronous").await, ["2"], "FULL");
            assert_eq!(ask(connection, "PRAGMA journal_mode").await, ["wal"]);
            assert_eq!(ask(connection, "PRAGMA foreign_keys").await, ["1"]);
            assert_eq!(ask(connection, "PRAGMA busy_timeout").await, ["5000"]);
            assert_eq!(ask(connection, "PRAGMA query_only").await, [query_only]);
        }
        assert_eq!(pool.get_sqlite_connection_pool().size(), size, "no connection beside the checked ones");
    }
}

#[tokio::test]
async fn every_postgres_connection_waits_for_its_commit() {
    let room = PostgresRoom::new().await;
    let mut held = Vec::new();
    for _ in 0..10 {
        held.push(room.db.connections()[0].begin().await.unwrap());
    }
    for connection in &held {
        assert_eq!(ask(connection, "SHOW synchronous_commit").await, ["on"]);
    }
    drop(held);
    room.close().await;
}

/// One of everything that is personal.
async fn fill(db: &Db) {
    let store = store_of(db);
    let opening = Opening { name: person("x", 1).name, id_number: number(7), phone: phone("13900007777") };
    let flow = SignInFlow { opening: Some(opening), ..SignInFlow::default() };
    let stash = Stash { path: "/drafts/d".into(), form: vec![("address".into(), ANSWER.into())] };
    let visitor = Session { of: SessionOf::Visitor(flow), stash: Some(stash), ..resident_session("v", "", None, 0) };
    let text = "验证码 482913".to_owned();
    let sms = OutboxSms { id: "m".into(), to: phone(PHONE), text, purpose: "code".into(), at: at(0) };
    let home = Person { household: Some("柏家第七户".into()), ..person("home", 3) };
    with_people(&store).await;
    let changes = vec![
        save_person(home),
        save_staff(staff("clerk", None)),
        save_draft(draft("d", "elder")),
        save_case(case("c", "elder")),
        put_session(visitor),
        Change::PutSms(Box::new(sms)),
        Change::PutNotice(Box::new(notice("n", "elder", 0))),
        line("elder", "submit_case", 0),
    ];
    store.commit(changes).await.unwrap();
}

/// What must not be readable. The last ones are there to be found: they show that the search works.
fn secrets() -> Vec<String> {
    [PHONE, "13900007777", NAME, ANSWER, "482913", "柏家第七户", "3478 2956", "云溪村服务点"]
        .map(str::to_owned)
        .into_iter()
        .chain((1..=7).map(|n| number(n).plain().to_owned()))
        .collect()
}

const OPEN: [&str; 3] = [VILLAGE, "at-village", "submit_case"];

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

#[tokio::test]
async fn the_sqlite_files_show_no_number_name_phone_or_answer() {
    let room = SqliteRoom::new().await;
    fill(&room.db).await;
    let files = ["yibao.db", "yibao.db-wal"].map(|f| std::fs::read(room.folder.join(f)).unwrap_or_default());
    let bytes = files.concat();
    for secret in secrets() {
        assert!(!contains(&bytes, &secret), "{secret}");
    }
    for open in OPEN {
        assert!(contains(&bytes, open), "{open}");
    }
}

#[tokio::test]
async fn the_postgres_rows_show_no_number_name_phone_or_answer() {
    let room = PostgresRoom::new().await;
    fill(&room.db).await;
    let tables = format!("SELECT tablename::text FROM pg_tables WHERE schemaname = '{}'", room.schema);
    let mut all = String::new();
    for table in ask(&room.admin, &tables).await {
        // `escape` shows printable bytes of a sealed column as they are.
        let sealed = format!(
            "SELECT column_name::text FROM information_schema.columns \
             WHERE table_schema = '{}' AND table_name = '{table}' AND data_type = 'bytea'",
            room.schema
        );
        for column in ask(&room.admin, &sealed).await {
            all += &ask(&room.admin, &format!("SELECT encode({column}, 'hex') FROM {}.{table}", room.schema)).await.join("\n");
        }
        all += &ask(&room.admin, &format!("SELECT t::text FROM {}.{table} t", room.schema)).await.join("\n");
    }
    for secret in secrets() {
        assert!(!all.contains(&secret), "{secret}");
        assert!(!all.contains(&server::vault::hex(secret.as_bytes())), "{secret} in a sealed column");
    }
    for open in OPEN {
        assert!(all.contains(open), "{open}");
    }
    room.close().await;
}

/// Table names with their columns, so that a half-undone migration shows.
async fn shape(connection: &DatabaseConnection, schema: &str) -> Vec<String> {
    let sql = match connection.get_database_backend() {
        DbBackend::Sqlite => "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master \
             WHERE name NOT LIKE 'seaql%' AND name NOT LIKE 'sqlite%' ORDER BY 1"
            .to_owned(),
        _ => format!(
            "SELECT (table_name || ' ' || column_name || ' ' || data_type)::text FROM information_schema.columns \
             WHERE table_schema = '{schema}' AND table_name NOT LIKE 'seaql%' \
             UNION ALL SELECT indexdef::text FROM pg_indexes WHERE schemaname = '{schema}' AND tablename NOT LIKE 'seaql%' \
             ORDER BY 1"
        ),
    };
    ask(connection, &sql).await
}

async fn up_down_up(db: &Db, watch: &DatabaseConnection, schema: &str) {
    assert_eq!(shape(watch, schema).await, Vec::<String>::new());
    db.migrate().await.unwrap();
    let first = shape(watch, schema).await;
    assert!(first.iter().any(|l| l.contains("case_file")) && first.iter().any(|l| l.contains("case_waiting")));
    db.migrate().await.unwrap();
    assert_eq!(shape(watch, schema).await, first, "twice is once");
    db.unmigrate().await.unwrap();
    assert_eq!(shape(watch, schema).await, Vec::<String>::new());
    db.migrate().await.unwrap();
    assert_eq!(shape(watch, schema).await, first);
    fill(db).await;
}

#[tokio::test]
async fn migrations_go_up_down_and_up_again_on_sqlite() {
    let room = SqliteRoom::empty().await;
    up_down_up(&room.db, room.db.connections()[0], "").await;
}

#[tokio::test]
async fn migrations_go_up_down_and_up_again_on_postgres() {
    let room = PostgresRoom::empty().await;
    up_down_up(&room.db, &room.admin, &room.schema).await;
    room.close().await;
}

/// Two counties over two days, many at once, verified with the key; then one line is altered behind our back.
async fn the_chain_holds(db: &Db, vault: &Vault, behind: &DatabaseConnection, prefix: &str) {
    at_once::fifty_at_once_write_fifty_ledger_lines_without_a_gap(store_of(db)).await;
    let store = store_of(db);
    store.commit(vec![line("elder", "next_day", 24 * 3600), line("elder", "late_line", 5)]).await.unwrap();
    let heads = db.ledger_heads().await.unwrap();
    assert_eq!(heads.iter().map(|h| h.count).collect::<Vec<_>>(), [100, 2], "the late line stands in the newer chain");
    let key = vault.ledger_key();
    let first = genesis(&heads[0].chain, None, &key);
    let second = genesis(&heads[1].chain, Some(heads[0].head), &key);
    for (head, start) in [(&heads[0], first), (&heads[1], second)] {
        let known = Known { count: head.count, head: head.head };
        let entries = db.ledger_chain(&head.chain).await.unwrap();
        assert_eq!(verify(&head.chain, start, &key, Some(known), entries).unwrap().count, head.count);
    }
    let alter = format!("UPDATE {prefix}ledger SET line = replace(line, 'elder', 'other') WHERE seq = 7");
    behind.execute_unprepared(&alter).await.unwrap();
    let entries = db.ledger_chain(&heads[0].chain).await.unwrap();
    let found = verify(&heads[0].chain, first, &key, None, entries).unwrap_err();
    assert_eq!(found, Broken { number: 7, why: Why::Altered });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_ledger_chain_verifies_after_fifty_at_once_on_sqlite() {
    let room = SqliteRoom::new().await;
    the_chain_holds(&room.db, &room.vault, room.db.connections()[0], "").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_ledger_chain_verifies_after_fifty_at_once_on_postgres() {
    let room = PostgresRoom::new().await;
    the_chain_holds(&room.db, &room.vault, &room.admin, &format!("{}.", room.schema)).await;
    room.close().await;
}

#[tokio::test]
async fn facts_about_the_database_are_kept_and_replaced() {
    let room = SqliteRoom::new().await;
    assert_eq!(room.db.meta("demo").await.unwrap(), None);
    room.db.put_meta("demo", "a").await.unwrap();
    room.db.put_meta("demo", "b").await.unwrap();
    assert_eq!(room.db.meta("demo").await.unwrap().as_deref(), Some("b"));
}

#[tokio::test]
async fn a_record_under_another_key_is_damaged_not_empty() {
    let room = SqliteRoom::new().await;
    with_people(&store_of(&room.db)).await;
    let stranger = Db::sqlite(&room.folder.join("yibao.db"), Vault::in_memory().unwrap()).await.unwrap();
    let read = store_of(&stranger).person(&domain::ids::PersonId::new("elder")).await;
    assert!(matches!(read, Err(PortError::Damaged(_))), "{read:?}");
}

#[tokio::test]
async fn a_locked_or_missing_database_is_unavailable_and_says_nothing_personal() {
    let room = SqliteRoom::new().await;
    let other = Db::sqlite(&room.folder.join("yibao.db"), room.vault.clone()).await.unwrap();
    let lock =
        sea_orm::TransactionOptions { sqlite_transaction_mode: Some(sea_orm::SqliteTransactionMode::Immediate), ..Default::default() };
    let held = other.connections()[0].begin_with_options(lock).await.unwrap();
    let result = store_of(&room.db).commit(vec![save_person(person("elder", 1))]).await;
    assert!(matches!(&result, Err(PortError::Unavailable(_))), "{result:?}");
    held.rollback().await.unwrap();
    store_of(&room.db).commit(vec![save_person(person("elder", 1))]).await.unwrap();

    let pg = PostgresRoom::new().await;
    with_people(&store_of(&pg.db)).await;
    let twin = store_of(&pg.db).commit(vec![save_person(person("twin", 1))]).await;
    let Err(PortError::Conflict(words)) = twin else { panic!("{twin:?}") };
    assert_eq!(words, "person_one_per_number");
    pg.admin.execute_unprepared(&format!("DROP TABLE {}.outbox", pg.schema)).await.unwrap();
    let gone = store_of(&pg.db).outbox(1).await;
    assert!(matches!(&gone, Err(PortError::Unavailable(w)) if w.contains("42P01")), "{gone:?}");
    pg.close().await;
}
