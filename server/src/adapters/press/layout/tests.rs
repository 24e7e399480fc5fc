#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use app::cx::Cx;
use app::pages::guide::{GuideData, Start, leaflet::leaflet};
use domain::catalog::ItemCode;

fn leaflets() -> Vec<Leaflet> {
    let of = |item: ItemCode| {
        let code = Some("002014001005".to_owned());
        let data = GuideData { item, start: Start::CounterOnly, promised: Vec::new(), tonight: Some("/".to_owned()), code, pdf: None };
        leaflet(&Cx::sample(), &data, true, jiff::civil::date(2026, 3, 2))
    };
    ItemCode::ALL.iter().map(|item| of(*item)).collect()
}

fn set(leaflet: &Leaflet) -> Paper {
    lay_out(leaflet, &wide)
}

fn wide(sign: char, _: Weight) -> f32 {
    if sign.is_ascii() { 0.56 } else { 1.0 }
}

#[test]
fn nothing_is_lost_on_the_way_to_paper_and_the_order_stays() {
    for leaflet in leaflets() {
        let paper = set(&leaflet);
        let read = |ink: &Ink| if let Ink::Words { text, .. } = ink { text.replace(' ', "") } else { String::new() };
        let on_paper: String = paper.pages.iter().flatten().map(read).collect();
        for text in leaflet.texts() {
            assert!(on_paper.contains(&text.replace(' ', "")), "{}: {text}", leaflet.title);
        }
    }
}

#[test]
fn everything_stands_inside_its_page_in_letters_of_sixteen_points_and_more() {
    for leaflet in leaflets() {
        for ink in set(&leaflet).pages.iter().flatten() {
            match ink {
                Ink::Words { x, y, size, weight, text, .. } => {
                    let end = x + text.chars().map(|sign| wide(sign, *weight) * size).sum::<f32>();
                    assert!(*size >= 16.0 && *x >= EDGE && end <= WIDE - EDGE + 0.5, "{text}");
                    assert!(*y - size > 40.0 && *y < HIGH - 60.0, "{text} at {y}");
                }
                Ink::Bar { x, y, wide, high } | Ink::Frame { x, y, wide, high, .. } => {
                    assert!(*x >= EDGE && x + wide <= WIDE - EDGE + 0.5 && *y > 40.0 && y + high < HIGH - 60.0, "{ink:?}");
                }
            }
        }
    }
}

#[test]
fn a_heading_never_stands_alone_at_the_foot_of_a_page_and_no_item_is_torn() {
    for leaflet in leaflets() {
        let paper = set(&leaflet);
        for page in &paper.pages {
            let last = page.iter().rev().find_map(|ink| if let Ink::Words { of, .. } = ink { Some(*of) } else { None }).unwrap();
            assert!(!matches!(paper.elements[last].is, Is::Title | Is::Heading), "{}: {}", leaflet.title, paper.elements[last].text);
        }
        for of in 0..paper.elements.len() {
            let on = |page: &&Vec<Ink>| page.iter().any(|ink| matches!(ink, Ink::Words { of: mine, .. } if *mine == of));
            assert_eq!(paper.pages.iter().filter(on).count(), 1, "{}: {}", leaflet.title, paper.elements[of].text);
        }
    }
}

#[test]
fn the_telephone_stands_on_the_first_page_larger_than_any_text() {
    for leaflet in leaflets() {
        let paper = set(&leaflet);
        let number = paper.pages[0].iter().find(|ink| matches!(ink, Ink::Words { text, .. } if *text == leaflet.call.number));
        assert!(matches!(number, Some(Ink::Words { size, .. }) if *size > 30.0), "{}", leaflet.title);
    }
}
