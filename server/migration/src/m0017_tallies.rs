//! The counters of the supervisor's view, and indexes for what a desk asks a million times. Cases lie sealed, so the counters
//! of those that are there already are filled in by the server right after this migration.
//! Each index has the name of what it serves; what served the same before goes.

use crate::table::{drop_all, each, number, plain, text};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &[&str] = &[
    // The queue of a desk, most urgent first: only what waits for a desk stands in it, in the order in which it is shown.
    "CREATE INDEX case_waiting ON case_file (desk, step_due, submitted_ms, id) \
     WHERE state IN ('at-village', 'in-force-to-confirm', 'at-township', 'at-county', 'in-force-sampled')",
    "DROP INDEX case_queue",
    // A name that thousands have: the first twenty of an area are found in the index alone.
    "DROP INDEX person_by_name",
    "CREATE INDEX person_by_name ON person (name_hash, id, village)",
];

const DOWN: &[&str] = &[
    "DROP INDEX person_by_name",
    "CREATE INDEX person_by_name ON person (name_hash)",
    "CREATE INDEX case_queue ON case_file (desk, state, step_due, submitted_ms)",
    "DROP INDEX case_waiting",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // What is asked for together stands together: a kind, then its months.
        let tally = plain("case_tally")
            .col(text("kind"))
            .col(text("month"))
            .col(text("area"))
            .col(text("what"))
            .col(number("n"))
            .primary_key(Index::create().col("kind").col("month").col("area").col("what"))
            .to_owned();
        manager.create_table(tally).await?;
        each(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, DOWN).await?;
        drop_all(manager, &["case_tally"]).await
    }
}
