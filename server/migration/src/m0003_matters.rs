//! Drafts, cases, papers and grants. A draft is born into one case at most; a reference names one case.

use crate::table::{drop_all, index, number, number_or_null, plain, refers, sealed, text, text_or_null, unique};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let case_file = sealed("case_file")
            .col(text("reference"))
            .col(text("item"))
            .col(text("state"))
            .col(text("subject_id"))
            .col(text("desk"))
            .col(text("village"))
            .col(text_or_null("bystander_id"))
            .col(number("submitted_ms"))
            .col(number("settles_ms"))
            .col(text("promised"))
            .col(text("step_due"))
            .col(text_or_null("deferral_due"))
            .col(text_or_null("held_by"))
            .col(number_or_null("held_until_ms"))
            .col(number("version"))
            .foreign_key(&mut refers("subject_id", "person"))
            .to_owned();
        manager.create_table(case_file).await?;
        unique(manager, "case_one_per_reference", "case_file", &["reference"]).await?;
        index(manager, "case_of_subject", "case_file", &["subject_id", "submitted_ms"]).await?;
        index(manager, "case_of_bystander", "case_file", &["bystander_id", "submitted_ms"]).await?;
        index(manager, "case_queue", "case_file", &["desk", "state", "step_due", "submitted_ms"]).await?;
        index(manager, "case_settling", "case_file", &["state", "settles_ms"]).await?;
        index(manager, "case_overdue", "case_file", &["state", "step_due"]).await?;
        index(manager, "case_deferral", "case_file", &["deferral_due"]).await?;

        // `born_case_id` is set when a new application was submitted, not when a return was answered: the answer
        // leads to a case that was born from another draft.
        let draft = sealed("draft")
            .col(text("subject_id"))
            .col(text("state"))
            .col(text_or_null("born_case_id"))
            .col(number("updated_ms"))
            .col(number("version"))
            .foreign_key(&mut refers("subject_id", "person"))
            .to_owned();
        manager.create_table(draft).await?;
        unique(manager, "draft_one_per_case", "draft", &["born_case_id"]).await?;
        index(manager, "draft_of_subject", "draft", &["subject_id", "state"]).await?;

        let paper = plain("paper")
            .col(text("id").primary_key())
            .col(text_or_null("draft_id"))
            .col(text_or_null("case_id"))
            .col(text("subject_id"))
            .col(text("mime"))
            .foreign_key(&mut refers("draft_id", "draft"))
            .foreign_key(&mut refers("case_id", "case_file"))
            .to_owned();
        manager.create_table(paper).await?;
        index(manager, "paper_of_draft", "paper", &["draft_id"]).await?;
        index(manager, "paper_of_case", "paper", &["case_id"]).await?;

        let grant_file = sealed("grant_file")
            .col(text("elder_id"))
            .col(text("helper_id"))
            .col(text("state"))
            .col(number("asked_ms"))
            .col(number("until_ms"))
            .col(number("version"))
            .foreign_key(&mut refers("elder_id", "person"))
            .foreign_key(&mut refers("helper_id", "person"))
            .to_owned();
        manager.create_table(grant_file).await?;
        index(manager, "grant_of_elder", "grant_file", &["elder_id", "helper_id"]).await?;
        index(manager, "grant_of_helper", "grant_file", &["helper_id"]).await?;
        index(manager, "grant_run_out", "grant_file", &["state", "until_ms"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["grant_file", "paper", "draft", "case_file"]).await
    }
}
