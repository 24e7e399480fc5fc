//! The two-digit number on both sides: drawn, shown, compared. The same is recorded and the act goes on; a differing one
//! ends the intake at once and stands on the supervisors' list.

use super::{Worker, about_key, beside, note};
use crate::acts::open_draft::{Want, open_draft};
use crate::acts::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, OutboxSms, Person, Present, Session, SessionOf, Staff, World};
use crate::text;
use domain::assist::{About, AssistedAct, Beside, Shown, Told, TwoDigits};
use domain::judge::{Act, may};
use domain::lang::Lang;
use domain::person::Phone;
use domain::refusal::Refusal;

/// A number, and the text that takes it to her phone: who and what first, then the number, then whom to call.
pub(super) fn draw(world: &World, staff: &Staff, phone: Option<&Phone>, about: About) -> (Shown, Option<Change>) {
    let mut chance = [0u8; 2];
    world.chance.fill(&mut chance);
    let number = TwoDigits::from_chance(u16::from_le_bytes(chance));
    let text = phone.map(|phone| {
        let act = text::text(Lang::ZhHans, about_key(&about));
        let values = [
            ("assistant", staff.display_name.as_str()),
            ("act", act.as_str()),
            ("number", &number.to_string()),
            ("line", &world.region.hotline.number),
        ];
        Change::PutSms(Box::new(OutboxSms {
            id: world.new_id(),
            to: phone.clone(),
            text: text::find(Lang::ZhHans, "sms-assist-number", &values).text,
            purpose: "number".into(),
            at: world.now(),
        }))
    });
    (Shown { number, about, at: world.now() }, text)
}

fn present(caller: &Caller) -> AppResult<(&Present, &Beside)> {
    let Caller::Staff { intake: Some(intake), .. } = caller else { return Err(Refusal::NobodyBeside.into()) };
    let beside = intake.present.beside.as_ref().ok_or(Refusal::NobodyBeside)?;
    Ok((&intake.present, beside))
}

/// The same session with another state of the number. It changes no hands, so it is not rotated.
fn keep(caller: &Caller, present: &Present, beside: Beside) -> AppResult<Change> {
    let worker = Worker::of(caller)?;
    let session = caller.session().ok_or(Refusal::NobodyBeside)?;
    let of = SessionOf::Staff { staff: worker.staff.id.clone(), present: Some(Present { beside: Some(beside), ..present.clone() }) };
    Ok(Change::PutSession(Box::new(Session { of, ..session.clone() })))
}

/// What is recorded of the person beside her, with the number that waits to be compared.
pub fn see_number<'a>(world: &World, caller: &'a Caller) -> AppResult<(&'a Person, &'a Beside)> {
    Ok((beside(world, caller)?, present(caller)?.1))
}

/// Before something is sent: a number of its own.
pub async fn ask_to_send(world: &World, caller: &Caller, draft: &str) -> AppResult<()> {
    let worker = Worker::of(caller)?;
    let (now_present, now_beside) = present(caller)?;
    let (draft, person) = open_draft(world, caller, draft, Want::Papers).await?;
    let phone = person.phone.as_ref().filter(|_| now_beside.told == Told::Phone);
    let (shown, text) = draw(world, worker.staff, phone, About::Send(draft.id.clone(), draft.version));
    let mut changes = vec![
        keep(caller, now_present, Beside { shown: Some(shown), ..now_beside.clone() })?,
        tell::ledger(world, worker.by(), person, "show-number", draft.id.as_str(), "assist", draft.item.slug()),
    ];
    changes.extend(text);
    Ok(world.store.commit(changes).await?)
}

/// How it was seen that both numbers are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenSame {
    NotSaid,
    /// The assistant ticked that she looked at her phone or sheet.
    OnHerSide,
    /// The device was turned to her, and she pressed herself.
    Turned,
}

/// 「她看了手机，两边数字一样」
pub async fn numbers_same(world: &World, caller: &Caller, seen: SeenSame) -> AppResult<About> {
    let worker = Worker::of(caller)?;
    let person = beside(world, caller)?;
    let (now_present, now_beside) = present(caller)?;
    let mut next = now_beside.clone();
    let how = match (seen, next.told) {
        (SeenSame::OnHerSide, Told::Phone) => "on-her-phone",
        (SeenSame::OnHerSide, Told::Sheet) => "on-her-sheet",
        (SeenSame::Turned, Told::Sheet) => "on-turned-screen",
        // Who has a phone looks at it: one device alone has one side.
        (SeenSame::NotSaid, _) | (SeenSame::Turned, Told::Phone) => return Err(Refusal::NumbersNotCompared.into()),
    };
    let about = next.compare()?;
    let object = match &about {
        About::Intake => person.id.as_str(),
        About::Send(draft, _) => draft.as_str(),
    };
    let note = tell::ledger(world, worker.by(), person, "numbers-same", object, "assist", how);
    let kept = keep(caller, now_present, next)?;
    world.store.commit(vec![kept, note]).await?;
    Ok(about)
}

/// They differ, or nobody has the other one: it ends here, whatever else is true.
pub async fn numbers_differ(world: &World, caller: &Caller, session: impl FnOnce(SessionOf) -> Vec<Change>) -> AppResult<()> {
    let worker = Worker::of(caller)?;
    let (Some(person), Ok((_, beside))) = (caller.subject(), present(caller)) else { return Ok(()) };
    let mut changes = session(SessionOf::Staff { staff: worker.staff.id.clone(), present: None });
    changes.push(tell::ledger(world, worker.by(), person, "numbers-differ", person.id.as_str(), "assist", "intake-ended"));
    changes.push(note::record(world, worker.staff, person, AssistedAct::Differ, None, beside.told));
    changes.extend(note::notice(world, worker.staff, person, AssistedAct::Differ, None));
    Ok(world.store.commit(changes).await?)
}

/// Whether what stands in this draft may be sent now.
pub fn compared_for(world: &World, caller: &Caller, draft: &domain::case::Draft) -> bool {
    caller.subject().is_some_and(|person| may(&caller.actor(), person.subject(), Act::Send(&draft.id, draft.version), world.now()).is_ok())
}
