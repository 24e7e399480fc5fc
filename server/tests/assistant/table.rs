//! The village table of these tests: assistants, and how they come to the page of a person.
//!
//! `a1` village worker of 990101001001, `a2` bank clerk of the other village, `a3` the same village and 李小梅 herself,
//! `a4` of the household of `zhao`.

use crate::common::{Browser, Page, TestSite, cast};
use app::ports::{Change, Session, SessionOf, Staff};
use domain::assist::{About, Assistant, Organisation, StaffKind};
use domain::case::draft::{DraftState, Purpose};
use domain::case::{Draft, PaperRef};
use domain::catalog::{Answers, ItemCode};
use domain::family::{Agreement, Grant, GrantState, Scope};
use domain::ids::{AreaCode, DraftId, GrantId, PaperId, PersonId, StaffId};
use domain::ledger::By;
use domain::review::Tier;
use jiff::SignedDuration;

pub async fn hire(site: &TestSite) {
    let like = site.staff("v1").await;
    let one = |user: &str, desk: &str, of, person: Option<&str>| Staff {
        id: StaffId::new(format!("staff-{user}")),
        user_name: user.to_owned(),
        display_name: format!("{user} 协理员"),
        person: person.map(PersonId::new),
        tier: Tier::Village,
        desk: AreaCode::new(desk),
        kind: StaffKind::Assistant(Assistant { of, stopped: None }),
        totp_secret: site.world.passwords.new_totp_secret(),
        version: 0,
        ..like.clone()
    };
    let staff = [
        one("a1", cast::VILLAGE, Organisation::Village, None),
        one("a2", cast::OTHER_VILLAGE, Organisation::Bank, None),
        one("a3", cast::VILLAGE, Organisation::Volunteers, Some("li")),
        one("a4", cast::VILLAGE, Organisation::Village, Some("clerk-v2")),
    ];
    site.commit(staff.map(|s| Change::SaveStaff(Box::new(s))).into()).await;
}

pub async fn at_table<'a>(site: &'a TestSite, user: &str) -> Browser<'a> {
    // One half minute, one one-time password.
    site.forward_minutes(1);
    let mut worker = site.at_desk(user).await;
    worker.open("/assist").await.must_say("帮谁办");
    worker
}

/// Up to the number.
pub async fn begin(site: &TestSite, worker: &mut Browser<'_>, person: &str) {
    let number = site.person(person).await.id_number.plain().to_owned();
    worker.open("/assist").await;
    worker.post("/assist", &[("id_number", &number)]).await;
    worker.post("/assist/begin", &[("card", "yes"), ("face", "yes")]).await.must_lead_to("/assist/number");
}

pub async fn same(worker: &mut Browser<'_>) -> Page {
    worker.open("/assist/number").await;
    worker.post("/assist/number", &[("same", "yes")]).await
}

/// The number on the page.
pub fn shown(page: &Page) -> String {
    let at = page.body.find("class=\"two-digits\"").unwrap_or_else(|| panic!("no number:\n{}", page.text()));
    let digits = page.body[at..].split("<b>").nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(digits.len(), 2);
    digits.to_owned()
}

/// From the page of the person to the receipt of a draft that is ready; gives the reference.
pub async fn file(worker: &mut Browser<'_>) -> String {
    let check = worker.post("/file/out-of-area", &[]).await.location.unwrap();
    worker.open(&check).await;
    let send = check.replace("/file/draft/", "/assist/send/").replace("/check", "").replace("/papers", "");
    let check = format!("{}/check", send.replace("/assist/send/", "/file/draft/"));
    worker.open(&check).await;
    worker.post(&send, &[]).await.must_lead_to("/assist/number");
    same(worker).await.must_lead_to(&check);
    worker.open(&check).await;
    let receipt = worker.post(&check, &[]).await.location.unwrap();
    receipt.trim_start_matches("/cases/").trim_end_matches("/receipt").to_owned()
}

/// Everything answered by herself at home, not sent.
pub async fn ready_draft(site: &TestSite, person: &str) -> String {
    let by = By::Herself(PersonId::new(person));
    let start = site.world.today().tomorrow().unwrap();
    let answers = Answers::default()
        .with("kind", "settled-retiree")
        .with("province", "32")
        .with("city", "南京市")
        .with("start", start.to_string())
        .with("end", "unsure")
        .with("route", "proof")
        .with("contact-name", "周小明")
        .with("contact-phone", "13800000000");
    let paper = |material: &str| PaperRef {
        id: PaperId::new(site.world.new_id()),
        material: material.to_owned(),
        mime: "image/png".into(),
        size: 9,
        added_at: site.now(),
        added_by: by.clone(),
        earlier: None,
    };
    let draft = Draft {
        id: DraftId::new(site.world.new_id()),
        item: ItemCode::OutOfArea,
        item_version: 1,
        purpose: Purpose::New,
        subject: PersonId::new(person),
        begun_by: by.clone(),
        state: DraftState::Open,
        typed_by: answers.0.keys().map(|k| (k.clone(), by.clone())).collect(),
        answers,
        papers: vec![paper("household-first-page"), paper("household-own-page")],
        promised_later: vec![],
        shared: Vec::new(),
        created_at: site.now(),
        updated_at: site.now(),
        version: 0,
    };
    let id = draft.id.to_string();
    site.commit(vec![Change::SaveDraft(Box::new(draft))]).await;
    id
}

pub async fn grant_between(site: &TestSite, elder: &str, helper: &str) {
    let grant = Grant {
        relation: "child".into(),
        scopes: Scope::OFFERED.into(),
        state: GrantState::Active,
        agreement: Some(Agreement::OwnPhone { at: site.now() }),
        ..Grant::request(
            GrantId::new("grant"),
            PersonId::new(elder),
            PersonId::new(helper),
            site.now(),
            site.now() + SignedDuration::from_hours(999),
        )
    };
    site.commit(vec![Change::SaveGrant(Box::new(grant))]).await;
}

/// Words of the ledger in a person's matter, newest first.
pub async fn acts(site: &TestSite, person: &str) -> Vec<String> {
    let rows = site.world.store.ledger_of(&PersonId::new(person), 100).await.unwrap();
    rows.into_iter().map(|row| row.line.act).collect()
}

/// What the number is for that waits in this browser's session.
pub async fn about(site: &TestSite, worker: &Browser<'_>) -> Option<About> {
    let session = session(site, worker).await;
    let SessionOf::Staff { present, .. } = session.of else { return None };
    present?.beside?.shown.map(|shown| shown.about)
}

async fn session(site: &TestSite, worker: &Browser<'_>) -> Session {
    let token = &worker.cookies["__Host-yibao"];
    site.world.store.session(&server::http::visit::session_id(&site.world, token)).await.unwrap().unwrap()
}
