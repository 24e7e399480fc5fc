//! `keys.toml`: several sealing keys (one current) and one secret each for look-ups, sessions and the ledger.
//! It is written whole, synced, readable by its owner only, and never replaced by fresh keys where data exists.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::VaultError;
use super::keyed_hash::{hex, unhex};

pub const KEY_FILE: &str = "keys.toml";

pub(super) struct KeyFile {
    pub(super) current: u16,
    pub(super) sealing: Vec<(u16, [u8; 16])>,
    pub(super) lookup: [u8; 32],
    pub(super) session: [u8; 32],
    pub(super) ledger: [u8; 32],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    current: u16,
    lookup: String,
    session: String,
    ledger: String,
    sealing: Vec<WrittenKey>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenKey {
    id: u16,
    key: String,
}

fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut out = [0u8; N];
    getrandom::fill(&mut out).map_err(|_| VaultError::NoRandom)?;
    Ok(out)
}

impl KeyFile {
    pub(super) fn fresh() -> Result<Self, VaultError> {
        Ok(Self { current: 1, sealing: vec![(1, random()?)], lookup: random()?, session: random()?, ledger: random()? })
    }

    pub(super) fn sealing_key(&self, id: u16) -> Option<&[u8; 16]> {
        self.sealing.iter().find(|(known, _)| *known == id).map(|(_, key)| key)
    }

    pub(super) fn with_new_sealing_key(&self) -> Result<Self, VaultError> {
        let highest = self.sealing.iter().map(|(id, _)| *id).max().unwrap_or(0);
        let id = highest.checked_add(1).ok_or(VaultError::UnknownKey(highest))?;
        let mut sealing = self.sealing.clone();
        sealing.push((id, random()?));
        Ok(Self { current: id, sealing, lookup: self.lookup, session: self.session, ledger: self.ledger })
    }

    fn to_text(&self) -> String {
        let mut text = format!(
            "# The keys of this installation. Without them nothing that is stored can be read again.\n\
             # Keep a copy apart from the copies of the data. Never send it, never put it in the database.\n\
             current = {}\nlookup = \"{}\"\nsession = \"{}\"\nledger = \"{}\"\n",
            self.current,
            hex(&self.lookup),
            hex(&self.session),
            hex(&self.ledger)
        );
        for (id, key) in &self.sealing {
            text.push_str(&format!("\n[[sealing]]\nid = {id}\nkey = \"{}\"\n", hex(key)));
        }
        text
    }

    /// The error never repeats what stands in the file.
    fn from_text(text: &str) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|e| e.message().to_owned())?;
        let secret = |name: &str, value: &str| unhex::<32>(value).ok_or(format!("{name} is not 64 hex digits"));
        let mut sealing = Vec::new();
        for WrittenKey { id, key } in &written.sealing {
            if sealing.iter().any(|(known, _)| known == id) {
                return Err(format!("sealing key {id} stands there twice"));
            }
            sealing.push((*id, unhex::<16>(key).ok_or(format!("sealing key {id} is not 32 hex digits"))?));
        }
        if !sealing.iter().any(|(id, _)| *id == written.current) {
            return Err(format!("the current key {} is not among the sealing keys", written.current));
        }
        Ok(Self {
            current: written.current,
            sealing,
            lookup: secret("lookup", &written.lookup)?,
            session: secret("session", &written.session)?,
            ledger: secret("ledger", &written.ledger)?,
        })
    }
}

fn failed(path: &Path, doing: &'static str) -> impl FnOnce(std::io::Error) -> VaultError {
    let path = path.to_owned();
    move |source| VaultError::File { path, doing, source }
}

pub(super) fn open_or_create(dir: &Path) -> Result<KeyFile, VaultError> {
    let path = dir.join(KEY_FILE);
    match fs::read_to_string(&path) {
        Ok(text) => {
            refuse_open_to_others(&path)?;
            KeyFile::from_text(&text).map_err(|why| VaultError::Unreadable { path, why })
        }
        Err(e) if e.kind() == ErrorKind::NotFound => create(dir, &path),
        Err(e) => Err(failed(&path, "read")(e)),
    }
}

fn create(dir: &Path, path: &Path) -> Result<KeyFile, VaultError> {
    fs::create_dir_all(dir).map_err(failed(dir, "created"))?;
    if holds_data(dir).map_err(failed(dir, "looked into"))? {
        return Err(VaultError::KeysLost(dir.to_owned()));
    }
    let fresh = KeyFile::fresh()?;
    let staged = write_staged(dir, &fresh)?;
    // A hard link fails when the name exists: of two first starts at once, one wins and the other reads its file.
    let linked = fs::hard_link(&staged, path);
    fs::remove_file(&staged).map_err(failed(&staged, "removed"))?;
    match linked {
        Ok(()) => sync_dir(dir).map(|()| fresh),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => open_or_create(dir),
        Err(e) => Err(failed(path, "created")(e)),
    }
}

/// Used for rotation: the new file stands complete on the disk before it takes the old one's name.
pub(super) fn replace(dir: &Path, keys: &KeyFile) -> Result<(), VaultError> {
    let path = dir.join(KEY_FILE);
    let staged = write_staged(dir, keys)?;
    fs::rename(&staged, &path).map_err(failed(&path, "replaced"))?;
    sync_dir(dir)
}

fn write_staged(dir: &Path, keys: &KeyFile) -> Result<PathBuf, VaultError> {
    let staged = dir.join(format!("{KEY_FILE}.{}", hex(&random::<8>()?)));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&staged).map_err(failed(&staged, "created"))?;
    file.write_all(keys.to_text().as_bytes()).and_then(|()| file.sync_all()).map_err(failed(&staged, "written"))?;
    Ok(staged)
}

fn sync_dir(dir: &Path) -> Result<(), VaultError> {
    File::open(dir).and_then(|d| d.sync_all()).map_err(failed(dir, "synced"))
}

/// A database file or a folder of papers: something that was sealed with keys we do not have.
fn holds_data(dir: &Path) -> std::io::Result<bool> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let database = [".db", ".sqlite", ".sqlite3"].iter().any(|end| name.ends_with(end));
        let papers = name == "papers" && fs::read_dir(entry.path())?.next().is_some();
        if database || papers {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(unix)]
fn refuse_open_to_others(path: &Path) -> Result<(), VaultError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).map_err(failed(path, "read"))?.permissions().mode();
    if mode & 0o077 != 0 { Err(VaultError::OpenToOthers(path.to_owned())) } else { Ok(()) }
}

#[cfg(not(unix))]
fn refuse_open_to_others(_: &Path) -> Result<(), VaultError> {
    Ok(())
}
