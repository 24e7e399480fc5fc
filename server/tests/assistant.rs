//! Other people's hands, as sentences: every request goes through the real router, store and seals.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
#[path = "assistant/crossing.rs"]
mod crossing;
#[path = "assistant/looks.rs"]
mod looks;
#[path = "assistant/rules.rs"]
mod rules;
#[path = "assistant/table.rs"]
mod table;

use common::TestSite;
use domain::assist::About;
use domain::case::Channel;
use domain::ids::PersonId;
use domain::ledger::By;
use table::{acts, at_table, begin, file, hire, ready_draft, same, shown};

#[tokio::test]
async fn a_person_is_found_by_the_whole_number_of_her_card_and_by_nothing_else() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    worker.open("/assist").await.must_say("本人要在您身边");
    let wang = site.person("wang").await;
    for typed in ["王桂兰", "", "19900000001", &wang.id_number.plain()[..17]] {
        let page = worker.post("/assist", &[("id_number", typed)]).await;
        assert_eq!(page.status, 422, "{typed}");
        page.must_not_say("看证件，看本人");
        worker.open("/assist").await;
    }
    let page = worker.post("/assist", &[("id_number", wang.id_number.plain())]).await;
    assert_eq!((page.status, page.location.clone()), (200, None), "no name and no number in an address line");
    page.must_say("王桂兰");
    page.must_say("看证件，看本人");
    // Somebody of another village and nobody at all are told alike.
    worker.open("/assist").await;
    let other = site.person("ma").await.id_number;
    let elsewhere = worker.post("/assist", &[("id_number", other.plain())]).await;
    assert_eq!(elsewhere.status, 422);
    elsewhere.must_say("这个区域里没有这个号码");
    elsewhere.must_not_say("马兰花");
}

#[tokio::test]
async fn nothing_begins_without_card_and_face_and_both_are_in_the_ledger() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    let number = site.person("wang").await.id_number.plain().to_owned();
    worker.open("/assist").await;
    worker.post("/assist", &[("id_number", &number)]).await;
    for boxes in [&[][..], &[("card", "yes")], &[("face", "yes")]] {
        let page = worker.post("/assist/begin", boxes).await;
        assert_eq!(page.status, 422, "{boxes:?}: {}", page.text());
        page.must_say("王桂兰");
        assert_eq!(worker.get("/assist/person").await.location.as_deref(), Some("/assist"));
    }
    worker.post("/assist/begin", &[("card", "yes"), ("face", "yes")]).await.must_lead_to("/assist/number");
    let row = &site.world.store.ledger_of(&PersonId::new("wang"), 10).await.unwrap()[0];
    assert_eq!((row.line.act.as_str(), row.line.reason.as_str()), ("begin-assist", "card-and-face-checked"));
    assert_eq!(row.line.by, By::Assistant(site.staff("a1").await.id));
}

#[tokio::test]
async fn the_number_stands_on_both_sides_and_signs_nobody_in() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    begin(&site, &mut worker, "wang").await;
    let page = worker.open("/assist/number").await;
    let number = shown(&page);
    let phone = site.person("wang").await.phone.unwrap();
    let text = &site.sms_to(&phone).await[0].text;
    assert!(text.contains(&format!("数字 {number}")), "{text}");
    assert!(text.find("协理员").unwrap() < text.find(&number).unwrap() && text.contains("0990-000-0100"), "{text}");
    page.must_not_say("<input type=\"text\"");
    page.must_say("六位的验证码绝不能问");
    // As a sign-in code it is worth nothing.
    let mut stranger = site.browser();
    stranger.open("/sign-in?who=other").await;
    let wang = site.person("wang").await;
    stranger.post("/sign-in", &[("name", wang.name.as_str()), ("id_number", wang.id_number.plain())]).await;
    stranger.open("/sign-in/code").await;
    assert_eq!(stranger.post("/sign-in/code", &[("code", &number)]).await.status, 422);
    // Not ticked: nothing is open yet.
    let page = worker.post("/assist/number", &[]).await;
    assert_eq!(page.status, 422, "{}", page.text());
    worker.get("/assist/person").await.must_lead_to("/assist/number");
    worker.post("/assist/number", &[("same", "yes")]).await.must_lead_to("/assist/person");
    worker.open("/assist/person").await.must_say("帮本人申请");
}

/// The whole way, on the store of this site; gives the reference.
async fn a_filing(site: &TestSite) -> String {
    hire(site).await;
    let mut worker = at_table(site, "a1").await;
    ready_draft(site, "wang").await;
    begin(site, &mut worker, "wang").await;
    same(&mut worker).await.must_lead_to("/assist/person");
    worker.open("/assist/person").await;
    let reference = file(&mut worker).await;
    let receipt = worker.open(&format!("/cases/{reference}/receipt")).await;
    receipt.must_say("帮办人员代填");
    receipt.must_say("本人没有让人办");
    receipt.must_not_say("/take-back");
    for never in ["/my-cases", "/messages", &format!("/cases/{reference}")] {
        assert_eq!(worker.get(never).await.status, 403, "{never}");
    }
    assert_eq!(worker.get("/staff").await.status, 404);
    worker.open("/assist/person").await.must_say("打开编号");
    worker.post("/staff/intake/end", &[]).await.must_lead_to("/assist");
    assert_eq!(worker.get(&format!("/cases/{reference}/receipt")).await.status, 404, "she has gone");

    let case = site.world.store.case_by_reference(&reference).await.unwrap().unwrap();
    let by = By::Assistant(site.staff("a1").await.id);
    assert_eq!((case.filed_by.by.clone(), case.filed_by.channel), (by, Channel::Assisted));

    // She hears of it, sees it in her own pages, and knows how to object.
    let phone = site.person("wang").await.phone.unwrap();
    assert!(site.sms_to(&phone).await.iter().any(|sms| sms.text.contains("我没有让人办")));
    let mut elder = site.signed_in("wang").await;
    let helpers = elder.open("/helpers").await;
    helpers.must_say("在您身边帮办过的");
    helpers.must_say("替您提交了申请");
    helpers.must_say("我没有让人办");
    elder.open(&format!("/cases/{reference}")).await.must_say("帮办人员代填");
    elder.open("/messages").await.must_say("协理员");

    // The clerk sees whose hands they were.
    site.forward_minutes(11);
    app::acts::change_case::release_settled(&site.world).await.unwrap();
    site.at_desk("v1").await.open(&format!("/staff/cases/{reference}")).await.must_say("帮办代填");
    reference
}

#[tokio::test]
async fn an_assistant_files_for_the_person_beside_her_and_everybody_sees_whose_hands_they_were() {
    a_filing(&TestSite::new().await).await;
}

#[tokio::test]
async fn the_same_on_postgresql() {
    let site = TestSite::on_postgres().await;
    a_filing(&site).await;
    looks::a_look_that_is_not_right(&site).await;
    site.close().await;
}

#[tokio::test]
async fn before_sending_the_number_is_compared_once_more_for_this_very_application() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    let draft = ready_draft(&site, "wang").await;
    begin(&site, &mut worker, "wang").await;
    same(&mut worker).await;
    let check = format!("/file/draft/{draft}/check");
    let page = worker.open(&check).await;
    page.must_say("念给本人听");
    page.must_not_say("提交备案申请");
    // A form that was made up: the page again, and nothing is sent.
    let csrf = page.value_of("csrf").unwrap();
    let page = worker.post_raw(&check, &[("csrf".into(), csrf), ("once".into(), "made-up".into())]).await;
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(site.world.store.cases_of(&PersonId::new("wang"), 9).await.unwrap().is_empty());
    worker.open(&check).await;
    worker.post(&format!("/assist/send/{draft}"), &[]).await.must_lead_to("/assist/number");
    let phone = site.person("wang").await.phone.unwrap();
    let number = shown(&worker.open("/assist/number").await);
    assert!(site.sms_to(&phone).await[0].text.contains(&format!("替您提交申请。数字 {number}")), "{}", site.sms_to(&phone).await[0].text);
    same(&mut worker).await.must_lead_to(&check);
    worker.open(&check).await.must_say("提交备案申请");
    // Changed after they had compared: they compare again.
    let kind = format!("/file/draft/{draft}/contact");
    worker.open(&kind).await;
    worker.post(&kind, &[("contact-name", "周小明"), ("contact-phone", "13800000001")]).await;
    worker.open(&check).await.must_not_say("提交备案申请");
    assert!(acts(&site, "wang").await.iter().filter(|a| *a == "numbers-same").count() == 2);
}

#[tokio::test]
async fn a_differing_number_ends_it_at_once_and_stands_on_the_list() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    begin(&site, &mut worker, "wang").await;
    worker.open("/assist/number").await;
    let page = worker.post("/assist/differ", &[]).await;
    page.must_lead_to("/assist?differed=1");
    assert!(page.set_cookies.iter().any(|c| c.starts_with("__Host-yibao=")), "the session changes with the person");
    worker.open("/assist?differed=1").await.must_say("两边数字不一样");
    assert_eq!(worker.get("/assist/person").await.location.as_deref(), Some("/assist"));
    assert_eq!(worker.get("/assist/number").await.status, 403);
    assert!(acts(&site, "wang").await.contains(&"numbers-differ".to_owned()));
    let list = site.at_desk("s1").await.open("/staff/assisted").await;
    list.must_say("数字对不上");
    list.must_say("王桂兰");
}

#[tokio::test]
async fn without_a_phone_the_number_stands_on_a_sheet_that_she_keeps_and_the_desk_tells_her_in_person() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    begin(&site, &mut worker, "zhao").await;
    let page = worker.open("/assist/number").await;
    page.must_say("没有可以收数字的手机");
    let number = shown(&page);
    let sheet = worker.open("/assist/sheet").await;
    sheet.must_say("给您的告知单");
    sheet.must_say(&number);
    sheet.must_not_say("赵德福");
    same(&mut worker).await;
    worker.open("/assist/sheet").await.must_not_say(&format!(">{number}<"));
    site.at_desk("v1").await.open("/staff/messages").await.must_say("我没有让人办");
}

#[tokio::test]
async fn without_a_phone_she_reads_on_the_turned_screen_who_does_what_and_presses_herself() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    for yes in [true, false] {
        begin(&site, &mut worker, "zhao").await;
        let number = shown(&worker.open("/assist/number").await);
        let page = worker.open("/assist/turned").await;
        assert_eq!(shown(&page), number);
        page.must_say("a1 协理员要开始帮您办医保的事");
        page.must_say("村里的协理员");
        page.must_not_say("赵德福");
        let look = |words: &str| {
            let at = page.body.find(words).unwrap_or_else(|| panic!("no {words}"));
            page.body[..at].rsplit("<button").next().unwrap().split("class=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        assert_eq!(look("是我要办，接着办"), look("不是我要办，马上停"), "yes and no look alike");
        if yes {
            worker.post("/assist/number", &[]).await.must_lead_to("/assist/person");
            let rows = site.world.store.ledger_of(&PersonId::new("zhao"), 50).await.unwrap();
            assert!(rows.iter().any(|r| r.line.act == "numbers-same" && r.line.reason == "on-turned-screen"));
            worker.get("/assist/turned").await.must_lead_to("/assist/number");
            worker.open("/assist/person").await;
            worker.post("/staff/intake/end", &[]).await;
        } else {
            worker.post("/assist/differ", &[]).await.must_lead_to("/assist?differed=1");
        }
    }
    // Who has a phone looks at it: turning the one screen proves nothing.
    begin(&site, &mut worker, "wang").await;
    worker.open("/assist/number").await.must_not_say("把屏幕转给本人看");
    worker.get("/assist/turned").await.must_lead_to("/assist/number");
    assert_eq!(worker.post("/assist/number", &[("turned", "yes")]).await.status, 422);
}

#[tokio::test]
async fn after_an_hour_card_and_face_are_looked_at_anew() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    let draft = ready_draft(&site, "wang").await;
    begin(&site, &mut worker, "wang").await;
    same(&mut worker).await;
    for _ in 0..6 {
        site.forward_minutes(11);
        worker.get("/assist").await;
    }
    let page = worker.get(&format!("/file/draft/{draft}/check")).await;
    assert_eq!(page.status, 403);
    page.must_say("核对本人已经过了很久");
    worker.open("/assist").await;
    worker.post("/staff/intake/end", &[]).await.must_lead_to("/assist");
}

#[tokio::test]
async fn an_assistant_who_is_her_helper_does_not_do_it_as_an_assistant() {
    let site = TestSite::new().await;
    hire(&site).await;
    table::grant_between(&site, "wang", "li").await;
    let mut worker = at_table(&site, "a3").await;
    let number = site.person("wang").await.id_number.plain().to_owned();
    worker.open("/assist").await;
    let page = worker.post("/assist", &[("id_number", &number)]).await;
    assert_eq!(page.status, 403);
    page.must_say("用自己的手机登录");
    assert!(acts(&site, "wang").await.contains(&"refused".to_owned()), "it is written down");
    // Her own household too is a colleague's.
    let number = site.person("zhao").await.id_number.plain().to_owned();
    let mut kin = at_table(&site, "a4").await;
    kin.open("/assist").await;
    assert_eq!(kin.post("/assist", &[("id_number", &number)]).await.status, 403);
}

#[tokio::test]
async fn what_an_assistant_typed_is_marked_as_hers() {
    let site = TestSite::new().await;
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    begin(&site, &mut worker, "wang").await;
    assert!(matches!(table::about(&site, &worker).await, Some(About::Intake)));
    same(&mut worker).await;
    worker.open("/assist/person").await;
    let step = worker.post("/file/out-of-area", &[]).await.location.unwrap();
    worker.open(&step).await;
    worker.post(&step, &[("kind", "emergency")]).await;
    let draft = site.world.store.drafts_of(&PersonId::new("wang")).await.unwrap().remove(0);
    assert_eq!(draft.begun_by.kind(), "assistant");
    assert!(draft.typed_by.values().all(|by| by.kind() == "assistant") && !draft.typed_by.is_empty());
    assert_eq!(worker.get(&format!("/file/draft/{}/drop", draft.id)).await.status, 403, "throwing away is hers");
}
