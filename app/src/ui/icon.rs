//! Pictures in one style: 48 × 48, flat, dark line, one warm fill (`class="f"`). Always beside words, so hidden from screen readers.
//! Drawn by us; no picture carries meaning alone.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    // services
    Enrol,
    OutOfArea,
    Chronic,
    Claim,
    Child,
    Card,
    // people and places
    Family,
    Cases,
    Phone,
    Counter,
    Person,
    Home,
    // comfort
    LargeText,
    StandardText,
    Voice,
    Languages,
    Search,
    // states and signs
    Done,
    Wait,
    Return,
    Stop,
    Care,
    Info,
    Paper,
    Pen,
    Photo,
    Lock,
    Pause,
    Print,
    Message,
    Back,
    Forward,
    Microphone,
    // how satisfied
    FaceVeryGood,
    FaceGood,
    FaceFair,
    FaceBad,
    FaceVeryBad,
}

impl Icon {
    pub const ALL: [Icon; 38] = [
        Icon::Enrol,
        Icon::OutOfArea,
        Icon::Chronic,
        Icon::Claim,
        Icon::Child,
        Icon::Card,
        Icon::Family,
        Icon::Cases,
        Icon::Phone,
        Icon::Counter,
        Icon::Person,
        Icon::Home,
        Icon::LargeText,
        Icon::StandardText,
        Icon::Voice,
        Icon::Languages,
        Icon::Search,
        Icon::Done,
        Icon::Wait,
        Icon::Return,
        Icon::Stop,
        Icon::Care,
        Icon::Info,
        Icon::Paper,
        Icon::Pen,
        Icon::Photo,
        Icon::Lock,
        Icon::Pause,
        Icon::Print,
        Icon::Message,
        Icon::Back,
        Icon::Forward,
        Icon::Microphone,
        Icon::FaceVeryGood,
        Icon::FaceGood,
        Icon::FaceFair,
        Icon::FaceBad,
        Icon::FaceVeryBad,
    ];

    /// Inside of the svg element.
    const fn shapes(self) -> &'static str {
        match self {
            Icon::Enrol => {
                r#"<rect class="f" x="5" y="10" width="38" height="29" rx="4"/><circle cx="16" cy="21" r="4"/><path d="M9 33c1-5 4-7 7-7s6 2 7 7M28 19h10M28 26h10M28 33h6"/>"#
            }
            Icon::OutOfArea => r#"<path class="f" d="M24 44S9 31 9 19a15 15 0 0 1 30 0c0 12-15 25-15 25z"/><path d="M24 11v16M16 19h16"/>"#,
            Icon::Chronic => {
                r#"<path d="M15 5h18v8H15z"/><path class="f" d="M15 13h18c3 2 5 5 5 8v18a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4V21c0-3 2-6 5-8z"/><path d="M24 23v12M18 29h12"/>"#
            }
            Icon::Claim => {
                r#"<path class="f" d="M9 5h30v38l-5-4-5 4-5-4-5 4-5-4-5 4z"/><path d="M17 12l7 8 7-8M24 20v13M17 21h14M17 27h14"/>"#
            }
            Icon::Child => {
                r#"<circle class="f" cx="24" cy="20" r="12"/><path d="M19 19v1M29 19v1M20 25c2 2 6 2 8 0M21 9c1-3 5-4 6-1"/><path class="f" d="M10 43c1-8 6-11 14-11s13 3 14 11z"/>"#
            }
            Icon::Card => r#"<rect class="f" x="4" y="10" width="40" height="28" rx="4"/><path d="M4 19h40M11 29h8M26 29h4"/>"#,
            Icon::Family => {
                r#"<circle class="f" cx="16" cy="14" r="7"/><path class="f" d="M4 41c0-10 5-16 12-16s12 6 12 16z"/><circle cx="34" cy="20" r="5"/><path d="M32 41h12c0-8-4-13-10-13-2 0-4 1-5 2"/>"#
            }
            Icon::Cases => r#"<path class="f" d="M10 8h28v35H10z"/><path d="M18 4h12v8H18zM16 23l3 3 5-6M28 24h5M16 34l3 3 5-6M28 35h5"/>"#,
            Icon::Phone => r#"<path class="f" d="M14 5l7 11-5 4c2 5 7 10 12 12l4-5 11 7c0 5-4 9-9 9C18 43 5 30 5 14c0-5 4-9 9-9z"/>"#,
            Icon::Counter => r#"<path class="f" d="M5 19L24 6l19 13z"/><path d="M9 19v20M19 24v10M29 24v10M39 19v20M4 42h40"/>"#,
            Icon::Person => r#"<circle class="f" cx="24" cy="15" r="9"/><path class="f" d="M7 43c0-11 7-16 17-16s17 5 17 16z"/>"#,
            Icon::Home => r#"<path class="f" d="M10 21v21h28V21"/><path d="M4 24L24 6l20 18M20 42V29h8v13"/>"#,
            Icon::LargeText => r#"<path d="M6 17h36M24 5c0 18-5 30-18 38M24 17c3 12 9 21 18 26"/>"#,
            Icon::StandardText => r#"<path d="M14 20h20M24 13c0 11-3 17-11 22M24 20c2 7 6 12 11 15"/>"#,
            Icon::Voice => r#"<path class="f" d="M5 18h9l12-10v32L14 30H5z"/><path d="M32 17c4 4 4 10 0 14M37 11c8 8 8 18 0 26"/>"#,
            Icon::Languages => {
                r#"<path class="f" d="M5 7h38v27H25L14 43v-9H5z"/><path d="M24 11v4M14 16h20M30 16c-2 6-7 10-13 13M18 16c2 6 7 10 13 13"/>"#
            }
            Icon::Search => r#"<circle class="f" cx="21" cy="21" r="14"/><path d="M31 31l12 12"/>"#,
            Icon::Done => r#"<circle class="f" cx="24" cy="24" r="19"/><path d="M14 25l7 7 13-15"/>"#,
            Icon::Wait => r#"<circle class="f" cx="24" cy="24" r="19"/><path d="M24 13v12l8 5"/>"#,
            Icon::Return => r#"<path d="M17 8L6 19l11 11"/><path d="M7 19h22a11 11 0 0 1 0 22H18"/>"#,
            Icon::Stop => r#"<circle class="f" cx="24" cy="24" r="19"/><path d="M17 17l14 14M31 17L17 31"/>"#,
            Icon::Care => r#"<path class="f" d="M24 5l20 37H4z"/><path d="M24 19v11M24 35v1"/>"#,
            Icon::Info => r#"<circle class="f" cx="24" cy="24" r="19"/><path d="M24 22v12M24 14v1"/>"#,
            Icon::Paper => r#"<path class="f" d="M10 5h19l9 9v29H10z"/><path d="M29 5v9h9M17 23h14M17 31h14"/>"#,
            Icon::Pen => r#"<path class="f" d="M8 40l3-10L33 8l7 7-22 22z"/><path d="M28 13l7 7"/>"#,
            Icon::Photo => r#"<path class="f" d="M5 14h10l4-6h10l4 6h10v26H5z"/><circle cx="24" cy="26" r="8"/>"#,
            Icon::Lock => r#"<rect class="f" x="9" y="21" width="30" height="22" rx="4"/><path d="M15 21v-6a9 9 0 0 1 18 0v6M24 29v6"/>"#,
            Icon::Pause => r#"<circle class="f" cx="24" cy="24" r="19"/><path d="M19 16v16M29 16v16"/>"#,
            Icon::Print => {
                r#"<path d="M13 18V5h22v13"/><rect class="f" x="5" y="18" width="38" height="17" rx="3"/><path d="M13 29h22v14H13z"/>"#
            }
            Icon::Message => r#"<rect class="f" x="5" y="9" width="38" height="30" rx="3"/><path d="M6 12l18 15 18-15"/>"#,
            Icon::Back => r#"<path d="M30 8L14 24l16 16"/>"#,
            Icon::Forward => r#"<path d="M18 8l16 16-16 16"/>"#,
            Icon::Microphone => {
                r#"<rect class="f" x="17" y="4" width="14" height="25" rx="7"/><path d="M10 22v2a14 14 0 0 0 28 0v-2M24 38v6M15 44h18"/>"#
            }
            // Brows, eyes and mouth differ together, so that no two are alike at a glance or without colour.
            Icon::FaceVeryGood => {
                r#"<circle class="f" cx="24" cy="24" r="20"/><path d="M12 19c1-4 6-4 7 0M29 19c1-4 6-4 7 0M12 27h24c-2 12-22 12-24 0z"/>"#
            }
            Icon::FaceGood => r#"<circle class="f" cx="24" cy="24" r="20"/><path d="M16 17v4M32 17v4M14 29c4 8 16 8 20 0"/>"#,
            Icon::FaceFair => r#"<circle class="f" cx="24" cy="24" r="20"/><path d="M16 17v4M32 17v4M15 32h18"/>"#,
            Icon::FaceBad => r#"<circle class="f" cx="24" cy="24" r="20"/><path d="M16 18v4M32 18v4M14 35c4-7 16-7 20 0"/>"#,
            Icon::FaceVeryBad => {
                r#"<circle class="f" cx="24" cy="24" r="20"/><path d="M11 14l9 5M37 14l-9 5M16 22v2M32 22v2M13 37c2-11 20-11 22 0z"/>"#
            }
        }
    }

    /// Arrows turn round where lines run from right to left; ticks and clocks do not.
    const fn class(self) -> &'static str {
        match self {
            Icon::Back | Icon::Forward | Icon::Return => "icon icon-turns",
            _ => "icon",
        }
    }
}

pub fn icon(which: Icon) -> Html {
    view! { <svg class=which.class() viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false" inner_html=which.shapes()></svg> }.into_any()
}

pub fn examples(_cx: &Cx) -> Vec<Html> {
    Icon::ALL.into_iter().map(icon).collect()
}
