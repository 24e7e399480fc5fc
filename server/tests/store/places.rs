//! Places of families: limits that hold however many press at once, requests that are kept away, renewals.

use super::at_once::at_once;
use super::records::*;
use app::ports::*;
use domain::family::{Agreement, Grant, GrantState, LimitHit};
use domain::ids::*;
use domain::refusal::Refusal;
use jiff::Timestamp;

const MANY: usize = 50;

fn limits(per_elder: u16, per_helper: u16, per_month: u16) -> domain::region::FamilyLimits {
    let mut limits = World::fake().world.region.family.clone();
    limits.helpers_per_elder.value = per_elder;
    limits.elders_per_helper.value = per_helper;
    limits.new_helpers_per_month.value = per_month;
    limits
}

fn agreed(id: &str, elder: &str, helper: &str) -> Grant {
    Grant { agreement: Some(Agreement::OwnPhone { at: at(100) }), ..grant(id, elder, helper, GrantState::Active) }
}

fn takes(grant: Grant, limits: &domain::region::FamilyLimits) -> Vec<Change> {
    let place =
        Place { elder: grant.elder.clone(), helper: grant.helper.clone(), limits: limits.clone(), month_from: Timestamp::UNIX_EPOCH };
    vec![Change::TakePlace(Box::new(place)), Change::SaveGrant(Box::new(grant))]
}

async fn people(store: &AnyStore, names: impl Iterator<Item = String>) {
    let all = names.enumerate().map(|(n, name)| Change::SavePerson(Box::new(person(&name, 100 + n as u16)))).collect();
    store.commit(all).await.unwrap();
}

/// How many got a place. Nobody else may fail for another reason.
async fn winners(store: &AnyStore, lists: Vec<Vec<Change>>, hit: LimitHit) -> usize {
    let results = at_once(store, lists).await;
    let expected = |r: &PortResult<()>| r.is_ok() || matches!(r, Err(PortError::NoPlace(no)) if *no == hit);
    assert!(results.iter().all(expected), "{results:?}");
    results.iter().filter(|r| r.is_ok()).count()
}

pub async fn of_fifty_helpers_at_once_no_more_get_a_place_than_there_are(store: AnyStore) {
    people(&store, std::iter::once("elder".to_owned()).chain((0..MANY).map(|n| format!("h{n}")))).await;
    let limits = limits(2, 5, 6);
    let lists = (0..MANY).map(|n| takes(agreed(&format!("g{n}"), "elder", &format!("h{n}")), &limits)).collect();
    assert_eq!(winners(&store, lists, LimitHit::HelpersOfElder).await, 2);
    assert_eq!(store.grants_by_elder(&PersonId::new("elder")).await.unwrap().len(), 2);
}

pub async fn a_helper_helps_no_more_elders_than_she_may_however_many_agree_at_once(store: AnyStore) {
    people(&store, std::iter::once("helper".to_owned()).chain((0..MANY).map(|n| format!("e{n}")))).await;
    let limits = limits(2, 5, 60);
    let lists = (0..MANY).map(|n| takes(agreed(&format!("g{n}"), &format!("e{n}"), "helper"), &limits)).collect();
    assert_eq!(winners(&store, lists, LimitHit::EldersOfHelper).await, 5);
    assert_eq!(store.grants_by_helper(&PersonId::new("helper")).await.unwrap().len(), 5);
}

pub async fn a_newer_grant_of_the_same_two_takes_no_second_place(store: AnyStore) {
    people(&store, ["elder", "others", "h1", "h2", "h3"].map(str::to_owned).into_iter()).await;
    let limits = limits(2, 5, 1);
    for (id, helper) in [("g1", "h1"), ("g2", "h2"), ("g3", "h1")] {
        store.commit(takes(agreed(id, "elder", helper), &limits)).await.unwrap();
    }
    let third = store.commit(takes(agreed("g4", "elder", "h3"), &limits)).await;
    assert!(matches!(third, Err(PortError::NoPlace(LimitHit::HelpersOfElder))), "{third:?}");
    // One that ended gives its place free, but not its share of the month.
    for id in ["g1", "g3"] {
        let mut over = store.grant(&GrantId::new(id)).await.unwrap().unwrap();
        over.state = GrantState::Ended;
        store.commit(vec![Change::SaveGrant(Box::new(over))]).await.unwrap();
    }
    store.commit(takes(agreed("g5", "elder", "h3"), &limits)).await.unwrap();
    let month = store.commit(takes(agreed("g6", "others", "h1"), &limits)).await;
    assert!(matches!(month, Err(PortError::NoPlace(LimitHit::NewThisMonth))), "{month:?}");
}

pub async fn who_was_kept_away_is_remembered_until_she_is_let_in_again(store: AnyStore) {
    people(&store, ["elder", "h1"].map(str::to_owned).into_iter()).await;
    let (elder, asker) = (PersonId::new("elder"), PersonId::new("h1"));
    for _ in 0..2 {
        store.commit(vec![Change::BlockAsker { elder: elder.clone(), asker: asker.clone(), at: at(1) }]).await.unwrap();
    }
    assert_eq!(store.blocked_askers(&elder).await.unwrap(), std::slice::from_ref(&asker));
    assert!(store.blocked_askers(&asker).await.unwrap().is_empty());
    store.commit(vec![Change::UnblockAsker { elder: elder.clone(), asker }]).await.unwrap();
    assert!(store.blocked_askers(&elder).await.unwrap().is_empty());
}

pub async fn a_grant_is_found_for_renewal_once_and_before_its_end(store: AnyStore) {
    people(&store, ["elder", "h1"].map(str::to_owned).into_iter()).await;
    store.commit(vec![Change::SaveGrant(Box::new(agreed("g", "elder", "h1")))]).await.unwrap();
    let found = async |now: i64, before: i64| store.grants_ending(at(now), at(before), 10).await.unwrap();
    assert!(found(0, 999_999).await.is_empty(), "not yet");
    let mut near = found(0, 1_000_000).await.remove(0);
    assert!(found(1_000_000, 2_000_000).await.is_empty(), "over");
    near.renewal_asked = true;
    store.commit(vec![Change::SaveGrant(Box::new(near))]).await.unwrap();
    assert!(found(0, 1_000_000).await.is_empty(), "asked once");
}

/// What a helper writes into her elder's matters, with its condition.
fn under(grant: &Grant, second: i64) -> Change {
    Change::WhileItStands(Under::of(grant, at(second)))
}

pub async fn a_commit_under_a_grant_lands_while_it_stands_and_never_after(store: AnyStore) {
    people(&store, ["elder", "h1", "other"].map(str::to_owned).into_iter()).await;
    let running = Grant { waits_until: Some(at(50)), ..agreed("g", "elder", "h1") };
    store.commit(vec![save_grant(running.clone())]).await.unwrap();
    let try_at =
        async |grant: &Grant, second: i64, id: &str| store.commit(vec![under(grant, second), save_draft(draft(id, "elder"))]).await;
    let refused = |done: PortResult<()>, why: Refusal| assert!(matches!(done, Err(PortError::Stopped(no)) if no == why), "{why:?}");
    try_at(&running, 60, "lands").await.unwrap();
    refused(try_at(&running, 40, "early").await, Refusal::GrantNotYet);
    refused(try_at(&running, 1_000_000, "late").await, Refusal::GrantExpired);
    refused(try_at(&agreed("g", "other", "h1"), 60, "of-another").await, Refusal::GrantEnded);
    refused(try_at(&agreed("unknown", "elder", "h1"), 60, "unknown").await, Refusal::GrantEnded);
    for (state, why) in [
        (GrantState::Paused, Refusal::GrantPaused),
        (GrantState::Disputed, Refusal::GrantDisputed),
        (GrantState::Ended, Refusal::GrantEnded),
    ] {
        let stored = store.grant(&running.id).await.unwrap().unwrap();
        store.commit(vec![save_grant(Grant { state, ..stored })]).await.unwrap();
        refused(try_at(&running, 60, "stopped").await, why);
    }
    for never in ["early", "late", "of-another", "unknown", "stopped"] {
        assert_eq!(store.draft(&DraftId::new(never)).await.unwrap(), None, "{never}");
    }
}

pub async fn of_fifty_writers_and_one_pause_nobody_lands_after_it(store: AnyStore) {
    people(&store, ["elder", "h1"].map(str::to_owned).into_iter()).await;
    let running = agreed("g", "elder", "h1");
    store.commit(vec![save_grant(running.clone())]).await.unwrap();
    let writer = |n: usize| vec![under(&running, 200), save_draft(draft(&format!("d{n}"), "elder"))];
    let (half, rest) = ((0..MANY / 2).map(writer).collect(), (MANY / 2..MANY).map(writer).collect());
    let stored = store.grant(&running.id).await.unwrap().unwrap();
    let pause = async {
        store.commit(vec![save_grant(Grant { state: GrantState::Paused, ..stored })]).await.unwrap();
        store.drafts_of(&PersonId::new("elder")).await.unwrap().len()
    };
    let (before, landed) = tokio::join!(at_once(&store, half), pause);
    let after = at_once(&store, rest).await;
    assert!(after.iter().all(|r| matches!(r, Err(PortError::Stopped(Refusal::GrantPaused)))), "{after:?}");
    assert!(before.iter().all(|r| r.is_ok() || matches!(r, Err(PortError::Stopped(_)))), "{before:?}");
    let all = store.drafts_of(&PersonId::new("elder")).await.unwrap().len();
    assert_eq!((before.iter().filter(|r| r.is_ok()).count(), all), (landed, landed), "what stood there at the pause is all there is");
}
