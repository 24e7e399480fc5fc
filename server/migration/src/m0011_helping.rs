//! Helping many people: when a grant ended, so that a list is cut by the database; the pictures that helpers chose; and
//! what a helper typed when she was stopped. Grants that ended before this migration are not listed to helpers any more.

use crate::table::{drop_all, index, number, number_or_null, plain, refers, sealed, text};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("grant_file").add_column(number_or_null("ended_ms")).to_owned()).await?;
        index(manager, "grant_list", "grant_file", &["helper_id", "asked_ms"]).await?;
        let portrait = plain("portrait")
            .col(text("helper_id"))
            .col(text("elder_id"))
            .col(text("picture"))
            .primary_key(Index::create().col("helper_id").col("elder_id"))
            .foreign_key(&mut refers("helper_id", "person"))
            .foreign_key(&mut refers("elder_id", "person"))
            .to_owned();
        manager.create_table(portrait).await?;
        let unsent =
            sealed("unsent").col(text("helper_id")).col(number("at_ms")).foreign_key(&mut refers("helper_id", "person")).to_owned();
        manager.create_table(unsent).await?;
        index(manager, "unsent_of_helper", "unsent", &["helper_id", "at_ms"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["unsent", "portrait"]).await?;
        manager.drop_index(Index::drop().name("grant_list").table("grant_file").to_owned()).await?;
        manager.alter_table(Table::alter().table("grant_file").drop_column("ended_ms").to_owned()).await
    }
}
