//! `server demo`: fills an empty folder with the demonstration county, or prints its sign-ins again.

use crate::demo::fill::{Filled, fill as fill_house};
use crate::demo::sign_ins::sign_ins;
use crate::state::{House, Refused};

pub(super) async fn fill(house: House) -> Result<(), Refused> {
    let began = std::time::Instant::now();
    match fill_house(&house).await? {
        Filled::Now => println!("demo data filled in {:.1} s", began.elapsed().as_secs_f64()),
        Filled::Before => println!("demo data is there already"),
    }
    let page = sign_ins(&house.world).await.map_err(Refused::one)?;
    println!("\nresidents sign in with name, identity number and the code shown on /demo:");
    for r in &page.residents {
        println!("  {:<16}{}  {}  {}", r.key, r.id_number, r.phone.as_deref().unwrap_or("no phone   "), r.name);
    }
    println!("\nstaff sign in at /staff/sign-in with the password {} and the one-time password shown on /demo:", page.password);
    for tier in domain::review::Tier::ALL {
        let names: Vec<&str> = page.staff.iter().filter(|s| s.tier == tier).map(|s| s.user_name.as_str()).collect();
        println!("  {:<16}{}", tier.key(), names.join(" "));
    }
    Ok(())
}
