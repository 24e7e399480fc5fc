//! The only judge of who may do what: `may(actor, subject, act, now)`. Nobody compares roles elsewhere.
//! It looks at facts handed in; it loads nothing and changes nothing.
//! Long because every act and who may do it is read in one place.

mod assistant;

pub use assistant::Presence;

use crate::case::Case;
use crate::catalog::ItemCode;
use crate::family::{Delegated, Delegation, Grant, Scope};
use crate::ids::{AreaCode, DraftId, PersonId, StaffId};
use crate::rating::Rating;
use crate::refusal::Refusal;
use crate::review::{Reviewer, Tier, Ties, may_look, may_review, no_conflict};
use crate::sound::VoiceMessage;
use jiff::Timestamp;

/// Who stands at the door.
#[derive(Debug, Clone, Copy)]
pub enum Actor<'a> {
    Anonymous,
    /// A signed-in resident in her own name. `verified`: her identity is confirmed by shared data or a clerk.
    Resident {
        id: &'a PersonId,
        verified: bool,
    },
    /// A signed-in resident who acts for an elder inside a grant.
    Helper {
        id: &'a PersonId,
        verified: bool,
        grant: &'a Grant,
    },
    /// A clerk for the person who stands before her; `card_checked` is recorded with the act.
    Counter {
        clerk: &'a Reviewer,
        present: &'a PersonId,
        card_checked: bool,
        ties: Ties,
    },
    /// A village worker, bank clerk or volunteer, and who is beside her.
    Assistant {
        worker: &'a Reviewer,
        present: Option<Presence<'a>>,
        ties: Ties,
    },
    Staff(&'a Reviewer),
    Rule,
}

/// Whom the matter belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub id: &'a PersonId,
    pub village: &'a AreaCode,
    pub alive: bool,
    /// Insured in this region: new applications are made here.
    pub insured: bool,
}

/// What is asked for. One variant per thing a door can do.
#[derive(Debug, Clone, Copy)]
pub enum Act<'a> {
    SeeCases,
    /// A clerk serves the person before her: the beginning of an intake.
    BeginIntake,
    ReadNotices,
    /// A new application for a service: begin it, and send it.
    File(ItemCode),
    /// Fill and change what is not sent yet.
    Apply(ItemCode),
    /// Send on at once, take back, undo, withdraw, throw away.
    TakeBack(ItemCode),
    /// Send what was filled in, in this version; who may do it at all is `File` or `HandInPapers`.
    Send(&'a DraftId, i64),
    /// What the last page of a journey says; open to whoever made it.
    SeeReceipt(ItemCode),
    HandInPapers(ItemCode),
    /// Leave a voice message for the desk, about a case of this item or about anything.
    LeaveMessage(Option<ItemCode>),
    /// Listen to one, or deal with it: herself, a helper who left it, a clerk who may see its case. `case`: what it is about.
    HearMessage {
        message: &'a VoiceMessage,
        case: Option<&'a Case>,
        ties: Ties,
    },
    /// Take one away for good.
    DeleteMessage(&'a VoiceMessage),
    /// Say how satisfied she is with a step of a case of this item.
    Rate(ItemCode),
    /// File tonight for somebody in hospital, without a grant.
    FileTonight,
    /// Ask an elder for a grant.
    AskGrant,
    /// Agree, refuse, pause, resume or end a grant as the elder.
    RuleGrant,
    /// End one's own helping.
    LeaveGrant(&'a Grant),
    /// How one's own list of helped people looks, and what one typed for them: nothing of the elder's.
    KeepOwnList(&'a Grant),
    SeeOwnSessions,
    /// Text, telephone or letter for what she is told.
    ChooseWay,
    /// Phone on record, bank account, password.
    ChangeKeyData,
    // What clerks do.
    SeeQueue,
    LookAtPerson,
    OpenCase(&'a Case),
    StepCase {
        case: &'a Case,
        ties: Ties,
    },
    /// A note for colleagues.
    NoteOnCase {
        case: &'a Case,
        ties: Ties,
    },
    /// Let a desk below return a case once more for what was to be seen before.
    AllowReturn {
        case: &'a Case,
        ties: Ties,
    },
    /// Give it to a colleague of the desk where it lies: whoever may take its step, or a supervisor around it.
    HandOver {
        case: &'a Case,
        ties: Ties,
    },
    IssueSlip {
        ties: Ties,
        card_checked: bool,
    },
    RecordConsent {
        ties: Ties,
        card_checked: bool,
    },
    /// Pause or end a grant because the elder says so, at the desk or by telephone: stopping needs no card.
    StopGrant {
        ties: Ties,
    },
    /// Print the letter of a grant, keep and read again the photographed sheets that go with it.
    HandleGrantPapers {
        ties: Ties,
    },
    /// Take in a legal guardian's request: her card and the proof lie on the desk.
    TakeClaim {
        ties: Ties,
        proof_seen: bool,
    },
    /// Say yes or no to it, and let it go on after a pause.
    DecideClaim {
        ties: Ties,
        taken_by: Option<&'a StaffId>,
    },
    ConfirmIdentity {
        ties: Ties,
        card_checked: bool,
    },
    /// The county has the certificate before it.
    MarkDead {
        ties: Ties,
        certificate: bool,
    },
    /// She stands there, with her card.
    UndoDeath {
        ties: Ties,
        card_checked: bool,
    },
    DeliverNotices,
    /// Write down how satisfied she is, as she says it at the desk or by telephone. `desk`, `worker`: whose work it is about.
    NoteRating {
        desk: &'a AreaCode,
        worker: Option<&'a StaffId>,
        ties: Ties,
    },
    /// See who was not satisfied, call her and set it right.
    SetRight {
        rating: &'a Rating,
        ties: Ties,
    },
    /// Hear that the desk below has not dealt with a bad word in time.
    HearLate {
        rating: &'a Rating,
        ties: Ties,
    },
    /// Another village of the county, or away from it.
    MovePerson {
        ties: Ties,
        card_checked: bool,
    },
    /// Two records of one person become one: `ties` to both.
    MergePeople {
        ties: Ties,
    },
    /// Look at something unusual among grants, and decide about it: `ties` to everybody in it.
    Watch {
        ties: Ties,
    },
    Supervise,
    /// Note that a clerk is away, and who stands in.
    SetAway(&'a Reviewer),
    /// How many cases stand where, in one's own area: numbers, no people.
    SeeOverview,
    // Other people's hands.
    /// Begin to help the person beside her.
    StandBeside,
    /// She says that she asked no assistant: at the desk or by telephone.
    NoteObjection {
        ties: Ties,
    },
    /// Right or not right.
    LookAtAssisted {
        ties: Ties,
    },
}

/// The judgement. `Ok(())` or the one refusal that is true.
pub fn may(actor: &Actor, subject: Subject, act: Act, now: Timestamp) -> Result<(), Refusal> {
    match *actor {
        Actor::Anonymous => Err(Refusal::SignInFirst),
        Actor::Resident { id, verified } => resident(id, verified, subject, act),
        Actor::Helper { id, verified, grant } => helper(id, verified, grant, subject, act, now),
        Actor::Assistant { worker, present, ties } => assistant::assistant(worker, present, ties, subject, act, now),
        // Whatever door she found: an assistant is no clerk.
        Actor::Counter { clerk, .. } | Actor::Staff(clerk) if clerk.kind.assists() => Err(Refusal::NotForAssistants),
        Actor::Counter { clerk, present, card_checked, ties } => counter(clerk, present, card_checked, ties, subject, act),
        Actor::Staff(clerk) => staff(clerk, subject, act, now),
        Actor::Rule => Err(Refusal::NotYours),
    }
}

/// The same, inside what the region allows for an item. `age`: full years of whoever acts for another.
pub fn may_for_item(actor: &Actor, subject: Subject, act: Act, rule: &Delegation, age: u16, now: Timestamp) -> Result<(), Refusal> {
    may(actor, subject, act, now)?;
    let what = match act {
        Act::File(_) | Act::Apply(_) => Delegated::File,
        Act::HandInPapers(_) => Delegated::HandInPapers,
        Act::TakeBack(_) => Delegated::TakeBack,
        _ => return Ok(()),
    };
    match *actor {
        Actor::Helper { grant, .. } => rule.allows_helper(what, grant, age),
        Actor::Assistant { present, .. } => rule.allows_assistant(what, present.is_some_and(|p| p.beside.face_checked)),
        _ => Ok(()),
    }
}

fn resident(id: &PersonId, verified: bool, subject: Subject, act: Act) -> Result<(), Refusal> {
    let own = id == subject.id;
    match act {
        Act::AskGrant if own => Err(Refusal::OwnHelper),
        // Asking is all that an unconfirmed identity may do for others.
        Act::AskGrant => Ok(()),
        Act::FileTonight if !verified => Err(Refusal::IdentityNotConfirmed),
        Act::FileTonight if !subject.alive => Err(Refusal::PersonNotAlive),
        Act::FileTonight => Ok(()),
        Act::LeaveGrant(grant) | Act::KeepOwnList(grant) if grant.helper == *id => Ok(()),
        _ if !own => Err(Refusal::NotYours),
        Act::ChangeKeyData => Err(Refusal::OnlyHerself),
        Act::ReadNotices | Act::ChooseWay | Act::SeeOwnSessions | Act::HearMessage { .. } | Act::DeleteMessage(_) => Ok(()),
        _ if !verified => Err(Refusal::IdentityNotConfirmed),
        Act::SeeCases
        | Act::SeeReceipt(_)
        | Act::File(_)
        | Act::Apply(_)
        | Act::TakeBack(_)
        | Act::Send(..)
        | Act::HandInPapers(_)
        | Act::LeaveMessage(_)
        | Act::Rate(_)
        | Act::RuleGrant => here(subject, act),
        _ => Err(Refusal::NotYours),
    }
}

fn helper(id: &PersonId, verified: bool, grant: &Grant, subject: Subject, act: Act, now: Timestamp) -> Result<(), Refusal> {
    if grant.helper != *id || grant.elder != *subject.id {
        return Err(Refusal::NotYours);
    }
    let needed = match act {
        Act::SeeCases => Scope::SeeCases,
        Act::Apply(_) | Act::File(_) | Act::TakeBack(_) | Act::LeaveMessage(_) | Act::Rate(_) => Scope::Apply,
        // Her own words, not what the elder said in confidence.
        Act::HearMessage { message, .. } | Act::DeleteMessage(message) if message.left_by.person() == Some(id) => Scope::Apply,
        Act::SeeReceipt(item) if !grant.items.covers(item) => Scope::SeeCases,
        Act::SeeReceipt(_) | Act::Send(..) if grant.scopes.contains(&Scope::Apply) => Scope::Apply,
        Act::Send(..) => Scope::HandInPapers,
        Act::SeeReceipt(_) if grant.scopes.contains(&Scope::HandInPapers) => Scope::HandInPapers,
        Act::SeeReceipt(_) => Scope::SeeCases,
        Act::HandInPapers(_) => Scope::HandInPapers,
        Act::ReadNotices => Scope::ReceiveNotices,
        Act::LeaveGrant(_) | Act::KeepOwnList(_) => return Ok(()),
        Act::ChangeKeyData | Act::RuleGrant | Act::ChooseWay | Act::SeeOwnSessions | Act::AskGrant => return Err(Refusal::OnlyHerself),
        _ => return Err(Refusal::NotYours),
    };
    if !verified {
        return Err(Refusal::IdentityNotConfirmed);
    }
    here(subject, act)?;
    match act {
        Act::File(item) => grant.covers_filing(item, now),
        Act::Apply(item) | Act::TakeBack(item) | Act::HandInPapers(item) | Act::LeaveMessage(Some(item)) | Act::Rate(item) => {
            grant.covers_item(needed, item, now)
        }
        _ => grant.covers(needed, now),
    }
}

fn counter(clerk: &Reviewer, present: &PersonId, card_checked: bool, ties: Ties, subject: Subject, act: Act) -> Result<(), Refusal> {
    if present != subject.id || !clerk.desk.county().contains(subject.village) {
        return Err(Refusal::NotYours);
    }
    no_conflict(clerk, subject.id, ties)?;
    if !card_checked {
        return Err(Refusal::CardNotChecked);
    }
    let own_area = clerk.desk.contains(&subject.village.at(clerk.tier));
    match act {
        Act::BeginIntake | Act::Send(..) => here(subject, act),
        // 通办: handed in here, decided at home. What lies there already is not this desk's to read.
        Act::SeeReceipt(item) | Act::File(item) | Act::Apply(item) | Act::HandInPapers(item) if !own_area => {
            if item.item().is_some_and(|item| item.anywhere) { here(subject, act) } else { Err(Refusal::OnlyAtHome) }
        }
        _ if !own_area => Err(Refusal::OnlyAtHome),
        // She herself, with her card, before a clerk: the one place where key data change.
        Act::SeeCases
        | Act::SeeReceipt(_)
        | Act::File(_)
        | Act::Apply(_)
        | Act::TakeBack(_)
        | Act::HandInPapers(_)
        | Act::ReadNotices
        | Act::ChooseWay
        | Act::ChangeKeyData => here(subject, act),
        _ => Err(Refusal::OnlyHerself),
    }
}

/// A living person; and what is new is filed where she is insured.
fn here(subject: Subject, act: Act) -> Result<(), Refusal> {
    match act {
        _ if !subject.alive => Err(Refusal::PersonNotAlive),
        Act::File(_) if !subject.insured => Err(Refusal::NotInsuredHere),
        _ => Ok(()),
    }
}

fn staff(clerk: &Reviewer, subject: Subject, act: Act, now: Timestamp) -> Result<(), Refusal> {
    // A person is served at any desk of her county; cases keep to area and tier.
    let in_reach = clerk.desk.county().contains(subject.village);
    match act {
        Act::SeeQueue => Ok(()),
        Act::Supervise if clerk.supervisor => Ok(()),
        Act::Supervise => Err(Refusal::SupervisorOnly),
        Act::SetAway(whose) if whose.id == clerk.id => Ok(()),
        Act::SetAway(whose) if whose.kind.assists() => Err(Refusal::OtherArea),
        Act::SetAway(whose) if clerk.supervisor && clerk.desk.contains(&whose.desk) => Ok(()),
        Act::SetAway(_) => Err(Refusal::SupervisorOnly),
        // Counted by township: below it there is nothing of one's own to see.
        Act::SeeOverview if clerk.tier == Tier::Village => Err(Refusal::OtherTier),
        Act::SeeOverview if clerk.supervisor || clerk.tier == Tier::County => Ok(()),
        Act::SeeOverview => Err(Refusal::SupervisorOnly),
        Act::OpenCase(case) => may_look(clerk, case),
        Act::StepCase { case, ties } => may_review(clerk, case, ties),
        Act::HandOver { case, .. } if case.state.tier().is_none() => Err(Refusal::NotInThisState),
        // Only a supervisor takes it out of a colleague's hands.
        Act::HandOver { case, ties } if !clerk.supervisor || !clerk.desk.contains(&case.desk) => {
            may_review(clerk, case, ties)?;
            case.free_for(&clerk.id, now)
        }
        Act::HandOver { ties, .. } => no_conflict(clerk, subject.id, ties),
        Act::AllowReturn { .. } if !clerk.supervisor => Err(Refusal::SupervisorOnly),
        Act::NoteOnCase { case, ties } | Act::AllowReturn { case, ties } => {
            may_look(clerk, case)?;
            no_conflict(clerk, subject.id, ties)
        }
        Act::HearMessage { message, case, ties } => {
            match case {
                Some(case) => may_look(clerk, case)?,
                None if !clerk.desk.contains(&message.village) => return Err(Refusal::OtherArea),
                None => {}
            }
            no_conflict(clerk, subject.id, ties)
        }
        Act::SetRight { rating, ties } => {
            rating.may_handle(clerk)?;
            no_conflict(clerk, subject.id, ties)
        }
        Act::HearLate { rating, ties } => {
            rating.may_hear_late(clerk)?;
            no_conflict(clerk, subject.id, ties)
        }
        _ if !in_reach => Err(Refusal::OtherArea),
        // A hospital's or bank's counter takes in and does a first step; who somebody is, how she signs in, where she is insured and
        // whom she trusts is for the offices.
        Act::IssueSlip { .. }
        | Act::ConfirmIdentity { .. }
        | Act::RecordConsent { .. }
        | Act::MovePerson { .. }
        | Act::UndoDeath { .. }
        | Act::TakeClaim { .. }
        | Act::HandleGrantPapers { .. }
            if clerk.desk.is_site() =>
        {
            Err(Refusal::OnlyAtHome)
        }
        Act::NoteRating { .. } if !clerk.desk.contains(subject.village) => Err(Refusal::OtherArea),
        Act::NoteRating { desk, worker, .. } if clerk.desk == *desk || worker == Some(&clerk.id) => Err(Refusal::RatedDesk),
        Act::NoteRating { ties, .. } => no_conflict(clerk, subject.id, ties),
        Act::LookAtPerson | Act::DeliverNotices if !clerk.desk.contains(subject.village) => Err(Refusal::OtherArea),
        Act::LookAtPerson | Act::DeliverNotices => Ok(()),
        Act::IssueSlip { ties, card_checked }
        | Act::ConfirmIdentity { ties, card_checked }
        | Act::RecordConsent { ties, card_checked }
        | Act::MovePerson { ties, card_checked } => {
            no_conflict(clerk, subject.id, ties)?;
            if !card_checked {
                return Err(Refusal::CardNotChecked);
            }
            if subject.alive { Ok(()) } else { Err(Refusal::PersonNotAlive) }
        }
        Act::MarkDead { .. } if clerk.tier != Tier::County => Err(Refusal::OtherTier),
        Act::MarkDead { ties, certificate } => {
            no_conflict(clerk, subject.id, ties)?;
            if !certificate {
                return Err(Refusal::CertificateNotSeen);
            }
            if subject.alive { Ok(()) } else { Err(Refusal::PersonNotAlive) }
        }
        // Nobody should have to travel to be alive again: any desk of the county will do.
        Act::UndoDeath { ties, card_checked } => {
            no_conflict(clerk, subject.id, ties)?;
            if card_checked { Ok(()) } else { Err(Refusal::CardNotChecked) }
        }
        Act::MergePeople { .. } | Act::Watch { .. } | Act::LookAtAssisted { .. } if !clerk.supervisor => Err(Refusal::SupervisorOnly),
        Act::MergePeople { .. } if clerk.tier != Tier::County => Err(Refusal::OtherTier),
        Act::MergePeople { ties }
        | Act::Watch { ties }
        | Act::LookAtAssisted { ties }
        | Act::NoteObjection { ties }
        | Act::StopGrant { ties }
        | Act::HandleGrantPapers { ties } => no_conflict(clerk, subject.id, ties),
        Act::TakeClaim { ties, proof_seen } => {
            no_conflict(clerk, subject.id, ties)?;
            if !proof_seen {
                return Err(Refusal::ProofMissing);
            }
            if subject.alive { Ok(()) } else { Err(Refusal::PersonNotAlive) }
        }
        Act::DecideClaim { .. } if clerk.tier != Tier::County => Err(Refusal::OtherTier),
        Act::DecideClaim { ties, taken_by } => {
            no_conflict(clerk, subject.id, ties)?;
            if taken_by == Some(&clerk.id) {
                return Err(Refusal::DidEarlierStep);
            }
            if subject.alive { Ok(()) } else { Err(Refusal::PersonNotAlive) }
        }
        _ => Err(Refusal::NotYours),
    }
}

#[cfg(test)]
mod tests;
