//! Compiles the crate `frontend` to WASM and binds it to JavaScript. Nothing but `frontend` is built here.
use crate::Outcome;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

pub struct Built {
    pub script: Vec<u8>,
    pub module: Vec<u8>,
}

pub fn build(root: &Path, out: &Path) -> Outcome<Built> {
    let target_dir = inner_target_dir(root, out);
    compile(root, &target_dir)?;
    let raw = target_dir.join(TARGET).join("wasm").join("frontend.wasm");
    let mut output = Bindgen::new()
        .input_path(raw)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let inline = output.snippets().values().any(|pieces| !pieces.is_empty());
    if inline || !output.local_modules().is_empty() {
        return Err("the islands pull in a JavaScript snippet; they must be one script and one module".into());
    }
    Ok(Built { script: tighten(output.js()).into_bytes(), module: output.wasm_mut().emit_wasm() })
}

/// One folder for all profiles of the outer build, so that dev, test and release share one WASM build.
/// It is never the outer folder itself: the outer cargo holds the lock of that one while it waits for us.
fn inner_target_dir(root: &Path, out: &Path) -> PathBuf {
    let marked = out.ancestors().find(|dir| dir.join("CACHEDIR.TAG").is_file());
    let outer = match (marked, env::var_os("CARGO_TARGET_DIR")) {
        (Some(dir), _) => dir.to_path_buf(),
        (None, Some(dir)) => root.join(dir),
        (None, None) => root.join("target"),
    };
    outer.join("wasm-inner")
}

fn compile(root: &Path, target_dir: &Path) -> Outcome<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(root)
        .args(["build", "--package", "frontend", "--target", TARGET])
        .args(["--profile", "wasm", "--target-dir"])
        .arg(target_dir);
    // What is meant for the machine's own code must not reach the browser's: flags, and clippy's wrapper.
    for name in
        ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WORKSPACE_WRAPPER", "CARGO_BUILD_TARGET", "CARGO_TARGET_DIR", "LLVM_PROFILE_FILE"]
    {
        command.env_remove(name);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", short_paths());
    let done = command.output()?;
    if done.status.success() {
        return Ok(());
    }
    Err(format!("the islands did not compile (missing target? `rustup target add {TARGET}`):\n{}", String::from_utf8_lossy(&done.stderr))
        .into())
}

/// Panic messages carry source paths. Shortened, they cost fewer bytes, name no machine, and the same source gives
/// the same module everywhere. (Our own files are named relative to the workspace anyway.)
fn short_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os("HOME")?;
        Some(Path::new(&home).join(".cargo"))
    });
    let registries =
        home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten().map(|entry| entry.path());
    registries.map(|path| format!("--remap-path-prefix={}/=", path.display())).collect::<Vec<_>>().join("\u{1f}")
}

/// Drops comments on lines of their own and indentation: scripts are written for readers, the phone pays by the byte.
pub fn tighten(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    kept
}
