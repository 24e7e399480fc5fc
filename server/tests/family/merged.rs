//! Two records of one person: whatever names the one that goes, in any table, follows; and a wrong merge gives it all back.

use crate::common::TestSite;
use crate::made::{grant, put, seen, state};
use crate::records::{case, draft, save_case, save_draft, slip};
use app::ports::*;
use domain::assist::{Assisted, AssistedAct, Look, Told};
use domain::case::{Channel, DraftState, FiledBy};
use domain::comfort::{Comfort, TextSize};
use domain::family::watch::{Finding, Pattern, Seen};
use domain::family::{GrantState, Portrait};
use domain::ids::*;
use domain::ledger::By;
use domain::rating::{Level, Rating, Said, Stage};
use domain::sound::{VoiceMessage, Words};
use sea_orm::{ConnectionTrait, Statement};
use server::adapters::db::{Follows, PERSON_COLUMNS};
use std::collections::BTreeSet;

const GOES: &str = "ma";
const STAYS: &str = "tie";

fn id(person: &str) -> PersonId {
    PersonId::new(person)
}

/// One row of everything that can name a person. A new kind of record is added here, or the walk below fails.
async fn one_of_everything(site: &TestSite) {
    let now = site.now();
    let paper = crate::records::paper("p");
    let mut open = draft("open", GOES);
    open.papers = vec![paper];
    let mut sent = draft("sent", GOES);
    sent.state = DraftState::Submitted(CaseId::new("own"));
    let mut tonight = case("tonight", "zhao");
    tonight.filed_by = FiledBy { by: By::Bystander(id(GOES)), channel: Channel::Tonight };
    let mut helped = case("helped", "zhou");
    let hers = By::Helper { helper: id(GOES), grant: GrantId::new("held") };
    helped.typed_by = [("city".to_owned(), hers)].into();
    put(site, vec![seen(site, "given", GOES, "chen"), seen(site, "held", "zhou", GOES)]).await;
    let seen_once = Seen::of_grants(Pattern::ManyElders, id(GOES), [GrantId::new("held")].into(), 4);
    let comfort = Comfort { size: TextSize::Five, ..Comfort::default() };
    let form = vec![("city".to_owned(), "云梯市".to_owned())];
    let picture =
        |helper: &str, elder: &str| Change::PutPortrait { helper: id(helper), elder: id(elder), portrait: Some(Portrait::OldManCap) };
    site.commit(vec![
        save_case(case("own", GOES)),
        save_case(tonight),
        save_case(helped),
        save_draft(open),
        save_draft(sent),
        Change::SaveSlip(Box::new(slip("slip", GOES, 0))),
        Change::PutNotice(Box::new(crate::records::notice("notice", GOES, 0))),
        Change::PutOwnPhone(OwnPhone { id: "o".into(), person: id(GOES), since: now }),
        Change::BlockAsker { elder: id(GOES), asker: id("li"), at: now },
        Change::BlockAsker { elder: id("wang"), asker: id(GOES), at: now },
        picture(GOES, "zhou"),
        picture("chen", GOES),
        Change::KeepComfort(KeptComfort { person: id(GOES), comfort }),
        Change::SaveFinding(Box::new(Finding::new(FindingId::new("finding"), seen_once, now))),
        Change::PutUnsent(Box::new(Unsent {
            id: "unsent".into(),
            helper: id(GOES),
            grant: GrantId::new("held"),
            item: domain::catalog::ItemCode::OutOfArea,
            step: "city".into(),
            form,
            at: now,
        })),
        Change::SaveAssisted(Box::new(Assisted {
            id: AssistedId::new("assisted"),
            assistant: StaffId::new("a"),
            subject: id(GOES),
            village: AreaCode::new("990101002001"),
            act: AssistedAct::File,
            reference: None,
            told: Told::Phone,
            at: now,
            look: Look::Quiet,
            version: 0,
        })),
        Change::SaveRating(Box::new(Rating {
            id: RatingId::new("rating"),
            case: CaseId::new("own"),
            reference: "ref own".into(),
            item: domain::catalog::ItemCode::OutOfArea,
            stage: Stage::Received,
            subject: id(GOES),
            desk: AreaCode::new("990101002001"),
            worker: None,
            at: now,
            said: Said::level(Level::Good, By::Herself(id(GOES)), now),
            again: None,
            remedy: None,
            earlier: vec![],
            version: 0,
        })),
        Change::SaveVoiceMessage(Box::new(VoiceMessage {
            id: VoiceMessageId::new("voice"),
            subject: id(GOES),
            village: AreaCode::new("990101002001"),
            about: None,
            left_by: By::Herself(id(GOES)),
            left_at: now,
            until: now + jiff::SignedDuration::from_hours(999),
            seconds: 5,
            words: Words::NotWritten,
            heard: vec![],
            done: None,
            version: 0,
        })),
    ])
    .await;
}

async fn count(site: &TestSite, table: &str, column: &str, person: &str) -> i64 {
    let read = site.db.connections()[1];
    let sql = format!("SELECT COUNT(*) FROM {table} WHERE {column} = '{person}'");
    let row = read.query_one_raw(Statement::from_string(read.get_database_backend(), sql)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

async fn merge(site: &TestSite) {
    let stays = site.person(STAYS).await;
    let mut chief = site.at_desk("s1").await;
    let page = format!("/staff/people/{GOES}/merge");
    chief.open(&page).await;
    chief.post(&page, &[("number", stays.id_number.plain())]).await.must_say("合错了可以分开");
    let sure = [("stays", STAYS), ("reason", "entered-twice"), ("seen", "yes")];
    chief.post(&page, &sure).await.must_lead_to(&format!("/staff/people/{GOES}"));
}

/// Any column of any table that refers to a person, by its key or by its name.
async fn columns_of_people(site: &TestSite) -> BTreeSet<(String, String)> {
    let read = site.db.connections()[1];
    let by_key = "SELECT m.name, f.\"from\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE f.\"table\" = 'person'";
    let by_name = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name IN \
                   ('person_id', 'subject_id', 'elder_id', 'helper_id', 'asker_id', 'about_id', 'bystander_id', 'goes_id', 'stays_id')";
    let mut found = BTreeSet::new();
    for sql in [by_key, by_name] {
        for row in read.query_all_raw(Statement::from_string(read.get_database_backend(), sql)).await.unwrap() {
            found.insert((row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap()));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_names_a_person_in_any_table_follows_her_to_the_record_that_stays() {
    let site = TestSite::new().await;
    let known = PERSON_COLUMNS.iter().map(|(table, column, _)| ((*table).to_owned(), (*column).to_owned())).collect();
    assert_eq!(columns_of_people(&site).await, known, "a table with a person says what a merge does to it");
    site.signed_in(GOES).await;
    one_of_everything(&site).await;
    let moving = || PERSON_COLUMNS.iter().filter(|(_, _, follows)| *follows != Follows::Stays);
    for (table, column, _) in moving() {
        assert!(count(&site, table, column, GOES).await > 0, "{table}.{column}: nothing that could be left behind");
    }
    merge(&site).await;
    for (table, column, follows) in moving() {
        assert_eq!(count(&site, table, column, GOES).await, 0, "{table}.{column} still names the old record");
        if *follows == Follows::Moves {
            assert!(count(&site, table, column, STAYS).await > 0, "{table}.{column} is lost");
        }
    }
    let store = &site.world.store;
    assert_eq!(store.comfort_of(&id(STAYS)).await.unwrap().map(|c| c.size), Some(TextSize::Five), "her letter size goes with her");
    let helped = store.case(&CaseId::new("helped")).await.unwrap().unwrap();
    assert_eq!(helped.typed_by["city"].person(), Some(&id(STAYS)), "what she did for another is hers");
    assert_eq!(store.slip(&SlipId::new("slip")).await.unwrap().unwrap().state, SlipState::Cancelled);
}

pub async fn a_wrong_merge_is_parted_and_each_has_her_own_again_with_grants_paused(site: &TestSite) {
    let goes = site.person(GOES).await;
    put(site, vec![seen(site, "running", STAYS, "li"), grant(site, "asked", STAYS, "wang", GrantState::Requested)]).await;
    one_of_everything(site).await;
    merge(site).await;
    // What the other one does since then stays hers.
    site.commit(vec![save_draft(draft("since", STAYS))]).await;
    let mut stays = site.signed_in(STAYS).await;
    stays.open("/helpers/given").await;
    stays.post("/helpers/given/resume", &[]).await;
    assert_eq!(state(site, "given").await, GrantState::Active, "she nodded, as whom the records say");

    // One half minute, one one-time password.
    site.forward_minutes(1);
    let mut clerk = site.at_desk("c1").await;
    clerk.open(&format!("/staff/people/{STAYS}")).await.must_not_say("分开合错的记录");
    assert_eq!(clerk.get(&format!("/staff/people/{STAYS}/part")).await.status, 404);
    let mut chief = site.at_desk("s1").await;
    chief.open(&format!("/staff/people/{STAYS}")).await.must_say("分开合错的记录");
    let page = format!("/staff/people/{STAYS}/part");
    let look = chief.open(&page).await;
    look.must_say(goes.name.as_str());
    look.must_not_say(goes.id_number.plain());
    let unsure = chief.post(&page, &[("goes", GOES)]).await;
    assert_eq!(unsure.status, 422);
    unsure.must_say("还没有勾核对过的内容");
    chief.post(&page, &[("goes", GOES), ("seen", "yes")]).await.must_lead_to(&format!("/staff/people/{STAYS}"));

    let store = &site.world.store;
    assert_eq!(store.merged_into(&id(GOES)).await.unwrap(), None);
    let back = store.person_by_number(&goes.id_number).await.unwrap().unwrap();
    assert_eq!((back.id.as_str(), back.alive, &back.phone), (GOES, true, &goes.phone), "she signs in under her own number");
    stays.get("/my-cases").await.must_lead_to("/sign-in");
    for (name, elder, helper) in [("given", GOES, "chen"), ("held", "zhou", GOES), ("running", STAYS, "li")] {
        let grant = store.grant(&GrantId::new(name)).await.unwrap().unwrap();
        assert_eq!((grant.elder.as_str(), grant.helper.as_str(), grant.state), (elder, helper, GrantState::Paused), "{name}");
    }
    assert_eq!(state(site, "asked").await, GrantState::Requested);
    let hers = store.belongings(&id(GOES)).await.unwrap();
    assert_eq!(hers.drafts.len(), 2, "open and sent");
    assert_eq!(hers.cases, [CaseId::new("own"), CaseId::new("tonight")]);
    assert_eq!((hers.messages.len(), hers.assisted.len(), hers.unsent.len(), hers.slips.len()), (1, 1, 1, 1));
    assert!(hers.ratings.len() == 1 && hers.ratings[0].said.by == By::Herself(id(GOES)));
    assert!(hers.messages[0].left_by == By::Herself(id(GOES)) && hers.notices.iter().any(|n| n.id.as_str() == "notice"));
    let helped = store.case(&CaseId::new("helped")).await.unwrap().unwrap();
    assert_eq!(helped.typed_by["city"].person(), Some(&id(GOES)));
    assert_eq!(store.draft(&DraftId::new("since")).await.unwrap().unwrap().subject, id(STAYS), "what came since is whose it was");
    assert_eq!(store.blocked_askers(&id(GOES)).await.unwrap(), [id("li")], "whom she kept away stays away");
    for who in [GOES, STAYS] {
        let rows = store.ledger_of(&id(who), 300).await.unwrap();
        assert!(rows.iter().any(|r| r.line.act == "part-person" && r.line.reason == "two-people"), "{who}");
        site.signed_in(who).await.open("/messages").await.must_say("错合在一起，已经分开");
    }
    let again = chief.open(&page).await;
    again.must_say("没有能分开的记录");
}
