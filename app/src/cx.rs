//! `Cx`: what every page needs of a request, finished and owned: language, comfort, who is looking, for whom, the help card, asset names.
//! Holds no connection and asks nothing of the world; never carries an identity number or an address.

use std::sync::Arc;

use domain::comfort::Comfort;
use domain::lang::Lang;

use crate::text;

/// Who is signed in. The name may be shown to herself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub display_name: String,
    pub kind: ViewerKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewerKind {
    Resident,
    Staff,
    /// 帮办人员: staff, and never a clerk.
    Assistant,
}

/// A helper is acting for somebody in her family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acting {
    /// Masked: 「王*」.
    pub masked_name: String,
    /// Text key of the relation, e.g. `relation-parent`.
    pub relation_key: String,
}

/// The help card: facts of the place, from data, the same on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionCard {
    /// Full name of the unit that answers for this site; last part of every title.
    pub unit_name: String,
    pub office_name: String,
    /// As people read it: 「0990-555 0100」.
    pub phone: String,
    pub phone_hours: String,
    pub address: String,
    pub hours: String,
    pub bring: Vec<String>,
}

/// Names of what the build packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The whole style, for pages that somebody may see first: one round trip to the first paint.
    pub css_inline: &'static str,
    /// The same style as a file, for signed-in pages: fetched once, kept.
    pub css_href: &'static str,
    /// Small script that loads comfort after the page is complete; empty means none.
    pub boot_src: &'static str,
    /// Small script for cross lines and caption strip; only pages of people who chose them name it.
    pub comfort_src: &'static str,
    /// The player for reading aloud; empty means none.
    pub read_src: &'static str,
    /// Short tones beside words; empty means none.
    pub tones_src: &'static str,
    /// Empty means none.
    pub manifest_href: &'static str,
    /// Empty means none.
    pub icon_href: &'static str,
}

impl Assets {
    pub const NONE: Assets = Assets {
        css_inline: "",
        css_href: "",
        boot_src: "",
        comfort_src: "",
        read_src: "",
        tones_src: "",
        manifest_href: "",
        icon_href: "",
    };
}

#[derive(Clone, Debug)]
pub struct Cx {
    pub lang: Lang,
    pub comfort: Comfort,
    /// Path of this page without the query: nothing personal.
    pub path: String,
    /// Where this page can be opened again, with its query; empty for a form that has no page of its own.
    pub here: String,
    /// Where 「字号」 leads; it carries the way back to this page, with its query.
    pub comfort_href: String,
    pub viewer: Option<Viewer>,
    pub acting: Option<Acting>,
    /// Token for forms; empty on pages kept in shared caches.
    pub csrf: String,
    /// Fresh key of this page's forms: two taps, one case. Empty where pages are kept.
    pub once: String,
    pub request_id: String,
    pub region: Arc<RegionCard>,
    pub assets: Assets,
    pub demo: bool,
}

impl Cx {
    /// Words for a key.
    pub fn t(&self, key: &str) -> String {
        text::text(self.lang, key)
    }

    /// Words for a key with values filled in.
    pub fn tv(&self, key: &str, values: &[(&str, &str)]) -> String {
        text::find(self.lang, key, values).text
    }

    /// The same request as a Chinese reader would see it.
    pub fn in_chinese(&self) -> Cx {
        Cx { lang: Lang::ZhHans, ..self.clone() }
    }

    pub fn is_staff(&self) -> bool {
        self.viewer.as_ref().is_some_and(|viewer| viewer.kind != ViewerKind::Resident)
    }

    pub fn is_assistant(&self) -> bool {
        self.viewer.as_ref().is_some_and(|viewer| viewer.kind == ViewerKind::Assistant)
    }

    /// Where a member of staff begins.
    pub fn desk(&self) -> &'static str {
        if self.is_assistant() { "/assist" } else { "/staff" }
    }

    /// Where the matters of the person whose case is open are listed.
    pub fn matters(&self) -> &'static str {
        if self.is_assistant() { "/assist/person" } else { "/my-cases" }
    }

    /// A request for tests and examples. Everything in it is visibly fictional.
    pub fn sample() -> Cx {
        Cx {
            lang: Lang::ZhHans,
            comfort: Comfort::default(),
            path: "/".to_owned(),
            here: "/".to_owned(),
            comfort_href: "/comfort?back=%2F".to_owned(),
            viewer: None,
            acting: None,
            csrf: "sample-csrf".to_owned(),
            once: "sample-once".to_owned(),
            request_id: "R7K2-M4PX".to_owned(),
            region: Arc::new(RegionCard::sample()),
            assets: Assets::NONE,
            demo: true,
        }
    }

    /// A signed-in resident, for tests and examples.
    pub fn sample_resident() -> Cx {
        Cx {
            viewer: Some(Viewer { display_name: "王桂兰".to_owned(), kind: ViewerKind::Resident }),
            path: "/my-cases".to_owned(),
            ..Cx::sample()
        }
    }

    /// A daughter who is acting for her mother, for tests and examples.
    pub fn sample_helper() -> Cx {
        Cx {
            viewer: Some(Viewer { display_name: "李小梅".to_owned(), kind: ViewerKind::Resident }),
            acting: Some(Acting { masked_name: "王*".to_owned(), relation_key: "relation-parent".to_owned() }),
            ..Cx::sample_resident()
        }
    }

    pub fn sample_staff() -> Cx {
        Cx {
            viewer: Some(Viewer { display_name: "赵明".to_owned(), kind: ViewerKind::Staff }), path: "/staff".to_owned(), ..Cx::sample()
        }
    }
}

impl RegionCard {
    pub fn sample() -> RegionCard {
        RegionCard {
            unit_name: "云溪县医疗保障局（演示）".to_owned(),
            office_name: "云溪县医保服务大厅（演示）".to_owned(),
            phone: "0990-555 0100".to_owned(),
            phone_hours: "周一至周五 8:30—17:30".to_owned(),
            address: "云溪县平安路 1 号一楼（演示）".to_owned(),
            hours: "周一至周五 9:00—17:00，中午不休息".to_owned(),
            bring: vec!["身份证，或者社保卡".to_owned(), "家人代办时，再带上家人自己的身份证".to_owned()],
        }
    }
}
