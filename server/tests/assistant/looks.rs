//! 帮办抽查 and 「我没有让人办」: what a supervisor and a clerk do about acts of assistants.

use crate::common::TestSite;
use crate::table::{acts, at_table, begin, hire};
use app::acts::assist::look::stopped;
use domain::assist::{Look, Why};
use domain::ids::{AreaCode, PersonId};

/// One act that stands on the list because the numbers differed.
async fn differing(site: &TestSite) -> String {
    let mut worker = at_table(site, "a1").await;
    begin(site, &mut worker, "tie").await;
    worker.open("/assist/number").await;
    worker.post("/assist/differ", &[]).await;
    let waiting = site.world.store.assisted_waiting(&AreaCode::new("990101"), 50).await.unwrap();
    waiting.into_iter().find(|a| a.why() == Some(Why::NumbersDiffer)).unwrap().id.to_string()
}

/// Shared with the run on PostgreSQL; the assistants are hired.
pub async fn a_look_that_is_not_right(site: &TestSite) {
    let act = differing(site).await;
    let mut worker = at_table(site, "a1").await;
    let mut boss = site.at_desk("s1").await;
    boss.open("/staff").await.must_say("帮办抽查");
    boss.open("/staff/assisted").await;
    let door = format!("/staff/assisted/{act}");
    let wrong = |form: &str| form.contains("value=\"wrong\"");
    let page = boss.post_form(&door, wrong, &[]).await;
    assert_eq!(page.status, 422, "not right needs words: {}", page.text());
    let note = (format!("note-{act}"), "打电话问过，没有人在场".to_owned());
    boss.open("/staff/assisted").await;
    boss.post_form(&door, wrong, &[(&note.0, &note.1)]).await.must_lead_to("/staff/assisted");
    boss.open("/staff/assisted").await.must_say("停下的帮办人员");

    // Her sessions are over; she signs in again and reads why nothing goes on.
    worker.get("/assist").await.must_lead_to("/staff/sign-in");
    site.forward_minutes(2);
    let mut again = site.at_desk("a1").await;
    again.open("/assist").await.must_say("主管在核对您办过的一件事");
    let number = site.person("tie").await.id_number.plain().to_owned();
    let csrf = again.open("/assist").await.value_of("csrf").unwrap();
    let page = again.post_raw("/assist", &[("csrf".into(), csrf), ("id_number".into(), number)]).await;
    assert_eq!(page.status, 403, "{}", page.text());
    assert!(stopped(&site.staff("a1").await).is_some());
    let kept = site.world.store.assisted_of(&PersonId::new("tie"), 9).await.unwrap();
    assert!(kept.iter().any(|a| matches!(&a.look, Look::NotRight { note, .. } if note.contains("没有人在场"))));
    assert!(acts(site, "tie").await.contains(&"look-at-assisted".to_owned()));

    let id = site.staff("a1").await.id;
    boss.open("/staff/assisted").await;
    boss.post(&format!("/staff/assistants/{id}/clear"), &[]).await.must_lead_to("/staff/assisted");
    assert!(stopped(&site.staff("a1").await).is_none());
    again.open("/assist").await.must_say("查找证件上的这个人");
}

#[tokio::test]
async fn an_act_that_is_not_right_stops_the_assistant_until_a_supervisor_has_cleared_it_up() {
    let site = TestSite::new().await;
    hire(&site).await;
    a_look_that_is_not_right(&site).await;
}

#[tokio::test]
async fn right_takes_it_off_the_list_and_changes_nothing_else() {
    let site = TestSite::new().await;
    hire(&site).await;
    let act = differing(&site).await;
    let mut boss = site.at_desk("s1").await;
    boss.open("/staff/assisted").await;
    let door = format!("/staff/assisted/{act}");
    boss.post_form(&door, |form| form.contains("value=\"right\""), &[]).await.must_lead_to("/staff/assisted");
    let left = site.world.store.assisted_waiting(&AreaCode::new("990101"), 50).await.unwrap();
    assert!(left.iter().all(|a| a.id.as_str() != act));
    assert!(stopped(&site.staff("a1").await).is_none());
    // A clerk has no such list, and no way to judge.
    let mut clerk = site.at_desk("c1").await;
    clerk.open("/staff").await.must_not_say("帮办抽查");
    assert_eq!(clerk.get("/staff/assisted").await.status, 404);
}

#[tokio::test]
async fn who_says_that_she_asked_nobody_is_heard_at_any_desk_and_comes_first_on_the_list() {
    let site = TestSite::new().await;
    hire(&site).await;
    differing(&site).await;
    let mut worker = at_table(&site, "a1").await;
    begin(&site, &mut worker, "wang").await;
    let act = site.world.store.assisted_of(&PersonId::new("wang"), 9).await.unwrap().remove(0).id.to_string();
    let mut clerk = site.at_desk("v1").await;
    clerk.open("/staff/people/wang").await.must_say("本人说没有让人办这一件");
    clerk.post(&format!("/staff/people/wang/assisted/{act}"), &[]).await.must_lead_to("/staff/people/wang");
    clerk.open("/staff/people/wang").await.must_say("已经记下，主管在核对");
    // Under another person's name the act is not there.
    let csrf = clerk.open("/staff/people/tie").await.value_of("csrf").unwrap();
    let page = clerk.post_raw(&format!("/staff/people/tie/assisted/{act}"), &[("csrf".into(), csrf)]).await;
    assert_eq!(page.status, 404);
    let list = site.at_desk("s1").await.open("/staff/assisted").await;
    let at = |words: &str| list.body.find(words).unwrap_or_else(|| panic!("{words}:\n{}", list.text()));
    assert!(at("王桂兰") < at("铁木尔"), "objections stand first, however new they are");
    site.signed_in("wang").await.open("/helpers").await.must_say("您说过没有让人办");
}
