//! A county's worth of new records with few statements: sealed like all others, written together with their counters.
//! Only for `server bench-county`: it asks nothing, and knows no version but the first.

use super::kept::to_row;
use super::row::Row;
use super::{Db, port_error, tally};
use app::ports::{Person, PortError, PortResult};
use domain::case::Case;
use domain::tally::Tallies;
use sea_orm::{ConnectionTrait, DbBackend, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use std::collections::BTreeSet;

/// Rows of one table, ready to be written.
pub struct Batch {
    rows: Vec<Row>,
    counted: Tallies,
}

impl Db {
    /// Takes a processor for a while: call it where it may.
    pub fn seal_people(&self, people: &[Person]) -> PortResult<Batch> {
        let rows = people.iter().map(|person| first(to_row(person, self.vault())?)).collect::<PortResult<_>>()?;
        Ok(Batch { rows, counted: Tallies::default() })
    }

    pub fn seal_cases(&self, cases: &[Case]) -> PortResult<Batch> {
        let mut counted = Tallies::default();
        cases.iter().for_each(|case| counted.change(None, Some(case)));
        let rows = cases.iter().map(|case| first(to_row(case, self.vault())?)).collect::<PortResult<_>>()?;
        Ok(Batch { rows, counted })
    }

    /// Before very much is written: the indexes find room in memory, and the log goes into the file seldom. Only for a process
    /// that ends afterwards; PostgreSQL has settings of its own.
    pub async fn make_room(&self) -> PortResult<()> {
        let write = &self.inner.write;
        if write.get_database_backend() == DbBackend::Sqlite {
            write.execute_unprepared("PRAGMA cache_size = -600000; PRAGMA wal_autocheckpoint = 100000").await.map_err(port_error)?;
        }
        Ok(())
    }

    /// Every reference that is taken.
    pub async fn references(&self) -> PortResult<BTreeSet<String>> {
        let rows = self.all("SELECT reference FROM case_file", vec![]).await?;
        rows.iter().map(|row| row.try_get_by_index(0).map_err(port_error)).collect()
    }

    /// One transaction.
    pub async fn put_batch(&self, batch: Batch) -> PortResult<()> {
        let options =
            TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
        let tx = self.inner.write.begin_with_options(options).await.map_err(port_error)?;
        Row::insert_many(batch.rows, &tx).await.map_err(port_error)?;
        tally::put(&tx, &batch.counted).await.map_err(tally::said)?;
        tx.commit().await.map_err(port_error)
    }

    /// What a PostgreSQL server does by itself after a while: looks at what there is now. SQLite has nothing of the kind.
    pub async fn settle(&self) -> PortResult<()> {
        let write = &self.inner.write;
        if write.get_database_backend() == DbBackend::Postgres {
            write.execute_unprepared("VACUUM ANALYZE").await.map_err(port_error)?;
        }
        Ok(())
    }
}

fn first(row: Row) -> Result<Row, PortError> {
    Ok(row.with("version", 1i64))
}
