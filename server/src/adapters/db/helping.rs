//! The list of those whom a helper helps: cut, ordered and counted by the database, so that two thousand people cost as many
//! questions as five, and only the records of one page are opened.

use super::kept::{ms, name_hash};
use super::read::{limited, places};
use super::{Db, port_error};
use app::ports::{Helped, Person, PortError, PortResult};
use domain::family::{Grant, Portrait};
use domain::ids::PersonId;
use sea_orm::Value;
use std::collections::BTreeMap;

/// Agreed to or taken in at a counter, and running or ended lately. What runs was agreed to, also where an old row does not
/// tell when; and of an old one that is over nobody knows how long, so it is listed.
const LISTED: &str = "helper_id = $1 AND (state IN ('active', 'paused', 'disputed', 'waiting-for-decision') \
                      OR (state IN ('ended', 'expired', 'refused') AND COALESCE(agreed_ms, claimed_ms) IS NOT NULL AND COALESCE(ended_ms, $2) >= $2))";

pub(super) async fn helped(db: &Db, wanted: &Helped<'_>) -> PortResult<(Vec<Grant>, u64)> {
    let mut values: Vec<Value> = vec![wanted.helper.as_str().into(), ms(wanted.ended_since).into()];
    let mut listed = LISTED.to_owned();
    if let Some(name) = wanted.name {
        values.push(name_hash(db.vault(), &name.loose()).into());
        listed.push_str(" AND elder_id IN (SELECT id FROM person WHERE name_hash = $3)");
    }
    let row = db.all(&format!("SELECT COUNT(*) FROM grant_file WHERE {listed}"), values.clone()).await?;
    let count: i64 = row.first().map_or(Ok(0), |r| r.try_get_by_index(0)).map_err(port_error)?;
    let next = values.len() + 1;
    let order = "CASE WHEN state IN ('ended', 'expired', 'refused') THEN 1 ELSE 0 END, asked_ms DESC, id";
    let tail = format!("WHERE {listed} ORDER BY {order} LIMIT ${next} OFFSET ${}", next + 1);
    values.extend([limited(wanted.limit), limited(wanted.skip)]);
    Ok((db.records(&tail, values).await?, count.unsigned_abs()))
}

pub(super) async fn people(db: &Db, ids: &[PersonId]) -> PortResult<Vec<Person>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let values = ids.iter().map(|id| Value::from(id.as_str())).collect();
    db.records(&format!("WHERE id IN ({})", places(1, ids.len())), values).await
}

pub(super) async fn portraits(db: &Db, helper: &PersonId, elders: &[PersonId]) -> PortResult<BTreeMap<PersonId, Portrait>> {
    if elders.is_empty() {
        return Ok(BTreeMap::new());
    }
    let sql = format!("SELECT elder_id, picture FROM portrait WHERE helper_id = $1 AND elder_id IN ({})", places(2, elders.len()));
    let mut values: Vec<Value> = vec![helper.as_str().into()];
    values.extend(elders.iter().map(|id| Value::from(id.as_str())));
    let mut chosen = BTreeMap::new();
    for row in db.all(&sql, values).await? {
        let elder: String = row.try_get_by_index(0).map_err(port_error)?;
        let picture: String = row.try_get_by_index(1).map_err(port_error)?;
        let portrait = Portrait::from_slug(&picture).ok_or_else(|| PortError::Damaged("portrait: unknown picture".into()))?;
        chosen.insert(PersonId(elder), portrait);
    }
    Ok(chosen)
}
