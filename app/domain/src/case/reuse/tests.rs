#![allow(clippy::unwrap_used)]

use super::*;
use crate::case::draft::Purpose;
use crate::case::{Channel, DraftState, FiledBy, Missing, Return};
use crate::catalog::items::ITEMS;
use crate::catalog::{Answers, Form, ItemCode, PAPER, Source};
use crate::ids::{AreaCode, CaseId, DraftId, PersonId};
use crate::ledger::By;
use jiff::civil::date;

fn at(day: Date) -> Timestamp {
    crate::calendar::china_instant(day, jiff::civil::Time::midnight())
}

fn paper(id: &str, material: &str, day: Date) -> PaperRef {
    PaperRef {
        id: PaperId::new(id),
        material: material.into(),
        mime: "image/jpeg".into(),
        size: 5,
        added_at: at(day),
        added_by: By::Herself(PersonId::new("elder")),
        earlier: None,
    }
}

fn case(subject: &str, state: CaseState, papers: Vec<PaperRef>) -> Case {
    let filed_by = FiledBy { by: By::Herself(PersonId::new(subject)), channel: Channel::Online };
    let begun = Case::begun(
        CaseId::new("c"),
        "2345883864".into(),
        ItemCode::Chronic,
        PersonId::new(subject),
        AreaCode::new("990101001001"),
        filed_by,
        at(date(2026, 3, 2)),
    );
    Case { state, papers, ..begun }
}

fn draft(purpose: Purpose) -> Draft {
    Draft {
        id: DraftId::new("d"),
        item: ItemCode::ChronicRecheck,
        item_version: 1,
        purpose,
        subject: PersonId::new("elder"),
        begun_by: By::Herself(PersonId::new("elder")),
        state: DraftState::Open,
        answers: Answers::default(),
        typed_by: Default::default(),
        papers: vec![],
        promised_later: vec![],
        shared: vec![],
        created_at: at(date(2026, 11, 1)),
        updated_at: at(date(2026, 11, 1)),
        version: 0,
    }
}

const RECORD: Material = Material { id: "record", reuse: Reuse::Fresh, ..PAPER };
const TODAY: Date = Date::constant(2026, 11, 26);

fn names(material: &Material, draft: &Draft, case: &Case) -> Vec<String> {
    offered(material, draft, case, 12, TODAY).into_iter().map(|p| p.id.to_string()).collect()
}

#[test]
fn what_goes_stale_is_offered_for_the_regions_months_and_what_does_not_for_good() {
    let old =
        case("elder", CaseState::InForce, vec![paper("new", "record", date(2025, 11, 26)), paper("old", "record", date(2025, 11, 25))]);
    assert_eq!(names(&RECORD, &draft(Purpose::New), &old), ["new"]);
    assert_eq!(names(&Material { reuse: Reuse::Offered, ..RECORD }, &draft(Purpose::New), &old), ["new", "old"]);
    assert!(names(&Material { reuse: Reuse::Never, ..RECORD }, &draft(Purpose::New), &old).is_empty());
    assert!(names(&Material { id: "other", reuse: Reuse::Offered, ..RECORD }, &draft(Purpose::New), &old).is_empty());
}

#[test]
fn a_copy_of_a_copy_is_as_old_as_the_first() {
    let first = EarlierPaper { paper: PaperId::new("first"), at: at(date(2024, 1, 1)), reference: "2345883864".into() };
    let copy = PaperRef { earlier: Some(first), ..paper("copy", "record", date(2026, 11, 1)) };
    assert_eq!((copy.origin().as_str(), copy.first_at()), ("first", at(date(2024, 1, 1))));
    assert!(names(&RECORD, &draft(Purpose::New), &case("elder", CaseState::InForce, vec![copy])).is_empty());
}

#[test]
fn neither_anothers_paper_nor_one_that_was_no_good_is_offered() {
    let papers = || vec![paper("p", "record", date(2026, 11, 1))];
    assert!(names(&RECORD, &draft(Purpose::New), &case("neighbour", CaseState::InForce, papers())).is_empty());
    for state in [CaseState::Refused, CaseState::Revoked] {
        assert!(names(&RECORD, &draft(Purpose::New), &case("elder", state, papers())).is_empty(), "{state:?}");
    }
    let mut back = case("elder", CaseState::Returned, papers());
    let missing = |about: &str| Missing { about: about.into(), words: "看不清".into() };
    let told =
        |about: &str| Return { at: at(TODAY), by: By::Rule, missing: vec![missing(about)], seen: vec![], answered_at: None, leave: None };
    back.returns = vec![told("record")];
    assert!(names(&RECORD, &draft(Purpose::New), &back).is_empty());
    back.returns = vec![told("another")];
    assert_eq!(names(&RECORD, &draft(Purpose::New), &back), ["p"]);
    // The case she adds to has its own papers already.
    assert!(names(&RECORD, &draft(Purpose::Answer(CaseId::new("c"))), &back).is_empty());
}

#[test]
fn no_invoice_list_or_prescription_is_ever_offered_for_another_claim() {
    for item in ITEMS {
        for material in item.materials {
            let one_matter = ["invoices", "expense-list", "discharge-record", "prescription", "last-prescription", "settlement-sheet"];
            if one_matter.contains(&material.id) || material.form == Form::Original || material.source == Source::Shared {
                assert_eq!(material.reuse, Reuse::Never, "{} {}", item.slug, material.id);
            }
        }
    }
}

#[test]
fn identity_card_and_household_register_are_offered_for_good() {
    for (item, id) in [(ItemCode::InfoChange, "new-id-card"), (ItemCode::OutOfArea, "household-first-page")] {
        let material = item.item().unwrap().materials.iter().find(|m| m.id == id).unwrap();
        assert_eq!(material.reuse, Reuse::Offered, "{id}");
    }
}

#[test]
fn a_material_is_treated_alike_wherever_it_is_asked_for() {
    let mut seen = std::collections::BTreeMap::new();
    for material in ITEMS.iter().flat_map(|item| item.materials) {
        let how = (material.reuse, material.shared());
        assert_eq!(*seen.entry(material.id).or_insert(how), how, "{}", material.id);
    }
}
