//! Drawings of one hand: flat, few colours, people of today. Beside the welcome an elder and her daughter under one umbrella
//! (decoration only); one for each service, with a description, because it shows what the service is about.
use domain::catalog::{Group, ItemCode};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::Html;

pub(super) fn two_under_one_roof() -> Html {
    let shapes = concat!(
        r##"<path class="p-brand" d="M8 50a52 44 0 0 1 104 0q-9-9-17 0-9-9-18 0-8-9-17 0-9-9-17 0-9-9-18 0-8-9-17 0z"/>"##,
        r##"<path class="p-line" d="M60 6v76"/>"##,
        r##"<circle cx="41" cy="66" r="10" fill="#f1c9a0"/><path fill="#d7d9d8" d="M30 66a11 11 0 0 1 22-1q-7-6-14-4-5 1-8 5z"/><circle cx="33" cy="54" r="5" fill="#d7d9d8"/>"##,
        r##"<path fill="#b4552d" d="M22 112q0-34 19-34t19 34z"/>"##,
        r##"<circle cx="79" cy="61" r="10" fill="#f1c9a0"/><path fill="#33261f" d="M68 66q-3-17 11-17t12 17q-2-9-8-10-9 5-15 10z"/>"##,
        r##"<path fill="#2f6ea5" d="M60 112q0-39 19-39t20 39z"/><path stroke="#f1c9a0" stroke-width="5" stroke-linecap="round" d="M69 88l-9-6"/>"##,
    );
    view! { <svg class="welcome-picture" viewBox="0 0 120 112" width="120" height="112" fill="none" aria-hidden="true" focusable="false" inner_html=shapes></svg> }.into_any()
}

/// What a service is about, in one picture.
pub fn item_picture(cx: &Cx, item: ItemCode) -> Html {
    let group = item.item().map_or(Group::Enrolment, |item| item.group);
    let shapes = match group {
        // A card with her face, and a tick.
        Group::Enrolment => concat!(
            r##"<rect class="p-line" fill="#fff" x="8" y="24" width="90" height="62" rx="7"/>"##,
            r##"<circle cx="35" cy="47" r="10" fill="#f1c9a0"/><path fill="#d7d9d8" d="M24 47a11 11 0 0 1 22-1q-7-6-14-4-5 1-8 5z"/>"##,
            r##"<path fill="#b4552d" d="M18 80q0-21 17-21t17 21z"/>"##,
            r##"<path stroke="#1d2623" stroke-width="4" stroke-linecap="round" d="M62 42h26M62 54h26M62 66h14"/>"##,
            r##"<circle cx="97" cy="86" r="16" fill="#0a5548"/><path stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" d="M89 86l6 6 10-12"/>"##,
        ),
        // With a suitcase before a hospital.
        Group::OutOfArea => concat!(
            r##"<rect class="p-line" fill="#fff" x="54" y="22" width="58" height="84" rx="3"/><rect x="74" y="82" width="18" height="24" fill="#0a5548"/>"##,
            r##"<path fill="#b4552d" d="M79 32h8v8h8v8h-8v8h-8v-8h-8v-8h8z"/><path fill="#2f6ea5" d="M62 64h10v10H62zM78 64h10v10H78zM94 64h10v10H94z"/>"##,
            r##"<circle cx="27" cy="50" r="10" fill="#f1c9a0"/><path fill="#d7d9d8" d="M16 50a11 11 0 0 1 22-1q-7-6-14-4-5 1-8 5z"/><circle cx="19" cy="39" r="5" fill="#d7d9d8"/>"##,
            r##"<path fill="#2f6ea5" d="M10 106q0-44 17-44t17 44z"/><path stroke="#f1c9a0" stroke-width="5" stroke-linecap="round" d="M36 76l9 8"/>"##,
            r##"<path class="p-line" d="M44 88v-7h8v7"/><rect x="38" y="87" width="20" height="19" rx="3" fill="#b4552d"/>"##,
        ),
        // Medicine, a glass of water, a heart.
        Group::Chronic => concat!(
            r##"<rect x="18" y="40" width="42" height="66" rx="7" fill="#2f6ea5"/><rect x="22" y="26" width="34" height="14" rx="4" class="p-brand"/>"##,
            r##"<rect x="18" y="58" width="42" height="30" fill="#fff"/><path stroke="#b4552d" stroke-width="6" stroke-linecap="round" d="M39 65v16M31 73h16"/>"##,
            r##"<path fill="#a9d0f5" d="M73 78h26l-3 28H76z"/><path class="p-line" d="M71 62h30l-5 44H76z"/>"##,
            r##"<path fill="#b4552d" d="M86 48L73 35a8 8 0 0 1 13-9 8 8 0 0 1 13 9z"/>"##,
        ),
        // A receipt, and the money that comes back into the purse.
        Group::Claim => concat!(
            r##"<path class="p-line" fill="#fff" d="M12 12h50v90l-8-6-8 6-9-6-8 6-9-6-8 6z"/>"##,
            r##"<path stroke="#1d2623" stroke-width="4" stroke-linecap="round" d="M22 28h30M22 42h30M22 56h18"/>"##,
            r##"<circle cx="87" cy="40" r="16" fill="#f3c04b"/><path stroke="#5b3a00" stroke-width="4" stroke-linecap="round" d="M80 31l7 9 7-9M87 40v11M80 43h14"/>"##,
            r##"<path fill="#b4552d" d="M58 68q29-10 58 0v30a8 8 0 0 1-8 8H66a8 8 0 0 1-8-8z"/><path stroke="#ffe3b8" stroke-width="4" stroke-linecap="round" d="M66 80h42"/>"##,
        ),
        // A mother with her child, and a heart.
        Group::Birth => concat!(
            r##"<path fill="#b4552d" d="M98 34L85 21a8 8 0 0 1 13-9 8 8 0 0 1 13 9z"/>"##,
            r##"<circle cx="48" cy="34" r="15" fill="#f1c9a0"/><path fill="#33261f" d="M32 36q-5-24 16-24t17 24q-2-13-11-15-12 8-22 15z"/>"##,
            r##"<path fill="#2f6ea5" d="M14 106q0-54 34-54t36 54z"/>"##,
            r##"<path fill="#ffe3b8" d="M42 92q0-20 24-22t30 14q4 16-14 20H54q-12 0-12-12z"/><circle cx="86" cy="76" r="10" fill="#f1c9a0"/><path stroke="#1d2623" stroke-width="3" stroke-linecap="round" d="M82 76h1M89 76h1M83 81q3 2 6 0"/>"##,
            r##"<path stroke="#f1c9a0" stroke-width="7" stroke-linecap="round" d="M30 84q14 18 40 14"/>"##,
        ),
        // A card with its chip, and a telephone that shows a tick.
        Group::Card => concat!(
            r##"<rect class="p-line" fill="#fff" x="8" y="22" width="78" height="54" rx="7"/><rect x="8" y="32" width="78" height="11" class="p-brand"/>"##,
            r##"<rect x="18" y="50" width="16" height="13" rx="2" fill="#f3c04b"/><path stroke="#1d2623" stroke-width="4" stroke-linecap="round" d="M42 56h30M42 66h18"/>"##,
            r##"<rect class="p-line" fill="#a9d0f5" x="70" y="48" width="38" height="60" rx="6"/>"##,
            r##"<circle cx="89" cy="76" r="13" fill="#0a5548"/><path stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" d="M82 76l5 5 9-10"/>"##,
        ),
        // Somebody of the village with a bag before an elder's open door.
        Group::Visit => concat!(
            r##"<path class="p-brand" d="M4 50L38 18l34 32z"/><rect x="12" y="50" width="52" height="56" fill="#ffe3b8"/><rect x="22" y="58" width="32" height="48" fill="#5b3a00"/>"##,
            r##"<circle cx="38" cy="70" r="9" fill="#f1c9a0"/><path fill="#d7d9d8" d="M28 70a10 10 0 0 1 20-1q-6-5-12-3-5 1-8 4z"/><path fill="#b4552d" d="M22 106q0-27 16-27t16 27z"/>"##,
            r##"<circle cx="90" cy="48" r="10" fill="#f1c9a0"/><path fill="#33261f" d="M79 47q0-13 11-13t11 13q-11-5-22 0z"/><path fill="#2f6ea5" d="M74 106q0-46 16-46t16 46z"/>"##,
            r##"<rect x="96" y="80" width="20" height="16" rx="3" fill="#b4552d"/><path class="p-line" d="M101 80v-6h10v6"/>"##,
        ),
    };
    let said = cx.t(&format!("picture-{}", group.key()));
    view! { <svg class="scene-picture" viewBox="0 0 120 112" width="120" height="112" fill="none" role="img" aria-label=said focusable="false" inner_html=shapes></svg> }.into_any()
}
