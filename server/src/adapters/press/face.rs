//! One font file: which sign is which glyph, how wide it is, and what the PDF embeds of it. Knows no text.

use krilla::text::{Font, GlyphId};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::FileRef;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};
use std::path::Path;
use std::sync::Arc;

pub struct Face {
    bytes: Arc<Vec<u8>>,
    index: u32,
    pub font: Font,
}

impl Face {
    pub fn read(path: &Path) -> Result<Face, String> {
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let index = simplified(&bytes);
        let bytes = Arc::new(bytes);
        let font = Font::new(bytes.clone().into(), index).ok_or_else(|| format!("{} is no font that can be embedded", path.display()))?;
        Ok(Face { bytes, index, font })
    }

    pub fn measure(&self) -> Result<Measure<'_>, String> {
        let font = FontRef::from_index(&self.bytes, self.index).map_err(|error| error.to_string())?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Ok(Measure { signs: font.charmap(), metrics, em: self.font.units_per_em() })
    }
}

/// In a collection the face with the simplified forms: Japanese ones look wrong here.
fn simplified(bytes: &[u8]) -> u32 {
    let Ok(FileRef::Collection(all)) = FileRef::new(bytes) else { return 0 };
    let is = |font: &FontRef| font.localized_strings(StringId::FAMILY_NAME).any(|name| name.to_string().ends_with(" SC"));
    (0..all.len()).find(|at| all.get(*at).is_ok_and(|font| is(&font))).unwrap_or(0)
}

pub struct Measure<'a> {
    signs: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
    em: f32,
}

impl Measure<'_> {
    /// Nothing: the font does not have it.
    pub fn glyph(&self, sign: char) -> Option<GlyphId> {
        self.signs.map(sign).map(|glyph| GlyphId::new(glyph.to_u32()))
    }

    /// In parts of the letter size.
    pub fn width(&self, sign: char) -> f32 {
        let width = self.signs.map(sign).and_then(|glyph| self.metrics.advance_width(glyph));
        width.map_or(1.0, |width| width / self.em)
    }
}
