//! A slip of the pen, set right by a clerk with the applicant's yes, instead of a return. Old and new stay on record.

use super::at_desk::{self, Clerk};
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::case::{Case, CaseAct};
use domain::catalog::field::RawForm;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

/// How she said yes; the words are texts (`agreed-…`).
pub const AGREED: &[&str] = &["at-desk", "by-phone", "by-message"];

pub async fn correct_case(
    world: &World,
    caller: &Caller,
    reference: &str,
    field: &str,
    typed: &RawForm,
    agreed: &str,
    once: Option<Change>,
) -> AppResult<Case> {
    let clerk = Clerk::of(caller)?;
    let (found, role) = at_desk::step(world, clerk, reference).await?;
    let (mut case, subject) = (found.case, found.subject);
    let field = case.correctable().into_iter().find(|f| f.id == field).ok_or(Refusal::NotInThisState)?;
    if !AGREED.contains(&agreed) {
        return Err(Refusal::ApplicantMustAgree.into());
    }
    let new = field.read_for(typed, &case.answers, world.today(), subject.phone.is_some()).map_err(|e| AppError::Fields(vec![e]))?;
    let new = new.ok_or(Refusal::ReturnNeedsContent)?;
    case.correct(field.id, new, agreed, role, clerk.by(), world.now())?;
    let mut changes = vec![
        Change::SaveCase(Box::new(case.clone())),
        tell::ledger(world, clerk.by(), &subject, CaseAct::Correct.key(), case.id.as_str(), field.id, agreed),
    ];
    changes.extend(tell::tell_of_case(world, &subject, &case, NoticeKind::CaseCorrected, &promise::words_for(&case)).await?);
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(case)
}
