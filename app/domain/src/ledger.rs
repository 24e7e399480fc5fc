//! What is written down about each act: who, for whom, what, by which right, why. Append-only.
//! Never holds an answer, a number or a text a person typed; the chain itself lives in the server.

use crate::ids::{PersonId, StaffId};
use serde::{Deserialize, Serialize};

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// The person the matter belongs to.
    Herself(PersonId),
    /// A helper inside a grant.
    Helper {
        helper: PersonId,
        grant: crate::ids::GrantId,
    },
    /// Somebody with a verified name who filed an emergency without a grant.
    Bystander(PersonId),
    /// A clerk for the person who stands before the desk.
    Counter(StaffId),
    /// 帮办人员, for the person beside her.
    Assistant(StaffId),
    Staff(StaffId),
    /// A rule of the system: a timer, a decision at once.
    Rule,
}

impl By {
    pub fn kind(&self) -> &'static str {
        match self {
            By::Herself(_) => "herself",
            By::Helper { .. } => "helper",
            By::Bystander(_) => "bystander",
            By::Counter(_) => "counter",
            By::Assistant(_) => "assistant",
            By::Staff(_) => "staff",
            By::Rule => "rule",
        }
    }
    /// Stable name of the actor for the chain; empty for the rule.
    pub fn actor_id(&self) -> &str {
        match self {
            By::Herself(p) | By::Bystander(p) => p.as_str(),
            By::Helper { helper, .. } => helper.as_str(),
            By::Counter(s) | By::Assistant(s) | By::Staff(s) => s.as_str(),
            By::Rule => "",
        }
    }
    /// The person whose fingers moved, if it was a resident.
    pub fn person(&self) -> Option<&PersonId> {
        match self {
            By::Herself(p) | By::Bystander(p) => Some(p),
            By::Helper { helper, .. } => Some(helper),
            _ => None,
        }
    }
    pub fn staff(&self) -> Option<&StaffId> {
        match self {
            By::Counter(s) | By::Assistant(s) | By::Staff(s) => Some(s),
            _ => None,
        }
    }
}

/// One line to be chained. `act` is verb_noun; `scope` and `reason` are keys, not prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// Six digits; each county has its own chain per day.
    pub county: String,
    pub by: By,
    /// The person the matter belongs to; none for acts on accounts of staff.
    pub subject: Option<PersonId>,
    pub act: String,
    /// Case, draft, grant or paper the act touched.
    pub object: String,
    pub scope: String,
    pub reason: String,
}
