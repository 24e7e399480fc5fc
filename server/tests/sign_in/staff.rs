//! Staff come in with two factors; two supervisors give a lost access back.

use crate::common::{Browser, Page, TestSite, cast};
use jiff::SignedDuration;

async fn password(browser: &mut Browser<'_>, user: &str, password: &str) -> Page {
    browser.open("/staff/sign-in").await;
    browser.post("/staff/sign-in", &[("user_name", user), ("password", password)]).await
}

async fn code(browser: &mut Browser<'_>, code: &str) -> Page {
    browser.open("/staff/code").await;
    browser.post("/staff/code", &[("code", code)]).await
}

fn plain(page: &Page) -> String {
    page.text().split("本页编号").next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_clerk_needs_password_and_one_time_password() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    password(&mut browser, " V1 ", cast::PASSWORD).await.must_lead_to("/staff/code");
    browser.get("/staff").await.must_lead_to("/staff/sign-in");
    password(&mut browser, "v1", cast::PASSWORD).await.must_lead_to("/staff/code");
    let now = site.totp("v1").await;
    code(&mut browser, &now).await.must_lead_to("/staff");
    assert_eq!(browser.get("/staff").await.status, 200);
}

#[tokio::test]
async fn a_one_time_password_never_works_twice() {
    let site = TestSite::new().await;
    let (mut first, mut second) = (site.browser(), site.browser());
    password(&mut first, "v1", cast::PASSWORD).await;
    password(&mut second, "v1", cast::PASSWORD).await;
    let now = site.totp("v1").await;
    code(&mut first, &now).await.must_lead_to("/staff");
    let page = code(&mut second, &now).await;
    assert_eq!(page.status, 422);
    page.must_say("或者已经用过");
    site.forward(SignedDuration::from_secs(60));
    let next = site.totp("v1").await;
    code(&mut second, &next).await.must_lead_to("/staff");
}

#[tokio::test]
async fn the_same_one_time_password_in_the_same_moment_opens_one_session() {
    let site = TestSite::new().await;
    let (mut first, mut second) = (site.browser(), site.browser());
    password(&mut first, "v1", cast::PASSWORD).await;
    password(&mut second, "v1", cast::PASSWORD).await;
    let now = site.totp("v1").await;
    first.open("/staff/code").await;
    second.open("/staff/code").await;
    let fields = [("code", now.as_str())];
    let (one, two) = tokio::join!(first.post("/staff/code", &fields), second.post("/staff/code", &fields));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [303, 422]);
}

#[tokio::test]
async fn known_and_unknown_user_names_get_the_same_answer() {
    let site = TestSite::new().await;
    let mut closed = site.staff("v3").await;
    closed.active = false;
    site.commit(vec![app::ports::Change::SaveStaff(Box::new(closed))]).await;
    let mut answers = Vec::new();
    for user in ["v1", "zz", "v3"] {
        let mut browser = site.browser();
        let given = if user == "v3" { cast::PASSWORD } else { "wrong" };
        let mut seen = Vec::new();
        for _ in 0..9 {
            let page = password(&mut browser, user, given).await;
            seen.push((page.status, plain(&page)));
        }
        answers.push(seen);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
    assert!(answers[0][0].1.contains("用户名和密码对不上"));
    assert!(answers[0][8].1.contains("试的次数太多"));
}

#[tokio::test]
async fn after_too_many_tries_even_the_right_password_waits() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    for _ in 0..8 {
        password(&mut browser, "v1", "wrong").await;
    }
    let page = password(&mut browser, "v1", cast::PASSWORD).await;
    assert_eq!(page.status, 422);
    page.must_say("试的次数太多");
    // The clerk herself, at her own desk, is not locked out by a stranger.
    password(&mut site.browser(), "v1", cast::PASSWORD).await.must_lead_to("/staff/code");
    site.forward_minutes(16);
    password(&mut browser, "v1", cast::PASSWORD).await.must_lead_to("/staff/code");
}

#[tokio::test]
async fn one_time_passwords_cannot_be_tried_out() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    password(&mut browser, "v1", cast::PASSWORD).await;
    let right = site.totp("v1").await;
    let wrong = format!("{:06}", (right.parse::<u32>().unwrap() + 1) % 1_000_000);
    for _ in 0..6 {
        code(&mut browser, &wrong).await.must_say("动态码对不上");
    }
    let page = code(&mut browser, &site.totp("v1").await).await;
    assert_eq!(page.status, 422);
    page.must_say("试的次数太多");
}

#[tokio::test]
async fn the_password_step_is_forgotten_after_ten_minutes() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    password(&mut browser, "v1", cast::PASSWORD).await;
    browser.open("/staff/code").await;
    site.forward_minutes(10);
    let page = browser.post("/staff/code", &[("code", &site.totp("v1").await)]).await;
    assert_eq!(page.status, 422);
    page.must_say("从用户名和密码重新开始");
    browser.get("/staff/code").await.must_lead_to("/staff/sign-in");
}

#[tokio::test]
async fn fifteen_idle_minutes_or_eight_hours_end_a_clerks_session() {
    let site = TestSite::new().await;
    let mut browser = site.at_desk("c1").await;
    site.forward_minutes(14);
    assert_eq!(browser.get("/staff").await.status, 200);
    site.forward_minutes(16);
    browser.get("/staff").await.must_lead_to("/staff/sign-in");
    let mut busy = site.at_desk("c1").await;
    let mut minutes = 0;
    while minutes + 10 < 8 * 60 {
        site.forward_minutes(10);
        minutes += 10;
        assert_eq!(busy.get("/staff").await.status, 200, "after {minutes} minutes");
    }
    site.forward_minutes(11);
    busy.get("/staff").await.must_lead_to("/staff/sign-in");
}

#[tokio::test]
async fn two_other_supervisors_reset_a_clerk_and_her_sessions_end() {
    let site = TestSite::new().await;
    let mut clerk = site.at_desk("v1").await;
    let before = site.staff("v1").await;
    let mut first = site.at_desk("s1").await;
    first.open("/staff/accounts").await.must_say("提出重设 v1");
    let path = format!("/staff/accounts/{}/reset", before.id);
    first.post(&path, &[("step", "ask")]).await.must_lead_to("/staff/accounts");
    first.open("/staff/accounts").await.must_say("您已提出，等另一位主管确认");
    assert_eq!(site.staff("v1").await.password_hash, before.password_hash, "one supervisor changes nothing");

    let mut second = site.at_desk("s2").await;
    second.open("/staff/accounts").await;
    let page = second.post(&path, &[("step", "confirm")]).await;
    page.must_lead_to("/staff/accounts");
    let page = second.open("/staff/accounts").await;
    page.must_say("只显示这一次");
    let after = site.staff("v1").await;
    assert_ne!(after.password_hash, before.password_hash);
    assert_ne!(after.totp_secret, before.totp_secret);
    page.must_say(&after.totp_secret);
    let text = page.text();
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| *line == "新密码").unwrap();
    let new_password = lines[at + 1].to_owned();
    second.open("/staff/accounts").await.must_not_say(&after.totp_secret);

    clerk.get("/staff").await.must_lead_to("/staff/sign-in");
    let page = password(&mut clerk, "v1", cast::PASSWORD).await;
    assert_eq!(page.status, 422, "the old password is over");
    password(&mut clerk, "v1", &new_password).await.must_lead_to("/staff/code");
    let now = site.totp("v1").await;
    code(&mut clerk, &now).await.must_lead_to("/staff");

    // Two supervisors have seen that password: until she has one of her own, no other door of staff is open.
    for path in ["/staff", "/staff/people", "/staff/messages", "/staff/declare"] {
        clerk.get(path).await.must_lead_to("/staff/password");
    }
    let page = clerk.open("/staff").await;
    page.must_say("换成自己的密码");
    let mut choose = async |password: &str, again: &str| {
        clerk.open("/staff/password").await;
        clerk.post("/staff/password", &[("password", password), ("again", again)]).await
    };
    for (typed, again, told) in [
        ("", "", "还没有填新密码"),
        ("lamp", "lamp", "新密码太短"),
        ("20260302123456", "20260302123456", "全是数字"),
        ("i-am-v1-today", "i-am-v1-today", "有用户名"),
        ("lamp river bird", "lamp river bard", "两遍填的不一样"),
        (new_password.as_str(), new_password.as_str(), "这是别人给您的那个密码"),
    ] {
        let page = choose(typed, again).await;
        assert_eq!(page.status, 422, "{typed}");
        page.must_say(told);
    }
    choose("lamp river bird", "lamp river bird").await.must_lead_to("/staff");
    assert_eq!(clerk.get("/staff").await.status, 200);
    clerk.get("/staff/password").await.must_lead_to("/staff");
    let mut later = site.browser();
    assert_eq!(password(&mut later, "v1", &new_password).await.status, 422, "the given password is over");
    password(&mut later, "v1", "lamp river bird").await.must_lead_to("/staff/code");
}

#[tokio::test]
async fn a_request_for_a_reset_that_nobody_confirmed_is_over_after_a_day() {
    let site = TestSite::new().await;
    let before = site.staff("v1").await;
    let path = format!("/staff/accounts/{}/reset", before.id);
    let mut first = site.at_desk("s1").await;
    first.open("/staff/accounts").await;
    first.post(&path, &[("step", "ask")]).await.must_lead_to("/staff/accounts");
    let mut second = site.at_desk("s2").await;
    second.open("/staff/accounts").await.must_say("确认重设 v1");
    let kept_page = second.second_tab();
    site.forward(SignedDuration::from_hours(24));
    let mut second = site.at_desk("s2").await;
    let page = second.open("/staff/accounts").await;
    page.must_say("提出重设 v1");
    page.must_not_say("确认重设 v1");
    // The page that stayed open since yesterday, with the session of today.
    let mut old = kept_page;
    old.cookies = second.cookies.clone();
    let page = old.post(&path, &[("step", "confirm")]).await;
    assert_eq!(page.status, 409, "{}", page.text());
    assert_eq!(site.staff("v1").await.password_hash, before.password_hash);
    assert_eq!(app::acts::reset_staff::forget_old_requests(&site.world).await.unwrap(), 1);
    assert_eq!(site.staff("v1").await.reset_asked, None);
    assert_eq!(app::acts::reset_staff::forget_old_requests(&site.world).await.unwrap(), 0);
    // Another pair of supervisors begins anew.
    second.post(&path, &[("step", "ask")]).await.must_lead_to("/staff/accounts");
    assert_eq!(site.staff("v1").await.reset_asked.map(|asked| asked.by), Some(site.staff("s2").await.id));
}

#[tokio::test]
async fn the_supervisor_who_asked_cannot_confirm_and_nobody_resets_herself() {
    let site = TestSite::new().await;
    let clerk = site.staff("v1").await;
    let path = format!("/staff/accounts/{}/reset", clerk.id);
    let mut first = site.at_desk("s1").await;
    first.open("/staff/accounts").await;
    first.post(&path, &[("step", "ask")]).await.must_lead_to("/staff/accounts");
    // The form she saw before, sent again with the other step.
    let fresh: Vec<(&str, &str)> = vec![("step", "confirm"), ("once", "another-key")];
    let page = first.post(&path, &fresh).await;
    assert_eq!(page.status, 403);
    assert_eq!(site.staff("v1").await.password_hash, clerk.password_hash);

    let own = site.staff("s2").await;
    let mut second = site.at_desk("s2").await;
    let page = second.open("/staff/accounts").await;
    page.must_say("本人账号，由另外两位主管重设");
    let form: Vec<(String, String)> = crate::common::html::form(&page.body, "/staff/sign-out", |_| true)
        .map(|form| crate::common::html::hidden_fields(&form))
        .unwrap()
        .into_iter()
        .filter(|(name, _)| name == "csrf")
        .chain([("step".to_owned(), "ask".to_owned())])
        .collect();
    let page = second.post_raw(&format!("/staff/accounts/{}/reset", own.id), &form).await;
    assert_eq!(page.status, 403);
    assert_eq!(site.staff("s2").await.reset_asked, None);
}

#[tokio::test]
async fn the_accounts_page_is_for_supervisors() {
    let site = TestSite::new().await;
    for user in ["v1", "t1", "c1"] {
        let mut browser = site.at_desk(user).await;
        assert_eq!(browser.get("/staff/accounts").await.status, 404, "{user}");
    }
    let mut resident = site.signed_in("wang").await;
    assert_eq!(resident.get("/staff/accounts").await.status, 404);
}

#[tokio::test]
async fn a_clerk_who_signs_out_is_out() {
    let site = TestSite::new().await;
    let mut browser = site.at_desk("c1").await;
    browser.open("/staff").await;
    let mut tab = browser.second_tab();
    browser.post("/staff/sign-out", &[]).await.must_lead_to("/staff/sign-in");
    tab.get("/staff").await.must_lead_to("/staff/sign-in");
}
