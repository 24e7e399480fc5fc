//! One record of a person under another: what hangs on it in plain columns alone. What is sealed is saved by the act.

use super::kept::ms;
use super::{Failed, run, statement};
use app::ports::PortError;
use domain::ids::PersonId;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DatabaseTransaction};

pub(super) async fn merge(tx: &DatabaseTransaction, goes: &PersonId, stays: &PersonId, at: Timestamp) -> Result<(), Failed> {
    let (goes, stays) = (goes.as_str(), stays.as_str());
    let known = statement(tx, "SELECT 1 FROM merged_person WHERE goes_id IN ($1, $2)", [goes.into(), stays.into()]);
    if tx.query_one_raw(known).await?.is_some() {
        return Err(PortError::Conflict("merged already".into()).into());
    }
    // Who was merged into it before follows: one step leads to whoever stays.
    run(tx, "UPDATE merged_person SET stays_id = $2 WHERE stays_id = $1", [goes.into(), stays.into()]).await?;
    let insert = "INSERT INTO merged_person (goes_id, stays_id, at_ms) VALUES ($1, $2, $3)";
    run(tx, insert, [goes.into(), stays.into(), ms(at).into()]).await?;
    run(tx, "UPDATE paper SET subject_id = $2 WHERE subject_id = $1", [goes.into(), stays.into()]).await?;
    for copy in [
        "INSERT INTO asker_block (elder_id, asker_id, at_ms) \
         SELECT $2, asker_id, at_ms FROM asker_block WHERE elder_id = $1 AND asker_id <> $2 ON CONFLICT DO NOTHING",
        "INSERT INTO asker_block (elder_id, asker_id, at_ms) \
         SELECT elder_id, $2, at_ms FROM asker_block WHERE asker_id = $1 AND elder_id <> $2 ON CONFLICT DO NOTHING",
    ] {
        run(tx, copy, [goes.into(), stays.into()]).await?;
    }
    run(tx, "DELETE FROM asker_block WHERE elder_id = $1 OR asker_id = $1", [goes.into()]).await?;
    Ok(())
}
