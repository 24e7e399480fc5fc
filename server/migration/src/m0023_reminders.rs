//! Promised papers (容缺受理) whose day comes near and of which nobody has reminded their owner yet.

use crate::table::each;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 4] = [
    "ALTER TABLE case_file ADD COLUMN remind_due TEXT",
    // Only where a promise still has a consequence: asked for a state besides, SQLite read every case in force.
    "UPDATE case_file SET deferral_due = NULL WHERE state NOT IN ('at-township', 'at-county', 'in-force', 'in-force-sampled')",
    "UPDATE case_file SET remind_due = deferral_due",
    "CREATE INDEX case_remind ON case_file (remind_due, id) WHERE remind_due IS NOT NULL",
];
const DOWN: [&str; 2] = ["DROP INDEX case_remind", "ALTER TABLE case_file DROP COLUMN remind_due"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &DOWN).await
    }
}
