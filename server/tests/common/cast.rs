//! A small cast in the demonstration county 990101. Names, numbers and places are invented.
//!
//! | who | what is special |
//! |---|---|
//! | `wang` 王桂兰 | an elder with a phone of her own, village 990101001001, household `h1` |
//! | `zhou` 周大山 | her husband, household `h1`, same phone on record as `wang`: neither phone proves whose answer it is |
//! | `li` 李小梅 | her daughter, insured elsewhere, identity confirmed by a clerk |
//! | `chen` 陈远 | a helper whose identity nobody has confirmed |
//! | `zhao` 赵德福 | an elder without a phone |
//! | `ma` 马兰花 | an elder of another village, 990101002001 |
//! | `tie` 铁木尔 | an elder with a phone nobody shares |
//!
//! Staff: `v1` `v2` (village 990101001001), `v3` (village 990101001002), `w1` (village 990101002001), `t1` `t2` (township
//! 990101001), `c1` `c2` (county), supervisors `s1` `s2` `s3` (county). `v2` is `zhao`'s household (`h2`).

use super::TestSite;
use app::ports::{Change, Person, Staff, Verified};
use domain::ids::{AreaCode, PersonId, StaffId};
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::review::Tier;
use jiff::Timestamp;
use jiff::civil::date;

/// Of every clerk of the cast.
pub const PASSWORD: &str = "village-lamp-river-7";

pub const VILLAGE: &str = "990101001001";
pub const OTHER_VILLAGE: &str = "990101002001";

pub async fn fill(site: &TestSite) {
    let mut changes: Vec<Change> = people().into_iter().map(|p| Change::SavePerson(Box::new(p))).collect();
    let hash = password_hash(site).await;
    for staff in staff(site, &hash) {
        changes.push(Change::SaveStaff(Box::new(staff)));
    }
    site.commit(changes).await;
}

pub fn phone(last: u8) -> Phone {
    Phone::parse(&format!("199000000{last:02}")).unwrap()
}

fn person(id: &str, name: &str, birth: (i16, i8, i8), order: u16, phone: Option<Phone>, village: &str) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse(name).unwrap(),
        id_number: IdNumber::compose("990101", date(birth.0, birth.1, birth.2), order).unwrap(),
        phone,
        nationality: Nationality::Han,
        village: AreaCode::new(village),
        insured: true,
        verified: Verified::ByData,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

pub fn people() -> Vec<Person> {
    let first = Some("h1".to_owned());
    let second = Some("h2".to_owned());
    vec![
        Person { household: first.clone(), ..person("wang", "王桂兰", (1951, 3, 7), 2, Some(phone(1)), VILLAGE) },
        Person { household: first, ..person("zhou", "周大山", (1949, 8, 1), 11, Some(phone(1)), VILLAGE) },
        Person { insured: false, verified: Verified::ByClerk, ..person("li", "李小梅", (1980, 5, 20), 22, Some(phone(2)), "990101") },
        Person { insured: false, verified: Verified::No, ..person("chen", "陈远", (1985, 1, 9), 33, Some(phone(3)), "990101") },
        Person { household: second, ..person("zhao", "赵德福", (1946, 11, 30), 5, None, VILLAGE) },
        person("ma", "马兰花", (1955, 2, 14), 44, Some(phone(5)), OTHER_VILLAGE),
        Person { nationality: Nationality::Mongol, ..person("tie", "铁木尔", (1950, 6, 6), 55, Some(phone(6)), VILLAGE) },
        Person { household: Some("h2".to_owned()), ..person("clerk-v2", "赵小兵", (1990, 4, 4), 77, Some(phone(7)), VILLAGE) },
    ]
}

fn staff(site: &TestSite, hash: &str) -> Vec<Staff> {
    let one = |user: &str, tier, desk: &str, supervisor, person: Option<&str>| Staff {
        id: StaffId::new(format!("staff-{user}")),
        user_name: user.to_owned(),
        display_name: format!("{user} 号窗口"),
        person: person.map(PersonId::new),
        tier,
        desk: AreaCode::new(desk),
        supervisor,
        kind: Default::default(),
        declared: Vec::new(),
        password_hash: hash.to_owned(),
        totp_secret: site.world.passwords.new_totp_secret(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: Vec::new(),
        active: true,
        version: 0,
    };
    vec![
        one("v1", Tier::Village, VILLAGE, false, None),
        one("v2", Tier::Village, VILLAGE, false, Some("clerk-v2")),
        one("v3", Tier::Village, "990101001002", false, None),
        one("w1", Tier::Village, OTHER_VILLAGE, false, None),
        one("t1", Tier::Township, "990101001", false, None),
        one("t2", Tier::Township, "990101001", false, None),
        one("c1", Tier::County, "990101", false, None),
        one("c2", Tier::County, "990101", false, None),
        one("s1", Tier::County, "990101", true, None),
        one("s2", Tier::County, "990101", true, None),
        one("s3", Tier::County, "990101", true, None),
    ]
}

/// Slow on purpose, so only once per test run.
async fn password_hash(site: &TestSite) -> String {
    static HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    HASH.get_or_init(|| async { site.world.passwords.hash(PASSWORD.to_owned()).await.unwrap() }).await.clone()
}

/// The one-time password of a secret at a moment.
pub fn totp_now(secret: &str, now: Timestamp) -> String {
    let bytes = totp_rs::Secret::Encoded(secret.to_owned()).to_bytes().unwrap();
    server::passwords::totp_now(&bytes, u64::try_from(now.as_second()).unwrap())
}
