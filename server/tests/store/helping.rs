//! The list of helped people, their pictures, and what could not be sent.

use super::records::*;
use app::ports::*;
use domain::catalog::ItemCode;
use domain::family::{Agreement, Ended, Grant, GrantState, Party, Portrait};
use domain::ids::*;
use domain::person::Name;

async fn people(store: &AnyStore, names: &[&str]) {
    let all = names.iter().zip(200..).map(|(id, order)| save_person(person(id, order))).collect();
    store.commit(all).await.unwrap();
}

fn agreed(id: &str, elder: &str, helper: &str, asked: i64, state: GrantState) -> Change {
    let ended = state.over().then(|| Ended { at: at(asked), by: Party::Elder, why: Default::default() });
    let agreement = Some(Agreement::OwnPhone { at: at(asked) });
    save_grant(Grant { asked_at: at(asked), agreement, ended, ..grant(id, elder, helper, state) })
}

async fn listed(store: &AnyStore, helper: &str, since: i64, name: Option<&str>, skip: u64, limit: u64) -> (Vec<String>, u64) {
    let helper = PersonId::new(helper);
    let name = name.map(|n| Name::parse(n).unwrap());
    let wanted = Helped { helper: &helper, ended_since: at(since), name: name.as_ref(), skip, limit };
    let (grants, count) = store.helped(&wanted).await.unwrap();
    (grants.into_iter().map(|g| g.id.0).collect(), count)
}

pub async fn a_helper_finds_those_whom_she_helps_what_runs_first(store: AnyStore) {
    people(&store, &["h", "other", "e1", "e2", "e3", "e4", "e5"]).await;
    let asked = |id: &str, elder: &str, state| save_grant(Grant { asked_at: at(9), ..grant(id, elder, "h", state) });
    store
        .commit(vec![
            agreed("old-end", "e1", "h", 1, GrantState::Ended),
            agreed("new-end", "e1", "h", 50, GrantState::Ended),
            agreed("expired", "e2", "h", 40, GrantState::Expired),
            agreed("runs", "e3", "h", 10, GrantState::Active),
            agreed("newest", "e4", "h", 20, GrantState::Paused),
            agreed("disputed", "e5", "h", 15, GrantState::Disputed),
            asked("waits", "e1", GrantState::Requested),
            asked("refused", "e2", GrantState::Refused),
            agreed("not-mine", "e3", "other", 30, GrantState::Active),
        ])
        .await
        .unwrap();
    let all = ["newest", "disputed", "runs", "new-end", "expired"].map(str::to_owned).to_vec();
    assert_eq!(listed(&store, "h", 30, None, 0, 10).await, (all.clone(), 5));
    assert_eq!(listed(&store, "h", 30, None, 1, 2).await, (all[1..3].to_vec(), 5), "one page of many");
    assert_eq!(listed(&store, "h", 30, None, 5, 2).await, (vec![], 5), "behind the last");
    assert_eq!(listed(&store, "h", 0, None, 0, 10).await.1, 6, "what ended is listed for a while");
    assert_eq!(listed(&store, "nobody", 0, None, 0, 10).await, (vec![], 0));
    // From before it was written down when a grant ended: nobody can say that it was long ago.
    let unsaid = Grant { agreement: Some(Agreement::OwnPhone { at: at(1) }), ..grant("unsaid", "e1", "h", GrantState::Ended) };
    store.commit(vec![save_grant(unsaid)]).await.unwrap();
    assert_eq!(listed(&store, "h", 99, None, 0, 10).await.0.last().map(String::as_str), Some("unsaid"));
}

pub async fn one_of_many_is_found_by_her_whole_name(store: AnyStore) {
    people(&store, &["h", "e1"]).await;
    let named = Person { name: Name::parse("阿依古丽·麦麦提").unwrap(), ..person("e2", 220) };
    let stranger = Person { name: Name::parse("阿依古丽·麦麦提").unwrap(), ..person("e3", 221) };
    store.commit(vec![save_person(named), save_person(stranger)]).await.unwrap();
    let both = vec![agreed("one", "e1", "h", 1, GrantState::Active), agreed("two", "e2", "h", 2, GrantState::Active)];
    store.commit(both).await.unwrap();
    assert_eq!(listed(&store, "h", 0, Some("阿依古丽•麦麦提"), 0, 10).await, (vec!["two".to_owned()], 1));
    assert_eq!(listed(&store, "h", 0, Some("阿依古丽"), 0, 10).await, (vec![], 0), "half a name is no key");
}

pub async fn many_people_are_read_in_one_question(store: AnyStore) {
    people(&store, &["e1", "e2", "e3"]).await;
    let ids = ["e3", "nobody", "e1"].map(PersonId::new);
    let mut found: Vec<_> = store.people(&ids).await.unwrap().into_iter().map(|p| p.id.0).collect();
    found.sort();
    assert_eq!(found, ["e1", "e3"]);
    assert!(store.people(&[]).await.unwrap().is_empty());
}

pub async fn a_picture_is_kept_for_the_helper_who_chose_it(store: AnyStore) {
    people(&store, &["h", "other", "e1", "e2"]).await;
    let put =
        |helper: &str, elder: &str, portrait| Change::PutPortrait { helper: PersonId::new(helper), elder: PersonId::new(elder), portrait };
    let ids = ["e1", "e2"].map(PersonId::new);
    let of = async |helper: &str| store.portraits(&PersonId::new(helper), &ids).await.unwrap();
    store.commit(vec![put("h", "e1", Some(Portrait::OldManCap)), put("h", "e1", Some(Portrait::OldWomanBun))]).await.unwrap();
    assert_eq!(of("h").await, [(ids[0].clone(), Portrait::OldWomanBun)].into());
    assert!(of("other").await.is_empty());
    assert!(store.portraits(&PersonId::new("h"), &[]).await.unwrap().is_empty());
    store.commit(vec![put("h", "e1", None), put("h", "e2", None)]).await.unwrap();
    assert!(of("h").await.is_empty());
    let nobody = store.commit(vec![put("h", "nobody", Some(Portrait::Boy))]).await;
    assert!(matches!(nobody, Err(PortError::Damaged(_))), "{nobody:?}");
}

pub async fn what_could_not_be_sent_waits_for_its_helper_and_goes_in_time(store: AnyStore) {
    people(&store, &["h", "other"]).await;
    let unsent = |id: &str, helper: &str, typed: &str, when: i64| Unsent {
        id: id.to_owned(),
        helper: PersonId::new(helper),
        grant: GrantId::new("g"),
        item: ItemCode::OutOfArea,
        step: "city".into(),
        form: vec![("city-own".into(), typed.into())],
        at: at(when),
    };
    let put = |u: Unsent| Change::PutUnsent(Box::new(u));
    let again = unsent("one", "h", "慢灯市", 5);
    store
        .commit(vec![
            put(unsent("one", "h", "云梯市", 1)),
            put(again.clone()),
            put(unsent("two", "h", "x", 2)),
            put(unsent("three", "other", "y", 9)),
        ])
        .await
        .unwrap();
    assert_eq!(store.unsent("one").await.unwrap(), Some(again.clone()), "the newer text of one page");
    let of = async |who: &str| store.unsent_of(&PersonId::new(who)).await.unwrap().into_iter().map(|u| u.id).collect::<Vec<_>>();
    assert_eq!(of("h").await, ["one", "two"], "newest first");
    store.commit(vec![Change::Clear { what: Served::Unsent, before: at(3) }]).await.unwrap();
    assert_eq!(of("h").await, ["one"]);
    store.commit(vec![Change::EndUnsent("one".into()), Change::EndUnsent("one".into())]).await.unwrap();
    assert_eq!(store.unsent("one").await.unwrap(), None);
    assert_eq!(of("other").await, ["three"]);
}
