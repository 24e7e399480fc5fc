//! What the store promises about acts of assistants.

use super::records::{AnyStore, at, is_conflict, with_people};
use app::ports::Change;
use domain::assist::{Assisted, AssistedAct, Look, Told, Verdict, Why};
use domain::ids::{AreaCode, AssistedId, PersonId, StaffId};

fn act(id: &str, village: &str, second: i64, look: Look) -> Assisted {
    Assisted {
        id: AssistedId::new(id),
        assistant: StaffId::new("assistant"),
        subject: PersonId::new("elder"),
        village: AreaCode::new(village),
        act: AssistedAct::File,
        reference: Some("3478295647".into()),
        told: Told::Phone,
        at: at(second),
        look,
        version: 0,
    }
}

pub async fn acts_of_assistants_wait_for_their_area_until_somebody_has_looked_once(store: AnyStore) {
    with_people(&store).await;
    let all = [
        act("late", "990101001001", 9, Look::Waiting(Why::Drawn)),
        act("early", "990101002001", 1, Look::Waiting(Why::NumbersDiffer)),
        act("quiet", "990101001001", 2, Look::Quiet),
        act("elsewhere", "990102001001", 3, Look::Waiting(Why::Drawn)),
    ];
    store.commit(all.map(|a| Change::SaveAssisted(Box::new(a))).into()).await.unwrap();
    let ids = |list: Vec<Assisted>| list.into_iter().map(|a| a.id.0).collect::<Vec<_>>();
    let county = AreaCode::new("990101");
    assert_eq!(ids(store.assisted_waiting(&county, 9).await.unwrap()), ["early", "late"]);
    assert_eq!(ids(store.assisted_waiting(&AreaCode::new("990101001"), 9).await.unwrap()), ["late"]);
    assert_eq!(ids(store.assisted_of(&PersonId::new("elder"), 9).await.unwrap()), ["late", "elsewhere", "quiet", "early"]);

    // Two supervisors at the same moment: one verdict stands.
    let first = store.assisted(&AssistedId::new("late")).await.unwrap().unwrap();
    let mut right = first.clone();
    right.judge(Verdict::Right, StaffId::new("s1"), at(20)).unwrap();
    let mut wrong = first;
    wrong.judge(Verdict::NotRight("不在场".into()), StaffId::new("s2"), at(20)).unwrap();
    store.commit(vec![Change::SaveAssisted(Box::new(right))]).await.unwrap();
    assert!(is_conflict(&store.commit(vec![Change::SaveAssisted(Box::new(wrong))]).await));
    assert_eq!(ids(store.assisted_waiting(&county, 9).await.unwrap()), ["early"]);
    let kept = store.assisted(&AssistedId::new("late")).await.unwrap().unwrap();
    assert!(matches!(kept.look, Look::Right { .. }) && kept.version == 2);
}
