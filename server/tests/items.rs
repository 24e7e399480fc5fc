//! Every service from its guide to the decision, made from the definitions: each road that differs in its pages, papers,
//! promise or ending, through the real router, on SQLite; one road of each again on PostgreSQL.
//! Long because a walk is one story, from the first page to the last desk.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
#[path = "staff/made.rs"]
#[allow(dead_code)]
mod made;

use app::pages::filing::words::key;
use app::ports::Change;
use app::text;
use common::{Browser, TestSite, html};
use domain::case::CaseState;
use domain::catalog::items::ITEMS;
use domain::catalog::{Answers, Item, ItemCode, Outcome, Pace, Route, Source, Step, sample};
use domain::ids::AreaCode;
use domain::lang::Lang;
use domain::review::Tier;
use made::{load, picture, told};
use std::collections::BTreeSet;

const ELDER: &str = "wang";

fn zh(key: &str) -> String {
    let words = text::text(Lang::ZhHans, key);
    assert_ne!(words, key, "no text");
    words
}

/// One road for each way in which two of them can differ.
fn roads(site: &TestSite, item: &Item) -> Vec<Answers> {
    let mut seen = BTreeSet::new();
    let differs = |a: &Answers| {
        let pages: Vec<&str> = item.path(a).iter().map(|s| s.id).collect();
        let papers: Vec<&str> = item.needs(a).iter().map(|m| m.id).collect();
        let way = ((item.commitment)(a), (item.route)(a), (item.desk)(a), (item.pace)(a));
        format!("{pages:?} {papers:?} {way:?} {}", (item.next)(a))
    };
    item.roads(site.world.today()).into_iter().filter(|a| seen.insert(differs(a))).collect()
}

struct Clerks<'a> {
    village: Browser<'a>,
    township: Browser<'a>,
    county: Browser<'a>,
}

async fn walk_all(site: &TestSite, most: usize) {
    let mut clerks = Clerks { village: site.at_desk("v1").await, township: site.at_desk("t1").await, county: site.at_desk("c1").await };
    let mut elder = site.signed_in(ELDER).await;
    let mut children = 0;
    for item in ITEMS {
        eligibility(&mut elder, item).await;
        let all = roads(site, item);
        // Whichever is last is a whole one: those that end come first.
        let whole = all.iter().filter(|a| item.first_open(a).is_none()).take(most);
        let ending = all.iter().filter(|a| item.first_open(a).is_some()).take(most);
        for road in ending {
            ends(site, &mut elder, item, road).await;
        }
        for road in whole {
            let road = &with_a_child_of_its_own(road, &mut children);
            let number = file(site, &mut elder, item, road).await;
            if !item.parts.is_empty() {
                decide_each(site, &mut elder, &mut clerks, item, road, &number).await;
            } else if (item.route)(road) == Route::AtOnce {
                take_back_what_holds(site, &mut elder, item, &number).await;
            } else {
                decide(site, &mut elder, &mut clerks, item, road, &number).await;
            }
        }
    }
}

/// 通办: she stands at a counter that is not her own.
async fn taken_in(site: &TestSite) {
    let mut counter = site.at_desk("v1").await;
    let mut home = site.at_desk("w1").await;
    counter.open("/staff/people/ma").await.must_say("不是本区域的人");
    counter.post("/staff/people/ma/intake", &[("card-intake", "yes")]).await.must_lead_to("/staff/people/ma");
    assert_eq!(counter.get("/my-cases").await.status, 403, "what lies at home is not this desk's to read");
    for item in ITEMS {
        let offered = format!("代为填写{}", zh(&format!("item-{}", item.slug)));
        let page = counter.open("/staff/people/ma").await;
        if !item.anywhere {
            page.must_not_say(&offered);
            counter.open(&format!("/guide/{}", item.slug)).await;
            let page = counter.post(&format!("/file/{}", item.slug), &[]).await;
            assert_eq!(page.status, 403, "{}", item.slug);
            page.must_say(&zh("refusal-only-at-home"));
            continue;
        }
        page.must_say(&offered);
        let all = roads(site, item);
        let road = all.iter().rfind(|a| item.first_open(a).is_none()).unwrap();
        let number = file(site, &mut counter, item, road).await;
        let case = load(site, &number).await;
        assert_eq!(case.taken_at, Some(site.staff("v1").await.desk), "{}", item.slug);
        assert_eq!(case.village, site.person("ma").await.village, "{}: it is decided at home", item.slug);
        counter.open("/staff/taken-in").await.must_say(&app::acts::promise::grouped(&number));
        assert_eq!(counter.get(&format!("/staff/cases/{number}")).await.status, 404, "{}: no case of another desk", item.slug);
        home.open("/staff/taken-in").await.must_not_say(&app::acts::promise::grouped(&number));
        if case.state.in_force() {
            continue;
        }
        site.forward_minutes(11);
        app::acts::change_case::release_settled(&site.world).await.unwrap();
        let page = home.open(&format!("/staff/cases/{number}")).await;
        page.must_say("代收窗口");
    }
}

const HOSPITAL: &str = "990101001901";

async fn hire(site: &TestSite, user: &str) {
    let like = site.staff("v1").await;
    let one = app::ports::Staff {
        id: domain::ids::StaffId::new(format!("staff-{user}")),
        user_name: user.to_owned(),
        display_name: format!("{user} 号窗口"),
        desk: AreaCode::new(HOSPITAL),
        version: 0,
        ..like
    };
    site.commit(vec![Change::SaveStaff(Box::new(one))]).await;
}

/// What a hospital's desk took in, ten minutes later.
async fn at_hospital(site: &TestSite, clerk: &mut Browser<'_>) -> String {
    clerk.open("/staff/people/ma").await;
    clerk.post("/staff/people/ma/intake", &[("card-intake", "yes")]).await.must_lead_to("/staff/people/ma");
    let item = ItemCode::Claim.item().unwrap();
    let road = roads(site, item).into_iter().rfind(|a| item.first_open(a).is_none()).unwrap();
    let number = file(site, clerk, item, &road).await;
    clerk.open("/staff/people/ma").await;
    clerk.post("/staff/intake/end", &[]).await;
    site.forward_minutes(11);
    app::acts::change_case::release_settled(&site.world).await.unwrap();
    number
}

#[tokio::test]
async fn a_hospital_s_desk_does_the_first_step_of_what_it_took_in_by_another_pair_of_eyes() {
    let site = TestSite::new().await;
    hire(&site, "h1").await;
    hire(&site, "h2").await;
    let mut one = site.at_desk("h1").await;
    let number = at_hospital(&site, &mut one).await;
    let case = load(&site, &number).await;
    assert_eq!((case.desk.as_str(), case.state), (HOSPITAL, CaseState::AtVillage));
    one.open(&format!("/staff/cases/{number}")).await.must_not_say("由我办理");
    // Who somebody is and where she is insured is for the offices.
    let page = one.open("/staff/people/ma").await;
    page.must_say("这里只代收申请、办第一步");
    page.must_not_say("开一张登录纸条");
    let csrf = html::hidden_fields(&html::form(&page.body, "/staff/people/ma/intake", |_| true).unwrap());
    let tried = one.post_raw("/staff/people/ma/slip", &[csrf, vec![("card-slip".into(), "yes".into())]].concat()).await;
    assert_eq!(tried.status, 403);
    let mut two = site.at_desk("h2").await;
    two.open("/staff").await;
    two.post("/staff/next", &[]).await.must_lead_to(&format!("/staff/cases/{number}"));
    two.open(&format!("/staff/cases/{number}")).await;
    two.post(&format!("/staff/cases/{number}/accept"), &[("then", "queue")]).await.must_lead_to("/staff");
    let on = load(&site, &number).await;
    let home = site.person("ma").await.village;
    assert!(on.desk.tier() > Tier::Village && on.desk.contains(&home), "the second step is decided above where she lives");
    assert_eq!(two.get(&format!("/staff/cases/{number}")).await.status, 404, "and no longer the hospital's to read");
}

#[tokio::test]
async fn a_hospital_s_only_clerk_takes_in_and_her_own_village_does_the_first_step() {
    let site = TestSite::new().await;
    hire(&site, "h1").await;
    let mut one = site.at_desk("h1").await;
    let number = at_hospital(&site, &mut one).await;
    let case = load(&site, &number).await;
    assert_eq!((case.desk, case.site), (site.person("ma").await.village, None));
    assert_eq!(case.taken_at, Some(AreaCode::new(HOSPITAL)), "who took it in stays known");
}

#[tokio::test]
async fn what_every_desk_takes_in_is_decided_at_home_and_both_desks_see_it() {
    taken_in(&TestSite::new().await).await;
}

#[tokio::test]
async fn so_it_is_on_postgresql() {
    taken_in(&TestSite::on_postgres().await).await;
}

/// Each child has a number that no other record has. Area 99 does not exist: these are nobody.
fn with_a_child_of_its_own(road: &Answers, children: &mut u32) -> Answers {
    if road.get("child-number").is_none() {
        return road.clone();
    }
    *children += 1;
    let first = format!("99010120250201{children:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize = first.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    let check = char::from(b"10X98765432"[sum % 11]);
    road.clone().with("child-number", format!("{first}{check}"))
}

/// Before the first question: who, cost, how long, papers, what comes of it, and the counter.
async fn eligibility(elder: &mut Browser<'_>, item: &Item) {
    let slug = item.slug;
    elder.open("/items").await.must_say(&zh(&format!("search-{slug}")));
    let page = elder.open(&format!("/guide/{slug}")).await;
    for fact in ["what", "who", "cost", "time", "result"] {
        page.must_say(&zh(&format!("guide-{slug}-{fact}")));
    }
    for material in item.materials {
        page.must_say(&zh(&format!("material-{}", material.id)));
        if material.source == Source::Shared {
            page.must_say("不用带，我们自己查。");
        }
    }
    for basis in item.basis {
        page.must_say(basis.source);
    }
    page.must_say("到窗口办");
}

/// A new draft; its address.
async fn begin(elder: &mut Browser<'_>, item: &Item) -> String {
    elder.open(&format!("/guide/{}", item.slug)).await;
    let page = elder.post(&format!("/file/{}", item.slug), &[]).await;
    let to = page.location.clone().unwrap_or_else(|| panic!("{}: {}", item.slug, page.text()));
    to.rsplit_once('/').unwrap().0.to_owned()
}

/// One page: its title, its empty form told as such, its answers kept. Where it leads.
async fn answer(site: &TestSite, elder: &mut Browser<'_>, item: &Item, draft: &str, step: &Step, road: &Answers) -> String {
    let here = format!("{draft}/{}", step.id);
    let page = elder.open(&here).await;
    assert_eq!(page.status, 200, "{here}: {}", page.text());
    page.must_say(&zh(&key(item.slug, &format!("{}-title", step.id))));
    let empty = elder.post(&here, &[]).await;
    assert!(empty.location.is_none(), "{} {}: an empty page is an answer", item.slug, step.id);
    let form = sample(step.fields, road, site.world.today());
    let fields: Vec<(&str, &str)> = form.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let page = elder.post(&here, &fields).await;
    page.location.clone().unwrap_or_else(|| panic!("{} {}: {}", item.slug, step.id, page.text()))
}

/// A road that ends at a counter: the page says so, and nothing leads past it.
async fn ends(site: &TestSite, elder: &mut Browser<'_>, item: &Item, road: &Answers) {
    let draft = begin(elder, item).await;
    let path = item.path(road);
    for step in path.iter().filter(|s| !s.ends) {
        answer(site, elder, item, &draft, step, road).await;
    }
    let last = path.last().unwrap();
    let page = elder.open(&format!("{draft}/{}", last.id)).await;
    page.must_say(&zh(&format!("item-{}-{}-why", item.slug, last.id)));
    page.must_not_say("保存，去下一步");
    elder.get(&format!("{draft}/check")).await.must_lead_to(&format!("{draft}/{}", last.id));
    elder.open(&format!("{draft}/drop")).await;
    assert_eq!(elder.post(&format!("{draft}/drop"), &[]).await.status, 303);
}

/// From the first question to the receipt; the number of the case.
async fn file(site: &TestSite, elder: &mut Browser<'_>, item: &Item, road: &Answers) -> String {
    let draft = begin(elder, item).await;
    let needs = item.needs(road);
    let path = item.path(road);
    let after = if needs.is_empty() { "check" } else { "papers" };
    for (at, step) in path.iter().enumerate() {
        let to = answer(site, elder, item, &draft, step, road).await;
        let next = path.get(at + 1).map_or(after, |next| next.id);
        assert_eq!(to, format!("{draft}/{next}"), "{} after {}", item.slug, step.id);
    }
    if !needs.is_empty() {
        elder.open(&format!("{draft}/papers")).await;
        let early = elder.post(&format!("{draft}/papers"), &[]).await;
        assert!(early.location.is_none(), "{}: papers are missing", item.slug);
        for material in &needs {
            let here = format!("{draft}/papers/{}", material.id);
            elder.open(&here).await.must_say(&zh(&format!("material-{}-counts", material.id)));
            assert_eq!(elder.upload(&here, "paper", "photo.png", &picture()).await.status, 303, "{here}");
        }
        elder.open(&format!("{draft}/papers")).await;
        elder.post(&format!("{draft}/papers"), &[]).await.must_lead_to(&format!("{draft}/check"));
    }
    let check = format!("{draft}/check");
    let page = elder.open(&check).await;
    for field in path.iter().flat_map(|s| s.fields) {
        page.must_say(&zh(&key(item.slug, &format!("{}-label", field.id))));
    }
    if let Some(promise) = (item.commitment)(road) {
        page.must_say(&zh(promise));
        let unsigned = elder.post(&check, &[]).await;
        assert!(unsigned.location.is_none(), "{}: nothing is sent unsigned", item.slug);
    }
    let sent = elder.post(&check, &[("signed", "yes")]).await;
    let receipt = sent.location.clone().unwrap_or_else(|| panic!("{}: {}", item.slug, sent.text()));
    let page = elder.open(&receipt).await;
    assert_eq!(page.status, 200, "{}", page.text());
    receipt.trim_start_matches("/cases/").trim_end_matches("/receipt").to_owned()
}

async fn take_back_what_holds(site: &TestSite, elder: &mut Browser<'_>, item: &Item, number: &str) {
    let case = load(site, number).await;
    assert!(case.state.in_force(), "{}", item.slug);
    elder.open(&format!("/cases/{number}")).await;
    let page = elder.open(&format!("/cases/{number}/undo")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(elder.post(&format!("/cases/{number}/undo"), &[]).await.status, 303);
    assert!(load(site, number).await.state.closed(), "{}", item.slug);
}

/// A joined matter: one receipt names them all, and each is decided by itself.
async fn decide_each(site: &TestSite, elder: &mut Browser<'_>, clerks: &mut Clerks<'_>, item: &Item, road: &Answers, number: &str) {
    let first = load(site, number).await;
    let receipt = elder.open(&format!("/cases/{number}/receipt")).await;
    let parts: Vec<_> = item.parts_of(road).collect();
    assert_eq!(first.joined.len() + 1, parts.len(), "{}", item.slug);
    for other in &first.joined {
        receipt.must_say(&app::acts::promise::grouped(&other.reference));
        receipt.must_say(&zh(&format!("item-{}", other.item.slug())));
    }
    for part in parts {
        let own = part.item.item().unwrap();
        let other = first.joined.iter().find(|other| other.item == part.item).map(|other| other.reference.clone());
        let reference = other.unwrap_or_else(|| number.to_owned());
        let case = load(site, &reference).await;
        assert_eq!((case.item, &case.answers), (part.item, &part.answers(road)), "{}", item.slug);
        elder.open(&format!("/cases/{reference}")).await;
        decide(site, elder, clerks, own, &part.answers(road), &reference).await;
    }
}

/// Over the three desks to the county's yes.
async fn decide(site: &TestSite, elder: &mut Browser<'_>, clerks: &mut Clerks<'_>, item: &Item, road: &Answers, number: &str) {
    // What went out with another one goes with it.
    if load(site, number).await.state == CaseState::Settling {
        assert_eq!(elder.post(&format!("/cases/{number}/release"), &[]).await.status, 303);
    }
    let here = format!("/staff/cases/{number}");
    let desks = if (item.route)(road) == Route::OneDesk { 1 } else { 3 };
    let all = [(&mut clerks.village, "accept"), (&mut clerks.township, "review"), (&mut clerks.county, "approve")];
    // What one desk does alone is done where she chose to go.
    let first = Tier::ALL.iter().position(|tier| *tier == (item.desk)(road)).unwrap();
    for (desk, act) in all.into_iter().skip(first).take(desks) {
        let act = if desks == 1 { "accept" } else { act };
        if act == "approve" && (item.pace)(road) == Pace::Board {
            came_before_the_last_board(site, number).await;
        }
        let page = desk.open(&here).await;
        page.must_say(&zh(&format!("item-{}", item.slug)));
        for field in item.path(road).iter().flat_map(|s| s.fields) {
            page.must_say(&zh(&key(item.slug, &format!("{}-label", field.id))));
        }
        assert_eq!(desk.post(&format!("{here}/take"), &[]).await.status, 303, "{act}");
        desk.open(&here).await;
        let path = format!("{here}/{act}");
        if act == "approve" && matches!(item.outcome, Outcome::Money { .. }) {
            for wrong in ["", "一百", "99999999"] {
                let again = desk.post(&path, &[("then", "queue"), ("sum", wrong)]).await;
                assert!(again.location.is_none(), "{wrong:?} is no sum to pay");
                assert!(again.value_of("sum").unwrap_or_default() == wrong, "what was typed is given back");
            }
        }
        let done = desk.post(&path, &[("then", "queue"), ("sum", "88.50")]).await;
        assert_eq!(done.location.as_deref(), Some("/staff"), "{} {act}: {}", item.slug, done.text());
    }
    let case = load(site, number).await;
    assert!(case.state.in_force(), "{}", item.slug);
    assert_eq!(told(site, ELDER).await.first(), Some(&"notice-case-in-force"), "{}", item.slug);
    let page = elder.open(&format!("/cases/{number}")).await;
    page.must_say(&zh((item.next)(road)));
    if matches!(item.outcome, Outcome::Money { .. }) {
        page.must_say("报销 88.50 元");
        elder.open("/messages").await.must_say("报销 88.50 元，打到本人的社保卡。");
    }
    for (field, record) in item.writes {
        let Some(answer) = road.get(field) else { continue };
        let person = site.person(ELDER).await;
        match record {
            domain::catalog::Record::Name => assert_eq!(person.name.as_str(), answer),
            domain::catalog::Record::IdNumber => assert_eq!(person.id_number.plain(), answer),
            // The record of another one, told by its number.
            domain::catalog::Record::ChildName => {}
            domain::catalog::Record::ChildNumber => {
                let number = domain::person::IdNumber::parse(answer, site.world.today()).unwrap();
                let child = site.world.store.person_by_number(&number).await.unwrap().expect("a record of its own");
                assert!(child.insured && child.phone.is_none() && child.id != person.id && child.village == person.village);
                assert_eq!(Some(child.name.as_str()), road.get("child-name"));
            }
        }
    }
}

/// It has been at the county for more than a month: its board has met.
async fn came_before_the_last_board(site: &TestSite, number: &str) {
    let mut case = load(site, number).await;
    for event in &mut case.events {
        event.at -= jiff::SignedDuration::from_hours(24 * 40);
    }
    site.commit(vec![app::ports::Change::SaveCase(Box::new(case))]).await;
}

#[tokio::test]
async fn every_road_of_every_service_can_be_walked_from_the_guide_to_the_decision() {
    let site = TestSite::new().await;
    walk_all(&site, usize::MAX).await;
}

#[tokio::test]
async fn and_a_road_of_each_on_postgres() {
    let site = TestSite::on_postgres().await;
    walk_all(&site, 1).await;
    site.close().await;
}

#[tokio::test]
async fn a_sheet_that_comes_by_post_is_noted_once_and_moves_nothing() {
    let site = TestSite::new().await;
    let item = domain::catalog::ItemCode::Claim.item().unwrap();
    let road = roads(&site, item).into_iter().find(|a| a.is("kind", "inpatient")).unwrap();
    let mut elder = site.signed_in(ELDER).await;
    let number = file(&site, &mut elder, item, &road).await;
    elder.post(&format!("/cases/{number}/release"), &[]).await;
    elder.open(&format!("/cases/{number}")).await.must_say("原件还没有收到");
    let here = format!("/staff/cases/{number}");
    let (mut village, mut township) = (site.at_desk("v1").await, site.at_desk("t1").await);
    village.open(&here).await;
    village.post(&format!("{here}/take"), &[]).await;
    let before = load(&site, &number).await;
    // Whoever opens the envelope, while a colleague has the case in hand.
    township.open(&here).await;
    let noted = township.post(&format!("{here}/sheet-came"), &[("material", "invoices")]).await;
    assert_eq!(noted.status, 303, "{}", noted.text());
    let after = load(&site, &number).await;
    assert_eq!((after.state, &after.desk, &after.hold, &after.steps), (before.state, &before.desk, &before.hold, &before.steps));
    assert_eq!(after.sheets_due(), ["expense-list", "discharge-record"]);
    township.post(&format!("{here}/sheet-came"), &[("material", "invoices")]).await;
    assert_eq!(load(&site, &number).await.sheets.len(), 1, "noted once");
    elder.open(&format!("/cases/{number}")).await.must_say("收到的原件");
}

#[tokio::test]
async fn a_number_that_another_record_has_is_not_given_twice() {
    let site = TestSite::new().await;
    let item = domain::catalog::ItemCode::InfoChange.item().unwrap();
    let other = site.person("tie").await.id_number.plain().to_owned();
    let road = roads(&site, item).into_iter().find(|a| a.is("what", "id-number")).unwrap().with("new-number", other.clone());
    let mut elder = site.signed_in(ELDER).await;
    let number = file(&site, &mut elder, item, &road).await;
    elder.post(&format!("/cases/{number}/release"), &[]).await;
    let here = format!("/staff/cases/{number}");
    for (user, act) in [("v1", "accept"), ("t1", "review"), ("c1", "approve")] {
        let mut desk = site.at_desk(user).await;
        desk.open(&here).await;
        desk.post(&format!("{here}/take"), &[]).await;
        desk.open(&here).await;
        let done = desk.post(&format!("{here}/{act}"), &[("then", "queue")]).await;
        assert_eq!(done.status == 303, act != "approve", "{}", done.text());
    }
    assert_ne!(site.person(ELDER).await.id_number.plain(), other);
}

#[tokio::test]
async fn a_visit_is_answered_by_the_desk_whose_hall_it_is_and_the_receipt_names_it() {
    let site = TestSite::new().await;
    let item = domain::catalog::ItemCode::HallVisit.item().unwrap();
    let mut elder = site.signed_in(ELDER).await;
    for (hall, area, user, other) in [("township", "990101001", "t1", "c1"), ("county", "990101", "c1", "t1")] {
        let road = roads(&site, item).into_iter().find(|a| a.is("hall", hall)).unwrap();
        let number = file(&site, &mut elder, item, &road).await;
        let receipt = elder.open(&format!("/cases/{number}/receipt")).await;
        let desk = site.world.region.desk(area).unwrap();
        for words in [&desk.name, &desk.address, &desk.phone] {
            receipt.must_say(words);
        }
        elder.post(&format!("/cases/{number}/release"), &[]).await;
        let here = format!("/staff/cases/{number}");
        assert_eq!(load(&site, &number).await.desk.as_str(), area);
        let mut not_asked = site.at_desk(other).await;
        not_asked.open("/staff").await.must_not_say(&here);
        let mut asked = site.at_desk(user).await;
        let queue = asked.open("/staff").await;
        queue.must_say(&here);
        queue.must_not_say("下级超时转来");
        asked.open(&here).await;
        assert_eq!(asked.post(&format!("{here}/take"), &[]).await.status, 303);
        asked.open(&here).await.must_not_say("下级超时转来");
        asked.post(&format!("{here}/accept"), &[("then", "queue")]).await.must_lead_to("/staff");
        assert_eq!(load(&site, &number).await.state, CaseState::InForce);
    }
}

#[tokio::test]
async fn send_at_once_sends_everything_that_went_out_together() {
    let site = TestSite::new().await;
    let item = domain::catalog::ItemCode::Discharge.item().unwrap();
    let mut elder = site.signed_in(ELDER).await;
    let road = roads(&site, item).into_iter().filter(|a| item.first_open(a).is_none()).max_by_key(|a| item.parts_of(a).count()).unwrap();
    let number = file(&site, &mut elder, item, &road).await;
    let first = load(&site, &number).await;
    assert!(!first.joined.is_empty(), "several applications");
    let others: Vec<String> = first.joined.iter().map(|other| other.reference.clone()).collect();
    for other in &others {
        let case = load(&site, other).await;
        assert!(case.state == CaseState::Settling || case.state.in_force(), "{:?}", case.state);
    }
    elder.open(&format!("/cases/{number}/receipt")).await;
    assert_eq!(elder.post(&format!("/cases/{number}/release"), &[]).await.status, 303);
    for one in others.iter().chain([&number]) {
        assert_ne!(load(&site, one).await.state, CaseState::Settling, "{one}");
    }
}

#[tokio::test]
async fn a_filing_in_force_is_changed_and_ended_from_its_page_and_a_lock_says_until_when() {
    let site = TestSite::new().await;
    let item = domain::catalog::ItemCode::OutOfArea.item().unwrap();
    let mut elder = site.signed_in(ELDER).await;
    let mut all = item.roads(site.world.today()).into_iter();
    let road = all.find(|a| a.is("kind", "long-term-resident") && a.is("route", "commitment")).unwrap();
    let number = file(&site, &mut elder, item, &road).await;
    let here = format!("/cases/{number}");
    site.forward_minutes(11);
    let page = elder.open(&here).await;
    let lock = load(&site, &number).await.locked_until(site.world.today()).unwrap();
    page.must_say(&format!("这是签承诺书办的，到 {}年{}月{}日", lock.year(), lock.month(), lock.day()));
    page.must_not_say(&format!("href=\"{here}/cancel\""));
    // The proof changes it before its day.
    let draft = elder.post(&format!("{here}/change"), &[]).await.location.clone().unwrap();
    assert!(draft.ends_with("/check"), "{draft}");
    elder.get(&draft).await.must_lead_to(&draft.replace("check", "start"));

    site.forward(jiff::SignedDuration::from_hours(24 * 220));
    let mut elder = site.signed_in(ELDER).await;
    elder.open(&here).await.must_say(&format!("href=\"{here}/cancel\""));
    elder.open(&format!("{here}/cancel")).await.must_say("在外地看病不能直接结算");
    elder.post(&format!("{here}/cancel"), &[]).await.must_lead_to(&here);
    assert_eq!(load(&site, &number).await.state, CaseState::Revoked);
    elder.open(&here).await.must_say("取消了备案");
}
