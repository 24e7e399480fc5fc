//! The ledger, one chain per county and day, and facts about the database itself.
//! A line holds names of rows and keys only, so it stays readable for whoever verifies it.

use crate::table::{drop_all, index, number, plain, text, text_or_null};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let ledger = plain("ledger")
            .col(text("county"))
            .col(text("day"))
            .col(number("seq"))
            .col(number("at_ms"))
            .col(text_or_null("subject_id"))
            .col(text("line"))
            .col(ColumnDef::new("link").blob().not_null())
            .primary_key(Index::create().col("county").col("day").col("seq"))
            .to_owned();
        manager.create_table(ledger).await?;
        index(manager, "ledger_of_subject", "ledger", &["subject_id", "at_ms"]).await?;

        // The newest link of each county; whoever appends locks this row.
        let head = plain("ledger_head")
            .col(text("county").primary_key())
            .col(text("day"))
            .col(number("seq"))
            .col(ColumnDef::new("link").blob().not_null())
            .col(number("turn"))
            .to_owned();
        manager.create_table(head).await?;

        let meta = plain("meta").col(text("meta_key").primary_key()).col(text("content")).to_owned();
        manager.create_table(meta).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["meta", "ledger_head", "ledger"]).await
    }
}
