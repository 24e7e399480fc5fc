//! The whole document around a page: head, skip link, header, who is being helped, main, help card, footer.
//! No inline script, ever; the only scripts are packed files, and every page is complete without them.
use domain::comfort::{CrossLines, Sounds, Theme};
use domain::lang::Lang;
use leptos::prelude::*;

use super::{Html, Icon, back_link, both, help_card, icon, render};
use crate::cx::{Cx, ViewerKind};
use crate::text;

mod chrome;
mod tied;

pub use tied::together;

/// What a page says about itself.
#[derive(Clone, Debug, Default)]
pub struct Head {
    title: String,
    service: String,
    wrong: bool,
    back: Option<(String, Option<String>)>,
    translated: bool,
    wide: bool,
    nav: Vec<(String, String)>,
}

impl Head {
    /// `title` is the page's own heading.
    pub fn new(title: impl Into<String>) -> Head {
        Head { title: title.into(), ..Head::default() }
    }

    /// Middle part of the title: 「异地就医备案」.
    pub fn service(mut self, service: impl Into<String>) -> Head {
        self.service = service.into();
        self
    }

    /// The page holds mistakes: its title starts with 「错误：」.
    pub fn wrong(mut self, wrong: bool) -> Head {
        self.wrong = wrong;
        self
    }

    /// 「返回上一步」 above the heading.
    pub fn back(mut self, href: impl Into<String>) -> Head {
        self.back = Some((href.into(), None));
        self
    }

    /// A back link that names its place.
    pub fn back_to(mut self, href: impl Into<String>, label: impl Into<String>) -> Head {
        self.back = Some((href.into(), Some(label.into())));
        self
    }

    /// This page's own texts exist in the minority languages (home, help, languages). Others show Chinese, tagged as such.
    pub fn translated(mut self) -> Head {
        self.translated = true;
        self
    }

    /// Staff screens may use the whole width.
    pub fn wide(mut self) -> Head {
        self.wide = true;
        self
    }

    /// Links of a staff desk: (href, words). The one whose href is the page's path is marked.
    pub fn nav(mut self, links: Vec<(String, String)>) -> Head {
        self.nav = links;
        self
    }

    /// 「<页面> – <服务> – <单位>」
    fn full_title(&self, cx: &Cx) -> String {
        let title = if self.wrong { format!("{}{}", cx.t("ui-error-prefix"), self.title) } else { self.title.clone() };
        let service = if self.service.is_empty() { cx.t("ui-service") } else { self.service.clone() };
        [title, service, cx.region.unit_name.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
    }
}

/// The complete answer for a page: `<!DOCTYPE html>` and all. `main` is built inside the owner, so islands are safe in it.
pub fn page(cx: &Cx, head: Head, main: impl FnOnce() -> Html) -> String {
    // A vertical page in a language that it does not speak would be unreadable twice over: it stands in Chinese instead.
    let plain = cx.in_chinese();
    let cx = if cx.lang.is_vertical() && !head.translated { &plain } else { cx };
    let mut out = String::with_capacity(24_000);
    out.push_str("<!DOCTYPE html>");
    out.push_str(&tied::tie(&render(|| layout(cx, &head, main()))));
    out
}

fn layout(cx: &Cx, head: &Head, body: Html) -> Html {
    let own = cx.lang;
    // Text that exists in Chinese only says so.
    let chinese = (own != Lang::ZhHans && !head.translated).then_some(Lang::ZhHans);
    let class = format!("{}{}", cx.comfort.root_class(), if own.is_vertical() { " upright" } else { "" });
    // What scripts may read of her choice: tones ask before they sound.
    let sounds = (cx.comfort.sounds == Sounds::Off).then_some("off");
    let cross = (cx.comfort.cross == CrossLines::On).then_some("on");
    let scheme = match cx.comfort.theme {
        Theme::Device => "light dark",
        Theme::Light | Theme::Black => "light",
        Theme::Yellow | Theme::Dark => "dark",
    };
    let main_class = if head.wide { "main main-wide" } else { "main" };
    let back = head.back.as_ref().map(|(href, label)| back_link(cx, href, label.as_deref()));
    let untranslated = chinese.and_then(|_| text::only(own, "ui-chinese-only")).map(|said| {
        view! { <p class="language-note" lang=own.tag() dir=own.dir()>{said}</p> }
    });
    let staff = cx.is_staff();
    // Whoever sits beside an assistant sees whom she can call herself.
    let help = (!staff || cx.is_assistant()).then(|| help_card(cx));
    view! {
        <html lang=own.tag() dir=own.dir() class=class data-sounds=sounds data-cross=cross>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="color-scheme" content=scheme/>
                <meta name="format-detection" content="telephone=no"/>
                <title>{head.full_title(cx)}</title>
                {chrome::style(cx)}
                {chrome::links(cx)}
            </head>
            <body>
                <a class="skip" href="#main">{cx.t("ui-skip")}</a>
                {chrome::demo_strip(cx)}
                {chrome::header(cx, &head.nav)}
                {chrome::acting(cx)}
                <div class=if head.wide { "page page-wide" } else { "page" }>
                    {untranslated}
                    {back}
                    <main class=main_class id="main" tabindex="-1" lang=chinese.map(Lang::tag) dir=chinese.map(Lang::dir)>{body}</main>
                    {help}
                </div>
                {chrome::footer(cx)}
                {chrome::caption(cx)}
                {chrome::offline(cx)}
            </body>
        </html>
    }
    .into_any()
}

/// The name of the site with its picture: leads home.
pub(super) fn home_link(cx: &Cx) -> Html {
    let href = match cx.viewer.as_ref().map(|viewer| viewer.kind) {
        Some(ViewerKind::Staff) => "/staff",
        _ => "/",
    };
    view! { <a class="header-link" href=href>{icon(Icon::Home)}<span>{both(cx, "ui-home")}</span></a> }.into_any()
}
