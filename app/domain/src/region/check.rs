//! Looks for mistakes in a region's data. One sentence each, naming the row; a server with such a region does not start.
//! Long because every row has its look here, in the order of the file.

use super::{Region, Rule, assist, ratings};
use crate::catalog::ItemCode;
use crate::place::is_code;
use crate::review::Tier;
use std::collections::BTreeSet;

pub(super) fn problems(region: &Region) -> Vec<String> {
    let mut found = Vec::new();
    areas(region, &mut found);
    desks(region, &mut found);
    held(region, &mut found);
    promises(region, &mut found);
    item_codes(region, &mut found);
    sources(region, &mut found);
    values(region, &mut found);
    assist::sources(region, &mut found);
    ratings::problems(region, &mut found);
    assist::delegations(region, &mut found);
    demo(region, &mut found);
    found.into_iter().map(|problem| format!("region {}: {problem}", region.code.as_str())).collect()
}

fn areas(region: &Region, found: &mut Vec<String>) {
    if !is_code(region.code.as_str(), 6) {
        found.push("the code is not six digits".into());
    }
    if !region.covers(region.code.as_str()) {
        found.push("the county itself has no name among the areas".into());
    }
    let mut seen = BTreeSet::new();
    for area in &region.areas {
        let code = area.code.as_str();
        if ![6, 9, 12].iter().any(|digits| is_code(code, *digits)) {
            found.push(format!("area {code}: the code is not 6, 9 or 12 digits"));
        }
        if !region.code.contains(&area.code) {
            found.push(format!("area {code}: lies outside the county"));
        }
        if !seen.insert(code) {
            found.push(format!("area {code}: stands twice"));
        }
        if area.name.trim_ascii().is_empty() {
            found.push(format!("area {code}: has no name"));
        }
        if area.code.is_site() {
            found.push(format!("area {code}: ends like a site, and nobody lives at one"));
        }
        if code.len() == 12 && !region.covers(area.code.at(Tier::Township).as_str()) {
            found.push(format!("area {code}: its township is not named"));
        }
        if region.desks.iter().filter(|desk| desk.area == area.code).count() != 1 {
            found.push(format!("area {code}: needs exactly one desk"));
        }
    }
}

fn desks(region: &Region, found: &mut Vec<String>) {
    for desk in &region.desks {
        let area = desk.area.as_str();
        match desk.kind.is_site() {
            false if !region.covers(area) => found.push(format!("desk {area}: its area is not named")),
            // It lies in a township, so that there is a desk above it, and in no village: nobody is insured at a hospital.
            true if !is_code(area, 12) || !desk.area.is_site() => {
                found.push(format!("desk {area}: a site has 12 digits, the last three from 900 on"));
            }
            true if !region.covers(desk.area.at(Tier::Township).as_str()) => found.push(format!("desk {area}: its township is not named")),
            true if region.desks.iter().filter(|other| other.area == desk.area).count() != 1 => {
                found.push(format!("desk {area}: stands twice"));
            }
            _ => {}
        }
        let texts = [("name", &desk.name), ("address", &desk.address), ("hours", &desk.hours), ("phone", &desk.phone)];
        for (what, text) in texts {
            if text.trim_ascii().is_empty() {
                found.push(format!("desk {area}: the {what} is missing"));
            }
        }
        match &desk.neighbour {
            None if desk.tier() != Tier::County && !desk.kind.is_site() => found.push(format!("desk {area}: needs a neighbour")),
            Some(neighbour) if *neighbour == desk.area => found.push(format!("desk {area}: is its own neighbour")),
            Some(neighbour) if neighbour.tier() != desk.tier() || region.desk(neighbour.as_str()).is_none() => {
                found.push(format!("desk {area}: its neighbour {} is no desk of the same tier", neighbour.as_str()));
            }
            _ => {}
        }
    }
}

/// Every tier that a service goes through has somebody: at least one desk of the region.
fn held(region: &Region, found: &mut Vec<String>) {
    for tier in Tier::ALL.into_iter().filter(|tier| !region.desks.iter().any(|desk| desk.tier() == *tier)) {
        for item in ItemCode::ALL.into_iter().filter_map(ItemCode::item).filter(|item| item.tiers().contains(&tier)) {
            found.push(format!("item {}: nobody holds the tier {}: there is no desk of it", item.slug, tier.key()));
        }
    }
}

fn promises(region: &Region, found: &mut Vec<String>) {
    // One desk has one step, three tiers have three.
    let steps_of = |item: ItemCode| match item.item().is_some_and(crate::catalog::Item::one_desk) {
        true => region.step_days.value.village,
        false => region.step_days.value.sum(),
    };
    for item in ItemCode::ALL {
        let steps = steps_of(item);
        match region.promises.iter().filter(|promise| promise.item == item.slug() && promise.pace.is_none()).count() {
            1 => {}
            0 => found.push(format!("promise {}: the row is missing", item.slug())),
            _ => found.push(format!("promise {}: stands twice", item.slug())),
        }
        if item.item().is_some() && region.promise(item).is_some_and(|promise| promise.days < steps) {
            found.push(format!("promise {}: shorter than the steps of its desks together ({steps})", item.slug()));
        }
    }
    for (item, pace) in ItemCode::ALL.into_iter().filter_map(ItemCode::item).flat_map(|item| item.paces.iter().map(move |p| (item, *p))) {
        match region.promise_at(item.code, pace) {
            None => found.push(format!("promise {} {pace}: the row is missing", item.slug)),
            Some(row) if row.days < steps_of(item.code) => {
                found.push(format!("promise {} {pace}: shorter than the steps of its desks together", item.slug));
            }
            Some(_) => {}
        }
    }
    for promise in &region.promises {
        let item = ItemCode::from_slug(&promise.item).and_then(ItemCode::item);
        if let (Some(item), Some(pace)) = (item, &promise.pace)
            && !item.paces.contains(&pace.as_str())
        {
            found.push(format!("promise {}: no such pace: {pace}", promise.item));
        }
        if ItemCode::from_slug(&promise.item).is_none() {
            found.push(format!("promise {}: no such item", promise.item));
        }
        if promise.source.trim_ascii().is_empty() {
            found.push(format!("promise {}: the source is missing", promise.item));
        }
    }
}

fn item_codes(region: &Region, found: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for row in &region.item_codes {
        let name = format!("item_code {} {}", row.item, row.code);
        if ItemCode::from_slug(&row.item).is_none() {
            found.push(format!("{name}: no such item"));
        }
        if row.code.len() != 12 || !row.code.bytes().all(|b| b.is_ascii_digit()) {
            found.push(format!("{name}: the code is not 12 digits"));
        }
        if row.source.trim_ascii().is_empty() {
            found.push(format!("{name}: the source is missing"));
        }
        if !seen.insert((&row.item, row.effective)) {
            found.push(format!("{name}: two codes from the same day on"));
        }
    }
}

fn sources(region: &Region, found: &mut Vec<String>) {
    fn row<T>(found: &mut Vec<String>, name: &str, rule: &Rule<T>) {
        found.extend(rule.problems(name));
    }
    row(found, "insurance_line", &region.insurance_line);
    row(found, "anti_fraud_line", &region.anti_fraud_line);
    row(found, "office_close", &region.office_close);
    row(found, "undo_minutes", &region.undo_minutes);
    row(found, "sample_percent", &region.sample_percent);
    row(found, "confirm_working_days", &region.confirm_working_days);
    row(found, "start_months_ahead", &region.start_months_ahead);
    row(found, "temporary_months", &region.temporary_months);
    row(found, "commitment_lock_months", &region.commitment_lock_months);
    row(found, "deferral_working_days", &region.deferral_working_days);
    row(found, "board_day", &region.board_day);
    row(found, "same_clerk_days", &region.same_clerk_days);
    row(found, "paper_fresh_months", &region.paper_fresh_months);
    row(found, "walking", &region.walking);
    row(found, "quiet_hours", &region.quiet_hours);
    row(found, "step_days", &region.step_days);
    row(found, "papers", &region.papers);
    row(found, "family.helpers_per_elder", &region.family.helpers_per_elder);
    row(found, "family.elders_per_helper", &region.family.elders_per_helper);
    row(found, "family.new_helpers_per_month", &region.family.new_helpers_per_month);
    row(found, "family.helper_min_age", &region.family.helper_min_age);
    row(found, "family.grant_months", &region.family.grant_months);
    row(found, "family.periods", &region.family.periods);
    row(found, "family.asks_per_day", &region.family.asks_per_day);
    row(found, "family.first_wait_hours", &region.family.first_wait_hours);
    row(found, "family.renewal_days", &region.family.renewal_days);
    row(found, "family.visit_working_days", &region.family.visit_working_days);
    row(found, "family.once_days", &region.family.once_days);
    row(found, "family.unanswered_days", &region.family.unanswered_days);
    row(found, "family.letter_with_consent", &region.family.letter_with_consent);
    row(found, "family.guardian_months", &region.family.guardian_months);
    row(found, "family.guardian_working_days", &region.family.guardian_working_days);
    row(found, "family.watch", &region.family.watch);
    row(found, "codes", &region.codes);
    row(found, "addresses", &region.addresses);
    row(found, "sessions", &region.sessions);
    row(found, "slips", &region.slips);
    row(found, "recordings", &region.recordings);
}

fn values(region: &Region, found: &mut Vec<String>) {
    let codes = region.codes.value;
    let addresses = region.addresses.value;
    let sessions = region.sessions.value;
    let slips = region.slips.value;
    let papers = region.papers.value;
    let watch = region.family.watch.value;
    let recordings = region.recordings.value;
    let wrong = [
        (region.unit_name.trim_ascii().is_empty(), "unit_name: missing"),
        (region.hotline.number.trim_ascii().is_empty(), "hotline: the number is missing"),
        (region.hotline.hours.trim_ascii().is_empty(), "hotline: the hours are missing"),
        (region.bring.is_empty(), "bring: says nothing"),
        (region.sample_percent.value > 100, "sample_percent: more than 100"),
        (region.undo_minutes.value > 24 * 60, "undo_minutes: longer than a day"),
        (region.start_months_ahead.value == 0, "start_months_ahead: zero"),
        // Every month has it.
        (!(1..=28).contains(&region.board_day.value), "board_day: not between the 1st and the 28th"),
        (region.paper_fresh_months.value == 0, "paper_fresh_months: zero"),
        (region.temporary_months.value == 0, "temporary_months: zero"),
        // 2022-07 national rule: a lock may not exceed six months.
        (region.commitment_lock_months.value > 6, "commitment_lock_months: more than the six that are allowed"),
        (region.family.helpers_per_elder.value == 0 || region.family.elders_per_helper.value == 0, "family: a limit is zero"),
        (region.family.helper_min_age.value < 18, "family.helper_min_age: below 18"),
        (region.family.grant_months.value == 0, "family.grant_months: zero"),
        (
            region.family.periods.value.is_empty()
                || region.family.periods.value.iter().any(|months| *months == 0 || *months > region.family.grant_months.value),
            "family.periods: none, zero, or longer than grant_months",
        ),
        (
            region.family.guardian_months.value == 0 || region.family.guardian_months.value > region.family.grant_months.value,
            "family.guardian_months: zero, or longer than grant_months",
        ),
        (region.family.once_days.value == 0, "family.once_days: zero"),
        (region.family.asks_per_day.value == 0 || region.family.unanswered_days.value == 0, "family: nobody could ask"),
        (
            watch.elders < 2 || watch.requests < 2 || watch.disputes == 0 || watch.assisted_doubts == 0 || watch.assisted_people < 2,
            "family.watch: everybody would be unusual",
        ),
        (
            watch.look_back_days < watch.request_days.saturating_add(7) || watch.look_back_days < watch.phone_days.saturating_add(7),
            "family.watch: looks back less than a week beyond its own days, so a late timer would miss something",
        ),
        (region.machine_room.number.trim_ascii().is_empty(), "machine_room: the number is missing"),
        (codes.per_window == 0 || codes.window_minutes == 0 || codes.valid_minutes == 0, "codes: a value is zero"),
        (codes.alive == 0 || codes.tries == 0, "codes: a value is zero, nobody could sign in"),
        (codes.valid_minutes > 15 || codes.tries > 5, "codes: looser than 15 minutes and 5 tries"),
        (addresses.per_quarter_hour == 0, "addresses: zero, nobody could sign in"),
        (addresses.hall_per_quarter_hour < addresses.per_quarter_hour, "addresses: a hall may do less than a home"),
        (sessions.resident_idle_minutes == 0 || sessions.own_phone_days == 0, "sessions: a value is zero"),
        (sessions.staff_hours == 0 || sessions.staff_idle_minutes == 0, "sessions: a value is zero"),
        (slips.valid_days == 0 || slips.tries == 0, "slips: a value is zero"),
        (recordings.command_seconds == 0 || recordings.message_seconds == 0, "recordings: nobody could say a word"),
        (
            recordings.stranger_wishes == 0 || recordings.hall_wishes < recordings.stranger_wishes,
            "recordings: a hall has fewer wishes than a house",
        ),
        (recordings.message_days == 0 || recordings.open_messages == 0, "recordings: no message could be left"),
        // A phone holds these in memory, and so do we while we listen.
        (recordings.command_seconds > 60 || recordings.message_seconds > 180, "recordings: longer than a minute, or three for a message"),
        (papers.files == 0 || papers.file_megabytes == 0, "papers: a value is zero"),
        (papers.case_megabytes < papers.file_megabytes, "papers: a case may hold less than one file"),
    ];
    found.extend(wrong.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, sentence)| sentence.to_owned()));
}

/// A demonstration must be recognisable, and real places must not be called one.
fn demo(region: &Region, found: &mut Vec<String>) {
    if region.demo != region.code.as_str().starts_with("99") {
        found.push("demo: true belongs to area 99 and to no other".into());
    }
    let phones = region.desks.iter().map(|desk| &desk.phone).chain([&region.hotline.number, &region.machine_room.number]);
    for phone in phones.filter(|phone| region.demo && !phone.starts_with("0990-000-")) {
        found.push(format!("demo: the phone {phone} could be real"));
    }
    if region.demo && !region.unit_name.contains("演示") {
        found.push("demo: unit_name does not say so".into());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::super::*;

    fn region() -> Region {
        toml::from_str(include_str!("../../../data/regions/990101.toml")).unwrap()
    }

    /// The one sentence that a change brings about.
    fn broken(change: impl FnOnce(&mut Region)) -> String {
        let mut region = region();
        change(&mut region);
        let problems = region.problems();
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.into_iter().next().unwrap()
    }

    #[test]
    fn the_demo_county_has_three_townships_and_nine_villages_and_no_mistake() {
        let region = region();
        assert_eq!(region.problems(), Vec::<String>::new());
        assert_eq!(region.areas_of(Tier::Township).count(), 3);
        assert_eq!(region.areas_of(Tier::Village).count(), 9);
        assert_eq!(region.desks.len(), 15);
    }

    #[test]
    fn the_values_of_the_issue_stand_in_the_data() {
        let region = region();
        assert_eq!(region.undo_minutes.value, 10);
        assert_eq!(region.sample_percent.value, 5);
        assert_eq!(region.confirm_working_days.value, 2);
        assert_eq!(region.start_months_ahead.value, 12);
        assert_eq!(region.codes.value, CodeRules::default());
        assert_eq!(region.sessions.value, SessionRules::default());
        assert_eq!(region.slips.value, SlipRules::default());
        assert_eq!(region.papers.value, PaperLimits { file_megabytes: 10, case_megabytes: 60, files: 20 });
    }

    #[test]
    fn each_mistake_is_named() {
        assert_eq!(broken(|r| r.sample_percent.value = 101), "region 990101: sample_percent: more than 100");
        assert_eq!(broken(|r| r.commitment_lock_months.source.clear()), "region 990101: commitment_lock_months: the source is missing");
        assert!(broken(|r| r.desks.push(r.desks[0].clone())).ends_with("needs exactly one desk"));
        assert!(broken(|r| r.desks[12].neighbour = Some(AreaCode::new("990101001"))).ends_with("is no desk of the same tier"));
        let site = 13;
        assert!(region().desks[site].kind.is_site());
        assert!(broken(|r| r.desks[site].area = AreaCode::new("99010100190")).contains("from 900 on"));
        assert!(broken(|r| r.desks[site].area = AreaCode::new("990101777901")).ends_with("its township is not named"));
        assert!(broken(|r| r.desks[0].phone = "021-62000000".into()).ends_with("could be real"));
        assert!(broken(|r| drop(r.promises.remove(0))).ends_with("the row is missing"));
        assert!(broken(|r| r.demo = false).contains("demo: true belongs to area 99"));
        assert!(broken(|r| r.item_codes[0].code.push('0')).ends_with("the code is not 12 digits"));
        assert!(broken(|r| r.item_codes.push(r.item_codes[0].clone())).ends_with("two codes from the same day on"));
        let alone = region();
        let county = Region {
            areas: alone.areas.iter().filter(|area| area.code.tier() == Tier::County).cloned().collect(),
            desks: alone.desks.iter().filter(|desk| desk.tier() == Tier::County).cloned().collect(),
            ..alone
        };
        let problems = county.problems();
        for sentence in [
            "region 990101: item claim: nobody holds the tier village: there is no desk of it",
            "region 990101: item claim: nobody holds the tier township: there is no desk of it",
            "region 990101: item record-print: nobody holds the tier village: there is no desk of it",
        ] {
            assert!(problems.iter().any(|line| line == sentence), "{sentence}: {problems:#?}");
        }
        assert!(!problems.iter().any(|line| line.contains("record-print") && line.contains("township")), "one desk does it");
        let mut slow = region();
        slow.step_days.value.village = 60;
        let promises = slow.promises.len();
        assert_eq!(slow.problems().iter().filter(|p| p.contains("shorter than the steps")).count(), promises, "each promised time");
    }

    #[test]
    fn an_item_is_called_by_the_newest_list_that_holds() {
        let mut region = region();
        let old = region.item_codes[0].clone();
        let item = ItemCode::from_slug(&old.item).unwrap();
        let later = old.effective.tomorrow().unwrap();
        region.item_codes.push(crate::region::CodeRow { code: "990036999000".into(), effective: later, ..old.clone() });
        assert_eq!(region.code_of(item, old.effective).unwrap().code, old.code);
        assert_eq!(region.code_of(item, later).unwrap().code, "990036999000");
        assert!(region.code_of(item, old.effective.yesterday().unwrap()).is_none());
    }

    #[test]
    fn each_mistake_in_the_rules_about_acting_for_others_names_its_row() {
        let named = |change: fn(&mut Region), end: &str| {
            let said = broken(change);
            assert!(said.starts_with("region 990101: delegation ") && said.ends_with(end), "{said}");
        };
        named(|r| r.delegations[0].relations.push("cousin".into()), "no such relation: cousin");
        named(|r| r.delegations[0].reserved.push("marry".into()), "no such act: marry");
        named(|r| r.delegations[1].item = "taxes".into(), "no such item");
        named(|r| r.delegations[0].source.clear(), "the source is missing");
        named(|r| r.delegations[0].agent_min_age = 12, "agent_min_age below 18");
        named(|r| r.delegations.retain(|row| row.item != "default" || !row.applies), "delegation default: the row is missing");
        named(|r| r.delegations.push(r.delegations[0].clone()), "contradicts another row of the same item and day");
        assert_eq!(
            broken(|r| r.ratings.least_people.value = 2),
            "region 990101: ratings.least_people: below 3, somebody could be picked out"
        );
        assert_eq!(broken(|r| r.ratings.invite_days.value = 30), "region 990101: ratings: asked when it is too late to say anything");
        assert_eq!(broken(|r| r.ratings.call_tries.value = 0), "region 990101: ratings.call_tries: zero");
        assert_eq!(broken(|r| r.assist.beside_minutes.value = 0), "region 990101: assist.beside_minutes: zero");
        assert!(broken(|r| r.assist.sample_percent_without_phone.value = 1).ends_with("looked at less often"));
    }

    #[test]
    fn the_board_meets_once_a_month_and_never_before_the_case_is_ready() {
        let region = region();
        let day = region.board_day.value;
        let date = jiff::civil::date;
        let any = |day: Date| day;
        assert_eq!(region.next_board(date(2026, 3, 2), any), date(2026, 3, day));
        assert_eq!(region.next_board(date(2026, 3, day), any), date(2026, 3, day));
        assert_eq!(region.next_board(date(2026, 12, day + 1), any), date(2027, 1, day));
        // Two days of holidays from the 20th on: whoever is ready on the 21st still comes before this month's board.
        let put_off = |day: Date| if day == date(2026, 3, 20) { date(2026, 3, 23) } else { day };
        assert_eq!(region.next_board(date(2026, 3, day + 1), put_off), date(2026, 3, 23));
        assert_eq!(region.next_board(date(2026, 3, day + 4), put_off), date(2026, 4, day));
        let into_the_next = |at: Date| if at == date(2026, 1, day) { date(2026, 2, 3) } else { at };
        assert_eq!(region.next_board(date(2026, 2, 2), into_the_next), date(2026, 2, 3));
        assert!(broken(|r| r.board_day.value = 31).contains("board_day"));
        assert!(broken(|r| r.promises.retain(|p| p.pace.is_none())).ends_with("chronic any-time: the row is missing"));
        assert!(broken(|r| r.promises.push(Promise { pace: Some("soon".into()), ..r.promises[0].clone() })).contains("no such pace: soon"));
    }

    #[test]
    fn an_unknown_or_missing_row_is_no_region() {
        let text = include_str!("../../../data/regions/990101.toml");
        assert!(toml::from_str::<Region>(&text.replacen("undo_minutes", "undo_minuts", 1)).is_err());
        assert!(toml::from_str::<Region>(&format!("speed = 1\n{text}")).is_err());
    }

    #[test]
    fn names_and_desks_are_found_from_the_inside_out() {
        let region = region();
        let village = "990101001001";
        let names = ["990101", "990101001", village].map(|code| region.area_name(code).unwrap());
        assert_eq!(region.full_area_name(village), names.concat());
        assert_eq!(region.full_area_name("990101"), names[0]);
        assert_eq!(region.nearest_desk(village).unwrap().area.as_str(), village);
        assert_eq!(region.nearest_desk("990101001999").unwrap().area.as_str(), "990101001");
        assert_eq!(region.nearest_desk("110101").unwrap().area.as_str(), "990101");
        assert_eq!(region.desk_name("990101999"), region.unit_name);
        assert_eq!(region.neighbour_of(village), Some("990101001002"));
        assert!(region.promised_days(ItemCode::OutOfArea) >= region.step_days.value.sum());
    }
}
