//! The kit as a whole: every example renders, in every language and comfort setting.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use domain::lang::Lang;

use super::*;
use crate::cx::Cx;

#[test]
fn every_example_renders_in_every_language_without_a_bare_key() {
    for lang in Lang::ALL {
        let cx = Cx { lang, ..Cx::sample() };
        let names: Vec<&str> = all_examples(&cx).into_iter().map(|(name, _)| name).collect();
        assert!(names.len() > 50);
        let html = render(|| stack(all_examples(&cx).into_iter().map(|(_, html)| html).collect()));
        assert!(!html.contains(">ui-") && !html.contains("\"ui-"), "a key shows itself");
    }
}

#[test]
fn what_people_typed_is_escaped() {
    let cx = Cx::sample();
    let html = render(|| text_field(&cx, Field::new("name", "<b>").value("\"><script>alert(1)</script>").error("<i>"), TextKind::Name));
    assert!(!html.contains("<script") && !html.contains("<i>") && !html.contains("<b>"), "{html}");
}

#[test]
fn a_page_is_whole_and_carries_no_script_of_its_own() {
    let cx = Cx::sample_helper();
    let html = page(&cx, Head::new("第一页").service("异地就医备案").back("/"), || para("内容"));
    assert!(html.starts_with("<!DOCTYPE html><html"));
    assert!(!html.contains("<script") && !html.contains(" onclick") && !html.contains(" style="));
    assert!(html.contains("<title>第一页 – 异地就医备案 – 云溪县医疗保障局（演示）</title>"), "{html}");
    // Words that are kept together on a line stand in spans.
    let words = ["<span class=\"tied\">", "<span>", "</span>"].iter().fold(html.clone(), |html, tag| html.replace(tag, ""));
    assert!(words.contains("您正在帮 王*（父母） 办理"));
    assert!(html.contains("href=\"tel:09905550100\""));
    assert_eq!(html.matches("<main").count(), 1);
}

#[test]
fn the_title_of_a_page_with_mistakes_says_so_first() {
    let html = page(&Cx::sample(), Head::new("您的姓名").wrong(true), || para("内容"));
    assert!(html.contains("<title>错误：您的姓名 – "));
}

#[test]
fn chinese_on_a_page_of_another_language_is_tagged() {
    let uyghur = Cx { lang: Lang::Ug, ..Cx::sample() };
    let html = page(&uyghur, Head::new("第一页"), || para("内容"));
    assert!(html.contains("<html lang=\"ug\" dir=\"rtl\""));
    assert!(html.contains("<main id=\"main\" tabindex=\"-1\" lang=\"zh-Hans\" dir=\"ltr\""), "{html}");
}

#[test]
fn a_page_that_speaks_no_mongolian_does_not_stand_upright() {
    let mongolian = Cx { lang: Lang::MnMong, ..Cx::sample() };
    assert!(page(&mongolian, Head::new("第一页"), || para("内容")).contains("<html lang=\"zh-Hans\""));
    let html = page(&mongolian, Head::new("第一页").translated(), || para("内容"));
    assert!(html.contains("<html lang=\"mn-Mong-CN\" dir=\"ltr\" class=\"e1 elder theme-device upright\""));
}

#[test]
fn signed_in_pages_link_the_style_and_strangers_get_it_inside() {
    let assets = crate::cx::Assets { css_inline: "b{color:red}", css_href: "/a/main.css", ..crate::cx::Assets::NONE };
    let stranger = page(&Cx { assets, ..Cx::sample() }, Head::new("x"), || para("x"));
    let resident = page(&Cx { assets, ..Cx::sample_resident() }, Head::new("x"), || para("x"));
    assert!(stranger.contains("<style>b{color:red}</style>") && !stranger.contains("stylesheet"));
    assert!(resident.contains("<link rel=\"stylesheet\" href=\"/a/main.css\"") && !resident.contains("<style>"));
}

#[test]
fn a_clerk_who_files_for_somebody_sees_it_and_can_end_it() {
    let acting = Some(crate::cx::Acting { masked_name: "王*".to_owned(), relation_key: String::new() });
    let html = page(&Cx { acting, ..Cx::sample_staff() }, Head::new("x"), || para("x"));
    assert!(html.contains("王*") && html.contains("action=\"/staff/intake/end\"") && !html.contains("/family/return"));
}
