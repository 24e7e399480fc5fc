//! What the filling works in: a world whose clock it turns, the people and clerks, and everything that is to be written.
//! Writes nothing itself; one commit at the end keeps all of it or nothing.

use super::people::DemoPerson;
use super::people::draw::Draw;
use app::acts::tell;
use app::ports::{Change, Clock, LedgerNote, Person, Staff, World};
use domain::ledger::By;
use domain::notice::way::Way;
use domain::notice::{Delivered, Notice, NoticeKind};
use domain::place::Places;
use domain::review::{Reviewer, Ties};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Time as the story needs it; never later than the real now.
pub(super) struct SceneClock(AtomicI64);

impl Clock for SceneClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

pub(super) struct Resident {
    pub(super) demo: DemoPerson,
    pub(super) person: Person,
}

pub(super) struct Scene {
    pub(super) world: World,
    clock: Arc<SceneClock>,
    /// The real time at which the filling began.
    pub(super) now: Timestamp,
    pub(super) draw: Draw,
    pub(super) people: Vec<Resident>,
    pub(super) staff: Vec<Staff>,
    pub(super) references: BTreeSet<String>,
    changes: Vec<Change>,
    notes: Vec<LedgerNote>,
    /// Names of papers that are to lie in the store, and which picture each is.
    pub(super) papers: Vec<(String, usize)>,
    pub(super) picture_sizes: Vec<u64>,
    pub(super) places: Arc<Places>,
}

/// Messages older than this are not in the outbox any more.
const OUTBOX: SignedDuration = SignedDuration::from_hours(24);
const READ_AFTER: SignedDuration = SignedDuration::from_hours(30);

impl Scene {
    pub(super) fn new(world: &World, seed: u64) -> Result<Self, String> {
        let now = world.now();
        let clock = Arc::new(SceneClock(AtomicI64::new(now.as_millisecond())));
        let places = app::data::places().map_err(|mistakes| mistakes.join("; "))?;
        Ok(Self {
            world: World { clock: clock.clone(), ..world.clone() },
            clock,
            now,
            draw: Draw::new(seed),
            people: Vec::new(),
            staff: Vec::new(),
            references: BTreeSet::new(),
            changes: Vec::new(),
            notes: Vec::new(),
            papers: Vec::new(),
            picture_sizes: Vec::new(),
            places: Arc::new(places),
        })
    }

    pub(super) fn set(&self, at: Timestamp) {
        self.clock.0.store(at.as_millisecond(), Ordering::Relaxed);
    }

    pub(super) fn at(&self) -> Timestamp {
        self.world.now()
    }

    pub(super) fn write(&mut self, change: Change) {
        match change {
            Change::Ledger(note) => self.notes.push(*note),
            Change::PutNotice(notice) => {
                let notice = self.heard(*notice);
                self.changes.push(Change::PutNotice(Box::new(notice)));
            }
            Change::PutSms(sms) if self.now.duration_since(sms.at) > OUTBOX => {}
            other => self.changes.push(other),
        }
    }

    /// Older messages were read; to people without a phone the village read them out.
    fn heard(&self, mut notice: Notice) -> Notice {
        let later = notice.at.saturating_add(READ_AFTER).unwrap_or(notice.at);
        if later < self.now {
            let person = self.people.iter().find(|r| r.person.id == notice.person).map(|r| &r.person);
            let desk = person.filter(|_| notice.way != Way::Text).and_then(|p| self.staff.iter().find(|s| s.desk == p.village));
            notice.delivered = desk.map(|clerk| Delivered { by: clerk.id.clone(), at: later, read_out: true });
            notice.read_at = notice.delivered.is_none().then_some(later);
        }
        notice
    }

    pub(super) fn note(&mut self, by: By, subject: &Person, act: &str, object: &str, scope: &str, reason: &str) {
        let change = tell::ledger(&self.world, by, subject, act, object, scope, reason);
        self.write(change);
    }

    pub(super) fn tell(&mut self, person: &Person, kind: NoticeKind, args: &[(&str, String)]) {
        for change in tell::tell(&self.world, person, kind, args) {
            self.write(change);
        }
    }

    /// The place of a person that the demo page names.
    pub(super) fn key(&self, key: &str) -> Option<usize> {
        self.people.iter().position(|r| r.demo.key == Some(key))
    }

    pub(super) fn ties(&self, clerk: &Reviewer, subject: &Person) -> Ties {
        let clerk = self.people.iter().find(|r| Some(&r.person.id) == clerk.person.as_ref());
        let same = clerk.is_some_and(|r| r.person.household.is_some() && r.person.household == subject.household);
        Ties { same_household: same, ..Ties::default() }
    }

    /// Records first, then the ledger in the order of time, as the chain wants it.
    pub(super) fn into_changes(mut self) -> Vec<Change> {
        self.notes.sort_by_key(|note| note.at);
        let notes = self.notes.into_iter().map(|note| Change::Ledger(Box::new(note)));
        self.changes.extend(notes);
        self.changes
    }
}
