//! Where she is signed in, and the end of it. Reads forms, calls one act, shows one page.

use super::answer::Answer;
use super::cookies;
use super::visit::{Handled, Visit};
use app::acts::end_sessions;
use app::pages::sessions::{OneSession, SessionsPage, page};
use app::ports::SessionOf;
use domain::ids::SessionId;

pub fn sessions(visit: Visit) -> Handled {
    Box::pin(async move {
        let here = visit.session.as_ref().map(|s| s.id.clone());
        let found = end_sessions::see_sessions(&visit.world, &visit.caller).await?;
        let sessions = found
            .into_iter()
            .map(|s| OneSession {
                here: Some(&s.id) == here.as_ref(),
                own_phone: matches!(s.of, SessionOf::Resident { own_phone: true, .. }),
                id: s.id.0,
                device: s.device,
                since: s.created_at,
                last_seen: s.last_seen,
            })
            .collect();
        let unverified = visit.caller.person().is_some_and(|p| !p.verified());
        let data = SessionsPage { sessions, ended: visit.query.contains_key("ended"), unverified };
        Ok(Answer::page(page(&visit.cx, &data)))
    })
}

pub fn end_sessions(visit: Visit) -> Handled {
    Box::pin(async move {
        if visit.form.has("all") {
            end_sessions::end_all_sessions(&visit.world, &visit.caller).await?;
            return Ok(Answer::see("/").cookie(cookies::end(cookies::SESSION)).cookie(cookies::end(cookies::OWN_PHONE)));
        }
        let id = SessionId::new(visit.form.get("session"));
        let here = visit.session.as_ref().is_some_and(|s| s.id == id);
        let location = "/sessions?ended=1";
        end_sessions::end_session(&visit.world, &visit.caller, &id, visit.once(location)).await?;
        if here {
            return Ok(Answer::see("/").cookie(cookies::end(cookies::SESSION)));
        }
        Ok(Answer::see(location))
    })
}
