//! Opens the database with the settings that make a shown receipt survive a power cut. Creates no table.

use super::{Db, Inner};
use crate::vault::Vault;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Readers beside the one writer of SQLite.
pub const READERS: u32 = 4;
/// How long a writer waits for another one before the page says 503.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the database address must begin with sqlite: or postgres:")]
    UnknownKind,
    #[error("the database cannot be opened: {0}")]
    Db(#[from] DbErr),
}

impl Db {
    /// `sqlite:FILE` (or `sqlite://FILE`) or `postgres://…`.
    pub async fn open(url: &str, vault: Vault) -> Result<Self, OpenError> {
        if let Some(file) = url.strip_prefix("sqlite:") {
            return Self::sqlite(Path::new(file.strip_prefix("//").unwrap_or(file)), vault).await;
        }
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            return Self::postgres(url, None, vault).await;
        }
        Err(OpenError::UnknownKind)
    }

    /// A file; made when it is missing.
    pub async fn sqlite(file: &Path, vault: Vault) -> Result<Self, OpenError> {
        // The writer first: it makes the file and switches it to the write-ahead log.
        let write = sqlite_pool(file, 1, false).await?;
        let read = sqlite_pool(file, READERS, true).await?;
        Ok(Self { inner: Arc::new(Inner { write, read, vault }) })
    }

    /// `schema`: where the tables lie, when not in the default one.
    pub async fn postgres(url: &str, schema: Option<&str>, vault: Vault) -> Result<Self, OpenError> {
        let mut options = quiet(url);
        options.max_connections(10).min_connections(1);
        options.test_before_acquire_if_idle_for(Duration::from_secs(30));
        if let Some(schema) = schema {
            options.set_schema_search_path(schema);
        }
        // A commit is on disk when it returns, whatever the server's own setting is.
        options.map_sqlx_postgres_opts(|o| o.options([("synchronous_commit", "on")]));
        let pool = Database::connect(options).await?;
        Ok(Self { inner: Arc::new(Inner { write: pool.clone(), read: pool, vault }) })
    }
}

async fn sqlite_pool(file: &Path, connections: u32, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    let mut options = quiet("sqlite::memory:");
    options.max_connections(connections).min_connections(1).test_before_acquire(false);
    // A connection that lives on keeps its prepared statements.
    options.idle_timeout(None).max_lifetime(None);
    let file = file.to_owned();
    options.map_sqlx_sqlite_opts(move |o| {
        let o = o
            .in_memory(false)
            .shared_cache(false)
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE);
        if read_only { o.pragma("query_only", "ON") } else { o }
    });
    Database::connect(options).await
}

/// Statements are never logged: their shape is known, their values are nobody's business.
fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).record_stmt_in_spans(false).acquire_timeout(PATIENCE);
    options
}
