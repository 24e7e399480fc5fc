//! Every public page and every example of the kit read aloud: nothing readable is left out, nothing is read twice, and what is
//! heard holds no markup, no control sign and every digit of what is shown.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::cx::Cx;
use app::find::find;
use app::pages::{accessibility, comfort, guide, help, home, languages, promises, search, voice, wrong};
use app::speech::plan_of_html;
use app::ui;
use domain::catalog::ItemCode;
use domain::lang::Lang;
use domain::speech::{Kind, Plan};

fn pages(cx: &Cx) -> Vec<(String, String)> {
    let mut pages = vec![
        ("home".to_owned(), home::show(cx)),
        (
            "comfort".to_owned(),
            comfort::show(cx, &comfort::ComfortData { back: "/".to_owned(), stored: true, ..comfort::ComfortData::default() }),
        ),
        ("languages".to_owned(), languages::show(cx, &languages::LanguagesData::default())),
        ("voice".to_owned(), voice::show(cx)),
        ("help".to_owned(), help::show(cx)),
        ("promises".to_owned(), promises::show(cx)),
        ("accessibility".to_owned(), accessibility::show(cx)),
    ];
    for query in ["", "一保", "飞机票", "<b>1 & 2"] {
        pages.push((format!("search {query}"), search::show(cx, &search::SearchData { query: query.to_owned(), found: find(query) })));
    }
    for item in ItemCode::ALL {
        for start in [guide::Start::CounterOnly, guide::Start::Ready { once: "k".to_owned() }] {
            let data = guide::GuideData { item, start, promised: Vec::new(), tonight: Some("/tonight".to_owned()), code: None, pdf: None };
            pages.push((format!("guide {item:?}"), guide::show(cx, &data)));
        }
    }
    for item in ItemCode::ALL {
        let data = guide::GuideData { item, start: guide::Start::CounterOnly, promised: Vec::new(), tonight: None, code: None, pdf: None };
        let leaflet = guide::leaflet::leaflet(cx, &data, true, jiff::civil::date(2026, 3, 2));
        pages.push((format!("print {item:?}"), guide::print::show(cx, &leaflet, "/guide/claim", None)));
    }
    pages.extend(wrong::Wrong::ALL.map(|kind| (format!("{kind:?}"), wrong::show(cx, kind))));
    for (at, (name, example)) in ui::all_examples(cx).into_iter().enumerate() {
        let html = ui::render(|| example);
        pages.push((format!("{name} {at}"), format!("<html><body><main>{html}</main></body></html>")));
    }
    pages
}

/// The visible text of main and help card by another road than the plan's: elements that cannot be seen are cut out, then tags.
fn visible(html: &str) -> String {
    let (inside, outside) = html.split_once("<main").unwrap().1.split_once("</main>").unwrap();
    let mut seen = texts(inside.split_once('>').unwrap().1);
    if let Some((_, card)) = outside.split_once("class=\"help-card\"") {
        seen.push_str(&texts(card.split_once('>').unwrap().1.split("</aside>").next().unwrap()));
    }
    let seen = seen.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    letters(&seen)
}

fn texts(html: &str) -> String {
    let mut out = String::new();
    let mut hidden: Vec<String> = Vec::new();
    for part in html.split('<').skip(usize::from(html.starts_with('<'))) {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name = tag.split([' ', '/']).next().unwrap().to_owned();
        if let Some(name) = tag.strip_prefix('/') {
            if hidden.last().is_some_and(|open| open == name) {
                hidden.pop();
            }
        } else {
            let cut = ["svg", "leptos-island", "select"].contains(&name.as_str())
                || tag.ends_with(" hidden")
                || tag.contains(" hidden ")
                || tag.contains("class=\"unseen\"")
                // The button that reads does not read itself.
                || tag.contains("data-silent");
            // Elements of the same name inside a hidden one must not end it.
            if !tag.ends_with('/') && (cut || hidden.last() == Some(&name)) && !["input", "br"].contains(&name.as_str()) {
                hidden.push(name.clone());
            }
            if name == "input" && hidden.is_empty() {
                out.push_str(&field(tag));
            }
            if name == "option" && (tag.contains(" selected") || tag.contains("value=\"\"")) && hidden == ["select"] {
                // The kit's example chooses one; the empty answer is read only where none is chosen.
                if tag.contains(" selected") {
                    out.push_str(text);
                }
            }
        }
        if hidden.is_empty() {
            out.push_str(text);
        }
    }
    out
}

fn field(tag: &str) -> String {
    let shown = ["type=\"text\"", "type=\"tel\""].iter().any(|kind| tag.contains(kind)) && !tag.contains("one-time-code");
    let value = tag.split(" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.filter(|_| shown).unwrap_or_default().to_owned()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn shown(plan: &Plan) -> String {
    letters(&plan.pieces.iter().map(|piece| piece.shown.as_str()).collect::<String>())
}

#[test]
fn what_is_read_is_what_can_be_seen_once_and_in_order() {
    for cx in [Cx::sample(), Cx::sample_resident(), Cx::sample_helper(), Cx { lang: Lang::Ug, ..Cx::sample() }] {
        for (name, html) in pages(&cx) {
            let plan = plan_of_html(&html, cx.lang);
            assert_eq!(shown(&plan), visible(&html), "{name} in {:?}", cx.lang);
        }
    }
}

#[test]
fn only_words_letters_and_pauses_are_heard() {
    for (name, html) in pages(&Cx::sample()) {
        for piece in plan_of_html(&html, Lang::ZhHans).pieces.iter().filter(|piece| piece.lang == Lang::ZhHans) {
            let strange = piece.spoken.chars().find(|c| !(c.is_alphabetic() || "，、；。！？ ".contains(*c)));
            assert_eq!(strange, None, "{name}: {}", piece.spoken);
            assert!(piece.spoken.chars().count() <= 200, "{name}: {}", piece.spoken);
        }
    }
}

#[test]
fn no_two_texts_run_into_each_other_without_a_breath() {
    // A line of its own inside a block needs `data-block`; else 「异地就医备案」 and 「去外地看病」 are heard as one word.
    for (name, html) in pages(&Cx::sample()) {
        let main = html.split("<main").nth(1).unwrap();
        for (at, _) in main.match_indices("</span><span class=\"") {
            let class = main[at + 20..].split('"').next().unwrap();
            let after = main[at..].split('>').nth(2).unwrap_or_default().split('<').next().unwrap();
            let before = main[..at].chars().last().unwrap();
            let own = main[at + 8..].split('>').next().unwrap().contains("data-block");
            let meets = before.is_alphanumeric() && after.chars().next().is_some_and(char::is_alphanumeric);
            assert!(own || !meets || ["tied", "unseen"].contains(&class), "{name}: {class} {after}");
        }
    }
}

#[test]
fn the_first_sound_of_every_page_is_short() {
    for (name, html) in pages(&Cx::sample()).into_iter().filter(|(_, html)| html.contains("<h1")) {
        let plan = plan_of_html(&html, Lang::ZhHans);
        let first = plan.pieces.first().unwrap();
        assert!(first.spoken.chars().count() <= 20, "{name}: {}", first.spoken);
    }
}

#[test]
fn numbers_on_pages_are_heard_as_what_they_are() {
    let heard = |html: &str| plan_of_html(html, Lang::ZhHans).pieces.into_iter().map(|piece| piece.spoken).collect::<Vec<_>>().join(" ");
    let page = heard(&help::show(&Cx::sample()));
    for words in ["零九九零，五五五，零幺零零", "周一至周五八点三十分到十七点三十分", "提交后十分钟内也能改", "六位数字"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    let receipt = ui::receipt(&Cx::sample(), "备案申请已经提交", "3478256477", Vec::new());
    let receipt = ui::render(|| receipt);
    let plan = plan_of_html(&format!("<main>{receipt}</main>"), Lang::ZhHans);
    let number = plan.pieces.iter().find(|piece| piece.kind == Kind::Reference).unwrap();
    assert_eq!(number.spoken, "三四七，八二五，六四七七");
    assert_eq!(plan.pieces.iter().filter(|piece| piece.spoken.contains("六四七七")).count(), 1, "once, not again for screen readers");
}
