//! `server bench-family`: a helper who helps very many, so that the bench can open her list. Written past the limits that
//! bind people, and therefore into demonstration data only. Prints how she signs in.

use crate::demo::PHONE_PREFIX;
use crate::state::{House, Refused};
use app::ports::{Change, Person, Verified};
use domain::family::{Agreement, Grant, GrantState, Scope};
use domain::ids::{AreaCode, GrantId, PersonId};
use domain::person::{IdNumber, Name, Nationality, Phone};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

/// Written together.
const BATCH: usize = 200;

pub(super) async fn fill(house: House, people: u16) -> Result<(), Refused> {
    if house.demo_marker().await?.is_none() {
        return Err(Refused::one("only a demonstration database takes people for the bench"));
    }
    // A helper of her own for each number, so that one database holds the few and the many.
    let helper = person(&house, &format!("{people}"), "江远", "990102", people, Some(people)).map_err(Refused::one)?;
    let area = format!("9901{:02}", 10 + people % 80);
    let mut changes = vec![Change::SavePerson(Box::new(helper.clone()))];
    for n in 0..people {
        let elder = person(&house, &format!("{people}-{n}"), "柏松云", &area, n, None).map_err(Refused::one)?;
        let grant = grant(&house, &elder, &helper);
        changes.extend([Change::SavePerson(Box::new(elder)), Change::SaveGrant(Box::new(grant))]);
        if changes.len() >= 2 * BATCH {
            house.world.store.commit(std::mem::take(&mut changes)).await.map_err(Refused::one)?;
        }
    }
    house.world.store.commit(changes).await.map_err(Refused::one)?;
    println!("{}", serde_json::json!({ "name": helper.name.as_str(), "idNumber": helper.id_number.plain() }));
    Ok(())
}

fn person(house: &House, id: &str, name: &str, area: &str, n: u16, phone: Option<u16>) -> Result<Person, String> {
    let days = i32::from(n / 900);
    let born = Date::constant(1950, 1, 1).checked_add(days.days()).map_err(|e| e.to_string())?;
    let phone = phone.map(|last| Phone::parse(&format!("{PHONE_PREFIX}{:04}", 5000 + last % 1000))).transpose();
    Ok(Person {
        id: PersonId::new(format!("bench-{id}")),
        name: Name::parse(name).map_err(|e| format!("{e:?}"))?,
        id_number: IdNumber::compose(area, born, 1 + n % 900).ok_or("no such identity number")?,
        phone: phone.map_err(|e| format!("{e:?}"))?,
        nationality: Nationality::Han,
        village: house.world.region.areas.iter().map(|a| a.code.clone()).max().unwrap_or_else(|| AreaCode::new("")),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    })
}

fn grant(house: &House, elder: &Person, helper: &Person) -> Grant {
    let now = house.world.now();
    Grant {
        relation: "child".into(),
        scopes: Scope::OFFERED.into(),
        state: GrantState::Active,
        agreement: Some(Agreement::OwnPhone { at: now }),
        seen_at: Some(now),
        ..Grant::request(
            GrantId::new(house.world.new_id()),
            elder.id.clone(),
            helper.id.clone(),
            now,
            now.saturating_add(SignedDuration::from_hours(24 * 300)).unwrap_or(now),
        )
    }
}
