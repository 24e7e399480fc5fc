//! Other people's hands: each act of an assistant, and whether a supervisor is to look at it.

use crate::table::{drop_all, index, number, refers, sealed, text};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let assisted = sealed("assisted")
            .col(text("subject_id"))
            .col(text("village"))
            .col(text("look"))
            .col(number("at_ms"))
            .col(number("version"))
            .foreign_key(&mut refers("subject_id", "person"))
            .to_owned();
        manager.create_table(assisted).await?;
        index(manager, "assisted_of_person", "assisted", &["subject_id", "at_ms"]).await?;
        index(manager, "assisted_to_look_at", "assisted", &["look", "at_ms"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["assisted"]).await
    }
}
