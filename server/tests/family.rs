//! Families through the doors: asking, answering, helping, pausing, ending, at home and at a counter.
//! Long because it is a list of sentences over one house; first yeses have a file of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "family/house.rs"]
mod house;

use app::ports::Store;
use domain::family::{Agreement, GrantState};
use domain::ids::PersonId;
use domain::ledger::By;
use house::{House, URGED_BY_NOBODY, number};

const ALL: [&str; 4] = ["see-cases", "apply", "hand-in-papers", "receive-notices"];

#[tokio::test]
async fn a_daughter_asks_her_mother_agrees_pauses_and_ends_for_ever() {
    let house = House::new().await;
    let id = house.asked("daughter", "mother", &["see-cases", "apply"]).await;
    let (mut daughter, mut mother) = (house.resident("daughter").await, house.resident("mother").await);
    house.get(&mut daughter, "/family").await.is(200).says("现在还没有家人同意您帮忙");

    house.get(&mut mother, "/helpers").await.is(200).says("李**（女儿）").says("替您填表").does_not_say("看窗口发给您的消息");
    let page = format!("/helpers/{id}");
    house.get(&mut mother, &page).await.is(200).says("有人让您这样做吗？").says("96110").says("不同意李**");
    house.fill(&mut mother, &page, &format!("{page}/code"), URGED_BY_NOBODY).await.leads();
    let message = house.messages_to("13900000001").await.remove(0);
    assert!(message.starts_with("【同意家人代办】"), "the message names the act first: {message}");
    let code = house.newest_code().await;
    let wrong = if code == "123456" { "654321" } else { "123456" };
    house.fill(&mut mother, &page, &format!("{page}/agree"), &[("code", wrong)]).await.is(422).says("还可以试 4 次");
    house.fill(&mut mother, &page, &format!("{page}/agree"), &[("code", &code)]).await.leads();
    let grant = house.grant(&id).await;
    assert_eq!(grant.state, GrantState::Active);
    assert!(matches!(grant.agreement, Some(Agreement::OwnPhone { .. })));
    house.seen_at_counter(&id).await;

    house.get(&mut daughter, "/family").await.says("王**（母亲）").says("帮王**办理");
    let to = house.fill(&mut daughter, "/family", &format!("/family/act/{id}"), &[]).await.leads();
    let cases = house.get(&mut daughter, &to).await.is(200);
    assert!(cases.html.contains("您正在帮 王**（母亲） 办理"));
    let family = house.get(&mut daughter, "/family").await.is(200);
    assert!(family.html.contains("您正在帮 王**（母亲） 办理"));

    house.fill(&mut mother, "/helpers", &format!("{page}/pause"), &[]).await.leads();
    house.get(&mut daughter, "/my-cases").await.is(403).says("您的家人暂停了代办");
    let paused = house.get(&mut mother, &format!("{page}?done=1")).await.says("什么都不能替您办");
    assert!(paused.has_form(&format!("{page}/resume")) && paused.has_form(&format!("{page}/end")));
    house.fill(&mut mother, &page, &format!("{page}/end"), &[]).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Ended);
    house.get(&mut daughter, "/my-cases").await.is(403).says("已经结束了代办");
    let back = house.fill(&mut daughter, "/family", "/family/return", &[]).await.leads();
    house.get(&mut daughter, &back).await.is(200).does_not_say("帮王**办理");
    house.get(&mut daughter, "/my-cases").await.is(200).does_not_say("王**");
}

#[tokio::test]
async fn asking_tells_nothing_about_whether_the_person_exists() {
    let house = House::new().await;
    let mut answers = Vec::new();
    for (name, order) in [("王秀兰", 2), ("王秀芳", 4), ("无此人", 90)] {
        let mut browser = house.resident("daughter").await;
        let to = house.ask(&mut browser, name, number(order).plain(), &ALL).await.leads();
        let page = house.get(&mut browser, &to).await.is(200);
        answers.push((to, page.words()));
        assert!(house.ask(&mut browser, name, number(order).plain(), &ALL).await.leads().contains("asked"));
        let third = house.ask(&mut browser, name, number(order).plain(), &ALL).await.is(429);
        answers.push((third.location.clone(), third.says("今天提出的次数已经满了").status.to_string()));
    }
    assert_eq!(answers[0], answers[2]);
    assert_eq!(answers[0], answers[4]);
    assert_eq!((&answers[1], &answers[1]), (&answers[3], &answers[5]));
    assert!(house.grants_of("aunt").await.is_empty(), "a wrong name reaches nobody");
    let open = house.grants_of("mother").await.into_iter().filter(|g| g.state == GrantState::Requested).count();
    assert_eq!(open, 1, "asking again replaces the question");
}

#[tokio::test]
async fn nobody_asks_to_be_her_own_helper_and_an_incomplete_form_keeps_what_was_typed() {
    let house = House::new().await;
    let mut daughter = house.resident("daughter").await;
    house.ask(&mut daughter, "李小梅", number(6).plain(), &ALL).await.is(422).says("办自己的事，不用提出请求");
    let again = house.fill(&mut daughter, "/family/ask", "/family/ask", &[("name", "王秀兰"), ("id_number", "9901")]).await.is(422);
    assert!(again.html.contains("value=\"王秀兰\"") && again.html.contains("value=\"9901\""));
    let again = again.says("18 位").says("还没有选要帮的事").says("还没有选想帮多久");
    assert!(!again.html.contains("checked"), "nothing is ticked beforehand");
}

#[tokio::test]
async fn a_phone_that_two_people_hold_cannot_consent() {
    let house = House::new().await;
    let id = house.asked("daughter", "sharer", &ALL).await;
    let mut elder = house.resident("sharer").await;
    let page = house.get(&mut elder, &format!("/helpers/{id}")).await.is(200).says("要到窗口当面答复");
    let mut forced = page.form(&format!("/helpers/{id}/refuse"));
    forced.action = format!("/helpers/{id}/code");
    house.post(&mut elder, &forced.clone().with("urged", "no")).await.is(403);
    forced.action = format!("/helpers/{id}/agree");
    house.post(&mut elder, &forced.clone().with("code", "123456")).await.is(403);
    assert_eq!(house.grant(&id).await.state, GrantState::WaitingForConsent, "she has seen it");
    house.fill(&mut elder, &format!("/helpers/{id}"), &format!("/helpers/{id}/refuse"), &[]).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Refused);
}

#[tokio::test]
async fn a_code_for_one_request_is_no_code_for_another() {
    let house = House::new().await;
    let (first, second) = (house.asked("daughter", "mother", &["see-cases"]).await, house.asked("newcomer", "mother", &ALL).await);
    let mut mother = house.resident("mother").await;
    let (one, two) = (format!("/helpers/{first}"), format!("/helpers/{second}"));
    house.fill(&mut mother, &two, &format!("{two}/code"), URGED_BY_NOBODY).await.leads();
    house.fill(&mut mother, &one, &format!("{one}/code"), URGED_BY_NOBODY).await.leads();
    let code = house.newest_code().await;
    house.fill(&mut mother, &two, &format!("{two}/agree"), &[("code", &code)]).await.is(422);
    assert_eq!(house.grant(&second).await.state, GrantState::WaitingForConsent);
}

#[tokio::test]
async fn a_pause_stops_the_form_that_is_already_open_and_a_resumption_lets_it_go_on() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let mut daughter = house.acting("daughter", &id).await;
    let mut begin = house.get(&mut daughter, "/family").await.form("/family/return");
    begin.action = "/file/out-of-area".into();
    let step = house.post(&mut daughter, &begin).await.leads();
    let open = house.get(&mut daughter, &step).await.is(200).form(&step);
    let mut mother = house.resident("mother").await;
    house.fill(&mut mother, "/helpers", &format!("/helpers/{id}/pause"), &[]).await.leads();
    let before = house.fake.store.drafts_of(&PersonId::new("mother")).await.unwrap();
    house.post(&mut daughter, &open).await.is(403).says("您的家人暂停了代办").says("帮家人办");
    let after = house.fake.store.drafts_of(&PersonId::new("mother")).await.unwrap();
    assert_eq!(before, after, "nothing was saved");
    house.fill(&mut mother, &format!("/helpers/{id}"), &format!("/helpers/{id}/resume"), &[]).await.leads();
    let status = house.post(&mut daughter, &open).await.status;
    assert!(status == 303 || status == 422, "the form works again: {status}");
}

#[tokio::test]
async fn a_form_opened_for_one_elder_is_not_accepted_for_another() {
    let house = House::new().await;
    let (first, second) = (house.agreed("daughter", "mother", &ALL).await, house.agreed("daughter", "aunt", &ALL).await);
    let mut daughter = house.acting("daughter", &first).await;
    let old = house.get(&mut daughter, "/family").await.form(&format!("/family/act/{second}"));
    let mut stale = house.get(&mut daughter, "/family").await.form("/family/return");
    house.post(&mut daughter, &old).await.leads();
    stale.action = "/file/out-of-area".into();
    house.post(&mut daughter, &stale).await.is(409).says("办事的人换过了");
    assert!(house.fake.store.drafts_of(&PersonId::new("aunt")).await.unwrap().is_empty());
    assert!(house.fake.store.drafts_of(&PersonId::new("mother")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_helper_does_exactly_what_was_agreed_and_nothing_that_is_hers_alone() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &["see-cases"]).await;
    let mut daughter = house.acting("daughter", &id).await;
    house.get(&mut daughter, "/my-cases").await.is(200);
    house.get(&mut daughter, "/messages").await.is(403).says("没有这一项");
    let mut form = house.get(&mut daughter, "/family").await.form("/family/return");
    form.action = "/file/out-of-area".into();
    house.post(&mut daughter, &form).await.is(403).says("没有这一项");
    for path in ["/helpers".to_owned(), format!("/helpers/{id}"), "/sessions".to_owned(), "/family/ask".to_owned()] {
        house.get(&mut daughter, &path).await.is(403).says("只能由本人办");
    }
    form.action = format!("/helpers/{id}/resume");
    house.post(&mut daughter, &form).await.is(403);
}

#[tokio::test]
async fn what_a_helper_was_refused_stands_in_the_ledger_and_before_the_elder_once_each() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &["see-cases"]).await;
    let mut daughter = house.acting("daughter", &id).await;
    let back = house.get(&mut daughter, "/family").await.form("/family/return");
    let refused = || {
        let lines = house.fake.store.ledger().into_iter().map(|row| row.line).filter(|line| line.act == "refused");
        lines.map(|line| (line.by, line.subject, line.object, line.scope, line.reason)).collect::<Vec<_>>()
    };
    let line = |scope: &str, reason: &str| {
        let by = By::Helper { helper: PersonId::new("daughter"), grant: id.clone() };
        (by, Some(PersonId::new("mother")), id.as_str().to_owned(), scope.to_owned(), reason.to_owned())
    };

    let mut begin = back.clone().with("kind", "emergency");
    begin.action = "/file/out-of-area".into();
    house.post(&mut daughter, &begin).await.is(403);
    let mut expected = vec![line("file-start", "refusal-out-of-scope")];
    assert_eq!(refused(), expected);
    house.get(&mut daughter, "/sessions").await.is(403);
    expected.push(line("sessions", "refusal-only-herself"));
    assert_eq!(refused(), expected);

    let mut mother = house.resident("mother").await;
    house.fill(&mut mother, "/helpers", &format!("/helpers/{id}/pause"), &[]).await.leads();
    house.get(&mut daughter, "/my-cases").await.is(403);
    expected.push(line("my-cases", "refusal-grant-paused"));
    house.get(&mut mother, &format!("/helpers/{id}")).await.says("想做一件您没有同意的事，没有办成");
    house.fill(&mut mother, &format!("/helpers/{id}"), &format!("/helpers/{id}/end"), &[]).await.leads();
    house.post(&mut daughter, &begin).await.is(403);
    expected.push(line("file-start", "refusal-grant-ended"));
    house.post(&mut daughter, &back).await.leads();
    let mut again = house.get(&mut daughter, "/family/ask").await.form("/family/ask");
    again.action = format!("/family/act/{id}");
    house.post(&mut daughter, &again).await.is(403);
    expected.push(line("act-for", "refusal-grant-ended"));
    assert_eq!(refused(), expected);
    // Her own matters leave no line, nor does what she may.
    house.get(&mut daughter, "/my-cases").await.is(200);
    assert_eq!(refused(), expected);
}

#[tokio::test]
async fn nobody_learns_of_a_grant_that_is_not_hers() {
    let house = House::new().await;
    let request = house.asked("daughter", "aunt", &ALL).await;
    let active = house.agreed("daughter", "mother", &ALL).await;
    let before = (house.grant(&request).await, house.grant(&active).await);
    for who in ["stranger", "daughter", "newcomer"] {
        let mut browser = house.resident(who).await;
        let key = house.get(&mut browser, "/family/ask").await.form("/family/ask");
        for id in [&request, &active] {
            house.get(&mut browser, &format!("/helpers/{id}")).await.is(404);
            for act in ["code", "agree", "refuse", "pause", "resume", "end"] {
                let mut form = key.clone().with("code", "123456");
                form.action = format!("/helpers/{id}/{act}");
                house.post(&mut browser, &form).await.is(404);
            }
            if who != "daughter" || *id == request {
                house.get(&mut browser, &format!("/family/leave/{id}")).await.is(404);
                for path in [format!("/family/leave/{id}"), format!("/family/act/{id}")] {
                    let mut form = key.clone();
                    form.action = path.clone();
                    let status = house.post(&mut browser, &form).await.status;
                    let asker = who == "daughter" && path.contains("/act/");
                    assert!(status == 404 || (asker && status == 403), "{who} {path}: {status}");
                }
            }
        }
    }
    assert_eq!(before, (house.grant(&request).await, house.grant(&active).await));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_answers_at_once_leave_the_one_that_was_first() {
    for _ in 0..20 {
        let house = House::new().await;
        let id = house.asked("daughter", "mother", &ALL).await;
        let page = format!("/helpers/{id}");
        let mut mother = house.resident("mother").await;
        house.fill(&mut mother, &page, &format!("{page}/code"), URGED_BY_NOBODY).await.leads();
        let code = house.newest_code().await;
        let open = house.get(&mut mother, &page).await;
        let yes = open.form(&format!("{page}/agree")).with("code", &code);
        let no = open.form(&format!("{page}/refuse"));
        let (mut one, mut two) = (mother.clone(), mother.clone());
        let (agreed, refused) = tokio::join!(house.post(&mut one, &yes), house.post(&mut two, &no));
        let (agreed, refused) = (agreed.leads().contains("done"), refused.leads().contains("done"));
        let state = house.grant(&id).await.state;
        assert!(agreed != refused, "one of two wins");
        assert_eq!(state, if agreed { GrantState::Active } else { GrantState::Refused });
    }
}

#[tokio::test]
async fn after_an_end_no_old_page_brings_a_grant_back() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let page = format!("/helpers/{id}");
    let mut mother = house.resident("mother").await;
    house.fill(&mut mother, &page, &format!("{page}/pause"), &[]).await.leads();
    let open = house.get(&mut mother, &page).await;
    let (resume, end) = (open.form(&format!("{page}/resume")), open.form(&format!("{page}/end")));
    house.post(&mut mother, &end).await.leads();
    let to = house.post(&mut mother, &resume).await.leads();
    house.get(&mut mother, &to).await.says("已经结束").says("您这一下没有算");
    assert_eq!(house.grant(&id).await.state, GrantState::Ended);
    assert_eq!(house.post(&mut mother, &end).await.leads(), format!("{page}?done=1"), "a second tap finds the same answer");
}

#[tokio::test]
async fn an_unconfirmed_helper_is_agreed_to_but_acts_only_after_a_clerk_saw_her_card() {
    let house = House::new().await;
    let id = house.asked("newcomer", "mother", &ALL).await;
    let mut mother = house.resident("mother").await;
    house.get(&mut mother, &format!("/helpers/{id}")).await.says("身份未核验");
    house.agreed("newcomer", "mother", &ALL).await;
    let id = house.grants_of("mother").await.into_iter().find(|g| g.state == GrantState::Active).unwrap().id;
    let mut newcomer = house.resident("newcomer").await;
    let page = house.get(&mut newcomer, "/family").await.is(200).says("您的身份还没有核验");
    assert!(!page.has_form(&format!("/family/act/{id}")));
    let mut form = house.get(&mut newcomer, "/family/ask").await.form("/family/ask");
    form.action = format!("/family/act/{id}");
    house.post(&mut newcomer, &form).await.is(403).says("身份还没有核验");
}

#[tokio::test]
async fn the_elder_reads_who_did_what_and_looking_sends_no_message() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let told = house.messages_to("13900000001").await.len();
    let mut daughter = house.acting("daughter", &id).await;
    house.get(&mut daughter, "/my-cases").await.is(200);
    house.get(&mut daughter, "/messages").await.is(200).says("王**的消息");
    assert_eq!(house.messages_to("13900000001").await.len(), told, "looking is listed, not messaged");
    let mut mother = house.resident("mother").await;
    house.get(&mut mother, &format!("/helpers/{id}")).await.says("看了您的办件").says("看了您的消息").says("2026年3月2日");
    let unread = house.fake.store.all_notices().into_iter().filter(|n| n.person.as_str() == "mother" && n.read_at.is_none()).count();
    assert!(unread > 0, "a helper's reading does not mark the elder's messages");
    house.get(&mut mother, "/messages").await.is(200).says("新消息").says("您同意了李**帮您办医保的事");
    house.get(&mut mother, "/messages").await.is(200).does_not_say("新消息");
}

#[tokio::test]
async fn every_change_is_told_to_the_elder_and_written_down() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let page = format!("/helpers/{id}");
    let mut mother = house.resident("mother").await;
    for act in ["pause", "resume", "pause", "end"] {
        house.fill(&mut mother, &page, &format!("{page}/{act}"), &[]).await.leads();
    }
    let kinds: Vec<&str> = house.fake.store.all_notices().iter().filter(|n| n.person.as_str() == "mother").map(|n| n.kind.key()).collect();
    for kind in ["notice-grant-asked", "notice-grant-started", "notice-grant-paused", "notice-grant-resumed", "notice-grant-ended"] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
    let lines = house.fake.store.ledger();
    for act in ["ask-grant", "agree-grant", "pause-grant", "resume-grant", "end-grant"] {
        let line = lines.iter().find(|l| l.line.act == act && l.line.object == id.as_str()).unwrap_or_else(|| panic!("{act}"));
        assert_eq!(line.line.subject, Some(PersonId::new("mother")));
        assert_eq!(line.line.scope, "see-cases+apply+hand-in-papers+receive-notices");
    }
    let texts = [house.messages_to("13900000001").await, house.messages_to("13900000002").await].concat();
    assert!(texts.iter().all(|t| !t.contains("小梅") && !t.contains("秀兰") && !t.contains("http")), "{texts:?}");
}

#[tokio::test]
async fn a_clerk_records_a_yes_only_with_the_card_and_never_for_her_own_family() {
    let house = House::new().await;
    let id = house.asked("daughter", "sharer", &["apply"]).await;
    let page = format!("/staff/grants/{id}");
    let mut clerk = house.clerk("clerk").await;
    house.get(&mut clerk, &page).await.is(200).says("念给本人听").says("李小梅").says("填申请并提交");
    let without = house.fill(&mut clerk, &page, &format!("{page}/agree"), &[("how", "present"), ("shown", "household-book")]).await.is(422);
    without.says("至少要有身份证或社保卡");
    house
        .fill(&mut clerk, &page, &format!("{page}/agree"), &[("how", "present"), ("shown", "id-card"), ("shown", "household-book")])
        .await
        .leads();
    let grant = house.grant(&id).await;
    let Some(Agreement::Counter { shown, clerk: by, .. }) = grant.agreement else { panic!("no record") };
    assert_eq!((shown, by.as_str()), (vec!["id-card".to_owned(), "household-book".to_owned()], "clerk"));
    assert_eq!(grant.state, GrantState::Active);
    let line = house.fake.store.ledger().into_iter().find(|l| l.line.act == "agree-grant").unwrap().line;
    assert_eq!((line.by, line.reason.as_str()), (By::Counter(by), "at-counter"));

    let mut relative = house.clerk("son-in-law").await;
    house.get(&mut relative, &page).await.is(403);
}

#[tokio::test]
async fn a_call_can_pause_and_end_but_not_resume() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let page = format!("/staff/grants/{id}");
    let mut clerk = house.clerk("clerk").await;
    let change = format!("{page}/change");
    house.fill(&mut clerk, &page, &change, &[("act", "pause")]).await.is(422).says("还没有选本人怎么说的");
    house.fill(&mut clerk, &page, &change, &[("act", "pause"), ("how", "phone")]).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Paused);
    let called = [("act", "resume"), ("how", "phone"), ("shown", "id-card")];
    house.fill(&mut clerk, &page, &change, &called).await.is(422);
    assert_eq!(house.grant(&id).await.state, GrantState::Paused, "a card is not seen over the telephone");
    house.fill(&mut clerk, &page, &change, &[("act", "resume"), ("how", "present"), ("shown", "social-card")]).await.leads();
    house.fill(&mut clerk, &page, &change, &[("act", "end"), ("how", "phone")]).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Ended);
}

#[tokio::test]
async fn a_new_yes_to_the_same_helper_takes_the_place_of_the_old_one() {
    let house = House::new().await;
    let old = house.agreed("daughter", "mother", &ALL).await;
    let new = house.asked("daughter", "mother", &["see-cases"]).await;
    assert_eq!(house.grant(&old).await.scopes.len(), 4, "asking changes nothing");
    let mut mother = house.resident("mother").await;
    let page = format!("/helpers/{new}");
    house.get(&mut mother, &page).await.says("您以前同意过李**");
    house.fill(&mut mother, &page, &format!("{page}/code"), URGED_BY_NOBODY).await.leads();
    let code = house.newest_code().await;
    house.fill(&mut mother, &page, &format!("{page}/agree"), &[("code", &code)]).await.leads();
    assert_eq!((house.grant(&old).await.state, house.grant(&new).await.state), (GrantState::Ended, GrantState::Active));
}

#[tokio::test]
async fn a_helper_leaves_by_herself_and_the_elder_is_told() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let mut daughter = house.resident("daughter").await;
    let leave = format!("/family/leave/{id}");
    house.get(&mut daughter, &leave).await.is(200).says("不再帮王**办");
    house.fill(&mut daughter, &leave, &leave, &[]).await.leads();
    assert_eq!(house.grant(&id).await.state, GrantState::Ended);
    assert!(house.messages_to("13900000001").await.iter().any(|m| m.contains("代办已经结束")));
}

#[tokio::test]
async fn time_ends_grants_and_a_second_run_does_nothing() {
    let house = House::new().await;
    let active = house.agreed("daughter", "mother", &ALL).await;
    let silent = house.asked("newcomer", "aunt", &ALL).await;
    let mut daughter = house.acting("daughter", &active).await;
    house.fake.clock.forward_minutes(31 * 24 * 60);
    assert_eq!(app::acts::expire_grants::expire_grants(&house.fake.world).await.unwrap(), 1);
    assert_eq!(house.grant(&silent).await.state, GrantState::Expired, "silence is no");
    assert_eq!(house.grant(&active).await.state, GrantState::Active);
    house.fake.clock.forward_minutes(62 * 24 * 60);
    assert_eq!(app::acts::expire_grants::expire_grants(&house.fake.world).await.unwrap(), 1);
    assert_eq!(app::acts::expire_grants::expire_grants(&house.fake.world).await.unwrap(), 0);
    assert_eq!(house.grant(&active).await.state, GrantState::Expired);
    // Her session is long over too.
    assert_eq!(house.get(&mut daughter, "/my-cases").await.status, 303);
}

#[path = "family/both.rs"]
mod both;
#[path = "family/face.rs"]
mod face;
#[path = "family/first_yes.rs"]
mod first_yes;
#[path = "family/legal_guardian.rs"]
mod legal_guardian;
#[path = "family/letters.rs"]
mod letters;
#[path = "family/list.rs"]
mod list;
#[path = "family/one_item.rs"]
mod one_item;
#[path = "family/stopped.rs"]
mod stopped;
