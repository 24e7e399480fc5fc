//! A helper from elsewhere opens an account of her own.

use crate::common::{Browser, Page, TestSite, cast};
use app::ports::{Change, Person, Verified};
use domain::person::IdNumber;

const PHONE: &str = "19900000090";

fn number() -> IdNumber {
    IdNumber::compose("990203", jiff::civil::date(1982, 9, 9), 101).unwrap()
}

async fn ask(browser: &mut Browser<'_>, name: &str, number: &str, phone: &str) -> Page {
    browser.open("/open-account").await;
    browser.post("/open-account", &[("name", name), ("id_number", number), ("phone", phone)]).await
}

async fn by_number(site: &TestSite, number: &IdNumber) -> Option<Person> {
    site.world.store.person_by_number(number).await.unwrap()
}

#[tokio::test]
async fn a_daughter_far_away_opens_an_account_marked_unconfirmed() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask(&mut browser, "林晓", number().plain(), "+86 199-0000-0090").await.must_lead_to("/open-account/code");
    assert_eq!(by_number(&site, &number()).await, None, "nobody is written down before the code");
    browser.open("/open-account/code").await;
    let code = site.newest_code(&domain::person::Phone::parse(PHONE).unwrap()).await;
    let page = browser.post("/open-account/code", &[("code", &code)]).await;
    page.must_lead_to("/open-account/done");
    let page = browser.follow(page).await;
    page.must_say("身份未核验");
    page.must_say("提出代办请求");
    let person = by_number(&site, &number()).await.unwrap();
    assert_eq!((person.verified, person.insured, person.village.as_str()), (Verified::No, false, "990101"));
    assert_eq!(person.name.as_str(), "林晓");
    browser.open("/sessions").await.must_say("身份未核验");
    // From now on she signs in like everybody.
    let mut later = site.browser();
    later.sign_in(person.id.as_str()).await;
}

#[tokio::test]
async fn a_number_that_is_known_shows_nothing_and_changes_nothing() {
    let site = TestSite::new().await;
    let wang = site.person("wang").await;
    let known = {
        let mut browser = site.browser();
        let page = ask(&mut browser, "王桂兰", wang.id_number.plain(), PHONE).await;
        let code = browser.open("/open-account/code").await;
        let wrong = browser.post("/open-account/code", &[("code", "123456")]).await;
        (page.status, page.location, without_number(&code), wrong.status, without_number(&wrong))
    };
    let unknown = {
        let mut browser = site.browser();
        let page = ask(&mut browser, "王桂兰", number().plain(), "19900000091").await;
        let code = browser.open("/open-account/code").await;
        let wrong = browser.post("/open-account/code", &[("code", "123456")]).await;
        (page.status, page.location, without_number(&code), wrong.status, without_number(&wrong))
    };
    assert_eq!(known, unknown);
    assert_eq!(site.person("wang").await, wang);
    assert!(site.sms_to(&domain::person::Phone::parse(PHONE).unwrap()).await.is_empty());
    let told = site.sms_to(&cast::phone(1)).await;
    assert_eq!(told.len(), 1, "she hears of it");
    assert!(told[0].text.contains("您的账户没有变") && !told[0].text.contains("http"), "{}", told[0].text);
}

#[tokio::test]
async fn somebody_who_types_her_number_again_and_again_does_not_flood_her_phone() {
    let site = TestSite::new().await;
    let wang = site.person("wang").await;
    for turn in 0..6 {
        ask(&mut site.browser(), "某某", wang.id_number.plain(), &format!("1990000011{turn}")).await.must_lead_to("/open-account/code");
    }
    assert_eq!(site.sms_to(&cast::phone(1)).await.len(), 1);
}

#[tokio::test]
async fn one_phone_gets_three_codes_whatever_numbers_are_typed_with_it() {
    let site = TestSite::new().await;
    let number = |order| IdNumber::compose("990203", jiff::civil::date(1982, 9, 9), order).unwrap();
    for order in 1..=3 {
        ask(&mut site.browser(), "某某", number(order).plain(), PHONE).await.must_lead_to("/open-account/code");
    }
    let page = ask(&mut site.browser(), "某某", number(4).plain(), PHONE).await;
    assert_eq!(page.status, 422);
    page.must_say("最多发 3 次验证码");
    assert_eq!(page.value_of("phone").as_deref(), Some(PHONE));
}

#[tokio::test]
async fn a_number_that_became_known_in_between_is_left_alone() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask(&mut browser, "林晓", number().plain(), PHONE).await.must_lead_to("/open-account/code");
    let code = site.newest_code(&domain::person::Phone::parse(PHONE).unwrap()).await;
    let mut insured = site.person("ma").await;
    insured.id = domain::ids::PersonId::new("imported");
    insured.id_number = number();
    insured.version = 0;
    site.commit(vec![Change::SavePerson(Box::new(insured.clone()))]).await;
    browser.open("/open-account/code").await;
    let page = browser.post("/open-account/code", &[("code", &code)]).await;
    assert_eq!(page.status, 422);
    assert_eq!(by_number(&site, &number()).await.unwrap().id, insured.id);
}

#[tokio::test]
async fn each_field_is_told_by_itself_and_all_input_stays() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    let page = ask(&mut browser, "", "123", "0990-5550100").await;
    assert_eq!(page.status, 422);
    page.must_say("还没有填姓名");
    page.must_say("现在是 3 位");
    page.must_say("这是座机号码");
    assert_eq!(page.value_of("phone").as_deref(), Some("0990-5550100"));
    assert_eq!(page.value_of("id_number").as_deref(), Some("123"));
}

#[tokio::test]
async fn the_account_code_opens_no_sign_in_and_the_other_way_round() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask(&mut browser, "林晓", number().plain(), PHONE).await;
    browser.get("/sign-in/code").await.must_lead_to("/sign-in");
    let mut other = site.browser();
    other.get("/open-account/code").await.must_lead_to("/open-account");
}

fn without_number(page: &Page) -> String {
    let text = page.text();
    text.split("本页编号").next().unwrap_or_default().to_owned()
}
