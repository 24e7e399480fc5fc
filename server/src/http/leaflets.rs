//! Guides on paper: the print page, and the PDF where there are fonts. The same for everybody; nothing personal is loaded here.

use super::answer::Answer;
use super::public::data_of;
use super::visit::{Handled, Visit};
use app::error::AppError;
use app::leaflet::Leaflet;
use app::pages::guide::{self, GuideData, Start};
use app::ports::Pdf;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, StatusCode, header};
use domain::catalog::ItemCode;

fn item(visit: &Visit) -> Result<ItemCode, AppError> {
    ItemCode::from_slug(visit.param("item")).ok_or(AppError::NotFound)
}

fn leaflet(visit: &Visit, data: &GuideData) -> Leaflet {
    guide::leaflet::leaflet(&visit.cx, data, visit.world.region.demo, visit.world.today())
}

/// A guide that knows how large its PDF is. It is made here already when nobody has asked for it today.
pub async fn with_pdf(visit: &Visit, data: GuideData) -> GuideData {
    let pdf = visit.world.press.pdf(&leaflet(visit, &data)).await.ok();
    GuideData { pdf: pdf.map(|pdf| pdf.bytes.len()), ..data }
}

pub fn print(visit: Visit) -> Handled {
    Box::pin(async move {
        let item = item(&visit)?;
        let leaflet = leaflet(&visit, &data_of(&visit, item, Start::CounterOnly));
        let pdf = visit.world.press.pdf(&leaflet).await.ok().map(|pdf| pdf.bytes.len());
        Ok(Answer::page(guide::print::show(&visit.cx, &leaflet, &path(item), pdf)))
    })
}

/// Without a font, or when making it failed: the print page says the same.
pub fn pdf(visit: Visit) -> Handled {
    Box::pin(async move {
        let item = item(&visit)?;
        let leaflet = leaflet(&visit, &data_of(&visit, item, Start::CounterOnly));
        Ok(match visit.world.press.pdf(&leaflet).await {
            Ok(pdf) => Answer::made(respond(&pdf, &leaflet.title, item, visit.known.as_deref())),
            Err(_) => Answer::see(format!("{}/print", path(item))),
        })
    })
}

fn path(item: ItemCode) -> String {
    format!("/guide/{}", item.slug())
}

fn respond(pdf: &Pdf, title: &str, item: ItemCode, known: Option<&str>) -> Response<Body> {
    let mark = format!("\"{}\"", pdf.mark);
    let same = known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == mark));
    let mut response = Response::new(if same { Body::empty() } else { Body::from(Bytes::from_owner(pdf.bytes.clone())) });
    if same {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    // The name by which she finds it again on her phone.
    let name: String = form_urlencoded::byte_serialize(title.as_bytes()).collect();
    let file = format!("inline; filename=\"{}.pdf\"; filename*=UTF-8''{}.pdf", item.slug(), name.replace('+', "%20"));
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, file.as_str()),
        (header::ETAG, mark.as_str()),
        (header::CACHE_CONTROL, "public, max-age=0, must-revalidate"),
        (header::VARY, "Accept-Encoding"),
    ];
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
