//! Builds the three statements every kept record needs: insert, save against a version, put.
//! Column names come from code only, never from a person.

use super::read::places;
use super::{Failed, run};
use app::ports::PortError;
use sea_orm::{DatabaseTransaction, DbErr, Value};
use std::fmt::Write;

/// Rows in one statement, where there are many.
const TOGETHER: usize = 500;

/// One row to be written: its table, its id and its other columns.
pub(super) struct Row {
    table: &'static str,
    names: Vec<&'static str>,
    values: Vec<Value>,
}

impl Row {
    pub(super) fn new(table: &'static str, id: &str) -> Self {
        Self { table, names: vec!["id"], values: vec![id.into()] }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.names.push(name);
        self.values.push(value.into());
        self
    }

    /// The rule of every `Save…`: version 0 inserts, another one updates exactly that version.
    pub(super) async fn save(self, tx: &DatabaseTransaction, version: i64) -> Result<(), Failed> {
        if version == 0 {
            return self.with("version", 1i64).insert(tx).await;
        }
        let table = self.table;
        let mut sql = format!("UPDATE {table} SET version = version + 1");
        for (place, name) in self.names.iter().enumerate().skip(1) {
            let _ = write!(sql, ", {name} = ${}", place + 1);
        }
        let _ = write!(sql, " WHERE id = $1 AND version = ${}", self.names.len() + 1);
        let mut values = self.values;
        values.push(version.into());
        match run(tx, &sql, values).await? {
            0 => Err(PortError::Conflict(format!("{table}: saved by somebody else")).into()),
            _ => Ok(()),
        }
    }

    pub(super) async fn insert(self, tx: &DatabaseTransaction) -> Result<(), Failed> {
        run(tx, &self.insert_sql(), self.values).await?;
        Ok(())
    }

    /// New rows of one table with the same columns, some hundred in a statement.
    pub(super) async fn insert_many(rows: Vec<Row>, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        let mut rows = rows.into_iter().peekable();
        while let Some(head) = rows.peek() {
            let (table, names, many) = (head.table, head.names.join(", "), head.names.len());
            let some: Vec<Row> = rows.by_ref().take(TOGETHER).collect();
            let all: Vec<String> = (0..some.len()).map(|row| format!("({})", places(1 + many * row, many))).collect();
            let values: Vec<Value> = some.into_iter().flat_map(|row| row.values).collect();
            run(tx, &format!("INSERT INTO {table} ({names}) VALUES {}", all.join(", ")), values).await?;
        }
        Ok(())
    }

    /// Inserts or replaces.
    pub(super) async fn put(self, tx: &DatabaseTransaction) -> Result<(), Failed> {
        let mut sql = self.insert_sql();
        sql.push_str(" ON CONFLICT (id) DO UPDATE SET ");
        sql.push_str(&self.excluded());
        run(tx, &sql, self.values).await?;
        Ok(())
    }

    /// Inserts, or replaces where the stored row fulfils `only_if`; else somebody was quicker.
    pub(super) async fn put_if(self, tx: &DatabaseTransaction, only_if: &str) -> Result<(), Failed> {
        let table = self.table;
        let sql = format!("{} ON CONFLICT (id) DO UPDATE SET {} WHERE {only_if}", self.insert_sql(), self.excluded());
        match run(tx, &sql, self.values).await? {
            0 => Err(PortError::Conflict(format!("{table}: somebody was quicker")).into()),
            _ => Ok(()),
        }
    }

    fn insert_sql(&self) -> String {
        let places: Vec<String> = (1..=self.names.len()).map(|n| format!("${n}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.table, self.names.join(", "), places.join(", "))
    }

    fn excluded(&self) -> String {
        let sets: Vec<String> = self.names.iter().skip(1).map(|n| format!("{n} = excluded.{n}")).collect();
        sets.join(", ")
    }
}
