//! What the region allows for an item when somebody acts for another; the judge decides, the region's row narrows.

use crate::caller::Caller;
use crate::ports::{Person, World};
use domain::catalog::ItemCode;
use domain::judge::{Act, may_for_item};
use domain::refusal::Refusal;

pub(super) fn may_item(world: &World, caller: &Caller, subject: &Person, item: ItemCode, act: Act) -> Result<(), Refusal> {
    // The start checks that there is a row; without one nobody acts for another.
    let Some(rule) = world.region.delegation(item, world.today()) else { return Err(Refusal::OnlyHerself) };
    let age = caller.person().map_or(0, |p| p.id_number.age_on(world.today()));
    may_for_item(&caller.actor(), subject.subject(), act, rule, age, world.now())
}
