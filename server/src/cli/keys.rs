//! `server keys rotate|reseal`: a new sealing key for new records, and the old records brought under it. The key of the
//! look-up hashes stays for the life of the database: every stored hash would have to be made anew from every opened record.

use super::Where;
use crate::adapters::db::SEALED;
use crate::state::{House, META_SERVING_KEY, Refused};
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum What {
    /// Make a new sealing key; old records stay readable
    Rotate {
        #[command(flatten)]
        place: Where,
    },
    /// Seal all records and papers anew with the current key; may be broken off and started again
    Reseal {
        #[command(flatten)]
        place: Where,
    },
}

pub(super) async fn run(what: What) -> Result<ExitCode, Refused> {
    match what {
        What::Rotate { place } => {
            let house = place.open().await?;
            let next = house.vault.rotate(&house.config.data).map_err(Refused::one)?;
            println!("key {} is the current one. Copy keys.toml to a safe place and start the server again:", next.current_key());
            println!(
                "until then it goes on with key {}. Old records stay readable; `server keys reseal` brings them over.",
                house.vault.current_key()
            );
        }
        What::Reseal { place } => {
            let house = place.open().await?;
            newly_started(&house).await?;
            let (records, papers) = reseal(&house).await?;
            println!("{records} records and {papers} papers sealed anew: all are under key {}", house.vault.current_key());
            println!("older keys are needed for older copies of the data only; keep them with those copies");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A server that runs since before the rotation writes under the old key behind our back.
async fn newly_started(house: &House) -> Result<(), Refused> {
    let current = house.vault.current_key().to_string();
    match house.db.meta(META_SERVING_KEY).await.map_err(Refused::one)? {
        Some(key) if key != current => Err(Refused::one(format!(
            "the server was last started with key {key} and would go on writing with it: start it again, then reseal"
        ))),
        _ => Ok(()),
    }
}

/// How many records and papers were not under the current key.
async fn reseal(house: &House) -> Result<(u64, u64), Refused> {
    let (mut records, mut papers) = (0, 0);
    for table in SEALED {
        let mut after = String::new();
        while let Some(batch) = house.db.reseal(table, &after).await.map_err(Refused::one)? {
            records += batch.count;
            after = batch.last;
        }
    }
    for id in house.papers.kept_before(jiff::Timestamp::MAX).await.map_err(Refused::one)? {
        papers += u64::from(house.papers.reseal(&id).await.map_err(Refused::one)?);
    }
    Ok((records, papers))
}
