//! A guide as a leaflet of paper: title, sections, paragraphs and lists, with all words in place. Made once, of the definition and
//! the region's data (`pages::guide::leaflet`); the print page and the PDF show it and add nothing. Never holds anything of a person.

pub mod lines;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Leaflet {
    pub title: String,
    /// What it is about, in one sentence.
    pub lede: String,
    /// Who answers for it.
    pub unit: String,
    pub call: Call,
    pub sections: Vec<Section>,
    /// When it was printed, and how far to trust it.
    pub end: String,
    /// Said on every page of paper where places are made up.
    pub demo: Option<String>,
}

/// Whom to call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Call {
    pub said: String,
    pub number: String,
    pub hours: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Section {
    /// Empty: it goes on without one.
    pub heading: String,
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Words(String),
    /// Where it comes from: the same size on paper, less weight.
    Source(String),
    /// A question and its answer.
    Facts(Vec<(String, String)>),
    /// Things to have ready: each with a box to tick off.
    Boxes(Vec<String>),
    /// In this order.
    Steps(Vec<String>),
}

impl Part {
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Part::Words(text) | Part::Source(text) => vec![text],
            Part::Facts(rows) => rows.iter().flat_map(|(what, answer)| [what.as_str(), answer.as_str()]).collect(),
            Part::Boxes(all) | Part::Steps(all) => all.iter().map(String::as_str).collect(),
        }
    }
}

impl Leaflet {
    /// Everything that stands on it, in the order in which it is read.
    pub fn texts(&self) -> Vec<&str> {
        let mut all = vec![self.unit.as_str(), &self.title, &self.lede, &self.call.said, &self.call.number, &self.call.hours];
        for section in &self.sections {
            all.push(&section.heading);
            all.extend(section.parts.iter().flat_map(Part::texts));
        }
        all.push(&self.end);
        all.extend(self.demo.as_deref());
        all.retain(|text| !text.is_empty());
        all
    }
}
