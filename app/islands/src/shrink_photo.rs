//! Makes a photograph small before it is sent, so that it gets through a weak village network.
//! On any failure the chosen file stays as it is; the server checks and shrinks again anyway.
use leptos::prelude::*;

/// Stands beside the file input with the id `input_id`. The three texts: while it works, when it is smaller,
/// and when the photograph goes as it is.
#[island]
pub fn ShrinkPhoto(input_id: String, working: String, ready: String, kept: String) -> impl IntoView {
    let said = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    browser::attach(&input_id, browser::Texts { working, ready, kept }, said);
    #[cfg(not(feature = "hydrate"))]
    let _ = (input_id, working, ready, kept);
    view! { <p class="shrink-photo" role="status">{move || said.get()}</p> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use crate::dom;
    use js_sys::{Array, Promise};
    use leptos::prelude::*;
    use std::{cell::Cell, rc::Rc};
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        Blob, CanvasRenderingContext2d, DataTransfer, File, FilePropertyBag, HtmlCanvasElement, HtmlInputElement, ImageBitmap,
        ImageBitmapOptions, ImageOrientation,
    };

    /// Longest side in pixels: small print on an A4 paper stays readable.
    const LONGEST: f64 = 2400.0;
    /// Below this a file of fitting size is sent as it is.
    const SMALL_BYTES: f64 = 700_000.0;
    const QUALITY: f64 = 0.85;

    #[derive(Clone)]
    pub(super) struct Texts {
        pub(super) working: String,
        pub(super) ready: String,
        pub(super) kept: String,
    }

    pub(super) fn attach(input_id: &str, texts: Texts, said: RwSignal<String>) {
        let input = dom::document()
            .and_then(|document| document.get_element_by_id(input_id))
            .and_then(|found| found.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else {
            return;
        };
        let choices = Rc::new(Cell::new(0_u32));
        let listened = input.clone();
        dom::listen(&listened, "change", move |_| {
            let choice = choices.get().wrapping_add(1);
            choices.set(choice);
            said.set(String::new());
            let Some(file) = input.files().and_then(|files| files.get(0)).filter(is_photo) else {
                return;
            };
            said.set(texts.working.clone());
            let (input, texts, choices) = (input.clone(), texts.clone(), choices.clone());
            leptos::task::spawn_local(async move {
                let smaller = shrink(&file).await.ok().flatten();
                // Another photograph may have been chosen meanwhile; then this one no longer matters.
                if choices.get() != choice {
                    return;
                }
                let replaced = smaller.is_some_and(|smaller| replace(&input, &smaller).is_ok());
                said.set(if replaced { texts.ready } else { texts.kept });
            });
        });
    }

    fn is_photo(file: &File) -> bool {
        matches!(file.type_().as_str(), "image/jpeg" | "image/png" | "image/webp")
    }

    /// The smaller file, or none when the chosen one is already small.
    async fn shrink(file: &File) -> Result<Option<File>, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        // The phone's note "held sideways" is lost on the canvas, so the picture is turned while it is read.
        let options = ImageBitmapOptions::new();
        options.set_image_orientation(ImageOrientation::FromImage);
        let bitmap: ImageBitmap =
            JsFuture::from(window.create_image_bitmap_with_blob_and_image_bitmap_options(file, &options)?).await?.dyn_into()?;
        let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
        let scale = (LONGEST / width.max(height)).min(1.0);
        if scale >= 1.0 && file.size() < SMALL_BYTES {
            return Ok(None);
        }
        let blob = draw(&bitmap, (width * scale).round(), (height * scale).round()).await;
        bitmap.close();
        let blob = blob?;
        if blob.size() >= file.size() {
            return Ok(None);
        }
        let name = file.name();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        let options = FilePropertyBag::new();
        options.set_type("image/jpeg");
        File::new_with_blob_sequence_and_options(&Array::of1(&blob), &format!("{stem}.jpg"), &options).map(Some)
    }

    async fn draw(bitmap: &ImageBitmap, width: f64, height: f64) -> Result<Blob, JsValue> {
        let document = dom::document().ok_or(JsValue::NULL)?;
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
        // JPEG has no transparency: what was clear becomes white paper, not black.
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, width, height);
        context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)?;
        let made = Promise::new(&mut |resolve, _| {
            let done = Closure::once_into_js(move |blob: JsValue| {
                let _ = resolve.call1(&JsValue::NULL, &blob);
            });
            let _ = canvas.to_blob_with_type_and_encoder_options(done.unchecked_ref(), "image/jpeg", &JsValue::from_f64(QUALITY));
        });
        JsFuture::from(made).await?.dyn_into()
    }

    fn replace(input: &HtmlInputElement, file: &File) -> Result<(), JsValue> {
        let carrier = DataTransfer::new()?;
        carrier.items().add_with_file(file)?;
        input.set_files(carrier.files().as_ref());
        Ok(())
    }
}
