//! Accounts of staff for each tier and desk. One clerk sits in each village; the first is 陈立 himself, so that the case
//! of his mother must go to the neighbour.

use super::scene::Scene;
use app::ports::{Change, Staff};
use domain::assist::{Assistant, Organisation, StaffKind};
use domain::ids::{AreaCode, StaffId};
use domain::region::{DeskKind, Region};
use domain::review::Tier;
use jiff::SignedDuration;
use jiff::civil::Date;

/// Other people's hands: a village worker and a bank's desk. They decide nothing, so the cases know nothing of them.
fn assistants(region: &Region) -> [(&'static str, String, AreaCode, Organisation); 2] {
    let area = |code: &str| region.area_name(code).unwrap_or_default().to_owned();
    [
        ("assistant1", format!("{}协理员（演示） 01", area(VILLAGE)), AreaCode::new(VILLAGE), Organisation::Village),
        ("assistant2", format!("{}银行网点（演示） 01", area(TOWN)), AreaCode::new(TOWN), Organisation::Bank),
    ]
}

const VILLAGE: &str = "990101001001";
const TOWN: &str = "990101001";

/// `hash`: one hash for all, since all share one password that everybody reads on /demo.
pub(super) fn hire(scene: &mut Scene, hash: &str) {
    let region = scene.world.region.clone();
    let desks = |tier: Tier| -> Vec<(AreaCode, String)> {
        region.areas_of(tier).map(|area| (area.code.clone(), region.desk_name(area.code.as_str()))).collect()
    };
    let (villages, townships, county) = (desks(Tier::Village), desks(Tier::Township), desks(Tier::County));
    let mut jobs: Vec<(String, Tier, (AreaCode, String), bool)> = Vec::new();
    for (number, desk) in villages.into_iter().enumerate() {
        jobs.push((format!("village{}", number + 1), Tier::Village, desk, false));
    }
    // Two in each township: one may have taken the papers at the counter.
    for round in 0..2 {
        for (number, desk) in townships.iter().enumerate() {
            jobs.push((format!("township{}", round * townships.len() + number + 1), Tier::Township, desk.clone(), false));
        }
    }
    for desk in county {
        for number in 1..=3 {
            jobs.push((format!("county{number}"), Tier::County, desk.clone(), false));
        }
        for number in 1..=2 {
            jobs.push((format!("supervisor{number}"), Tier::County, desk.clone(), true));
        }
    }
    // Two at the hospital, so that one does the first step of what the other took in; one at the bank, whose cases go to the villages.
    for desk in region.desks.iter().filter(|desk| desk.kind.is_site()) {
        let many = if desk.kind == DeskKind::Hospital { 2 } else { 1 };
        for number in 1..=many {
            jobs.push((format!("{}{number}", desk.kind.key()), Tier::Village, (desk.area.clone(), desk.name.clone()), false));
        }
    }
    let clerk = scene.key("chen-li").and_then(|i| scene.people.get(i)).map(|r| r.person.id.clone());
    let hired = scene.days_ago(90);
    for (number, (user_name, tier, (desk, desk_name), supervisor)) in jobs.into_iter().enumerate() {
        let staff = Staff {
            id: StaffId::new(scene.world.new_id()),
            display_name: format!("{desk_name} {:02}", number + 1),
            person: clerk.clone().filter(|_| user_name == "village1"),
            user_name,
            tier,
            desk,
            supervisor,
            kind: Default::default(),
            declared: Vec::new(),
            password_hash: hash.to_owned(),
            totp_secret: scene.world.passwords.new_totp_secret(),
            totp_last_step: 0,
            reset_asked: None,
            must_choose_password: false,
            away: None,
            failed_since: Vec::new(),
            active: true,
            version: 0,
        };
        write(scene, &staff, hired, number);
        scene.staff.push(staff);
    }
    for (number, (user_name, display_name, desk, of)) in assistants(&region).into_iter().enumerate() {
        let Some(first) = scene.staff.first() else { return };
        let staff = Staff {
            id: StaffId::new(scene.world.new_id()),
            user_name: user_name.to_owned(),
            display_name,
            person: None,
            tier: desk.tier(),
            desk,
            supervisor: false,
            kind: StaffKind::Assistant(Assistant { of, stopped: None }),
            totp_secret: scene.world.passwords.new_totp_secret(),
            ..first.clone()
        };
        let order = scene.staff.len() + number;
        write(scene, &staff, hired, order);
    }
}

fn write(scene: &mut Scene, staff: &Staff, hired: Date, order: usize) {
    let at = scene.office_time(hired);
    scene.set(at.saturating_add(SignedDuration::from_secs(order as i64)).unwrap_or(at));
    let (by, county) = (domain::ledger::By::Rule, staff.desk.county());
    let note = app::acts::tell::ledger_of_staff(&scene.world, by, county.as_str(), "staff-add", staff.id.as_str(), "demo");
    scene.write(note);
    scene.write(Change::SaveStaff(Box::new(staff.clone())));
}
