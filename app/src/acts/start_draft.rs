//! Beginning an application, or going on with the one that was begun: nobody answers the same questions twice.

use super::delegated::may_item;
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::case::draft::Purpose;
use domain::case::{Draft, DraftState};
use domain::catalog::{Answers, ItemCode};
use domain::ids::DraftId;
use domain::judge::Act;
use std::collections::BTreeMap;

pub async fn start_draft(world: &World, caller: &Caller, item: ItemCode) -> AppResult<Draft> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    may_item(world, caller, subject, item, Act::File(item))?;
    let definition = item.item().ok_or(AppError::NotFound)?;
    let open = world.store.drafts_of(&subject.id).await?;
    if let Some(draft) = open.into_iter().find(|d| d.item == item && d.purpose == Purpose::New && d.state == DraftState::Open) {
        return Ok(draft);
    }
    let now = world.now();
    let draft = Draft {
        id: DraftId::new(world.new_id()),
        item,
        item_version: definition.version,
        purpose: Purpose::New,
        subject: subject.id.clone(),
        begun_by: caller.by(),
        state: DraftState::Open,
        answers: Answers::default(),
        typed_by: BTreeMap::new(),
        papers: Vec::new(),
        promised_later: Vec::new(),
        shared: Vec::new(),
        created_at: now,
        updated_at: now,
        version: 0,
    };
    let note = tell::ledger(world, caller.by(), subject, "start-draft", draft.id.as_str(), item.slug(), "");
    world.store.commit(vec![Change::SaveDraft(Box::new(draft.clone())), note]).await?;
    Ok(draft)
}
