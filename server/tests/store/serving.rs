//! What every `Store` promises about texts on their way and about what has served its time.

use super::records::*;
use app::ports::*;
use domain::ids::*;
use domain::notice::way::Way;

fn sms(id: &str, second: i64) -> Change {
    Change::PutSms(Box::new(OutboxSms {
        id: id.into(),
        to: phone(PHONE),
        text: format!("text {id}"),
        purpose: "notice".into(),
        at: at(second),
    }))
}

async fn due(store: &AnyStore, second: i64) -> Vec<(String, u32)> {
    let all = store.texts_due(at(second), 10).await.unwrap();
    all.into_iter().map(|text| (text.sms.id, text.tries)).collect()
}

pub async fn a_text_waits_until_it_is_sent_or_given_up(store: AnyStore) {
    let of = |id: &str, tries: u32| (id.to_owned(), tries);
    store.commit(vec![sms("b", 2), sms("a", 1), sms("later", 9)]).await.unwrap();
    assert_eq!(due(&store, 5).await, [of("a", 0), of("b", 0)], "the longest waiting first");
    assert_eq!(store.texts_due(at(5), 1).await.unwrap()[0].sms.text, "text a");
    let sent = Change::TextSent { id: "a".into(), at: at(5) };
    let failed = |tries: u32, next: Option<i64>| Change::TextNotSent { id: "b".into(), tries, next: next.map(at), at: at(5) };
    store.commit(vec![sent, failed(1, Some(7))]).await.unwrap();
    assert_eq!(due(&store, 6).await, vec![]);
    assert_eq!(due(&store, 7).await, [of("b", 1)]);
    assert_eq!(store.texts_counted().await.unwrap(), TextCount { waiting: 2, failed: 0, unknown: 0 });
    store.commit(vec![failed(2, None)]).await.unwrap();
    assert_eq!(due(&store, 99).await, [of("later", 0)]);
    assert_eq!(store.texts_counted().await.unwrap(), TextCount { waiting: 1, failed: 1, unknown: 0 });
    assert_eq!(store.outbox(10).await.unwrap().len(), 3, "whoever looks at the outbox still sees them");
}

pub async fn a_text_in_the_gateway_s_hands_is_unknown_until_it_answers(store: AnyStore) {
    store.commit(vec![sms("a", 1), sms("b", 1)]).await.unwrap();
    let handed = |id: &str| Change::TextHanded { id: id.into(), at: at(2) };
    store.commit(vec![handed("a"), handed("b")]).await.unwrap();
    assert_eq!(due(&store, 99).await, vec![]);
    assert_eq!(store.texts_counted().await.unwrap(), TextCount { waiting: 0, failed: 0, unknown: 2 });
    assert_eq!(store.texts_unanswered(at(2), 9).await.unwrap(), [], "not yet");
    let ids = |texts: Vec<DueText>| texts.into_iter().map(|text| text.sms.id).collect::<Vec<_>>();
    assert_eq!(ids(store.texts_unanswered(at(3), 9).await.unwrap()), ["a", "b"]);
    assert_eq!(ids(store.texts_unanswered(at(3), 1).await.unwrap()), ["a"]);
    let answered =
        [Change::TextSent { id: "a".into(), at: at(3) }, Change::TextNotSent { id: "b".into(), tries: 1, next: Some(at(4)), at: at(3) }];
    store.commit(answered.into()).await.unwrap();
    assert_eq!(store.texts_counted().await.unwrap(), TextCount { waiting: 1, failed: 0, unknown: 0 });
    assert_eq!(store.texts_unanswered(at(99), 9).await.unwrap(), []);
}

pub async fn what_no_gateway_takes_goes_to_her_village_desk(store: AnyStore) {
    let village = AreaCode::new("990101001001");
    store.commit(vec![Change::SavePerson(Box::new(person("elder", 2)))]).await.unwrap();
    store.commit(vec![sms("n", 1), Change::PutNotice(Box::new(notice("n", "elder", 1)))]).await.unwrap();
    assert_eq!(store.undelivered(&village, 9).await.unwrap(), vec![]);
    store.commit(vec![Change::TextNotSent { id: "n".into(), tries: 8, next: None, at: at(5) }]).await.unwrap();
    let there = store.undelivered(&village, 9).await.unwrap();
    assert_eq!(there.iter().map(|n| (n.id.as_str(), n.way)).collect::<Vec<_>>(), [("n", Way::Hand)]);
}

fn session(id: &str, of: SessionOf, seen: i64) -> Change {
    put_session(Session { of, ..resident_session(id, "", None, seen) })
}

/// One of each kind, last used at this moment.
fn one_of_each(name: &str, second: i64) -> Vec<Change> {
    let visitor = SessionOf::Visitor(SignInFlow::default());
    let clerk = SessionOf::Staff { staff: StaffId::new("clerk"), present: None };
    vec![
        Change::PutCode(code(&format!("code {name}"), name, second)),
        Change::Attempt { kind: "sign-in".into(), who: name.into(), at: at(second) },
        Change::Once { key: format!("once {name}"), location: "/".into(), at: at(second) },
        session(&format!("visitor {name}"), visitor, second),
        session(&format!("staff {name}"), clerk, second),
        put_session(resident_session(&format!("resident {name}"), "elder", None, second)),
        Change::PutOwnPhone(OwnPhone { id: format!("own {name}"), person: PersonId::new("elder"), since: at(second) }),
        sms(&format!("sms {name}"), second),
        sms(&format!("unsent {name}"), second),
        Change::TextSent { id: format!("sms {name}"), at: at(second) },
    ]
}

/// Which of the kinds are still there, in the order of the list above.
async fn there(store: &AnyStore, name: &str) -> [bool; 9] {
    let session = async |kind: &str| store.session(&SessionId::new(format!("{kind} {name}"))).await.unwrap().is_some();
    let texts = store.outbox(100).await.unwrap();
    let text = |kind: &str| texts.iter().any(|sms| sms.id == format!("{kind} {name}"));
    [
        !store.codes(name, "sign-in", at(-9_999_999)).await.unwrap().is_empty(),
        store.attempts("sign-in", name, at(-9_999_999)).await.unwrap() > 0,
        store.once(&format!("once {name}")).await.unwrap().is_some(),
        session("visitor").await,
        session("staff").await,
        session("resident").await,
        store.own_phone(&format!("own {name}")).await.unwrap().is_some(),
        text("sms"),
        text("unsent"),
    ]
}

pub async fn what_has_served_its_time_goes_and_nothing_else(store: AnyStore) {
    with_people(&store).await;
    store.commit(one_of_each("old", 9)).await.unwrap();
    store.commit(one_of_each("new", 10)).await.unwrap();
    let kinds = [
        Served::Codes,
        Served::Attempts,
        Served::OnceKeys,
        Served::VisitorSessions,
        Served::StaffSessions,
        Served::ResidentSessions,
        Served::OwnPhones,
        Served::SentTexts,
        Served::Texts,
    ];
    for (place, what) in kinds.into_iter().enumerate() {
        let mut expected = [true; 9];
        expected[..=place].fill(false);
        for _ in 0..2 {
            store.commit(vec![Change::Clear { what, before: at(10) }]).await.unwrap();
            assert_eq!(there(&store, "old").await, expected, "after {what:?}");
        }
    }
    assert_eq!(there(&store, "new").await, [true; 9]);
    assert_eq!(store.texts_counted().await.unwrap(), TextCount { waiting: 1, failed: 0, unknown: 0 });
    assert!(store.person(&PersonId::new("elder")).await.unwrap().is_some());
}

pub async fn what_was_typed_is_forgotten_and_the_session_stays(store: AnyStore) {
    let typed = |id: &str, second: i64| {
        let stash = Some(Stash { path: "/file".into(), form: vec![("address".into(), ANSWER.into())] });
        put_session(Session { stash, ..resident_session(id, "elder", None, second) })
    };
    let seen = Change::TouchSession { id: SessionId::new("old"), at: at(99) };
    store.commit(vec![typed("old", 9), typed("new", 10), seen]).await.unwrap();
    for _ in 0..2 {
        store.commit(vec![Change::Clear { what: Served::Stashes, before: at(10) }]).await.unwrap();
        let old = store.session(&SessionId::new("old")).await.unwrap().unwrap();
        assert_eq!(old, resident_session("old", "elder", None, 99));
        let new = store.session(&SessionId::new("new")).await.unwrap().unwrap();
        assert_eq!(new.stash.unwrap().form.len(), 1);
    }
}

pub async fn how_a_person_wants_her_pages_is_kept_once_and_sealed_under_her_name(store: AnyStore) {
    use domain::comfort::{Comfort, TextSize, Theme};
    let keep = |id: &str, comfort| Change::KeepComfort(KeptComfort { person: PersonId::new(id), comfort });
    store.commit(vec![Change::SavePerson(Box::new(person("elder", 2)))]).await.unwrap();
    assert_eq!(store.comfort_of(&PersonId::new("elder")).await.unwrap(), None);
    for size in [TextSize::Three, TextSize::Five] {
        let comfort = Comfort { size, theme: Theme::Dark, ..Comfort::default() };
        store.commit(vec![keep("elder", comfort)]).await.unwrap();
        assert_eq!(store.comfort_of(&PersonId::new("elder")).await.unwrap(), Some(comfort));
    }
    assert!(store.commit(vec![keep("nobody", Comfort::default())]).await.is_err());
}
