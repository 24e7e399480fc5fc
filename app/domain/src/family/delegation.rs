//! Who may do an item for somebody else: relations, letter, face, age, and what nobody may do for another. Regions differ,
//! so each rule is a row of data. A rule only narrows what grant and judge allow; nothing here opens anything.

use super::grant::Grant;
use crate::person::Relation;
use crate::refusal::Refusal;
use crate::region::Trust;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The row for every item that has none of its own.
pub const DEFAULT: &str = "default";

/// Source: services.md §11.4.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// The item's slug, or `default`.
    pub item: String,
    /// What the helper may be to the elder: `child`, `spouse` …
    pub relations: Vec<String>,
    /// 授权委托书 with the grant.
    pub letter_required: bool,
    /// Somebody of the office has seen the elder herself.
    pub face_required: bool,
    /// Full years of whoever acts.
    pub agent_min_age: u16,
    /// What nobody may do for another: `file`, `hand-in-papers`, `take-back`.
    pub reserved: Vec<String>,
    /// May 帮办人员 do it with her beside them?
    pub assistants: bool,
    /// `false`: seen elsewhere and kept for whoever decides here; never applied.
    pub applies: bool,
    pub source: String,
    pub effective: Date,
    pub trust: Trust,
}

/// What is done for another, as the rows speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delegated {
    File,
    HandInPapers,
    TakeBack,
}

impl Delegated {
    pub const ALL: [Self; 3] = [Self::File, Self::HandInPapers, Self::TakeBack];
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::HandInPapers => "hand-in-papers",
            Self::TakeBack => "take-back",
        }
    }
}

impl Delegation {
    fn open(&self, act: Delegated) -> Result<(), Refusal> {
        if self.reserved.iter().any(|r| r == act.key()) { Err(Refusal::ReservedToHerself) } else { Ok(()) }
    }

    /// A helper inside her grant. `age`: her full years today.
    pub fn allows_helper(&self, act: Delegated, grant: &Grant, age: u16) -> Result<(), Refusal> {
        self.open(act)?;
        if age < self.agent_min_age {
            return Err(Refusal::AgentTooYoung);
        }
        if !self.relations.contains(&grant.relation) {
            return Err(Refusal::RelationNotAllowed);
        }
        if self.letter_required && grant.letter.is_none() {
            return Err(Refusal::LetterMissing);
        }
        if self.face_required && !grant.she_was_seen() {
            return Err(Refusal::ElderNotSeenYet);
        }
        Ok(())
    }

    /// An assistant with the person beside her: no letter is needed, she is there to say so herself.
    pub fn allows_assistant(&self, act: Delegated, face_checked: bool) -> Result<(), Refusal> {
        self.open(act)?;
        if !self.assistants {
            return Err(Refusal::ItemNotForAssistants);
        }
        if self.face_required && !face_checked { Err(Refusal::FaceNotChecked) } else { Ok(()) }
    }

    pub fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        for relation in self.relations.iter().filter(|r| Relation::from_slug(r).is_none()) {
            found.push(format!("no such relation: {relation}"));
        }
        for act in self.reserved.iter().filter(|a| !Delegated::ALL.iter().any(|d| d.key() == a.as_str())) {
            found.push(format!("no such act: {act}"));
        }
        if self.agent_min_age < 18 {
            found.push("agent_min_age below 18".to_owned());
        }
        if self.applies && self.relations.is_empty() && !self.assistants && self.reserved.len() < Delegated::ALL.len() {
            found.push("nobody may act for another, but it does not say so in reserved".to_owned());
        }
        if self.source.trim_ascii().is_empty() {
            found.push("the source is missing".to_owned());
        }
        found
    }
}

/// The row that holds on a day: of the item, else of all items; the newest that has begun, else the first that will.
pub fn rule_for<'a>(rows: &'a [Delegation], item: &str, today: Date) -> Option<&'a Delegation> {
    let newest = |item: &str| {
        let mut own: Vec<&Delegation> = rows.iter().filter(|row| row.applies && row.item == item).collect();
        own.sort_by_key(|row| row.effective);
        let begun = own.iter().rev().find(|row| row.effective <= today).copied();
        begun.or_else(|| own.first().copied())
    };
    newest(item).or_else(|| newest(DEFAULT))
}

#[cfg(test)]
mod tests;
