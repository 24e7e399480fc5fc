//! The search: names people really use, and their slips of the pen, lead to a place. Typed and spoken words take the same road
//! (`domain::intent`); here its answers become places of this site. Pure; keeps nothing of what was typed.

use domain::catalog::items::ITEMS;
use domain::intent::sound::{Everyday, Sounds};
use domain::intent::{Target, rank, says_nothing};

pub use domain::intent::{Command, Guess, Place};

/// Where a place is.
pub fn href(place: Place) -> String {
    match place {
        Place::Guide(item) => format!("/guide/{}", item.slug()),
        other => format!("/{}", other.key()),
    }
}

/// Places shown for one search at most.
const MOST: usize = 6;

/// Places that answer what was typed, best first; empty when nothing does.
pub fn find(query: &str) -> Vec<Place> {
    find_with(query, &Everyday)
}

/// The same with a fuller dictionary of sounds.
pub fn find_with(query: &str, sounds: &dyn Sounds) -> Vec<Place> {
    if says_nothing(query, sounds) {
        let services = ITEMS.iter().filter(|item| item.front).map(|item| Place::Guide(item.code));
        return services.chain([Place::MyCases, Place::Help]).collect();
    }
    let mut places = Vec::new();
    for guess in rank(query, sounds) {
        let place = place(guess.target);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.truncate(MOST);
    places
}

/// The page for what somebody wants; a command that a search cannot carry out leads to where it is explained.
fn place(target: Target) -> Place {
    match target {
        Target::Go(place) => place,
        Target::ForFamily(item) => Place::Guide(item),
        Target::Do(Command::Larger | Command::Smaller) => Place::Comfort,
        Target::Do(Command::ReadAloud | Command::Stop) => Place::Voice,
        Target::Do(Command::Home | Command::Call) => Place::Help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::catalog::ItemCode;

    #[test]
    fn every_name_for_large_text_leads_there_first() {
        for query in ["长辈版", "亲情版", "关爱版", "关怀版", "老年版", "大字版", "字太小", "标准版", " 长 辈 版 "]
        {
            assert_eq!(find(query).first(), Some(&Place::Comfort), "{query}");
        }
    }

    #[test]
    fn slips_of_the_pen_are_understood() {
        for query in ["一保", "医宝", "医保", "依保"] {
            assert!(find(query).contains(&Place::Guide(ItemCode::OutOfArea)), "{query}");
        }
        assert_eq!(find("一地就医").first(), Some(&Place::Guide(ItemCode::OutOfArea)));
        assert_eq!(find("异地就医备暗").first(), Some(&Place::Guide(ItemCode::OutOfArea)));
        assert_eq!(find("慢姓病").first(), Some(&Place::Guide(ItemCode::Chronic)));
    }

    #[test]
    fn whole_sentences_lead_somewhere() {
        assert_eq!(find("我想给我妈报销住院的钱").first(), Some(&Place::Guide(ItemCode::Claim)));
        assert_eq!(find("在北京看病怎么办备案？").first(), Some(&Place::Guide(ItemCode::OutOfArea)));
        assert_eq!(find("帮我妈办").first(), Some(&Place::Family));
    }

    #[test]
    fn nonsense_finds_nothing_and_nothing_breaks() {
        for query in ["", "   ", "……", "qwertz", "🙂🙂", "<script>", &"长".repeat(500)] {
            assert_eq!(find(query), Vec::<Place>::new(), "{query}");
        }
    }

    #[test]
    fn a_command_leads_to_the_page_that_explains_it() {
        assert_eq!(find("读给我听").first(), Some(&Place::Voice));
        assert_eq!(find("打电话").first(), Some(&Place::Help));
    }
}
