//! Doors that are open to everybody: home, languages, guides, help, search. Nothing personal is loaded here.

use super::answer::Answer;
use super::cookies;
use super::leaflets;
use super::visit::{Handled, Visit};
use app::caller::Caller;
use app::error::AppError;
use app::pages::{accessibility, guide, hall, help, home, languages, promises, search, voice};
use domain::catalog::ItemCode;
use domain::lang::Lang;

/// Settings last a year: nobody should have to find them twice.
const SETTINGS_DAYS: u32 = 365;

pub fn home(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(home::show(&visit.cx))) })
}

pub fn languages(visit: Visit) -> Handled {
    Box::pin(async move {
        let back = own_path(visit.query.get("back")).unwrap_or_default();
        Ok(Answer::page(languages::show(&visit.cx, &languages::LanguagesData { back })))
    })
}

pub fn set_language(visit: Visit) -> Handled {
    Box::pin(async move {
        let lang = Lang::from_tag(visit.form.get("lang")).unwrap_or(visit.cx.lang);
        let to = own_path(Some(&visit.form.get("back").to_owned())).unwrap_or_else(|| "/".to_owned());
        Ok(Answer::see(to).cookie(cookies::set(cookies::LANG, lang.tag(), Some(SETTINGS_DAYS))))
    })
}

pub fn voice(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(voice::show(&visit.cx))) })
}

pub fn guide(visit: Visit) -> Handled {
    Box::pin(async move {
        let item = ItemCode::from_slug(visit.param("item")).ok_or(AppError::NotFound)?;
        let start = match (&visit.caller, item.item()) {
            (_, None) => guide::Start::CounterOnly,
            (Caller::Anonymous, Some(_)) => guide::Start::SignInFirst { href: format!("/sign-in?next=/guide/{}", item.slug()) },
            (_, Some(_)) => guide::Start::Ready { once: visit.cx.once.clone() },
        };
        Ok(Answer::page(guide::show(&visit.cx, &leaflets::with_pdf(&visit, data_of(&visit, item, start)).await)))
    })
}

/// What the definition and the region say about a service.
pub(super) fn data_of(visit: &Visit, item: ItemCode, start: guide::Start) -> guide::GuideData {
    let region = &visit.world.region;
    let paces = item.item().map(|item| item.paces).unwrap_or_default();
    let others = paces.iter().copied().filter_map(|pace| region.promise_at(item, pace).map(|row| guide::Promised::of(row, Some(pace))));
    guide::GuideData {
        item,
        start,
        promised: region.promise(item).map(|row| guide::Promised::of(row, None)).into_iter().chain(others).collect(),
        tonight: item.item().and_then(|item| item.tonight).map(|_| "/tonight".to_owned()),
        code: region.code_of(item, visit.world.today()).map(|row| row.code.clone()),
        pdf: None,
    }
}

pub fn items(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(hall::show(&visit.cx))) })
}

pub fn search(visit: Visit) -> Handled {
    Box::pin(async move {
        let query: String = visit.query.get("q").map(|q| q.chars().take(60).collect()).unwrap_or_default();
        let found = app::find::find(&query);
        Ok(Answer::page(search::show(&visit.cx, &search::SearchData { query, found })))
    })
}

pub fn help(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(help::show(&visit.cx))) })
}

pub fn promises(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(promises::show(&visit.cx))) })
}

pub fn accessibility(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(accessibility::show(&visit.cx))) })
}

/// A path inside this site and nothing else: no host, no scheme, no second slash.
pub(super) fn own_path(path: Option<&String>) -> Option<String> {
    let path = path?;
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', ':']);
    // Browsers drop tabs and line ends, and what was `/<tab>/` is then another host.
    (inside && path.bytes().all(|b| b.is_ascii_graphic())).then(|| path.clone())
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_way_back_never_leaves_the_site() {
        for bad in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "evil",
            "",
            "/a:b",
            "/\r\nx",
            "/\t/evil.example",
            "/ /evil.example",
        ] {
            assert_eq!(own_path(Some(&bad.to_owned())), None, "{bad}");
        }
        for good in ["/guide/claim", "/staff/people?page=2", "/search?q=%E5%8C%BB"] {
            assert_eq!(own_path(Some(&good.to_owned())), Some(good.to_owned()));
        }
    }
}
