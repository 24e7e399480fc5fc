#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use std::collections::{BTreeMap, HashMap};

fn region() -> Region {
    app::data::region("demo", app::data::DEMO_REGION).unwrap()
}
fn people() -> Vec<DemoPerson> {
    demo_people(7, &region()).unwrap()
}
fn of<'a>(people: &'a [DemoPerson], key: &str) -> &'a DemoPerson {
    people.iter().find(|person| person.key == Some(key)).unwrap()
}

#[test]
fn two_hundred_residents_of_several_nationalities_live_in_nine_villages() {
    let people = people();
    let residents: Vec<_> = people.iter().filter(|person| person.insured).collect();
    assert!(residents.len() >= 200, "{}", residents.len());
    assert!(residents.iter().map(|p| p.nationality).collect::<BTreeSet<_>>().len() >= 8);
    assert_eq!(residents.iter().map(|p| p.village.clone()).collect::<BTreeSet<_>>().len(), 9);
    let without = residents.iter().filter(|p| p.phone.is_none()).count();
    assert!(without >= 30 && without < residents.len() / 2, "{without}");
    let ages: Vec<u16> = residents.iter().map(|p| p.id_number.age_on(AS_OF)).collect();
    assert!(ages.iter().all(|age| (3..=95).contains(age)));
    assert!(ages.iter().filter(|age| **age < 16).count() >= 10);
    assert!(ages.iter().filter(|age| **age >= 80).count() >= 10);
}

#[test]
fn nobody_could_be_real() {
    let people = people();
    let numbers: BTreeSet<&str> = people.iter().map(|p| p.id_number.plain()).collect();
    assert_eq!(numbers.len(), people.len());
    assert!(numbers.iter().all(|number| number.starts_with("99")));
    assert!(people.iter().filter_map(|p| p.phone.as_ref()).all(|phone| phone.plain().starts_with("1000000")));
    assert!(people.iter().all(|p| p.village.as_str().starts_with("99") && p.address.contains("演示")));
}

#[test]
fn families_know_each_other_from_both_sides() {
    let people = people();
    for (at, person) in people.iter().enumerate() {
        for (other, relation) in &person.family {
            assert!(people[*other].family.contains(&(at, relation.inverse())), "{at} {other}");
            let (age, theirs) = (person.id_number.age_on(AS_OF), people[*other].id_number.age_on(AS_OF));
            assert!(*relation != Relation::Child || age >= theirs + 14, "{at} {age} {other} {theirs}");
        }
    }
    assert!(people.iter().filter(|p| !p.family.is_empty()).count() > 150);
}

#[test]
fn the_same_seed_gives_the_same_people_and_another_seed_others() {
    assert!(demo_people(7, &region()).unwrap() == people());
    assert!(demo_people(8, &region()).unwrap() != people());
}

#[test]
fn the_key_persons_are_there_whatever_the_seed() {
    let people = demo_people(99, &region()).unwrap();
    let mother = of(&people, "wang-xiulan");
    assert_eq!((mother.id_number.age_on(AS_OF), mother.village.as_str()), (74, "990101001001"));
    assert!(mother.id_number.is_female() && mother.phone.is_some());
    let daughter = of(&people, "li-mei");
    assert!(!daughter.insured && daughter.phone != mother.phone && daughter.household != mother.household);
    assert_eq!(people[daughter.family[0].0].key, Some("wang-xiulan"));
    assert_eq!(daughter.family[0].1, Relation::Parent);
    assert_eq!(of(&people, "zhao-youtian").phone, None);
    assert_eq!(of(&people, "chen-li").household, of(&people, "he-guizhen").household);
}

#[test]
fn only_one_couple_shares_a_phone() {
    let people = people();
    let mut owners: HashMap<&str, Vec<Option<&str>>> = HashMap::new();
    for person in &people {
        if let Some(phone) = &person.phone {
            owners.entry(phone.plain()).or_default().push(person.key);
        }
    }
    let shared: BTreeMap<_, _> = owners.into_iter().filter(|(_, keys)| keys.len() > 1).collect();
    assert_eq!(shared.into_values().collect::<Vec<_>>(), [[Some("zhou-changgen"), Some("sun-yufen")]]);
}
