//! `/healthz`: the process answers. `/readyz`: database, papers and jobs work. For machines, outside the door table;
//! says names of parts, times and counts, nothing else.

use crate::jobs::Jobs;
use crate::state::House;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

#[derive(Clone)]
struct Parts {
    house: House,
    jobs: Jobs,
}

pub fn routes(house: House, jobs: Jobs) -> Router {
    Router::new()
        .route("/healthz", get(|| async { ([(header::CACHE_CONTROL, "no-store")], "ok\n") }))
        .route("/readyz", get(ready))
        .with_state(Parts { house, jobs })
}

async fn ready(State(parts): State<Parts>) -> Response {
    let mut lines = Vec::new();
    let database = parts.house.world.store.ready().await.is_ok();
    lines.push(format!("database {}", if database { "ok" } else { "does not answer" }));
    if parts.house.config.sms.is_real() {
        lines.push(match parts.house.world.store.texts_counted().await {
            Ok(count) => format!("texts {} waiting, {} failed, {} unknown", count.waiting, count.failed, count.unknown),
            Err(_) => "texts unknown".to_owned(),
        });
    }
    let (jobs, running) = parts.jobs.report(jiff::Timestamp::now());
    lines.extend(jobs);
    let status = if database && running { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [(header::CACHE_CONTROL, "no-store")], format!("{}\n", lines.join("\n"))).into_response()
}
