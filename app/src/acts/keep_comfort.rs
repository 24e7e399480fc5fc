//! How she wants her pages goes with her: kept when she chooses, looked up when she signs in. It concerns nobody's matter
//! but the signed-in person's own eyes and hands, so there is nothing to judge: a helper changes her own pages, never the elder's.

use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, KeptComfort, World};
use domain::comfort::{Chosen, ChosenBy, Comfort};
use domain::ids::PersonId;

/// After a choice by hand. Strangers and clerks have their cookie alone: a clerk's desk is not hers alone.
pub async fn keep_comfort(world: &World, caller: &Caller, comfort: Comfort) -> AppResult<()> {
    let Some(person) = caller.person() else { return Ok(()) };
    Ok(world.store.commit(vec![keep(&person.id, comfort)]).await?)
}

/// When she signs in: her own choice wins over the device's. Who never chose brings along what she set on this device
/// before signing in, unless many people use it.
pub async fn comfort_at_sign_in(world: &World, person: &PersonId, device: Option<Chosen>, shared: bool) -> AppResult<Option<Comfort>> {
    if let Some(hers) = world.store.comfort_of(person).await? {
        return Ok(Some(hers));
    }
    if let Some(Chosen { comfort, by: ChosenBy::Hand }) = device
        && !shared
    {
        world.store.commit(vec![keep(person, comfort)]).await?;
    }
    Ok(None)
}

pub(super) fn keep(person: &PersonId, comfort: Comfort) -> Change {
    Change::KeepComfort(KeptComfort { person: person.clone(), comfort })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::ports::{Person, Verified};
    use domain::comfort::{TextSize, Theme};
    use domain::ids::AreaCode;
    use domain::person::{IdNumber, Name, Nationality};

    async fn world_with_one_person() -> (World, PersonId) {
        let id = PersonId::new("elder");
        let person = Person {
            id: id.clone(),
            name: Name::parse("王秀兰").unwrap(),
            id_number: IdNumber::compose("990101", jiff::civil::date(1952, 3, 7), 2).unwrap(),
            phone: None,
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
        world.store.commit(vec![Change::SavePerson(Box::new(person))]).await.unwrap();
        (world, id)
    }

    fn large() -> Comfort {
        Comfort { size: TextSize::Five, theme: Theme::Yellow, ..Comfort::default() }
    }

    #[tokio::test]
    async fn what_she_set_before_her_first_sign_in_becomes_hers_and_stays_hers() {
        let (world, id) = world_with_one_person().await;
        assert_eq!(comfort_at_sign_in(&world, &id, Some(Chosen::by_hand(large())), false).await.unwrap(), None);
        let other = Some(Chosen::by_hand(Comfort::default()));
        assert_eq!(comfort_at_sign_in(&world, &id, other, false).await.unwrap(), Some(large()), "the next device looks like hers");
    }

    #[tokio::test]
    async fn a_shared_device_and_a_phone_s_own_setting_are_nobody_s_choice() {
        let (world, id) = world_with_one_person().await;
        let phone = Chosen { comfort: large(), by: ChosenBy::Phone };
        for (device, shared) in [(Some(Chosen::by_hand(large())), true), (Some(phone), false), (None, false)] {
            assert_eq!(comfort_at_sign_in(&world, &id, device, shared).await.unwrap(), None);
        }
        assert_eq!(world.store.comfort_of(&id).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_stranger_s_choice_is_kept_nowhere() {
        let (world, id) = world_with_one_person().await;
        keep_comfort(&world, &Caller::Anonymous, large()).await.unwrap();
        assert_eq!(world.store.comfort_of(&id).await.unwrap(), None);
    }
}
