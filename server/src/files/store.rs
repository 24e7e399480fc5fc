//! Where papers lie: sealed by the vault, under random ids, in a local folder (synced to disk before we say it is kept)
//! or in S3-compatible storage. Names, kinds and owners are in the database only.

use std::path::Path as Folder;
use std::sync::Arc;

use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutPayload};

use crate::passwords::new_object_id;
use crate::vault::{Vault, VaultError};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("there is no such paper")]
    NotFound,
    #[error("a paper could not be sealed or opened: {0}")]
    Vault(#[from] VaultError),
    #[error("the paper store failed: {0}")]
    Store(object_store::Error),
    #[error("the paper store cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    #[error("the paper store is stopping")]
    Stopping,
}

impl From<object_store::Error> for StoreError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::NotFound,
            other => Self::Store(other),
        }
    }
}

#[derive(Clone)]
pub struct PaperStore {
    objects: Arc<dyn ObjectStore>,
    vault: Vault,
}

impl PaperStore {
    /// `dir` is made when it is missing, readable by its owner only.
    pub fn local(dir: &Folder, vault: Vault) -> Result<Self, StoreError> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir)?;
        // Off by default in the crate. With it, file and folder entries are on the disk before `put` answers.
        let objects = object_store::local::LocalFileSystem::new_with_prefix(dir)?.with_fsync(true);
        Ok(Self { objects: Arc::new(objects), vault })
    }

    #[cfg(feature = "s3")]
    pub fn s3(settings: &crate::config::S3, vault: Vault) -> Result<Self, StoreError> {
        let mut builder = object_store::aws::AmazonS3Builder::new()
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.access_key)
            .with_secret_access_key(&settings.secret_key);
        if let Some(endpoint) = &settings.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        Ok(Self { objects: Arc::new(builder.build()?), vault })
    }

    /// Nothing stays. For tests.
    pub fn in_memory(vault: Vault) -> Self {
        Self { objects: Arc::new(object_store::memory::InMemory::new()), vault }
    }

    /// Keeps the bytes and returns their id (32 hex digits). When this returns, they are on the disk:
    /// write the row that names the id afterwards, and a crash leaves at worst an object without a row.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<String, StoreError> {
        let id = new_object_id()?;
        self.put_as(&id, bytes).await?;
        Ok(id)
    }

    /// The same under a name that the caller drew: 32 hex digits, never used before.
    pub async fn put_as(&self, id: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        let path = path(id).ok_or(StoreError::NotFound)?;
        let (vault, name) = (self.vault.clone(), id.to_owned());
        let sealed = blocking(move || vault.seal("papers", "object", &name, &bytes)).await?;
        self.objects.put_opts(&path, PutPayload::from(sealed), PutMode::Create.into()).await?;
        Ok(())
    }

    pub async fn get(&self, id: &str) -> Result<Vec<u8>, StoreError> {
        let path = path(id).ok_or(StoreError::NotFound)?;
        let sealed = self.objects.get(&path).await?.bytes().await?;
        let (vault, id) = (self.vault.clone(), id.to_owned());
        blocking(move || vault.open("papers", "object", &id, &sealed)).await
    }

    /// Seals a paper anew with the current key; says whether there was need to. The new bytes take the old ones' place
    /// in one step.
    pub async fn reseal(&self, id: &str) -> Result<bool, StoreError> {
        let path = path(id).ok_or(StoreError::NotFound)?;
        let sealed = self.objects.get(&path).await?.bytes().await?;
        let (vault, name) = (self.vault.clone(), id.to_owned());
        let Some(anew) = blocking(move || vault.reseal("papers", "object", &name, &sealed)).await? else { return Ok(false) };
        self.objects.put(&path, PutPayload::from(anew)).await?;
        Ok(true)
    }

    /// Deleting what is gone already is no error.
    pub async fn delete(&self, id: &str) -> Result<(), StoreError> {
        let path = path(id).ok_or(StoreError::NotFound)?;
        match self.objects.delete(&path).await.map_err(StoreError::from) {
            Err(StoreError::NotFound) | Ok(()) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Ids of all papers that were kept before a moment.
    pub async fn kept_before(&self, at: jiff::Timestamp) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        for folder in self.objects.list_with_delimiter(None).await?.common_prefixes {
            for object in self.objects.list_with_delimiter(Some(&folder)).await?.objects {
                let ours = object.location.filename().filter(|id| path(id).is_some());
                if object.last_modified.timestamp_millis() < at.as_millisecond() {
                    found.extend(ours.map(str::to_owned));
                }
            }
        }
        Ok(found)
    }

    /// Writes, reads and removes one object: for `/readyz` and the start.
    pub async fn works(&self) -> Result<(), StoreError> {
        let id = self.put(b"works".to_vec()).await?;
        let read = self.get(&id).await.map(drop);
        self.delete(&id).await?;
        read
    }

    #[cfg(test)]
    pub(super) fn described(&self) -> String {
        format!("{:?}", self.objects)
    }
}

/// Sealing ten megabytes takes a noticeable part of a second.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, VaultError> + Send + 'static) -> Result<T, StoreError> {
    Ok(tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Stopping)??)
}

/// Spread over 256 folders. Anything that is not an id of ours has no path.
fn path(id: &str) -> Option<Path> {
    let ours = id.len() == 32 && id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    ours.then(|| Path::from(format!("{}/{id}", &id[..2])))
}
