//! Two plain servers to measure ours against; nothing here is part of the product.
//!
//! `reference bare PORT FILE TYPE ENCODING`  answers every path with the bytes of FILE
//! `reference cases PORT DATABASE`           looks up a session and lists 50 cases: axum, rusqlite, maud
//! `reference inserts DATABASE WRITERS SECONDS`  prints how many single rows a second so many writers bring to disk
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use rusqlite::Connection;
use std::{
    cell::RefCell,
    env,
    error::Error,
    fs,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use tokio::net::TcpListener;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main]
async fn main() -> Outcome<()> {
    let given: Vec<String> = env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let (port, app) = match given.as_slice() {
        ["bare", port, file, kind, encoding] => (*port, bare(file, kind, encoding)?),
        ["cases", port, database] => (*port, cases(PathBuf::from(database))?),
        ["inserts", database, writers, seconds] => {
            println!("{}", inserts(PathBuf::from(database), writers.parse()?, seconds.parse()?)?);
            return Ok(());
        }
        _ => return Err("reference bare PORT FILE TYPE ENCODING | cases PORT DATABASE | inserts DATABASE WRITERS SECONDS".into()),
    };
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    Ok(axum::serve(listener, app).await?)
}

#[derive(Clone)]
struct Fixed {
    body: Bytes,
    kind: HeaderValue,
    encoding: Option<HeaderValue>,
}

fn bare(file: &str, kind: &str, encoding: &str) -> Outcome<Router> {
    let fixed = Fixed {
        body: Bytes::from(fs::read(file)?),
        kind: HeaderValue::from_str(kind)?,
        encoding: if encoding.is_empty() { None } else { Some(HeaderValue::from_str(encoding)?) },
    };
    Ok(Router::new().fallback(answer).with_state(fixed))
}

async fn answer(State(fixed): State<Fixed>) -> Response {
    let mut response = fixed.body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, fixed.kind);
    if let Some(encoding) = fixed.encoding {
        response.headers_mut().insert(header::CONTENT_ENCODING, encoding);
    }
    response
}

fn cases(database: PathBuf) -> Outcome<Router> {
    let db = Connection::open(&database)?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL;
         CREATE TABLE session (token TEXT PRIMARY KEY, person INTEGER NOT NULL);
         CREATE TABLE cases (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, reference TEXT, item TEXT, state TEXT, sent TEXT, due TEXT);
         CREATE INDEX of_person ON cases (person);
         INSERT INTO session VALUES ('bench', 1);
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
         INSERT INTO cases SELECT i, 1 + i / 51, 'A' || (100000 + i), '异地就医备案', '正在审核', '2026-03-02', '2026-03-20' FROM n;",
    )?;
    Ok(Router::new().route("/my-cases", get(list)).with_state(database))
}

struct Row {
    reference: String,
    item: String,
    state: String,
    sent: String,
    due: String,
}

async fn list(State(database): State<PathBuf>, headers: HeaderMap) -> Response {
    match read(&database, &headers) {
        Ok(Some(rows)) => page(&rows).into_response(),
        Ok(None) => StatusCode::UNAUTHORIZED.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

thread_local! {
    static DATABASE: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

fn read(database: &PathBuf, headers: &HeaderMap) -> rusqlite::Result<Option<Vec<Row>>> {
    let token = headers
        .get(header::COOKIE)
        .and_then(|cookie| cookie.to_str().ok())
        .and_then(|cookie| cookie.strip_prefix("session="))
        .unwrap_or_default();
    DATABASE.with_borrow_mut(|db| {
        let db = match db {
            Some(db) => db,
            None => db.insert(Connection::open(database)?),
        };
        let mut session = db.prepare_cached("SELECT person FROM session WHERE token = ?1")?;
        let person: i64 = match session.query_row([token], |row| row.get(0)) {
            Ok(person) => person,
            Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut cases = db.prepare_cached("SELECT reference, item, state, sent, due FROM cases WHERE person = ?1 ORDER BY id DESC LIMIT 50")?;
        let rows = cases
            .query_map([person], |row| {
                Ok(Row { reference: row.get(0)?, item: row.get(1)?, state: row.get(2)?, sent: row.get(3)?, due: row.get(4)? })
            })?
            .collect::<Result<_, _>>()?;
        Ok(Some(rows))
    })
}

fn page(rows: &[Row]) -> Html<String> {
    let markup = maud::html! {
        (maud::DOCTYPE)
        html lang="zh-Hans" {
            head { meta charset="utf-8"; title { "我的办件" } }
            body {
                main {
                    h1 { "我的办件" }
                    ul {
                        @for row in rows {
                            li {
                                a href={ "/cases/" (row.reference) } { (row.item) }
                                p { "编号 " (row.reference) }
                                p { (row.state) "，" (row.sent) " 提交，" (row.due) " 前答复" }
                            }
                        }
                    }
                }
            }
        }
    };
    Html(markup.into_string())
}

/// Each row in a transaction of its own that is on disk when it returns. SQLite has one writer: they queue for it in memory,
/// which is quicker than asking the file.
fn inserts(database: PathBuf, writers: usize, seconds: u64) -> Outcome<f64> {
    let db = Connection::open(&database)?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE plain (id INTEGER PRIMARY KEY, sealed TEXT NOT NULL);",
    )?;
    let db = Arc::new(Mutex::new(db));
    let row = "x".repeat(1500);
    let began = Instant::now();
    let end = began + Duration::from_secs(seconds);
    let work = || {
        let (db, row) = (db.clone(), row.clone());
        std::thread::spawn(move || -> rusqlite::Result<u64> {
            let mut done = 0;
            while Instant::now() < end {
                let Ok(db) = db.lock() else { break };
                db.prepare_cached("INSERT INTO plain (sealed) VALUES (?1)")?.execute([&row])?;
                done += 1;
            }
            Ok(done)
        })
    };
    let threads: Vec<_> = (0..writers).map(|_| work()).collect();
    let mut rows = 0;
    for thread in threads {
        rows += thread.join().map_err(|_| "a writer broke off")??;
    }
    Ok(rows as f64 / began.elapsed().as_secs_f64())
}
