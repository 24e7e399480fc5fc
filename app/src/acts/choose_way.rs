//! How she wants to be told: by text, by telephone, by letter. Hers alone to say, at home or before a clerk with her card:
//! whoever else could change it could keep the news from her.

use super::tell::ledger;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::judge::{Act, may};
use domain::notice::way::Way;

/// What is chosen now; opens the page.
pub fn chosen_way<'a>(world: &World, caller: &'a Caller) -> AppResult<&'a Person> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    may(&caller.actor(), subject.subject(), Act::ChooseWay, world.now())?;
    Ok(subject)
}

/// From the next message on. `false`: this way is not open to her, for want of a telephone or of a desk near her.
pub async fn choose_way(world: &World, caller: &Caller, wish: Way, once: Option<Change>) -> AppResult<bool> {
    let subject = chosen_way(world, caller)?;
    if !Way::choices(subject.phone.is_some(), subject.insured).contains(&wish) {
        return Ok(false);
    }
    let mut changes = vec![
        Change::SavePerson(Box::new(Person { told_by: Some(wish), ..subject.clone() })),
        ledger(world, caller.by(), subject, "choose-way", wish.key(), "own", ""),
    ];
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::acts::tell::tell;
    use crate::ports::{Session, SessionOf, Verified};
    use domain::ids::{AreaCode, PersonId, SessionId};
    use domain::notice::NoticeKind;
    use domain::person::{IdNumber, Name, Nationality, Phone};

    async fn world_of(phone: Option<&str>) -> (World, Caller) {
        let elder = Person {
            id: PersonId::new("elder"),
            name: Name::parse("王秀兰").unwrap(),
            id_number: IdNumber::compose("990101", jiff::civil::date(1952, 3, 7), 2).unwrap(),
            phone: phone.map(|p| Phone::parse(p).unwrap()),
            nationality: Nationality::Han,
            village: AreaCode::new("990101001001"),
            insured: true,
            verified: Verified::ByData,
            alive: true,
            told_by: None,
            household: None,
            version: 0,
        };
        let world = World::fake().world;
        world.store.commit(vec![Change::SavePerson(Box::new(elder))]).await.unwrap();
        (world.clone(), signed_in(&world).await)
    }

    async fn signed_in(world: &World) -> Caller {
        let person = world.store.person(&PersonId::new("elder")).await.unwrap().unwrap();
        let of = SessionOf::Resident { person: person.id.clone(), acting: None, own_phone: false };
        let now = world.now();
        let session = Session { id: SessionId::new("s"), of, created_at: now, last_seen: now, device: String::new(), stash: None };
        Caller::Resident { person: Box::new(person), acting: None, session: Box::new(session) }
    }

    /// What one message to her leaves behind: a text, and what her village desk has to do.
    async fn told(world: &World) -> (usize, Vec<Way>) {
        let person = world.store.person(&PersonId::new("elder")).await.unwrap().unwrap();
        let changes = tell(world, &person, NoticeKind::CaseSubmitted, &[]);
        let texts = changes.iter().filter(|c| matches!(c, Change::PutSms(_))).count();
        world.store.commit(changes).await.unwrap();
        let desk = world.store.undelivered(&AreaCode::new("990101001001"), 10).await.unwrap();
        let mut ways: Vec<Way> = desk.iter().map(|n| n.way).collect();
        ways.sort_by_key(|way| way.key());
        (texts, ways)
    }

    #[tokio::test]
    async fn from_her_choice_on_the_village_rings_or_writes_and_no_text_leaves() {
        let (world, caller) = world_of(Some("10000000021")).await;
        assert_eq!(told(&world).await, (1, vec![]));
        assert!(choose_way(&world, &caller, Way::Call, None).await.unwrap());
        assert_eq!(told(&world).await, (0, vec![Way::Call]));
        assert!(choose_way(&world, &signed_in(&world).await, Way::Letter, None).await.unwrap());
        assert_eq!(told(&world).await, (0, vec![Way::Call, Way::Letter]));
        assert!(choose_way(&world, &signed_in(&world).await, Way::Text, None).await.unwrap());
        assert_eq!(told(&world).await.0, 1);
    }

    #[tokio::test]
    async fn without_a_telephone_she_gets_letters_or_somebody_comes() {
        let (world, caller) = world_of(None).await;
        assert_eq!(told(&world).await, (0, vec![Way::Hand]));
        for way in [Way::Text, Way::Call, Way::Hand] {
            let taken = choose_way(&world, &caller, way, None).await.unwrap();
            assert_eq!(taken, way == Way::Hand, "{way:?}");
        }
        assert!(choose_way(&world, &signed_in(&world).await, Way::Letter, None).await.unwrap());
        assert_eq!(told(&world).await, (0, vec![Way::Hand, Way::Letter]));
    }
}
