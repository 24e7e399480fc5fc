//! Places that are taken, and what a clerk did by telephone.

use crate::common::{Browser, Page, TestSite};
use crate::made::{grant, neighbours, put, seen, state};
use domain::family::{Agreement, Grant, GrantState};
use domain::ids::PersonId;

async fn ask(browser: &mut Browser<'_>, name: &str, number: &str) -> Page {
    browser.open("/family/ask").await;
    let fields =
        [("name", name), ("id_number", number), ("relation", "parent"), ("months", "3"), ("scopes", "apply"), ("scopes", "see-cases")];
    browser.post("/family/ask", &fields).await
}

pub async fn asking_looks_the_same_for_a_full_an_unknown_and_a_free_elder(site: &TestSite) {
    put(site, vec![seen(site, "a", "tie", "li"), seen(site, "b", "tie", "ma")]).await;
    let (full, free) = (site.person("tie").await, site.person("ma").await);
    let unknown = domain::person::IdNumber::compose("990101", jiff::civil::date(1941, 1, 1), 3).unwrap();
    let mut answers = Vec::new();
    for (name, number) in [(full.name.as_str(), &full.id_number), (free.name.as_str(), &free.id_number), ("无此人", &unknown)] {
        let mut asker = site.signed_in("chen").await;
        let to = ask(&mut asker, name, number.plain()).await;
        let page = asker.follow(to.clone()).await;
        let messages = asker.open("/messages").await;
        // The number of the page is another one each time.
        let words = |page: &Page| page.text().split("本页编号").next().unwrap().to_owned();
        answers.push((to.status, to.location, words(&page), words(&messages)));
    }
    assert_eq!(answers[0], answers[1], "full and free");
    assert_eq!(answers[0], answers[2], "full and unknown");
}

pub async fn she_frees_a_place_herself_and_the_asker_reads_only_that_she_must(site: &TestSite) {
    put(site, vec![seen(site, "a", "tie", "li"), seen(site, "b", "tie", "ma")]).await;
    put(site, vec![grant(site, "new", "tie", "chen", GrantState::Requested)]).await;
    let (mut elder, mut asker) = (site.signed_in("tie").await, site.signed_in("chen").await);
    let page = elder.open("/helpers/new").await;
    page.must_say("您已经有 2 位家人在帮忙，满了");
    page.must_say("我想同意，告诉陈*等一等");
    page.must_not_say("同意，发验证码给我");
    asker.open("/messages").await.must_not_say("腾出一个位置");

    for key in ["first", "second"] {
        let wait = elder.post("/helpers/new/wait", &[("once", key)]).await;
        elder.follow(wait).await.must_say("已经告诉陈*：要等您先腾出一个位置");
    }
    let read = asker.open("/messages").await;
    read.must_say("铁**想同意您帮忙，可是能帮忙的人满了。要由本人先腾出一个位置");
    assert_eq!(read.text().matches("腾出一个位置").count(), 1, "once per request");
    for other in ["李", "马"] {
        read.must_not_say(other);
    }

    // She ends one of the two herself, and now the code comes.
    elder.open("/helpers/b").await;
    elder.post("/helpers/b/pause", &[]).await;
    elder.open("/helpers/b").await;
    elder.post("/helpers/b/end", &[]).await;
    elder.open("/helpers/new").await.must_not_say("满了");
    elder.post("/helpers/new/code", &[("urged", "no")]).await;
    elder.open("/helpers/new").await;
    let code = site.code_of("tie").await;
    let agreed = elder.post("/helpers/new/agree", &[("code", &code)]).await;
    assert_eq!((agreed.status, state(site, "new").await), (303, GrantState::Active), "{}", agreed.text());
}

pub async fn whose_own_places_are_full_hears_it_and_nothing_about_the_elder(site: &TestSite) {
    let most = usize::from(site.world.region.family.elders_per_helper.value);
    neighbours(site, most as u16).await;
    // Agreed to long ago, so that it is not this month's number that counts.
    let long_ago = Some(Agreement::OwnPhone { at: site.now() - jiff::SignedDuration::from_hours(24 * 60) });
    let old = |n: usize| Grant { agreement: long_ago.clone(), ..seen(site, &format!("g{n}"), &format!("n{n}"), "li") };
    put(site, (0..most).map(old).collect()).await;
    put(site, vec![grant(site, "new", "tie", "li", GrantState::Requested)]).await;
    let mut clerk = site.at_desk("v1").await;
    for turn in 0..2 {
        clerk.open("/staff/grants/new").await;
        let no = clerk.post("/staff/grants/new/agree", &[("how", "present"), ("shown", "id-card")]).await;
        assert_eq!(no.status, 422, "turn {turn}");
        no.must_say("帮的人已经满了");
    }
    let read = site.signed_in("li").await.open("/messages").await;
    read.must_say("您现在帮的人满了，新的代办请求办不成");
    assert_eq!(read.text().matches("新的代办请求办不成").count(), 1, "once a day");
    read.must_not_say("铁");
}

pub async fn what_a_clerk_did_by_telephone_stands_before_the_elder_with_its_day(site: &TestSite) {
    put(site, vec![seen(site, "g", "tie", "li")]).await;
    let mut clerk = site.at_desk("v1").await;
    clerk.open("/staff/grants/g").await;
    let paused = clerk.post("/staff/grants/g/change", &[("act", "pause"), ("how", "phone")]).await;
    assert_eq!(paused.status, 303, "{}", paused.text());
    let mut elder = site.signed_in("tie").await;
    let list = elder.open("/helpers").await;
    list.must_say("2026年3月2日");
    list.must_say("代办暂停了。您打来电话，窗口的人替您办的。");
    clerk.open("/staff/grants/g").await;
    clerk.post("/staff/grants/g/change", &[("act", "end"), ("how", "phone")]).await;
    let page = elder.open("/helpers/g").await;
    page.must_say("这份代办的经过");
    assert_eq!(page.text().matches("您打来电话，窗口的人替您办的").count(), 2, "the pause and the end");
    let ledger = site.world.store.ledger_of(&PersonId::new("tie"), 50).await.unwrap();
    let told: Vec<_> = ledger.iter().filter(|r| r.line.reason == "by-telephone").map(|r| r.line.act.as_str()).collect();
    assert_eq!(told, ["end-grant", "pause-grant"]);
}
