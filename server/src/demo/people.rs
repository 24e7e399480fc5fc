//! Invents the residents of the demonstration county: households with families, the same for the same seed.
//! Pure. Identity numbers have valid check digits in area 99, which is assigned to no place; telephone numbers begin with
//! 1000000, which no provider has (mobile numbers begin with 13 to 19), so nobody real is ever called.

pub(super) mod draw;
mod key_people;
mod names;

use domain::ids::AreaCode;
use domain::person::{IdNumber, Name, Nationality, Phone, Relation};
use domain::region::Region;
use domain::review::Tier;
use draw::Draw;
use jiff::civil::{Date, date};
use names::{Names, Sex};
use std::collections::BTreeSet;

/// Ages are reckoned on this day, so that the demo people keep their numbers for ever.
pub const AS_OF: Date = date(2026, 11, 22);
const HOUSEHOLDS: usize = 72;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// Named in the demo page and in tests: `wang-xiulan`. Everybody else has none.
    pub key: Option<&'static str>,
    pub name: Name,
    pub id_number: IdNumber,
    pub phone: Option<Phone>,
    pub nationality: Nationality,
    /// Where she is insured; for a helper from elsewhere another county of area 99.
    pub village: AreaCode,
    pub insured: bool,
    pub address: String,
    /// People of one household share this name.
    pub household: String,
    /// Place in the list and what that person is to her.
    pub family: Vec<(usize, Relation)>,
}

/// At least two hundred residents, key persons first. Fails only when the data files do not fit together.
pub fn demo_people(seed: u64, region: &Region) -> Result<Vec<DemoPerson>, String> {
    let mut town = Town { people: Vec::new(), numbers: BTreeSet::new(), draw: Draw::new(seed), names: Names::read()?, phones: 100 };
    key_people::settle(&mut town, region)?;
    let villages: Vec<AreaCode> = region.areas_of(Tier::Village).map(|area| area.code.clone()).collect();
    if villages.is_empty() {
        return Err("the region has no village".into());
    }
    for number in 0..HOUSEHOLDS {
        let village = &villages[number % villages.len()];
        let house = House {
            village: village.clone(),
            address: format!("{}{}号", region.full_area_name(village.as_str()), number + 20),
            name: format!("demo-household-{:03}", number + 20),
        };
        town.move_in(&house)?;
    }
    Ok(town.people)
}

struct House {
    village: AreaCode,
    address: String,
    name: String,
}

struct Town {
    people: Vec<DemoPerson>,
    numbers: BTreeSet<String>,
    draw: Draw,
    names: Names,
    phones: u16,
}

impl Town {
    /// One household: alone, a couple, two or three generations.
    fn move_in(&mut self, house: &House) -> Result<(), String> {
        let people = self.names.pick(self.draw.below(100));
        let root = self.names.root(people, &mut self.draw);
        let old = 60 + self.draw.below(36);
        let kind = self.draw.below(10);
        if kind == 0 {
            let sex = Sex::of(self.draw.below(2));
            self.settle(house, people, &root, sex, old)?;
            return Ok(());
        }
        if kind < 3 {
            let (first, second) = (self.settle(house, people, &root, Sex::Man, old)?, self.marry(house, people, old)?);
            self.bind(first, second, Relation::Spouse);
            return Ok(());
        }
        // Three generations; in most the old man, in some the old woman is gone.
        let middle = (old - 22 - self.draw.below(10)).max(18);
        let grandfather = if kind < 8 { Some(self.settle(house, people, &root, Sex::Man, old)?) } else { None };
        let grandmother = self.marry(house, people, old.min(93))?;
        let line = self.names.child_root(people, &root, grandfather.map(|i| self.people[i].name.as_str()));
        let son = self.settle(house, people, &line, Sex::Man, middle)?;
        let wife = self.marry(house, people, middle)?;
        self.bind(son, wife, Relation::Spouse);
        let elders: Vec<usize> = grandfather.into_iter().chain([grandmother]).collect();
        if let [he, she] = elders[..] {
            self.bind(he, she, Relation::Spouse);
        }
        elders.iter().for_each(|elder| self.bind(*elder, son, Relation::Child));
        let grandchildren = self.names.child_root(people, &line, Some(self.people[son].name.as_str()));
        let mut brood: Vec<usize> = Vec::new();
        for born in 0..self.draw.below(3) {
            let age = (middle.saturating_sub(21 + 3 * born + self.draw.below(6))).max(3);
            let sex = Sex::of(self.draw.below(2));
            let child = self.settle(house, people, &grandchildren, sex, age)?;
            self.bind(son, child, Relation::Child);
            self.bind(wife, child, Relation::Child);
            elders.iter().for_each(|elder| self.bind(*elder, child, Relation::Grandchild));
            brood.iter().for_each(|other| self.bind(*other, child, Relation::Sibling));
            brood.push(child);
        }
        Ok(())
    }

    /// A wife of about the same age, with a name of her own family.
    fn marry(&mut self, house: &House, people: usize, age: u32) -> Result<usize, String> {
        let root = self.names.root(people, &mut self.draw);
        let younger = self.draw.below(5);
        self.settle(house, people, &root, Sex::Woman, age.saturating_sub(younger).max(18))
    }

    fn settle(&mut self, house: &House, people: usize, root: &str, sex: Sex, age: u32) -> Result<usize, String> {
        let name = self.names.name(people, root, sex, &mut self.draw);
        let phone = self.phone_at(age)?;
        let person = DemoPerson {
            key: None,
            name: Name::parse(&name).map_err(|error| format!("demo name: {error}"))?,
            id_number: self.number(sex, age)?,
            phone,
            nationality: self.names.nationality(people)?,
            village: house.village.clone(),
            insured: true,
            address: house.address.clone(),
            household: house.name.clone(),
            family: Vec::new(),
        };
        Ok(self.add(person))
    }

    fn add(&mut self, person: DemoPerson) -> usize {
        self.numbers.insert(person.id_number.plain().to_owned());
        self.people.push(person);
        self.people.len() - 1
    }

    /// Writes the bond into both: `other` is the `relation` of `one`.
    fn bind(&mut self, one: usize, other: usize, relation: Relation) {
        if let Some(person) = self.people.get_mut(one) {
            person.family.push((other, relation));
        }
        if let Some(person) = self.people.get_mut(other) {
            person.family.push((one, relation.inverse()));
        }
    }

    /// Children have none, of the old about a third.
    fn phone_at(&mut self, age: u32) -> Result<Option<Phone>, String> {
        let without = match age {
            0..=12 => 100,
            13..=64 => 3,
            65..=79 => 30,
            _ => 55,
        };
        if self.draw.below(100) < without {
            return Ok(None);
        }
        self.phones += 1;
        phone(self.phones).map(Some)
    }

    /// A free identity number for somebody of that age on `AS_OF`.
    fn number(&mut self, sex: Sex, age: u32) -> Result<IdNumber, String> {
        const AREAS: [&str; 4] = ["990101", "990101", "990101", "990102"];
        for _ in 0..1000 {
            let area = AREAS[self.draw.below(4) as usize % 4];
            let (month, day) = (1 + self.draw.below(12) as i8, 1 + self.draw.below(28) as i8);
            let birthday_to_come = (month, day) > (AS_OF.month(), AS_OF.day());
            let year = AS_OF.year() - age as i16 - i16::from(birthday_to_come);
            let birth = Date::new(year, month, day).map_err(|error| error.to_string())?;
            let order = 2 * self.draw.below(400) as u16 + u16::from(sex == Sex::Man);
            let number = IdNumber::compose(area, birth, order).ok_or("demo: a number does not compose")?;
            if !self.numbers.contains(number.plain()) {
                return Ok(number);
            }
        }
        Err("demo: no identity number left".into())
    }
}

/// `1000000` and four digits: passes the form's rule, exists nowhere.
fn phone(last: u16) -> Result<Phone, String> {
    Phone::parse(&format!("1000000{:04}", last % 10_000)).map_err(|error| format!("demo phone: {error}"))
}

#[cfg(test)]
mod tests;
