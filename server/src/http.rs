//! The doors: from a request to a `Visit`, from a `Visit` to an `Answer`. Handlers are short: call an act, show a page.
//! No rule, no query, no screen text here.

pub mod answer;
mod assist;
mod assisted;
pub mod away;
pub mod body;
pub mod cases;
pub mod changes;
pub mod comfort;
pub mod cookies;
pub mod counter;
pub mod counter_ask;
pub mod demo;
pub mod doors;
pub mod earlier;
pub mod face;
pub mod family;
pub mod family_list;
pub mod filing;
pub mod form;
pub mod front;
pub mod gate;
pub mod grant_sheets;
pub mod guardians;
pub mod health;
pub mod heard;
pub mod helpers;
pub mod kept;
mod leaflets;
pub mod learn;
mod messages;
mod nearby;
pub mod offers;
pub mod open_account;
pub mod overview;
pub mod papers;
pub mod public;
pub mod ratings;
pub mod reading;
pub mod second_screen;
pub mod sessions;
pub mod sign_in;
pub mod sound;
pub mod staff;
pub mod staff_grants;
pub mod staff_ratings;
pub mod staff_sign_in;
pub mod stopped;
pub mod talk;
pub mod tonight;
pub mod visit;
pub mod voice_messages;
pub mod watch;
pub mod who;

use crate::site::Site;
use app::routes::{DOORS, Method};
use axum::Router;
use axum::routing::{MethodFilter, on};

/// The client's address; behind our own proxies what they say, and nothing that the client writes there itself.
fn client_address(site: &Site, parts: &axum::http::request::Parts) -> Option<std::net::IpAddr> {
    let peer = parts.extensions.get::<axum::extract::ConnectInfo<std::net::SocketAddr>>()?.0.ip();
    let said: Vec<&str> = parts.headers.get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok()).collect();
    let said = (!said.is_empty()).then(|| said.join(","));
    Some(crate::config::client_address(peer, said.as_deref(), &site.options.proxies))
}

/// The whole site as one service; tests drive it with `oneshot`.
pub fn router(site: Site) -> Router {
    let mut router = Router::new();
    for door in DOORS {
        let filter = match door.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
        };
        let site = site.clone();
        let handler = doors::handler(door.name);
        router = router.route(door.path, on(filter, move |request| gate::enter(site.clone(), door, handler, request)));
    }
    let lost = site.clone();
    let heard = site.clone();
    let everybodys = axum::routing::get(move |name, headers| reading::everybodys(heard.clone(), name, headers));
    let router = router.route("/audio/{name}", everybodys);
    router.route("/assets/{name}", axum::routing::get(crate::assets::serve)).fallback(move |request| gate::lost(lost.clone(), request))
}
