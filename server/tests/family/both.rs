//! Two pairs of hands in one application: both are told, and each answer says who typed it.

use super::ALL;
use super::house::House;
use domain::ledger::By;

#[tokio::test]
async fn what_the_daughter_typed_is_marked_in_the_case_on_the_receipt_at_the_desk_and_on_paper() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let (mut mother, mut daughter) = (house.resident("mother").await, house.acting("daughter", &id).await);
    // The mother answers the first questions, her daughter the city, the mother the rest, and she sends it.
    let city = house.begun(&mut mother).await;
    house.answer(&mut daughter, &city, &[("city", "own"), ("city-own", "云梯市")]).await.leads();
    let check = house.finished(&mut mother, &city).await;
    house.get(&mut mother, &check).await.is(200).says("云梯市（家人代填）");
    let reference = house.submitted(&mut mother, &check).await;

    let case = house.fake.store.all_cases().remove(0);
    assert!(matches!(case.typed_by.get("city"), Some(By::Helper { helper, .. }) if helper.as_str() == "daughter"));
    assert!(matches!(case.typed_by.get("kind"), Some(By::Herself(elder)) if elder.as_str() == "mother"));
    assert!(matches!(case.filed_by.by, By::Herself(_)));
    let receipt = house.get(&mut mother, &format!("/cases/{reference}/receipt")).await.is(200);
    receipt.says("家人代填的内容：").does_not_say("填写方式：家人代填");
    house.get(&mut mother, &format!("/cases/{reference}")).await.is(200).says("云梯市（家人代填）");
    let mut clerk = house.clerk("clerk").await;
    let desk = house.get(&mut clerk, &format!("/staff/cases/{reference}")).await.is(200).words();
    assert!(desk.contains("云梯市 家人代填"), "{desk}");
    house.get(&mut clerk, &format!("/staff/cases/{reference}/print")).await.is(200).says("云梯市（家人代填）");
}

#[tokio::test]
async fn messages_about_the_case_go_to_both_and_stop_with_the_grant() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &ALL).await;
    let (mut mother, mut daughter) = (house.resident("mother").await, house.acting("daughter", &id).await);
    let city = house.begun(&mut daughter).await;
    let check = house.finished(&mut daughter, &city).await;
    let reference = house.submitted(&mut daughter, &check).await;
    let about = |texts: Vec<String>| texts.into_iter().filter(|t| t.contains("异地就医备案")).collect::<Vec<_>>();
    let hers = about(house.messages_to("13900000001").await);
    let daughters = about(house.messages_to("13900000002").await);
    assert!(hers.iter().any(|t| t.contains("您的「异地就医备案」已经办好")), "{hers:?}");
    assert!(daughters.iter().any(|t| t.contains("您家人王**的「异地就医备案」已经办好")), "{daughters:?}");
    // The mother undoes it: the daughter, who filed it, is told as well.
    let undo = format!("/cases/{reference}/undo");
    house.fill(&mut mother, &undo, &undo, &[]).await.leads();
    assert_eq!(about(house.messages_to("13900000002").await).len(), daughters.len() + 1);

    // Under a pause nothing comes any more.
    let city = house.begun(&mut daughter).await;
    let check = house.finished(&mut daughter, &city).await;
    let before = about(house.messages_to("13900000002").await).len();
    house.fill(&mut mother, "/helpers", &format!("/helpers/{id}/pause"), &[]).await.leads();
    house.submitted(&mut mother, &check).await;
    assert_eq!(about(house.messages_to("13900000002").await).len(), before);
}

#[tokio::test]
async fn a_helper_who_may_not_read_messages_gets_none_and_the_elder_still_does() {
    let house = House::new().await;
    let id = house.agreed("daughter", "mother", &["apply", "see-cases"]).await;
    let mut daughter = house.acting("daughter", &id).await;
    let city = house.begun(&mut daughter).await;
    let check = house.finished(&mut daughter, &city).await;
    house.submitted(&mut daughter, &check).await;
    let done = |texts: Vec<String>| texts.iter().any(|t| t.contains("已经办好"));
    assert!(done(house.messages_to("13900000001").await) && !done(house.messages_to("13900000002").await));
}
