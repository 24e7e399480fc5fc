//! A page is offered to a listener: what is to be heard, in which order, and who may hear it.
//! What everybody sees may be kept by everybody; of a page that is hers every piece is asked for by her alone. Nothing is spoken
//! here yet.

use crate::ports::World;
use crate::ports::speech::{Ears, Piece, Reading, Tongue};
use crate::routes::Cache;
use crate::speech::HeardPage;
use crate::text;
use domain::ids::SessionId;
use domain::lang::Lang;

/// What is read, and to whom.
pub struct Heard {
    pub title: String,
    /// Where the page is, with its query.
    pub page: String,
    /// The browser's session; none: a stranger, who has seen nothing that is somebody's.
    pub session: Option<SessionId>,
    /// What Chinese is spoken in.
    pub chinese: Tongue,
}

/// Answers the name of the reading.
pub fn read_page(world: &World, page: &HeardPage, heard: Heard) -> String {
    let now = world.now();
    // Of a page of everybody's nothing is hers: a stranger who asks for one has no session to be known by.
    let session = heard.session.filter(|_| page.whose() == Cache::Personal);
    let ears = |private: bool, ours: bool| match &session {
        Some(session) if private && ours => Ears::HersOfOurs(session.clone()),
        Some(session) if private => Ears::Hers(session.clone()),
        _ => Ears::Everybody,
    };
    let mut block = None;
    let mut pieces = Vec::new();
    for piece in &page.plan().pieces {
        let Some(tongue) = tongue(piece.lang, heard.chinese).filter(|tongue| silent_or(world, *tongue)) else { continue };
        let sound = world.speech.offer(tongue, &piece.spoken, &ears(piece.private, text::is_ours(piece.lang, &piece.shown)), now);
        pieces.push(Piece { shown: piece.shown.clone(), sound, begins: block != Some(piece.block) });
        block = Some(piece.block);
    }
    let reading = Reading { title: heard.title, page: heard.page, pieces, ears: ears(true, false), masks: page.masks() };
    world.speech.keep_reading(reading, now)
}

/// Where nobody speaks at all the words are listed all the same: the browser may have a voice.
fn silent_or(world: &World, tongue: Tongue) -> bool {
    world.speech.speaks(tongue) || tongue == Tongue::Mandarin
}

/// No voice anywhere speaks Tibetan or Mongolian; the Chinese beside them is read.
fn tongue(lang: Lang, chinese: Tongue) -> Option<Tongue> {
    match lang {
        Lang::ZhHans => Some(chinese),
        Lang::Ug => Some(Tongue::Uyghur),
        Lang::Bo | Lang::MnMong | Lang::En => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::ports::speech::Sound;
    use domain::speech::Hearing;

    fn page(whose: Cache) -> HeardPage {
        text::text(Lang::ZhHans, "reading-gone");
        let html = "<main><p>读过的内容只留 15 分钟，别人听不到。</p><p>王桂兰，您的办件有了结果。</p><p>手机 19900000001</p></main>";
        HeardPage::of(whose, html, Lang::ZhHans, Hearing::Masked)
    }

    fn heard() -> Heard {
        Heard { title: "消息".into(), page: "/messages".into(), session: Some(SessionId::new("s")), chinese: Tongue::Mandarin }
    }

    #[test]
    fn of_a_personal_page_every_sound_is_hers() {
        let fake = World::fake();
        let name = read_page(&fake.world, &page(Cache::Personal), heard());
        let reading = fake.world.speech.reading(&name, Some(&SessionId::new("s")), fake.world.now()).unwrap();
        assert!(reading.pieces.iter().all(|piece| matches!(piece.sound, Sound::Hers(_))));
        assert!(reading.masks, "the telephone is heard by its ends");
        assert!(fake.world.speech.reading(&name, Some(&SessionId::new("other")), fake.world.now()).is_none());
    }

    #[test]
    fn a_public_page_is_everybodys_and_paragraphs_are_told_apart() {
        let fake = World::fake();
        let page = page(Cache::Public);
        let name = read_page(&fake.world, &page, heard());
        let reading = fake.world.speech.reading(&name, None, fake.world.now()).unwrap();
        assert_eq!((&reading.ears, reading.pieces.len()), (&Ears::Everybody, page.plan().pieces.len()));
        assert_eq!(reading.pieces.iter().filter(|piece| piece.begins).count(), 3);
    }

    #[tokio::test]
    async fn a_telephone_number_is_hers_even_where_our_own_text_stands_around_it() {
        let fake = World::fake();
        let now = fake.world.now();
        let name = read_page(&fake.world, &page(Cache::Personal), heard());
        let reading = fake.world.speech.reading(&name, Some(&SessionId::new("s")), now).unwrap();
        let last = reading.pieces.last().unwrap();
        assert!(fake.world.speech.sound(&last.sound, None, now).await.is_err());
        let spoken = fake.world.speech.sound(&last.sound, Some(&SessionId::new("s")), now).await.unwrap();
        assert!(!String::from_utf8_lossy(&spoken).contains("19900000001"), "spoken as words");
    }
}
