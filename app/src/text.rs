//! Finds the words for a key in a language. All screen text lives in `app/locales/<tag>/*.ftl`.
//! Never decides what is said; never lets a missing translation become an empty place: Chinese stands in, and the caller can know it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};

use domain::lang::Lang;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, static_loader};

static_loader! {
    static LOCALES = {
        locales: "locales",
        fallback_language: "zh-Hans",
        // Invisible isolating marks would be read and copied with numbers; names and numbers get <bdi> from the kit.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static TAGS: LazyLock<HashMap<Lang, LanguageIdentifier>> =
    LazyLock::new(|| Lang::ALL.into_iter().filter_map(|lang| Some((lang, lang.tag().parse().ok()?))).collect());

type ByKey<T> = HashMap<Lang, HashMap<String, T>>;
type Values = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// A found text and the language that it is really in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub text: String,
    pub lang: Lang,
}

fn single(lang: Lang, key: &str, values: Option<&Values>) -> Option<String> {
    LOCALES.lookup_single_language(TAGS.get(&lang)?, key, values).ok()
}

/// The text in this language alone, without help from Chinese.
pub fn only(lang: Lang, key: &str) -> Option<String> {
    single(lang, key, None)
}

/// The text in this language, else in Chinese, else the key itself (a test keeps that from reaching a screen).
pub fn find(lang: Lang, key: &str, values: &[(&str, &str)]) -> Found {
    if values.is_empty() {
        return plain(lang, key);
    }
    let values: Values =
        values.iter().map(|(name, value)| (Cow::Owned((*name).to_owned()), FluentValue::from((*value).to_owned()))).collect();
    look_up(lang, key, Some(&values)).unwrap_or_else(|| unknown(key))
}

fn look_up(lang: Lang, key: &str, values: Option<&Values>) -> Option<Found> {
    let own = single(lang, key, values).map(|text| Found { text, lang });
    own.or_else(|| single(Lang::ZhHans, key, values).map(|text| Found { text, lang: Lang::ZhHans }))
}

fn unknown(key: &str) -> Found {
    Found { text: key.to_owned(), lang: Lang::ZhHans }
}

/// Texts without values that were found before: a list of fifty cases asks fifty times for the same words.
static PLAIN: LazyLock<RwLock<ByKey<Found>>> = LazyLock::new(RwLock::default);

fn plain(lang: Lang, key: &str) -> Found {
    if let Ok(known) = PLAIN.read()
        && let Some(found) = known.get(&lang).and_then(|texts| texts.get(key))
    {
        return found.clone();
    }
    // Only keys that exist are remembered, so nothing from outside can make this grow.
    let Some(found) = look_up(lang, key, None) else { return unknown(key) };
    if let Ok(mut known) = PLAIN.write() {
        known.entry(lang).or_default().insert(key.to_owned(), found.clone());
    }
    found
}

/// Whether these words stand in a text of ours that has no values: then they are the same for everybody who reads them.
/// Only texts that a page has shown are known; a few signs that happen to stand somewhere prove nothing.
pub fn is_ours(lang: Lang, words: &str) -> bool {
    let words = words.trim();
    let Ok(known) = PLAIN.read() else { return false };
    let long = words.chars().count() >= 6;
    let fits = |text: &str| text == words || (long && text.contains(words));
    !words.is_empty() && known.get(&lang).is_some_and(|texts| texts.values().any(|found| fits(&found.text)))
}

/// A sentence that only puts its values in place, as dates do, and never chooses its words by one of them: its pattern
/// is resolved once, and putting in the values costs next to nothing. A list of fifty cases holds two hundred of them.
pub fn put(lang: Lang, key: &str, values: &[(&str, &str)]) -> String {
    let known = PATTERNS.read().ok().and_then(|all| all.get(&lang).and_then(|texts| texts.get(key)).cloned());
    let pattern = known.unwrap_or_else(|| {
        let marks: Vec<(&str, String)> = values.iter().map(|(name, _)| (*name, mark(name))).collect();
        let marks: Vec<(&str, &str)> = marks.iter().map(|(name, mark)| (*name, mark.as_str())).collect();
        let pattern: Arc<str> = find(lang, key, &marks).text.into();
        if let Ok(mut all) = PATTERNS.write() {
            all.entry(lang).or_default().insert(key.to_owned(), pattern.clone());
        }
        pattern
    });
    values.iter().fold(pattern.to_string(), |text, (name, value)| text.replace(&mark(name), value))
}

/// Private characters: no text and nothing that a person types into a date holds them.
fn mark(name: &str) -> String {
    format!("\u{e000}{name}\u{e001}")
}

/// Keys are constants of ours, so this cannot grow from outside.
static PATTERNS: LazyLock<RwLock<ByKey<Arc<str>>>> = LazyLock::new(RwLock::default);

/// Plain text without values.
pub fn text(lang: Lang, key: &str) -> String {
    find(lang, key, &[]).text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_to_chinese_and_says_so() {
        let found = find(Lang::Ug, "ui-error-title", &[]);
        assert_eq!(found.lang, Lang::ZhHans);
        assert!(!found.text.is_empty() && found.text != "ui-error-title");
    }

    #[test]
    fn values_come_without_invisible_marks() {
        let found = find(Lang::ZhHans, "ui-step", &[("now", "2"), ("all", "6")]);
        assert_eq!(found.text, "第 2 步，共 6 步");
    }

    #[test]
    fn putting_values_in_place_says_the_same_as_resolving() {
        let values = [("year", "2026"), ("month", "11"), ("day", "3"), ("clock", "9:05"), ("weekday", "星期二"), ("reference", "234 567")];
        for lang in Lang::ALL {
            for key in ["date-plain", "date-with-weekday", "date-with-clock", "my-cases-open"] {
                for _ in 0..2 {
                    assert_eq!(put(lang, key, &values), find(lang, key, &values).text, "{lang:?} {key}");
                }
            }
        }
    }

    #[test]
    fn an_unknown_key_shows_itself_so_that_a_test_can_find_it() {
        assert_eq!(text(Lang::ZhHans, "no-such-key"), "no-such-key");
    }
}
