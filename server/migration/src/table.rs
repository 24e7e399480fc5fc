//! Short forms for creating and dropping tables, so that each migration reads as a list of columns.
//! Knows no table by itself.

use sea_orm_migration::prelude::*;

/// `id`, and the record itself, sealed.
pub fn sealed(name: &'static str) -> TableCreateStatement {
    plain(name).col(ColumnDef::new("id").text().not_null().primary_key()).col(ColumnDef::new("sealed").blob().not_null()).to_owned()
}

pub fn plain(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

pub fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().to_owned()
}

pub fn text_or_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().null().to_owned()
}

/// An instant, a version or a count.
pub fn number(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().to_owned()
}

pub fn number_or_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().null().to_owned()
}

pub fn yes_no(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().to_owned()
}

/// A row that must exist before this one.
pub fn refers(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to_tbl(table).to_col("id").to_owned()
}

pub async fn index(manager: &SchemaManager<'_>, name: &'static str, table: &'static str, columns: &[&'static str]) -> Result<(), DbErr> {
    manager.create_index(index_on(name, table, columns)).await
}

pub async fn unique(manager: &SchemaManager<'_>, name: &'static str, table: &'static str, columns: &[&'static str]) -> Result<(), DbErr> {
    manager.create_index(index_on(name, table, columns).unique().to_owned()).await
}

fn index_on(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}

/// Drops in the given order: a table that refers to another one comes first.
pub async fn drop_all(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(*table).to_owned()).await?;
    }
    Ok(())
}

/// Statements that have no short form, in the given order.
pub async fn each(manager: &SchemaManager<'_>, all: &[&str]) -> Result<(), DbErr> {
    for sql in all {
        manager.get_connection().execute_unprepared(sql).await?;
    }
    Ok(())
}
