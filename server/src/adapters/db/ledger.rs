//! The ledger in the database: appending under a lock, and reading a chain back for whoever verifies it.
//! One head row per county is locked by every append, so no chain ever forks.

use super::kept::{instant, ms};
use super::{Db, Failed, port_error, run, statement};
use crate::ledger_chain::{Canonical, ChainId, Link, Stored, genesis, link};
use crate::vault::LedgerKey;
use app::ports::{LedgerNote, LedgerRow, PortError, PortResult};
use domain::ids::PersonId;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, QueryResult, Value};

/// How a chain of a county and day ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerHead {
    pub chain: ChainId,
    pub count: u64,
    pub head: Link,
}

/// The bytes that are chained: the instant in milliseconds, then the line exactly as it is stored.
pub fn entry_bytes(at_ms: i64, line: &str) -> Canonical {
    Canonical::new().number(at_ms).text(line)
}

fn china_day(at: jiff::Timestamp) -> Date {
    at.to_zoned(TimeZone::fixed(Offset::constant(8))).date()
}

/// The day of a chain never goes back: an entry that comes late, just after midnight, stands in the new day's chain,
/// because that one already begins at the head of the old.
pub(super) async fn append(tx: &DatabaseTransaction, key: &LedgerKey, note: &LedgerNote) -> Result<(), Failed> {
    let county = note.line.county.as_str();
    let text = serde_json::to_string(&note.line).map_err(|e| PortError::Damaged(format!("ledger: {e}")))?;
    // Writing before reading takes the lock on both databases.
    let lock = "INSERT INTO ledger_head (county, day, seq, link, turn) VALUES ($1, '', 0, $2, 1) \
                ON CONFLICT (county) DO UPDATE SET turn = ledger_head.turn + 1 RETURNING day, seq, link";
    let Some(head) = tx.query_one_raw(statement(tx, lock, [county.into(), Vec::<u8>::new().into()])).await? else {
        return Err(PortError::Damaged("ledger: the head of a county is gone".into()).into());
    };
    let (last_day, last_seq) = (head.try_get_by_index::<String>(0)?, head.try_get_by_index::<i64>(1)?);
    let last = if last_day.is_empty() { None } else { Some((parse_day(&last_day)?, to_link(&head, 2)?)) };

    let today = china_day(note.at);
    let (chain, before, seq) = match last {
        Some((day, last)) if day >= today => (ChainId { county: county.into(), day }, last, last_seq + 1),
        last => {
            let chain = ChainId { county: county.into(), day: today };
            let first = genesis(&chain, last.map(|(_, link)| link), key);
            (chain, first, 1)
        }
    };
    let next = link(&chain, seq.unsigned_abs(), before, &entry_bytes(ms(note.at), &text), key);
    let insert = "INSERT INTO ledger (county, day, seq, at_ms, subject_id, line, link) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let day = chain.day.to_string();
    let values: [Value; 7] = [
        county.into(),
        day.as_str().into(),
        seq.into(),
        ms(note.at).into(),
        note.line.subject.as_ref().map(PersonId::as_str).into(),
        text.into(),
        next.0.to_vec().into(),
    ];
    run(tx, insert, values).await?;
    let advance = "UPDATE ledger_head SET day = $2, seq = $3, link = $4 WHERE county = $1";
    run(tx, advance, [county.into(), day.into(), seq.into(), next.0.to_vec().into()]).await?;
    Ok(())
}

fn parse_day(text: &str) -> PortResult<Date> {
    text.parse().map_err(|_| PortError::Damaged("ledger: a day is no date".into()))
}

fn to_link(row: &QueryResult, column: usize) -> PortResult<Link> {
    let bytes: Vec<u8> = row.try_get_by_index(column).map_err(port_error)?;
    let bytes = bytes.try_into().map_err(|_| PortError::Damaged("ledger: a link has the wrong length".into()))?;
    Ok(Link(bytes))
}

/// Columns `seq, at_ms, line`.
pub(super) fn to_row(row: &QueryResult) -> PortResult<LedgerRow> {
    let read =
        || -> Result<(i64, i64, String), DbErr> { Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?)) };
    let (seq, at, line) = read().map_err(port_error)?;
    let line = serde_json::from_str(&line).map_err(|_| PortError::Damaged("ledger: a line does not parse".into()))?;
    Ok(LedgerRow { seq, at: instant(at), line })
}

impl Db {
    /// Every chain with its length and head, oldest first; what is printed daily. An empty day has no chain.
    pub async fn ledger_heads(&self) -> PortResult<Vec<LedgerHead>> {
        let sql = "SELECT l.county, l.day, l.seq, l.link FROM ledger l \
                   JOIN (SELECT county, day, MAX(seq) AS last FROM ledger GROUP BY county, day) t \
                   ON t.county = l.county AND t.day = l.day AND t.last = l.seq ORDER BY l.county, l.day";
        let rows = self.all(sql, vec![]).await?;
        rows.iter()
            .map(|row| {
                let county = row.try_get_by_index(0).map_err(port_error)?;
                let day: String = row.try_get_by_index(1).map_err(port_error)?;
                let seq: i64 = row.try_get_by_index(2).map_err(port_error)?;
                let chain = ChainId { county, day: parse_day(&day)? };
                Ok(LedgerHead { chain, count: seq.unsigned_abs(), head: to_link(row, 3)? })
            })
            .collect()
    }

    /// All entries of one chain in ascending order, with the bytes that were chained; for `ledger_chain::verify`.
    /// Nothing is parsed: an altered line must come out as altered, not as an error.
    pub async fn ledger_chain(&self, chain: &ChainId) -> PortResult<Vec<Stored>> {
        let sql = "SELECT seq, at_ms, line, link FROM ledger WHERE county = $1 AND day = $2 ORDER BY seq";
        let rows = self.all(sql, vec![chain.county.as_str().into(), chain.day.to_string().into()]).await?;
        let read = |row: &QueryResult| -> Result<Stored, DbErr> {
            let (seq, at): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let (line, link): (String, Vec<u8>) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
            let link = Link(link.try_into().unwrap_or([0; 32]));
            Ok(Stored { number: seq.unsigned_abs(), entry: entry_bytes(at, &line), link })
        };
        rows.iter().map(|row| read(row).map_err(port_error)).collect()
    }
}
