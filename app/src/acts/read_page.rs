//! A page is offered to a listener: what is to be heard, in which order, and who may hear it.
//! Words that everybody sees may be kept by everybody; all others are hers alone. Nothing is spoken here yet.

use crate::ports::World;
use crate::ports::speech::{Ears, Piece, Reading, Sound, Tongue};
use crate::text;
use domain::ids::SessionId;
use domain::lang::Lang;
use domain::speech::Plan;

/// What is read, and to whom.
pub struct Heard {
    pub title: String,
    /// Where the page is, with its query.
    pub page: String,
    /// The browser's session; none: a stranger, who has seen nothing that is somebody's.
    pub session: Option<SessionId>,
    /// The page is the same for everybody.
    pub public: bool,
    /// What Chinese is spoken in.
    pub chinese: Tongue,
}

/// Answers the name of the reading.
pub fn read_page(world: &World, plan: &Plan, heard: Heard) -> String {
    let now = world.now();
    let hers = match &heard.session {
        Some(session) if !heard.public => Ears::Hers(session.clone()),
        _ => Ears::Everybody,
    };
    let mut block = None;
    let mut pieces = Vec::new();
    let mut personal = false;
    for piece in &plan.pieces {
        let Some(tongue) = tongue(piece.lang, heard.chinese).filter(|tongue| silent_or(world, *tongue)) else { continue };
        let ears = if !piece.private && text::is_ours(piece.lang, &piece.shown) { &Ears::Everybody } else { &hers };
        let sound = world.speech.offer(tongue, &piece.spoken, ears, now);
        personal |= matches!(sound, Sound::Hers(_));
        pieces.push(Piece { shown: piece.shown.clone(), sound, begins: block != Some(piece.block) });
        block = Some(piece.block);
    }
    let ears = if personal { hers } else { Ears::Everybody };
    world.speech.keep_reading(Reading { title: heard.title, page: heard.page, pieces, ears }, now)
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
    use domain::speech::{Block, Hearing, Kind};

    fn plan() -> Plan {
        text::text(Lang::ZhHans, "reading-gone");
        let blocks = ["读过的内容只留 15 分钟，别人听不到。", "王桂兰，您的办件有了结果。", "手机 19900000001"];
        let blocks = blocks.into_iter().zip(0..).map(|(words, id)| Block::text(id, Kind::Text, Lang::ZhHans, words));
        Plan::of(Lang::ZhHans, blocks, Hearing::Masked)
    }

    fn heard(public: bool) -> Heard {
        Heard { title: "消息".into(), page: "/messages".into(), session: Some(SessionId::new("s")), public, chinese: Tongue::Mandarin }
    }

    #[test]
    fn of_a_personal_page_only_our_own_sentences_are_everybodys() {
        let fake = World::fake();
        let name = read_page(&fake.world, &plan(), heard(false));
        let reading = fake.world.speech.reading(&name, Some(&SessionId::new("s")), fake.world.now()).unwrap();
        for piece in &reading.pieces {
            let hers = matches!(piece.sound, Sound::Hers(_));
            assert_eq!(hers, !text::text(Lang::ZhHans, "reading-gone").contains(piece.shown.trim()), "{}", piece.shown);
        }
        assert!(fake.world.speech.reading(&name, Some(&SessionId::new("other")), fake.world.now()).is_none());
    }

    #[test]
    fn a_public_page_is_everybodys_and_paragraphs_are_told_apart() {
        let fake = World::fake();
        let plan = plan();
        let name = read_page(&fake.world, &plan, heard(true));
        let reading = fake.world.speech.reading(&name, None, fake.world.now()).unwrap();
        assert_eq!((&reading.ears, reading.pieces.len()), (&Ears::Everybody, plan.pieces.len()));
        assert_eq!(reading.pieces.iter().filter(|piece| piece.begins).count(), 3);
    }

    #[tokio::test]
    async fn a_telephone_number_is_hers_even_where_our_own_text_stands_around_it() {
        let fake = World::fake();
        let now = fake.world.now();
        let name = read_page(&fake.world, &plan(), heard(false));
        let reading = fake.world.speech.reading(&name, Some(&SessionId::new("s")), now).unwrap();
        let last = reading.pieces.last().unwrap();
        assert!(fake.world.speech.sound(&last.sound, None, now).await.is_err());
        let spoken = fake.world.speech.sound(&last.sound, Some(&SessionId::new("s")), now).await.unwrap();
        assert!(!String::from_utf8_lossy(&spoken).contains("19900000001"), "spoken as words");
    }
}
