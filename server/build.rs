//! Builds what the browser gets (style sheet, boot script, islands, pictures) and packs it into the binary.
//! Never needs npm, and needs a network only where cargo itself would.
//!
//! `SKIP_WASM=1` leaves the islands out (clippy, unit tests). `LEPTOS_OUTPUT_NAME` means that cargo-leptos builds them itself.
#[path = "build/pack.rs"]
mod pack;
#[path = "build/style.rs"]
mod style;
#[path = "build/wasm.rs"]
mod wasm;

use std::{
    env,
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
};

pub type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Outcome<()> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let root = here.parent().ok_or("server has no parent folder")?;
    watch(root);

    let mut bundle = pack::Bundle::default();
    for file in pack::files_below(&root.join("public"))? {
        bundle.add_public(&root.join("public"), &file)?;
    }
    bundle.add("style.css", style::bundle(&root.join("style/main.css"))?);
    match islands(root, &out)? {
        Some(built) => {
            bundle.add("islands.js", built.script);
            bundle.add("islands.wasm", built.module);
        }
        // Nothing to wake: the boot script must not ask for what is not there.
        None => bundle.add("boot.js", Vec::new()),
    }
    bundle.write(&out)
}

fn islands(root: &Path, out: &Path) -> Outcome<Option<wasm::Built>> {
    let skip = env::var("SKIP_WASM").is_ok_and(|value| !value.is_empty() && value != "0");
    if skip || env::var_os("LEPTOS_OUTPUT_NAME").is_some() {
        return Ok(None);
    }
    wasm::build(root, out).map(Some)
}

/// Cargo re-runs us when one of these changes; a folder counts with everything in it.
fn watch(root: &Path) {
    for name in ["SKIP_WASM", "LEPTOS_OUTPUT_NAME"] {
        println!("cargo::rerun-if-env-changed={name}");
    }
    let watched = ["server/build.rs", "server/build", "style", "public", "app/islands", "frontend", "Cargo.toml", "Cargo.lock"];
    // A path that is not there would make cargo run us every time.
    for path in watched.map(|name| root.join(name)).iter().filter(|path| path.exists()) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}
