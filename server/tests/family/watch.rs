//! 「可疑情况」 and the timers on a supervisor's desk.

use crate::common::TestSite;
use crate::made::{grant, neighbours, put, state};
use app::acts::watch_families::watch_families;
use app::pages::desk::timers::Trouble;
use app::ports::Change;
use domain::assist::{Assisted, AssistedAct, Look, Told, Why};
use domain::family::GrantState;
use domain::ids::{AssistedId, PersonId};
use server::jobs::timers::Timers;
use server::site::Options;

pub async fn a_finding_waits_for_a_supervisor_and_is_decided_with_a_reason(site: &TestSite) {
    neighbours(site, 4).await;
    put(site, (0..4).map(|n| grant(site, &format!("g{n}"), &format!("n{n}"), "li", GrantState::Active)).collect()).await;
    let runs = tokio::join!(watch_families(&site.world), watch_families(&site.world));
    assert_eq!(runs.0.unwrap() + runs.1.unwrap(), 1, "two servers at once report it once");
    assert_eq!(watch_families(&site.world).await.unwrap(), 0);

    let mut clerk = site.at_desk("c1").await;
    assert_eq!(clerk.open("/staff/watch").await.status, 404, "supervisors only");
    let mut chief = site.at_desk("s1").await;
    chief.open("/staff").await.must_say("看可疑情况（1 条等着看）");
    let list = chief.open("/staff/watch").await;
    list.must_say("李**在帮、在请求 4 位不同户的老人。");
    list.must_say("少见不等于有错");
    list.must_not_say("李小梅");
    let finding = site.world.store.findings(9).await.unwrap().remove(0);
    let page = format!("/staff/watch/{}", finding.id);
    let one = chief.open(&page).await;
    one.must_say("李**帮沈**");
    assert!(one.says("/staff/people/li") && one.says("/staff/grants/g0"), "leads to the person and to each grant");

    let silent = chief.post(&page, &[("verdict", "pause"), ("words", "  ")]).await;
    assert_eq!(silent.status, 422);
    silent.must_say("还没有写原因");
    assert_eq!(state(site, "g0").await, GrantState::Active);
    chief.post(&page, &[("verdict", "pause"), ("words", "四户都说不认识")]).await.must_lead_to(&format!("{page}?done=1"));
    assert_eq!(state(site, "g0").await, GrantState::Paused);
    chief.open(&page).await.must_say("四户都说不认识");
    chief.open("/staff").await.must_say("看可疑情况");
    let mut elder = site.signed_in("n0").await;
    elder.open("/messages").await.must_say("我们看到李**的代办有些少见，先替您停下");
    elder.open("/helpers").await.must_say("主管看到情况少见，先替您停下");
    elder.open("/helpers/g0").await;
    elder.post("/helpers/g0/resume", &[]).await;
    assert_eq!(state(site, "g0").await, GrantState::Active, "she lets it go on whenever she wants");
    let ledger = site.world.store.ledger_of(&PersonId::new("li"), 50).await.unwrap();
    let acts: Vec<&str> = ledger.iter().map(|r| r.line.act.as_str()).collect();
    for act in ["find-unusual", "see-finding", "pause-finding"] {
        assert!(acts.contains(&act), "{act} in {acts:?}");
    }
}

pub async fn doubts_about_an_assistant_stand_on_the_same_list(site: &TestSite) {
    let worker = site.staff("v1").await;
    let act = |n: usize, subject: &str| Assisted {
        id: AssistedId::new(format!("a{n}")),
        assistant: worker.id.clone(),
        subject: PersonId::new(subject),
        village: domain::ids::AreaCode::new("990101001001"),
        act: AssistedAct::Begin,
        reference: None,
        told: Told::Phone,
        at: site.now(),
        look: Look::Waiting(Why::Objected),
        version: 0,
    };
    let save = |n: usize, subject: &str| Change::SaveAssisted(Box::new(act(n, subject)));
    site.commit(vec![save(0, "tie"), save(1, "zhao")]).await;
    assert_eq!(watch_families(&site.world).await.unwrap(), 1);
    assert_eq!(watch_families(&site.world).await.unwrap(), 0, "reported once");
    let mut chief = site.at_desk("s1").await;
    let name = &worker.display_name;
    chief.open("/staff/watch").await.must_say(&format!("{name}办的事，30 天里有 2 件有疑问"));
    let finding = site.world.store.findings(9).await.unwrap().remove(0);
    let page = format!("/staff/watch/{}", finding.id);
    let one = chief.open(&page).await;
    one.must_say("铁**：");
    one.must_not_say("先暂停这些授权");
    assert!(one.says("/staff/people/tie") && one.says("/staff/assisted"));
    assert_eq!(chief.post(&page, &[("verdict", "pause"), ("words", "x")]).await.status, 404, "there is no grant to pause");
    chief.post(&page, &[("verdict", "fine"), ("words", "")]).await.must_lead_to(&format!("{page}?done=1"));
}

#[tokio::test]
async fn a_supervisor_reads_which_timer_stands_still_since_when_what_it_means_and_whom_to_call() {
    let timers = Timers::default();
    timers.look_with(|now| {
        vec![
            Trouble { name: "expire-grants".into(), stopped: true, since: Some(now) },
            Trouble { name: "send-texts".into(), stopped: false, since: None },
        ]
    });
    let site = TestSite::with(Options { timers, ..Options::default() }).await;
    let mut chief = site.at_desk("s1").await;
    let desk = chief.open("/staff").await;
    for words in ["「收起到期的代办」停了", "2026年3月2日", "到期的代办已经不能用", "0990-000-0199", "「发短信」最近一次没有做成"]
    {
        desk.must_say(words);
    }
    let mut clerk = site.at_desk("c1").await;
    clerk.open("/staff").await.must_not_say("机房");
}
