//! What a desk asks beside its queue: whom a case is kept for, a case by the end of its number, cases whose owner was not asked
//! yet how it went, and tasks that are late.
//! Old cases are kept for nobody and nobody is asked about them: what happened before this stood here is left alone.

use crate::table::each;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &[&str] = &[
    "ALTER TABLE case_file ADD COLUMN kept_for TEXT",
    "ALTER TABLE case_file ADD COLUMN invite_ms BIGINT",
    "ALTER TABLE rating ADD COLUMN late_for TEXT",
    "CREATE INDEX case_kept ON case_file (kept_for, step_due) WHERE kept_for IS NOT NULL",
    "CREATE INDEX case_to_invite ON case_file (invite_ms, id) WHERE invite_ms IS NOT NULL",
    "CREATE INDEX case_by_end ON case_file (substr(reference, 7))",
    "CREATE INDEX rating_late ON rating (late_for, due) WHERE late_for IS NOT NULL",
    "CREATE INDEX rating_due ON rating (due) WHERE late_for IS NULL",
];

const DOWN: &[&str] = &[
    "DROP INDEX rating_due",
    "DROP INDEX rating_late",
    "DROP INDEX case_by_end",
    "DROP INDEX case_to_invite",
    "DROP INDEX case_kept",
    "ALTER TABLE rating DROP COLUMN late_for",
    "ALTER TABLE case_file DROP COLUMN invite_ms",
    "ALTER TABLE case_file DROP COLUMN kept_for",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, DOWN).await
    }
}
