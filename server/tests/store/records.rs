//! Fictional people of area 99 and their records, for the tests of this folder.

use app::ports::*;
use domain::case::{Case, CaseState, Channel, Draft, DraftState, FiledBy, PaperRef, draft::Purpose};
use domain::catalog::{Answers, ItemCode};
use domain::family::{Grant, GrantState, Scope};
use domain::ids::*;
use domain::ledger::{By, LedgerLine};
use domain::notice::{Notice, NoticeKind};
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::review::Tier;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::sync::Arc;

pub const VILLAGE: &str = "990101001001";
pub const NUMBER_AREA: &str = "990101";
pub const PHONE: &str = "13900001234";
pub const NAME: &str = "柏松云";
pub const ANSWER: &str = "青石镇假想路七号";

pub type AnyStore = Arc<dyn Store>;

/// Whole milliseconds: that is what the plain columns keep.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_413_200 + second).unwrap()
}

pub fn day(number: i8) -> Date {
    date(2026, 3, number)
}

pub fn number(order: u16) -> IdNumber {
    IdNumber::compose(NUMBER_AREA, date(1951, 7, 23), order).unwrap()
}

pub fn phone(text: &str) -> Phone {
    Phone::parse(text).unwrap()
}

pub fn person(id: &str, order: u16) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse(NAME).unwrap(),
        id_number: number(order),
        phone: Some(phone(PHONE)),
        nationality: Nationality::ALL[0],
        village: AreaCode::new(VILLAGE),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

pub fn staff(id: &str, own: Option<&str>) -> Staff {
    Staff {
        id: StaffId::new(id),
        user_name: format!("user-{id}"),
        display_name: "云溪村服务点 03 号".into(),
        person: own.map(PersonId::new),
        tier: Tier::Village,
        desk: AreaCode::new(VILLAGE),
        supervisor: false,
        kind: Default::default(),
        declared: vec![],
        password_hash: "hash".into(),
        totp_secret: "secret".into(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: vec![],
        active: true,
        version: 0,
    }
}

pub fn resident_session(id: &str, person: &str, acting: Option<&str>, seen: i64) -> Session {
    Session {
        id: SessionId::new(id),
        of: SessionOf::Resident { person: PersonId::new(person), acting: acting.map(GrantId::new), own_phone: false },
        created_at: at(0),
        last_seen: at(seen),
        device: "device-android".into(),
        stash: None,
    }
}

pub fn paper(id: &str) -> PaperRef {
    PaperRef {
        id: PaperId::new(id),
        material: "card".into(),
        mime: "image/jpeg".into(),
        size: 1000,
        added_at: at(0),
        added_by: By::Herself(PersonId::new("elder")),
        earlier: None,
    }
}

pub fn draft(id: &str, subject: &str) -> Draft {
    Draft {
        id: DraftId::new(id),
        item: ItemCode::OutOfArea,
        item_version: 1,
        purpose: Purpose::New,
        subject: PersonId::new(subject),
        begun_by: By::Herself(PersonId::new(subject)),
        state: DraftState::Open,
        answers: Answers::default().with("address", ANSWER),
        typed_by: Default::default(),
        papers: vec![],
        promised_later: vec![],
        shared: Vec::new(),
        created_at: at(0),
        updated_at: at(0),
        version: 0,
    }
}

pub fn case(id: &str, subject: &str) -> Case {
    Case {
        state: CaseState::AtVillage,
        answers: Answers::default().with("address", ANSWER),
        settles_at: at(600),
        promised: day(20),
        step_due: day(10),
        paid: Some(8_850),
        ..Case::begun(
            CaseId::new(id),
            format!("ref {id}"),
            ItemCode::OutOfArea,
            PersonId::new(subject),
            AreaCode::new(VILLAGE),
            FiledBy { by: By::Herself(PersonId::new(subject)), channel: Channel::Online },
            at(0),
        )
    }
}

pub fn grant(id: &str, elder: &str, helper: &str, state: GrantState) -> Grant {
    Grant {
        relation: "child".into(),
        scopes: [Scope::SeeCases].into(),
        state,
        ..Grant::request(GrantId::new(id), PersonId::new(elder), PersonId::new(helper), at(0), at(1_000_000))
    }
}

pub fn notice(id: &str, person: &str, second: i64) -> Notice {
    Notice {
        id: NoticeId::new(id),
        person: PersonId::new(person),
        kind: NoticeKind::ALL[0],
        at: at(second),
        args: [("reference".to_owned(), "3478 2956".to_owned())].into(),
        way: Default::default(),
        by_hand: None,
        read_at: None,
        delivered: None,
    }
}

pub fn code(id: &str, who: &str, second: i64) -> SentCode {
    SentCode {
        id: id.into(),
        who: who.into(),
        purpose: "sign-in".into(),
        code_hash: "hash".into(),
        sent_at: at(second),
        tries: 0,
        used: false,
    }
}

pub fn slip(id: &str, person: &str, second: i64) -> Slip {
    Slip {
        id: SlipId::new(id),
        person: PersonId::new(person),
        code_hash: format!("code of {id}"),
        screen_hash: "screen".into(),
        pin_hash: None,
        issued_by: StaffId::new("clerk"),
        issued_at: at(second),
        tries: 0,
        state: SlipState::WaitingForPin,
        version: 0,
    }
}

pub fn line(subject: &str, act: &str, second: i64) -> Change {
    let line = LedgerLine {
        county: NUMBER_AREA.into(),
        by: By::Herself(PersonId::new(subject)),
        subject: Some(PersonId::new(subject)),
        act: act.into(),
        object: "case".into(),
        scope: String::new(),
        reason: String::new(),
    };
    Change::Ledger(Box::new(LedgerNote { at: at(second), line }))
}

pub fn save_person(record: Person) -> Change {
    Change::SavePerson(Box::new(record))
}
pub fn save_staff(record: Staff) -> Change {
    Change::SaveStaff(Box::new(record))
}
pub fn save_case(record: Case) -> Change {
    Change::SaveCase(Box::new(record))
}
pub fn save_draft(record: Draft) -> Change {
    Change::SaveDraft(Box::new(record))
}
pub fn save_grant(record: Grant) -> Change {
    Change::SaveGrant(Box::new(record))
}
pub fn put_session(record: Session) -> Change {
    Change::PutSession(Box::new(record))
}

pub async fn with_people(store: &AnyStore) {
    let people = vec![save_person(person("elder", 1)), save_person(person("helper", 2))];
    store.commit(people).await.unwrap();
}

pub fn is_conflict(result: &PortResult<()>) -> bool {
    matches!(result, Err(PortError::Conflict(_)))
}
