//! Plans as wholes: order, privacy, cutting, and that screen and speech tell the same.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use proptest::prelude::*;

fn plan(texts: &[&str]) -> Plan {
    let blocks = texts.iter().enumerate().map(|(at, text)| Block::text(at as u32, Kind::Text, Lang::ZhHans, *text));
    Plan::of(Lang::ZhHans, blocks, Hearing::Masked)
}

fn shown(plan: &Plan) -> Vec<&str> {
    plan.pieces.iter().map(|piece| piece.shown.as_str()).collect()
}

#[test]
fn sentences_are_cut_at_their_ends_and_the_first_piece_is_short() {
    let plan = plan(&["异地就医备案", "先登记。再去看病！您要去哪里？「就这样。」好"]);
    assert_eq!(shown(&plan), ["异地就医备案", "先登记。", "再去看病！", "您要去哪里？", "「就这样。」", "好"]);
}

#[test]
fn a_long_first_sentence_is_cut_where_two_known_words_meet() {
    assert_eq!(shown(&plan(&["去外地看病以前先在这里登记"]))[0], "去外地看病");
    assert_eq!(shown(&plan(&["去外地看病，先在这里登记"]))[0], "去外地看病，");
    assert_eq!(shown(&plan(&["帮家人办理备案。"])).len(), 1, "eight signs need no cut");
    assert_eq!(shown(&plan(&["噫吁嚱危乎高哉蜀道之难"])), ["噫吁嚱危乎高哉蜀道之难"], "no word is known, so none is cut");
}

#[test]
fn a_cut_never_leaves_a_word_that_leans_on_the_next_one() {
    assert_eq!(shown(&plan(&["如果女儿不在家就找邻居"]))[0], "如果女儿");
    assert_eq!(shown(&plan(&["医保付了一万零五十元整"]))[0], "医保付了", "a count stays with what is counted");
}

#[test]
fn of_two_ways_to_read_the_words_none_is_taken() {
    assert_eq!(shown(&plan(&["现在研究生命的起源问题"]))[0], "现在");
}

#[test]
fn the_second_piece_is_short_too_and_the_third_as_long_as_it_likes() {
    let pieces = plan(&["您的申请已经受理我们会在五个工作日以内办完请您在家里放心等我们的消息"]);
    let cut = shown(&pieces);
    let lengths: Vec<usize> = cut.iter().map(|piece| piece.chars().count()).collect();
    assert!(lengths.len() == 3 && lengths[0] <= 6 && (7..=12).contains(&lengths[1]) && lengths[2] > 14, "{cut:?}");
    let next = plan(&["先登记", "去外地看病以前在这里写上地方和日期就可以了"]);
    assert!(shown(&next)[1].chars().count() <= 12, "also where it is a sentence of its own");
}

#[test]
fn a_piece_that_is_one_value_says_so() {
    let plan = plan(&["1,234.50 元", "编号 347 825 6477", "347 825 6477"]);
    let kinds: Vec<Kind> = plan.pieces.iter().map(|piece| piece.kind).collect();
    assert_eq!(kinds, [Kind::Money, Kind::Text, Kind::Reference]);
}

#[test]
fn what_the_page_knows_is_read_as_that() {
    let part = |shown: &str, how| Part { shown: shown.to_owned(), how };
    let block = |parts| Block { id: BlockId(0), kind: Kind::Text, lang: Lang::ZhHans, private: false, parts };
    let say = |parts, hearing| Plan::of(Lang::ZhHans, [block(parts)], hearing).pieces.pop().unwrap();
    assert_eq!(say(vec![part("R7K2-M4PX", How::Reference)], Hearing::Masked).spoken, "R七K二，M四PX");
    let identity = vec![part("990101194503070019", How::Identity)];
    let piece = say(identity.clone(), Hearing::Masked);
    assert_eq!((piece.spoken.as_str(), piece.private), ("尾号零零幺九", true));
    assert!(say(identity, Hearing::InFull).spoken.contains("幺九四五"));
    assert_eq!(say(vec![part("→", How::Instead("<b>接下来</b>".to_owned()))], Hearing::Masked).spoken, "B接下来、B");
}

#[test]
fn a_personal_page_is_private_as_a_whole() {
    assert!(plan(&["您好"]).pieces.iter().all(|piece| !piece.private));
    assert!(plan(&["打 13900001234"]).pieces.iter().all(|piece| piece.private));
    assert!(plan(&["您好"]).personal().pieces.iter().all(|piece| piece.private));
}

#[test]
fn a_plan_knows_that_it_hides_something() {
    let of = |text: &str, hearing| Plan::of(Lang::ZhHans, [Block::text(0, Kind::Text, Lang::ZhHans, text)], hearing);
    for (text, hides) in [("990101194503070019", true), ("手机 13900001234", true), ("139****1234", false), ("打 0990-555 0100", false)]
    {
        assert_eq!(of(text, Hearing::InFull).says_more_than(&of(text, Hearing::Masked)), hides, "{text}");
    }
}

#[test]
fn other_languages_are_left_to_their_own_voice() {
    let block = Block::text(0, Kind::Text, Lang::Ug, "0990-555 0100 غا تېلېفون قىلىڭ؟ \u{7} ياخشى");
    let plan = Plan::of(Lang::Ug, [block], Hearing::Masked);
    assert_eq!(plan.pieces.iter().map(|p| p.spoken.as_str()).collect::<Vec<_>>(), ["0990-555 0100 غا تېلېفون قىلىڭ؟", "ياخشى"]);
    let hidden = Block::text(0, Kind::Text, Lang::Ug, "990101194503070019");
    assert_eq!(Plan::of(Lang::Ug, [hidden], Hearing::Masked).pieces[0].spoken, "0019");
}

proptest! {
    #[test]
    fn the_plan_keeps_the_order_of_the_page_and_loses_no_sign(texts in prop::collection::vec("[一-龥a-z0-9，。？！；：（）「」 -]{0,60}", 0..8)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let plan = plan(&texts);
        prop_assert!(plan.pieces.windows(2).all(|two| two[0].block <= two[1].block));
        for (at, text) in texts.iter().enumerate() {
            let joined: String = plan.pieces.iter().filter(|p| p.block == BlockId(at as u32)).map(|p| p.shown.as_str()).collect();
            let sounding = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(sounding(&joined), sounding(text));
        }
    }

    #[test]
    fn ten_thousand_signs_of_anything_are_cut_into_short_pieces(text in prop::collection::vec(any::<char>(), 0..300), times in 1usize..40) {
        let long: String = text.iter().collect::<String>().repeat(times).chars().take(10_000).collect();
        let plan = plan(&[&long]);
        prop_assert!(plan.pieces.len() <= 10_000);
        let heard: usize = plan.pieces.iter().map(|piece| piece.spoken.chars().count()).sum();
        prop_assert!(heard <= 10_000 * 6 + 100, "{}", heard);
    }
}

#[test]
fn the_worst_texts_are_bounded_too() {
    for worst in ["1", "一", "a", "*", "1 ", "1-", "1.", "1,000", "8:00—", "www.", "《", "℃", "A1-", "。", "⑳", "12/", "@"] {
        let long: String = worst.repeat(10_000).chars().take(10_000).collect();
        let plan = plan(&[&long]);
        let heard: usize = plan.pieces.iter().map(|piece| piece.spoken.chars().count()).sum();
        assert!(heard <= 60_100, "{worst}: {heard}");
    }
}
