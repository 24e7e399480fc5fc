//! Who may see the numbers, of which area and which months.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::error::AppError;
use crate::ports::fake::FakeWorld;
use crate::ports::{Change, Person, Session, SessionOf, Staff, Verified};
use domain::case::{Case, CaseState, Channel, FiledBy};
use domain::catalog::ItemCode;
use domain::ids::{CaseId, SessionId, StaffId};
use domain::ledger::By;
use domain::person::{IdNumber, Name, Nationality};
use domain::refusal::Refusal;
use domain::review::Tier;
use jiff::civil::date;

fn caller(world: &World, tier: Tier, desk: &str, supervisor: bool) -> Caller {
    let staff = Staff {
        id: StaffId::new("s"),
        user_name: "s".into(),
        display_name: "一号窗口".into(),
        person: None,
        tier,
        desk: AreaCode::new(desk),
        supervisor,
        kind: Default::default(),
        declared: vec![],
        password_hash: "hash:x".into(),
        totp_secret: String::new(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: vec![],
        active: true,
        version: 0,
    };
    let session = Session {
        id: SessionId::new("t"),
        of: SessionOf::Staff { staff: staff.id.clone(), present: None },
        created_at: world.now(),
        last_seen: world.now(),
        device: "device-computer".into(),
        stash: None,
    };
    Caller::Staff { reviewer: Box::new(staff.reviewer()), staff: Box::new(staff), intake: None, session: Box::new(session) }
}

/// One open case in each of two townships, of this month and of last year.
async fn county() -> FakeWorld {
    let fake = World::fake();
    let mut changes = Vec::new();
    for (order, village, days) in [(2u16, "990101001001", 0), (4, "990101002001", 0), (6, "990101001001", 400)] {
        let id = PersonId::new(format!("p{order}"));
        let submitted = fake.world.now() - jiff::SignedDuration::from_hours(24 * days);
        changes.push(Change::SavePerson(Box::new(Person {
            id: id.clone(),
            name: Name::parse("柏松云").unwrap(),
            id_number: IdNumber::compose("990101", date(1951, 7, 23), order).unwrap(),
            phone: None,
            nationality: Nationality::Han,
            village: AreaCode::new(village),
            insured: true,
            verified: Verified::ByData,
            alive: true,
            told_by: None,
            household: None,
            version: 0,
        })));
        changes.push(Change::SaveCase(Box::new(Case {
            state: CaseState::AtVillage,
            promised: domain::calendar::china_date(submitted),
            step_due: domain::calendar::china_date(submitted),
            ..Case::begun(
                CaseId::new(format!("c{order}")),
                format!("r{order}"),
                ItemCode::OutOfArea,
                id.clone(),
                AreaCode::new(village),
                FiledBy { by: By::Herself(id), channel: Channel::Online },
                submitted,
            )
        })));
    }
    fake.world.store.commit(changes).await.unwrap();
    fake
}

fn at_village(seen: &Seen) -> u64 {
    seen.overview.states.iter().find(|(state, _)| *state == CaseState::AtVillage).unwrap().1
}

#[tokio::test]
async fn a_township_supervisor_sees_hers_and_the_county_sees_all() {
    let fake = county().await;
    for (tier, desk, supervisor, cases) in
        [(Tier::Township, "990101001", true, 1), (Tier::Township, "990101002", true, 1), (Tier::County, "990101", false, 2)]
    {
        let seen = see_overview(&fake.world, &caller(&fake.world, tier, desk, supervisor), "", "").await.unwrap();
        assert_eq!(at_village(&seen), cases, "{desk}");
        assert_eq!(seen.area.as_str(), desk);
    }
}

#[tokio::test]
async fn nobody_else_sees_any_number_and_looking_writes_nothing() {
    let fake = county().await;
    for (tier, desk, supervisor, why) in [
        (Tier::Township, "990101001", false, Refusal::SupervisorOnly),
        (Tier::Village, "990101001001", false, Refusal::OtherTier),
        (Tier::Village, "990101001001", true, Refusal::OtherTier),
    ] {
        let who = caller(&fake.world, tier, desk, supervisor);
        for error in
            [see_overview(&fake.world, &who, "", "").await.unwrap_err(), export_overview(&fake.world, &who, "", "").await.unwrap_err()]
        {
            assert!(matches!(error, AppError::Refused(refusal) if refusal == why), "{error:?}");
        }
    }
    assert!(matches!(see_overview(&fake.world, &Caller::Anonymous, "", "").await, Err(AppError::SignIn)));
    see_overview(&fake.world, &caller(&fake.world, Tier::County, "990101", true), "", "").await.unwrap();
    assert!(fake.store.ledger().is_empty());
}

#[tokio::test]
async fn what_is_taken_away_as_a_file_is_written_down_without_a_person() {
    let fake = county().await;
    export_overview(&fake.world, &caller(&fake.world, Tier::County, "990101", true), "", "").await.unwrap();
    let ledger = fake.store.ledger();
    assert_eq!((ledger.len(), ledger[0].line.act.as_str(), &ledger[0].line.subject), (1, "export-overview", &None));
}

#[tokio::test]
async fn a_period_is_a_year_unless_she_chooses_and_nonsense_is_no_choice() {
    let fake = county().await;
    let county = caller(&fake.world, Tier::County, "990101", true);
    let chosen = async |from: &str, to: &str| {
        let seen = see_overview(&fake.world, &county, from, to).await.unwrap();
        (month_name(seen.period.from), month_name(seen.period.to), at_village(&seen))
    };
    let said = |from: &str, to: &str, n| (from.to_owned(), to.to_owned(), n);
    assert_eq!(chosen("", "").await, said("2025-04", "2026-03", 2));
    assert_eq!(chosen("2025-01", "2026-03").await, said("2025-01", "2026-03", 3));
    assert_eq!(chosen("2026-03", "2025-01").await, said("2025-01", "2026-03", 3), "the wrong way round");
    assert_eq!(chosen("2025-01", "2025-02").await, said("2025-01", "2025-02", 1));
    for nonsense in ["1999-01", "2026-3", "'; --", "2026-04"] {
        assert_eq!(chosen(nonsense, nonsense).await, said("2025-04", "2026-03", 2), "{nonsense}");
    }
}
