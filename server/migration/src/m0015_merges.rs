//! What a merge of two records of a person moved, under the name of the one that went, so that a wrong one can be undone.
//! Merges from before this migration have no such list.

use crate::table::{drop_all, refers, sealed};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(sealed("merge_file").foreign_key(&mut refers("id", "person")).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["merge_file"]).await
    }
}
