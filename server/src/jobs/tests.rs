//! What `/readyz` learns of a job that fails, breaks off or stops.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::config::{CommandLine, Config};
use std::sync::atomic::{AtomicU32, Ordering};

const BEAT: Duration = Duration::from_millis(5);

static RUNS: AtomicU32 = AtomicU32::new(0);

const TRIED: &[Job] = &[
    Job { name: "good", every: BEAT, run: |_| Box::pin(async { Ok(1) }) },
    Job { name: "fails", every: BEAT, run: |_| Box::pin(async { Err("on purpose".to_owned()) }) },
    Job {
        name: "breaks-off",
        every: BEAT,
        run: |_| {
            Box::pin(async {
                RUNS.fetch_add(1, Ordering::SeqCst);
                panic!("on purpose")
            })
        },
    },
];

#[tokio::test]
async fn a_job_that_fails_shows_at_once_and_one_that_stays_away_makes_us_unready() {
    let folder = std::env::temp_dir().join(format!("yibao-jobs-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = CommandLine { data: Some(folder.clone()), ..CommandLine::default() };
    let house = crate::state::open(Config::from_parts(None, &BTreeMap::new(), &place).unwrap()).await.unwrap();
    let jobs = Jobs::start_these(house, TRIED);
    let now = Timestamp::now();
    let shows = |words: &str| jobs.report(now).0.iter().any(|line| line.starts_with(words));
    let all = ["job good ok, last good run 2", "job fails FAILING, last good run never", "job breaks-off FAILING"];
    let until = std::time::Instant::now() + Duration::from_secs(20);
    while !all.iter().all(|words| shows(words)) || RUNS.load(Ordering::SeqCst) < 2 {
        assert!(std::time::Instant::now() < until, "{:?}", jobs.report(now));
        tokio::task::yield_now().await;
    }
    let ill: Vec<_> = jobs.troubles(now).into_iter().map(|t| (t.name, t.stopped)).collect();
    assert_eq!(ill, [("fails".to_owned(), false), ("breaks-off".to_owned(), false)], "what a supervisor reads");
    assert!(jobs.report(now).1, "a bad run alone is no reason to be called unready");
    jobs.stop().await;
    let later = now + SignedDuration::from_mins(3);
    let (lines, ready) = jobs.report(later);
    assert!(!ready && lines.iter().all(|line| line.contains("STOPPED")), "{lines:?}");
    assert!(jobs.troubles(later).iter().all(|t| t.stopped && t.since.is_some()) && jobs.troubles(later).len() == 3);
    let _ = std::fs::remove_dir_all(&folder);
}
