//! `server ledger verify`: walks every chain and names the first link that is broken or missing. Changes nothing.

use super::Where;
use crate::adapters::db::LedgerHead;
use crate::ledger_chain::{Known, Link, genesis, verify};
use crate::state::{House, Refused};
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum What {
    /// Name the first broken or missing link
    Verify {
        #[command(flatten)]
        place: Where,
        /// A head that was printed: begin with its day, and show that it still stands there
        #[arg(long)]
        from: Option<String>,
    },
}

pub(super) async fn run(what: What) -> Result<ExitCode, Refused> {
    let What::Verify { place, from } = what;
    let from = match from {
        None => None,
        Some(text) => Some(Link::from_hex(&text).ok_or_else(|| Refused::one("--from takes a printed head: 64 hexadecimal digits"))?),
    };
    match verify_all(&place.open().await?, from).await? {
        Ok(found) => {
            println!("{found}");
            Ok(ExitCode::SUCCESS)
        }
        Err(broken) => {
            println!("{broken}");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The sentence of success, or the sentence that names the first fault.
pub async fn verify_all(house: &House, from: Option<Link>) -> Result<Result<String, String>, Refused> {
    let key = house.vault.ledger_key();
    let heads = house.db.ledger_heads().await.map_err(Refused::one)?;
    let begin = match from {
        None => None,
        Some(head) => match find(house, &heads, head).await? {
            Some(found) => Some(found),
            None => return Ok(Err("missing: no entry has the printed head; the ledger was cut off or rewritten before it".to_owned())),
        },
    };
    let (mut chains, mut entries) = (0u64, 0u64);
    for (index, stored_head) in heads.iter().enumerate() {
        let chain = &stored_head.chain;
        let known = match &begin {
            Some((first, _)) if chain.county != heads[*first].chain.county || index < *first => continue,
            Some((first, known)) if index == *first => Some(*known),
            _ => None,
        };
        let before = index.checked_sub(1).map(|i| &heads[i]).filter(|h| h.chain.county == chain.county).map(|h| h.head);
        let rows = house.db.ledger_chain(chain).await.map_err(Refused::one)?;
        match verify(chain, genesis(chain, before, &key), &key, known, rows) {
            Ok(whole) => {
                chains += 1;
                entries += whole.count;
            }
            Err(broken) => return Ok(Err(format!("broken: county {}, day {}, {broken}", chain.county, chain.day))),
        }
    }
    Ok(Ok(format!("whole: {entries} entries in {chains} daily chains")))
}

/// The chain and the place of a printed head, by the links as they are stored.
async fn find(house: &House, heads: &[LedgerHead], wanted: Link) -> Result<Option<(usize, Known)>, Refused> {
    for (index, head) in heads.iter().enumerate() {
        let rows = house.db.ledger_chain(&head.chain).await.map_err(Refused::one)?;
        if let Some(row) = rows.iter().find(|row| row.link == wanted) {
            return Ok(Some((index, Known { count: row.number, head: wanted })));
        }
    }
    Ok(None)
}
