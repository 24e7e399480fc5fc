//! 满意度问卷: five short questions for elders, about the service and not about a desk. Only counts are kept; nothing here
//! could name a person.

use super::level::keyed;
use serde::{Deserialize, Serialize};

keyed! {
    Question {
        Find => "find",
        See => "see",
        Hear => "hear",
        Quick => "quick",
        Help => "help",
    }
}

impl Question {
    /// In which place it is asked, from one.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|q| *q == self).map_or(1, |at| at + 1)
    }
    pub fn next(self) -> Option<Question> {
        Self::ALL.get(self.place()).copied()
    }
}

keyed! {
    Answer {
        Yes => "yes",
        Partly => "partly",
        No => "no",
    }
}

/// How often an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SurveyCount {
    pub question: Question,
    pub answer: Answer,
    pub given: u64,
}
