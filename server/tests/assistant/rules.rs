//! The region's rules about acting for others, where they meet a helper's form.

use crate::common::TestSite;
use crate::table::{acts, at_table, begin, grant_between, hire, same};
use domain::family::Delegation;
use domain::ids::PersonId;
use server::site::Site;
use std::sync::Arc;

/// The same site with other rules for every item.
fn with_rule(mut site: TestSite, change: impl Fn(&mut Delegation)) -> TestSite {
    let mut region = (*site.world.region).clone();
    region.delegations.iter_mut().for_each(change);
    site.world.region = Arc::new(region);
    site.site = Site { world: site.world.clone(), ..site.site.clone() };
    site.router = server::http::router(site.site.clone());
    site
}

async fn helper_files(site: &TestSite) -> u16 {
    grant_between(site, "wang", "li").await;
    let mut helper = site.signed_in("li").await;
    helper.open("/family").await;
    helper.post("/family/act/grant", &[]).await;
    helper.open("/guide/out-of-area").await;
    helper.post("/file/out-of-area", &[]).await.status
}

#[tokio::test]
async fn each_rule_stops_a_helper_with_its_own_sentence_and_is_written_down() {
    assert_eq!(helper_files(&TestSite::new().await).await, 303, "the demo county narrows nothing here");
    type Change = fn(&mut Delegation);
    let rules: [(Change, &str); 4] = [
        (|r| r.relations = vec!["spouse".into()], "refusal-relation-not-allowed"),
        (|r| r.letter_required = true, "refusal-letter-missing"),
        (|r| r.agent_min_age = 60, "refusal-agent-too-young"),
        (|r| r.reserved = vec!["file".into()], "refusal-reserved-to-herself"),
    ];
    for (change, said) in rules {
        let site = with_rule(TestSite::new().await, change);
        assert_eq!(helper_files(&site).await, 403, "{said}");
        let row = &site.world.store.ledger_of(&PersonId::new("wang"), 1).await.unwrap()[0];
        assert_eq!((row.line.act.as_str(), row.line.reason.as_str()), ("refused", said));
        // She herself files as before.
        let mut elder = site.signed_in("wang").await;
        elder.open("/guide/out-of-area").await;
        assert_eq!(elder.post("/file/out-of-area", &[]).await.status, 303, "{said}");
    }
}

#[tokio::test]
async fn an_item_that_is_closed_to_assistants_stays_closed_with_the_person_beside_them() {
    let site = with_rule(TestSite::new().await, |r| r.assistants = false);
    hire(&site).await;
    let mut worker = at_table(&site, "a1").await;
    begin(&site, &mut worker, "wang").await;
    same(&mut worker).await;
    worker.open("/assist/person").await;
    let page = worker.post("/file/out-of-area", &[]).await;
    assert_eq!(page.status, 403);
    page.must_say("这件事帮办人员不能代办");
    assert!(acts(&site, "wang").await.contains(&"refused".to_owned()));
}
