//! Which fonts printed guides are set in.

use super::reader::Reader;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FontSettings {
    /// Where `make fonts` puts them; none: `fonts` in the data folder.
    pub folder: Option<PathBuf>,
    /// A file of the office's own instead, TrueType, OpenType or a collection.
    pub text: Option<PathBuf>,
    /// The same for headings.
    pub bold: Option<PathBuf>,
}

impl FontSettings {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let mut file = |key: &str| {
            let path = PathBuf::from(reader.text(key)?);
            if !path.is_file() {
                reader.mistake(key, "there is no such file");
            }
            Some(path)
        };
        let (text, bold) = (file("fonts.text"), file("fonts.bold"));
        Self { folder: reader.text("fonts.dir").map(PathBuf::from), text, bold }
    }

    /// Text and headings.
    pub fn files(&self, data: &Path) -> [PathBuf; 2] {
        let folder = self.folder.clone().unwrap_or_else(|| data.join("fonts"));
        let own = |file: &Option<PathBuf>, name: &str| file.clone().unwrap_or_else(|| folder.join(name));
        [own(&self.text, "NotoSansSC-Medium.ttf"), own(&self.bold, "NotoSansSC-Bold.ttf")]
    }
}
