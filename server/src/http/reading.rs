//! Reading aloud. The form 「读给我听」 sends a page's address; the page is made again for this very caller, behind the same
//! guards as if she opened it, becomes a reading plan, and the answer leads to a page with one sound for all of it and a
//! sound for each piece. No text stands in an address. What is somebody's own is heard by her session alone, for a quarter
//! of an hour; what everybody may see is kept by name for ever (`/audio/…`, before the doors: it asks for nobody).

use super::answer::{Answer, Kind};
use super::public::own_path;
use super::sound::{self, FOR_EVER, NEVER_KEPT};
use super::visit::{Handled, Visit, form_token};
use super::{doors, gate};
use crate::site::Site;
use app::acts::read_page::{Heard, read_page};
use app::caller::Caller;
use app::error::{AppError, AppResult};
use app::pages::{failure, reading};
use app::ports::speech::{Piece, Silence, Sound, Tongue};
use app::routes::{Cache, DOORS, Door, DoorName, Method};
use app::speech::HeardPage;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, Response, header};
use domain::ids::SessionId;
use domain::lang::Lang;
use domain::speech::Hearing;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceExt;

/// The form: a page, or words of a page that cannot be asked for again.
pub fn read(visit: Visit) -> Handled {
    Box::pin(async move {
        let page = own_path(Some(&visit.form.get("page").to_owned())).unwrap_or_else(|| "/".to_owned());
        let words = words_of(&visit);
        let (html, whose) = match words {
            Some(words) => (words, Cache::Personal),
            None => match page_again(&visit, &page).await {
                Ok(Again::Page { html, whose }) => (html, whose),
                Ok(Again::Onward(answer)) => return Ok(answer),
                Err(error) => (failure::page(&visit.cx, &error), Cache::Personal),
            },
        };
        let hearing = if visit.form.get("full") == "1" { Hearing::InFull } else { Hearing::Masked };
        let heard = HeardPage::of(whose, &html, lang_of(&html), hearing);
        let chinese = Tongue::from_word(visit.form.get("tongue")).filter(|t| *t == Tongue::Cantonese).unwrap_or(Tongue::Mandarin);
        // A stranger's search words are hers too: then she gets a session to be known by.
        let (session, changes, cookie) = match &visit.session {
            Some(session) => (Some(session.id.clone()), Vec::new(), None),
            None if whose == Cache::Public => (None, Vec::new(), None),
            None => {
                let (changes, cookie) = visit.keep_flow(visit.flow());
                let made = changes.iter().find_map(|change| match change {
                    app::ports::Change::PutSession(session) => Some(session.id.clone()),
                    _ => None,
                });
                (made, changes, cookie)
            }
        };
        visit.world.store.commit(changes).await?;
        let title = title_of(&html);
        let name = read_page(&visit.world, &heard, Heard { title, page, session, chinese });
        let answer = Answer::see(format!("/read/{name}"));
        Ok(match cookie {
            Some(cookie) => answer.cookie(cookie),
            None => answer,
        })
    })
}

/// Words sent along are read to her only where they came with her own form, or are nothing but sentences of ours.
fn words_of(visit: &Visit) -> Option<String> {
    let words = app::ports::speech::speakable(visit.form.get("words"));
    let hers = form_token(&visit.world, visit.session.as_ref(), &visit.caller);
    let known = !hers.is_empty() && visit.form.get("csrf") == hers;
    let ours = || words.split_inclusive(['。', '！', '？']).all(|words| app::text::is_ours(visit.cx.lang, words.trim()));
    (!words.is_empty() && (known || ours())).then(|| format!("<html lang=\"zh-Hans\"><body><main><p>{words}</p></main></body></html>"))
}

enum Again {
    Page { html: String, whose: Cache },
    Onward(Answer),
}

/// The page as this caller gets it.
async fn page_again(visit: &Visit, page: &str) -> AppResult<Again> {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let (door, params) = door_of(path).ok_or(AppError::NotFound)?;
    let query = super::form::Form::parse(query.as_bytes()).raw();
    // Also a page of everybody's is hers once it greets her or answers her question.
    let everybodys = matches!(visit.caller, Caller::Anonymous) && query.is_empty();
    let whose = if everybodys { door.cache } else { Cache::Personal };
    let answer = gate::look(visit, door, doors::handler(door.name), path, query, params).await?;
    match answer.kind {
        Kind::Page { html, .. } => Ok(Again::Page { html, whose }),
        Kind::See(_) => Ok(Again::Onward(answer)),
        // A paper is no page.
        Kind::File { .. } | Kind::Made(_) => Err(AppError::NotFound),
    }
}

/// The page's door; one without gaps wins over one with.
fn door_of(path: &str) -> Option<(&'static Door, BTreeMap<String, String>)> {
    let readable = |door: &&Door| {
        let own = matches!(door.name, DoorName::Reading | DoorName::ReadingSound | DoorName::HeardSound);
        door.method == Method::Get && !own && !matches!(door.name, DoorName::PaperFile | DoorName::StaffPaper)
    };
    let fitting = DOORS.iter().filter(readable).filter_map(|door| Some((door, fits(door.path, path)?)));
    fitting.min_by_key(|(_, params)| params.len())
}

fn fits(pattern: &str, path: &str) -> Option<BTreeMap<String, String>> {
    let (wanted, given): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    let mut params = BTreeMap::new();
    for (wanted, given) in wanted.iter().zip(&given) {
        match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !given.is_empty() => {
                params.insert(name.to_owned(), (*given).to_owned());
            }
            _ if wanted == given => {}
            _ => return None,
        }
    }
    (wanted.len() == given.len()).then_some(params)
}

/// The sounds of a page that is the same for everybody, offered to everybody; none for any other page.
pub async fn sounds_of(site: &Site, path: &str) -> Vec<Sound> {
    let request = axum::http::Request::get(path).body(Body::empty()).unwrap_or_default();
    let public = door_of(path).is_some_and(|(door, _)| door.cache == Cache::Public);
    let Ok(answer) = super::router(site.clone()).oneshot(request).await;
    let Ok(html) = axum::body::to_bytes(answer.into_body(), 4 << 20).await else { return Vec::new() };
    if !public {
        return Vec::new();
    }
    let html = String::from_utf8_lossy(&html);
    let (world, page) = (&site.world, path.to_owned());
    let heard = Heard { title: title_of(&html), page, session: None, chinese: Tongue::Mandarin };
    let name = read_page(world, &HeardPage::of(Cache::Public, &html, lang_of(&html), Hearing::Masked), heard);
    let reading = world.speech.reading(&name, None, world.now());
    reading.map(|reading| reading.pieces.iter().map(|piece| piece.sound.clone()).collect()).unwrap_or_default()
}

/// The language that a page says it is in.
fn lang_of(html: &str) -> Lang {
    let tag = html.split_once(" lang=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(tag, _)| tag);
    Lang::from_tag(tag).unwrap_or_default()
}

fn title_of(html: &str) -> String {
    let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(title, _)| title);
    title.split(" – ").next().unwrap_or_default().replace("&amp;", "&").replace("&lt;", "<")
}

/// The page with the sound.
pub fn reading(visit: Visit) -> Handled {
    Box::pin(async move {
        let name = visit.param("reading").to_owned();
        let session = visit.session.as_ref().map(|s| &s.id);
        let Some(found) = visit.world.speech.reading(&name, session, visit.now) else {
            return Ok(Answer::status(404, reading::gone(&visit.cx)));
        };
        let data = reading::ReadingPage {
            name: &name,
            reading: &found,
            speaks: visit.world.speech.speaks(Tongue::Mandarin),
            cantonese: visit.world.speech.speaks(Tongue::Cantonese),
        };
        Ok(Answer::page(reading::show(&visit.cx, &data)))
    })
}

/// One sound of a personal page.
pub fn heard(visit: Visit) -> Handled {
    Box::pin(async move {
        let sound = Sound::Hers(visit.param("sound").to_owned());
        let session = visit.session.as_ref().map(|s| &s.id);
        Ok(Answer::made(match visit.world.speech.sound(&sound, session, visit.now).await {
            Ok(mp3) => sound::answer(mp3, visit.range.as_deref(), NEVER_KEPT),
            Err(why) => sound::silence(&why),
        }))
    })
}

/// `/audio/{name}`: everybody's sound. No session, no person, kept for ever.
pub async fn everybodys(site: Site, Path(name): Path<String>, headers: HeaderMap) -> Response<Body> {
    let name = name.strip_suffix(".mp3").unwrap_or_default().to_owned();
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    match site.world.speech.sound(&Sound::Everybodys(name), None, site.world.now()).await {
        Ok(mp3) => sound::answer(mp3, range, FOR_EVER),
        Err(why) => sound::silence(&why),
    }
}

/// The whole page as one sound. What is there already comes with its length; the rest as it is made, so that one hears
/// the first words at once. A player that asks for a part in the middle waits until all of it is there.
pub fn reading_sound(visit: Visit) -> Handled {
    Box::pin(async move {
        let session = visit.session.as_ref().map(|s| s.id.clone());
        let Some(reading) = visit.world.speech.reading(visit.param("reading"), session.as_ref(), visit.now) else {
            return Ok(Answer::made(sound::silence(&Silence::Gone)));
        };
        let speaker = Speaker { world: visit.world.clone(), session };
        if !visit.world.speech.speaks(Tongue::Mandarin) {
            return Ok(Answer::made(sound::silence(&Silence::NoVoice)));
        }
        let from_the_start = visit.range.as_deref().is_none_or(|range| range.trim() == "bytes=0-");
        let kept = speaker.kept(&reading.pieces).await;
        Ok(Answer::made(match (kept, from_the_start) {
            (Some(whole), _) => sound::answer(whole, visit.range.as_deref(), NEVER_KEPT),
            (None, true) => speaker.stream_made(reading.pieces.clone()),
            (None, false) => match speaker.whole(&reading.pieces).await {
                Ok(whole) => sound::answer(whole, visit.range.as_deref(), NEVER_KEPT),
                Err(why) => sound::silence(&why),
            },
        }))
    })
}

struct Speaker {
    world: app::ports::World,
    session: Option<SessionId>,
}

impl Speaker {
    async fn kept(&self, pieces: &[Piece]) -> Option<Arc<[u8]>> {
        let mut all = Vec::new();
        for piece in pieces {
            all.extend_from_slice(&self.world.speech.kept(&piece.sound, self.session.as_ref(), self.world.now()).await?);
        }
        Some(all.into())
    }

    async fn whole(&self, pieces: &[Piece]) -> Result<Arc<[u8]>, Silence> {
        let mut all = Vec::new();
        for piece in pieces {
            all.extend_from_slice(&self.one(piece).await?);
        }
        Ok(all.into())
    }

    /// Where many wait, this listener waits her turn: she has heard the beginning already.
    async fn one(&self, piece: &Piece) -> Result<Arc<[u8]>, Silence> {
        for _ in 0..20 {
            match self.world.speech.sound(&piece.sound, self.session.as_ref(), self.world.now()).await {
                Err(Silence::Busy) => tokio::time::sleep(Duration::from_secs(1)).await,
                other => return other,
            }
        }
        Err(Silence::Busy)
    }

    fn stream_made(self, pieces: Vec<Piece>) -> Response<Body> {
        let stream = futures_util::stream::unfold((self, pieces.into_iter()), |(speaker, mut rest)| async move {
            let piece = rest.next()?;
            let made = speaker.one(&piece).await.map(Bytes::from_owner).map_err(|why| std::io::Error::other(why.to_string()));
            Some((made, (speaker, rest)))
        });
        sound::stream(Body::from_stream(stream))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_page_is_found_by_its_address_and_a_paper_or_a_sound_is_none() {
        let door = |path: &str| door_of(path).map(|(door, _)| door.name);
        assert_eq!(door("/"), Some(DoorName::Home));
        assert_eq!(door("/file/draft/D/check"), Some(DoorName::FileCheck));
        assert_eq!(door("/file/draft/D/kind"), Some(DoorName::FileStep));
        for none in ["/papers/x", "/staff/papers/x", "/read/x", "/read/x/sound", "/nowhere", "/guide/", "/audio/hers/x"] {
            assert_eq!(door(none), None, "{none}");
        }
        assert_eq!(door_of("/guide/claim").unwrap().1["item"], "claim");
    }
}
