//! The direction of knowledge: rules know nothing of pages, pages nothing of the world. Read from the manifests,
//! because a dependency that cannot be named cannot be used.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Names under `[dependencies]`, without those for tests and builds.
fn dependencies(manifest: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(manifest)).unwrap();
    let table: toml::Table = text.parse().unwrap();
    table.get("dependencies").and_then(toml::Value::as_table).map(|d| d.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn the_rules_need_words_dates_and_nothing_else() {
    let mut all = dependencies("app/domain/Cargo.toml");
    all.sort();
    assert_eq!(all, ["jiff", "serde", "thiserror"]);
}

#[test]
fn what_is_decided_and_shown_never_touches_the_world() {
    let all = dependencies("app/Cargo.toml");
    for world in ["axum", "sea-orm", "tokio", "object_store", "leptos_axum", "leptos_router", "server", "migration", "reqwest"] {
        assert!(!all.contains(&world.to_owned()), "app knows {world}");
    }
}

#[test]
fn the_islands_know_neither_rules_nor_pages() {
    for crate_name in ["app", "domain", "leptos_router", "leptos_axum"] {
        assert!(!dependencies("app/islands/Cargo.toml").contains(&crate_name.to_owned()), "islands know {crate_name}");
        assert!(!dependencies("frontend/Cargo.toml").contains(&crate_name.to_owned()), "frontend knows {crate_name}");
    }
}

#[test]
fn the_bell_at_the_door_stays_small() {
    let lines = std::fs::read_to_string(root().join("frontend/src/lib.rs")).unwrap().lines().count();
    assert!(lines < 25, "frontend/src/lib.rs has {lines} lines");
    let lines = std::fs::read_to_string(root().join("server/src/main.rs")).unwrap().lines().count();
    assert!(lines < 60, "server/src/main.rs has {lines} lines");
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_room_says_at_its_door_what_it_is_for() {
    let mut files = Vec::new();
    for folder in ["app/src", "app/domain/src", "app/islands/src", "server/src", "server/migration/src", "frontend/src"] {
        sources(&root().join(folder), &mut files);
    }
    let silent: Vec<_> = files
        .iter()
        .filter(|path| !path.to_string_lossy().ends_with("tests.rs"))
        .filter(|path| !std::fs::read_to_string(path).unwrap().starts_with("//!"))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}
