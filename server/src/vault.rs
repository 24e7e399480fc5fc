//! The vault: what is personal is sealed here before it is stored, and looked up by a keyed hash.
//! It never writes plain text anywhere, never prints a key, and never makes new keys beside existing data.
//!
//! Cipher: SM4 in GCM (RFC 8998), keyed hash: HMAC-SM3. The crates behind it are not certified modules.

mod cipher;
pub(crate) mod keyed_hash;
mod keyfile;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use keyed_hash::{hex, same_bytes};
pub use keyfile::KEY_FILE;

use cipher::{HEADER, VERSION};
use keyfile::KeyFile;

#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("the key file {path} cannot be {doing}: {source}")]
    File { path: PathBuf, doing: &'static str, source: std::io::Error },
    #[error("the key file {path} cannot be understood: {why}")]
    Unreadable { path: PathBuf, why: String },
    #[error("the key file {0} can be read by other users of this machine; run: chmod 600 {0}")]
    OpenToOthers(PathBuf),
    #[error("{0} holds data but no {KEY_FILE}: without the old keys nothing in it can be read; bring the key file back from its copy")]
    KeysLost(PathBuf),
    #[error("no random numbers from the operating system")]
    NoRandom,
    #[error("a sealed record is too short or of an unknown version")]
    NotARecord,
    #[error("a sealed record names key {0}, which is not in the key file")]
    UnknownKey(u16),
    /// Altered, or copied from another row, column or table.
    #[error("a sealed record does not belong here or was altered")]
    Altered,
    #[error("an opened record does not have the expected shape")]
    Shape,
}

/// Keys in memory. Cheap to clone.
#[derive(Clone)]
pub struct Vault {
    keys: Arc<KeyFile>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Vault(current key {}, {} keys)", self.keys.current, self.keys.sealing.len())
    }
}

/// The secret behind the ledger's chain. It is in the key file only, never in the database.
#[derive(Clone)]
pub struct LedgerKey(pub(crate) [u8; 32]);

impl std::fmt::Debug for LedgerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LedgerKey(…)")
    }
}

impl LedgerKey {
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl Vault {
    /// Reads `keys.toml` in `dir`, or makes it (mode 0600, synced to disk) when the folder holds no data yet.
    /// Call it before the database is opened: a folder with data and without keys is refused.
    pub fn open_or_create(dir: &Path) -> Result<Self, VaultError> {
        Ok(Self { keys: Arc::new(keyfile::open_or_create(dir)?) })
    }

    /// Keys that live only in memory. For tests.
    pub fn in_memory() -> Result<Self, VaultError> {
        Ok(Self { keys: Arc::new(KeyFile::fresh()?) })
    }

    /// Adds a sealing key and makes it the current one. Old records stay readable; see [`Vault::reseal`].
    pub fn rotate(&self, dir: &Path) -> Result<Self, VaultError> {
        let next = self.keys.with_new_sealing_key()?;
        keyfile::replace(dir, &next)?;
        Ok(Self { keys: Arc::new(next) })
    }

    /// The number of the key that new records are sealed with.
    pub fn current_key(&self) -> u16 {
        self.keys.current
    }

    /// Tells key files apart without revealing anything. Store it in the database at first start and compare at
    /// each start: a wrong key file is then noticed before anything is written with it.
    pub fn fingerprint(&self) -> String {
        self.lookup("vault-fingerprint", "")[..16].to_owned()
    }

    /// version byte, key id (2 bytes), random nonce (12 bytes), ciphertext with tag.
    /// The place (table, column, row) is bound in: the record opens nowhere else.
    pub fn seal(&self, table: &str, column: &str, row_id: &str, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        let id = self.keys.current;
        let key = self.keys.sealing_key(id).ok_or(VaultError::UnknownKey(id))?;
        cipher::seal(key, id, &cipher::place(id, &[table, column, row_id]), plain)
    }

    pub fn open(&self, table: &str, column: &str, row_id: &str, record: &[u8]) -> Result<Vec<u8>, VaultError> {
        let id = Self::key_id(record)?;
        let key = self.keys.sealing_key(id).ok_or(VaultError::UnknownKey(id))?;
        cipher::open(key, &cipher::place(id, &[table, column, row_id]), record)
    }

    pub fn seal_json<T: serde::Serialize>(&self, table: &str, column: &str, row_id: &str, value: &T) -> Result<Vec<u8>, VaultError> {
        let plain = serde_json::to_vec(value).map_err(|_| VaultError::Shape)?;
        self.seal(table, column, row_id, &plain)
    }

    pub fn open_json<T: serde::de::DeserializeOwned>(
        &self,
        table: &str,
        column: &str,
        row_id: &str,
        record: &[u8],
    ) -> Result<T, VaultError> {
        serde_json::from_slice(&self.open(table, column, row_id, record)?).map_err(|_| VaultError::Shape)
    }

    /// The record under the current key, or `None` when it already is.
    pub fn reseal(&self, table: &str, column: &str, row_id: &str, record: &[u8]) -> Result<Option<Vec<u8>>, VaultError> {
        if Self::key_id(record)? == self.keys.current {
            return Ok(None);
        }
        let plain = self.open(table, column, row_id, record)?;
        self.seal(table, column, row_id, &plain).map(Some)
    }

    /// What to search by, instead of the value itself: HMAC-SM3 in hex (64 characters), different for each kind.
    /// The caller brings the value into one form first (identity numbers with upper-case X, phones as digits).
    pub fn lookup(&self, kind: &str, value: &str) -> String {
        hex(&keyed_hash::hmac(&self.keys.lookup, "lookup", kind, value.as_bytes()))
    }

    /// For session tokens, one-time codes, CSRF tokens and other things that must be recognised but not kept.
    pub fn mac(&self, kind: &str, bytes: &[u8]) -> [u8; 32] {
        keyed_hash::hmac(&self.keys.session, "session", kind, bytes)
    }

    pub fn mac_hex(&self, kind: &str, bytes: &[u8]) -> String {
        hex(&self.mac(kind, bytes))
    }

    pub fn ledger_key(&self) -> LedgerKey {
        LedgerKey(self.keys.ledger)
    }

    fn key_id(record: &[u8]) -> Result<u16, VaultError> {
        match record {
            [version, high, low, ..] if *version == VERSION && record.len() > HEADER => Ok(u16::from_be_bytes([*high, *low])),
            _ => Err(VaultError::NotARecord),
        }
    }
}

#[cfg(test)]
mod tests;
