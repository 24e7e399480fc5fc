//! One behaviour of the walk each; whole pages are read in `app/tests/reading.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::routes::DOORS;
use domain::speech::{Kind, Piece};

fn pieces(main: &str) -> Vec<Piece> {
    plan_of_html(&format!("<html><head><title>一</title></head><body><p>外面</p><main>{main}</main></body></html>"), Lang::ZhHans).pieces
}

fn heard(main: &str) -> Vec<(u32, String, Kind)> {
    pieces(main).into_iter().map(|piece| (piece.block.0, piece.spoken, piece.kind)).collect()
}

fn said(main: &str) -> Vec<String> {
    pieces(main).into_iter().map(|piece| piece.spoken).collect()
}

#[test]
fn blocks_are_counted_in_the_order_of_the_document() {
    let page = "<h1>您好</h1><div><p>一段<b>话</b>。</p><ul><li>甲</li><li>乙<p>丙</p>丁</li></ul></div>";
    assert_eq!(
        heard(page),
        [
            (1, "您好".to_owned(), Kind::Heading),
            (3, "一段话。".to_owned(), Kind::Text),
            (5, "甲".to_owned(), Kind::Item),
            (6, "乙".to_owned(), Kind::Item),
            (7, "丙".to_owned(), Kind::Text),
            (6, "丁".to_owned(), Kind::Item),
        ]
    );
}

#[test]
fn what_cannot_be_seen_is_counted_and_not_read_and_islands_are_neither() {
    let page = "<p hidden>甲</p><p>乙<span class=\"unseen\">丙</span></p><leptos-island><p>丁</p></leptos-island>\
                <div data-silent><p>戊</p></div><svg><text>己</text></svg><p aria-hidden=\"true\">庚</p>";
    let found: Vec<(u32, String)> = heard(page).into_iter().map(|(id, words, _)| (id, words)).collect();
    assert_eq!(found, [(2, "乙".to_owned()), (3, "庚".to_owned())]);
}

#[test]
fn the_help_card_is_read_last_and_nothing_else_outside_of_main() {
    let page = "<body><p>甲</p><main><p>乙</p></main><aside class=\"help-card\"><h2>丙</h2></aside><p>丁</p></body>";
    let plan = plan_of_html(page, Lang::ZhHans);
    let found: Vec<(u32, &str)> = plan.pieces.iter().map(|piece| (piece.block.0, piece.shown.as_str())).collect();
    assert_eq!(found, [(1, "乙"), (3, "丙")]);
}

#[test]
fn components_say_how_their_values_are_read() {
    assert_eq!(
        said("<h1>好</h1><p>编号 <b data-kind=\"reference\"><span>347</span><span>825</span><span>6477</span></b></p>"),
        ["好", "编号三四七，八二五，六四七七"]
    );
    assert_eq!(said("<p><i data-say=\"再往下走\">→</i></p>"), ["再往下走"]);
    let piece = pieces("<p data-private>王桂兰</p>").pop().unwrap();
    assert!(piece.private);
    assert_eq!(said("<p data-kind=\"identity\">990101194503070019</p>"), ["尾号零零幺九"]);
    let full = HeardPage::of(Cache::Public, "<main><p>990101194503070019</p></main>", Lang::ZhHans, Hearing::InFull);
    assert_eq!(full.plan().pieces[0].spoken, "九九零幺零幺，幺九四五，零三零七，零零幺九");
}

#[test]
fn behind_every_personal_door_every_piece_is_private() {
    let page = "<main><h1>我的办件</h1><p>浙江省</p><label>电话</label><input type=\"tel\" value=\"13900001234\"></main>";
    for door in DOORS {
        let heard = HeardPage::of(door.cache, page, Lang::ZhHans, Hearing::Masked);
        let private = heard.plan().pieces.iter().filter(|piece| piece.private).count();
        // On a page of everybody's only what somebody has typed herself.
        assert_eq!(private, if door.cache == Cache::Personal { 4 } else { 1 }, "{:?}", door.name);
        assert!(heard.masks());
    }
    assert!(!HeardPage::of(Cache::Personal, page, Lang::ZhHans, Hearing::InFull).masks(), "nothing is left to be asked for");
}

#[test]
fn answers_in_fields_are_read_and_private_and_secrets_are_not() {
    let page = "<label for=\"a\">姓名</label><input id=\"a\" type=\"text\" value=\"王桂兰\"><input type=\"password\" value=\"12\">\
                <input type=\"hidden\" value=\"34\"><input autocomplete=\"one-time-code\" value=\"56\"><textarea>去儿子家</textarea>\
                <select><option value=\"\">还没有选</option><option value=\"1\" selected>云南</option></select>\
                <select><option>还没有选</option><option>云南</option></select>";
    assert_eq!(said(page), ["姓名", "王桂兰", "去儿子家", "云南", "还没有选"]);
    assert!(pieces(page).iter().skip(1).all(|piece| piece.private && piece.kind == Kind::Field));
}

#[test]
fn a_ticked_choice_says_so() {
    let row = |tick: &str| {
        format!(
            "<label class=\"choice\"><input type=\"radio\" value=\"y\"{tick}><span><span>有</span><span data-block>窗口帮您</span></span></label>"
        )
    };
    assert_eq!(said(&format!("{}{}", row(" checked"), row(""))), ["有，已经选了", "窗口帮您", "有", "窗口帮您"]);
    assert!(pieces(&row("")).iter().all(|piece| piece.kind == Kind::Choice));
}

#[test]
fn cells_are_heard_with_the_heads_of_their_columns() {
    let page = "<table><caption>办件</caption><thead><tr><th><span>姓<span>名</span></span></th><th>还剩几天</th></tr></thead>\
                <tbody><tr><td>王*</td><td>2</td></tr></tbody></table>";
    assert_eq!(said(page), ["办件", "姓名", "还剩几天", "姓名，王某", "还剩几天，二"]);
}

#[test]
fn mistakes_and_buttons_are_known_by_their_kind() {
    let page = "<div class=\"error-summary\"><h2>有几处要改</h2><ul><li><a href=\"#a\">没有填</a></li></ul></div><p><a href=\"/\">回首页</a></p>\
                <a class=\"button\" href=\"/\">开始</a><button>提交</button>";
    let kinds: Vec<Kind> = pieces(page).iter().map(|piece| piece.kind).collect();
    assert_eq!(kinds, [Kind::Error, Kind::Error, Kind::Link, Kind::Button, Kind::Button]);
}

#[test]
fn another_language_is_a_block_of_its_own() {
    let page = "<main><p>ياخشى<span lang=\"zh-Hans\">您好</span></p></main>";
    let found: Vec<(Lang, String)> = plan_of_html(page, Lang::Ug).pieces.into_iter().map(|piece| (piece.lang, piece.shown)).collect();
    assert_eq!(found, [(Lang::Ug, "ياخشى".to_owned()), (Lang::ZhHans, "您好".to_owned())]);
}

#[test]
fn a_broken_line_is_a_pause_and_typed_markup_is_text() {
    assert_eq!(said("<p>云溪县<br/>平安路 1 号</p>"), ["云溪县，平安路一号"]);
    assert_eq!(said("<p>您输入的是 &lt;b&gt;好&lt;/b&gt;</p>"), ["您输入的", "是B好、B"]);
}

#[test]
fn broken_or_empty_pages_cost_nothing() {
    for page in ["", "<", "<main", "<main><p>", "</p></main>", "<main></p></div><p>一</main>", "<main>&#xD800;&#99999999;</main>"] {
        assert!(plan_of_html(page, Lang::ZhHans).pieces.len() <= 4, "{page}");
    }
}

#[test]
fn the_selector_names_every_block_in_both_roots() {
    let selector = selector();
    for part in ["main", "main p", "main [data-block]", "main a[class]", ".help-card", ".help-card li"] {
        assert!(selector.split(',').any(|one| one == part), "{part}");
    }
}
