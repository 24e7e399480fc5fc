//! Questions about ratings and the survey. A desk's own are read by its sums alone; that is the act's matter.

use super::kept::ms;
use super::read::limited;
use super::{Db, port_error};
use app::ports::PortResult;
use domain::ids::AreaCode;
use domain::rating::{Answer, Question, Rating, SurveyCount};
use jiff::Timestamp;
use jiff::civil::Date;

pub(super) async fn to_handle(db: &Db, handler: &AreaCode, limit: u64) -> PortResult<Vec<Rating>> {
    // What waits for her has no day and stands last, in both databases.
    let tail = "WHERE handler = $1 ORDER BY CASE WHEN due IS NULL THEN 1 ELSE 0 END, due, rated_ms, id LIMIT $2";
    db.records(tail, vec![handler.as_str().into(), limited(limit)]).await
}

/// Tasks whose day is over and that nobody has marked yet.
pub(super) async fn overdue(db: &Db, today: Date, limit: u64) -> PortResult<Vec<Rating>> {
    let tail = "WHERE due < $1 AND late_for IS NULL ORDER BY due, id LIMIT $2";
    db.records(tail, vec![today.to_string().into(), limited(limit)]).await
}

pub(super) async fn late_for(db: &Db, desk: &AreaCode, limit: u64) -> PortResult<Vec<Rating>> {
    let tail = "WHERE late_for = $1 ORDER BY due, id LIMIT $2";
    db.records(tail, vec![desk.as_str().into(), limited(limit)]).await
}

pub(super) async fn settled(db: &Db, desk: &AreaCode, before: Timestamp, limit: u64) -> PortResult<Vec<Rating>> {
    let tail = "WHERE desk = $1 AND rated_ms < $2 ORDER BY rated_ms, id LIMIT $3";
    db.records(tail, vec![desk.as_str().into(), ms(before).into(), limited(limit)]).await
}

pub(super) async fn survey(db: &Db) -> PortResult<Vec<SurveyCount>> {
    let rows = db.all("SELECT question, answer, given FROM survey ORDER BY question, answer", vec![]).await?;
    let mut counts = Vec::new();
    for row in rows {
        let question: String = row.try_get_by_index(0).map_err(port_error)?;
        let answer: String = row.try_get_by_index(1).map_err(port_error)?;
        let given: i64 = row.try_get_by_index(2).map_err(port_error)?;
        // An answer that is asked for no more is counted no more.
        let (Some(question), Some(answer)) = (Question::from_key(&question), Answer::from_key(&answer)) else { continue };
        counts.push(SurveyCount { question, answer, given: given.unsigned_abs() });
    }
    counts.sort_by_key(|c| (c.question, c.answer));
    Ok(counts)
}
