//! Writing down and telling: the two changes that go with every act. Builds changes; commits nothing.

use crate::caller::Caller;
use crate::ports::{Change, LedgerNote, OutboxSms, Person, World};
use crate::text;
use domain::ids::{NoticeId, PersonId};
use domain::lang::Lang;
use domain::ledger::{By, LedgerLine};
use domain::notice::{Notice, NoticeKind};
use std::collections::BTreeMap;

/// One ledger line for an act in `subject`'s matter.
pub fn ledger(world: &World, by: By, subject: &Person, act: &str, object: &str, scope: &str, reason: &str) -> Change {
    line(world, by, subject.village.county().as_str(), Some(subject.id.clone()), act, object, scope, reason)
}

/// One ledger line for an act that belongs to no resident, e.g. on an account of staff.
pub fn ledger_of_staff(world: &World, by: By, county: &str, act: &str, object: &str, reason: &str) -> Change {
    line(world, by, county, None, act, object, "staff", reason)
}

#[allow(clippy::too_many_arguments)]
fn line(world: &World, by: By, county: &str, subject: Option<PersonId>, act: &str, object: &str, scope: &str, reason: &str) -> Change {
    Change::Ledger(Box::new(LedgerNote {
        at: world.now(),
        line: LedgerLine {
            county: county.to_owned(),
            by,
            subject,
            act: act.to_owned(),
            object: object.to_owned(),
            scope: scope.to_owned(),
            reason: reason.to_owned(),
        },
    }))
}

/// The notice, and the same sentence as a message when she has a phone on record.
pub fn tell(world: &World, person: &Person, kind: NoticeKind, args: &[(&str, String)]) -> Vec<Change> {
    let args: BTreeMap<String, String> = args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
    let mut changes = Vec::new();
    if let Some(phone) = &person.phone {
        changes.push(Change::PutSms(Box::new(OutboxSms {
            id: world.new_id(),
            to: phone.clone(),
            text: sentence(Lang::ZhHans, kind, &args),
            purpose: "notice".into(),
            at: world.now(),
        })));
    }
    changes.push(Change::PutNotice(Box::new(Notice {
        id: NoticeId::new(world.new_id()),
        person: person.id.clone(),
        kind,
        at: world.now(),
        args,
        read_at: None,
        delivered: None,
    })));
    changes
}

/// Every value a notice may have; what a caller leaves out arrives as `none`, and the text chooses its words by that.
pub const VALUES: [&str; 8] = ["item", "reference", "date", "helper", "elder", "place", "act", "to"];

/// The sentence of a notice. A value that names a text key (`item`) and a date arrive as words.
pub fn sentence(lang: Lang, kind: NoticeKind, args: &BTreeMap<String, String>) -> String {
    let words = VALUES.map(|name| {
        let value = args.get(name).map(String::as_str).filter(|v| !v.is_empty());
        let words = match (name, value) {
            (_, None) => "none".to_owned(),
            ("item", Some(slug)) => text::text(lang, &format!("item-{slug}")),
            ("date", Some(day)) => day.parse().map_or_else(|_| day.to_owned(), |day| date(lang, day)),
            (_, Some(other)) => other.to_owned(),
        };
        (name, words)
    });
    let pairs: Vec<(&str, &str)> = words.iter().map(|(k, v)| (*k, v.as_str())).collect();
    text::find(lang, kind.key(), &pairs).text
}

/// 「2026年12月1日」
fn date(lang: Lang, day: jiff::civil::Date) -> String {
    let (year, month, day) = (day.year().to_string(), day.month().to_string(), day.day().to_string());
    text::find(lang, "date-plain", &[("year", &year), ("month", &month), ("day", &day)]).text
}

/// When a helper or a clerk acted in her matter, she is told who did what.
pub fn tell_of_helper(world: &World, caller: &Caller, act_key: &str, reference: &str) -> Vec<Change> {
    match caller {
        Caller::Resident { person, acting: Some(acting), .. } => tell(
            world,
            &acting.elder,
            NoticeKind::HelperActed,
            &[
                ("helper", person.name.masked()),
                ("act", text::text(Lang::ZhHans, act_key)),
                ("reference", super::promise::grouped(reference)),
            ],
        ),
        _ => Vec::new(),
    }
}
