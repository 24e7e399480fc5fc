//! A finished page becomes a reading plan. Pages are strings of HTML, made by us and well formed; what stands there is what is
//! read, so no page has to say a thing twice. Pure; never reads a hidden text, a password or a code.
//!
//! # The contract with the player
//!
//! * Read are `<main>` and then the help card, in the order of the document.
//! * A *block* is every element that `selector()` finds, unless it is a `leptos-island` or `[data-silent]`, or stands inside one
//!   (those are neither counted nor read, so a woken island moves no number).
//!   `BlockId` is its place among all blocks, from 0:
//!   `[...document.querySelectorAll(selector)].filter(e => !e.closest('leptos-island,[data-silent]'))[id]`.
//! * A text belongs to the innermost block around it. What is `hidden`, `.unseen`, or in `svg`, `script`, `style`, `template`,
//!   `noscript` is counted (where it is a block) and not read. `aria-hidden` is read: it can be seen.
//! * Of fields the answer is read and private, never that of `type=password|hidden|file` or `autocomplete=one-time-code`;
//!   of a `select` what is chosen; a ticked choice ends with 「已经选了」; a cell begins with the head of its column.
//!
//! # What a component can say about its text
//!
//! | attribute | meaning |
//! |---|---|
//! | `data-block` | stands on a line of its own: read with a pause, marked by itself |
//! | `data-say="…"` | read these words instead of what is shown |
//! | `data-kind="reference"`, `phone`, `identity`, `code` | the kind of the number in it |
//! | `data-private` | shows something of a person |
//! | `data-silent` | neither counted nor read (a player, a caption) |

mod html;
mod walk;

use crate::routes::Cache;
use domain::lang::Lang;
use domain::speech::{Hearing, Plan};

/// Elements that are blocks by their name; `a` only where it has a class (a button, a tile), else it is part of its sentence.
pub const BLOCK_TAGS: [&str; 32] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "div",
    "section",
    "nav",
    "form",
    "fieldset",
    "article",
    "aside",
    "figure",
    "figcaption",
    "label",
    "legend",
    "button",
    "table",
    "caption",
    "tr",
    "th",
    "td",
    "input",
    "textarea",
    "select",
    "summary",
];
const ROOTS: [&str; 2] = ["main", ".help-card"];

/// The CSS selector of all blocks, for `querySelectorAll`.
pub fn selector() -> String {
    let inside = BLOCK_TAGS.into_iter().chain(["a[class]", "[lang]", "[data-block]"]);
    let inside: Vec<&str> = inside.collect();
    let of = |root: &str| inside.iter().map(|block| format!("{root} {block}")).collect::<Vec<_>>().join(",");
    ROOTS.map(|root| format!("{root},{}", of(root))).join(",")
}

/// The reading plan of a whole page. `lang` is the language of its `<html>`.
pub fn plan_of_html(html: &str, lang: Lang) -> Plan {
    Plan::of(lang, walk::blocks(html, lang), Hearing::Masked)
}

/// A page as somebody hears it. Made by whose the page is and by nothing else, so that no door can forget it.
pub struct HeardPage {
    plan: Plan,
    whose: Cache,
    masks: bool,
}

impl HeardPage {
    /// `whose`: what the page's door says, for this caller. `hearing`: whether she asked for her numbers in full.
    pub fn of(whose: Cache, html: &str, lang: Lang, hearing: Hearing) -> HeardPage {
        let plan = |hearing| Plan::of(lang, walk::blocks(html, lang), hearing);
        let masked = plan(Hearing::Masked);
        let full = plan(Hearing::InFull);
        let masks = hearing == Hearing::Masked && full.says_more_than(&masked);
        let plan = if hearing == Hearing::Masked { masked } else { full };
        let plan = match whose {
            Cache::Public => plan,
            Cache::Personal => plan.personal(),
        };
        HeardPage { plan, whose, masks }
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    pub fn whose(&self) -> Cache {
        self.whose
    }

    /// Numbers are heard by their ends only, and there is more to be heard.
    pub fn masks(&self) -> bool {
        self.masks
    }
}

#[cfg(test)]
mod tests;
