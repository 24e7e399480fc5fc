//! Papers of a draft: the list, one material, one file at a time, and what a running case still waits for.
//! What was kept stays kept, whatever becomes of the next file.

use super::answer::Answer;
use super::filing::{already, before, numbers, place, supplying};
use super::visit::{Handled, Visit};
use app::acts::keep_paper::{self, NotKept};
use app::acts::open_draft::{Want, materials, open_draft};
use app::acts::reuse_paper::{earlier_papers, show_earlier};
use app::acts::{change_case, submit_draft};
use app::error::{AppError, AppResult};
use app::pages::filing as pages;
use app::ui::FieldError;
use domain::case::Draft;
use domain::case::draft::Purpose;
use domain::refusal::Refusal;

pub fn papers(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Papers).await?;
        if let Some(answer) = already(&visit, &draft).await? {
            return Ok(answer);
        }
        Ok(Answer::page(papers_page(&visit, &draft, Vec::new()).await?))
    })
}

async fn papers_page(visit: &Visit, draft: &Draft, errors: Vec<FieldError>) -> AppResult<String> {
    let item = draft.item.item().ok_or(AppError::NotFound)?;
    let (now, all) = place(item, draft, "papers");
    let materials = materials(&visit.world, draft).await?;
    if let Purpose::Supply(case) = &draft.purpose {
        let case = visit.world.store.case(case).await?.ok_or(AppError::NotFound)?;
        return Ok(pages::supply::page(
            &visit.cx,
            &pages::supply::SupplyPage { draft, case: &case, materials, errors, numbers: numbers(visit, draft) },
        ));
    }
    let back = before(item, draft, "papers");
    let offers = earlier_papers(&visit.world, &visit.caller, draft).await?;
    let earlier = offers.into_iter().map(|e| e.paper.material).collect();
    Ok(pages::papers::page(&visit.cx, &pages::papers::PapersPage { draft, materials, earlier, now, all, back, errors }))
}

pub fn papers_done(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Papers).await?;
        if supplying(&draft) {
            return supply(visit, &draft).await;
        }
        let later = visit.form.all("later");
        let draft = keep_paper::promise_later(&visit.world, &visit.caller, visit.param("draft"), &later).await?;
        let item = draft.item.item().ok_or(AppError::NotFound)?;
        let (_, missing) = domain::case::steps::gaps(item, &draft);
        if missing.is_empty() {
            return Ok(Answer::see(format!("/file/draft/{}/check", draft.id)));
        }
        let errors = missing
            .iter()
            .map(|m| FieldError::new("", visit.cx.tv("papers-error-missing", &[("material", &visit.cx.t(&format!("material-{m}")))])))
            .collect();
        Ok(Answer::again(papers_page(&visit, &draft, errors).await?))
    })
}

/// The promised papers are all photographed: on to the case with them.
async fn supply(visit: Visit, draft: &Draft) -> AppResult<Answer> {
    match submit_draft::submit_draft(&visit.world, &visit.caller, draft.id.as_str(), false, |to| visit.once(to)).await {
        Ok(case) if visit.caller.assistant().is_some() => Ok(Answer::see(format!("/cases/{}/receipt", case.reference))),
        Ok(case) => Ok(Answer::see(format!("/cases/{}", case.reference))),
        Err(AppError::Refused(refusal @ Refusal::NumbersNotCompared)) => {
            let errors = vec![FieldError::new("", visit.cx.t(refusal.key()))];
            Ok(Answer::again(papers_page(&visit, draft, errors).await?))
        }
        Err(AppError::Refused(Refusal::PapersMissing)) => {
            let errors = vec![FieldError::new("", visit.cx.t("supply-error-none"))];
            Ok(Answer::again(papers_page(&visit, draft, errors).await?))
        }
        Err(other) => Err(other),
    }
}

pub fn paper(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Papers).await?;
        if let Some(answer) = already(&visit, &draft).await? {
            return Ok(answer);
        }
        Ok(Answer::page(paper_page(&visit, &draft, Shown::default()).await?))
    })
}

/// What the page of one material says besides.
#[derive(Default)]
pub(super) struct Shown {
    pub errors: Vec<FieldError>,
    /// Shared data were asked and have nothing.
    pub nothing: bool,
}

pub(super) async fn paper_page(visit: &Visit, draft: &Draft, shown: Shown) -> AppResult<String> {
    let material = visit.param("material");
    let asked = materials(&visit.world, draft).await?;
    let wanted = asked.iter().find(|m| m.id == material).ok_or(AppError::NotFound)?;
    let source = wanted.shared().filter(|_| visit.world.shared.there());
    let earlier = show_earlier(&visit.world, &visit.caller, draft, material).await?;
    let Shown { errors, nothing } = shown;
    Ok(pages::paper::page(&visit.cx, &pages::paper::PaperPage { draft, material, earlier, source, nothing, errors }))
}

pub fn paper_add(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let upload = visit.upload.take();
        let (bytes, name) = upload.map_or_else(|| (Vec::new(), String::new()), |u| (u.bytes, u.name));
        let kept = keep_paper::keep_paper(&visit.world, &visit.caller, visit.param("draft"), visit.param("material"), bytes, &name, |to| {
            visit.once(to)
        })
        .await;
        let words = match kept {
            Ok(_) => return Ok(Answer::see(visit.cx.path.clone())),
            Err(NotKept::File(problem)) => visit.cx.t(problem.key()),
            Err(NotKept::Other(AppError::Refused(refusal @ Refusal::TooManyPapers))) => visit.cx.t(refusal.key()),
            Err(NotKept::Other(error)) => return Err(error),
        };
        let (draft, _) = open_draft(&visit.world, &visit.caller, visit.param("draft"), Want::Papers).await?;
        let errors = vec![FieldError::new("paper", words)];
        Ok(Answer::again(paper_page(&visit, &draft, Shown { errors, ..Shown::default() }).await?))
    })
}

pub fn paper_remove(visit: Visit) -> Handled {
    Box::pin(async move {
        let (draft, material) = (visit.param("draft"), visit.param("material"));
        keep_paper::remove_paper(&visit.world, &visit.caller, draft, visit.form.get("paper")).await?;
        Ok(Answer::see(format!("/file/draft/{draft}/papers/{material}")))
    })
}

/// The papers that a running case still waits for.
pub fn supply_papers(visit: Visit) -> Handled {
    Box::pin(async move {
        let draft = change_case::supply_papers(&visit.world, &visit.caller, visit.param("reference")).await?;
        Ok(Answer::see(format!("/file/draft/{}/papers", draft.id)))
    })
}
