//! The browser's entry: makes the islands ready and hands their functions to `public/boot.js`. Nothing else lives here.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

// Without a use the linker would drop the islands' exported functions.
pub use islands::*;

#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
