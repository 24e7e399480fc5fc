//! Settings: defaults, then the file (TOML), then the environment (`YIBAO_…`), then the command line.
//! All mistakes are reported together, one clear line each, before anything starts. No secret is ever repeated.
//!
//! `limits.form_kilobytes` in the file is `YIBAO_LIMITS_FORM_KILOBYTES` in the environment.

mod address;
mod fonts;
mod hearing;
mod limits;
mod messages;
mod reader;
mod shared_data;
mod storage;
mod voice;
mod web;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use address::{Network, client_address};
pub use fonts::FontSettings;
pub use hearing::{HearingEngine, HearingSettings};
pub use limits::{Hall, Limits};
pub use messages::{CodesState, Program, Sms, codes_state};
pub use reader::Mistakes;
use reader::Reader;
pub use shared_data::SharedEngine;
pub use storage::{S3, Storage};
pub use voice::{VoiceEngine, VoiceSettings};
pub use web::Web;

#[derive(Debug, Clone)]
pub struct Config {
    pub web: Web,
    /// Where keys, database and papers lie.
    pub data: PathBuf,
    /// `None`: SQLite in the data folder.
    pub database_url: Option<DatabaseUrl>,
    pub storage: Storage,
    pub sms: Sms,
    pub limits: Limits,
    pub voice: VoiceSettings,
    pub hearing: HearingSettings,
    pub fonts: FontSettings,
    pub shared_data: SharedEngine,
    /// Counties, desks, telephone numbers, promised times of the region. `None`: the built-in demo region.
    pub region_file: Option<PathBuf>,
}

/// May hold a password: never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(pub String);

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scheme = self.0.split(':').next().unwrap_or_default();
        write!(f, "DatabaseUrl({scheme}:…)")
    }
}

/// What the command line may say; it wins over everything else.
#[derive(Debug, Clone, Default)]
pub struct CommandLine {
    pub config_file: Option<PathBuf>,
    pub listen: Option<String>,
    pub public_url: Option<String>,
    pub data: Option<PathBuf>,
    pub database_url: Option<String>,
}

impl Config {
    /// Reads the file system and the environment of this process.
    pub fn load(command_line: &CommandLine) -> Result<Self, Mistakes> {
        let environment: BTreeMap<String, String> =
            std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))).collect();
        let named = command_line.config_file.clone().or_else(|| environment.get("YIBAO_CONFIG").map(PathBuf::from));
        let text = match &named {
            Some(path) => Some((path.clone(), read(path)?)),
            None => None,
        };
        Self::from_parts(text.as_ref().map(|(path, text)| (path.as_path(), text.as_str())), &environment, command_line)
    }

    /// The same without touching the world.
    pub fn from_parts(
        file: Option<(&Path, &str)>,
        environment: &BTreeMap<String, String>,
        command_line: &CommandLine,
    ) -> Result<Self, Mistakes> {
        let mut reader = Reader::default();
        if let Some((path, text)) = file {
            reader.add_file(path, text);
        }
        reader.add_environment(environment);
        let path_text = |p: &PathBuf| p.to_string_lossy().into_owned();
        for (key, value) in [
            ("listen", command_line.listen.clone()),
            ("public_url", command_line.public_url.clone()),
            ("data", command_line.data.as_ref().map(path_text)),
            ("database_url", command_line.database_url.clone()),
        ] {
            reader.add_command_line(key, value);
        }
        let config = Self {
            web: Web::read(&mut reader),
            data: PathBuf::from(reader.text("data").unwrap_or_else(|| "./.data".into())),
            database_url: database_url(&mut reader),
            storage: Storage::read(&mut reader),
            sms: Sms::read(&mut reader),
            limits: Limits::read(&mut reader),
            voice: VoiceSettings::read(&mut reader),
            hearing: HearingSettings::read(&mut reader),
            fonts: FontSettings::read(&mut reader),
            shared_data: shared_data::read(&mut reader),
            region_file: region_file(&mut reader),
        };
        reader.finish(config)
    }
}

fn read(path: &Path) -> Result<String, Mistakes> {
    std::fs::read_to_string(path).map_err(|e| Mistakes::one(format!("the settings file {} cannot be read: {e}", path.display())))
}

fn database_url(reader: &mut Reader) -> Option<DatabaseUrl> {
    let url = reader.text("database_url")?;
    if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme)) {
        reader.mistake("database_url", "begins with neither sqlite: nor postgres:");
    }
    Some(DatabaseUrl(url))
}

fn region_file(reader: &mut Reader) -> Option<PathBuf> {
    let path = PathBuf::from(reader.text("region_file")?);
    if !path.is_file() {
        reader.mistake("region_file", "there is no such file");
    }
    Some(path)
}

#[cfg(test)]
mod tests;
