//! The counters of the supervisor's view: moved by the commit that saves a case, read in one small question, counted anew
//! only to be checked. Which case counts under what is `domain::tally`'s alone.

use super::kept::{Kept, from_row};
use super::read::places;
use super::{Db, Failed, port_error, run, statement};
use crate::vault::Vault;
use app::ports::{Change, PortError, PortResult};
use domain::case::Case;
use domain::ids::AreaCode;
use domain::tally::{Figure, Key, Tallies};
use jiff::civil::Date;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, QueryResult, SqliteTransactionMode, TransactionOptions,
    TransactionTrait, Value,
};

/// Counters in one statement.
const TOGETHER: usize = 200;
/// Cases opened at a time when all are counted.
const BATCH: i64 = 1000;
/// A fact about the database: its counters were begun.
const META_BEGUN: &str = "case-tally";

/// A counter that does not say what counting says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub key: Key,
    pub kept: i64,
    pub counted: i64,
}

/// Before a case is saved: what it counted as and what it is going to count as. A version that is not there any more is the
/// same conflict as when saving it.
pub(super) async fn note(tx: &DatabaseTransaction, vault: &Vault, change: &Change, counted: &mut Tallies) -> Result<(), Failed> {
    let Change::SaveCase(after) = change else { return Ok(()) };
    if after.version == 0 {
        counted.change(None, Some(after));
        return Ok(());
    }
    let sql = "SELECT id, sealed, version FROM case_file WHERE id = $1 AND version = $2";
    let row = tx.query_one_raw(statement(tx, sql, [after.id.as_str().into(), after.version.into()])).await?;
    let Some(row) = row else {
        return Err(PortError::Conflict(format!("{}: saved by somebody else", Case::TABLE)).into());
    };
    let before: Case = from_row(&row, vault)?;
    counted.change(Some(&before), Some(after));
    Ok(())
}

/// Adds up, in the order of the keys. A counter of nought goes: days that are over leave nothing behind.
pub(super) async fn put(tx: &DatabaseTransaction, counted: &Tallies) -> Result<(), Failed> {
    let all: Vec<(&Key, i64)> = counted.iter().collect();
    for some in all.chunks(TOGETHER) {
        let rows: Vec<String> = (0..some.len()).map(|row| format!("({})", places(1 + 5 * row, 5))).collect();
        let sql = format!(
            "INSERT INTO case_tally (kind, month, area, what, n) VALUES {} \
             ON CONFLICT (kind, month, area, what) DO UPDATE SET n = case_tally.n + excluded.n RETURNING kind, month, area, what, n",
            rows.join(", ")
        );
        let values: Vec<Value> = some.iter().flat_map(|(key, n)| [name(key).as_slice(), &[(*n).into()]].concat()).collect();
        for row in tx.query_all_raw(statement(tx, &sql, values)).await? {
            if row.try_get_by_index::<i64>(4)? == 0 {
                let gone = "DELETE FROM case_tally WHERE kind = $1 AND month = $2 AND area = $3 AND what = $4 AND n = 0";
                let text = |at: usize| row.try_get_by_index::<String>(at).map(Value::from);
                run(tx, gone, [text(0)?, text(1)?, text(2)?, text(3)?]).await?;
            }
        }
    }
    Ok(())
}

fn name(key: &Key) -> [Value; 4] {
    [key.figure.kind().into(), key.month.to_string().into(), key.area.as_str().into(), key.figure.what().into()]
}

pub(super) async fn within(db: &Db, area: &AreaCode, from: Date, to: Date) -> PortResult<Vec<(Figure, i64)>> {
    let (now, months): (Vec<&str>, Vec<&str>) = Figure::KINDS.into_iter().partition(|kind| Figure::OF_NOW.contains(kind));
    let sum = |kinds: &[&str], first: usize, more: &str| {
        format!(
            "SELECT kind, what, CAST(SUM(n) AS BIGINT) FROM case_tally \
             WHERE kind IN ({}) AND substr(area, 1, $1) = $2{more} GROUP BY kind, what",
            places(first, kinds.len())
        )
    };
    let sql = format!("{} UNION ALL {}", sum(&months, 5, " AND month >= $3 AND month <= $4"), sum(&now, 5 + months.len(), ""));
    let mut values: Vec<Value> = vec![super::store::length(area), area.as_str().into(), from.to_string().into(), to.to_string().into()];
    values.extend(months.into_iter().chain(now).map(Value::from));
    let rows = db.all(&sql, values).await?;
    rows.iter().map(|row| sum_of(row).map_err(port_error)?.ok_or_else(damaged)).collect()
}

fn sum_of(row: &QueryResult) -> Result<Option<(Figure, i64)>, DbErr> {
    let (kind, what): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    let n = row.try_get_by_index(2)?;
    Ok(Figure::from_key(&kind, &what).map(|figure| (figure, n)))
}

fn damaged() -> PortError {
    PortError::Damaged("case_tally: a counter of nothing that we know".into())
}

impl Db {
    /// Counts every case and says which counters differ; with `repair` they are then set right. Repairing and beginning hold
    /// off whoever wants to save a case; checking looks at one moment and holds off nobody.
    pub async fn check_tallies(&self, repair: bool) -> PortResult<Vec<Wrong>> {
        self.checked(repair, false).await
    }

    /// Once for each database: cases from before there were counters.
    pub(super) async fn begin_tallies(&self) -> PortResult<()> {
        if self.meta(META_BEGUN).await?.is_some() {
            return Ok(());
        }
        self.checked(true, true).await.map(|_| ())
    }

    async fn checked(&self, repair: bool, begin: bool) -> PortResult<Vec<Wrong>> {
        let write = &self.inner.write;
        let postgres = write.get_database_backend() == DbBackend::Postgres;
        let options = TransactionOptions {
            isolation_level: (postgres && !repair).then_some(IsolationLevel::RepeatableRead),
            sqlite_transaction_mode: Some(if repair { SqliteTransactionMode::Immediate } else { SqliteTransactionMode::Deferred }),
            ..TransactionOptions::default()
        };
        let from = if repair { write } else { &self.inner.read };
        let tx = from.begin_with_options(options).await.map_err(port_error)?;
        if postgres && repair {
            tx.execute_unprepared("LOCK TABLE case_file IN SHARE ROW EXCLUSIVE MODE").await.map_err(port_error)?;
        }
        let (kept, counted) = (stored(&tx).await?, self.count_all(&tx).await?);
        let wrong = compare(&kept, &counted);
        if repair && !wrong.is_empty() {
            set(&tx, &counted).await.map_err(said)?;
        }
        if begin {
            let sql = "INSERT INTO meta (meta_key, content) VALUES ($1, 'begun') ON CONFLICT (meta_key) DO NOTHING";
            tx.execute_raw(statement(&tx, sql, [META_BEGUN.into()])).await.map_err(port_error)?;
        }
        tx.commit().await.map_err(port_error)?;
        Ok(wrong)
    }

    /// Opens case by case, a batch at a time: a million of them never lie in memory.
    async fn count_all(&self, tx: &DatabaseTransaction) -> PortResult<Tallies> {
        let sql = "SELECT id, sealed, version FROM case_file WHERE id > $1 ORDER BY id LIMIT $2";
        let (mut all, mut after) = (Tallies::default(), String::new());
        loop {
            let rows = tx.query_all_raw(statement(tx, sql, [after.as_str().into(), BATCH.into()])).await.map_err(port_error)?;
            for row in &rows {
                let case: Case = from_row(row, self.vault())?;
                all.change(None, Some(&case));
                after = case.id.0;
            }
            if rows.is_empty() {
                return Ok(all);
            }
        }
    }
}

async fn stored(tx: &DatabaseTransaction) -> PortResult<Tallies> {
    let mut all = Tallies::default();
    let sql = "SELECT kind, what, n, month, area FROM case_tally";
    for row in tx.query_all_raw(statement(tx, sql, [])).await.map_err(port_error)? {
        let (figure, n) = sum_of(&row).map_err(port_error)?.ok_or_else(damaged)?;
        let (month, area): (String, String) =
            row.try_get_by_index(3).and_then(|m| Ok((m, row.try_get_by_index(4)?))).map_err(port_error)?;
        let month = month.parse().map_err(|_| damaged())?;
        all.add(Key { figure, month, area: AreaCode::new(area) }, n);
    }
    Ok(all)
}

async fn set(tx: &DatabaseTransaction, counted: &Tallies) -> Result<(), Failed> {
    run(tx, "DELETE FROM case_tally", []).await?;
    put(tx, counted).await
}

fn compare(kept: &Tallies, counted: &Tallies) -> Vec<Wrong> {
    let differing = counted.missing_from(kept);
    differing.iter().map(|(key, _)| Wrong { key: key.clone(), kept: kept.get(key), counted: counted.get(key) }).collect()
}

pub(super) fn said(failed: Failed) -> PortError {
    match failed {
        Failed::Port(e) => e,
        Failed::Db(e) => port_error(e),
    }
}
