//! A fresh database for each test: a file in a folder of its own, or a schema of its own that is dropped afterwards.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use server::adapters::db::Db;
use server::vault::Vault;
use std::path::PathBuf;

fn fresh_name() -> String {
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).unwrap();
    format!("store_test_{}", server::vault::hex(&bytes))
}

pub struct SqliteRoom {
    pub db: Db,
    pub vault: Vault,
    pub folder: PathBuf,
}

impl SqliteRoom {
    pub async fn new() -> Self {
        let room = Self::empty().await;
        room.db.migrate().await.unwrap();
        room
    }

    pub async fn empty() -> Self {
        let folder = std::env::temp_dir().join(fresh_name());
        std::fs::create_dir_all(&folder).unwrap();
        let vault = Vault::in_memory().unwrap();
        let db = Db::sqlite(&folder.join("yibao.db"), vault.clone()).await.unwrap();
        Self { db, vault, folder }
    }
}

impl Drop for SqliteRoom {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub struct PostgresRoom {
    pub db: Db,
    pub vault: Vault,
    pub schema: String,
    pub admin: DatabaseConnection,
}

impl PostgresRoom {
    pub async fn new() -> Self {
        let room = Self::empty().await;
        room.db.migrate().await.unwrap();
        room
    }

    pub async fn empty() -> Self {
        let url = std::env::var("YIBAO_TEST_PG").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/test".into());
        let mut options = sea_orm::ConnectOptions::new(&url);
        options.max_connections(1).sqlx_logging(false);
        let admin = Database::connect(options).await.expect("PostgreSQL for tests");
        let schema = fresh_name();
        admin.execute_unprepared(&format!("CREATE SCHEMA {schema}")).await.unwrap();
        let vault = Vault::in_memory().unwrap();
        let db = Db::postgres(&url, Some(&schema), vault.clone()).await.unwrap();
        Self { db, vault, schema, admin }
    }

    /// A failing test leaves its schema behind to be looked at.
    pub async fn close(self) {
        self.admin.execute_unprepared(&format!("DROP SCHEMA {} CASCADE", self.schema)).await.unwrap();
        for pool in self.db.connections() {
            let _ = pool.clone().close().await;
        }
        let _ = self.admin.close().await;
    }
}
