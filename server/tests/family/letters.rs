//! The 授权委托书: printed with all its fields, signed, photographed, bound to the grant; and a yes at her home.

use super::house::House;
use super::{ALL, Agreement, GrantState, Store};
use app::acts::clear_served::sweep_papers;
use app::ports::Papers;
use domain::ids::{GrantId, PaperId, PersonId};

async fn letter_handed_in(house: &House, id: &GrantId) -> PaperId {
    let mut clerk = house.clerk("clerk").await;
    let page = format!("/staff/grants/{id}/letter/photo");
    house.photograph(&mut clerk, &page, &page, "paper", &[]).await.leads();
    house.grant(id).await.letter.unwrap()
}

#[tokio::test]
async fn the_letter_has_every_field_and_printing_it_is_written_down() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["apply", "hand-in-papers"]).await;
    let mut clerk = house.clerk("clerk").await;
    let mut sheet = house.get(&mut clerk, &format!("/staff/grants/{id}/letter")).await.is(200);
    for who in ["mother", "daughter"] {
        let person = house.fake.store.person(&PersonId::new(who)).await.unwrap().unwrap();
        sheet = sheet.says(person.id_number.plain()).says(person.name.as_str()).says(person.phone.unwrap().plain());
    }
    for field in [
        "委托人（本人）",
        "受托人（帮忙的家人）",
        "性别",
        "住址",
        "是委托人的",
        "参保地",
        "险种",
        "医保编号",
        "为什么要人代办",
        "异地就医备案",
        "替我提交申请",
        "在申请、承诺书上签字",
        "替我领钱",
        "本人的账户",
        "转委托",
        "期限",
        "签字",
        "手印",
        "日期",
        "身份证复印件",
        "经办人",
    ] {
        sheet = sheet.says(field);
    }
    assert_eq!(house.grant(&id).await.state, GrantState::WaitingForConsent, "a clerk has taken it in");
    assert!(house.fake.store.ledger().iter().any(|l| l.line.act == "print-letter" && l.line.object == id.as_str()));
    let mut relative = house.clerk("son-in-law").await;
    house.get(&mut relative, &format!("/staff/grants/{id}/letter")).await.is(403);
}

#[tokio::test]
async fn the_signed_letter_is_bound_to_the_grant_and_seen_by_her_and_the_desk_alone() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &ALL).await;
    let first = letter_handed_in(&house, &id).await;
    let letter = letter_handed_in(&house, &id).await;
    assert_ne!(first, letter, "a better photograph takes the place of the first");
    assert_eq!(house.fake.papers.read(first.as_str()).await.unwrap(), None);
    assert_eq!(house.grant(&id).await.papers.len(), 1);

    // The other family: an elder with a helper and a letter of her own.
    let other = house.asked("newcomer", "aunt", &ALL).await;
    let others_letter = letter_handed_in(&house, &other).await;
    let (hers, theirs) = (format!("/helpers/{id}/papers/{letter}"), format!("/helpers/{other}/papers/{others_letter}"));
    let (mut mother, mut aunt) = (house.resident("mother").await, house.resident("aunt").await);
    house.get(&mut mother, &hers).await.is(200);
    house.get(&mut aunt, &theirs).await.is(200);
    for crossed in [theirs.clone(), format!("/helpers/{id}/papers/{others_letter}"), format!("/helpers/{other}/papers/{letter}")] {
        house.get(&mut mother, &crossed).await.is(404);
    }
    house.get(&mut aunt, &hers).await.is(404);
    let mut clerk = house.clerk("clerk").await;
    house.get(&mut clerk, &format!("/staff/grants/{id}/papers/{letter}")).await.is(200);
    house.get(&mut clerk, &format!("/staff/grants/{id}/papers/{others_letter}")).await.is(404);
    house.get(&mut clerk, &format!("/staff/papers/{letter}")).await.is(404);

    // A helper who may see all of her cases still does not see what she signed with another.
    let helping = house.agreed("newcomer", "mother", &ALL).await;
    let mut helper = house.resident("daughter").await;
    for path in [&hers, &format!("/papers/{letter}")] {
        house.get(&mut helper, path).await.is(404);
    }
    let mut newcomer = house.resident("newcomer").await;
    house.get(&mut newcomer, &hers).await.is(404);
    assert_eq!(house.grant(&helping).await.letter, None);
    house.get(&mut mother, &format!("/papers/{letter}")).await.is(404);
}

#[tokio::test]
async fn a_helper_who_acts_for_her_never_reads_a_letter() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let letter = letter_handed_in(&house, &id).await;
    let mut acting = house.acting("daughter", &id).await;
    house.get(&mut acting, "/my-cases").await.is(200);
    house.get(&mut acting, &format!("/papers/{letter}")).await.is(404);
    house.get(&mut acting, &format!("/helpers/{id}/papers/{letter}")).await.is(403);
    // Once she has agreed by it, it stays.
    let mut clerk = house.clerk("clerk").await;
    let photo = format!("/staff/grants/{id}/letter/photo");
    assert!(!house.get(&mut clerk, &photo).await.is(200).has_form(&photo));
}

#[tokio::test]
async fn sweeping_unnamed_papers_leaves_what_a_grant_names() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &ALL).await;
    let letter = letter_handed_in(&house, &id).await;
    house.fake.papers.keep("nobody", b"\xFF\xD8 lost".to_vec(), "a.jpg").await.unwrap();
    assert_eq!(sweep_papers(&house.fake.world).await.unwrap(), 1);
    assert!(house.fake.papers.read(letter.as_str()).await.unwrap().is_some());
}

#[tokio::test]
async fn where_the_region_wants_a_letter_a_yes_waits_for_it_and_says_so() {
    let house = House::with(|region| region.family.letter_with_consent.value = true).await;
    let id = house.asked("daughter", "mother", &["apply"]).await;
    let (mut clerk, page) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
    let yes = [("how", "present"), ("shown", "id-card")];
    house.get(&mut clerk, &page).await.is(200).says("这里要有签好的委托书，才能记下同意");
    let again = house.fill(&mut clerk, &page, &format!("{page}/agree"), &yes).await.is(422).says("还缺签好的委托书");
    assert!(again.html.contains("checked"), "what was ticked is still ticked");
    letter_handed_in(&house, &id).await;
    house.fill(&mut clerk, &page, &format!("{page}/agree"), &yes).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Active);
    // A child's guardian stands there herself and signs for nobody else.
    let child = house.asked("daughter", "grandchild", &["apply"]).await;
    let page = format!("/staff/grants/{child}");
    let said = [("how", "present"), ("shown", "household-book"), ("shown", "helper-card")];
    house.fill(&mut clerk, &page, &format!("{page}/agree"), &said).await.leads();
}

#[tokio::test]
async fn a_yes_by_phone_and_a_look_do_not_replace_the_letter_that_the_region_wants() {
    let everywhere = House::with(|region| region.family.letter_with_consent.value = true).await;
    let by_row = House::with(|region| region.delegations.iter_mut().for_each(|row| row.letter_required = true)).await;
    for house in [everywhere, by_row] {
        let id = house.agreed_by_phone("daughter", "mother", &ALL).await;
        let (mut clerk, page) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
        let seen = [("act", "see"), ("how", "present"), ("shown", "id-card")];
        house.get(&mut clerk, &page).await.is(200).says("这里要有签好的委托书，才能记下同意");
        house.fill(&mut clerk, &page, &format!("{page}/change"), &seen).await.is(422).says("还缺签好的委托书");
        let grant = house.grant(&id).await;
        assert!(!grant.she_was_seen(), "no more than filing and papers is open");
        // Stopping never waits for a sheet of paper.
        house.fill(&mut clerk, &page, &format!("{page}/change"), &[("act", "pause"), ("how", "phone")]).await.leads();
        house
            .fill(&mut clerk, &page, &format!("{page}/change"), &[("act", "resume"), ("how", "present"), ("shown", "id-card")])
            .await
            .leads();
        letter_handed_in(&house, &id).await;
        house.fill(&mut clerk, &page, &format!("{page}/change"), &seen).await.leads();
        assert!(house.grant(&id).await.she_was_seen());
    }
}

#[tokio::test]
async fn at_her_home_it_is_recorded_where_and_who_was_there() {
    let house = House::new().await;
    let id = house.asked("daughter", "sharer", &["apply"]).await;
    let (mut clerk, page) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
    let agree = format!("{page}/agree");
    house.fill(&mut clerk, &page, &agree, &[("shown", "id-card")]).await.is(422).says("还没有选在哪里说的");
    house.fill(&mut clerk, &page, &agree, &[("how", "phone"), ("shown", "id-card")]).await.is(422).says("还没有选在哪里说的");
    let alone = [("how", "home"), ("shown", "id-card")];
    house.fill(&mut clerk, &page, &agree, &alone).await.is(422).says("还没有勾当时还有谁在");
    let said = [("how", "home"), ("shown", "id-card"), ("there", "helper"), ("there", "neighbour"), ("there", "nobody-we-know")];
    house.fill(&mut clerk, &page, &agree, &said).await.leads();
    let grant = house.grant(&id).await;
    let Some(Agreement::Home { shown, there, clerk: by, .. }) = &grant.agreement else { panic!("no record") };
    assert_eq!((shown, by.as_str()), (&vec!["id-card".to_owned()], "clerk"));
    assert_eq!(there, &["helper", "neighbour"]);
    assert!(grant.she_was_seen());
    let line = house.fake.store.ledger().into_iter().find(|l| l.line.act == "agree-grant").unwrap().line;
    assert_eq!(line.reason, "at-home");
    let mut elder = house.resident("sharer").await;
    house.get(&mut elder, &format!("/helpers/{id}")).await.is(200).says("在家里当面同意的").says("想帮忙的人、邻居");
}

#[tokio::test]
async fn a_visit_at_home_is_as_good_as_the_counter_after_a_yes_by_phone() {
    let house = House::new().await;
    let id = house.agreed_by_phone("daughter", "mother", &ALL).await;
    let (mut clerk, page) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
    let change = format!("{page}/change");
    house.fill(&mut clerk, &page, &change, &[("act", "see"), ("how", "home")]).await.is(422);
    house.fill(&mut clerk, &page, &change, &[("act", "see"), ("how", "home"), ("shown", "id-card")]).await.leads();
    let grant = house.grant(&id).await;
    assert!(grant.she_was_seen() && grant.waits_until.is_none());
    let line = house.fake.store.ledger().into_iter().find(|l| l.line.act == "see-grant" && l.line.reason == "at-home");
    assert!(line.is_some(), "seen at her home");
}

#[tokio::test]
async fn whoever_looks_at_a_grant_that_is_over_reads_by_whom_and_why() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let newer = house.agreed("daughter", "mother", &["apply"]).await;
    let (mut mother, mut daughter) = (house.resident("mother").await, house.resident("daughter").await);
    house.get(&mut mother, &format!("/helpers/{id}")).await.is(200).says("由您决定").says("您后来又同意了一次");
    house.get(&mut daughter, "/family").await.is(200).says("由王**决定").says("王**后来又同意了一次");
    let leave = format!("/family/leave/{newer}");
    house.fill(&mut daughter, &leave, &leave, &[]).await.leads();
    house.get(&mut mother, &format!("/helpers/{newer}")).await.is(200).says("由李**决定").says("李**不再帮忙了");
    let mut clerk = house.clerk("clerk").await;
    house.get(&mut clerk, &format!("/staff/grants/{newer}")).await.is(200).says("李小梅不再帮忙了");
    assert_eq!(house.grant(&newer).await.ended.unwrap().why, domain::family::EndReason::HelperLeft);
}
