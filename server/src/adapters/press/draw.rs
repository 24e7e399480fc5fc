//! From places on paper to a PDF: embedded letters, a tree of tags for readers for the blind, page numbers. Black on white.

use super::face::{Face, Measure};
use super::layout::{self, EDGE, Element, HIGH, Ink, Is, Paper, WIDE, Weight};
use app::leaflet::Leaflet;
use domain::lang::Lang;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// Text and bold.
pub fn pdf(leaflet: &Leaflet, faces: &[Face; 2]) -> Result<Vec<u8>, String> {
    let pens = [Pen::new(&faces[0])?, Pen::new(&faces[1])?];
    let paper = layout::lay_out(leaflet, &|sign, weight| pen(&pens, weight).measure.width(sign));
    let missing = missing(leaflet, &pens);
    if !missing.is_empty() {
        tracing::warn!(%missing, "the font for printed guides lacks signs: they stay empty boxes on paper");
    }
    let mut document = Document::new_with(settings(missing.is_empty())?);
    let mut drawn: Vec<Vec<Identifier>> = vec![Vec::new(); paper.elements.len()];
    let mut outline = Outline::new();
    let all = paper.pages.len();
    for (at, ink) in paper.pages.iter().enumerate() {
        let mut page = document.start_page_with(PageSettings::from_wh(WIDE, HIGH).ok_or("no such size of paper")?);
        let mut surface = page.surface();
        for ink in ink {
            match ink {
                Ink::Words { x, y, size, weight, text, of } => {
                    let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    pen(&pens, *weight).write(&mut surface, *x, *y, *size, text);
                    surface.end_tagged();
                    if drawn.get(*of).is_some_and(Vec::is_empty)
                        && let Some(Element { is: Is::Title | Is::Heading, text }) = paper.elements.get(*of)
                    {
                        outline.push_child(OutlineNode::new(text.clone(), XyzDestination::new(at, Point::from_xy(*x, *y - size))));
                    }
                    if let Some(ids) = drawn.get_mut(*of) {
                        ids.push(id);
                    }
                }
                Ink::Bar { x, y, wide, high } => shape(&mut surface, [*x, *y, *wide, *high], None),
                Ink::Frame { x, y, wide, high, line } => shape(&mut surface, [*x, *y, *wide, *high], Some(*line)),
            }
        }
        margins(&mut surface, &pens, leaflet, at, all);
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tree(&paper, &drawn));
    document.set_metadata(
        Metadata::new()
            .title(leaflet.title.clone())
            .language(CHINESE.to_owned())
            .authors(vec![leaflet.unit.clone()])
            .description(leaflet.lede.clone()),
    );
    document.finish().map_err(|error| error.to_string())
}

const CHINESE: &str = "zh-CN";

/// A file that promises to be readable for the blind (PDF/UA-1) is checked for it; with signs missing it cannot promise that.
fn settings(whole: bool) -> Result<SerializeSettings, String> {
    let builder = ConfigurationBuilder::new();
    let builder = if whole { builder.with_accessibility_validator(Accessibility::UA1) } else { builder };
    let configuration = builder.finish().map_err(|error| format!("{error:?}"))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// A face with what it measures.
struct Pen<'a> {
    face: &'a Face,
    measure: Measure<'a>,
}

fn pen<'a, 'b>(pens: &'a [Pen<'b>; 2], weight: Weight) -> &'a Pen<'b> {
    match weight {
        Weight::Text => &pens[0],
        Weight::Bold => &pens[1],
    }
}

impl<'a> Pen<'a> {
    fn new(face: &'a Face) -> Result<Pen<'a>, String> {
        Ok(Pen { face, measure: face.measure()? })
    }

    fn long(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|sign| self.measure.width(sign) * size).sum()
    }

    fn write(&self, surface: &mut Surface, x: f32, y: f32, size: f32, text: &str) {
        let glyph = |(at, sign): (usize, char)| {
            let id = self.measure.glyph(sign).unwrap_or(GlyphId::new(0));
            KrillaGlyph::new(id, self.measure.width(sign), 0.0, 0.0, 0.0, at..at + sign.len_utf8(), None)
        };
        let glyphs: Vec<KrillaGlyph> = text.char_indices().map(glyph).collect();
        surface.set_stroke(None);
        surface.set_fill(Some(Fill::default()));
        surface.draw_glyphs(Point::from_xy(x, y), &glyphs, self.face.font.clone(), text, size, false);
    }
}

fn missing(leaflet: &Leaflet, pens: &[Pen; 2]) -> String {
    let lacks = |sign: &char| pens.iter().any(|pen| pen.measure.glyph(*sign).is_none());
    let mut all: Vec<char> = leaflet.texts().concat().chars().filter(lacks).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().collect()
}

/// Drawn for the eye alone.
fn shape(surface: &mut Surface, [x, y, wide, high]: [f32; 4], line: Option<f32>) {
    let mut path = PathBuilder::new();
    let Some(rect) = Rect::from_xywh(x, y, wide, high) else { return };
    path.push_rect(rect);
    let Some(path) = path.finish() else { return };
    surface.set_fill(line.is_none().then(Fill::default));
    surface.set_stroke(line.map(|width| Stroke { width, ..Stroke::default() }));
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.draw_path(&path);
    surface.end_tagged();
}

/// On every page: the telephone and the page's number; from the second on what paper this is.
fn margins(surface: &mut Surface, pens: &[Pen; 2], leaflet: &Leaflet, at: usize, all: usize) {
    const SIZE: f32 = 14.0;
    let [text, bold] = pens;
    let say = |key: &str, values: &[(&str, &str)]| app::text::find(Lang::ZhHans, key, values).text;
    let (now, all) = ((at + 1).to_string(), all.to_string());
    let low = HIGH - 36.0;
    shape(surface, [EDGE, low - 24.0, WIDE - 2.0 * EDGE, 0.7], None);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    bold.write(surface, EDGE, low, 16.0, &say("leaflet-foot", &[("phone", &leaflet.call.number)]));
    let number = say("leaflet-page", &[("now", &now), ("all", &all)]);
    text.write(surface, WIDE - EDGE - text.long(&number, SIZE), low, SIZE, &number);
    surface.end_tagged();
    if at > 0 {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
        bold.write(surface, EDGE, 40.0, SIZE, &leaflet.title);
        if let Some(demo) = &leaflet.demo {
            text.write(surface, WIDE - EDGE - text.long(demo, SIZE), 40.0, SIZE, demo);
        }
        surface.end_tagged();
    }
}

/// The order of reading: headings, paragraphs, lists with their items.
fn tree(paper: &Paper, drawn: &[Vec<Identifier>]) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(CHINESE.to_owned()));
    // The open list and its open item.
    let mut list: Option<(usize, TagGroup)> = None;
    let mut open: Option<(usize, TagGroup)> = None;
    let close = |list: &mut Option<(usize, TagGroup)>, open: &mut Option<(usize, TagGroup)>| {
        if let (Some((_, list)), Some((_, item))) = (list.as_mut(), open.take()) {
            list.push(item);
        }
    };
    for (element, ids) in paper.elements.iter().zip(drawn) {
        let filled = |mut group: TagGroup| {
            ids.iter().for_each(|id| group.push(*id));
            group
        };
        let heading = |level: NonZeroU16| filled(TagGroup::new(Tag::Hn(level, Some(element.text.clone()))));
        let (of, item, numbered, group) = match element.is {
            Is::Title => (None, 0, false, heading(NonZeroU16::MIN)),
            Is::Heading => (None, 0, false, heading(NonZeroU16::MIN.saturating_add(1))),
            Is::Words => (None, 0, false, filled(TagGroup::new(Tag::P))),
            Is::Label { list, item, numbered } => (Some(list), item, numbered, filled(TagGroup::new(Tag::Lbl))),
            Is::Body { list, item, numbered } => (Some(list), item, numbered, filled(TagGroup::new(Tag::LBody))),
        };
        if open.as_ref().is_some_and(|(now, _)| of.is_none() || *now != item) || list.as_ref().map(|(now, _)| *now) != of {
            close(&mut list, &mut open);
        }
        if list.as_ref().map(|(now, _)| *now) != of
            && let Some((_, done)) = list.take()
        {
            tree.push(done);
        }
        match of {
            None => tree.push(group),
            Some(of) => {
                let kind = if numbered { ListNumbering::Decimal } else { ListNumbering::None };
                list.get_or_insert_with(|| (of, TagGroup::new(Tag::L(kind))));
                open.get_or_insert_with(|| (item, TagGroup::new(Tag::LI))).1.push(group);
            }
        }
    }
    close(&mut list, &mut open);
    if let Some((_, done)) = list {
        tree.push(done);
    }
    tree
}
