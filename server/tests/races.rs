//! Grants when many press in the same moment, through the acts, on both databases: one yes is one grant, and what she
//! stopped stays stopped.
//! Long because it is a list of sentences over one cast.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use app::acts::agree_grant::{agree_grant, send_consent_code};
use app::acts::claim_guardian::{Answered, decide_claim};
use app::acts::merge_people::{Stays, merge_people};
use app::acts::record_consent::{Recorded, record_consent};
use app::acts::rule_grant::{leave_grant, rule_grant};
use app::acts::save_step::save_step;
use app::acts::see_family::see_own_grant;
use app::acts::start_draft::start_draft;
use app::caller::{Acting, Caller};
use app::error::{AppError, AppResult};
use app::ports::{Change, Session, SessionOf};
use common::TestSite;
use domain::catalog::ItemCode;
use domain::family::{Agreement, Capacity, Claim, Grant, GrantAct, GrantState, Party, Scope};
use domain::ids::{GrantId, PersonId, SessionId};
use domain::person::Code;
use domain::refusal::Refusal;
use domain::review::Reviewer;
use jiff::SignedDuration;
use std::future::Future;
use std::pin::Pin;

const MANY: usize = 50;

/// 铁木尔, whose phone nobody shares, at her own page.
async fn elder(site: &TestSite) -> Caller {
    let person = site.person("tie").await;
    let of = SessionOf::Resident { person: person.id.clone(), acting: None, own_phone: false };
    let (id, now) = (SessionId::new("tie"), site.now());
    let session = Session { id, of, created_at: now, last_seen: now, device: String::new(), stash: None };
    Caller::Resident { person: Box::new(person), acting: None, session: Box::new(session) }
}

/// 李小梅 has asked her.
async fn request(site: &TestSite, id: &str) {
    request_of(site, id, "li").await;
}

async fn request_of(site: &TestSite, id: &str, helper: &str) {
    site.commit(vec![Change::SaveGrant(Box::new(made(site, id, helper)))]).await;
}

fn made(site: &TestSite, id: &str, helper: &str) -> Grant {
    let (elder, helper, now) = (PersonId::new("tie"), PersonId::new(helper), site.now());
    let until = now + SignedDuration::from_hours(24 * 90);
    let scopes = [Scope::SeeCases].into();
    Grant { relation: "child".into(), scopes, ..Grant::request(GrantId::new(id), elder, helper, now, until) }
}

/// The request waits and its code has come.
async fn code(site: &TestSite, caller: &Caller, id: &str) -> Code {
    site.forward(SignedDuration::from_secs(1));
    send_consent_code(&site.world, caller, id, None).await.unwrap().unwrap();
    Code::parse(&site.code_of("tie").await).unwrap()
}

async fn state(site: &TestSite, id: &str) -> GrantState {
    site.world.store.grant(&GrantId::new(id)).await.unwrap().unwrap().state
}

async fn active(site: &TestSite) -> usize {
    let all = site.world.store.grants_by_elder(&PersonId::new("tie")).await.unwrap();
    all.iter().filter(|g| g.state == GrantState::Active).count()
}

/// All begun before any is awaited; how many were told yes.
async fn at_once<F>(all: Vec<F>) -> usize
where
    F: Future<Output = bool> + Send + 'static,
{
    let running: Vec<_> = all.into_iter().map(tokio::spawn).collect();
    let mut yes = 0;
    for one in running {
        yes += usize::from(one.await.unwrap());
    }
    yes
}

fn agree(site: &TestSite, caller: &Caller, id: &str, code: &Code) -> impl Future<Output = bool> + Send + use<> {
    let (world, caller, id, code) = (site.world.clone(), caller.clone(), id.to_owned(), code.clone());
    async move { matches!(agree_grant(&world, &caller, &id, &code, None).await, Ok(Ok(()))) }
}

async fn fifty_times_yes_is_one_grant(site: &TestSite) {
    let caller = elder(site).await;
    request(site, "one").await;
    let code = code(site, &caller, "one").await;
    assert_eq!(at_once((0..MANY).map(|_| agree(site, &caller, "one", &code)).collect()).await, 1);
    assert_eq!((state(site, "one").await, active(site).await), (GrantState::Active, 1));
    let ledger = site.world.store.ledger_of(&PersonId::new("tie"), 500).await.unwrap();
    assert_eq!(ledger.iter().filter(|row| row.line.act == "agree-grant").count(), 1, "written down once");
}

async fn yes_to_two_requests_of_one_helper_leaves_one_grant(site: &TestSite) {
    let caller = elder(site).await;
    for id in ["left", "right"] {
        request(site, id).await;
    }
    let (left, right) = (code(site, &caller, "left").await, code(site, &caller, "right").await);
    let turns = (0..MANY).map(|n| if n % 2 == 0 { agree(site, &caller, "left", &left) } else { agree(site, &caller, "right", &right) });
    assert_eq!(at_once(turns.collect()).await, 1);
    assert_eq!(active(site).await, 1);
}

async fn an_end_beside_a_yes_leaves_nothing_active(site: &TestSite) {
    let caller = elder(site).await;
    for (round, ends) in [true, false, true, true].into_iter().enumerate() {
        let id = format!("race-{round}");
        request(site, &id).await;
        let code = code(site, &caller, &id).await;
        let yes: Vec<_> = (0..MANY / 2).map(|_| agree(site, &caller, &id, &code)).collect();
        let stops = (0..MANY / 2).map(|_| {
            let (world, caller, id) = (site.world.clone(), caller.clone(), id.clone());
            async move {
                let done: AppResult<()> = rule_grant(&world, &caller, &id, if ends { GrantAct::End } else { GrantAct::Refuse }, None).await;
                done.is_ok()
            }
        });
        let (_, stopped) = tokio::join!(at_once(yes), at_once(stops.collect()));
        let after = state(site, &id).await;
        // An end is possible whatever came before it; a refusal only where nothing was agreed to yet.
        assert!(!ends || stopped == 1, "round {round}: her end was lost, {after:?}");
        assert_eq!(stopped > 0, after != GrantState::Active, "round {round}: {after:?}");
        if after == GrantState::Active {
            rule_grant(&site.world, &caller, &id, GrantAct::End, None).await.unwrap();
        }
        assert!(state(site, &id).await.over());
    }
}

/// Whoever stops it, and in whatever order with a yes or a resumption: after an end nothing is active, ever.
async fn an_end_by_the_helper_or_a_clerk_beside_a_yes_or_a_resumption_is_final(site: &TestSite) {
    let caller = elder(site).await;
    let (helper, clerk) = (resident(site, "li").await, clerk(site, "v1").await);
    for round in 0..3 {
        let id = format!("stop-{round}");
        request(site, &id).await;
        let code = code(site, &caller, &id).await;
        let yes: Vec<_> = (0..10).map(|_| agree(site, &caller, &id, &code)).collect();
        let by_clerk: Vec<_> = (0..10).map(|_| record(site, &clerk, &id, GrantAct::End)).collect();
        let by_helper: Vec<_> = (0..10).map(|_| leave(site, &helper, &id)).collect();
        let (_, stopped, left) = tokio::join!(at_once(yes), at_once(by_clerk), at_once(by_helper));
        let after = state(site, &id).await;
        assert_eq!(stopped + left > 0, after.over(), "round {round}: {after:?}");
        if !after.over() {
            rule_grant(&site.world, &caller, &id, GrantAct::Pause, None).await.unwrap();
            let resumes: Vec<_> = (0..10).map(|_| rule(site, &caller, &id, GrantAct::Resume)).collect();
            let ends: Vec<_> = (0..10).map(|_| rule(site, &caller, &id, GrantAct::End)).collect();
            let (_, ended) = tokio::join!(at_once(resumes), at_once(ends));
            assert_eq!((ended, state(site, &id).await), (1, GrantState::Ended), "round {round}");
        }
        let late: Vec<_> = [GrantAct::Resume, GrantAct::Pause].into_iter().map(|act| rule(site, &caller, &id, act)).collect();
        assert_eq!(at_once(late).await, 0);
        assert_eq!(active(site).await, 0, "round {round}");
    }
}

/// Fifty helpers wait for one elder; a clerk writes down fifty yeses in the same moment.
async fn of_fifty_yeses_at_once_no_more_hold_than_she_has_places(site: &TestSite) {
    let clerk = clerk(site, "v1").await;
    let li = site.person("li").await;
    let number = |n: usize| domain::person::IdNumber::compose("990102", jiff::civil::date(1980, 1, 1), 100 + n as u16).unwrap();
    let helpers =
        (0..MANY).map(|n| app::ports::Person { id: PersonId::new(format!("h{n}")), id_number: number(n), version: 0, ..li.clone() });
    site.commit(helpers.map(|p| Change::SavePerson(Box::new(p))).collect()).await;
    for n in 0..MANY {
        request_of(site, &format!("g{n}"), &format!("h{n}")).await;
    }
    let yes = (0..MANY).map(|n| record(site, &clerk, &format!("g{n}"), GrantAct::Agree)).collect();
    let most = usize::from(site.world.region.family.helpers_per_elder.value);
    assert_eq!(at_once(yes).await, most);
    assert_eq!(active(site).await, most);
    // A place that comes free is taken once.
    let all = site.world.store.grants_by_elder(&PersonId::new("tie")).await.unwrap();
    let (held, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|g| g.state == GrantState::Active);
    let again = open.iter().map(|g| record(site, &clerk, g.id.as_str(), GrantAct::Agree)).collect();
    let free = record(site, &clerk, held[0].id.as_str(), GrantAct::End);
    let (ended, _) = tokio::join!(free, at_once(again));
    assert!(ended && active(site).await <= most);
}

async fn resident(site: &TestSite, id: &str) -> Caller {
    let person = site.person(id).await;
    let of = SessionOf::Resident { person: person.id.clone(), acting: None, own_phone: false };
    let (id, now) = (SessionId::new(id), site.now());
    let session = Session { id, of, created_at: now, last_seen: now, device: String::new(), stash: None };
    Caller::Resident { person: Box::new(person), acting: None, session: Box::new(session) }
}

async fn clerk(site: &TestSite, user: &str) -> Caller {
    let staff = site.staff(user).await;
    let of = SessionOf::Staff { staff: staff.id.clone(), present: None };
    let now = site.now();
    let session = Session { id: SessionId::new(user), of, created_at: now, last_seen: now, device: String::new(), stash: None };
    Caller::Staff { reviewer: Box::new(staff.reviewer()), staff: Box::new(staff), intake: None, session: Box::new(session) }
}

fn rule(site: &TestSite, caller: &Caller, id: &str, act: GrantAct) -> Told {
    let (world, caller, id) = (site.world.clone(), caller.clone(), id.to_owned());
    Box::pin(async move { rule_grant(&world, &caller, &id, act, None).await.is_ok() })
}

fn leave(site: &TestSite, caller: &Caller, id: &str) -> Told {
    let (world, caller, id) = (site.world.clone(), caller.clone(), id.to_owned());
    Box::pin(async move { leave_grant(&world, &caller, &id, None).await.is_ok() })
}

fn record(site: &TestSite, caller: &Caller, id: &str, act: GrantAct) -> Told {
    let (world, caller, id) = (site.world.clone(), caller.clone(), id.to_owned());
    let recorded = Recorded { shown: vec!["id-card".into()], ..Recorded::default() };
    Box::pin(async move { record_consent(&world, &caller, &id, act, recorded, None).await.is_ok() })
}

/// Whether it was told that it worked.
type Told = Pin<Box<dyn Future<Output = bool> + Send>>;

/// A clerk of the county at her desk.
async fn county(site: &TestSite, user: &str) -> Caller {
    let staff = site.staff(user).await;
    let (id, now) = (SessionId::new(user), site.now());
    let of = SessionOf::Staff { staff: staff.id.clone(), present: None };
    let session = Session { id, of, created_at: now, last_seen: now, device: String::new(), stash: None };
    let reviewer = Reviewer {
        id: staff.id.clone(),
        person: staff.person.clone(),
        tier: staff.tier,
        desk: staff.desk.clone(),
        supervisor: staff.supervisor,
        kind: Default::default(),
    };
    Caller::Staff { staff: Box::new(staff), reviewer: Box::new(reviewer), intake: None, session: Box::new(session) }
}

/// The request lies with the county; `v1` took it in.
async fn claimed(site: &TestSite, id: &str) {
    request(site, id).await;
    let mut grant = site.world.store.grant(&GrantId::new(id)).await.unwrap().unwrap();
    grant.apply(GrantAct::TakeIn, Party::ClerkForElder, None, site.now()).unwrap();
    let taken_by = site.staff("v1").await.id;
    grant.claim = Some(Claim { capacity: Capacity::None, shown: vec![], taken_at: site.now(), taken_by, no: None });
    site.commit(vec![Change::SaveGrant(Box::new(grant))]).await;
}

async fn her_look_beside_yes_and_end_leaves_nothing_active_after_the_end(site: &TestSite) {
    let caller = elder(site).await;
    for round in 0..4 {
        let id = format!("look-{round}");
        request(site, &id).await;
        let code = code(site, &caller, &id).await;
        let yes: Vec<_> = (0..MANY / 5).map(|_| agree(site, &caller, &id, &code)).collect();
        let turns = (0..MANY / 5).map(|n| {
            let (world, caller, id) = (site.world.clone(), caller.clone(), id.clone());
            async move {
                if n % 2 == 0 {
                    see_own_grant(&world, &caller, &id).await.map(|_| false).unwrap_or(false)
                } else {
                    rule_grant(&world, &caller, &id, GrantAct::End, None).await.is_ok()
                }
            }
        });
        let (_, ended) = tokio::join!(at_once(yes), at_once(turns.collect()));
        assert_eq!(ended, 1, "round {round}: her end was lost");
        assert_eq!(state(site, &id).await, GrantState::Ended);
    }
}

async fn fifty_decisions_beside_her_objection_leave_one_answer(site: &TestSite) {
    let caller = elder(site).await;
    let decider = county(site, "c1").await;
    for round in 0..4 {
        let id = format!("claim-{round}");
        claimed(site, &id).await;
        let decisions = (0..MANY).map(|_| {
            let (world, decider, id) = (site.world.clone(), decider.clone(), id.clone());
            async move { decide_claim(&world, &decider, &id, Answered::Yes, None).await.is_ok() }
        });
        let objections = (0..MANY / 5).map(|_| {
            let (world, caller, id) = (site.world.clone(), caller.clone(), id.clone());
            async move { rule_grant(&world, &caller, &id, GrantAct::End, None).await.is_ok() }
        });
        let (yes, ends) = tokio::join!(at_once(decisions.collect()), at_once(objections.collect()));
        assert!(yes <= 1, "round {round}: {yes} decisions");
        assert_eq!((ends, state(site, &id).await), (1, GrantState::Ended), "round {round}: her end holds");
    }
    let ledger = site.world.store.ledger_of(&PersonId::new("tie"), 500).await.unwrap();
    let ends = ledger.iter().filter(|row| row.line.act == "end-grant").count();
    assert_eq!(ends, 4, "written down once each");
}

/// The helper's forms were all opened while the grant stood; the elder presses in the middle of them.
async fn what_a_helper_saves_beside_a_pause_never_lands_after_it(site: &TestSite) {
    let caller = elder(site).await;
    for round in 0..3 {
        let id = format!("busy-{round}");
        let grant = Grant { scopes: [Scope::Apply].into(), ..made(site, &id, "li") };
        let seen = Some(site.now());
        let agreement = Some(Agreement::OwnPhone { at: site.now() });
        let grant = Grant { state: GrantState::Active, agreement, seen_at: seen, ..grant };
        site.commit(vec![Change::SaveGrant(Box::new(grant))]).await;
        let helper = acting(site, &id).await;
        let world = site.world.under(helper.grant());
        let draft = start_draft(&world, &helper, ItemCode::OutOfArea).await.unwrap();
        let saves: Vec<_> = (0..MANY / 2)
            .map(|n| {
                let (world, helper, draft) = (world.clone(), helper.clone(), draft.id.clone());
                let form = [("kind".to_owned(), if n % 2 == 0 { "emergency" } else { "transfer" }.to_owned())].into();
                async move { save_step(&world, &helper, draft.as_str(), "kind", &form).await.is_ok() }
            })
            .collect();
        let stop = async {
            rule_grant(&site.world, &caller, &id, GrantAct::Pause, None).await.unwrap();
            site.world.store.draft(&draft.id).await.unwrap().unwrap()
        };
        let (_, at_the_pause) = tokio::join!(at_once(saves), stop);
        let after = site.world.store.draft(&draft.id).await.unwrap().unwrap();
        assert_eq!(after, at_the_pause, "round {round}: something landed after the pause");
        let late = save_step(&world, &helper, draft.id.as_str(), "kind", &[("kind".to_owned(), "transfer".to_owned())].into()).await;
        assert!(matches!(late, Err(AppError::Refused(Refusal::GrantPaused))), "{late:?}");
        rule_grant(&site.world, &caller, &id, GrantAct::End, None).await.unwrap();
    }
}

/// 李小梅 inside the grant, as she was let in.
async fn acting(site: &TestSite, id: &str) -> Caller {
    let Caller::Resident { person, session, .. } = resident(site, "li").await else { unreachable!("a resident") };
    let grant = site.world.store.grant(&GrantId::new(id)).await.unwrap().unwrap();
    let acting = Some(Box::new(Acting { grant, elder: site.person("tie").await }));
    Caller::Resident { person, acting, session }
}

/// Two records of 铁木尔 and two helpers; a third yes comes in the same moment.
async fn a_merge_beside_a_yes_never_passes_the_places_of_one_person(site: &TestSite) {
    let chief = county(site, "s1").await;
    let clerk = clerk(site, "v1").await;
    let most = usize::from(site.world.region.family.helpers_per_elder.value);
    let tie = site.person("tie").await;
    for round in 0..3u16 {
        let (twin, elder) = (PersonId::new(format!("twin{round}")), PersonId::new(format!("elder{round}")));
        let number = |n: u16| domain::person::IdNumber::compose("990101", jiff::civil::date(1950, 1, 1), 10 * round + n).unwrap();
        let again = |id: &PersonId, n: u16| app::ports::Person { id: id.clone(), id_number: number(n), version: 0, ..tie.clone() };
        let mut changes = vec![Change::SavePerson(Box::new(again(&twin, 1))), Change::SavePerson(Box::new(again(&elder, 2)))];
        for n in 0..2 * most + 2 {
            changes.push(Change::SavePerson(Box::new(again(&PersonId::new(format!("h{round}-{n}")), 30 + 40 * round + n as u16))));
        }
        let held = |n: usize, whose: &PersonId, state| Grant {
            state,
            elder: whose.clone(),
            agreement: (state == GrantState::Active).then(|| Agreement::OwnPhone { at: site.now() }),
            ..made(site, &format!("m{round}-{n}"), &format!("h{round}-{n}"))
        };
        for n in 0..most {
            changes.push(Change::SaveGrant(Box::new(held(n, &twin, GrantState::Active))));
        }
        for n in most..2 * most - 1 {
            changes.push(Change::SaveGrant(Box::new(held(n, &elder, GrantState::Active))));
        }
        for n in 2 * most..2 * most + 2 {
            changes.push(Change::SaveGrant(Box::new(held(n, &elder, GrantState::Requested))));
        }
        site.commit(changes).await;
        let yes = (2 * most..2 * most + 2).map(|n| record(site, &clerk, &format!("m{round}-{n}"), GrantAct::Agree)).collect();
        let (world, by, goes, stays) = (site.world.clone(), chief.clone(), twin.clone(), elder.clone());
        let merge: Told = Box::pin(async move {
            merge_people(&world, &by, goes.as_str(), Stays::Record(stays.as_str()), "entered-twice", None).await.is_ok()
        });
        let (_, merged) = tokio::join!(at_once(yes), at_once(vec![merge]));
        assert_eq!(merged, 1, "round {round}");
        let all = site.world.store.grants_by_elder(&elder).await.unwrap();
        let places = all.iter().filter(|g| g.state.holds_a_place()).count();
        assert!(places <= most, "round {round}: {places} of {most}");
        assert!(site.world.store.grants_by_elder(&twin).await.unwrap().is_empty(), "round {round}: left behind");
    }
}

/// One test per sentence and database.
macro_rules! on_both {
    ($($sentence:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $sentence() {
                super::$sentence(&super::TestSite::new().await).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $sentence() {
                let site = super::TestSite::on_postgres().await;
                super::$sentence(&site).await;
                site.close().await;
            })*
        }
    };
}

on_both!(
    fifty_times_yes_is_one_grant,
    yes_to_two_requests_of_one_helper_leaves_one_grant,
    an_end_beside_a_yes_leaves_nothing_active,
    an_end_by_the_helper_or_a_clerk_beside_a_yes_or_a_resumption_is_final,
    of_fifty_yeses_at_once_no_more_hold_than_she_has_places,
    her_look_beside_yes_and_end_leaves_nothing_active_after_the_end,
    fifty_decisions_beside_her_objection_leave_one_answer,
    what_a_helper_saves_beside_a_pause_never_lands_after_it,
    a_merge_beside_a_yes_never_passes_the_places_of_one_person,
);
