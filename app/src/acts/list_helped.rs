//! 「帮家人办」: whom I help, a page at a time, each with a picture. Costs the same few questions for five people and for two
//! thousand. Reads only, but for the picture, which is the helper's own.

use super::load_grant::{GrantView, load_grant};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Helped as Wanted, Person, World};
use domain::family::{Grant, Portrait};
use domain::judge::{Act, Actor, may};
use domain::person::{Name, Relation};
use domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

/// So many people stand on one page; with more of them there is a box to look for one.
pub const ON_A_PAGE: u64 = 20;

/// One person that she helps, how she looks in the list, and whether the helper can act now.
#[derive(Debug, Clone)]
pub struct Helped {
    pub view: GrantView,
    pub portrait: Portrait,
    pub usable: Result<(), Refusal>,
    /// Something that the helper typed for her could not be sent and is still kept.
    pub unsent: bool,
}

#[derive(Debug, Clone)]
pub struct HelpedPage {
    pub helped: Vec<Helped>,
    /// Of all pages together.
    pub count: u64,
    /// Counts from 1.
    pub page: u64,
}

impl HelpedPage {
    pub fn pages(&self) -> u64 {
        self.count.div_ceil(ON_A_PAGE).max(1)
    }
}

/// A page beyond the last is the last. `name`: only people of exactly this name.
pub async fn list_helped(world: &World, caller: &Caller, page: u64, name: Option<&Name>) -> AppResult<HelpedPage> {
    let helper = caller.person().ok_or(AppError::SignIn)?;
    let skip = |page: u64| page.saturating_sub(1).saturating_mul(ON_A_PAGE);
    let mut page = page.max(1);
    let mut wanted = Wanted { helper: &helper.id, ended_since: lately(world), name, skip: skip(page), limit: ON_A_PAGE };
    let (mut grants, count) = world.store.helped(&wanted).await?;
    let last = count.div_ceil(ON_A_PAGE).max(1);
    if page > last {
        page = last;
        wanted.skip = skip(page);
        grants = world.store.helped(&wanted).await?.0;
    }
    let ids: Vec<_> = grants.iter().map(|g| g.elder.clone()).collect();
    let mut elders = world.store.people(&ids).await?;
    elders.sort_by(|a, b| a.id.cmp(&b.id));
    let portraits = world.store.portraits(&helper.id, &ids).await?;
    let unsent: BTreeSet<_> = world.store.unsent_of(&helper.id).await?.into_iter().map(|u| u.grant).collect();
    let one = |grant: Grant| {
        let at = elders.binary_search_by(|p| p.id.cmp(&grant.elder)).ok()?;
        let elder = elders.get(at)?.clone();
        let usable = if helper.verified() { grant.stands(world.now()) } else { Err(Refusal::IdentityNotConfirmed) };
        let portrait = portraits.get(&elder.id).copied().unwrap_or_else(|| looks(world, &grant, &elder));
        let unsent = unsent.contains(&grant.id);
        Some(Helped { view: GrantView { grant, elder, helper: helper.clone() }, portrait, usable, unsent })
    };
    Ok(HelpedPage { helped: grants.into_iter().filter_map(one).collect(), count, page })
}

/// What ended longer ago than a year is not shown to a helper any more.
fn lately(world: &World) -> Timestamp {
    world.now().saturating_sub(SignedDuration::from_hours(24 * 365)).unwrap_or(Timestamp::MIN)
}

/// Before she chose one.
fn looks(world: &World, grant: &Grant, elder: &Person) -> Portrait {
    let is = Relation::from_slug(&grant.relation).map(Relation::inverse);
    let turn = elder.id.as_str().bytes().map(usize::from).sum();
    Portrait::by_default(is, elder.id_number.is_female(), elder.id_number.age_on(world.today()), turn)
}

/// One of the people in her list. A request is not among them, but a legal guardian's that a counter took in is; nobody
/// else's ever is.
pub async fn see_helped(world: &World, caller: &Caller, id: &str) -> AppResult<Helped> {
    let helper = caller.person().ok_or(AppError::SignIn)?;
    let view = load_grant(world, id).await?;
    // In her own name, also while she acts for somebody else of the list.
    let actor = Actor::Resident { id: &helper.id, verified: helper.verified() };
    may(&actor, view.elder.subject(), Act::KeepOwnList(&view.grant), world.now())?;
    let gone = view.grant.ended.as_ref().is_some_and(|e| e.at < lately(world));
    if (view.grant.agreement.is_none() && view.grant.claim.is_none()) || gone {
        return Err(AppError::NotFound);
    }
    let usable = if helper.verified() { view.grant.stands(world.now()) } else { Err(Refusal::IdentityNotConfirmed) };
    let chosen = world.store.portraits(&helper.id, std::slice::from_ref(&view.elder.id)).await?;
    let portrait = chosen.get(&view.elder.id).copied().unwrap_or_else(|| looks(world, &view.grant, &view.elder));
    let unsent = world.store.unsent_of(&helper.id).await?.iter().any(|u| u.grant == view.grant.id);
    Ok(Helped { view, portrait, usable, unsent })
}

/// The helper chooses a picture for her own list; the elder's matters are not touched.
pub async fn choose_portrait(world: &World, caller: &Caller, id: &str, portrait: Portrait, once: Option<Change>) -> AppResult<()> {
    let helped = see_helped(world, caller, id).await?;
    let (helper, elder) = (helped.view.helper.id, helped.view.elder.id);
    let mut changes = vec![Change::PutPortrait { helper, elder, portrait: Some(portrait) }];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
