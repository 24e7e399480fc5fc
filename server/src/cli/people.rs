//! `server people import`: residents from a file. Every line is judged by itself: good ones are kept, bad ones are named
//! with the reason. Never prints what stood in a line.

mod read;

use super::Where;
use crate::state::{House, Refused};
use app::acts::tell;
use app::ports::{Change, Person, Verified};
use app::text;
use clap::Subcommand;
use domain::ids::PersonId;
use domain::lang::Lang;
use domain::ledger::By;
use read::Row;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

/// Written together; a crash loses at most the last batch, and the same file can be imported again.
const BATCH: usize = 200;

#[derive(Subcommand)]
pub(super) enum What {
    /// Take in residents: name,id_number,phone,nationality,village[,household]
    Import {
        #[command(flatten)]
        place: Where,
        file: PathBuf,
    },
}

pub(super) async fn run(what: What) -> Result<ExitCode, Refused> {
    let What::Import { place, file } = what;
    let text = std::fs::read_to_string(&file).map_err(|e| Refused::one(format!("{} cannot be read: {e}", file.display())))?;
    let done = import(&place.open().await?, &text).await?;
    for (line, why) in &done.refused {
        println!("line {line}: {why}");
    }
    println!("{} residents taken in, {} lines refused", done.taken, done.refused.len());
    Ok(if done.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What an import did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub taken: usize,
    pub refused: Vec<(usize, String)>,
}

pub async fn import(house: &House, text: &str) -> Result<Imported, Refused> {
    let world = &house.world;
    let demo = house.demo_marker().await?.is_some();
    let mut done = Imported::default();
    let mut seen = BTreeSet::new();
    let mut batch: Vec<Change> = Vec::new();
    let (header, lines) = read::lines(text).map_err(Refused::one)?;
    for (line, fields) in lines {
        let judged = match read::row(&header, &fields, &world.region, world.today()) {
            Err(why) => Err(why),
            Ok(row) if !seen.insert(row.id_number.plain().to_owned()) => Err("id_number: stands in this file twice".to_owned()),
            Ok(row) if demo && !row.id_number.area().starts_with("99") => {
                Err("id_number: a demo database takes invented people only".to_owned())
            }
            Ok(row) if !demo && row.id_number.area().starts_with("99") => Err("id_number: area 99 is for invented people".to_owned()),
            Ok(row) => match world.store.person_by_number(&row.id_number).await.map_err(Refused::one)? {
                Some(_) => Err("id_number: known already; a record changes at the counter".to_owned()),
                None => Ok(row),
            },
        };
        match judged {
            Err(why) => done.refused.push((line, why)),
            Ok(row) => {
                let person = person(row, PersonId::new(world.new_id()));
                batch.push(tell::ledger(world, By::Rule, &person, "import-person", person.id.as_str(), "people", "command-line"));
                batch.push(Change::SavePerson(Box::new(person)));
                done.taken += 1;
            }
        }
        if batch.len() >= 2 * BATCH {
            world.store.commit(std::mem::take(&mut batch)).await.map_err(Refused::one)?;
        }
    }
    if !batch.is_empty() {
        world.store.commit(batch).await.map_err(Refused::one)?;
    }
    Ok(done)
}

fn person(row: Row, id: PersonId) -> Person {
    Person {
        id,
        name: row.name,
        id_number: row.id_number,
        phone: row.phone,
        nationality: row.nationality,
        village: row.village,
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: row.household,
        version: 0,
    }
}

/// A reason as the pages say it.
fn words(column: &str, key: &str) -> String {
    format!("{column}: {}", text::text(Lang::ZhHans, key))
}
