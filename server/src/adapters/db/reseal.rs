//! Bringing sealed rows under the current key, a batch at a time. A row that somebody saves in between is left alone:
//! its new content is sealed with the current key already, or the next run takes it.

use super::{Db, port_error, statement};
use app::ports::{PortError, PortResult};
use sea_orm::{ConnectionTrait, SqliteTransactionMode, TransactionOptions, TransactionTrait};

/// Every table with a sealed record.
pub const SEALED: [&str; 17] = [
    "person",
    "staff",
    "session",
    "sent_code",
    "slip",
    "case_file",
    "draft",
    "grant_file",
    "assisted",
    "finding",
    "notice",
    "outbox",
    "unsent",
    "comfort",
    "voice_message",
    "rating",
    "merge_file",
];

const BATCH: i64 = 200;

/// One batch: where it ended, and how many rows were sealed anew.
pub struct Resealed {
    pub last: String,
    pub count: u64,
}

impl Db {
    /// The rows behind `after`, in the order of their ids; nothing when there are none left.
    pub async fn reseal(&self, table: &str, after: &str) -> PortResult<Option<Resealed>> {
        let options =
            TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
        let tx = self.inner.write.begin_with_options(options).await.map_err(port_error)?;
        let read = format!("SELECT id, sealed FROM {table} WHERE id > $1 ORDER BY id LIMIT $2");
        let rows = tx.query_all_raw(statement(&tx, &read, [after.into(), BATCH.into()])).await.map_err(port_error)?;
        let mut done = None;
        for row in rows {
            let id: String = row.try_get_by_index(0).map_err(port_error)?;
            let old: Vec<u8> = row.try_get_by_index(1).map_err(port_error)?;
            let new = self.vault().reseal(table, "sealed", &id, &old).map_err(|e| PortError::Damaged(format!("{table}: {e}")))?;
            let done = done.get_or_insert(Resealed { last: String::new(), count: 0 });
            done.last.clone_from(&id);
            if let Some(new) = new {
                let write = format!("UPDATE {table} SET sealed = $2 WHERE id = $1 AND sealed = $3");
                let written = tx.execute_raw(statement(&tx, &write, [id.into(), new.into(), old.into()])).await.map_err(port_error)?;
                done.count += written.rows_affected();
            }
        }
        tx.commit().await.map_err(port_error)?;
        Ok(done)
    }
}
