//! What a desk writes and how news reaches people, as sentences: notes, a supervisor's leave, letters, calls.

use super::{act, take};
use crate::common::{TestSite, html};
use crate::made::{self, case, ledger, load, of};
use app::acts::send_texts::send_texts;
use app::ports::{Gateway, Handed};
use domain::case::CaseState;
use domain::ids::PersonId;
use domain::notice::way::Way;
use domain::person::Phone;
use jiff::SignedDuration;

#[tokio::test]
async fn colleagues_read_a_note_and_the_person_does_not() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let here = format!("/staff/cases/{number}");
    let mut desk = site.at_desk("v1").await;
    desk.open(&here).await;
    let empty = desk.post(&act(&number, "note"), &[("remark", "  ")]).await;
    assert_eq!(empty.status, 422);
    empty.must_say("备注还是空的");
    desk.open(&here).await;
    desk.post(&act(&number, "note"), &[("remark", "已电话核实，周五来")]).await.must_lead_to(&format!("{here}#notes"));
    site.at_desk("t1").await.open(&here).await.must_say("v1 号窗口：已电话核实，周五来");
    let mut herself = site.signed_in("wang").await;
    herself.open(&format!("/cases/{number}")).await.must_not_say("周五来");
    assert!(ledger(&site, "wang").await.contains(&("note-on-case".into(), "staff-v1".into())));
    // Her own household's case is not hers to write on.
    let other = case(&site, of("zhao")).await;
    let mut kin = site.at_desk("v2").await;
    kin.open("/staff").await;
    let tried = kin.post_raw(&act(&other, "note"), &[("remark".into(), "我家的".into())]).await;
    assert!((400..500).contains(&tried.status), "{}", tried.status);
    assert!(load(&site, &other).await.notes.is_empty());
}

#[tokio::test]
async fn a_supervisor_s_reason_opens_a_second_return_and_she_reads_it() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let here = format!("/staff/cases/{number}");
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    desk.open(&format!("{here}?do=return")).await;
    let first = [("then", "queue"), ("about-household-own-page", "yes"), ("words-household-own-page", "看不清")];
    desk.post(&act(&number, "return"), &first).await.must_lead_to("/staff");
    made::answer(&site, &number, |draft| draft.answers.set("city", "某市")).await;
    take(&mut desk, &number).await;
    desk.open(&format!("{here}?do=return")).await;
    let second = [("then", "queue"), ("about-start", "yes"), ("words-start", "开始日期写错了")];
    let refused = desk.post(&act(&number, "return"), &second).await;
    assert_eq!(refused.status, 422);

    // A clerk cannot allow herself what the rule forbids.
    desk.open(&here).await.must_not_say("准许再退一次");
    let tried = desk.post_raw(&act(&number, "allow-return"), &[("allow".into(), "我说了算".into())]).await;
    assert!((400..500).contains(&tried.status));
    let mut boss = site.at_desk("s1").await;
    boss.open(&here).await.must_say("准许再退一次");
    let empty = boss.post(&act(&number, "allow-return"), &[("allow", "")]).await;
    assert_eq!(empty.status, 422);
    boss.open(&here).await;
    boss.post(&act(&number, "allow-return"), &[("allow", "第一次窗口看漏了日期")]).await.must_lead_to(&format!("{here}#notes"));
    boss.open(&here).await.must_say("要另一位窗口人员来退");

    let form = desk.open(&format!("{here}?do=return")).await;
    form.must_say("about-start");
    desk.post(&act(&number, "return"), &second).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.state, CaseState::Returned);
    let mut herself = site.signed_in("wang").await;
    herself.open(&format!("/cases/{number}")).await.must_say("主管写的理由：第一次窗口看漏了日期");
}

async fn choose(site: &TestSite, who: &str, way: &str) {
    let mut herself = site.signed_in(who).await;
    herself.open("/messages/way").await;
    herself.post("/messages/way", &[("way", way)]).await.must_lead_to("/messages/way?kept=1");
}

async fn accepted(site: &TestSite, who: &'static str) {
    let number = case(site, of(who)).await;
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    desk.post(&act(&number, "accept"), &[("then", "queue")]).await;
    // The same numbers sign nobody in twice.
    site.forward_minutes(1);
}

async fn newest(site: &TestSite, who: &str) -> domain::notice::Notice {
    site.world.store.notices(&PersonId::new(who), 1).await.unwrap().remove(0)
}

#[tokio::test]
async fn who_chose_the_telephone_is_rung_up_by_her_village_and_gets_no_text() {
    let site = TestSite::new().await;
    choose(&site, "wang", "call").await;
    accepted(&site, "wang").await;
    assert!(site.world.store.outbox(10).await.unwrap().iter().all(|sms| sms.purpose == "code"));
    let mut desk = site.at_desk("v1").await;
    let page = desk.open("/staff/messages").await;
    page.must_say("本人选了打电话");
    page.must_say("不问您的密码和验证码");
    assert!(page.body.contains("href=\"tel:"), "one press dials");
    let notice = newest(&site, "wang").await;
    desk.post(&format!("/staff/messages/{}", notice.id), &[]).await.must_lead_to("/staff/messages");
    site.signed_in("wang").await.open("/messages").await.must_say("已打电话告诉本人");
}

#[tokio::test]
async fn letters_are_printed_in_one_go_and_posted_with_one_button() {
    let site = TestSite::new().await;
    for who in ["wang", "tie"] {
        choose(&site, who, "letter").await;
        accepted(&site, who).await;
    }
    site.at_desk("w1").await.open("/staff/letters").await.must_say("现在没有要寄的信");
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/messages").await.must_say("打印要寄的 2 封信");
    let page = desk.open("/staff/letters").await;
    for said in ["王桂兰", "铁木尔", "已经受理", "不要您转账"] {
        page.must_say(said);
    }
    page.must_not_say(site.person("wang").await.id_number.plain());
    desk.post("/staff/letters", &[]).await.must_lead_to("/staff/messages");
    desk.open("/staff/letters").await.must_say("现在没有要寄的信");
    let letter = newest(&site, "wang").await;
    assert_eq!((letter.way, letter.delivered.unwrap().read_out), (Way::Letter, false));
    site.signed_in("wang").await.open("/messages").await.must_say("打印成信寄出");
}

#[tokio::test]
async fn without_a_phone_she_is_not_offered_one() {
    let site = TestSite::new().await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff/people/zhao").await;
    desk.post("/staff/people/zhao/intake", &[("card-intake", "yes")]).await;
    let page = desk.open("/messages/way").await;
    page.must_say("没有登记手机");
    page.must_not_say("发到您登记的手机");
    let wrong = desk.post("/messages/way", &[("way", "call")]).await;
    assert_eq!(wrong.status, 422);
    desk.open("/messages/way").await;
    desk.post("/messages/way", &[("way", "letter")]).await.must_lead_to("/messages/way?kept=1");
    assert_eq!(site.person("zhao").await.told_by, Some(Way::Letter));
    assert!(ledger(&site, "zhao").await.iter().any(|(act, _)| act == "choose-way"));
}

#[tokio::test]
async fn a_text_that_nobody_takes_is_read_to_her_by_the_village() {
    struct Down;
    #[async_trait::async_trait]
    impl Gateway for Down {
        async fn send(&self, _: &str, _: &Phone, _: &str) -> Handed {
            Handed::NotTaken
        }
    }
    let site = TestSite::new().await;
    accepted(&site, "wang").await;
    site.at_desk("v1").await.open("/staff/messages").await.must_say("现在没有要转达的消息");
    site.forward_minutes(1);
    for _ in 0..60 {
        send_texts(&site.world, &Down).await.unwrap();
        site.forward(SignedDuration::from_hours(1));
    }
    site.at_desk("v1").await.open("/staff/messages").await.must_say("已读给");
}

#[tokio::test]
async fn a_clerk_sees_one_kind_of_case_and_the_next_one_is_of_that_kind() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff?item=chronic").await.must_say("这一部分现在没有办件");
    let page = desk.open("/staff?item=out-of-area&only=all").await;
    page.must_say("一共 1 件");
    page.must_say("「下一件」也只在这里面取");
    desk.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{number}?item=out-of-area"));
    desk.open(&format!("/staff/cases/{number}?item=out-of-area")).await;
    desk.post(&act(&number, "accept"), &[("then", "next")]).await.must_lead_to("/staff?next=none&item=out-of-area");
}

#[tokio::test]
async fn the_sheets_of_a_queue_are_printed_in_one_go_without_those_of_her_own_family() {
    let site = TestSite::new().await;
    for who in ["wang", "tie", "zhao"] {
        case(&site, of(who)).await;
    }
    let mut desk = site.at_desk("v1").await;
    let all = desk.open("/staff/print").await;
    all.must_say("共 3 张");
    // `v2` lives with zhao.
    let mut kin = site.at_desk("v2").await;
    kin.open("/staff/print").await.must_say("共 2 张");
    assert!(ledger(&site, "wang").await.iter().filter(|(act, _)| act == "open-case").count() >= 2, "each opening is written down");
}

#[tokio::test]
async fn a_case_is_given_to_a_colleague_by_whoever_has_it_or_by_a_supervisor_and_never_to_her_family() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let here = format!("/staff/cases/{number}");
    let mut one = site.at_desk("v1").await;
    one.open(&here).await.must_not_say("转给同事");
    take(&mut one, &number).await;
    one.open(&format!("{here}?do=hand-over")).await.must_say("v2 号窗口");
    let nobody = one.post(&act(&number, "hand-over"), &[]).await;
    assert_eq!(nobody.status, 422);
    nobody.must_say("还没有选同事");
    let mut two = site.at_desk("v2").await;
    let page = two.open(&here).await;
    let mut grab = html::hidden_fields(&html::form(&page.body, &act(&number, "note"), |_| true).unwrap());
    grab.push(("colleague".into(), "staff-v1".into()));
    let grabbed = two.post_raw(&act(&number, "hand-over"), &grab).await;
    assert_eq!(grabbed.status, 409, "a colleague has it in her hands");
    assert!(load(&site, &number).await.hold.is_some());
    one.open(&format!("{here}?do=hand-over")).await;
    one.post(&act(&number, "hand-over"), &[("colleague", "staff-v2")]).await.must_lead_to("/staff");
    two.open("/staff").await.must_say("先由您办");
    two.post("/staff/next", &[]).await.must_lead_to(&here);

    // `v2` lives with zhao: she is not among those it may go to, whoever sends her name.
    let other = case(&site, of("zhao")).await;
    let there = format!("/staff/cases/{other}");
    let mut boss = site.at_desk("s1").await;
    boss.open(&format!("{there}?do=hand-over")).await.must_not_say("v2 号窗口");
    let kin = boss.post(&act(&other, "hand-over"), &[("colleague", "staff-v2")]).await;
    assert_eq!(kin.status, 422);
    boss.open(&format!("{there}?do=hand-over")).await;
    boss.post(&act(&other, "hand-over"), &[("colleague", "staff-v1")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &other).await.kept_for.unwrap().as_str(), "staff-v1");
}

#[tokio::test]
async fn a_daughter_who_lives_elsewhere_gets_texts_and_is_offered_nothing_that_no_desk_would_do() {
    let site = TestSite::new().await;
    let mut far = site.signed_in("li").await;
    let page = far.open("/messages/way").await;
    page.must_say("您的参保地不在这里");
    page.must_not_say("用大字打印");
    let wrong = far.post("/messages/way", &[("way", "letter")]).await;
    assert_eq!(wrong.status, 422);
    wrong.must_say("这一种现在不能选");
    assert_eq!(site.person("li").await.told_by, None);
}
