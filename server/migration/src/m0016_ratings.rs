//! 好差评: one rating per case and step, with the corrective task inside; and the counts of the survey, which know nobody.
//! Level, reasons, words and who spoke lie sealed. Plain is only what finds a rating: its case, its desk, who has to see to it.

use crate::table::{drop_all, index, number, plain, refers, sealed, text, text_or_null, unique};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rating = sealed("rating")
            .col(number("version"))
            .col(text("subject_id"))
            .col(text("case_id"))
            .col(text("stage"))
            .col(text("desk"))
            .col(number("rated_ms"))
            .col(text_or_null("handler"))
            .col(text_or_null("due"))
            .foreign_key(&mut refers("subject_id", "person"))
            .foreign_key(&mut refers("case_id", "case_file"))
            .to_owned();
        manager.create_table(rating).await?;
        unique(manager, "rating_of_step", "rating", &["case_id", "stage"]).await?;
        index(manager, "rating_of_person", "rating", &["subject_id", "rated_ms"]).await?;
        index(manager, "rating_of_desk", "rating", &["desk", "rated_ms"]).await?;
        index(manager, "rating_to_handle", "rating", &["handler", "due"]).await?;
        let survey = plain("survey")
            .col(text("question"))
            .col(text("answer"))
            .col(number("given"))
            .primary_key(Index::create().col("question").col("answer"))
            .to_owned();
        manager.create_table(survey).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["rating", "survey"]).await
    }
}
