//! Texts that the gateway got and did not answer for are looked for every two seconds.

use crate::table::each;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 1] = ["CREATE INDEX outbox_handed ON outbox (handed_ms, id) WHERE handed_ms IS NOT NULL"];
const DOWN: [&str; 1] = ["DROP INDEX outbox_handed"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        each(manager, &DOWN).await
    }
}
