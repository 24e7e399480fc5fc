//! Doors to the sheets of a grant: print the letter, hand in its photograph, read a picture again. Nothing is decided here.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::grant_papers::{self, Sheet};
use app::acts::keep_paper::NotKept;
use app::error::{AppError, AppResult};
use app::pages::staff_letter::{self, LetterPage, PhotoPage};
use app::ports::PortError;
use app::ui::FieldError;
use domain::refusal::Refusal;

pub fn letter(visit: Visit) -> Handled {
    Box::pin(async move {
        let view = grant_papers::print_letter(&visit.world, &visit.caller, visit.param("grant")).await?;
        let region = &visit.world.region;
        let page = LetterPage {
            elder_area: region.full_area_name(view.elder.village.as_str()),
            insured_in: region.full_area_name(region.code.as_str()),
            view: &view,
        };
        Ok(Answer::page(staff_letter::page(&visit.cx, &page)))
    })
}

pub fn photo(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(photo_page(&visit, Vec::new()).await?)) })
}

async fn photo_page(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let view = grant_papers::see_sheets(&visit.world, &visit.caller, visit.param("grant")).await?;
    Ok(staff_letter::photo(&visit.cx, &PhotoPage { view: &view, errors }))
}

pub fn photo_keep(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let here = format!("/staff/grants/{}/letter/photo", visit.param("grant"));
        match keep(&mut visit, Sheet::Letter, &here).await? {
            None => Ok(Answer::see(here)),
            Some(words) => Ok(Answer::again(photo_page(&visit, vec![FieldError::new("paper", words)]).await?)),
        }
    })
}

/// Nothing, or why the file was not taken, in words for beside the field.
pub(super) async fn keep(visit: &mut Visit, sheet: Sheet, here: &str) -> AppResult<Option<String>> {
    let upload = visit.upload.take();
    let (bytes, name) = upload.map_or_else(|| (Vec::new(), String::new()), |u| (u.bytes, u.name));
    let grant = visit.param("grant");
    match grant_papers::keep_sheet(&visit.world, &visit.caller, grant, sheet, (bytes, &name), visit.once(here)).await {
        Ok(()) => Ok(None),
        Err(NotKept::File(problem)) => Ok(Some(visit.cx.t(problem.key()))),
        Err(NotKept::Other(AppError::Refused(no @ Refusal::TooManyPapers))) => Ok(Some(visit.cx.t(no.key()))),
        // Somebody moved the grant in this moment: the page shows how it stands, the picture is sent once more.
        Err(NotKept::Other(AppError::Unavailable(PortError::Conflict(_)))) => Ok(Some(visit.cx.t("staff-grant-moved"))),
        Err(NotKept::Other(error)) => Err(error),
    }
}

pub fn drop_sheet(visit: Visit) -> Handled {
    Box::pin(async move {
        let grant = visit.param("grant");
        grant_papers::drop_sheet(&visit.world, &visit.caller, grant, visit.form.get("paper")).await?;
        Ok(Answer::see(format!("/staff/grants/{grant}/guardian")))
    })
}

/// For the elder and for clerks alike; the act looks at who asks.
pub fn sheet(visit: Visit) -> Handled {
    Box::pin(async move {
        let (mime, bytes) = grant_papers::read_sheet(&visit.world, &visit.caller, visit.param("grant"), visit.param("paper")).await?;
        let name = match mime.as_str() {
            "application/pdf" => "sheet.pdf",
            "image/png" => "sheet.png",
            _ => "sheet.jpg",
        };
        Ok(Answer::file(mime, bytes, name.to_owned()))
    })
}
