//! The languages of the screen: tag, direction, own name. Says nothing about which texts exist.
//! Never holds a sentence for the screen (a language's own name is the one exception).

use serde::{Deserialize, Serialize};

/// A language people can choose. Bare tags would mean other scripts (`mn` is Cyrillic), so the script is part of the tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lang {
    #[default]
    ZhHans,
    /// Tibetan.
    Bo,
    /// Uyghur in Arabic script, right to left.
    Ug,
    /// Mongolian in the traditional script, top to bottom, lines from left to right.
    MnMong,
    /// Developers' check only: never offered to residents.
    En,
}

impl Lang {
    /// Offered on the language page, in this order.
    pub const OFFERED: [Lang; 4] = [Lang::ZhHans, Lang::Bo, Lang::Ug, Lang::MnMong];
    pub const ALL: [Lang; 5] = [Lang::ZhHans, Lang::Bo, Lang::Ug, Lang::MnMong, Lang::En];

    /// BCP 47 tag; also the name of the folder under `app/locales`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::ZhHans => "zh-Hans",
            Lang::Bo => "bo",
            Lang::Ug => "ug",
            Lang::MnMong => "mn-Mong-CN",
            Lang::En => "en",
        }
    }

    /// Value of the `dir` attribute.
    pub const fn dir(self) -> &'static str {
        match self {
            Lang::Ug => "rtl",
            Lang::ZhHans | Lang::Bo | Lang::MnMong | Lang::En => "ltr",
        }
    }

    pub const fn is_vertical(self) -> bool {
        matches!(self, Lang::MnMong)
    }

    /// Texts in these languages are drafts by a machine until a translator signs them.
    pub const fn is_draft(self) -> bool {
        !matches!(self, Lang::ZhHans)
    }

    /// How its readers write the language's name.
    pub const fn native_name(self) -> &'static str {
        match self {
            Lang::ZhHans => "中文",
            Lang::Bo => "བོད་ཡིག",
            Lang::Ug => "ئۇيغۇرچە",
            Lang::MnMong => "ᠮᠣᠩᠭᠣᠯ",
            Lang::En => "English",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag))
    }

    /// A cookie that says nothing known means Chinese.
    pub fn from_cookie(value: Option<&str>) -> Lang {
        value.and_then(Lang::from_tag).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_leads_back_to_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
        }
    }

    #[test]
    fn an_unknown_cookie_means_chinese() {
        assert_eq!(Lang::from_cookie(None), Lang::ZhHans);
        assert_eq!(Lang::from_cookie(Some("mn")), Lang::ZhHans);
        assert_eq!(Lang::from_cookie(Some("MN-mong-cn")), Lang::MnMong);
    }

    #[test]
    fn only_uyghur_runs_right_to_left_and_only_mongolian_stands_upright() {
        let rtl: Vec<_> = Lang::ALL.into_iter().filter(|l| l.dir() == "rtl").collect();
        let vertical: Vec<_> = Lang::ALL.into_iter().filter(|l| l.is_vertical()).collect();
        assert_eq!((rtl, vertical), (vec![Lang::Ug], vec![Lang::MnMong]));
    }

    #[test]
    fn english_is_not_offered_to_residents() {
        assert!(!Lang::OFFERED.contains(&Lang::En));
    }
}
