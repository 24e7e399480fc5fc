//! The tables, one migration per group, each up and down. Run by `server migrate` and by tests.
//! A plain column holds only what a query needs: names of rows, states, areas, times, keyed hashes. Everything that
//! tells something about a person lies in `sealed`, which this crate cannot open.
//!
//! Two tables have longer names than the words they keep, because `case` and `grant` cannot be written unquoted in
//! SQL: a case lies in `case_file`, a grant in `grant_file`. Column conventions: `…_ms` is an instant in
//! milliseconds, `…_hash` a keyed hash, a date is ISO text, `version` counts saves from 1.

mod m0001_people;
mod m0002_doors;
mod m0003_matters;
mod m0004_telling;
mod m0005_ledger;
mod m0006_serving;
mod m0007_families;
mod m0008_assistants;
mod m0009_letters;
mod m0010_watch;
mod m0011_helping;
mod m0013_comfort;
mod m0014_voice_messages;
mod m0015_merges;
mod m0016_ratings;
mod m0017_tallies;
mod m0019_desks;
mod m0020_taken_in;
mod m0021_kept_and_board;
mod m0022_ways;
mod m0023_reminders;
mod m0024_unanswered;
mod table;

use sea_orm_migration::MigrationTrait;
pub use sea_orm_migration::MigratorTrait;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_doors::Migration),
            Box::new(m0003_matters::Migration),
            Box::new(m0004_telling::Migration),
            Box::new(m0005_ledger::Migration),
            Box::new(m0006_serving::Migration),
            Box::new(m0007_families::Migration),
            Box::new(m0008_assistants::Migration),
            Box::new(m0009_letters::Migration),
            Box::new(m0010_watch::Migration),
            Box::new(m0011_helping::Migration),
            Box::new(m0013_comfort::Migration),
            Box::new(m0014_voice_messages::Migration),
            Box::new(m0015_merges::Migration),
            Box::new(m0016_ratings::Migration),
            Box::new(m0017_tallies::Migration),
            Box::new(m0019_desks::Migration),
            Box::new(m0020_taken_in::Migration),
            Box::new(m0021_kept_and_board::Migration),
            Box::new(m0022_ways::Migration),
            Box::new(m0023_reminders::Migration),
            Box::new(m0024_unanswered::Migration),
        ]
    }
}
