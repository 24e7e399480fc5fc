//! `server items`: the services as their definitions tell them, for journeys and for whoever looks over them. Opens nothing.

use app::pages::filing::words::key;
use app::text;
use domain::catalog::items::ITEMS;
use domain::catalog::{Answers, Item, Outcome, Pace, Route, sample};
use domain::lang::Lang;
use jiff::civil::Date;

pub fn list(today: Date) -> String {
    let all: Vec<serde_json::Value> = ITEMS.iter().map(|item| as_json(item, today)).collect();
    format!("{}\n", serde_json::Value::Array(all))
}

fn as_json(item: &Item, today: Date) -> serde_json::Value {
    let slug = item.slug;
    let zh = |key: &str| text::text(Lang::ZhHans, key);
    let road = road(item, today);
    // Each child of a journey has a number that no other record has. Area 99 does not exist: these are nobody.
    let child = if item.parts.is_empty() { "990101202511010013" } else { "99010120251101003X" };
    let road = if road.get("child-number").is_some() { road.with("child-number", child) } else { road };
    let pages: Vec<serde_json::Value> = item
        .path(&road)
        .iter()
        .map(
            |step| serde_json::json!({ "title": zh(&key(slug, &format!("{}-title", step.id))), "form": sample(step.fields, &road, today) }),
        )
        .collect();
    // Of a joined matter the first part is followed to its decision.
    let part = item.parts_of(&road).next();
    let (first, own) = part.and_then(|part| Some((part.item.item()?, part.answers(&road)))).unwrap_or((item, road.clone()));
    let papers: Vec<String> = item.needs(&road).iter().map(|m| zh(&format!("material-{}", m.id))).collect();
    serde_json::json!({
        "slug": slug,
        "name": zh(&format!("item-{slug}")),
        "front": item.front,
        "pages": pages,
        "papers": papers,
        "submit": zh(&format!("item-{slug}-submit")),
        "signs": (item.commitment)(&road).is_some(),
        "desks": desks((first.route)(&own)),
        "first": (first.desk)(&own).key(),
        "board": (first.pace)(&own) == Pace::Board,
        "pays": matches!(first.outcome, Outcome::Money { .. }),
        "next": zh((first.next)(&own)),
    })
}

/// How many desks see it one after the other.
fn desks(route: Route) -> usize {
    match route {
        Route::AtOnce => 0,
        Route::OneDesk => 1,
        Route::Tiers => 3,
    }
}

/// A road to the end, by the desks and with papers where there is one.
fn road(item: &Item, today: Date) -> Answers {
    let mut roads: Vec<Answers> = item.roads(today).into_iter().filter(|a| item.first_open(a).is_none()).collect();
    roads.sort_by_key(|a| ((item.route)(a) != Route::Tiers, item.needs(a).is_empty()));
    roads.into_iter().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    #[test]
    fn every_item_has_a_road_with_a_title_on_each_page() {
        let all: Vec<serde_json::Value> = serde_json::from_str(&super::list(jiff::civil::date(2026, 3, 2))).unwrap();
        assert_eq!(all.len(), domain::catalog::ItemCode::ALL.len());
        for item in &all {
            let pages = item["pages"].as_array().unwrap();
            assert!(!pages.is_empty() && pages.iter().all(|p| !p["title"].as_str().unwrap().starts_with("item-")), "{item}");
        }
    }
}
