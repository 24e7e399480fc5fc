//! Who can sign in to the demonstration and how, as the page and the command line show it.
//! Only ever asked with the marker: it hands out one-time passwords.

use super::people::demo_people;
use super::{PASSWORD, PHONE_PREFIX, SEED};
use crate::passwords;
use app::pages::demo::{DemoMessage, DemoPage, DemoResident, DemoStaff};
use app::ports::{PortResult, World};

/// Newest messages on the page.
const MESSAGES: u64 = 60;

pub async fn sign_ins(world: &World) -> PortResult<DemoPage> {
    let mut residents = Vec::new();
    for demo in demo_people(SEED, &world.region).unwrap_or_default() {
        let Some(key) = demo.key else { continue };
        // As it stands now: her phone may have changed at a counter.
        let Some(person) = world.store.person_by_number(&demo.id_number).await? else { continue };
        residents.push(DemoResident {
            key,
            name: person.name.as_str().to_owned(),
            id_number: person.id_number.plain().to_owned(),
            phone: person.phone.as_ref().map(|p| p.plain().to_owned()),
        });
    }
    let now = u64::try_from(world.now().as_second()).unwrap_or(0);
    let mut staff: Vec<DemoStaff> = world
        .store
        .all_staff()
        .await?
        .into_iter()
        .filter(|s| s.active)
        .map(|s| DemoStaff {
            code: passwords::totp_secret_bytes(&s.totp_secret).map(|secret| passwords::totp_now(&secret, now)).unwrap_or_default(),
            user_name: s.user_name,
            display_name: s.display_name,
            tier: s.tier,
            supervisor: s.supervisor,
            secret: s.totp_secret,
        })
        .collect();
    staff.sort_by(|a, b| {
        (a.tier, a.supervisor, a.user_name.len(), &a.user_name).cmp(&(b.tier, b.supervisor, b.user_name.len(), &b.user_name))
    });
    let outbox = world.store.outbox(MESSAGES).await?;
    let (ours, others): (Vec<_>, Vec<_>) = outbox.into_iter().partition(|sms| sms.to.plain().starts_with(PHONE_PREFIX));
    let messages = ours.into_iter().map(|sms| DemoMessage { at: sms.at, to: sms.to.plain().to_owned(), text: sms.text }).collect();
    Ok(DemoPage { password: PASSWORD, phone_prefix: PHONE_PREFIX, residents, staff, messages, hidden: others.len() })
}
