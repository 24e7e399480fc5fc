//! What people are told: notices and the outbox of short messages. Texts, numbers and values lie sealed.

use crate::table::{drop_all, index, number, number_or_null, refers, sealed, text, text_or_null};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let notice = sealed("notice")
            .col(text("person_id"))
            .col(number("at_ms"))
            .col(number_or_null("read_ms"))
            .col(text_or_null("delivered_by"))
            .col(number_or_null("delivered_ms"))
            .col(ColumnDef::new("delivered_aloud").boolean().null())
            .foreign_key(&mut refers("person_id", "person"))
            .to_owned();
        manager.create_table(notice).await?;
        index(manager, "notice_of_person", "notice", &["person_id", "at_ms"]).await?;
        index(manager, "notice_undelivered", "notice", &["delivered_by", "at_ms"]).await?;

        let outbox = sealed("outbox").col(number("at_ms")).to_owned();
        manager.create_table(outbox).await?;
        index(manager, "outbox_newest", "outbox", &["at_ms"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["outbox", "notice"]).await
    }
}
