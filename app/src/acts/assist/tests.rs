//! Acts of assistants in a world of memory: who hears of them, what is drawn, whom a number reaches.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::begin::{FindNo, Looked, begin_beside, find_beside};
use super::compare::{SeenSame, numbers_differ, numbers_same};
use crate::caller::{Caller, Intake};
use crate::error::AppError;
use crate::ports::fake::FakeWorld;
use crate::ports::*;
use domain::assist::{About, Assistant, Organisation, StaffKind, Told, Why};
use domain::ids::{AreaCode, PersonId, SessionId, StaffId};
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::refusal::Refusal;
use domain::review::Tier;
use jiff::civil::date;
use std::sync::Mutex;

const BOTH: Looked = Looked { card: true, face: true };

fn person(id: &str, order: u16, phone: Option<&str>, village: &str) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse("柏松云").unwrap(),
        id_number: IdNumber::compose("990101", date(1951, 7, 23), order).unwrap(),
        phone: phone.map(|p| Phone::parse(p).unwrap()),
        nationality: Nationality::Han,
        village: AreaCode::new(village),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

fn assistant(own: Option<&str>) -> Staff {
    Staff {
        id: StaffId::new("assistant"),
        user_name: "assistant".into(),
        display_name: "村协理员 01".into(),
        person: own.map(PersonId::new),
        tier: Tier::Village,
        desk: AreaCode::new("990101001001"),
        supervisor: false,
        kind: StaffKind::Assistant(Assistant { of: Organisation::Village, stopped: None }),
        declared: vec![],
        password_hash: String::new(),
        totp_secret: String::new(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: vec![],
        active: true,
        version: 0,
    }
}

struct Table {
    fake: FakeWorld,
    staff: Staff,
}

impl Table {
    async fn set(own: Option<&str>) -> Self {
        let fake = World::fake();
        let staff = assistant(own);
        let people = [
            person("elder", 2, Some("19900000001"), "990101001001"),
            person("no-phone", 4, None, "990101001001"),
            person("elsewhere", 6, None, "990101002001"),
            person("worker", 8, Some("19900000001"), "990101002001"),
        ];
        let mut changes: Vec<Change> = people.into_iter().map(|p| Change::SavePerson(Box::new(p))).collect();
        changes.push(Change::SaveStaff(Box::new(staff.clone())));
        fake.world.store.commit(changes).await.unwrap();
        Self { fake, staff }
    }

    /// As the gate would load her.
    async fn caller(&self, of: Option<SessionOf>) -> Caller {
        let present = match &of {
            Some(SessionOf::Staff { present, .. }) => present.clone(),
            _ => None,
        };
        let intake = match present {
            None => None,
            Some(present) => {
                let person = self.fake.world.store.person(&present.person).await.unwrap().unwrap();
                Some(Box::new(Intake { present, person, ties: Default::default() }))
            }
        };
        let now = self.fake.world.now();
        let of = of.unwrap_or(SessionOf::Staff { staff: self.staff.id.clone(), present: None });
        let session = Session { id: SessionId::new("s"), of, created_at: now, last_seen: now, device: String::new(), stash: None };
        let (staff, reviewer) = (Box::new(self.staff.clone()), Box::new(self.staff.reviewer()));
        Caller::Staff { staff, reviewer, intake, session: Box::new(session) }
    }

    fn number(&self, order: u16) -> String {
        IdNumber::compose("990101", date(1951, 7, 23), order).unwrap().plain().to_owned()
    }

    /// Begins with the person of this order; her session then.
    async fn begin(&self, order: u16) -> SessionOf {
        let slot = Mutex::new(None);
        let caller = self.caller(None).await;
        let keep = |of: SessionOf| {
            *slot.lock().unwrap() = Some(of);
            Vec::new()
        };
        begin_beside(&self.fake.world, &caller, &self.number(order), BOTH, keep).await.unwrap().unwrap();
        slot.into_inner().unwrap().unwrap()
    }

    fn texts(&self) -> Vec<String> {
        futures_now(self.fake.world.store.outbox(50)).into_iter().map(|sms| sms.text).collect()
    }
}

/// The fake answers at once.
fn futures_now<T>(asked: impl Future<Output = PortResult<T>>) -> T {
    let mut asked = std::pin::pin!(asked);
    match asked.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
        std::task::Poll::Ready(answer) => answer.unwrap(),
        std::task::Poll::Pending => panic!("the fake waits for nothing"),
    }
}

fn beside(of: &SessionOf) -> domain::assist::Beside {
    match of {
        SessionOf::Staff { present: Some(present), .. } => present.beside.clone().unwrap(),
        _ => panic!("nobody is beside her"),
    }
}

#[tokio::test]
async fn the_message_names_the_assistant_and_the_act_before_the_number_and_says_whom_to_call() {
    let table = Table::set(None).await;
    let of = table.begin(2).await;
    let shown = beside(&of).shown.unwrap();
    let text = table.texts().pop().unwrap();
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} is not in {text}"));
    let number = format!("数字 {}", shown.number);
    assert!(at("村协理员 01") < at("开始帮您办") && at("开始帮您办") < at(&number));
    assert!(at("不一样或者身边没有人") < at(&table.fake.world.region.hotline.number));
    assert_eq!(table.texts().len(), 1, "one moment, one text");
}

#[tokio::test]
async fn without_a_phone_of_her_own_the_number_goes_to_nobodys_phone() {
    let table = Table::set(None).await;
    assert_eq!(beside(&table.begin(4).await).told, Told::Sheet);
    assert_eq!(table.texts().len(), 0);
    // Her phone on record is the assistant's: both sides would be in one hand.
    let table = Table::set(Some("worker")).await;
    assert_eq!(beside(&table.begin(2).await).told, Told::Sheet);
    assert!(!table.texts().iter().any(|text| text.contains("数字 ")), "the notice of the phone on record alone");
}

#[tokio::test]
async fn unknown_people_and_people_of_another_area_get_the_same_answer_and_guessing_ends() {
    let table = Table::set(None).await;
    let caller = table.caller(None).await;
    for order in [6, 700, 702, 704, 706] {
        let found = find_beside(&table.fake.world, &caller, &table.number(order)).await.unwrap();
        assert_eq!(found.unwrap_err(), FindNo::Nobody);
    }
    let stopped = find_beside(&table.fake.world, &caller, &table.number(2)).await;
    assert!(matches!(stopped, Err(AppError::Refused(Refusal::TooManyMisses))));
    table.fake.clock.forward_minutes(16);
    assert!(find_beside(&table.fake.world, &caller, &table.number(2)).await.unwrap().is_ok());
}

#[tokio::test]
async fn a_number_counts_as_compared_only_after_she_looked() {
    let table = Table::set(None).await;
    let of = table.begin(2).await;
    let caller = table.caller(Some(of)).await;
    let unlooked = numbers_same(&table.fake.world, &caller, SeenSame::NotSaid).await;
    assert!(matches!(unlooked, Err(AppError::Refused(Refusal::NumbersNotCompared))));
    assert_eq!(numbers_same(&table.fake.world, &caller, SeenSame::OnHerSide).await.unwrap(), About::Intake);
    let acts: Vec<String> = table.fake.store.ledger().into_iter().map(|row| row.line.act).collect();
    assert_eq!(acts, ["begin-assist", "numbers-same"]);
}

#[tokio::test]
async fn a_differing_number_always_stands_on_the_list_and_an_ordinary_share_is_drawn() {
    let table = Table::set(None).await;
    let of = table.begin(2).await;
    let caller = table.caller(Some(of)).await;
    numbers_differ(&table.fake.world, &caller, |of| {
        assert!(matches!(of, SessionOf::Staff { present: None, .. }));
        Vec::new()
    })
    .await
    .unwrap();
    let county = AreaCode::new("990101");
    let waiting = table.fake.world.store.assisted_waiting(&county, 500).await.unwrap();
    assert!(waiting.iter().any(|a| a.why() == Some(Why::NumbersDiffer)));

    for _ in 0..200 {
        table.begin(2).await;
    }
    let drawn = table.fake.world.store.assisted_waiting(&county, 500).await.unwrap();
    let drawn = drawn.iter().filter(|a| a.why() == Some(Why::Drawn)).count();
    assert!((8..40).contains(&drawn), "ten of a hundred: {drawn} of 201");
    for _ in 0..100 {
        table.begin(4).await;
    }
    let person = PersonId::new("no-phone");
    let all = table.fake.world.store.assisted_of(&person, 500).await.unwrap();
    let drawn = all.iter().filter(|a| a.why() == Some(Why::Drawn)).count();
    assert!((30..70).contains(&drawn), "half of those without a phone: {drawn} of {}", all.len());
}
