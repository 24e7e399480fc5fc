//! 「帮家人办」: the people she helps by picture and name, one big button each, and the way to ask. Says first what this is
//! not.

use crate::acts::list_helped::{Helped, HelpedPage};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::grant_ended;
use crate::ui::{
    self, Field, FieldError, Form, Head, Html, NoticeKind, Status, TextKind, Tone, bullets, button, error_summary, form, link_button,
    notice, page_heading, pagination, para, portrait_told, stack, status, tag, text_field,
};
use domain::family::{EndReason, Grant, GrantState, Items, Once, Scope};
use domain::person::Relation;
use domain::refusal::Refusal;
use leptos::prelude::*;

pub struct FamilyPage<'a> {
    pub list: &'a HelpedPage,
    pub verified: bool,
    /// The grant she is acting under now.
    pub acting: Option<&'a str>,
    pub done: Option<Done>,
    /// The name she looked for, and whether it could be read.
    pub looked_for: Option<&'a str>,
    pub errors: Vec<FieldError>,
}

/// What she has just done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Asked,
    Left,
    Picture,
}

pub fn page(cx: &Cx, d: &FamilyPage) -> String {
    let title = cx.t("family-title");
    let head = Head::new(title.clone()).wrong(!d.errors.is_empty()).back_to("/", cx.t("ui-home"));
    ui::page(cx, head, || {
        let mut body =
            vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.t("family-lede"))), para(cx.t("family-not-money"))];
        match d.done {
            Some(Done::Asked) => {
                let said = stack(vec![para(cx.t("family-asked")), para(cx.t("family-asked-silence"))]);
                body.push(notice(NoticeKind::Good, &cx.t("family-asked-title"), said));
            }
            Some(Done::Left) => body.push(status(NoticeKind::Good, &cx.t("family-left"))),
            Some(Done::Picture) => body.push(status(NoticeKind::Good, &cx.t("family-picture-done"))),
            None => {}
        }
        if !d.verified {
            body.push(notice(NoticeKind::Care, &cx.t("family-unverified-title"), para(cx.t("family-unverified"))));
        }
        people(cx, d, &mut body);
        if d.acting.is_some() {
            body.push(para(cx.t("family-ask-first-return")));
        } else {
            let first = if d.list.count == 0 { Tone::Primary } else { Tone::Secondary };
            body.push(link_button(&cx.t("family-ask"), "/family/ask", first));
            body.push(link_button(&cx.t("family-helpers"), "/helpers", Tone::Secondary));
        }
        stack(body)
    })
}

/// Those of this page; with many of them a box to look for one.
fn people(cx: &Cx, d: &FamilyPage, body: &mut Vec<Html>) {
    let list = d.list;
    let many = list.pages() > 1 || d.looked_for.is_some();
    if list.count == 0 && !many {
        body.push(para(cx.t("family-none")));
        return;
    }
    let words = match d.looked_for.filter(|_| d.errors.is_empty()) {
        Some(name) => cx.tv("family-find-found", &[("name", name)]),
        None => cx.t("family-people"),
    };
    let (running, over): (Vec<&Helped>, Vec<&Helped>) = list.helped.iter().partition(|helped| !helped.view.grant.state.over());
    if many || !running.is_empty() {
        body.push(view! { <h2>{words}</h2> }.into_any());
    } else {
        body.push(para(cx.t("family-none-now")));
    }
    if many {
        body.push(find(cx, d));
    }
    match d.looked_for.filter(|_| d.errors.is_empty()) {
        Some(name) if list.count == 0 => body.push(para(cx.tv("family-find-none", &[("name", name)]))),
        _ if many => body.push(para(cx.tv("family-count", &[("count", &list.count.to_string())]))),
        _ => {}
    }
    body.extend(running.into_iter().map(|helped| card(cx, d, helped)));
    if !over.is_empty() {
        let words = cx.t("family-over");
        body.push(view! { <h2>{words}</h2> }.into_any());
        body.extend(over.into_iter().map(|helped| card(cx, d, helped)));
    }
    if d.looked_for.is_some() {
        body.push(link_button(&cx.t("family-find-all"), "/family", Tone::Secondary));
    } else {
        let (now, all) = (usize::try_from(list.page).unwrap_or(1), usize::try_from(list.pages()).unwrap_or(1));
        body.push(pagination(cx, now, all, |page| format!("/family?page={page}")));
    }
}

/// A name never reaches an address line.
fn find(cx: &Cx, d: &FamilyPage) -> Html {
    let typed = d.looked_for.unwrap_or_default();
    let field = Field::new("name", cx.t("family-find-label")).hint(cx.t("family-find-hint")).value(typed).errors(&d.errors);
    let inner = stack(vec![text_field(cx, field, TextKind::OtherName), button(&cx.t("family-find"), Tone::Secondary, None)]);
    form(cx, Form::post("/family/find"), inner)
}

/// Picture, name and state; one tap to act; then what she may do there and until when.
fn card(cx: &Cx, d: &FamilyPage, helped: &Helped) -> Html {
    let grant = &helped.view.grant;
    let name = helped.view.elder.name.masked();
    let with = [("name", name.as_str())];
    let woman = helped.view.elder.id_number.is_female();
    let who = cx.tv("family-who", &[("name", &name), ("relation", &relation_to_helper(cx, grant, woman))]);
    let over = grant.state.over();
    let mut rows = Vec::new();
    if d.acting == Some(grant.id.as_str()) {
        rows.push(para(cx.t("family-acting-now")));
    } else if helped.usable.is_ok() {
        let act = Form::post(&format!("/family/act/{}", grant.id));
        rows.push(form(cx, act, button(&cx.tv("family-act", &with), Tone::Primary, None)));
    } else if let (Err(refusal), false) = (&helped.usable, over || grant.state == GrantState::WaitingForDecision) {
        rows.push(para(cx.t(&format!("{}-next", refusal.key()))));
        if let (Refusal::GrantNotYet, Some(from)) = (refusal, grant.waits_until) {
            rows.push(para(cx.tv("family-begins", &[("when", &words::moment(cx, from))])));
        }
    }
    if !over {
        rows.push(para(cx.tv("family-until", &[("date", &words::date(cx, helped.view.last_day()))])));
        rows.push(bullets(scopes(cx, grant, "")));
        if !grant.she_was_seen() && grant.agreement.is_some() {
            rows.push(para(cx.tv("family-not-seen", &with)));
        }
        if grant.once != Once::No {
            rows.push(para(cx.t(if grant.once == Once::Open { "family-once-open" } else { "family-once-spent" })));
        }
    }
    if over {
        rows.push(grant_ended::ended(cx, grant, &name, &cx.t("family-you")));
    }
    if grant.state == GrantState::WaitingForDecision {
        rows.push(para(cx.t("family-county-looks")));
    }
    let link = |key: &str, place: &str| {
        let (href, words) = (format!("/family/{place}/{}", grant.id), cx.tv(key, &with));
        view! { <p class="link-row"><a href=href>{words}</a></p> }.into_any()
    };
    rows.extend(helped.unsent.then(|| link("family-unsent", "kept")));
    if !over {
        rows.push(link("family-picture", "picture"));
        rows.extend(d.acting.is_none().then(|| link("family-leave", "leave")));
    }
    let head = view! {
        <div class="person-head">
            {portrait_told(cx, helped.portrait)}
            <div><h3><bdi>{who}</bdi></h3>{grant_tag(cx, grant)}</div>
        </div>
    };
    view! { <section class="card">{head}{stack(rows)}</section> }.into_any()
}

/// What the elder is to the helper, as one word: 「母亲」.
pub fn relation_to_helper(cx: &Cx, grant: &Grant, elder_is_woman: bool) -> String {
    Relation::from_slug(&grant.relation).map_or_else(String::new, |r| cx.t(&r.inverse().word_key(elder_is_woman)))
}

/// What the helper is to the elder: 「女儿」.
pub fn relation_to_elder(cx: &Cx, grant: &Grant, helper_is_woman: bool) -> String {
    Relation::from_slug(&grant.relation).map_or_else(String::new, |r| cx.t(&r.word_key(helper_is_woman)))
}

/// The scopes of a grant in words, each with the services it holds for; `form` is `-what`, `-hers` or nothing for the short
/// name.
pub fn scopes(cx: &Cx, grant: &Grant, form: &str) -> Vec<String> {
    let one = |scope: Scope| {
        let what = cx.t(&format!("scope-{}{form}", scope.key()));
        match &grant.items {
            _ if !scope.per_item() => what,
            Items::All => cx.tv("scope-items-all", &[("what", &what)]),
            Items::Only(some) => {
                let items: Vec<String> = some.iter().map(|item| words::item(cx, *item)).collect();
                cx.tv("scope-items-some", &[("what", &what), ("items", &items.join("、"))])
            }
        }
    };
    Scope::ALL.into_iter().filter(|s| grant.scopes.contains(s)).map(one).collect()
}

/// As `state_tag`; a no of the county is not hers.
pub fn grant_tag(cx: &Cx, grant: &Grant) -> Html {
    if grant.ended.as_ref().is_some_and(|ended| ended.why == EndReason::NotProven) {
        return tag(Status::Refused, &cx.t("family-state-not-proven"));
    }
    state_tag(cx, grant.state)
}

pub fn state_tag(cx: &Cx, state: GrantState) -> Html {
    let look = match state {
        GrantState::Requested | GrantState::WaitingForConsent => Status::YourTurn,
        GrantState::WaitingForDecision => Status::Waiting,
        GrantState::Active => Status::Done,
        GrantState::Paused => Status::Waiting,
        GrantState::Refused | GrantState::Disputed => Status::Refused,
        GrantState::Ended | GrantState::Expired => Status::Closed,
    };
    tag(look, &cx.t(&format!("family-state-{}", state.key())))
}
