//! What goes with every act of an assistant: the record that may be drawn for a look, and the message to the elder with
//! who did what and how to object. Builds changes; commits nothing.

use super::Worker;
use crate::acts::{promise, tell};
use crate::caller::Caller;
use crate::ports::{Change, Person, Staff, World};
use crate::text;
use domain::assist::{Assisted, AssistedAct, Look, Told, Why};
use domain::ids::AssistedId;
use domain::lang::Lang;
use domain::notice::NoticeKind;
use domain::review::sampled;

/// After something was filed or handed in by an assistant; nothing for anybody else.
pub(in crate::acts) fn done(world: &World, caller: &Caller, act_key: &str, reference: &str) -> Vec<Change> {
    let (Ok(worker), Caller::Staff { intake: Some(intake), .. }) = (Worker::of(caller), caller) else { return Vec::new() };
    let act = if act_key == "act-filed" { AssistedAct::File } else { AssistedAct::HandIn };
    let told = intake.present.beside.as_ref().map_or(Told::Sheet, |b| b.told);
    let mut changes = vec![record(world, worker.staff, &intake.person, act, Some(reference), told)];
    changes.extend(notice(world, worker.staff, &intake.person, act, Some(reference)));
    changes
}

pub(super) fn record(world: &World, staff: &Staff, person: &Person, act: AssistedAct, reference: Option<&str>, told: Told) -> Change {
    let id = AssistedId::new(world.new_id());
    let look = match act {
        AssistedAct::Differ => Look::Waiting(Why::NumbersDiffer),
        _ if drawn(world, &id, told) => Look::Waiting(Why::Drawn),
        _ => Look::Quiet,
    };
    Change::SaveAssisted(Box::new(Assisted {
        id,
        assistant: staff.id.clone(),
        subject: person.id.clone(),
        village: person.village.clone(),
        act,
        reference: reference.map(str::to_owned),
        told,
        at: world.now(),
        look,
        version: 0,
    }))
}

/// The same record is drawn or not whenever it is asked, and nobody without the key can tell beforehand.
fn drawn(world: &World, id: &AssistedId, told: Told) -> bool {
    let rules = &world.region.assist;
    let percent = match told {
        Told::Phone => rules.sample_percent.value,
        Told::Sheet => rules.sample_percent_without_phone.value,
    };
    sampled(spread(&world.seals.mac("assisted-draw", id.as_str())), percent)
}

/// FNV-1a over the proof, folded to the range of a chance.
fn spread(proof: &str) -> u16 {
    let hash = proof.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    u16::try_from((hash >> 16) ^ (hash & 0xffff)).unwrap_or(u16::MAX)
}

pub(super) fn notice(world: &World, staff: &Staff, person: &Person, act: AssistedAct, reference: Option<&str>) -> Vec<Change> {
    let mut values = vec![
        ("helper", staff.display_name.clone()),
        ("act", text::text(Lang::ZhHans, act.key())),
        ("line", world.region.hotline.number.clone()),
    ];
    values.extend(reference.map(|r| ("reference", promise::grouped(r))));
    tell::tell(world, person, NoticeKind::AssistantActed, &values)
}
