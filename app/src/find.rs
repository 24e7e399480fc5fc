//! The search: names people really use, and their slips of the pen, lead to a place. Words are data (`app/data/find.toml`).
//! Pure; keeps nothing of what was typed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::catalog::ItemCode;
use serde::Deserialize;

/// Somewhere the search can lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Comfort,
    Voice,
    Languages,
    Guide(ItemCode),
    Tonight,
    Family,
    Helpers,
    MyCases,
    Messages,
    SignIn,
    Help,
    Promises,
    Accessibility,
}

impl Place {
    pub const ALL: [Place; 16] = [
        Place::Comfort,
        Place::Voice,
        Place::Languages,
        Place::Guide(ItemCode::Enrolment),
        Place::Guide(ItemCode::OutOfArea),
        Place::Guide(ItemCode::Chronic),
        Place::Guide(ItemCode::Claim),
        Place::Tonight,
        Place::Family,
        Place::Helpers,
        Place::MyCases,
        Place::Messages,
        Place::SignIn,
        Place::Help,
        Place::Promises,
        Place::Accessibility,
    ];

    /// Name in the word list and in text keys.
    pub fn key(self) -> &'static str {
        match self {
            Place::Comfort => "comfort",
            Place::Voice => "voice",
            Place::Languages => "languages",
            Place::Guide(item) => item.slug(),
            Place::Tonight => "tonight",
            Place::Family => "family",
            Place::Helpers => "helpers",
            Place::MyCases => "my-cases",
            Place::Messages => "messages",
            Place::SignIn => "sign-in",
            Place::Help => "help",
            Place::Promises => "promises",
            Place::Accessibility => "accessibility",
        }
    }

    pub fn href(self) -> String {
        match self {
            Place::Guide(item) => format!("/guide/{}", item.slug()),
            other => format!("/{}", other.key()),
        }
    }
}

#[derive(Deserialize)]
struct Words {
    /// Written wrong → meant. Applied before anything else.
    slips: BTreeMap<String, String>,
    /// Words that fit everything and so say nothing.
    plain: Vec<String>,
    /// Place → names for it.
    places: BTreeMap<String, Vec<String>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // A broken list must not cost a page: a test reads the same file strictly.
    toml::from_str(include_str!("../data/find.toml")).unwrap_or(Words {
        slips: BTreeMap::new(),
        plain: Vec::new(),
        places: BTreeMap::new(),
    })
});

/// Full-width signs become plain ones; spaces and punctuation go; letters become small.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            other => other,
        })
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(40)
        .collect()
}

/// At most one sign differs, is missing or is too many.
fn nearly(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    let (rest_short, rest_long) = (&short[head..], &long[head..]);
    if short.len() == long.len() {
        rest_short.get(1..) == rest_long.get(1..) || rest_short.is_empty()
    } else {
        rest_long.get(1..) == Some(rest_short)
    }
}

/// How well a name answers what was typed: 0 not at all.
fn fit(typed: &str, name: &str) -> usize {
    let weight = name.chars().count();
    if typed == name {
        100 + weight
    } else if typed.contains(name) {
        50 + weight
    } else if name.contains(typed) && typed.chars().count() >= 2 {
        30
    } else if weight >= 3 && nearly(typed, name) {
        20
    } else {
        0
    }
}

/// Places that answer what was typed, best first; empty when nothing does.
pub fn find(query: &str) -> Vec<Place> {
    let mut typed = plain(query);
    for (wrong, right) in &WORDS.slips {
        typed = typed.replace(wrong.as_str(), right);
    }
    if typed.is_empty() {
        return Vec::new();
    }
    if WORDS.plain.contains(&typed) {
        return ItemCode::ALL.into_iter().map(Place::Guide).chain([Place::MyCases, Place::Help]).collect();
    }
    let mut found: Vec<(usize, Place)> = Place::ALL
        .into_iter()
        .filter_map(|place| {
            let best = WORDS.places.get(place.key())?.iter().map(|name| fit(&typed, name)).max()?;
            (best > 0).then_some((best, place))
        })
        .collect();
    found.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.cmp(y)));
    found.into_iter().map(|(_, place)| place).take(6).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn the_word_list_reads_and_names_every_place_and_no_other() {
        let words: Words = toml::from_str(include_str!("../data/find.toml")).unwrap();
        let mut named: Vec<&str> = words.places.keys().map(String::as_str).collect();
        let mut known: Vec<&str> = Place::ALL.into_iter().map(Place::key).collect();
        named.sort_unstable();
        known.sort_unstable();
        assert_eq!(named, known);
        for names in words.places.values() {
            for name in names {
                assert_eq!(*name, plain(name), "written as the search compares");
            }
        }
    }

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
    fn nearly_means_one_sign() {
        assert!(nearly("abc", "abc") && nearly("abc", "abd") && nearly("abc", "ab") && nearly("bc", "abc"));
        assert!(!nearly("abc", "acd") && !nearly("abc", "a") && !nearly("abcd", "badc"));
    }
}
