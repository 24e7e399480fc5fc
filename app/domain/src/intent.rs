//! What somebody wants who said or typed a few words: the two likeliest places, with a measure of trust, or nothing.
//! Sounds are compared, not signs, and what dialects and recognisers mix up (n and l, zh and z, -n and -ng, h and f) costs little.
//! Never acts and never decides: the page asks 「您是想……吗？」. Keeps nothing of what was said. Names and hints (`words.txt`)
//! and sayings (`said/`) are data.

mod matching;
mod said;
pub mod sound;
mod words;

use crate::catalog::ItemCode;
use matching::Heard;
use said::Likely;
use sound::Sounds;
use words::{Phrase, WORDS};

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
    Nearby,
    Promises,
    Accessibility,
}

impl Place {
    /// Every page that words can lead to; each service has one, so that a new one is never forgotten.
    pub fn all() -> impl Iterator<Item = Place> {
        Self::OTHERS.into_iter().chain(ItemCode::ALL.into_iter().map(Place::Guide))
    }

    /// Pages that are no service.
    const OTHERS: [Place; 13] = [
        Place::Comfort,
        Place::Voice,
        Place::Languages,
        Place::Tonight,
        Place::Family,
        Place::Helpers,
        Place::MyCases,
        Place::Messages,
        Place::SignIn,
        Place::Help,
        Place::Nearby,
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
            Place::Nearby => "nearby",
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
        Place::all().map(Target::Go).chain(Command::ALL.into_iter().map(Target::Do))
    }

    /// Where it leads: different wishes may have the same page.
    fn page(self) -> Target {
        match self {
            Target::ForFamily(_) => Target::Go(Place::Family),
            Target::Do(Command::Larger | Command::Smaller) => Target::Go(Place::Comfort),
            Target::Do(Command::ReadAloud) => Target::Go(Place::Voice),
            other => other,
        }
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

/// One way to write down what somebody said, and how surely it was that: 1 for what is written by her own hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    pub words: String,
    pub sure: f64,
}

impl Wording {
    pub fn sure(words: impl Into<String>) -> Wording {
        Wording { words: words.into(), sure: 1.0 }
    }
}

/// Less than this is no guess.
const ENOUGH: f64 = 0.35;
/// Nobody asks for a page in more signs than these.
const LONGEST: usize = 120;

/// Less than this is not even worth a second button.
const FAINT: f64 = 0.15;

/// So far what people said before is believed: less than a name, more than a single word.
const TRUST: f64 = 0.7;

/// Words that were found, and how likely the place is by what was said before. The less the words say, the more they need the
/// other to agree: a single one stands in many wishes.
fn weighed(words: f64, likely: f64, most: f64) -> f64 {
    let agreed = words + (1.0 - words) * likely / most;
    both(words * agreed, TRUST * likely)
}

/// Everything that fits, best first.
pub fn rank(text: &str, sounds: &dyn Sounds) -> Vec<Guess> {
    let mut found = every(text, sounds);
    found.retain(|guess| guess.score >= ENOUGH);
    found
}

fn every(text: &str, sounds: &dyn Sounds) -> Vec<Guess> {
    let Some(heard) = Heard::read(text, sounds, LONGEST) else { return Vec::new() };
    let groups = heard.groups();
    let likely = Likely::by(heard.sounds());
    let most = likely.most();
    let words = |key| both(heard.score(WORDS.names(key), WORDS.hints(key)), Heard::rules(WORDS.rules(key), &groups));
    let score = |key| weighed(words(key), likely.of(key), most);
    let kin = groups.get("kin").map_or(&[][..], Vec::as_slice);
    let on_behalf = heard.on_behalf(kin) || score(Place::Family.key()) >= ENOUGH;
    let mut found: Vec<Guess> = Vec::new();
    for target in Target::all() {
        let alone = score(target.key());
        let mut guess = |target, score| {
            if score >= FAINT {
                found.push(Guess { target, score });
            }
        };
        match target {
            // For somebody whom one helps: whom comes first. Where she is only spoken of, the service itself.
            Target::Go(Place::Guide(item)) if alone >= ENOUGH && on_behalf => {
                guess(Target::ForFamily(item), both(alone, 0.3));
                guess(target, alone * 0.9);
            }
            Target::Go(Place::Guide(item)) if alone >= ENOUGH && !kin.is_empty() => {
                guess(target, alone);
                guess(Target::ForFamily(item), alone * 0.8);
            }
            Target::Go(Place::Family) if heard.on_behalf(kin) => guess(target, both(alone, 0.6 * Heard::surely(kin))),
            _ => guess(target, alone),
        }
    }
    // The service for her says more than that somebody is helped.
    if found.iter().any(|guess| matches!(guess.target, Target::ForFamily(_)) && guess.score >= ENOUGH) {
        found.retain(|guess| guess.target != Target::Go(Place::Family));
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.target.cmp(&b.target)));
    found
}

/// The same for words that were heard in several ways: where they agree it is surer, and where not none speaks against another.
fn every_of(wordings: &[Wording], sounds: &dyn Sounds) -> Vec<Guess> {
    let mut found: Vec<Guess> = Vec::new();
    for wording in wordings {
        for Guess { target, score } in every(&wording.words, sounds) {
            let score = score * wording.sure;
            match found.iter_mut().find(|guess| guess.target == target) {
                Some(same) => same.score = both(same.score, score),
                None => found.push(Guess { target, score }),
            }
        }
    }
    found.retain(|guess| guess.score >= FAINT);
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.target.cmp(&b.target)));
    found
}

/// So surely somebody is being cheated, and everything else waits.
const ALARM: f64 = 0.6;

/// The two best guesses at most, never two that lead to the same page.
pub fn guesses(text: &str, sounds: &dyn Sounds) -> Vec<Guess> {
    guesses_of(&[Wording::sure(text)], sounds)
}

/// The same for words that were heard in several ways.
pub fn guesses_of(wordings: &[Wording], sounds: &dyn Sounds) -> Vec<Guess> {
    let mut found = every_of(wordings, sounds);
    let service = |guess: &Guess| matches!(guess.target, Target::Go(Place::Guide(_)) | Target::ForFamily(_));
    let best = found.iter().filter(|guess| service(guess)).map(|guess| guess.score).fold(ALARM, f64::max);
    // Where a service fits better nobody is being cheated: then the warning is a guess among others.
    if let Some(alarm) = found.iter().find(|guess| guess.target == Target::Go(Place::Promises) && guess.score >= best).copied() {
        // What we never do, and a person to speak to before anything is paid.
        return vec![alarm, Guess { target: Target::Do(Command::Call), ..alarm }];
    }
    let mut pages = Vec::new();
    found.retain(|guess| {
        let page = guess.target.page();
        let new = !pages.contains(&page);
        pages.push(page);
        new
    });
    found.truncate(2);
    found
}

/// Signs in what is said in less than two seconds.
const SHORT: usize = 7;
/// Before a name of so few signs a word or two are still short.
const BARE: usize = 4;
const BEFORE_NAMES: [&str; 5] = ["", "办", "我要", "我要看", "我要办"];

/// What people say who say little more than a name: a recogniser writes other words for so short a sound, unless it is asked for these.
pub fn short_names() -> Vec<String> {
    let written = |phrase: &Phrase| phrase.sounds.iter().map(|sound| sound.sign).collect::<String>();
    let short = |phrase: &&Phrase| (2..=SHORT).contains(&phrase.sounds.len());
    let mut said: Vec<String> = Vec::new();
    for name in Target::all().flat_map(|target| WORDS.names(target.key())).filter(short) {
        let before = if name.sounds.len() <= BARE { &BEFORE_NAMES[..] } else { &BEFORE_NAMES[..1] };
        said.extend(before.iter().map(|before| format!("{before}{}", written(name))));
    }
    said.sort();
    said.dedup();
    said
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
