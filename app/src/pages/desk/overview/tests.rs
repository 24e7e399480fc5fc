//! The page of numbers: complete without a picture, and nothing in it is a formula.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::acts::see_overview::Period;
use domain::case::CaseState;
use domain::spreadsheet::Cell;
use domain::tally::{Figure, Overview};
use jiff::civil::date;

fn seen() -> Seen {
    let (from, to) = (date(2026, 10, 1), date(2026, 11, 1));
    let sums = [
        (Figure::State(CaseState::AtVillage), 3),
        (Figure::State(CaseState::InForce), 1),
        (Figure::Desk(AreaCode::new("990101001001")), 3),
        (Figure::Open(date(2026, 11, 20)), 3),
        (Figure::Due(date(2026, 11, 21)), 3),
        (Figure::Promise(true), 1),
    ];
    let overview = Overview::of(&sums, date(2026, 11, 25));
    Seen { area: AreaCode::new("990101"), period: Period { from, to }, months: vec![to, from], overview }
}

fn shown<T>(show: Show, use_it: impl FnOnce(&Cx, &OverviewPage) -> T) -> T {
    let seen = seen();
    let desk = |_: &AreaCode| "=云溪村服务点".to_owned();
    use_it(&Cx::sample(), &OverviewPage { seen: &seen, area: "和颐县".into(), show, desk: &desk })
}

#[test]
fn every_figure_stands_there_as_a_picture_and_as_a_table_with_the_same_rows() {
    for show in Show::ALL {
        let html = shown(show, page);
        assert_eq!(html.matches("role=\"img\"").count(), 1, "{show:?}");
        let drawn = shown(show, |cx, d| drawn(cx, d, show));
        assert_eq!(drawn.bars.len(), drawn.rows.len());
        assert_eq!(html.matches("<tr>").count(), drawn.rows.len() + 1, "{show:?}");
        assert!(!html.contains("overview-"), "a key shows itself: {show:?}");
        assert!(!html.contains(" style="), "{show:?}");
    }
}

#[test]
fn the_form_asks_by_get_and_keeps_what_was_chosen() {
    let html = shown(Show::Promise, page);
    assert!(html.contains("method=\"get\" action=\"/staff/overview\""), "{html}");
    for chosen in ["value=\"promise\" selected", "value=\"2026-10\" selected", "value=\"2026-11\" selected"] {
        assert!(html.contains(chosen), "{chosen}");
    }
    assert!(html.contains("/staff/overview.csv?from=2026-10&amp;to=2026-11"), "{html}");
    // Words that are kept together on a line stand in spans.
    let words = ["<span class=\"tied\">", "</span>"].iter().fold(html, |html, tag| html.replace(tag, ""));
    assert!(words.contains("另外有 3 件还没有办完"), "what is late is said");
}

#[test]
fn the_file_holds_every_figure_and_each_row_has_its_number() {
    let rows = shown(Show::States, table_of_all);
    assert!(rows.iter().all(|row| row.len() == 6));
    assert!(rows[1..].iter().all(|row| matches!(row[5], Cell::Number(_))));
    let names: std::collections::BTreeSet<String> = rows[1..].iter().map(|row| format!("{:?}", row[1])).collect();
    assert_eq!(names.len(), Show::ALL.len());
    let csv = domain::spreadsheet::csv(&rows);
    assert!(csv.contains(",'=云溪村服务点,3\r\n"), "{csv}");
}
