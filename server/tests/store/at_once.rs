//! What every `Store` promises when fifty people press at the same moment.

use super::records::*;
use app::ports::*;
use domain::case::CaseState;
use domain::ids::*;
use std::collections::BTreeSet;

const MANY: usize = 50;

/// Commits each list in a task of its own, all begun before any is awaited.
pub async fn at_once(store: &AnyStore, lists: Vec<Vec<Change>>) -> Vec<PortResult<()>> {
    let tasks: Vec<_> = lists
        .into_iter()
        .map(|changes| {
            let store = store.clone();
            tokio::spawn(async move { store.commit(changes).await })
        })
        .collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.unwrap());
    }
    results
}

fn winners(results: &[PortResult<()>]) -> usize {
    assert!(results.iter().all(|r| r.is_ok() || is_conflict(r)), "{results:?}");
    results.iter().filter(|r| r.is_ok()).count()
}

pub async fn one_form_key_is_used_once_by_fifty_at_once(store: AnyStore) {
    with_people(&store).await;
    let lists = (0..MANY).map(|n| {
        let id = format!("c{n}");
        let once = Change::Once { key: "form".into(), location: format!("/cases/{id}"), at: at(0) };
        vec![save_case(case(&id, "elder")), line("elder", "submit_case", 0), once]
    });
    let results = at_once(&store, lists.collect()).await;
    assert_eq!(winners(&results), 1);
    let cases = store.cases_of(&PersonId::new("elder"), 100).await.unwrap();
    assert_eq!(cases.len(), 1, "two taps, one case");
    let location = store.once("form").await.unwrap().unwrap();
    assert_eq!(location, format!("/cases/{}", cases[0].id));
    assert_eq!(store.ledger_of(&PersonId::new("elder"), 100).await.unwrap().len(), 1);
}

pub async fn one_of_fifty_saves_of_one_version_wins(store: AnyStore) {
    with_people(&store).await;
    store.commit(vec![save_case(case("c", "elder"))]).await.unwrap();
    let read = store.case(&CaseId::new("c")).await.unwrap().unwrap();
    let lists = (0..MANY).map(|n| {
        let mut mine = read.clone();
        mine.state = CaseState::AtTownship;
        mine.commitment = Some(format!("writer {n}"));
        vec![save_case(mine)]
    });
    let results = at_once(&store, lists.collect()).await;
    assert_eq!(winners(&results), 1);
    let winner = results.iter().position(|r| r.is_ok()).unwrap();
    let kept = store.case(&CaseId::new("c")).await.unwrap().unwrap();
    assert_eq!((kept.version, kept.commitment), (2, Some(format!("writer {winner}"))));
}

pub async fn fifty_at_once_write_fifty_ledger_lines_without_a_gap(store: AnyStore) {
    let lists = (0..MANY).map(|n| vec![line("elder", &format!("act_{n}"), 1), line("elder", &format!("more_{n}"), 1)]);
    let results = at_once(&store, lists.collect()).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let rows = store.ledger_of(&PersonId::new("elder"), 1000).await.unwrap();
    let numbers: BTreeSet<_> = rows.iter().map(|r| r.seq).collect();
    assert_eq!(numbers, (1..=2 * MANY as i64).collect());
    let acts: BTreeSet<_> = rows.iter().map(|r| r.line.act.clone()).collect();
    assert_eq!(acts.len(), 2 * MANY);
}

pub async fn fifty_guesses_at_once_count_one_by_one(store: AnyStore) {
    store.commit(vec![Change::PutCode(code("k", "who", 0))]).await.unwrap();
    let lists = (0..MANY).map(|_| vec![Change::PutCode(SentCode { tries: 1, ..code("k", "who", 0) })]);
    assert_eq!(winners(&at_once(&store, lists.collect()).await), 1);
    let lists = (0..MANY).map(|_| vec![Change::PutCode(SentCode { tries: 1, used: true, ..code("k", "who", 0) })]);
    assert_eq!(winners(&at_once(&store, lists.collect()).await), 1);
}

pub async fn ending_and_beginning_sessions_at_once_leaves_whole_records(store: AnyStore) {
    let lists = (0..MANY).map(|n| match n % 2 {
        0 => vec![put_session(resident_session(&format!("s{n}"), "elder", Some("g"), 1))],
        _ => vec![Change::EndSessionsOfPerson { person: PersonId::new("elder"), keep: None }],
    });
    let results = at_once(&store, lists.collect()).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert!(store.sessions_of(&PersonId::new("elder")).await.unwrap().len() <= MANY / 2);
    let all = Change::EndSessionsOfPerson { person: PersonId::new("elder"), keep: None };
    store.commit(vec![all]).await.unwrap();
    assert_eq!(store.sessions_of(&PersonId::new("elder")).await.unwrap(), vec![]);
}
