//! Papers that a family grant names: the signed letter, and what proves a legal guardian; when such a claim was taken in.

use crate::table::{index, number_or_null, text_or_null};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("paper").add_column(text_or_null("grant_id")).to_owned()).await?;
        manager.alter_table(Table::alter().table("grant_file").add_column(number_or_null("claimed_ms")).to_owned()).await?;
        index(manager, "paper_of_grant", "paper", &["grant_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("paper_of_grant").table("paper").to_owned()).await?;
        manager.alter_table(Table::alter().table("grant_file").drop_column("claimed_ms").to_owned()).await?;
        manager.alter_table(Table::alter().table("paper").drop_column("grant_id").to_owned()).await
    }
}
