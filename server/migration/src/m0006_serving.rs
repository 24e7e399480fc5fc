//! What the machine room needs to know: how far the sending of a text is, when a form key was used, since when typed
//! text waits in a session. Texts from before are not sent any more; form keys from before count from today.

use crate::table::each;
use sea_orm_migration::prelude::*;
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &[&str] = &[
    // No `due_ms`: sent, given up, or written before there was a gateway.
    "ALTER TABLE outbox ADD COLUMN due_ms BIGINT",
    "ALTER TABLE outbox ADD COLUMN tries BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN sent_ms BIGINT",
    "ALTER TABLE outbox ADD COLUMN failed_ms BIGINT",
    "CREATE INDEX outbox_due ON outbox (due_ms)",
    "ALTER TABLE once ADD COLUMN at_ms BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE session ADD COLUMN stash_ms BIGINT",
    // Whom she acts for stands in the sealed session alone; the judge looks at the grant itself.
    "DROP INDEX session_under_grant",
    "ALTER TABLE session DROP COLUMN grant_id",
];

const DOWN: &[&str] = &[
    "ALTER TABLE session ADD COLUMN grant_id TEXT",
    "CREATE INDEX session_under_grant ON session (grant_id)",
    "ALTER TABLE session DROP COLUMN stash_ms",
    "ALTER TABLE once DROP COLUMN at_ms",
    "DROP INDEX outbox_due",
    "ALTER TABLE outbox DROP COLUMN failed_ms",
    "ALTER TABLE outbox DROP COLUMN sent_ms",
    "ALTER TABLE outbox DROP COLUMN tries",
    "ALTER TABLE outbox DROP COLUMN due_ms",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, UP).await?;
        let today = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        manager.get_connection().execute_unprepared(&format!("UPDATE once SET at_ms = {today}")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, DOWN).await
    }
}
