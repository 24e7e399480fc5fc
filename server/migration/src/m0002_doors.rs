//! Everything about signing in: sessions, codes, known phones, paper slips, used forms, counted attempts.
//! Whose session it is stands in plain columns: all of a person's, a clerk's or a grant's end in one statement.

use crate::table::{drop_all, index, number, plain, refers, sealed, text, text_or_null, yes_no};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session = sealed("session")
            .col(text_or_null("person_id"))
            .col(text_or_null("staff_id"))
            .col(text_or_null("grant_id"))
            .col(number("last_seen_ms"))
            .to_owned();
        manager.create_table(session).await?;
        index(manager, "session_of_person", "session", &["person_id"]).await?;
        index(manager, "session_of_staff", "session", &["staff_id"]).await?;
        index(manager, "session_under_grant", "session", &["grant_id"]).await?;

        let sent_code = sealed("sent_code")
            .col(text("who"))
            .col(text("purpose"))
            .col(number("sent_ms"))
            .col(number("tries"))
            .col(yes_no("used"))
            .to_owned();
        manager.create_table(sent_code).await?;
        index(manager, "sent_code_to_whom", "sent_code", &["who", "purpose", "sent_ms"]).await?;

        let own_phone = plain("own_phone").col(text("id").primary_key()).col(text("person_id")).col(number("since_ms")).to_owned();
        manager.create_table(own_phone).await?;
        index(manager, "own_phone_of_person", "own_phone", &["person_id"]).await?;

        let slip = sealed("slip")
            .col(text("person_id"))
            .col(text("code_hash"))
            .col(text("screen_hash"))
            .col(number("issued_ms"))
            .col(number("version"))
            .foreign_key(&mut refers("person_id", "person"))
            .to_owned();
        manager.create_table(slip).await?;
        index(manager, "slip_by_code", "slip", &["code_hash"]).await?;
        index(manager, "slip_by_screen", "slip", &["screen_hash"]).await?;

        let once = plain("once").col(text("once_key").primary_key()).col(text("location")).to_owned();
        manager.create_table(once).await?;

        let attempt = plain("attempt")
            .col(ColumnDef::new("id").big_integer().not_null().auto_increment().primary_key())
            .col(text("kind"))
            .col(text("who"))
            .col(number("at_ms"))
            .to_owned();
        manager.create_table(attempt).await?;
        index(manager, "attempt_of_whom", "attempt", &["kind", "who", "at_ms"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["attempt", "once", "slip", "own_phone", "sent_code", "session"]).await
    }
}
