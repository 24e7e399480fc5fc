//! The photographed sheets of a grant, each with a link to the picture itself. Zoom needs no script.

use crate::acts::grant_papers::{Sheet, sheets};
use crate::cx::Cx;
use crate::ui::{Html, stack};
use domain::family::Grant;
use leptos::prelude::*;

/// `base`: the grant's own path for this reader; the picture's name follows.
pub fn figures(cx: &Cx, grant: &Grant, sheet: Sheet, base: &str) -> Html {
    let name = match sheet {
        Sheet::Letter => cx.t("sheet-letter"),
        Sheet::Proof => cx.t("sheet-proof"),
    };
    let all = sheets(grant, sheet).enumerate().map(|(i, paper)| {
        let src = format!("{base}/papers/{}", paper.id);
        let number = (i + 1).to_string();
        let caption = cx.tv("sheet-caption", &[("name", &name), ("number", &number)]);
        let open = cx.tv("sheet-open", &[("name", &name), ("number", &number)]);
        if paper.mime == "application/pdf" {
            return view! { <p class="link-row"><a href=src>{open}</a></p> }.into_any();
        }
        view! {
            <figure class="sheet">
                <div class="paper-box"><img src=src.clone() alt=caption loading="lazy"/></div>
                <figcaption><a href=src>{open}</a></figcaption>
            </figure>
        }
        .into_any()
    });
    stack(all.collect())
}
