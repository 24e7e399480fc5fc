//! The shared harness: a whole site in a temporary folder, a small cast, and browsers that keep cookies, fill in the hidden
//! fields of forms and read codes from the outbox. Every test file says `mod common;`.
#![allow(dead_code, unused_imports, clippy::unwrap_used, clippy::expect_used)]

pub mod browser;
pub mod cast;
pub mod html;

pub use browser::{Browser, Page};

use app::cx::RegionCard;
use app::ports::fake::{FakeClock, FakeSharedData};
use app::ports::{Change, Clock, OutboxSms, Person, Staff, World};
use axum::Router;
use domain::person::Phone;
use jiff::{SignedDuration, Timestamp};
use sea_orm::ConnectionTrait;
use server::adapters::db::Db;
use server::adapters::paper_room::PaperRoom;
use server::files::{HeicTool, PaperDesk, PaperStore};
use server::http::kept::Kept;
use server::site::{Options, Site};
use server::vault::Vault;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

static TURN: AtomicU32 = AtomicU32::new(0);

/// A running site without a network: requests go straight into the router.
pub struct TestSite {
    pub site: Site,
    pub world: World,
    pub clock: Arc<FakeClock>,
    /// Other offices; nobody is connected until a test says so.
    pub shared: Arc<FakeSharedData>,
    pub db: Db,
    pub router: Router,
    vault: Vault,
    folder: PathBuf,
    schema: Option<String>,
    browsers: AtomicU32,
}

impl TestSite {
    /// SQLite in a temporary folder, with the cast. The clock stands at nine in the morning, Monday 2 March 2026, and
    /// moves one second with every request.
    pub async fn new() -> TestSite {
        TestSite::with(Options::default()).await
    }

    pub async fn with(options: Options) -> TestSite {
        let folder = folder();
        let vault = Vault::in_memory().unwrap();
        let db = Db::sqlite(&folder.join("yibao.db"), vault.clone()).await.unwrap();
        TestSite::on(db, vault, folder, options).await
    }

    /// The same on PostgreSQL, in a schema of its own. Call `close` at the end of the test.
    pub async fn on_postgres() -> TestSite {
        let url = postgres_url();
        let schema = format!("site_test_{}_{}", std::process::id(), TURN.fetch_add(1, Ordering::SeqCst));
        let vault = Vault::in_memory().unwrap();
        let admin = Db::postgres(&url, None, vault.clone()).await.expect("PostgreSQL for tests");
        admin.connections()[0].execute_unprepared(&format!("CREATE SCHEMA {schema}")).await.unwrap();
        let db = Db::postgres(&url, Some(&schema), vault.clone()).await.unwrap();
        let mut site = TestSite::on(db, vault, folder(), Options::default()).await;
        site.schema = Some(schema);
        site
    }

    /// Another server on the same PostgreSQL database: connections and memory of its own, the same keys, the same clock.
    pub async fn beside(&self) -> TestSite {
        let db = Db::postgres(&postgres_url(), self.schema.as_deref(), self.vault.clone()).await.unwrap();
        TestSite::served(db, self.vault.clone(), folder(), Options::default(), self.clock.clone())
    }

    /// Drops the schema. A failing test leaves it behind to be looked at.
    pub async fn close(self) {
        if let Some(schema) = &self.schema {
            self.db.connections()[0].execute_unprepared(&format!("DROP SCHEMA {schema} CASCADE")).await.unwrap();
        }
    }

    async fn on(db: Db, vault: Vault, folder: PathBuf, options: Options) -> TestSite {
        db.migrate().await.unwrap();
        let test = TestSite::served(db, vault, folder, options, World::fake().clock);
        cast::fill(&test).await;
        test
    }

    fn served(db: Db, vault: Vault, folder: PathBuf, options: Options, clock: Arc<FakeClock>) -> TestSite {
        let papers = PaperRoom { desk: PaperDesk::new(HeicTool::find(&folder)), store: PaperStore::in_memory(vault.clone()) };
        let region = app::data::region("990101.toml", app::data::DEMO_REGION).unwrap();
        let real = server::state::world(Arc::new(db.clone()), &vault, papers, region, app::data::calendar().unwrap());
        let shared = Arc::new(FakeSharedData::default());
        let world = World { clock: clock.clone(), shared: shared.clone(), ..real };
        let card = Arc::new(RegionCard::sample());
        let site = Site { world: world.clone(), card, kept: Arc::new(Kept::default()), heard: Arc::default(), options: Arc::new(options) };
        let router = server::http::router(site.clone());
        TestSite { site, world, clock, shared, db, router, vault, folder, schema: None, browsers: AtomicU32::new(0) }
    }

    /// Somebody else on the same SQLite file.
    pub async fn second_connection(&self) -> sea_orm::DatabaseConnection {
        let mut options = sea_orm::ConnectOptions::new(format!("sqlite:{}", self.folder.join("yibao.db").display()));
        options.max_connections(1).sqlx_logging(false);
        sea_orm::Database::connect(options).await.unwrap()
    }

    /// A new browser: no cookies, an address of its own.
    pub fn browser(&self) -> Browser<'_> {
        let turn = self.browsers.fetch_add(1, Ordering::SeqCst);
        Browser::new(self, format!("198.51.{}.{}", turn / 250, turn % 250 + 1))
    }

    /// A browser in which this person has signed in.
    pub async fn signed_in(&self, person: &str) -> Browser<'_> {
        let mut browser = self.browser();
        browser.sign_in(person).await;
        browser
    }

    /// A browser in which this clerk has signed in.
    pub async fn at_desk(&self, user_name: &str) -> Browser<'_> {
        let mut browser = self.browser();
        browser.sign_in_staff(user_name).await;
        browser
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn forward(&self, span: SignedDuration) {
        self.clock.set(self.now() + span);
    }

    pub fn forward_minutes(&self, minutes: i64) {
        self.forward(SignedDuration::from_mins(minutes));
    }

    pub async fn commit(&self, changes: Vec<Change>) {
        self.world.store.commit(changes).await.unwrap();
    }

    pub async fn person(&self, id: &str) -> Person {
        self.world.store.person(&domain::ids::PersonId::new(id)).await.unwrap().unwrap()
    }

    pub async fn staff(&self, user_name: &str) -> Staff {
        self.world.store.staff_by_user_name(user_name).await.unwrap().unwrap()
    }

    /// All messages to this phone, newest first.
    pub async fn sms_to(&self, phone: &Phone) -> Vec<OutboxSms> {
        let mut all = self.world.store.outbox(10_000).await.unwrap();
        all.retain(|sms| sms.to == *phone);
        all
    }

    /// The newest six-digit code sent to this person's phone on record.
    pub async fn code_of(&self, person: &str) -> String {
        let phone = self.person(person).await.phone.expect("has a phone");
        self.newest_code(&phone).await
    }

    pub async fn newest_code(&self, phone: &Phone) -> String {
        let sms = self.sms_to(phone).await.into_iter().find(|sms| sms.purpose == "code").expect("a code was sent");
        domain::person::Code::parse(&sms.text).expect("six digits in the message").plain().to_owned()
    }

    /// The one-time password of a clerk now.
    pub async fn totp(&self, user_name: &str) -> String {
        cast::totp_now(&self.staff(user_name).await.totp_secret, self.now())
    }
}

impl Drop for TestSite {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn postgres_url() -> String {
    let url = ["YIBAO_TEST_PG", "TEST_POSTGRES_URL"].iter().find_map(|name| std::env::var(name).ok());
    url.unwrap_or_else(|| "postgres://postgres@127.0.0.1:5432/test".into())
}

fn folder() -> PathBuf {
    let turn = TURN.fetch_add(1, Ordering::SeqCst);
    let folder = std::env::temp_dir().join(format!("yibao-test-{}-{turn}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
