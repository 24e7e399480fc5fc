//! Where she goes for care, through the doors and without scripts: the province, then its cities to pick from, or a line
//! of her own. The same question tonight in hospital. And whom to call, for people without a phone.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Browser, Page, TestSite};
use domain::catalog::answers::NONE;
use domain::ids::PersonId;

/// A fresh draft of an emergency; its address without a step.
async fn begin(browser: &mut Browser<'_>) -> String {
    browser.open("/guide/out-of-area").await;
    let first = browser.post("/file/out-of-area", &[]).await.location.unwrap();
    browser.open(&first).await;
    browser.post(&first, &[("kind", "emergency")]).await;
    first.rsplit_once('/').unwrap().0.to_owned()
}

/// Opens a question and answers it.
async fn answer(browser: &mut Browser<'_>, page: &str, fields: &[(&str, &str)]) -> Page {
    browser.open(page).await;
    browser.post(page.split('?').next().unwrap(), fields).await
}

async fn stored(site: &TestSite, person: &str, field: &str) -> Option<String> {
    let drafts = site.world.store.drafts_of(&PersonId::new(person)).await.unwrap();
    drafts[0].answers.get(field).map(str::to_owned)
}

#[tokio::test]
async fn the_cities_of_her_province_are_offered_and_another_place_can_be_written() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("tie").await;
    let draft = begin(&mut browser).await;
    let (place, city) = (format!("{draft}/place"), format!("{draft}/city"));
    answer(&mut browser, &place, &[("province", "33")]).await.must_lead_to(&city);
    let page = browser.open(&city).await;
    for offered in ["杭州市", "丽水市", "列表里没有，自己写", "不清楚"] {
        page.must_say(offered);
    }
    page.must_not_say("成都市");
    let page = answer(&mut browser, &city, &[]).await;
    assert_eq!(page.status, 422);
    page.must_say("还没有选");

    answer(&mut browser, &city, &[("city", "own"), ("city-own", "云梯市")]).await.must_lead_to(&format!("{draft}/start"));
    assert_eq!(browser.open(&city).await.value_of("city-own").as_deref(), Some("云梯市"), "what she wrote stands there again");
    let page = answer(&mut browser, &city, &[("city", "温州市"), ("city-own", "云溪市")]).await;
    assert_eq!(page.status, 422, "two answers are not guessed at");
    page.must_say("只留一个");
    assert_eq!(page.value_of("city-own").as_deref(), Some("云溪市"));
    answer(&mut browser, &city, &[("city", "温州市"), ("city-own", "")]).await.must_lead_to(&format!("{draft}/start"));
    assert_eq!(stored(&site, "tie", "city").await.as_deref(), Some("温州市"));
}

#[tokio::test]
async fn another_province_asks_for_its_own_city_and_a_municipality_for_none() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("tie").await;
    let draft = begin(&mut browser).await;
    let (place, city) = (format!("{draft}/place"), format!("{draft}/city"));
    answer(&mut browser, &place, &[("province", "33")]).await;
    answer(&mut browser, &city, &[("city", "杭州市")]).await;
    // Changed from the check page: the city of the other province is no answer any more.
    answer(&mut browser, &format!("{place}?then=check"), &[("province", "51")]).await.must_lead_to(&format!("{city}?then=check"));
    assert_eq!(stored(&site, "tie", "city").await, None);
    browser.open(&city).await.must_say("成都市");
    answer(&mut browser, &place, &[("province", "11")]).await.must_lead_to(&format!("{draft}/start"));
    assert_eq!(browser.get(&city).await.status, 404);
}

#[tokio::test]
async fn tonight_asks_for_the_province_first_and_keeps_everything_when_something_is_wrong() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("li").await;
    browser.open("/tonight").await.must_not_say("长辈的身份证号码");
    let page = browser.post("/tonight", &[("province", "")]).await;
    assert_eq!(page.status, 422);
    page.must_say("还没有选");
    browser.post("/tonight", &[("province", "33")]).await.must_lead_to("/tonight?province=33");
    browser.open("/tonight?province=33").await.must_say("杭州市");
    let tie = site.person("tie").await;
    let today = site.world.today();
    let (year, month, day) = (today.year().to_string(), today.month().to_string(), today.day().to_string());
    let mut fields = vec![
        ("elder-name", tie.name.as_str()),
        ("elder-number", tie.id_number.plain()),
        ("kind", "emergency"),
        ("start_year", &year),
        ("start_month", &month),
        ("start_day", &day),
    ];
    let page = browser.post("/tonight", &fields).await;
    assert_eq!(page.status, 422, "the city is missing");
    assert_eq!(page.value_of("elder-name").as_deref(), Some(tie.name.as_str()));
    page.must_say("杭州市");
    fields.push(("city", "杭州市"));
    // Her session ends while she looks for the card: what she typed waits for her.
    site.forward_minutes(45);
    browser.post("/tonight", &fields).await.must_lead_to("/sign-in");
    browser.sign_in("li").await;
    let page = browser.open("/tonight").await;
    assert_eq!(page.value_of("elder-name").as_deref(), Some(tie.name.as_str()));
    browser.post("/tonight", &fields).await.must_lead_to("/tonight/done");
    browser.open("/tonight").await.must_not_say("长辈的身份证号码");
    let cases = site.world.store.cases_of(&tie.id, 5).await.unwrap();
    let case = site.world.store.case(&cases[0].id).await.unwrap().unwrap();
    assert_eq!((case.answers.get("province"), case.answers.get("city")), (Some("33"), Some("杭州市")));
}

#[tokio::test]
async fn who_has_no_phone_leaves_the_contact_phone_empty_at_the_counter_and_others_do_not() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people/zhao").await;
    desk.post("/staff/people/zhao/intake", &[("card-intake", "yes")]).await;
    let draft = begin(&mut desk).await;
    let contact = format!("{draft}/contact");
    let page = desk.open(&contact).await;
    page.must_say("没有手机就空着");
    page.must_say("可以不填");
    let page = answer(&mut desk, &contact, &[("contact-name", "赵德福"), ("contact-phone", "12")]).await;
    assert_eq!(page.status, 422, "a wrong number is still told");
    let page = answer(&mut desk, &contact, &[("contact-name", "赵德福"), ("contact-phone", "")]).await;
    assert_eq!(page.status, 303, "{}", page.text());
    assert_eq!(stored(&site, "zhao", "contact-phone").await.as_deref(), Some(NONE));
    assert_eq!(desk.open(&contact).await.value_of("contact-phone").unwrap_or_default(), "", "and nothing strange stands there again");

    let mut browser = site.signed_in("tie").await;
    let draft = begin(&mut browser).await;
    let contact = format!("{draft}/contact");
    browser.open(&contact).await.must_not_say("没有手机就空着");
    let page = answer(&mut browser, &contact, &[("contact-name", "铁木尔"), ("contact-phone", "")]).await;
    assert_eq!(page.status, 422);
}
