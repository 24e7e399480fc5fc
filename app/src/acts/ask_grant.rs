//! A helper asks an elder to let her help. The answer is the same whether the elder exists, is known by another name,
//! or does not exist; only the elder herself learns of the request.

use super::tell::{ledger, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::calendar::china_instant;
use domain::family::{Ask, EndReason, Grant, GrantAct, Party, guardian};
use domain::ids::{AreaCode, GrantId, PersonId};
use domain::judge::{Act, Subject, may};
use domain::notice::NoticeKind;
use domain::refusal::Refusal;
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp, ToSpan};

const KIND: &str = "ask-grant";

pub async fn ask_grant(world: &World, caller: &Caller, ask: Ask, once: Option<Change>) -> AppResult<()> {
    let asker = caller.person().ok_or(AppError::SignIn)?;
    let found = world.store.person_by_number(&ask.id_number).await?;
    let (nobody, nowhere) = (PersonId::new(""), AreaCode::new(""));
    let subject = match &found {
        Some(elder) => elder.subject(),
        None if ask.id_number == asker.id_number => asker.subject(),
        None => Subject { id: &nobody, village: &nowhere, alive: true, insured: true },
    };
    may(&caller.actor(), subject, Act::AskGrant, world.now())?;

    let now = world.now();
    let who = world.seals.lookup(KIND, ask.id_number.plain());
    let since = now.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    if world.store.attempts(KIND, &who, since).await? >= u64::from(world.region.family.asks_per_day.value) {
        return Err(Refusal::AskedTooOften.into());
    }
    let mut changes = vec![Change::Attempt { kind: KIND.to_owned(), who, at: now }];
    changes.extend(once);
    if let Some(elder) = found.filter(|p| p.insured && p.alive && p.name.equals_loosely(&ask.name))
        // 「不再收到此人的请求」: it looks the same to the asker, and the elder is left in peace.
        && !world.store.blocked_askers(&elder.id).await?.contains(&asker.id)
    {
        changes.extend(request(world, caller, asker, &elder, &ask).await?.1);
    }
    world.store.commit(changes).await?;
    Ok(())
}

/// The request itself. An older one of the same asker that still waits is replaced: one person, one question.
pub(super) async fn request(
    world: &World,
    caller: &Caller,
    asker: &Person,
    elder: &Person,
    ask: &Ask,
) -> AppResult<(GrantId, Vec<Change>)> {
    let now = world.now();
    let mut changes = Vec::new();
    for mut old in world.store.grants_by_helper(&asker.id).await? {
        if old.elder == elder.id && old.state.waits_for_her() {
            if old.apply(GrantAct::End, Party::Helper, None, now).is_ok() {
                old.because(EndReason::AskedAnew);
            } else {
                old.apply(GrantAct::Expire, Party::Rule, None, now)?;
            }
            changes.push(Change::SaveGrant(Box::new(old)));
        }
    }
    let last = ask.period.last_day(world.today(), world.region.family.once_days.value);
    let mut end = last.checked_add(1.day()).unwrap_or(jiff::civil::Date::MAX);
    if guardian::is_child(&elder.id_number, world.today()) {
        end = end.min(guardian::comes_of_age(&elder.id_number));
    }
    let grant = Grant {
        relation: ask.relation.inverse().slug().to_owned(),
        scopes: ask.scopes.clone(),
        items: ask.items.clone(),
        once: ask.period.once(),
        ..Grant::request(GrantId::new(world.new_id()), elder.id.clone(), asker.id.clone(), now, china_instant(end, Time::midnight()))
    };
    let scopes = scope_keys(&grant);
    changes.push(ledger(world, caller.by(), elder, "ask-grant", grant.id.as_str(), &scopes, ""));
    changes.extend(tell(world, elder, NoticeKind::GrantAsked, &[("helper", asker.name.masked())]));
    let id = grant.id.clone();
    changes.push(Change::SaveGrant(Box::new(grant)));
    Ok((id, changes))
}

/// The scopes as one ledger word: `apply+see-cases`.
pub(super) fn scope_keys(grant: &Grant) -> String {
    grant.scopes.iter().map(|s| s.key()).collect::<Vec<_>>().join("+")
}
