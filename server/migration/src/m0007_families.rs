//! Families: when a grant was agreed to and when its elder is to be asked again, whose requests an elder does not want,
//! and which messages the village brings in person.

use crate::table::{drop_all, index, number, number_or_null, plain, refers, text};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [number_or_null("agreed_ms"), number_or_null("renewal_ms")] {
            manager.alter_table(Table::alter().table("grant_file").add_column(column).to_owned()).await?;
        }
        index(manager, "grant_renewal", "grant_file", &["state", "renewal_ms"]).await?;
        let by_hand = ColumnDef::new("by_hand").boolean().not_null().default(false).to_owned();
        manager.alter_table(Table::alter().table("notice").add_column(by_hand).to_owned()).await?;
        let block = plain("asker_block")
            .col(text("elder_id"))
            .col(text("asker_id"))
            .col(number("at_ms"))
            .primary_key(Index::create().col("elder_id").col("asker_id"))
            .foreign_key(&mut refers("elder_id", "person"))
            .foreign_key(&mut refers("asker_id", "person"))
            .to_owned();
        manager.create_table(block).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["asker_block"]).await?;
        manager.drop_index(Index::drop().name("grant_renewal").table("grant_file").to_owned()).await?;
        for (table, column) in [("notice", "by_hand"), ("grant_file", "renewal_ms"), ("grant_file", "agreed_ms")] {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
