//! Taking away what has served its time. Only rows that nothing refers to; a second run finds nothing.

use super::kept::ms;
use super::{Failed, run, statement};
use crate::vault::Vault;
use app::ports::{PortError, Served, Session};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// Opened in one transaction at most; the next run takes the rest.
const STASHES: i64 = 500;

pub(super) async fn clear(tx: &DatabaseTransaction, vault: &Vault, what: Served, before: Timestamp) -> Result<(), Failed> {
    let sql = match what {
        Served::Codes => "DELETE FROM sent_code WHERE sent_ms < $1",
        Served::Attempts => "DELETE FROM attempt WHERE at_ms < $1",
        Served::OnceKeys => "DELETE FROM once WHERE at_ms < $1",
        Served::VisitorSessions => "DELETE FROM session WHERE last_seen_ms < $1 AND person_id IS NULL AND staff_id IS NULL",
        Served::StaffSessions => "DELETE FROM session WHERE last_seen_ms < $1 AND staff_id IS NOT NULL",
        Served::ResidentSessions => "DELETE FROM session WHERE last_seen_ms < $1 AND person_id IS NOT NULL",
        Served::Stashes => return forget_stashes(tx, vault, before).await,
        Served::OwnPhones => "DELETE FROM own_phone WHERE since_ms < $1",
        Served::Unsent => "DELETE FROM unsent WHERE at_ms < $1",
        Served::SentTexts => "DELETE FROM outbox WHERE sent_ms < $1",
        Served::Texts => "DELETE FROM outbox WHERE at_ms < $1",
    };
    run(tx, sql, [ms(before).into()]).await?;
    Ok(())
}

/// The session stays; what was typed is taken out of what is sealed.
async fn forget_stashes(tx: &DatabaseTransaction, vault: &Vault, before: Timestamp) -> Result<(), Failed> {
    let damaged = |what: &dyn std::fmt::Display| Failed::Port(PortError::Damaged(format!("session: {what}")));
    let due = "SELECT id FROM session WHERE stash_ms < $1 LIMIT $2";
    for row in tx.query_all_raw(statement(tx, due, [ms(before).into(), STASHES.into()])).await? {
        let id: String = row.try_get_by_index(0)?;
        // Writing before reading takes the lock: a page that is answered in this moment waits or is seen.
        run(tx, "UPDATE session SET stash_ms = NULL WHERE id = $1", [id.as_str().into()]).await?;
        let read = statement(tx, "SELECT sealed FROM session WHERE id = $1", [id.as_str().into()]);
        let Some(row) = tx.query_one_raw(read).await? else { continue };
        let sealed: Vec<u8> = row.try_get_by_index(0)?;
        let session: Session = vault.open_json("session", "sealed", &id, &sealed).map_err(|e| damaged(&e))?;
        let emptied = Session { stash: None, ..session };
        let sealed = vault.seal_json("session", "sealed", &id, &emptied).map_err(|e| damaged(&e))?;
        run(tx, "UPDATE session SET sealed = $2 WHERE id = $1", [id.as_str().into(), sealed.into()]).await?;
    }
    Ok(())
}
