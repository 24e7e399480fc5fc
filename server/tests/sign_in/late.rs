//! What time does to an open page: the sign-in that was left open, the answer sent after the session ended,
//! and the way back from the letter sizes.

use crate::common::{Browser, TestSite};

async fn begin(browser: &mut Browser<'_>) -> String {
    browser.open("/guide/out-of-area").await;
    let page = browser.post("/file/out-of-area", &[]).await;
    page.location.expect("leads to the first question")
}

#[tokio::test]
async fn a_sign_in_page_left_open_for_long_leads_to_a_fresh_one_with_her_name_still_there() {
    let site = TestSite::new().await;
    let wang = site.person("wang").await;
    let fields = [("name", wang.name.as_str()), ("id_number", wang.id_number.plain())];
    let mut browser = site.browser();
    browser.open("/sign-in?who=other&next=/family").await;
    site.forward_minutes(45);
    let page = browser.post("/sign-in", &fields).await;
    page.must_lead_to("/sign-in");
    let page = browser.follow(page).await;
    page.must_say("打开得太久");
    assert_eq!(page.value_of("name").as_deref(), Some(wang.name.as_str()));
    assert_eq!(page.value_of("id_number").as_deref(), Some(wang.id_number.plain()));
    browser.post("/sign-in", &fields).await.must_lead_to("/sign-in/code");
    let code = site.code_of("wang").await;
    browser.open("/sign-in/code").await;
    assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await.status, 303);
}

#[tokio::test]
async fn every_form_before_sign_in_has_a_fresh_page_and_no_secret_is_kept_for_it() {
    let site = TestSite::new().await;
    let typed = [
        ("/open-account", "name", "李小梅", "phone"),
        ("/sign-in/slip", "slip", "222233334444", "pin"),
        ("/second-screen", "number", "222333", "pin"),
        ("/staff/sign-in", "user_name", "v1", "password"),
    ];
    for (path, field, value, secret) in typed {
        let mut browser = site.browser();
        browser.open(path).await;
        site.forward_minutes(45);
        let page = browser.post(path, &[(field, value), (secret, "580274")]).await;
        page.must_lead_to(path);
        let page = browser.follow(page).await;
        page.must_say("打开得太久");
        assert_eq!(page.value_of(field).as_deref(), Some(value), "{path}");
        if secret != "phone" {
            page.must_not_say("580274");
        }
    }
}

#[tokio::test]
async fn a_code_that_comes_after_the_page_was_forgotten_leads_to_the_beginning() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    browser.open("/sign-in?who=other").await;
    let wang = site.person("wang").await;
    browser.post("/sign-in", &[("name", wang.name.as_str()), ("id_number", wang.id_number.plain())]).await;
    browser.open("/sign-in/code").await;
    site.forward_minutes(45);
    let page = browser.post("/sign-in/code", &[("code", "123456")]).await;
    page.must_lead_to("/sign-in");
    browser.follow(page).await.must_say("打开得太久");
}

#[tokio::test]
async fn who_signs_out_after_the_session_has_ended_is_simply_out() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("wang").await;
    browser.open("/sessions").await;
    site.forward_minutes(45);
    browser.post("/sign-out", &[]).await.must_lead_to("/");
}

#[tokio::test]
async fn a_changed_answer_goes_back_to_the_check_page_although_the_session_ended_in_between() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("wang").await;
    let first = begin(&mut browser).await;
    let page = format!("{first}?then=check");
    let sent = [("kind", "emergency")];
    browser.open(&page).await.must_say("保存修改");

    // The page is opened again, or the answer is sent: both lead back to the same place.
    for sends in [false, true] {
        site.forward_minutes(45);
        let answer = if sends { browser.post(&first, &sent).await } else { browser.get(&page).await };
        answer.must_lead_to("/sign-in");
        browser.open("/sign-in?who=other").await;
        let wang = site.person("wang").await;
        browser.post("/sign-in", &[("name", wang.name.as_str()), ("id_number", wang.id_number.plain())]).await;
        let code = site.code_of("wang").await;
        browser.open("/sign-in/code").await;
        let back = browser.post("/sign-in/code", &[("code", &code)]).await;
        back.must_lead_to(&page);
        browser.follow(back).await.must_say("保存修改");
    }
    let answer = browser.post(&first, &sent).await;
    assert!(answer.location.unwrap().ends_with("?then=check"), "the next open question still knows of the check page");
}

#[tokio::test]
async fn choosing_a_letter_size_leads_back_to_the_same_page_with_its_query() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("wang").await;
    let first = begin(&mut browser).await;
    for page in ["/".to_owned(), "/my-cases".to_owned(), "/search?q=%E5%8C%BB%E4%BF%9D".to_owned(), format!("{first}?then=check")] {
        let encoded: String = form_urlencoded::byte_serialize(page.as_bytes()).collect();
        let link = format!("/comfort?back={encoded}");
        assert!(browser.open(&page).await.body.contains(&format!("href=\"{link}\"")), "{page}");
        assert!(browser.open(&link).await.body.contains(&format!("href=\"{link}\"")), "the way back is kept on the page itself");
        browser.post("/comfort", &[("mode", "elder"), ("size", "2")]).await.must_lead_to(&page);
    }
    for elsewhere in ["//evil.example", "https://evil.example", "/%09/evil.example"] {
        browser.open(&format!("/comfort?back={elsewhere}")).await;
        browser.post("/comfort", &[("mode", "elder"), ("size", "2")]).await.must_lead_to("/comfort?stored=1");
    }
}
