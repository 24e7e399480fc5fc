//! The database is locked, full or gone: a readable page with the telephone number and a number to read out, status 503,
//! and nothing half written. When it is back, the same form works.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Browser, Page, TestSite};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, DatabaseConnection};

/// A draft whose page about the kind is open; its address.
async fn first_question(browser: &mut Browser<'_>) -> String {
    browser.open("/guide/out-of-area").await;
    let first = browser.post("/file/out-of-area", &[]).await.location.unwrap();
    browser.open(&first).await;
    first
}

async fn tell(connection: &DatabaseConnection, words: &str) {
    connection.execute_unprepared(words).await.unwrap();
}

fn is_a_readable_page(page: &Page) {
    assert_eq!(page.status, 503);
    page.must_say("打电话问");
    page.must_say("打电话时报这个编号");
    for machine in ["database", "sqlite", "SQL", "panicked", "Error"] {
        page.must_not_say(machine);
    }
}

/// Not one page more than there are now, and what is free inside them is used up.
async fn fill_up(writer: &DatabaseConnection) {
    tell(writer, "PRAGMA max_page_count = 1").await;
    for bytes in [4000, 400, 40, 4] {
        let insert = format!("INSERT INTO meta (meta_key, content) VALUES (hex(randomblob(8)), hex(randomblob({bytes})))");
        while writer.execute_unprepared(&insert).await.is_ok() {}
    }
}

async fn answers_kept(site: &TestSite) -> usize {
    site.world.store.drafts_of(&PersonId::new("tie")).await.unwrap()[0].answers.0.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_nothing_is_half_written() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("tie").await;
    browser.open("/guide/out-of-area").await;
    let [writer, _] = site.db.connections();
    fill_up(writer).await;
    // What is free in the pages of single tables goes first: she begins and throws away until it is used up.
    let (mut begun, mut dropped) = (0, 0);
    let page = loop {
        browser.open("/guide/out-of-area").await;
        let started = browser.post("/file/out-of-area", &[]).await;
        let Some(first) = started.location.clone().filter(|_| started.status == 303) else { break started };
        begun += 1;
        let drop = first.replace("/kind", "/drop");
        browser.open(&drop).await;
        let thrown = browser.post(&drop, &[]).await;
        if thrown.status != 303 {
            break thrown;
        }
        dropped += 1;
        assert!(begun < 500, "the disk never fills");
    };
    is_a_readable_page(&page);
    // The record and its line in the ledger stand there together or not at all.
    let lines = site.world.store.ledger_of(&PersonId::new("tie"), 5000).await.unwrap();
    let count = |act: &str| lines.iter().filter(|l| l.line.act == act).count();
    assert_eq!((count("start-draft"), count("drop-draft")), (begun, dropped));
    assert_eq!(site.world.store.drafts_of(&PersonId::new("tie")).await.unwrap().len(), begun - dropped);

    tell(writer, "PRAGMA max_page_count = 1000000").await;
    let first = first_question(&mut browser).await;
    browser.post(&first, &[("kind", "emergency")]).await.must_lead_to(&first.replace("/kind", "/place"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_somebody_else_holds_is_told_and_the_form_works_when_it_is_free() {
    let site = TestSite::new().await;
    let mut browser = site.signed_in("tie").await;
    let first = first_question(&mut browser).await;
    let other = site.second_connection().await;
    tell(&other, "BEGIN IMMEDIATE").await;
    is_a_readable_page(&browser.post(&first, &[("kind", "emergency")]).await);
    assert_eq!(answers_kept(&site).await, 0);
    tell(&other, "ROLLBACK").await;
    browser.open(&first).await;
    browser.post(&first, &[("kind", "emergency")]).await.must_lead_to(&first.replace("/kind", "/place"));
    assert_eq!(answers_kept(&site).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_gone_is_told_on_every_page_that_needs_it() {
    let site = TestSite::on_postgres().await;
    let mut browser = site.signed_in("tie").await;
    let first = first_question(&mut browser).await;
    let [connection, _] = site.db.connections();
    tell(connection, "ALTER TABLE session RENAME TO session_gone").await;
    is_a_readable_page(&browser.post(&first, &[("kind", "emergency")]).await);
    is_a_readable_page(&browser.get("/my-cases").await);
    // Who has not signed in still finds the telephone number and the way to the counter.
    let stranger = site.browser().get("/help").await;
    assert_eq!(stranger.status, 200);
    tell(connection, "ALTER TABLE session_gone RENAME TO session").await;
    browser.open(&first).await;
    browser.post(&first, &[("kind", "emergency")]).await.must_lead_to(&first.replace("/kind", "/place"));
    site.close().await;
}
