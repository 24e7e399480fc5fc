//! One case from its filing to where it stands: who did what on which working day.

use super::answers;
use crate::demo::scene::Scene;
use app::acts::promise;
use app::ports::{Change, Person, Staff};
use app::text;
use domain::case::{Case, CaseAct, CaseState, Channel, Draft, FiledBy, Missing, Role, steps};
use domain::ids::{AreaCode, CaseId};
use domain::lang::Lang;
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::rating::Stage;
use domain::review::{Tier, choose_desk, may_review};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    Settling,
    AtVillage,
    ReturnedByVillage,
    ReturnedByTownship,
    ReturnedByCounty,
    AtTownship,
    AtCounty,
    Approved,
    Refused,
    Withdrawn,
    AtOnce,
    Sampled,
    SamplePassed,
    /// Filed tonight for somebody in hospital.
    ToConfirm,
    Confirmed,
    Undone,
    FoundUntrue,
}

/// What clerks do, in order; each on the working day after the one before.
pub(super) enum Step {
    Accept,
    Review,
    Approve,
    Refuse,
    Return,
    Confirm,
    PassSample,
    Revoke,
}

impl Story {
    pub(super) fn steps(self) -> &'static [Step] {
        use Step::*;
        match self {
            Story::Settling | Story::AtVillage | Story::Withdrawn | Story::AtOnce | Story::Sampled | Story::ToConfirm | Story::Undone => {
                &[]
            }
            Story::ReturnedByVillage => &[Return],
            Story::AtTownship => &[Accept],
            Story::ReturnedByTownship => &[Accept, Return],
            Story::AtCounty => &[Accept, Review],
            Story::ReturnedByCounty => &[Accept, Review, Return],
            Story::Approved => &[Accept, Review, Approve],
            Story::Refused => &[Accept, Review, Refuse],
            Story::SamplePassed => &[PassSample],
            Story::Confirmed => &[Confirm],
            Story::FoundUntrue => &[Revoke],
        }
    }
    /// A desk has work with it: it must be fresh, or it would be overdue.
    fn open(self) -> bool {
        matches!(self, Story::AtVillage | Story::AtTownship | Story::AtCounty | Story::Sampled | Story::ToConfirm)
    }
    fn tiers(self) -> bool {
        use Story::*;
        !matches!(self, AtOnce | Sampled | SamplePassed | ToConfirm | Confirmed | Undone | FoundUntrue)
    }
    fn tonight(self) -> bool {
        matches!(self, Story::ToConfirm | Story::Confirmed | Story::FoundUntrue)
    }
}

pub(super) fn tell_story(scene: &mut Scene, story: Story, who: usize, journey: bool, helper: Option<By>) -> Result<(), String> {
    let subject = scene.people.get(who).map(|r| r.person.clone()).ok_or("demo: nobody")?;
    let steps = story.steps();
    let ago = if story.open() { 1 } else { 3 + scene.draw.below(55) };
    let last = scene.days_ago(ago);
    let days = scene.working_days(steps.len() + 1, last)?;
    let begun = match (story, days.first()) {
        (Story::Settling, _) => earlier(scene.now, SignedDuration::from_secs(30 + i64::from(scene.draw.below(420)))),
        (_, Some(day)) => scene.any_time(*day),
        (_, None) => scene.now,
    };
    scene.set(begun);
    let filed_by = filed_by(scene, story, &subject, helper);
    let mut draft = answers::ready(scene, &subject, story.tiers(), story.tonight(), journey, &filed_by.by)?;
    if story == Story::AtTownship {
        promise_one(scene, &mut draft);
    }
    let mut case = file(scene, story, &draft, &subject, filed_by.clone())?;
    after_filing(scene, story, &mut case, &subject, filed_by.by)?;
    take_steps(scene, story, &days, &mut case, &subject)?;
    // What ended before the demonstration began is not asked about.
    case.invited = Stage::Ended.reached(&case).is_some();
    scene.write(Change::SaveCase(Box::new(case)));
    Ok(())
}

/// Each on its day, the first day being that of the filing.
pub(super) fn take_steps(scene: &mut Scene, story: Story, days: &[Date], case: &mut Case, subject: &Person) -> Result<(), String> {
    for (step, day) in story.steps().iter().zip(days.iter().skip(1)) {
        let at = scene.office_time(*day);
        scene.set(at);
        take(scene, step, case, subject)?;
    }
    Ok(())
}

/// Who sent it: herself, the township's counter for who has no phone, somebody at the bedside, a helper.
fn filed_by(scene: &mut Scene, story: Story, subject: &Person, helper: Option<By>) -> FiledBy {
    if let Some(by) = helper {
        return FiledBy { by, channel: Channel::Online };
    }
    if story.tonight() {
        let others: Vec<_> = scene.people.iter().filter(|r| r.person.phone.is_some() && r.person.household == subject.household).collect();
        let own = others.iter().find(|r| r.person.id != subject.id).map(|r| r.person.id.clone());
        let neighbour = || scene.people.iter().find(|r| r.person.phone.is_some() && r.person.id != subject.id).map(|r| r.person.id.clone());
        if let Some(filer) = own.or_else(neighbour) {
            return FiledBy { by: By::Bystander(filer), channel: Channel::Tonight };
        }
    }
    if subject.phone.is_none() || scene.draw.below(10) == 0 {
        let township = subject.village.at(Tier::Township);
        if let Some(clerk) = scene.staff.iter().rfind(|s| s.desk == township) {
            return FiledBy { by: By::Counter(clerk.id.clone()), channel: Channel::Counter };
        }
    }
    FiledBy { by: By::Herself(subject.id.clone()), channel: Channel::Online }
}

/// 容缺受理: the second page of the household book comes later.
fn promise_one(scene: &mut Scene, draft: &mut Draft) {
    const LATER: &str = "household-own-page";
    if let Some(at) = draft.papers.iter().position(|p| p.material == LATER) {
        let gone = draft.papers.remove(at);
        scene.papers.retain(|(id, _)| id != gone.id.as_str());
        draft.promised_later.push(LATER.to_owned());
    }
}

pub(super) fn file(scene: &mut Scene, story: Story, draft: &Draft, subject: &Person, filed_by: FiledBy) -> Result<Case, String> {
    let item = draft.item.item().ok_or("demo: the item is not built")?;
    let mut rules = promise::birth_rules(&scene.world, item, draft);
    rules.sampled = matches!(story, Story::Sampled | Story::SamplePassed);
    let reference = loop {
        let drawn = promise::new_reference(&scene.world);
        if scene.references.insert(drawn.clone()) {
            break drawn;
        }
    };
    let id = CaseId::new(scene.world.new_id());
    let by = filed_by.by.clone();
    let case = steps::submit(item, draft, id, reference, subject.village.clone(), filed_by, true, &rules, scene.at())
        .map_err(|no| format!("demo: {story:?} not filed: {}", no.key()))?;
    let kind = match case.state {
        CaseState::InForceToConfirm => NoticeKind::TonightFiled,
        state if state.in_force() => NoticeKind::CaseInForce,
        _ => NoticeKind::CaseSubmitted,
    };
    let reason = case.commitment.clone().unwrap_or_default();
    scene.note(by, subject, "submit", case.id.as_str(), case.item.slug(), &reason);
    scene.tell(subject, kind, &promise::words_for(&case));
    Ok(case)
}

/// The ten minutes, and what the applicant did in them or after them.
pub(super) fn after_filing(scene: &mut Scene, story: Story, case: &mut Case, subject: &Person, by: By) -> Result<(), String> {
    let no = |no: domain::refusal::Refusal| format!("demo: {story:?}: {}", no.key());
    match story {
        Story::Settling => return Ok(()),
        Story::Undone => {
            scene.set(later(scene.at(), SignedDuration::from_mins(6)));
            case.apply(CaseAct::Undo, Role::Applicant, by.clone(), None, scene.at()).map_err(no)?;
            case.validity = None;
            scene.note(by.clone(), subject, CaseAct::Undo.key(), case.id.as_str(), case.item.slug(), "");
            scene.tell(subject, NoticeKind::CaseRevoked, &promise::words_for(case));
        }
        _ if case.state == CaseState::Settling => {
            scene.set(later(case.settles_at, SignedDuration::from_secs(11)));
            case.apply(CaseAct::Release, Role::Rule, By::Rule, None, scene.at()).map_err(no)?;
            scene.note(By::Rule, subject, CaseAct::Release.key(), case.id.as_str(), case.item.slug(), "");
        }
        _ => {}
    }
    route(scene, case, subject);
    if story == Story::Withdrawn {
        scene.set(later(scene.at(), SignedDuration::from_mins(90)));
        case.apply(CaseAct::Withdraw, Role::Applicant, by.clone(), None, scene.at()).map_err(no)?;
        scene.note(by, subject, CaseAct::Withdraw.key(), case.id.as_str(), case.item.slug(), "");
        scene.tell(subject, NoticeKind::CaseWithdrawn, &promise::words_for(case));
    }
    Ok(())
}

/// The desk where somebody may act, by the same choice as on the site.
fn route(scene: &mut Scene, case: &mut Case, subject: &Person) {
    let Some(tier) = case.state.tier() else { return };
    let home = case.home(tier);
    let neighbour = scene.world.region.neighbour_of(home.as_str()).map(AreaCode::new);
    let desk = choose_desk(&home, neighbour.as_ref(), |desk| clerk_at(scene, case, subject, desk).is_some());
    if desk != case.desk {
        case.desk = desk;
        scene.note(By::Rule, subject, "move-case", case.id.as_str(), case.desk.as_str(), "nobody-may-act");
    }
}

fn clerk_at<'a>(scene: &'a Scene, case: &Case, subject: &Person, desk: &AreaCode) -> Option<&'a Staff> {
    let mut there = case.clone();
    there.desk = desk.clone();
    scene.staff.iter().filter(|s| !s.supervisor && s.desk == *desk).find(|s| {
        let reviewer = s.reviewer();
        may_review(&reviewer, &there, scene.ties(&reviewer, subject)).is_ok()
    })
}

fn take(scene: &mut Scene, step: &Step, case: &mut Case, subject: &Person) -> Result<(), String> {
    let clerk = clerk_at(scene, case, subject, &case.desk).cloned().ok_or("demo: nobody at this desk may act")?;
    let role = case.role_for(clerk.tier).ok_or("demo: no step is open")?;
    let (by, now, today) = (By::Staff(clerk.id.clone()), scene.at(), scene.world.today());
    let words = |key: &str| text::text(Lang::ZhHans, key);
    let region = scene.world.region.clone();
    let (done, act, kind) = match step {
        Step::Accept => (case.accept(&[], None, today, role, by.clone(), now), CaseAct::Accept, NoticeKind::CaseAccepted),
        Step::Review => (case.apply(CaseAct::Review, role, by.clone(), None, now), CaseAct::Review, NoticeKind::CaseReviewed),
        Step::Approve => {
            let (months, lock) = (i32::from(region.temporary_months.value), i32::from(region.commitment_lock_months.value));
            (case.approve(months, lock, today, role, by.clone(), now), CaseAct::Approve, NoticeKind::CaseInForce)
        }
        Step::Refuse => {
            let reason = words("demo-words-refused");
            (case.end_with_reason(CaseAct::Refuse, &reason, role, by.clone(), now), CaseAct::Refuse, NoticeKind::CaseRefused)
        }
        Step::Return => {
            let about = case.papers.first().map_or_else(|| "contact-phone".to_owned(), |p| p.material.clone());
            let missing = vec![Missing { about, words: words("demo-words-missing") }];
            (case.give_back(missing, role, by.clone(), now), CaseAct::Return, NoticeKind::CaseReturned)
        }
        Step::Confirm => (case.apply(CaseAct::Confirm, role, by.clone(), None, now), CaseAct::Confirm, NoticeKind::CaseConfirmed),
        Step::PassSample => (case.apply(CaseAct::PassSample, role, by.clone(), None, now), CaseAct::PassSample, NoticeKind::CaseConfirmed),
        Step::Revoke => {
            let reason = words("demo-words-revoked");
            (case.end_with_reason(CaseAct::Revoke, &reason, role, by.clone(), now), CaseAct::Revoke, NoticeKind::CaseRevoked)
        }
    };
    done.map_err(|no| format!("demo: {}: {}", act.key(), no.key()))?;
    if let Some(tier) = case.state.tier() {
        case.step_due = promise::step_due_of(&scene.world, case, tier);
    }
    scene.note(by, subject, act.key(), case.id.as_str(), case.item.slug(), "");
    scene.tell(subject, kind, &promise::words_for(case));
    route(scene, case, subject);
    Ok(())
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(at)
}

fn earlier(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_sub(by).unwrap_or(at)
}
