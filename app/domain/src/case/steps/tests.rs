//! The rules of a case in sentences: returns, deferrals, corrections, climbing, four eyes.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::case::{
    PaperRef,
    draft::{DraftState, Purpose},
};
use crate::catalog::ItemCode;
use crate::ids::{DraftId, PaperId, PersonId};
use crate::review::{Reviewer, Ties, may_review};
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 23);

fn at(minutes: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_mins(minutes)
}

fn elder() -> By {
    By::Herself(PersonId::new("elder"))
}

fn paper(id: &str, material: &str) -> PaperRef {
    PaperRef {
        id: PaperId::new(id),
        material: material.into(),
        mime: "image/png".into(),
        size: 1,
        added_at: at(0),
        added_by: elder(),
        earlier: None,
    }
}

fn draft() -> Draft {
    let answers = Answers::default()
        .with("kind", "settled-retiree")
        .with("province", "32")
        .with("city", "南京市")
        .with("start", "2026-12-01")
        .with("route", "proof")
        .with("contact-name", "王小明")
        .with("contact-phone", "13800000000");
    Draft {
        id: DraftId::new("d"),
        item: ItemCode::OutOfArea,
        item_version: 1,
        purpose: Purpose::New,
        subject: PersonId::new("elder"),
        begun_by: elder(),
        state: DraftState::Open,
        answers,
        typed_by: Default::default(),
        papers: vec![paper("p1", "household-first-page"), paper("p2", "household-own-page")],
        promised_later: Vec::new(),
        shared: Vec::new(),
        created_at: at(0),
        updated_at: at(0),
        version: 0,
    }
}

fn rules() -> BirthRules {
    BirthRules {
        undo_minutes: 10,
        temporary_months: 6,
        commitment_lock_months: 6,
        promised: date(2026, 12, 4),
        step_due: date(2026, 11, 25),
        confirm_due: date(2026, 11, 25),
        sampled: false,
        today: TODAY,
    }
}

fn filed(by: By) -> Case {
    let item = ItemCode::OutOfArea.item().unwrap();
    let filed_by = FiledBy { by, channel: Channel::Online };
    let village = AreaCode::new("990101001001");
    let mut case = submit(item, &draft(), CaseId::new("c"), "34782956".into(), village, filed_by, false, &rules(), at(0)).unwrap();
    case.apply(CaseAct::Release, Role::Rule, By::Rule, None, at(10)).unwrap();
    case
}

fn staff(id: &str) -> By {
    By::Staff(StaffId::new(id))
}

fn missing(about: &str) -> Missing {
    Missing { about: about.into(), words: "看不清".into() }
}

fn clerk(id: &str, desk: &str) -> Reviewer {
    let desk = AreaCode::new(desk);
    Reviewer { id: StaffId::new(id), person: None, tier: desk.tier(), desk, supervisor: false, kind: Default::default() }
}

#[test]
fn a_second_return_may_repeat_what_is_still_missing_but_not_ask_for_what_was_seen_before() {
    let mut case = filed(elder());
    case.give_back(vec![missing("household-own-page")], Role::Village, staff("v"), at(11)).unwrap();
    case.resubmit(&draft(), TODAY, elder(), at(12)).unwrap();
    let again = |about: &[&str]| {
        let mut case = case.clone();
        case.give_back(about.iter().map(|a| missing(a)).collect(), Role::Village, staff("v"), at(13))
    };
    assert_eq!(again(&["household-own-page"]), Ok(()));
    assert_eq!(again(&["household-first-page"]), Err(Refusal::SecondReturn));
    assert_eq!(again(&["household-own-page", "city"]), Err(Refusal::SecondReturn));
}

#[test]
fn a_supervisor_s_reason_opens_one_more_return_to_another_clerk_and_the_applicant_can_read_it() {
    let mut case = filed(elder());
    assert_eq!(
        case.allow_return(StaffId::new("boss"), "第一次没看清".into(), at(10)),
        Err(Refusal::NotInThisState),
        "nothing was returned"
    );
    case.give_back(vec![missing("household-own-page")], Role::Village, staff("v"), at(11)).unwrap();
    case.resubmit(&draft(), TODAY, elder(), at(12)).unwrap();
    assert_eq!(case.allow_return(StaffId::new("boss"), String::new(), at(13)), Err(Refusal::ReasonNeeded));
    case.allow_return(StaffId::new("boss"), "第一次没看清".into(), at(13)).unwrap();
    assert_eq!(case.allow_return(StaffId::new("boss"), "再来一次".into(), at(13)), Err(Refusal::NotInThisState), "one leave at a time");
    let mut herself = case.clone();
    assert_eq!(herself.give_back(vec![missing("city")], Role::Village, staff("boss"), at(14)), Err(Refusal::SecondReturn));
    case.give_back(vec![missing("city")], Role::Village, staff("v"), at(14)).unwrap();
    assert_eq!(case.open_return().unwrap().leave.as_ref().map(|l| l.reason.as_str()), Some("第一次没看清"));
    case.resubmit(&draft(), TODAY, elder(), at(15)).unwrap();
    let third = case.give_back(vec![missing("household-first-page")], Role::Village, staff("v"), at(16));
    assert_eq!(third, Err(Refusal::SecondReturn), "the leave was for one return");
}

#[test]
fn a_note_has_words_and_there_are_not_too_many() {
    let mut case = filed(elder());
    assert_eq!(case.note(StaffId::new("v"), String::new(), at(11)), Err(Refusal::NoteNeedsWords));
    for _ in 0..crate::case::desk_words::MOST_NOTES {
        case.note(StaffId::new("v"), "已电话核实".into(), at(11)).unwrap();
    }
    assert_eq!(case.note(StaffId::new("v"), "又一条".into(), at(11)), Err(Refusal::NotInThisState));
}

#[test]
fn what_the_first_answer_newly_showed_may_be_returned_together_with_what_is_still_missing() {
    let mut case = filed(elder());
    case.give_back(vec![missing("household-own-page")], Role::Village, staff("v"), at(11)).unwrap();
    let mut second = draft();
    second.answers.set("kind", "posted-worker");
    second.papers = vec![paper("p3", "posting-proof")];
    case.resubmit(&second, TODAY, elder(), at(12)).unwrap();
    // The posting proof was never visible before; the kind was changed by her.
    case.give_back(vec![missing("posting-proof"), missing("kind")], Role::Village, staff("v"), at(13)).unwrap();
    assert_eq!(case.returns.len(), 2);
}

#[test]
fn an_answer_she_changed_herself_may_be_returned_a_second_time() {
    let mut case = filed(elder());
    case.give_back(vec![missing("household-own-page")], Role::Village, staff("v"), at(11)).unwrap();
    let mut second = draft();
    second.answers.set("city", "某处");
    second.papers[0] = paper("p9", "household-first-page");
    case.resubmit(&second, TODAY, elder(), at(12)).unwrap();
    assert!(case.may_ask_for("city") && case.may_ask_for("household-first-page"));
    assert!(!case.may_ask_for("start"));
}

#[test]
fn accepting_needs_every_main_paper_and_takes_secondary_ones_by_a_date() {
    let mut case = filed(elder());
    case.papers.retain(|p| p.material == "household-first-page");
    let accept = |later: &[&str], due| {
        let mut case = case.clone();
        let later: Vec<String> = later.iter().map(|m| (*m).to_owned()).collect();
        case.accept(&later, due, TODAY, Role::Village, staff("v"), at(11)).map(|()| case)
    };
    assert_eq!(accept(&[], None).unwrap_err(), Refusal::PapersMissing);
    assert_eq!(accept(&["household-own-page"], None).unwrap_err(), Refusal::DeferralTooLate);
    assert_eq!(accept(&["household-own-page"], Some(date(2026, 12, 5))).unwrap_err(), Refusal::DeferralTooLate);
    assert_eq!(accept(&["household-own-page"], Some(date(2026, 11, 22))).unwrap_err(), Refusal::DeferralTooLate);
    assert_eq!(accept(&["household-first-page"], Some(date(2026, 12, 1))).unwrap_err(), Refusal::MainPaperMissing);
    let case = accept(&["household-own-page"], Some(date(2026, 12, 1))).unwrap();
    assert_eq!((case.state, case.deferrals.len()), (CaseState::AtTownship, 1));
}

#[test]
fn a_promised_paper_that_does_not_come_brings_the_case_back_with_words() {
    let mut case = filed(elder());
    case.papers.retain(|p| p.material == "household-first-page");
    case.accept(&["household-own-page".into()], Some(date(2026, 12, 1)), TODAY, Role::Village, staff("v"), at(11)).unwrap();
    assert!(case.clone().lapse(|_| "没有交来".into(), date(2026, 12, 1), at(12)).is_err());
    case.lapse(|_| "没有交来".into(), date(2026, 12, 2), at(12)).unwrap();
    assert_eq!(case.state, CaseState::Returned);
    assert_eq!(case.open_return().unwrap().missing[0].about, "household-own-page");
    assert_eq!(case.lacking(), ["household-own-page"]);
}

/// Accepted with one secondary paper promised.
fn accepted_with_a_promise() -> Case {
    let mut case = filed(elder());
    case.papers.retain(|p| p.material == "household-first-page");
    case.accept(&["household-own-page".into()], Some(date(2026, 12, 1)), TODAY, Role::Village, staff("v"), at(11)).unwrap();
    case
}

fn bringing(case: &Case, papers: Vec<PaperRef>) -> Draft {
    Draft { purpose: Purpose::Supply(case.id.clone()), papers: [case.papers.clone(), papers].concat(), ..draft() }
}

#[test]
fn a_promised_paper_that_comes_is_no_longer_owed_and_the_case_stays_where_it_is() {
    let mut case = accepted_with_a_promise();
    case.take(&StaffId::new("t"), at(12), 15).unwrap();
    case.supply(&bringing(&case, vec![paper("p3", "household-own-page")]), TODAY, elder(), at(13)).unwrap();
    assert_eq!((case.state, case.owed().count(), case.papers.len()), (CaseState::AtTownship, 0, 2));
    assert_eq!(case.holder(at(14)), Some(&StaffId::new("t")), "the clerk keeps the case");
    assert!(case.lapse(|_| "没有交来".into(), date(2027, 1, 2), at(15)).is_err());
}

#[test]
fn handing_in_nothing_or_something_else_is_no_supply() {
    let mut case = accepted_with_a_promise();
    assert_eq!(case.supply(&bringing(&case, vec![]), TODAY, elder(), at(13)), Err(Refusal::PapersMissing));
    let other = bringing(&case, vec![paper("p9", "household-first-page")]);
    assert_eq!(case.supply(&other, TODAY, elder(), at(13)), Err(Refusal::PapersMissing));
    assert_eq!(case.owed().collect::<Vec<_>>(), ["household-own-page"]);
}

#[test]
fn what_comes_after_the_decision_is_looked_at_by_the_county_once_more() {
    let mut case = accepted_with_a_promise();
    case.apply(CaseAct::Review, Role::Township, staff("t"), None, at(12)).unwrap();
    case.approve(6, 6, TODAY, Role::County, staff("c"), at(13)).unwrap();
    case.supply(&bringing(&case, vec![paper("p3", "household-own-page")]), date(2026, 12, 9), elder(), at(14)).unwrap();
    assert_eq!((case.state, case.desk.tier(), case.step_due), (CaseState::InForceSampled, Tier::County, date(2026, 12, 9)));
    assert!(case.validity.is_some());
    case.apply(CaseAct::PassSample, Role::County, staff("c2"), None, at(15)).unwrap();
    assert_eq!(case.state, CaseState::InForce);
}

#[test]
fn a_paper_that_comes_with_the_answer_to_a_return_is_no_longer_owed() {
    let mut case = accepted_with_a_promise();
    case.give_back(vec![missing("city")], Role::Township, staff("t"), at(12)).unwrap();
    let answer = Draft { purpose: Purpose::Answer(case.id.clone()), ..bringing(&case, vec![paper("p3", "household-own-page")]) };
    case.resubmit(&answer, TODAY, elder(), at(13)).unwrap();
    assert_eq!(case.owed().count(), 0);
}

#[test]
fn a_filing_in_force_ends_when_its_promised_paper_does_not_come() {
    let mut case = filed(elder());
    case.papers.retain(|p| p.material == "household-first-page");
    case.accept(&["household-own-page".into()], Some(date(2026, 12, 1)), TODAY, Role::Village, staff("v"), at(11)).unwrap();
    case.apply(CaseAct::Review, Role::Township, staff("t"), None, at(12)).unwrap();
    case.approve(6, 6, TODAY, Role::County, staff("c"), at(13)).unwrap();
    case.lapse(|_| "没有交来".into(), date(2026, 12, 2), at(14)).unwrap();
    assert_eq!((case.state, case.validity), (CaseState::Revoked, None));
}

#[test]
fn what_the_county_approves_holds_from_the_start_she_named() {
    let mut case = filed(elder());
    case.accept(&[], None, TODAY, Role::Village, staff("v"), at(11)).unwrap();
    case.apply(CaseAct::Review, Role::Township, staff("t"), None, at(12)).unwrap();
    assert_eq!(case.validity, None);
    case.approve(6, 6, TODAY, Role::County, staff("c"), at(13)).unwrap();
    assert_eq!(case.validity, Some(Validity { from: date(2026, 12, 1), until: None, locked_until: None }));
}

#[test]
fn a_slip_of_the_pen_is_never_the_way_the_case_goes() {
    let mut case = filed(elder());
    assert_eq!(case.correct("kind", "transfer".into(), "phone", Role::Village, staff("v"), at(11)), Err(Refusal::NotInThisState));
    assert_eq!(case.correct("city", "杭州市".into(), "", Role::Village, staff("v"), at(11)), Err(Refusal::ApplicantMustAgree));
    case.correct("city", "杭州市".into(), "phone", Role::Village, staff("v"), at(11)).unwrap();
    let c = &case.corrections[0];
    assert_eq!((c.old.as_str(), c.new.as_str(), c.agreed_how.as_str()), ("南京市", "杭州市", "phone"));
    // Setting a slip right is no step: the same clerk may accept.
    assert_eq!(may_review(&clerk("v", "990101001001"), &case, Ties::default()), Ok(()));
}

#[test]
fn nobody_takes_two_steps_of_one_case_even_after_it_climbed() {
    let mut case = filed(elder());
    case.climb(TODAY, at(11)).unwrap();
    let township = clerk("t", "990101001");
    assert_eq!(may_review(&township, &case, Ties::default()), Ok(()));
    case.accept(&[], None, TODAY, case.role_for(township.tier).unwrap(), staff("t"), at(12)).unwrap();
    assert_eq!((case.state, case.desk.as_str()), (CaseState::AtTownship, "990101001"));
    assert_eq!(may_review(&township, &case, Ties::default()), Err(Refusal::DidEarlierStep));
    assert_eq!(may_review(&clerk("t2", "990101001"), &case, Ties::default()), Ok(()));
    // It climbs once more: the same township clerk who moved to the county still may not.
    case.climb(TODAY, at(13)).unwrap();
    assert_eq!(may_review(&clerk("t", "990101"), &case, Ties::default()), Err(Refusal::DidEarlierStep));
}

#[test]
fn the_clerk_who_typed_the_answer_to_a_return_at_the_counter_takes_no_step() {
    let mut case = filed(elder());
    case.give_back(vec![missing("household-own-page")], Role::Village, staff("v"), at(11)).unwrap();
    case.resubmit(&draft(), TODAY, By::Counter(StaffId::new("v")), at(12)).unwrap();
    assert_eq!(may_review(&clerk("v", "990101001001"), &case, Ties::default()), Err(Refusal::DidEarlierStep));
    assert_eq!(may_review(&clerk("w", "990101001001"), &case, Ties::default()), Ok(()));
}

#[test]
fn a_clerk_who_helped_with_the_filing_as_a_daughter_takes_no_step() {
    let mut case = filed(elder());
    let helper = By::Helper { helper: PersonId::new("daughter"), grant: crate::ids::GrantId::new("g") };
    case.give_back(vec![missing("household-own-page")], Role::Village, staff("x"), at(11)).unwrap();
    case.resubmit(&draft(), TODAY, helper, at(12)).unwrap();
    let daughter = Reviewer { person: Some(PersonId::new("daughter")), ..clerk("v", "990101001001") };
    assert_eq!(may_review(&daughter, &case, Ties::default()), Err(Refusal::OwnMatter));
}

#[test]
fn a_case_is_held_by_one_clerk_until_the_hold_runs_out() {
    let mut case = filed(elder());
    let (one, two) = (StaffId::new("1"), StaffId::new("2"));
    case.take(&one, at(20), 15).unwrap();
    assert_eq!(case.take(&two, at(34), 15), Err(Refusal::HeldByColleague));
    assert_eq!(case.free_for(&two, at(34)), Err(Refusal::HeldByColleague));
    assert_eq!(case.free_for(&one, at(34)), Ok(()));
    case.take(&two, at(35), 15).unwrap();
}

fn proof(material: &str) -> crate::shared::SharedProof {
    let source = crate::shared::SharedSource::Police;
    crate::shared::SharedProof { material: material.into(), source, as_of: TODAY, looked_at: at(1), agreed_by: elder() }
}

fn submitted(draft: &Draft) -> Case {
    let filed_by = FiledBy { by: elder(), channel: Channel::Online };
    let item = draft.item.item().unwrap();
    let village = AreaCode::new("990101001001");
    submit(item, draft, CaseId::new("c"), "2345883864".into(), village, filed_by, false, &rules(), at(0)).unwrap()
}

#[test]
fn what_shared_data_prove_is_neither_missing_nor_owed_and_nothing_else_of_it_goes_with_the_case() {
    let item = ItemCode::OutOfArea.item().unwrap();
    let mut draft = Draft { papers: vec![], shared: vec![proof("household-first-page"), proof("residence-proof")], ..draft() };
    assert_eq!(gaps(item, &draft).1, ["household-own-page"]);
    draft.shared.push(proof("household-own-page"));
    let case = submitted(&draft);
    assert!(case.lacking().is_empty() && case.deferrals.is_empty());
    // The residence is not asked for on this road: it stays out.
    assert_eq!(case.shared, [proof("household-first-page"), proof("household-own-page")]);
}

#[test]
fn shared_data_can_bring_what_was_promised_for_later() {
    let mut case = accepted_with_a_promise();
    let with = Draft { shared: vec![proof("household-own-page")], ..bringing(&case, vec![]) };
    case.supply(&with, TODAY, elder(), at(13)).unwrap();
    assert!(case.owed().next().is_none() && case.has("household-own-page"));
}
