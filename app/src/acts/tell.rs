//! Writing down and telling: the two changes that go with every act. Builds changes; commits nothing.

use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, LedgerNote, OutboxSms, Person, World};
use crate::text;
use domain::case::Case;
use domain::ids::{NoticeId, PersonId};
use domain::judge::{Act, Actor, may};
use domain::lang::Lang;
use domain::ledger::{By, LedgerLine};
use domain::notice::way::Way;
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

/// The notice, and the same sentence as a text where she is told by text. One id for both: whoever looks for the text of a
/// notice finds it, and a text that nobody could take brings the notice to her village desk.
pub fn tell(world: &World, person: &Person, kind: NoticeKind, args: &[(&str, String)]) -> Vec<Change> {
    let args: BTreeMap<String, String> = args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
    let (mut changes, id) = (Vec::new(), world.new_id());
    let way = Way::of(person.told_by, person.phone.is_some(), person.insured);
    if let Some(phone) = person.phone.as_ref().filter(|_| way == Way::Text) {
        changes.push(Change::PutSms(Box::new(OutboxSms {
            id: id.clone(),
            to: phone.clone(),
            text: sentence(Lang::ZhHans, kind, &args),
            purpose: "notice".into(),
            at: world.now(),
        })));
    }
    changes.push(Change::PutNotice(Box::new(Notice {
        id: NoticeId::new(id),
        person: person.id.clone(),
        kind,
        at: world.now(),
        args,
        way,
        by_hand: None,
        read_at: None,
        delivered: None,
    })));
    changes
}

/// Every value a notice may have; what a caller leaves out arrives as `none`, and the text chooses its words by that.
pub const VALUES: [&str; 11] = ["item", "reference", "date", "sum", "helper", "elder", "place", "act", "line", "to", "whose"];

/// The sentence of a notice. A value that names a text key (`item`) and a date arrive as words.
pub fn sentence(lang: Lang, kind: NoticeKind, args: &BTreeMap<String, String>) -> String {
    // Whoever reads it: her own matter, or that of the elder she helps.
    let whose = match (args.get("to").map(String::as_str), args.get("elder")) {
        (Some("helper"), Some(elder)) => text::find(lang, "told-whose-elder", &[("elder", elder)]).text,
        _ => text::text(lang, "told-whose-own"),
    };
    let words = VALUES.map(|name| {
        if name == "whose" {
            return (name, whose.clone());
        }
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

/// About a case: she is told, and so is each helper who has a hand in it and may read her messages. The judge is asked at
/// that very moment: a paused or ended grant brings nothing any more.
pub async fn tell_of_case(
    world: &World,
    subject: &Person,
    case: &Case,
    kind: NoticeKind,
    args: &[(&str, String)],
) -> AppResult<Vec<Change>> {
    let mut changes = tell(world, subject, kind, args);
    for grant in world.store.grants_by_elder(&subject.id).await? {
        let Some(helper) = world.store.person(&grant.helper).await? else { continue };
        let actor = Actor::Helper { id: &helper.id, verified: helper.verified(), grant: &grant };
        if may(&actor, subject.subject(), Act::ReadNotices, world.now()).is_err() || !has_a_hand_in(&helper.id, case) {
            continue;
        }
        let mut words = args.to_vec();
        words.extend([("to", "helper".to_owned()), ("elder", subject.name.masked())]);
        changes.extend(tell(world, &helper, kind, &words));
    }
    Ok(changes)
}

/// She filed it, answered for it, handed in papers or did anything else in it.
fn has_a_hand_in(helper: &PersonId, case: &Case) -> bool {
    let typed = case.typed_by.values().chain(case.papers.iter().map(|p| &p.added_by));
    let looked = case.shared.iter().map(|proof| &proof.agreed_by);
    let mut hands = typed.chain(looked).chain(case.events.iter().map(|e| &e.by)).chain([&case.filed_by.by]);
    hands.any(|by| by.person() == Some(helper))
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
        _ => super::assist::note::done(world, caller, act_key, reference),
    }
}
