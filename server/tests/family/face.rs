//! A face check as one way more: shown only where there is a service, two tries, other ways at once, nothing kept.

use super::house::House;
use super::{Agreement, GrantState};
use app::ports::{FaceOutcome, Papers};
use jiff::Timestamp;

const MINE: &[(&str, &str)] = &[("urged", "no")];

#[tokio::test]
async fn without_a_service_nothing_of_it_is_shown() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["apply"]).await;
    let (mut mother, page) = (house.resident("mother").await, format!("/helpers/{id}"));
    house.get(&mut mother, &page).await.is(200).does_not_say("刷脸");
    house.get(&mut mother, &format!("{page}/face")).await.is(404);
}

#[tokio::test]
async fn the_same_face_is_a_yes_with_the_limits_of_a_yes_by_phone() {
    let house = House::new().await;
    house.fake.face.will_say(FaceOutcome::Same);
    let id = house.asked("daughter", "mother", &["apply"]).await;
    let (mut mother, page) = (house.resident("mother").await, format!("/helpers/{id}"));
    let face = format!("{page}/face");
    let shown = house.get(&mut mother, &page).await.is(200).says("刷脸同意");
    assert!(shown.has_form(&format!("{page}/code")), "never the only way");
    house.photograph(&mut mother, &face, &face, "face", &[]).await.is(422).says("还没有选有没有人催您");
    house.photograph(&mut mother, &face, &face, "face", &[("urged", "yes")]).await.is(422).says("先不要同意");
    assert_eq!(house.grant(&id).await.state, GrantState::WaitingForConsent, "no picture was looked at");
    house.photograph(&mut mother, &face, &face, "face", MINE).await.leads();
    let grant = house.grant(&id).await;
    assert!(matches!(&grant.agreement, Some(Agreement::OwnFace { check, .. }) if check == "face-1"));
    assert!(!grant.she_was_seen() && grant.waits_until.is_some(), "phones are borrowed all the same");
    let line = house.fake.store.ledger().into_iter().find(|l| l.line.act == "check-face").unwrap().line;
    assert_eq!((line.scope.as_str(), line.reason.as_str()), ("face-1", "face-same"));
    assert!(house.fake.papers.kept_before(Timestamp::MAX).await.unwrap().is_empty(), "no picture is kept");
}

#[tokio::test]
async fn another_face_leads_to_the_other_ways_at_once_and_there_are_two_tries() {
    let house = House::new().await;
    house.fake.face.will_say(FaceOutcome::NotSame);
    let id = house.asked("daughter", "mother", &["apply"]).await;
    let (mut mother, page) = (house.resident("mother").await, format!("/helpers/{id}"));
    let face = format!("{page}/face");
    let first = house.photograph(&mut mother, &face, &face, "face", MINE).await.is(422).says("没有认出是您本人");
    let form = first.form(&face);
    first.says("发到您登记的手机上").says("到窗口").says("到家里来");
    let second = house.photograph(&mut mother, &face, &face, "face", MINE).await.is(422).says("今天刷脸的次数用完了");
    assert!(!second.has_form(&face));
    house.fake.face.will_say(FaceOutcome::Same);
    let old = house.send_photograph(&mut mother, &form.with("urged", "no"), "face").await;
    old.is(422).says("今天刷脸的次数用完了");
    assert_eq!(house.grant(&id).await.agreement, None, "an old form does not buy a third try");
    let shown = house.get(&mut mother, &page).await.is(200).does_not_say("刷脸");
    assert!(shown.has_form(&format!("{page}/code")));
}

#[tokio::test]
async fn a_service_that_is_down_stops_nobody() {
    let house = House::new().await;
    house.fake.face.will_say(FaceOutcome::Unavailable);
    let id = house.asked("daughter", "mother", &["apply"]).await;
    let (mut mother, page) = (house.resident("mother").await, format!("/helpers/{id}"));
    let face = format!("{page}/face");
    house.photograph(&mut mother, &face, &face, "face", MINE).await.is(422).says("刷脸现在用不了").says("到窗口");
    assert_eq!(house.grant(&id).await.agreement, None);
}

#[tokio::test]
async fn never_for_a_phone_that_cannot_answer_and_never_for_a_child() {
    let house = House::new().await;
    house.fake.face.will_say(FaceOutcome::Same);
    for elder in ["sharer", "grandchild"] {
        let id = house.asked("daughter", elder, &["apply"]).await;
        let mut browser = house.resident(elder).await;
        house.get(&mut browser, &format!("/helpers/{id}")).await.is(200).does_not_say("刷脸同意");
        house.get(&mut browser, &format!("/helpers/{id}/face")).await.is(404);
    }
}
