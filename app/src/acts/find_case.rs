//! A clerk has a number before her: the whole one, or its last digits as somebody read them out. Only inside her own area; what
//! lies elsewhere is not told apart from what does not exist. Opens nothing: the page of the case writes down who looked.

use super::at_desk::Clerk;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{CaseRow, World};
use domain::judge::{Act, may};
use domain::person::typing;
use domain::reference::{Reference, ReferenceError};
use std::collections::BTreeMap;

/// Fewer digits would name half the county.
pub const LEAST: usize = 4;
const MOST: u64 = 20;

/// A case of that number, with the masked name of the person.
#[derive(Debug, Clone)]
pub struct Named {
    pub row: CaseRow,
    pub name: String,
}

#[derive(Debug, Clone)]
pub enum Found {
    One(String),
    /// Several end like this; none is possible, too.
    Some(Vec<Named>),
    /// What was typed is no number of ours, by the key of the sentence.
    NoNumber(&'static str),
}

/// What is wrong with the number, and what helps.
fn sentence(error: ReferenceError) -> &'static str {
    match error {
        ReferenceError::Empty => "desk-find-empty",
        ReferenceError::Letters => "desk-find-letters",
        ReferenceError::WrongLength { got } if got < LEAST => "desk-find-short",
        ReferenceError::WrongLength { .. } => "desk-find-long",
        ReferenceError::NotOurDigit => "desk-find-digit",
        ReferenceError::WrongCheck => "desk-find-check",
    }
}

pub async fn find_case(world: &World, caller: &Caller, typed: &str) -> AppResult<Found> {
    let clerk = Clerk::of(caller)?;
    let digits = match Reference::parse(typed) {
        Ok(whole) => whole.digits().to_owned(),
        // The last digits, as somebody read them out.
        Err(ReferenceError::WrongLength { got }) if (LEAST..10).contains(&got) => typing::squeeze(typed).replace("YB", ""),
        Err(error) => return Ok(Found::NoNumber(sentence(error))),
    };
    if !digits.bytes().all(|digit| (b'2'..=b'8').contains(&digit)) {
        return Ok(Found::NoNumber(sentence(ReferenceError::NotOurDigit)));
    }
    let digits = digits.as_str();
    let mut rows = world.store.cases_ending(&clerk.reviewer.desk, digits, MOST).await?;
    if rows.len() == 1 {
        let Some(case) = world.store.case(&rows.remove(0).id).await? else { return Ok(Found::Some(Vec::new())) };
        let subject = world.store.person(&case.subject).await?;
        let opens = subject.is_some_and(|s| may(&clerk.actor(), s.subject(), Act::OpenCase(&case), world.now()).is_ok());
        return Ok(if opens { Found::One(case.reference) } else { Found::Some(Vec::new()) });
    }
    let people = world.store.people(&rows.iter().map(|row| row.subject.clone()).collect::<Vec<_>>()).await?;
    let names: BTreeMap<_, _> = people.iter().map(|p| (&p.id, p.name.masked())).collect();
    let named = |row: CaseRow| Named { name: names.get(&row.subject).cloned().unwrap_or_default(), row };
    Ok(Found::Some(rows.into_iter().map(named).collect()))
}
