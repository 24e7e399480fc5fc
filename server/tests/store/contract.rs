//! What every `Store` promises, one sentence a function.
//! Long because it is a list; the macro in `store.rs` runs every sentence on three stores.

use super::records::*;
use app::ports::*;
use domain::case::{Case, CaseState, Channel, DraftState, FiledBy, Hold, draft::Purpose};
use domain::catalog::ItemCode;
use domain::family::GrantState;
use domain::ids::*;
use domain::ledger::By;
use domain::notice::way::Way;
use domain::notice::{Delivered, Notice};
use domain::person::Name;

pub async fn what_was_saved_comes_back_with_its_version(store: AnyStore) {
    with_people(&store).await;
    let elder = store.person(&PersonId::new("elder")).await.unwrap().unwrap();
    assert_eq!(elder, Person { version: 1, ..person("elder", 1) });
    store.commit(vec![save_person(Person { alive: false, ..elder })]).await.unwrap();
    let again = store.person_by_number(&number(1)).await.unwrap().unwrap();
    assert_eq!((again.version, again.alive), (2, false));
    assert_eq!(store.person_by_number(&number(9)).await.unwrap(), None);

    let changes = vec![
        save_case(case("c", "elder")),
        save_draft(draft("d", "elder")),
        save_staff(staff("clerk", None)),
        save_grant(grant("g", "elder", "helper", GrantState::Requested)),
        Change::SaveSlip(Box::new(slip("s", "elder", 0))),
        put_session(resident_session("t", "elder", None, 5)),
        Change::PutOwnPhone(OwnPhone { id: "o".into(), person: PersonId::new("elder"), since: at(1) }),
    ];
    store.commit(changes).await.unwrap();
    let mut kept = case("c", "elder");
    kept.version = 1;
    assert_eq!(store.case(&CaseId::new("c")).await.unwrap().unwrap(), kept);
    assert_eq!(store.case_by_reference("ref c").await.unwrap().unwrap(), kept);
    assert_eq!(store.draft(&DraftId::new("d")).await.unwrap().unwrap().answers.get("address"), Some(ANSWER));
    assert_eq!(store.staff_by_user_name("user-clerk").await.unwrap().unwrap().version, 1);
    assert_eq!(store.grant(&GrantId::new("g")).await.unwrap().unwrap().version, 1);
    assert_eq!(store.slip(&SlipId::new("s")).await.unwrap().unwrap().version, 1);
    let session = store.session(&SessionId::new("t")).await.unwrap().unwrap();
    assert_eq!(session, resident_session("t", "elder", None, 5));
    assert_eq!(store.own_phone("o").await.unwrap().unwrap().since, at(1));
    store.commit(vec![Change::EndOwnPhones(PersonId::new("elder"))]).await.unwrap();
    assert_eq!(store.own_phone("o").await.unwrap(), None);
    store.ready().await.unwrap();
}

pub async fn an_old_version_is_refused_and_changes_nothing(store: AnyStore) {
    with_people(&store).await;
    store.commit(vec![save_case(case("c", "elder"))]).await.unwrap();
    let mut first = store.case(&CaseId::new("c")).await.unwrap().unwrap();
    let mut second = first.clone();
    first.state = CaseState::AtTownship;
    second.state = CaseState::Withdrawn;
    store.commit(vec![save_case(first)]).await.unwrap();
    assert!(is_conflict(&store.commit(vec![save_case(second)]).await));
    assert!(is_conflict(&store.commit(vec![save_case(case("c", "elder"))]).await), "version 0 of a known case");
    let mut ahead = case("c", "elder");
    ahead.version = 3;
    assert!(is_conflict(&store.commit(vec![save_case(ahead)]).await), "a version that was never given out");
    let mut unknown = case("x", "elder");
    unknown.version = 3;
    assert!(is_conflict(&store.commit(vec![save_case(unknown)]).await), "version 3 of an unknown case");
    let kept = store.case(&CaseId::new("c")).await.unwrap().unwrap();
    assert_eq!((kept.state, kept.version), (CaseState::AtTownship, 2));
}

pub async fn a_failing_change_takes_the_whole_commit_with_it(store: AnyStore) {
    with_people(&store).await;
    let once = |location: &str| Change::Once { key: "form".into(), location: location.into(), at: at(0) };
    store.commit(vec![once("/first")]).await.unwrap();
    let changes = vec![save_case(case("c", "elder")), line("elder", "submit_case", 0), once("/second")];
    assert!(is_conflict(&store.commit(changes).await));
    assert_eq!(store.case(&CaseId::new("c")).await.unwrap(), None);
    assert_eq!(store.ledger_of(&PersonId::new("elder"), 10).await.unwrap(), vec![]);
    assert_eq!(store.once("form").await.unwrap().as_deref(), Some("/first"));
    assert_eq!(store.once("other").await.unwrap(), None);
}

pub async fn a_number_a_reference_and_a_user_name_exist_once(store: AnyStore) {
    with_people(&store).await;
    assert!(is_conflict(&store.commit(vec![save_person(person("twin", 1))]).await));
    store.commit(vec![save_case(case("c", "elder")), save_staff(staff("clerk", None))]).await.unwrap();
    let same_reference = domain::case::Case { reference: "ref c".into(), ..case("other", "elder") };
    assert!(is_conflict(&store.commit(vec![save_case(same_reference)]).await));
    let same_user = Staff { user_name: "user-clerk".into(), ..staff("other", None) };
    assert!(is_conflict(&store.commit(vec![save_staff(same_user)]).await));
}

pub async fn a_draft_is_born_into_one_case_only(store: AnyStore) {
    with_people(&store).await;
    let submitted = |id: &str, purpose: Purpose| {
        let mut d = draft(id, "elder");
        (d.state, d.purpose) = (DraftState::Submitted(CaseId::new("c")), purpose);
        save_draft(d)
    };
    store.commit(vec![save_case(case("c", "elder")), submitted("d", Purpose::New)]).await.unwrap();
    assert!(is_conflict(&store.commit(vec![submitted("e", Purpose::New)]).await));
    store.commit(vec![submitted("f", Purpose::Answer(CaseId::new("c")))]).await.unwrap();
}

pub async fn a_record_about_nobody_is_refused(store: AnyStore) {
    with_people(&store).await;
    let nobody = vec![
        save_case(case("c", "nobody")),
        save_draft(draft("d", "nobody")),
        save_grant(grant("g", "nobody", "helper", GrantState::Requested)),
        save_grant(grant("g", "elder", "nobody", GrantState::Requested)),
        Change::SaveSlip(Box::new(slip("s", "nobody", 0))),
        Change::PutNotice(Box::new(notice("n", "nobody", 0))),
    ];
    for change in nobody {
        let result = store.commit(vec![change]).await;
        assert!(matches!(result, Err(PortError::Damaged(_))), "{result:?}");
    }
}

pub async fn only_living_people_hold_a_phone(store: AnyStore) {
    with_people(&store).await;
    let dead = Person { alive: false, ..person("dead", 3) };
    let other = Person { phone: Some(phone("13900005678")), ..person("other", 4) };
    let none = Person { phone: None, ..person("none", 5) };
    store.commit(vec![save_person(dead), save_person(other), save_person(none)]).await.unwrap();
    assert_eq!(store.holders_of_phone(&phone(PHONE)).await.unwrap(), 2);
    assert_eq!(store.holders_of_phone(&phone("13900005678")).await.unwrap(), 1);
    assert_eq!(store.holders_of_phone(&phone("13900000000")).await.unwrap(), 0);
}

pub async fn people_are_found_by_number_or_whole_name_inside_the_area(store: AnyStore) {
    let far = Person { village: AreaCode::new("990101002001"), ..person("far", 2) };
    let named = Person { name: Name::parse("阿依古丽·麦麦提").unwrap(), ..person("named", 3) };
    store.commit(vec![save_person(person("elder", 1)), save_person(far), save_person(named)]).await.unwrap();
    let find = async |area: &str, words: &str| {
        let people = store.find_people(&AreaCode::new(area), words, 10).await.unwrap();
        people.into_iter().map(|p| p.id.0).collect::<Vec<_>>()
    };
    assert_eq!(find(VILLAGE, NAME).await, ["elder"]);
    assert_eq!(find("990101", NAME).await, ["elder", "far"]);
    assert_eq!(find("990101", "阿依古丽•麦麦提").await, ["named"]);
    assert_eq!(find("990101", "阿依古丽").await, Vec::<String>::new(), "half a name is no key");
    assert_eq!(find("990101", number(2).plain()).await, ["far"]);
    assert_eq!(find(VILLAGE, number(2).plain()).await, Vec::<String>::new());
    assert_eq!(find("990101", "").await, Vec::<String>::new());
}

pub async fn ties_are_household_running_grants_and_declarations(store: AnyStore) {
    let home = |id: &str, order: u16, home: Option<&str>| save_person(Person { household: home.map(str::to_owned), ..person(id, order) });
    let people = vec![
        home("clerk-herself", 1, Some("h1")),
        home("husband", 2, Some("h1")),
        home("mother", 3, Some("h2")),
        home("former", 4, None),
        home("stranger", 5, Some("h3")),
        save_grant(grant("g1", "mother", "clerk-herself", GrantState::Paused)),
        save_grant(grant("g2", "former", "clerk-herself", GrantState::Ended)),
    ];
    store.commit(people).await.unwrap();
    let mut clerk = staff("clerk", Some("clerk-herself"));
    clerk.declared = vec![PersonId::new("stranger")];
    let ties = async |clerk: &Staff, id: &str| {
        let t = store.ties(clerk, &PersonId::new(id)).await.unwrap();
        (t.same_household, t.grant_between, t.declared)
    };
    assert_eq!(ties(&clerk, "husband").await, (true, false, false));
    assert_eq!(ties(&clerk, "mother").await, (false, true, false));
    assert_eq!(ties(&clerk, "former").await, (false, false, false), "an ended grant and no household are no tie");
    assert_eq!(ties(&clerk, "stranger").await, (false, false, true));
    let other_way = Staff { person: Some(PersonId::new("mother")), ..staff("other", None) };
    assert_eq!(ties(&other_way, "clerk-herself").await, (false, true, false));
    assert_eq!(ties(&staff("unknown", None), "husband").await, (false, false, false));
}

pub async fn all_sessions_of_a_person_end_at_once_except_the_kept_one(store: AnyStore) {
    let clerk = Session { of: SessionOf::Staff { staff: StaffId::new("clerk"), present: None }, ..resident_session("d", "", None, 0) };
    let visitor = Session { of: SessionOf::Visitor(SignInFlow::default()), ..resident_session("e", "", None, 0) };
    let changes = vec![
        put_session(resident_session("a", "elder", None, 1)),
        put_session(resident_session("b", "elder", None, 3)),
        put_session(resident_session("c", "helper", None, 2)),
        put_session(clerk),
        put_session(visitor),
        Change::TouchSession { id: SessionId::new("a"), at: at(9) },
    ];
    store.commit(changes).await.unwrap();
    let elder = PersonId::new("elder");
    let ids: Vec<_> = store.sessions_of(&elder).await.unwrap().into_iter().map(|s| (s.id.0, s.last_seen)).collect();
    assert_eq!(ids, [("a".into(), at(9)), ("b".into(), at(3))], "last seen first");
    let keep = Some(SessionId::new("b"));
    store.commit(vec![Change::EndSessionsOfPerson { person: elder.clone(), keep }]).await.unwrap();
    let there = async |id: &str| store.session(&SessionId::new(id)).await.unwrap().is_some();
    assert!(!there("a").await && there("b").await && there("c").await && there("d").await && there("e").await);
    let all = Change::EndSessionsOfPerson { person: elder, keep: None };
    store.commit(vec![all, Change::EndSessionsOfStaff(StaffId::new("clerk"))]).await.unwrap();
    assert!(!there("b").await && !there("d").await && there("c").await);
    store.commit(vec![Change::EndSession(SessionId::new("c"))]).await.unwrap();
    assert!(!there("c").await && there("e").await);
}

pub async fn a_code_only_moves_on_and_works_once(store: AnyStore) {
    let put = async |tries: u8, used: bool| store.commit(vec![Change::PutCode(SentCode { tries, used, ..code("k", "who", 0) })]).await;
    put(0, false).await.unwrap();
    put(1, false).await.unwrap();
    assert!(is_conflict(&put(1, false).await), "the same try twice");
    assert!(is_conflict(&put(0, false).await), "a try less");
    put(1, true).await.unwrap();
    assert!(is_conflict(&put(1, true).await), "used twice");
    assert!(is_conflict(&put(2, false).await), "unused again");
    let kept = store.codes("who", "sign-in", at(0)).await.unwrap().remove(0);
    assert_eq!((kept.tries, kept.used), (1, true));
}

pub async fn codes_and_attempts_are_counted_since_a_moment(store: AnyStore) {
    let attempt = |kind: &str, second: i64| Change::Attempt { kind: kind.into(), who: "x".into(), at: at(second) };
    let changes = vec![
        Change::PutCode(code("late", "x", 30)),
        Change::PutCode(code("early", "x", 10)),
        Change::PutCode(code("old", "x", 9)),
        Change::PutCode(code("other", "y", 20)),
        attempt("sign-in", 1),
        attempt("sign-in", 2),
        attempt("sign-in", 2),
        attempt("slip", 2),
    ];
    store.commit(changes).await.unwrap();
    let codes = store.codes("x", "sign-in", at(10)).await.unwrap();
    assert_eq!(codes.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(), ["early", "late"]);
    assert_eq!(store.codes("x", "consent", at(0)).await.unwrap(), vec![]);
    assert_eq!(store.attempts("sign-in", "x", at(2)).await.unwrap(), 2);
    assert_eq!(store.attempts("sign-in", "x", at(0)).await.unwrap(), 3);
    assert_eq!(store.attempts("sign-in", "y", at(0)).await.unwrap(), 0);
}

pub async fn the_newest_slip_answers(store: AnyStore) {
    with_people(&store).await;
    let save = |s: Slip| Change::SaveSlip(Box::new(s));
    store.commit(vec![save(slip("new", "elder", 9)), save(slip("old", "elder", 1))]).await.unwrap();
    assert_eq!(store.slip_by_screen("screen").await.unwrap().unwrap().id.as_str(), "new");
    assert_eq!(store.slip_by_code("code of old").await.unwrap().unwrap().id.as_str(), "old");
    assert_eq!(store.slip_by_code("no code").await.unwrap(), None);
    let hers: Vec<_> = store.slips_of(&PersonId::new("elder")).await.unwrap().into_iter().map(|s| s.id.0).collect();
    assert_eq!(hers, ["new", "old"], "all of hers, newest first");
}

pub async fn the_queue_shows_the_most_urgent_first_with_holds(store: AnyStore) {
    with_people(&store).await;
    let waiting = |id: &str, due: i8, second: i64| {
        let mut c = case(id, "elder");
        (c.step_due, c.submitted_at) = (day(due), at(second));
        c
    };
    let mut held = waiting("held", 5, 3);
    held.hold = Some(Hold { by: StaffId::new("clerk"), until: at(99) });
    let mut elsewhere = waiting("elsewhere", 1, 0);
    elsewhere.desk = AreaCode::new("990101001");
    let mut decided = waiting("decided", 1, 0);
    decided.state = CaseState::InForce;
    let all = vec![waiting("later", 8, 0), waiting("second", 5, 7), held, waiting("overdue", 1, 9), elsewhere, decided];
    store.commit(all.into_iter().map(save_case).collect()).await.unwrap();
    let desk = AreaCode::new(VILLAGE);
    let states = [CaseState::AtVillage, CaseState::InForceToConfirm];
    let queue = store.queue(&desk, Sought::all(&states), 10).await.unwrap();
    let order: Vec<_> = queue.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(order, ["overdue", "held", "second", "later"]);
    assert_eq!((queue[1].held_by.clone(), queue[1].held_until), (Some(StaffId::new("clerk")), Some(at(99))));
    assert_eq!((queue[0].promised, queue[0].step_due, queue[0].submitted_at), (day(20), day(1), at(9)));
    assert_eq!(store.queue(&desk, Sought::all(&states), 2).await.unwrap().len(), 2);
    assert_eq!(store.queue(&desk, Sought::all(&[]), 2).await.unwrap(), vec![]);
    let ids = async |sought: Sought<'_>| {
        let rows = store.queue(&desk, sought, 10).await.unwrap();
        rows.into_iter().map(|r| r.id.0).collect::<Vec<_>>()
    };
    assert_eq!(ids(Sought { due_before: Some(day(5)), ..Sought::all(&states) }).await, ["overdue"]);
    let item = queue[0].item;
    assert_eq!(ids(Sought { item: Some(item), ..Sought::all(&states) }).await.len(), 4);
    let other = ItemCode::ALL.iter().copied().find(|other| *other != item);
    assert_eq!(ids(Sought { item: other, due_before: Some(day(9)), states: &states }).await, Vec::<String>::new());
}

pub async fn lists_of_a_person_are_newest_first(store: AnyStore) {
    with_people(&store).await;
    let mut old = case("old", "elder");
    old.filed_by = FiledBy { by: By::Bystander(PersonId::new("helper")), channel: Channel::Tonight };
    let mut new = case("new", "elder");
    new.submitted_at = at(50);
    let mut dropped = draft("dropped", "elder");
    dropped.state = DraftState::Dropped;
    let mut late = draft("late", "elder");
    late.updated_at = at(50);
    let changes = vec![
        save_case(old),
        save_case(new),
        save_case(case("other", "helper")),
        save_draft(draft("early", "elder")),
        save_draft(late),
        save_draft(dropped),
    ];
    store.commit(changes).await.unwrap();
    let elder = PersonId::new("elder");
    let ids = |rows: Vec<CaseRow>| rows.into_iter().map(|r| r.id.0).collect::<Vec<_>>();
    assert_eq!(ids(store.cases_of(&elder, 10).await.unwrap()), ["new", "old"]);
    assert_eq!(ids(store.cases_of(&elder, 1).await.unwrap()), ["new"]);
    let whole = |cases: Vec<Case>| cases.into_iter().map(|c| c.id.0).collect::<Vec<_>>();
    assert_eq!(whole(store.newest_cases(&elder, 10).await.unwrap()), ["new", "old"]);
    assert_eq!(whole(store.newest_cases(&elder, 1).await.unwrap()), ["new"]);
    let (item, state) = (case("new", "elder").item, case("new", "elder").state);
    assert_eq!(whole(store.cases_of_item(&elder, item, &[state]).await.unwrap()), ["new", "old"]);
    let others: Vec<CaseState> = CaseState::ALL.iter().copied().filter(|other| *other != state).collect();
    assert_eq!(whole(store.cases_of_item(&elder, item, &others).await.unwrap()), Vec::<String>::new(), "in none of these states");
    let another = ItemCode::ALL.into_iter().find(|other| *other != item).unwrap();
    assert_eq!(whole(store.cases_of_item(&elder, another, &[state]).await.unwrap()), Vec::<String>::new(), "another service");
    let some: Vec<CaseId> = ["new", "nowhere", "other"].map(CaseId::new).to_vec();
    let mut found = whole(store.cases(&some).await.unwrap());
    found.sort();
    assert_eq!(found, ["new", "other"]);
    assert!(store.cases(&[]).await.unwrap().is_empty());
    assert_eq!(ids(store.cases_filed_by(&PersonId::new("helper"), 10).await.unwrap()), ["old"]);
    assert_eq!(ids(store.cases_filed_by(&elder, 10).await.unwrap()), Vec::<String>::new(), "her own are not filed by a bystander");
    let drafts: Vec<_> = store.drafts_of(&elder).await.unwrap().into_iter().map(|d| d.id.0).collect();
    assert_eq!(drafts, ["late", "early"]);
}

pub async fn settled_and_overdue_cases_are_found(store: AnyStore) {
    with_people(&store).await;
    let mut settling = case("settling", "elder");
    settling.state = CaseState::Settling;
    let mut returned = case("returned", "elder");
    returned.state = CaseState::Returned;
    let mut confirm = case("confirm", "elder");
    (confirm.state, confirm.step_due) = (CaseState::InForceToConfirm, day(9));
    let changes = [settling, returned, confirm, case("village", "elder")].map(save_case);
    store.commit(changes.into()).await.unwrap();
    let ids = |rows: Vec<CaseId>| rows.into_iter().map(|id| id.0).collect::<Vec<_>>();
    assert_eq!(ids(store.settled(at(599), 10).await.unwrap()), Vec::<String>::new());
    assert_eq!(ids(store.settled(at(600), 10).await.unwrap()), ["settling"]);
    assert_eq!(ids(store.overdue(day(9), 10).await.unwrap()), Vec::<String>::new());
    assert_eq!(ids(store.overdue(day(10), 10).await.unwrap()), ["confirm"]);
    assert_eq!(ids(store.overdue(day(11), 10).await.unwrap()), ["confirm", "village"], "the applicant's time is not a desk's");
    assert_eq!(ids(store.overdue(day(11), 1).await.unwrap()), ["confirm"]);
}

pub async fn promised_papers_that_did_not_come_are_found(store: AnyStore) {
    with_people(&store).await;
    let owing = |id: &str, state: CaseState, due: i8, came: bool| {
        let mut case = case(id, "elder");
        let received_at = came.then(|| at(1));
        case.state = state;
        case.deferrals = vec![domain::case::Deferral { material: "m".into(), due: day(due), received_at, reminded: false }];
        save_case(case)
    };
    let changes = vec![
        owing("late", CaseState::AtTownship, 9, false),
        owing("came", CaseState::AtTownship, 9, true),
        owing("later", CaseState::InForce, 10, false),
        owing("hers", CaseState::Returned, 9, false),
    ];
    store.commit(changes).await.unwrap();
    let ids = |rows: Vec<CaseId>| rows.into_iter().map(|id| id.0).collect::<Vec<_>>();
    assert_eq!(ids(store.deferrals_near(day(9), 10).await.unwrap()), ["late"]);
    assert_eq!(ids(store.deferrals_near(day(10), 10).await.unwrap()), ["late", "later"]);
    let mut told = store.case(&CaseId::new("late")).await.unwrap().unwrap();
    assert_eq!(told.remind(day(9)), Some(day(9)));
    store.commit(vec![save_case(told)]).await.unwrap();
    assert_eq!(ids(store.deferrals_near(day(10), 10).await.unwrap()), ["later"]);
    assert_eq!(ids(store.deferrals_due(day(9), 10).await.unwrap()), Vec::<String>::new());
    assert_eq!(ids(store.deferrals_due(day(10), 10).await.unwrap()), ["late"]);
    assert_eq!(ids(store.deferrals_due(day(11), 10).await.unwrap()), ["late", "later"]);
    assert_eq!(ids(store.deferrals_due(day(11), 1).await.unwrap()), ["late"]);
}

pub async fn papers_follow_their_draft_and_case(store: AnyStore) {
    with_people(&store).await;
    let owner = async |id: &str| {
        let owner = store.paper_owner(&PaperId::new(id)).await.unwrap()?;
        assert_eq!((owner.subject.as_str(), owner.mime.as_str()), ("elder", "image/jpeg"));
        Some((owner.draft.map(|d| d.0), owner.case.map(|c| c.0)))
    };
    let some = |text: &str| Some(text.to_owned());
    let mut d = draft("d", "elder");
    d.papers = vec![paper("p"), paper("q")];
    store.commit(vec![save_draft(d.clone())]).await.unwrap();
    assert_eq!((owner("p").await, owner("r").await), (Some((some("d"), None)), None));
    (d.version, d.papers) = (1, vec![paper("p"), paper("r")]);
    let mut c = case("c", "elder");
    c.papers = d.papers.clone();
    store.commit(vec![save_draft(d.clone()), save_case(c)]).await.unwrap();
    assert_eq!(owner("q").await, None, "taken out of the draft and in no case");
    assert_eq!(owner("p").await, Some((some("d"), some("c"))));
    (d.version, d.papers) = (2, vec![]);
    store.commit(vec![save_draft(d)]).await.unwrap();
    assert_eq!(owner("p").await, Some((None, some("c"))), "the case keeps it");
}

pub async fn grants_are_listed_on_both_sides(store: AnyStore) {
    with_people(&store).await;
    let mut newer = grant("newer", "elder", "helper", GrantState::Requested);
    newer.asked_at = at(9);
    let changes = vec![save_grant(grant("older", "elder", "helper", GrantState::Ended)), save_grant(newer)];
    store.commit(changes).await.unwrap();
    let ids = |all: Vec<domain::family::Grant>| all.into_iter().map(|g| g.id.0).collect::<Vec<_>>();
    assert_eq!(ids(store.grants_by_elder(&PersonId::new("elder")).await.unwrap()), ["newer", "older"]);
    assert_eq!(ids(store.grants_by_helper(&PersonId::new("helper")).await.unwrap()), ["newer", "older"]);
    assert_eq!(ids(store.grants_by_helper(&PersonId::new("elder")).await.unwrap()), Vec::<String>::new());
}

pub async fn grants_run_out_by_their_date_or_unanswered(store: AnyStore) {
    with_people(&store).await;
    let one = |id: &str, state: GrantState, asked: i64, until: i64| {
        let mut g = grant(id, "elder", "helper", state);
        (g.asked_at, g.until) = (at(asked), at(until));
        save_grant(g)
    };
    let changes = vec![
        one("running", GrantState::Active, 1, 100),
        one("over-its-day", GrantState::Paused, 1, 50),
        one("long-ended", GrantState::Ended, 1, 50),
        one("unanswered", GrantState::Requested, 1, 100),
        one("fresh", GrantState::Requested, 9, 100),
    ];
    store.commit(changes).await.unwrap();
    let found = store.grants_run_out(at(50), at(9), 10).await.unwrap();
    let ids: Vec<_> = found.into_iter().map(|g| g.id.0).collect();
    assert_eq!(ids, ["over-its-day", "unanswered"]);
}

pub async fn notices_wait_until_somebody_reads_them_out(store: AnyStore) {
    let silent = Person { phone: None, ..person("silent", 3) };
    let far = Person { phone: None, village: AreaCode::new("990101002001"), ..person("far", 4) };
    store.commit(vec![save_person(silent), save_person(far), save_person(person("elder", 1))]).await.unwrap();
    let put = |id: &str, person: &str, second: i64, way: Way| Change::PutNotice(Box::new(Notice { way, ..notice(id, person, second) }));
    let (hand, call, letter) = (Way::Hand, Way::Call, Way::Letter);
    store
        .commit(vec![put("b", "silent", 2, call), put("a", "silent", 1, hand), put("c", "far", 1, letter), put("d", "elder", 1, Way::Text)])
        .await
        .unwrap();
    let waiting = async |area: &str| {
        let all = store.undelivered(&AreaCode::new(area), 10).await.unwrap();
        all.into_iter().map(|n| n.id.0).collect::<Vec<_>>()
    };
    assert_eq!(waiting(VILLAGE).await, ["a", "b"]);
    assert_eq!(waiting("990101").await, ["a", "c", "b"]);
    let delivered = |by: &str, second: i64| Change::MarkNoticeDelivered {
        id: NoticeId::new("a"),
        delivered: Delivered { by: StaffId::new(by), at: at(second), read_out: true },
    };
    let read = |second: i64| Change::MarkNoticeRead { id: NoticeId::new("b"), at: at(second) };
    store.commit(vec![delivered("clerk", 5), delivered("other", 6), read(7), read(8)]).await.unwrap();
    assert_eq!(waiting(VILLAGE).await, ["b"]);
    let notices = store.notices(&PersonId::new("silent"), 10).await.unwrap();
    assert_eq!(notices.iter().map(|n| n.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(notices[0].read_at, Some(at(7)), "the first reading counts");
    let expected = Delivered { by: StaffId::new("clerk"), at: at(5), read_out: true };
    assert_eq!(notices[1].delivered, Some(expected));
    assert_eq!(notices[1].args, notice("a", "silent", 1).args);
    assert_eq!(store.notices(&PersonId::new("silent"), 1).await.unwrap().len(), 1);
}

pub async fn the_ledger_of_a_person_is_newest_first(store: AnyStore) {
    let next_day = 24 * 3600;
    let changes = vec![
        line("elder", "open_case", 1),
        line("helper", "ask_grant", 1),
        line("elder", "submit_case", 1),
        line("elder", "withdraw_case", next_day),
    ];
    store.commit(changes).await.unwrap();
    let rows = store.ledger_of(&PersonId::new("elder"), 10).await.unwrap();
    let seen: Vec<_> = rows.iter().map(|r| (r.seq, r.line.act.as_str())).collect();
    assert_eq!(seen, [(1, "withdraw_case"), (3, "submit_case"), (1, "open_case")]);
    assert_eq!(rows[0].at, at(next_day));
    assert_eq!(store.ledger_of(&PersonId::new("elder"), 1).await.unwrap().len(), 1);
}

pub async fn the_outbox_shows_the_newest_first(store: AnyStore) {
    let sms = |id: &str, second: i64| {
        let text = format!("code {id}");
        Change::PutSms(Box::new(OutboxSms { id: id.into(), to: phone(PHONE), text, purpose: "code".into(), at: at(second) }))
    };
    store.commit(vec![sms("a", 2), sms("b", 1), sms("c", 3)]).await.unwrap();
    let texts: Vec<_> = store.outbox(2).await.unwrap().into_iter().map(|s| s.text).collect();
    assert_eq!(texts, ["code c", "code a"]);
}

pub async fn a_sheet_hangs_on_its_grant_until_the_grant_names_it_no_more(store: AnyStore) {
    with_people(&store).await;
    let paper = |id: &str| domain::case::PaperRef {
        id: PaperId::new(id),
        material: "grant-letter".into(),
        mime: "image/png".into(),
        size: 3,
        added_at: at(1),
        added_by: By::Counter(StaffId::new("clerk")),
        earlier: None,
    };
    let mut grant = grant("g", "elder", "helper", GrantState::WaitingForDecision);
    grant.papers = vec![paper("one"), paper("two")];
    store.commit(vec![save_grant(grant)]).await.unwrap();
    let owner = store.paper_owner(&PaperId::new("one")).await.unwrap().unwrap();
    assert_eq!((owner.grant, owner.subject, owner.mime.as_str()), (Some(GrantId::new("g")), PersonId::new("elder"), "image/png"));
    assert_eq!((owner.case, owner.draft), (None, None));
    let mut again = store.grant(&GrantId::new("g")).await.unwrap().unwrap();
    again.papers.remove(0);
    store.commit(vec![save_grant(again)]).await.unwrap();
    assert_eq!(store.paper_owner(&PaperId::new("one")).await.unwrap(), None);
    assert!(store.paper_owner(&PaperId::new("two")).await.unwrap().is_some());
}

pub async fn grants_in_one_state_are_found_by_area_the_longest_waiting_first(store: AnyStore) {
    with_people(&store).await;
    let one = |id: &str, state: GrantState, asked: i64| {
        let mut grant = grant(id, "elder", "helper", state);
        grant.asked_at = at(asked);
        save_grant(grant)
    };
    let waiting = GrantState::WaitingForDecision;
    store.commit(vec![one("later", waiting, 9), one("first", waiting, 1), one("hers", GrantState::WaitingForConsent, 1)]).await.unwrap();
    let ids = async |area: &str, limit: u64| -> Vec<String> {
        store.grants_in(&AreaCode::new(area), waiting, limit).await.unwrap().into_iter().map(|g| g.id.0).collect()
    };
    let village = store.person(&PersonId::new("elder")).await.unwrap().unwrap().village;
    assert_eq!(ids(village.county().as_str(), 9).await, ["first", "later"]);
    assert_eq!(ids(village.as_str(), 1).await, ["first"]);
    assert_eq!(ids("990199", 9).await, Vec::<String>::new());
}
