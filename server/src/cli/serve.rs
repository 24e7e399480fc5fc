//! `server serve`: opens the house, starts the jobs, serves until it is told to stop, and stops without cutting anybody off.

use crate::config::{CodesState, Config};
use crate::http::front::{self, Front};
use crate::http::{self, health};
use crate::jobs::Jobs;
use crate::middleware::{Asked, BodyLimits, Outer, Problem, SameOrigin, SecurityHeaders, wrap};
use crate::site::Site;
use crate::state::{self, META_SERVING_KEY, Refused};
use axum::Router;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

/// Requests that are still running get so long after the signal.
const LAST_WORDS: Duration = Duration::from_secs(10);

pub async fn serve(config: Config) -> Result<(), Refused> {
    let house = state::open(config).await?;
    let (site, codes) = house.site().await?;
    house.papers.works().await.map_err(Refused::one)?;
    let listen = house.config.web.listen;
    let listener = tokio::net::TcpListener::bind(listen).await.map_err(|e| Refused::one(format!("cannot listen on {listen}: {e}")))?;
    let address = listener.local_addr().map_err(Refused::one)?;

    if codes == CodesState::Off {
        println!("codes are off: this is no demo data folder and no message gateway is set, so nobody can sign in by code");
    }
    let reached = house.config.web.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    println!("颐保 serves on {reached}");
    if site.options.demo {
        println!("demo sign-ins and messages: {reached}/demo");
    }

    let key = house.vault.current_key().to_string();
    house.db.put_meta(META_SERVING_KEY, &key).await.map_err(Refused::one)?;
    let jobs = Jobs::start(house.clone());
    let watched = jobs.clone();
    site.options.timers.look_with(move |now| watched.troubles(now));
    tokio::spawn(front::report(site.kept.clone()));
    let router = http::router(site.clone()).merge(health::routes(house.clone(), jobs.clone()));
    let service = around(router, &site, &house.config).into_make_service_with_connect_info::<SocketAddr>();
    let (told, mut hears) = tokio::sync::watch::channel(false);
    tokio::spawn(async move {
        stop_signal().await;
        let _ = told.send(true);
    });
    let mut hears_too = hears.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = hears.changed().await;
    });
    let too_long = async move {
        let _ = hears_too.changed().await;
        tokio::time::sleep(LAST_WORDS).await;
    };
    let ended = tokio::select! {
        ended = serving.into_future() => ended.map_err(Refused::one),
        () = too_long => Ok(()),
    };
    jobs.stop().await;
    tracing::info!("stopped");
    ended
}

/// Everything around the doors. Public pages and packed files arrive compressed already; the rest is compressed fast.
pub fn around(router: Router, site: &Site, config: &Config) -> Router {
    let headers = SecurityHeaders::new(crate::assets::CSS_SHA256, config.web.is_https());
    let front = Front { kept: site.kept.clone(), headers: headers.clone() };
    // Sound is as small as it gets, and its parts must stay where their numbers say.
    let worth_it = DefaultPredicate::new().and(NotForContentType::const_new("audio/")).and(NotForContentType::const_new("application/pdf"));
    let compressed = router.layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(worth_it));
    let site = site.clone();
    wrap(
        compressed,
        Outer {
            headers,
            same_origin: SameOrigin::new(config.web.origin()),
            limits: BodyLimits::new(config.limits.form_kilobytes),
            page: Arc::new(move |problem: Problem, asked: &Asked| http::gate::outside(&site, problem, asked)),
        },
    )
    .layer(axum::middleware::from_fn_with_state(front, front::run))
}

async fn stop_signal() {
    let ctrl_c = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut term) => {
                tokio::select! {
                    () = ctrl_c => {}
                    _ = term.recv() => {}
                }
            }
            Err(_) => ctrl_c.await,
        }
    }
    #[cfg(not(unix))]
    ctrl_c.await;
}
