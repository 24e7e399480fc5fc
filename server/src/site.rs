//! Everything a running site shares between requests. Cheap to clone; holds no person's data.

use crate::config::Network;
use crate::http::heard::Heard;
use crate::http::kept::Kept;
use crate::jobs::timers::Timers;
use app::cx::RegionCard;
use app::ports::World;
use domain::region::Region;
use std::sync::Arc;

#[derive(Clone)]
pub struct Site {
    pub world: World,
    /// The help card of every page, from the region's data.
    pub card: Arc<RegionCard>,
    /// Renderings of public pages, one per path, language and comfort setting.
    pub kept: Arc<Kept>,
    /// Words on their way to the page that shows them.
    pub heard: Arc<Heard>,
    pub options: Arc<Options>,
}

/// What the command line and the configuration decided.
#[derive(Debug, Clone)]
pub struct Options {
    /// The data folder carries the demonstration marker and we listen on loopback.
    pub demo: bool,
    /// Whether codes reach anybody: an outbox someone reads, or a gateway.
    pub codes_on: bool,
    /// Addresses of halls, with larger limits.
    pub halls: Vec<Network>,
    /// Proxies of our own: from them the client's address stands in `X-Forwarded-For`.
    pub proxies: Vec<Network>,
    pub sessions: domain::sign_in::SessionRules,
    /// Which timers do not run; for the desk of the supervisors.
    pub timers: Timers,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            demo: false,
            codes_on: true,
            halls: Vec::new(),
            proxies: Vec::new(),
            sessions: domain::sign_in::SessionRules::default(),
            timers: Timers::default(),
        }
    }
}

impl Site {
    pub fn region(&self) -> &Region {
        &self.world.region
    }
}
