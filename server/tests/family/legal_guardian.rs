//! A legal guardian for somebody who cannot decide alone: taken in with proof, decided by the county, stopped by her word.

use super::house::{Browser, House, Page, URGED_BY_NOBODY};
use super::{Agreement, GrantState, Store};
use app::acts::expire_grants::ask_renewals;
use domain::family::EndReason;
use domain::ids::GrantId;
use jiff::SignedDuration;

const PAPERS: [(&str, &str); 3] = [("capacity", "none"), ("shown", "court-judgment"), ("shown", "helper-card")];

/// The proof is photographed, its original ticked, and the request is the county's.
async fn taken(house: &House, by: &str, id: &GrantId) -> Page {
    let mut clerk = house.clerk(by).await;
    let page = format!("/staff/grants/{id}/guardian");
    house.photograph(&mut clerk, &page, &format!("{page}/proof"), "paper", &[]).await.leads();
    house.fill(&mut clerk, &page, &page, &PAPERS).await
}

async fn decided(house: &House, county: &mut Browser, id: &GrantId, answer: &str, reason: &str) -> Page {
    let page = format!("/staff/grants/{id}/decision");
    let mut form = house.get(county, &page).await.is(200).form(&page);
    form = form.with("answer", answer).with("reason", reason);
    house.post(county, &form).await
}

#[tokio::test]
async fn the_counter_takes_it_in_with_proof_and_the_county_decides_for_a_limited_time() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["see-cases", "apply"]).await;
    let page = format!("/staff/grants/{id}/guardian");
    let mut clerk = house.clerk("clerk").await;
    house.get(&mut clerk, &page).await.is(200).says("法院判决书").says("监护证明").says("5 个工作日内答复").says("先问本人");
    let empty = house.fill(&mut clerk, &page, &page, &[("shown", "household-book")]).await.is(422);
    empty.says("还没有证明的照片").says("还没有选是哪一种").says("还没有勾法院判决书");
    assert_eq!(house.grant(&id).await.state, GrantState::Requested);
    taken(&house, "clerk", &id).await.leads();
    let grant = house.grant(&id).await;
    assert_eq!(grant.state, GrantState::WaitingForDecision);
    assert_eq!(grant.claim.as_ref().map(|c| c.taken_by.as_str()), Some("clerk"));

    // Nobody but the county says yes to it now: not the village, not her phone.
    let (mut mother, hers) = (house.resident("mother").await, format!("/helpers/{id}"));
    house.get(&mut mother, &hers).await.is(200).says("县里正在核对");
    for path in ["decision", "../claims"] {
        house.get(&mut clerk, &format!("/staff/grants/{id}/{path}").replace(&format!("grants/{id}/../"), "")).await.is(404);
    }
    let desk = format!("/staff/grants/{id}");
    let mut forced = house.get(&mut clerk, &desk).await.form(&format!("{desk}/change"));
    forced.action = format!("{desk}/agree");
    let late = house.post(&mut clerk, &forced.with("how", "present").with("shown", "id-card")).await.leads();
    assert!(late.ends_with("moved=1"), "{late}");

    let mut county = house.clerk("county-clerk").await;
    house.get(&mut county, "/staff").await.is(200).says("等决定（1 件）");
    house.get(&mut county, "/staff/claims").await.is(200).says("王**").says("李**");
    let proof = house.grant(&id).await.papers[0].id.clone();
    house.get(&mut county, &format!("{desk}/decision")).await.is(200).says("法院判决书").says("收件人");
    house.get(&mut county, &format!("{desk}/papers/{proof}")).await.is(200);
    decided(&house, &mut county, &id, "no", "").await.is(422).says("还没有选原因");
    decided(&house, &mut county, &id, "yes", "").await.leads();
    let grant = house.grant(&id).await;
    assert_eq!(grant.state, GrantState::Active);
    let Some(Agreement::LegalGuardian { taken_by, clerk: by, shown, .. }) = &grant.agreement else { panic!("no record") };
    assert_eq!((taken_by.as_str(), by.as_str()), ("clerk", "county-clerk"));
    assert_eq!(shown, &["court-judgment", "helper-card"]);
    let year = house.fake.world.now() + SignedDuration::from_hours(24 * 367);
    assert!(grant.until <= year);
    let mut daughter = house.acting("daughter", &id).await;
    house.get(&mut daughter, "/my-cases").await.is(200);

    // Looked at again before it ends: the next request needs the proof anew and no phone answers it.
    house.fake.clock.set(grant.until - SignedDuration::from_hours(24 * 10));
    assert_eq!(ask_renewals(&house.fake.world).await.unwrap(), 1);
    let next = house.grants_of("mother").await.into_iter().find(|g| g.renews.as_ref() == Some(&id)).unwrap();
    assert_eq!((next.state, next.claim.is_none(), next.papers.len()), (GrantState::Requested, true, 0));
    let mut mother = house.resident("mother").await;
    let page = house.get(&mut mother, &format!("/helpers/{}", next.id)).await.is(200);
    assert!(!page.has_form(&format!("/helpers/{}/code", next.id)));
}

#[tokio::test]
async fn a_no_of_the_county_has_a_reason_that_the_guardian_reads() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["apply"]).await;
    taken(&house, "clerk", &id).await.leads();
    let mut daughter = house.resident("daughter").await;
    house.get(&mut daughter, "/family").await.is(200).says("等县里决定").says("已经交到县里");
    let mut county = house.clerk("county-clerk").await;
    decided(&house, &mut county, &id, "no", "out-of-date").await.leads();
    let grant = house.grant(&id).await;
    assert_eq!((grant.state, grant.ended.unwrap().why), (GrantState::Refused, EndReason::NotProven));
    house.get(&mut daughter, "/family").await.is(200).says("由县医保窗口决定").says("后来有新的判决或者证明");
    let told = house.messages_to("13900000002").await;
    assert!(told.iter().any(|m| m.contains("没有核对通过") && m.contains("带新的来")), "{told:?}");
}

#[tokio::test]
async fn four_eyes_and_no_clerk_for_her_own_family() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["apply"]).await;
    taken(&house, "county-clerk", &id).await.leads();
    let decision = format!("/staff/grants/{id}/decision");
    let mut same = house.clerk("county-clerk").await;
    house.get(&mut same, &decision).await.is(403);
    let mut key = house.get(&mut same, "/staff/declare").await.form("/staff/declare").with("answer", "yes");
    key.action = decision.clone();
    house.post(&mut same, &key).await.is(403);
    assert_eq!(house.grant(&id).await.state, GrantState::WaitingForDecision);
    let refused =
        house.fake.store.ledger().into_iter().any(|l| l.line.act == "refused-grant" && l.line.reason == "refusal-did-earlier-step");
    assert!(refused, "trying it is written down");
    let mut relative = house.clerk("son-in-law").await;
    house.get(&mut relative, &format!("/staff/grants/{id}/guardian")).await.is(403);
    let mut other = house.clerk("county-other").await;
    decided(&house, &mut other, &id, "yes", "").await.leads();
}

#[tokio::test]
async fn her_objection_at_a_counter_pauses_it_and_only_the_county_lets_it_go_on() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["see-cases", "apply"]).await;
    taken(&house, "clerk", &id).await.leads();
    let mut county = house.clerk("county-clerk").await;
    decided(&house, &mut county, &id, "yes", "").await.leads();
    let mut daughter = house.acting("daughter", &id).await;
    let (mut clerk, desk) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
    let change = format!("{desk}/change");
    house.get(&mut clerk, &desk).await.is(200).says("本人说不同意");
    house.fill(&mut clerk, &desk, &change, &[("act", "pause"), ("how", "present")]).await.leads();
    house.get(&mut daughter, "/my-cases").await.is(403);

    let resume = [("act", "resume"), ("how", "present"), ("shown", "id-card")];
    house.get(&mut clerk, &desk).await.is(200).says("由县里的窗口重新核对");
    house.fill(&mut clerk, &desk, &change, &resume).await.is(403);
    let (mut mother, hers) = (house.resident("mother").await, format!("/helpers/{id}"));
    let page = house.get(&mut mother, &hers).await.is(200).says("由县里重新核对");
    assert!(!page.has_form(&format!("{hers}/resume")));
    let mut forced = page.form(&format!("{hers}/end"));
    forced.action = format!("{hers}/resume");
    house.post(&mut mother, &forced).await.is(403);
    assert_eq!(house.grant(&id).await.state, GrantState::Paused);
    house.fill(&mut county, &desk, &change, &resume).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Active);
}

#[tokio::test]
async fn she_may_object_while_it_is_decided_and_the_guardian_may_take_it_back() {
    let house = House::new().await;
    let first = house.asked("daughter", "mother", &["apply"]).await;
    taken(&house, "clerk", &first).await.leads();
    let (mut mother, hers) = (house.resident("mother").await, format!("/helpers/{first}"));
    house.fill(&mut mother, &hers, &format!("{hers}/refuse"), &[]).await.leads();
    assert_eq!(house.grant(&first).await.ended.unwrap().why, EndReason::SaidNo);
    let mut county = house.clerk("county-clerk").await;
    assert_eq!(house.get(&mut county, &format!("/staff/grants/{first}/decision")).await.leads(), format!("/staff/grants/{first}"));

    house.fake.clock.forward_minutes(25 * 60);
    let second = house.asked("daughter", "mother", &["apply"]).await;
    taken(&house, "clerk", &second).await.leads();
    let mut daughter = house.resident("daughter").await;
    let leave = format!("/family/leave/{second}");
    house.fill(&mut daughter, &leave, &leave, &[]).await.leads();
    assert_eq!(house.grant(&second).await.ended.unwrap().why, EndReason::HelperLeft);
}

#[tokio::test]
async fn while_a_guardian_speaks_for_her_no_code_says_yes_to_others() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["apply"]).await;
    taken(&house, "clerk", &id).await.leads();
    let other = house.asked("newcomer", "mother", &["apply"]).await;
    let (mut mother, page) = (house.resident("mother").await, format!("/helpers/{other}"));
    let shown = house.get(&mut mother, &page).await.is(200);
    assert!(!shown.has_form(&format!("{page}/code")));
    let mut forced = shown.form(&format!("{page}/refuse"));
    forced.action = format!("{page}/code");
    for (name, value) in URGED_BY_NOBODY {
        forced = forced.with(name, value);
    }
    house.post(&mut mother, &forced).await.is(403);
}

#[tokio::test]
async fn a_wrong_picture_is_taken_away_and_belongs_to_one_grant_only() {
    let house = House::new().await;
    let (one, two) = (house.asked("daughter", "mother", &["apply"]).await, house.asked("newcomer", "aunt", &["apply"]).await);
    let mut clerk = house.clerk("clerk").await;
    for id in [&one, &two] {
        let page = format!("/staff/grants/{id}/guardian");
        house.photograph(&mut clerk, &page, &format!("{page}/proof"), "paper", &[]).await.leads();
    }
    let (hers, theirs) = (house.grant(&one).await.papers[0].id.clone(), house.grant(&two).await.papers[0].id.clone());
    let page = format!("/staff/grants/{one}/guardian");
    let remove = house.get(&mut clerk, &page).await.form(&format!("/staff/grants/{one}/papers/remove"));
    let mut crossed = remove.clone();
    crossed.fields.push(("paper".into(), theirs.as_str().into()));
    house.post(&mut clerk, &crossed).await.is(404);
    house.post(&mut clerk, &remove.with("paper", hers.as_str())).await.leads();
    assert!(house.grant(&one).await.papers.is_empty());
    assert_eq!(house.grant(&two).await.papers.len(), 1);
    assert!(house.fake.store.paper_owner(&hers).await.unwrap().is_none());
}

/// Somebody without an account comes with her card; the request's name.
async fn came(house: &House, to: &str, relation: &str, number: &domain::person::IdNumber, phone: &str) -> GrantId {
    let (mut clerk, page) = (house.clerk("clerk").await, format!("/staff/people/{to}/helper"));
    let mut fields = vec![("name", "钱小满"), ("id_number", number.plain()), ("relation", relation), ("phone", phone), ("months", "3")];
    fields.extend([("scopes", "apply"), ("scopes", "see-cases"), ("items", "all")]);
    let unseen = house.fill(&mut clerk, &page, &page, &fields).await.is(422);
    unseen.says("还没有核对身份证");
    assert!(house.fake.store.person_by_number(number).await.unwrap().is_none(), "no card, no account");
    fields.push(("card-helper", "yes"));
    let desk = house.fill(&mut clerk, &page, &page, &fields).await.leads();
    GrantId::new(desk.trim_start_matches("/staff/grants/"))
}

#[tokio::test]
async fn a_guardian_without_account_or_phone_is_served_at_the_counter_for_a_child() {
    let house = House::new().await;
    let card = super::number(77);
    let id = came(&house, "grandchild", "parent", &card, "").await;
    let guardian = house.fake.store.person_by_number(&card).await.unwrap().unwrap();
    assert!(guardian.verified() && guardian.phone.is_none() && !guardian.insured);
    let grant = house.grant(&id).await;
    assert_eq!((grant.helper.clone(), grant.relation.as_str(), grant.state), (guardian.id.clone(), "parent", GrantState::Requested));
    let (mut clerk, page) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
    let said = [("how", "present"), ("shown", "household-book"), ("shown", "helper-card")];
    house.fill(&mut clerk, &page, &format!("{page}/agree"), &said).await.leads();
    assert!(matches!(house.grant(&id).await.agreement, Some(Agreement::Guardian { .. })));
    // Her account works like any other one: from a slip, or wherever she signs in.
    let mut hers = house.acting(guardian.id.as_str(), &id).await;
    house.get(&mut hers, "/my-cases").await.is(200);
    let lines: Vec<String> = house.fake.store.ledger().into_iter().map(|row| row.line.act).collect();
    for act in ["open-account", "ask-grant", "agree-grant"] {
        assert!(lines.iter().any(|line| line == act), "{act}");
    }
    // The same number under another name is somebody's slip of the pen.
    let again = "/staff/people/mother/helper";
    let wrong = [
        ("name", "钱大满"),
        ("id_number", card.plain()),
        ("relation", "friend"),
        ("months", "3"),
        ("scopes", "see-cases"),
        ("card-helper", "yes"),
    ];
    house.fill(&mut clerk, again, again, &wrong).await.is(422).says("登记的是另一个姓名");
    // Whoever is of the family leaves it to a colleague.
    let mut kin = house.clerk("son-in-law").await;
    house.get(&mut kin, "/staff/people/daughter/helper").await.is(403);
}

#[tokio::test]
async fn a_legal_guardian_without_an_account_is_taken_in_and_the_county_decides() {
    let house = House::new().await;
    let card = super::number(78);
    let id = came(&house, "mother", "child", &card, "13900000078").await;
    taken(&house, "clerk", &id).await.leads();
    let mut county = house.clerk("county-clerk").await;
    decided(&house, &mut county, &id, "yes", "").await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Active);
    let guardian = house.fake.store.person_by_number(&card).await.unwrap().unwrap();
    assert!(house.messages_to("13900000078").await.iter().any(|text| text.contains("监护")), "she is told on the phone she gave");
    let mut hers = house.acting(guardian.id.as_str(), &id).await;
    house.get(&mut hers, "/my-cases").await.is(200);
}
