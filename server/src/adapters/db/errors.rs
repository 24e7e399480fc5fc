//! What a database says, as one of the three things an act can hear. The only place that reads error codes.

use app::ports::PortError;
use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};

/// Never lets a stored value into the text: databases put the offending key into theirs.
pub(super) fn port_error(e: DbErr) -> PortError {
    match e.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(words)) => {
            return PortError::Conflict(which_unique(&e, &words));
        }
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => {
            return PortError::Damaged("a record refers to one that does not exist".into());
        }
        _ => {}
    }
    match &e {
        DbErr::TryIntoErr { .. } | DbErr::Type(_) | DbErr::Json(_) => PortError::Damaged(kind(&e)),
        _ => PortError::Unavailable(kind(&e)),
    }
}

/// The order of two commits was at fault, not their content: PostgreSQL's serialisation failure and deadlock.
/// SQLite never says so: BEGIN IMMEDIATE takes the only write lock first.
pub(super) fn may_try_again(e: &DbErr) -> bool {
    code(e).is_some_and(|c| c == "40001" || c == "40P01")
}

/// PostgreSQL names the constraint; SQLite writes `UNIQUE constraint failed: table.column`.
fn which_unique(e: &DbErr, words: &str) -> String {
    let named = database_error(e).and_then(|d| d.constraint().map(str::to_owned));
    named.or_else(|| words.split_once("failed: ").map(|(_, place)| place.to_owned())).unwrap_or_else(|| "unique".to_owned())
}

fn kind(e: &DbErr) -> String {
    match (database_error(e), code(e)) {
        // SQLite's words name tables at most; those of PostgreSQL may quote values, so only its code is kept.
        (Some(d), code) if d.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() => {
            format!("{} ({})", d.message(), code.unwrap_or_default())
        }
        (_, Some(code)) => format!("database code {code}"),
        _ => e.to_string(),
    }
}

fn code(e: &DbErr) -> Option<String> {
    database_error(e).and_then(|d| d.code().map(|c| c.into_owned()))
}

fn database_error(e: &DbErr) -> Option<&(dyn sqlx::error::DatabaseError + 'static)> {
    let (DbErr::Exec(inner) | DbErr::Query(inner) | DbErr::Conn(inner)) = e else {
        return None;
    };
    match inner {
        RuntimeErr::SqlxError(inner) => match inner.as_ref() {
            sqlx::Error::Database(d) => Some(d.as_ref()),
            _ => None,
        },
        RuntimeErr::Internal(_) => None,
    }
}
