//! Who stands at the door, loaded once per request by the server. Pages and acts read it; nothing here decides.

use crate::ports::{Person, Present, Session, Staff};
use domain::family::Grant;
use domain::ids::PersonId;
use domain::judge::{Actor, Presence};
use domain::ledger::By;
use domain::review::{Reviewer, Ties};

/// A resident who acts for an elder.
#[derive(Debug, Clone)]
pub struct Acting {
    pub grant: Grant,
    pub elder: Person,
}

impl Acting {
    /// Text key of what the elder is to the helper: 「母亲」.
    pub fn relation_key(&self) -> String {
        let relation = domain::person::Relation::from_slug(&self.grant.relation);
        relation.map_or_else(String::new, |r| r.inverse().word_key(self.elder.id_number.is_female()))
    }
}

/// A clerk with a person before her.
#[derive(Debug, Clone)]
pub struct Intake {
    pub present: Present,
    pub person: Person,
    pub ties: Ties,
}

impl Intake {
    /// For the judge: only what an assistant recorded counts as somebody beside her.
    pub fn presence(&self) -> Option<Presence<'_>> {
        let beside = self.present.beside.as_ref()?;
        Some(Presence { person: &self.present.person, card_checked: self.present.card_checked, beside })
    }
}

#[derive(Debug, Clone)]
pub enum Caller {
    Anonymous,
    Resident { person: Box<Person>, acting: Option<Box<Acting>>, session: Box<Session> },
    Staff { staff: Box<Staff>, reviewer: Box<Reviewer>, intake: Option<Box<Intake>>, session: Box<Session> },
}

impl Caller {
    /// The actor for the judge.
    pub fn actor(&self) -> Actor<'_> {
        match self {
            Caller::Anonymous => Actor::Anonymous,
            Caller::Resident { person, acting: Some(acting), .. } => {
                Actor::Helper { id: &person.id, verified: person.verified(), grant: &acting.grant }
            }
            Caller::Resident { person, .. } => Actor::Resident { id: &person.id, verified: person.verified() },
            Caller::Staff { reviewer, intake, .. } if reviewer.kind.assists() => Actor::Assistant {
                worker: reviewer,
                present: intake.as_ref().and_then(|i| i.presence()),
                ties: intake.as_ref().map(|i| i.ties).unwrap_or_default(),
            },
            Caller::Staff { reviewer, intake: Some(intake), .. } => Actor::Counter {
                clerk: reviewer,
                present: &intake.present.person,
                card_checked: intake.present.card_checked,
                ties: intake.ties,
            },
            Caller::Staff { reviewer, .. } => Actor::Staff(reviewer),
        }
    }

    /// The person whose matter is open: herself, the elder she helps, or the one who stands at the counter.
    pub fn subject(&self) -> Option<&Person> {
        match self {
            Caller::Anonymous => None,
            Caller::Resident { acting: Some(acting), .. } => Some(&acting.elder),
            Caller::Resident { person, .. } => Some(person),
            Caller::Staff { intake, .. } => intake.as_ref().map(|i| &i.person),
        }
    }

    /// The grant under which she acts for an elder.
    pub fn grant(&self) -> Option<&Grant> {
        match self {
            Caller::Resident { acting: Some(acting), .. } => Some(&acting.grant),
            _ => None,
        }
    }

    /// The signed-in resident herself, whoever she acts for.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Caller::Resident { person, .. } => Some(person),
            _ => None,
        }
    }

    pub fn staff(&self) -> Option<(&Staff, &Reviewer)> {
        match self {
            Caller::Staff { staff, reviewer, .. } => Some((staff, reviewer)),
            _ => None,
        }
    }

    /// An assistant, whoever is beside her.
    pub fn assistant(&self) -> Option<(&Staff, &Reviewer)> {
        self.staff().filter(|(staff, _)| staff.kind.assists())
    }

    /// Where her work begins.
    pub fn desk(&self) -> &'static str {
        if self.assistant().is_some() { "/assist" } else { "/staff" }
    }

    pub fn session(&self) -> Option<&Session> {
        match self {
            Caller::Anonymous => None,
            Caller::Resident { session, .. } | Caller::Staff { session, .. } => Some(session),
        }
    }

    /// How the act is written into case and ledger.
    pub fn by(&self) -> By {
        match self {
            Caller::Anonymous => By::Rule,
            Caller::Resident { person, acting: Some(acting), .. } => {
                By::Helper { helper: person.id.clone(), grant: acting.grant.id.clone() }
            }
            Caller::Resident { person, .. } => By::Herself(person.id.clone()),
            Caller::Staff { staff, intake: Some(_), .. } if staff.kind.assists() => By::Assistant(staff.id.clone()),
            Caller::Staff { staff, intake: Some(_), .. } => By::Counter(staff.id.clone()),
            Caller::Staff { staff, .. } => By::Staff(staff.id.clone()),
        }
    }

    /// What a form token is bound to, so that a form opened for one person cannot be sent for another.
    pub fn subject_id(&self) -> Option<&PersonId> {
        self.subject().map(|p| &p.id)
    }
}
