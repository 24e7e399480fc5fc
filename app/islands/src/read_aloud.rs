//! Reads the page aloud with the phone's own voice, slowly. Where there is no voice for the page's language it names
//! the telephone line, which is also what stands there without scripts. Never starts by itself.
use leptos::prelude::*;

/// `play` and `stop` are the button's two names. `text` is what to read; empty means the whole of `<main>`.
/// `no_voice` names the telephone line; empty where the page names it anyway.
#[island]
pub fn ReadAloud(play: String, stop: String, text: String, no_voice: String) -> impl IntoView {
    let has_voice = RwSignal::new(false);
    let playing = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    browser::look_for_voice(has_voice);
    #[cfg(feature = "hydrate")]
    let skipped = [play.clone(), stop.clone()];
    #[cfg(not(feature = "hydrate"))]
    let _ = text;
    let toggle = move |_| {
        #[cfg(feature = "hydrate")]
        browser::toggle(playing, &text, &skipped);
    };
    let nothing_to_say = no_voice.is_empty();
    view! {
        <div class="read-aloud">
            <p hidden=move || nothing_to_say || has_voice.get()>{no_voice}</p>
            <button class="button button-secondary" type="button" hidden=move || !has_voice.get() on:click=toggle>
                {move || if playing.get() { stop.clone() } else { play.clone() }}
            </button>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use crate::dom;
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::{HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

    /// Slower than the phone's usual pace.
    const PACE: f32 = 0.85;
    /// Some phones fall silent in the middle of a long piece, so no piece is longer than about this many characters.
    const PIECE: usize = 80;

    fn speech() -> Option<SpeechSynthesis> {
        web_sys::window()?.speech_synthesis().ok().filter(|speech| speech.is_object())
    }

    fn voice(speech: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
        let spoken = main()?.closest("[lang]").ok()??.get_attribute("lang")?;
        let wanted = spoken.split('-').next()?.to_ascii_lowercase();
        let voices = speech.get_voices();
        let mut second = None;
        for voice in voices.iter().filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok()) {
            let lang = voice.lang().replace('_', "-").to_ascii_lowercase();
            if lang.split('-').next() != Some(wanted.as_str()) {
                continue;
            }
            // A zh-HK voice speaks Cantonese.
            match (wanted.as_str(), lang.as_str()) {
                ("zh", "zh-hk") => {}
                ("zh", other) if other != "zh-cn" && other != "zh-hans-cn" => second = second.or(Some(voice)),
                _ => return Some(voice),
            }
        }
        second
    }

    /// Voices come late in most browsers, so we look now and whenever the list changes.
    pub(super) fn look_for_voice(has_voice: RwSignal<bool>) {
        let Some(speech) = speech() else {
            return;
        };
        let again = speech.clone();
        dom::listen(&speech, "voiceschanged", move |_| has_voice.set(voice(&again).is_some()));
        // After hydration, so that the first picture is the one the server sent.
        let now = speech.clone();
        leptos::task::spawn_local(async move { has_voice.set(voice(&now).is_some()) });
        if let Some(window) = web_sys::window() {
            dom::listen(&window, "pagehide", move |_| speech.cancel());
        }
    }

    pub(super) fn toggle(playing: RwSignal<bool>, text: &str, skipped: &[String]) {
        let Some(speech) = speech() else {
            return;
        };
        speech.cancel();
        if playing.get_untracked() {
            playing.set(false);
            return;
        }
        let page;
        let text = if text.is_empty() {
            page = main().map(|main| main.inner_text()).unwrap_or_default();
            &page
        } else {
            text
        };
        let pieces = pieces(text, skipped);
        let voice = voice(&speech);
        let last = pieces.len().saturating_sub(1);
        for (at, piece) in pieces.iter().enumerate() {
            let Ok(said) = SpeechSynthesisUtterance::new_with_text(piece) else {
                continue;
            };
            said.set_voice(voice.as_ref());
            said.set_rate(PACE);
            if let Some(voice) = &voice {
                said.set_lang(&voice.lang());
            }
            if at == last {
                dom::listen(&said, "end", move |_| playing.set(false));
            }
            speech.speak(&said);
        }
        playing.set(!pieces.is_empty());
    }

    /// A page may hold its main part in Chinese where the frame speaks another language.
    fn main() -> Option<HtmlElement> {
        dom::document()?.query_selector("main").ok()??.dyn_into().ok()
    }

    /// Cuts at line ends and full stops; leaves out the button's own names.
    fn pieces(text: &str, skipped: &[String]) -> Vec<String> {
        let mut pieces: Vec<String> = Vec::new();
        for line in text.lines() {
            let line = line.trim_matches([' ', '\t', '\u{3000}']);
            if line.is_empty() || skipped.iter().any(|name| name == line) {
                continue;
            }
            let mut piece = String::new();
            for letter in line.chars() {
                piece.push(letter);
                let stop = matches!(letter, '。' | '！' | '？' | '；' | '؟' | '།');
                let pause = matches!(letter, '，' | '、' | ',' | ' ' | '་');
                if stop || (pause && piece.chars().count() >= PIECE) {
                    pieces.push(std::mem::take(&mut piece));
                }
            }
            if !piece.is_empty() {
                pieces.push(piece);
            }
        }
        pieces
    }
}
