//! A new phone, a move, a merged record: at the counter, and what the people concerned then see.

use crate::common::TestSite;
use crate::made::{grant, put, seen, state};
use domain::family::GrantState;
use domain::ids::PersonId;

pub async fn a_new_phone_stops_what_the_old_one_said_until_she_nods_again(site: &TestSite) {
    put(site, vec![grant(site, "phone", "tie", "li", GrantState::Active), seen(site, "seen", "tie", "ma")]).await;
    let mut clerk = site.at_desk("v1").await;
    clerk.open("/staff/people/tie").await;
    let done = clerk.post("/staff/people/tie/phone", &[("phone", "19811112222"), ("card-phone", "yes")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!((state(site, "phone").await, state(site, "seen").await), (GrantState::Paused, GrantState::Active));
    let mut helper = site.signed_in("li").await;
    helper.open("/messages").await.must_say("换了手机号，您的代办先停了");
    let mut elder = site.signed_in("tie").await;
    elder.open("/helpers").await.must_say("您换了手机号，等您再点一次头");
    elder.open("/helpers/phone").await;
    elder.post("/helpers/phone/resume", &[]).await;
    assert_eq!(state(site, "phone").await, GrantState::Active);
}

pub async fn she_moves_to_another_village_and_then_away(site: &TestSite) {
    put(site, vec![seen(site, "g", "tie", "li")]).await;
    let mut clerk = site.at_desk("c1").await;
    let (page, to) = ("/staff/people/tie/move", "990101002002");
    clerk.open(page).await.must_say("转到外地，不在本县参保");
    let nothing = clerk.post(page, &[("card-move", "yes")]).await;
    assert_eq!(nothing.status, 422);
    nothing.must_say("还没有选变到哪里");
    let no_card = clerk.post(page, &[("to", to)]).await;
    assert_eq!(no_card.status, 422);
    assert!(no_card.body.contains("checked"), "the village she chose stays chosen");
    clerk.post(page, &[("to", to), ("card-move", "yes")]).await.must_lead_to("/staff/people/tie");
    assert_eq!((site.person("tie").await.village.as_str(), state(site, "g").await), (to, GrantState::Active));
    let mut helper = site.signed_in("li").await;
    helper.open("/messages").await.must_say("参保地换了一个村，您的代办照旧");

    clerk.open(page).await;
    clerk.post(page, &[("to", "away"), ("card-move", "yes")]).await.must_lead_to("/staff/people/tie");
    assert_eq!(state(site, "g").await, GrantState::Paused);
    helper.open("/messages").await.must_say("新的要到外地的医保去办");
    let mut elder = site.signed_in("tie").await;
    elder.open("/guide/out-of-area").await;
    let refused = elder.post("/file/out-of-area", &[]).await;
    assert_eq!(refused.status, 403);
    refused.must_say("这里不能再提新的申请");
    assert_eq!(elder.open("/my-cases").await.status, 200, "what is there stays readable");
    // Wrong: she comes back the same day.
    clerk.open(page).await.must_say("现在登记在外地");
    clerk.post(page, &[("to", "990101001001"), ("card-move", "yes")]).await.must_lead_to("/staff/people/tie");
    elder.open("/guide/out-of-area").await;
    assert_eq!(elder.post("/file/out-of-area", &[]).await.status, 303);
}

pub async fn two_records_become_one_at_a_supervisors_desk(site: &TestSite) {
    put(site, vec![seen(site, "hers", "tie", "li"), seen(site, "double", "ma", "li"), seen(site, "other", "ma", "chen")]).await;
    // `ma` files something, and is signed in while it happens.
    let mut before = site.signed_in("ma").await;
    before.open("/guide/out-of-area").await;
    assert_eq!(before.post("/file/out-of-area", &[]).await.status, 303);
    let (goes, stays) = (site.person("ma").await, site.person("tie").await);

    let mut chief = site.at_desk("s1").await;
    let page = "/staff/people/ma/merge";
    chief.open(page).await.must_say("留下的那一份的身份证号码");
    chief.post(page, &[("number", goes.id_number.plain())]).await.must_say("这个号码没有另一份记录");
    let look = chief.post(page, &[("number", stays.id_number.plain())]).await;
    look.must_say("2 份代办先暂停，等本人再点头；1 份重复的");
    look.must_say("两份记录不像同一个人");
    look.must_say("合错了可以分开");
    look.must_not_say(stays.id_number.plain().get(6..14).unwrap());
    let unsure = chief.post(page, &[("stays", "tie")]).await;
    assert_eq!(unsure.status, 422);
    unsure.must_say("还没有选为什么是同一个人");
    let sure = [("stays", "tie"), ("reason", "entered-twice"), ("seen", "yes")];
    chief.post(page, &sure).await.must_lead_to("/staff/people/ma");
    chief.open("/staff/people/ma").await.must_say(stays.name.as_str());

    assert_eq!(state(site, "other").await, GrantState::Paused);
    let holds = site.world.store.grants_by_elder(&PersonId::new("tie")).await.unwrap();
    assert_eq!(holds.iter().filter(|g| g.helper.as_str() == "li" && g.state.holds_a_place()).count(), 1, "one of the two");
    before.get("/my-cases").await.must_lead_to("/sign-in");
    let mut elder = site.signed_in("tie").await;
    elder.open("/messages").await.must_say("登记重复的两份记录合成了一份");
    elder.open("/my-cases").await.must_say("/file/draft/");
    elder.open("/helpers").await.must_say("两份记录合成一份");
    // By the old number and name somebody finds the record that stays.
    let found = site.world.store.person_by_number(&goes.id_number).await.unwrap().unwrap();
    assert_eq!(found.id.as_str(), "tie");
    for who in ["tie", "ma"] {
        let rows = site.world.store.ledger_of(&PersonId::new(who), 200).await.unwrap();
        assert!(rows.iter().any(|r| r.line.act == "merge-person" && r.line.reason == "entered-twice"), "{who}");
    }
}
