//! What the fake keeps, and how a change alters it. A commit works on a copy, so a failing one leaves no trace.

mod merged;

use crate::ports::store::PaperOwner;
use crate::ports::*;
use domain::assist::Assisted;
use domain::case::{Case, Draft, DraftState, PaperRef};
use domain::family::watch::Finding;
use domain::family::{Grant, Held, Portrait};
use domain::ids::*;
use domain::notice::Notice;
use domain::notice::way::Way;
use domain::rating::{Answer, Question, Rating};
use domain::sound::VoiceMessage;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use std::collections::{BTreeMap, BTreeSet};

/// How far the sending of a text is.
#[derive(Clone, Default)]
pub(super) struct Text {
    pub(super) due: Option<Timestamp>,
    pub(super) tries: u32,
    pub(super) sent: Option<Timestamp>,
    pub(super) failed: bool,
    /// Given to the gateway, no answer yet.
    pub(super) handed: Option<Timestamp>,
}

#[derive(Clone, Default)]
pub(super) struct Shelves {
    pub(super) people: BTreeMap<PersonId, Person>,
    pub(super) staff: BTreeMap<StaffId, Staff>,
    pub(super) sessions: BTreeMap<SessionId, Session>,
    pub(super) codes: BTreeMap<String, SentCode>,
    pub(super) own_phones: BTreeMap<String, OwnPhone>,
    pub(super) assisted: BTreeMap<AssistedId, Assisted>,
    pub(super) comforts: BTreeMap<PersonId, KeptComfort>,
    pub(super) slips: BTreeMap<SlipId, Slip>,
    pub(super) drafts: BTreeMap<DraftId, Draft>,
    pub(super) cases: BTreeMap<CaseId, Case>,
    pub(super) papers: BTreeMap<PaperId, PaperOwner>,
    pub(super) grants: BTreeMap<GrantId, Grant>,
    pub(super) findings: BTreeMap<FindingId, Finding>,
    /// The record that goes, and the one that stays.
    pub(super) merged: BTreeMap<PersonId, PersonId>,
    pub(super) merges: BTreeMap<PersonId, MergeRecord>,
    pub(super) notices: BTreeMap<NoticeId, Notice>,
    pub(super) voice_messages: BTreeMap<VoiceMessageId, VoiceMessage>,
    pub(super) ratings: BTreeMap<RatingId, Rating>,
    pub(super) survey: BTreeMap<(Question, Answer), u64>,
    pub(super) outbox: BTreeMap<String, OutboxSms>,
    pub(super) texts: BTreeMap<String, Text>,
    pub(super) once: BTreeMap<String, (String, Timestamp)>,
    stashed: BTreeMap<SessionId, Timestamp>,
    pub(super) blocked: BTreeSet<(PersonId, PersonId)>,
    pub(super) portraits: BTreeMap<(PersonId, PersonId), Portrait>,
    pub(super) unsent: BTreeMap<String, Unsent>,
    pub(super) attempts: Vec<(String, String, Timestamp)>,
    pub(super) ledger: Vec<LedgerRow>,
    heads: BTreeMap<String, (Date, i64)>,
}

impl Shelves {
    pub(super) fn apply(&mut self, change: Change) -> PortResult<()> {
        match change {
            Change::SavePerson(r) => self.save_person(*r)?,
            Change::SaveStaff(r) => {
                unique(self.staff.values().any(|s| s.id != r.id && s.user_name == r.user_name), "staff user name")?;
                save(&mut self.staff, r.id.clone(), *r, |s| &mut s.version)?;
            }
            Change::SaveCase(r) => {
                self.known(&r.subject)?;
                self.still_there(&r.subject)?;
                unique(self.cases.values().any(|c| c.id != r.id && c.reference == r.reference), "case reference")?;
                let (id, subject, papers) = (r.id.clone(), r.subject.clone(), r.papers.clone());
                save(&mut self.cases, r.id.clone(), *r, |c| &mut c.version)?;
                self.hang(&papers, &subject, |o| &mut o.case, id);
            }
            Change::SaveDraft(r) => {
                self.known(&r.subject)?;
                self.still_there(&r.subject)?;
                let taken = born(&r).is_some_and(|c| self.drafts.values().any(|d| d.id != r.id && born(d) == Some(c)));
                unique(taken, "draft of a case")?;
                let (id, subject, papers) = (r.id.clone(), r.subject.clone(), r.papers.clone());
                save(&mut self.drafts, r.id.clone(), *r, |d| &mut d.version)?;
                self.hang(&papers, &subject, |o| &mut o.draft, id);
            }
            Change::TakePlace(place) => {
                let others = |g: &&Grant| g.state.holds_a_place();
                let helpers: BTreeSet<_> = self
                    .grants
                    .values()
                    .filter(others)
                    .filter(|g| g.elder == place.elder && g.helper != place.helper)
                    .map(|g| &g.helper)
                    .collect();
                let of_helper = || self.grants.values().filter(|g| g.helper == place.helper && g.elder != place.elder);
                let elders: BTreeSet<_> = of_helper().filter(others).map(|g| &g.elder).collect();
                let fresh: BTreeSet<_> =
                    of_helper().filter(|g| g.agreement.as_ref().is_some_and(|a| a.at() >= place.month_from)).map(|g| &g.elder).collect();
                let held = Held {
                    helpers_of_elder: helpers.len() as u64,
                    elders_of_helper: elders.len() as u64,
                    new_this_month: fresh.len() as u64,
                };
                held.room_for_one(&place.limits).map_err(PortError::NoPlace)?;
            }
            Change::WhileItStands(under) => under.still_stands(self.grants.get(&under.grant)).map_err(PortError::Stopped)?,
            Change::BlockAsker { elder, asker, .. } => {
                self.blocked.insert((elder, asker));
            }
            Change::UnblockAsker { elder, asker } => {
                self.blocked.remove(&(elder, asker));
            }
            Change::PutPortrait { helper, elder, portrait } => {
                self.known(&elder)?;
                self.known(&helper)?;
                match portrait {
                    Some(portrait) => self.portraits.insert((helper, elder), portrait),
                    None => self.portraits.remove(&(helper, elder)),
                };
            }
            Change::PutUnsent(r) => {
                self.known(&r.helper)?;
                self.unsent.insert(r.id.clone(), *r);
            }
            Change::EndUnsent(id) => {
                self.unsent.remove(&id);
            }
            Change::SaveGrant(r) => {
                self.known(&r.elder)?;
                self.known(&r.helper)?;
                self.still_there(&r.elder)?;
                self.still_there(&r.helper)?;
                let (id, elder, papers) = (r.id.clone(), r.elder.clone(), r.papers.clone());
                save(&mut self.grants, r.id.clone(), *r, |g| &mut g.version)?;
                self.hang(&papers, &elder, |o| &mut o.grant, id);
            }
            Change::SaveSlip(r) => {
                self.known(&r.person)?;
                save(&mut self.slips, r.id.clone(), *r, |s| &mut s.version)?;
            }
            Change::SaveAssisted(r) => {
                self.known(&r.subject)?;
                save(&mut self.assisted, r.id.clone(), *r, |a| &mut a.version)?;
            }
            Change::SaveFinding(r) => {
                self.known(&r.about)?;
                unique(self.findings.values().any(|f| f.id != r.id && f.key() == r.key()), "finding")?;
                save(&mut self.findings, r.id.clone(), *r, |f| &mut f.version)?;
            }
            Change::MergePerson { record, grants } => self.merge(*record, &grants)?,
            Change::PartPerson(record) => self.part(&record)?,
            Change::NothingLeft(of) => unique(self.names(&of), "something came meanwhile")?,
            Change::PutSession(r) => {
                match r.stash {
                    Some(_) => self.stashed.insert(r.id.clone(), r.last_seen),
                    None => self.stashed.remove(&r.id),
                };
                self.sessions.insert(r.id.clone(), *r);
            }
            Change::TouchSession { id, at } => {
                if let Some(session) = self.sessions.get_mut(&id) {
                    session.last_seen = at;
                }
            }
            Change::EndSession(id) => {
                self.sessions.remove(&id);
            }
            Change::EndSessionsOfPerson { person, keep } => self
                .sessions
                .retain(|id, s| keep.as_ref() == Some(id) || !matches!(&s.of, SessionOf::Resident { person: p, .. } if *p == person)),
            Change::EndSessionsOfStaff(staff) => {
                self.sessions.retain(|_, s| !matches!(&s.of, SessionOf::Staff { staff: st, .. } if *st == staff));
            }
            Change::PutCode(r) => self.put_code(r)?,
            Change::PutOwnPhone(r) => {
                self.own_phones.insert(r.id.clone(), r);
            }
            Change::EndOwnPhones(person) => self.own_phones.retain(|_, o| o.person != person),
            Change::KeepComfort(r) => {
                self.known(&r.person)?;
                self.comforts.insert(r.person.clone(), r);
            }
            Change::SaveVoiceMessage(r) => {
                self.known(&r.subject)?;
                self.still_there(&r.subject)?;
                save(&mut self.voice_messages, r.id.clone(), *r, |m| &mut m.version)?;
            }
            Change::DropVoiceMessage(id) => {
                self.voice_messages.remove(&id);
            }
            Change::SaveRating(r) => {
                self.known(&r.subject)?;
                self.still_there(&r.subject)?;
                unique(self.ratings.values().any(|o| o.id != r.id && o.case == r.case && o.stage == r.stage), "rating of a step")?;
                save(&mut self.ratings, r.id.clone(), *r, |r| &mut r.version)?;
            }
            Change::CountAnswer { question, answer } => *self.survey.entry((question, answer)).or_default() += 1,
            Change::PutNotice(r) => {
                self.known(&r.person)?;
                self.notices.insert(r.id.clone(), *r);
            }
            Change::MarkNoticeRead { id, at } => {
                if let Some(notice) = self.notices.get_mut(&id) {
                    notice.read_at.get_or_insert(at);
                }
            }
            Change::MarkNoticeDelivered { id, delivered } => {
                if let Some(notice) = self.notices.get_mut(&id) {
                    notice.delivered.get_or_insert(delivered);
                }
            }
            Change::PutSms(r) => {
                self.texts.insert(r.id.clone(), Text { due: Some(r.at), ..Text::default() });
                self.outbox.insert(r.id.clone(), *r);
            }
            Change::TextHanded { id, at } => {
                if let Some(text) = self.texts.get_mut(&id) {
                    (text.due, text.handed) = (None, Some(at));
                }
            }
            Change::TextSent { id, at } => {
                if let Some(text) = self.texts.get_mut(&id) {
                    (text.due, text.sent, text.handed) = (None, Some(at), None);
                }
            }
            Change::TextNotSent { id, tries, next, .. } => {
                if let Some(text) = self.texts.get_mut(&id) {
                    (text.due, text.tries, text.failed, text.handed) = (next, tries, next.is_none(), None);
                }
                if next.is_none()
                    && let Some(notice) = self.notices.get_mut(&NoticeId::new(id))
                    && notice.way == Way::Text
                {
                    notice.way = Way::Hand;
                }
            }
            Change::Clear { what, before } => self.clear(what, before),
            Change::Ledger(note) => self.write_down(*note),
            Change::Once { key, location, at } => {
                unique(self.once.contains_key(&key), "once")?;
                self.once.insert(key, (location, at));
            }
            Change::Attempt { kind, who, at } => self.attempts.push((kind, who, at)),
        }
        Ok(())
    }

    fn clear(&mut self, what: Served, before: Timestamp) {
        let old = |at: &Timestamp| *at < before;
        match what {
            Served::Codes => self.codes.retain(|_, c| !old(&c.sent_at)),
            Served::Attempts => self.attempts.retain(|(_, _, at)| !old(at)),
            Served::OnceKeys => self.once.retain(|_, (_, at)| !old(at)),
            Served::VisitorSessions => self.sessions.retain(|_, s| !old(&s.last_seen) || !matches!(s.of, SessionOf::Visitor(_))),
            Served::StaffSessions => self.sessions.retain(|_, s| !old(&s.last_seen) || !matches!(s.of, SessionOf::Staff { .. })),
            Served::ResidentSessions => self.sessions.retain(|_, s| !old(&s.last_seen) || !matches!(s.of, SessionOf::Resident { .. })),
            Served::Stashes => {
                for (id, session) in &mut self.sessions {
                    if self.stashed.get(id).is_some_and(old) {
                        session.stash = None;
                    }
                }
            }
            Served::OwnPhones => self.own_phones.retain(|_, o| !old(&o.since)),
            Served::Unsent => self.unsent.retain(|_, u| !old(&u.at)),
            Served::SentTexts => self.outbox.retain(|id, _| !self.texts.get(id).and_then(|t| t.sent).is_some_and(|at| old(&at))),
            Served::Texts => self.outbox.retain(|_, o| !old(&o.at)),
        }
        self.texts.retain(|id, _| self.outbox.contains_key(id));
    }

    fn save_person(&mut self, record: Person) -> PortResult<()> {
        let taken = self.people.values().any(|p| p.id != record.id && p.id_number == record.id_number);
        unique(taken, "person number")?;
        save(&mut self.people, record.id.clone(), record, |p| &mut p.version)
    }

    /// Two guesses at once must not count as one, and a code works once: it only ever moves on.
    fn put_code(&mut self, record: SentCode) -> PortResult<()> {
        if let Some(old) = self.codes.get(&record.id) {
            let counted = old.used == record.used && old.tries < record.tries;
            let used_up = !old.used && record.used && old.tries <= record.tries;
            unique(!counted && !used_up, "code: somebody was quicker")?;
        }
        self.codes.insert(record.id.clone(), record);
        Ok(())
    }

    fn known(&self, person: &PersonId) -> PortResult<()> {
        if self.people.contains_key(person) {
            return Ok(());
        }
        Err(PortError::Damaged("a record refers to a person who does not exist".into()))
    }

    /// Keeps the list of papers in step with the draft or case they hang on.
    fn hang<Id>(&mut self, papers: &[PaperRef], subject: &PersonId, place: impl Fn(&mut PaperOwner) -> &mut Option<Id>, id: Id)
    where
        Id: PartialEq + Clone,
    {
        for owner in self.papers.values_mut() {
            place(owner).take_if(|old| *old == id);
        }
        for paper in papers {
            let owner = self.papers.entry(paper.id.clone()).or_insert_with(|| PaperOwner {
                draft: None,
                case: None,
                grant: None,
                subject: subject.clone(),
                mime: paper.mime.clone(),
            });
            *place(owner) = Some(id.clone());
        }
        self.papers.retain(|_, o| o.draft.is_some() || o.case.is_some() || o.grant.is_some());
    }

    /// One count per county and day; a day never goes back.
    fn write_down(&mut self, note: LedgerNote) {
        let today = note.at.to_zoned(TimeZone::fixed(Offset::constant(8))).date();
        let head = self.heads.entry(note.line.county.clone()).or_insert((today, 0));
        *head = if head.0 >= today { (head.0, head.1 + 1) } else { (today, 1) };
        self.ledger.push(LedgerRow { seq: head.1, at: note.at, line: note.line });
    }
}

/// The case that a draft gave birth to; what is added to a running one gives birth to none.
fn born(draft: &Draft) -> Option<&CaseId> {
    match &draft.state {
        DraftState::Submitted(case) if draft.adds_to().is_none() => Some(case),
        _ => None,
    }
}

fn unique(taken: bool, what: &str) -> PortResult<()> {
    if taken { Err(PortError::Conflict(what.to_owned())) } else { Ok(()) }
}

fn save<K: Ord, T>(shelf: &mut BTreeMap<K, T>, key: K, mut record: T, version: impl Fn(&mut T) -> &mut i64) -> PortResult<()> {
    let given = *version(&mut record);
    let stored = shelf.get_mut(&key).map_or(0, |old| *version(old));
    unique(given != stored, "saved by somebody else")?;
    *version(&mut record) = given + 1;
    shelf.insert(key, record);
    Ok(())
}
