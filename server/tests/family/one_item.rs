//! All services or single ones: the helper chooses, the elder reads exactly which, the judge holds to it.

use super::house::{House, number};
use super::{ALL, Store};
use app::acts::expire_grants::ask_renewals;
use app::ports::Change;
use domain::catalog::ItemCode;
use domain::family::{Grant, Items};
use jiff::SignedDuration;

async fn asked(house: &House, items: &[&str]) -> u16 {
    let mut daughter = house.resident("daughter").await;
    let elder = number(2);
    let mut fields = vec![("name", "王秀兰"), ("id_number", elder.plain()), ("relation", "parent"), ("months", "3")];
    fields.extend([("scopes", "see-cases"), ("scopes", "apply"), ("scopes", "hand-in-papers")]);
    fields.extend(items.iter().map(|item| ("items", *item)));
    house.fill(&mut daughter, "/family/ask", "/family/ask", &fields).await.status
}

/// Agreed to, and for one service only.
async fn only(house: &House, item: ItemCode) -> Grant {
    let id = house.agreed("daughter", "mother", &ALL).await;
    let one = Grant { items: Items::Only([item].into()), ..house.grant(&id).await };
    house.fake.store.commit(vec![Change::SaveGrant(Box::new(one))]).await.unwrap();
    house.grant(&id).await
}

#[tokio::test]
async fn she_asks_for_one_service_and_the_elder_reads_exactly_which() {
    let house = House::new().await;
    assert_eq!(asked(&house, &[]).await, 422, "nothing is taken for granted");
    assert_eq!(asked(&house, &["bank-account"]).await, 422);
    assert_eq!(asked(&house, &["out-of-area"]).await, 303);
    let grant = house.grants_of("mother").await.remove(0);
    assert_eq!(grant.items, Items::Only([ItemCode::OutOfArea].into()));
    let page = format!("/helpers/{}", grant.id);
    let mut mother = house.resident("mother").await;
    for path in ["/helpers", &page] {
        let page = house.get(&mut mother, path).await.is(200).says("撤回申请（只限：异地就医备案）");
        page.says("替您拍照交上去（只限：异地就医备案）").does_not_say("全部事项");
    }
    let mut clerk = house.clerk("clerk").await;
    house.get(&mut clerk, &format!("/staff/grants/{}", grant.id)).await.is(200).says("填申请并提交（只限：异地就医备案）");
}

#[tokio::test]
async fn all_services_are_named_as_all() {
    let house = House::new().await;
    assert_eq!(asked(&house, &["all", "out-of-area"]).await, 303);
    let grant = house.grants_of("mother").await.remove(0);
    assert_eq!(grant.items, Items::All);
    let mut mother = house.resident("mother").await;
    house.get(&mut mother, &format!("/helpers/{}", grant.id)).await.says("撤回申请（全部事项）").does_not_say("只限");
}

#[tokio::test]
async fn a_helper_for_one_service_is_refused_for_another_and_told_what_she_may_do() {
    let house = House::new().await;
    let grant = only(&house, ItemCode::Chronic).await;
    let mut daughter = house.acting("daughter", &grant.id).await;
    let page = house.get(&mut daughter, "/guide/out-of-area").await.is(200);
    let refused = house.post(&mut daughter, &page.form("/file/out-of-area")).await.is(403);
    let refused = refused.says("家人同意您办的事项里，没有这一项。").says("王**现在同意您办的事项：门诊慢特病认定。");
    refused.says("重新提出请求，勾上这一项，由家人再答复");
    let mut mother = house.resident("mother").await;
    house.get(&mut mother, &format!("/helpers/{}", grant.id)).await.says("想做一件您没有同意的事，没有办成");

    // What the elder began herself in another service stays shut as well: question, check page, sending, dropping.
    let city = house.begun(&mut mother).await;
    let check = house.finished(&mut mother, &city).await;
    house.get(&mut daughter, &city).await.is(403).does_not_say("浙江");
    house.get(&mut daughter, &check).await.is(403).does_not_say("浙江");
    let key = house.get(&mut daughter, "/guide/out-of-area").await.form("/file/out-of-area");
    for action in [&city, &check] {
        let mut form = key.clone().with("city", "own").with("city-own", "慢灯市").with("signed", "yes");
        form.action.clone_from(action);
        house.post(&mut daughter, &form).await.is(403);
    }
    // Looking is not done per service.
    house.get(&mut daughter, "/my-cases").await.is(200);
    let reference = house.submitted(&mut mother, &check).await;
    house.get(&mut daughter, &format!("/cases/{reference}")).await.is(200);
    for act in ["undo", "withdraw"] {
        house.get(&mut daughter, &format!("/cases/{reference}/{act}")).await.is(403);
        let mut form = key.clone();
        form.action = format!("/cases/{reference}/{act}");
        house.post(&mut daughter, &form).await.is(403);
    }
}

#[tokio::test]
async fn a_helper_for_one_service_files_it_from_the_first_page_to_the_receipt() {
    let house = House::new().await;
    let grant = only(&house, ItemCode::OutOfArea).await;
    let mut daughter = house.acting("daughter", &grant.id).await;
    let city = house.begun(&mut daughter).await;
    let check = house.finished(&mut daughter, &city).await;
    let reference = house.submitted(&mut daughter, &check).await;
    house.get(&mut daughter, &format!("/cases/{reference}/receipt")).await.is(200).says("家人代填");
}

#[tokio::test]
async fn a_renewal_asks_for_the_same_services_and_no_others() {
    let house = House::new().await;
    let grant = only(&house, ItemCode::OutOfArea).await;
    house.fake.clock.set(grant.until - SignedDuration::from_hours(24 * 10));
    assert_eq!(ask_renewals(&house.fake.world).await.unwrap(), 1);
    let next = house.grants_of("mother").await.into_iter().find(|g| g.renews.is_some()).unwrap();
    assert_eq!((next.items, next.scopes), (grant.items, grant.scopes));
}
