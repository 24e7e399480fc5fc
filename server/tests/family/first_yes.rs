//! A first yes by phone: asked whether somebody urges her, a day to think it over, little until a clerk has seen her,
//! limits that only she can read, requests that she can keep away, and the question before the end.

use super::house::{House, URGED_BY_NOBODY, number};
use super::{ALL, GrantState, PersonId, Store};
use app::acts::expire_grants::{ask_renewals, expire_grants};
use app::ports::Change;
use domain::family::Once;
use jiff::SignedDuration;

#[tokio::test]
async fn before_any_code_she_is_asked_whether_somebody_urges_her() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &ALL).await;
    let mut mother = house.resident("mother").await;
    let page = format!("/helpers/{id}");
    let code = format!("{page}/code");
    house.fill(&mut mother, &page, &code, &[]).await.is(422).says("还没有选有没有人催您");
    house.fill(&mut mother, &page, &code, &[("urged", "yes")]).await.is(422).says("先不要同意").says("96110");
    let sent = house.messages_to("13900000001").await;
    assert!(sent.iter().all(|text| !text.contains("同意家人代办")), "no code was sent: {sent:?}");
    house.fill(&mut mother, &page, &code, URGED_BY_NOBODY).await.leads();
}

#[tokio::test]
async fn a_first_yes_by_phone_waits_a_day_and_a_clerk_shortens_it() {
    let house = House::new().await;
    let id = house.agreed_by_phone("daughter", "mother", &ALL).await;
    let page = format!("/helpers/{id}");
    let (mut mother, mut daughter) = (house.resident("mother").await, house.resident("daughter").await);
    house.get(&mut mother, &page).await.is(200).says("留一天给您想一想").says("只能替您填申请、补材料");
    let family = house.get(&mut daughter, "/family").await.is(200).says("以后可以开始");
    assert!(!family.has_form(&format!("/family/act/{id}")));

    house.fake.clock.forward_minutes(25 * 60);
    let (mut mother, mut daughter) = (house.resident("mother").await, house.acting("daughter", &id).await);
    house.get(&mut mother, &page).await.is(200).does_not_say("留一天给您想一想");
    // Phones are borrowed: filing and papers only, until a clerk has seen her.
    house.get(&mut daughter, "/my-cases").await.is(403).says("窗口当面见过家人以前");
    house.get(&mut daughter, "/messages").await.is(403);
    house.get(&mut daughter, "/guide/out-of-area").await.is(200);
    house.seen_at_counter(&id).await;
    house.get(&mut daughter, "/my-cases").await.is(200);
    house.get(&mut daughter, "/messages").await.is(200);
}

#[tokio::test]
async fn a_yes_by_phone_is_brought_to_her_by_the_village() {
    let house = House::new().await;
    house.agreed_by_phone("daughter", "mother", &["apply"]).await;
    let mut clerk = house.clerk("clerk").await;
    house.get(&mut clerk, "/staff/messages").await.is(200).says("有人点了同意");
}

#[tokio::test]
async fn only_the_elder_reads_who_holds_her_places() {
    let house = House::new().await;
    for helper in ["daughter", "aunt"] {
        house.agreed_by_phone(helper, "mother", &["apply"]).await;
    }
    house.fake.clock.forward_minutes(25 * 60);
    let third = house.asked("newcomer", "mother", &["apply"]).await;
    let page = format!("/helpers/{third}");
    let mut mother = house.resident("mother").await;
    let full = house.get(&mut mother, &page).await.is(200).says("满了").says("先从下面选一位结束").says("看周**的代办");
    assert!(!full.has_form(&format!("{page}/code")), "no code where no place is left");
    let mut asker = house.resident("newcomer").await;
    house.get(&mut asker, "/family").await.is(200).does_not_say("满了");
    // She frees a place, and now it works.
    let old = house.grants_of("mother").await.into_iter().find(|g| g.helper.as_str() == "aunt").unwrap().id;
    house.fill(&mut mother, &format!("/helpers/{old}"), &format!("/helpers/{old}/pause"), &[]).await.leads();
    house.fill(&mut mother, &format!("/helpers/{old}"), &format!("/helpers/{old}/end"), &[]).await.leads();
    house.fill(&mut mother, &page, &format!("{page}/code"), URGED_BY_NOBODY).await.leads();
}

#[tokio::test]
async fn who_is_kept_away_reads_the_same_words_and_reaches_her_no_more() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &ALL).await;
    let page = format!("/helpers/{id}");
    let mut mother = house.resident("mother").await;
    house.fill(&mut mother, &page, &format!("{page}/block"), &[]).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Refused);
    let mut daughter = house.resident("daughter").await;
    let again = house.ask(&mut daughter, "王秀兰", number(2).plain(), &ALL).await;
    assert_eq!(again.leads(), "/family?asked=1", "the same answer");
    let waits = house.grants_of("mother").await.into_iter().filter(|g| g.state == GrantState::Requested).count();
    assert_eq!(waits, 0);
    house.fill(&mut mother, &page, &format!("{page}/unblock"), &[]).await.leads();
    house.fake.clock.forward_minutes(25 * 60);
    house.asked("daughter", "mother", &ALL).await;
}

#[tokio::test]
async fn what_she_never_agreed_to_stops_at_once_and_comes_back_only_paused() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let page = format!("/helpers/{id}");
    let (mut mother, mut daughter) = (house.resident("mother").await, house.acting("daughter", &id).await);
    house.fill(&mut mother, &page, &format!("{page}/dispute"), &[]).await.leads();
    house.get(&mut daughter, "/my-cases").await.is(403).says("说没有同意过");
    let (mut clerk, desk) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
    let said = [("act", "clear"), ("how", "present"), ("shown", "id-card")];
    house.fill(&mut clerk, &desk, &format!("{desk}/change"), &said).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Paused);
}

#[tokio::test]
async fn the_elder_is_asked_before_the_end_and_silence_ends_it() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &["apply"]).await;
    let world = &house.fake.world;
    assert_eq!(ask_renewals(world).await.unwrap(), 0, "not three months ahead");
    let until = house.grant(&id).await.until;
    let days = |n: i64| SignedDuration::from_hours(24 * n);
    house.fake.clock.set(until - days(10));
    assert_eq!(ask_renewals(world).await.unwrap(), 1);
    assert_eq!(ask_renewals(world).await.unwrap(), 0, "once");
    let next = house.grants_of("mother").await.into_iter().find(|g| g.renews.as_ref() == Some(&id)).unwrap();
    assert_eq!((next.state, next.scopes.clone(), next.until > until), (GrantState::Requested, house.grant(&id).await.scopes, true));
    assert!(next.seen_at.is_some(), "whom a clerk has seen once need not come again");
    let mut mother = house.resident("mother").await;
    house.get(&mut mother, &format!("/helpers/{}", next.id)).await.is(200).says("不答复，到期就停");
    house.fake.clock.set(until + days(1));
    expire_grants(world).await.unwrap();
    assert_eq!(house.grant(&id).await.state, GrantState::Expired);
}

#[tokio::test]
async fn once_means_one_application() {
    let house = House::new().await;
    let mut daughter = house.resident("daughter").await;
    let elder = number(2);
    let fields = [
        ("name", "王秀兰"),
        ("id_number", elder.plain()),
        ("relation", "parent"),
        ("months", "once"),
        ("scopes", "apply"),
        ("items", "all"),
    ];
    house.fill(&mut daughter, "/family/ask", "/family/ask", &fields).await.leads();
    let grant = house.grants_of("mother").await.remove(0);
    assert_eq!(grant.once, Once::Open);
    let mut mother = house.resident("mother").await;
    house.get(&mut mother, &format!("/helpers/{}", grant.id)).await.is(200).says("只办一次");
    let spent = domain::family::Grant { once: Once::Spent, ..house.grant(&grant.id).await };
    house.fake.store.commit(vec![Change::SaveGrant(Box::new(spent.clone()))]).await.unwrap();
    assert!(spent.covers_filing(domain::catalog::ItemCode::OutOfArea, house.fake.world.now()).is_err());
    assert!(house.fake.store.drafts_of(&PersonId::new("mother")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_wrong_death_mark_is_undone_the_same_day_and_the_grants_come_back_paused() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let mut daughter = house.acting("daughter", &id).await;
    let page = "/staff/people/mother";
    let (mut village, mut county) = (house.clerk("clerk").await, house.clerk("county-clerk").await);
    assert!(!house.get(&mut village, page).await.is(200).has_form(&format!("{page}/death")), "the county records it");
    house.fill(&mut county, page, &format!("{page}/death"), &[]).await.is(422).says("还没有勾看过死亡证明");
    house.fill(&mut county, page, &format!("{page}/death"), &[("card-death", "yes")]).await.leads();
    assert!(!house.fake.store.person(&PersonId::new("mother")).await.unwrap().unwrap().alive);
    house.get(&mut daughter, "/my-cases").await.is(403);
    assert_eq!(house.grant(&id).await.state, GrantState::Paused);

    // She stands at her village's counter the same afternoon.
    house.fill(&mut village, page, &format!("{page}/alive"), &[]).await.is(422);
    house.fill(&mut village, page, &format!("{page}/alive"), &[("card-alive", "yes")]).await.leads();
    assert!(house.fake.store.person(&PersonId::new("mother")).await.unwrap().unwrap().alive);
    house.get(&mut daughter, "/my-cases").await.is(403).says("您的家人暂停了代办");
    let mut mother = house.resident("mother").await;
    house.fill(&mut mother, &format!("/helpers/{id}"), &format!("/helpers/{id}/resume"), &[]).await.leads();
    house.get(&mut daughter, "/my-cases").await.is(200);
}

#[tokio::test]
async fn for_a_child_the_guardian_answers_at_a_counter_until_the_sixteenth_birthday() {
    let house = House::new().await;
    let id = house.asked("daughter", "grandchild", &["apply"]).await;
    let page = format!("/staff/grants/{id}");
    let mut clerk = house.clerk("clerk").await;
    house.get(&mut clerk, &page).await.is(200).says("由监护人当面答复").says("不用孩子刷脸");
    let agree = format!("{page}/agree");
    for too_little in [("shown", "id-card"), ("shown", "household-book")] {
        house.fill(&mut clerk, &page, &agree, &[("how", "present"), too_little]).await.is(422).says("户口簿或者出生医学证明");
    }
    house.fill(&mut clerk, &page, &agree, &[("how", "present"), ("shown", "birth-certificate"), ("shown", "helper-card")]).await.leads();
    let grant = house.grant(&id).await;
    assert!(matches!(grant.agreement, Some(domain::family::Agreement::Guardian { .. })));
    assert!(grant.seen_at.is_some() && grant.waits_until.is_none());
    let sixteen = domain::calendar::china_instant(jiff::civil::date(2031, 5, 1), jiff::civil::Time::midnight());
    assert!(grant.until <= sixteen);

    // A renewal never reaches beyond the birthday, and on the birthday itself there is none.
    let days = |n: i64| SignedDuration::from_hours(24 * n);
    house.fake.clock.set(grant.until - days(10));
    assert_eq!(ask_renewals(&house.fake.world).await.unwrap(), 1);
    let next = house.grants_of("grandchild").await.into_iter().find(|g| g.renews.is_some()).unwrap();
    assert!(next.until <= sixteen);
    let last = domain::family::Grant { until: sixteen, ..house.grant(&id).await };
    let last = domain::family::Grant { renewal_asked: false, ..last };
    house.fake.store.commit(vec![Change::SaveGrant(Box::new(last))]).await.unwrap();
    house.fake.clock.set(sixteen - days(10));
    let before = house.grants_of("grandchild").await.len();
    ask_renewals(&house.fake.world).await.unwrap();
    assert_eq!(house.grants_of("grandchild").await.len(), before);
}
