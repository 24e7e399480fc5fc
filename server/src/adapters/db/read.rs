//! Reading sealed records and the plain rows of lists. Only `SELECT`; on SQLite these connections cannot write at all.

use super::kept::{Kept, from_row, instant, ms};
use super::{Db, port_error};
use app::ports::{CaseRow, DueText, PortError, PortResult};
use domain::case::CaseState;
use domain::catalog::ItemCode;
use domain::ids::{AreaCode, CaseId, PersonId, StaffId};
use jiff::Timestamp;
use sea_orm::{DbErr, QueryResult, Value};

impl Db {
    /// The first record that `tail` (joins, conditions, order) finds.
    pub(super) async fn record<T: Kept, const N: usize>(&self, tail: &str, values: [Value; N]) -> PortResult<Option<T>> {
        let row = self.one(&select::<T>(tail), values).await?;
        row.map(|r| from_row(&r, self.vault())).transpose()
    }

    pub(super) async fn record_by_id<T: Kept>(&self, id: &str) -> PortResult<Option<T>> {
        self.record("WHERE id = $1", [id.into()]).await
    }

    pub(super) async fn records<T: Kept>(&self, tail: &str, values: Vec<Value>) -> PortResult<Vec<T>> {
        let rows = self.all(&select::<T>(tail), values).await?;
        rows.iter().map(|r| from_row(r, self.vault())).collect()
    }

    /// Texts of the outbox for the sending job; `tail` asks for one moment and a limit.
    pub(super) async fn texts(&self, tail: &str, moment: Timestamp, limit: u64) -> PortResult<Vec<DueText>> {
        let rows = self.all(&format!("SELECT id, sealed, tries FROM outbox {tail}"), vec![ms(moment).into(), limited(limit)]).await?;
        let text = |row: &QueryResult| {
            let tries: i64 = row.try_get_by_index(2).map_err(port_error)?;
            Ok(DueText { sms: from_row(row, self.vault())?, tries: u32::try_from(tries).unwrap_or(u32::MAX) })
        };
        rows.iter().map(text).collect()
    }

    pub(super) async fn case_rows(&self, tail: &str, values: Vec<Value>) -> PortResult<Vec<CaseRow>> {
        let rows = self.all(&format!("SELECT {CASE_COLUMNS} FROM case_file {tail}"), values).await?;
        rows.iter().map(|r| case_row(r).map_err(port_error)?.ok_or_else(damaged_row)).collect()
    }

    pub(super) async fn case_ids(&self, tail: &str, values: Vec<Value>) -> PortResult<Vec<CaseId>> {
        let rows = self.all(&format!("SELECT id FROM case_file {tail}"), values).await?;
        rows.iter().map(|r| r.try_get_by_index(0).map(CaseId).map_err(port_error)).collect()
    }

    pub(super) async fn count<const N: usize>(&self, sql: &str, values: [Value; N]) -> PortResult<u64> {
        let row = self.one(sql, values).await?;
        let count: i64 = row.map_or(Ok(0), |r| r.try_get_by_index(0)).map_err(port_error)?;
        Ok(count.unsigned_abs())
    }
}

/// Table and columns are constants of ours; so is every tail.
fn select<T: Kept>(tail: &str) -> String {
    format!("SELECT {t}.id, {t}.sealed, {c} FROM {t} {tail}", t = T::TABLE, c = T::TRUE_COLUMNS)
}

/// `$3, $4, $5` for a list that begins at the third place.
pub(super) fn places(first: usize, count: usize) -> String {
    let all: Vec<String> = (first..first + count).map(|n| format!("${n}")).collect();
    all.join(", ")
}

pub(super) fn limited(limit: u64) -> Value {
    i64::try_from(limit).unwrap_or(i64::MAX).into()
}

const CASE_COLUMNS: &str = "id, reference, item, state, subject_id, desk, village, submitted_ms, promised, step_due, \
                            held_by, held_until_ms, kept_for";

fn damaged_row() -> PortError {
    PortError::Damaged("case_file: a plain column does not parse".into())
}

fn case_row(row: &QueryResult) -> Result<Option<CaseRow>, DbErr> {
    let text = |at: usize| row.try_get_by_index::<String>(at);
    let (item, state) = (ItemCode::from_slug(&text(2)?), CaseState::from_key(&text(3)?));
    let (promised, step_due) = (text(8)?.parse(), text(9)?.parse());
    let (Some(item), Some(state), Ok(promised), Ok(step_due)) = (item, state, promised, step_due) else {
        return Ok(None);
    };
    Ok(Some(CaseRow {
        id: CaseId(text(0)?),
        reference: text(1)?,
        item,
        state,
        subject: PersonId(text(4)?),
        desk: AreaCode(text(5)?),
        village: AreaCode(text(6)?),
        submitted_at: instant(row.try_get_by_index(7)?),
        promised,
        step_due,
        held_by: row.try_get_by_index::<Option<String>>(10)?.map(StaffId),
        held_until: row.try_get_by_index::<Option<i64>>(11)?.map(instant),
        kept_for: row.try_get_by_index::<Option<String>>(12)?.map(StaffId),
    }))
}
