//! Families never cross: with one person beside her, an assistant tries every door with every name of others' things.

use crate::common::TestSite;
use crate::table::{acts, at_table, begin, hire, ready_draft, same};
use app::routes::{Body, DOORS, Method};
use domain::ids::{DraftId, PersonId};

/// Names of somebody else's things, by their place in a path.
async fn things_of(site: &TestSite, person: &str) -> (String, Vec<(&'static str, String)>) {
    let draft = ready_draft(site, person).await;
    let paper = site.world.store.draft(&DraftId::new(&draft)).await.unwrap().unwrap().papers[0].id.to_string();
    // A case of hers that waits for papers, so that answering it would be possible for somebody with a right to it.
    let mut worker = at_table(site, if person == "ma" { "a2" } else { "a1" }).await;
    begin(site, &mut worker, person).await;
    same(&mut worker).await;
    worker.open("/assist/person").await;
    let reference = crate::table::file(&mut worker).await;
    worker.open("/assist").await;
    worker.post("/staff/intake/end", &[]).await;
    let second = ready_draft(site, person).await;
    let assisted = site.world.store.assisted_of(&PersonId::new(person), 1).await.unwrap().remove(0).id.to_string();
    let notice = site.world.store.notices(&PersonId::new(person), 1).await.unwrap().remove(0).id.to_string();
    let names = vec![
        ("{draft}", second),
        ("{reference}", reference.clone()),
        ("{paper}", paper),
        ("{person}", person.to_owned()),
        ("{assisted}", assisted),
        ("{notice}", notice),
        ("{item}", "out-of-area".to_owned()),
        ("{step}", "kind".to_owned()),
        ("{material}", "household-first-page".to_owned()),
        ("{grant}", "grant".to_owned()),
        ("{slip}", "slip".to_owned()),
        ("{staff}", "staff-v1".to_owned()),
        ("{act}", "take".to_owned()),
    ];
    (reference, names)
}

/// `user` has `beside` with her and tries everything of `other`.
async fn never_reaches(site: &TestSite, user: &str, beside: &str, other: &str) {
    let (reference, names) = things_of(site, other).await;
    let before = (acts(site, other).await, site.world.store.drafts_of(&PersonId::new(other)).await.unwrap());
    let case = site.world.store.case_by_reference(&reference).await.unwrap().unwrap();
    let name = site.person(other).await.name;
    let mut worker = at_table(site, user).await;
    begin(site, &mut worker, beside).await;
    same(&mut worker).await;
    let csrf = worker.open("/assist/person").await.value_of("csrf").unwrap();
    for door in DOORS.iter().filter(|d| {
        d.path.contains("{draft}")
            || d.path.contains("{reference}")
            || d.path.contains("{paper}")
            || d.path.contains("{person}")
            || d.path.contains("{assisted}")
            || d.path.contains("{notice}")
    }) {
        let path = names.iter().fold(door.path.to_owned(), |path, (gap, value)| path.replace(gap, value));
        let fields: Vec<(String, String)> =
            [("csrf", csrf.as_str()), ("once", path.as_str()), ("person", other), ("kind", "emergency"), ("card", "yes")]
                .map(|(n, v)| (n.to_owned(), v.to_owned()))
                .into();
        let page = match (door.method, door.body) {
            (Method::Get, _) => worker.get(&path).await,
            (Method::Post, Body::File) => continue,
            (Method::Post, _) => worker.post_raw(&path, &fields).await,
        };
        assert!([403, 404].contains(&page.status), "{:?} {path}: {} {:?}", door.method, page.status, page.location);
        page.must_not_say(name.as_str());
        page.must_not_say(&reference);
    }
    // Her own number in the hidden field changes hands only with a new look at card and face.
    let number = site.person(other).await.id_number.plain().to_owned();
    let fields: Vec<(String, String)> = [("csrf", csrf.as_str()), ("id_number", &number)].map(|(n, v)| (n.to_owned(), v.to_owned())).into();
    let page = worker.post_raw("/assist/begin", &fields).await;
    assert!([403, 422].contains(&page.status), "{} {:?}", page.status, page.location);
    worker.open("/assist/person").await.must_say(&site.person(beside).await.name.masked());
    assert_eq!(before.1, site.world.store.drafts_of(&PersonId::new(other)).await.unwrap(), "nothing of hers has changed");
    assert_eq!(case, site.world.store.case_by_reference(&reference).await.unwrap().unwrap());
    let written = acts(site, other).await;
    let new: Vec<_> = written.iter().take(written.len() - before.0.len()).collect();
    assert!(new.iter().all(|act| *act == "refused"), "{new:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_families_of_one_village_never_cross() {
    let site = TestSite::new().await;
    hire(&site).await;
    never_reaches(&site, "a1", "wang", "tie").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_villages_never_cross_in_either_direction() {
    let site = TestSite::new().await;
    hire(&site).await;
    never_reaches(&site, "a1", "wang", "ma").await;
    let site = TestSite::new().await;
    hire(&site).await;
    never_reaches(&site, "a2", "ma", "tie").await;
}
