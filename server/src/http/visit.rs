//! One visit: everything a handler may know about a request, already loaded and guarded by the gate.

use super::answer::Answer;
use super::cookies;
use super::form::{Form, Upload};
use crate::site::Site;
use app::caller::Caller;
use app::cx::Cx;
use app::error::AppError;
use app::ports::{Change, Session, SessionOf, SignInFlow, World};
use app::routes::Door;
use domain::comfort::Chosen;
use domain::ids::SessionId;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

pub type Handled = Pin<Box<dyn Future<Output = Result<Answer, AppError>> + Send>>;
pub type Handler = fn(Visit) -> Handled;

#[derive(Clone)]
pub struct Visit {
    pub site: Site,
    pub world: World,
    pub door: &'static Door,
    pub caller: Caller,
    /// The session of this browser, whoever it belongs to; none before the first form.
    pub session: Option<Session>,
    pub cx: Cx,
    /// Where this page can be opened again, with its query; none for a form that has no page of its own.
    pub here: Option<String>,
    pub form: Form,
    pub query: BTreeMap<String, String>,
    pub params: BTreeMap<String, String>,
    pub upload: Option<Upload>,
    /// Look-up hash of the client's address; the address itself is kept nowhere.
    pub address: String,
    /// The address is a hall's: many people share it.
    pub hall: bool,
    /// Hash of the 「这是我自己的手机」 cookie, if there is one.
    pub own_phone: Option<String>,
    /// How this device's pages look, and whether a hand chose it.
    pub chosen: Option<Chosen>,
    pub device: String,
    /// What the browser says it has already, for an answer that has not changed.
    pub known: Option<String>,
    /// The part that a player asks for.
    pub range: Option<String>,
    pub now: Timestamp,
}

impl Visit {
    /// The same caller before another door, empty-handed: what she would see there.
    pub fn before(&self, door: &'static Door, path: &str, query: BTreeMap<String, String>, params: BTreeMap<String, String>) -> Visit {
        let here = self.form.get("page").to_owned();
        let cx = Cx { path: path.to_owned(), here: here.clone(), ..self.cx.clone() };
        Visit { door, cx, here: Some(here), form: Form::default(), query, params, upload: None, known: None, range: None, ..self.clone() }
    }

    pub fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// What was typed into this very page when its session ended.
    pub fn stashed(&self) -> Option<Form> {
        let stash = self.session.as_ref()?.stash.as_ref()?;
        (stash.path == self.cx.path).then(|| Form(stash.form.clone()))
    }

    /// The sign-in flow this browser is in.
    pub fn flow(&self) -> SignInFlow {
        match self.session.as_ref().map(|s| &s.of) {
            Some(SessionOf::Visitor(flow)) => flow.clone(),
            _ => SignInFlow::default(),
        }
    }

    /// A new session in place of the present one: signing in and changing the person rotate it.
    /// Commit the changes in the same transaction as the act, then set the cookie.
    pub fn rotate(&self, of: SessionOf, days: Option<u32>) -> (Vec<Change>, String) {
        let token = format!("{}{}", self.world.new_id(), self.world.new_id());
        let stash = self.session.as_ref().and_then(|s| s.stash.clone());
        let session = Session {
            id: session_id(&self.world, &token),
            of,
            created_at: self.now,
            last_seen: self.now,
            device: self.device.clone(),
            stash,
        };
        let mut changes = Vec::new();
        if let Some(old) = &self.session {
            changes.push(Change::EndSession(old.id.clone()));
        }
        changes.push(Change::PutSession(Box::new(session)));
        (changes, cookies::set(cookies::SESSION, &token, days))
    }

    /// The same session with other content, e.g. the next page of a sign-in; a new one where there is none.
    pub fn keep_flow(&self, flow: SignInFlow) -> (Vec<Change>, Option<String>) {
        match &self.session {
            Some(session) if matches!(session.of, SessionOf::Visitor(_)) => {
                let next = Session { of: SessionOf::Visitor(flow), last_seen: self.now, ..session.clone() };
                (vec![Change::PutSession(Box::new(next))], None)
            }
            _ => {
                let (changes, cookie) = self.rotate(SessionOf::Visitor(flow), None);
                (changes, Some(cookie))
            }
        }
    }

    /// The change that makes a second sending of this form find `location`.
    pub fn once(&self, location: &str) -> Option<Change> {
        self.once_key().map(|key| Change::Once { key, location: location.to_owned(), at: self.now })
    }

    /// Bound to browser, door and form: nobody can spend another's key.
    pub fn once_key(&self) -> Option<String> {
        let typed = self.form.get("once");
        let session = self.session.as_ref()?;
        (!typed.is_empty()).then(|| self.world.seals.lookup("once", &format!("{}|{}|{typed}", session.id, self.cx.path)))
    }
}

pub fn session_id(world: &World, token: &str) -> SessionId {
    SessionId::new(world.seals.lookup("session", token))
}

/// What every form of this person in this matter carries. Another person's form does not fit, nor one that was
/// opened for somebody else. It outlives a session, so that a page that stayed open for days still works after
/// signing in again; before sign-in it is bound to the browser.
pub fn form_token(world: &World, session: Option<&Session>, caller: &Caller) -> String {
    let Some(session) = session else { return String::new() };
    let subject = caller.subject_id().map_or("", |id| id.as_str());
    let whose = match &session.of {
        SessionOf::Visitor(_) => format!("visitor|{}", session.id),
        SessionOf::Resident { person, .. } => format!("resident|{person}"),
        SessionOf::Staff { staff, .. } => format!("staff|{staff}"),
    };
    world.seals.mac("form", &format!("{whose}|{subject}"))
}
