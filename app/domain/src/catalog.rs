//! Service items as definitions: steps, fields, materials, route. One file per item under `catalog/items/`.
//! An item never names a tier's promised time or a limit: those differ by region and are data.

pub mod answers;
pub mod field;
pub mod items;

pub use answers::Answers;
pub use field::{DateRule, Field, FieldError, FieldKind, FieldProblem, PROVINCES};

use serde::{Deserialize, Serialize};

/// The services on the home page. Only items with a definition can be applied for online;
/// the others have their full offline guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ItemCode {
    /// 异地就医备案
    OutOfArea,
    /// 城乡居民参保登记
    Enrolment,
    /// 门诊慢特病病种待遇认定
    Chronic,
    /// 医疗费用手工（零星）报销
    Claim,
}

impl ItemCode {
    pub const ALL: [ItemCode; 4] = [Self::Enrolment, Self::OutOfArea, Self::Chronic, Self::Claim];
    /// Name in URLs and text keys.
    pub fn slug(self) -> &'static str {
        match self {
            Self::OutOfArea => "out-of-area",
            Self::Enrolment => "enrolment",
            Self::Chronic => "chronic",
            Self::Claim => "claim",
        }
    }
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.slug() == slug)
    }
    /// The definition, when the item is built.
    pub fn item(self) -> Option<&'static Item> {
        items::ITEMS.iter().find(|item| item.code == self)
    }
}

/// One page of questions: at most three tightly related fields.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Name in URLs and text keys: `item-<slug>-<step>-title`.
    pub id: &'static str,
    pub fields: &'static [Field],
    /// Whether these answers lead here at all.
    pub when: fn(&Answers) -> bool,
}

/// Who provides a material.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    Own,
    Hospital,
}

/// Something an application needs to be accepted. Text keys: `material-<id>`, `-counts`, `-counts-not`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Material {
    pub id: &'static str,
    /// Main materials cannot be promised for later (容缺受理 covers secondary ones only).
    pub main: bool,
    pub source: Source,
}

/// What happens when an application is submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Route {
    /// In force by rule at the moment of submission; a sample is looked at by a person.
    AtOnce,
    /// Village accepts, township reviews, county decides.
    Tiers,
}

/// How long a filing holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// Until changed, or until the insurance changes.
    UntilChanged,
    /// A number of months that the region sets.
    Temporary,
}

#[derive(Debug)]
pub struct Item {
    pub code: ItemCode,
    /// Raised with each change; a running case keeps the version it began with.
    pub version: u16,
    pub steps: &'static [Step],
    pub materials: fn(&Answers) -> Vec<Material>,
    /// The text of the 承诺书 that these answers need, as a text key.
    pub commitment: fn(&Answers) -> Option<&'static str>,
    pub route: fn(&Answers) -> Route,
    pub term: fn(&Answers) -> Term,
    /// May anybody with a verified name file it for a person in hospital tonight, without a grant?
    pub tonight: fn(&Answers) -> bool,
}

impl Item {
    /// The steps these answers lead through, in order.
    pub fn path(&self, answers: &Answers) -> Vec<&'static Step> {
        self.steps.iter().filter(|s| (s.when)(answers)).collect()
    }
    pub fn step(&self, id: &str) -> Option<&'static Step> {
        self.steps.iter().find(|s| s.id == id)
    }
    /// The first step that still lacks an answer.
    pub fn first_open(&self, answers: &Answers) -> Option<&'static Step> {
        self.path(answers).into_iter().find(|s| !s.answered(answers))
    }
    pub fn field(&self, id: &str) -> Option<&'static Field> {
        self.steps.iter().flat_map(|s| s.fields).find(|f| f.id == id)
    }
}

impl Step {
    pub fn answered(&self, answers: &Answers) -> bool {
        self.fields.iter().all(|f| !f.required || answers.get(f.id).is_some())
    }
}
