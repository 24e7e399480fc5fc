//! From the definition to a leaflet: the same words as on the guide, in the order in which somebody reads them on paper at home.
//! Always in Chinese: guides exist in no other language.

use jiff::civil::Date;

use super::{GuideData, facts};
use crate::cx::Cx;
use crate::leaflet::{Call, Leaflet, Part, Section};
use crate::pages::filing::words;

/// `demo`: the region is made up. `today`: the day of printing.
pub fn leaflet(cx: &Cx, data: &GuideData, demo: bool, today: Date) -> Leaflet {
    let cx = &cx.in_chinese();
    let card = &cx.region;
    let section = |key: &str, parts: Vec<Part>| Section { heading: cx.t(key), parts };
    let words = |key: &str| Part::Words(cx.t(key));
    let mut sections = vec![
        section("guide-know", vec![Part::Facts(facts::facts(cx, data))]),
        section("guide-papers", vec![Part::Boxes(facts::papers(cx, data.item)), words("guide-papers-note")]),
        section("guide-steps", vec![Part::Steps(facts::steps(cx, data.item))]),
    ];
    if data.tonight.is_some() {
        let how = cx.tv("leaflet-tonight", &[("button", &cx.t("guide-tonight-button")), ("phone", &card.phone)]);
        sections.push(section("guide-tonight-title", vec![Part::Words(cx.t("guide-tonight") + &how)]));
    }
    sections.push(section("guide-counter-title", vec![words("guide-counter"), Part::Facts(facts::counter(cx, data.item))]));
    sections.push(section("guide-bring", vec![Part::Boxes(card.bring.clone()), words("guide-cannot-come")]));
    let sources = [Some(facts::basis(cx, data.item)), facts::code(cx, data)];
    sections.push(Section { heading: String::new(), parts: sources.into_iter().flatten().map(Part::Source).collect() });
    Leaflet {
        title: words::item(cx, data.item),
        lede: cx.t(&format!("guide-{}-what", data.item.slug())),
        unit: card.unit_name.clone(),
        call: Call { said: cx.t("leaflet-call"), number: card.phone.clone(), hours: card.phone_hours.clone() },
        sections,
        end: cx.tv("leaflet-end", &[("date", &words::plain_date(cx, today)), ("unit", &card.unit_name)]),
        demo: demo.then(|| cx.t("leaflet-demo")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::super::{GuideData, Start};
    use super::*;
    use domain::catalog::ItemCode;
    use domain::catalog::items::ITEMS;
    use domain::lang::Lang;
    use jiff::civil::date;

    fn of(item: ItemCode, demo: bool) -> Leaflet {
        let tonight = item.item().and_then(|item| item.tonight).map(|_| "/tonight".to_owned());
        let code = Some("002014001005".to_owned());
        let data = GuideData { item, start: Start::CounterOnly, promised: Vec::new(), tonight, code, pdf: None };
        leaflet(&Cx::sample(), &data, demo, date(2026, 3, 2))
    }

    #[test]
    fn a_leaflet_says_everything_that_the_guide_says() {
        for item in ITEMS {
            let all = of(item.code, true).texts().concat();
            let slug = item.code.slug();
            let cx = Cx::sample();
            for fact in ["what", "who", "cost", "time", "result", "step-1"] {
                assert!(all.contains(&cx.t(&format!("guide-{slug}-{fact}"))), "{slug} {fact}");
            }
            for material in item.materials {
                assert!(all.contains(&cx.t(&format!("material-{}", material.id))), "{slug} {}", material.id);
            }
            for basis in item.basis {
                assert!(all.contains(basis.source), "{slug} {}", basis.source);
            }
            let card = &cx.region;
            for fact in [&card.phone, &card.address, &card.hours, &card.unit_name, &card.bring[0]] {
                assert!(all.contains(fact.as_str()), "{slug} {fact}");
            }
            assert!(all.contains("2026年3月2日") && all.contains("002014001005"), "{slug}");
        }
    }

    #[test]
    fn made_up_places_are_named_so_on_paper_too() {
        assert!(of(ItemCode::Claim, true).demo.unwrap().contains("演示"));
        assert_eq!(of(ItemCode::Claim, false).demo, None);
    }

    #[test]
    fn whoever_reads_another_language_gets_the_paper_in_chinese() {
        let data = GuideData {
            item: ItemCode::Claim,
            start: Start::CounterOnly,
            promised: Vec::new(),
            tonight: None,
            code: Some("002014001005".to_owned()),
            pdf: None,
        };
        let uyghur = leaflet(&Cx { lang: Lang::Ug, ..Cx::sample() }, &data, true, date(2026, 3, 2));
        assert_eq!(uyghur, of(ItemCode::Claim, true));
    }

    #[test]
    fn only_who_may_be_in_hospital_tonight_reads_of_it() {
        for item in ITEMS {
            let says = of(item.code, true).texts().concat().contains("人已经在医院了");
            assert_eq!(says, item.tonight.is_some(), "{}", item.code.slug());
        }
    }

    #[test]
    fn no_word_on_a_leaflet_is_a_key_or_a_gap() {
        for item in ITEMS {
            let leaflet = of(item.code, true);
            for text in leaflet.texts() {
                assert!(!text.contains("guide-") && !text.contains("leaflet-") && !text.contains(['{', '}']), "{text}");
            }
            assert!(leaflet.sections.iter().flat_map(|s| &s.parts).all(|part| !part.texts().is_empty()), "{}", leaflet.title);
        }
    }
}
