//! The life of a case as pure functions: born from a draft, moved by acts. Each returns the new case or a refusal;
//! saving, telling and chaining are the acts' matter.
//! One file although it is long: each function is one way to move a case, and they are read against each other.

use super::draft::Purpose;
use super::{
    Case, CaseAct, CaseState, Channel, Correction, Deferral, Draft, Event, FiledBy, Hold, Missing, Return, Role, Sheet, StepDone, Validity,
    transition,
};
use crate::catalog::{Answers, Field, FieldKind, FieldProblem, Form, Item, Outcome, Pace, Route, Term};
use crate::ids::{AreaCode, CaseId, StaffId};
use crate::ledger::By;
use crate::refusal::Refusal;
use crate::review::Tier;
use crate::shared::SharedProof;
use jiff::Timestamp;
use jiff::civil::Date;

/// Regional values a birth needs. All of them are data with a source.
#[derive(Debug, Clone)]
pub struct BirthRules {
    pub undo_minutes: i64,
    pub temporary_months: i32,
    pub commitment_lock_months: i32,
    pub promised: Date,
    pub step_due: Date,
    pub confirm_due: Date,
    /// Whether chance picked this one for a sample.
    pub sampled: bool,
    pub today: Date,
}

/// What is still missing before this draft can be submitted: step ids, then material ids.
pub fn gaps(item: &Item, draft: &Draft) -> (Vec<&'static str>, Vec<&'static str>) {
    let steps = item.path(&draft.answers).into_iter().filter(|s| !s.answered(&draft.answers)).map(|s| s.id).collect();
    let materials = item
        .needs(&draft.answers)
        .into_iter()
        .filter(|m| !draft.has(m.id))
        .filter(|m| m.main || !draft.promised_later.iter().any(|l| l == m.id))
        .map(|m| m.id)
        .collect();
    (steps, materials)
}

/// A draft becomes a case. `signed`: the commitment was signed with this submission.
#[allow(clippy::too_many_arguments)]
pub fn submit(
    item: &Item,
    draft: &Draft,
    id: CaseId,
    reference: String,
    village: AreaCode,
    filed_by: FiledBy,
    signed: bool,
    rules: &BirthRules,
    now: Timestamp,
) -> Result<Case, Refusal> {
    let (steps, materials) = gaps(item, draft);
    if !steps.is_empty() {
        return Err(Refusal::AnswersMissing);
    }
    if !materials.is_empty() {
        return Err(Refusal::PapersMissing);
    }
    let commitment = (item.commitment)(&draft.answers);
    if commitment.is_some() && !signed {
        return Err(Refusal::CommitmentNotSigned);
    }
    let tonight = filed_by.channel == Channel::Tonight;
    let offered = draft.purpose == Purpose::Offered;
    let (state, step_due) = match (item.route)(&draft.answers) {
        Route::AtOnce if tonight => (CaseState::InForceToConfirm, rules.confirm_due),
        // Another office's record proves it and no paper is left to judge, so her yes puts it in force. What a board would have
        // decided the county looks at each time, in force meanwhile; of what waits for no board it looks at the usual sample.
        _ if offered && (rules.sampled || (item.pace)(&draft.answers) == Pace::Board) => (CaseState::InForceSampled, rules.step_due),
        _ if offered => (CaseState::InForce, rules.promised),
        Route::AtOnce if rules.sampled => (CaseState::InForceSampled, rules.step_due),
        Route::AtOnce => (CaseState::InForce, rules.promised),
        Route::OneDesk | Route::Tiers => (CaseState::Settling, rules.step_due),
    };
    let answers = kept(item, &draft.answers);
    let deferrals = draft
        .promised_later
        .iter()
        .filter(|m| !draft.has(m))
        .map(|m| Deferral { material: m.clone(), due: rules.promised, received_at: None, reminded: false })
        .collect();
    let by = filed_by.by.clone();
    let validity = state.in_force().then(|| validity(item, &answers, commitment.is_some(), rules)).flatten();
    let case = Case {
        state,
        answers,
        typed_by: draft.typed_by.clone(),
        papers: draft.papers.clone(),
        shared: proofs(item, draft),
        commitment: commitment.map(str::to_owned),
        settles_at: now.checked_add(jiff::SignedDuration::from_mins(rules.undo_minutes)).unwrap_or(now),
        promised: rules.promised,
        step_due,
        validity,
        deferrals,
        events: vec![Event { at: now, act: CaseAct::Submit, by, words: None }],
        ..Case::begun(id, reference, item.code, draft.subject.clone(), village, filed_by, now)
    };
    // Until it is sent it lies where it is going to.
    let desk = case.home(state.tier().unwrap_or(Tier::Village));
    Ok(Case { desk, ..case })
}

/// Only what these answers still ask for: nothing that was looked up is handed on without need.
fn proofs(item: &Item, draft: &Draft) -> Vec<SharedProof> {
    let needs = item.needs(&draft.answers);
    draft.shared.iter().filter(|proof| needs.iter().any(|m| m.id == proof.material)).cloned().collect()
}

/// Only the answers that the path really asks: changing the type drops what no longer belongs.
fn kept(item: &Item, answers: &Answers) -> Answers {
    let mut kept = Answers::default();
    for field in item.path(answers).iter().flat_map(|s| s.fields) {
        if let Some(value) = answers.get(field.id) {
            kept.set(field.id, value);
        }
    }
    kept
}

pub fn validity(item: &Item, answers: &Answers, by_commitment: bool, rules: &BirthRules) -> Option<Validity> {
    term_of(item, answers, by_commitment, rules.temporary_months, rules.commitment_lock_months, rules.today)
}

/// From when until when, by the months the region sets; nothing for what is done once.
pub fn term_of(
    item: &Item,
    answers: &Answers,
    by_commitment: bool,
    temporary_months: i32,
    lock_months: i32,
    today: Date,
) -> Option<Validity> {
    let from = answers.get("start").and_then(|d| d.parse().ok()).unwrap_or(today);
    let months = |n| crate::catalog::field::plus_months(from, n);
    let until = match (item.term)(answers) {
        Term::Once => return None,
        Term::UntilChanged => None,
        Term::Temporary => {
            let least = months(temporary_months);
            let asked = answers.get("end").and_then(|d| d.parse::<Date>().ok());
            Some(asked.map_or(least, |end| end.max(least)))
        }
    };
    let locked = by_commitment && until.is_none();
    Some(Validity { from, until, locked_until: locked.then(|| months(lock_months)) })
}

impl Case {
    /// Moves the case by an act that needs no more than role and state.
    pub fn apply(&mut self, act: CaseAct, role: Role, by: By, words: Option<String>, now: Timestamp) -> Result<(), Refusal> {
        if matches!(act, CaseAct::TakeBack | CaseAct::Undo) && !self.undo_open(now) {
            return Err(Refusal::UndoOver);
        }
        let next = transition(self.state, act, role).ok_or(Refusal::NotInThisState)?;
        if let (Some(staff), Some(tier), true) = (by.staff(), self.state.tier(), next != self.state) {
            self.steps.push(StepDone { tier, by: staff.clone(), at: now });
        }
        let before = std::mem::replace(&mut self.state, next);
        if next.closed() || next == CaseState::Returned {
            self.validity = self.validity.filter(|_| !next.closed());
        }
        // A step that stays where it is stays at the desk it lies at, also after it climbed.
        if let Some(tier) = next.tier().filter(|_| next != before || act == CaseAct::Resubmit) {
            self.desk = self.home(tier);
        }
        // Another step is another clerk's.
        if next != before {
            self.kept_for = None;
        }
        // A correction, a paper or an envelope that arrives does not take the case out of the clerk's hands.
        if !matches!(act, CaseAct::Correct | CaseAct::Supply | CaseAct::SheetCame) {
            self.hold = None;
        }
        self.events.push(Event { at: now, act, by, words });
        Ok(())
    }

    /// A newer filing holds in its place.
    pub fn replace(&mut self, newer: &CaseId, now: Timestamp) -> Result<(), Refusal> {
        let aside = super::SetAside { by: newer.clone(), state: self.state, validity: self.validity };
        self.apply(CaseAct::Replace, Role::Rule, By::Rule, None, now)?;
        self.set_aside = Some(aside);
        Ok(())
    }

    /// That newer filing was undone within its minutes: this one holds again, as it did before.
    pub fn reinstate(&mut self, undone: &CaseId, now: Timestamp) -> Result<(), Refusal> {
        let aside = self.set_aside.clone().filter(|aside| aside.by == *undone).ok_or(Refusal::NotInThisState)?;
        self.apply(CaseAct::Reinstate, Role::Rule, By::Rule, None, now)?;
        // The table knows the way back; whether a sample or a question was open then only the record knows.
        (self.state, self.validity, self.set_aside) = (aside.state, aside.validity, None);
        if let Some(step) = self.state.tier() {
            self.desk = self.home(step);
        }
        Ok(())
    }

    /// The desk of a step: of that tier where she is insured; what one desk does alone may name a wider one. The first step may lie at
    /// the site that took it in.
    pub fn home(&self, step: Tier) -> AreaCode {
        let own = self.item.item().filter(|_| step == Tier::Village).map_or(step, |item| (item.desk)(&self.answers));
        match &self.site {
            Some(site) if own.max(step) == Tier::Village => site.clone(),
            _ => self.village.at(own.max(step)),
        }
    }

    /// The desk below did not manage in time: it lies higher than where its step is at home.
    pub fn climbed(&self) -> bool {
        self.state.tier().is_some_and(|step| self.desk.tier() > self.home(step).tier())
    }

    /// Waits for the monthly board since this day; none where no board decides, or the county does not have it yet.
    pub fn ready_for_board(&self) -> Option<Date> {
        let board = self.state == CaseState::AtCounty && self.item.item().is_some_and(|item| (item.pace)(&self.answers) == Pace::Board);
        let ready = self.events.iter().rev().find(|event| event.act == CaseAct::Review).map_or(self.submitted_at, |event| event.at);
        board.then(|| crate::calendar::china_date(ready))
    }

    /// One clerk at a time. Taking it again prolongs one's own hold.
    pub fn take(&mut self, clerk: &StaffId, now: Timestamp, minutes: i64) -> Result<(), Refusal> {
        if self.holder(now).is_some_and(|h| h != clerk) {
            return Err(Refusal::HeldByColleague);
        }
        let until = now.checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap_or(now);
        self.hold = Some(Hold { by: clerk.clone(), until });
        Ok(())
    }

    /// 一次性告知: everything missing, once. A second return may name only what was not visible the first time,
    /// or a material that the answer to the first return newly called for; all else only with a supervisor's reason.
    pub fn give_back(&mut self, missing: Vec<Missing>, role: Role, by: By, now: Timestamp) -> Result<(), Refusal> {
        let Some(staff) = by.staff().cloned() else { return Err(Refusal::NotInThisState) };
        if missing.is_empty() || missing.iter().any(|m| m.words.is_empty()) {
            return Err(Refusal::ReturnNeedsContent);
        }
        // Asked for and still not there is not a new demand; visible then, unchanged, and demanded only now is.
        let again = missing.iter().any(|m| !self.may_ask_for(&m.about));
        let leave = self.leave_for(&staff).filter(|_| again).cloned();
        if again && leave.is_none() {
            return Err(Refusal::SecondReturn);
        }
        let seen = self.visible();
        self.apply(CaseAct::Return, role, by, None, now)?;
        // Used or not: it was for this return.
        self.return_leave = None;
        self.returns.push(Return { at: now, by: By::Staff(staff), missing, seen, answered_at: None, leave });
        Ok(())
    }

    /// What a return may still ask for: everything at first; later only what was asked before, newly appeared
    /// or changed since.
    pub fn may_ask_for(&self, about: &str) -> bool {
        let asked = self.returns.iter().flat_map(|r| &r.missing).any(|m| m.about == about);
        asked || !self.returns.iter().any(|r| r.seen.iter().any(|s| s == about))
    }

    /// Everything a clerk can see of the case now: answered fields, and all materials whether present or absent.
    pub fn visible(&self) -> Vec<String> {
        let mut all: Vec<String> = self.answers.0.keys().cloned().collect();
        if let Some(item) = self.item.item() {
            all.extend(item.needs(&self.answers).iter().map(|m| m.id.to_owned()));
        }
        all
    }

    /// The applicant answers a return with changed answers and papers.
    pub fn resubmit(&mut self, draft: &Draft, step_due: Date, by: By, now: Timestamp) -> Result<(), Refusal> {
        let item = self.item.item().ok_or(Refusal::NotInThisState)?;
        let (steps, materials) = gaps(item, draft);
        if !steps.is_empty() {
            return Err(Refusal::AnswersMissing);
        }
        if !materials.is_empty() {
            return Err(Refusal::PapersMissing);
        }
        self.apply(CaseAct::Resubmit, Role::Applicant, by, None, now)?;
        let answers = kept(item, &draft.answers);
        let proved = |of: &[SharedProof], id: &str| of.iter().find(|proof| proof.material == id).cloned();
        // What she changed is newly shown: a second return may speak of it.
        let changed = |id: &String| {
            let papers = |all: &[crate::case::PaperRef]| all.iter().filter(|p| p.material == *id).map(|p| p.id.clone()).collect::<Vec<_>>();
            let others = papers(&draft.papers) != papers(&self.papers) || proved(&draft.shared, id) != proved(&self.shared, id);
            answers.get(id) != self.answers.get(id) || others
        };
        for earlier in &mut self.returns {
            earlier.seen.retain(|id| !changed(id));
        }
        self.answers = answers;
        self.typed_by = draft.typed_by.clone();
        self.papers = draft.papers.clone();
        self.shared = proofs(item, draft);
        self.note_arrivals(now);
        self.step_due = step_due;
        if let Some(open) = self.returns.last_mut() {
            open.answered_at = Some(now);
        }
        // The steps before the return were taken on other content: they must be taken again, by others or the same.
        self.steps.clear();
        Ok(())
    }

    /// Materials promised for later that have not come.
    pub fn owed(&self) -> impl Iterator<Item = &str> {
        self.deferrals.iter().filter(|d| d.received_at.is_none()).map(|d| d.material.as_str())
    }

    /// What came is no longer owed.
    fn note_arrivals(&mut self, now: Timestamp) {
        let (papers, shared) = (&self.papers, &self.shared);
        for deferral in self.deferrals.iter_mut().filter(|d| d.received_at.is_none()) {
            let proved = shared.iter().any(|proof| proof.material == deferral.material);
            if proved || papers.iter().any(|p| p.material == deferral.material) {
                deferral.received_at = Some(now);
            }
        }
    }

    /// Promised materials arrive. Only what is owed is taken; one of several is enough for a time.
    pub fn supply(&mut self, draft: &Draft, look_due: Date, by: By, now: Timestamp) -> Result<(), Refusal> {
        let owed: Vec<String> = self.owed().map(str::to_owned).collect();
        let came: Vec<_> = draft.papers.iter().filter(|p| owed.contains(&p.material) && !self.papers.contains(p)).cloned().collect();
        let proved: Vec<_> = draft.shared.iter().filter(|s| owed.contains(&s.material) && !self.shared.contains(s)).cloned().collect();
        if came.is_empty() && proved.is_empty() {
            return Err(Refusal::PapersMissing);
        }
        let decided = self.state == CaseState::InForce;
        self.apply(CaseAct::Supply, Role::Applicant, by, None, now)?;
        self.papers.extend(came);
        self.shared.extend(proved);
        self.note_arrivals(now);
        if decided {
            self.step_due = look_due;
        }
        Ok(())
    }

    /// 容缺受理: accept although secondary materials are missing; each is promised by a date.
    pub fn defer(&mut self, materials: &[String], due: Date, today: Date) -> Result<(), Refusal> {
        let item = self.item.item().ok_or(Refusal::NotInThisState)?;
        let needed = item.needs(&self.answers);
        for id in materials {
            match needed.iter().find(|m| m.id == id) {
                Some(m) if m.main => return Err(Refusal::MainPaperMissing),
                None => return Err(Refusal::ReturnNeedsContent),
                Some(_) => {}
            }
            if due > self.promised || due < today {
                return Err(Refusal::DeferralTooLate);
            }
            if !self.deferrals.iter().any(|d| d.material == *id) {
                self.deferrals.push(Deferral { material: id.clone(), due, received_at: None, reminded: false });
            }
        }
        Ok(())
    }

    /// The village accepts: with everything there, or with secondary materials promised by `due`.
    pub fn accept(
        &mut self,
        deferred: &[String],
        due: Option<Date>,
        today: Date,
        role: Role,
        by: By,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        match (deferred.is_empty(), due) {
            (true, _) => {}
            (false, Some(due)) => self.defer(deferred, due, today)?,
            (false, None) => return Err(Refusal::DeferralTooLate),
        }
        let lacking = self.lacking();
        if !lacking.is_empty() {
            let main = self.item.item().is_some_and(|i| i.needs(&self.answers).iter().any(|m| m.main && lacking.contains(&m.id)));
            return Err(if main { Refusal::MainPaperMissing } else { Refusal::PapersMissing });
        }
        self.apply(self.village_yes(), role, by, None, now)
    }

    /// What the village's yes is: passed on to the township, or done.
    pub fn village_yes(&self) -> CaseAct {
        let done = self.item.item().is_some_and(|item| (item.route)(&self.answers) == Route::OneDesk);
        if done { CaseAct::Finish } else { CaseAct::Accept }
    }

    /// The sum of the county's yes: only where the item pays, and never more than was asked for.
    pub fn set_sum(&mut self, fen: u64) -> Result<(), FieldProblem> {
        let Some(Outcome::Money { of }) = self.item.item().map(|item| item.outcome) else { return Err(FieldProblem::NotASum) };
        let asked: u64 = self.answers.get(of).and_then(|sum| sum.parse().ok()).unwrap_or(0);
        if fen > asked {
            return Err(FieldProblem::TooMuch);
        }
        self.paid = Some(fen);
        Ok(())
    }

    /// The county decides yes: in force from now on, for as long as the item says.
    pub fn approve(
        &mut self,
        temporary_months: i32,
        lock_months: i32,
        today: Date,
        role: Role,
        by: By,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let item = self.item.item().ok_or(Refusal::NotInThisState)?;
        if matches!(item.outcome, Outcome::Money { .. }) && self.paid.is_none() {
            return Err(Refusal::SumNeeded);
        }
        self.apply(CaseAct::Approve, role, by, None, now)?;
        self.validity = term_of(item, &self.answers, self.commitment.is_some(), temporary_months, lock_months, today);
        Ok(())
    }

    /// Filed by commitment: until this day nothing but the proof changes it.
    pub fn locked_until(&self, today: Date) -> Option<Date> {
        self.validity.and_then(|validity| validity.locked_until).filter(|day| today < *day)
    }

    /// She ends what holds until changed, once a lock is over.
    pub fn cancel(&mut self, by: By, today: Date, now: Timestamp) -> Result<(), Refusal> {
        if !self.item.item().is_some_and(|item| item.hers_to_end) {
            return Err(Refusal::NotInThisState);
        }
        if self.state.in_force() && self.locked_until(today).is_some() {
            return Err(Refusal::FilingLocked);
        }
        self.apply(CaseAct::Cancel, Role::Applicant, by, None, now)
    }

    /// No, or no longer: only with a reason in words for the applicant.
    pub fn end_with_reason(&mut self, act: CaseAct, reason: &str, role: Role, by: By, now: Timestamp) -> Result<(), Refusal> {
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        self.apply(act, role, by, Some(reason.to_owned()), now)
    }

    /// A promised material did not come in time. Under review the case goes back to her with what is missing;
    /// in force it ends. Where neither is possible nothing happens.
    pub fn lapse(&mut self, words: impl Fn(&str) -> String, today: Date, now: Timestamp) -> Result<(), Refusal> {
        let late: Vec<String> =
            self.deferrals.iter().filter(|d| d.received_at.is_none() && d.due < today).map(|d| d.material.clone()).collect();
        if late.is_empty() {
            return Err(Refusal::NotInThisState);
        }
        let seen = self.visible();
        self.apply(CaseAct::Lapse, Role::Rule, By::Rule, None, now)?;
        self.deferrals.retain(|d| !late.contains(&d.material));
        if self.state == CaseState::Returned {
            let missing = late.into_iter().map(|about| Missing { words: words(&about), about }).collect();
            self.returns.push(Return { at: now, by: By::Rule, missing, seen, answered_at: None, leave: None });
        }
        Ok(())
    }

    /// Nobody else has it open. A hold that ran out stops nobody.
    pub fn free_for(&self, clerk: &StaffId, now: Timestamp) -> Result<(), Refusal> {
        if self.holder(now).is_some_and(|h| h != clerk) { Err(Refusal::HeldByColleague) } else { Ok(()) }
    }

    /// Fields in which a clerk may set a slip of the pen right: never one that decides which way the case goes.
    pub fn correctable(&self) -> Vec<&'static Field> {
        let Some(item) = self.item.item() else { return Vec::new() };
        item.path(&self.answers)
            .iter()
            .flat_map(|s| s.fields)
            .filter(|f| !(f.kind.picked() && f.kind != FieldKind::Province) && self.answers.get(f.id).is_some())
            .collect()
    }

    /// Materials that are neither here nor promised. Accepting needs this to be empty.
    pub fn lacking(&self) -> Vec<&'static str> {
        let Some(item) = self.item.item() else { return Vec::new() };
        item.needs(&self.answers)
            .iter()
            .filter(|m| !self.has(m.id))
            .filter(|m| m.main || !self.deferrals.iter().any(|d| d.material == m.id))
            .map(|m| m.id)
            .collect()
    }

    /// Sheets that are wanted in the original and have not come. Only what was handed in as a picture is waited for: the rest is
    /// lacking anyhow.
    pub fn sheets_due(&self) -> Vec<&'static str> {
        let needs = self.item.item().map(|item| item.needs(&self.answers)).unwrap_or_default();
        let wanted = needs.into_iter().filter(|m| m.form == Form::Original && self.papers.iter().any(|p| p.material == m.id));
        wanted.map(|m| m.id).filter(|id| !self.sheets.iter().any(|sheet| sheet.material == *id)).collect()
    }

    /// One of them is here.
    pub fn sheet_came(&mut self, material: &str, role: Role, by: By, now: Timestamp) -> Result<(), Refusal> {
        let Some(staff) = by.staff().cloned() else { return Err(Refusal::NotInThisState) };
        if !self.sheets_due().contains(&material) {
            return Err(Refusal::NotInThisState);
        }
        self.apply(CaseAct::SheetCame, role, by, None, now)?;
        self.sheets.push(Sheet { material: material.to_owned(), at: now, by: staff });
        Ok(())
    }

    /// A slip of the pen, with the applicant's yes.
    pub fn correct(&mut self, field: &str, new: String, agreed_how: &str, role: Role, by: By, now: Timestamp) -> Result<(), Refusal> {
        let Some(staff) = by.staff().cloned() else { return Err(Refusal::NotInThisState) };
        if agreed_how.is_empty() {
            return Err(Refusal::ApplicantMustAgree);
        }
        let Some(old) = self.answers.get(field).map(str::to_owned) else { return Err(Refusal::ReturnNeedsContent) };
        if !self.correctable().iter().any(|f| f.id == field) {
            return Err(Refusal::NotInThisState);
        }
        self.apply(CaseAct::Correct, role, by.clone(), None, now)?;
        self.answers.set(field, new.clone());
        self.typed_by.insert(field.to_owned(), by);
        self.corrections.push(Correction { at: now, by: staff, field: field.to_owned(), old, new, agreed_how: agreed_how.to_owned() });
        Ok(())
    }

    /// Overdue: the desk above takes over. At the county there is nothing above; the case stays and is marked.
    pub fn climb(&mut self, next_due: Date, now: Timestamp) -> Result<(), Refusal> {
        self.apply(CaseAct::Climb, Role::Rule, By::Rule, None, now)?;
        if let Some(tier) = self.desk.tier().above() {
            self.desk = self.village.at(tier);
        }
        self.step_due = next_due;
        Ok(())
    }

    /// The role in which a clerk of `tier` acts now: the role of the open step, once the case lies at her desk.
    pub fn role_for(&self, tier: Tier) -> Option<Role> {
        self.state.tier().filter(|step| *step <= tier).map(Role::from)
    }
}

#[cfg(test)]
mod tests;
