//! The steps of the three tiers: accept, review, approve, refuse, confirm, pass a sample, revoke.
//! Each is one commit: the case, the ledger, and what she is told.

use super::at_desk::{self, Clerk};
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Verified, World};
use domain::case::{Case, CaseAct};
use domain::catalog::money::parse_fen;
use domain::catalog::{FieldError, FieldProblem, Outcome, Record};
use domain::ids::PersonId;
use domain::notice::NoticeKind;
use domain::person::{IdNumber, Name};
use domain::refusal::Refusal;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    Accept,
    /// 容缺受理: secondary materials by a date.
    AcceptWithDeferral {
        materials: Vec<String>,
        due: Option<Date>,
    },
    Review,
    /// The sum as typed, where the item pays.
    Approve {
        sum: String,
    },
    Refuse {
        reason: String,
    },
    Confirm,
    PassSample,
    Revoke {
        reason: String,
    },
}

/// What the county's yes changes in her record, or the record that it makes for her child. A number that another record has is not
/// given twice: those two are one person, and a supervisor makes them one.
async fn into_the_record(world: &World, case: &Case, subject: &Person) -> AppResult<Vec<Change>> {
    let mut person = subject.clone();
    let mut child = Child::default();
    for (field, record) in case.item.item().map(|item| item.writes).unwrap_or_default() {
        let Some(answer) = case.answers.get(field) else { continue };
        match record {
            Record::Name => person.name = Name::parse(answer).map_err(|_| Refusal::AnswersMissing)?,
            Record::IdNumber => {
                person.id_number = number(world, answer, Some(subject)).await?;
            }
            Record::ChildName => child.name = Some(Name::parse(answer).map_err(|_| Refusal::AnswersMissing)?),
            Record::ChildNumber => child.number = Some(number(world, answer, None).await?),
        }
    }
    let hers = (person != *subject).then(|| Change::SavePerson(Box::new(person)));
    let childs = child.record(world, subject).map(|child| Change::SavePerson(Box::new(child)));
    Ok(hers.into_iter().chain(childs).collect())
}

/// As written, and nobody else's.
async fn number(world: &World, answer: &str, whose: Option<&Person>) -> AppResult<IdNumber> {
    let number = IdNumber::parse(answer, world.today()).map_err(|_| Refusal::AnswersMissing)?;
    let other = world.store.person_by_number(&number).await?;
    match other.is_some_and(|other| whose.is_none_or(|whose| other.id != whose.id)) {
        true => Err(Refusal::NumberOfAnother.into()),
        false => Ok(number),
    }
}

/// A child that had no record: insured here from now on, of its parent's household, with no phone of its own.
#[derive(Default)]
struct Child {
    name: Option<Name>,
    number: Option<IdNumber>,
}

impl Child {
    fn record(self, world: &World, parent: &Person) -> Option<Person> {
        let (name, id_number) = (self.name?, self.number?);
        let id = PersonId::new(world.new_id());
        let verified = Verified::ByClerk;
        Some(Person { id, name, id_number, phone: None, insured: true, alive: true, verified, version: 0, ..parent.clone() })
    }
}

pub async fn decide_case(world: &World, caller: &Caller, reference: &str, decision: Decision, once: Option<Change>) -> AppResult<Case> {
    let clerk = Clerk::of(caller)?;
    let (found, role) = at_desk::step(world, clerk, reference).await?;
    let (mut case, subject) = (found.case, found.subject);
    let (now, today, by) = (world.now(), world.today(), clerk.by());
    // What a board decides is decided on its day; papers may be asked for before.
    let decides = matches!(decision, Decision::Approve { .. } | Decision::Refuse { .. });
    if decides && promise::board_day(world, &case).is_some_and(|board| today < board) {
        return Err(Refusal::BoardNotYet.into());
    }
    let (act, kind) = match decision {
        Decision::Accept => {
            let yes = case.village_yes();
            case.accept(&[], None, today, role, by, now)?;
            (yes, if yes == CaseAct::Finish { NoticeKind::CaseInForce } else { NoticeKind::CaseAccepted })
        }
        Decision::AcceptWithDeferral { materials, due } => {
            case.accept(&materials, due, today, role, by, now)?;
            (CaseAct::Accept, NoticeKind::DeferralDue)
        }
        Decision::Review => {
            case.apply(CaseAct::Review, role, by, None, now)?;
            (CaseAct::Review, NoticeKind::CaseReviewed)
        }
        Decision::Approve { sum } => {
            if matches!(case.item.item().map(|item| item.outcome), Some(Outcome::Money { .. })) {
                let wrong = |problem| AppError::Fields(vec![FieldError { field: "sum", problem }]);
                let fen = parse_fen(&sum).ok_or_else(|| wrong(if sum.is_empty() { FieldProblem::Empty } else { FieldProblem::NotASum }))?;
                case.set_sum(fen).map_err(wrong)?;
            }
            let region = &world.region;
            let (months, lock) = (i32::from(region.temporary_months.value), i32::from(region.commitment_lock_months.value));
            case.approve(months, lock, today, role, by, now)?;
            (CaseAct::Approve, NoticeKind::CaseInForce)
        }
        Decision::Refuse { reason } => {
            case.end_with_reason(CaseAct::Refuse, &reason, role, by, now)?;
            (CaseAct::Refuse, NoticeKind::CaseRefused)
        }
        Decision::Confirm => {
            case.apply(CaseAct::Confirm, role, by, None, now)?;
            (CaseAct::Confirm, NoticeKind::CaseConfirmed)
        }
        Decision::PassSample => {
            case.apply(CaseAct::PassSample, role, by, None, now)?;
            (CaseAct::PassSample, NoticeKind::CaseConfirmed)
        }
        Decision::Revoke { reason } => {
            case.end_with_reason(CaseAct::Revoke, &reason, role, by, now)?;
            (CaseAct::Revoke, NoticeKind::CaseRevoked)
        }
    };
    if let Some(tier) = case.state.tier() {
        case.step_due = promise::step_due_of(world, &case, tier);
    }
    let moved = at_desk::route(world, &mut case, &subject).await?;
    let mut words = promise::words_for(&case);
    if let (NoticeKind::DeferralDue, Some(last)) = (kind, case.deferrals.iter().map(|d| d.due).max()) {
        words.retain(|(name, _)| *name != "date");
        words.push(("date", last.to_string()));
    }
    let mut changes = vec![tell::ledger(world, clerk.by(), &subject, act.key(), case.id.as_str(), case.item.slug(), "")];
    if case.state.in_force() && act == CaseAct::Approve {
        changes.extend(into_the_record(world, &case, &subject).await?);
        changes.extend(super::end_filing::replaced_by(world, &subject, &case).await?);
    }
    changes.extend(moved);
    changes.extend(tell::tell_of_case(world, &subject, &case, kind, &words).await?);
    changes.extend(once);
    changes.push(Change::SaveCase(Box::new(case.clone())));
    world.store.commit(changes).await?;
    Ok(case)
}
