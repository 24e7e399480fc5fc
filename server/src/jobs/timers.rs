//! The way from the jobs to the desk of a supervisor. The site is built before the jobs start, so the jobs are put in
//! afterwards; without them (in tests, in commands) nothing is known and nothing is shown.

use app::pages::desk::timers::Trouble;
use jiff::Timestamp;
use std::sync::{Arc, OnceLock};

type Look = dyn Fn(Timestamp) -> Vec<Trouble> + Send + Sync;

#[derive(Clone, Default)]
pub struct Timers(Arc<OnceLock<Box<Look>>>);

impl Timers {
    /// Once; a second one is not heard.
    pub fn look_with(&self, look: impl Fn(Timestamp) -> Vec<Trouble> + Send + Sync + 'static) {
        let _ = self.0.set(Box::new(look));
    }

    pub fn troubles(&self, now: Timestamp) -> Vec<Trouble> {
        self.0.get().map(|look| look(now)).unwrap_or_default()
    }
}

impl std::fmt::Debug for Timers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Timers")
    }
}
