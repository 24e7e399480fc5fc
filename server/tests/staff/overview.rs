//! The numbers of an area, through the real door, on both databases: who sees them, of what, and what a file of them holds.

use super::common::{Browser, TestSite, cast};
use super::made::{case, of};
use app::ports::{Change, Staff};
use domain::ids::{AreaCode, StaffId};
use domain::review::Tier;

/// A supervisor of a township, beside the usual cast.
async fn township_supervisor(site: &TestSite, user: &str, desk: &str) {
    let like = site.staff("s1").await;
    let secret = site.world.passwords.new_totp_secret();
    let staff = Staff {
        id: StaffId::new(format!("staff-{user}")),
        user_name: user.to_owned(),
        tier: Tier::Township,
        desk: AreaCode::new(desk),
        totp_secret: secret,
        totp_last_step: 0,
        version: 0,
        ..like
    };
    site.commit(vec![Change::SaveStaff(Box::new(staff))]).await;
}

fn row(name: &str, n: u64) -> String {
    format!("{name}{n}")
}

/// The table's text without what lies between its cells.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

async fn counts(site: &TestSite) {
    case(site, of("wang")).await;
    case(site, of("zhao")).await;
    township_supervisor(site, "ts1", "990101001").await;
    township_supervisor(site, "ts2", "990101002").await;

    let mut county = site.at_desk("s1").await;
    county.open("/staff").await.must_say("看办件总览");
    let page = county.open("/staff/overview").await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(squeezed(&page.text()).contains(&row("村里受理", 2)), "{}", page.text());
    page.must_say("role=\"img\"");
    page.must_not_say("王桂兰");

    // The county's clerk as well; a township its own; the next township nothing.
    for (user, n) in [("c1", 2), ("ts1", 2), ("ts2", 0)] {
        let page = site.at_desk(user).await.open("/staff/overview?show=states").await;
        assert!(squeezed(&page.text()).contains(&row("村里受理", n)), "{user}: {}", page.text());
    }
    for user in ["v1", "t1"] {
        let mut desk = site.at_desk(user).await;
        desk.open("/staff").await.must_not_say("看办件总览");
        for path in ["/staff/overview", "/staff/overview.csv", "/staff/overview.xlsx"] {
            assert_eq!(desk.get(path).await.status, 404, "{user} {path}");
        }
    }
    for show in ["tiers", "desks", "ages", "promise", "items", "returns", "channels", "helpers", "nonsense"] {
        let page = county.open(&format!("/staff/overview?show={show}&from=2026-01&to=2026-03")).await;
        assert_eq!(page.status, 200);
        page.must_say("<table>");
    }
    files(&mut county).await;
    assert_eq!(site.db.check_tallies(false).await.unwrap(), vec![]);
}

async fn files(county: &mut Browser<'_>) {
    let csv = county.get("/staff/overview.csv?from=2026-01&to=2026-03").await;
    assert_eq!((csv.status, csv.headers["content-type"].as_str()), (200, "text/csv; charset=utf-8"));
    assert_eq!(csv.headers["cache-control"], "no-store");
    assert!(csv.headers["content-disposition"].contains("overview.csv"));
    let text = String::from_utf8(csv.bytes).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains(",村里受理,2\r\n"), "{text}");
    // Nothing of a person: no name, no number, no reference.
    for person in cast::people() {
        assert!(!text.contains(person.name.as_str()) && !text.contains(person.id_number.plain()), "{text}");
    }
    let xlsx = county.get("/staff/overview.xlsx").await;
    assert_eq!(xlsx.status, 200);
    assert!(xlsx.bytes.starts_with(b"PK") && xlsx.headers["content-type"].contains("spreadsheetml"));
}

#[tokio::test]
async fn the_numbers_of_an_area_are_for_those_who_oversee_it_on_sqlite() {
    let site = TestSite::new().await;
    counts(&site).await;
}

#[tokio::test]
async fn the_numbers_of_an_area_are_for_those_who_oversee_it_on_postgres() {
    let site = TestSite::on_postgres().await;
    counts(&site).await;
    site.close().await;
}
