//! Names, compresses and lists the files that go into the binary. Knows nothing of what is in them.
//!
//! A text file may name another one as `/assets/<its path below public>`; the build puts the hashed address there.
use crate::Outcome;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

/// Files by their path below `public/`, in order of path.
#[derive(Default)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
}

struct Named {
    path: String,
    name: String,
    content: Vec<u8>,
}

impl Bundle {
    pub fn add(&mut self, path: &str, content: Vec<u8>) {
        self.files.insert(path.to_owned(), content);
    }

    pub fn add_public(&mut self, public: &Path, file: &Path) -> Outcome<()> {
        let path = file.strip_prefix(public)?.to_string_lossy().replace('\\', "/");
        let content = fs::read(file)?;
        let script = path.ends_with(".js").then(|| String::from_utf8_lossy(&content).into_owned());
        self.add(&path, script.map_or(content, |script| crate::wasm::tighten(&script).into_bytes()));
        Ok(())
    }

    /// Writes the files, their compressed twins and the table `packed.rs` into `out`.
    pub fn write(self, out: &Path) -> Outcome<()> {
        let folder = out.join("packed");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;

        let named = self.named()?;
        let mut table = String::from("pub static PACKED: &[Packed] = &[\n");
        for file in &named {
            let plain = store(&folder, &file.name, &file.content)?;
            let (br, gz) = if is_text(&file.path) || file.path.ends_with(".wasm") {
                (
                    store(&folder, &format!("{}.br", file.name), &brotli(&file.content)?)?,
                    store(&folder, &format!("{}.gz", file.name), &gzip(&file.content)?)?,
                )
            } else {
                (String::new(), String::new())
            };
            writeln!(
                table,
                "Packed {{ path: {:?}, address: {:?}, plain: {}, br: {}, gz: {} }},",
                file.path,
                format!("/assets/{}", file.name),
                included(&plain),
                optional(&br),
                optional(&gz)
            )?;
        }
        table.push_str("];\n");

        let css = named.iter().find(|file| file.path == "style.css").map_or(&[][..], |file| &file.content);
        writeln!(table, "pub const CSS: &str = {:?};", std::str::from_utf8(css)?)?;
        writeln!(table, "pub const CSS_SHA256: &str = {:?};", STANDARD.encode(Sha256::digest(css)))?;
        fs::write(out.join("packed.rs"), table)?;
        Ok(())
    }

    /// Gives each file its hashed name. A file that names others comes after them, so a changed picture renames
    /// the style sheet that shows it, and changed islands rename the boot script that loads them.
    fn named(self) -> Outcome<Vec<Named>> {
        let mut done: Vec<Named> = Vec::new();
        let mut waiting: Vec<(String, Vec<u8>)> = self.files.into_iter().collect();
        while !waiting.is_empty() {
            let paths: Vec<String> = waiting.iter().map(|(path, _)| path.clone()).collect();
            let free = |(path, content): &(String, Vec<u8>)| !paths.iter().any(|other| other != path && names(path, content, other));
            let Some(next) = waiting.iter().position(free) else {
                return Err(format!("these files name one another in a ring: {paths:?}").into());
            };
            let (path, content) = waiting.remove(next);
            let content = if may_refer(&path) { refer(&content, &done) } else { content };
            let name = hashed(&path, &content);
            done.push(Named { path, name, content });
        }
        Ok(done)
    }
}

/// Does this file name that other one?
fn names(path: &str, content: &[u8], other: &str) -> bool {
    may_refer(path) && std::str::from_utf8(content).is_ok_and(|text| text.contains(&format!("/assets/{other}")))
}

pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// These may name other files. `islands.js` gets its module handed over and names nobody.
fn may_refer(path: &str) -> bool {
    path != "islands.js" && [".css", ".js", ".webmanifest"].iter().any(|end| path.ends_with(end))
}

fn is_text(path: &str) -> bool {
    [".css", ".js", ".webmanifest", ".svg", ".txt", ".json"].iter().any(|end| path.ends_with(end))
}

fn refer(content: &[u8], done: &[Named]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(content) else {
        return content.to_vec();
    };
    let mut by_length: Vec<&Named> = done.iter().collect();
    by_length.sort_by_key(|file| std::cmp::Reverse(file.path.len()));
    let mut text = text.to_owned();
    for file in by_length {
        text = text.replace(&format!("/assets/{}", file.path), &format!("/assets/{}", file.name));
    }
    text.into_bytes()
}

/// `icons/home.svg` becomes `icons-home.0123456789ab.svg`: one segment, whatever the folder.
fn hashed(path: &str, content: &[u8]) -> String {
    let path = path.replace('/', "-");
    let digest = Sha256::digest(content);
    let mark = digest.iter().take(6).fold(String::new(), |mut mark, byte| {
        let _ = write!(mark, "{byte:02x}");
        mark
    });
    match path.rsplit_once('.') {
        Some((stem, end)) => format!("{stem}.{mark}.{end}"),
        None => format!("{path}.{mark}"),
    }
}

fn store(folder: &Path, name: &str, content: &[u8]) -> Outcome<String> {
    let path = folder.join(name);
    fs::write(&path, content)?;
    Ok(path.to_string_lossy().into_owned())
}

fn included(path: &str) -> String {
    format!("include_bytes!({path:?})")
}

fn optional(path: &str) -> String {
    if path.is_empty() { "None".to_owned() } else { format!("Some({})", included(path)) }
}

fn brotli(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(content)?;
    writer.flush()?;
    drop(writer);
    Ok(packed)
}

fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
