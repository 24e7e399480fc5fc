//! The elder stops the helper in the middle of a form: a kind sentence, and what was typed is neither sent nor lost.

use super::house::House;
use super::{ALL, Store};
use app::ports::Change;
use domain::family::{Grant, GrantState};
use domain::ids::DraftId;

const CITY: &[(&str, &str)] = &[("city", "own"), ("city-own", "云梯市")];

fn draft(path: &str) -> DraftId {
    DraftId::new(path.split('/').nth(3).unwrap())
}

#[tokio::test]
async fn a_pause_in_the_middle_of_a_form_keeps_what_she_typed_until_it_goes_on() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let (mut mother, mut daughter) = (house.resident("mother").await, house.acting("daughter", &id).await);
    let city = house.begun(&mut daughter).await;
    let mut open = house.get(&mut daughter, &city).await.form(&city);
    for (name, value) in CITY {
        open = open.with(name, value);
    }
    house.fill(&mut mother, "/helpers", &format!("/helpers/{id}/pause"), &[]).await.leads();

    let stopped = house.post(&mut daughter, &open).await.is(403);
    let stopped = stopped.says("王**暂停了代办，先停一下").says("您的家人暂停了代办，这一步没有办成。");
    stopped.says("您刚才填的在这里").says("云梯市").says("没有存进申请，也没有提交").says("内容会自己出现");
    let kept = house.fake.store.draft(&draft(&city)).await.unwrap().unwrap();
    assert_eq!(kept.answers.get("city"), None, "nothing reached the elder's matters");
    // Opened again, from the list as well, and by her alone.
    house.get(&mut daughter, &city).await.is(403).says("云梯市");
    let back = house.fill(&mut daughter, "/family", "/family/return", &[]).await.leads();
    assert!(house.get(&mut daughter, &back).await.html.contains(&format!("/family/kept/{id}")));
    house.get(&mut daughter, &format!("/family/kept/{id}")).await.is(200).says("云梯市").says("现在不能提交");
    for other in ["mother", "stranger", "newcomer"] {
        let mut browser = house.resident(other).await;
        house.get(&mut browser, &format!("/family/kept/{id}")).await.is(404).does_not_say("云梯市");
    }

    house.fill(&mut mother, &format!("/helpers/{id}"), &format!("/helpers/{id}/resume"), &[]).await.leads();
    let mut daughter = house.acting("daughter", &id).await;
    house.get(&mut daughter, &format!("/family/kept/{id}")).await.says("现在又可以办了");
    let page = house.get(&mut daughter, &city).await.is(200);
    assert!(page.html.contains("value=\"云梯市\""), "it stands in its box again");
    house.answer(&mut daughter, &city, CITY).await.leads();
    let saved = house.fake.store.draft(&draft(&city)).await.unwrap().unwrap();
    assert_eq!(saved.answers.get("city"), Some("云梯市"));
    // It has become an answer; from now on that is shown.
    house.get(&mut daughter, &format!("/family/kept/{id}")).await.is(200).says("没有留着的内容").does_not_say("云梯市");
}

#[tokio::test]
async fn an_end_in_the_middle_of_a_form_leaves_the_words_to_be_copied_and_nothing_to_be_sent() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let (mut mother, mut daughter) = (house.resident("mother").await, house.acting("daughter", &id).await);
    let city = house.begun(&mut daughter).await;
    let start = house.answer(&mut daughter, &city, CITY).await.leads();
    let mut open = house.get(&mut daughter, &start).await.form(&start);
    for (name, value) in [("start_year", "2026"), ("start_month", "3"), ("start_day", "")] {
        open = open.with(name, value);
    }
    house.fill(&mut mother, "/helpers", &format!("/helpers/{id}/pause"), &[]).await.leads();
    house.fill(&mut mother, &format!("/helpers/{id}"), &format!("/helpers/{id}/end"), &[]).await.leads();
    for _ in 0..2 {
        let stopped = house.post(&mut daughter, &open).await.is(403);
        let stopped = stopped.says("王**结束了代办，先停一下").says("2026 年 3 月 __ 日");
        stopped.says("可以照着抄").does_not_say("内容会自己出现");
    }
    let draft = house.fake.store.draft(&draft(&start)).await.unwrap().unwrap();
    assert_eq!(draft.answers.get("start"), None);
    house.get(&mut daughter, &format!("/family/kept/{id}")).await.is(200).says("2026 年 3 月 __ 日");
    // The elder finds her draft with what was saved before, and nothing else.
    house.get(&mut mother, &city).await.is(200);
    let hers = house.get(&mut mother, &start).await.is(200);
    assert!(!hers.html.contains("value=\"2026\""));

    // After a month it is gone.
    house.fake.clock.forward_minutes(31 * 24 * 60);
    app::acts::clear_served::clear_served(&house.fake.world).await.unwrap();
    assert!(house.fake.store.unsent_of(&domain::ids::PersonId::new("daughter")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_clerk_who_stops_it_at_her_word_is_named_as_such() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let mut daughter = house.acting("daughter", &id).await;
    let city = house.begun(&mut daughter).await;
    let mut open = house.get(&mut daughter, &city).await.form(&city);
    open = open.with("city", "own").with("city-own", "云梯市");
    let (mut clerk, desk) = (house.clerk("clerk").await, format!("/staff/grants/{id}"));
    house.fill(&mut clerk, &desk, &format!("{desk}/change"), &[("act", "end"), ("how", "phone")]).await.leads();
    house.post(&mut daughter, &open).await.is(403).says("窗口按王**的意思，结束了代办").says("云梯市");
}

#[tokio::test]
async fn a_page_opened_for_the_mother_is_not_saved_for_anybody_else_and_shows_what_was_typed() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let mut daughter = house.acting("daughter", &id).await;
    let city = house.begun(&mut daughter).await;
    let open = house.get(&mut daughter, &city).await.form(&city).with("city", "own").with("city-own", "云梯市");
    house.fill(&mut daughter, "/family", "/family/return", &[]).await.leads();
    let other = house.post(&mut daughter, &open).await.is(409);
    other.says("办事的人换过了").says("云梯市").says("离开这一页就没有了");
    let draft = house.fake.store.draft(&draft(&city)).await.unwrap().unwrap();
    assert_eq!(draft.answers.get("city"), None);
    assert!(house.fake.store.unsent_of(&domain::ids::PersonId::new("daughter")).await.unwrap().is_empty());
    // Whoever helps nobody here reads nothing, whatever page she names.
    let mut stranger = house.resident("stranger").await;
    house.post(&mut stranger, &open).await.is(409).does_not_say("云梯市").does_not_say("王**");
}

#[tokio::test]
async fn an_empty_page_is_refused_without_a_word_about_what_was_typed() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let (mut mother, mut daughter) = (house.resident("mother").await, house.acting("daughter", &id).await);
    let city = house.begun(&mut daughter).await;
    let open = house.get(&mut daughter, &city).await.form(&city);
    let mut elsewhere = open.clone().with("city-own", "云梯市");
    elsewhere.action = city.replace(draft(&city).as_str(), "no-such-draft");
    house.fill(&mut mother, "/helpers", &format!("/helpers/{id}/pause"), &[]).await.leads();
    for form in [open, elsewhere] {
        house.post(&mut daughter, &form).await.is(403).says("暂停了代办").does_not_say("您刚才填的在这里");
    }
    assert!(house.fake.store.unsent_of(&domain::ids::PersonId::new("daughter")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_form_that_is_under_way_when_the_elder_stops_it_changes_nothing_any_more() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let mut daughter = house.acting("daughter", &id).await;
    let city = house.begun(&mut daughter).await;
    let form = house.get(&mut daughter, &city).await.form(&city).with("city", "own").with("city-own", "云梯市");
    let (store, grant) = (house.fake.store.clone(), house.grant(&id).await);
    let pause = async move {
        let paused = Grant { state: GrantState::Paused, ..grant };
        store.commit(vec![Change::SaveGrant(Box::new(paused))]).await.unwrap();
    };
    let stopped = house.post_slowly(&mut daughter, &form, pause).await.is(403);
    stopped.says("暂停了代办").says("云梯市");
    let kept = house.fake.store.draft(&draft(&city)).await.unwrap().unwrap();
    assert_eq!(kept.answers.get("city"), None, "nothing reached the elder's matters");
    // The same, at the very last step: no application is filed.
    let resumed = house.grant(&id).await;
    house.fake.store.commit(vec![Change::SaveGrant(Box::new(Grant { state: GrantState::Active, ..resumed }))]).await.unwrap();
    let check = house.finished(&mut daughter, &city).await;
    let send = house.get(&mut daughter, &check).await.form(&check).with("signed", "yes");
    let (store, grant) = (house.fake.store.clone(), house.grant(&id).await);
    let end = async move {
        let ended = Grant { state: GrantState::Ended, ..grant };
        store.commit(vec![Change::SaveGrant(Box::new(ended))]).await.unwrap();
    };
    house.post_slowly(&mut daughter, &send, end).await.is(403).says("已经结束了代办");
    assert!(house.fake.store.all_cases().is_empty());
}
