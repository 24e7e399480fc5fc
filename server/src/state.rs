//! The one place that fills ports with adapters and makes a site of them. Checks what must be right before anybody is
//! served, and says every mistake in one line. Knows no person and no page.

use crate::adapters::access::StaffAccess;
use crate::adapters::db::Db;
use crate::adapters::hearing;
use crate::adapters::no_face::NoFaceCheck;
use crate::adapters::paper_room::PaperRoom;
use crate::adapters::press;
use crate::adapters::system::{SystemChance, SystemClock};
use crate::adapters::voice;
use crate::config::{CodesState, Config, HearingEngine, SharedEngine, Storage, codes_state};
use crate::demo::shared::DemoSharedData;
use crate::files::{HeicTool, PaperDesk, PaperStore};
use crate::site::{Options, Site};
use crate::vault::Vault;
use app::cx::RegionCard;
use app::ports::{GuardedStore, NoHearing, NoPress, NoSharedData, SharedData, Store, World};
use domain::calendar::{WorkCalendar, china_date};
use domain::region::Region;
use std::sync::Arc;

/// Why nothing starts; one line per mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub Vec<String>);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Refused {
    pub fn one(line: impl std::fmt::Display) -> Self {
        Self(vec![line.to_string()])
    }
}

/// The opened house: everything that commands and the site work with.
#[derive(Clone)]
pub struct House {
    pub config: Arc<Config>,
    pub world: World,
    pub db: Db,
    pub vault: Vault,
    pub papers: PaperStore,
}

/// Names of facts about the database.
pub const META_VAULT: &str = "vault";
/// The sealing key that the server was last started with: it goes on with it until it is started again.
pub const META_SERVING_KEY: &str = "serving-key";
/// Present in a database with demonstration data; holds the county's code.
pub const META_DEMO: &str = "demo";

/// What is packed and what the region's file says first, then the vault (it refuses a folder with data but without keys), then
/// the database with its tables, then the rest.
pub async fn open(config: Config) -> Result<House, Refused> {
    let (region, calendar) = fit_to_start(&config)?;
    let vault = Vault::open_or_create(&config.data).map_err(Refused::one)?;
    let db = open_database(&config, &vault).await?;
    let papers = open_papers(&config, &vault)?;
    let desk = PaperDesk::new(HeicTool::find(&config.data.join("work")));
    let speech = Arc::new(voice::open(&config.voice, &config.data, vault.clone()));
    let world = world(Arc::new(db.clone()), &vault, PaperRoom { desk, store: papers.clone() }, region, calendar);
    let marked = db.meta(META_DEMO).await.map_err(Refused::one)?;
    let shared = shared_data(&config, marked.as_deref() == Some(world.region.code.as_str()), &world.region)?;
    let hearing = hearing::open(&config.hearing, &config.data);
    let world = World { speech, shared, hearing, press: press::open(&config.fonts, &config.data), ..world };
    Ok(House { config: Arc::new(config), world, db, vault, papers })
}

/// Which adapter fills which port. `papers`: the desk that checks files and the store that keeps them.
pub fn world(store: Arc<dyn Store>, vault: &Vault, papers: PaperRoom, region: Region, calendar: WorkCalendar) -> World {
    World {
        store: GuardedStore::new(store),
        papers: Arc::new(papers),
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        seals: Arc::new(vault.clone()),
        passwords: Arc::new(StaffAccess),
        face: Arc::new(NoFaceCheck),
        shared: Arc::new(NoSharedData),
        // Nobody speaks until `open` has looked for a voice.
        speech: Arc::new(voice::Room::silent(vault)),
        // Nobody listens until `open` has looked for a recogniser.
        hearing: Arc::new(NoHearing),
        // Nothing is printed until `open` has looked for fonts.
        press: Arc::new(NoPress),
        region: Arc::new(region),
        calendar: Arc::new(calendar),
    }
}

/// Definitions with their texts, the region, the calendar: all mistakes of all three together, before anything is made or opened.
fn fit_to_start(config: &Config) -> Result<(Region, WorkCalendar), Refused> {
    let mut faults = app::fit::packed().to_vec();
    let region = read_region(config).map_err(|refused| faults.extend(refused.0)).ok();
    let calendar = calendar_for(china_date(jiff::Timestamp::now()).year()).map_err(|refused| faults.extend(refused.0)).ok();
    match (region, calendar) {
        (Some(region), Some(calendar)) if faults.is_empty() => Ok((region, calendar)),
        _ => Err(Refused(faults)),
    }
}

/// Whose records are looked up. `demo`: these are invented people.
fn shared_data(config: &Config, demo: bool, region: &Region) -> Result<Arc<dyn SharedData>, Refused> {
    match config.shared_data {
        SharedEngine::Auto | SharedEngine::Demo if demo => Ok(Arc::new(DemoSharedData::open(region).map_err(Refused::one)?)),
        _ => Ok(Arc::new(NoSharedData)),
    }
}

fn read_region(config: &Config) -> Result<Region, Refused> {
    match &config.region_file {
        None => app::data::region("the demonstration county", app::data::DEMO_REGION).map_err(Refused),
        Some(path) => {
            let name = path.display().to_string();
            let text = std::fs::read_to_string(path).map_err(|e| Refused::one(format!("the region file {name} cannot be read: {e}")))?;
            app::data::region(&name, &text).map_err(Refused)
        }
    }
}

/// Promises are made in working days: without the holiday table of this and the next year nothing is promised.
pub fn calendar_for(year: i16) -> Result<WorkCalendar, Refused> {
    let calendar = app::data::calendar().map_err(Refused)?;
    calendar.covers(year..=year + 1).map_err(|missing| {
        Refused::one(format!("there is no holiday table for {0}: add app/data/calendar/{0}.toml and build again", missing.year))
    })?;
    Ok(calendar)
}

async fn open_database(config: &Config, vault: &Vault) -> Result<Db, Refused> {
    let db = match &config.database_url {
        Some(url) => Db::open(&url.0, vault.clone()).await,
        None => Db::sqlite(&config.data.join("yibao.db"), vault.clone()).await,
    };
    let db = db.map_err(Refused::one)?;
    db.migrate().await.map_err(Refused::one)?;
    let ours = vault.fingerprint();
    match db.meta(META_VAULT).await.map_err(Refused::one)? {
        None => db.put_meta(META_VAULT, &ours).await.map_err(Refused::one)?,
        Some(kept) if kept == ours => {}
        Some(_) => {
            return Err(Refused::one(format!(
                "the keys in {} do not belong to this database: bring back the key file that was made with it",
                config.data.display()
            )));
        }
    }
    Ok(db)
}

fn open_papers(config: &Config, vault: &Vault) -> Result<PaperStore, Refused> {
    match &config.storage {
        Storage::Local => PaperStore::local(&config.data.join("papers"), vault.clone()).map_err(Refused::one),
        #[cfg(feature = "s3")]
        Storage::S3(settings) => PaperStore::s3(settings, vault.clone()).map_err(Refused::one),
        #[cfg(not(feature = "s3"))]
        Storage::S3(_) => Err(Refused::one("storage s3 needs a server that was built with --features s3")),
    }
}

impl House {
    /// The county whose demonstration data this database holds.
    pub async fn demo_marker(&self) -> Result<Option<String>, Refused> {
        self.db.meta(META_DEMO).await.map_err(Refused::one)
    }

    /// The site that is served, and whether codes reach anybody.
    pub async fn site(&self) -> Result<(Site, CodesState), Refused> {
        let marker = self.demo_marker().await?;
        if marker.as_ref().is_some_and(|county| county != self.world.region.code.as_str()) {
            return Err(Refused::one("this database holds demo data of another county than the region file: use another data folder"));
        }
        if marker.is_none() && self.config.hearing.engine == HearingEngine::StandIn {
            return Err(Refused::one("hearing.engine = \"stand-in\" understands nobody: it is for demo data only"));
        }
        if marker.is_none() && self.config.shared_data == SharedEngine::Demo {
            return Err(Refused::one("shared_data.engine = \"demo\" is made up: it is for demo data only"));
        }
        let codes = codes_state(marker.is_some(), &self.config.sms).map_err(Refused::one)?;
        let web = &self.config.web;
        let options = Options {
            // With a public address a proxy of ours stands on loopback too: the page would be open to the world.
            demo: marker.is_some() && web.listen.ip().is_loopback() && web.public_url.is_none(),
            codes_on: codes != CodesState::Off,
            halls: self.config.limits.halls.iter().flat_map(|hall| hall.addresses.clone()).collect(),
            proxies: web.trusted_proxies.clone(),
            sessions: self.world.region.sessions.value,
            timers: Default::default(),
        };
        let site = Site {
            world: self.world.clone(),
            card: Arc::new(card(&self.world.region)),
            kept: Arc::default(),
            heard: Arc::default(),
            options: Arc::new(options),
        };
        Ok((site, codes))
    }
}

/// The help card of every page: the county's telephone and its own desk.
pub fn card(region: &Region) -> RegionCard {
    let desk = region.nearest_desk(region.code.as_str());
    let of = |what: fn(&domain::region::Desk) -> &String| desk.map(what).cloned().unwrap_or_default();
    RegionCard {
        unit_name: region.unit_name.clone(),
        office_name: of(|d| &d.name),
        phone: region.hotline.number.clone(),
        phone_hours: region.hotline.hours.clone(),
        address: of(|d| &d.address),
        hours: of(|d| &d.hours),
        bring: region.bring.clone(),
    }
}
