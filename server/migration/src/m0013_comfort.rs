//! How a person wants her pages, under her own id: size, colours and what else helps her. Sealed, because it says how well she sees.

use crate::table::{drop_all, refers, sealed};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(sealed("comfort").foreign_key(&mut refers("id", "person")).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["comfort"]).await
    }
}
