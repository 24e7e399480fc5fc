//! What the desk promises, as sentences. Every request goes through the real router, store and seals.
//! Long because it is a list of sentences over one desk; the counter has a file of its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
#[path = "staff/counter.rs"]
mod counter;
#[path = "staff/desks.rs"]
mod desks;
#[path = "staff/made.rs"]
mod made;
#[path = "staff/overview.rs"]
mod overview;
#[path = "staff/standing_in.rs"]
mod standing_in;
#[path = "staff/words.rs"]
mod words;

use app::acts::overdue_cases::{climb_overdue, lapse_deferrals, remind_deferrals};
use app::ports::Change;
use common::{Browser, TestSite};
use domain::case::{CaseState, Channel};
use domain::ids::PersonId;
use domain::ledger::By;
use jiff::SignedDuration;
use made::{case, ledger, load, of, told};

fn act(reference: &str, what: &str) -> String {
    format!("/staff/cases/{reference}/{what}")
}

/// Takes the case by its page, as a clerk does who was sent its number.
async fn take(desk: &mut Browser<'_>, reference: &str) {
    desk.open(&format!("/staff/cases/{reference}")).await;
    let page = desk.post(&act(reference, "take"), &[]).await;
    assert_eq!(page.status, 303, "{}", page.text());
    desk.open(&format!("/staff/cases/{reference}")).await;
}

#[tokio::test]
async fn three_tiers_decide_and_she_is_told_each_time() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let here = format!("/staff/cases/{number}");

    let mut village = site.at_desk("v1").await;
    village.open("/staff").await.must_say("打开下一件");
    village.post("/staff/next", &[]).await.must_lead_to(&here);
    village.open(&here).await.must_say("户口簿首页");
    village.post(&act(&number, "accept"), &[("then", "queue")]).await.must_lead_to("/staff");

    let mut township = site.at_desk("t1").await;
    township.open("/staff").await;
    township.post("/staff/next", &[]).await.must_lead_to(&here);
    township.open(&here).await;
    // Nothing else waits: back to the queue, which says so.
    township.post(&act(&number, "review"), &[("then", "next")]).await.must_lead_to("/staff?next=none");
    township.open("/staff?next=none").await.must_say("没有您能办的下一件了");

    let mut county = site.at_desk("c1").await;
    county.open("/staff").await;
    county.post("/staff/next", &[]).await.must_lead_to(&here);
    county.open(&here).await;
    county.post(&act(&number, "approve"), &[("then", "queue")]).await.must_lead_to("/staff");

    let done = load(&site, &number).await;
    assert_eq!(done.state, CaseState::InForce);
    assert!(done.validity.is_some());
    let clerks: Vec<&str> = done.steps.iter().map(|s| s.by.as_str()).collect();
    assert_eq!(clerks, ["staff-v1", "staff-t1", "staff-c1"]);
    assert_eq!(told(&site, "wang").await, ["notice-case-in-force", "notice-case-reviewed", "notice-case-accepted"]);
}

#[tokio::test]
async fn sending_a_decision_twice_decides_once() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    desk.post(&act(&number, "accept"), &[("then", "queue")]).await.must_lead_to("/staff");
    desk.post(&act(&number, "accept"), &[("then", "queue")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.steps.len(), 1);
    assert_eq!(told(&site, "wang").await.len(), 1);
}

#[tokio::test]
async fn nobody_takes_two_steps_of_one_case_even_after_it_climbed() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    site.forward(SignedDuration::from_hours(24 * 12));
    assert_eq!(climb_overdue(&site.world).await.unwrap(), 1);
    assert_eq!(climb_overdue(&site.world).await.unwrap(), 0, "a second run finds nothing");
    assert_eq!(load(&site, &number).await.desk.as_str(), "990101001");
    assert_eq!(told(&site, "wang").await, ["notice-case-late"]);

    let mut first = site.at_desk("t1").await;
    first.open("/staff").await.must_say("下级超时转来");
    take(&mut first, &number).await;
    first.post(&act(&number, "accept"), &[("then", "next")]).await.must_lead_to("/staff?next=none");
    first.open(&format!("/staff/cases/{number}")).await.must_not_say("审核通过，打开下一件");
    // A form kept open from before is refused, and the attempt is written down.
    let once = [("then", "queue"), ("once", "another-key")];
    let page = first.post(&act(&number, "take"), &once).await;
    assert_eq!(page.status, 403, "{}", page.text());
    assert_eq!(ledger(&site, "wang").await[0], ("refused-step".into(), "staff-t1".into()));

    let mut second = site.at_desk("t2").await;
    second.open("/staff").await;
    second.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{number}"));
}

#[tokio::test]
async fn where_the_only_other_clerk_is_family_the_case_goes_to_the_neighbour() {
    let site = TestSite::new().await;
    let number = case(&site, made::Wish { settling: true, ..of("zhao") }).await;
    let away = app::ports::Staff { active: false, ..site.staff("v1").await };
    site.commit(vec![Change::SaveStaff(Box::new(away))]).await;
    site.forward_minutes(11);
    app::acts::change_case::release_settled(&site.world).await.unwrap();
    assert_eq!(load(&site, &number).await.desk.as_str(), "990101001002");

    let mut family = site.at_desk("v2").await;
    family.open("/staff").await.must_say("现在没有待办的件");
    let page = family.open(&format!("/staff/cases/{number}")).await;
    assert_eq!(page.status, 403, "{}", page.text());
    page.must_not_say("南京市");
    assert_eq!(ledger(&site, "zhao").await[0], ("refused-open".into(), "staff-v2".into()));

    let mut neighbour = site.at_desk("v3").await;
    neighbour.open("/staff").await;
    neighbour.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{number}"));
    neighbour.open(&format!("/staff/cases/{number}")).await;
    neighbour.post(&act(&number, "accept"), &[("then", "queue")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.desk.as_str(), "990101001");
}

#[tokio::test]
async fn the_next_case_is_never_her_familys() {
    let site = TestSite::new().await;
    case(&site, of("zhao")).await;
    let other = case(&site, of("tie")).await;
    let mut desk = site.at_desk("v2").await;
    desk.open("/staff").await;
    desk.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{other}"));
    desk.open(&format!("/staff/cases/{other}")).await;
    desk.post(&act(&other, "accept"), &[("then", "next")]).await.must_lead_to("/staff?next=none");
}

#[tokio::test]
async fn a_case_is_held_by_one_clerk_at_a_time() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let (mut one, mut two) = (site.at_desk("v1").await, site.at_desk("v2").await);
    two.open(&format!("/staff/cases/{number}")).await;
    take(&mut one, &number).await;
    let page = two.post(&act(&number, "take"), &[]).await;
    assert_eq!(page.status, 409, "{}", page.text());
    two.open(&format!("/staff/cases/{number}")).await.must_say("v1 号窗口正在办这件");
    two.open("/staff").await.must_say("同事在办");
    two.post("/staff/next", &[]).await.must_lead_to("/staff?next=none");

    one.post(&act(&number, "release-hold"), &[]).await.must_lead_to("/staff");
    two.open("/staff").await;
    two.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{number}"));
    // A hold runs out by itself.
    site.forward_minutes(16);
    let mut three = site.at_desk("v1").await;
    three.open("/staff").await;
    three.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{number}"));
}

#[tokio::test]
async fn the_most_urgent_case_comes_first() {
    let site = TestSite::new().await;
    let early = case(&site, of("wang")).await;
    site.forward(SignedDuration::from_hours(24 * 2));
    case(&site, of("tie")).await;
    let mut desk = site.at_desk("v1").await;
    let page = desk.open("/staff").await;
    page.must_say("一共 2 件");
    desk.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{early}"));
}

#[tokio::test]
async fn a_return_says_everything_at_once_in_words_the_clerk_edited() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    let form = desk.open(&format!("/staff/cases/{number}?do=return")).await;
    form.must_say("户口簿上您本人那一页看不清");
    let nothing = desk.post(&act(&number, "return"), &[("then", "queue")]).await;
    assert_eq!(nothing.status, 422);
    desk.open(&format!("/staff/cases/{number}?do=return")).await;
    let fields = [
        ("then", "queue"),
        ("about-household-own-page", "yes"),
        ("words-household-own-page", "本人页缺章"),
        ("about-city", "yes"),
        ("words-city", "写地级市"),
        ("words-start", "没有选的不发"),
    ];
    desk.post(&act(&number, "return"), &fields).await.must_lead_to("/staff");
    let back = load(&site, &number).await;
    let words: Vec<&str> = back.open_return().unwrap().missing.iter().map(|m| m.words.as_str()).collect();
    assert_eq!(words, ["本人页缺章", "写地级市"]);
    assert_eq!(told(&site, "wang").await, ["notice-case-returned"]);
}

#[tokio::test]
async fn a_second_return_asks_only_for_what_her_answer_newly_showed() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    desk.open(&format!("/staff/cases/{number}?do=return")).await;
    let fields = [("then", "queue"), ("about-household-own-page", "yes"), ("words-household-own-page", "看不清")];
    desk.post(&act(&number, "return"), &fields).await.must_lead_to("/staff");
    made::answer(&site, &number, |draft| draft.answers.set("city", "某市")).await;

    take(&mut desk, &number).await;
    let form = desk.open(&format!("/staff/cases/{number}?do=return")).await;
    form.must_say("about-household-own-page");
    form.must_say("about-city");
    form.must_not_say("about-start");
    let new = [("then", "queue"), ("about-start", "yes"), ("words-start", "现在才说")];
    let page = desk.post(&act(&number, "return"), &new).await;
    assert_eq!(page.status, 422, "{}", page.text());
    assert_eq!(load(&site, &number).await.state, CaseState::AtVillage);
    desk.open(&format!("/staff/cases/{number}?do=return")).await;
    let shown = [("then", "queue"), ("about-city", "yes"), ("words-city", "没有这个市")];
    desk.post(&act(&number, "return"), &shown).await.must_lead_to("/staff");
}

#[tokio::test]
async fn secondary_papers_may_come_later_and_lapse_when_they_do_not() {
    let site = TestSite::new().await;
    let number = case(&site, made::Wish { papers: &["household-first-page"], ..of("wang") }).await;
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    let page = desk.open(&format!("/staff/cases/{number}")).await;
    page.must_say("只缺次要材料");
    page.must_not_say("受理，打开下一件（A）");
    let due = site.world.today().tomorrow().unwrap();
    let (y, m, d) = (due.year().to_string(), due.month().to_string(), due.day().to_string());
    desk.open(&format!("/staff/cases/{number}?do=accept-with-deferral")).await;
    let late = [("then", "queue"), ("later-household-own-page", "yes"), ("due_year", "2026"), ("due_month", "12"), ("due_day", "31")];
    let page = desk.post(&act(&number, "accept-with-deferral"), &late).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.value_of("due_month").as_deref(), Some("12"), "what was typed stays");
    desk.open(&format!("/staff/cases/{number}?do=accept-with-deferral")).await;
    let good = [("then", "queue"), ("later-household-own-page", "yes"), ("due_year", &y), ("due_month", &m), ("due_day", &d)];
    desk.post(&act(&number, "accept-with-deferral"), &good).await.must_lead_to("/staff");
    let accepted = load(&site, &number).await;
    assert_eq!((accepted.state, accepted.next_deferral()), (CaseState::AtTownship, Some(due)));
    assert_eq!(told(&site, "wang").await, ["notice-deferral-due"]);

    assert_eq!(lapse_deferrals(&site.world).await.unwrap(), 0);
    // She heard the day just now; the next morning she hears it once more, and then no more.
    assert_eq!(remind_deferrals(&site.world).await.unwrap(), 0);
    site.forward(SignedDuration::from_hours(24));
    assert_eq!(remind_deferrals(&site.world).await.unwrap(), 1);
    assert_eq!(remind_deferrals(&site.world).await.unwrap(), 0);
    assert_eq!(told(&site, "wang").await, ["notice-deferral-soon", "notice-deferral-due"]);
    site.forward(SignedDuration::from_hours(24));
    assert_eq!(lapse_deferrals(&site.world).await.unwrap(), 1);
    assert_eq!(lapse_deferrals(&site.world).await.unwrap(), 0);
    let back = load(&site, &number).await;
    assert_eq!(back.state, CaseState::Returned);
    assert!(back.open_return().unwrap().missing[0].words.contains("户口簿上本人那一页"));
}

#[tokio::test]
async fn a_missing_main_paper_cannot_be_promised() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    // The only paper of the main material turns out to be of another material.
    let mut broken = load(&site, &number).await;
    broken.papers.retain(|p| p.material != "household-first-page");
    site.commit(vec![Change::SaveCase(Box::new(broken))]).await;
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    desk.open(&format!("/staff/cases/{number}")).await.must_say("缺主要材料，不能受理");
    desk.open(&format!("/staff/cases/{number}/print")).await.must_not_say("已经传了 0 份");
    desk.open(&format!("/staff/cases/{number}?do=accept-with-deferral")).await;
    let fields = [("then", "queue"), ("later-household-first-page", "yes"), ("due_year", "2026"), ("due_month", "3"), ("due_day", "3")];
    assert_eq!(desk.post(&act(&number, "accept-with-deferral"), &fields).await.status, 422);
    assert_eq!(load(&site, &number).await.state, CaseState::AtVillage);
}

#[tokio::test]
async fn a_slip_of_the_pen_is_corrected_with_her_yes_and_both_values_stay_on_record() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let mut desk = site.at_desk("v1").await;
    take(&mut desk, &number).await;
    let form = format!("/staff/cases/{number}?do=correct&field=city");
    desk.open(&form).await.must_say("申请人怎么同意的");
    let page = desk.post(&act(&number, "correct"), &[("city", "苏州市")]).await;
    assert_eq!(page.status, 422, "without her yes");
    page.must_say("苏州市");
    desk.open(&form).await;
    let fields = [("city", "苏州市"), ("agreed", "by-phone")];
    assert_eq!(desk.post(&act(&number, "correct"), &fields).await.status, 303);
    let page = desk.open(&format!("/staff/cases/{number}")).await;
    page.must_say("从「南京市」改成「苏州市」");
    page.must_say("打电话同意");
    assert_eq!(told(&site, "wang").await, ["notice-case-corrected"]);
    // The way it goes is no slip of the pen.
    desk.open(&form).await;
    let way = [("field", "route"), ("route", "commitment"), ("agreed", "by-phone")];
    assert_eq!(desk.post(&act(&number, "correct"), &way).await.status, 409);
    // It is no step: the same clerk may accept.
    desk.open(&format!("/staff/cases/{number}")).await;
    desk.post(&act(&number, "accept"), &[("then", "queue")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.state, CaseState::AtTownship);
}

#[tokio::test]
async fn another_area_is_as_if_it_were_not_there() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let paper = load(&site, &number).await.papers[0].id.clone();
    let mut elsewhere = site.at_desk("w1").await;
    let missing = elsewhere.open("/staff/cases/2222222222").await;
    let page = elsewhere.open(&format!("/staff/cases/{number}")).await;
    assert_eq!((page.status, missing.status), (404, 404));
    assert_eq!(elsewhere.get(&format!("/staff/papers/{paper}")).await.status, 404);
    elsewhere.open("/staff").await.must_say("现在没有待办的件");
    assert!(ledger(&site, "wang").await.is_empty());

    let mut home = site.at_desk("v1").await;
    let file = home.get(&format!("/staff/papers/{paper}")).await;
    assert_eq!(file.status, 200);
    assert!(file.headers["content-disposition"].starts_with("attachment"), "an upload is never run");
    let mut resident = site.signed_in("wang").await;
    assert_eq!(resident.get(&format!("/staff/cases/{number}")).await.status, 404);
}

#[tokio::test]
async fn every_opening_of_a_case_is_in_the_ledger() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let mut desk = site.at_desk("v1").await;
    desk.open(&format!("/staff/cases/{number}")).await;
    assert_eq!(ledger(&site, "wang").await, [("open-case".to_owned(), "staff-v1".to_owned())]);
    let mut above = site.at_desk("c1").await;
    above.open(&format!("/staff/cases/{number}")).await.must_say("这件现在不在您的窗口");
    assert_eq!(ledger(&site, "wang").await[0], ("open-case".to_owned(), "staff-c1".to_owned()));
}

#[tokio::test]
async fn what_was_filed_from_the_hospital_is_confirmed_by_the_village() {
    let site = TestSite::new().await;
    let by = Some(By::Bystander(PersonId::new("li")));
    let wish = made::Wish { kind: "emergency", papers: &[], by, channel: Channel::Tonight, ..of("wang") };
    let number = case(&site, wish.clone()).await;
    let untrue = case(&site, made::Wish { person: "tie", ..wish }).await;
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff").await.must_say("要核实");
    take(&mut desk, &number).await;
    let page = desk.open(&format!("/staff/cases/{number}")).await;
    page.must_say("急住院，没有授权");
    page.must_say("李小梅，陪同的人填写，身份已核验");
    let mut unknown = site.person("li").await;
    unknown.verified = app::ports::Verified::No;
    site.commit(vec![Change::SavePerson(Box::new(unknown))]).await;
    desk.open(&format!("/staff/cases/{number}")).await.must_say("李小梅，陪同的人填写，身份没有核验");
    desk.post(&act(&number, "confirm"), &[("then", "queue")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.state, CaseState::InForce);

    take(&mut desk, &untrue).await;
    desk.open(&format!("/staff/cases/{untrue}?do=revoke")).await;
    let page = desk.post(&act(&untrue, "revoke"), &[("then", "queue"), ("reason", "　")]).await;
    assert_eq!(page.status, 422, "never without a reason");
    desk.open(&format!("/staff/cases/{untrue}?do=revoke")).await;
    desk.post(&act(&untrue, "revoke"), &[("then", "queue"), ("reason", "本人没有去外地")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &untrue).await.state, CaseState::Revoked);
    assert_eq!(told(&site, "tie").await, ["notice-case-revoked"]);
}

#[tokio::test]
async fn a_sample_is_looked_at_by_the_county() {
    let site = TestSite::new().await;
    let number = case(&site, made::Wish { kind: "temporary", papers: &[], sampled: true, ..of("wang") }).await;
    // It is in force: she reads what she may do with it, and that somebody looks once more.
    let mut phone = site.browser();
    phone.sign_in("wang").await;
    let page = phone.open(&format!("/cases/{number}")).await;
    page.must_say("可以在外地直接结算");
    page.must_say("县里的工作人员会再看一遍");
    site.at_desk("v1").await.open("/staff").await.must_say("现在没有待办的件");
    let mut county = site.at_desk("c2").await;
    county.open("/staff").await.must_say("抽查");
    take(&mut county, &number).await;
    county.post(&act(&number, "pass-sample"), &[("then", "queue")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.state, CaseState::InForce);
}

#[tokio::test]
async fn the_summary_is_printed_large_for_her_signature() {
    let site = TestSite::new().await;
    let number =
        case(&site, made::Wish { by: Some(By::Counter(domain::ids::StaffId::new("staff-v1"))), channel: Channel::Counter, ..of("wang") })
            .await;
    let mut desk = site.at_desk("v1").await;
    let page = desk.open(&format!("/staff/cases/{number}/print")).await;
    page.must_say("申请人签字或者按手印");
    page.must_say("南京市");
    // Whoever filed it at the counter accepts nothing of it.
    desk.open(&format!("/staff/cases/{number}")).await.must_say("您现在不能办这一步");
    desk.open("/staff").await;
    desk.post("/staff/next", &[]).await.must_lead_to("/staff?next=none");
}
