//! Voice messages and spoken wishes as sentences, in a world of memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::drop_voice_message::{delete_voice_message, expire_voice_messages};
use super::hear_wish::{Lead, guess, next_size};
use super::hear_words::{Unheard, hear_words};
use super::leave_voice_message::{NotLeft, leave_voice_message, own_messages};
use super::play_voice_message::{close_voice_message, messages_at_desk, play_at_desk, play_own};
use super::write_voice_messages::write_voice_messages;
use crate::caller::{Acting, Caller};
use crate::error::AppError;
use crate::find::Place;
use crate::ports::fake::FakeWorld;
use crate::ports::{Change, NotHeard, Person, Session, SessionOf, Staff, Verified, World};
use domain::comfort::{Comfort, TextSize};
use domain::family::{Agreement, Grant, GrantState, Scope};
use domain::ids::{AreaCode, GrantId, PersonId, SessionId, StaffId};
use domain::intent::Wording;
use domain::notice::NoticeKind;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::refusal::Refusal;
use domain::review::Tier;
use domain::sound::{Clip, RATE, SoundProblem, Words};

fn person(id: &str, order: u16, village: &str) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse("王秀兰").unwrap(),
        id_number: IdNumber::compose("990101", jiff::civil::date(1952, 3, 7), order).unwrap(),
        phone: Some(Phone::parse(&format!("1000000{order:04}")).unwrap()),
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

fn clerk(id: &str, desk: &str, herself: Option<&str>) -> Staff {
    Staff {
        id: StaffId::new(id),
        user_name: id.into(),
        display_name: format!("{id} 号窗口"),
        person: herself.map(PersonId::new),
        tier: Tier::Village,
        desk: AreaCode::new(desk),
        supervisor: false,
        kind: Default::default(),
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

/// So many seconds of a tone.
fn tone(seconds: usize) -> Vec<u8> {
    let samples = (0..RATE * seconds).map(|i| ((i as f64 * 0.17).sin() * 9_000.0) as i16).collect();
    Clip::new(samples).to_wav()
}

struct Room(FakeWorld);

impl Room {
    async fn new() -> Room {
        let fake = World::fake();
        let people = [person("elder", 2, "990101001001"), person("other", 4, "990101001001")].map(|p| Change::SavePerson(Box::new(p)));
        let staff = [clerk("near", "990101001001", None), clerk("far", "990101001002", None), clerk("own", "990101001001", Some("elder"))]
            .map(|s| Change::SaveStaff(Box::new(s)));
        fake.world.store.commit(people.into_iter().chain(staff).collect()).await.unwrap();
        Room(fake)
    }
    fn world(&self) -> &World {
        &self.0.world
    }
    fn session(&self, of: SessionOf) -> Box<Session> {
        let now = self.world().now();
        Box::new(Session { id: SessionId::new("s"), of, created_at: now, last_seen: now, device: String::new(), stash: None })
    }
    async fn resident(&self, id: &str, acting: Option<Acting>) -> Caller {
        let person = self.world().store.person(&PersonId::new(id)).await.unwrap().unwrap();
        let of = SessionOf::Resident { person: person.id.clone(), acting: None, own_phone: false };
        Caller::Resident { person: Box::new(person), acting: acting.map(Box::new), session: self.session(of) }
    }
    async fn helper(&self, scopes: &[Scope]) -> Caller {
        let now = self.world().now();
        let grant = Grant {
            relation: "child".into(),
            scopes: scopes.iter().copied().collect(),
            state: GrantState::Active,
            agreement: Some(Agreement::OwnPhone { at: now }),
            seen_at: Some(now),
            version: 1,
            ..Grant::request(
                GrantId::new("grant"),
                PersonId::new("elder"),
                PersonId::new("other"),
                now,
                now + jiff::SignedDuration::from_hours(24_000),
            )
        };
        let elder = self.world().store.person(&PersonId::new("elder")).await.unwrap().unwrap();
        self.resident("other", Some(Acting { grant, elder })).await
    }
    async fn clerk(&self, id: &str) -> Caller {
        let staff = self.world().store.staff(&StaffId::new(id)).await.unwrap().unwrap();
        let session = self.session(SessionOf::Staff { staff: staff.id.clone(), present: None });
        Caller::Staff { reviewer: Box::new(staff.reviewer()), staff: Box::new(staff), intake: None, session }
    }
    fn did(&self, act: &str) -> usize {
        self.0.store.ledger().iter().filter(|row| row.line.act == act).count()
    }
}

#[tokio::test]
async fn what_is_said_for_the_desk_is_kept_listed_played_and_closed() {
    let room = Room::new().await;
    let (elder, near) = (room.resident("elder", None).await, room.clerk("near").await);
    let left = leave_voice_message(room.world(), &elder, "", &tone(3), None).await.unwrap();
    assert_eq!((left.seconds, &left.words), (3, &Words::NotWritten));
    assert_eq!(play_own(room.world(), &elder, left.id.as_str()).await.unwrap(), tone(3));
    assert_eq!(messages_at_desk(room.world(), &near).await.unwrap().len(), 1);
    assert_eq!(play_at_desk(room.world(), &near, left.id.as_str()).await.unwrap(), tone(3));
    play_at_desk(room.world(), &near, left.id.as_str()).await.unwrap();
    assert_eq!(room.did("play-voice-message"), 3, "each listening is written down");
    assert_eq!(own_messages(room.world(), &elder).await.unwrap()[0].heard.len(), 1);
    close_voice_message(room.world(), &near, left.id.as_str(), None).await.unwrap();
    assert!(messages_at_desk(room.world(), &near).await.unwrap().is_empty());
    assert!(own_messages(room.world(), &elder).await.unwrap()[0].done.is_some(), "she sees that it was dealt with");
}

#[tokio::test]
async fn nobody_else_hears_it_or_learns_that_it_is_there() {
    let room = Room::new().await;
    let (elder, other, far, own) =
        (room.resident("elder", None).await, room.resident("other", None).await, room.clerk("far").await, room.clerk("own").await);
    let id = leave_voice_message(room.world(), &elder, "", &tone(1), None).await.unwrap().id;
    for stranger in [&other, &room.helper(&Scope::ALL).await] {
        assert!(matches!(play_own(room.world(), stranger, id.as_str()).await, Err(AppError::NotFound)));
        assert!(matches!(delete_voice_message(room.world(), stranger, id.as_str(), None).await, Err(AppError::NotFound)));
    }
    assert!(matches!(play_at_desk(room.world(), &far, id.as_str()).await, Err(AppError::NotFound)));
    assert!(matches!(play_at_desk(room.world(), &own, id.as_str()).await, Err(AppError::Refused(Refusal::OwnMatter))));
    assert_eq!(room.did("refused-play-voice-message"), 1, "trying to hear one's own matter is written down");
    for clerk in [&far, &own] {
        assert!(messages_at_desk(room.world(), clerk).await.unwrap().is_empty());
    }
    assert_eq!(room.did("play-voice-message"), 0);
}

#[tokio::test]
async fn a_helper_speaks_inside_her_grant_and_the_elder_is_told() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let outside = room.helper(&[Scope::SeeCases]).await;
    let refused = leave_voice_message(room.world(), &outside, "", &tone(1), None).await;
    assert!(matches!(refused, Err(NotLeft::Other(AppError::Refused(Refusal::OutOfScope)))));
    let helper = room.helper(&[Scope::Apply]).await;
    let id = leave_voice_message(room.world(), &helper, "", &tone(1), None).await.unwrap().id;
    assert!(room.0.store.all_notices().iter().any(|n| n.kind == NoticeKind::HelperActed && n.person == PersonId::new("elder")));
    assert_eq!(own_messages(room.world(), &helper).await.unwrap().len(), 1);
    play_own(room.world(), &elder, id.as_str()).await.unwrap();
    delete_voice_message(room.world(), &elder, id.as_str(), None).await.unwrap();
    assert!(matches!(play_own(room.world(), &helper, id.as_str()).await, Err(AppError::NotFound)));
    assert_eq!(room.world().papers.read(id.as_str()).await.unwrap(), None, "the sound is gone too");
}

#[tokio::test]
async fn a_message_goes_when_its_time_is_over_and_not_before() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let left = leave_voice_message(room.world(), &elder, "", &tone(1), None).await.unwrap();
    room.0.clock.set(left.until - jiff::SignedDuration::from_secs(1));
    assert_eq!(expire_voice_messages(room.world()).await.unwrap(), 0);
    room.0.clock.set(left.until);
    assert_eq!(expire_voice_messages(room.world()).await.unwrap(), 1);
    assert_eq!(expire_voice_messages(room.world()).await.unwrap(), 0);
    assert_eq!(room.world().papers.read(left.id.as_str()).await.unwrap(), None);
    assert_eq!(room.did("expire-voice-message"), 1);
}

#[tokio::test]
async fn unheard_messages_do_not_pile_up_and_bad_recordings_are_told() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    for (bytes, problem) in [
        (Vec::new(), SoundProblem::Empty),
        (b"\xFF\xFB song".to_vec(), SoundProblem::NotWav),
        (tone(600), SoundProblem::TooLong),
        (Clip::new(vec![0; RATE]).to_wav(), SoundProblem::Silent),
        (tone(2)[..9_000].to_vec(), SoundProblem::Broken),
    ] {
        let left = leave_voice_message(room.world(), &elder, "", &bytes, None).await;
        assert!(matches!(left, Err(NotLeft::Sound(p)) if p == problem), "{problem:?}");
    }
    for _ in 0..room.world().region.recordings.value.open_messages {
        leave_voice_message(room.world(), &elder, "", &tone(1), None).await.unwrap();
    }
    let one_more = leave_voice_message(room.world(), &elder, "", &tone(1), None).await;
    assert!(matches!(one_more, Err(NotLeft::Other(AppError::Refused(Refusal::TooManyVoiceMessages)))));
}

#[tokio::test]
async fn words_come_under_a_message_when_there_is_somebody_to_write_them() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    room.0.hearing.hears("我想问报销");
    leave_voice_message(room.world(), &elder, "", &tone(20), None).await.unwrap();
    room.0.hearing.fails(|| NotHeard::Busy);
    assert_eq!(write_voice_messages(room.world()).await.unwrap(), 0, "who speaks now comes first");
    room.0.hearing.hears("我想问报销");
    assert_eq!(write_voice_messages(room.world()).await.unwrap(), 1);
    let words = own_messages(room.world(), &elder).await.unwrap()[0].words.clone();
    assert_eq!(words, Words::Written("我想问报销，我想问报销".into()), "in two pieces");
    leave_voice_message(room.world(), &elder, "", &tone(1), None).await.unwrap();
    room.0.hearing.fails(|| NotHeard::Nothing);
    assert_eq!(write_voice_messages(room.world()).await.unwrap(), 1);
    assert_eq!(own_messages(room.world(), &elder).await.unwrap().iter().filter(|m| m.words == Words::NotUnderstood).count(), 1);
}

#[tokio::test]
async fn a_recording_becomes_words_or_a_reason() {
    let room = Room::new().await;
    assert!(matches!(hear_words(room.world(), &tone(1)).await, Err(Unheard::NoEngine)));
    room.0.hearing.hears(" 我要\u{7}报销 ");
    assert_eq!(hear_words(room.world(), &tone(1)).await.unwrap(), "我要报销");
    room.0.hearing.hears(&"长".repeat(10_000));
    assert!(hear_words(room.world(), &tone(1)).await.unwrap().chars().count() <= 400);
    room.0.hearing.hears("  ");
    assert!(matches!(hear_words(room.world(), &tone(1)).await, Err(Unheard::Nothing)));
    assert!(matches!(hear_words(room.world(), &tone(32)).await, Err(Unheard::Sound(SoundProblem::TooLong))));
}

#[test]
fn a_wish_leads_to_two_things_at_most() {
    let guess = |words: &str| guess(&[Wording::sure(words)]);
    assert_eq!(guess("我要报销").first(), Some(&Lead::To(Place::Guide(domain::catalog::ItemCode::Claim))));
    assert!(guess(&"报销异地家人消息".repeat(2_000)).len() <= 2);
    assert_eq!(guess("<script>alert(1)</script>"), []);
}

#[test]
fn beyond_the_largest_text_nothing_is_proposed() {
    let at = |size| Comfort { size, ..Comfort::default() };
    assert_eq!(next_size(&at(TextSize::One), true), Some(TextSize::Two));
    assert_eq!(next_size(&at(TextSize::Five), true), None);
    assert_eq!(next_size(&at(TextSize::One), false), None);
}
