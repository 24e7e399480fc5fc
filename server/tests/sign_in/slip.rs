//! The paper slip: its PIN on the second screen, and the one sign-in it is good for.

use crate::common::{Browser, Page, TestSite};
use app::acts::slip_keys;
use app::ports::{Change, Slip, SlipState};
use domain::ids::{PersonId, SlipId, StaffId};
use jiff::SignedDuration;

/// What a clerk's screen and paper show.
struct Issued {
    code: String,
    number: String,
    id: SlipId,
}

async fn issue(site: &TestSite, person: &str) -> Issued {
    let world = &site.world;
    let (code, number) = (slip_keys::new_slip_code(world), slip_keys::new_screen_number(world));
    let id = SlipId::new(world.new_id());
    let slip = Slip {
        id: id.clone(),
        person: PersonId::new(person),
        code_hash: slip_keys::slip_code_hash(world, &code).unwrap(),
        screen_hash: slip_keys::screen_hash(world, &number).unwrap(),
        pin_hash: None,
        issued_by: StaffId::new("staff-v1"),
        issued_at: site.now(),
        tries: 0,
        state: SlipState::WaitingForPin,
        version: 0,
    };
    site.commit(vec![Change::SaveSlip(Box::new(slip))]).await;
    Issued { code, number, id }
}

async fn choose_pin(site: &TestSite, number: &str, pin: &str, again: &str) -> Page {
    let mut screen = site.browser();
    screen.open("/second-screen").await;
    let page = screen.post("/second-screen", &[("number", number)]).await;
    page.must_lead_to("/second-screen");
    screen.follow(page).await.must_say("给纸条设一个密码");
    let page = screen.post("/second-screen/pin", &[("pin", pin), ("pin_again", again)]).await;
    screen.follow(page).await
}

async fn ready(site: &TestSite) -> Issued {
    let slip = issue(site, "zhao").await;
    choose_pin(site, &slip.number, "6058", "6058").await.must_say("密码设好了");
    slip
}

async fn sign_in(browser: &mut Browser<'_>, code: &str, pin: &str) -> Page {
    browser.open("/sign-in/slip").await;
    browser.post("/sign-in/slip", &[("slip", code), ("pin", pin)]).await
}

#[tokio::test]
async fn an_elder_without_a_phone_signs_in_with_paper_and_her_own_pin_once() {
    let site = TestSite::new().await;
    let slip = ready(&site).await;
    let mut browser = site.browser();
    browser.open("/sign-in").await.must_say("没有手机，也能登录");
    // Typed without spaces and with full-width digits.
    let typed: String = slip.code.chars().filter(|c| *c != ' ').map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect();
    let page = sign_in(&mut browser, &typed, " 60 58 ").await;
    page.must_lead_to("/my-cases");
    assert!(page.set_cookies.iter().all(|c| !c.contains("Max-Age")), "{:?}", page.set_cookies);
    browser.open("/sessions").await.must_say("在哪些设备上登录着");
    site.forward_minutes(31);
    browser.get("/sessions").await.must_lead_to("/sign-in");

    let page = sign_in(&mut site.browser(), &slip.code, "6058").await;
    assert_eq!(page.status, 422);
    page.must_say("这张纸条已经用过");
    let lines = site.world.store.ledger_of(&PersonId::new("zhao"), 10).await.unwrap();
    for act in ["set-slip-pin", "sign-in"] {
        assert!(lines.iter().any(|row| row.line.act == act), "{act}");
    }
}

#[tokio::test]
async fn a_slip_lives_seven_days() {
    let site = TestSite::new().await;
    let slip = ready(&site).await;
    site.forward(SignedDuration::from_hours(7 * 24) - SignedDuration::from_mins(1));
    sign_in(&mut site.browser(), &slip.code, "6058").await.must_lead_to("/my-cases");
    let slip = ready(&site).await;
    site.forward(SignedDuration::from_hours(7 * 24));
    let page = sign_in(&mut site.browser(), &slip.code, "6058").await;
    assert_eq!(page.status, 422);
    page.must_say("过了 7 天");
}

#[tokio::test]
async fn five_wrong_pins_and_the_paper_is_worth_nothing() {
    let site = TestSite::new().await;
    let slip = ready(&site).await;
    let mut browser = site.browser();
    for left in (1..5).rev() {
        let page = sign_in(&mut browser, &slip.code, "7395").await;
        page.must_say(&format!("还可以试 {left} 次"));
        assert_eq!(page.value_of("slip").as_deref(), Some(slip.code.as_str()), "the long number stays");
        assert_eq!(page.value_of("pin").unwrap_or_default(), "", "the PIN is never given back");
    }
    sign_in(&mut browser, &slip.code, "7395").await.must_say("这张纸条不能用了");
    let page = sign_in(&mut browser, &slip.code, "6058").await;
    assert_eq!(page.status, 422);
    page.must_say("这张纸条不能用了");
}

#[tokio::test]
async fn many_pins_in_the_same_moment_are_no_more_than_five() {
    let site = TestSite::new().await;
    let slip = ready(&site).await;
    let mut browser = site.browser();
    browser.open("/sign-in/slip").await;
    let tries = (0..25).map(|_| {
        let mut tab = browser.second_tab();
        let code = slip.code.clone();
        async move { tab.post("/sign-in/slip", &[("slip", &code), ("pin", "7395")]).await }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    assert!(answers.iter().all(|page| page.status == 422));
    while !answers.iter().any(|page| page.says("换一张，电话")) {
        answers.push(sign_in(&mut site.browser(), &slip.code, "7395").await);
    }
    let judged = answers.iter().filter(|page| page.says("还可以试") || page.says("换一张，电话")).count();
    assert_eq!(judged, 5);
    let page = sign_in(&mut site.browser(), &slip.code, "6058").await;
    assert_eq!(page.status, 422, "the slip died with the fifth wrong PIN");
}

#[tokio::test]
async fn a_slip_whose_pin_nobody_set_opens_nothing() {
    let site = TestSite::new().await;
    let slip = issue(&site, "zhao").await;
    let page = sign_in(&mut site.browser(), &slip.code, "6058").await;
    assert_eq!(page.status, 422);
    page.must_say("没有找到这张纸条");
    let page = sign_in(&mut site.browser(), "222233334444", "6058").await;
    page.must_say("没有找到这张纸条");
}

#[tokio::test]
async fn a_pin_that_others_guess_is_refused() {
    let site = TestSite::new().await;
    let slip = issue(&site, "zhao").await;
    // Born on 30 November 1946.
    for (pin, again, said) in [
        ("1234", "1234", "太好猜"),
        ("8888", "8888", "太好猜"),
        ("1946", "1946", "在您的身份证上"),
        ("1130", "1130", "在您的身份证上"),
        ("605", "605", "4 到 6 位数字"),
        ("", "", "还没有填密码"),
        ("6058", "6059", "两遍填的不一样"),
    ] {
        let page = choose_pin(&site, &slip.number, pin, again).await;
        assert_eq!(page.status, 422, "{pin}");
        page.must_say(said);
    }
    let stored = site.world.store.slip(&slip.id).await.unwrap().unwrap();
    assert_eq!((stored.state, stored.pin_hash), (SlipState::WaitingForPin, None));
}

#[tokio::test]
async fn the_second_screen_opens_for_half_an_hour_and_only_once() {
    let site = TestSite::new().await;
    let slip = ready(&site).await;
    let mut screen = site.browser();
    screen.open("/second-screen").await;
    let page = screen.post("/second-screen", &[("number", &slip.number)]).await;
    assert_eq!(page.status, 422);
    page.must_say("没有找到这个号码");
    let slip = issue(&site, "zhao").await;
    site.forward_minutes(30);
    screen.open("/second-screen").await;
    screen.post("/second-screen", &[("number", &slip.number)]).await.must_say("没有找到这个号码");
}

#[tokio::test]
async fn the_screen_shows_the_next_person_nothing_of_the_one_before() {
    let site = TestSite::new().await;
    let slip = issue(&site, "zhao").await;
    let mut screen = site.browser();
    screen.open("/second-screen").await;
    let page = screen.post("/second-screen", &[("number", &slip.number)]).await;
    screen.follow(page).await.must_say("赵**");
    let page = screen.post("/second-screen/pin", &[("pin", "6058"), ("pin_again", "6058")]).await;
    screen.follow(page).await.must_not_say("赵");
    let page = screen.open("/second-screen").await;
    page.must_say("工作人员屏幕上的 6 位数字");
    page.must_not_say("赵");
}
