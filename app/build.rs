//! Tells cargo that the text files belong to this crate: a new file under `locales` must reach the binary.
fn main() {
    println!("cargo:rerun-if-changed=locales");
}
