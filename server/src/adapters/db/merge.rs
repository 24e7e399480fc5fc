//! One record of a person under another, and back: what stands in plain columns alone is moved here, what is sealed is saved
//! by the act. Knows every column that names a person.

use super::kept::{ms, to_row};
use super::read::places;
use super::{Db, Failed, run, statement};
use crate::vault::Vault;
use app::ports::{Belongings, MergeRecord, PortError, PortResult};
use domain::ids::{GrantId, PersonId};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Value};
use std::collections::BTreeSet;

/// What becomes of a column that names a person whose record goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// Names the record that stays from then on.
    Moves,
    /// The row is taken away.
    Ends,
    /// History, or the merge itself.
    Stays,
}

/// Every column that names a person. A test compares them with the tables.
pub const PERSON_COLUMNS: &[(&str, &str, Follows)] = &[
    ("session", "person_id", Follows::Ends),
    ("own_phone", "person_id", Follows::Ends),
    ("slip", "person_id", Follows::Moves),
    ("case_file", "subject_id", Follows::Moves),
    ("case_file", "bystander_id", Follows::Moves),
    ("draft", "subject_id", Follows::Moves),
    ("paper", "subject_id", Follows::Moves),
    ("grant_file", "elder_id", Follows::Moves),
    ("grant_file", "helper_id", Follows::Moves),
    ("notice", "person_id", Follows::Moves),
    ("asker_block", "elder_id", Follows::Moves),
    ("asker_block", "asker_id", Follows::Moves),
    ("portrait", "helper_id", Follows::Moves),
    ("portrait", "elder_id", Follows::Moves),
    ("assisted", "subject_id", Follows::Moves),
    ("finding", "about_id", Follows::Moves),
    ("unsent", "helper_id", Follows::Moves),
    ("voice_message", "subject_id", Follows::Moves),
    ("rating", "subject_id", Follows::Moves),
    // How she wants her pages: the record that stays has its own, or hers is saved under it.
    ("comfort", "id", Follows::Ends),
    // Append-only; what was written under the old name is read with the new one.
    ("ledger", "subject_id", Follows::Stays),
    ("merged_person", "goes_id", Follows::Stays),
    ("merged_person", "stays_id", Follows::Stays),
    ("merge_file", "id", Follows::Stays),
];

/// Holds both people, so that nobody takes a place or files anything meanwhile, then moves the plain columns.
pub(super) async fn merge(tx: &DatabaseTransaction, vault: &Vault, record: &MergeRecord, grants: &BTreeSet<GrantId>) -> Result<(), Failed> {
    let (goes, stays) = (record.goes.as_str(), record.stays.as_str());
    hold(tx, goes, stays).await?;
    let known = statement(tx, "SELECT 1 FROM merged_person WHERE goes_id IN ($1, $2)", [goes.into(), stays.into()]);
    if tx.query_one_raw(known).await?.is_some() {
        return Err(PortError::Conflict("merged already".into()).into());
    }
    let sql = "SELECT id FROM grant_file WHERE elder_id IN ($1, $2) OR helper_id IN ($1, $2)";
    let mut there = BTreeSet::new();
    for row in tx.query_all_raw(statement(tx, sql, [goes.into(), stays.into()])).await? {
        there.insert(GrantId(row.try_get_by_index(0)?));
    }
    if there != *grants {
        return Err(PortError::Conflict("a grant came or went meanwhile".into()).into());
    }
    // Who was merged into it before follows: one step leads to whoever stays.
    run(tx, "UPDATE merged_person SET stays_id = $2 WHERE stays_id = $1", [goes.into(), stays.into()]).await?;
    let insert = "INSERT INTO merged_person (goes_id, stays_id, at_ms) VALUES ($1, $2, $3)";
    run(tx, insert, [goes.into(), stays.into(), ms(record.at).into()]).await?;
    to_row(record, vault)?.put(tx).await?;
    run(tx, "UPDATE paper SET subject_id = $2 WHERE subject_id = $1", [goes.into(), stays.into()]).await?;
    for copy in [
        "INSERT INTO portrait (helper_id, elder_id, picture) \
         SELECT $2, elder_id, picture FROM portrait WHERE helper_id = $1 AND elder_id <> $2 ON CONFLICT DO NOTHING",
        "INSERT INTO portrait (helper_id, elder_id, picture) \
         SELECT helper_id, $2, picture FROM portrait WHERE elder_id = $1 AND helper_id <> $2 ON CONFLICT DO NOTHING",
    ] {
        run(tx, copy, [goes.into(), stays.into()]).await?;
    }
    copy_blocks(tx, goes, stays).await?;
    for gone in [
        "DELETE FROM asker_block WHERE elder_id = $1 OR asker_id = $1",
        "DELETE FROM portrait WHERE elder_id = $1 OR helper_id = $1",
        "DELETE FROM comfort WHERE id = $1",
        // The act writes them anew under the record that stays: one pattern of one person is one finding.
        "DELETE FROM finding WHERE about_id = $1",
    ] {
        run(tx, gone, [goes.into()]).await?;
    }
    Ok(())
}

/// Two people again. Whom either of them kept away stays away from both: parting opens nothing to anybody.
pub(super) async fn part(tx: &DatabaseTransaction, record: &MergeRecord) -> Result<(), Failed> {
    let (goes, stays) = (record.goes.as_str(), record.stays.as_str());
    hold(tx, goes, stays).await?;
    let gone = run(tx, "DELETE FROM merged_person WHERE goes_id = $1 AND stays_id = $2", [goes.into(), stays.into()]).await?;
    if gone == 0 {
        return Err(PortError::Conflict("parted already".into()).into());
    }
    for id in &record.followed {
        let back = "UPDATE merged_person SET stays_id = $2 WHERE goes_id = $1";
        run(tx, back, [id.as_str().into(), goes.into()]).await?;
    }
    run(tx, "DELETE FROM merge_file WHERE id = $1", [goes.into()]).await?;
    copy_blocks(tx, stays, goes).await
}

/// Nothing may still name the record that went: what came meanwhile is looked at anew.
pub(super) async fn nothing_left(tx: &DatabaseTransaction, of: &PersonId) -> Result<(), Failed> {
    for (table, column, _) in PERSON_COLUMNS.iter().filter(|(_, _, follows)| *follows != Follows::Stays) {
        let sql = format!("SELECT 1 FROM {table} WHERE {column} = $1 LIMIT 1");
        if tx.query_one_raw(statement(tx, &sql, [of.as_str().into()])).await?.is_some() {
            return Err(PortError::Conflict(format!("{table}: something came meanwhile")).into());
        }
    }
    Ok(())
}

/// After all rows of these people were written: they waited for a merge that was under way, and must not lie under what is gone.
pub(super) async fn still_there(tx: &DatabaseTransaction, people: &BTreeSet<&PersonId>) -> Result<(), Failed> {
    if people.is_empty() {
        return Ok(());
    }
    let sql = format!("SELECT 1 FROM merged_person WHERE goes_id IN ({}) LIMIT 1", places(1, people.len()));
    let gone = statement(tx, &sql, people.iter().map(|person| person.as_str().into()));
    if tx.query_one_raw(gone).await?.is_some() {
        return Err(PortError::Conflict("merged meanwhile".into()).into());
    }
    Ok(())
}

async fn hold(tx: &DatabaseTransaction, goes: &str, stays: &str) -> Result<(), Failed> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT id FROM person WHERE id IN ($1, $2) ORDER BY id FOR UPDATE";
        tx.query_all_raw(statement(tx, sql, [goes.into(), stays.into()])).await?;
    }
    Ok(())
}

async fn copy_blocks(tx: &DatabaseTransaction, from: &str, to: &str) -> Result<(), Failed> {
    for copy in [
        "INSERT INTO asker_block (elder_id, asker_id, at_ms) \
         SELECT $2, asker_id, at_ms FROM asker_block WHERE elder_id = $1 AND asker_id <> $2 ON CONFLICT DO NOTHING",
        "INSERT INTO asker_block (elder_id, asker_id, at_ms) \
         SELECT elder_id, $2, at_ms FROM asker_block WHERE asker_id = $1 AND elder_id <> $2 ON CONFLICT DO NOTHING",
    ] {
        run(tx, copy, [from.into(), to.into()]).await?;
    }
    Ok(())
}

pub(super) async fn belongings(db: &Db, person: &PersonId) -> PortResult<Belongings> {
    let hers = || vec![Value::from(person.as_str())];
    Ok(Belongings {
        drafts: db.records("WHERE subject_id = $1 ORDER BY id", hers()).await?,
        cases: db.case_ids("WHERE subject_id = $1 OR bystander_id = $1 ORDER BY id", hers()).await?,
        grants: db.records("WHERE elder_id = $1 OR helper_id = $1 ORDER BY id", hers()).await?,
        notices: db.records("WHERE person_id = $1 ORDER BY id", hers()).await?,
        slips: db.records("WHERE person_id = $1 ORDER BY id", hers()).await?,
        assisted: db.records("WHERE subject_id = $1 ORDER BY id", hers()).await?,
        findings: db.records("WHERE about_id = $1 ORDER BY id", hers()).await?,
        messages: db.records("WHERE subject_id = $1 ORDER BY id", hers()).await?,
        ratings: db.records("WHERE subject_id = $1 ORDER BY id", hers()).await?,
        unsent: db.records("WHERE helper_id = $1 ORDER BY id", hers()).await?,
    })
}
