//! Doors of one's own cases: list, case, receipt, and what can still be done with it.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::{change_case, end_filing, keep_paper, see_cases};
use app::error::AppError;
use app::pages::{case, filing, my_cases};
use domain::case::Case;
use domain::judge::Act;
use domain::review::Tier;

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move {
        let matters = see_cases::list_matters(&visit.world, &visit.caller).await?;
        let subject = visit.caller.subject().ok_or(AppError::SignIn)?;
        let own = visit.caller.person().is_some_and(|p| p.id == subject.id);
        let whose = (!own).then(|| subject.name.masked());
        Ok(Answer::page(my_cases::page(&visit.cx, &my_cases::MyCasesPage { drafts: &matters.drafts, cases: &matters.cases, whose })))
    })
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        let case = see_cases::see_case(&visit.world, &visit.caller, visit.param("reference")).await?;
        let desk = visit.world.region.desk_name(case.desk.as_str());
        let undo = case.undo_open(visit.now);
        Ok(Answer::page(case::page(&visit.cx, &case::CasePage { case: &case, undo, desk, today: visit.world.today() })))
    })
}

pub fn receipt(visit: Visit) -> Handled {
    Box::pin(async move {
        // Whoever filed it may see its receipt, also a helper who may not browse the other cases.
        let (case, _) = change_case::open_case(&visit.world, &visit.caller, visit.param("reference"), Act::SeeReceipt).await?;
        let undo = case.undo_open(visit.now);
        let chosen = case.home(Tier::Village);
        let desk = visit.world.region.desk(chosen.as_str()).filter(|_| chosen.tier() != Tier::Village);
        let desk = desk.map(|desk| [&desk.name, &desk.address, &desk.phone].map(String::clone));
        Ok(Answer::page(filing::receipt::page(&visit.cx, &filing::receipt::ReceiptPage { case: &case, undo, desk })))
    })
}

fn receipt_path(case: &Case) -> String {
    format!("/cases/{}/receipt", case.reference)
}

pub fn release(visit: Visit) -> Handled {
    Box::pin(async move {
        let once = visit.once(&format!("/cases/{}/receipt", visit.param("reference")));
        let case = change_case::release_case(&visit.world, &visit.caller, visit.param("reference"), once).await?;
        Ok(Answer::see(receipt_path(&case)))
    })
}

pub fn take_back(visit: Visit) -> Handled {
    Box::pin(async move {
        let draft = change_case::take_back(&visit.world, &visit.caller, visit.param("reference"), |to| visit.once(to)).await?;
        Ok(Answer::see(format!("/file/draft/{}/check", draft.id)))
    })
}

pub fn undo_ask(visit: Visit) -> Handled {
    Box::pin(async move { ask(visit, "undo").await })
}

pub fn withdraw_ask(visit: Visit) -> Handled {
    Box::pin(async move { ask(visit, "withdraw").await })
}

async fn ask(visit: Visit, what: &str) -> Result<Answer, AppError> {
    let (case, _) = change_case::open_case(&visit.world, &visit.caller, visit.param("reference"), Act::TakeBack).await?;
    Ok(Answer::page(case::ask(&visit.cx, &case, what)))
}

pub fn cancel_ask(visit: Visit) -> Handled {
    Box::pin(async move { ask(visit, "cancel").await })
}

pub fn cancel(visit: Visit) -> Handled {
    Box::pin(async move {
        let once = visit.once(&format!("/cases/{}", visit.param("reference")));
        let case = end_filing::cancel_case(&visit.world, &visit.caller, visit.param("reference"), once).await?;
        Ok(Answer::see(format!("/cases/{}", case.reference)))
    })
}

/// The old answers before her, in a new application.
pub fn change(visit: Visit) -> Handled {
    Box::pin(async move {
        let draft = end_filing::change_filing(&visit.world, &visit.caller, visit.param("reference")).await?;
        Ok(Answer::see(format!("/file/draft/{}/check", draft.id)))
    })
}

pub fn undo(visit: Visit) -> Handled {
    Box::pin(async move {
        let once = visit.once(&format!("/cases/{}", visit.param("reference")));
        let case = change_case::undo_case(&visit.world, &visit.caller, visit.param("reference"), once).await?;
        Ok(Answer::see(format!("/cases/{}", case.reference)))
    })
}

pub fn withdraw(visit: Visit) -> Handled {
    Box::pin(async move {
        let once = visit.once(&format!("/cases/{}", visit.param("reference")));
        let case = change_case::withdraw_case(&visit.world, &visit.caller, visit.param("reference"), once).await?;
        Ok(Answer::see(format!("/cases/{}", case.reference)))
    })
}

pub fn paper(visit: Visit) -> Handled {
    Box::pin(async move {
        let (mime, bytes) = keep_paper::read_paper(&visit.world, &visit.caller, visit.param("paper")).await?;
        Ok(Answer::file(mime, bytes, "paper".to_owned()))
    })
}
