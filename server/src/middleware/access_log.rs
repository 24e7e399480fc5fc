//! One line per request: method, route pattern, status, milliseconds. Never the path itself (it holds case numbers),
//! never the query, the address, or what the browser says it is.

use std::time::Instant;

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::http::{Method, Response};
use axum::middleware::Next;

pub async fn run(request: Request, next: Next) -> Response<Body> {
    let start = Instant::now();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("(none)", MatchedPath::as_str);
    let ms = (start.elapsed().as_secs_f64() * 1e4).round() / 10.0;
    tracing::info!(target: "access", method, route, status = response.status().as_u16(), ms);
    response
}

/// A client may invent a method; its text stays outside.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}
