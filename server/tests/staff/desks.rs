//! The monthly board and the box for a number, as sentences.

use crate::common::{Browser, TestSite, html};
use crate::made::{case, load, of};
use app::ports::Change;
use domain::case::{Case, CaseAct, CaseState, Channel, Event, FiledBy};
use domain::catalog::{Answers, ItemCode};
use domain::ids::{AreaCode, CaseId, PersonId, StaffId};
use domain::ledger::By;
use jiff::SignedDuration;

/// A chronic disease that two tiers have seen; it lies at the county since today.
async fn at_county(site: &TestSite, disease: &str) -> String {
    let mut bytes = [0u8; 16];
    site.world.chance.fill(&mut bytes);
    let number = domain::reference::Reference::from_random(bytes).digits().to_owned();
    let (subject, village, now) = (PersonId::new("wang"), AreaCode::new("990101001001"), site.now());
    let did = |act, by: &str| Event { at: now, act, by: By::Staff(StaffId::new(by)), words: None };
    let by = FiledBy { by: By::Herself(subject.clone()), channel: Channel::Online };
    let case = Case {
        state: CaseState::AtCounty,
        desk: AreaCode::new("990101"),
        answers: Answers::default().with("disease", disease),
        promised: jiff::civil::date(2026, 3, 20),
        step_due: jiff::civil::date(2026, 3, 20),
        events: vec![did(CaseAct::Accept, "staff-v1"), did(CaseAct::Review, "staff-t1")],
        ..Case::begun(CaseId::new(site.world.new_id()), number.clone(), ItemCode::Chronic, subject, village, by, now)
    };
    site.commit(vec![Change::SaveCase(Box::new(case))]).await;
    number
}

async fn take(desk: &mut Browser<'_>, number: &str) {
    desk.open(&format!("/staff/cases/{number}")).await;
    assert_eq!(desk.post(&format!("/staff/cases/{number}/take"), &[]).await.status, 303);
    desk.open(&format!("/staff/cases/{number}")).await;
}

#[tokio::test]
async fn before_the_board_meets_nothing_is_decided_and_the_clerk_reads_the_day() {
    let site = TestSite::new().await;
    let number = at_county(&site, "m03900").await;
    let here = format!("/staff/cases/{number}");
    let mut county = site.at_desk("c1").await;
    county.open("/staff").await.must_say("等评审会的件");
    county.post("/staff/next", &[]).await.must_lead_to("/staff?next=none");
    take(&mut county, &number).await;
    let page = county.open(&here).await;
    page.must_say("这件要等 2026年3月20日 星期五 的评审会");
    page.must_not_say("同意申请，打开下一件");
    page.must_say("退回补材料");
    // A form kept open from elsewhere.
    let kept = html::form(&page.body, &format!("{here}/release-hold"), |_| true).unwrap();
    for act in ["approve", "refuse"] {
        let mut fields = html::hidden_fields(&kept);
        fields.retain(|(name, _)| name != "once");
        fields.extend([("then", "queue"), ("reason", "不符合")].map(|(name, value)| (name.to_owned(), value.to_owned())));
        let tried = county.post_raw(&format!("{here}/{act}"), &fields).await;
        assert_eq!(tried.status, 422, "{act}: {}", tried.text());
        tried.must_say("2026年3月20日");
        assert_eq!(load(&site, &number).await.state, CaseState::AtCounty, "{act}");
    }

    site.forward(SignedDuration::from_hours(24 * 18));
    assert_eq!(site.world.today(), jiff::civil::date(2026, 3, 20));
    let mut county = site.at_desk("c1").await;
    county.open("/staff").await;
    county.post("/staff/next", &[]).await.must_lead_to(&here);
    county.open(&here).await;
    county.post(&format!("{here}/approve"), &[("then", "queue")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.state, CaseState::InForce);
}

#[tokio::test]
async fn the_diseases_that_wait_for_no_board_are_decided_whenever_they_come() {
    let site = TestSite::new().await;
    let number = at_county(&site, "m00503").await;
    let mut county = site.at_desk("c1").await;
    county.open("/staff/board").await.must_say("现在没有等评审会的件");
    take(&mut county, &number).await;
    county.post(&format!("/staff/cases/{number}/approve"), &[("then", "queue")]).await.must_lead_to("/staff");
    assert_eq!(load(&site, &number).await.state, CaseState::InForce);
}

#[tokio::test]
async fn the_list_for_the_board_has_a_page_for_each_case_and_no_yes_for_all() {
    let site = TestSite::new().await;
    let numbers = [at_county(&site, "m03900").await, at_county(&site, "m03900").await];
    let mut county = site.at_desk("c1").await;
    let page = county.open("/staff/board").await;
    for number in &numbers {
        page.must_say(&format!("href=\"/staff/cases/{number}\""));
    }
    page.must_say("还差材料");
    page.must_say("下一次评审会是 2026年3月20日");
    page.must_not_say("name=\"then\"");
    assert!([403, 404].contains(&site.at_desk("t1").await.get("/staff/board").await.status));
}

#[tokio::test]
async fn a_number_leads_to_its_case_and_a_wrong_one_stays_in_the_box() {
    let site = TestSite::new().await;
    let number = case(&site, of("wang")).await;
    let here = format!("/staff/cases/{number}");
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff").await.must_say("按编号找办件");
    let groups = format!("YB {} {} {}", &number[..3], &number[3..6], &number[6..]);
    for typed in [number.as_str(), &groups, &number[6..], &number[4..]] {
        desk.open("/staff").await;
        desk.post("/staff", &[("number", typed)]).await.must_lead_to(&here);
    }
    let last = if number.ends_with('2') { '3' } else { '2' };
    let wrong = format!("{}{last}", &number[..9]);
    for (typed, said) in [
        (wrong.as_str(), "这个编号有一位不对"),
        ("", "还没有写编号"),
        ("38", "至少要写最后四位数字"),
        ("1234", "编号里没有 0、1、9"),
        ("23456782345678", "编号是十位数字"),
        ("王桂兰", "编号里只有数字"),
    ] {
        desk.open("/staff").await;
        let page = desk.post("/staff", &[("number", typed)]).await;
        assert_eq!(page.status, 422, "{typed}");
        page.must_say(said);
        assert_eq!(page.value_of("number").unwrap_or_default(), typed, "what was typed stays");
    }
    let mut elsewhere = site.at_desk("w1").await;
    elsewhere.open("/staff").await;
    for typed in [number.as_str(), &number[6..]] {
        let page = elsewhere.post("/staff", &[("number", typed)]).await;
        assert_eq!(page.status, 422);
        page.must_say("本辖区没有这个编号的办件");
    }
}

#[tokio::test]
async fn several_that_end_alike_stand_in_a_list() {
    let site = TestSite::new().await;
    let mut twins: Vec<String> = Vec::new();
    // Two numbers with the same last four digits; the check digit is one of them.
    let mut seen = std::collections::BTreeMap::new();
    for draw in 0..u128::from(u32::MAX) {
        let number = domain::reference::Reference::from_random((draw * 7_919 + 11).to_le_bytes()).digits().to_owned();
        if let Some(other) = seen.insert(number[6..].to_owned(), number.clone()).filter(|other| *other != number) {
            twins = vec![other, number];
            break;
        }
    }
    for number in &twins {
        let made = case(&site, of("tie")).await;
        let mut twin = load(&site, &made).await;
        twin.reference = number.clone();
        site.commit(vec![Change::SaveCase(Box::new(twin))]).await;
    }
    let mut desk = site.at_desk("v1").await;
    desk.open("/staff").await;
    let page = desk.post("/staff", &[("number", &twins[0][6..])]).await;
    assert_eq!(page.status, 200);
    page.must_say("编号这样结尾的办件");
    for number in &twins {
        page.must_say(&format!("href=\"/staff/cases/{number}\""));
    }
    page.must_not_say("铁木尔");
}
