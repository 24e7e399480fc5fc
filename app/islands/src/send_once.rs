//! Shaky hands tap twice. Sits in a form, says at once that it is being sent and swallows a second tap.
//! Never greys out the button: a form that seems dead makes people start again.
use leptos::prelude::*;

/// A second tap within this many milliseconds is the same tap. A later one goes through: the network may have
/// swallowed the first, and the form's idempotency key makes the two one case.
#[cfg(feature = "hydrate")]
const SAME_TAP_MS: f64 = 1000.0;

/// `sending`: what stands beside the button while it is under way.
#[island]
pub fn SendOnce(sending: String) -> impl IntoView {
    let busy = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    let _ = browser::attach(busy);
    view! {
        <p class="send-once" role="status">
            {move || if busy.get() { sending.clone() } else { String::new() }}
        </p>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use super::SAME_TAP_MS;
    use crate::dom;
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::PageTransitionEvent;

    /// Islands wake in the order of the page, so the first one that is not marked is ours.
    pub(super) fn attach(busy: RwSignal<bool>) -> Option<()> {
        let here = dom::document()?.query_selector(".send-once:not([data-ready])").ok()??;
        here.set_attribute("data-ready", "").ok()?;
        let form = here.closest("form").ok()??;
        let marked = form.clone();
        let mut last = f64::NEG_INFINITY;
        dom::listen(&form, "submit", move |event| {
            let now = event.time_stamp();
            if now - last < SAME_TAP_MS {
                event.prevent_default();
                return;
            }
            last = now;
            let _ = marked.set_attribute("aria-busy", "true");
            busy.set(true);
        });
        // Coming back by the back button shows the page as it was left; it must be ready to send again.
        let window = web_sys::window()?;
        dom::listen(&window, "pageshow", move |event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                let _ = form.remove_attribute("aria-busy");
                busy.set(false);
            }
        });
        Some(())
    }
}
