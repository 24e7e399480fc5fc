//! The only code that becomes WASM: two comforts on top of pages that work without them.
//!
//! Never a step of a journey, never a rule, never a text of its own: finished sentences come in as props.
//! No island has children: `to_html` without a shared context cannot render those. An island finds its
//! neighbour in the page instead (the form around it, the input it is named for).

#[cfg(feature = "hydrate")]
mod dom;
mod send_once;
mod shrink_photo;

pub use send_once::*;
pub use shrink_photo::*;
