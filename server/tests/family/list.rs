//! The people whom a helper helps: picture, name, one tap; the same few questions for five of them and for two thousand.

use super::house::{House, number};
use super::{ALL, Store};
use app::ports::{Change, Person};
use domain::family::{Grant, GrantState, Portrait};
use domain::ids::{GrantId, PersonId};
use domain::person::{IdNumber, Name};
use jiff::civil::date;

/// So many more elders whom the daughter helps, each with a name of her own.
async fn many(house: &House, like: &Grant, count: u16) {
    let mother = house.fake.store.person(&like.elder).await.unwrap().unwrap();
    let mut changes = Vec::new();
    for n in 0..count {
        let (id, born) = (PersonId::new(format!("elder-{n:04}")), date(1900 + (n / 400) as i16, 1 + (n % 12) as i8, 1));
        let name = Name::parse(&format!("赵{}{}", char::from_u32(0x4e00 + u32::from(n)).unwrap(), "兰")).unwrap();
        let id_number = IdNumber::compose("990101", born, n % 999).unwrap();
        let elder = Person { id: id.clone(), name, id_number, phone: None, version: 0, ..mother.clone() };
        let grant = Grant { id: GrantId::new(format!("grant-{n:04}")), elder: id, version: 0, ..like.clone() };
        changes.extend([Change::SavePerson(Box::new(elder)), Change::SaveGrant(Box::new(grant))]);
    }
    house.fake.store.commit(changes).await.unwrap();
}

#[tokio::test]
async fn each_person_has_a_picture_told_in_words_and_one_tap_to_act() {
    let house = House::new().await;
    let mother = house.agreed("daughter", "mother", &ALL).await;
    let aunt = house.agreed("daughter", "aunt", &ALL).await;
    let mut daughter = house.resident("daughter").await;
    let page = house.get(&mut daughter, "/family").await.is(200).says("王**（母亲）").says("周**（母亲）");
    assert_eq!(page.html.matches("role=\"img\" aria-label=\"图：女长辈，").count(), 2);
    assert!(page.has_form(&format!("/family/act/{mother}")) && page.has_form(&format!("/family/act/{aunt}")));
    // With few people there is nothing to look for.
    assert!(!page.has_form("/family/find"));
    // From one straight to the other, and back to herself, each with one tap; the session changes each time.
    let mut cookies = vec![daughter.cookie.clone()];
    for (path, says) in [(format!("/family/act/{mother}"), "王**"), (format!("/family/act/{aunt}"), "周**"), ("/family/return".into(), "")]
    {
        house.fill(&mut daughter, "/family", &path, &[]).await.leads();
        let page = house.get(&mut daughter, "/family").await.is(200);
        assert_eq!(page.html.contains(&format!("您正在帮 {says}（母亲） 办理")), !says.is_empty());
        cookies.push(daughter.cookie.clone());
    }
    cookies.sort();
    cookies.dedup();
    assert_eq!(cookies.len(), 4);
    for old in cookies.into_iter().filter(|cookie| *cookie != daughter.cookie) {
        let mut left = daughter.clone();
        left.cookie = old;
        assert_eq!(house.get(&mut left, "/family").await.leads(), "/sign-in", "an old session is over");
    }
}

#[tokio::test]
async fn what_is_over_stands_below_with_who_ended_it_and_when() {
    let house = House::new().await;
    let (mother, aunt) = (house.agreed("daughter", "mother", &ALL).await, house.agreed("daughter", "aunt", &ALL).await);
    let mut elder = house.resident("mother").await;
    let page = format!("/helpers/{mother}");
    house.fill(&mut elder, &page, &format!("{page}/pause"), &[]).await.leads();
    house.fill(&mut elder, &page, &format!("{page}/end"), &[]).await.leads();
    // Long after, and from a time when nobody wrote down why.
    house.fake.clock.forward_minutes(40 * 24 * 60);
    let old = Grant { state: GrantState::Ended, ended: None, ..house.grant(&aunt).await };
    house.fake.store.commit(vec![Change::SaveGrant(Box::new(old))]).await.unwrap();
    let mut daughter = house.resident("daughter").await;
    let list = house.get(&mut daughter, "/family").await.is(200).says("已结束");
    list.says("2026年3月2日").says("由王**决定").says("当时没有记下原因");
    house.fake.clock.forward_minutes(400 * 24 * 60);
    let mut daughter = house.resident("daughter").await;
    house.get(&mut daughter, "/family").await.is(200).does_not_say("王**");
}

#[tokio::test]
async fn she_chooses_a_picture_for_her_own_list_and_nothing_else_changes() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let before = (house.grant(&id).await, house.messages_to("13900000001").await.len());
    let mut daughter = house.resident("daughter").await;
    let path = format!("/family/picture/{id}");
    let page = house.get(&mut daughter, &path).await.is(200).says("不用上传照片");
    assert_eq!(page.html.matches("type=\"radio\"").count(), Portrait::ALL.len());
    house.fill(&mut daughter, &path, &path, &[("portrait", "a-photo")]).await.is(422).says("还没有选图");
    house.fill(&mut daughter, &path, &path, &[("portrait", "girl")]).await.leads();
    assert!(house.get(&mut daughter, "/family?picture=1").await.says("图已经换好").html.contains("图：女孩，扎辫子"));
    assert_eq!((house.grant(&id).await, house.messages_to("13900000001").await.len()), before);
    for other in ["mother", "stranger"] {
        let mut browser = house.resident(other).await;
        let mut form = house.get(&mut browser, "/family/ask").await.form("/family/ask").with("portrait", "boy");
        form.action.clone_from(&path);
        house.get(&mut browser, &path).await.is(404).does_not_say("王**");
        house.post(&mut browser, &form).await.is(404);
    }
    let kept = house.fake.store.portraits(&PersonId::new("daughter"), &[PersonId::new("mother")]).await.unwrap();
    assert_eq!(kept.into_values().collect::<Vec<_>>(), [Portrait::Girl]);
}

#[tokio::test]
async fn two_thousand_people_cost_as_many_questions_as_five() {
    let house = House::new().await;
    let like = house.grant(&house.agreed("daughter", "mother", &ALL).await).await;
    many(&house, &like, 4).await;
    let mut daughter = house.resident("daughter").await;
    let mut asked = Vec::new();
    let mut count = async |path: &str| {
        let before = house.fake.store.questions();
        house.get(&mut daughter, path).await.is(200);
        asked.push(house.fake.store.questions() - before);
    };
    count("/family").await;
    let more = Grant { id: GrantId::new("x"), ..like };
    many_more(&house, &more).await;
    count("/family").await;
    count("/family?page=50").await;
    assert!(asked.iter().all(|n| *n == asked[0]), "{asked:?}");
}

/// Up to two thousand.
async fn many_more(house: &House, like: &Grant) {
    let mut changes = Vec::new();
    let mother = house.fake.store.person(&like.elder).await.unwrap().unwrap();
    for n in 0..1_995u16 {
        let id = PersonId::new(format!("more-{n:04}"));
        let id_number = IdNumber::compose("990102", date(1920 + (n / 900) as i16, 2, 3), n % 900).unwrap();
        let elder = Person { id: id.clone(), id_number, phone: None, version: 0, ..mother.clone() };
        let grant = Grant { id: GrantId::new(format!("more-{n:04}")), elder: id, version: 0, ..like.clone() };
        changes.extend([Change::SavePerson(Box::new(elder)), Change::SaveGrant(Box::new(grant))]);
    }
    house.fake.store.commit(changes).await.unwrap();
}

#[tokio::test]
async fn one_of_many_is_found_by_her_name_which_stands_in_no_address() {
    let house = House::new().await;
    let like = house.grant(&house.agreed("daughter", "mother", &ALL).await).await;
    many(&house, &like, 44).await;
    let mut daughter = house.resident("daughter").await;
    let first = house.get(&mut daughter, "/family").await.is(200).says("一共 45 位").says("第 1 页，共 3 页");
    assert_eq!(first.html.matches("action=\"/family/act/").count(), 20);
    assert!(first.html.contains("href=\"/family?page=2\""));
    let last = house.get(&mut daughter, "/family?page=3").await.is(200);
    assert_eq!(last.html.matches("action=\"/family/act/").count(), 5);
    for beyond in ["99", "0", "-1", "x"] {
        house.get(&mut daughter, &format!("/family?page={beyond}")).await.is(200);
    }
    house.fill(&mut daughter, "/family", "/family/find", &[("name", "王秀兰")]).await.is(200).says("王**（母亲）");
    let found = house.fill(&mut daughter, "/family", "/family/find", &[("name", "王秀兰")]).await;
    assert_eq!((found.html.matches("action=\"/family/act/").count(), found.location.as_str()), (1, ""));
    // Somebody she does not help, half a name, nothing: said alike and kindly.
    for nobody in ["周桂英", "王秀"] {
        house.fill(&mut daughter, "/family", "/family/find", &[("name", nobody)]).await.is(200).says("没有找到");
    }
    house.fill(&mut daughter, "/family", "/family/find", &[("name", " ")]).await.is(422).says("还没有写姓名");
    assert!(number(2).plain().len() == 18 && !found.html.contains(number(2).plain()));
}
