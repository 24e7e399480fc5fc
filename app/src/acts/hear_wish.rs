//! A wish, spoken or written: to words, and from words to at most two things that she may have meant. Decides nothing and does
//! nothing: each is a link that she taps or leaves alone.

use super::hear_words::{Unheard, hear_wordings};
use super::limits::{Origin, reserve};
use crate::caller::Caller;
use crate::find::Place;
use crate::ports::World;
use crate::text::text;
use domain::catalog::ItemCode;
use domain::comfort::{Comfort, TextSize};
use domain::intent::sound::Everyday;
use domain::intent::{Command, Target, Wording, guesses_of};
use domain::lang::Lang;

/// Where a wish may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    To(Place),
    /// A service for somebody of the family: whom she helps is chosen first.
    ForFamily(ItemCode),
    /// The letter sizes, with the next larger one chosen and not yet saved.
    Larger,
    Smaller,
    Home,
    /// A person at the telephone.
    Call,
}

impl Lead {
    fn all() -> impl Iterator<Item = Lead> {
        let family = ItemCode::ALL.into_iter().map(Lead::ForFamily);
        Place::all().map(Lead::To).chain(family).chain([Lead::Larger, Lead::Smaller, Lead::Home, Lead::Call])
    }

    /// As it stands in an address.
    pub fn key(self) -> String {
        match self {
            Lead::To(place) => place.key().to_owned(),
            Lead::ForFamily(item) => format!("family-{}", item.slug()),
            Lead::Larger => "larger".to_owned(),
            Lead::Smaller => "smaller".to_owned(),
            Lead::Home => "home".to_owned(),
            Lead::Call => "call".to_owned(),
        }
    }

    pub fn from_key(key: &str) -> Option<Lead> {
        Lead::all().find(|lead| lead.key() == key)
    }

    /// Nothing for 「停」: here nothing is running that could be stopped.
    fn of(target: Target) -> Option<Lead> {
        match target {
            Target::Go(place) => Some(Lead::To(place)),
            Target::ForFamily(item) => Some(Lead::ForFamily(item)),
            Target::Do(Command::Larger) => Some(Lead::Larger),
            Target::Do(Command::Smaller) => Some(Lead::Smaller),
            Target::Do(Command::ReadAloud) => Some(Lead::To(Place::Voice)),
            Target::Do(Command::Home) => Some(Lead::Home),
            Target::Do(Command::Call) => Some(Lead::Call),
            Target::Do(Command::Stop) => None,
        }
    }
}

/// What most wishes are about. Told to expect every service the recogniser takes a third longer and understands no more.
const EXPECTED: [ItemCode; 4] = [ItemCode::Claim, ItemCode::OutOfArea, ItemCode::Chronic, ItemCode::Enrolment];

/// How these services are called, for a recogniser to expect; nothing but their names.
pub fn item_names() -> Vec<String> {
    EXPECTED.into_iter().map(|item| text(Lang::ZhHans, &format!("search-{}", item.slug()))).collect()
}

/// The words of a spoken wish first, then other ways to write it down. Anybody may say one; strangers at one address only so many in a quarter of an hour.
pub async fn hear_wish(world: &World, caller: &Caller, from: Origin<'_>, sound: &[u8]) -> Result<Vec<Wording>, Unheard> {
    if matches!(caller, Caller::Anonymous) && world.hearing.there() {
        let rules = world.region.recordings.value;
        let most = if from.hall { rules.hall_wishes } else { rules.stranger_wishes };
        if !reserve(world, "wish", from.address, most.into()).await? {
            return Err(Unheard::TooOften);
        }
    }
    hear_wordings(world, sound).await
}

pub fn guess(wordings: &[Wording]) -> Vec<Lead> {
    let mut leads: Vec<Lead> = guesses_of(wordings, &Everyday).into_iter().filter_map(|guess| Lead::of(guess.target)).collect();
    leads.dedup();
    leads
}

/// The next larger or smaller text, to be proposed; nothing beyond the ends.
pub fn next_size(now: &Comfort, larger: bool) -> Option<TextSize> {
    let step = now.size.step();
    TextSize::from_step(if larger { step + 1 } else { step - 1 })
}
