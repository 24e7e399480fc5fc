//! The counter as sentences: intake, slips, phone on record, identity, messages read out, declared relatives.

use crate::common::TestSite;
use crate::made::{case, ledger, of, told};
use domain::ids::PersonId;

#[tokio::test]
async fn a_person_is_found_without_a_word_of_her_in_the_address_line() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people").await;
    let page = desk.post("/staff/people", &[("words", "王桂兰")]).await;
    assert_eq!((page.status, page.location.clone()), (200, None));
    page.must_say("/staff/people/wang");
    let number = site.person("wang").await.id_number;
    page.must_not_say(number.plain());
    desk.post("/staff/people", &[("words", "马兰花")]).await.must_say("没有找到");
    // With her card on the desk she is served anywhere in the county.
    let other = site.person("ma").await.id_number;
    desk.post("/staff/people", &[("words", other.plain())]).await.must_say("/staff/people/ma");
    let page = desk.open("/staff/people/ma").await;
    page.must_say("不是本区域的人");
    page.must_say("/staff/people/ma/intake");
    page.must_not_say("/staff/people/ma/phone");
    assert_eq!(ledger(&site, "ma").await[0].0, "look-at-person");
    assert_eq!(desk.post("/staff/people", &[("words", " ")]).await.status, 422);
}

#[tokio::test]
async fn filing_at_the_counter_begins_with_the_card_and_ends_by_a_button() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people/wang").await;
    let page = desk.post("/staff/people/wang/intake", &[]).await;
    assert_eq!(page.status, 422, "{}", page.text());
    assert_eq!(desk.get("/my-cases").await.status, 404, "no matter of hers is open");
    desk.open("/staff/people/wang").await;
    let page = desk.post("/staff/people/wang/intake", &[("card-intake", "yes")]).await;
    page.must_lead_to("/staff/people/wang");
    assert!(page.set_cookies.iter().any(|c| c.starts_with("__Host-yibao=")), "the session changes with the person");
    let banner = format!("正在为 {} 办理", site.person("wang").await.name.masked());
    desk.open("/staff/people/wang").await.must_say(&banner);
    assert_eq!(desk.get("/my-cases").await.status, 200);
    let page = desk.post("/file/out-of-area", &[]).await;
    assert_eq!(page.status, 303, "{}", page.text());
    let draft = &site.world.store.drafts_of(&PersonId::new("wang")).await.unwrap()[0];
    assert_eq!(draft.begun_by.kind(), "counter");
    desk.open("/staff").await.must_say(&banner);
    desk.post("/staff/intake/end", &[]).await.must_lead_to("/staff");
    desk.open("/staff").await.must_not_say("正在为");
    assert_eq!(desk.get("/my-cases").await.status, 404);
    let acts: Vec<String> = ledger(&site, "wang").await.into_iter().map(|(act, _)| act).collect();
    assert!(acts.contains(&"begin-intake".to_owned()) && acts.contains(&"end-intake".to_owned()), "{acts:?}");
}

#[tokio::test]
async fn a_form_opened_for_one_person_is_refused_for_the_next() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people/wang").await;
    desk.post("/staff/people/wang/intake", &[("card-intake", "yes")]).await;
    desk.open("/staff/people/wang").await;
    let mut old_tab = desk.second_tab();
    desk.post("/staff/intake/end", &[]).await;
    desk.open("/staff/people/tie").await;
    desk.post("/staff/people/tie/intake", &[("card-intake", "yes")]).await;
    old_tab.cookies = desk.cookies.clone();
    let page = old_tab.post("/file/out-of-area", &[]).await;
    assert_ne!(page.status, 303, "{}", page.text());
    assert!(site.world.store.drafts_of(&PersonId::new("tie")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_clerk_serves_nothing_to_her_own_family() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v2").await;
    let page = desk.open("/staff/people/zhao").await;
    assert_eq!(page.status, 403, "{}", page.text());
    page.must_not_say("登录纸条");
    // A form from another page does not help.
    desk.open("/staff/people/tie").await;
    for (what, card) in [("slip", "card-slip"), ("intake", "card-intake"), ("phone", "card-phone")] {
        desk.open("/staff/people/tie").await;
        let fields: Vec<(String, String)> =
            [("csrf", csrf(&desk.open("/staff/people/tie").await)), (card, "yes".into()), ("phone", "19900000077".into())]
                .map(|(n, v)| (n.to_owned(), v))
                .to_vec();
        let page = desk.post_raw(&format!("/staff/people/zhao/{what}"), &fields).await;
        assert_eq!(page.status, 403, "{what}: {}", page.text());
    }
    assert!(told(&site, "zhao").await.is_empty());
    let refused = ledger(&site, "zhao").await.into_iter().filter(|(act, _)| act.starts_with("refused-")).count();
    assert_eq!(refused, 4);
}

fn csrf(page: &crate::common::Page) -> String {
    page.value_of("csrf").unwrap()
}

#[tokio::test]
async fn a_slip_shows_its_number_then_its_code_and_she_is_told() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people/zhao").await;
    assert_eq!(desk.post("/staff/people/zhao/slip", &[]).await.status, 422, "not without the card");
    desk.open("/staff/people/zhao").await;
    let page = desk.post("/staff/people/zhao/slip", &[("card-slip", "yes")]).await;
    let here = page.location.clone().unwrap();
    let first = big(&desk.open(&here).await.body);
    assert_eq!(first.len(), 6);
    assert_eq!(told(&site, "zhao").await, ["notice-slip-issued"]);
    assert!(ledger(&site, "zhao").await.iter().any(|(act, by)| act == "issue-slip" && by == "staff-v1"));

    // She sets her PIN on the second screen.
    let mut screen = site.browser();
    screen.open("/second-screen").await;
    let number = big(&desk.open(&here).await.body);
    assert_eq!(screen.post("/second-screen", &[("number", &first)]).await.status, 422, "the earlier number is void");
    let page = screen.post("/second-screen", &[("number", &number)]).await;
    let page = screen.follow(page).await;
    assert_eq!(page.status, 200);
    let page = screen.post("/second-screen/pin", &[("pin", "580274"), ("pin_again", "580274"), ("again", "580274")]).await;
    assert!(page.status == 303 || page.status == 200, "{}", page.text());

    let code = big(&desk.open(&here).await.body);
    assert_eq!(code.len(), 12);
    let printed_again = big(&desk.open(&here).await.body);
    assert_ne!(code, printed_again, "a reload makes a new code");
    let old = app::acts::slip_keys::slip_code_hash(&site.world, &code).unwrap();
    assert!(site.world.store.slip_by_code(&old).await.unwrap().is_none(), "and voids the old");
    let new = app::acts::slip_keys::slip_code_hash(&site.world, &printed_again).unwrap();
    assert!(site.world.store.slip_by_code(&new).await.unwrap().is_some());
    // Another clerk never sees it.
    assert_eq!(site.at_desk("v3").await.get(&here).await.status, 404);
}

#[tokio::test]
async fn a_new_slip_takes_the_place_of_an_older_one_that_nobody_used() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    let mut codes = Vec::new();
    for _ in 0..2 {
        desk.open("/staff/people/zhao").await;
        let here = desk.post("/staff/people/zhao/slip", &[("card-slip", "yes")]).await.location.unwrap();
        let number = big(&desk.open(&here).await.body);
        let mut screen = site.browser();
        screen.open("/second-screen").await;
        let page = screen.post("/second-screen", &[("number", &number)]).await;
        screen.follow(page).await;
        screen.post("/second-screen/pin", &[("pin", "580274"), ("pin_again", "580274")]).await;
        codes.push(big(&desk.open(&here).await.body));
    }
    // A third was begun and left; it is void from the moment on in which the next one begins.
    desk.open("/staff/people/zhao").await;
    let left = desk.post("/staff/people/zhao/slip", &[("card-slip", "yes")]).await.location.unwrap();
    let number = big(&desk.open(&left).await.body);
    desk.open("/staff/people/zhao").await;
    desk.post("/staff/people/zhao/slip", &[("card-slip", "yes")]).await;
    let mut screen = site.browser();
    screen.open("/second-screen").await;
    assert_eq!(screen.post("/second-screen", &[("number", &number)]).await.status, 422);
    for code in &codes {
        let mut hers = site.browser();
        hers.open("/sign-in/slip").await;
        let page = hers.post("/sign-in/slip", &[("slip", code), ("pin", "580274")]).await;
        assert_eq!(page.status, 422, "the older ones open nothing");
        page.must_say("后来又开了一张新纸条");
    }
    assert_eq!(ledger(&site, "zhao").await.iter().filter(|(act, _)| act == "cancel-slip").count(), 3);
}

/// The digits of the large number on the page.
fn big(body: &str) -> String {
    let start = body.find("big-number").expect("a large number");
    let from = &body[start..];
    let inside = &from[from.find('>').unwrap() + 1..from.find("</p>").unwrap()];
    inside.chars().filter(char::is_ascii_digit).collect()
}

#[tokio::test]
async fn the_phone_on_record_changes_with_the_card_and_the_old_number_is_told() {
    let site = TestSite::new().await;
    let old = site.person("tie").await.phone.unwrap();
    let mut herself = site.signed_in("tie").await;
    assert_eq!(herself.get("/my-cases").await.status, 200);
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people/tie").await;
    let page = desk.post("/staff/people/tie/phone", &[("phone", "12"), ("card-phone", "yes")]).await;
    assert_eq!((page.status, page.value_of("phone").as_deref()), (422, Some("12")));
    desk.open("/staff/people/tie").await;
    assert_eq!(desk.post("/staff/people/tie/phone", &[("phone", "199 0000 0088")]).await.status, 422, "not without the card");
    assert_eq!(site.person("tie").await.phone, Some(old.clone()));
    desk.open("/staff/people/tie").await;
    let fields = [("phone", "199 0000 0088"), ("card-phone", "yes")];
    desk.post("/staff/people/tie/phone", &fields).await.must_lead_to("/staff/people/tie");
    assert_eq!(site.person("tie").await.phone.unwrap().plain(), "19900000088");
    assert!(site.sms_to(&old).await[0].text.contains("手机号已经换了"));
    assert_eq!(told(&site, "tie").await[0], "notice-phone-changed");
    assert_eq!(herself.get("/my-cases").await.status, 303, "what was signed in by the old phone has ended");
}

#[tokio::test]
async fn an_unconfirmed_helper_is_confirmed_with_her_card_at_any_counter() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people/chen").await.must_say("身份未核验");
    assert_eq!(desk.post("/staff/people/chen/identity", &[]).await.status, 422);
    desk.open("/staff/people/chen").await;
    desk.post("/staff/people/chen/identity", &[("card-identity", "yes")]).await.must_lead_to("/staff/people/chen");
    assert!(site.person("chen").await.verified());
    desk.open("/staff/people/chen").await.must_say("已经核验");
    assert_eq!(told(&site, "chen").await, ["notice-identity-confirmed"]);
}

#[tokio::test]
async fn who_has_no_phone_gets_her_messages_read_out_and_it_is_written_down_by_whom() {
    let site = TestSite::new().await;
    let number = case(&site, of("zhao")).await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff").await;
    desk.post("/staff/next", &[]).await;
    desk.open(&format!("/staff/cases/{number}")).await;
    desk.post(&format!("/staff/cases/{number}/accept"), &[("then", "queue")]).await;
    assert!(site.world.store.outbox(10).await.unwrap().iter().all(|sms| sms.purpose == "code"));

    site.at_desk("w1").await.open("/staff/messages").await.must_say("现在没有要转达的消息");
    let page = desk.open("/staff/messages").await;
    page.must_say("赵德福");
    page.must_say("已经受理");
    let notice = site.world.store.notices(&PersonId::new("zhao"), 5).await.unwrap()[0].clone();
    let to = format!("/staff/messages/{}", notice.id);
    desk.post(&to, &[]).await.must_lead_to("/staff/messages");
    desk.open("/staff/messages").await.must_say("现在没有要转达的消息");
    let notice = site.world.store.notices(&PersonId::new("zhao"), 5).await.unwrap()[0].clone();
    assert_eq!(notice.delivered.unwrap().by.as_str(), "staff-v1");
    assert_eq!(ledger(&site, "zhao").await[0], ("deliver-notice".into(), "staff-v1".into()));
}

#[tokio::test]
async fn a_declared_relative_is_never_hers_to_serve_and_unknown_numbers_get_the_same_answer() {
    let site = TestSite::new().await;
    let number = case(&site, of("tie")).await;
    let mut desk = site.at_desk("v1").await;
    let known = site.person("tie").await.id_number;
    let nobody = domain::person::IdNumber::compose("990101", jiff::civil::date(1961, 1, 1), 999).unwrap();
    let mut answers = Vec::new();
    for typed in [nobody.plain(), known.plain()] {
        desk.open("/staff/declare").await;
        let page = desk.post("/staff/declare", &[("number", typed)]).await;
        answers.push((page.status, page.location.clone()));
        desk.open("/staff/declare?done=yes").await.must_say("已经收到");
    }
    assert_eq!(answers[0], answers[1]);
    desk.open("/staff/declare").await;
    assert_eq!(desk.post("/staff/declare", &[("number", "99010119520307")]).await.status, 422);
    assert_eq!(desk.open(&format!("/staff/cases/{number}")).await.status, 403);
    assert_eq!(desk.open("/staff/people/tie").await.status, 403);
    desk.open("/staff").await;
    desk.post("/staff/next", &[]).await.must_lead_to("/staff?next=none");
}
