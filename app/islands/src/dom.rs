//! The few ways in which islands touch the page. Everything answers `None` rather than fail: comfort may be missing.
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Event, EventTarget};

pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Listens for as long as the page lives.
pub(crate) fn listen(target: &EventTarget, name: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act);
    // A page without this comfort still works, so there is nothing to do on refusal.
    let _ = target.add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
    act.forget();
}
