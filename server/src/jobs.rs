//! Work that nobody asks for: each job on its own beat, safe to run twice, late or after a crash. Each remembers its last
//! good run, so that `/readyz` and the desk of the supervisors show one that stopped. A job never decides: it calls an act.

mod list;
pub mod timers;
mod warm;

use crate::state::House;
use app::pages::desk::timers::Trouble;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::task::{AbortHandle, JoinSet};

type Run = Pin<Box<dyn Future<Output = Result<usize, String>> + Send>>;

/// One job. `run` says how many things it did.
#[derive(Clone, Copy)]
pub struct Job {
    pub name: &'static str,
    pub every: Duration,
    pub run: fn(House) -> Run,
}

/// How a job's runs went.
#[derive(Clone, Copy, Default)]
struct Last {
    good: Option<Timestamp>,
    /// The newest run was not a good one.
    failed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum JobState {
    Well,
    /// The newest run was not a good one.
    Failing,
    /// No good run for much longer than its beat.
    Stopped,
}

impl JobState {
    fn word(self) -> &'static str {
        match self {
            JobState::Well => "ok",
            JobState::Failing => "FAILING",
            JobState::Stopped => "STOPPED",
        }
    }
}

#[derive(Clone)]
pub struct Jobs {
    started: Timestamp,
    list: &'static [Job],
    last: Arc<Mutex<BTreeMap<&'static str, Last>>>,
    handles: Arc<Mutex<Vec<AbortHandle>>>,
}

impl Jobs {
    pub fn start(house: House) -> Self {
        Self::start_these(house, list::JOBS)
    }

    fn start_these(house: House, list: &'static [Job]) -> Self {
        let jobs = Self { started: Timestamp::now(), list, last: Arc::default(), handles: Arc::default() };
        for job in list {
            let task = tokio::spawn(jobs.clone().keep_running(*job, house.clone()));
            lock(&jobs.handles).push(task.abort_handle());
        }
        jobs
    }

    async fn keep_running(self, job: Job, house: House) {
        let mut beat = tokio::time::interval(job.every);
        beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            beat.tick().await;
            // In a task of its own: a panic in one run must not end all later ones.
            let mut one = JoinSet::new();
            one.spawn((job.run)(house.clone()));
            let good = match one.join_next().await {
                Some(Ok(Ok(done))) => {
                    if done > 0 {
                        tracing::info!(job = job.name, done, "job");
                    }
                    Some(Timestamp::now())
                }
                Some(Ok(Err(error))) => {
                    tracing::error!(job = job.name, error, "job failed");
                    None
                }
                _ => {
                    tracing::error!(job = job.name, "job broke off");
                    None
                }
            };
            let mut all = lock(&self.last);
            let last = all.entry(job.name).or_default();
            *last = Last { good: good.or(last.good), failed: good.is_none() };
        }
    }

    /// No new run begins; a running one is dropped, and its transaction with it.
    pub async fn stop(&self) {
        lock(&self.handles).drain(..).for_each(|handle| handle.abort());
    }

    /// How each job stands.
    fn states(&self, now: Timestamp) -> Vec<(&'static str, JobState, Option<Timestamp>)> {
        let all = lock(&self.last);
        let state = |job: &Job| {
            let last = all.get(job.name).copied().unwrap_or_default();
            let patience = SignedDuration::try_from(job.every * 3 + Duration::from_secs(60)).unwrap_or(SignedDuration::MAX);
            let runs = now.duration_since(last.good.unwrap_or(self.started)) <= patience;
            let state = match (runs, last.failed) {
                (false, _) => JobState::Stopped,
                (true, true) => JobState::Failing,
                (true, false) => JobState::Well,
            };
            (job.name, state, last.good)
        };
        self.list.iter().map(state).collect()
    }

    /// One line per job, and whether all of them run. One bad run shows and is no reason to call the site unready.
    pub fn report(&self, now: Timestamp) -> (Vec<String>, bool) {
        let states = self.states(now);
        let all_run = states.iter().all(|(_, state, _)| *state != JobState::Stopped);
        let lines = states.into_iter().map(|(name, state, good)| {
            let when = good.map_or_else(|| "never".to_owned(), |at| format!("{at:.0}"));
            format!("job {name} {}, last good run {when}", state.word())
        });
        (lines.collect(), all_run)
    }

    /// What a supervisor reads: only what does not run as it should.
    pub fn troubles(&self, now: Timestamp) -> Vec<Trouble> {
        let ill = self.states(now).into_iter().filter(|(_, state, _)| *state != JobState::Well);
        ill.map(|(name, state, good)| Trouble {
            name: name.to_owned(),
            stopped: state == JobState::Stopped,
            since: good.or(Some(self.started)),
        })
        .collect()
    }
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
