//! What supervisors look at, and which record of a person was merged into which.

use crate::table::{drop_all, index, number, plain, refers, sealed, text, unique, yes_no};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let finding = sealed("finding")
            .col(text("about_id"))
            // Pattern and person: what was seen once is not reported twice.
            .col(text("seen_key"))
            .col(yes_no("waits"))
            .col(number("at_ms"))
            .col(number("version"))
            .foreign_key(&mut refers("about_id", "person"))
            .to_owned();
        manager.create_table(finding).await?;
        unique(manager, "finding_one_per_pattern", "finding", &["seen_key"]).await?;
        index(manager, "finding_waiting", "finding", &["waits", "at_ms"]).await?;

        let merged = plain("merged_person")
            .col(text("goes_id").primary_key())
            .col(text("stays_id"))
            .col(number("at_ms"))
            .foreign_key(&mut refers("goes_id", "person"))
            .foreign_key(&mut refers("stays_id", "person"))
            .to_owned();
        manager.create_table(merged).await?;
        index(manager, "merged_under", "merged_person", &["stays_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["merged_person", "finding"]).await
    }
}
