//! Each figure in words: what it is called, its bars, its table, and all of them together for a file. Adds up what the page
//! says in a sentence and nothing else.

use super::{OverviewPage, month};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{Bar, Column, Html};
use domain::spreadsheet::Cell;
use leptos::prelude::*;

/// One screen of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    States,
    Tiers,
    Desks,
    Ages,
    Promise,
    Items,
    Returns,
    Channels,
    Helpers,
}

impl Show {
    pub const ALL: [Show; 9] =
        [Show::States, Show::Tiers, Show::Desks, Show::Ages, Show::Promise, Show::Items, Show::Returns, Show::Channels, Show::Helpers];
    /// As it is sent.
    pub fn key(self) -> &'static str {
        match self {
            Show::States => "states",
            Show::Tiers => "tiers",
            Show::Desks => "desks",
            Show::Ages => "ages",
            Show::Promise => "promise",
            Show::Items => "items",
            Show::Returns => "returns",
            Show::Channels => "channels",
            Show::Helpers => "helpers",
        }
    }
    /// What is nothing of ours is the first.
    pub fn from_key(key: &str) -> Show {
        Show::ALL.into_iter().find(|show| show.key() == key).unwrap_or(Show::States)
    }
    /// Text key of its name.
    pub fn title(self) -> &'static str {
        match self {
            Show::States => "overview-states",
            Show::Tiers => "overview-tiers",
            Show::Desks => "overview-desks",
            Show::Ages => "overview-ages",
            Show::Promise => "overview-promise",
            Show::Items => "overview-items",
            Show::Returns => "overview-returns",
            Show::Channels => "overview-channels",
            Show::Helpers => "overview-helpers",
        }
    }
    /// Text key of what is counted: over the first column.
    fn about(self) -> &'static str {
        match self {
            Show::States => "overview-col-state",
            Show::Tiers => "overview-col-tier",
            Show::Desks => "overview-col-desk",
            Show::Ages => "overview-col-age",
            Show::Promise => "overview-col-promise",
            Show::Items | Show::Returns => "overview-col-item",
            Show::Channels => "overview-col-channel",
            Show::Helpers => "overview-col-helper",
        }
    }
    /// About this moment, whatever months were chosen.
    pub fn of_now(self) -> bool {
        matches!(self, Show::Tiers | Show::Desks | Show::Ages)
    }
}

/// A figure, ready to be shown.
pub struct Drawn {
    pub title: String,
    /// A sentence above the bars.
    pub said: Option<String>,
    /// What the picture shows, for whoever does not see it.
    pub told: String,
    pub bars: Vec<Bar>,
    pub heads: Vec<(String, Column)>,
    pub rows: Vec<Vec<Html>>,
}

/// Name and number of each row, and the number beside it where a figure has one.
fn counts(cx: &Cx, d: &OverviewPage, show: Show) -> Vec<(String, u64, Option<u64>)> {
    let o = &d.seen.overview;
    let named = |key: String, n: u64| (cx.t(&key), n, None);
    match show {
        Show::States => o.states.iter().map(|(state, n)| named(format!("overview-state-{}", state.key()), *n)).collect(),
        Show::Tiers => o.tiers.iter().map(|(tier, n)| named(format!("overview-tier-{}", tier.key()), *n)).collect(),
        Show::Desks => o.desks.iter().map(|(desk, n)| ((d.desk)(desk), *n, None)).collect(),
        Show::Ages => o.ages.iter().map(|(age, n)| named(format!("overview-age-{}", age.key()), *n)).collect(),
        Show::Promise => vec![(cx.t("overview-kept"), o.kept, None), (cx.t("overview-missed"), o.missed, None)],
        Show::Items => o.items.iter().map(|(item, n)| (words::item(cx, *item), *n, None)).collect(),
        Show::Returns => {
            let cases = |item| o.items.iter().find(|(i, _)| *i == item).map_or(0, |(_, n)| *n);
            o.returns.iter().map(|(item, n)| (words::item(cx, *item), *n, Some(cases(*item)))).collect()
        }
        Show::Channels => o.channels.iter().map(|(channel, n)| named(format!("overview-channel-{}", channel.key()), *n)).collect(),
        Show::Helpers => vec![(cx.t("overview-helped"), o.helped, None), (cx.t("overview-alone"), o.alone, None)],
    }
}

pub fn drawn(cx: &Cx, d: &OverviewPage, show: Show) -> Drawn {
    let counts = counts(cx, d, show);
    let all: u64 = counts.iter().map(|(_, n, _)| n).sum();
    let title = cx.t(show.title());
    let most = counts.iter().max_by_key(|(_, n, _)| *n).filter(|(_, n, _)| *n > 0);
    let told = match most {
        Some((name, n, _)) => cx.tv("overview-told", &[("all", &all.to_string()), ("name", name), ("most", &n.to_string())]),
        None => cx.t("overview-told-none"),
    };
    let late = d.seen.overview.late.to_string();
    let said = (show == Show::Promise).then(|| cx.tv("overview-late", &[("late", &late)]));
    let beside = if show == Show::Returns { "overview-col-cases" } else { "overview-col-share" };
    let heads = vec![
        (cx.t(show.about()), Column::Words),
        (cx.t(if show == Show::Returns { "overview-col-returns" } else { "overview-col-count" }), Column::Number),
        (cx.t(beside), Column::Number),
    ];
    let rows = counts
        .iter()
        .map(|(name, n, cases)| {
            let beside = cases.map_or_else(|| share(*n, all), |cases| cases.to_string());
            vec![name.clone().into_any(), n.to_string().into_any(), beside.into_any()]
        })
        .collect();
    let bars = counts.into_iter().map(|(name, count, _)| Bar { name, count }).collect();
    Drawn { title, said, told, bars, heads, rows }
}

/// Whole per cent; of nothing there is no share.
fn share(n: u64, all: u64) -> String {
    (n.saturating_mul(100) + all / 2).checked_div(all).map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"))
}

/// Every figure below the other: figure, months, name, number. Numbers of cases and names of desks, nothing of a person.
pub fn table_of_all(cx: &Cx, d: &OverviewPage) -> Vec<Vec<Cell>> {
    let heads =
        ["overview-col-area", "overview-col-figure", "overview-col-from", "overview-col-to", "overview-col-name", "overview-col-number"];
    let mut rows = vec![heads.map(|key| Cell::words(cx.t(key))).to_vec()];
    let period = d.seen.period;
    let mut row = |show: Show, name: String, n: u64| {
        let months =
            if show.of_now() { [cx.t("overview-now-short"), String::new()] } else { [month(cx, period.from), month(cx, period.to)] };
        let [from, to] = months.map(Cell::words);
        rows.push(vec![Cell::words(d.area.clone()), Cell::words(cx.t(show.title())), from, to, Cell::words(name), Cell::Number(n)]);
    };
    for show in Show::ALL {
        for (name, n, _) in counts(cx, d, show) {
            row(show, name, n);
        }
        if show == Show::Promise {
            row(Show::Ages, cx.t("overview-late-short"), d.seen.overview.late);
        }
    }
    rows
}
