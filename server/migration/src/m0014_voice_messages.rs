//! Voice messages: whose, where, until when. Who spoke, what was understood and who listened lie sealed; the sound lies
//! with the papers.

use crate::table::{drop_all, index, number, refers, sealed, text, text_or_null, yes_no};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let message = sealed("voice_message")
            .col(number("version"))
            .col(text("subject_id"))
            .col(text("village"))
            .col(text_or_null("case_id"))
            .col(number("left_ms"))
            .col(number("until_ms"))
            .col(yes_no("wants_words"))
            .col(yes_no("done"))
            .foreign_key(&mut refers("subject_id", "person"))
            .foreign_key(&mut refers("case_id", "case_file"))
            .to_owned();
        manager.create_table(message).await?;
        index(manager, "voice_message_of_person", "voice_message", &["subject_id", "left_ms"]).await?;
        index(manager, "voice_message_of_case", "voice_message", &["case_id"]).await?;
        index(manager, "voice_message_open", "voice_message", &["done", "left_ms"]).await?;
        index(manager, "voice_message_until", "voice_message", &["until_ms"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["voice_message"]).await
    }
}
