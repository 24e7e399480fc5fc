//! `server bench-county`: the demonstration county, and in it as many people and cases as a real one has after years. Written
//! past the acts, and therefore only into what was empty and belongs to area 99. Prints whom and what the bench looks for.

mod made;

use crate::adapters::db::{Batch, Db};
use crate::demo::fill::fill as fill_demo;
use crate::state::{House, Refused};
use app::ports::PortResult;
use made::{COMMON_NAME, County};
use std::ops::Range;
use std::sync::Arc;

/// Written in one transaction.
const BATCH: u32 = 10_000;

pub(super) async fn fill(house: House, cases: u32, people: u32) -> Result<(), Refused> {
    let region = &house.world.region;
    if !region.demo || !region.code.as_str().starts_with("99") {
        return Err(Refused::one("a county for the bench belongs to area 99: leave the region file out"));
    }
    if house.db.holds_people().await.map_err(Refused::one)? {
        return Err(Refused::one("a county for the bench goes into an empty data folder or database only"));
    }
    if people == 0 || people > made::MOST_PEOPLE || cases < people {
        return Err(Refused::one(format!("at most {} people, and a case for each of them", made::MOST_PEOPLE)));
    }
    let began = std::time::Instant::now();
    fill_demo(&house).await?;
    let taken = house.db.references().await.map_err(Refused::one)?;
    let county = Arc::new(County::new(&house.world, people, taken).map_err(Refused::one)?);
    house.db.make_room().await.map_err(Refused::one)?;
    let (of_people, of_cases) = (county.clone(), county.clone());
    each(&house.db, people, move |db: &Db, numbers: Range<u32>| db.seal_people(&of_people.people(numbers))).await?;
    each(&house.db, cases, move |db: &Db, numbers: Range<u32>| db.seal_cases(&of_cases.cases(numbers))).await?;
    house.db.settle().await.map_err(Refused::one)?;
    let (person, case) = county.sought(cases).ok_or_else(|| Refused::one("too few cases: none waits at the first village"))?;
    let sought = serde_json::json!({
        "person": person.id.as_str(),
        "name": person.name.as_str(),
        "commonName": COMMON_NAME,
        "number": person.id_number.plain(),
        "reference": case.reference,
        "password": crate::demo::PASSWORD,
        "seconds": began.elapsed().as_secs(),
    });
    println!("{sought}");
    Ok(())
}

/// One batch is sealed while the one before is written.
async fn each(db: &Db, all: u32, seal: impl Fn(&Db, Range<u32>) -> PortResult<Batch> + Clone + Send + 'static) -> Result<(), Refused> {
    let mut sealed: Option<Batch> = None;
    let mut from = 0;
    while from < all || sealed.is_some() {
        let range = from..(from + BATCH).min(all);
        let next = (from < all).then(|| {
            let (db, seal) = (db.clone(), seal.clone());
            tokio::task::spawn_blocking(move || seal(&db, range))
        });
        if let Some(batch) = sealed.take() {
            db.put_batch(batch).await.map_err(Refused::one)?;
        }
        if let Some(next) = next {
            sealed = Some(next.await.map_err(Refused::one)?.map_err(Refused::one)?);
        }
        from = (from + BATCH).min(all);
    }
    Ok(())
}
