//! What every `Store` promises about findings, about merged records of one person and about who was busy lately.

use super::records::*;
use app::ports::*;
use domain::case::PaperRef;
use domain::family::watch::{Finding, Pattern, Seen};
use domain::family::{Grant, GrantState};
use domain::ids::*;
use domain::ledger::By;

async fn people(store: &AnyStore, names: &[&str]) {
    let all = names.iter().enumerate().map(|(n, name)| save_person(person(name, 100 + n as u16))).collect();
    store.commit(all).await.unwrap();
}

fn finding(id: &str, pattern: Pattern, about: &str, second: i64) -> Finding {
    let seen = Seen::of_grants(pattern, PersonId::new(about), [GrantId::new("g")].into(), 4);
    Finding::new(FindingId::new(id), seen, at(second))
}

pub async fn a_finding_is_one_per_pattern_and_person_and_waits_on_top(store: AnyStore) {
    people(&store, &["elder", "h1"]).await;
    let save = |finding: Finding| vec![Change::SaveFinding(Box::new(finding))];
    store.commit(save(finding("a", Pattern::ManyElders, "h1", 5))).await.unwrap();
    store.commit(save(finding("b", Pattern::ManyDisputes, "h1", 3))).await.unwrap();
    assert!(is_conflict(&store.commit(save(finding("c", Pattern::ManyElders, "h1", 9))).await), "seen already");
    assert!(store.commit(save(finding("d", Pattern::ManyElders, "nobody", 9))).await.is_err());
    let mut first = store.finding_by_key(&finding("a", Pattern::ManyElders, "h1", 5).key()).await.unwrap().unwrap();
    assert_eq!((first.id.as_str(), first.version), ("a", 1));
    first.open = false;
    store.commit(save(first.clone())).await.unwrap();
    assert!(is_conflict(&store.commit(save(first)).await), "an old version");
    let order: Vec<String> = store.findings(9).await.unwrap().into_iter().map(|f| f.id.0).collect();
    assert_eq!(order, ["b", "a"], "what waits comes first");
    assert_eq!(store.findings(1).await.unwrap().len(), 1);
    assert!(!store.finding(&FindingId::new("a")).await.unwrap().unwrap().open);
    assert_eq!(store.finding(&FindingId::new("x")).await.unwrap(), None);
}

pub async fn whoever_asks_for_a_merged_record_finds_the_one_that_stays(store: AnyStore) {
    people(&store, &["goes", "stays", "third", "asker"]).await;
    let (goes, stays, third) = (PersonId::new("goes"), PersonId::new("stays"), PersonId::new("third"));
    let by = By::Herself(goes.clone());
    let kept = PaperRef {
        id: PaperId::new("p"),
        material: "m".into(),
        mime: "image/png".into(),
        size: 1,
        added_at: at(0),
        added_by: by,
        earlier: None,
    };
    let mut hers = draft("d", "goes");
    hers.papers = vec![kept];
    let block = Change::BlockAsker { elder: goes.clone(), asker: PersonId::new("asker"), at: at(1) };
    store.commit(vec![save_draft(hers), block, line("goes", "submit_case", 0), line("stays", "sign-in", 1)]).await.unwrap();
    let merge = |goes: &PersonId, stays: &PersonId| {
        let record = merge_record(goes, stays);
        vec![Change::MergePerson { record: Box::new(record), grants: Default::default() }]
    };
    assert_eq!(store.merged_into(&goes).await.unwrap(), None);
    store.commit(merge(&goes, &stays)).await.unwrap();

    assert_eq!(store.merged_into(&goes).await.unwrap(), Some(stays.clone()));
    assert_eq!(store.person_by_number(&number(100)).await.unwrap().unwrap().id, stays);
    assert_eq!(store.person_by_number(&number(101)).await.unwrap().unwrap().id, stays);
    let area = AreaCode::new("99");
    let found = store.find_people(&area, person("goes", 100).name.as_str(), 9).await.unwrap();
    assert!(found.iter().all(|p| p.id != goes), "{found:?}");
    assert_eq!(store.paper_owner(&PaperId::new("p")).await.unwrap().unwrap().subject, stays);
    assert_eq!(store.blocked_askers(&stays).await.unwrap(), [PersonId::new("asker")]);
    let acts: Vec<String> = store.ledger_of(&stays, 9).await.unwrap().into_iter().map(|row| row.line.act).collect();
    assert_eq!(acts, ["sign-in", "submit_case"], "what was written down under the other record is hers");
    assert!(is_conflict(&store.commit(merge(&goes, &third)).await), "merged already");
    assert!(is_conflict(&store.commit(merge(&third, &goes)).await), "into nothing that is gone");
    store.commit(merge(&stays, &third)).await.unwrap();
    assert_eq!(store.merged_into(&goes).await.unwrap(), Some(third), "one step leads to whoever stays");
}

fn merge_record(goes: &PersonId, stays: &PersonId) -> MergeRecord {
    let (goes, stays, by) = (goes.clone(), stays.clone(), StaffId::new("s"));
    MergeRecord { goes, stays, at: at(2), by, phone: None, alive: true, followed: vec![], moved: Moved::default() }
}

pub async fn a_merge_counts_on_the_grants_it_has_seen_and_leaves_nothing_behind(store: AnyStore) {
    people(&store, &["goes", "stays", "h1", "h2"]).await;
    let (goes, stays) = (PersonId::new("goes"), PersonId::new("stays"));
    let merge = |seen: &[&str]| Change::MergePerson {
        record: Box::new(merge_record(&goes, &stays)),
        grants: seen.iter().map(|id| GrantId::new(*id)).collect(),
    };
    store.commit(vec![save_grant(grant("g1", "stays", "h1", GrantState::Active))]).await.unwrap();
    assert!(is_conflict(&store.commit(vec![merge(&[])]).await), "a grant came after it had looked");
    assert!(is_conflict(&store.commit(vec![merge(&["g1", "g2"])]).await), "a grant is gone");
    store.commit(vec![save_draft(draft("late", "goes"))]).await.unwrap();
    let nothing_left = Change::NothingLeft(goes.clone());
    assert!(is_conflict(&store.commit(vec![merge(&["g1"]), nothing_left.clone()]).await), "a draft would be stranded");
    assert_eq!(store.merged_into(&goes).await.unwrap(), None);
    let late = store.belongings(&goes).await.unwrap().drafts.remove(0);
    let follows = domain::case::Draft { subject: stays.clone(), ..late };
    store.commit(vec![merge(&["g1"]), save_draft(follows), nothing_left]).await.unwrap();
    assert_eq!(store.merges_into(&stays).await.unwrap(), [merge_record(&goes, &stays)]);
    for stranded in [
        save_draft(draft("after", "goes")),
        save_case(case("after", "goes")),
        save_grant(grant("after", "h2", "goes", GrantState::Requested)),
    ] {
        assert!(is_conflict(&store.commit(vec![stranded]).await), "a request that was under way");
    }
}

pub async fn parted_records_are_found_by_their_own_numbers_and_keep_away_whom_either_did(store: AnyStore) {
    people(&store, &["first", "goes", "stays", "asker"]).await;
    let (first, goes, stays, asker) = (PersonId::new("first"), PersonId::new("goes"), PersonId::new("stays"), PersonId::new("asker"));
    let merge = |record: &MergeRecord| Change::MergePerson { record: Box::new(record.clone()), grants: Default::default() };
    let record = MergeRecord { followed: vec![first.clone()], ..merge_record(&goes, &stays) };
    store.commit(vec![merge(&merge_record(&first, &goes))]).await.unwrap();
    store.commit(vec![merge(&record), Change::BlockAsker { elder: stays.clone(), asker: asker.clone(), at: at(3) }]).await.unwrap();
    let part = vec![Change::PartPerson(Box::new(record))];
    store.commit(part.clone()).await.unwrap();
    assert_eq!(store.merged_into(&goes).await.unwrap(), None);
    assert_eq!(store.merged_into(&first).await.unwrap(), Some(goes.clone()), "who was merged before follows back");
    assert_eq!(store.person_by_number(&number(101)).await.unwrap().unwrap().id, goes);
    for elder in [&goes, &stays] {
        assert_eq!(store.blocked_askers(elder).await.unwrap(), std::slice::from_ref(&asker), "{elder}");
    }
    assert!(is_conflict(&store.commit(part).await), "parted already");
}

pub async fn busy_helpers_are_found_page_by_page(store: AnyStore) {
    people(&store, &["elder", "h1", "h2", "h3", "h4"]).await;
    let asked = |id: &str, helper: &str, second: i64, state| Grant { asked_at: at(second), ..grant(id, "elder", helper, state) };
    let all = [
        asked("a", "h1", 10, GrantState::Requested),
        asked("b", "h1", 20, GrantState::Refused),
        asked("c", "h2", 5, GrantState::Disputed),
        asked("d", "h3", 5, GrantState::Active),
        asked("e", "h4", 30, GrantState::Ended),
    ];
    store.commit(all.into_iter().map(|g| Change::SaveGrant(Box::new(g))).collect()).await.unwrap();
    let found = async |after: &str, limit: u64| {
        let page = store.helpers_since(at(10), after, limit).await.unwrap();
        page.into_iter().map(|id| id.0).collect::<Vec<_>>()
    };
    assert_eq!(found("", 9).await, ["h1", "h2", "h4"], "once each; the disputed one also when it is old");
    assert_eq!(found("", 2).await, ["h1", "h2"]);
    assert_eq!(found("h2", 2).await, ["h4"]);
    assert!(found("h4", 2).await.is_empty());
}
