//! The elder stays in charge: full places, unusual patterns, a new phone, a move, two records of one person; and timers
//! that run twice or three days late.
//! Long because one small county is built once for all these sentences.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::agree_grant::NEW_BROWSER;
use super::expire_grants::{ask_renewals, expire_grants};
use super::merge_people::{Stays, look_at_merger, merge_people};
use super::move_person::{Goes, move_person};
use super::no_place::ask_to_wait;
use super::record_consent::{Recorded, record_consent};
use super::serve_person::change_phone;
use super::watch_families::watch_families;
use super::{decide_finding::decide_finding, see_findings::see_findings};
use crate::caller::Caller;
use crate::error::AppError;
use crate::ports::fake::FakeWorld;
use crate::ports::*;
use domain::case::draft::Purpose;
use domain::case::{Draft, DraftState};
use domain::catalog::{Answers, ItemCode};
use domain::family::watch::{Pattern, Verdict};
use domain::family::{Agreement, Grant, GrantAct, GrantState};
use domain::ids::*;
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::refusal::Refusal;
use domain::review::Tier;
use jiff::SignedDuration;
use jiff::civil::date;

const VILLAGE: &str = "990101001001";

fn number(order: u16) -> IdNumber {
    IdNumber::compose("990101", date(1950, 6, 6), order).unwrap()
}

fn person(id: &str, order: u16, insured: bool) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse("柏松云").unwrap(),
        id_number: number(order),
        phone: Some(Phone::parse(&format!("1390000{order:04}")).unwrap()),
        nationality: Nationality::Han,
        village: AreaCode::new(if insured { VILLAGE } else { "990101" }),
        insured,
        verified: if insured { Verified::ByData } else { Verified::ByClerk },
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

fn clerk(id: &str, tier: Tier, desk: &str, supervisor: bool) -> Staff {
    Staff {
        id: StaffId::new(id),
        user_name: id.into(),
        display_name: id.into(),
        person: None,
        tier,
        desk: AreaCode::new(desk),
        supervisor,
        declared: vec![],
        password_hash: "hash:x".into(),
        totp_secret: "x".into(),
        totp_last_step: 0,
        kind: Default::default(),
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: vec![],
        active: true,
        version: 0,
    }
}

/// An elder with six relatives far away, four neighbours, a village clerk and a supervisor of the county.
async fn house() -> FakeWorld {
    let fake = World::fake();
    let mut changes: Vec<Change> = vec![Change::SavePerson(Box::new(person("elder", 1, true)))];
    changes.extend((0..6).map(|n| Change::SavePerson(Box::new(person(&format!("h{n}"), 10 + n, false)))));
    changes.extend((0..6).map(|n| Change::SavePerson(Box::new(person(&format!("e{n}"), 30 + n, true)))));
    changes.push(Change::SaveStaff(Box::new(clerk("village", Tier::Village, VILLAGE, false))));
    changes.push(Change::SaveStaff(Box::new(clerk("chief", Tier::County, "990101", true))));
    fake.store.commit(changes).await.unwrap();
    fake
}

fn session(fake: &FakeWorld, of: SessionOf) -> Box<Session> {
    let now = fake.world.now();
    Box::new(Session { id: SessionId::new("s"), of, created_at: now, last_seen: now, device: String::new(), stash: None })
}

async fn resident(fake: &FakeWorld, id: &str) -> Caller {
    let person = fake.store.person(&PersonId::new(id)).await.unwrap().unwrap();
    let of = SessionOf::Resident { person: person.id.clone(), acting: None, own_phone: false };
    Caller::Resident { person: Box::new(person), acting: None, session: session(fake, of) }
}

async fn staff(fake: &FakeWorld, id: &str) -> Caller {
    let staff = fake.store.staff(&StaffId::new(id)).await.unwrap().unwrap();
    let of = SessionOf::Staff { staff: staff.id.clone(), present: None };
    Caller::Staff { reviewer: Box::new(staff.reviewer()), staff: Box::new(staff), intake: None, session: session(fake, of) }
}

fn grant(fake: &FakeWorld, id: &str, elder: &str, helper: &str, state: GrantState) -> Grant {
    let now = fake.world.now();
    Grant {
        relation: "child".into(),
        scopes: [domain::family::Scope::Apply].into(),
        state,
        agreement: (state != GrantState::Requested).then_some(Agreement::OwnPhone { at: now }),
        ..Grant::request(GrantId::new(id), PersonId::new(elder), PersonId::new(helper), now, now + SignedDuration::from_hours(24 * 90))
    }
}

async fn put(fake: &FakeWorld, grants: Vec<Grant>) {
    fake.store.commit(grants.into_iter().map(|g| Change::SaveGrant(Box::new(g))).collect()).await.unwrap();
}

async fn state(fake: &FakeWorld, id: &str) -> GrantState {
    fake.store.grant(&GrantId::new(id)).await.unwrap().unwrap().state
}

fn told(fake: &FakeWorld, person: &str) -> Vec<NoticeKind> {
    fake.store.all_notices().into_iter().filter(|n| n.person.as_str() == person).map(|n| n.kind).collect()
}

fn acts(fake: &FakeWorld, subject: &str) -> Vec<String> {
    let rows = fake.store.ledger().into_iter().filter(|row| row.line.subject == Some(PersonId::new(subject)));
    rows.map(|row| row.line.act).collect()
}

fn forward(fake: &FakeWorld, days: i64) {
    fake.clock.set(fake.world.now() + SignedDuration::from_hours(24 * days));
}

#[tokio::test]
async fn the_asker_hears_once_that_a_place_must_be_freed_and_only_after_the_elder_tried() {
    let fake = house().await;
    put(&fake, vec![grant(&fake, "a", "elder", "h0", GrantState::Active), grant(&fake, "b", "elder", "h1", GrantState::Paused)]).await;
    put(&fake, vec![grant(&fake, "new", "elder", "h2", GrantState::Requested)]).await;
    assert_eq!(told(&fake, "h2"), [], "nothing before she acted");
    let elder = resident(&fake, "elder").await;
    for _ in 0..3 {
        ask_to_wait(&fake.world, &elder, "new", None).await.unwrap();
    }
    assert_eq!(told(&fake, "h2"), [NoticeKind::GrantNoPlace]);
    assert_eq!(acts(&fake, "elder"), ["no-place"]);
    let args = fake.store.all_notices().remove(0).args;
    assert_eq!(args.keys().collect::<Vec<_>>(), ["elder", "to"], "names nobody else");

    // The same at a counter, for another request.
    put(&fake, vec![grant(&fake, "third", "elder", "h3", GrantState::Requested)]).await;
    let village = staff(&fake, "village").await;
    let card = || Recorded { shown: vec!["id-card".into()], ..Recorded::default() };
    for _ in 0..2 {
        let refused = record_consent(&fake.world, &village, "third", GrantAct::Agree, card(), None).await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NoPlaceLeft))), "{refused:?}");
    }
    assert_eq!((told(&fake, "h3"), told(&fake, "h2").len()), (vec![NoticeKind::GrantNoPlace], 1));
    assert_eq!(state(&fake, "third").await, GrantState::Requested);
}

#[tokio::test]
async fn where_there_is_room_waiting_tells_nobody() {
    let fake = house().await;
    put(&fake, vec![grant(&fake, "new", "elder", "h2", GrantState::Requested)]).await;
    ask_to_wait(&fake.world, &resident(&fake, "elder").await, "new", None).await.unwrap();
    assert_eq!(told(&fake, "h2"), []);
    let other = ask_to_wait(&fake.world, &resident(&fake, "e0").await, "new", None).await;
    assert!(matches!(other, Err(AppError::NotFound)), "somebody else's request is not shown to exist");
}

#[tokio::test]
async fn one_person_with_many_elders_is_laid_before_a_supervisor_once_however_often_and_late_the_timer_runs() {
    let fake = house().await;
    let helps = |n: usize| grant(&fake, &format!("g{n}"), &format!("e{n}"), "h0", GrantState::Active);
    put(&fake, (0..3).map(helps).collect()).await;
    assert_eq!(watch_families(&fake.world).await.unwrap(), 0);
    put(&fake, vec![helps(3)]).await;
    forward(&fake, 3);
    assert_eq!(watch_families(&fake.world).await.unwrap(), 1, "three days late");
    assert_eq!(watch_families(&fake.world).await.unwrap(), 0, "not twice");
    let chief = staff(&fake, "chief").await;
    let all = see_findings(&fake.world, &chief).await.unwrap();
    assert_eq!((all.len(), all[0].finding.pattern, all[0].finding.count), (1, Pattern::ManyElders, 4));
    for n in 0..4 {
        assert_eq!(state(&fake, &format!("g{n}")).await, GrantState::Active, "a finding stops nobody");
    }
    let village = see_findings(&fake.world, &staff(&fake, "village").await).await.unwrap();
    assert!(village.is_empty(), "supervisors only");

    let id = all[0].finding.id.as_str();
    let silent = decide_finding(&fake.world, &chief, id, Verdict::Pause, "", None).await;
    assert!(matches!(silent, Err(AppError::Refused(Refusal::ReasonNeeded))));
    decide_finding(&fake.world, &chief, id, Verdict::Note, "先问村里", None).await.unwrap();
    assert!(see_findings(&fake.world, &chief).await.unwrap()[0].finding.open);
    decide_finding(&fake.world, &chief, id, Verdict::Pause, "四户都不认识她", None).await.unwrap();
    for n in 0..4 {
        assert_eq!(state(&fake, &format!("g{n}")).await, GrantState::Paused);
        assert_eq!(told(&fake, &format!("e{n}")), [NoticeKind::GrantHeldBack]);
    }
    assert_eq!(watch_families(&fake.world).await.unwrap(), 0, "what was judged does not come again");
    forward(&fake, 10);
    put(&fake, vec![helps(4)]).await;
    assert_eq!(watch_families(&fake.world).await.unwrap(), 1, "a further elder does");
    let lines = fake.store.ledger();
    for (act, count) in [("find-unusual", 2), ("note-finding", 1), ("pause-finding", 1), ("pause-grant", 4)] {
        assert_eq!(lines.iter().filter(|l| l.line.act == act).count(), count, "{act}");
    }
    assert!(lines.iter().all(|l| !l.line.reason.contains("不认识")), "what was typed stays out of the ledger");

    // The elder lets it go on whenever she wants.
    let elder = resident(&fake, "e0").await;
    super::rule_grant::rule_grant(&fake.world, &elder, "g0", GrantAct::Resume, None).await.unwrap();
    assert_eq!(state(&fake, "g0").await, GrantState::Active);
}

#[tokio::test]
async fn the_ledger_tells_the_watch_of_new_browsers_new_phones_and_disputes() {
    let fake = house().await;
    let world = &fake.world;
    let note = |act: &str, elder: &str, object: &str, reason: &str| {
        let elder = person(elder, 1, true);
        super::tell::ledger(world, By::Herself(elder.id.clone()), &elder, act, object, "", reason)
    };
    put(&fake, (0..3).map(|n| grant(&fake, &format!("g{n}"), &format!("e{n}"), "h0", GrantState::Active)).collect()).await;
    fake.store.commit(vec![note("agree-grant", "e0", "g0", NEW_BROWSER), note("change-phone", "e1", "e1", "card-checked")]).await.unwrap();
    fake.store.commit(vec![note("dispute-grant", "e0", "g0", "herself"), note("dispute-grant", "e2", "g2", "herself")]).await.unwrap();
    assert_eq!(watch_families(world).await.unwrap(), 3);
    let mut seen: Vec<_> = fake.store.findings(9).await.unwrap().into_iter().map(|f| (f.pattern, f.about.0)).collect();
    seen.sort();
    let about = |pattern, who: &str| (pattern, who.to_owned());
    assert_eq!(seen, [about(Pattern::PhoneChanged, "e1"), about(Pattern::NewBrowser, "e0"), about(Pattern::ManyDisputes, "h0")]);
}

#[tokio::test]
async fn a_new_phone_makes_what_the_old_one_agreed_to_wait_for_her() {
    let fake = house().await;
    let seen = Grant { seen_at: Some(fake.world.now()), ..grant(&fake, "seen", "elder", "h1", GrantState::Active) };
    put(&fake, vec![grant(&fake, "phone", "elder", "h0", GrantState::Active), seen]).await;
    let village = staff(&fake, "village").await;
    let new = Phone::parse("13977770000").unwrap();
    change_phone(&fake.world, &village, "elder", new.clone(), true, None).await.unwrap();
    assert_eq!((state(&fake, "phone").await, state(&fake, "seen").await), (GrantState::Paused, GrantState::Active));
    assert_eq!((told(&fake, "h0"), told(&fake, "h1")), (vec![NoticeKind::GrantNewPhone], vec![]));
    let texts = fake.store.outbox(50).await.unwrap();
    assert!(texts.iter().any(|t| t.to == new && t.text.contains("在旧手机上同意的")), "she is told on the phone that she has now");
    let elder = resident(&fake, "elder").await;
    super::rule_grant::rule_grant(&fake.world, &elder, "phone", GrantAct::Resume, None).await.unwrap();
    assert_eq!(state(&fake, "phone").await, GrantState::Active);
}

#[tokio::test]
async fn a_move_inside_the_county_keeps_what_she_allowed_and_a_move_away_ends_filing_here() {
    let fake = house().await;
    put(&fake, vec![grant(&fake, "g", "elder", "h0", GrantState::Active)]).await;
    let village = staff(&fake, "village").await;
    let to = |code: &str| Goes::read(code).unwrap();
    let no_card = move_person(&fake.world, &village, "elder", to("990101002001"), false, None).await;
    assert!(matches!(no_card, Err(AppError::Refused(Refusal::CardNotChecked))));
    let nowhere = move_person(&fake.world, &village, "elder", to("990102001001"), true, None).await;
    assert!(matches!(nowhere, Err(AppError::NotFound)));
    move_person(&fake.world, &village, "elder", to("990101002001"), true, None).await.unwrap();
    let elder = fake.store.person(&PersonId::new("elder")).await.unwrap().unwrap();
    assert_eq!((elder.village.as_str(), state(&fake, "g").await), ("990101002001", GrantState::Active));
    assert_eq!((told(&fake, "elder"), told(&fake, "h0")), (vec![NoticeKind::PersonMoved], vec![NoticeKind::GrantMoved]));

    fake.clock.forward_minutes(1);
    move_person(&fake.world, &village, "elder", Goes::Away, true, None).await.unwrap();
    let elder = resident(&fake, "elder").await;
    let subject = elder.subject().unwrap().subject();
    assert_eq!(may(&elder.actor(), subject, Act::File(ItemCode::OutOfArea), fake.world.now()), Err(Refusal::NotInsuredHere));
    assert_eq!(may(&elder.actor(), subject, Act::SeeCases, fake.world.now()), Ok(()), "what is running is not hidden");
    assert_eq!(state(&fake, "g").await, GrantState::Paused);
    assert_eq!(told(&fake, "h0").last(), Some(&NoticeKind::GrantMovedAway));
    assert_eq!(told(&fake, "elder").last(), Some(&NoticeKind::GrantMovedAway));
    // A wrong move is undone by moving her back; who never was insured here is enrolled, not moved.
    move_person(&fake.world, &village, "elder", to(VILLAGE), true, None).await.unwrap();
    assert!(fake.store.person(&PersonId::new("elder")).await.unwrap().unwrap().insured);
    let stranger = move_person(&fake.world, &village, "h0", to(VILLAGE), true, None).await;
    assert!(matches!(stranger, Err(AppError::Refused(Refusal::NotInsuredHere))), "{stranger:?}");
}

fn draft(fake: &FakeWorld, id: &str, subject: &str) -> Draft {
    let now = fake.world.now();
    Draft {
        id: DraftId::new(id),
        item: ItemCode::OutOfArea,
        item_version: 1,
        purpose: Purpose::New,
        subject: PersonId::new(subject),
        begun_by: By::Herself(PersonId::new(subject)),
        state: DraftState::Open,
        answers: Answers::default(),
        typed_by: Default::default(),
        papers: vec![],
        promised_later: vec![],
        shared: Vec::new(),
        created_at: now,
        updated_at: now,
        version: 0,
    }
}

#[tokio::test]
async fn two_records_of_one_person_become_one_and_nothing_is_left_behind() {
    let fake = house().await;
    // `e0` is `elder` once more, entered with a wrong number.
    put(&fake, vec![grant(&fake, "double", "e0", "h0", GrantState::Active), grant(&fake, "asked", "e0", "h1", GrantState::Requested)])
        .await;
    fake.clock.forward_minutes(1);
    put(&fake, vec![grant(&fake, "kept", "elder", "h0", GrantState::Active)]).await;
    let of = SessionOf::Resident { person: PersonId::new("e0"), acting: None, own_phone: false };
    let old = Box::new(Session { id: SessionId::new("old"), ..*session(&fake, of) });
    let mut changes = vec![Change::SaveDraft(Box::new(draft(&fake, "d", "e0"))), Change::PutSession(old)];
    changes.extend(super::tell::tell(&fake.world, &person("e0", 30, true), NoticeKind::CaseSubmitted, &[]));
    fake.store.commit(changes).await.unwrap();

    let chief = staff(&fake, "chief").await;
    let village = look_at_merger(&fake.world, &staff(&fake, "village").await, "e0", Stays::Number(&number(1))).await;
    assert!(matches!(village, Err(AppError::Refused(Refusal::SupervisorOnly))), "{village:?}");
    assert!(
        look_at_merger(&fake.world, &chief, "e0", Stays::Number(&number(30))).await.unwrap().is_none(),
        "with herself there is nothing to merge"
    );
    let upside_down = look_at_merger(&fake.world, &chief, "e0", Stays::Number(&number(10))).await;
    assert!(matches!(upside_down, Err(AppError::Refused(Refusal::MergeOtherWay))));
    let no_reason = merge_people(&fake.world, &chief, "e0", Stays::Record("elder"), "because", None).await;
    assert!(matches!(no_reason, Err(AppError::Refused(Refusal::ReasonNeeded))));
    merge_people(&fake.world, &chief, "e0", Stays::Record("elder"), "wrong-number", None).await.unwrap();

    let (elder, gone) = (PersonId::new("elder"), PersonId::new("e0"));
    assert_eq!((state(&fake, "double").await, state(&fake, "kept").await), (GrantState::Ended, GrantState::Paused));
    let hers = fake.store.grants_by_elder(&elder).await.unwrap();
    assert_eq!((hers.len(), fake.store.grants_by_elder(&gone).await.unwrap().len()), (3, 0));
    assert_eq!(state(&fake, "asked").await, GrantState::Requested, "her answer is still waited for");
    assert_eq!(fake.store.drafts_of(&elder).await.unwrap().len(), 1);
    assert!(told(&fake, "elder").contains(&NoticeKind::CaseSubmitted) && told(&fake, "elder").contains(&NoticeKind::PersonMerged));
    assert_eq!(told(&fake, "e0"), []);
    assert!(fake.store.session(&SessionId::new("old")).await.unwrap().is_none());
    // Her old number leads to the record that stays; so does the old page of the counter.
    assert_eq!(fake.store.person_by_number(&number(30)).await.unwrap().unwrap().id, elder);
    let page = super::find_people::look_at_person(&fake.world, &chief, "e0").await.unwrap();
    assert_eq!(page.person.id, elder);
    let reasons = |who: &str| {
        let rows = fake.store.ledger().into_iter().filter(|r| r.line.act == "merge-person" && r.line.subject == Some(PersonId::new(who)));
        rows.map(|r| (r.line.object, r.line.scope, r.line.reason)).collect::<Vec<_>>()
    };
    assert_eq!(reasons("e0"), [("elder".to_owned(), "goes".to_owned(), "wrong-number".to_owned())]);
    assert_eq!(reasons("elder"), [("e0".to_owned(), "stays".to_owned(), "wrong-number".to_owned())]);
    let again = merge_people(&fake.world, &chief, "e0", Stays::Record("elder"), "wrong-number", None).await;
    assert!(matches!(again, Err(AppError::NotFound)), "a second time there is nothing to merge");
}

/// The end of everything that timers touch.
async fn picture(fake: &FakeWorld) -> Vec<(String, GrantState, bool)> {
    let mut all = Vec::new();
    for elder in ["elder", "e0", "e1", "child"] {
        all.extend(fake.store.grants_by_elder(&PersonId::new(elder)).await.unwrap());
    }
    let name = |g: &Grant| g.renews.as_ref().map_or_else(|| g.id.0.clone(), |old| format!("renews {old}"));
    let mut picture: Vec<_> = all.iter().map(|g| (name(g), g.state, g.renewal_asked)).collect();
    picture.sort();
    picture
}

async fn timers(fake: &FakeWorld, times: usize) {
    for _ in 0..times {
        ask_renewals(&fake.world).await.unwrap();
        expire_grants(&fake.world).await.unwrap();
        watch_families(&fake.world).await.unwrap();
    }
}

/// Expiry, an unanswered request, a renewal, the waiting day, the sixteenth birthday and the watch.
async fn months() -> FakeWorld {
    let fake = house().await;
    let day = |n: i64| fake.world.now() + SignedDuration::from_hours(24 * n);
    let child = Person { id_number: IdNumber::compose("990101", date(2010, 4, 1), 8).unwrap(), ..person("child", 77, true) };
    fake.store.commit(vec![Change::SavePerson(Box::new(child))]).await.unwrap();
    let sixteen = domain::calendar::china_instant(date(2026, 4, 1), jiff::civil::Time::midnight());
    put(
        &fake,
        vec![
            Grant { until: day(20), ..grant(&fake, "ends", "elder", "h0", GrantState::Active) },
            Grant { until: day(40), ..grant(&fake, "renewed", "e0", "h1", GrantState::Active) },
            Grant { waits_until: Some(day(1)), ..grant(&fake, "waits", "e1", "h2", GrantState::Active) },
            Grant { until: sixteen, ..grant(&fake, "birthday", "child", "h3", GrantState::Active) },
            grant(&fake, "silent", "elder", "h4", GrantState::Requested),
        ],
    )
    .await;
    fake
}

#[tokio::test]
async fn timers_that_run_twice_or_three_days_late_lead_to_the_same_end() {
    let ends = async |times: usize, late: i64| {
        let fake = months().await;
        let from = fake.world.now();
        for day in (0..=36).step_by(if late == 0 { 1 } else { 3 }) {
            fake.clock.set(from + SignedDuration::from_hours(24 * day));
            timers(&fake, times).await;
        }
        let (end, findings) = (picture(&fake).await, fake.store.findings(99).await.unwrap().len());
        let messages = fake.store.all_notices().len();
        let waits = fake.store.grant(&GrantId::new("waits")).await.unwrap().unwrap();
        (end, findings, messages, waits.stands(fake.world.now()).is_ok())
    };
    let (end, findings, messages, stands) = ends(1, 0).await;
    let state_of = |name: &str| end.iter().find(|(n, ..)| n == name).map(|(_, state, _)| *state);
    for name in ["ends", "birthday", "silent"] {
        assert_eq!(state_of(name), Some(GrantState::Expired), "{name}");
    }
    assert_eq!((state_of("renews renewed"), stands), (Some(GrantState::Requested), true));
    assert_eq!(state_of("renews birthday"), None, "nobody renews beyond the sixteenth birthday");
    assert_eq!(ends(2, 0).await, (end.clone(), findings, messages, stands), "twice");
    assert_eq!(ends(1, 3).await, (end, findings, messages, stands), "three days late");
}

#[tokio::test]
async fn the_watch_finds_a_burst_of_requests_also_when_it_comes_late() {
    for late in [0, 3] {
        let fake = house().await;
        put(&fake, (0..5).map(|n| grant(&fake, &format!("g{n}"), "elder", "h0", GrantState::Refused)).collect()).await;
        forward(&fake, 7 + late);
        assert_eq!(watch_families(&fake.world).await.unwrap(), 1, "{late}");
        let found = fake.store.findings(9).await.unwrap().remove(0);
        assert_eq!((found.pattern, found.grants.len()), (Pattern::ManyRequests, 5));
    }
}
