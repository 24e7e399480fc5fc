//! What somebody wants who said or typed a few words: the two likeliest places, with a measure of trust, or nothing.
//! Sounds are compared, not signs, and what dialects and recognisers mix up (n and l, zh and z, -n and -ng, h and f) costs little.
//! Never acts and never decides: the page asks 「您是想……吗？」. Keeps nothing of what was said. Names and hints are data (`words.txt`).

mod matching;
pub mod sound;
mod words;

use crate::catalog::ItemCode;
use matching::Heard;
use sound::Sounds;
use words::WORDS;

/// Somewhere one can be led.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Comfort,
    Voice,
    Languages,
    Guide(ItemCode),
    Tonight,
    Family,
    Helpers,
    MyCases,
    Messages,
    SignIn,
    Help,
    Promises,
    Accessibility,
}

impl Place {
    pub const ALL: [Place; 16] = [
        Place::Comfort,
        Place::Voice,
        Place::Languages,
        Place::Guide(ItemCode::Enrolment),
        Place::Guide(ItemCode::OutOfArea),
        Place::Guide(ItemCode::Chronic),
        Place::Guide(ItemCode::Claim),
        Place::Tonight,
        Place::Family,
        Place::Helpers,
        Place::MyCases,
        Place::Messages,
        Place::SignIn,
        Place::Help,
        Place::Promises,
        Place::Accessibility,
    ];

    /// Name in the word list, in text keys and in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Place::Comfort => "comfort",
            Place::Voice => "voice",
            Place::Languages => "languages",
            Place::Guide(item) => item.slug(),
            Place::Tonight => "tonight",
            Place::Family => "family",
            Place::Helpers => "helpers",
            Place::MyCases => "my-cases",
            Place::Messages => "messages",
            Place::SignIn => "sign-in",
            Place::Help => "help",
            Place::Promises => "promises",
            Place::Accessibility => "accessibility",
        }
    }
}

/// Something that the page itself can do, once it was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    Larger,
    Smaller,
    ReadAloud,
    Stop,
    Home,
    /// A telephone, with a person at the other end.
    Call,
}

impl Command {
    pub const ALL: [Command; 6] = [Self::Larger, Self::Smaller, Self::ReadAloud, Self::Stop, Self::Home, Self::Call];

    pub fn key(self) -> &'static str {
        match self {
            Self::Larger => "larger",
            Self::Smaller => "smaller",
            Self::ReadAloud => "read",
            Self::Stop => "stop",
            Self::Home => "home",
            Self::Call => "call",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    Go(Place),
    /// An item, for somebody of the family: the grant comes first, then the item.
    ForFamily(ItemCode),
    Do(Command),
}

impl Target {
    fn all() -> impl Iterator<Item = Target> {
        Place::ALL.into_iter().map(Target::Go).chain(Command::ALL.into_iter().map(Target::Do))
    }

    fn key(self) -> &'static str {
        match self {
            Target::Go(place) => place.key(),
            Target::ForFamily(item) => item.slug(),
            Target::Do(command) => command.key(),
        }
    }
}

/// `score` is between 0 and 1: how well the words fit, no probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    pub target: Target,
    pub score: f64,
}

/// Less than this is no guess.
const ENOUGH: f64 = 0.35;
/// Nobody asks for a page in more signs than these.
const LONGEST: usize = 120;

/// Everything that fits, best first.
pub fn rank(text: &str, sounds: &dyn Sounds) -> Vec<Guess> {
    let Some(heard) = Heard::read(text, sounds, LONGEST) else { return Vec::new() };
    let family = heard.score(&[], &WORDS.kin);
    let of_family = heard.score(WORDS.names(Place::Family.key()), &[]);
    let mut found: Vec<Guess> = Target::all()
        .flat_map(|target| {
            let score = heard.score(WORDS.names(target.key()), WORDS.hints(target.key()));
            let guess = |target, score| (score >= ENOUGH).then_some(Guess { target, score });
            match target {
                // Named together with somebody of the family: the item is for her.
                Target::Go(Place::Guide(item)) if family.max(of_family) >= ENOUGH && score >= ENOUGH => {
                    let together = both(both(score, family), of_family);
                    [guess(Target::ForFamily(item), together), guess(target, score * 0.8)]
                }
                Target::Go(Place::Family) => [guess(target, both(score, family * 0.6)), None],
                _ => [guess(target, score), None],
            }
        })
        .flatten()
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.target.cmp(&b.target)));
    found
}

/// The two best guesses at most.
pub fn guesses(text: &str, sounds: &dyn Sounds) -> Vec<Guess> {
    let mut found = rank(text, sounds);
    found.truncate(2);
    found
}

/// Whether these words fit everything (「医保」, 「看病」) and so say nothing.
pub fn says_nothing(text: &str, sounds: &dyn Sounds) -> bool {
    Heard::read(text, sounds, LONGEST).is_some_and(|heard| heard.is_one_of(&WORDS.plain))
}

/// Two pieces of evidence for the same thing.
fn both(a: f64, b: f64) -> f64 {
    1.0 - (1.0 - a) * (1.0 - b)
}

#[cfg(test)]
mod tests;
