//! The sheets of a part of a queue in one go: what a clerk takes along to a village meeting. Each opening is written down.

use super::look_at_case::{CaseOnDesk, look_at_case};
use super::see_desk::filter::QueueFilter;
use super::see_desk::see_desk;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::World;

/// More than a printer takes at once, and each is one more line in a ledger.
pub const MOST: usize = 20;

/// The most urgent ones. Her own family's stay out without a word: they are not hers to open.
pub async fn print_pile(world: &World, caller: &Caller, filter: QueueFilter) -> AppResult<Vec<CaseOnDesk>> {
    let mut pile = Vec::new();
    for waiting in see_desk(world, caller, filter).await? {
        match look_at_case(world, caller, &waiting.row.reference).await {
            Ok(found) => pile.push(found),
            Err(AppError::Refused(_) | AppError::NotFound) => {}
            Err(error) => return Err(error),
        }
        if pile.len() == MOST {
            break;
        }
    }
    Ok(pile)
}
