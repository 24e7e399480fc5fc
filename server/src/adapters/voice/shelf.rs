//! Where sounds lie: everybody's as they are, somebody's own sealed by the vault. A name is a hash and tells nothing.
//! Personal sounds whose words nobody knows any more, of an earlier run for example, are taken away.

use crate::vault::Vault;
use app::ports::speech::{Mp3, Sound};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Everybody's sounds keep this much room, in bytes; the longest unused go first.
const ROOM: u64 = 300 << 20;

#[derive(Clone)]
pub struct Shelf {
    public: PathBuf,
    hers: PathBuf,
    vault: Vault,
}

impl Shelf {
    /// Makes nothing yet: a server that never reads aloud leaves no folder.
    pub fn new(folder: &Path, vault: Vault) -> Shelf {
        Shelf { public: folder.join("public"), hers: folder.join("hers"), vault }
    }

    pub fn get(&self, sound: &Sound) -> Option<Mp3> {
        let bytes = std::fs::read(self.path(sound)?).ok()?;
        match sound {
            Sound::Everybodys(_) => Some(bytes.into()),
            Sound::Hers(name) => self.vault.open("heard", "sound", name, &bytes).ok().map(Into::into),
        }
    }

    /// A half-written file never gets its name.
    pub fn put(&self, sound: &Sound, bytes: &[u8]) -> Result<(), String> {
        let path = self.path(sound).ok_or("a name that is none")?;
        let folder = path.parent().ok_or("no folder")?;
        make_folder(folder).map_err(|e| format!("the folder of sounds: {e}"))?;
        let sealed;
        let bytes = match sound {
            Sound::Everybodys(_) => bytes,
            Sound::Hers(name) => {
                sealed = self.vault.seal("heard", "sound", name, bytes).map_err(|e| e.to_string())?;
                &sealed
            }
        };
        let part = path.with_extension("part");
        std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, &path)).map_err(|e| format!("a sound was not kept: {e}"))
    }

    /// Takes away all personal sounds but these.
    pub fn keep_only(&self, known: &HashSet<String>) -> usize {
        let all = std::fs::read_dir(&self.hers).into_iter().flatten().flatten();
        let unknown = all.filter(|entry| !known.contains(entry.file_name().to_string_lossy().trim_end_matches(".part")));
        unknown.filter(|entry| std::fs::remove_file(entry.path()).is_ok()).count()
    }

    /// Keeps everybody's sounds within their room; answers how many went.
    pub fn make_room(&self) -> usize {
        let mut all: Vec<(SystemTime, u64, PathBuf)> = files(&self.public)
            .filter_map(|path| {
                let about = path.metadata().ok()?;
                Some((about.accessed().or_else(|_| about.modified()).ok()?, about.len(), path))
            })
            .collect();
        let mut size: u64 = all.iter().map(|(_, size, _)| size).sum();
        all.sort();
        let mut gone = 0;
        for (_, bytes, path) in all {
            if size <= ROOM {
                break;
            }
            size = size.saturating_sub(bytes);
            gone += usize::from(std::fs::remove_file(path).is_ok());
        }
        gone
    }

    /// Anything that is not a name of ours has no path.
    fn path(&self, sound: &Sound) -> Option<PathBuf> {
        let name = sound.name();
        let ours = name.len() == 64 && name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        ours.then(|| match sound {
            Sound::Everybodys(_) => self.public.join(&name[..2]).join(format!("{name}.mp3")),
            Sound::Hers(_) => self.hers.join(name),
        })
    }
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let below = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    below.filter(|path| path.is_dir()).flat_map(|path| std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()))
}
