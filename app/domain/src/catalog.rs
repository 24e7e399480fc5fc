//! Service items as definitions: who they are for, steps, fields, materials, route. One file per item under `catalog/items/`.
//! An item never names a tier's promised time, a sum or a limit: those differ by region and are data.
//! Long because a definition is read as one: each part of it stands here with its plain form.

pub mod answers;
mod check;
pub mod diseases;
pub mod field;
pub mod items;
pub mod money;
mod walk;

pub use answers::Answers;
pub use field::{DateRule, Field, FieldError, FieldKind, FieldProblem, PROVINCES};
pub use items::ItemCode;
pub use walk::sample;

use crate::region::Trust;
use crate::review::Tier;
use crate::shared::SharedSource;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

impl ItemCode {
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.slug() == slug)
    }
    /// The definition, when the item is built.
    pub fn item(self) -> Option<&'static Item> {
        items::ITEMS.iter().find(|item| item.code == self)
    }
}

pub(crate) fn always(_: &Answers) -> bool {
    true
}

/// What an item is about; decides its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Enrolment,
    OutOfArea,
    Chronic,
    Claim,
    /// Children and births.
    Birth,
    /// The card, the code, the personal account.
    Card,
    /// Somebody comes, or somebody waits for her.
    Visit,
}

impl Group {
    /// In the order of the hall.
    pub const ALL: [Group; 7] = [Self::Enrolment, Self::OutOfArea, Self::Chronic, Self::Claim, Self::Visit, Self::Card, Self::Birth];
    /// Name in text keys (`picture-…`, `hall-group-…`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Enrolment => "enrolment",
            Self::OutOfArea => "out-of-area",
            Self::Chronic => "chronic",
            Self::Claim => "claim",
            Self::Birth => "birth",
            Self::Card => "card",
            Self::Visit => "visit",
        }
    }
}

/// Where the rules of an item were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// Document and number, or page, in words.
    pub source: &'static str,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it is known; where none is printed, when it was read.
    pub date: &'static str,
    pub trust: Trust,
}

/// One page of questions: at most three tightly related fields.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Name in URLs and text keys: `item-<slug>-<step>-title`.
    pub id: &'static str,
    pub fields: &'static [Field],
    /// Whether these answers lead here at all.
    pub when: fn(&Answers) -> bool,
    /// Here it ends: what is asked for cannot be filed by these pages, and the page says where it is done
    /// (`item-<slug>-<step>-why`). Nobody gets past it, neither helper nor assistant.
    pub ends: bool,
}

/// An ordinary page of questions, for everybody.
pub const ASK: Step = Step { id: "", fields: &[], when: always, ends: false };

/// Whom to ask about it; known data stand there to be confirmed.
pub const CONTACT: Step = Step {
    id: "contact",
    fields: &[field::asked("contact-name", FieldKind::Name), field::asked("contact-phone", FieldKind::Phone)],
    ..ASK
};

/// What was paid: how many invoices, and what they say together.
pub const BILL: Step = Step {
    id: "money",
    fields: &[field::asked("invoices", FieldKind::Count { most: 99 }), field::asked("total", FieldKind::Money { most_fen: 1_000_000_000 })],
    ..ASK
};

/// On which half day somebody comes, or is waited for.
pub const DAY: Step = Step {
    id: "day",
    fields: &[
        field::asked("day", FieldKind::Date(DateRule::Ahead { days: 30 })),
        field::asked("part", FieldKind::Choice(&["morning", "afternoon"])),
    ],
    ..ASK
};

/// Where a material comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    Own,
    Hospital,
    /// The office looks it up itself: nobody is asked to bring it.
    Shared,
}

/// In which form it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A picture is enough for good.
    Picture,
    /// A picture now, the sheet itself by post or at a counter.
    Original,
    /// A copy, brought or photographed.
    Copy,
}

/// What may stand in for a material.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    Commitment,
    /// The records of another office, looked up when she agrees to it.
    Shared(SharedSource),
}

/// Whether what was handed in with an earlier application is offered again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reuse {
    /// It belongs to one matter: an invoice is never paid twice.
    Never,
    /// As long as it is no older than the region's months.
    Fresh,
    /// It says the same for good: a household register, a birth.
    Offered,
}

/// Something an application needs. Text keys: `material-<id>`, and for papers `-counts`, `-counts-not`; `-who` where only some need it.
#[derive(Debug, Clone, Copy)]
pub struct Material {
    pub id: &'static str,
    /// Main materials cannot be promised for later (容缺受理 covers secondary ones only).
    pub main: bool,
    pub source: Source,
    pub form: Form,
    pub instead: &'static [Instead],
    pub reuse: Reuse,
    /// Whether these answers call for it.
    pub when: fn(&Answers) -> bool,
}

impl Material {
    /// Whose records may stand in for it.
    pub fn shared(&self) -> Option<SharedSource> {
        self.instead.iter().find_map(|instead| match instead {
            Instead::Shared(source) => Some(*source),
            Instead::Commitment => None,
        })
    }
}

/// A main paper of her own, for everybody, as a picture; offered again by nobody who has not thought about it.
pub const PAPER: Material =
    Material { id: "", main: true, source: Source::Own, form: Form::Picture, instead: &[], reuse: Reuse::Never, when: always };

/// What a hospital wrote of her lately: offered again while it is fresh, or proved by the hospitals' own records.
pub const FROM_HOSPITAL: Material =
    Material { source: Source::Hospital, instead: &[Instead::Shared(SharedSource::Hospitals)], reuse: Reuse::Fresh, ..PAPER };

/// Her right to live here, of those whose household is registered elsewhere.
pub const RESIDENCE_PERMIT: Material = Material {
    id: "residence-permit",
    instead: &[Instead::Shared(SharedSource::Police)],
    reuse: Reuse::Fresh,
    when: |a| a.is("household", "permit"),
    ..PAPER
};

/// What happens when an application is submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Route {
    /// In force by rule at the moment of submission; a sample is looked at by a person.
    AtOnce,
    /// 即办件: one clerk of the village sees it and it is done. Nothing is decided that would want a second pair of eyes.
    OneDesk,
    /// Village accepts, township reviews, county decides.
    Tiers,
}

/// Which promised time holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// The item's row of the region.
    Usual,
    /// A row of its own, by its name.
    Named(&'static str),
    /// Decided by a board that meets once a month, on the region's day.
    Board,
}

/// How long a filing holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// Until changed, or until the insurance changes.
    UntilChanged,
    /// A number of months that the region sets.
    Temporary,
    /// Done once; there is nothing that could run out.
    Once,
}

/// What the county's yes brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It stands on record.
    OnRecord,
    /// Money: the yes names the sum, never more than the field `of` asks for.
    Money { of: &'static str },
}

/// One application of several that a joined matter sends at once: its own answers, its own papers, its own decision.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub item: ItemCode,
    /// Whether these answers of the joined matter call for it.
    pub when: fn(&Answers) -> bool,
    /// Fields of the part that are another field here; the others have the same name in both.
    pub same: &'static [(&'static str, &'static str)],
    /// Answers that the joined matter gives by being what it is.
    pub fixed: &'static [(&'static str, &'static str)],
}

impl Part {
    /// The answers of the part, out of those of the whole.
    pub fn answers(&self, whole: &Answers) -> Answers {
        let fields = self.item.item().map(|item| item.steps).unwrap_or_default().iter().flat_map(|step| step.fields);
        let mut own = Answers::default();
        for field in fields {
            let here = self.same.iter().find(|(part, _)| *part == field.id).map_or(field.id, |(_, here)| *here);
            let fixed = self.fixed.iter().find(|(part, _)| *part == field.id).map(|(_, value)| *value);
            if let Some(value) = fixed.or_else(|| whole.get(here)) {
                own.set(field.id, value);
            }
        }
        own
    }
}

/// What the county's yes changes in the person's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    Name,
    IdNumber,
    /// With `ChildNumber`: a record of its own, for a child that had none.
    ChildName,
    ChildNumber,
}

#[derive(Debug)]
pub struct Item {
    pub code: ItemCode,
    /// Name in URLs and text keys.
    pub slug: &'static str,
    /// Raised with each change; a running case keeps the version it began with.
    pub version: u16,
    pub group: Group,
    /// One of the things on the home page; the others stand in the hall.
    pub front: bool,
    /// 同城通办: any desk of the county takes it in for whoever stands there; it is decided where she is insured.
    pub anywhere: bool,
    pub basis: &'static [Basis],
    pub steps: &'static [Step],
    /// All materials, each with the answers that call for it.
    pub materials: &'static [Material],
    /// A joined matter (一件事) asks once and becomes these applications; empty for all others.
    pub parts: &'static [Part],
    /// The text of the 承诺书 that these answers need, as a text key.
    pub commitment: fn(&Answers) -> Option<&'static str>,
    pub route: fn(&Answers) -> Route,
    /// Which tier's desk it is where one desk does it alone: the village, unless she chose a wider hall.
    pub desk: fn(&Answers) -> Tier,
    pub pace: fn(&Answers) -> Pace,
    /// Names that `pace` may give; the region has a row for each.
    pub paces: &'static [&'static str],
    pub term: fn(&Answers) -> Term,
    /// What holds until changed is hers to change by a new one, and to end.
    pub hers_to_end: bool,
    pub outcome: Outcome,
    /// Answers that the county's yes writes into her record.
    pub writes: &'static [(&'static str, Record)],
    /// What she does once it is decided, as a text key.
    pub next: fn(&Answers) -> &'static str,
    /// May anybody with a verified name file it for a person in hospital tonight, without a grant? `None`: never.
    pub tonight: Option<fn(&Answers) -> bool>,
}

/// What most services are: promised by nothing, looked at by three tiers in the usual time, done once. Names, questions and
/// papers are each service's own.
pub const PLAIN: Item = Item {
    code: ItemCode::Enrolment,
    slug: "",
    version: 1,
    group: Group::Enrolment,
    front: false,
    anywhere: false,
    basis: &[],
    steps: &[],
    materials: &[],
    parts: &[],
    commitment: |_| None,
    route: |_| Route::Tiers,
    desk: |_| Tier::Village,
    pace: |_| Pace::Usual,
    paces: &[],
    term: |_| Term::Once,
    hers_to_end: false,
    outcome: Outcome::OnRecord,
    writes: &[],
    next: |_| "",
    tonight: None,
};

impl Item {
    /// The steps these answers lead through, in order; nothing comes after one that ends.
    pub fn path(&self, answers: &Answers) -> Vec<&'static Step> {
        let mut path: Vec<&'static Step> = self.steps.iter().filter(|s| (s.when)(answers)).collect();
        let end = path.iter().position(|s| s.ends).map_or(path.len(), |at| at + 1);
        path.truncate(end);
        path
    }
    pub fn step(&self, id: &str) -> Option<&'static Step> {
        self.steps.iter().find(|s| s.id == id)
    }
    /// The first step that still lacks an answer, or where it ends.
    pub fn first_open(&self, answers: &Answers) -> Option<&'static Step> {
        self.path(answers).into_iter().find(|s| !s.answered(answers))
    }
    pub fn field(&self, id: &str) -> Option<&'static Field> {
        self.steps.iter().flat_map(|s| s.fields).find(|f| f.id == id)
    }
    /// The applications that these answers become.
    pub fn parts_of<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'static Part> + 'a {
        self.parts.iter().filter(|part| (part.when)(answers))
    }
    /// Every road to its end stays with one desk.
    pub fn one_desk(&self) -> bool {
        self.walked().iter().filter(|a| self.first_open(a).is_none()).all(|a| (self.route)(a) == Route::OneDesk)
    }
    /// The tiers at which somebody sees it, on any road to its end.
    pub fn tiers(&self) -> BTreeSet<Tier> {
        let roads = self.walked();
        let whole = roads.iter().filter(|a| self.first_open(a).is_none());
        whole
            .flat_map(|a| match (self.route)(a) {
                // What is filed at night is confirmed by the village, a sample is looked at by the county.
                Route::AtOnce => vec![Tier::Village, Tier::County],
                Route::OneDesk => vec![(self.desk)(a)],
                Route::Tiers => Tier::ALL.to_vec(),
            })
            .collect()
    }
    /// The papers these answers ask her for. What the office looks up itself is not among them.
    pub fn needs(&self, answers: &Answers) -> Vec<Material> {
        self.materials.iter().filter(|m| m.source != Source::Shared && (m.when)(answers)).copied().collect()
    }
    /// Mistakes in the definition, each with its place; empty means fit to start. Texts are looked at elsewhere.
    pub fn problems(&self) -> Vec<String> {
        check::problems(self)
    }
}

impl Step {
    pub fn answered(&self, answers: &Answers) -> bool {
        !self.ends && self.fields.iter().all(|f| !f.required || answers.get(f.id).is_some())
    }
}
