//! What a supervisor says about a finding: nothing wrong, the grants wait, or only a note. Pausing is told to the elder in
//! plain words; she lets the grant go on herself whenever she wants.

use super::at_desk::Clerk;
use super::load_grant::{load_grant, moved_saying};
use super::see_findings::load;
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::family::watch::{Said, Verdict};
use domain::family::{GrantAct, GrantState, Party};
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

/// `words`: why; kept sealed with the finding. In the ledger stands the pattern, never what was typed.
pub async fn decide_finding(
    world: &World,
    caller: &Caller,
    id: &str,
    verdict: Verdict,
    words: &str,
    once: Option<Change>,
) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let view = load(world, clerk, id).await?;
    if !view.finding.verdicts().contains(&verdict) {
        return Err(AppError::NotFound);
    }
    if verdict.needs_words() && words.is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    let mut finding = view.finding;
    let act = format!("{}-finding", verdict.key());
    let mut changes = vec![tell::ledger(world, clerk.by(), &view.about, &act, finding.id.as_str(), "watch", finding.pattern.key())];
    if verdict == Verdict::Pause {
        for held in view.grants.iter().filter(|g| g.grant.state == GrantState::Active) {
            let mut held = load_grant(world, held.grant.id.as_str()).await?;
            // Her own answer that came in between, or time, has settled it already.
            if held.grant.apply(GrantAct::Pause, Party::Rule, None, world.now()).is_ok() {
                let reason = "unusual";
                changes.extend(moved_saying(world, clerk.by(), &held, GrantAct::Pause, reason, Some(NoticeKind::GrantHeldBack)));
            }
        }
    }
    finding.judge(Said { at: world.now(), by: clerk.staff.id.clone(), verdict, words: words.to_owned() });
    changes.push(Change::SaveFinding(Box::new(finding)));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
