//! The public pages in every language and comfort setting: whole, without bare keys, without script, each with a person to call.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::cx::{Cx, RegionCard};
use app::find::find;
use app::learn::{CARDS, Guess};
use app::pages::{accessibility, comfort, guide, hall, help, home, languages, learn, promises, search, talk, voice, wrong};
use domain::catalog::ItemCode;
use domain::comfort::{Caption, Comfort, Mode, Sounds, TextSize, Theme};
use domain::lang::Lang;
use std::sync::Arc;

fn every_page(cx: &Cx) -> Vec<(String, String)> {
    let mut pages = vec![
        ("home".to_owned(), home::show(cx)),
        (
            "comfort".to_owned(),
            comfort::show(cx, &comfort::ComfortData { back: "/".to_owned(), stored: true, ..comfort::ComfortData::default() }),
        ),
        ("languages".to_owned(), languages::show(cx, &languages::LanguagesData::default())),
        ("voice".to_owned(), voice::show(cx)),
        ("hall".to_owned(), hall::show(cx)),
        ("help".to_owned(), help::show(cx)),
        ("promises".to_owned(), promises::show(cx)),
        ("learn".to_owned(), learn::start(cx)),
        ("accessibility".to_owned(), accessibility::show(cx)),
    ];
    for (hearing, problem) in [(false, None), (true, None), (true, Some("talk-problem-busy"))] {
        pages.push((format!("talk {hearing} {problem:?}"), talk::show(cx, &talk::TalkData { hearing, seconds: 30, problem })));
    }
    for words in ["", "报销", "飞机票"] {
        let data =
            talk::FoundData { words: words.to_owned(), guesses: app::acts::hear_wish::guess(&[domain::intent::Wording::sure(words)]) };
        pages.push((format!("talk found {words}"), talk::found(cx, &data)));
    }
    for lead in ["family-claim", "larger", "smaller", "home", "call"] {
        let guesses = vec![app::acts::hear_wish::Lead::from_key(lead).unwrap()];
        pages.push((format!("talk found {lead}"), talk::found(cx, &talk::FoundData { words: "说的话".to_owned(), guesses })));
    }
    for query in ["", "一保", "飞机票"] {
        pages.push((format!("search {query}"), search::show(cx, &search::SearchData { query: query.to_owned(), found: find(query) })));
    }
    for item in ItemCode::ALL {
        for start in [
            guide::Start::CounterOnly,
            guide::Start::SignInFirst { href: "/sign-in".to_owned() },
            guide::Start::Ready { once: "k".to_owned() },
        ] {
            pages.push((
                format!("guide {item:?} {start:?}"),
                guide::show(
                    cx,
                    &guide::GuideData {
                        item,
                        start,
                        promised: Vec::new(),
                        tonight: Some("/tonight".to_owned()),
                        code: Some("990036999000".to_owned()),
                        pdf: Some(123_456),
                    },
                ),
            ));
        }
    }
    for item in ItemCode::ALL {
        let leaflet = guide::leaflet::leaflet(cx, &bare(item), true, jiff::civil::date(2026, 3, 2));
        pages.push((format!("print {item:?}"), guide::print::show(cx, &leaflet, &format!("/guide/{}", item.slug()), Some(99_000))));
    }
    for (number, card) in (1..).zip(&CARDS) {
        pages.push((format!("card {number}"), learn::question(cx, number, card)));
        for guess in Guess::ALL {
            let lines = learn::Lines { insurance: "12393", fraud: "96110" };
            pages.push((format!("card {number} {guess:?}"), learn::answer(cx, number, card, guess, lines)));
        }
    }
    for kind in wrong::Wrong::ALL {
        pages.push((format!("{kind:?}"), wrong::show(cx, kind)));
    }
    pages
}

/// Text nodes alone.
fn words(html: &str) -> String {
    let body = html.split("<body").nth(1).unwrap();
    body.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_is_whole_in_every_language_and_size() {
    for lang in Lang::ALL {
        for mode in Mode::ALL.iter().copied() {
            let comfort = Comfort { mode, ..Comfort::default() };
            let cx = Cx { lang, comfort, ..Cx::sample() };
            for (name, html) in every_page(&cx) {
                assert!(html.starts_with("<!DOCTYPE html><html ") && html.ends_with("</html>"), "{name}");
                assert_eq!(html.matches("<h1").count(), 1, "{name} has one h1");
                assert_eq!(html.matches("<main").count(), 1, "{name}");
                assert!(html.contains("tel:09905550100"), "{name} names a telephone");
                assert!(!html.contains("<script") && !html.contains(" style=") && !html.contains("target="), "{name}");
                let words = words(&html);
                let bare = words.split_whitespace().find(|word| {
                    word.starts_with(|c: char| c.is_ascii_lowercase())
                        && word.contains('-')
                        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                });
                assert_eq!(bare, None, "{name} in {lang:?} shows a key");
            }
        }
    }
}

#[test]
fn titles_tell_pages_apart() {
    let mut titles: Vec<String> = every_page(&Cx::sample())
        .into_iter()
        .filter(|(name, _)| {
            !name.starts_with("search") && !name.starts_with("talk") && !name.contains("SignInFirst") && !name.contains("Ready")
        })
        .map(|(_, html)| html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned())
        .collect();
    let all = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), all, "{titles:?}");
}

/// The words without what holds them together on a line.
fn untied(html: &str) -> String {
    ["<span class=\"tied\">", "<span>", "</span>"].iter().fold(html.to_owned(), |html, tag| html.replace(tag, ""))
}

#[test]
fn the_front_door_has_three_ways_and_six_entries() {
    let html = untied(&home::show(&Cx::sample()));
    assert_eq!(html.matches("class=\"tile\"").count(), 6);
    assert_eq!(html.matches("class=\"way").count() - html.matches("class=\"ways").count() - html.matches("class=\"way-").count(), 3);
    let first = html.find("长辈版").unwrap();
    assert!(first < html.find("class=\"tile\"").unwrap(), "the way to and from large text stands above everything else");
    assert!(html.contains("换成标准版"));
    let standard = home::show(&Cx { comfort: Comfort { mode: Mode::Standard, ..Comfort::default() }, ..Cx::sample() });
    assert!(untied(&standard).contains("打开大字版"));
}

#[test]
fn the_simple_front_door_has_four_entries_and_a_way_to_all_of_them() {
    let html = untied(&home::show(&Cx { comfort: Comfort { mode: Mode::Simple, ..Comfort::default() }, ..Cx::sample() }));
    assert_eq!(html.matches("class=\"tile\"").count(), 4);
    assert!(html.contains("看全部事项") && html.contains("action=\"/comfort\""));
}

#[test]
fn whoever_changed_nothing_yet_is_asked_once_in_the_page_whether_she_can_read_it() {
    let first = untied(&home::show(&Cx::sample()));
    assert!(first.contains("字看得清吗？") && first.contains("字再大一点") && first.contains("href=\"/comfort?back=%2F\""));
    for comfort in [
        Comfort { size: TextSize::Two, ..Comfort::default() },
        Comfort { theme: Theme::Dark, ..Comfort::default() },
        Comfort { caption: Caption::On, ..Comfort::default() },
    ] {
        assert!(!untied(&home::show(&Cx { comfort, ..Cx::sample() })).contains("字看得清吗？"), "{comfort:?}");
    }
}

#[test]
fn only_pages_of_people_who_chose_it_name_the_script_and_the_strip() {
    let assets = app::cx::Assets { comfort_src: "/assets/comfort.js", ..app::cx::Assets::NONE };
    let plain = help::show(&Cx { assets, ..Cx::sample() });
    assert!(!plain.contains("comfort.js") && !plain.contains("class=\"caption\""));
    let html = help::show(&Cx { assets, comfort: Comfort { caption: Caption::On, ..Comfort::default() }, ..Cx::sample() });
    assert!(html.contains("<script src=\"/assets/comfort.js\" defer"));
    assert!(html.contains("<div aria-hidden=\"true\" class=\"caption\"></div>"));
}

/// A guide of which nothing else is known.
fn bare(item: ItemCode) -> guide::GuideData {
    guide::GuideData { item, start: guide::Start::CounterOnly, promised: Vec::new(), tonight: None, code: None, pdf: None }
}

#[test]
fn a_guide_offers_paper_and_a_file_only_where_one_can_be_made() {
    let without = untied(&guide::show(&Cx::sample(), &bare(ItemCode::Claim)));
    assert!(without.contains("href=\"/guide/claim/print\"") && !without.contains("/guide/claim/pdf"));
    let with = untied(&guide::show(&Cx::sample(), &guide::GuideData { pdf: Some(123_456), ..bare(ItemCode::Claim) }));
    assert!(with.contains("href=\"/guide/claim/pdf\"") && with.contains("下载大字版（PDF，约 121 KB）"), "{with}");
    assert!(!with.contains("大字版只有汉语的"));
    let uyghur = Cx { lang: Lang::Ug, ..Cx::sample() };
    let other = untied(&guide::show(&uyghur, &guide::GuideData { pdf: Some(123_456), ..bare(ItemCode::Claim) }));
    assert!(other.contains("大字版只有汉语的"));
}

#[test]
fn the_print_page_shows_the_whole_leaflet_and_no_button_gets_on_paper() {
    for item in ItemCode::ALL {
        let leaflet = guide::leaflet::leaflet(&Cx::sample(), &bare(item), true, jiff::civil::date(2026, 3, 2));
        let html = untied(&guide::print::show(&Cx::sample(), &leaflet, &format!("/guide/{}", item.slug()), Some(99_000)));
        for text in leaflet.texts() {
            assert!(html.contains(&text.replace('&', "&amp;")), "{item:?}: {text}");
        }
        let unprinted = html.split("<div class=\"no-print\">").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        assert!(unprinted.contains("/pdf\""), "{item:?}");
    }
}

#[test]
fn a_service_that_is_not_built_leads_to_its_counter_and_no_dead_button() {
    let html = guide::show(&Cx::sample(), &bare(ItemCode::Claim));
    let html = untied(&html);
    assert!(!html.contains("开始填写申请"));
    for fact in ["云溪县医保服务大厅", "9:00—17:00", "0990-555 0100", "费用清单", "我要办医疗费用报销"] {
        assert!(html.contains(fact), "{fact}");
    }
}

#[test]
fn hours_with_a_bracket_of_their_own_stand_in_no_second_one() {
    let mut region = RegionCard::sample();
    region.phone_hours = "每天 8:00—20:00（演示号码，打不通）".to_owned();
    let cx = Cx { region: Arc::new(region), ..Cx::sample() };
    for (name, html) in every_page(&cx) {
        assert!(!html.contains("））"), "{name}");
    }
    let ask = cx.tv("receipt-ask", &[("phone", &cx.region.phone), ("hours", &cx.region.phone_hours)]);
    assert!(!ask.contains("））"), "{ask}");
}

#[test]
fn nothing_is_ticked_but_what_the_person_chose_before() {
    let html = comfort::show(&Cx::sample(), &comfort::ComfortData::default());
    assert_eq!(html.matches(" checked").count(), 3, "her size, her colours and her page kind");
    let quiet = Comfort { sounds: Sounds::Off, ..Comfort::default() };
    let html = comfort::show(&Cx { comfort: quiet, ..Cx::sample() }, &comfort::ComfortData::default());
    assert_eq!(html.matches(" checked").count(), 4, "and that it shall be quiet");
    assert!(html.contains("data-sounds=\"off\""), "scripts that sound ask the page first");
}

#[test]
fn an_error_page_carries_the_number_to_read_out() {
    for kind in wrong::Wrong::ALL {
        assert!(wrong::show(&Cx::sample(), kind).contains("R7K2-M4PX"));
    }
}

#[test]
fn where_villages_are_many_the_township_is_asked_for_first() {
    use app::pages::nearby::{Township, choose};
    let townships = |villages: usize| -> Vec<Township> {
        let of = |n: usize| Township {
            code: format!("99010100{n}"),
            name: format!("第{n}镇"),
            villages: (0..villages).map(|v| (format!("99010100{n}{v:03}"), format!("{n}镇{v}村"))).collect(),
        };
        (1..=3).map(of).collect()
    };
    let few = untied(&choose(&Cx::sample(), &townships(2), None));
    assert!(few.contains("2镇1村") && !few.contains("?in="));
    let many = untied(&choose(&Cx::sample(), &townships(30), None));
    assert!(many.contains("/nearby?in=990101002") && !many.contains("2镇1村"), "a page of ninety villages is nobody's");
    let one = untied(&choose(&Cx::sample(), &townships(30), Some("990101002")));
    assert!(one.contains("2镇29村") && !one.contains("3镇1村"));
    let unknown = untied(&choose(&Cx::sample(), &townships(30), Some("1")));
    assert!(unknown.contains("/nearby?in=990101002"), "what is unknown asks again");
}
