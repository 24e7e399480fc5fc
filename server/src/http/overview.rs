//! Doors of the supervisor's view: the page, and the same numbers as a file. Nothing is counted here.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use crate::adapters::spreadsheet;
use app::acts::see_overview::{Seen, export_overview, see_overview};
use app::error::{AppError, AppResult};
use app::pages::desk::overview::{self, OverviewPage, Show};
use app::ports::PortError;
use domain::ids::AreaCode;
use domain::spreadsheet::Cell;

fn asked<'a>(visit: &'a Visit, name: &str) -> &'a str {
    visit.query.get(name).map_or("", String::as_str)
}

/// With the names of area and desks.
fn with_names<T>(visit: &Visit, seen: &Seen, use_it: impl FnOnce(&OverviewPage) -> T) -> T {
    let region = &visit.world.region;
    let area = region.area_name(seen.area.as_str()).unwrap_or(&region.unit_name).to_owned();
    let desk = |code: &AreaCode| region.desk_name(code.as_str());
    use_it(&OverviewPage { seen, area, show: Show::from_key(asked(visit, "show")), desk: &desk })
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        let seen = see_overview(&visit.world, &visit.caller, asked(&visit, "from"), asked(&visit, "to")).await?;
        Ok(Answer::page(with_names(&visit, &seen, |page| overview::page(&visit.cx, page))))
    })
}

async fn rows(visit: &Visit) -> AppResult<Vec<Vec<Cell>>> {
    let seen = export_overview(&visit.world, &visit.caller, asked(visit, "from"), asked(visit, "to")).await?;
    Ok(with_names(visit, &seen, |page| overview::table_of_all(&visit.cx, page)))
}

pub fn csv(visit: Visit) -> Handled {
    Box::pin(async move {
        let text = domain::spreadsheet::csv(&rows(&visit).await?);
        Ok(Answer::file("text/csv; charset=utf-8".to_owned(), text.into_bytes(), "overview.csv".to_owned()))
    })
}

pub fn xlsx(visit: Visit) -> Handled {
    Box::pin(async move {
        let rows = rows(&visit).await?;
        let bytes = spreadsheet::xlsx(&rows).map_err(|e| AppError::Unavailable(PortError::Unavailable(format!("xlsx: {e}"))))?;
        Ok(Answer::file(spreadsheet::XLSX.to_owned(), bytes, "overview.xlsx".to_owned()))
    })
}
