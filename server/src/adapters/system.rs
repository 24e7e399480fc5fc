//! The clock and the chance of the machine.

use app::ports::{Chance, Clock};
use jiff::Timestamp;

pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        // Stores keep milliseconds: what is finer would differ between the record in hand and the one read back.
        let now = Timestamp::now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }
}

pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, out: &mut [u8]) {
        // A machine without chance must not hand out guessable codes and sessions: nothing is served then.
        if let Err(error) = getrandom::fill(out) {
            tracing::error!(%error, "the system gives no random bytes");
            std::process::abort();
        }
    }
}
