//! Grants as they came to be, put into the store without the doors.

use crate::common::TestSite;
use app::ports::{Change, Person, Verified};
use domain::family::{Agreement, Grant, GrantState, Scope};
use domain::ids::{AreaCode, GrantId, PersonId};
use domain::person::{IdNumber, Name, Nationality, Phone};
use jiff::SignedDuration;
use jiff::civil::date;

pub fn grant(site: &TestSite, id: &str, elder: &str, helper: &str, state: GrantState) -> Grant {
    let now = site.now();
    let asked = state == GrantState::Requested;
    Grant {
        relation: "child".into(),
        scopes: Scope::OFFERED.into(),
        state,
        agreement: (!asked).then_some(Agreement::OwnPhone { at: now }),
        ..Grant::request(GrantId::new(id), PersonId::new(elder), PersonId::new(helper), now, now + SignedDuration::from_hours(24 * 90))
    }
}

/// Agreed to, and a clerk has heard it from herself.
pub fn seen(site: &TestSite, id: &str, elder: &str, helper: &str) -> Grant {
    Grant { seen_at: Some(site.now()), ..grant(site, id, elder, helper, GrantState::Active) }
}

pub async fn put(site: &TestSite, grants: Vec<Grant>) {
    site.commit(grants.into_iter().map(|g| Change::SaveGrant(Box::new(g))).collect()).await;
}

pub async fn state(site: &TestSite, id: &str) -> GrantState {
    site.world.store.grant(&GrantId::new(id)).await.unwrap().unwrap().state
}

/// Further elders of the village, `n0` `n1` …; each with a phone of her own.
pub async fn neighbours(site: &TestSite, many: u16) {
    let one = |n: u16| Person {
        id: PersonId::new(format!("n{n}")),
        name: Name::parse("沈长庚").unwrap(),
        id_number: IdNumber::compose("990101", date(1953, 9, 9), 100 + n).unwrap(),
        phone: Some(Phone::parse(&format!("198000000{n:02}")).unwrap()),
        nationality: Nationality::Han,
        village: AreaCode::new("990101001001"),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    };
    site.commit((0..many).map(|n| Change::SavePerson(Box::new(one(n)))).collect()).await;
}
