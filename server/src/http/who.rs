//! Who stands at the door: session, person, grant, as they are in this moment. Judges nothing.

use super::cookies;
use super::visit::session_id;
use crate::site::Site;
use app::caller::{Acting, Caller, Intake};
use app::ports::{Change, PortResult, Session, SessionOf};
use axum::http::HeaderMap;

/// Session, person, grant: checked on each request. A session past its life is as if it were not there.
pub async fn load_caller(site: &Site, headers: &HeaderMap) -> PortResult<(Option<Session>, Caller)> {
    let world = &site.world;
    let Some(token) = cookies::read(headers, cookies::SESSION) else { return Ok((None, Caller::Anonymous)) };
    let Some(mut session) = world.store.session(&session_id(world, &token)).await? else { return Ok((None, Caller::Anonymous)) };
    let now = world.now();
    let kind = match &session.of {
        SessionOf::Visitor(_) => domain::sign_in::SessionKind::Resident,
        SessionOf::Resident { own_phone: true, .. } => domain::sign_in::SessionKind::OwnPhone,
        SessionOf::Resident { .. } => domain::sign_in::SessionKind::Resident,
        SessionOf::Staff { .. } => domain::sign_in::SessionKind::Staff,
    };
    if !site.options.sessions.alive(kind, session.created_at, session.last_seen, now) {
        return Ok((None, Caller::Anonymous));
    }
    if now.duration_since(session.last_seen).as_secs() >= 60 {
        world.store.commit(vec![Change::TouchSession { id: session.id.clone(), at: now }]).await?;
        session.last_seen = now;
    }
    let caller = match &session.of {
        SessionOf::Visitor(_) => Caller::Anonymous,
        SessionOf::Resident { person, acting, .. } => match world.store.person(person).await? {
            None => return Ok((None, Caller::Anonymous)),
            Some(person) => {
                let acting = match acting {
                    None => None,
                    Some(id) => load_acting(site, id).await?.map(Box::new),
                };
                Caller::Resident { person: Box::new(person), acting, session: Box::new(session.clone()) }
            }
        },
        SessionOf::Staff { staff, present } => match world.store.staff(staff).await?.filter(|s| s.active) {
            None => return Ok((None, Caller::Anonymous)),
            Some(staff) => {
                let intake = match present {
                    None => None,
                    Some(present) => match world.store.person(&present.person).await? {
                        None => None,
                        Some(person) => {
                            let ties = world.store.ties(&staff, &person.id).await?;
                            Some(Box::new(Intake { present: present.clone(), person, ties }))
                        }
                    },
                };
                let reviewer = Box::new(staff.reviewer());
                Caller::Staff { staff: Box::new(staff), reviewer, intake, session: Box::new(session.clone()) }
            }
        },
    };
    Ok((Some(session), caller))
}

/// The grant as it is now. One that is over is still loaded: the judge then says why it does not work,
/// and no page is shown in her own name by surprise.
async fn load_acting(site: &Site, id: &domain::ids::GrantId) -> PortResult<Option<Acting>> {
    let Some(grant) = site.world.store.grant(id).await? else { return Ok(None) };
    let Some(elder) = site.world.store.person(&grant.elder).await? else { return Ok(None) };
    Ok(Some(Acting { grant, elder }))
}
