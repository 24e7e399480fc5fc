//! `Store` on SQLite and PostgreSQL with the same statements: `$1` placeholders, `ON CONFLICT`, plain types.
//! Personal content is sealed before it comes here and opened after it leaves; it never stands in a plain column,
//! in a log line or in an error.

mod bulk;
mod clear;
mod connect;
mod errors;
mod helping;
mod kept;
mod ledger;
mod merge;
mod ratings;
mod read;
mod reseal;
mod row;
mod store;
mod tally;
mod write;

pub use bulk::Batch;
pub use connect::{OpenError, READERS};
pub use ledger::{LedgerHead, entry_bytes};
pub use merge::{Follows, PERSON_COLUMNS};
pub use reseal::{Resealed, SEALED};
pub use tally::Wrong;

use crate::vault::Vault;
use app::ports::{Change, PortError, PortResult};
use domain::tally::Tallies;
use errors::{may_try_again, port_error};
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, QueryResult, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait, Value,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A commit that lost against another one is tried this often before the caller hears of it.
const TRIES: u32 = 5;

/// The database. Cheap to clone. On SQLite one connection writes and several read; on PostgreSQL it is one pool.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    write: DatabaseConnection,
    read: DatabaseConnection,
    vault: Vault,
}

impl Db {
    /// Brings the tables up to date. Never takes anything away.
    pub async fn migrate(&self) -> PortResult<()> {
        Migrator::up(&self.inner.write, None).await.map_err(port_error)?;
        self.begin_tallies().await
    }

    /// Drops all tables with all data. For tests of the migrations.
    pub async fn unmigrate(&self) -> PortResult<()> {
        Migrator::down(&self.inner.write, None).await.map_err(port_error)
    }

    /// A fact about this database: the marker of a demonstration, the fingerprint of the keys.
    pub async fn meta(&self, key: &str) -> PortResult<Option<String>> {
        let row = self.one("SELECT content FROM meta WHERE meta_key = $1", [key.into()]).await?;
        row.map(|r| r.try_get_by_index(0)).transpose().map_err(port_error)
    }

    /// Whether anybody is in it, residents or staff.
    pub async fn holds_people(&self) -> PortResult<bool> {
        let sql = "SELECT 1 WHERE EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM staff)";
        Ok(self.one(sql, []).await?.is_some())
    }

    pub async fn put_meta(&self, key: &str, content: &str) -> PortResult<()> {
        let sql = "INSERT INTO meta (meta_key, content) VALUES ($1, $2) \
                   ON CONFLICT (meta_key) DO UPDATE SET content = excluded.content";
        let write = &self.inner.write;
        write.execute_raw(statement(write, sql, [key.into(), content.into()])).await.map_err(port_error)?;
        Ok(())
    }

    /// Connections that write, then connections that read. For tests of their settings.
    pub fn connections(&self) -> [&DatabaseConnection; 2] {
        [&self.inner.write, &self.inner.read]
    }

    fn vault(&self) -> &Vault {
        &self.inner.vault
    }

    async fn one<const N: usize>(&self, sql: &str, values: [Value; N]) -> PortResult<Option<QueryResult>> {
        let read = &self.inner.read;
        read.query_one_raw(statement(read, sql, values)).await.map_err(port_error)
    }

    async fn all(&self, sql: &str, values: Vec<Value>) -> PortResult<Vec<QueryResult>> {
        let read = &self.inner.read;
        read.query_all_raw(statement(read, sql, values)).await.map_err(port_error)
    }

    /// One transaction; again from the start when the database says that only the order of things was at fault.
    async fn commit_all(&self, changes: &[Change]) -> PortResult<()> {
        let mut tried = 1;
        loop {
            let again = match self.try_commit(changes).await {
                Ok(()) => return Ok(()),
                Err(Failed::Port(e)) => return Err(e),
                Err(Failed::Db(e)) if tried < TRIES && may_try_again(&e) => e,
                Err(Failed::Db(e)) => return Err(port_error(e)),
            };
            tracing::debug!(error = %again, tried, "commit is tried again");
            tokio::time::sleep(std::time::Duration::from_millis(u64::from(tried * tried) * 5)).await;
            tried += 1;
        }
    }

    async fn try_commit(&self, changes: &[Change]) -> Result<(), Failed> {
        let options =
            TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
        let tx = self.inner.write.begin_with_options(options).await?;
        match self.apply_all(&tx, changes).await {
            Ok(()) => Ok(tx.commit().await?),
            Err(e) => {
                // What matters to the caller is why it failed; a broken connection rolls back by itself.
                let _ = tx.rollback().await;
                Err(e)
            }
        }
    }

    /// The counters come last and in one order: whoever waits for one holds none that another waits for.
    async fn apply_all(&self, tx: &DatabaseTransaction, changes: &[Change]) -> Result<(), Failed> {
        let mut counted = Tallies::default();
        let mut people = BTreeSet::new();
        for change in changes {
            tally::note(tx, &self.inner.vault, change, &mut counted).await?;
            write::apply(tx, &self.inner.vault, change).await?;
            people.extend(write::people(change));
        }
        merge::still_there(tx, &people).await?;
        tally::put(tx, &counted).await
    }
}

/// Why a commit failed: the rule of the store, or the database.
enum Failed {
    Port(PortError),
    Db(DbErr),
}

impl From<PortError> for Failed {
    fn from(e: PortError) -> Self {
        Self::Port(e)
    }
}

impl From<DbErr> for Failed {
    fn from(e: DbErr) -> Self {
        Self::Db(e)
    }
}

fn statement(on: &impl ConnectionTrait, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(on.get_database_backend(), sql, values)
}

/// Runs one statement of a transaction and says how many rows it touched.
async fn run(tx: &DatabaseTransaction, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(statement(tx, sql, values)).await?.rows_affected())
}
