//! 首问负责 and AB角 as sentences: one desk for one person's matters, and who stands in while somebody is away.

use crate::common::{Browser, TestSite, html};
use crate::made::{self, case, load, of};
use app::acts::change_case::release_settled;
use app::acts::pass_on::pass_on;
use app::ports::Change;
use domain::case::CaseState;
use domain::ids::StaffId;
use jiff::SignedDuration;
use jiff::civil::Date;

async fn decided(desk: &mut Browser<'_>, number: &str, act: &str) {
    desk.open(&format!("/staff/cases/{number}")).await;
    assert_eq!(desk.post(&format!("/staff/cases/{number}/take"), &[]).await.status, 303);
    desk.open(&format!("/staff/cases/{number}")).await;
    desk.post(&format!("/staff/cases/{number}/{act}"), &[("then", "queue")]).await.must_lead_to("/staff");
}

/// Sent now, with its ten minutes over.
async fn sent(site: &TestSite, person: &'static str) -> String {
    let number = case(site, made::Wish { settling: true, ..of(person) }).await;
    site.forward_minutes(11);
    release_settled(&site.world).await.unwrap();
    number
}

fn days<'a>(from: &'a [String; 3], until: &'a [String; 3], who: &'a str) -> Vec<(&'a str, &'a str)> {
    let parts = |name: [&'static str; 3], day: &'a [String; 3]| name.into_iter().zip(day.iter().map(String::as_str)).collect::<Vec<_>>();
    let mut fields = parts(["from_year", "from_month", "from_day"], from);
    fields.extend(parts(["until_year", "until_month", "until_day"], until));
    fields.push(("stand-in", who));
    fields
}

fn parts(day: Date) -> [String; 3] {
    [day.year().to_string(), day.month().to_string(), day.day().to_string()]
}

fn later(site: &TestSite, days: i32) -> [String; 3] {
    parts(site.world.today().checked_add(jiff::Span::new().days(days)).unwrap())
}

#[tokio::test]
async fn her_next_case_stands_on_top_of_the_queue_of_whoever_had_the_last_and_others_may_take_it() {
    let site = TestSite::new().await;
    let first = case(&site, of("wang")).await;
    decided(&mut site.at_desk("v1").await, &first, "accept").await;
    let other = sent(&site, "tie").await;
    let number = sent(&site, "wang").await;
    assert_eq!(load(&site, &number).await.kept_for, Some(StaffId::new("staff-v1")));
    assert_eq!(load(&site, &other).await.kept_for, None, "nobody had his matters in hand");

    let (mut knows, mut colleague) = (site.at_desk("v1").await, site.at_desk("v2").await);
    let page = knows.open("/staff").await;
    page.must_say("先由您办");
    let (hers, his) = (format!("/staff/cases/{number}"), format!("/staff/cases/{other}"));
    assert!(page.body.find(&hers) < page.body.find(&his), "on top although it came later");
    knows.post("/staff/next", &[]).await.must_lead_to(&hers);
    knows.open(&hers).await;
    knows.post(&format!("{hers}/release-hold"), &[]).await.must_lead_to("/staff");

    let page = colleague.open("/staff").await;
    page.must_not_say("先由您办");
    page.must_say(&hers);
    colleague.post("/staff/next", &[]).await.must_lead_to(&his);
    colleague.open(&hers).await;
    assert_eq!(colleague.post(&format!("{hers}/take"), &[]).await.status, 303, "it is nobody's own");
}

#[tokio::test]
async fn what_came_back_after_a_return_goes_to_the_clerk_who_returned_it() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let mut desk = site.at_desk("v2").await;
    desk.open(&format!("/staff/cases/{number}")).await;
    desk.post(&format!("/staff/cases/{number}/take"), &[]).await;
    desk.open(&format!("/staff/cases/{number}?do=return")).await;
    let fields = [("then", "queue"), ("about-city", "yes"), ("words-city", "写地级市")];
    desk.post(&format!("/staff/cases/{number}/return"), &fields).await.must_lead_to("/staff");
    let mut back = load(&site, &number).await;
    assert_eq!((back.state, back.kept_for.clone()), (CaseState::Returned, None));
    // As her answer leaves it: the steps are taken again.
    back.state = CaseState::AtVillage;
    back.steps.clear();
    app::acts::route_case::route(&site.world, &mut back).await.unwrap();
    assert_eq!(back.kept_for, Some(StaffId::new("staff-v2")));
}

#[tokio::test]
async fn while_she_is_away_her_colleague_sees_what_is_kept_for_her_and_afterwards_she_does_again() {
    let site = TestSite::new().await;
    let first = case(&site, of("wang")).await;
    decided(&mut site.at_desk("v1").await, &first, "accept").await;
    decided(&mut site.at_desk("t1").await, &first, "review").await;

    site.forward_minutes(1);
    let mut away = site.at_desk("t1").await;
    away.open("/staff/away").await.must_say("t2 号窗口");
    let (from, until) = (later(&site, 0), later(&site, 2));
    away.post("/staff/away", &days(&from, &until, "staff-t2")).await.must_lead_to("/staff/away?kept=yes");
    away.open("/staff/away?kept=yes").await.must_say("已经记下");
    away.open("/staff").await.must_say("这几天由t2 号窗口代办");

    let second = case(&site, of("wang")).await;
    decided(&mut site.at_desk("v1").await, &second, "accept").await;
    assert_eq!(load(&site, &second).await.kept_for, Some(StaffId::new("staff-t1")), "hers, also while she is away");
    site.forward_minutes(1);
    let mut stands_in = site.at_desk("t2").await;
    stands_in.open("/staff").await.must_say("代 t1 号窗口");
    stands_in.open("/staff/away").await.must_say("您答应代办的同事");

    site.forward(SignedDuration::from_hours(24 * 3));
    site.at_desk("t2").await.open("/staff").await.must_not_say("代 t1 号窗口");
    let page = site.at_desk("t1").await.open("/staff").await;
    page.must_say("先由您办");
    page.must_not_say("您登记了外出");
}

#[tokio::test]
async fn a_stand_in_never_takes_a_second_step_of_one_case() {
    let site = TestSite::new().await;
    let first = case(&site, of("wang")).await;
    decided(&mut site.at_desk("v1").await, &first, "accept").await;
    decided(&mut site.at_desk("t1").await, &first, "review").await;
    // A second one climbs; t2 does the step of the village, then stands in for t1 whom the township's step is kept for.
    let second = case(&site, of("wang")).await;
    site.forward(SignedDuration::from_hours(24 * 4));
    app::acts::overdue_cases::climb_overdue(&site.world).await.unwrap();
    decided(&mut site.at_desk("t2").await, &second, "accept").await;
    assert_eq!(load(&site, &second).await.kept_for, Some(StaffId::new("staff-t1")));
    let mut away = site.at_desk("t1").await;
    away.open("/staff/away").await;
    let (from, until) = (later(&site, 0), later(&site, 2));
    away.post("/staff/away", &days(&from, &until, "staff-t2")).await.must_lead_to("/staff/away?kept=yes");

    site.forward_minutes(1);
    let mut stands_in = site.at_desk("t2").await;
    let queue = stands_in.open("/staff").await;
    queue.must_not_say("代 t1 号窗口");
    stands_in.post("/staff/next", &[]).await.must_lead_to("/staff?next=none");
    // Its page offers nothing; a form made by hand is refused.
    stands_in.open(&format!("/staff/cases/{second}")).await.must_not_say("由我办理");
    let mut fields = html::hidden_fields(&html::form(&queue.body, "/staff", |_| true).unwrap());
    fields.retain(|(name, _)| name != "once");
    let tried = stands_in.post_raw(&format!("/staff/cases/{second}/take"), &fields).await;
    assert_eq!(tried.status, 403, "{}", tried.text());
}

#[tokio::test]
async fn where_nobody_stands_in_the_neighbour_works_as_before() {
    let site = TestSite::new().await;
    // His only other clerk is family.
    let mut away = site.at_desk("v1").await;
    away.open("/staff/away").await;
    let (from, until) = (later(&site, 0), later(&site, 2));
    away.post("/staff/away", &days(&from, &until, "nobody")).await.must_lead_to("/staff/away?kept=yes");
    away.open("/staff").await.must_say("这几天没有人代办");
    let number = sent(&site, "zhao").await;
    assert_eq!(load(&site, &number).await.desk.as_str(), "990101001002");
    away.open("/staff/away").await;
    away.post_form("/staff/away", |form| form.contains("back"), &[]).await.must_lead_to("/staff/away?kept=yes");
    let number = sent(&site, "zhao").await;
    assert_eq!(load(&site, &number).await.desk.as_str(), "990101001001", "she is back");
}

#[tokio::test]
async fn what_waits_already_goes_on_when_the_only_one_who_may_act_goes_away() {
    let site = TestSite::new().await;
    let (his, hers, open) = (sent(&site, "zhao").await, sent(&site, "wang").await, sent(&site, "zhao").await);
    assert_eq!(pass_on(&site.world).await.unwrap(), 0, "nobody is away");
    let mut away = site.at_desk("v1").await;
    away.open(&format!("/staff/cases/{open}")).await;
    assert_eq!(away.post(&format!("/staff/cases/{open}/take"), &[]).await.status, 303);
    away.open("/staff/away").await;
    let (from, until) = (later(&site, 0), later(&site, 2));
    away.post("/staff/away", &days(&from, &until, "nobody")).await.must_lead_to("/staff/away?kept=yes");
    assert_eq!(pass_on(&site.world).await.unwrap(), 1);
    let desk = async |number: &str| load(&site, number).await.desk.as_str().to_owned();
    assert_eq!(desk(&his).await, "990101001002", "the other clerk is family");
    assert_eq!(desk(&hers).await, "990101001001", "the other clerk may act");
    assert_eq!(desk(&open).await, "990101001001", "she has it open");
    assert_eq!(pass_on(&site.world).await.unwrap(), 0, "a second run finds nothing");
    site.at_desk("v3").await.open("/staff").await.must_say(&format!("/staff/cases/{his}"));
}

#[tokio::test]
async fn only_a_colleague_of_her_desk_who_is_there_stands_in_and_what_was_typed_stays() {
    let site = TestSite::new().await;
    let mut clerk = site.at_desk("v1").await;
    let page = clerk.open("/staff/away").await;
    page.must_not_say("staff-w1");
    let (from, until) = (later(&site, 1), later(&site, 3));
    let wrong = clerk.post("/staff/away", &days(&from, &until, "staff-w1")).await;
    assert_eq!(wrong.status, 422);
    wrong.must_say("代办的人要在同一个窗口");
    assert_eq!(wrong.value_of("until_day"), Some(until[2].clone()), "what was typed stays");
    let turned = clerk.post("/staff/away", &days(&until, &from, "staff-v2")).await;
    assert_eq!(turned.status, 422);
    turned.must_say("外出的日子不对");
    let empty = clerk.post("/staff/away", &[]).await;
    assert_eq!(empty.status, 422);
    empty.must_say("还没有选谁代办");
    assert!(site.staff("v1").await.away.is_none());

    // v2 promised these days to v1: first they must agree on somebody else.
    clerk.open("/staff/away").await;
    clerk.post("/staff/away", &days(&from, &until, "staff-v2")).await.must_lead_to("/staff/away?kept=yes");
    let mut promised = site.at_desk("v2").await;
    promised.open("/staff/away").await;
    let page = promised.post("/staff/away", &days(&until, &until, "nobody")).await;
    assert_eq!(page.status, 422);
    page.must_say("那几天您答应了代同事办理");
}

#[tokio::test]
async fn a_supervisor_sees_who_stands_in_for_whom_and_notes_it_for_whoever_fell_ill() {
    let site = TestSite::new().await;
    let mut boss = site.at_desk("s1").await;
    boss.open("/staff/accounts").await.must_say("登记 t1 外出");
    boss.open("/staff/away/staff-t1").await.must_say("t1 号窗口外出，谁代办");
    let (from, until) = (later(&site, 0), later(&site, 1));
    boss.post("/staff/away/staff-t1", &days(&from, &until, "staff-t2")).await.must_lead_to("/staff/away/staff-t1?kept=yes");
    let page = boss.open("/staff/away").await;
    page.must_say("t1 号窗口");
    page.must_say("t2 号窗口");
    let absence = site.staff("t1").await.away.unwrap();
    assert_eq!((absence.set_by.as_str(), absence.stand_in.as_ref().map(StaffId::as_str)), ("staff-s1", Some("staff-t2")));
    let mut clerk = site.at_desk("c1").await;
    clerk.open("/staff/away").await.must_not_say("谁外出，谁代办");
    assert!([403, 404].contains(&clerk.get("/staff/away/staff-t1").await.status));

    // The stand-in leaves the office: the list says that nobody is there.
    let gone = app::ports::Staff { active: false, ..site.staff("t2").await };
    site.commit(vec![Change::SaveStaff(Box::new(gone))]).await;
    boss.open("/staff/away").await.must_say("没有人代办");
}
