//! Each change of a commit as statements inside the running transaction. Decides nothing but what the port says.

use super::kept::{Kept, from_row, ms, own_phone_row, to_row};
use super::{Failed, ledger, merge, run, statement};
use crate::vault::Vault;
use app::ports::{Change, Place, PortError, Under};
use domain::case::PaperRef;
use domain::family::{Grant, Held};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Value};
use std::collections::BTreeSet;

pub(super) async fn apply(tx: &DatabaseTransaction, vault: &Vault, change: &Change) -> Result<(), Failed> {
    match change {
        Change::SavePerson(r) => save(tx, vault, r.as_ref(), r.version).await,
        Change::SaveStaff(r) => save(tx, vault, r.as_ref(), r.version).await,
        Change::SaveGrant(r) => {
            save(tx, vault, r.as_ref(), r.version).await?;
            hang_papers(tx, "grant_id", r.id.as_str(), r.elder.as_str(), &r.papers, r.version).await
        }
        Change::SaveSlip(r) => save(tx, vault, r.as_ref(), r.version).await,
        Change::SaveAssisted(r) => save(tx, vault, r.as_ref(), r.version).await,
        Change::SaveFinding(r) => save(tx, vault, r.as_ref(), r.version).await,
        Change::MergePerson { record, grants } => merge::merge(tx, vault, record, grants).await,
        Change::PartPerson(record) => merge::part(tx, record).await,
        Change::NothingLeft(of) => merge::nothing_left(tx, of).await,
        Change::SaveCase(r) => {
            save(tx, vault, r.as_ref(), r.version).await?;
            hang_papers(tx, "case_id", r.id.as_str(), r.subject.as_str(), &r.papers, r.version).await
        }
        Change::SaveDraft(r) => {
            save(tx, vault, r.as_ref(), r.version).await?;
            hang_papers(tx, "draft_id", r.id.as_str(), r.subject.as_str(), &r.papers, r.version).await
        }
        Change::TakePlace(place) => take_place(tx, place).await,
        Change::WhileItStands(under) => while_it_stands(tx, vault, under).await,
        Change::BlockAsker { elder, asker, at } => {
            let sql = "INSERT INTO asker_block (elder_id, asker_id, at_ms) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
            does(tx, sql, [elder.as_str().into(), asker.as_str().into(), ms(*at).into()]).await
        }
        Change::UnblockAsker { elder, asker } => {
            does(tx, "DELETE FROM asker_block WHERE elder_id = $1 AND asker_id = $2", [elder.as_str().into(), asker.as_str().into()]).await
        }
        Change::PutPortrait { helper, elder, portrait: None } => {
            let sql = "DELETE FROM portrait WHERE helper_id = $1 AND elder_id = $2";
            does(tx, sql, [helper.as_str().into(), elder.as_str().into()]).await
        }
        Change::PutPortrait { helper, elder, portrait: Some(portrait) } => {
            let sql = "INSERT INTO portrait (helper_id, elder_id, picture) VALUES ($1, $2, $3) \
                       ON CONFLICT (helper_id, elder_id) DO UPDATE SET picture = excluded.picture";
            does(tx, sql, [helper.as_str().into(), elder.as_str().into(), portrait.slug().into()]).await
        }
        Change::PutUnsent(r) => to_row(r.as_ref(), vault)?.put(tx).await,
        Change::EndUnsent(id) => does(tx, "DELETE FROM unsent WHERE id = $1", [id.as_str().into()]).await,
        Change::PutSession(r) => to_row(r.as_ref(), vault)?.put(tx).await,
        Change::TouchSession { id, at } => {
            does(tx, "UPDATE session SET last_seen_ms = $2 WHERE id = $1", [id.as_str().into(), ms(*at).into()]).await
        }
        Change::EndSession(id) => does(tx, "DELETE FROM session WHERE id = $1", [id.as_str().into()]).await,
        Change::EndSessionsOfPerson { person, keep } => {
            let keep = keep.as_ref().map_or("", |k| k.as_str());
            let sql = "DELETE FROM session WHERE person_id = $1 AND id <> $2";
            does(tx, sql, [person.as_str().into(), keep.into()]).await
        }
        Change::EndSessionsOfStaff(staff) => does(tx, "DELETE FROM session WHERE staff_id = $1", [staff.as_str().into()]).await,
        // Two guesses at once must not count as one, and a code works once: it only ever moves on.
        Change::PutCode(r) => {
            to_row(r, vault)?
                .put_if(
                    tx,
                    "sent_code.used = excluded.used AND sent_code.tries < excluded.tries \
                     OR NOT sent_code.used AND excluded.used AND sent_code.tries <= excluded.tries",
                )
                .await
        }
        Change::PutOwnPhone(r) => own_phone_row(r).put(tx).await,
        Change::EndOwnPhones(person) => does(tx, "DELETE FROM own_phone WHERE person_id = $1", [person.as_str().into()]).await,
        Change::KeepComfort(r) => to_row(r, vault)?.put(tx).await,
        Change::SaveVoiceMessage(r) => save(tx, vault, r.as_ref(), r.version).await,
        Change::SaveRating(r) => save(tx, vault, r.as_ref(), r.version).await,
        Change::CountAnswer { question, answer } => {
            let sql = "INSERT INTO survey (question, answer, given) VALUES ($1, $2, 1) \
                       ON CONFLICT (question, answer) DO UPDATE SET given = survey.given + 1";
            does(tx, sql, [question.key().into(), answer.key().into()]).await
        }
        Change::DropVoiceMessage(id) => does(tx, "DELETE FROM voice_message WHERE id = $1", [id.as_str().into()]).await,
        Change::PutNotice(r) => to_row(r.as_ref(), vault)?.put(tx).await,
        Change::MarkNoticeRead { id, at } => {
            let sql = "UPDATE notice SET read_ms = $2 WHERE id = $1 AND read_ms IS NULL";
            does(tx, sql, [id.as_str().into(), ms(*at).into()]).await
        }
        Change::MarkNoticeDelivered { id, delivered: d } => {
            let sql = "UPDATE notice SET delivered_by = $2, delivered_ms = $3, delivered_aloud = $4 \
                       WHERE id = $1 AND delivered_by IS NULL";
            does(tx, sql, [id.as_str().into(), d.by.as_str().into(), ms(d.at).into(), d.read_out.into()]).await
        }
        Change::PutSms(r) => to_row(r.as_ref(), vault)?.put(tx).await,
        Change::Ledger(note) => ledger::append(tx, &vault.ledger_key(), note).await,
        Change::TextHanded { id, at } => {
            let sql = "UPDATE outbox SET due_ms = NULL, handed_ms = $2 WHERE id = $1";
            does(tx, sql, [id.as_str().into(), ms(*at).into()]).await
        }
        Change::TextSent { id, at } => {
            let sql = "UPDATE outbox SET due_ms = NULL, handed_ms = NULL, sent_ms = $2 WHERE id = $1";
            does(tx, sql, [id.as_str().into(), ms(*at).into()]).await
        }
        Change::TextNotSent { id, tries, next, at } => {
            let sql = "UPDATE outbox SET tries = $2, due_ms = $3, failed_ms = $4, handed_ms = NULL WHERE id = $1";
            let given_up = next.is_none().then(|| ms(*at));
            if given_up.is_some() {
                does(tx, "UPDATE notice SET way = 'hand' WHERE id = $1 AND way = 'text'", [id.as_str().into()]).await?;
            }
            does(tx, sql, [id.as_str().into(), i64::from(*tries).into(), next.map(ms).into(), given_up.into()]).await
        }
        Change::Clear { what, before } => super::clear::clear(tx, vault, *what, *before).await,
        Change::Once { key, location, at } => {
            let sql = "INSERT INTO once (once_key, location, at_ms) VALUES ($1, $2, $3)";
            does(tx, sql, [key.as_str().into(), location.as_str().into(), ms(*at).into()]).await
        }
        Change::Attempt { kind, who, at } => {
            let sql = "INSERT INTO attempt (kind, who, at_ms) VALUES ($1, $2, $3)";
            does(tx, sql, [kind.as_str().into(), who.as_str().into(), ms(*at).into()]).await
        }
    }
}

/// Under whom a change writes a row that a merge of two people would have to take along.
pub(super) fn people(change: &Change) -> Vec<&PersonId> {
    match change {
        Change::SaveGrant(r) => vec![&r.elder, &r.helper],
        Change::SaveCase(r) => vec![&r.subject],
        Change::SaveDraft(r) => vec![&r.subject],
        Change::SaveVoiceMessage(r) => vec![&r.subject],
        Change::SaveRating(r) => vec![&r.subject],
        _ => vec![],
    }
}

async fn save<T: Kept>(tx: &DatabaseTransaction, vault: &Vault, record: &T, version: i64) -> Result<(), Failed> {
    to_row(record, vault)?.save(tx, version).await
}

/// Counts what is taken while nobody else can take: SQLite has one writer, PostgreSQL locks the two people.
async fn take_place(tx: &DatabaseTransaction, place: &Place) -> Result<(), Failed> {
    let (elder, helper) = (place.elder.as_str(), place.helper.as_str());
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT id FROM person WHERE id IN ($1, $2) ORDER BY id FOR UPDATE";
        tx.query_all_raw(statement(tx, sql, [elder.into(), helper.into()])).await?;
    }
    let taken = "state IN ('active', 'paused', 'disputed')";
    let count = async |sql: String, values: Vec<Value>| -> Result<u64, Failed> {
        let row = tx.query_one_raw(statement(tx, &sql, values)).await?;
        let count: i64 = row.map_or(Ok(0), |r| r.try_get_by_index(0))?;
        Ok(count.unsigned_abs())
    };
    let held = Held {
        helpers_of_elder: count(
            format!("SELECT COUNT(DISTINCT helper_id) FROM grant_file WHERE elder_id = $1 AND helper_id <> $2 AND {taken}"),
            vec![elder.into(), helper.into()],
        )
        .await?,
        elders_of_helper: count(
            format!("SELECT COUNT(DISTINCT elder_id) FROM grant_file WHERE helper_id = $1 AND elder_id <> $2 AND {taken}"),
            vec![helper.into(), elder.into()],
        )
        .await?,
        new_this_month: count(
            "SELECT COUNT(DISTINCT elder_id) FROM grant_file WHERE helper_id = $1 AND elder_id <> $2 AND agreed_ms >= $3".into(),
            vec![helper.into(), elder.into(), ms(place.month_from).into()],
        )
        .await?,
    };
    held.room_for_one(&place.limits).map_err(|hit| Failed::Port(PortError::NoPlace(hit)))
}

/// Looks at the grant while nobody else can move it: SQLite has one writer, PostgreSQL locks the row.
async fn while_it_stands(tx: &DatabaseTransaction, vault: &Vault, under: &Under) -> Result<(), Failed> {
    let lock = if tx.get_database_backend() == DbBackend::Postgres { "FOR UPDATE" } else { "" };
    let sql = format!("SELECT id, sealed, version FROM grant_file WHERE id = $1 {lock}");
    let row = tx.query_one_raw(statement(tx, &sql, [under.grant.as_str().into()])).await?;
    let stored: Option<Grant> = row.map(|row| from_row(&row, vault)).transpose()?;
    under.still_stands(stored.as_ref()).map_err(|refusal| Failed::Port(PortError::Stopped(refusal)))
}

/// A statement whose number of rows does not matter: ending what has ended is no mistake.
async fn does<const N: usize>(tx: &DatabaseTransaction, sql: &str, values: [Value; N]) -> Result<(), Failed> {
    run(tx, sql, values).await?;
    Ok(())
}

/// Keeps the list of papers in step with the draft, case or grant they hang on. `owner` is a column of ours; `version` that of the
/// record: on one that is new nothing hangs yet.
async fn hang_papers(
    tx: &DatabaseTransaction,
    owner: &'static str,
    id: &str,
    subject: &str,
    papers: &[PaperRef],
    version: i64,
) -> Result<(), Failed> {
    let mut hanging = BTreeSet::new();
    if version > 0 {
        let sql = format!("SELECT id FROM paper WHERE {owner} = $1");
        for row in tx.query_all_raw(statement(tx, &sql, [id.into()])).await? {
            hanging.insert(row.try_get_by_index::<String>(0)?);
        }
    }
    for paper in papers {
        if hanging.remove(paper.id.as_str()) {
            continue;
        }
        let sql = format!(
            "INSERT INTO paper (id, {owner}, subject_id, mime) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (id) DO UPDATE SET {owner} = excluded.{owner}"
        );
        let values = [paper.id.as_str().into(), id.into(), subject.into(), paper.mime.as_str().into()];
        run(tx, &sql, values).await?;
    }
    for gone in hanging {
        run(tx, &format!("UPDATE paper SET {owner} = NULL WHERE id = $1"), [gone.as_str().into()]).await?;
        let nowhere = "DELETE FROM paper WHERE id = $1 AND draft_id IS NULL AND case_id IS NULL AND grant_id IS NULL";
        run(tx, nowhere, [gone.into()]).await?;
    }
    Ok(())
}
