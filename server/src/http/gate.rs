//! The one way in. For every door: who is it, may she enter, is the form hers, was it sent before; then the handler.
//! A refusal becomes its page here, an error is logged here once, and nothing personal is ever logged.
//! Long because the order of the guards is the point, and is read from top to bottom.

use super::answer::Answer;
use super::body::read_body;
use super::cookies;
use super::form::Form;
use super::stopped;
use super::visit::{Handler, Visit, form_token};
use super::who::load_caller;
use crate::middleware::{Asked, Problem};
use crate::site::Site;
use app::acts::note_refusal::note_refusal;
use app::caller::Caller;
use app::cx::{Cx, Viewer, ViewerKind};
use app::error::AppError;
use app::pages;
use app::ports::{Change, PortError, Session, Stash};
use app::routes::{Cache, DOORS, Door, DoorName, Method, Who};
use axum::body::Body;
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::http::{HeaderMap, Response, Uri, header};
use domain::comfort::{Chosen, Comfort};
use domain::lang::Lang;
use domain::refusal::Refusal;
use domain::review::Tier;
use std::collections::BTreeMap;

pub async fn enter(site: Site, door: &'static Door, handler: Handler, request: Request) -> Response<Body> {
    let (mut parts, body) = request.into_parts();
    let seen = Seen::of(&site, &parts.headers, &parts.uri);
    let accept = header_text(&parts.headers, header::ACCEPT_ENCODING.as_str()).to_owned();

    let (session, caller) = match load_caller(&site, &parts.headers).await {
        Ok(found) => found,
        Err(error) => return failed(&site, &seen, None, &Caller::Anonymous, error.into()),
    };
    // The same for every stranger with these settings. Whoever is signed in gets her own header and, while she acts
    // for somebody, the banner that says so.
    // A page asked for with a query is hers alone, e.g. where `back` leads; it is never kept.
    let keepable = door.cache == Cache::Public && matches!(&caller, Caller::Anonymous) && parts.uri.query().is_none();
    if keepable && let Some(kept) = site.kept.get(&seen.path, seen.lang.tag(), seen.comfort) {
        return kept.respond(&accept);
    }

    let params = match RawPathParams::from_request_parts(&mut parts, &()).await {
        Ok(found) => found.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
        Err(_) => BTreeMap::new(),
    };
    let query = parts.uri.query().map(|q| Form::parse(q.as_bytes()).raw()).unwrap_or_default();
    let asked = parts.uri.path_and_query().map_or_else(|| seen.path.clone(), |p| p.as_str().to_owned());
    let client = super::client_address(&site, &parts);
    let address = site.world.seals.lookup("address", &client.map(|ip| ip.to_string()).unwrap_or_default());
    let device = device_of(&parts.headers).to_owned();
    let own_phone = cookies::read(&parts.headers, cookies::OWN_PHONE).map(|v| site.world.seals.lookup("own-phone", &v));
    let known = parts.headers.get(header::IF_NONE_MATCH).and_then(|mark| mark.to_str().ok()).map(str::to_owned);
    let range = parts.headers.get(header::RANGE).and_then(|range| range.to_str().ok()).map(str::to_owned);
    let same_origin = same_origin(&parts.headers);
    let (form, upload) = match read_body(door, Request::from_parts(parts, body)).await {
        Ok(read) => read,
        Err(error) => return failed(&site, &seen, session.as_ref(), &caller, error),
    };

    let public = door.cache == Cache::Public && keepable;
    let here = page_of(door, asked, &seen.path, &form);
    let mut cx = seen.cx(&site, session.as_ref(), &caller);
    // On the page of the letter sizes itself the way back stays the one she came with.
    let back = if door.name == DoorName::Comfort { super::public::own_path(query.get("back")) } else { here.clone() };
    cx.here = here.clone().unwrap_or_default();
    if let Some(back) = back {
        cx.comfort_href = format!("/comfort?{}", form_urlencoded::Serializer::new(String::new()).append_pair("back", &back).finish());
    }
    if public {
        cx.csrf = String::new();
        cx.once = String::new();
        cx.request_id = String::new();
    }
    let visit = Visit {
        // Her elder may stop her while she is under way: then nothing lands any more.
        world: site.world.under(caller.grant()),
        site: site.clone(),
        door,
        hall: client.is_some_and(|ip| site.options.halls.iter().any(|h| h.contains(ip))),
        address,
        caller,
        session,
        cx,
        here,
        form,
        query,
        params,
        upload,
        own_phone,
        chosen: seen.chosen,
        device,
        known,
        range,
        now: site.world.now(),
    };
    let caller = visit.caller.clone();
    let session = visit.session.clone();
    let question = stopped::Question::of(&visit);
    // A page that WeChat opens with its text size is seen in it, and so are the next ones.
    let from_phone = seen.from_phone.filter(|_| door.method == Method::Get).map(super::comfort::cookie);
    let admitted = admit(visit, handler, same_origin).await.map(|answer| match from_phone {
        Some(cookie) => answer.cookie(cookie),
        None => answer,
    });
    match admitted {
        Ok(answer) if public && matches!(answer.kind, super::answer::Kind::Page { status: 200, .. }) && answer.cookies.is_empty() => {
            if let super::answer::Kind::Page { html, .. } = &answer.kind {
                return site.kept.keep(&seen.path, seen.lang.tag(), seen.comfort, html).respond(&accept);
            }
            answer.into_response(true)
        }
        Ok(answer) => answer.into_response(false),
        Err(AppError::Refused(refusal)) => {
            if let Err(error) = note_refusal(&site.world, &caller, &door.name.word(), refusal).await {
                return failed(&site, &seen, session.as_ref(), &caller, error);
            }
            let cx = seen.cx(&site, session.as_ref(), &caller);
            match stopped::page(&site.world, &cx, &caller, refusal, question).await {
                Ok(Some(html)) => Answer::status(AppError::from(refusal).status(), html).into_response(false),
                Ok(None) => failed(&site, &seen, session.as_ref(), &caller, AppError::Refused(refusal)),
                Err(error) => failed(&site, &seen, session.as_ref(), &caller, error),
            }
        }
        Err(error) => failed(&site, &seen, session.as_ref(), &caller, error),
    }
}

/// Door, form token, second sending; then the handler.
async fn admit(visit: Visit, handler: Handler, same_origin: bool) -> Result<Answer, AppError> {
    if visit.door.method == Method::Post && !same_origin {
        return Err(Refusal::FormOfAnotherPerson.into());
    }
    if let Err(error) = open_for(visit.door.who, &visit) {
        return match error {
            AppError::SignIn => sign_in_first(visit).await,
            other => Err(other),
        };
    }
    if visit.door.method == Method::Post {
        let expected = form_token(&visit.world, visit.session.as_ref(), &visit.caller);
        // Comfort, language and a wish hold nothing of a person and come from pages kept for everybody; to be read to changes nothing.
        let harmless = matches!(visit.door.name, DoorName::SetComfort | DoorName::SetLanguage | DoorName::ReadPage | DoorName::TalkAsk);
        if !harmless && (expected.is_empty() || visit.form.get("csrf") != expected) {
            // Nobody is signed in: there is no other person whose form it could be, the page was only open for too long.
            if matches!((visit.door.who, &visit.caller), (Who::Anyone, Caller::Anonymous)) {
                return fresh_form(visit).await;
            }
            return Err(Refusal::FormOfAnotherPerson.into());
        }
        if let Some(key) = visit.once_key()
            && let Some(location) = visit.world.store.once(&key).await?
        {
            return Ok(Answer::see(location));
        }
    }
    if password_first(&visit) {
        return Ok(Answer::see("/staff/password"));
    }
    handler(visit).await
}

/// What this caller would see behind another door, past the same guards; for reading it to her.
pub async fn look(
    visit: &Visit,
    door: &'static Door,
    handler: Handler,
    path: &str,
    query: BTreeMap<String, String>,
    params: BTreeMap<String, String>,
) -> Result<Answer, AppError> {
    let there = visit.before(door, path, query, params);
    let caller = there.caller.clone();
    match admit(there, handler, true).await {
        Err(AppError::Refused(refusal)) => {
            note_refusal(&visit.world, &caller, &door.name.word(), refusal).await?;
            Err(AppError::Refused(refusal))
        }
        other => other,
    }
}

/// While somebody else knows her password, a clerk has one door only.
fn password_first(visit: &Visit) -> bool {
    let must = visit.caller.staff().is_some_and(|(staff, _)| staff.must_choose_password);
    let hers = matches!(visit.door.name, DoorName::ChoosePassword | DoorName::ChoosePasswordSave | DoorName::StaffSignOut);
    must && visit.door.who != Who::Anyone && !hers
}

fn open_for(who: Who, visit: &Visit) -> Result<(), AppError> {
    let open = match (who, &visit.caller) {
        (Who::Anyone, _) => true,
        (Who::Resident, Caller::Resident { .. }) => true,
        (Who::Herself, Caller::Resident { acting: None, .. }) => true,
        (Who::Herself, Caller::Resident { acting: Some(_), .. }) => return Err(Refusal::OnlyHerself.into()),
        // Paused, ended or run out: nothing at all in the elder's matters, whatever page was open.
        (Who::Applicant, Caller::Resident { acting: Some(acting), .. }) => {
            acting.grant.stands(visit.now)?;
            true
        }
        (Who::Applicant, Caller::Resident { .. } | Caller::Staff { intake: Some(_), .. }) => true,
        (Who::AnyStaff, Caller::Staff { .. }) => true,
        (Who::Staff, Caller::Staff { reviewer, .. }) => !reviewer.kind.assists(),
        (Who::Assistant, Caller::Staff { reviewer, .. }) => reviewer.kind.assists(),
        (Who::Tier(tier), Caller::Staff { reviewer, .. }) => reviewer.tier == tier,
        (Who::Supervisor, Caller::Staff { reviewer, .. }) => reviewer.supervisor && !reviewer.kind.assists(),
        (Who::Overseer, Caller::Staff { reviewer, .. }) => {
            (reviewer.supervisor || reviewer.tier == Tier::County) && !reviewer.kind.assists()
        }
        (Who::Demo, _) => visit.site.options.demo,
        (_, Caller::Anonymous) => return Err(AppError::SignIn),
        _ => false,
    };
    // A door for others is not shown to exist.
    if open { Ok(()) } else { Err(AppError::NotFound) }
}

/// To the sign-in page, and back to the same question with what she had typed.
async fn sign_in_first(visit: Visit) -> Result<Answer, AppError> {
    let staff = visit.door.who == Who::Assistant || visit.door.path.starts_with("/staff");
    let mut flow = visit.flow();
    let list = match visit.door.who {
        Who::Assistant => "/assist",
        _ if staff => "/staff",
        _ => "/my-cases",
    };
    flow.next = Some(visit.here.clone().unwrap_or_else(|| list.to_owned()));
    let (mut changes, cookie) = visit.keep_flow(flow);
    if visit.door.method == Method::Post {
        for change in &mut changes {
            if let Change::PutSession(session) = change {
                session.stash = Some(Stash { path: visit.cx.path.clone(), form: visit.form.0.clone() });
            }
        }
    }
    visit.world.store.commit(changes).await?;
    let answer = Answer::see(if staff { "/staff/sign-in" } else { "/sign-in" });
    Ok(match cookie {
        Some(cookie) => answer.cookie(cookie),
        None => answer,
    })
}

/// Typed before sign-in and no secret: may wait, sealed, for the fresh page.
const KEPT_FOR_A_FRESH_FORM: [&str; 6] = ["name", "id_number", "phone", "slip", "number", "user_name"];

/// A new page for a form whose session has ended, with what was typed and a sentence that says why.
async fn fresh_form(visit: Visit) -> Result<Answer, AppError> {
    let start = match visit.door.name {
        DoorName::SignInSend | DoorName::SignInCheck | DoorName::SignInAgain => "/sign-in",
        DoorName::SlipSignInCheck => "/sign-in/slip",
        DoorName::OpenAccountSend | DoorName::OpenAccountCheck => "/open-account",
        DoorName::SecondScreenOpen | DoorName::SecondScreenPin => "/second-screen",
        DoorName::StaffSignInCheck | DoorName::StaffCodeCheck => "/staff/sign-in",
        // Signing out of what has ended: done already.
        _ => return Ok(Answer::see("/")),
    };
    let (mut changes, cookie) = visit.keep_flow(visit.flow());
    let form: Vec<_> = visit.form.0.iter().filter(|(name, _)| KEPT_FOR_A_FRESH_FORM.contains(&name.as_str())).cloned().collect();
    for change in &mut changes {
        // An answer of hers that already waits for its page is worth more than a name.
        if let Change::PutSession(session) = change
            && session.stash.as_ref().is_none_or(|old| old.path == start)
        {
            session.stash = Some(Stash { path: start.to_owned(), form: form.clone() });
        }
    }
    visit.world.store.commit(changes).await?;
    let answer = Answer::see(start);
    Ok(match cookie {
        Some(cookie) => answer.cookie(cookie),
        None => answer,
    })
}

/// The address at which this page can be opened again: its own with its query, for a form that of the page with the
/// same path. A form from the check page leads back to it after saving, so its page must know of that too.
fn page_of(door: &Door, asked: String, path: &str, form: &Form) -> Option<String> {
    match door.method {
        Method::Get => Some(asked),
        Method::Post if !DOORS.iter().any(|d| d.path == door.path && d.method == Method::Get) => None,
        Method::Post if form.get("then") == "check" => Some(format!("{path}?then=check")),
        Method::Post => Some(path.to_owned()),
    }
}

/// What the request says about itself before anybody is loaded.
struct Seen {
    path: String,
    lang: Lang,
    comfort: Comfort,
    /// What this device's cookie says, and what WeChat says where no hand has chosen.
    chosen: Option<Chosen>,
    from_phone: Option<Chosen>,
    request_id: String,
}

impl Seen {
    fn of(site: &Site, headers: &HeaderMap, uri: &Uri) -> Seen {
        let request_id = headers.get("x-request-id").and_then(|v| v.to_str().ok()).map(str::to_owned);
        let chosen = super::comfort::of_device(headers);
        let from_phone = super::comfort::from_phone(chosen, uri.query());
        Seen {
            path: uri.path().to_owned(),
            lang: Lang::from_cookie(cookies::read(headers, cookies::LANG).as_deref()),
            comfort: from_phone.or(chosen).map(|c| c.comfort).unwrap_or_default(),
            chosen,
            from_phone,
            request_id: request_id.unwrap_or_else(|| site.world.new_id().get(..8).unwrap_or_default().to_owned()),
        }
    }

    fn cx(&self, site: &Site, session: Option<&Session>, caller: &Caller) -> Cx {
        let viewer = match caller {
            Caller::Anonymous => None,
            Caller::Resident { person, .. } => Some(Viewer { display_name: person.name.as_str().to_owned(), kind: ViewerKind::Resident }),
            Caller::Staff { staff, .. } => {
                let kind = if staff.kind.assists() { ViewerKind::Assistant } else { ViewerKind::Staff };
                Some(Viewer { display_name: staff.display_name.clone(), kind })
            }
        };
        let acting = match caller {
            Caller::Resident { acting: Some(acting), .. } => {
                Some(app::cx::Acting { masked_name: acting.elder.name.masked(), relation_key: acting.relation_key() })
            }
            // The clerk's banner: whose matter is open at the counter.
            Caller::Staff { intake: Some(intake), .. } => {
                Some(app::cx::Acting { masked_name: intake.person.name.masked(), relation_key: String::new() })
            }
            _ => None,
        };
        Cx {
            lang: self.lang,
            comfort: self.comfort,
            path: self.path.clone(),
            comfort_href: "/comfort".to_owned(),
            viewer,
            acting,
            csrf: form_token(&site.world, session, caller),
            once: site.world.new_id(),
            request_id: self.request_id.clone(),
            region: site.card.clone(),
            assets: crate::assets::for_pages(),
            demo: site.options.demo,
            here: String::new(),
        }
    }
}

/// Browsers say where a form comes from; old ones at least by `Origin`. Silence is taken, a foreign word is not.
fn same_origin(headers: &HeaderMap) -> bool {
    match header_text(headers, "sec-fetch-site") {
        "" => match header_text(headers, "origin") {
            "" => true,
            origin => origin.rsplit("//").next() == Some(header_text(headers, "host")),
        },
        site => site == "same-origin" || site == "none",
    }
}

fn device_of(headers: &HeaderMap) -> &'static str {
    let agent = header_text(headers, "user-agent");
    if agent.contains("iPhone") || agent.contains("iPad") {
        "device-iphone"
    } else if agent.contains("Android") || agent.contains("HarmonyOS") {
        "device-android"
    } else {
        "device-computer"
    }
}

fn header_text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
}

/// Nothing there.
pub async fn lost(site: Site, request: Request) -> Response<Body> {
    let seen = Seen::of(&site, request.headers(), request.uri());
    let (session, caller) = load_caller(&site, request.headers()).await.unwrap_or((None, Caller::Anonymous));
    failed(&site, &seen, session.as_ref(), &caller, AppError::NotFound)
}

/// The page for what ends before or outside its door. Nobody is loaded, so nothing personal can be on it.
pub fn outside(site: &Site, problem: Problem, asked: &Asked) -> Response<Body> {
    let seen = Seen::of(site, &asked.headers, &asked.uri);
    let error = match problem {
        Problem::OtherSite => Refusal::FormOfAnotherPerson.into(),
        Problem::TooLarge => AppError::TooLarge,
        Problem::Panic => AppError::Unavailable(PortError::Unavailable("panic".into())),
    };
    failed(site, &seen, None, &Caller::Anonymous, error)
}

/// Every no becomes a readable page with a telephone number and the request id.
fn failed(site: &Site, seen: &Seen, session: Option<&Session>, caller: &Caller, error: AppError) -> Response<Body> {
    if let AppError::Unavailable(inner) = &error {
        match inner {
            PortError::Conflict(what) => tracing::info!(request = %seen.request_id, what, "conflict"),
            other => tracing::error!(request = %seen.request_id, error = %other, "unavailable"),
        }
    }
    let cx = seen.cx(site, session, caller);
    Answer::status(error.status(), pages::failure::page(&cx, &error)).into_response(false)
}
