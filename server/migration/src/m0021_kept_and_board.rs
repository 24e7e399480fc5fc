//! Two questions of a desk at which thousands wait: what is kept for one clerk, and what a board decides. Measured with a million
//! cases: without these indexes every waiting row of the desk was read.

use crate::table::each;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 3] = [
    "DROP INDEX case_kept",
    "CREATE INDEX case_kept ON case_file (desk, kept_for, step_due, submitted_ms, id) WHERE kept_for IS NOT NULL \
     AND state IN ('at-village', 'in-force-to-confirm', 'at-township', 'at-county', 'in-force-sampled')",
    "CREATE INDEX case_at_county ON case_file (desk, item, step_due, submitted_ms, id) WHERE state = 'at-county'",
];
const DOWN: [&str; 3] = [
    "DROP INDEX case_at_county",
    "DROP INDEX case_kept",
    "CREATE INDEX case_kept ON case_file (kept_for, step_due) WHERE kept_for IS NOT NULL",
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
