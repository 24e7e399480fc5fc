//! Answers that are kept but not submitted. A draft survives sign-out, restart and days away;
//! it is never thrown away by a timer of less than the days the region sets.

use super::reuse::EarlierPaper;
use crate::catalog::{Answers, ItemCode, Part};
use crate::ids::{CaseId, DraftId, PaperId, PersonId};
use crate::ledger::By;
use crate::shared::SharedProof;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A paper as cases and drafts name it. The content lies encrypted in the paper store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRef {
    pub id: PaperId,
    /// Which material it is meant for.
    pub material: String,
    /// `image/jpeg`, `image/png` or `application/pdf`, found by content.
    pub mime: String,
    /// Bytes after cleaning.
    pub size: u64,
    pub added_at: Timestamp,
    pub added_by: By,
    /// A copy of one that was handed in before.
    #[serde(default)]
    pub earlier: Option<EarlierPaper>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftState {
    Open,
    /// The receipt is shown to whoever sends the form again.
    Submitted(CaseId),
    /// Thrown away by its author.
    Dropped,
}

/// What the draft is going to be: a new case, or the answer to a return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    New,
    /// Opened again from a returned case; submitting it resubmits that case.
    Answer(CaseId),
    /// Brings a secondary material that was promised by a date (容缺受理) to a running case; its answers stay as they are.
    Supply(CaseId),
    /// Filed tonight for somebody in hospital, without a grant.
    Tonight,
    /// 免申即享: shared data prove everything, and nobody has typed anything. She says yes or no.
    Offered,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub id: DraftId,
    pub item: ItemCode,
    pub item_version: u16,
    pub purpose: Purpose,
    pub subject: PersonId,
    /// Who began it. A helper's draft is open to the elder too.
    pub begun_by: By,
    pub state: DraftState,
    pub answers: Answers,
    pub typed_by: BTreeMap<String, By>,
    pub papers: Vec<PaperRef>,
    /// Secondary materials promised for later.
    pub promised_later: Vec<String>,
    /// Materials that shared data prove, each looked up on her yes.
    #[serde(default)]
    pub shared: Vec<SharedProof>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

/// 20 files and 60 MB a case, 10 MB each.
pub const MAX_PAPERS: usize = 20;
pub const MAX_PAPER_BYTES: u64 = 10 * 1024 * 1024;
pub const MAX_CASE_BYTES: u64 = 60 * 1024 * 1024;

impl Draft {
    /// The running case this draft adds to; `None` when it is going to be a case of its own.
    pub fn adds_to(&self) -> Option<&CaseId> {
        match &self.purpose {
            Purpose::Answer(case) | Purpose::Supply(case) => Some(case),
            Purpose::New | Purpose::Tonight | Purpose::Offered => None,
        }
    }
    /// What one part of a joined matter would be as a draft of its own: its answers with who typed them, its papers.
    pub fn part(&self, part: &Part) -> Option<Draft> {
        let item = part.item.item()?;
        let answers = part.answers(&self.answers);
        let needs = item.needs(&answers);
        let wanted = |id: &str| needs.iter().any(|material| material.id == id);
        let typed = item.steps.iter().flat_map(|step| step.fields).filter_map(|field| {
            let here = part.same.iter().find(|(own, _)| *own == field.id).map_or(field.id, |(_, here)| *here);
            Some((field.id.to_owned(), self.typed_by.get(here)?.clone()))
        });
        Some(Draft {
            item: part.item,
            item_version: item.version,
            answers,
            typed_by: typed.collect(),
            papers: self.papers.iter().filter(|paper| wanted(&paper.material)).cloned().collect(),
            promised_later: self.promised_later.iter().filter(|id| wanted(id)).cloned().collect(),
            shared: self.shared.iter().filter(|proof| wanted(&proof.material)).cloned().collect(),
            ..self.clone()
        })
    }
    /// A paper is here, or shared data prove it.
    pub fn has(&self, material: &str) -> bool {
        self.papers.iter().any(|p| p.material == material) || self.proved(material).is_some()
    }
    pub fn proved(&self, material: &str) -> Option<&SharedProof> {
        self.shared.iter().find(|proof| proof.material == material)
    }
    pub fn bytes(&self) -> u64 {
        self.papers.iter().map(|p| p.size).sum()
    }
    /// Whether one more paper of `size` fits.
    pub fn takes(&self, size: u64) -> bool {
        self.papers.len() < MAX_PAPERS && self.bytes() + size <= MAX_CASE_BYTES
    }
}
