//! What the region allows for an item when somebody acts for another; the judge decides, the region's row narrows.

use crate::caller::Caller;
use crate::ports::{Person, World};
use domain::catalog::ItemCode;
use domain::catalog::items::ITEMS;
use domain::family::{Grant, Scope};
use domain::judge::{Act, may_for_item};
use domain::refusal::Refusal;

/// What the region wants signed before a clerk writes down that she said yes, or that she was seen after a yes by phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterNeed {
    /// Nothing of this grant can be done without it.
    Always,
    /// Only these services wait for it; each is refused by its own row until then.
    For(Vec<ItemCode>),
    Never,
}

pub fn letter_need(world: &World, grant: &Grant) -> LetterNeed {
    if world.region.family.letter_with_consent.value {
        return LetterNeed::Always;
    }
    if !grant.scopes.iter().any(|scope| matches!(scope, Scope::Apply | Scope::HandInPapers)) {
        return LetterNeed::Never;
    }
    let covered: Vec<ItemCode> = ITEMS.iter().map(|item| item.code).filter(|code| grant.items.covers(*code)).collect();
    let wants = |code: &ItemCode| world.region.delegation(*code, world.today()).is_some_and(|row| row.letter_required);
    let some: Vec<ItemCode> = covered.iter().copied().filter(wants).collect();
    match some.len() {
        0 => LetterNeed::Never,
        all if all == covered.len() => LetterNeed::Always,
        _ => LetterNeed::For(some),
    }
}

pub(super) fn may_item(world: &World, caller: &Caller, subject: &Person, item: ItemCode, act: Act) -> Result<(), Refusal> {
    // The start checks that there is a row; without one nobody acts for another.
    let Some(rule) = world.region.delegation(item, world.today()) else { return Err(Refusal::OnlyHerself) };
    let age = caller.person().map_or(0, |p| p.id_number.age_on(world.today()));
    may_for_item(&caller.actor(), subject.subject(), act, rule, age, world.now())
}
