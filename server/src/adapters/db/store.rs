//! The port `Store`, question by question. Whole records are opened one by one; lists of cases open nothing.
//! Long because the port is one trait and its answers stand in the order of the trait.

use super::kept::{DRAFT_OPEN, instant, ms, name_hash, number_hash, phone_hash};
use super::read::{limited, places};
use super::{Db, helping, ledger, merge, port_error, ratings, tally};
use app::ports::store::PaperOwner;
use app::ports::*;
use async_trait::async_trait;
use domain::assist::{Assisted, Look, Why};
use domain::case::{Case, CaseAct, CaseState, Draft, Role, transition};
use domain::catalog::ItemCode;
use domain::family::watch::Finding;
use domain::family::{Grant, GrantState, Portrait};
use domain::ids::*;
use domain::notice::Notice;
use domain::person::{IdNumber, Name, Phone, typing};
use domain::rating::{Rating, SurveyCount};
use domain::review::Ties;
use domain::sound::VoiceMessage;
use domain::tally::Figure;
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::Value;
use std::collections::BTreeMap;

/// Ids in one statement.
const TOGETHER: usize = 200;

#[async_trait]
impl Store for Db {
    async fn commit(&self, changes: Vec<Change>) -> PortResult<()> {
        if changes.is_empty() { Ok(()) } else { self.commit_all(&changes).await }
    }

    async fn person(&self, id: &PersonId) -> PortResult<Option<Person>> {
        self.record_by_id(id.as_str()).await
    }

    async fn person_by_number(&self, number: &IdNumber) -> PortResult<Option<Person>> {
        let found: Option<Person> = self.record("WHERE number_hash = $1", [number_hash(self.vault(), number).into()]).await?;
        let Some(found) = found else { return Ok(None) };
        match self.merged_into(&found.id).await? {
            Some(stays) => self.record_by_id(stays.as_str()).await,
            None => Ok(Some(found)),
        }
    }

    async fn merged_into(&self, id: &PersonId) -> PortResult<Option<PersonId>> {
        let row = self.one("SELECT stays_id FROM merged_person WHERE goes_id = $1", [id.as_str().into()]).await?;
        row.map(|r| r.try_get_by_index(0).map(PersonId)).transpose().map_err(port_error)
    }

    async fn belongings(&self, person: &PersonId) -> PortResult<Belongings> {
        merge::belongings(self, person).await
    }

    async fn merges_into(&self, stays: &PersonId) -> PortResult<Vec<MergeRecord>> {
        let tail = "WHERE id IN (SELECT goes_id FROM merged_person WHERE stays_id = $1) ORDER BY id";
        self.records(tail, vec![stays.as_str().into()]).await
    }

    async fn people(&self, ids: &[PersonId]) -> PortResult<Vec<Person>> {
        helping::people(self, ids).await
    }

    async fn holders_of_phone(&self, phone: &Phone) -> PortResult<usize> {
        let sql = "SELECT COUNT(*) FROM person WHERE phone_hash = $1 AND alive";
        let count = self.count(sql, [phone_hash(self.vault(), phone).into()]).await?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    async fn find_people(&self, area: &AreaCode, words: &str, limit: u64) -> PortResult<Vec<Person>> {
        let number = self.vault().lookup("person-number", &typing::squeeze(words));
        let name = Name::parse(words).map(|n| name_hash(self.vault(), &n.loose())).unwrap_or_default();
        // Names first, records afterwards: of a name that thousands have only `limit` records are opened, along `person_by_name`.
        let here = "substr(village, 1, $3) = $4 AND NOT EXISTS (SELECT 1 FROM merged_person WHERE goes_id = person.id)";
        let named = format!("SELECT id FROM person WHERE name_hash = $2 AND {here} ORDER BY id LIMIT $5");
        let numbered = format!("SELECT id FROM person WHERE number_hash = $1 AND {here}");
        let tail = format!("WHERE id IN (SELECT id FROM ({named}) AS named UNION {numbered}) ORDER BY id LIMIT $5");
        let values = vec![number.into(), name.into(), length(area), area.as_str().into(), limited(limit)];
        self.records(&tail, values).await
    }

    async fn staff(&self, id: &StaffId) -> PortResult<Option<Staff>> {
        self.record_by_id(id.as_str()).await
    }

    async fn staff_by_user_name(&self, user_name: &str) -> PortResult<Option<Staff>> {
        self.record("WHERE user_name = $1", [user_name.into()]).await
    }

    async fn staff_of_desk(&self, desk: &AreaCode) -> PortResult<Vec<Staff>> {
        self.records("WHERE desk = $1 AND active ORDER BY user_name", vec![desk.as_str().into()]).await
    }

    async fn all_staff(&self) -> PortResult<Vec<Staff>> {
        self.records("ORDER BY user_name", vec![]).await
    }

    async fn ties(&self, staff: &Staff, person: &PersonId) -> PortResult<Ties> {
        let declared = staff.declared.contains(person);
        let Some(own) = &staff.person else {
            return Ok(Ties { declared, ..Ties::default() });
        };
        let sql = "SELECT \
            (SELECT COUNT(*) FROM person a JOIN person b ON a.household_hash = b.household_hash \
             WHERE a.id = $1 AND b.id = $2), \
            (SELECT COUNT(*) FROM grant_file WHERE state NOT IN ($3, $4, $5) \
             AND (elder_id = $1 AND helper_id = $2 OR elder_id = $2 AND helper_id = $1))";
        let [ended, expired, refused] = OVER.map(|s| Value::from(s.key()));
        let row = self.one(sql, [own.as_str().into(), person.as_str().into(), ended, expired, refused]).await?;
        let Some(row) = row else {
            return Ok(Ties { declared, ..Ties::default() });
        };
        let household: i64 = row.try_get_by_index(0).map_err(port_error)?;
        let grants: i64 = row.try_get_by_index(1).map_err(port_error)?;
        Ok(Ties { same_household: household > 0, grant_between: grants > 0, declared })
    }

    async fn session(&self, id: &SessionId) -> PortResult<Option<Session>> {
        self.record_by_id(id.as_str()).await
    }

    async fn sessions_of(&self, person: &PersonId) -> PortResult<Vec<Session>> {
        self.records("WHERE person_id = $1 ORDER BY last_seen_ms DESC, id", vec![person.as_str().into()]).await
    }

    async fn own_phone(&self, id: &str) -> PortResult<Option<OwnPhone>> {
        let row = self.one("SELECT person_id, since_ms FROM own_phone WHERE id = $1", [id.into()]).await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(OwnPhone {
            id: id.to_owned(),
            person: PersonId(row.try_get_by_index(0).map_err(port_error)?),
            since: instant(row.try_get_by_index(1).map_err(port_error)?),
        }))
    }

    async fn comfort_of(&self, person: &PersonId) -> PortResult<Option<domain::comfort::Comfort>> {
        let kept: Option<KeptComfort> = self.record_by_id(person.as_str()).await?;
        Ok(kept.map(|k| k.comfort))
    }

    async fn codes(&self, who: &str, purpose: &str, since: Timestamp) -> PortResult<Vec<SentCode>> {
        let tail = "WHERE who = $1 AND purpose = $2 AND sent_ms >= $3 ORDER BY sent_ms, id";
        self.records(tail, vec![who.into(), purpose.into(), ms(since).into()]).await
    }

    async fn attempts(&self, kind: &str, who: &str, since: Timestamp) -> PortResult<u64> {
        let sql = "SELECT COUNT(*) FROM attempt WHERE kind = $1 AND who = $2 AND at_ms >= $3";
        self.count(sql, [kind.into(), who.into(), ms(since).into()]).await
    }

    async fn once(&self, key: &str) -> PortResult<Option<String>> {
        let row = self.one("SELECT location FROM once WHERE once_key = $1", [key.into()]).await?;
        row.map(|r| r.try_get_by_index(0)).transpose().map_err(port_error)
    }

    async fn slip(&self, id: &SlipId) -> PortResult<Option<Slip>> {
        self.record_by_id(id.as_str()).await
    }

    async fn slip_by_code(&self, code_hash: &str) -> PortResult<Option<Slip>> {
        self.record("WHERE code_hash = $1 ORDER BY issued_ms DESC, id LIMIT 1", [code_hash.into()]).await
    }

    async fn slip_by_screen(&self, screen_hash: &str) -> PortResult<Option<Slip>> {
        self.record("WHERE screen_hash = $1 ORDER BY issued_ms DESC, id LIMIT 1", [screen_hash.into()]).await
    }

    async fn slips_of(&self, person: &PersonId) -> PortResult<Vec<Slip>> {
        self.records("WHERE person_id = $1 ORDER BY issued_ms DESC, id", vec![person.as_str().into()]).await
    }

    async fn draft(&self, id: &DraftId) -> PortResult<Option<Draft>> {
        self.record_by_id(id.as_str()).await
    }

    async fn drafts_of(&self, subject: &PersonId) -> PortResult<Vec<Draft>> {
        let tail = "WHERE subject_id = $1 AND state = $2 ORDER BY updated_ms DESC, id";
        self.records(tail, vec![subject.as_str().into(), DRAFT_OPEN.into()]).await
    }

    async fn case(&self, id: &CaseId) -> PortResult<Option<Case>> {
        self.record_by_id(id.as_str()).await
    }

    async fn case_by_reference(&self, reference: &str) -> PortResult<Option<Case>> {
        self.record("WHERE reference = $1", [reference.into()]).await
    }

    async fn cases_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<CaseRow>> {
        let tail = "WHERE subject_id = $1 ORDER BY submitted_ms DESC, id LIMIT $2";
        self.case_rows(tail, vec![subject.as_str().into(), limited(limit)]).await
    }

    async fn newest_cases(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Case>> {
        let tail = "WHERE subject_id = $1 ORDER BY submitted_ms DESC, id LIMIT $2";
        self.records(tail, vec![subject.as_str().into(), limited(limit)]).await
    }

    async fn cases_of_item(&self, subject: &PersonId, item: ItemCode, states: &[CaseState]) -> PortResult<Vec<Case>> {
        let tail = format!("WHERE subject_id = $1 AND item = $2 AND state IN ({}) ORDER BY submitted_ms DESC, id", key_list(states));
        self.records(&tail, vec![subject.as_str().into(), item.slug().into()]).await
    }

    async fn cases(&self, ids: &[CaseId]) -> PortResult<Vec<Case>> {
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(TOGETHER) {
            let tail = format!("WHERE id IN ({})", places(1, some.len()));
            found.extend(self.records::<Case>(&tail, some.iter().map(|id| id.as_str().into()).collect()).await?);
        }
        Ok(found)
    }

    async fn cases_filed_by(&self, person: &PersonId, limit: u64) -> PortResult<Vec<CaseRow>> {
        let tail = "WHERE bystander_id = $1 ORDER BY submitted_ms DESC, id LIMIT $2";
        self.case_rows(tail, vec![person.as_str().into(), limited(limit)]).await
    }

    async fn taken_in(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<CaseRow>> {
        let tail = "WHERE taken_at = $1 ORDER BY submitted_ms DESC, id LIMIT $2";
        self.case_rows(tail, vec![desk.as_str().into(), limited(limit)]).await
    }

    /// What is overdue has the earliest day of all, so the order by day puts it first. The states stand in the statement itself,
    /// in the order of the index `case_waiting`: so it is read in its own order and ends after `limit` rows, however many wait.
    async fn queue(&self, desk: &AreaCode, sought: Sought<'_>, limit: u64) -> PortResult<Vec<CaseRow>> {
        let Sought { states, item, due_before } = sought;
        if states.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = vec![desk.as_str().into(), limited(limit)];
        let mut narrow = String::new();
        if let Some(item) = item {
            values.push(item.slug().into());
            narrow.push_str(&format!(" AND item = ${}", values.len()));
        }
        if let Some(day) = due_before {
            values.push(day.to_string().into());
            narrow.push_str(&format!(" AND step_due < ${}", values.len()));
        }
        let tail = format!("WHERE desk = $1 AND state IN ({}){narrow} ORDER BY step_due, submitted_ms, id LIMIT $2", key_list(states));
        self.case_rows(&tail, values).await
    }

    async fn queue_of(&self, desk: &AreaCode, state: CaseState, items: &[ItemCode], limit: u64) -> PortResult<Vec<CaseRow>> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = vec![desk.as_str().into(), limited(limit)];
        values.extend(items.iter().map(|item| Value::from(item.slug())));
        let items = places(3, values.len() - 2);
        let state = state.key();
        let tail = format!("WHERE desk = $1 AND state = '{state}' AND item IN ({items}) ORDER BY step_due, submitted_ms, id LIMIT $2");
        self.case_rows(&tail, values).await
    }

    /// Clerk by clerk, each along `case_kept`: asked for several at once SQLite reads whatever waits at the desk.
    async fn queue_kept(&self, desk: &AreaCode, clerks: &[StaffId], states: &[CaseState], limit: u64) -> PortResult<Vec<CaseRow>> {
        if states.is_empty() {
            return Ok(Vec::new());
        }
        let states = key_list(states);
        let tail = format!("WHERE kept_for = $1 AND desk = $2 AND state IN ({states}) ORDER BY step_due, submitted_ms, id LIMIT $3");
        let mut rows = Vec::new();
        for clerk in clerks {
            rows.extend(self.case_rows(&tail, vec![clerk.as_str().into(), desk.as_str().into(), limited(limit)]).await?);
        }
        rows.sort_by(|a, b| (a.step_due, a.submitted_at, &a.id).cmp(&(b.step_due, b.submitted_at, &b.id)));
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(rows)
    }

    async fn cases_ending(&self, area: &AreaCode, digits: &str, limit: u64) -> PortResult<Vec<CaseRow>> {
        let (Some(last), from) = (digits.len().checked_sub(4).and_then(|at| digits.get(at..)), 11 - digits.len().min(10)) else {
            return Ok(Vec::new());
        };
        let tail = "WHERE substr(reference, 7) = $1 AND substr(reference, $2) = $3 AND (substr(village, 1, $4) = $5 OR desk = $5) \
                    ORDER BY submitted_ms DESC, id LIMIT $6";
        let from: Value = i32::try_from(from).unwrap_or(1).into();
        let values = vec![last.into(), from, digits.into(), length(area), area.as_str().into(), limited(limit)];
        self.case_rows(tail, values).await
    }

    async fn to_invite(&self, before: Timestamp, limit: u64) -> PortResult<Vec<CaseId>> {
        self.case_ids("WHERE invite_ms <= $1 ORDER BY invite_ms, id LIMIT $2", vec![ms(before).into(), limited(limit)]).await
    }

    async fn settled(&self, now: Timestamp, limit: u64) -> PortResult<Vec<CaseId>> {
        let tail = "WHERE state = $1 AND settles_ms <= $2 ORDER BY settles_ms, id LIMIT $3";
        self.case_ids(tail, vec![CaseState::Settling.key().into(), ms(now).into(), limited(limit)]).await
    }

    async fn overdue(&self, today: Date, limit: u64) -> PortResult<Vec<CaseId>> {
        let climbing = CaseState::ALL.iter().filter(|s| transition(**s, CaseAct::Climb, Role::Rule).is_some());
        let mut values = vec![today.to_string().into(), limited(limit)];
        values.extend(climbing.map(|s| Value::from(s.key())));
        let states = places(3, values.len() - 2);
        let tail = format!("WHERE step_due < $1 AND state IN ({states}) ORDER BY step_due, submitted_ms, id LIMIT $2");
        self.case_ids(&tail, values).await
    }

    async fn deferrals_near(&self, until: Date, limit: u64) -> PortResult<Vec<CaseId>> {
        let tail = "WHERE remind_due <= $1 ORDER BY remind_due, id LIMIT $2";
        self.case_ids(tail, vec![until.to_string().into(), limited(limit)]).await
    }

    async fn deferrals_due(&self, today: Date, limit: u64) -> PortResult<Vec<CaseId>> {
        let tail = "WHERE deferral_due < $1 ORDER BY deferral_due, id LIMIT $2";
        self.case_ids(tail, vec![today.to_string().into(), limited(limit)]).await
    }

    async fn tallied(&self, area: &AreaCode, from: Date, to: Date) -> PortResult<Vec<(Figure, i64)>> {
        tally::within(self, area, from, to).await
    }

    async fn paper_owner(&self, id: &PaperId) -> PortResult<Option<PaperOwner>> {
        let sql = "SELECT draft_id, case_id, subject_id, mime, grant_id FROM paper WHERE id = $1";
        let Some(row) = self.one(sql, [id.as_str().into()]).await? else {
            return Ok(None);
        };
        let read = || {
            Ok(PaperOwner {
                draft: row.try_get_by_index::<Option<String>>(0)?.map(DraftId),
                case: row.try_get_by_index::<Option<String>>(1)?.map(CaseId),
                subject: PersonId(row.try_get_by_index(2)?),
                mime: row.try_get_by_index(3)?,
                grant: row.try_get_by_index::<Option<String>>(4)?.map(GrantId),
            })
        };
        read().map(Some).map_err(port_error)
    }

    async fn grant(&self, id: &GrantId) -> PortResult<Option<Grant>> {
        self.record_by_id(id.as_str()).await
    }

    async fn grants_by_elder(&self, elder: &PersonId) -> PortResult<Vec<Grant>> {
        self.records("WHERE elder_id = $1 ORDER BY asked_ms DESC, id", vec![elder.as_str().into()]).await
    }

    async fn grants_by_helper(&self, helper: &PersonId) -> PortResult<Vec<Grant>> {
        self.records("WHERE helper_id = $1 ORDER BY asked_ms DESC, id", vec![helper.as_str().into()]).await
    }

    async fn helped(&self, wanted: &Helped<'_>) -> PortResult<(Vec<Grant>, u64)> {
        helping::helped(self, wanted).await
    }

    async fn portraits(&self, helper: &PersonId, elders: &[PersonId]) -> PortResult<BTreeMap<PersonId, Portrait>> {
        helping::portraits(self, helper, elders).await
    }

    async fn unsent(&self, id: &str) -> PortResult<Option<Unsent>> {
        self.record_by_id(id).await
    }

    async fn unsent_of(&self, helper: &PersonId) -> PortResult<Vec<Unsent>> {
        self.records("WHERE helper_id = $1 ORDER BY at_ms DESC, id", vec![helper.as_str().into()]).await
    }

    async fn grants_ending(&self, now: Timestamp, before: Timestamp, limit: u64) -> PortResult<Vec<Grant>> {
        let tail = "WHERE state = $1 AND renewal_ms > $2 AND renewal_ms <= $3 ORDER BY renewal_ms, id LIMIT $4";
        self.records(tail, vec![GrantState::Active.key().into(), ms(now).into(), ms(before).into(), limited(limit)]).await
    }

    async fn grants_in(&self, area: &AreaCode, state: GrantState, limit: u64) -> PortResult<Vec<Grant>> {
        // Asked grant by grant: a list of everybody in the area would be made first.
        let tail = "WHERE state = $1 AND EXISTS (SELECT 1 FROM person WHERE person.id = grant_file.elder_id AND substr(village, 1, $2) = $3) \
                    ORDER BY asked_ms, id LIMIT $4";
        self.records(tail, vec![state.key().into(), length(area), area.as_str().into(), limited(limit)]).await
    }

    async fn blocked_askers(&self, elder: &PersonId) -> PortResult<Vec<PersonId>> {
        let rows = self.all("SELECT asker_id FROM asker_block WHERE elder_id = $1 ORDER BY asker_id", vec![elder.as_str().into()]).await?;
        rows.iter().map(|r| r.try_get_by_index(0).map(PersonId).map_err(port_error)).collect()
    }

    async fn grants_run_out(&self, now: Timestamp, asked_before: Timestamp, limit: u64) -> PortResult<Vec<Grant>> {
        let open = GrantState::ALL.iter().filter(|s| !s.over());
        let unanswered = GrantState::ALL.iter().filter(|s| s.waits_for_her());
        let mut values: Vec<Value> = vec![ms(now).into(), ms(asked_before).into(), limited(limit)];
        values.extend(open.clone().chain(unanswered.clone()).map(|s| Value::from(s.key())));
        let tail = format!(
            "WHERE (state IN ({}) AND until_ms <= $1) OR (state IN ({}) AND asked_ms < $2) ORDER BY until_ms, id LIMIT $3",
            places(4, open.clone().count()),
            places(4 + open.count(), unanswered.count()),
        );
        self.records(&tail, values).await
    }

    async fn helpers_since(&self, since: Timestamp, after: &str, limit: u64) -> PortResult<Vec<PersonId>> {
        let sql = "SELECT DISTINCT helper_id FROM grant_file \
                   WHERE helper_id > $1 AND (asked_ms >= $2 OR agreed_ms >= $2 OR state = $3) ORDER BY helper_id LIMIT $4";
        let values = vec![after.into(), ms(since).into(), GrantState::Disputed.key().into(), limited(limit)];
        let rows = self.all(sql, values).await?;
        rows.iter().map(|r| r.try_get_by_index(0).map(PersonId).map_err(port_error)).collect()
    }

    async fn finding(&self, id: &FindingId) -> PortResult<Option<Finding>> {
        self.record_by_id(id.as_str()).await
    }

    async fn finding_by_key(&self, key: &str) -> PortResult<Option<Finding>> {
        self.record("WHERE seen_key = $1", [key.into()]).await
    }

    async fn findings(&self, limit: u64) -> PortResult<Vec<Finding>> {
        self.records("ORDER BY waits DESC, at_ms DESC, id LIMIT $1", vec![limited(limit)]).await
    }

    async fn notices(&self, person: &PersonId, limit: u64) -> PortResult<Vec<Notice>> {
        let tail = "WHERE person_id = $1 ORDER BY at_ms DESC, id LIMIT $2";
        self.records(tail, vec![person.as_str().into(), limited(limit)]).await
    }

    async fn assisted(&self, id: &AssistedId) -> PortResult<Option<Assisted>> {
        self.record_by_id(id.as_str()).await
    }

    async fn assisted_waiting(&self, area: &AreaCode, limit: u64) -> PortResult<Vec<Assisted>> {
        let tail = "WHERE look = $1 AND substr(village, 1, $2) = $3 ORDER BY at_ms, id LIMIT $4";
        let waiting = Look::Waiting(Why::Drawn).key();
        self.records(tail, vec![waiting.into(), length(area), area.as_str().into(), limited(limit)]).await
    }

    async fn assisted_since(&self, since: Timestamp, limit: u64) -> PortResult<Vec<Assisted>> {
        self.records("WHERE at_ms >= $1 ORDER BY at_ms DESC, id LIMIT $2", vec![ms(since).into(), limited(limit)]).await
    }

    async fn assisted_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Assisted>> {
        let tail = "WHERE subject_id = $1 ORDER BY at_ms DESC, id LIMIT $2";
        self.records(tail, vec![subject.as_str().into(), limited(limit)]).await
    }

    async fn undelivered(&self, area: &AreaCode, limit: u64) -> PortResult<Vec<Notice>> {
        let tail = "JOIN person ON person.id = notice.person_id \
                    WHERE delivered_by IS NULL AND way <> 'text' AND alive AND substr(village, 1, $1) = $2 \
                    ORDER BY at_ms, notice.id LIMIT $3";
        self.records(tail, vec![length(area), area.as_str().into(), limited(limit)]).await
    }

    async fn voice_message(&self, id: &VoiceMessageId) -> PortResult<Option<VoiceMessage>> {
        self.record_by_id(id.as_str()).await
    }

    async fn voice_messages_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        let tail = "WHERE subject_id = $1 ORDER BY left_ms DESC, id LIMIT $2";
        self.records(tail, vec![subject.as_str().into(), limited(limit)]).await
    }

    async fn voice_messages_at(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        let tail = "WHERE NOT done AND (substr(village, 1, $1) = $2 OR case_id IN (SELECT id FROM case_file WHERE desk = $2)) \
                    ORDER BY left_ms, id LIMIT $3";
        self.records(tail, vec![length(desk), desk.as_str().into(), limited(limit)]).await
    }

    async fn voice_messages_to_write(&self, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        self.records("WHERE wants_words ORDER BY left_ms, id LIMIT $1", vec![limited(limit)]).await
    }

    async fn voice_messages_over(&self, now: Timestamp, limit: u64) -> PortResult<Vec<VoiceMessage>> {
        self.records("WHERE until_ms <= $1 ORDER BY until_ms, id LIMIT $2", vec![ms(now).into(), limited(limit)]).await
    }

    async fn rating(&self, id: &RatingId) -> PortResult<Option<Rating>> {
        self.record_by_id(id.as_str()).await
    }

    async fn ratings_of_case(&self, case: &CaseId) -> PortResult<Vec<Rating>> {
        self.records("WHERE case_id = $1 ORDER BY rated_ms, id", vec![case.as_str().into()]).await
    }

    async fn ratings_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<Rating>> {
        let tail = "WHERE subject_id = $1 ORDER BY rated_ms DESC, id LIMIT $2";
        self.records(tail, vec![subject.as_str().into(), limited(limit)]).await
    }

    async fn ratings_to_handle(&self, handler: &AreaCode, limit: u64) -> PortResult<Vec<Rating>> {
        ratings::to_handle(self, handler, limit).await
    }

    async fn ratings_overdue(&self, today: Date, limit: u64) -> PortResult<Vec<Rating>> {
        ratings::overdue(self, today, limit).await
    }

    async fn ratings_late_for(&self, desk: &AreaCode, limit: u64) -> PortResult<Vec<Rating>> {
        ratings::late_for(self, desk, limit).await
    }

    async fn ratings_settled(&self, desk: &AreaCode, before: Timestamp, limit: u64) -> PortResult<Vec<Rating>> {
        ratings::settled(self, desk, before, limit).await
    }

    async fn survey_counts(&self) -> PortResult<Vec<SurveyCount>> {
        ratings::survey(self).await
    }

    async fn outbox(&self, limit: u64) -> PortResult<Vec<OutboxSms>> {
        self.records("ORDER BY at_ms DESC, id LIMIT $1", vec![limited(limit)]).await
    }

    async fn texts_due(&self, now: Timestamp, limit: u64) -> PortResult<Vec<DueText>> {
        self.texts("WHERE due_ms <= $1 ORDER BY due_ms, id LIMIT $2", now, limit).await
    }

    async fn texts_unanswered(&self, before: Timestamp, limit: u64) -> PortResult<Vec<DueText>> {
        self.texts("WHERE handed_ms < $1 ORDER BY handed_ms, id LIMIT $2", before, limit).await
    }

    async fn texts_counted(&self) -> PortResult<TextCount> {
        let waiting = self.count("SELECT COUNT(due_ms) FROM outbox", []).await?;
        let failed = self.count("SELECT COUNT(failed_ms) FROM outbox", []).await?;
        let unknown = self.count("SELECT COUNT(handed_ms) FROM outbox", []).await?;
        Ok(TextCount { waiting, failed, unknown })
    }

    async fn ledger_of(&self, subject: &PersonId, limit: u64) -> PortResult<Vec<LedgerRow>> {
        let sql = "SELECT seq, at_ms, line FROM ledger WHERE subject_id = $1 \
                   OR subject_id IN (SELECT goes_id FROM merged_person WHERE stays_id = $1) \
                   ORDER BY at_ms DESC, day DESC, seq DESC LIMIT $2";
        let rows = self.all(sql, vec![subject.as_str().into(), limited(limit)]).await?;
        rows.iter().map(ledger::to_row).collect()
    }

    async fn ready(&self) -> PortResult<()> {
        self.count("SELECT COUNT(*) FROM meta", []).await.map(|_| ())
    }
}

/// A tie that is over is none.
const OVER: [GrantState; 3] = [GrantState::Ended, GrantState::Expired, GrantState::Refused];

/// PostgreSQL's `substr` takes a 32-bit number.
pub(super) fn length(area: &AreaCode) -> Value {
    i32::try_from(area.as_str().len()).unwrap_or(i32::MAX).into()
}

/// The names of some states, as they stand in a list of a statement: words of ours.
fn key_list(states: &[CaseState]) -> String {
    states.iter().map(|state| format!("'{}'", state.key())).collect::<Vec<_>>().join(", ")
}
