//! Residents come in: codes, own phone, sessions, limits.
//! Long because it is a list of sentences over one cast; the families of sentences that stand alone have files below `sign_in/`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
#[path = "sign_in/late.rs"]
mod late;
#[path = "sign_in/open_account.rs"]
mod open_account;
#[path = "sign_in/slip.rs"]
mod slip;
#[path = "sign_in/staff.rs"]
mod staff;

use app::ports::Change;
use common::{Browser, Page, TestSite};
use domain::ids::PersonId;
use jiff::SignedDuration;
use server::site::Options;

/// Name and number typed on the sign-in page.
async fn ask(browser: &mut Browser<'_>, name: &str, number: &str) -> Page {
    browser.open("/sign-in?who=other").await;
    browser.post("/sign-in", &[("name", name), ("id_number", number)]).await
}

async fn ask_as(site: &TestSite, browser: &mut Browser<'_>, person: &str) -> Page {
    let who = site.person(person).await;
    ask(browser, who.name.as_str(), who.id_number.plain()).await
}

async fn try_code(browser: &mut Browser<'_>, code: &str) -> Page {
    browser.open("/sign-in/code").await;
    browser.post("/sign-in/code", &[("code", code)]).await
}

/// Another six digits.
fn not(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

/// A page without what differs on every rendering.
fn same(page: &Page) -> String {
    let mut text = page.text();
    if let Some(at) = text.find("本页编号") {
        text.truncate(at);
    }
    text
}

#[tokio::test]
async fn an_elder_signs_in_with_name_number_and_the_code_from_her_phone() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    let page = ask_as(&site, &mut browser, "wang").await;
    page.must_lead_to("/sign-in/code");
    let before = browser.cookies.get("__Host-yibao").unwrap().clone();
    let code = site.code_of("wang").await;
    let page = try_code(&mut browser, &code).await;
    page.must_lead_to("/my-cases");
    let after = browser.cookies.get("__Host-yibao").unwrap();
    assert_ne!(*after, before, "the session is a new one after signing in");
    let cookie = page.set_cookies.iter().find(|c| c.starts_with("__Host-yibao=")).unwrap();
    for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Max-Age"), "on a shared device it ends with the browser");
    browser.open("/sessions").await.must_say("在哪些设备上登录着");
}

#[tokio::test]
async fn spaces_full_width_digits_a_small_x_and_a_pasted_message_are_accepted() {
    let site = TestSite::new().await;
    let mut person = site.person("tie").await;
    // A number whose last character is X.
    let number = (0..999).filter_map(|order| domain::person::IdNumber::compose("990101", jiff::civil::date(1950, 6, 6), order));
    person.id_number = number.into_iter().find(|n| n.plain().ends_with('X')).unwrap();
    let plain = person.id_number.plain().to_owned();
    site.commit(vec![Change::SavePerson(Box::new(person))]).await;
    let (area, rest) = plain.split_at(6);
    let wide: String = area.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect();
    let typed = format!(" {wide} {} {} ", &rest[..8], rest[8..].to_lowercase());
    let mut browser = site.browser();
    ask(&mut browser, " 铁木尔　", &typed).await.must_lead_to("/sign-in/code");
    let message = site.sms_to(&common::cast::phone(6)).await[0].text.clone();
    try_code(&mut browser, &message).await.must_lead_to("/my-cases");
}

#[tokio::test]
async fn a_wrong_format_is_told_precisely_and_all_input_stays() {
    let site = TestSite::new().await;
    let good = site.person("wang").await.id_number.plain().to_owned();
    let check = if good.ends_with('1') { "2" } else { "1" };
    let cases = [
        ("", "还没有填身份证号码"),
        ("990101510307002", "15 位的老号码"),
        ("99010119510307", "现在是 14 位"),
        ("9901011951O3070021", "只有数字"),
        ("990101195102300021", "这个日子不存在"),
        ("990101209902200021", "现在填的还没有到"),
    ];
    let mut browser = site.browser();
    let wrong = format!("{}{check}", &good[..17]);
    for (typed, said) in cases.into_iter().chain([(wrong.as_str(), "有一位填错了")]) {
        let page = ask(&mut browser, "王桂兰", typed).await;
        assert_eq!(page.status, 422);
        page.must_say(said);
        assert_eq!(page.value_of("name").as_deref(), Some("王桂兰"));
        assert_eq!(page.value_of("id_number").as_deref(), Some(typed));
    }
    let page = ask(&mut browser, "王桂兰2", &good).await;
    assert_eq!(page.status, 422);
    page.must_say("姓名里有数字");
    assert_eq!(page.value_of("id_number").as_deref(), Some(good.as_str()));
    assert!(site.sms_to(&common::cast::phone(1)).await.is_empty(), "no code before the form is right");
}

#[tokio::test]
async fn known_and_unknown_people_wrong_names_and_people_without_a_phone_get_the_same_answer() {
    let site = TestSite::new().await;
    let wang = site.person("wang").await;
    let zhao = site.person("zhao").await;
    let nobody = domain::person::IdNumber::compose("990101", jiff::civil::date(1960, 1, 1), 8).unwrap();
    let mut dead = site.person("ma").await;
    dead.alive = false;
    site.commit(vec![Change::SavePerson(Box::new(dead.clone()))]).await;
    let tries = [
        ("王桂兰", wang.id_number.plain()),
        ("王桂香", wang.id_number.plain()),
        ("王桂兰", nobody.plain()),
        ("赵德福", zhao.id_number.plain()),
        ("马兰花", dead.id_number.plain()),
    ];
    let mut answers = Vec::new();
    for (name, number) in tries {
        let mut browser = site.browser();
        let asked = ask(&mut browser, name, number).await;
        let headers: Vec<String> = asked.headers.iter().filter(|(n, _)| *n != "set-cookie").map(|h| format!("{h:?}")).collect();
        let code = browser.open("/sign-in/code").await;
        let wrong = browser.post("/sign-in/code", &[("code", "000000")]).await;
        let again = browser.post("/sign-in/again", &[]).await;
        answers.push((asked.status, asked.location, headers, same(&code), wrong.status, same(&wrong), again.status, again.location));
    }
    for answer in &answers[1..] {
        assert_eq!(*answer, answers[0]);
    }
    let all = site.world.store.outbox(100).await.unwrap();
    assert_eq!(all.len(), 2, "two codes for the one who is known, nothing for the others");
    assert!(all.iter().all(|sms| Some(&sms.to) == wang.phone.as_ref()));
}

#[tokio::test]
async fn no_six_digits_open_a_session_for_somebody_unknown() {
    let site = TestSite::new().await;
    let zhao = site.person("zhao").await;
    let mut browser = site.browser();
    ask(&mut browser, "赵德福", zhao.id_number.plain()).await.must_lead_to("/sign-in/code");
    // Whatever was pretended to be sent cannot be read anywhere; even the right digits would not do.
    for code in ["000000", "123456", "999999"] {
        let page = try_code(&mut browser, code).await;
        assert_eq!(page.status, 422);
        page.must_say("验证码对不上");
    }
}

#[tokio::test]
async fn the_message_holds_the_code_and_neither_name_nor_link() {
    let site = TestSite::new().await;
    ask_as(&site, &mut site.browser(), "wang").await;
    let text = site.sms_to(&common::cast::phone(1)).await[0].text.clone();
    assert!(text.contains("15 分钟") && text.contains("不要告诉任何人"), "{text}");
    assert!(!text.contains("http") && !text.contains('王') && !text.contains("sign-in"), "{text}");
}

#[tokio::test]
async fn after_five_wrong_tries_the_right_code_is_too_late() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask_as(&site, &mut browser, "wang").await;
    let code = site.code_of("wang").await;
    for left in (1..5).rev() {
        try_code(&mut browser, &not(&code)).await.must_say(&format!("还可以试 {left} 次"));
    }
    try_code(&mut browser, &not(&code)).await.must_say("试了 5 次都对不上");
    let page = try_code(&mut browser, &code).await;
    assert_eq!(page.status, 422);
    page.must_say("试了 5 次都对不上");
}

#[tokio::test]
async fn a_hundred_guesses_in_the_same_moment_are_no_more_than_five() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask_as(&site, &mut browser, "wang").await;
    browser.open("/sign-in/code").await;
    let code = site.code_of("wang").await;
    let wrong = not(&code);
    let tries = (0..40).map(|turn| {
        let mut tab = browser.second_tab();
        tab.address = format!("203.0.113.{turn}");
        let wrong = wrong.clone();
        async move { tab.post("/sign-in/code", &[("code", &wrong)]).await }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    assert!(answers.iter().all(|page| page.status == 422));
    // Whoever lost the race was not judged at all; the code goes on counting until it dies.
    while !answers.iter().any(|page| page.says("或者打电话")) {
        answers.push(try_code(&mut browser, &wrong).await);
    }
    let judged = answers.iter().filter(|page| page.says("还可以试") || page.says("或者打电话")).count();
    assert_eq!(judged, 5);
    let page = try_code(&mut browser, &code).await;
    assert_eq!(page.status, 422, "the code died with the fifth wrong guess");
}

#[tokio::test]
async fn at_most_three_codes_in_fifteen_minutes() {
    let site = TestSite::new().await;
    for _ in 0..3 {
        ask_as(&site, &mut site.browser(), "wang").await.must_lead_to("/sign-in/code");
    }
    let page = ask_as(&site, &mut site.browser(), "wang").await;
    assert_eq!(page.status, 422);
    page.must_say("最多发 3 次验证码");
    page.must_say("9:1");
    assert_eq!(site.sms_to(&common::cast::phone(1)).await.len(), 3);
    site.forward_minutes(15);
    ask_as(&site, &mut site.browser(), "wang").await.must_lead_to("/sign-in/code");
}

#[tokio::test]
async fn twenty_wishes_in_the_same_moment_send_no_more_than_three_codes() {
    let site = TestSite::new().await;
    let wang = site.person("wang").await;
    let mut browsers = Vec::new();
    for _ in 0..20 {
        let mut browser = site.browser();
        browser.open("/sign-in").await;
        browsers.push(browser);
    }
    let asks = browsers.into_iter().map(|mut browser| {
        let fields = [("name", wang.name.as_str().to_owned()), ("id_number", wang.id_number.plain().to_owned())];
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            browser.post("/sign-in", &fields).await.status
        }
    });
    futures_util::future::join_all(asks).await;
    let sent = site.sms_to(&common::cast::phone(1)).await.len();
    assert!((1..=3).contains(&sent), "{sent}");
}

#[tokio::test]
async fn only_the_two_newest_codes_work() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    let mut codes = Vec::new();
    for _ in 0..3 {
        ask_as(&site, &mut browser, "wang").await;
        codes.push(site.code_of("wang").await);
    }
    let page = try_code(&mut browser, &codes[0]).await;
    assert_eq!(page.status, 422);
    page.must_say("这个验证码过时了");
    try_code(&mut browser, &codes[1]).await.must_lead_to("/my-cases");
}

#[tokio::test]
async fn a_code_dies_after_fifteen_minutes() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask_as(&site, &mut browser, "wang").await;
    let code = site.code_of("wang").await;
    site.forward(SignedDuration::from_secs(14 * 60 + 50));
    try_code(&mut browser, &code).await.must_lead_to("/my-cases");

    let site = TestSite::new().await;
    let mut late = site.browser();
    ask_as(&site, &mut late, "wang").await;
    let code = site.code_of("wang").await;
    site.forward_minutes(15);
    let page = try_code(&mut late, &code).await;
    assert_eq!(page.status, 422);
    page.must_say("这个验证码过时了");
}

#[tokio::test]
async fn a_code_works_once() {
    let site = TestSite::new().await;
    let (mut first, mut second) = (site.browser(), site.browser());
    ask_as(&site, &mut first, "wang").await;
    ask_as(&site, &mut second, "wang").await;
    let code = site.code_of("wang").await;
    try_code(&mut first, &code).await.must_lead_to("/my-cases");
    let page = try_code(&mut second, &code).await;
    assert_eq!(page.status, 422);
    page.must_say("没有能用的验证码");
}

#[tokio::test]
async fn a_second_tap_on_the_button_leads_onward() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask_as(&site, &mut browser, "wang").await;
    browser.open("/sign-in/code").await;
    let code = site.code_of("wang").await;
    let mut impatient = browser.second_tab();
    browser.post("/sign-in/code", &[("code", &code)]).await.must_lead_to("/my-cases");
    impatient.post("/sign-in/code", &[("code", &code)]).await.must_lead_to("/my-cases");
    let again = impatient.open("/sessions").await;
    assert!(!again.says("在哪些设备上登录着"), "the old session opened nothing");
}

#[tokio::test]
async fn her_own_phone_asks_only_for_the_code_and_stays_signed_in_for_thirty_days() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask_as(&site, &mut browser, "wang").await;
    let page = browser.open("/sign-in/code").await;
    page.must_say("这是我自己的手机");
    let tick = common::html::input(&page.body, "own_phone").unwrap();
    assert!(!tick.contains("checked"), "nothing is ticked beforehand: {tick}");
    let code = site.code_of("wang").await;
    let page = browser.post("/sign-in/code", &[("code", &code), ("own_phone", "1")]).await;
    page.must_lead_to("/my-cases");
    for name in ["__Host-yibao=", "__Host-yibao-phone="] {
        let cookie = page.set_cookies.iter().find(|c| c.starts_with(name)).unwrap();
        assert!(cookie.contains("Max-Age="), "{cookie}");
    }
    site.forward(SignedDuration::from_hours(29 * 24));
    browser.open("/sessions").await.must_say("登录一次用 30 天");
    site.forward(SignedDuration::from_hours(24));
    browser.get("/sessions").await.must_lead_to("/sign-in");

    let page = browser.open("/sign-in").await;
    page.must_say("您是 王** 吗？");
    page.must_say("不是我");
    page.must_not_say("王桂兰");
    page.must_not_say("身份证号码");
    browser.post("/sign-in", &[]).await.must_lead_to("/sign-in/code");
    browser.open("/sign-in/code").await.must_not_say("这是我自己的手机");
    let code = site.code_of("wang").await;
    let page = browser.post("/sign-in/code", &[("code", &code)]).await;
    page.must_lead_to("/sessions");
    assert!(page.set_cookies.iter().any(|c| c.starts_with("__Host-yibao=") && c.contains("Max-Age=2592000")));
}

#[tokio::test]
async fn somebody_else_on_that_phone_types_her_own_name_and_number() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    ask_as(&site, &mut browser, "wang").await;
    let code = site.code_of("wang").await;
    browser.open("/sign-in/code").await;
    browser.post("/sign-in/code", &[("code", &code), ("own_phone", "1")]).await.must_lead_to("/my-cases");
    browser.open("/sessions").await;
    browser.post("/sign-out", &[]).await.must_lead_to("/");
    browser.open("/sign-in").await.must_say("您是 王** 吗？");
    browser.open("/sign-in?who=other").await.must_say("身份证号码");
    ask_as(&site, &mut browser, "tie").await.must_lead_to("/sign-in/code");
    // It is not her phone: the question is asked again and the session is short.
    browser.open("/sign-in/code").await.must_say("这是我自己的手机");
    let code = site.code_of("tie").await;
    let page = browser.post("/sign-in/code", &[("code", &code)]).await;
    assert!(page.set_cookies.iter().all(|c| !c.contains("Max-Age")), "{:?}", page.set_cookies);
}

#[tokio::test]
async fn on_a_shared_device_thirty_idle_minutes_end_the_session() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("wang").await;
    for _ in 0..3 {
        site.forward_minutes(29);
        browser.open("/sessions").await.must_say("在哪些设备上登录着");
    }
    site.forward_minutes(31);
    browser.get("/sessions").await.must_lead_to("/sign-in");
}

#[tokio::test]
async fn after_signing_in_she_lands_where_she_wanted_to_go() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    browser.get("/sessions").await.must_lead_to("/sign-in");
    browser.open("/sign-in").await;
    let who = site.person("wang").await;
    browser.post("/sign-in", &[("name", who.name.as_str()), ("id_number", who.id_number.plain())]).await;
    let code = site.code_of("wang").await;
    try_code(&mut browser, &code).await.must_lead_to("/sessions");
}

#[tokio::test]
async fn the_way_back_never_leads_to_another_site() {
    let site = TestSite::new().await;
    for (next, leads) in [
        ("/family", "/family"),
        ("//evil.example/", "/my-cases"),
        ("https://evil.example/", "/my-cases"),
        ("/%5Cevil.example", "/%5Cevil.example"),
        ("/\\evil.example", "/my-cases"),
        ("javascript:alert(1)", "/my-cases"),
    ] {
        let mut browser = site.browser();
        let encoded: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        browser.open(&format!("/sign-in?who=other&next={encoded}")).await;
        let who = site.person("tie").await;
        browser.post("/sign-in", &[("name", who.name.as_str()), ("id_number", who.id_number.plain())]).await;
        let code = site.code_of("tie").await;
        try_code(&mut browser, &code).await.must_lead_to(leads);
        site.forward_minutes(16);
    }
}

#[tokio::test]
async fn one_address_is_limited_a_listed_hall_less_and_other_addresses_not_at_all() {
    let site = TestSite::with(Options { halls: vec!["203.0.113.7".parse().unwrap()], ..Options::default() }).await;
    let number = |order| domain::person::IdNumber::compose("990101", jiff::civil::date(1940, 1, 1), order).unwrap();
    let ask_from = async |address: &str, order: u16| {
        let mut browser = site.browser();
        browser.address = address.to_owned();
        ask(&mut browser, "某某", number(order).plain()).await
    };
    for turn in 0..30 {
        ask_from("192.0.2.9", turn).await.must_lead_to("/sign-in/code");
        ask_from("203.0.113.7", 100 + turn).await.must_lead_to("/sign-in/code");
    }
    let page = ask_from("192.0.2.9", 31).await;
    assert_eq!(page.status, 422);
    page.must_say("这个网络刚才登录的人太多");
    ask_from("203.0.113.7", 131).await.must_lead_to("/sign-in/code");
    ask_from("192.0.2.10", 32).await.must_lead_to("/sign-in/code");
    site.forward_minutes(16);
    ask_from("192.0.2.9", 33).await.must_lead_to("/sign-in/code");
}

#[tokio::test]
async fn the_limit_of_the_whole_service_refuses_nobody() {
    let site = TestSite::new().await;
    let at = site.now();
    let crowd = (0..4000).map(|_| Change::Attempt { kind: "sign-in".into(), who: "everybody".into(), at }).collect();
    site.commit(crowd).await;
    ask_as(&site, &mut site.browser(), "wang").await.must_lead_to("/sign-in/code");
}

#[tokio::test]
async fn she_sees_all_her_sessions_and_ends_one_of_them() {
    let site = TestSite::new().await;
    let mut phone = site.signed_in("wang").await;
    let mut computer = site.browser();
    computer.agent = "Mozilla/5.0 (Windows NT 10.0)".to_owned();
    computer.sign_in("wang").await;
    let page = phone.open("/sessions").await;
    page.must_say("安卓手机（就是您面前这台）");
    page.must_say("电脑");
    page.must_say("2026年3月2日");
    let end = phone.post_form("/sessions", |form| form.contains("电脑"), &[]).await;
    end.must_lead_to("/sessions?ended=1");
    phone.follow(end).await.must_say("那台设备已经退出登录");
    computer.get("/sessions").await.must_lead_to("/sign-in");
    phone.open("/sessions").await.must_not_say("电脑");
}

#[tokio::test]
async fn she_ends_all_sessions_and_no_browser_keeps_the_short_way_in() {
    let site = TestSite::new().await;
    let mut phone = site.browser();
    ask_as(&site, &mut phone, "wang").await;
    phone.open("/sign-in/code").await;
    let code = site.code_of("wang").await;
    phone.post("/sign-in/code", &[("code", &code), ("own_phone", "1")]).await.must_lead_to("/my-cases");
    let mut computer = site.signed_in("wang").await;
    computer.open("/sessions").await;
    computer.post_form("/sessions", |form| form.contains("退出所有设备"), &[]).await.must_lead_to("/");
    for browser in [&mut phone, &mut computer] {
        browser.get("/sessions").await.must_lead_to("/sign-in");
        browser.open("/sign-in").await.must_say("身份证号码");
    }
    assert!(site.world.store.sessions_of(&PersonId::new("wang")).await.unwrap().is_empty());
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let site = TestSite::new().await;
    let mut wang = site.signed_in("wang").await;
    let mut tie = site.signed_in("tie").await;
    let hers = site.world.store.sessions_of(&PersonId::new("wang")).await.unwrap()[0].id.clone();
    tie.open("/sessions").await;
    let page = tie.post("/sessions", &[("session", hers.as_str())]).await;
    assert_eq!(page.status, 404);
    wang.open("/sessions").await.must_say("在哪些设备上登录着");
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once_and_everywhere_in_this_browser() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("wang").await;
    browser.open("/sessions").await;
    let mut other_tab = browser.second_tab();
    browser.post("/sign-out", &[]).await.must_lead_to("/");
    other_tab.get("/sessions").await.must_lead_to("/sign-in");
}

#[tokio::test]
async fn when_codes_are_off_the_page_says_so_and_names_the_counter() {
    let site = TestSite::with(Options { codes_on: false, ..Options::default() }).await;
    let mut browser = site.browser();
    for path in ["/sign-in", "/open-account"] {
        let page = browser.open(path).await;
        page.must_say("现在不能发验证码");
        page.must_say("云溪县医保服务大厅");
        assert!(common::html::input(&page.body, "id_number").is_none());
    }
}

#[tokio::test]
async fn a_sign_in_stands_in_the_ledger_of_the_person() {
    let site = TestSite::new().await;
    site.signed_in("wang").await;
    let lines = site.world.store.ledger_of(&PersonId::new("wang"), 10).await.unwrap();
    assert!(lines.iter().any(|row| row.line.act == "sign-in" && row.line.reason == "code"), "{lines:?}");
}

/// The heart of it on the other database: one person, one wrong code, one right code, once.
#[tokio::test]
async fn the_same_holds_on_postgresql() {
    let site = TestSite::on_postgres().await;
    let mut browser = site.browser();
    ask_as(&site, &mut browser, "wang").await.must_lead_to("/sign-in/code");
    let code = site.code_of("wang").await;
    try_code(&mut browser, &not(&code)).await.must_say("还可以试 4 次");
    browser.open("/sign-in/code").await;
    let mut tab = browser.second_tab();
    tab.address = "203.0.113.200".to_owned();
    let fields = [("code", code.as_str())];
    let (first, second) = tokio::join!(browser.post("/sign-in/code", &fields), tab.post("/sign-in/code", &fields));
    assert!([first.status, second.status].contains(&303));
    assert_eq!(site.world.store.sessions_of(&PersonId::new("wang")).await.unwrap().len(), 1, "one code, one session");
    site.close().await;
}
