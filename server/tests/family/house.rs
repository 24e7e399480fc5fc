//! A house for these tests: the whole site over a world in memory, invented people, browsers that keep their cookie
//! and send forms as a page shows them.
//! Long because it holds every step that the journeys of families share.

use app::cx::RegionCard;
use app::ports::fake::FakeWorld;
use app::ports::{Change, Person, Session, SessionOf, Staff, Store, Verified, World};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use domain::family::{Grant, GrantState};
use domain::ids::{AreaCode, GrantId, PersonId, StaffId};
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::region::Region;
use domain::review::Tier;
use jiff::civil::date;
use server::http::kept::Kept;
use server::http::visit::session_id;
use server::site::{Options, Site};
use std::sync::Arc;
use tower::ServiceExt;

pub const VILLAGE: &str = "990101001001";
/// The answer before any code is sent.
pub const URGED_BY_NOBODY: &[(&str, &str)] = &[("urged", "no")];

pub struct House {
    pub fake: FakeWorld,
    router: Router,
}

/// One person's browser: its cookie, and what it saw last.
#[derive(Clone)]
pub struct Browser {
    pub cookie: String,
}

#[derive(Debug, Clone)]
pub struct Page {
    pub status: u16,
    pub html: String,
    pub location: String,
}

impl Page {
    /// Where a finished form leads.
    #[track_caller]
    pub fn leads(self) -> String {
        assert_eq!(self.status, 303, "{}", self.words());
        self.location
    }
    #[track_caller]
    pub fn is(self, status: u16) -> Page {
        assert_eq!(self.status, status, "{} {}", self.location, self.words());
        self
    }
    /// The text of the main part, without markup.
    pub fn words(&self) -> String {
        let main = self.html.split("<main").nth(1).and_then(|m| m.split("</main>").next()).unwrap_or(&self.html);
        let mut words = String::new();
        let mut inside = true;
        for c in main.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => words.push(c),
                _ => {}
            }
        }
        words
    }
    #[track_caller]
    pub fn says(self, words: &str) -> Page {
        assert!(self.words().contains(words), "「{words}」 is not in: {}", self.words());
        self
    }
    #[track_caller]
    pub fn does_not_say(self, words: &str) -> Page {
        assert!(!self.words().contains(words), "「{words}」 is in: {}", self.words());
        self
    }
    /// The hidden keys of the form that goes to `action`.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let start = self.html.find(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("no form to {action}: {}", self.words()));
        let form = self.html[start..].split("</form>").next().unwrap();
        let hidden = |name: &str| {
            let at = form.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name}"));
            form[at..].split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        Form { action: action.to_owned(), fields: vec![("csrf".into(), hidden("csrf")), ("once".into(), hidden("once"))] }
    }
    pub fn has_form(&self, action: &str) -> bool {
        self.html.contains(&format!("action=\"{action}\""))
    }
}

/// A form as it stands on an open page; it can be sent much later.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    pub fn with(mut self, name: &str, value: &str) -> Form {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl House {
    pub async fn new() -> House {
        House::with(|_| ()).await
    }

    /// A house in a region that differs.
    pub async fn with(change: impl FnOnce(&mut Region)) -> House {
        let mut fake = World::fake();
        change(Arc::make_mut(&mut fake.world.region));
        let site = Site {
            world: fake.world.clone(),
            card: Arc::new(RegionCard::sample()),
            kept: Arc::new(Kept::default()),
            heard: Arc::default(),
            options: Arc::new(Options::default()),
        };
        let house = House { router: server::http::router(site), fake };
        let people = [
            person("mother", "王秀兰", 2, "13900000001", true, Verified::ByData),
            person("aunt", "周桂英", 4, "13900000003", true, Verified::ByData),
            person("stranger", "赵大山", 1, "13900000005", true, Verified::ByData),
            person("sharer", "孙有福", 3, "13900000006", true, Verified::ByData),
            person("sharer-too", "孙有田", 5, "13900000006", true, Verified::ByData),
            person("daughter", "李小梅", 6, "13900000002", false, Verified::ByClerk),
            person("newcomer", "李小兰", 8, "13900000004", false, Verified::No),
        ];
        let mut changes: Vec<Change> = people.into_iter().map(|p| Change::SavePerson(Box::new(p))).collect();
        let grandchild = Person {
            id_number: IdNumber::compose("990101", date(2015, 5, 1), 8).unwrap(),
            phone: None,
            ..person("grandchild", "李小苗", 8, "13900000009", true, Verified::ByData)
        };
        changes.push(Change::SavePerson(Box::new(grandchild)));
        changes.push(Change::SaveStaff(Box::new(clerk("clerk", None, &[]))));
        changes.push(Change::SaveStaff(Box::new(clerk("son-in-law", None, &["daughter"]))));
        for id in ["county-clerk", "county-other"] {
            let county = Staff { tier: Tier::County, desk: AreaCode::new("990101"), ..clerk(id, None, &[]) };
            changes.push(Change::SaveStaff(Box::new(county)));
        }
        house.fake.store.commit(changes).await.unwrap();
        house
    }

    pub async fn resident(&self, id: &str) -> Browser {
        self.session(SessionOf::Resident { person: PersonId::new(id), acting: None, own_phone: false }).await
    }

    pub async fn clerk(&self, id: &str) -> Browser {
        self.session(SessionOf::Staff { staff: StaffId::new(id), present: None }).await
    }

    async fn session(&self, of: SessionOf) -> Browser {
        let token = self.fake.world.new_id();
        let now = self.fake.world.now();
        let session = Session {
            id: session_id(&self.fake.world, &token),
            of,
            created_at: now,
            last_seen: now,
            device: "device-android".into(),
            stash: None,
        };
        self.fake.store.commit(vec![Change::PutSession(Box::new(session))]).await.unwrap();
        Browser { cookie: format!("__Host-yibao={token}") }
    }

    pub async fn get(&self, browser: &mut Browser, path: &str) -> Page {
        self.send(browser, Request::get(path), Body::empty()).await
    }

    /// Sends a form that may be old: what counts is what it carries.
    pub async fn post(&self, browser: &mut Browser, form: &Form) -> Page {
        // Time passes between two forms, so that the newest message is the newest.
        self.fake.clock.set(self.fake.world.now() + jiff::SignedDuration::from_secs(1));
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form.fields).finish();
        let request = Request::post(&form.action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(browser, request, Body::from(body)).await
    }

    /// A form on a slow line: while it is under way something else happens.
    pub async fn post_slowly(&self, browser: &mut Browser, form: &Form, meanwhile: impl Future<Output = ()> + Send + 'static) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form.fields).finish();
        let request = Request::post(&form.action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let rest = futures_util::stream::once(async move {
            meanwhile.await;
            Ok::<_, std::convert::Infallible>(body)
        });
        self.send(browser, request, Body::from_stream(rest)).await
    }

    /// Opens `page` and sends a photograph with its form.
    pub async fn photograph(&self, browser: &mut Browser, page: &str, action: &str, field: &str, fields: &[(&str, &str)]) -> Page {
        let form = fields.iter().fold(self.get(browser, page).await.form(action), |form, (name, value)| form.with(name, value));
        self.send_photograph(browser, &form, field).await
    }

    pub async fn send_photograph(&self, browser: &mut Browser, form: &Form, field: &str) -> Page {
        let mut body = Vec::new();
        for (name, value) in &form.fields {
            body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        let head = format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"a.jpg\"\r\n\r\n");
        body.extend(head.bytes().chain(*b"\xFF\xD8 sheet").chain(*b"\r\n--b--\r\n"));
        let request = Request::post(&form.action).header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
        self.send(browser, request, Body::from(body)).await
    }

    /// Opens `page`, fills the form that goes to `action`, sends it.
    pub async fn fill(&self, browser: &mut Browser, page: &str, action: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = self.get(browser, page).await.form(action);
        for (name, value) in fields {
            form = form.with(name, value);
        }
        self.post(browser, &form).await
    }

    async fn send(&self, browser: &mut Browser, request: axum::http::request::Builder, body: Body) -> Page {
        let request = request.header(header::COOKIE, &browser.cookie).header(header::HOST, "127.0.0.1").body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let text = |name| response.headers().get(name).and_then(|v: &axum::http::HeaderValue| v.to_str().ok()).unwrap_or("").to_owned();
        let (location, cookie) = (text(header::LOCATION), text(header::SET_COOKIE));
        if cookie.starts_with("__Host-yibao=") {
            browser.cookie = cookie.split(';').next().unwrap().to_owned();
        }
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        // What is kept together on a line is one word to a reader.
        let html = String::from_utf8_lossy(&bytes);
        let html = ["<span class=\"tied\">", "<span>", "</span>"].iter().fold(html.into_owned(), |html, tag| html.replace(tag, ""));
        Page { status, html, location }
    }

    /// Six digits of the newest message.
    pub async fn newest_code(&self) -> String {
        let all = self.fake.store.outbox(500).await.unwrap();
        let text = all.into_iter().find(|m| m.purpose == "code").unwrap().text;
        text.split(|c: char| !c.is_ascii_digit()).find(|d| d.len() == 6).unwrap_or_else(|| panic!("no code in {text}")).to_owned()
    }

    pub async fn messages_to(&self, phone: &str) -> Vec<String> {
        let all = self.fake.store.outbox(500).await.unwrap();
        all.into_iter().filter(|m| m.to.plain() == phone).map(|m| m.text).collect()
    }

    pub async fn grants_of(&self, elder: &str) -> Vec<Grant> {
        self.fake.store.grants_by_elder(&PersonId::new(elder)).await.unwrap()
    }

    pub async fn grant(&self, id: &GrantId) -> Grant {
        self.fake.store.grant(id).await.unwrap().unwrap()
    }

    /// The daughter asks the elder; the request's name.
    pub async fn asked(&self, asker: &str, elder: &str, scopes: &[&str]) -> GrantId {
        let mut browser = self.resident(asker).await;
        let who = self.fake.store.person(&PersonId::new(elder)).await.unwrap().unwrap();
        let page = self.ask(&mut browser, who.name.as_str(), who.id_number.plain(), scopes).await;
        assert_eq!(page.leads(), "/family?asked=1");
        let waits = |g: &Grant| g.helper.as_str() == asker && g.state == GrantState::Requested;
        self.grants_of(elder).await.into_iter().find(waits).unwrap().id
    }

    pub async fn ask(&self, browser: &mut Browser, name: &str, number: &str, scopes: &[&str]) -> Page {
        let mut fields = vec![("name", name), ("id_number", number), ("relation", "parent"), ("months", "3")];
        fields.extend(scopes.iter().map(|s| ("scopes", *s)));
        if scopes.iter().any(|s| *s == "apply" || *s == "hand-in-papers") {
            fields.push(("items", "all"));
        }
        self.fill(browser, "/family/ask", "/family/ask", &fields).await
    }

    /// Asked and agreed to on the elder's own phone.
    pub async fn agreed_by_phone(&self, helper: &str, elder: &str, scopes: &[&str]) -> GrantId {
        let id = self.asked(helper, elder, scopes).await;
        let mut browser = self.resident(elder).await;
        let page = format!("/helpers/{id}");
        self.fill(&mut browser, &page, &format!("{page}/code"), URGED_BY_NOBODY).await.leads();
        let code = self.newest_code().await;
        let to = self.fill(&mut browser, &page, &format!("{page}/agree"), &[("code", &code)]).await.leads();
        assert_eq!(to, format!("{page}?done=1"));
        id
    }

    /// As `agreed`, and a clerk has heard it from herself: nothing waits.
    pub async fn agreed(&self, helper: &str, elder: &str, scopes: &[&str]) -> GrantId {
        let id = self.agreed_by_phone(helper, elder, scopes).await;
        self.seen_at_counter(&id).await;
        id
    }

    pub async fn seen_at_counter(&self, id: &GrantId) {
        let mut clerk = self.clerk("clerk").await;
        let page = format!("/staff/grants/{id}");
        let said = [("act", "see"), ("how", "present"), ("shown", "id-card")];
        self.fill(&mut clerk, &page, &format!("{page}/change"), &said).await.leads();
    }

    /// Answers one page of a draft.
    pub async fn answer(&self, browser: &mut Browser, page: &str, fields: &[(&str, &str)]) -> Page {
        self.fill(browser, page, page, fields).await
    }

    /// A fresh draft, up to the question about the city: an emergency in 浙江.
    pub async fn begun(&self, browser: &mut Browser) -> String {
        let guide = "/guide/out-of-area";
        let kind = self.fill(browser, guide, "/file/out-of-area", &[]).await.leads();
        let place = self.answer(browser, &kind, &[("kind", "emergency")]).await.leads();
        self.answer(browser, &place, &[("province", "33")]).await.leads()
    }

    /// From the question about the city to the check page.
    pub async fn finished(&self, browser: &mut Browser, city: &str) -> String {
        let mut page = city.to_owned();
        for fields in [
            &[("city", "own"), ("city-own", "云梯市")][..],
            &[("start_year", "2026"), ("start_month", "3"), ("start_day", "4")],
            &[("end-unsure", "unsure")],
            &[("contact-name", "李小梅"), ("contact-phone", "13900000002")],
        ] {
            page = self.answer(browser, &page, fields).await.leads();
        }
        page
    }

    /// Sends the filled draft; the reference.
    pub async fn submitted(&self, browser: &mut Browser, check: &str) -> String {
        let receipt = self.fill(browser, check, check, &[("signed", "yes")]).await.leads();
        receipt.split('/').nth(2).unwrap().to_owned()
    }

    /// The helper's browser, acting under the grant.
    pub async fn acting(&self, helper: &str, grant: &GrantId) -> Browser {
        let mut browser = self.resident(helper).await;
        self.fill(&mut browser, "/family", &format!("/family/act/{grant}"), &[]).await.leads();
        browser
    }
}

pub fn number(order: u16) -> IdNumber {
    IdNumber::compose("990101", date(1952, 3, 7), order).unwrap()
}

fn person(id: &str, name: &str, order: u16, phone: &str, insured: bool, verified: Verified) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse(name).unwrap(),
        id_number: number(order),
        phone: Some(Phone::parse(phone).unwrap()),
        nationality: Nationality::ALL[0],
        village: AreaCode::new(if insured { VILLAGE } else { "990101" }),
        insured,
        verified,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

fn clerk(id: &str, person: Option<&str>, declared: &[&str]) -> Staff {
    Staff {
        id: StaffId::new(id),
        user_name: id.into(),
        display_name: "云溪村服务点 03 号".into(),
        person: person.map(PersonId::new),
        tier: Tier::Village,
        desk: AreaCode::new(VILLAGE),
        supervisor: false,
        kind: Default::default(),
        declared: declared.iter().map(|p| PersonId::new(*p)).collect(),
        password_hash: "hash:x".into(),
        totp_secret: "x".into(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: vec![],
        active: true,
        version: 0,
    }
}
