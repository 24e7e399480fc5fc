//! Timers that do not run, in plain sentences for a supervisor: which, since when, what it means for people, whom to call.

use crate::cx::Cx;
use crate::pages::filing::words;
use crate::text;
use crate::ui::{Html, NoticeKind, notice, para, stack};
use domain::lang::Lang;
use jiff::Timestamp;

/// One timer that does not run as it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// As the job list calls it.
    pub name: String,
    /// It has not run for long; else only its newest run went wrong.
    pub stopped: bool,
    /// Its last good run, or when the server was started.
    pub since: Option<Timestamp>,
}

/// `room`: number and hours of the machine room.
pub fn notices(cx: &Cx, troubles: &[Trouble], room: (&str, &str)) -> Vec<Html> {
    troubles.iter().map(|trouble| one(cx, trouble, room)).collect()
}

fn one(cx: &Cx, trouble: &Trouble, (number, hours): (&str, &str)) -> Html {
    let named = |key: String, other: &str| if text::only(Lang::ZhHans, &key).is_some() { cx.t(&key) } else { cx.t(other) };
    let what = named(format!("timer-{}", trouble.name), "timer-other");
    let means = named(format!("timer-means-{}", trouble.name), "timer-means-other");
    let when = trouble.since.map_or_else(|| cx.t("timer-since-unknown"), |at| words::moment(cx, at));
    let (kind, title) = if trouble.stopped { (NoticeKind::Stop, "timer-stopped") } else { (NoticeKind::Care, "timer-failing") };
    let call = cx.tv("timer-call", &[("number", number), ("hours", hours)]);
    let said = vec![para(cx.tv("timer-since", &[("when", &when)])), para(means), para(call)];
    notice(kind, &cx.tv(title, &[("what", &what)]), stack(said))
}
