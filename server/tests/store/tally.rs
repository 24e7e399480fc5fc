//! What the counters of the supervisor's view promise: they follow every commit that saves a case, and never differ from
//! counting anew, whoever writes at the same time.

use super::at_once::at_once;
use super::records::*;
use super::rooms::{PostgresRoom, SqliteRoom};
use app::ports::*;
use domain::case::{Case, CaseAct, CaseState, Event};
use domain::catalog::ItemCode;
use domain::ids::*;
use domain::ledger::By;
use domain::tally::Figure;
use jiff::civil::{Date, date};
use sea_orm::ConnectionTrait;
use server::adapters::db::Db;

const MARCH: Date = date(2026, 3, 1);

async fn count(store: &AnyStore, area: &str, figure: Figure) -> i64 {
    let sums = store.tallied(&AreaCode::new(area), MARCH, MARCH).await.unwrap();
    sums.into_iter().find(|(f, _)| *f == figure).map_or(0, |(_, n)| n)
}

fn at_village() -> Figure {
    Figure::State(CaseState::AtVillage)
}

fn open_case(id: &str) -> Case {
    Case { state: CaseState::AtVillage, desk: AreaCode::new(VILLAGE), ..case(id, "elder") }
}

pub async fn the_counters_follow_a_case_from_state_to_state(store: AnyStore) {
    with_people(&store).await;
    store.commit(vec![save_case(open_case("a")), save_case(open_case("b")), line("elder", "submit", 0)]).await.unwrap();
    assert_eq!(count(&store, "990101", at_village()).await, 2);
    assert_eq!(count(&store, "990101001", at_village()).await, 2);
    assert_eq!(count(&store, "990101002", at_village()).await, 0);
    assert_eq!(count(&store, "990101", Figure::Desk(AreaCode::new(VILLAGE))).await, 2);

    let mut decided = store.case(&CaseId::new("a")).await.unwrap().unwrap();
    decided.state = CaseState::InForce;
    decided.events.push(Event { at: at(60), act: CaseAct::Approve, by: By::Rule, words: None });
    store.commit(vec![save_case(decided)]).await.unwrap();
    assert_eq!(count(&store, "990101", at_village()).await, 1);
    assert_eq!(count(&store, "990101", Figure::State(CaseState::InForce)).await, 1);
    assert_eq!(count(&store, "990101", Figure::Promise(true)).await + count(&store, "990101", Figure::Promise(false)).await, 1);
    assert_eq!(count(&store, "990101", Figure::Item(ItemCode::OutOfArea)).await, 2);
    assert_eq!(count(&store, "990101", Figure::Desk(AreaCode::new(VILLAGE))).await, 1);
    let later = store.tallied(&AreaCode::new("990101"), date(2026, 4, 1), date(2026, 12, 1)).await.unwrap();
    assert!(later.iter().all(|(figure, _)| figure.of_now()), "{later:?}");
    assert!(later.contains(&(Figure::Desk(AreaCode::new(VILLAGE)), 1)));
}

pub async fn a_commit_that_fails_moves_no_counter(store: AnyStore) {
    with_people(&store).await;
    let once = || Change::Once { key: "form".into(), location: "/x".into(), at: at(0) };
    store.commit(vec![save_case(open_case("a")), once()]).await.unwrap();
    assert!(is_conflict(&store.commit(vec![save_case(open_case("b")), once()]).await));
    let stale = Case { state: CaseState::Refused, version: 7, ..open_case("a") };
    assert!(is_conflict(&store.commit(vec![save_case(stale)]).await));
    assert_eq!(count(&store, "990101", at_village()).await, 1);
    assert_eq!(count(&store, "990101", Figure::State(CaseState::Refused)).await, 0);
}

pub async fn fifty_at_once_are_counted_as_fifty(store: AnyStore) {
    with_people(&store).await;
    // Some write the ledger before the case and some after it, as the acts do.
    let lists = (0..50).map(|n| {
        let mut changes = vec![save_case(open_case(&format!("c{n}"))), line("elder", "submit", 0)];
        if n % 2 == 0 {
            changes.reverse();
        }
        changes
    });
    let results = at_once(&store, lists.collect()).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(count(&store, "990101", at_village()).await, 50);

    // Fifty decisions and fifty corrections of the same cases at the same moment: some lose, none is counted half.
    let mut lists = Vec::new();
    for n in 0..50 {
        let read = store.case(&CaseId::new(format!("c{n}"))).await.unwrap().unwrap();
        for state in [CaseState::AtTownship, CaseState::Returned] {
            lists.push(vec![line("elder", "move", 0), save_case(Case { state, ..read.clone() })]);
        }
    }
    let results = at_once(&store, lists).await;
    assert!(results.iter().all(|r| r.is_ok() || is_conflict(r)), "{results:?}");
    assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 50);
    let moved = count(&store, "990101", Figure::State(CaseState::AtTownship)).await
        + count(&store, "990101", Figure::State(CaseState::Returned)).await;
    assert_eq!((moved, count(&store, "990101", at_village()).await), (50, 0));
}

/// Two counters are made wrong behind the back of the commits, one is new and one is gone.
async fn broken_and_mended(db: &Db) {
    let store: AnyStore = super::store_of(db);
    with_people(&store).await;
    store.commit((0..5).map(|n| save_case(open_case(&format!("c{n}")))).collect()).await.unwrap();
    assert_eq!(db.check_tallies(false).await.unwrap(), vec![]);
    let write = db.connections()[0];
    write.execute_unprepared("UPDATE case_tally SET n = n + 3 WHERE kind = 'state'").await.unwrap();
    write.execute_unprepared("DELETE FROM case_tally WHERE kind = 'item'").await.unwrap();
    let wrong = db.check_tallies(false).await.unwrap();
    let said: Vec<_> = wrong.iter().map(|w| (w.key.figure.kind(), w.kept, w.counted)).collect();
    assert_eq!(said, [("state", 8, 5), ("item", 0, 5)]);
    assert_eq!(db.check_tallies(false).await.unwrap().len(), 2, "looking changes nothing");
    assert_eq!(db.check_tallies(true).await.unwrap().len(), 2);
    assert_eq!(db.check_tallies(false).await.unwrap(), vec![]);
    assert_eq!(count(&store, "990101", at_village()).await, 5);

    // A database from before there were counters gets them when its tables are brought up to date, once.
    write.execute_unprepared("DELETE FROM case_tally").await.unwrap();
    db.migrate().await.unwrap();
    assert_eq!(count(&store, "990101", at_village()).await, 0);
    write.execute_unprepared("DELETE FROM meta WHERE meta_key = 'case-tally'").await.unwrap();
    db.migrate().await.unwrap();
    assert_eq!(count(&store, "990101", at_village()).await, 5);
    assert_eq!(db.check_tallies(false).await.unwrap(), vec![]);
}

#[tokio::test]
async fn wrong_counters_are_named_and_mended_on_sqlite() {
    broken_and_mended(&SqliteRoom::new().await.db).await;
}

#[tokio::test]
async fn wrong_counters_are_named_and_mended_on_postgres() {
    let room = PostgresRoom::new().await;
    broken_and_mended(&room.db).await;
    room.close().await;
}

/// What is over leaves no row behind: the table stays small whatever a county has done.
async fn small(db: &Db) {
    let store: AnyStore = super::store_of(db);
    with_people(&store).await;
    for n in 0..3 {
        store.commit(vec![save_case(open_case(&format!("c{n}")))]).await.unwrap();
        let read = store.case(&CaseId::new(format!("c{n}"))).await.unwrap().unwrap();
        store.commit(vec![save_case(Case { state: CaseState::Withdrawn, ..read })]).await.unwrap();
    }
    let sql = "SELECT kind FROM case_tally WHERE n = 0 OR kind IN ('desk', 'open', 'due')";
    assert_eq!(
        db.connections()[0]
            .query_all_raw(sea_orm::Statement::from_string(db.connections()[0].get_database_backend(), sql))
            .await
            .unwrap()
            .len(),
        0
    );
}

#[tokio::test]
async fn what_is_over_leaves_no_counter_behind_on_sqlite() {
    small(&SqliteRoom::new().await.db).await;
}

#[tokio::test]
async fn what_is_over_leaves_no_counter_behind_on_postgres() {
    let room = PostgresRoom::new().await;
    small(&room.db).await;
    room.close().await;
}

/// How SQLite is going to find it, in its own words.
async fn plan(db: &Db, sql: &str) -> String {
    let connection = db.connections()[0];
    let asked = sea_orm::Statement::from_string(connection.get_database_backend(), format!("EXPLAIN QUERY PLAN {sql}"));
    let rows = connection.query_all_raw(asked).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap()).collect::<Vec<_>>().join("; ")
}

#[tokio::test]
async fn the_queue_is_read_in_the_order_of_its_index_and_a_name_from_the_index_alone() {
    let room = SqliteRoom::new().await;
    let states: Vec<String> = app::acts::see_desk::WORK.iter().map(|s| format!("'{}'", s.key())).collect();
    let queue = format!(
        "SELECT id, reference FROM case_file WHERE desk = 'x' AND state IN ({}) ORDER BY step_due, submitted_ms, id LIMIT 50",
        states.join(", ")
    );
    let queue = plan(&room.db, &queue).await;
    assert!(queue.contains("case_waiting"), "{queue}");
    let named = "SELECT id FROM person WHERE name_hash = 'x' AND substr(village, 1, 6) = '990101' \
                 AND NOT EXISTS (SELECT 1 FROM merged_person WHERE goes_id = person.id) ORDER BY id LIMIT 20";
    let named = plan(&room.db, named).await;
    assert!(named.contains("COVERING INDEX person_by_name") && !named.contains("TEMP B-TREE"), "{named}");
}
