//! Papers: checked and cleaned at the desk, sealed into the store. A row is written by the act afterwards.

use crate::files::{PaperDesk, PaperStore, StoreError};
use app::ports::{KeepError, Papers, PortError, PortResult, StoredPaper};
use async_trait::async_trait;
use jiff::Timestamp;

#[derive(Clone)]
pub struct PaperRoom {
    pub desk: PaperDesk,
    pub store: PaperStore,
}

#[async_trait]
impl Papers for PaperRoom {
    async fn keep(&self, id: &str, bytes: Vec<u8>, claimed_name: &str) -> Result<StoredPaper, KeepError> {
        let clean = self.desk.check(bytes, claimed_name).await.map_err(KeepError::Refused)?;
        let size = clean.bytes.len() as u64;
        self.store.put_as(id, clean.bytes).await.map_err(|error| KeepError::Port(failed(error)))?;
        Ok(StoredPaper { mime: clean.mime.to_owned(), size })
    }

    async fn keep_sound(&self, id: &str, bytes: Vec<u8>) -> PortResult<()> {
        self.store.put_as(id, bytes).await.map_err(failed)
    }

    async fn read(&self, id: &str) -> PortResult<Option<Vec<u8>>> {
        match self.store.get(id).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    async fn remove(&self, id: &str) -> PortResult<()> {
        self.store.delete(id).await.map_err(failed)
    }

    async fn kept_before(&self, at: Timestamp) -> PortResult<Vec<String>> {
        self.store.kept_before(at).await.map_err(failed)
    }
}

fn failed(error: StoreError) -> PortError {
    match error {
        StoreError::Vault(_) => PortError::Damaged(error.to_string()),
        _ => PortError::Unavailable(error.to_string()),
    }
}
