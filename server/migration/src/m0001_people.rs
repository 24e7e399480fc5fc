//! Residents and staff. A resident is found by keyed hashes of number, name, phone and household.

use crate::table::{drop_all, index, number, sealed, text, text_or_null, unique, yes_no};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let person = sealed("person")
            .col(text("number_hash"))
            .col(text("name_hash"))
            .col(text_or_null("phone_hash"))
            .col(text_or_null("household_hash"))
            .col(text("village"))
            .col(yes_no("alive"))
            .col(number("version"))
            .to_owned();
        manager.create_table(person).await?;
        unique(manager, "person_one_per_number", "person", &["number_hash"]).await?;
        index(manager, "person_by_name", "person", &["name_hash"]).await?;
        index(manager, "person_by_phone", "person", &["phone_hash"]).await?;
        index(manager, "person_by_village", "person", &["village"]).await?;

        let staff = sealed("staff").col(text("user_name")).col(text("desk")).col(yes_no("active")).col(number("version")).to_owned();
        manager.create_table(staff).await?;
        unique(manager, "staff_one_per_user_name", "staff", &["user_name"]).await?;
        index(manager, "staff_of_desk", "staff", &["desk"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["staff", "person"]).await
    }
}
