//! 通办: which counter took a case in for somebody of another desk. Most cases have none, and stand in no index for it.

use crate::table::each;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 2] = [
    "ALTER TABLE case_file ADD COLUMN taken_at TEXT",
    // What a counter took in, newest first.
    "CREATE INDEX case_taken_in ON case_file (taken_at, submitted_ms DESC, id) WHERE taken_at IS NOT NULL",
];
const DOWN: [&str; 2] = ["DROP INDEX case_taken_in", "ALTER TABLE case_file DROP COLUMN taken_at"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &DOWN).await
    }
}
