//! 好差评 through the doors, on SQLite and PostgreSQL: from the case to the face, to the tier above and back to her; by
//! telephone; and what the rated desk finds, which is nothing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
#[path = "staff/made.rs"]
#[allow(dead_code)]
mod made;

use common::{Browser, TestSite};
use domain::ids::PersonId;
use made::{case, of};

/// One test per sentence and database.
macro_rules! on_both {
    ($($sentence:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $sentence() {
                super::$sentence(&crate::common::TestSite::new().await).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $sentence() {
                let site = crate::common::TestSite::on_postgres().await;
                super::$sentence(&site).await;
                site.close().await;
            })*
        }
    };
}

on_both!(
    a_bad_word_goes_up_is_set_right_and_comes_back_to_her,
    what_is_missing_is_said_on_the_same_page_and_the_same_form_twice_is_one_word,
    the_rated_desk_finds_nothing_even_with_her_before_it,
    what_she_says_by_telephone_is_ticked_by_another_desk,
    the_survey_asks_one_thing_a_page_and_counts_without_names,
);

/// Accepted by `v1`, reviewed by `t1`, approved by `c1`.
async fn decided(site: &TestSite, who: &'static str) -> String {
    let number = case(site, of(who)).await;
    let here = format!("/staff/cases/{number}");
    for (user, act) in [("v1", "accept"), ("t1", "review"), ("c1", "approve")] {
        let mut desk = site.at_desk(user).await;
        desk.open(&here).await;
        desk.post(&format!("{here}/take"), &[]).await;
        desk.open(&here).await;
        desk.post(&format!("{here}/{act}"), &[("then", "queue")]).await.must_lead_to("/staff");
    }
    // One half minute, one one-time password.
    site.forward_minutes(1);
    number
}

async fn rate(browser: &mut Browser<'_>, number: &str, stage: &str, level: &str) -> String {
    let here = format!("/cases/{number}/rate/{stage}");
    browser.open(&here).await;
    let page = browser.post(&here, &[("level", level)]).await;
    page.location.clone().unwrap_or_else(|| panic!("{}", page.text()))
}

async fn task_of(site: &TestSite, who: &str) -> String {
    let all = site.world.store.ratings_of(&PersonId::new(who), 9).await.unwrap();
    format!("/staff/ratings/{}", all.first().expect("rated").id)
}

async fn a_bad_word_goes_up_is_set_right_and_comes_back_to_her(site: &TestSite) {
    let number = decided(site, "wang").await;
    let mut elder = site.signed_in("wang").await;
    elder.open("/my-cases").await.must_say("办得怎么样");
    let page = elder.open(&format!("/cases/{number}")).await;
    page.must_say(&format!("href=\"/cases/{number}/rate\""));
    let page = elder.open(&format!("/cases/{number}/rate")).await;
    for step in ["收下申请", "受理", "办结"] {
        page.must_say(&format!("说说「{step}」满意不满意"));
    }
    let here = format!("/cases/{number}/rate/accepted");
    assert_eq!(rate(&mut elder, &number, "accepted", "bad").await, format!("{here}/why"));
    let page = elder.open(&format!("{here}/why")).await;
    page.must_say("您的评价已经记下了");
    page.must_say("要不要我们打电话给您");
    let why = [("reason", "slow"), ("reason", "alone"), ("words", "等叫号等了一上午"), ("call", "yes")];
    elder.post(&format!("{here}/why"), &why).await.must_lead_to(&format!("{here}/done"));
    let page = elder.open(&format!("{here}/done")).await;
    page.must_say("最晚 2026年3月3日");
    page.must_say("最晚 2026年3月23日");
    page.must_say("回答五个小问题");
    elder.open(&format!("{here}/why")).await.must_say("等叫号等了一上午");

    let task = task_of(site, "wang").await;
    let mut above = site.at_desk("t2").await;
    above.open("/staff").await.must_say("群众评价");
    let page = above.open("/staff/ratings").await;
    page.must_say(&task);
    page.must_say("等回访");
    let page = above.open(&task).await;
    page.must_say("href=\"tel:19900000001\"");
    page.must_say("等叫号等了一上午");
    page.must_say("没有照顾到老人");
    page.must_not_say(&format!("{task}/correct"));
    let early = above.post(&format!("{task}/call"), &[("said", "说好了")]).await;
    assert_eq!(early.status, 422);
    early.must_say("还没有选问到没有");
    early.must_say("说好了");
    above.post(&format!("{task}/call"), &[("reached", "yes"), ("said", "想有人扶一把")]).await.must_lead_to(&task);
    above.open(&task).await.must_say("想有人扶一把");
    let empty = above.post(&format!("{task}/correct"), &[("done", " ")]).await;
    assert_eq!(empty.status, 422);
    above.post(&format!("{task}/correct"), &[("done", "加了一个老人窗口")]).await.must_lead_to(&task);
    let page = above.open(&task).await;
    page.must_say("等再评一次");
    page.must_not_say(&format!("{task}/close"));

    elder.open("/messages").await.must_say("可以再评一次");
    let page = elder.open(&format!("/cases/{number}/rate")).await;
    page.must_say("「受理」改过了，再评一次");
    elder.open(&here).await.must_say("加了一个老人窗口");
    assert_eq!(rate(&mut elder, &number, "accepted", "good").await, format!("{here}/done"));
    above.open("/staff/ratings").await.must_say("现在没有要处理的差评");
    above.open(&task).await.must_say("改过以后的评价");
}

async fn what_is_missing_is_said_on_the_same_page_and_the_same_form_twice_is_one_word(site: &TestSite) {
    let number = case(site, of("wang")).await;
    let mut elder = site.signed_in("wang").await;
    // One step only: straight to its faces.
    elder.get(&format!("/cases/{number}/rate")).await.must_lead_to(&format!("/cases/{number}/rate/received"));
    let here = format!("/cases/{number}/rate/received");
    let page = elder.open(&here).await;
    assert_eq!(page.body.matches("class=\"choice choice-faced\"").count(), 5, "five faces");
    let none = elder.post(&here, &[]).await;
    assert_eq!(none.status, 422);
    none.must_say("还没有选");
    elder.get(&format!("{here}/done")).await.must_lead_to(&here);
    for _ in 0..2 {
        elder.post(&here, &[("level", "very-good")]).await.must_lead_to(&format!("{here}/done"));
    }
    let all = site.world.store.ratings_of(&PersonId::new("wang"), 9).await.unwrap();
    assert_eq!((all.len(), all[0].version), (1, 1));
    elder.open(&format!("{here}/done")).await.must_say("收下申请：非常满意");
    assert_eq!(elder.get(&format!("/cases/{number}/rate/ended")).await.status, 404, "not so far yet");
    let mut other = site.signed_in("ma").await;
    assert_eq!(other.get(&here).await.status, 404);
}

async fn the_rated_desk_finds_nothing_even_with_her_before_it(site: &TestSite) {
    let number = decided(site, "wang").await;
    let mut elder = site.signed_in("wang").await;
    rate(&mut elder, &number, "accepted", "very-bad").await;
    let task = task_of(site, "wang").await;
    let mut above = site.at_desk("t2").await;
    above.open(&task).await;
    above.post(&format!("{task}/call"), &[("reached", "yes"), ("said", "说了")]).await;
    above.open(&task).await;
    above.post(&format!("{task}/correct"), &[("done", "改了")]).await.must_lead_to(&task);

    let mut own = site.at_desk("v1").await;
    let page = own.open("/staff/ratings").await;
    page.must_say("还不到 5 位");
    page.must_not_say("/staff/ratings/");
    assert_eq!(own.get(&task).await.status, 404);
    own.open("/staff/people/wang").await;
    own.post("/staff/people/wang/intake", &[("card-intake", "yes")]).await.must_lead_to("/staff/people/wang");
    own.open("/my-cases").await.must_not_say("办得怎么样");
    own.open("/messages").await.must_not_say("再评一次");
    own.open(&format!("/cases/{number}")).await.must_not_say("/rate");
    assert_eq!(own.get(&format!("/cases/{number}/rate")).await.status, 404);
    own.open(&format!("/staff/cases/{number}")).await.must_not_say("满意");
    own.open(&format!("/staff/cases/{number}/print")).await.must_not_say("满意");
}

async fn what_she_says_by_telephone_is_ticked_by_another_desk(site: &TestSite) {
    let number = decided(site, "zhao").await;
    let here = "/staff/people/zhao/rating";
    let mut own = site.at_desk("v1").await;
    let page = own.open(here).await;
    page.must_say(&format!("value=\"{number}-ended\""));
    page.must_not_say(&format!("value=\"{number}-accepted\""));
    let step = format!("{number}-accepted");
    let forged = [("how", "phone"), ("step", step.as_str()), ("level", "very-good")];
    assert_eq!(own.post(here, &forged).await.status, 403, "not of its own work");
    let mut above = site.at_desk("t2").await;
    above.open("/staff/people/zhao").await.must_say("记下本人的评价");
    above.open(here).await.must_say(&format!("value=\"{step}\""));
    let missing = above.post(here, &[("step", &step), ("words", "她说慢")]).await;
    assert_eq!(missing.status, 422);
    missing.must_say("还没有选满意不满意");
    missing.must_say("她说慢");
    let said = [("how", "phone"), ("step", step.as_str()), ("level", "bad"), ("reason", "slow"), ("words", "她说慢"), ("call", "no")];
    let done = above.post(here, &said).await;
    done.must_lead_to(&format!("{here}?kept=yes"));
    let page = above.open(&format!("{here}?kept=yes")).await;
    page.must_say("本人的评价已经记下");
    page.must_not_say(&format!("value=\"{step}\""));
    let page = above.open(&task_of(site, "zhao").await).await;
    page.must_say("她说慢");
    page.must_say("本人说不用打");
}

async fn the_survey_asks_one_thing_a_page_and_counts_without_names(site: &TestSite) {
    let mut elder = site.signed_in("wang").await;
    elder.open("/messages").await.must_say("有空的话，回答五个小问题");
    let asked = ["find", "see", "hear", "quick", "help"];
    for (at, question) in asked.iter().enumerate() {
        let here = format!("/survey/{question}");
        elder.open(&here).await.must_say(&format!("第 {} 个，一共 5 个", at + 1));
        let none = elder.post(&here, &[]).await;
        assert_eq!(none.status, 422);
        let next = asked.get(at + 1).copied().unwrap_or("done");
        elder.post(&here, &[("answer", "partly")]).await.must_lead_to(&format!("/survey/{next}"));
    }
    elder.open("/survey/done").await.must_say("都记下了");
    let counts = site.world.store.survey_counts().await.unwrap();
    assert_eq!(counts.iter().map(|c| c.given).collect::<Vec<_>>(), [1; 5]);
    let mut chief = site.at_desk("s1").await;
    chief.open("/staff/ratings").await.must_say("五个小问题的回答");
    // The next half minute.
    site.forward_minutes(1);
    let mut clerk = site.at_desk("c1").await;
    clerk.open("/staff/ratings").await.must_not_say("五个小问题的回答");
}
