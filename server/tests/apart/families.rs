//! Two families in one county, alike in everything but their names: an elder with a draft, a case, papers, messages, a paper
//! slip, and a daughter who helps her. Whoever mixes them up shows a word of the other.
//! Long because each thing that a family can own is made here once.

use app::cx::RegionCard;
use app::ports::fake::FakeWorld;
use app::ports::*;
use axum::body::Body;
use axum::http::{Request, header};
use domain::assist::{Assisted, AssistedAct, Look, Told};
use domain::case::draft::Purpose;
use domain::case::{Case, Channel, Draft, DraftState, FiledBy, PaperRef};
use domain::catalog::{Answers, ItemCode};
use domain::family::watch::{Finding, Pattern, Seen};
use domain::family::{Agreement, Grant, GrantState, Scope};
use domain::ids::*;
use domain::ledger::By;
use domain::notice::{Notice, NoticeKind};
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::rating::{Level, Rating, Said, Stage};
use domain::review::Tier;
use domain::sound::{VoiceMessage, Words};
use jiff::civil::date;
use server::http::visit::session_id;
use server::site::{Options, Site};
use std::sync::Arc;
use tower::ServiceExt;

const VILLAGE: &str = "990101001001";

/// The names of a family's things.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    pub key: &'static str,
    elder: &'static str,
    daughter: &'static str,
    city: &'static str,
    pub reference: &'static str,
    order: u16,
}

pub const FIRST: Family =
    Family { key: "first", elder: "东方明月", daughter: "东方小雨", city: "云梯市", reference: "2345883864", order: 2 };
pub const SECOND: Family =
    Family { key: "second", elder: "司马秋水", daughter: "司马春山", city: "慢灯市", reference: "3456883865", order: 42 };

impl Family {
    pub fn id(&self, what: &str) -> String {
        format!("{}-{what}", self.key)
    }
    /// What nobody outside the family may ever read.
    pub fn secrets(&self) -> Vec<String> {
        let numbers = [0, 2].map(|n| number(self.order + n).plain().to_owned());
        let phones = [0, 2].map(|n| phone(self.order + n).plain().to_owned());
        let words = [self.elder, self.daughter, self.city].map(str::to_owned);
        // Masked names tell as much here: no other family has these surnames.
        let masked = [self.elder, self.daughter].map(|n| Name::parse(n).unwrap().masked());
        numbers.into_iter().chain(phones).chain(words).chain(masked).collect()
    }
}

fn number(order: u16) -> IdNumber {
    IdNumber::compose("990101", date(1951, 7, 23), order).unwrap()
}

fn phone(order: u16) -> Phone {
    Phone::parse(&format!("1000000{order:04}")).unwrap()
}

/// Who knocks, as her session says.
#[derive(Debug, Clone)]
pub struct Member {
    pub name: &'static str,
    pub of: SessionOf,
    whose: String,
}

impl Family {
    pub fn elder_herself(&self) -> Member {
        self.resident("the elder", "elder", None)
    }
    pub fn daughter_herself(&self) -> Member {
        self.resident("the daughter in her own name", "daughter", None)
    }
    pub fn daughter_acting(&self) -> Member {
        self.resident("the daughter for her mother", "daughter", Some("grant"))
    }
    pub fn all(&self) -> [Member; 3] {
        [self.elder_herself(), self.daughter_herself(), self.daughter_acting()]
    }
    fn resident(&self, name: &'static str, person: &str, grant: Option<&str>) -> Member {
        let of = SessionOf::Resident {
            person: PersonId::new(self.id(person)),
            acting: grant.map(|g| GrantId::new(self.id(g))),
            own_phone: false,
        };
        let subject = self.id(if grant.is_some() { "elder" } else { person });
        Member { name, of, whose: format!("resident|{}|{subject}", self.id(person)) }
    }
    /// A clerk of the village with this elder before her.
    pub fn at_the_counter(&self) -> Member {
        let present = Some(Present { person: PersonId::new(self.id("elder")), card_checked: true, beside: None });
        let of = SessionOf::Staff { staff: StaffId::new("clerk"), present };
        Member { name: "a clerk with the elder before her", of, whose: format!("staff|clerk|{}", self.id("elder")) }
    }
}

pub struct Answer {
    pub status: u16,
    pub body: String,
}

pub struct County {
    pub fake: FakeWorld,
    router: axum::Router,
}

impl County {
    pub async fn new() -> County {
        let fake = World::fake();
        let world = fake.world.clone();
        world.store.commit(vec![Change::SaveStaff(Box::new(clerk()))]).await.unwrap();
        for family in [FIRST, SECOND] {
            world.store.commit(family.people()).await.unwrap();
            world.store.commit(family.things(world.now())).await.unwrap();
            world.papers.keep(&family.id("paper"), format!("\u{0}{}", family.city).into_bytes(), "a.jpg").await.unwrap_err();
            let photo = [b"\xFF\xD8 ".as_slice(), family.city.as_bytes()].concat();
            world.papers.keep(&family.id("paper"), photo, "a.jpg").await.unwrap();
        }
        let site = Site {
            world,
            card: Arc::new(RegionCard::sample()),
            kept: Arc::default(),
            heard: Arc::default(),
            options: Arc::new(Options::default()),
        };
        County { router: server::http::router(site), fake }
    }

    /// Signed in; the cookie and the key of her forms.
    pub async fn enter(&self, member: &Member) -> (String, String) {
        let world = &self.fake.world;
        let token = format!("{}{}", world.new_id(), member.whose.len());
        let now = world.now();
        let session = Session {
            id: session_id(world, &token),
            of: member.of.clone(),
            created_at: now,
            last_seen: now,
            device: String::new(),
            stash: None,
        };
        world.store.commit(vec![Change::PutSession(Box::new(session))]).await.unwrap();
        (format!("__Host-yibao={token}"), self.key_of(member))
    }

    /// What her forms carry.
    pub fn key_of(&self, member: &Member) -> String {
        self.fake.world.seals.mac("form", &member.whose)
    }

    pub async fn get(&self, cookie: &str, path: &str) -> Answer {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, cookie: &str, path: &str, fields: &[(String, String)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    pub async fn upload(&self, cookie: &str, path: &str, fields: &[(String, String)]) -> Answer {
        let mut body = String::new();
        for (name, value) in fields {
            body.push_str(&format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }
        body.push_str("--b\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 x\r\n--b--\r\n");
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let location = response.headers().get(header::LOCATION).map_or("", |v| v.to_str().unwrap()).to_owned();
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let body = format!("{location}\n{}", String::from_utf8_lossy(&bytes));
        Answer { status, body: ["<span class=\"tied\">", "<span>", "</span>"].iter().fold(body, |b, tag| b.replace(tag, "")) }
    }

    /// Who of a family is signed in, and how much was written down about the elder.
    pub async fn traces(&self, family: Family) -> (Vec<SessionId>, usize) {
        let mut sessions = Vec::new();
        for what in ["elder", "daughter"] {
            let of = self.fake.store.sessions_of(&PersonId::new(family.id(what))).await.unwrap();
            sessions.extend(of.into_iter().map(|s| s.id));
        }
        let elder = PersonId::new(family.id("elder"));
        (sessions, self.fake.store.ledger().iter().filter(|row| row.line.subject.as_ref() == Some(&elder)).count())
    }

    /// Everything of a family that could be changed or taken away.
    pub async fn stock(&self, family: Family) -> String {
        let store = &self.fake.store;
        let mut all = Vec::new();
        for what in ["elder", "daughter"] {
            let id = PersonId::new(family.id(what));
            all.push(format!("{:?}", store.person(&id).await.unwrap()));
            all.push(format!("{:?} {:?}", store.slips_of(&id).await.unwrap(), store.notices(&id, 99).await.unwrap()));
            all.push(format!("{:?}", store.unsent_of(&id).await.unwrap().into_iter().map(|u| u.form).collect::<Vec<_>>()));
            all.push(format!(
                "{:?}",
                store.drafts_of(&id).await.unwrap().into_iter().map(|d| (d.id, d.answers.0, d.version)).collect::<Vec<_>>()
            ));
        }
        let elder = PersonId::new(family.id("elder"));
        all.push(format!("{:?}", store.grants_by_elder(&elder).await.unwrap()));
        let case = store.case(&CaseId::new(family.id("case"))).await.unwrap().unwrap();
        all.push(format!("{:?} {:?}", case.state, case.version));
        all.push(format!("{:?}", store.paper_owner(&PaperId::new(family.id("paper"))).await.unwrap()));
        all.push(format!("{:?}", self.fake.world.papers.read(&family.id("paper")).await.unwrap().is_some()));
        all.join("\n")
    }
}

impl Family {
    fn people(&self) -> Vec<Change> {
        let person = |what: &str, name: &str, n: u16| Person {
            id: PersonId::new(self.id(what)),
            name: Name::parse(name).unwrap(),
            id_number: number(self.order + n),
            phone: Some(phone(self.order + n)),
            nationality: Nationality::from_code("01").unwrap(),
            village: AreaCode::new(VILLAGE),
            insured: true,
            verified: Verified::ByData,
            alive: true,
            told_by: None,
            household: None,
            version: 0,
        };
        let people = [person("elder", self.elder, 0), person("daughter", self.daughter, 2)];
        people.map(|p| Change::SavePerson(Box::new(p))).into()
    }

    fn things(&self, now: jiff::Timestamp) -> Vec<Change> {
        let elder = PersonId::new(self.id("elder"));
        let by = By::Herself(elder.clone());
        let grant = |what: &str, state, agreed: bool| Grant {
            relation: "child".into(),
            scopes: Scope::OFFERED.into(),
            state,
            agreement: agreed.then_some(Agreement::OwnPhone { at: now }),
            seen_at: Some(now),
            ..Grant::request(
                GrantId::new(self.id(what)),
                elder.clone(),
                PersonId::new(self.id("daughter")),
                now,
                now + jiff::SignedDuration::from_hours(999),
            )
        };
        let answers = Answers::default().with("kind", "transfer").with("province", "33").with("city", self.city);
        let paper = PaperRef {
            id: PaperId::new(self.id("paper")),
            material: "transfer-letter".into(),
            mime: "image/jpeg".into(),
            size: 9,
            added_at: now,
            added_by: by.clone(),
            earlier: None,
        };
        let draft = Draft {
            id: DraftId::new(self.id("draft")),
            item: ItemCode::OutOfArea,
            item_version: 1,
            purpose: Purpose::New,
            subject: elder.clone(),
            begun_by: by.clone(),
            state: DraftState::Open,
            answers: answers.clone(),
            typed_by: Default::default(),
            papers: vec![paper.clone()],
            promised_later: vec![],
            shared: Vec::new(),
            created_at: now,
            updated_at: now,
            version: 0,
        };
        let proved = [("group", "sugar-thyroid"), ("disease", "m01600"), ("diagnosed-at", "演示医院"), ("diagnosed-on", "2026-01-05")];
        let offer = Draft {
            id: DraftId::new(self.id("offer")),
            item: ItemCode::Chronic,
            purpose: Purpose::Offered,
            begun_by: By::Rule,
            answers: proved.into_iter().fold(Answers::default(), |all, (field, value)| all.with(field, value)),
            papers: vec![],
            ..draft.clone()
        };
        let case = Case {
            answers,
            papers: vec![paper],
            settles_at: now + jiff::SignedDuration::from_mins(10),
            promised: date(2026, 3, 20),
            step_due: date(2026, 3, 10),
            ..Case::begun(
                CaseId::new(self.id("case")),
                self.reference.into(),
                ItemCode::OutOfArea,
                elder.clone(),
                AreaCode::new(VILLAGE),
                FiledBy { by, channel: Channel::Online },
                now,
            )
        };
        let notice = Notice {
            id: NoticeId::new(self.id("notice")),
            person: elder.clone(),
            kind: NoticeKind::CaseSubmitted,
            at: now,
            args: Default::default(),
            way: Default::default(),
            by_hand: None,
            read_at: None,
            delivered: None,
        };
        let slip = Slip {
            id: SlipId::new(self.id("slip")),
            person: elder.clone(),
            code_hash: self.id("code"),
            screen_hash: self.id("screen"),
            pin_hash: None,
            issued_by: StaffId::new("clerk"),
            issued_at: now,
            tries: 0,
            state: SlipState::Ready,
            version: 0,
        };
        let message = VoiceMessage {
            id: VoiceMessageId::new(self.id("message")),
            subject: elder.clone(),
            village: AreaCode::new(VILLAGE),
            about: None,
            left_by: By::Herself(elder.clone()),
            left_at: now,
            until: now + jiff::SignedDuration::from_hours(999),
            seconds: 3,
            words: Words::Written(self.city.into()),
            heard: vec![],
            done: None,
            version: 0,
        };
        let said = Said { words: self.city.into(), ..Said::level(Level::Bad, By::Herself(elder.clone()), now) };
        let mut rating = Rating {
            id: RatingId::new(self.id("rating")),
            case: CaseId::new(self.id("case")),
            reference: self.reference.into(),
            item: ItemCode::OutOfArea,
            stage: Stage::Received,
            subject: elder.clone(),
            desk: AreaCode::new(VILLAGE),
            worker: None,
            at: now,
            said: said.clone(),
            again: None,
            remedy: None,
            earlier: vec![],
            version: 0,
        };
        rating.say(said, jiff::civil::date(2026, 3, 3), jiff::civil::date(2026, 3, 23));
        let grants = [GrantId::new(self.id("grant"))].into();
        let seen = Seen::of_grants(Pattern::ManyDisputes, PersonId::new(self.id("daughter")), grants, 2);
        let finding = Finding::new(FindingId::new(self.id("finding")), seen, now);
        let assisted = Assisted {
            id: AssistedId::new(self.id("assisted")),
            assistant: StaffId::new("assistant"),
            subject: elder.clone(),
            village: AreaCode::new(VILLAGE),
            act: AssistedAct::File,
            reference: Some(self.reference.into()),
            told: Told::Phone,
            at: now,
            look: Look::Quiet,
            version: 0,
        };
        let unsent = Unsent {
            id: self.id("unsent"),
            helper: PersonId::new(self.id("daughter")),
            grant: GrantId::new(self.id("grant")),
            item: ItemCode::OutOfArea,
            step: "city".into(),
            form: vec![("city-own".into(), self.city.into())],
            at: now,
        };
        vec![
            Change::SaveGrant(Box::new(grant("grant", GrantState::Active, true))),
            Change::SaveGrant(Box::new(grant("paused", GrantState::Paused, true))),
            Change::SaveGrant(Box::new(grant("request", GrantState::Requested, false))),
            Change::SaveDraft(Box::new(draft)),
            Change::SaveDraft(Box::new(offer)),
            Change::SaveCase(Box::new(case)),
            Change::PutNotice(Box::new(notice)),
            Change::SaveSlip(Box::new(slip)),
            Change::PutUnsent(Box::new(unsent)),
            Change::SaveRating(Box::new(rating)),
            Change::SaveVoiceMessage(Box::new(message)),
            Change::SaveFinding(Box::new(finding)),
            Change::SaveAssisted(Box::new(assisted)),
        ]
    }
}

fn clerk() -> Staff {
    Staff {
        id: StaffId::new("clerk"),
        user_name: "clerk".into(),
        display_name: "云溪村服务点 03 号".into(),
        person: None,
        tier: Tier::Village,
        desk: AreaCode::new(VILLAGE),
        supervisor: false,
        declared: vec![],
        password_hash: "hash:x".into(),
        totp_secret: "FAKE-SECRET".into(),
        totp_last_step: 0,
        kind: Default::default(),
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: vec![],
        active: true,
        version: 0,
    }
}
