//! Invents the people and cases of the bench's county, each from its number alone: the same county every time. Pure.

use app::ports::{Person, Verified, World};
use domain::calendar::china_date;
use domain::case::{Case, CaseAct, CaseState, Channel, Event, FiledBy, Return, StepDone};
use domain::catalog::{Answers, ItemCode};
use domain::ids::{AreaCode, CaseId, GrantId, PersonId, StaffId};
use domain::ledger::By;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::reference::Reference;
use domain::review::Tier;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use std::collections::BTreeSet;
use std::ops::Range;

/// One in forty has it: more than a page shows, in the small county as well.
pub(super) const COMMON_NAME: &str = "王秀英";
const COMMON: u32 = 40;
/// So many names and numbers there are.
pub(super) const MOST_PEOPLE: u32 = 500_000;
/// References that exist: seven digits in nine places.
const REFERENCES: u64 = 40_353_607;
const SURNAMES: &str = "李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏";
const GIVEN: &str =
    "桂兰德福春梅建国玉珍志强丽华永贵凤英海涛月娥文明金花大山小红石泉云松柏青田禾川谷雨晴霞远山静波林森东南西北平安康宁和顺";

pub(super) struct County {
    villages: Vec<AreaCode>,
    people: u32,
    now: Timestamp,
    /// References of the demonstration's own cases.
    taken: BTreeSet<String>,
    surnames: Vec<char>,
    given: Vec<char>,
}

/// SplitMix64: spreads a number over all bits.
fn mixed(n: u64) -> u64 {
    let z = n.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn id(kind: u64, n: u32) -> String {
    format!("{:016x}{:016x}", mixed(kind << 40 | u64::from(n)), mixed(kind << 41 | u64::from(n)))
}

fn of<T: Copy>(all: &[T], n: u64) -> Option<T> {
    all.get(usize::try_from(n % all.len().max(1) as u64).unwrap_or(0)).copied()
}

impl County {
    pub(super) fn new(world: &World, people: u32, taken: BTreeSet<String>) -> Result<County, String> {
        let villages: Vec<AreaCode> = world.region.areas_of(Tier::Village).map(|area| area.code.clone()).collect();
        if villages.is_empty() {
            return Err("the region has no village".into());
        }
        let county =
            County { villages, people, now: world.now(), taken, surnames: SURNAMES.chars().collect(), given: GIVEN.chars().collect() };
        // Every name and number is one, or nothing is written at all.
        county.person(0).zip(county.person(MOST_PEOPLE - 1)).map(|_| county).ok_or_else(|| "a name or number does not compose".into())
    }

    pub(super) fn people(&self, numbers: Range<u32>) -> Vec<Person> {
        numbers.filter_map(|n| self.person(n)).collect()
    }

    pub(super) fn cases(&self, numbers: Range<u32>) -> Vec<Case> {
        numbers.filter_map(|n| self.case(n)).collect()
    }

    /// Somebody of the first village with a rare name, and a case that waits at its desk.
    pub(super) fn sought(&self, cases: u32) -> Option<(Person, Case)> {
        let here = |case: &Case| {
            case.state == CaseState::AtVillage && case.item == ItemCode::OutOfArea && Some(&case.desk) == self.villages.first()
        };
        let case = (0..cases).filter_map(|n| self.case(n)).find(here)?;
        let person = (0..self.people)
            .filter_map(|n| self.person(n))
            .find(|p| Some(&p.village) == self.villages.first() && p.name.as_str() != COMMON_NAME)?;
        Some((person, case))
    }

    fn village(&self, person: u32) -> Option<AreaCode> {
        self.villages.get(person as usize % self.villages.len()).cloned()
    }

    fn person(&self, n: u32) -> Option<Person> {
        let name = if n.is_multiple_of(COMMON) {
            COMMON_NAME.to_owned()
        } else {
            let (a, b) = (u64::from(n), self.surnames.len() as u64);
            let many = self.given.len() as u64;
            [of(&self.surnames, a)?, of(&self.given, a / b)?, of(&self.given, a / b / many)?].into_iter().collect()
        };
        // An area of its own, so that no number meets one of the demonstration; forty people a birthday.
        let born = Date::constant(1936, 1, 1).checked_add(i32::try_from(n / 40).ok()?.days()).ok()?;
        Some(Person {
            id: PersonId::new(id(1, n)),
            name: Name::parse(&name).ok()?,
            id_number: IdNumber::compose("990110", born, u16::try_from(1 + n % 40).ok()?)?,
            phone: (!n.is_multiple_of(3)).then(|| Phone::parse(&format!("1000000{:04}", n % 10_000)).ok()).flatten(),
            nationality: Nationality::Han,
            village: self.village(n)?,
            insured: true,
            verified: Verified::ByData,
            alive: true,
            told_by: None,
            household: Some(format!("bench-{}", n / 3)),
            version: 0,
        })
    }

    /// Unlike that of any other case, also of the demonstration's own.
    fn reference(&self, n: u32) -> Option<String> {
        // Odd and no multiple of seven: every number is met once.
        (0..4u64)
            .map(|turn| (u64::from(n) + turn * 10_000_000) * 25_000_003 % REFERENCES)
            .map(|number| {
                let mut bytes = [0u8; 16];
                bytes[..8].copy_from_slice(&number.to_le_bytes());
                Reference::from_random(bytes).digits().to_owned()
            })
            .find(|digits| !self.taken.contains(digits))
    }

    fn case(&self, n: u32) -> Option<Case> {
        let chance = mixed(1 << 50 | u64::from(n));
        let owner = n % self.people;
        let (elder, village) = (PersonId::new(id(1, owner)), self.village(owner)?);
        // So many wait that a desk's first page is full in the small county too: both show the same number of rows.
        let state = match chance % 1000 {
            0..80 => CaseState::AtVillage,
            80..100 => CaseState::AtTownship,
            100..110 => CaseState::AtCounty,
            110..120 => CaseState::Returned,
            120..125 => CaseState::InForceSampled,
            125..175 => CaseState::Refused,
            175..255 => CaseState::Withdrawn,
            _ => CaseState::InForce,
        };
        let waits = state.tier().is_some() || state == CaseState::Returned;
        let days = if waits { (chance >> 12) % 25 } else { 30 + (chance >> 12) % 1060 };
        let minutes = i64::try_from(days * 1440 + (chance >> 24) % 1440).ok()?;
        let submitted = self.now - SignedDuration::from_mins(minutes);
        let at = |hours: i64| (submitted + SignedDuration::from_hours(hours)).min(self.now);
        let day = china_date(submitted);
        let helper = By::Helper { helper: PersonId::new(id(1, (owner + 1) % self.people)), grant: GrantId::new(id(3, owner)) };
        let clerk = |tier: u32| StaffId::new(id(4, tier));
        let filed_by = match (chance >> 36) % 100 {
            0..70 => FiledBy { by: By::Herself(elder.clone()), channel: Channel::Online },
            70..85 => FiledBy { by: helper, channel: Channel::Online },
            85..97 => FiledBy { by: By::Counter(clerk(0)), channel: Channel::Counter },
            _ => FiledBy { by: By::Assistant(clerk(9)), channel: Channel::Assisted },
        };
        let answers = Answers::default()
            .with("kind", "emergency")
            .with("province", "33")
            .with("city", "杭州市")
            .with("start", day.to_string())
            .with("end", "unsure")
            .with("contact-name", "柏松云")
            .with("contact-phone", "10000005000");
        let by = filed_by.by.clone();
        let event = |act, hours, by: By| Event { at: at(hours), act, by, words: None };
        let mut events = vec![event(CaseAct::Submit, 0, by.clone()), event(CaseAct::Release, 1, By::Rule)];
        // As far as it came: accepted, reviewed, decided.
        let acts = [CaseAct::Accept, CaseAct::Review, if state == CaseState::Refused { CaseAct::Refuse } else { CaseAct::Approve }];
        let done = match state {
            CaseState::AtVillage | CaseState::Withdrawn => 0,
            CaseState::AtTownship | CaseState::Returned => 1,
            CaseState::AtCounty => 2,
            _ => 3,
        };
        // One in eight came too late.
        let slow = if (chance >> 44).is_multiple_of(8) { 60 } else { 20 };
        let mut steps = Vec::new();
        for (number, (act, tier)) in acts.into_iter().zip(Tier::ALL).take(done).enumerate() {
            let hours = slow * (number as i64 + 1);
            events.push(event(act, hours, By::Staff(clerk(number as u32))));
            steps.push(StepDone { tier, by: clerk(number as u32), at: at(hours) });
        }
        let mut returns = Vec::new();
        if state == CaseState::Returned {
            let by = By::Staff(clerk(1));
            events.push(event(CaseAct::Return, 40, by.clone()));
            returns.push(Return { at: at(40), by, missing: Vec::new(), seen: Vec::new(), answered_at: None, leave: None });
        }
        if state == CaseState::Withdrawn {
            events.push(event(CaseAct::Withdraw, 3, by.clone()));
        }
        let later = |days: i32| day.checked_add(days.days()).unwrap_or(day);
        Some(Case {
            state,
            desk: state.tier().map_or_else(|| village.clone(), |tier| village.at(tier)),
            typed_by: answers.0.keys().map(|field| (field.clone(), by.clone())).collect(),
            answers,
            settles_at: submitted + SignedDuration::from_mins(10),
            promised: later(5),
            step_due: later(1 + i32::try_from(done).ok()?),
            returns,
            steps,
            events,
            // Two thirds of what is asked for is one service.
            ..Case::begun(
                CaseId::new(id(2, n)),
                self.reference(n)?,
                if (chance >> 52) % 3 < 2 { ItemCode::OutOfArea } else { of(&ItemCode::ALL, chance >> 54)? },
                elder,
                village,
                filed_by,
                submitted,
            )
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn no_two_people_share_a_number_and_no_two_cases_a_reference() {
        let county = County::new(&World::fake().world, 2_000, BTreeSet::new()).unwrap();
        let people = county.people(0..2_000);
        let cases = county.cases(0..20_000);
        assert_eq!((people.len(), cases.len()), (2_000, 20_000));
        let numbers: BTreeSet<&str> = people.iter().map(|p| p.id_number.plain()).collect();
        let references: BTreeSet<&str> = cases.iter().map(|c| c.reference.as_str()).collect();
        let ids: BTreeSet<&str> = cases.iter().map(|c| c.id.as_str()).collect();
        assert_eq!((numbers.len(), references.len(), ids.len()), (2_000, 20_000, 20_000));
        assert_eq!(people.iter().filter(|p| p.name.as_str() == COMMON_NAME).count(), 50);
        assert!(people.iter().all(|p| p.id_number.plain().starts_with("99")));
        assert!(cases.iter().all(|c| c.submitted_at <= county.now));
        assert!(county.sought(20_000).is_some());
        let all: BTreeSet<String> = [cases[0].reference.clone()].into();
        let beside = County { taken: all, ..county };
        assert_ne!(beside.case(0).unwrap().reference, cases[0].reference);
    }
}
