//! `server tally check`: counts every case anew and says whether the counters of the supervisor's view agree. `--repair` sets
//! them right; while it counts, nobody can save a case.

use super::Where;
use crate::adapters::db::Wrong;
use crate::state::Refused;
use clap::Subcommand;
use std::process::ExitCode;

/// Named one by one; the rest is only counted.
const SHOWN: usize = 20;

#[derive(Subcommand)]
pub(super) enum What {
    /// Say whether the counters agree with the cases
    Check {
        #[command(flatten)]
        place: Where,
        /// Set wrong counters right
        #[arg(long)]
        repair: bool,
    },
}

pub(super) async fn run(what: What) -> Result<ExitCode, Refused> {
    let What::Check { place, repair } = what;
    let wrong = place.open().await?.db.check_tallies(repair).await.map_err(Refused::one)?;
    wrong.iter().take(SHOWN).for_each(|one| println!("{}", line(one)));
    if wrong.is_empty() {
        println!("the counters agree with the cases");
        return Ok(ExitCode::SUCCESS);
    }
    if repair {
        println!("{} counters were wrong and are set right", wrong.len());
        return Ok(ExitCode::SUCCESS);
    }
    println!("{} counters are wrong: server tally check --repair sets them right", wrong.len());
    Ok(ExitCode::FAILURE)
}

fn line(wrong: &Wrong) -> String {
    let key = &wrong.key;
    let (kind, what, area, month) = (key.figure.kind(), key.figure.what(), key.area.as_str(), key.month);
    format!("{kind} {what}, area {area}, month of {month}: {} kept, {} counted", wrong.kept, wrong.counted)
}
