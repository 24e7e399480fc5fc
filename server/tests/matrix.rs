//! Every door × everybody who may stand before it. The doors come from the product's own table; who may enter is
//! written down here once more, by hand, so that a slip in the table is seen.
//! Long because the whole table stands in one place to be read from top to bottom.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::cx::RegionCard;
use app::ports::fake::FakeWorld;
use app::ports::*;
use app::routes::{Body as Carries, DOORS, Door, DoorName as D, Method};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::assist::{About, Assistant, Beside, Organisation, Shown, StaffKind, Stopped, Told, TwoDigits};
use domain::case::draft::Purpose;
use domain::case::{Case, CaseState, Channel, Draft, DraftState, FiledBy, PaperRef};
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

/// Valid by its check digit.
const REFERENCE: &str = "2345883864";

/// Everybody the issue names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Anonymous,
    Elder,
    Stranger,
    UnverifiedHelper,
    HelperInScope,
    HelperOutOfScope,
    HelperPaused,
    Village,
    Township,
    County,
    OtherVillage,
    Supervisor,
    /// 帮办人员 with nobody beside her.
    AssistantAlone,
    /// With the elder beside her: card and face checked, the number the same.
    AssistantBeside,
    /// The same, and nobody has compared the number.
    AssistantUncompared,
    /// A supervisor has stopped her.
    AssistantStopped,
    /// With somebody of another area beside her.
    AssistantAway,
}

const ALL: [Who; 17] = [
    Who::Anonymous,
    Who::Elder,
    Who::Stranger,
    Who::UnverifiedHelper,
    Who::HelperInScope,
    Who::HelperOutOfScope,
    Who::HelperPaused,
    Who::Village,
    Who::Township,
    Who::County,
    Who::OtherVillage,
    Who::Supervisor,
    Who::AssistantAlone,
    Who::AssistantBeside,
    Who::AssistantUncompared,
    Who::AssistantStopped,
    Who::AssistantAway,
];

impl Who {
    fn staff(self) -> bool {
        matches!(self, Who::Village | Who::Township | Who::County | Who::OtherVillage | Who::Supervisor)
    }
    fn assists(self) -> bool {
        matches!(self, Who::AssistantAlone | Who::AssistantBeside | Who::AssistantUncompared | Who::AssistantStopped | Who::AssistantAway)
    }
    fn acting(self) -> bool {
        matches!(self, Who::HelperInScope | Who::HelperOutOfScope | Who::HelperPaused)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// She got in: a page, a way onward, or a word about her form or the state of things.
    In,
    /// First sign in.
    SignIn,
    /// Not hers, not allowed, or not shown to exist.
    Out,
}

fn person(id: &str, order: u16, verified: Verified) -> Person {
    Person {
        id: PersonId::new(id),
        name: Name::parse("柏松云").unwrap(),
        id_number: IdNumber::compose("990101", date(1951, 7, 23), order).unwrap(),
        phone: Some(Phone::parse(&format!("1000000{order:04}")).unwrap()),
        nationality: Nationality::from_code("01").unwrap(),
        village: AreaCode::new("990101001001"),
        insured: verified == Verified::ByData,
        verified,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    }
}

fn clerk(id: &str, tier: Tier, desk: &str, supervisor: bool) -> Staff {
    Staff {
        id: StaffId::new(id),
        user_name: id.into(),
        display_name: id.into(),
        person: None,
        tier,
        desk: AreaCode::new(desk),
        supervisor,
        kind: Default::default(),
        declared: vec![],
        password_hash: "hash:x".into(),
        totp_secret: "FAKE-SECRET".into(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: false,
        away: None,
        failed_since: vec![],
        active: true,
        version: 0,
    }
}

fn assistant(id: &str, desk: &str, stopped: bool) -> Staff {
    let stopped = stopped.then(|| Stopped { at: jiff::Timestamp::UNIX_EPOCH, by: StaffId::new("supervisor"), act: AssistedId::new("act") });
    Staff { kind: StaffKind::Assistant(Assistant { of: Organisation::Bank, stopped }), ..clerk(id, Tier::Village, desk, false) }
}

struct Room {
    fake: FakeWorld,
    router: axum::Router,
}

impl Room {
    async fn new() -> Room {
        let fake = World::fake();
        let now = fake.world.now();
        let mut changes: Vec<Change> = [
            person("elder", 2, Verified::ByData),
            person("stranger", 4, Verified::ByData),
            person("helper", 6, Verified::ByClerk),
            person("unverified", 8, Verified::No),
        ]
        .map(|p| Change::SavePerson(Box::new(p)))
        .into();
        for s in [
            clerk("village", Tier::Village, "990101001001", false),
            clerk("township", Tier::Township, "990101001", false),
            clerk("county", Tier::County, "990101", false),
            clerk("other-village", Tier::Village, "990101002001", false),
            clerk("supervisor", Tier::County, "990101", true),
            assistant("assistant", "990101001001", false),
            assistant("assistant-stopped", "990101001001", true),
            assistant("assistant-away", "990101002001", false),
        ] {
            changes.push(Change::SaveStaff(Box::new(s)));
        }
        let grant = |id: &str, scopes: &[Scope], state| Grant {
            relation: "child".into(),
            scopes: scopes.iter().copied().collect(),
            state,
            agreement: Some(Agreement::OwnPhone { at: now }),
            seen_at: Some(now),
            ..Grant::request(
                GrantId::new(id),
                PersonId::new("elder"),
                PersonId::new("helper"),
                now,
                now + jiff::SignedDuration::from_hours(999),
            )
        };
        // The letter of her grant; the same picture hangs on her case.
        let letter = PaperRef {
            id: PaperId::new("paper"),
            material: "grant-letter".into(),
            mime: "image/jpeg".into(),
            size: 9,
            added_at: now,
            added_by: By::Counter(StaffId::new("village")),
            earlier: None,
        };
        for g in [
            Grant { letter: Some(letter.id.clone()), papers: vec![letter], ..grant("in-scope", &Scope::ALL, GrantState::Active) },
            grant("out-of-scope", &[], GrantState::Active),
            grant("paused", &Scope::ALL, GrantState::Paused),
        ] {
            changes.push(Change::SaveGrant(Box::new(g)));
        }
        let by = By::Herself(PersonId::new("elder"));
        let paper = PaperRef {
            id: PaperId::new("paper"),
            material: "transfer-letter".into(),
            mime: "image/jpeg".into(),
            size: 9,
            added_at: now,
            added_by: by.clone(),
            earlier: None,
        };
        let answers = Answers::default().with("kind", "transfer");
        changes.push(Change::SaveDraft(Box::new(Draft {
            id: DraftId::new("draft"),
            item: ItemCode::OutOfArea,
            item_version: 1,
            purpose: Purpose::New,
            subject: PersonId::new("elder"),
            begun_by: by.clone(),
            state: DraftState::Open,
            answers: answers.clone(),
            typed_by: Default::default(),
            papers: vec![],
            promised_later: vec![],
            shared: Vec::new(),
            created_at: now,
            updated_at: now,
            version: 0,
        })));
        changes.push(Change::SaveCase(Box::new(Case {
            state: CaseState::AtVillage,
            answers,
            papers: vec![paper],
            promised: date(2026, 3, 20),
            step_due: date(2026, 3, 10),
            ..Case::begun(
                CaseId::new("case"),
                REFERENCE.into(),
                ItemCode::OutOfArea,
                PersonId::new("elder"),
                AreaCode::new("990101001001"),
                FiledBy { by, channel: Channel::Online },
                now,
            )
        })));
        changes.push(Change::PutNotice(Box::new(Notice {
            id: NoticeId::new("notice"),
            person: PersonId::new("elder"),
            kind: NoticeKind::CaseSubmitted,
            at: now,
            args: Default::default(),
            way: Default::default(),
            by_hand: None,
            read_at: None,
            delivered: None,
        })));
        let grants = [GrantId::new("in-scope"), GrantId::new("paused")].into();
        let seen = Seen::of_grants(Pattern::ManyElders, PersonId::new("elder"), grants, 2);
        changes.push(Change::SaveFinding(Box::new(Finding::new(FindingId::new("finding"), seen, now))));
        changes.push(Change::SaveVoiceMessage(Box::new(VoiceMessage {
            id: VoiceMessageId::new("message"),
            subject: PersonId::new("elder"),
            village: AreaCode::new("990101001001"),
            about: Some((CaseId::new("case"), REFERENCE.into())),
            left_by: By::Herself(PersonId::new("elder")),
            left_at: now,
            until: now + jiff::SignedDuration::from_hours(999),
            seconds: 3,
            words: Words::NotWritten,
            heard: vec![],
            done: None,
            version: 0,
        })));
        let said = Said::level(Level::Bad, By::Herself(PersonId::new("elder")), now);
        let mut rating = Rating {
            id: RatingId::new("rating"),
            case: CaseId::new("case"),
            reference: REFERENCE.into(),
            item: ItemCode::OutOfArea,
            stage: Stage::Received,
            subject: PersonId::new("elder"),
            desk: AreaCode::new("990101001001"),
            worker: None,
            at: now,
            said: said.clone(),
            again: None,
            remedy: None,
            earlier: vec![],
            version: 0,
        };
        rating.say(said, date(2026, 3, 3), date(2026, 3, 23));
        changes.push(Change::SaveRating(Box::new(rating)));
        fake.world.store.commit(changes).await.unwrap();
        fake.world.papers.keep_sound("message", b"RIFF".to_vec()).await.unwrap();
        fake.world.papers.keep("paper", b"\xFF\xD8 paper".to_vec(), "a.jpg").await.unwrap();
        let site = Site {
            world: fake.world.clone(),
            card: Arc::new(RegionCard::sample()),
            kept: Arc::default(),
            heard: Arc::default(),
            options: Arc::new(Options::default()),
        };
        Room { router: server::http::router(site), fake }
    }

    /// Signs somebody in by putting her session where sessions lie; returns cookie and form token.
    async fn sign_in(&self, who: Who) -> Option<(String, String)> {
        let resident = |id: &str, grant: Option<&str>| SessionOf::Resident {
            person: PersonId::new(id),
            acting: grant.map(GrantId::new),
            own_phone: false,
        };
        let beside = |id: &str, same: bool| SessionOf::Staff {
            staff: StaffId::new(id),
            present: Some(Present {
                person: PersonId::new("elder"),
                card_checked: true,
                beside: Some(Beside {
                    face_checked: true,
                    until: jiff::Timestamp::MAX,
                    told: Told::Phone,
                    shown: Some(Shown { number: TwoDigits::from_chance(7), about: About::Intake, at: jiff::Timestamp::UNIX_EPOCH }),
                    same: if same { vec![About::Intake, About::Send(DraftId::new("draft"), 1)] } else { vec![] },
                }),
            }),
        };
        let staff = |id: &str| SessionOf::Staff { staff: StaffId::new(id), present: None };
        let (of, whose) = match who {
            Who::Anonymous => return None,
            Who::Elder => (resident("elder", None), "resident|elder|elder"),
            Who::Stranger => (resident("stranger", None), "resident|stranger|stranger"),
            Who::UnverifiedHelper => (resident("unverified", None), "resident|unverified|unverified"),
            Who::HelperInScope => (resident("helper", Some("in-scope")), "resident|helper|elder"),
            Who::HelperOutOfScope => (resident("helper", Some("out-of-scope")), "resident|helper|elder"),
            Who::HelperPaused => (resident("helper", Some("paused")), "resident|helper|elder"),
            Who::Village => (staff("village"), "staff|village|"),
            Who::Township => (staff("township"), "staff|township|"),
            Who::County => (staff("county"), "staff|county|"),
            Who::OtherVillage => (staff("other-village"), "staff|other-village|"),
            Who::Supervisor => (staff("supervisor"), "staff|supervisor|"),
            Who::AssistantAlone => (staff("assistant"), "staff|assistant|"),
            Who::AssistantBeside => (beside("assistant", true), "staff|assistant|elder"),
            Who::AssistantUncompared => (beside("assistant", false), "staff|assistant|elder"),
            Who::AssistantStopped => (beside("assistant-stopped", true), "staff|assistant-stopped|elder"),
            Who::AssistantAway => (beside("assistant-away", true), "staff|assistant-away|elder"),
        };
        let token = format!("{who:?}");
        let world = &self.fake.world;
        let now = world.now();
        let session = Session { id: session_id(world, &token), of, created_at: now, last_seen: now, device: String::new(), stash: None };
        world.store.commit(vec![Change::PutSession(Box::new(session))]).await.unwrap();
        Some((format!("__Host-yibao={token}"), world.seals.mac("form", whose)))
    }
}

/// The elder's own things in place of the names in a path.
fn sample(path: &str) -> String {
    [
        ("{item}", "out-of-area"),
        ("{draft}", "draft"),
        ("{step}", "kind"),
        ("{material}", "transfer-letter"),
        ("{reference}", REFERENCE),
        ("{paper}", "paper"),
        ("{grant}", "in-scope"),
        ("{person}", "elder"),
        ("{slip}", "slip"),
        ("{notice}", "notice"),
        ("{message}", "message"),
        ("{rating}", "rating"),
        ("{stage}", "received"),
        ("{question}", "find"),
        ("{staff}", "village"),
        ("{assisted}", "assisted"),
        ("{act}", "take"),
        ("{finding}", "finding"),
        ("{card}", "1"),
        ("{desk}", "990101"),
        ("{answer}", "trick"),
    ]
    .iter()
    .fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
}

async fn knock(door: &Door, who: Who) -> (Verdict, StatusCode, String) {
    // A fresh room for each knock: no act of one changes what the next one finds.
    let room = Room::new().await;
    let signed_in = room.sign_in(who).await;
    let mut request = Request::builder().uri(sample(door.path)).method(match door.method {
        Method::Get => "GET",
        Method::Post => "POST",
    });
    let mut token = String::new();
    if let Some((cookie, form)) = signed_in {
        request = request.header(header::COOKIE, cookie);
        token = form;
    }
    let body = match door.body {
        Carries::None => Body::empty(),
        Carries::Form => {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            Body::from(format!("csrf={token}&once=one&verdict=note"))
        }
        Carries::File | Carries::Sound => {
            request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
            Body::from(format!("--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--b--\r\n"))
        }
    };
    let answer = room.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
    let status = answer.status();
    let to = answer.headers().get(header::LOCATION).map_or("", |v| v.to_str().unwrap()).to_owned();
    let verdict = match status.as_u16() {
        303 if to == "/sign-in" || to == "/staff/sign-in" => Verdict::SignIn,
        200 | 303 | 409 | 422 | 429 => Verdict::In,
        403 | 404 => Verdict::Out,
        other => panic!("{who:?} at {} got {other}", door.path),
    };
    (verdict, status, to)
}

/// What should happen, by hand. `None`: depends on finer rules that other tests state.
fn expected(door: &Door, who: Who) -> Option<Verdict> {
    use Verdict::{In, Out, SignIn};
    let path = door.path;
    let own_matter = path.starts_with("/cases/") || path.starts_with("/file/draft/") || path.starts_with("/papers/");
    let on_own_list = path == "/my-cases" || path == "/messages" || path == "/file/{item}";
    let herself_only = path.starts_with("/helpers")
        || path.starts_with("/sessions")
        || path.starts_with("/tonight")
        || path == "/family/ask"
        || path.starts_with("/family/leave");
    if path == "/demo" {
        return Some(Out);
    }
    // Nothing was offered to anybody, and a made-up name opens nothing.
    if path.starts_with("/read/") || path.starts_with("/audio/") {
        return Some(Out);
    }
    // An offer belongs to one person, and nobody here has one.
    if path.starts_with("/offers/") {
        return Some(if who == Who::Anonymous { SignIn } else { Out });
    }
    if who.assists() {
        return assistants(door, who);
    }
    if path.starts_with("/assist") {
        return Some(if who == Who::Anonymous { SignIn } else { Out });
    }
    // Looking at acts of assistants, and an act that is not there.
    if path.starts_with("/staff/assist") {
        return match who {
            Who::Anonymous => Some(SignIn),
            Who::Supervisor if door.method == Method::Get => Some(In),
            _ => Some(Out),
        };
    }
    if path.starts_with("/staff/accounts") || path.starts_with("/staff/watch") || path.ends_with("/merge") || path.ends_with("/part") {
        return Some(match who {
            Who::Anonymous => SignIn,
            Who::Supervisor => In,
            _ => Out,
        });
    }
    // How an area does: for supervisors and for the county.
    if path.starts_with("/staff/overview") {
        return Some(match who {
            Who::Anonymous => SignIn,
            Who::County | Who::Supervisor => In,
            _ => Out,
        });
    }
    // A clerk's absence is hers to note, and her supervisor's.
    if path == "/staff/away/{staff}" {
        return Some(match who {
            Who::Anonymous => SignIn,
            Who::Supervisor => In,
            _ => Out,
        });
    }
    // The board meets at the county.
    if path == "/staff/board" {
        return Some(match who {
            Who::Anonymous => SignIn,
            Who::County | Who::Supervisor => In,
            _ => Out,
        });
    }
    // What the county decides is not shown to exist to other desks.
    if path == "/staff/claims" || path.ends_with("/decision") {
        return match who {
            Who::Anonymous => Some(SignIn),
            Who::County | Who::Supervisor => (path == "/staff/claims").then_some(In),
            _ => Some(Out),
        };
    }
    // A letter belongs to the elder and to the desks of her county; never to her helpers, in whatever state.
    if matches!(door.name, D::StaffLetter | D::StaffLetterPhoto | D::StaffSheet | D::StaffGuardian) {
        return Some(if who == Who::Anonymous {
            SignIn
        } else if who.staff() {
            In
        } else {
            Out
        });
    }
    if door.name == D::GrantSheet {
        return Some(match who {
            Who::Anonymous => SignIn,
            Who::Elder => In,
            _ => Out,
        });
    }
    // Who was not satisfied is for the tier above alone; the rated desk, and any other, finds nothing.
    if path.contains("{rating}") {
        return Some(match who {
            Who::Anonymous => SignIn,
            Who::Township => In,
            _ => Out,
        });
    }
    let staff_door =
        path.starts_with("/staff") && !matches!(door.name, D::StaffSignIn | D::StaffSignInCheck | D::StaffCode | D::StaffCodeCheck);
    if staff_door {
        return match who {
            Who::Anonymous => Some(SignIn),
            _ if !who.staff() => Some(Out),
            // Another village never sees the case or its papers; the person herself is served at any desk of the county.
            Who::OtherVillage if path.contains("{reference}") || path.contains("{paper}") || path.contains("{message}") => Some(Out),
            _ if path.contains("{message}") => Some(In),
            _ if path == "/staff"
                || path == "/staff/people"
                || path == "/staff/declare"
                || path == "/staff/messages"
                || path == "/staff/letters"
                || path == "/staff/away"
                || path == "/staff/ratings" =>
            {
                Some(In)
            }
            _ => None,
        };
    }
    if own_matter || on_own_list {
        return match who {
            Who::Anonymous => Some(SignIn),
            // A clerk without a person before her has no matters of her own here.
            _ if who.staff() => Some(Out),
            Who::Stranger | Who::UnverifiedHelper if own_matter => Some(Out),
            Who::HelperOutOfScope | Who::HelperPaused => Some(Out),
            // What is named there is not there; tests of its own say what these doors do.
            Who::Elder | Who::HelperInScope if ["/remove", "/again", "/look-up"].iter().any(|end| path.ends_with(end)) => None,
            Who::Elder | Who::HelperInScope => (door.name != D::Receipt).then_some(In),
            Who::Stranger => Some(In),
            _ => None,
        };
    }
    // How she is told is hers to say: no helper's, and no clerk's without her.
    if path == "/messages/way" {
        return Some(match who {
            Who::Anonymous => SignIn,
            _ if who.staff() || who.acting() => Out,
            _ => In,
        });
    }
    if herself_only {
        return match who {
            Who::Anonymous => Some(SignIn),
            _ if who.staff() || who.acting() => Some(Out),
            Who::Stranger | Who::UnverifiedHelper if path.contains("{grant}") => Some(Out),
            _ => None,
        };
    }
    // In her own name or for her elder; a message is hers alone, and of her elder's a helper hears what she said herself.
    if path.starts_with("/voice-messages") {
        return match who {
            Who::Anonymous => Some(SignIn),
            _ if who.staff() => Some(Out),
            Who::HelperOutOfScope | Who::HelperPaused | Who::UnverifiedHelper => Some(Out),
            Who::Stranger | Who::HelperInScope if path.contains("{message}") => Some(Out),
            _ => Some(In),
        };
    }
    // Nobody's matter: whoever is signed in as a resident may answer.
    if path.starts_with("/survey/") {
        return Some(match who {
            Who::Anonymous => SignIn,
            _ if who.staff() => Out,
            _ => In,
        });
    }
    if path == "/talk" || path == "/talk/found" {
        return Some(In);
    }
    if path == "/family" || path.starts_with("/family/") {
        return match who {
            Who::Anonymous => Some(SignIn),
            _ if who.staff() => Some(Out),
            Who::Stranger | Who::UnverifiedHelper | Who::Elder if path.contains("{grant}") => Some(Out),
            _ => None,
        };
    }
    // These pages belong to a sign-in that has begun.
    if path.ends_with("/code") || path.starts_with("/open-account/") {
        return None;
    }
    // Public pages are for all; forms before sign-in need a browser that has seen their page.
    (door.method == Method::Get).then_some(In)
}

/// Other people's hands: only the person beside her, only what the law of the house names, and only after the numbers.
fn assistants(door: &Door, who: Who) -> Option<Verdict> {
    use Verdict::{In, Out};
    let path = door.path;
    let of_any_staff = matches!(door.name, D::StaffSignOut | D::ChoosePassword | D::ChoosePasswordSave | D::IntakeEnd);
    let before_sign_in = matches!(door.name, D::StaffSignIn | D::StaffSignInCheck | D::StaffCode | D::StaffCodeCheck);
    if of_any_staff || before_sign_in {
        return None;
    }
    if path.starts_with("/staff") {
        return Some(Out);
    }
    let files = matches!(
        door.name,
        D::FileStart
            | D::FileStep
            | D::FileStepSave
            | D::FilePapers
            | D::FilePapersDone
            | D::FilePaper
            | D::FilePaperAdd
            | D::FileCheck
            | D::FileSubmit
            | D::Receipt
            | D::CaseAnswer
            | D::CaseSupply
    );
    let never = matches!(
        door.name,
        D::MyCases
            | D::Messages
            | D::MessageWay
            | D::MessageWayDo
            | D::CasePage
            | D::CaseRelease
            | D::CaseTakeBack
            | D::CaseUndo
            | D::CaseUndoDo
            | D::CaseCancel
            | D::CaseCancelDo
            | D::CaseChange
            | D::CaseWithdraw
            | D::CaseWithdrawDo
            | D::PaperFile
            | D::FilePaperAgain
            | D::FileDrop
            | D::FileDropDo
            | D::Tonight
            | D::TonightFile
            | D::TonightDone
            | D::Sessions
            | D::EndSessions
            | D::OpenAccountDone
    ) || path.starts_with("/family")
        || path.starts_with("/helpers")
        || path.starts_with("/survey/")
        || path.contains("/rate")
        || path.starts_with("/voice-messages");
    if never {
        return Some(Out);
    }
    if files {
        return Some(match who {
            Who::AssistantBeside => In,
            // The test below says what she gets.
            Who::AssistantUncompared => return None,
            _ => Out,
        });
    }
    match door.name {
        D::Assist | D::AssistDiffer => Some(In),
        D::AssistFind | D::AssistBegin => (who != Who::AssistantStopped).then_some(In),
        D::AssistNumber | D::AssistSame | D::AssistSheet | D::AssistTurned | D::AssistPerson => match who {
            Who::AssistantBeside | Who::AssistantUncompared => Some(In),
            // Sent on to the beginning.
            Who::AssistantAlone if door.name == D::AssistPerson => Some(In),
            _ => Some(Out),
        },
        D::AssistSend => match who {
            Who::AssistantBeside => Some(In),
            Who::AssistantUncompared => None,
            _ => Some(Out),
        },
        // Public pages are for all.
        _ => (door.method == Method::Get && !path.ends_with("/code") && !path.starts_with("/open-account/")).then_some(In),
    }
}

#[tokio::test]
async fn before_the_numbers_were_compared_no_door_of_a_matter_shows_or_changes_anything() {
    for door in DOORS.iter().filter(|d| d.path.starts_with("/file/") || d.path.starts_with("/cases/") || d.path.starts_with("/assist/send"))
    {
        let (_, status, to) = knock(door, Who::AssistantUncompared).await;
        assert!([403, 404, 422].contains(&status.as_u16()), "{}: {status} {to}", door.path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_enters_a_door_that_is_not_hers() {
    let (mut wrong, mut judged) = (Vec::new(), 0);
    for door in DOORS {
        for who in ALL {
            let (verdict, status, to) = knock(door, who).await;
            let Some(expected) = expected(door, who) else { continue };
            judged += 1;
            if verdict != expected {
                wrong.push(format!("{who:?} at {:?} {}: {status} {to}, expected {expected:?}", door.method, door.path));
            }
        }
    }
    assert!(judged > DOORS.len() * 8, "only {judged} judged");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn a_form_without_its_token_changes_nothing_at_any_door() {
    for door in DOORS.iter().filter(|d| d.body == Carries::Form) {
        if matches!(door.name, D::SetComfort | D::SetLanguage | D::ReadPage) {
            continue;
        }
        let room = Room::new().await;
        let (cookie, _) = room.sign_in(Who::Elder).await.unwrap();
        let request = Request::post(sample(door.path))
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("csrf=guess"))
            .unwrap();
        let status = room.router.clone().oneshot(request).await.unwrap().status();
        assert!([403, 404, 409, 422].contains(&status.as_u16()), "{}: {status}", door.path);
        assert_eq!(room.fake.store.ledger().len(), 0, "{}", door.path);
    }
}

#[tokio::test]
async fn a_form_opened_for_one_person_is_not_taken_for_another() {
    let room = Room::new().await;
    // The helper opened it in her own name and changed to her mother in another tab.
    let (cookie, _) = room.sign_in(Who::HelperInScope).await.unwrap();
    let own = room.fake.world.seals.mac("form", "resident|helper|helper");
    let request = Request::post("/file/draft/draft/kind")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("csrf={own}&kind=emergency")))
        .unwrap();
    assert_eq!(room.router.clone().oneshot(request).await.unwrap().status(), StatusCode::CONFLICT);
    let draft = room.fake.world.store.draft(&DraftId::new("draft")).await.unwrap().unwrap();
    assert_eq!(draft.answers.get("kind"), Some("transfer"));
}

#[tokio::test]
async fn a_form_from_a_foreign_page_is_not_taken_even_with_the_right_token() {
    let room = Room::new().await;
    let (cookie, token) = room.sign_in(Who::Elder).await.unwrap();
    let request = Request::post(format!("/cases/{REFERENCE}/withdraw"))
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("csrf={token}")))
        .unwrap();
    assert_eq!(room.router.clone().oneshot(request).await.unwrap().status(), StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_page_asked_for_with_a_query_is_never_kept_for_others() {
    let room = Room::new().await;
    let get = async |path: &str| {
        let answer = room.router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        String::from_utf8(axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap().to_vec()).unwrap()
    };
    let hers = get("/comfort?back=/guide/claim").await;
    assert!(hers.contains("/guide/claim"));
    assert!(!get("/comfort").await.contains("/guide/claim"));
}
