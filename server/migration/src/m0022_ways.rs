//! By which way a notice reaches its person, and texts whose answer was lost. The list of a village desk reads one small
//! index instead of every notice of everybody with a phone.

use crate::table::each;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 6] = [
    "ALTER TABLE notice ADD COLUMN way TEXT NOT NULL DEFAULT 'text'",
    "UPDATE notice SET way = 'hand' WHERE by_hand OR person_id IN (SELECT id FROM person WHERE phone_hash IS NULL)",
    "DROP INDEX notice_undelivered",
    "ALTER TABLE notice DROP COLUMN by_hand",
    "CREATE INDEX notice_undelivered ON notice (at_ms, id) WHERE delivered_by IS NULL AND way <> 'text'",
    // Given to the gateway, and no answer yet.
    "ALTER TABLE outbox ADD COLUMN handed_ms BIGINT",
];
const DOWN: [&str; 6] = [
    "ALTER TABLE outbox DROP COLUMN handed_ms",
    "DROP INDEX notice_undelivered",
    "ALTER TABLE notice ADD COLUMN by_hand BOOLEAN NOT NULL DEFAULT FALSE",
    "UPDATE notice SET by_hand = TRUE WHERE way <> 'text'",
    "ALTER TABLE notice DROP COLUMN way",
    "CREATE INDEX notice_undelivered ON notice (delivered_by, at_ms)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &DOWN).await
    }
}
