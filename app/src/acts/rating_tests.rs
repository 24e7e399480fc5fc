//! 好差评 as sentences, in a world of memory. Long because one rating goes through many hands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::deliver_notice::waiting_notices;
use super::ratings::note::{How, notable, note_rating};
use super::ratings::{Why, give, invite, late, set_right, sums, survey};
use crate::caller::{Acting, Caller};
use crate::error::AppError;
use crate::ports::fake::FakeWorld;
use crate::ports::{Change, Person, PortError, Session, SessionOf, Staff, Verified, World};
use domain::case::{Case, CaseAct, CaseState, Channel, Event, FiledBy};
use domain::catalog::ItemCode;
use domain::family::{Agreement, Grant, GrantState, Scope};
use domain::ids::{AreaCode, CaseId, GrantId, PersonId, SessionId, StaffId};
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::rating::{Answer, Level, Question, Reason, RemedyState, Stage, Turn};
use domain::refusal::Refusal;
use jiff::civil::date;

const NUMBER: &str = "2345883864";

fn quiet_number() -> String {
    domain::reference::Reference::from_random(std::array::from_fn(|i| (37 * i) as u8)).digits().to_owned()
}

fn person(id: &str, order: u16, phone: bool) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse("王秀兰").unwrap(),
        id_number: IdNumber::compose("990101", date(1952, 3, 7), order).unwrap(),
        phone: phone.then(|| Phone::parse(&format!("1000000{order:04}")).unwrap()),
        nationality: Nationality::Han,
        village: AreaCode::new("990101001001"),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

fn clerk(id: &str, desk: &str, supervisor: bool) -> Staff {
    Staff {
        id: StaffId::new(id),
        user_name: id.into(),
        display_name: format!("{id} 号窗口"),
        person: None,
        tier: AreaCode::new(desk).tier(),
        desk: AreaCode::new(desk),
        supervisor,
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

struct Room(FakeWorld);

impl Room {
    /// An elder with a phone and one without, a case of each that was decided by `v`, `t` and `s1`.
    async fn new() -> Room {
        let fake = World::fake();
        let now = fake.world.now();
        let people = [person("elder", 2, true), person("quiet", 4, false), person("daughter", 6, true)];
        let mut changes: Vec<Change> = people.map(|p| Change::SavePerson(Box::new(p))).into();
        for (id, desk, supervisor) in [
            ("v", "990101001001", false),
            ("t", "990101001", false),
            ("t2", "990101001", false),
            ("c", "990101", false),
            ("s1", "990101", true),
            ("s2", "990101", true),
        ] {
            changes.push(Change::SaveStaff(Box::new(clerk(id, desk, supervisor))));
        }
        for (subject, number) in [("elder", NUMBER.to_owned()), ("quiet", quiet_number())] {
            let steps = [(CaseAct::Accept, "v"), (CaseAct::Review, "t"), (CaseAct::Approve, "s1")];
            let events = steps.map(|(act, by)| Event { at: now, act, by: By::Staff(StaffId::new(by)), words: None });
            changes.push(Change::SaveCase(Box::new(Case {
                state: CaseState::InForce,
                desk: AreaCode::new("990101"),
                promised: date(2026, 3, 20),
                step_due: date(2026, 3, 10),
                events: events.into(),
                ..Case::begun(
                    CaseId::new(subject),
                    number,
                    ItemCode::OutOfArea,
                    PersonId::new(subject),
                    AreaCode::new("990101001001"),
                    FiledBy { by: By::Herself(PersonId::new(subject)), channel: Channel::Online },
                    now,
                )
            })));
        }
        fake.world.store.commit(changes).await.unwrap();
        Room(fake)
    }
    fn world(&self) -> &World {
        &self.0.world
    }
    fn forward(&self, days: i64) {
        self.0.clock.set(self.world().now() + jiff::SignedDuration::from_hours(24 * days) + jiff::SignedDuration::from_secs(1));
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
    async fn helper(&self, elder: &str, scopes: &[Scope]) -> Caller {
        let now = self.world().now();
        let until = now + jiff::SignedDuration::from_hours(24_000);
        let grant = Grant {
            relation: "child".into(),
            scopes: scopes.iter().copied().collect(),
            state: GrantState::Active,
            agreement: Some(Agreement::OwnPhone { at: now }),
            seen_at: Some(now),
            version: 1,
            ..Grant::request(GrantId::new("grant"), PersonId::new(elder), PersonId::new("daughter"), now, until)
        };
        let elder = self.world().store.person(&PersonId::new(elder)).await.unwrap().unwrap();
        self.resident("daughter", Some(Acting { grant, elder })).await
    }
    async fn clerk(&self, id: &str) -> Caller {
        let staff = self.world().store.staff(&StaffId::new(id)).await.unwrap().unwrap();
        let session = self.session(SessionOf::Staff { staff: staff.id.clone(), present: None });
        Caller::Staff { reviewer: Box::new(staff.reviewer()), staff: Box::new(staff), intake: None, session }
    }
    async fn rate(&self, who: &Caller, stage: Stage, level: Level) -> Result<domain::rating::Rating, AppError> {
        give::rate(self.world(), who, NUMBER, stage, level, None).await
    }
    /// How many tasks wait for this clerk.
    async fn waiting(&self, id: &str) -> usize {
        set_right::to_set_right(self.world(), &self.clerk(id).await).await.unwrap().len()
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, AppError>, refusal: Refusal) {
    assert!(matches!(&answer, Err(AppError::Refused(r)) if *r == refusal), "{answer:?} instead of {refusal:?}");
}

#[tokio::test]
async fn each_step_is_rated_once_and_the_word_can_be_changed() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let first = room.rate(&elder, Stage::Accepted, Level::Good).await.unwrap();
    assert_eq!((first.desk.as_str(), first.worker.as_ref().map(StaffId::as_str)), ("990101001001", Some("v")));
    let second = room.rate(&elder, Stage::Accepted, Level::VeryBad).await.unwrap();
    assert_eq!(first.id, second.id, "one word for each step");
    assert_eq!(room.waiting("t").await, 1);
    room.rate(&elder, Stage::Accepted, Level::Fair).await.unwrap();
    assert_eq!(room.waiting("t").await, 0, "she changed her word before anybody called");
    let (_, steps) = give::steps(room.world(), &elder, NUMBER).await.unwrap();
    let turns: Vec<_> = steps.iter().map(|s| (s.stage, s.turn)).collect();
    assert_eq!(turns, [(Stage::Received, Ok(Turn::First)), (Stage::Accepted, Ok(Turn::Change)), (Stage::Ended, Ok(Turn::First))]);
    room.forward(8);
    refused(room.rate(&elder, Stage::Accepted, Level::Bad).await, Refusal::RatingOver);
    room.forward(30);
    refused(room.rate(&elder, Stage::Received, Level::Bad).await, Refusal::RatingOver);
}

#[tokio::test]
async fn a_bad_word_is_called_about_set_right_and_asked_again() {
    let room = Room::new().await;
    let (elder, above) = (room.resident("elder", None).await, room.clerk("t").await);
    room.rate(&elder, Stage::Accepted, Level::Bad).await.unwrap();
    let why = Why { reasons: [Reason::Slow].into(), words: " 等了一上午 ".into(), call: Some(true) };
    let said = give::say_why(room.world(), &elder, NUMBER, Stage::Accepted, why, None).await.unwrap();
    let task = said.remedy.clone().unwrap();
    // Monday 2 March 2026: one working day, and fifteen.
    assert_eq!((task.call_by, task.correct_by), (date(2026, 3, 3), date(2026, 3, 23)));
    assert_eq!((said.said.words.as_str(), said.said.call), ("等了一上午", Some(true)));
    let id = said.id.as_str();
    refused(set_right::set_right(room.world(), &above, id, "改了", None).await, Refusal::CallFirst);
    refused(set_right::note_call(room.world(), &above, id, true, " ", None).await, Refusal::ReasonNeeded);
    set_right::note_call(room.world(), &above, id, true, "等叫号等了一上午", None).await.unwrap();
    refused(room.rate(&elder, Stage::Accepted, Level::VeryBad).await, Refusal::RatingOver);
    set_right::set_right(room.world(), &above, id, "加了一个窗口", None).await.unwrap();
    assert!(room.0.store.all_notices().iter().any(|n| n.kind == NoticeKind::RatingSetRight && n.person.as_str() == "elder"));
    let (_, step) = give::step(room.world(), &elder, NUMBER, Stage::Accepted).await.unwrap();
    assert_eq!(step.turn, Ok(Turn::Again));
    let after = room.rate(&elder, Stage::Accepted, Level::Good).await.unwrap();
    assert_eq!(after.remedy.unwrap().state, RemedyState::Rerated);
    assert_eq!((after.said.level, after.again.unwrap().level), (Level::Bad, Level::Good));
    assert_eq!(room.waiting("t").await, 0);
    refused(room.rate(&elder, Stage::Accepted, Level::Bad).await, Refusal::RatingOver);
}

#[tokio::test]
async fn nobody_closes_a_task_before_she_had_her_days_to_answer() {
    let room = Room::new().await;
    let (elder, above) = (room.resident("elder", None).await, room.clerk("t").await);
    let id = room.rate(&elder, Stage::Accepted, Level::Bad).await.unwrap().id;
    for _ in 0..3 {
        set_right::note_call(room.world(), &above, id.as_str(), false, "", None).await.unwrap();
    }
    set_right::set_right(room.world(), &above, id.as_str(), "当面道了歉", None).await.unwrap();
    refused(set_right::close(room.world(), &above, id.as_str(), None).await, Refusal::NotInThisState);
    room.forward(8);
    set_right::close(room.world(), &above, id.as_str(), None).await.unwrap();
    refused(room.rate(&elder, Stage::Accepted, Level::Good).await, Refusal::RatingOver);
}

#[tokio::test]
async fn the_rated_desk_and_the_clerk_whose_step_it_was_find_nothing() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let village = room.rate(&elder, Stage::Accepted, Level::Bad).await.unwrap().id;
    let county = room.rate(&elder, Stage::Ended, Level::VeryBad).await.unwrap().id;
    for (who, count) in [("v", 0), ("t", 1), ("t2", 1), ("c", 0), ("s1", 0), ("s2", 1)] {
        assert_eq!(room.waiting(who).await, count, "{who}");
    }
    for (who, id) in [("v", &village), ("c", &village), ("s2", &village), ("s1", &county), ("c", &county), ("t", &county)] {
        let answer = set_right::see(room.world(), &room.clerk(who).await, id.as_str()).await;
        assert!(matches!(answer, Err(AppError::NotFound)), "{who}");
    }
    let rows = room.0.store.ledger();
    assert!(rows.iter().filter(|r| r.line.act == "rate-case").all(|r| r.line.object != "elder" && r.line.reason.is_empty()));
}

#[tokio::test]
async fn a_helper_says_it_inside_her_grant_and_does_not_learn_what_the_elder_said() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let outside = room.helper("elder", &[Scope::SeeCases]).await;
    refused(room.rate(&outside, Stage::Accepted, Level::Good).await, Refusal::OutOfScope);
    let helper = room.helper("elder", &[Scope::Apply]).await;
    let rating = room.rate(&helper, Stage::Accepted, Level::Bad).await.unwrap();
    assert!(matches!(rating.said.by, By::Helper { .. }), "marked as hers");
    assert!(room.0.store.all_notices().iter().any(|n| n.kind == NoticeKind::HelperActed && n.person.as_str() == "elder"));
    room.rate(&elder, Stage::Accepted, Level::Good).await.unwrap();
    refused(room.rate(&helper, Stage::Accepted, Level::Bad).await, Refusal::RatedAlready);
    let (_, step) = give::step(room.world(), &helper, NUMBER, Stage::Accepted).await.unwrap();
    assert!(step.rating.is_none());
}

#[tokio::test]
async fn what_she_says_by_telephone_is_written_down_by_another_desk_only() {
    let room = Room::new().await;
    let (above, own, elder) = (room.clerk("t").await, room.clerk("v").await, room.resident("elder", None).await);
    let stages = async |caller: &Caller| {
        let (_, all) = notable(room.world(), caller, "elder").await.unwrap();
        all.iter().map(|one| one.stage).collect::<Vec<_>>()
    };
    assert_eq!(stages(&above).await, [Stage::Received, Stage::Accepted, Stage::Ended], "village and county");
    assert_eq!(stages(&own).await, [Stage::Ended]);
    assert_eq!(stages(&room.clerk("s1").await).await, [Stage::Received, Stage::Accepted]);
    let note = async |caller: &Caller, stage: Stage, level: Level| {
        note_rating(room.world(), caller, "elder", NUMBER, stage, level, Why::default(), How::Phone, None).await
    };
    refused(note(&own, Stage::Accepted, Level::VeryGood).await, Refusal::RatedDesk);
    let rating = note(&above, Stage::Accepted, Level::Bad).await.unwrap();
    assert_eq!(rating.said.by, By::Staff(StaffId::new("t")));
    refused(note(&above, Stage::Accepted, Level::VeryGood).await, Refusal::RatedAlready);
    room.rate(&elder, Stage::Accepted, Level::VeryBad).await.unwrap();
    let id = rating.id.as_str();
    set_right::note_call(room.world(), &above, id, true, "说好了", None).await.unwrap();
    set_right::set_right(room.world(), &above, id, "改了", None).await.unwrap();
    refused(note(&above, Stage::Accepted, Level::Good).await, Refusal::DidEarlierStep);
    let other = room.clerk("t2").await;
    assert_eq!(note(&other, Stage::Accepted, Level::Good).await.unwrap().again.unwrap().level, Level::Good);
}

#[tokio::test]
async fn the_rated_desk_does_not_read_out_that_something_was_set_right() {
    let room = Room::new().await;
    let quiet = room.helper("quiet", &[Scope::Apply]).await;
    let rating = give::rate(room.world(), &quiet, &quiet_number(), Stage::Accepted, Level::Bad, None).await.unwrap();
    let above = room.clerk("t").await;
    set_right::note_call(room.world(), &above, rating.id.as_str(), true, "上门问的", None).await.unwrap();
    set_right::set_right(room.world(), &above, rating.id.as_str(), "改了", None).await.unwrap();
    assert!(waiting_notices(room.world(), &room.clerk("v").await).await.unwrap().is_empty());
    assert_eq!(waiting_notices(room.world(), &above).await.unwrap().len(), 2, "that her daughter rated, and that it was set right");
}

#[tokio::test]
async fn a_desk_sees_sums_of_several_people_and_only_when_they_are_settled() {
    let room = Room::new().await;
    let own = room.clerk("v").await;
    for (order, who) in ["a", "b", "c", "d", "e"].into_iter().enumerate() {
        let someone = person(who, 40 + 2 * u16::try_from(order).unwrap(), false);
        let elder = room.resident("elder", None).await;
        let mut rating = room.rate(&elder, Stage::Accepted, Level::Good).await.unwrap();
        rating = domain::rating::Rating { id: domain::ids::RatingId::new(who), subject: someone.id.clone(), version: 0, ..rating };
        rating.case = CaseId::new(who);
        let changes = vec![Change::SavePerson(Box::new(someone)), Change::SaveRating(Box::new(rating))];
        room.world().store.commit(changes).await.unwrap();
    }
    assert_eq!(sums::own_sums(room.world(), &own).await.unwrap(), None, "still to be changed");
    room.forward(8);
    let shown = sums::own_sums(room.world(), &own).await.unwrap().unwrap();
    assert_eq!((shown.count(Level::Good), shown.all()), (5, 5), "the sixth waits for its group");
}

#[tokio::test]
async fn an_answer_of_the_survey_counts_once_a_day_and_names_nobody() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    for given in [Answer::Yes, Answer::No] {
        survey::answer(room.world(), &elder, Question::Find, given, None).await.unwrap();
    }
    let supervisor = room.clerk("s1").await;
    let counts = survey::counts(room.world(), &supervisor).await.unwrap().unwrap();
    assert_eq!(counts.iter().map(|c| (c.question, c.answer, c.given)).collect::<Vec<_>>(), [(Question::Find, Answer::Yes, 1)]);
    assert_eq!(survey::counts(room.world(), &room.clerk("v").await).await.unwrap(), None);
    assert!(room.0.store.ledger().is_empty(), "nobody is written down");
    room.forward(1);
    survey::answer(room.world(), &elder, Question::Find, Answer::No, None).await.unwrap();
    assert_eq!(survey::counts(room.world(), &supervisor).await.unwrap().unwrap().len(), 2);
}

#[tokio::test]
async fn two_first_words_at_once_are_one() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let rating = room.rate(&elder, Stage::Received, Level::Good).await.unwrap();
    let other = domain::rating::Rating { id: domain::ids::RatingId::new("other"), version: 0, ..rating };
    let answer = room.world().store.commit(vec![Change::SaveRating(Box::new(other))]).await;
    assert!(matches!(answer, Err(PortError::Conflict(_))));
}

#[tokio::test]
async fn whoever_said_nothing_for_three_days_is_asked_once() {
    let room = Room::new().await;
    let asked =
        |who: &str| room.0.store.all_notices().iter().filter(|n| n.kind == NoticeKind::RatingAsked && n.person.as_str() == who).count();
    assert_eq!(invite::invite(room.world()).await.unwrap(), 0, "it has just ended");
    let elder = room.resident("elder", None).await;
    room.rate(&elder, Stage::Ended, Level::Good).await.unwrap();
    room.forward(3);
    assert_eq!(invite::invite(room.world()).await.unwrap(), 1);
    assert_eq!((asked("elder"), asked("quiet")), (0, 1), "only who has said nothing");
    room.forward(1);
    assert_eq!(invite::invite(room.world()).await.unwrap(), 0, "once");
    let notice = room.0.store.all_notices().into_iter().find(|n| n.kind == NoticeKind::RatingAsked).unwrap();
    assert_eq!(notice.args.get("reference"), Some(&super::promise::grouped(&quiet_number())));
    // She has no phone: the desk reads it out, as everything else.
    assert!(waiting_notices(room.world(), &room.clerk("t").await).await.unwrap().iter().any(|(_, n)| n.kind == NoticeKind::RatingAsked));
}

#[tokio::test]
async fn nobody_is_asked_when_it_is_too_late_to_say_anything() {
    let room = Room::new().await;
    room.forward(31);
    assert_eq!(invite::invite(room.world()).await.unwrap(), 0);
    room.forward(1);
    assert!(room.0.store.all_notices().iter().all(|n| n.kind != NoticeKind::RatingAsked));
}

#[tokio::test]
async fn a_task_that_is_late_is_told_to_the_tier_above_and_to_nobody_else() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let id = room.rate(&elder, Stage::Accepted, Level::Bad).await.unwrap().id;
    assert_eq!(late::mark_late(room.world()).await.unwrap(), 0, "its day is not over");
    room.forward(2);
    assert_eq!(late::mark_late(room.world()).await.unwrap(), 1);
    assert_eq!(late::mark_late(room.world()).await.unwrap(), 0, "marked once");
    let hears = async |who: &str| late::late_below(room.world(), &room.clerk(who).await).await.unwrap().len();
    for (who, count) in [("v", 0), ("t", 0), ("t2", 0), ("c", 1), ("s1", 1), ("s2", 1)] {
        assert_eq!(hears(who).await, count, "{who}");
    }
    set_right::note_call(room.world(), &room.clerk("t").await, id.as_str(), true, "说好了", None).await.unwrap();
    assert_eq!(hears("c").await, 0, "the next step was done");
}

#[tokio::test]
async fn a_second_bad_word_opens_a_task_for_the_tier_above_the_one_that_dealt_with_it() {
    let room = Room::new().await;
    let elder = room.resident("elder", None).await;
    let id = room.rate(&elder, Stage::Accepted, Level::Bad).await.unwrap().id;
    let in_vain = async |who: &str| {
        let clerk = room.clerk(who).await;
        set_right::note_call(room.world(), &clerk, id.as_str(), true, "说好了", None).await.unwrap();
        set_right::set_right(room.world(), &clerk, id.as_str(), "改了", None).await.unwrap();
        room.rate(&elder, Stage::Accepted, Level::VeryBad).await.unwrap()
    };
    let climbed = in_vain("t").await;
    assert_eq!(climbed.remedy.as_ref().map(|task| task.state), Some(RemedyState::Open));
    assert_eq!((room.waiting("t").await, room.waiting("c").await), (0, 1));
    let names = set_right::clerks(room.world(), &climbed).await.unwrap();
    assert!(names.contains_key(&StaffId::new("t")), "the county reads who had tried");
    in_vain("c").await;
    assert_eq!((room.waiting("c").await, room.waiting("s1").await), (0, 1));
    let ended = in_vain("s1").await;
    assert_eq!((ended.remedy.map(|task| task.state), room.waiting("s2").await), (Some(RemedyState::Rerated), 0));
}
