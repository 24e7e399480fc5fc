//! The port `Store` over the shelves: the same answers and the same order as the databases give.
//! Long because the port is one trait and its answers stand in the order of the trait.

use super::lock;
use super::shelves::{Shelves, Text};
use crate::ports::store::PaperOwner;
use crate::ports::*;
use domain::assist::Assisted;
use domain::case::{Case, CaseAct, CaseState, Draft, DraftState, Role, transition};
use domain::catalog::ItemCode;
use domain::family::watch::Finding;
use domain::family::{Grant, GrantState, Portrait};
use domain::ids::*;
use domain::ledger::By;
use domain::notice::Notice;
use domain::notice::way::Way;
use domain::person::{IdNumber, Name, Phone, typing};
use domain::rating::{Rating, Stage, SurveyCount};
use domain::review::Ties;
use domain::sound::{VoiceMessage, Words};
use domain::tally::{Figure, Tallies};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct FakeStore(Mutex<Shelves>, AtomicU64);

impl FakeStore {
    fn read<T>(&self, question: impl FnOnce(&Shelves) -> T) -> PortResult<T> {
        self.1.fetch_add(1, Ordering::SeqCst);
        Ok(question(&lock(&self.0)))
    }
    /// How many questions it was asked so far: a page must not ask more of them because a list is long.
    pub fn questions(&self) -> u64 {
        self.1.load(Ordering::SeqCst)
    }
    /// The whole ledger as it was written, for tests that ask what was recorded.
    pub fn ledger(&self) -> Vec<LedgerRow> {
        lock(&self.0).ledger.clone()
    }
    /// Every notice, oldest first.
    pub fn all_notices(&self) -> Vec<Notice> {
        found(lock(&self.0).notices.values(), |_| true, |n| (n.at, n.id.clone()), usize::MAX)
    }
    pub fn all_cases(&self) -> Vec<Case> {
        lock(&self.0).cases.values().cloned().collect()
    }
}

/// What fits, sorted, cut, copied.
fn found<'a, T: Clone + 'a, K: Ord>(
    all: impl Iterator<Item = &'a T>,
    fits: impl Fn(&T) -> bool,
    order: impl Fn(&T) -> K,
    limit: usize,
) -> Vec<T> {
    let mut some: Vec<&T> = all.filter(|t| fits(t)).collect();
    some.sort_by_key(|t| order(t));
    some.into_iter().take(limit).cloned().collect()
}

/// Texts whose sending has this moment, the earliest first.
fn texts_by(s: &Shelves, moment: impl Fn(&Text) -> Option<Timestamp>, limit: u64) -> Vec<DueText> {
    let at = |sms: &OutboxSms| s.texts.get(&sms.id).and_then(&moment);
    let texts = found(s.outbox.values(), |sms| at(sms).is_some(), |sms| (at(sms), sms.id.clone()), cut(limit));
    texts.into_iter().map(|sms| DueText { tries: s.texts.get(&sms.id).map_or(0, |t| t.tries), sms }).collect()
}

fn cut(limit: u64) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}

fn newest(case: &Case) -> (Reverse<Timestamp>, CaseId) {
    (Reverse(case.submitted_at), case.id.clone())
}

fn urgent(case: &Case) -> (Date, Timestamp, CaseId) {
    (case.step_due, case.submitted_at, case.id.clone())
}

fn rows(cases: &[Case]) -> Vec<CaseRow> {
    let row = |c: &Case| CaseRow {
        id: c.id.clone(),
        reference: c.reference.clone(),
        item: c.item,
        state: c.state,
        subject: c.subject.clone(),
        desk: c.desk.clone(),
        village: c.village.clone(),
        submitted_at: c.submitted_at,
        promised: c.promised,
        step_due: c.step_due,
        held_by: c.hold.as_ref().map(|h| h.by.clone()),
        held_until: c.hold.as_ref().map(|h| h.until),
        kept_for: c.kept_for.clone(),
    };
    cases.iter().map(row).collect()
}

fn ids(cases: Vec<Case>) -> Vec<CaseId> {
    cases.into_iter().map(|c| c.id).collect()
}

#[async_trait]
impl Store for FakeStore {
    async fn commit(&self, changes: Vec<Change>) -> PortResult<()> {
        let mut shelves = lock(&self.0);
        let mut after = shelves.clone();
        for change in changes {
            after.apply(change)?;
        }
        *shelves = after;
        Ok(())
    }

    async fn person(&self, id: &PersonId) -> PortResult<Option<Person>> {
        self.read(|s| s.people.get(id).cloned())
    }
    async fn person_by_number(&self, number: &IdNumber) -> PortResult<Option<Person>> {
        self.read(|s| {
            let found = s.people.values().find(|p| p.id_number == *number)?;
            s.people.get(s.merged.get(&found.id).unwrap_or(&found.id)).cloned()
        })
    }
    async fn merged_into(&self, id: &PersonId) -> PortResult<Option<PersonId>> {
        self.read(|s| s.merged.get(id).cloned())
    }
    async fn belongings(&self, person: &PersonId) -> PortResult<Belongings> {
        fn of<'a, T: Clone + 'a>(all: impl Iterator<Item = &'a T>, hers: impl Fn(&T) -> bool) -> Vec<T> {
            all.filter(|one| hers(one)).cloned().collect()
        }
        let filed = |c: &Case| matches!(&c.filed_by.by, By::Bystander(p) if p == person);
        self.read(|s| Belongings {
            drafts: of(s.drafts.values(), |d| d.subject == *person),
            cases: ids(of(s.cases.values(), |c| c.subject == *person || filed(c))),
            grants: of(s.grants.values(), |g| g.elder == *person || g.helper == *person),
            notices: of(s.notices.values(), |n| n.person == *person),
            slips: of(s.slips.values(), |s| s.person == *person),
            assisted: of(s.assisted.values(), |a| a.subject == *person),
            findings: of(s.findings.values(), |f| f.about == *person),
            messages: of(s.voice_messages.values(), |m| m.subject == *person),
            ratings: of(s.ratings.values(), |r| r.subject == *person),
            unsent: of(s.unsent.values(), |u| u.helper == *person),
        })
    }
    async fn merges_into(&self, stays: &PersonId) -> PortResult<Vec<MergeRecord>> {
        self.read(|s| s.merges.values().filter(|m| s.merged.get(&m.goes) == Some(stays)).cloned().collect())
    }
    async fn people(&self, ids: &[PersonId]) -> PortResult<Vec<Person>> {
        self.read(|s| ids.iter().filter_map(|id| s.people.get(id).cloned()).collect())
    }
    async fn holders_of_phone(&self, phone: &Phone) -> PortResult<usize> {
        self.read(|s| s.people.values().filter(|p| p.alive && p.phone.as_ref() == Some(phone)).count())
    }
    async fn find_people(&self, area: &AreaCode, words: &str, limit: u64) -> PortResult<Vec<Person>> {
        let (number, name) = (typing::squeeze(words), Name::parse(words).ok());
        let fits = |p: &Person| {
            area.contains(&p.village) && (p.id_number.plain() == number || name.as_ref().is_some_and(|n| n.equals_loosely(&p.name)))
        };
        self.read(|s| found(s.people.values(), |p| fits(p) && !s.merged.contains_key(&p.id), |p| p.id.clone(), cut(limit)))
    }

    async fn staff(&self, id: &StaffId) -> PortResult<Option<Staff>> {
        self.read(|s| s.staff.get(id).cloned())
    }
    async fn staff_by_user_name(&self, user_name: &str) -> PortResult<Option<Staff>> {
        self.read(|s| s.staff.values().find(|st| st.user_name == user_name).cloned())
    }
    async fn staff_of_desk(&self, desk: &AreaCode) -> PortResult<Vec<Staff>> {
        let fits = |st: &Staff| st.active && st.desk == *desk;
        self.read(|s| found(s.staff.values(), fits, |st| st.user_name.clone(), usize::MAX))
    }
    async fn all_staff(&self) -> PortResult<Vec<Staff>> {
        self.read(|s| found(s.staff.values(), |_| true, |st| st.user_name.clone(), usize::MAX))
    }
    async fn ties(&self, staff: &Staff, person: &PersonId) -> PortResult<Ties> {
        let declared = staff.declared.contains(person);
        let Some(own) = &staff.person else {
            return Ok(Ties { declared, ..Ties::default() });
        };
        self.read(|s| {
            let home = |id: &PersonId| s.people.get(id).and_then(|p| p.household.clone());
            let between =
                |g: &&Grant| !g.state.over() && (g.elder == *own && g.helper == *person || g.elder == *person && g.helper == *own);
            Ties {
                same_household: home(own).is_some_and(|h| home(person) == Some(h)),
                grant_between: s.grants.values().any(|g| between(&g)),
                declared,
            }
        })
    }

    async fn session(&self, id: &SessionId) -> PortResult<Option<Session>> {
        self.read(|s| s.sessions.get(id).cloned())
    }
    async fn sessions_of(&self, person: &PersonId) -> PortResult<Vec<Session>> {
        let fits = |s: &Session| matches!(&s.of, SessionOf::Resident { person: p, .. } if p == person);
        self.read(|s| found(s.sessions.values(), fits, |s| (Reverse(s.last_seen), s.id.clone()), usize::MAX))
    }
    async fn own_phone(&self, id: &str) -> PortResult<Option<OwnPhone>> {
        self.read(|s| s.own_phones.get(id).cloned())
    }
    async fn comfort_of(&self, person: &PersonId) -> PortResult<Option<domain::comfort::Comfort>> {
        self.read(|s| s.comforts.get(person).map(|kept| kept.comfort))
    }
    async fn codes(&self, who: &str, purpose: &str, since: Timestamp) -> PortResult<Vec<SentCode>> {
        let fits = |c: &SentCode| c.who == who && c.purpose == purpose && c.sent_at >= since;
        self.read(|s| found(s.codes.values(), fits, |c| (c.sent_at, c.id.clone()), usize::MAX))
    }
    async fn attempts(&self, kind: &str, who: &str, since: Timestamp) -> PortResult<u64> {
        self.read(|s| s.attempts.iter().filter(|(k, w, at)| k == kind && w == who && *at >= since).count() as u64)
    }
    async fn once(&self, key: &str) -> PortResult<Option<String>> {
        self.read(|s| s.once.get(key).map(|(location, _)| location.clone()))
    }

    async fn slip(&self, id: &SlipId) -> PortResult<Option<Slip>> {
        self.read(|s| s.slips.get(id).cloned())
    }
    async fn slip_by_code(&self, code_hash: &str) -> PortResult<Option<Slip>> {
        let fits = |s: &Slip| s.code_hash == code_hash;
        self.read(|s| found(s.slips.values(), fits, |s| (Reverse(s.issued_at), s.id.clone()), 1).pop())
    }
    async fn slip_by_screen(&self, screen_hash: &str) -> PortResult<Option<Slip>> {
        let fits = |s: &Slip| s.screen_hash == screen_hash;
        self.read(|s| found(s.slips.values(), fits, |s| (Reverse(s.issued_at), s.id.clone()), 1).pop())
    }

    async fn slips_of(&self, person: &PersonId) -> PortResult<Vec<Slip>> {
        let order = |s: &Slip| (Reverse(s.issued_at), s.id.clone());
        self.read(|s| found(s.slips.values(), |s| s.person == *person, order, usize::MAX))
    }

    async fn draft(&self, id: &DraftId) -> PortResult<Option<Draft>> {
        self.read(|s| s.drafts.get(id).cloned())
    }
    async fn drafts_of(&self, subject: &PersonId) -> PortResult<Vec<Draft>> {
        let fits = |d: &Draft| d.subject == *subject && d.state == DraftState::Open;
        self.read(|s| found(s.drafts.values(), fits, |d| (Reverse(d.updated_at), d.id.clone()), usize::MAX))
    }

    async fn case(&self, id: &CaseId) -> PortResult<Option<Case>> {
        self.read(|s| s.cases.get(id).cloned())
    }
    async fn case_by_reference(&self, reference: &str) -> PortResult<Option<Case>> {
        self.read(|s| s.cases.values().find(|c| c.reference == reference).cloned())
    }
    async fn cases_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<CaseRow>> {
        self.read(|s| rows(&found(s.cases.values(), |c| c.subject == *subject, newest, cut(limit))))
    }
    async fn newest_cases(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Case>> {
        self.read(|s| found(s.cases.values(), |c| c.subject == *subject, newest, cut(limit)))
    }
    async fn cases_of_item(&self, subject: &PersonId, item: ItemCode, states: &[CaseState]) -> PortResult<Vec<Case>> {
        let fits = |c: &Case| c.subject == *subject && c.item == item && states.contains(&c.state);
        self.read(|s| found(s.cases.values(), fits, newest, usize::MAX))
    }
    async fn cases(&self, ids: &[CaseId]) -> PortResult<Vec<Case>> {
        self.read(|s| ids.iter().filter_map(|id| s.cases.get(id).cloned()).collect())
    }
    async fn cases_filed_by(&self, person: &PersonId, limit: u64) -> PortResult<Vec<CaseRow>> {
        let fits = |c: &Case| matches!(&c.filed_by.by, By::Bystander(p) if p == person);
        self.read(|s| rows(&found(s.cases.values(), fits, newest, cut(limit))))
    }
    async fn taken_in(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<CaseRow>> {
        let fits = |c: &Case| c.taken_at.as_ref() == Some(desk);
        self.read(|s| rows(&found(s.cases.values(), fits, |c| (std::cmp::Reverse(c.submitted_at), c.id.clone()), cut(limit))))
    }
    async fn queue(&self, desk: &AreaCode, sought: Sought<'_>, limit: u64) -> PortResult<Vec<CaseRow>> {
        let Sought { states, item, due_before } = sought;
        let narrow = |c: &Case| item.is_none_or(|item| c.item == item) && due_before.is_none_or(|day| c.step_due < day);
        let fits = |c: &Case| c.desk == *desk && states.contains(&c.state) && narrow(c);
        self.read(|s| rows(&found(s.cases.values(), fits, urgent, cut(limit))))
    }
    async fn queue_of(&self, desk: &AreaCode, state: CaseState, items: &[ItemCode], limit: u64) -> PortResult<Vec<CaseRow>> {
        let fits = |c: &Case| c.desk == *desk && c.state == state && items.contains(&c.item);
        self.read(|s| rows(&found(s.cases.values(), fits, urgent, cut(limit))))
    }
    async fn queue_kept(&self, desk: &AreaCode, clerks: &[StaffId], states: &[CaseState], limit: u64) -> PortResult<Vec<CaseRow>> {
        let fits = |c: &Case| c.desk == *desk && states.contains(&c.state) && c.kept_for.as_ref().is_some_and(|k| clerks.contains(k));
        self.read(|s| rows(&found(s.cases.values(), fits, urgent, cut(limit))))
    }
    async fn cases_ending(&self, area: &AreaCode, digits: &str, limit: u64) -> PortResult<Vec<CaseRow>> {
        let near = |c: &Case| area.contains(&c.village) || c.desk == *area;
        let fits = |c: &Case| digits.len() >= 4 && c.reference.ends_with(digits) && near(c);
        self.read(|s| rows(&found(s.cases.values(), fits, newest, cut(limit))))
    }
    async fn to_invite(&self, before: Timestamp, limit: u64) -> PortResult<Vec<CaseId>> {
        let due = |c: &Case| Stage::Ended.reached(c).filter(|_| !c.invited);
        let fits = |c: &Case| due(c).is_some_and(|at| at <= before);
        self.read(|s| ids(found(s.cases.values(), fits, |c| (due(c), c.id.clone()), cut(limit))))
    }
    async fn settled(&self, now: Timestamp, limit: u64) -> PortResult<Vec<CaseId>> {
        let fits = |c: &Case| c.state == CaseState::Settling && c.settles_at <= now;
        self.read(|s| ids(found(s.cases.values(), fits, |c| (c.settles_at, c.id.clone()), cut(limit))))
    }
    async fn overdue(&self, today: Date, limit: u64) -> PortResult<Vec<CaseId>> {
        let fits = |c: &Case| c.step_due < today && transition(c.state, CaseAct::Climb, Role::Rule).is_some();
        self.read(|s| ids(found(s.cases.values(), fits, urgent, cut(limit))))
    }
    async fn deferrals_near(&self, until: Date, limit: u64) -> PortResult<Vec<CaseId>> {
        let fits = |c: &Case| c.remind_due().is_some_and(|due| due <= until);
        self.read(|s| ids(found(s.cases.values(), fits, |c| (c.remind_due(), c.id.clone()), cut(limit))))
    }
    async fn deferrals_due(&self, today: Date, limit: u64) -> PortResult<Vec<CaseId>> {
        let fits = |c: &Case| c.next_deferral().is_some_and(|due| due < today) && c.lapses();
        let order = |c: &Case| (c.next_deferral(), c.id.clone());
        self.read(|s| ids(found(s.cases.values(), fits, order, cut(limit))))
    }
    async fn tallied(&self, area: &AreaCode, from: Date, to: Date) -> PortResult<Vec<(Figure, i64)>> {
        self.read(|s| {
            let mut all = Tallies::default();
            s.cases.values().for_each(|case| all.change(None, Some(case)));
            all.within(area, from, to)
        })
    }
    async fn paper_owner(&self, id: &PaperId) -> PortResult<Option<PaperOwner>> {
        self.read(|s| s.papers.get(id).cloned())
    }

    async fn grant(&self, id: &GrantId) -> PortResult<Option<Grant>> {
        self.read(|s| s.grants.get(id).cloned())
    }
    async fn grants_by_elder(&self, elder: &PersonId) -> PortResult<Vec<Grant>> {
        let order = |g: &Grant| (Reverse(g.asked_at), g.id.clone());
        self.read(|s| found(s.grants.values(), |g| g.elder == *elder, order, usize::MAX))
    }
    async fn grants_by_helper(&self, helper: &PersonId) -> PortResult<Vec<Grant>> {
        let order = |g: &Grant| (Reverse(g.asked_at), g.id.clone());
        self.read(|s| found(s.grants.values(), |g| g.helper == *helper, order, usize::MAX))
    }
    async fn helped(&self, wanted: &Helped<'_>) -> PortResult<(Vec<Grant>, u64)> {
        self.read(|s| {
            let called = |g: &Grant| wanted.name.is_none_or(|n| s.people.get(&g.elder).is_some_and(|p| p.name.equals_loosely(n)));
            let gone = |g: &Grant| g.ended.as_ref().is_some_and(|e| e.at < wanted.ended_since);
            let fits = |g: &Grant| g.helper == *wanted.helper && (g.agreement.is_some() || g.claim.is_some()) && !gone(g) && called(g);
            let order = |g: &Grant| (g.state.over(), Reverse(g.asked_at), g.id.clone());
            let all = found(s.grants.values(), fits, order, usize::MAX);
            let count = all.len() as u64;
            (all.into_iter().skip(cut(wanted.skip)).take(cut(wanted.limit)).collect(), count)
        })
    }
    async fn portraits(&self, helper: &PersonId, elders: &[PersonId]) -> PortResult<BTreeMap<PersonId, Portrait>> {
        let chosen = |s: &Shelves, elder: &PersonId| s.portraits.get(&(helper.clone(), elder.clone())).copied();
        self.read(|s| elders.iter().filter_map(|elder| Some((elder.clone(), chosen(s, elder)?))).collect())
    }
    async fn unsent(&self, id: &str) -> PortResult<Option<Unsent>> {
        self.read(|s| s.unsent.get(id).cloned())
    }
    async fn unsent_of(&self, helper: &PersonId) -> PortResult<Vec<Unsent>> {
        self.read(|s| found(s.unsent.values(), |u| u.helper == *helper, |u| (Reverse(u.at), u.id.clone()), usize::MAX))
    }
    async fn grants_ending(&self, now: Timestamp, before: Timestamp, limit: u64) -> PortResult<Vec<Grant>> {
        let open = |g: &Grant| g.state == GrantState::Active && !g.renewal_asked;
        let fits = |g: &Grant| open(g) && now < g.until && g.until <= before;
        self.read(|s| found(s.grants.values(), fits, |g| (g.until, g.id.clone()), cut(limit)))
    }
    async fn grants_in(&self, area: &AreaCode, state: domain::family::GrantState, limit: u64) -> PortResult<Vec<Grant>> {
        self.read(|s| {
            let near = |g: &Grant| s.people.get(&g.elder).is_some_and(|p| area.contains(&p.village));
            found(s.grants.values(), |g| g.state == state && near(g), |g| (g.asked_at, g.id.clone()), cut(limit))
        })
    }
    async fn blocked_askers(&self, elder: &PersonId) -> PortResult<Vec<PersonId>> {
        self.read(|s| s.blocked.iter().filter(|(e, _)| e == elder).map(|(_, asker)| asker.clone()).collect())
    }
    async fn grants_run_out(&self, now: Timestamp, asked_before: Timestamp, limit: u64) -> PortResult<Vec<Grant>> {
        let unanswered = |g: &Grant| g.state.waits_for_her() && g.asked_at < asked_before;
        let fits = |g: &Grant| !g.state.over() && (g.until <= now || unanswered(g));
        self.read(|s| found(s.grants.values(), fits, |g| (g.until, g.id.clone()), cut(limit)))
    }

    async fn helpers_since(&self, since: Timestamp, after: &str, limit: u64) -> PortResult<Vec<PersonId>> {
        let fits = |g: &&Grant| {
            let agreed = g.agreement.as_ref().is_some_and(|a| a.at() >= since);
            g.helper.as_str() > after && (g.asked_at >= since || agreed || g.state == GrantState::Disputed)
        };
        let all = |s: &Shelves| s.grants.values().filter(fits).map(|g| g.helper.clone()).collect::<std::collections::BTreeSet<_>>();
        self.read(|s| all(s).into_iter().take(cut(limit)).collect())
    }
    async fn finding(&self, id: &FindingId) -> PortResult<Option<Finding>> {
        self.read(|s| s.findings.get(id).cloned())
    }
    async fn finding_by_key(&self, key: &str) -> PortResult<Option<Finding>> {
        self.read(|s| s.findings.values().find(|f| f.key() == key).cloned())
    }
    async fn findings(&self, limit: u64) -> PortResult<Vec<Finding>> {
        let order = |f: &Finding| (!f.open, Reverse(f.at), f.id.clone());
        self.read(|s| found(s.findings.values(), |_| true, order, cut(limit)))
    }

    async fn notices(&self, person: &PersonId, limit: u64) -> PortResult<Vec<Notice>> {
        let order = |n: &Notice| (Reverse(n.at), n.id.clone());
        self.read(|s| found(s.notices.values(), |n| n.person == *person, order, cut(limit)))
    }
    async fn assisted(&self, id: &AssistedId) -> PortResult<Option<Assisted>> {
        self.read(|s| s.assisted.get(id).cloned())
    }
    async fn assisted_waiting(&self, area: &AreaCode, limit: u64) -> PortResult<Vec<Assisted>> {
        let fits = |a: &Assisted| a.why().is_some() && area.contains(&a.village);
        self.read(|s| found(s.assisted.values(), fits, |a| (a.at, a.id.clone()), cut(limit)))
    }
    async fn assisted_since(&self, since: Timestamp, limit: u64) -> PortResult<Vec<Assisted>> {
        self.read(|s| found(s.assisted.values(), |a| a.at >= since, |a| (Reverse(a.at), a.id.clone()), cut(limit)))
    }
    async fn assisted_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Assisted>> {
        self.read(|s| found(s.assisted.values(), |a| a.subject == *subject, |a| (Reverse(a.at), a.id.clone()), cut(limit)))
    }
    async fn undelivered(&self, area: &AreaCode, limit: u64) -> PortResult<Vec<Notice>> {
        self.read(|s| {
            let near = |p: &Person| p.alive && area.contains(&p.village);
            let fits = |n: &Notice| n.delivered.is_none() && n.way != Way::Text && s.people.get(&n.person).is_some_and(near);
            found(s.notices.values(), fits, |n| (n.at, n.id.clone()), cut(limit))
        })
    }
    async fn voice_message(&self, id: &VoiceMessageId) -> PortResult<Option<VoiceMessage>> {
        self.read(|s| s.voice_messages.get(id).cloned())
    }
    async fn voice_messages_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        let order = |m: &VoiceMessage| (Reverse(m.left_at), m.id.clone());
        self.read(|s| found(s.voice_messages.values(), |m| m.subject == *subject, order, cut(limit)))
    }
    async fn voice_messages_at(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        self.read(|s| {
            let lies_here = |m: &VoiceMessage| m.about.as_ref().and_then(|(c, _)| s.cases.get(c)).is_some_and(|c| c.desk == *desk);
            let fits = |m: &VoiceMessage| m.done.is_none() && (desk.contains(&m.village) || lies_here(m));
            found(s.voice_messages.values(), fits, |m| (m.left_at, m.id.clone()), cut(limit))
        })
    }
    async fn voice_messages_to_write(&self, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        self.read(|s| found(s.voice_messages.values(), |m| m.words == Words::Waiting, |m| (m.left_at, m.id.clone()), cut(limit)))
    }
    async fn voice_messages_over(&self, now: Timestamp, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        self.read(|s| found(s.voice_messages.values(), |m| m.until <= now, |m| (m.until, m.id.clone()), cut(limit)))
    }
    async fn rating(&self, id: &RatingId) -> PortResult<Option<Rating>> {
        self.read(|s| s.ratings.get(id).cloned())
    }
    async fn ratings_of_case(&self, case: &CaseId) -> PortResult<Vec<Rating>> {
        self.read(|s| found(s.ratings.values(), |r| r.case == *case, |r| (r.at, r.id.clone()), cut(u64::MAX)))
    }
    async fn ratings_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Rating>> {
        self.read(|s| found(s.ratings.values(), |r| r.subject == *subject, |r| (Reverse(r.at), r.id.clone()), cut(limit)))
    }
    async fn ratings_to_handle(&self, handler: &AreaCode, limit: u64) -> PortResult<Vec<Rating>> {
        let open = |r: &Rating| r.remedy.as_ref().is_some_and(|task| !task.state.over());
        let due = |r: &Rating| r.remedy.as_ref().and_then(|task| task.due());
        let order = |r: &Rating| (due(r).is_none(), due(r), r.at, r.id.clone());
        self.read(|s| found(s.ratings.values(), |r| open(r) && r.handler() == *handler, order, cut(limit)))
    }
    async fn ratings_overdue(&self, today: Date, limit: u64) -> PortResult<Vec<Rating>> {
        let due = |r: &Rating| r.remedy.as_ref().filter(|task| !task.late).and_then(|task| task.due());
        self.read(|s| found(s.ratings.values(), |r| due(r).is_some_and(|day| day < today), |r| (due(r), r.id.clone()), cut(limit)))
    }
    async fn ratings_late_for(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<Rating>> {
        let late = |r: &Rating| r.remedy.as_ref().is_some_and(|task| task.late && !task.state.over());
        let due = |r: &Rating| r.remedy.as_ref().and_then(|task| task.due());
        self.read(|s| found(s.ratings.values(), |r| late(r) && r.above_handler() == *desk, |r| (due(r), r.id.clone()), cut(limit)))
    }
    async fn ratings_settled(&self, desk: &AreaCode, before: Timestamp, limit: u64) -> PortResult<Vec<Rating>> {
        self.read(|s| found(s.ratings.values(), |r| r.desk == *desk && r.at < before, |r| (r.at, r.id.clone()), cut(limit)))
    }
    async fn survey_counts(&self) -> PortResult<Vec<SurveyCount>> {
        self.read(|s| {
            s.survey.iter().map(|((question, answer), given)| SurveyCount { question: *question, answer: *answer, given: *given }).collect()
        })
    }
    async fn outbox(&self, limit: u64) -> PortResult<Vec<OutboxSms>> {
        self.read(|s| found(s.outbox.values(), |_| true, |o| (Reverse(o.at), o.id.clone()), cut(limit)))
    }

    async fn texts_due(&self, now: Timestamp, limit: u64) -> PortResult<Vec<DueText>> {
        self.read(|s| texts_by(s, |text| text.due.filter(|due| *due <= now), limit))
    }
    async fn texts_unanswered(&self, before: Timestamp, limit: u64) -> PortResult<Vec<DueText>> {
        self.read(|s| texts_by(s, |text| text.handed.filter(|handed| *handed < before), limit))
    }
    async fn texts_counted(&self) -> PortResult<TextCount> {
        let count = |s: &Shelves, fits: fn(&Text) -> bool| s.texts.values().filter(|t| fits(t)).count() as u64;
        self.read(|s| TextCount {
            waiting: count(s, |t| t.due.is_some()),
            failed: count(s, |t| t.failed),
            unknown: count(s, |t| t.handed.is_some()),
        })
    }

    async fn ledger_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<LedgerRow>> {
        self.read(|s| {
            let hers = |id: &PersonId| id == subject || s.merged.get(id) == Some(subject);
            let mut rows: Vec<LedgerRow> = s.ledger.iter().filter(|r| r.line.subject.as_ref().is_some_and(hers)).cloned().collect();
            // Written in order: reversing before the stable sort keeps the later of two equal instants first.
            rows.reverse();
            rows.sort_by_key(|r| Reverse(r.at));
            rows.truncate(cut(limit));
            rows
        })
    }
    async fn ready(&self) -> PortResult<()> {
        Ok(())
    }
}
