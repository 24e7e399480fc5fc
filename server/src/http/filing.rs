//! Doors of filing: each calls an act and shows a page. Errors come back as the same page with all that was typed.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::assist::compare;
use app::acts::open_draft::{Want, open_draft};
use app::acts::{change_case, keep_typed, promise, save_step, start_draft, submit_draft};
use app::caller::Caller;
use app::error::{AppError, AppResult};
use app::pages::filing::check::Numbers;
use app::pages::filing::{self as pages, words};
use app::ports::{Change, Session};
use app::ui::FieldError;
use domain::case::draft::Purpose;
use domain::case::{Draft, DraftState};
use domain::catalog::field::RawForm;
use domain::catalog::{FieldKind, FieldProblem, Item, ItemCode};
use domain::refusal::Refusal;
use std::collections::BTreeMap;

pub fn start(visit: Visit) -> Handled {
    Box::pin(async move {
        let item = ItemCode::from_slug(visit.param("item")).ok_or(AppError::NotFound)?;
        let draft = start_draft::start_draft(&visit.world, &visit.caller, item).await?;
        Ok(Answer::see(next_page(&draft)))
    })
}

/// Where a draft goes on: the first open question, then papers, then the check page.
fn next_page(draft: &Draft) -> String {
    let base = format!("/file/draft/{}", draft.id);
    match draft.item.item().and_then(|i| i.first_open(&draft.answers)) {
        Some(step) => format!("{base}/{}", step.id),
        None if needs_papers(draft) => format!("{base}/papers"),
        None => format!("{base}/check"),
    }
}

fn needs_papers(draft: &Draft) -> bool {
    draft.item.item().is_some_and(|i| !i.needs(&draft.answers).is_empty())
}

/// Place of a page in the journey: (this, all).
pub(super) fn place(item: &Item, draft: &Draft, page: &str) -> (usize, usize) {
    let path = item.path(&draft.answers);
    let papers = usize::from(needs_papers(draft));
    let all = path.len() + papers + 1;
    let now = match page {
        "papers" => path.len() + 1,
        "check" => all,
        id => path.iter().position(|s| s.id == id).map_or(1, |i| i + 1),
    };
    (now, all)
}

/// The page before this one; the guide before the first.
pub(super) fn before(item: &Item, draft: &Draft, page: &str) -> String {
    let path = item.path(&draft.answers);
    let at = match page {
        "papers" => path.len(),
        "check" => path.len() + usize::from(needs_papers(draft)),
        id => path.iter().position(|s| s.id == id).unwrap_or(0),
    };
    match at {
        0 => format!("/guide/{}", item.code.slug()),
        n if n > path.len() => format!("/file/draft/{}/papers", draft.id),
        n => path.get(n - 1).map_or_else(String::new, |s| format!("/file/draft/{}/{}", draft.id, s.id)),
    }
}

pub fn step(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Answers).await?;
        if let Some(answer) = elsewhere(&visit, &draft).await? {
            return Ok(answer);
        }
        let typed = match stashed(&visit) {
            Some(typed) => Some(typed),
            None => keep_typed::typed_before(&visit.world, &visit.caller, draft.id.as_str(), visit.param("step")).await?,
        };
        Ok(Answer::page(step_page(&visit, &draft, typed.as_ref(), Vec::new())?))
    })
}

/// What she had typed into this very page when her session ended.
pub(super) fn stashed(visit: &Visit) -> Option<RawForm> {
    visit.stashed().map(|form| form.raw())
}

/// The kept typing has become an answer; from now on the answer is shown.
pub(super) async fn forget_stash(visit: &Visit) -> AppResult<()> {
    if stashed(visit).is_none() {
        return Ok(());
    }
    let Some(session) = &visit.session else { return Ok(()) };
    let emptied = Session { stash: None, ..session.clone() };
    Ok(visit.world.store.commit(vec![Change::PutSession(Box::new(emptied))]).await?)
}

fn step_page(visit: &Visit, draft: &Draft, typed: Option<&RawForm>, errors: Vec<FieldError>) -> AppResult<String> {
    let item = draft.item.item().ok_or(AppError::NotFound)?;
    let step = item.step(visit.param("step")).filter(|s| (s.when)(&draft.answers)).ok_or(AppError::NotFound)?;
    let (now, all) = place(item, draft, step.id);
    let changing = visit.query.get("then").is_some_and(|v| v == "check") || visit.form.get("then") == "check";
    Ok(pages::step::page(
        &visit.cx,
        &pages::step::StepPage {
            item: item.code,
            draft: draft.id.as_str(),
            step,
            now,
            all,
            back: if changing { format!("/file/draft/{}/check", draft.id) } else { before(item, draft, step.id) },
            answers: &draft.answers,
            typed,
            errors,
            known: known(&visit.caller),
            changing,
            has_phone: visit.caller.subject().is_some_and(|p| p.phone.is_some()),
            speak: visit.world.hearing.there().then(|| visit.world.region.recordings.value.command_seconds),
        },
    ))
}

/// Known data are shown for confirmation, never asked from nothing.
fn known(caller: &Caller) -> RawForm {
    let mut known = BTreeMap::new();
    let person = caller.person().or_else(|| caller.subject());
    if let Some(person) = person {
        known.insert("contact-name".to_owned(), person.name.as_str().to_owned());
        if let Some(phone) = &person.phone {
            known.insert("contact-phone".to_owned(), phone.plain().to_owned());
        }
    }
    known
}

pub fn step_save(visit: Visit) -> Handled {
    Box::pin(async move {
        let form = visit.form.raw();
        let saved = save_step::save_step(&visit.world, &visit.caller, visit.param("draft"), visit.param("step"), &form).await;
        match saved {
            Ok(draft) => {
                forget_stash(&visit).await?;
                keep_typed::forget_typed(&visit.world, &visit.caller, draft.id.as_str(), visit.param("step")).await?;
                let item = draft.item.item().ok_or(AppError::NotFound)?;
                let to = if visit.form.get("then") == "check" {
                    // A changed answer may open new questions; then these come first.
                    next_page_or_check(&draft)
                } else {
                    let path = item.path(&draft.answers);
                    let at = path.iter().position(|s| s.id == visit.param("step")).map_or(path.len(), |i| i + 1);
                    match path.get(at) {
                        Some(next) => format!("/file/draft/{}/{}", draft.id, next.id),
                        None => next_page(&draft),
                    }
                };
                Ok(Answer::see(to))
            }
            Err(AppError::Fields(errors)) => {
                let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Answers).await?;
                let words = errors.iter().map(|e| told(&visit, draft.item, e)).collect();
                Ok(Answer::again(step_page(&visit, &draft, Some(&form), words)?))
            }
            Err(AppError::Refused(Refusal::AlreadySubmitted)) => {
                let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Answers).await?;
                already(&visit, &draft).await?.ok_or(AppError::NotFound)
            }
            Err(other) => Err(other),
        }
    })
}

fn next_page_or_check(draft: &Draft) -> String {
    match draft.item.item().and_then(|i| i.first_open(&draft.answers)) {
        Some(step) => format!("/file/draft/{}/{}?then=check", draft.id, step.id),
        None => format!("/file/draft/{}/check", draft.id),
    }
}

/// A field problem in words, at the field's own name.
pub(super) fn told(visit: &Visit, item: ItemCode, error: &domain::catalog::FieldError) -> FieldError {
    let label = words::label(&visit.cx, item, error.field);
    // What is chosen from a list is not "filled in".
    let problem = match item.item().and_then(|i| i.field(error.field)).map(|f| f.kind) {
        Some(kind) if kind.picked() => FieldProblem::NotListed,
        Some(FieldKind::City { .. }) if error.problem == FieldProblem::Empty => FieldProblem::NotListed,
        _ => error.problem,
    };
    FieldError::new(error.field, visit.cx.tv(problem.key(), &[("field", &label)]))
}

/// A draft that became a case leads to its receipt, whoever comes back to an old page.
pub(super) async fn already(visit: &Visit, draft: &Draft) -> AppResult<Option<Answer>> {
    match &draft.state {
        DraftState::Open => Ok(None),
        DraftState::Dropped => Err(AppError::NotFound),
        DraftState::Submitted(case) => {
            let case = visit.world.store.case(case).await?.ok_or(AppError::NotFound)?;
            Ok(Some(Answer::see(format!("/cases/{}{}", case.reference, if case_is_hers(visit, draft) { "" } else { "/receipt" }))))
        }
    }
}

/// An assistant sees receipts and no case.
fn case_is_hers(visit: &Visit, draft: &Draft) -> bool {
    supplying(draft) && visit.caller.assistant().is_none()
}

pub(super) fn supplying(draft: &Draft) -> bool {
    matches!(draft.purpose, Purpose::Supply(_))
}

/// Promised papers have one page, their list: there is no question to answer and nothing to check.
async fn elsewhere(visit: &Visit, draft: &Draft) -> AppResult<Option<Answer>> {
    let done = already(visit, draft).await?;
    Ok(done.or_else(|| supplying(draft).then(|| Answer::see(format!("/file/draft/{}/papers", draft.id)))))
}

pub fn check(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Papers).await?;
        if let Some(answer) = elsewhere(&visit, &draft).await? {
            return Ok(answer);
        }
        // Not everything is answered yet: the open question comes first.
        let item = draft.item.item().ok_or(AppError::NotFound)?;
        if item.first_open(&draft.answers).is_some() {
            return Ok(Answer::see(next_page(&draft)));
        }
        Ok(Answer::page(check_page(&visit, &draft, Vec::new())?))
    })
}

/// Only an assistant compares a number before sending.
pub(super) fn numbers(visit: &Visit, draft: &Draft) -> Numbers {
    if visit.caller.assistant().is_none() {
        Numbers::NotNeeded
    } else if compare::compared_for(&visit.world, &visit.caller, draft) {
        Numbers::Same
    } else {
        Numbers::ToCompare
    }
}

fn check_page(visit: &Visit, draft: &Draft, errors: Vec<FieldError>) -> AppResult<String> {
    let item = draft.item.item().ok_or(AppError::NotFound)?;
    let subject = visit.caller.subject().ok_or(AppError::SignIn)?;
    let (now, all) = place(item, draft, "check");
    let own = visit.caller.person().is_some_and(|p| p.id == subject.id);
    let whose = if own { subject.name.as_str().to_owned() } else { subject.name.masked() };
    let promised = words::date(&visit.cx, promise::promised(&visit.world, item, &draft.answers));
    let back = before(item, draft, "check");
    Ok(pages::check::page(
        &visit.cx,
        &pages::check::CheckPage { item, draft, now, all, back, whose, promised, errors, numbers: numbers(visit, draft) },
    ))
}

pub fn submit(visit: Visit) -> Handled {
    Box::pin(async move {
        let signed = visit.form.get("signed") == "yes";
        let id = visit.param("draft").to_owned();
        match submit_draft::submit_draft(&visit.world, &visit.caller, &id, signed, |to| visit.once(to)).await {
            Ok(case) => Ok(Answer::see(format!("/cases/{}/receipt", case.reference))),
            Err(AppError::Refused(
                refusal @ (Refusal::CommitmentNotSigned
                | Refusal::PapersMissing
                | Refusal::AnswersMissing
                | Refusal::FilingLocked
                | Refusal::NumbersNotCompared),
            )) => {
                let (draft, _) = open_draft(&visit.world, &visit.caller, &id, Want::Papers).await?;
                let field = if refusal == Refusal::CommitmentNotSigned { "signed" } else { "" };
                let errors = vec![FieldError::new(field, visit.cx.t(refusal.key()))];
                Ok(Answer::again(check_page(&visit, &draft, errors)?))
            }
            Err(other) => Err(other),
        }
    })
}

pub fn drop_ask(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Drop).await?;
        Ok(Answer::page(pages::drop_draft::page(&visit.cx, draft.id.as_str(), draft.item.slug())))
    })
}

pub fn drop_do(visit: Visit) -> Handled {
    Box::pin(async move {
        let (mut draft, subject) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Drop).await?;
        if draft.state != DraftState::Open || draft.purpose != Purpose::New {
            return Err(Refusal::AlreadySubmitted.into());
        }
        draft.state = DraftState::Dropped;
        let note =
            app::acts::tell::ledger(&visit.world, visit.caller.by(), subject, "drop-draft", draft.id.as_str(), draft.item.slug(), "");
        let mut changes = vec![Change::SaveDraft(Box::new(draft)), note];
        changes.extend(visit.once("/my-cases"));
        visit.world.store.commit(changes).await?;
        Ok(Answer::see("/my-cases"))
    })
}

/// A returned case is opened as a draft again.
pub fn answer_return(visit: Visit) -> Handled {
    Box::pin(async move {
        let draft = change_case::answer_return(&visit.world, &visit.caller, visit.param("reference")).await?;
        Ok(Answer::see(format!("/file/draft/{}/check", draft.id)))
    })
}
